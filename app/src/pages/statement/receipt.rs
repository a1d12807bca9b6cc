//! What became of the statements that were ticked.

use domain::id::StatementId;
use domain::register::{Query, StatementFilter};
use leptos::prelude::*;
use service::BulkOutcome;
use service::rows::StatementRow;
use text::{Lang, number};

use crate::components::icon::{Icon, Symbol};
use crate::components::links;
use crate::components::register::{address, excerpt};

/// The receipt: how many were approved, and each that was not, by name and with the reason.
pub(super) fn receipt(
    outcome: &BulkOutcome,
    named: &[StatementRow],
    asked: &Query<StatementFilter>,
    lang: Lang,
) -> AnyView {
    let count = outcome.approved;
    let args = [
        ("count", count.into()),
        ("count-text", number::len(lang, count).into()),
    ];
    let heading = lang.t_with("register-approved", &args);
    let left: Vec<AnyView> = [
        (&outcome.changed, "register-left-changed"),
        (&outcome.own, "register-left-own"),
        (&outcome.refused, "register-left-refused"),
    ]
    .into_iter()
    .flat_map(|(ids, why)| ids.iter().map(move |id| (*id, why)))
    .map(|(id, why)| item(id, named, lang.t(why), lang))
    .collect();
    let next = match (count, left.is_empty()) {
        (0, true) => Some(lang.t("register-approved-nothing")),
        (0, false) => None,
        _ => Some(lang.t("register-approved-next")),
    };
    let (class, symbol) = if count > 0 && left.is_empty() {
        ("receipt", Symbol::Ok)
    } else {
        ("receipt not-done", Symbol::Weak)
    };
    let left = (!left.is_empty()).then(|| {
        view! {
            <p>{lang.t("register-approved-left")}</p>
            <ul class="bullets">{left}</ul>
        }
    });
    let onward = (count > 0).then(|| {
        view! { " " <a href=links::WORK>{lang.t("initiative-onward-work")}</a> }
    });
    view! {
        <div class=class role="status">
            <Icon symbol />
            <div>
                <p class="receipt-heading">{heading}</p>
                {next.map(|next| view! { <p>{next} {onward}</p> })}
                {left}
            </div>
            <a class="receipt-close" href=address(asked)>
                <Icon symbol=Symbol::Close />
                {lang.t("form-receipt-close")}
            </a>
        </div>
    }
    .into_any()
}

fn item(id: StatementId, named: &[StatementRow], why: String, lang: Lang) -> AnyView {
    match named.iter().find(|row| row.id == id) {
        Some(row) => {
            let href = format!("{}#konstaterad-{id}", links::initiative(row.initiative));
            view! {
                <li>
                    <a href=href>{excerpt(&row.text)}</a>
                    " – "
                    {row.initiative_name.clone()}
                    ". "
                    {why}
                    "."
                </li>
            }
            .into_any()
        }
        None => view! { <li>{lang.t("register-left-gone")} "."</li> }.into_any(),
    }
}
