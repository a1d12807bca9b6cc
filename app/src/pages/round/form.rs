//! The form of a follow-up round.

use domain::round::{RoundPart, RoundState, Selection};
use leptos::prelude::*;
use service::RoundFormView;
use text::{Lang, name};

use crate::api;
use crate::components::form::{Choice, Field, FormFrame, FormView, Need, Select, TextArea, TickBoxes};
use crate::components::form_page::{path_part, query_part};
use crate::components::links;
use crate::components::page::Loaded;

/// The form: a new round, or one that is not closed.
#[component]
pub fn RoundFormPage() -> impl IntoView {
    let lang = api::lang();
    let load = api::round_form(path_part("id"), query_part("draft"));
    view! { <Loaded load view=move |shown| form_view(&shown, lang) /> }.into_any()
}

fn form_view(shown: &RoundFormView, lang: Lang) -> AnyView {
    let parts = RoundPart::ALL
        .into_iter()
        .map(|part| Choice::new(part.code(), name::round_part(lang, part)));
    let rules = Selection::ALL.into_iter().map(|rule| rule_choice(rule, lang));
    let existing = shown.existing.as_ref();
    let rules_label = match existing {
        Some(_) => lang.t("round-form-more"),
        None => lang.t("round-form-rules"),
    };
    let form = FormView::of(lang, "round-form", &shown.state)
        .field("year", lang.t("round-form-year"))
        .one_of("part", lang.t("round-form-part"), parts.collect())
        .field("due", lang.t("round-form-due"))
        .field("message", lang.t("round-form-message"))
        .one_of("rules", rules_label, rules.collect());
    let (heading, lead, rules_hint, need) = match existing {
        None => (
            lang.t("round-form-new"),
            lang.t("round-form-lead"),
            lang.t("round-form-rules-hint"),
            Need::Always,
        ),
        Some(round) => (
            lang.t("round-form-change"),
            lang.t(match round.state {
                RoundState::Open => "round-form-change-open-lead",
                RoundState::Prepared | RoundState::Closed => "round-form-change-lead",
            }),
            lang.t("round-form-more-hint"),
            Need::Never,
        ),
    };
    let (back, afresh) = match existing {
        None => (links::ROUNDS.to_owned(), "/uppfoljning/ny".to_owned()),
        Some(round) => (
            links::round(round.id),
            format!("{}/andra", links::round(round.id)),
        ),
    };
    let mut crumbs = vec![(links::ROUNDS.to_owned(), lang.t("round-list-title"))];
    crumbs.extend(existing.map(|round| {
        let name = name::round(lang, round.year, round.part);
        (links::round(round.id), name)
    }));
    let submit = match existing {
        None => lang.t("round-form-submit"),
        Some(_) => lang.t("round-form-save"),
    };
    view! {
        <FormFrame
            form=form.clone()
            heading
            lead
            crumbs
            action="/api/round_save"
            back
            afresh
            submit
            note=lang.t("round-form-note")
        >
            <div class="two">
                <Field form=form.clone() name="year" inputmode="numeric" />
                <Select form=form.clone() name="part" />
            </div>
            <Field form=form.clone() name="due" hint=lang.t("round-form-due-hint") />
            <TickBoxes form=form.clone() name="rules" hint=rules_hint need />
            <TextArea form=form.clone() name="message" hint=lang.t("round-form-message-hint") need=Need::Never />
        </FormFrame>
    }
    .into_any()
}

fn rule_choice(rule: Selection, lang: Lang) -> Choice {
    let label = name::round_rule(lang, rule);
    let hint = lang.t(match rule {
        Selection::Missing => "round-rule-missing-hint",
        Selection::FollowUps => "round-rule-follow-ups-hint",
        Selection::Due => "round-rule-due-hint",
        Selection::Deliveries => "round-rule-deliveries-hint",
    });
    Choice::new(rule.code(), label).with_hint(hint)
}
