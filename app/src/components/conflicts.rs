//! Conflicts that a report states between benefit groups.

use domain::id::BenefitGroupId;
use domain::standing::Standing;
use leptos::prelude::*;
use text::Lang;

use super::icon::{Icon, Symbol};

/// The conflicts, each with its groups and what it is; nothing where none is stated.
pub fn conflict_list(standing: &Standing, lang: Lang) -> Option<AnyView> {
    if standing.conflicts.is_empty() {
        return None;
    }
    let items: Vec<_> = standing
        .conflicts
        .iter()
        .map(|conflict| {
            let groups: Vec<&str> = conflict
                .groups
                .iter()
                .filter_map(|id| standing.group(*id))
                .map(|group| group.short_name.as_str())
                .collect();
            view! {
                <li>
                    <Icon symbol=Symbol::Weak />
                    <b>{groups.join(" – ")}</b>
                    " "
                    {conflict.text.clone()}
                </li>
            }
        })
        .collect();
    Some(
        view! {
            <div class="conflicts">
                <p class="conflicts-head">{lang.t("overview-conflicts")}</p>
                <ul>{items}</ul>
            </div>
        }
        .into_any(),
    )
}

/// The mark of a group that stands against others, for the head of its column.
pub fn conflict_mark(group: BenefitGroupId, standing: &Standing, lang: Lang) -> Option<AnyView> {
    let others: Vec<&str> = standing
        .conflicts
        .iter()
        .filter(|conflict| conflict.groups.contains(&group))
        .flat_map(|conflict| conflict.groups.iter().filter(|id| **id != group))
        .filter_map(|id| standing.group(*id))
        .map(|group| group.short_name.as_str())
        .collect();
    if others.is_empty() {
        return None;
    }
    let text = lang.t_with("overview-conflict-with", &[("groups", others.join(", ").into())]);
    let title = text.clone();
    Some(
        view! {
            <span class="conflict-mark" title=title>
                <Icon symbol=Symbol::Weak />
                <span class="vh">{text}</span>
            </span>
        }
        .into_any(),
    )
}
