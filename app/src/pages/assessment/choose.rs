//! What people choose: the level, its components, and why it differs from the proposal.

use domain::level::FulfilmentLevel;
use domain::rollup::Proposal;
use leptos::prelude::*;
use service::AssessmentView;
use text::{Lang, name, number};

use crate::components::form::{FieldProblem, FormView, Need, TextArea};
use crate::components::help::{Help, HelpWord};
use crate::components::icon::{Icon, Symbol};
use crate::components::level::{Ball, level_class};
use crate::islands::DeviationReason;

/// The five levels, highest on top, with the system's proposal marked.
pub(super) fn levels(shown: &AssessmentView, form: &FormView, lang: Lang) -> AnyView {
    let proposal = shown.judged.proposal;
    let wrong = form.message("level").is_some();
    let described = if wrong {
        "level-hint level-fel"
    } else {
        "level-hint"
    };
    let choices: Vec<_> = FulfilmentLevel::ALL
        .into_iter()
        .rev()
        .map(|level| {
            let proposed = proposal.filter(|proposal| proposal.level == level);
            let class = match proposed {
                Some(_) => format!("choice {} is-proposal", level_class(level)),
                None => format!("choice {}", level_class(level)),
            };
            let id = if level == FulfilmentLevel::Full {
                "level".to_owned()
            } else {
                format!("level-{}", level.rank())
            };
            let note = proposed.map(|proposal| proposed_note(proposal, shown, lang));
            let checked = shown.state.form.level == level.code();
            view! {
                <label class=class for=id>
                    <input
                        type="radio"
                        id=id.clone()
                        name="level"
                        value=level.code()
                        checked=checked
                        aria-describedby=described
                    />
                    <span class="choice-text">
                        <Ball level />
                        <span>
                            <b>{level.rank()} " " {name::level_long(lang, level)}</b>
                            " "
                            <small>{name::level_range(lang, level, &shown.scheme)}</small>
                            {note}
                        </span>
                    </span>
                </label>
            }
        })
        .collect();
    let none = proposal
        .is_none()
        .then(|| view! { <p class="hint">{lang.t("assessment-no-proposal-hint")}</p> });
    view! {
        <fieldset class=if wrong { "field has-error" } else { "field" }>
            <legend id="h-niva">
                <h2>{level_label(shown, lang)}</h2>
            </legend>
            <Help word=HelpWord::Proposal lang />
            <p class="hint" id="level-hint">
                {lang.t("assessment-level-hint")}
            </p>
            {none}
            <FieldProblem form=form.clone() name="level" />
            <div class="choices">{choices}</div>
        </fieldset>
    }
    .into_any()
}

/// Areas have a combined level; groups and the whole are judged by realised benefit.
pub(super) fn level_label(shown: &AssessmentView, lang: Lang) -> String {
    lang.t(if shown.judged.key.has_components() {
        "assessment-level"
    } else {
        "assessment-level-realised"
    })
}

fn proposed_note(proposal: Proposal, shown: &AssessmentView, lang: Lang) -> AnyView {
    let percent = number::percent(lang, proposal.percent, 1, &shown.scheme);
    let key = if proposal.weak_evidence {
        "assessment-proposed-weak"
    } else {
        "assessment-proposed"
    };
    let symbol = if proposal.weak_evidence {
        Symbol::Weak
    } else {
        Symbol::Ok
    };
    view! {
        <span class="proposed">
            <Icon symbol />
            {lang.t_with(key, &[("percent", percent.into())])}
        </span>
    }
    .into_any()
}

