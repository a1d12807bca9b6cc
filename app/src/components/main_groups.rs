//! An area's main benefit groups, as the report's ticked boxes.

use domain::area::Area;
use domain::standing::Standing;
use leptos::prelude::*;
use text::{Lang, name};

use super::icon::{Icon, Symbol};

/// All groups by kind, those that the area aims at ticked. `level` is the level of the headings.
pub fn main_groups(area: &Area, standing: &Standing, lang: Lang, level: u8) -> AnyView {
    let kinds: Vec<_> = standing
        .groups
        .chunk_by(|a, b| a.group.kind == b.group.kind)
        .filter_map(|run| {
            let kind = name::group_kind(lang, run.first()?.group.kind);
            let heading = if level == 4 {
                view! { <h4>{kind}</h4> }.into_any()
            } else {
                view! { <h5>{kind}</h5> }.into_any()
            };
            let groups: Vec<_> = run
                .iter()
                .map(|standing| {
                    let on = area.main_groups.contains(&standing.group.id);
                    let (symbol, said) = if on {
                        (Symbol::Ticked, "level-main")
                    } else {
                        (Symbol::Unticked, "level-not-main")
                    };
                    view! {
                        <li class=on.then_some("on")>
                            <Icon symbol />
                            <span>
                                {standing.group.name.clone()}
                                <span class="vh">": " {lang.t(said)}</span>
                            </span>
                        </li>
                    }
                })
                .collect();
            Some(view! {
                <div>
                    {heading} <ul>{groups}</ul>
                </div>
            })
        })
        .collect();
    view! { <div class="ticks">{kinds}</div> }.into_any()
}
