//! The page that builds a line's amounts: volume × minutes × hourly cost × share.

use domain::calculation::{Build, YearAmount};
use leptos::prelude::*;
use service::{CostOption, LineBuildView, LineBuilt};
use text::{Lang, date, name, number};

use crate::api;
use crate::components::empty::Empty;
use crate::components::form::{Choice, Field, FormFrame, FormView, Need, Select};
use crate::components::form_page::{path_part, query_part};
use crate::components::links;
use crate::components::page::{Loaded, Title};
use crate::components::page_head::{Crumbs, PageHead};
use crate::components::scroll::scroll;
use crate::islands::Shown;

/// The page.
#[component]
pub fn LineBuildPage() -> impl IntoView {
    let lang = api::lang();
    let load = api::line_build_form(
        path_part("id").unwrap_or_default(),
        path_part("line").unwrap_or_default(),
        query_part("draft"),
    );
    view! { <Loaded load view=move |shown| page(&shown, lang) /> }.into_any()
}

fn page(shown: &LineBuildView, lang: Lang) -> AnyView {
    if shown.costs.is_empty() {
        return nothing_to_build_of(shown, lang);
    }
    let calculation = &shown.calculation;
    let back = back(shown);
    let here = format!(
        "{}/rader/{}/bygg",
        links::calculation(calculation.id),
        shown.line.id
    );
    let form = fields(shown, lang);
    let last = calculation.years().last().unwrap_or(calculation.base_year);
    let years_hint = lang.t_with(
        "line-build-years-hint",
        &[
            ("first", calculation.base_year.to_string().into()),
            ("last", last.to_string().into()),
        ],
    );
    let (stands, result) = (stands(shown, lang), result(shown, lang));
    let clear = shown.line.build.is_some().then(|| {
        view! {
            <p>
                <button class="btn quiet" type="submit" name="action" value="clear">
                    {lang.t("line-build-clear")}
                </button>
            </p>
        }
    });
    view! {
        <FormFrame
            form=form.clone()
            heading=lang.t("line-build-title")
            lead=lang.t("line-build-lead")
            kicker=shown.line.name.clone()
            crumbs=crumbs(shown, lang)
            action="/api/line_build_save"
            back
            afresh=here
            hidden=vec!["line"]
            submit=lang.t("line-build-save")
        >
            {stands}
            {three(&form, "volume", lang.t("line-build-volume"), lang.t("line-build-volume-hint"))}
            {three(&form, "minutes", lang.t("line-build-minutes"), lang.t("line-build-minutes-hint"))}
            <Select
                form=form.clone()
                name="factor"
                hint=lang.t("line-build-factor-hint")
                empty=lang.t("line-build-factor-choose")
            />
            {three(&form, "share", lang.t("line-build-share"), lang.t("line-build-share-hint"))}
            <fieldset>
                <legend>{lang.t("line-build-years")}</legend>
                <p class="hint">{years_hint}</p>
                <div class="two">
                    <Field form=form.clone() name="first_year" inputmode="numeric" />
                    <Field form=form.clone() name="last_year" inputmode="numeric" />
                </div>
            </fieldset>
            <p>
                <button class="btn" type="submit" name="action" value="count">
                    {lang.t("line-build-count")}
                </button>
            </p>
            {result}
            {clear}
        </FormFrame>
    }
    .into_any()
}

fn back(shown: &LineBuildView) -> String {
    format!(
        "{}?alternativ={}#h-poster",
        links::calculation(shown.calculation.id),
        shown.alternative
    )
}

fn crumbs(shown: &LineBuildView, lang: Lang) -> Vec<(String, String)> {
    let number = shown.calculation.number.to_string();
    vec![
        ("/initiativ".to_owned(), lang.t("initiative-list-title")),
        (
            links::initiative(shown.initiative.id),
            shown.initiative.name.clone(),
        ),
        (
            back(shown),
            lang.t_with("calculation-crumb", &[("number", number.into())]),
        ),
    ]
}

/// Without an hourly cost there is nothing to fill in.
fn nothing_to_build_of(shown: &LineBuildView, lang: Lang) -> AnyView {
    let heading = lang.t("line-build-title");
    view! {
        <Title text=heading.clone() />
        <Crumbs steps=crumbs(shown, lang) here=heading.clone() lang />
        <PageHead heading=heading.into_any()>
            <p class="lead">{lang.t("line-build-lead")}</p>
        </PageHead>
        {stands(shown, lang)}
        <Empty heading=lang.t("line-build-no-costs") text=lang.t("line-build-no-costs-text") page=true />
        <div class="actions">
            <a class="btn primary" href=back(shown)>{lang.t("line-build-back")}</a>
            <a class="btn quiet" href=links::FACTORS>{lang.t("line-build-to-library")}</a>
        </div>
    }
    .into_any()
}

fn fields(shown: &LineBuildView, lang: Lang) -> FormView {
    let costs = shown.costs.iter().map(|cost| cost_choice(cost, lang));
    FormView::of(lang, "line-build", &shown.state)
        .field("volume_low", lang.t("line-build-volume-low"))
        .field("volume_likely", lang.t("line-build-volume-likely"))
        .field("volume_high", lang.t("line-build-volume-high"))
        .field("minutes_low", lang.t("line-build-minutes-low"))
        .field("minutes_likely", lang.t("line-build-minutes-likely"))
        .field("minutes_high", lang.t("line-build-minutes-high"))
        .one_of("factor", lang.t("line-build-factor"), costs.collect())
        .field("share_low", lang.t("line-build-share-low"))
        .field("share_likely", lang.t("line-build-share-likely"))
        .field("share_high", lang.t("line-build-share-high"))
        .field("first_year", lang.t("line-build-first-year"))
        .field("last_year", lang.t("line-build-last-year"))
}

