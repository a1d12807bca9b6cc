//! The form that states a realised benefit.

use domain::form::row_field;
use domain::statement::{Finding, SourceKind};
use leptos::prelude::*;
use service::{AskedNow, BenefitOption, DeliveryOption, StatementFormView};
use text::{Lang, date, figure, name};

use crate::api;
use crate::components::form::{
    Choice, Field, FieldProblem, FigureFields, FormFrame, FormView, Need, Radios, ReadFrom, RowButton,
    Select, TextArea, TickBoxes, row_count, with_figures,
};
use crate::components::form_page::{path_part, query_part};
use crate::components::links;
use crate::components::page::Loaded;
use crate::components::prose::Paragraphs;
use crate::components::receipt::{Receipt, ReceiptKind};
use crate::components::register::excerpt;

/// The form of a statement: new, in the place of another, or one that nobody has approved.
#[component]
pub fn StatementFormPage() -> impl IntoView {
    let lang = api::lang();
    let initiative = path_part("id").unwrap_or_default();
    let load = api::statement_form(
        initiative,
        (query_part("leverans"), query_part("nytta")),
        query_part("ersatter"),
        path_part("statement"),
        query_part("draft"),
    );
    view! { <Loaded load view=move |shown| form_view(&shown, lang) /> }.into_any()
}

fn form_view(shown: &StatementFormView, lang: Lang) -> AnyView {
    let form = fields(shown, lang);
    let heading = lang.t(match (shown.existing, &shown.supersedes) {
        (true, _) => "form-statement-change",
        (false, Some(before)) if before.finding.value.is_later() => "form-statement-follow",
        (false, Some(_)) => "form-statement-supersede",
        (false, None) => "form-statement-new",
    });
    let lead = lang.t(match &shown.supersedes {
        Some(_) => "form-statement-supersede-lead",
        None => "form-statement-lead",
    });
    let back = links::initiative(shown.initiative.id);
    let crumbs = vec![
        ("/initiativ".to_owned(), lang.t("initiative-list-title")),
        (back.clone(), shown.initiative.name.clone()),
    ];
    let afresh = format!("{back}#konstaterad-{}", shown.state.form.id);
    let returned = shown.review_note.as_ref().map(|note| {
        let said = lang.t_with("initiative-returned-with", &[("note", note.into())]);
        view! { <p class="review-note">{said}</p> }
    });
    let (before, asked) = (before(shown, lang), asked_now(shown, lang));
    let parts = (concerned(&form, shown), found(&form, shown), sources(&form));
    let close = lang.t("form-receipt-close");
    let withdrawn = (query_part("klart").as_deref() == Some("tillbakatagen")).then(|| {
        let (heading, next) = (
            lang.t("initiative-done-withdrawn"),
            lang.t("initiative-done-withdrawn-next"),
        );
        let without = format!("{back}/konstaterad/{}", shown.state.form.id);
        view! { <Receipt kind=ReceiptKind::Done heading next without close /> }
    });
    view! {
        {withdrawn}
        <FormFrame
            form=form.clone()
            heading
            lead
            kicker=shown.initiative.name.clone()
            crumbs
            action="/api/statement_save"
            back
            afresh
            hidden=vec!["initiative", "supersedes"]
            submit=lang.t("form-statement-submit")
            draft=lang.t("form-statement-draft")
            note=lang.t("form-statement-who-approves")
        >
            {before}
            {asked}
            {returned}
            <FieldProblem form=form.clone() name="supersedes" />
            {parts}
            <FigureFields form=form.clone() />
            <TextArea form=form.clone() name="note" hint=lang.t("form-statement-note-hint") rows=2 need=Need::Never />
        </FormFrame>
    }
    .into_any()
}

