//! The accessibility statement that the act (2018:1937) on the accessibility of digital public services
//! asks for, along the model of Digg, which supervises the act.

use chrono::NaiveDate;
use leptos::prelude::*;
use text::date;

use crate::api;
use crate::components::finding::Gap;
use crate::components::page::Title;
use crate::components::page_head::PageHead;

/// The day on which the statement was last looked over; change it with what it says.
const WRITTEN: Option<NaiveDate> = NaiveDate::from_ymd_opt(2026, 11, 25);

/// Where Digg takes reports.
const REPORT: &str = "https://www.digg.se/tdosanmalan";

/// The statement; open to everybody, as the act asks.
#[component]
pub fn AccessibilityPage() -> impl IntoView {
    let lang = api::lang();
    let list = |keys: &[&str]| {
        let items: Vec<_> = keys.iter().map(|key| view! { <li>{lang.t(key)}</li> }).collect();
        view! { <ul class="bullets">{items}</ul> }
    };
    let section = |heading: &str, content: AnyView| {
        view! {
            <h2>{lang.t(heading)}</h2>
            {content}
        }
    };
    let which = view! {
        <p>{lang.t("accessibility-which-text")}</p>
        <p>
            {lang.t("accessibility-agency")} " " <Gap text=lang.t("accessibility-agency-missing") />
        </p>
    };
    let how = view! { <p>{lang.t("accessibility-how-text")}</p> };
    let not = list(&[
        "accessibility-not-people",
        "accessibility-not-tables",
        "accessibility-not-words",
        "accessibility-not-contact",
    ]);
    let tested = view! {
        <p>{lang.t("accessibility-tested-text")}</p>
        {list(&[
            "accessibility-tested-axe",
            "accessibility-tested-keyboard",
            "accessibility-tested-zoom",
            "accessibility-tested-colours",
            "accessibility-tested-script",
        ])}
        <p>{lang.t("accessibility-tested-reader")}</p>
    };
    let report = view! {
        <p>{lang.t("accessibility-report-text")}</p>
        <p>
            {lang.t("accessibility-contact")} " " <Gap text=lang.t("accessibility-contact-missing") />
        </p>
    };
    let supervision = view! {
        <p>{lang.t("accessibility-supervision-text")}</p>
        <p>
            <a href=REPORT rel="noreferrer">
                {lang.t("accessibility-supervision-link")}
            </a>
        </p>
    };
    let written = WRITTEN.map(|day| {
        let day = date::day(lang, day);
        view! { <p>{lang.t_with("accessibility-date-text", &[("day", day.into())])}</p> }
    });
    view! {
        <Title text=lang.t("accessibility-title") />
        <PageHead
            heading=lang.t("accessibility-heading").into_any()
            kicker=Some(view! { <p class="kicker">{lang.t("accessibility-title")}</p> }.into_any())
        >
            <p class="lead">{lang.t("accessibility-lead")}</p>
        </PageHead>
        <div class="prose statement">
            {section("accessibility-which", which.into_any())}
            {section("accessibility-how", how.into_any())}
            {section("accessibility-not", not.into_any())}
            {section("accessibility-tested", tested.into_any())}
            {section("accessibility-report", report.into_any())}
            {section("accessibility-supervision", supervision.into_any())}
            {section("accessibility-date", written.into_any())}
        </div>
    }
    .into_any()
}
