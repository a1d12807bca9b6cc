//! Texts that concern some groups together, a row each.

use domain::form::row_field;
use domain::id::BenefitGroupId;
use leptos::prelude::*;
use service::AssessmentView;
use text::{Lang, number};

use crate::components::form::{FieldProblem, FormView, Need, RowButton, TextArea, row_count};
use crate::components::prose::Paragraphs;

/// The rows of the form.
pub(super) fn group_texts(shown: &AssessmentView, form: &FormView, lang: Lang) -> AnyView {
    let rows: Vec<_> = (0..row_count(form, &["group_text"], 1))
        .map(|row| text_row(row, shown, form, lang))
        .collect();
    view! {
        <fieldset class="part">
            <legend>
                <h2>{lang.t("assessment-texts")}</h2>
            </legend>
            <p class="hint">{lang.t("assessment-texts-hint")}</p>
            {rows}
            <RowButton form=form.clone() action="add_text" text=lang.t("assessment-texts-add") />
        </fieldset>
    }
    .into_any()
}

fn text_row(row: usize, shown: &AssessmentView, form: &FormView, lang: Lang) -> AnyView {
    let field = row_field("text_groups", row);
    let wrong = form.message(&field).is_some();
    let boxes: Vec<_> = shown
        .groups
        .iter()
        .enumerate()
        .map(|(place, group)| {
            // The first box is where a message leads.
            let id = if place == 0 {
                field.clone()
            } else {
                format!("{field}-{place}")
            };
            let for_box = id.clone();
            let value = format!("{row}:{}", group.id);
            let ticked = shown.state.form.text_groups.contains(&value);
            view! {
                <label class="choice" for=for_box>
                    <input
                        type="checkbox"
                        id=id
                        name="text_groups[]"
                        value=value
                        checked=ticked
                        aria-describedby=wrong.then(|| format!("{field}-fel"))
                    />
                    <span class="choice-text">{group.short_name.clone()}</span>
                </label>
            }
        })
        .collect();
    let legend = lang.t_with(
        "assessment-texts-row",
        &[("row", number::len(lang, row.saturating_add(1)).into())],
    );
    view! {
        <fieldset class=if wrong { "row field has-error" } else { "row field" }>
            <legend>{legend}</legend>
            <FieldProblem form=form.clone() name=field.clone() />
            <div class="choices compact">{boxes}</div>
            <TextArea form=form.clone() name=row_field("group_text", row) rows=3 need=Need::Sometimes />
        </fieldset>
    }
    .into_any()
}

/// The texts for those who read.
pub(super) fn texts_read(shown: &AssessmentView, lang: Lang) -> Option<AnyView> {
    let form = &shown.state.form;
    let named = |row: usize| {
        let names = form.groups_of(row).filter_map(|id| {
            let id: BenefitGroupId = id.parse().ok()?;
            let group = shown.groups.iter().find(|group| group.id == id)?;
            Some(group.short_name.clone())
        });
        names.collect::<Vec<_>>().join(", ")
    };
    let texts: Vec<_> = form
        .group_text
        .iter()
        .enumerate()
        .filter(|(_, text)| !text.trim().is_empty())
        .map(|(row, text)| {
            view! {
                <h4>{named(row)}</h4>
                <Paragraphs text=text.clone() />
            }
        })
        .collect();
    (!texts.is_empty()).then(|| {
        view! {
            <h3>{lang.t("assessment-texts")}</h3>
            {texts}
        }
        .into_any()
    })
}