/// The three components, a row each. No formula combines them.
pub(super) fn components(shown: &AssessmentView, form: &FormView, lang: Lang) -> AnyView {
    let typed = &shown.state.form;
    let proposed = shown.judged.proposal.map(|proposal| {
        let level = format!("{} {}", proposal.level.rank(), name::level(lang, proposal.level));
        lang.t_with("assessment-realised-proposal", &[("level", level.into())])
    });
    let realised = match proposed {
        Some(proposed) => format!("{} {proposed}", lang.t("assessment-realised-hint")),
        None => lang.t("assessment-realised-hint"),
    };
    let rows: Vec<_> = [
        ("delivery", &typed.delivery, lang.t("assessment-delivery-hint")),
        ("expected", &typed.expected, lang.t("assessment-expected-hint")),
        ("realised", &typed.realised, realised),
    ]
    .into_iter()
    .map(|(field, chosen, hint)| component_row(field, chosen, hint, form, lang))
    .collect();
    let wrong = ["delivery", "expected", "realised"]
        .iter()
        .any(|field| form.message(field).is_some());
    let heads = FulfilmentLevel::ALL
        .map(|level| view! { <th scope="col">{name::level(lang, level)}</th> })
        .collect_view();
    view! {
        <fieldset class=if wrong { "field has-error" } else { "field" } aria-describedby="delar-hint">
            <legend>{lang.t("assessment-components")}</legend>
            <p class="hint" id="delar-hint">
                {lang.t("assessment-components-hint")}
            </p>
            <FieldProblem form=form.clone() name="delivery" />
            <FieldProblem form=form.clone() name="expected" />
            <FieldProblem form=form.clone() name="realised" />
            <table class="components">
                <thead>
                    <tr>
                        <th scope="col">
                            <span class="vh">{lang.t("assessment-component")}</span>
                        </th>
                        {heads}
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </fieldset>
    }
    .into_any()
}

fn component_row(field: &'static str, chosen: &str, hint: String, form: &FormView, lang: Lang) -> AnyView {
    let label = form.label(field);
    let described = form.message(field).map(|_| format!("{field}-fel"));
    let cells: Vec<_> = FulfilmentLevel::ALL
        .into_iter()
        .map(|level| {
            let lowest = level == FulfilmentLevel::Ingen;
            let id = if lowest {
                field.to_owned()
            } else {
                format!("{field}-{}", level.rank())
            };
            let checked = chosen == level.code();
            let spoken = format!("{label}: {} {}", level.rank(), name::level(lang, level));
            view! {
                <td>
                    <label class="cell-radio">
                        <input
                            type="radio"
                            id=id
                            name=field
                            value=level.code()
                            checked=checked
                            aria-label=spoken
                            aria-describedby=described.clone()
                        />
                        <span aria-hidden="true">{level.rank()}</span>
                    </label>
                </td>
            }
        })
        .collect();
    view! {
        <tr>
            <th scope="row">
                {label.clone()} " " <small>{hint}</small>
            </th>
            {cells}
        </tr>
    }
    .into_any()
}

/// Why the level differs from the proposal. Without a proposal there is nothing to differ from.
pub(super) fn deviation(shown: &AssessmentView, form: &FormView, lang: Lang) -> Option<AnyView> {
    let typed = &shown.state.form;
    let proposal = shown.judged.proposal?;
    let said = |level: FulfilmentLevel| format!("{} {}", level.rank(), name::level(lang, level));
    let percent = number::percent(lang, proposal.percent, 1, &shown.scheme);
    let proposed = said(proposal.level);
    let differs = FulfilmentLevel::ALL
        .into_iter()
        .filter(|level| *level != proposal.level)
        .map(|level| {
            let values = [("chosen", said(level).into()), ("proposed", (&proposed).into())];
            (
                level.code().to_owned(),
                lang.t_with("assessment-deviates", &values),
            )
        })
        .collect::<Vec<_>>();
    let values = [("proposed", (&proposed).into()), ("percent", percent.into())];
    let hint = lang.t_with("assessment-deviation-hint", &values);
    let keep = !typed.deviation_reason.is_empty() || form.message("deviation_reason").is_some();
    let form = form.clone();
    let chosen = typed.level.clone();
    Some(
        view! {
            <DeviationReason
                radios="level".to_owned()
                proposal=proposal.level.code().to_owned()
                chosen
                keep
                differs
            >
                <TextArea
                    form
                    name="deviation_reason"
                    hint
                    rows=4
                    need=Need::Sometimes
                />
            </DeviationReason>
        }
        .into_any(),
    )
}
