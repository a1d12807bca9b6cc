//! The form of a SUS evaluation.

use domain::sus::SusLevel;
use leptos::prelude::*;
use service::SusFormView;
use text::{Lang, name};

use crate::api;
use crate::components::form::{Choice, Field, FormFrame, FormView, Need, Radios, Select, TextArea};
use crate::components::form_page::{path_part, query_part};
use crate::components::links;
use crate::components::page::Loaded;

/// The form of a SUS evaluation: new, or one that exists.
#[component]
pub fn SusFormPage() -> impl IntoView {
    let lang = api::lang();
    let load = api::sus_form(
        path_part("delivery").unwrap_or_default(),
        path_part("evaluation"),
        query_part("draft"),
    );
    view! { <Loaded load view=move |shown| form_view(&shown, lang) /> }.into_any()
}

fn form_view(shown: &SusFormView, lang: Lang) -> AnyView {
    let known = [
        ("answers", "form-sus-known-answers"),
        ("score", "form-sus-known-score"),
        ("level", "form-sus-known-level"),
    ]
    .map(|(code, key)| Choice::new(code, lang.t(key)));
    let levels = SusLevel::ALL
        .into_iter()
        .map(|level| Choice::new(level.code(), name::upper_first(&name::sus_level(lang, level))));
    let form = FormView::of(lang, "form-sus", &shown.state)
        .field("subject", lang.t("form-sus-subject"))
        .field("when", lang.t("form-sus-when"))
        .one_of("known", lang.t("form-sus-known"), known.to_vec())
        .field("answers", lang.t("form-sus-answers"))
        .field("score", lang.t("form-sus-score"))
        .one_of("level", lang.t("form-sus-level"), levels.collect());
    let heading = lang.t(if shown.existing {
        "form-sus-change"
    } else {
        "form-sus-new"
    });
    let initiative = shown.initiative.id.to_string();
    let back = links::initiative(shown.initiative.id);
    let crumbs = vec![
        ("/initiativ".to_owned(), lang.t("initiative-list-title")),
        (back.clone(), shown.initiative.name.clone()),
    ];
    let afresh = format!("{back}/sus/{}/{}", shown.delivery.id, shown.state.form.id);
    view! {
        <FormFrame
            form=form.clone()
            heading
            lead=lang.t("form-sus-lead")
            kicker=shown.delivery.name.clone()
            crumbs
            action="/api/sus_save"
            back
            afresh
            hidden=vec!["delivery"]
            submit=lang.t("form-sus-submit")
        >
            <input type="hidden" name="initiative" value=initiative />
            <div class="two">
                <Field form=form.clone() name="subject" />
                <Field form=form.clone() name="when" hint=lang.t("form-sus-when-hint") need=Need::Never />
            </div>
            <Radios form=form.clone() name="known" />
            <TextArea
                form=form.clone()
                name="answers"
                hint=lang.t("form-sus-answers-hint")
                need=Need::Sometimes
            />
            <div class="two">
                <Field
                    form=form.clone()
                    name="score"
                    hint=lang.t("form-sus-score-hint")
                    need=Need::Sometimes
                    inputmode="decimal"
                />
                <Select form=form.clone() name="level" empty=lang.t("structure-choose") need=Need::Sometimes />
            </div>
        </FormFrame>
    }
    .into_any()
}
