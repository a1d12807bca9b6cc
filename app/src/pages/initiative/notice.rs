//! What was just done on this page, and what happens next.

use domain::id::InitiativeId;
use domain::work::WorkKind;
use leptos::prelude::*;
use service::InitiativeView;
use text::Lang;

use super::detail::sections;
use crate::components::links;
use crate::components::receipt::{Receipt, ReceiptKind};
use crate::components::register::excerpt;

/// Where it goes on from what was done: to the first delivery, or back to what else waits.
fn onward(code: &str, initiative: InitiativeId, may_write: bool, lang: Lang) -> Option<(String, String)> {
    match code {
        "leverans" if may_write => Some((
            format!("{}/nytta", links::initiative(initiative)),
            lang.t("initiative-add-benefit"),
        )),
        "initiativ" => Some((
            format!("{}/leverans", links::initiative(initiative)),
            lang.t("initiative-log-delivery"),
        )),
        "godkand" | "godkand-efter" | "aterlamnad" => Some((
            links::work_next(WorkKind::Approve),
            lang.t("initiative-onward-approve"),
        )),
        "tid-godkand" | "tid-aterlamnad" => Some((
            links::work_next(WorkKind::ApproveFreedTime),
            lang.t("initiative-onward-approve"),
        )),
        "inskickad-svar" | "inskickad-svar-efter" => Some((
            links::work_next(WorkKind::Answer),
            lang.t("initiative-onward-answer"),
        )),
        "inskickad" | "inskickad-efter" | "tid-inskickad" | "leverans-andrad" | "ej-matbar" => {
            Some((links::WORK.to_owned(), lang.t("initiative-onward-work")))
        }
        _ => None,
    }
}

/// What keeps the initiative from being closed: open benefits that no unit answers for.
fn without_owner(shown: &InitiativeView) -> String {
    let benefits = sections(shown).map(|section| &section.benefit);
    let open = benefits.filter(|benefit| !benefit.state.is_over() && benefit.owner.is_none());
    let names: Vec<String> = open
        .map(|benefit| excerpt(benefit.title.as_ref().unwrap_or(&benefit.description)))
        .collect();
    names.join("; ")
}