fn cost_choice(cost: &CostOption, lang: Lang) -> Choice {
    let value = lang.t_with(
        "factor-value-hourly-cost",
        &[("value", number::decimal(lang, cost.value.value, None).into())],
    );
    Choice::new(cost.id.to_string(), format!("{}: {value}", cost.name))
}

/// Low, likely and high of the same thing.
fn three(form: &FormView, name: &'static str, legend: String, hint: String) -> AnyView {
    let lang = form.lang;
    let around = lang.t("line-build-optional");
    let field = |estimate: &str, need: Need| {
        view! { <Field form=form.clone() name=format!("{name}_{estimate}") inputmode="decimal" need /> }
    };
    view! {
        <fieldset>
            <legend>{legend}</legend>
            <p class="hint">{hint} " " {around}</p>
            <div class="three">
                {field("low", Need::Never)}
                {field("likely", Need::Always)}
                {field("high", Need::Never)}
            </div>
        </fieldset>
    }
    .into_any()
}

/// What the line was built of, and what is said of it.
fn stands(shown: &LineBuildView, lang: Lang) -> Option<AnyView> {
    let build = shown.line.build.as_ref()?;
    Some(built_of(build, shown.built.as_ref(), lang))
}

/// What a line was built of; whether somebody has typed over it, or there is a newer hourly cost.
pub(super) fn built_of(build: &Build, stands: Option<&LineBuilt>, lang: Lang) -> AnyView {
    let said = |number| number::decimal(lang, number, None);
    let formula = lang.t_with(
        "line-build-formula",
        &[
            ("volume", said(build.volume.likely).into()),
            ("minutes", said(build.minutes.likely).into()),
            ("cost", said(build.hourly.value).into()),
            ("name", build.hourly.name.clone().into()),
            ("day", date::day(lang, build.hourly.from).into()),
            ("share", said(build.share.likely).into()),
            ("first", build.first_year.to_string().into()),
            ("last", build.last_year.to_string().into()),
        ],
    );
    let by_hand = stands.filter(|stands| !stands.by_hand.is_empty()).map(|stands| {
        let years: Vec<String> = stands.by_hand.iter().map(i32::to_string).collect();
        let said = lang.t_with("line-build-by-hand", &[("years", years.join(", ").into())]);
        view! { <br /><b>{said}</b> }
    });
    let newer = stands.and_then(|stands| stands.newer.as_ref()).map(|value| {
        let cost = lang.t_with("factor-value-hourly-cost", &[("value", said(value.value).into())]);
        let args = [
            ("value", cost.into()),
            ("day", date::day(lang, value.from).into()),
        ];
        view! { <br /><b>{lang.t_with("line-build-newer", &args)}</b> }
    });
    view! { <p class="note built-of">{formula} {by_hand} {newer}</p> }.into_any()
}

/// What is typed comes to, where that was asked for.
fn result(shown: &LineBuildView, lang: Lang) -> Option<AnyView> {
    let (build, amounts) = shown.counted.as_ref()?;
    let first = amounts.first()?;
    let calculation = &shown.calculation;
    let written = Shown {
        lang,
        unit: calculation.unit,
    };
    let unit = name::amount_unit(lang, calculation.unit);
    let heading = lang.t_with(
        "line-build-result",
        &[
            ("likely", written.amount(first.likely.kronor()).into()),
            ("low", written.amount(first.low.kronor()).into()),
            ("high", written.amount(first.high.kronor()).into()),
            ("unit", unit.clone().into()),
        ],
    );
    let rows: Vec<_> = amounts.iter().map(|amount| row(amount, written)).collect();
    let table = view! {
        <table class="data">
            <caption>{lang.t_with("line-build-result-caption", &[("unit", unit.into())])}</caption>
            <thead>
                <tr>
                    <th scope="col">{lang.t("line-build-year")}</th>
                    <th scope="col" class="n">{lang.t("line-build-low")}</th>
                    <th scope="col" class="n">{lang.t("line-build-likely")}</th>
                    <th scope="col" class="n">{lang.t("line-build-high")}</th>
                </tr>
            </thead>
            <tbody>{rows}</tbody>
        </table>
    };
    let prices = build.hourly.price_level.zip(calculation.price_level);
    let prices = prices.filter(|(cost, calculation)| cost != calculation);
    let prices = prices.map(|(cost, calculation)| {
        let args = [
            ("cost", cost.to_string().into()),
            ("calculation", calculation.to_string().into()),
        ];
        view! { <p class="note"><b>{lang.t_with("line-build-price-differs", &args)}</b></p> }
    });
    Some(
        view! {
            <section class="block" aria-labelledby="h-resultat">
                <h2 id="h-resultat" tabindex="-1" autofocus>{heading}</h2>
                {prices}
                {scroll("h-resultat", "", table.into_any())}
            </section>
        }
        .into_any(),
    )
}

fn row(amount: &YearAmount, written: Shown) -> AnyView {
    let cell = |money: domain::money::Money| view! { <td class="n">{written.amount(money.kronor())}</td> };
    view! {
        <tr>
            <th scope="row">{amount.year.to_string()}</th>
            {cell(amount.low)}
            {cell(amount.likely)}
            {cell(amount.high)}
        </tr>
    }
    .into_any()
}