fn fields(shown: &StatementFormView, lang: Lang) -> FormView {
    let several = shown.deliveries.len() > 1;
    let deliveries = shown
        .deliveries
        .iter()
        .map(|delivery| Choice::new(delivery.id.to_string(), delivery.name.clone()));
    let benefits = shown.benefits.iter().map(|benefit| {
        let choice = Choice::new(benefit.id.to_string(), benefit.name.clone());
        let mut deliveries = shown.deliveries.iter();
        let delivery = deliveries.find(|delivery| several && benefit.delivery == Some(delivery.id));
        match promised(benefit, delivery, lang) {
            Some(promise) => choice.with_hint(promise),
            None => choice,
        }
    });
    let groups = shown
        .groups
        .iter()
        .map(|group| Choice::new(group.id.to_string(), group.name.clone()));
    let findings = Finding::ALL.into_iter().map(|finding| {
        Choice::new(finding.code(), name::finding(lang, finding)).with_hint(name::finding_hint(lang, finding))
    });
    let units = shown
        .units
        .iter()
        .map(|unit| Choice::new(unit.id.to_string(), unit.name.clone()));
    let kinds = SourceKind::ALL
        .into_iter()
        .map(|kind| Choice::new(kind.code(), name::source_kind(lang, kind)));
    let on = |key: &str| vec![Choice::new("on", lang.t(key))];
    let form = FormView::of(lang, "form-statement", &shown.state)
        .field("supersedes", lang.t("form-statement-supersedes"))
        .one_of(
            "delivery",
            lang.t("form-statement-delivery"),
            deliveries.collect(),
        )
        .one_of("benefits", lang.t("form-statement-benefits"), benefits.collect())
        .one_of("groups", lang.t("form-statement-groups"), groups.collect())
        .one_of("finding", lang.t("form-statement-finding"), findings.collect())
        .one_of(
            "finding_interpreted",
            lang.t("form-statement-finding-reading"),
            on("form-interpreted"),
        )
        .field("text", lang.t("form-statement-text"))
        .field("as_of", lang.t("form-statement-as-of"))
        .one_of(
            "as_of_interpreted",
            lang.t("form-statement-as-of-reading"),
            on("form-statement-as-of-interpreted"),
        )
        .field("follow_up", lang.t("form-statement-follow-up"))
        .one_of(
            "unplanned",
            lang.t("form-statement-unplanned"),
            on("form-statement-unplanned-choice"),
        )
        .one_of(
            "assessing_unit",
            lang.t("form-statement-assessing-unit"),
            units.collect(),
        )
        .field("method", lang.t("form-statement-method"))
        .one_of(
            "source_kind",
            lang.t("form-statement-source-kind"),
            kinds.collect(),
        )
        .field("source_text", lang.t("form-statement-source-text"))
        .field("note", lang.t("form-statement-note"));
    with_figures(form)
}

/// What was promised: in words, by when and in figures, and by which delivery where there are several.
fn promised(benefit: &BenefitOption, delivery: Option<&DeliveryOption>, lang: Lang) -> Option<String> {
    let words = benefit.promise.as_deref().map(excerpt);
    let from = benefit.expected_from.map(|day| {
        let day = date::day(lang, day);
        lang.t_with("form-statement-benefit-from", &[("day", day.into())])
    });
    let figures = benefit.figures.iter().map(|figure| {
        let role = name::figure_role(lang, figure.role.value);
        format!("{}: {} ({role})", figure.what, figure::written(lang, figure))
    });
    let delivery = delivery.map(|delivery| delivery.name.clone());
    let said: Vec<String> = words
        .into_iter()
        .chain(from)
        .chain(figures)
        .chain(delivery)
        .collect();
    (!said.is_empty()).then(|| said.join(" · "))
}

/// Which follow-up round asks, by when, and with what words.
fn asked_now(shown: &StatementFormView, lang: Lang) -> Vec<AnyView> {
    let one = |asked: &AskedNow| {
        let (year, part) = asked.period;
        let said = lang.t_with(
            "form-statement-asked",
            &[
                ("round", name::round(lang, year, part).into()),
                ("day", date::day(lang, asked.due).into()),
            ],
        );
        let message = asked.message.clone().map(|text| view! { <Paragraphs text /> });
        view! {
            <div class="asked">
                <p>
                    <a href=links::round(asked.round)>{said}</a>
                </p>
                {message}
            </div>
        }
        .into_any()
    };
    shown.asked.iter().map(one).collect()
}