/// The receipt that an address asks for by `?klart=`.
pub(super) fn notice(code: Option<&str>, shown: &InitiativeView, lang: Lang) -> Option<AnyView> {
    let done = ReceiptKind::Done;
    let not = ReceiptKind::NotDone;
    let code = code?;
    let initiative = shown.initiative.id;
    // Who may not state anything is told who does.
    let or_others = |key: &str, others: &str| lang.t(if shown.may_state { key } else { others });
    let (kind, heading, next) = match code {
        "leverans" => (
            done,
            lang.t("initiative-done-delivery"),
            or_others(
                "initiative-done-delivery-next",
                "initiative-done-delivery-next-others",
            ),
        ),
        "nytta" => (
            done,
            lang.t("initiative-done-benefit"),
            or_others(
                "initiative-done-benefit-next",
                "initiative-done-benefit-next-others",
            ),
        ),
        "effektmal" => (
            done,
            lang.t("initiative-done-goal"),
            lang.t("initiative-done-goal-next"),
        ),
        "effektmal-inskickat" => (
            done,
            lang.t("initiative-done-goal-sent"),
            lang.t("initiative-done-goal-sent-next"),
        ),
        "effektmal-godkant" => (
            done,
            lang.t("initiative-done-goal-approved"),
            lang.t("initiative-done-goal-approved-next"),
        ),
        "effektmal-aterlamnat" => (
            done,
            lang.t("initiative-done-goal-returned"),
            lang.t("initiative-done-goal-returned-next"),
        ),
        "effektmal-borttaget" => (
            done,
            lang.t("initiative-done-goal-removed"),
            lang.t("initiative-done-goal-removed-next"),
        ),
        "utkast" => (
            done,
            lang.t("initiative-done-draft"),
            lang.t("initiative-done-draft-next"),
        ),
        "inskickad" => (
            done,
            lang.t("initiative-done-sent"),
            lang.t("initiative-done-sent-next"),
        ),
        "inskickad-efter" => (
            done,
            lang.t("initiative-done-sent"),
            lang.t("initiative-done-sent-after"),
        ),
        "inskickad-svar" => (
            done,
            lang.t("initiative-done-sent"),
            lang.t("initiative-done-sent-answered"),
        ),
        "godkand" => (
            done,
            lang.t("initiative-done-approved"),
            lang.t("initiative-done-approved-next"),
        ),
        "godkand-efter" => (
            done,
            lang.t("initiative-done-approved"),
            lang.t("initiative-done-approved-after"),
        ),
        "inskickad-svar-efter" => (
            done,
            lang.t("initiative-done-sent"),
            format!(
                "{} {}",
                lang.t("initiative-done-sent-answered"),
                lang.t("initiative-done-sent-after")
            ),
        ),
        "leverans-andrad" => (
            done,
            lang.t("initiative-done-delivery"),
            lang.t("initiative-done-delivery-changed"),
        ),
        "aterlamnad" => (
            done,
            lang.t("initiative-done-returned"),
            lang.t("initiative-done-returned-next"),
        ),
        "hann-fore" => (
            not,
            lang.t("initiative-not-first"),
            lang.t("initiative-not-first-next"),
        ),
        "skriv-skal" => (
            not,
            lang.t("initiative-not-reasoned"),
            lang.t("initiative-not-reasoned-next"),
        ),
        "initiativ" => (
            done,
            lang.t("initiative-done-saved"),
            lang.t("initiative-done-saved-next"),
        ),
        "flyttat" => (
            done,
            lang.t("initiative-done-moved"),
            lang.t("initiative-done-moved-next"),
        ),
        "nyttan-flyttad" => (
            done,
            lang.t("initiative-done-benefit-moved"),
            lang.t("initiative-done-moved-next"),
        ),
        "plan" => (
            done,
            lang.t("initiative-done-plan"),
            lang.t("initiative-done-plan-next"),
        ),
        "plan-ofullstandig" => (
            done,
            lang.t("initiative-done-plan"),
            lang.t("initiative-done-plan-unfinished"),
        ),
        "aktivitet-klar" => (
            done,
            lang.t("initiative-done-activity"),
            lang.t("initiative-done-activity-next"),
        ),
        "tid-utkast" => (
            done,
            lang.t("realised-done-time-draft"),
            lang.t("realised-done-time-draft-next"),
        ),
        "tid-inskickad" => (
            done,
            lang.t("realised-done-time-sent"),
            lang.t("realised-done-time-sent-next"),
        ),
        "tid-godkand" => (
            done,
            lang.t("realised-done-time-approved"),
            lang.t("realised-done-time-approved-next"),
        ),
        "tid-aterlamnad" => (
            done,
            lang.t("realised-done-time-returned"),
            lang.t("realised-done-time-returned-next"),
        ),
        "tid-borttagen" => (
            done,
            lang.t("realised-done-time-removed"),
            lang.t("realised-done-time-removed-next"),
        ),
        "varde" => (
            done,
            lang.t("realised-done-sek"),
            lang.t("realised-done-sek-next"),
        ),
        "varde-borttaget" => (
            done,
            lang.t("realised-done-sek-removed"),
            lang.t("realised-done-sek-removed-next"),
        ),
        "ej-matbar" => (
            done,
            lang.t("initiative-done-not-measurable"),
            lang.t("initiative-done-not-measurable-next"),
        ),
        "matbar" => (
            done,
            lang.t("initiative-done-measurable"),
            lang.t("initiative-done-measurable-next"),
        ),
        "sus" => (
            done,
            lang.t("initiative-done-sus"),
            lang.t("initiative-done-sus-next"),
        ),
        "skriv-varfor" => (
            not,
            lang.t("initiative-not-why"),
            lang.t("initiative-not-why-next"),
        ),
        "utan-agare" => (
            not,
            lang.t("initiative-not-owned"),
            lang.t_with(
                "initiative-not-owned-next",
                &[("names", without_owner(shown).into())],
            ),
        ),
        _ => return None,
    };
    let without = links::initiative(initiative);
    let close = lang.t("form-receipt-close");
    Some(
        view! { <Receipt kind heading next onward=onward(code, initiative, shown.may_write, lang) without close /> }
            .into_any(),
    )
}
