use ::text::{Lang, number};
use domain::form::row_field;
use domain::report::ChapterKey;
use leptos::prelude::*;
use service::ReportTextFormView;

use super::crumbs;
use crate::api;
use crate::components::form::{
    Choice, Field, FormFrame, FormView, Need, RowButton, Select, TextArea, TickBoxes, row_count,
};
use crate::components::form_page::{path_part, query_part};
use crate::components::links;
use crate::components::page::Loaded;

/// The form of what a report says in words.
#[component]
pub fn ReportTextFormPage() -> impl IntoView {
    let lang = api::lang();
    let load = api::report_text_form(path_part("id").unwrap_or_default(), query_part("draft"));
    view! { <Loaded load view=move |shown| form_view(&shown, lang) /> }.into_any()
}

fn form_view(shown: &ReportTextFormView, lang: Lang) -> AnyView {
    let groups: Vec<Choice> = shown
        .groups
        .iter()
        .map(|group| Choice::new(group.id.to_string(), group.name.clone()))
        .collect();
    let form = FormView::of(lang, "report-texts", &shown.state)
        .field("foreword", lang.t("report-foreword"))
        .field("background", lang.t("report-background"))
        .field("method", lang.t("report-method"))
        .field("summary", lang.t("report-summary"))
        .field("observations", lang.t("report-texts-observations"))
        .one_of(
            "conflict_one",
            lang.t("report-texts-conflict-one"),
            groups.clone(),
        )
        .one_of("conflict_other", lang.t("report-texts-conflict-other"), groups)
        .field("conflict_text", lang.t("report-texts-conflict-text"))
        .field("notes", lang.t("report-texts-notes"))
        .one_of("carried", lang.t("life-carried-legend"), carried(shown, lang));
    // Only those that came along can still be ones that nobody has gone through.
    let came_along = (!form.choices("carried").is_empty()).then(|| {
        view! { <TickBoxes form=form.clone() name="carried" hint=lang.t("life-carried-hint") need=Need::Never /> }
    });
    let back = links::report(shown.report.id);
    let conflicts = conflicts(&form);
    view! {
        <FormFrame
            form=form.clone()
            heading=lang.t("report-texts-heading")
            lead=lang.t("report-texts-lead")
            kicker=shown.report.name()
            crumbs=crumbs(&shown.report, lang)
            action="/api/report_text_save"
            back=back.clone()
            afresh=format!("{back}/texter")
            submit=lang.t("report-texts-submit")
        >
            <TextArea form=form.clone() name="foreword" need=Need::Never />
            <TextArea form=form.clone() name="background" rows=8 need=Need::Never />
            <TextArea form=form.clone() name="method" rows=8 need=Need::Never />
            <TextArea form=form.clone() name="summary" rows=8 need=Need::Never />
            <TextArea
                form=form.clone()
                name="observations"
                hint=lang.t("report-texts-observations-hint")
                rows=6
                need=Need::Never
            />
            {came_along}
            {conflicts}
            <TextArea form=form.clone() name="notes" hint=lang.t("report-texts-notes-hint") rows=4 need=Need::Never />
        </FormFrame>
    }
    .into_any()
}

/// Chapters that came from the report before, and that nobody has gone through.
fn carried(shown: &ReportTextFormView, lang: Lang) -> Vec<Choice> {
    let carried = |key: &ChapterKey| shown.carried.contains(key);
    ChapterKey::ALL
        .into_iter()
        .filter(carried)
        .map(|key| Choice::new(key.code(), ::text::report::chapter(lang, key)))
        .collect()
}

/// Conflicts between groups, a row each.
fn conflicts(form: &FormView) -> AnyView {
    let lang = form.lang;
    let rows: Vec<_> = (0..row_count(form, &["conflict_text", "conflict_one"], 1))
        .map(|row| {
            let field = |column: &str| row_field(column, row);
            let legend = lang.t_with(
                "report-texts-conflict-row",
                &[("row", number::len(lang, row.saturating_add(1)).into())],
            );
            view! {
                <fieldset class="row">
                    <legend>{legend}</legend>
                    <div class="two">
                        <Select
                            form=form.clone()
                            name=field("conflict_one")
                            empty=lang.t("structure-choose")
                            need=Need::Sometimes
                        />
                        <Select
                            form=form.clone()
                            name=field("conflict_other")
                            empty=lang.t("structure-choose")
                            need=Need::Sometimes
                        />
                    </div>
                    <Field form=form.clone() name=field("conflict_text") need=Need::Sometimes />
                </fieldset>
            }
        })
        .collect();
    view! {
        <fieldset class="part">
            <legend>
                <h2>{lang.t("report-texts-conflicts")}</h2>
            </legend>
            <p class="hint">{lang.t("report-texts-conflicts-hint")}</p>
            {rows}
            <RowButton form=form.clone() action="add_conflict" text=lang.t("report-texts-conflict-add") />
        </fieldset>
    }
    .into_any()
}