/// What the new one takes the place of, and when that was to be followed up.
fn before(shown: &StatementFormView, lang: Lang) -> Option<AnyView> {
    let before = shown.supersedes.as_ref()?;
    let replaced = lang.t_with(
        "form-statement-before",
        &[
            ("day", date::day(lang, before.as_of.value).into()),
            ("text", before.text.clone().into()),
        ],
    );
    let follow_up = before.follow_up.map(|when| {
        let when = date::when(lang, when);
        view! { <p>{lang.t_with("form-statement-before-follow-up", &[("when", when.into())])}</p> }
    });
    Some(view! { <div class="asked"><p>{replaced}</p> {follow_up}</div> }.into_any())
}

/// What it speaks for.
fn concerned(form: &FormView, shown: &StatementFormView) -> AnyView {
    let lang = form.lang;
    let several = shown.deliveries.len() > 1 && !form.value("delivery").is_empty();
    let hint = lang.t(if several {
        "form-statement-delivery-several-hint"
    } else {
        "form-statement-delivery-hint"
    });
    let benefits = if shown.benefits.is_empty() {
        let wrong = form.message("benefits").is_some();
        view! {
            <fieldset
                class=if wrong { "field has-error" } else { "field" }
                id="benefits"
                tabindex="-1"
                aria-describedby=wrong.then_some("benefits-fel")
            >
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
                hint=lang.t("form-statement-benefits-hint")
                need=Need::Sometimes
            />
        }
        .into_any()
    };
    view! {
        <Select
            form=form.clone()
            name="delivery"
            hint=hint
            empty=lang.t("form-statement-delivery-empty")
            need=Need::Never
        />
        {benefits}
        <TickBoxes
            form=form.clone()
            name="groups"
            hint=lang.t("form-statement-groups-hint")
            need=Need::Never
        />
    }
    .into_any()
}

/// What was found, and when.
fn found(form: &FormView, shown: &StatementFormView) -> AnyView {
    let lang = form.lang;
    let as_of = match shown.cut_off {
        Some(day) => lang.t_with(
            "form-statement-as-of-cut-off",
            &[("day", date::day(lang, day).into())],
        ),
        None => lang.t("form-statement-as-of-hint"),
    };
    view! {
        <Radios form=form.clone() name="finding" />
        <TextArea form=form.clone() name="text" hint=lang.t("form-statement-text-hint") rows=6 />
        <div class="two">
            <Field form=form.clone() name="as_of" hint=as_of />
            <Field
                form=form.clone()
                name="follow_up"
                hint=lang.t("form-statement-follow-up-hint")
                need=Need::Never
            />
        </div>
        <ReadFrom form=form.clone() names=vec!["finding_interpreted", "as_of_interpreted", "unplanned"] />
    }
    .into_any()
}

/// Who has judged, how, and on what: a row a source.
fn sources(form: &FormView) -> AnyView {
    let lang = form.lang;
    let rows: Vec<_> = (0..row_count(form, &["source_text"], 1))
        .map(|row| {
            let field = |column: &str| row_field(column, row);
            view! {
                <div class="two row">
                    <Select form=form.clone() name=field("source_kind") empty=lang.t("form-statement-source-none") need=Need::Never />
                    <Field form=form.clone() name=field("source_text") need=Need::Never />
                </div>
            }
        })
        .collect();
    view! {
        <fieldset class="part">
            <legend>
                <h2>{lang.t("form-statement-sources")}</h2>
            </legend>
            <p class="hint">{lang.t("form-statement-sources-hint")}</p>
            <Select
                form=form.clone()
                name="assessing_unit"
                empty=lang.t("form-unit-empty")
                need=Need::Never
            />
            <TextArea
                form=form.clone()
                name="method"
                hint=lang.t("form-statement-method-hint")
                rows=2
                need=Need::Never
            />
            {rows}
            <RowButton form=form.clone() action="add_source" text=lang.t("form-statement-source-add") />
        </fieldset>
    }
    .into_any()
}
