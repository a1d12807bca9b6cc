//! The form that states a realised benefit.

use domain::form::StatementForm;
use domain::statement::Finding;
use leptos::prelude::*;
use service::StatementFormView;
use text::{Lang, date, name};

use crate::api;
use crate::components::form::{
    Choice, ErrorSummary, Field, FieldProblem, FormView, Hidden, Radios, Select, SubmissionKey, TextArea,
};
use crate::components::form_page::{FormTitle, path_part, query_part, theirs};
use crate::components::links;
use crate::components::page::Loaded;
use crate::components::page_head::{Crumbs, PageHead};
use crate::components::stale::{BothVersions, StalePanel};
use crate::components::tick_boxes::TickBoxes;
use crate::islands::UnsavedGuard;

/// The form of a statement: new, or one that nobody has approved.
#[component]
pub fn StatementFormPage() -> impl IntoView {
    let lang = api::lang();
    let initiative = path_part("id").unwrap_or_default();
    let load = api::statement_form(
        initiative,
        query_part("leverans"),
        path_part("statement"),
        query_part("draft"),
    );
    view! { <Loaded load view=move |shown| form_view(shown, lang) /> }.into_any()
}

fn form_view(shown: StatementFormView, lang: Lang) -> AnyView {
    let typed = shown.state.form.clone();
    let stale = theirs(&shown.state).cloned();
    let form = FormView::new(lang, "form-statement", labels(lang), shown.state.errors());
    let came_back = stale.is_some() || !form.is_valid();
    let heading = lang.t(if shown.existing {
        "form-statement-change"
    } else {
        "form-statement-new"
    });
    let back = links::initiative(shown.initiative.id);
    let version = stale
        .as_ref()
        .map_or_else(|| typed.version.clone(), |theirs| theirs.version.clone());
    let panel = stale.map(|theirs| {
        let fields = BothVersions::pair(fields(&typed, &shown, lang), fields(&theirs, &shown, lang));
        view! {
            <StalePanel
                fields
                heading=lang.t("form-statement-stale")
                advice=lang.t("form-statement-stale-advice")
                afresh=format!("{back}#konstaterad-{}", typed.id)
                lang
            />
        }
    });
    let crumbs = vec![
        ("/initiativ".to_owned(), lang.t("initiative-list-title")),
        (back.clone(), shown.initiative.name.clone()),
    ];
    let kicker = Some(view! { <p class="kicker">{shown.initiative.name.clone()}</p> }.into_any());
    view! {
        <FormTitle text=heading.clone() came_back lang />
        <Crumbs steps=crumbs here=heading.clone() lang />
        <ErrorSummary form=form.clone() />
        {panel}
        <PageHead heading=heading.into_any() kicker>
            <p class="lead">{lang.t("form-statement-lead")}</p>
        </PageHead>
        <form class="form" id="formular" method="post" action="/api/statement_save" novalidate=true>
            <SubmissionKey submission=typed.submission.clone() id=typed.id.clone() version />
            <Hidden name="initiative" value=typed.initiative.clone() />
            <Concerned form=form.clone() typed=typed.clone() shown=shown.clone() />
            <Found form=form.clone() typed=typed.clone() cut_off=shown.cut_off />
            <Sources form typed shown />
            <p class="note">{lang.t("form-statement-who-approves")}</p>
            <div class="actions">
                <button class="btn primary" type="submit" name="action" value="submit">
                    {lang.t("form-statement-submit")}
                </button>
                <button class="btn quiet" type="submit" name="action" value="draft">
                    {lang.t("form-statement-draft")}
                </button>
                <a class="btn quiet" href=back>{lang.t("form-cancel")}</a>
            </div>
        </form>
        <UnsavedGuard form="formular".to_owned() dirty=came_back />
    }
    .into_any()
}

/// What it speaks for.
#[component]
fn Concerned(form: FormView, typed: StatementForm, shown: StatementFormView) -> impl IntoView {
    let lang = form.lang;
    let several = shown.deliveries.len() > 1;
    let deliveries: Vec<Choice> = shown
        .deliveries
        .iter()
        .map(|delivery| Choice::new(delivery.id.to_string(), delivery.name.clone()))
        .collect();
    let hint = lang.t(if several && !typed.delivery.is_empty() {
        "form-statement-delivery-several-hint"
    } else {
        "form-statement-delivery-hint"
    });
    let benefits: Vec<Choice> = shown
        .benefits
        .iter()
        .map(|benefit| {
            let choice = Choice::new(benefit.id.to_string(), benefit.name.clone());
            let delivery = shown
                .deliveries
                .iter()
                .find(|delivery| benefit.delivery == Some(delivery.id));
            match delivery.filter(|_| several) {
                Some(delivery) => choice.with_hint(delivery.name.clone()),
                None => choice,
            }
        })
        .collect();
    let benefits = if benefits.is_empty() {
        let wrong = form.message("benefits").is_some();
        view! {
            <fieldset class=if wrong { "field has-error" } else { "field" } id="benefits" tabindex="-1">
                <legend>{form.label("benefits")}</legend>
                <FieldProblem form=form.clone() name="benefits" />
                <p class="hint">{lang.t("form-statement-benefits-none")}</p>
            </fieldset>
        }
        .into_any()
    } else {
        view! {
            <TickBoxes
                form=form.clone()
                name="benefits"
                options=benefits
                selected=typed.benefits
                hint=lang.t("form-statement-benefits-hint")
            />
        }
        .into_any()
    };
    let groups = shown
        .groups
        .iter()
        .map(|group| Choice::new(group.id.to_string(), group.name.clone()));
    view! {
        <Select
            form=form.clone()
            name="delivery"
            options=deliveries
            selected=typed.delivery
            hint=hint
            empty=lang.t("form-statement-delivery-empty")
            optional=true
        />
        {benefits}
        <TickBoxes
            form
            name="groups"
            options=groups.collect()
            selected=typed.groups
            hint=lang.t("form-statement-groups-hint")
            optional=true
        />
    }
}

/// What was found, and when.
#[component]
fn Found(form: FormView, typed: StatementForm, cut_off: Option<chrono::NaiveDate>) -> impl IntoView {
    let lang = form.lang;
    let findings = Finding::ALL.into_iter().map(|finding| {
        Choice::new(finding.code(), name::finding(lang, finding)).with_hint(name::finding_hint(lang, finding))
    });
    let as_of = match cut_off {
        Some(day) => lang.t_with(
            "form-statement-as-of-cut-off",
            &[("day", date::day(lang, day).into())],
        ),
        None => lang.t("form-statement-as-of-hint"),
    };
    view! {
        <Radios form=form.clone() name="finding" options=findings.collect() selected=typed.finding />
        <TextArea
            form=form.clone()
            name="text"
            value=typed.text
            hint=lang.t("form-statement-text-hint")
            rows=6
        />
        <div class="two">
            <Field form=form.clone() name="as_of" value=typed.as_of hint=as_of />
            <Field
                form
                name="follow_up"
                value=typed.follow_up
                hint=lang.t("form-statement-follow-up-hint")
                optional=true
            />
        </div>
    }
}

/// Who has judged, how, and on what.
#[component]
fn Sources(form: FormView, typed: StatementForm, shown: StatementFormView) -> impl IntoView {
    let lang = form.lang;
    let units = shown
        .units
        .iter()
        .map(|unit| Choice::new(unit.id.to_string(), unit.name.clone()));
    view! {
        <fieldset class="part">
            <legend>
                <h2>{lang.t("form-statement-sources")}</h2>
            </legend>
            <Select
                form=form.clone()
                name="assessing_unit"
                options=units.collect()
                selected=typed.assessing_unit
                empty=lang.t("form-statement-assessing-unit-empty")
                optional=true
            />
            <TextArea
                form=form.clone()
                name="method"
                value=typed.method
                hint=lang.t("form-statement-method-hint")
                rows=2
                optional=true
            />
            <div class="two">
                <Field form=form.clone() name="registry_number" value=typed.registry_number optional=true />
                <Field form=form.clone() name="system" value=typed.system optional=true />
            </div>
            <TextArea
                form
                name="note"
                value=typed.note
                hint=lang.t("form-statement-note-hint")
                rows=2
                optional=true
            />
        </fieldset>
    }
}

fn labels(lang: Lang) -> [(&'static str, String); 12] {
    [
        ("delivery", lang.t("form-statement-delivery")),
        ("benefits", lang.t("form-statement-benefits")),
        ("groups", lang.t("form-statement-groups")),
        ("finding", lang.t("form-statement-finding")),
        ("text", lang.t("form-statement-text")),
        ("as_of", lang.t("form-statement-as-of")),
        ("follow_up", lang.t("form-statement-follow-up")),
        ("assessing_unit", lang.t("form-statement-assessing-unit")),
        ("method", lang.t("form-statement-method")),
        ("registry_number", lang.t("form-statement-registry-number")),
        ("system", lang.t("form-statement-system")),
        ("note", lang.t("form-statement-note")),
    ]
}

/// The fields as people read them, in the order of [`labels`].
fn fields(form: &StatementForm, shown: &StatementFormView, lang: Lang) -> Vec<(String, String)> {
    let delivery = shown
        .deliveries
        .iter()
        .find(|delivery| delivery.id.to_string() == form.delivery);
    let benefits = shown
        .benefits
        .iter()
        .filter(|benefit| form.benefits.contains(&benefit.id.to_string()));
    let benefits: Vec<&str> = benefits.map(|benefit| benefit.name.as_str()).collect();
    let groups = shown
        .groups
        .iter()
        .filter(|group| form.groups.contains(&group.id.to_string()));
    let groups: Vec<&str> = groups.map(|group| group.name.as_str()).collect();
    let finding = Finding::from_code(&form.finding);
    let unit = shown
        .units
        .iter()
        .find(|unit| unit.id.to_string() == form.assessing_unit);
    let values = [
        delivery.map(|delivery| delivery.name.clone()).unwrap_or_default(),
        benefits.join("\n"),
        groups.join(", "),
        finding
            .map(|finding| name::finding(lang, finding))
            .unwrap_or_default(),
        form.text.clone(),
        form.as_of.clone(),
        form.follow_up.clone(),
        unit.map(|unit| unit.name.clone()).unwrap_or_default(),
        form.method.clone(),
        form.registry_number.clone(),
        form.system.clone(),
        form.note.clone(),
    ];
    labels(lang)
        .into_iter()
        .map(|(_, label)| label)
        .zip(values)
        .collect()
}
