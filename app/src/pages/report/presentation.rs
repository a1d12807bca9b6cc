//! A report as a handful of pages to be shown on a wall: the summary in large type, one thing a page.

use domain::report::ChapterKey;
use domain::report_comparison::Course;
use domain::standing::Standing;
use leptos::prelude::*;
use service::PresentationView;
use text::prose::paragraphs;
use text::{Lang, date, headline, name, number, report};

use crate::api;
use crate::components::bars::{CoverageLegend, coverage_table};
use crate::components::empty::Quiet;
use crate::components::finding::{Gap, ReportMark};
use crate::components::form_page::path_part;
use crate::components::level::{JudgedChip, LevelChip, LevelKind};
use crate::components::level_chart::{course_table, level_chart};
use crate::components::links::{self, Links};
use crate::components::matrix::{matrix, matrix_legend};
use crate::components::page::{Loaded, Title};
use crate::components::prose::Paragraphs;
use crate::components::realisation::{RealisedTable, area_rows, realised_table, year_table};
use crate::components::sentence::{filled, slot};
use crate::islands::SlideKeys;

/// How the ids of pages begin.
const PREFIX: &str = "bild-";

/// A report, shown to leadership.
#[component]
pub fn ReportPresentationPage() -> impl IntoView {
    let lang = api::lang();
    let load = api::report_presentation(path_part("id").unwrap_or_default());
    view! { <Loaded load view=move |shown| page(&shown, lang) /> }.into_any()
}

/// A page of it.
struct Slide {
    /// What it finds: its heading.
    heading: AnyView,
    /// What it shows.
    content: AnyView,
}

impl Slide {
    fn new(heading: impl IntoAny, content: AnyView) -> Self {
        Self {
            heading: heading.into_any(),
            content,
        }
    }
}

fn page(shown: &PresentationView, lang: Lang) -> AnyView {
    let standing = &shown.model.standing;
    let links = Links {
        year: standing.report.to_year,
    };
    let slides = [
        Some(overall(shown, lang)),
        Some(levels(shown, lang)),
        Some(groups(standing, lang, links)),
        Some(coverage(standing, lang, links)),
        kronor(standing, lang, links),
        Some(missing(standing, lang)),
    ];
    let slides: Vec<Slide> = slides.into_iter().flatten().collect();
    let count = i32::try_from(slides.len() + 1).unwrap_or(1);
    let back = links::report(shown.model.report.id);
    let cover = cover(shown, lang);
    let rest: Vec<_> = slides
        .into_iter()
        .zip(2..)
        .map(|(slide, number)| {
            let label = format!("h-{PREFIX}{number}");
            let labelled = label.clone();
            view! {
                <section class="slide" id=format!("{PREFIX}{number}") aria-labelledby=labelled tabindex="-1">
                    <div class="slide-body">
                        <h2 id=label>{slide.heading}</h2>
                        {slide.content}
                    </div>
                    {foot(shown, number, count, lang)}
                </section>
            }
        })
        .collect();
    view! {
        <Title text=lang.t("presentation-title") />
        <SlideKeys slides=".slide".to_owned() prefix=PREFIX.to_owned() count />
        <div class="show">
            <nav class="show-nav" aria-label=lang.t("presentation-nav")>
                <a href=back>{lang.t("presentation-back")}</a>
            </nav>
            <section class="slide" id=format!("{PREFIX}1") aria-labelledby="h-bild-1" tabindex="-1">
                {cover}
                {foot(shown, 1, count, lang)}
            </section>
            {rest}
        </div>
    }
    .into_any()
}

/// Below each page: which report, which page, and the ways on and back.
fn foot(shown: &PresentationView, number: i32, count: i32, lang: Lang) -> AnyView {
    let way = |to: i32, key: &str| {
        (1..=count).contains(&to).then(|| {
            view! { <a href=format!("#{PREFIX}{to}")>{lang.t(key)}</a> }
        })
    };
    let place = [
        ("number", number::count(lang, number).into()),
        ("all", number::count(lang, count).into()),
    ];
    view! {
        <div class="slide-foot">
            <span>{shown.model.report.name()}</span>
            <span class="ways">
                {way(number - 1, "presentation-before")}
                <span>{lang.t_with("presentation-place", &place)}</span>
                {way(number + 1, "presentation-next")}
            </span>
        </div>
    }
    .into_any()
}

/// What it is, and how far it has come.
fn cover(shown: &PresentationView, lang: Lang) -> AnyView {
    let model = &shown.model;
    let report = &model.report;
    let decided = match &report.decision {
        Some(made) => view! { <p>{report::decision(lang, made)}</p> }.into_any(),
        None => view! {
            <p>
                <ReportMark state=report.state lang />
            </p>
        }
        .into_any(),
    };
    let cut_off = date::day(lang, report.cut_off);
    view! {
        <div class="slide-body slide-cover">
            <p class="kicker">{model.agency.name.clone()}</p>
            <h1 id="h-bild-1">{report.name()}</h1>
            <p class="lead">{lang.t_with("presentation-as-of", &[("day", cut_off.into())])}</p>
            {decided}
        </div>
    }
    .into_any()
}

/// The level of the whole with why, what the system proposes, and what was observed.
fn overall(shown: &PresentationView, lang: Lang) -> Slide {
    let model = &shown.model;
    let standing = &model.standing;
    let motivation = model.overall.as_ref().map(|overall| overall.motivation.trim());
    let motivation = match motivation.filter(|text| !text.is_empty()) {
        Some(text) => view! { <Paragraphs text=text.to_owned() /> }.into_any(),
        None => view! {
            <p>
                <Gap text=lang.t("report-no-motivation") />
            </p>
        }
        .into_any(),
    };
    let proposal = standing.proposal.map(|proposal| {
        let percent = number::percent(lang, proposal.percent, 1, &standing.scheme);
        let sentence = lang.t_with(
            "overview-lead-proposal",
            &[("level", slot(0)), ("percent", percent.into())],
        );
        let chip = view! { <LevelChip level=proposal.level lang kind=LevelKind::Proposal /> };
        view! { {filled(&sentence, [chip.into_any()])} " " }
    });
    let observed = model.report.chapter(ChapterKey::Observations).unwrap_or_default();
    let observed: Vec<_> = paragraphs(observed)
        .map(|observation| view! { <li>{observation}</li> })
        .collect();
    let observed = (!observed.is_empty()).then(|| view! { <ul class="bullets">{observed}</ul> });
    let content = view! {
        <p class="slide-level">
            <JudgedChip judged=standing.assessment.clone() lang long=true />
        </p>
        <div class="slide-text">{motivation}</div>
        {observed}
        <p class="note">{proposal} {report::evidence(lang, standing)}</p>
    };
    Slide::new(lang.t("report-overall-judgement"), content.into_any())
}

/// How levels have gone through reports. One report alone has no course, and needs no chart of it.
fn levels(shown: &PresentationView, lang: Lang) -> Slide {
    let whole = shown.courses.first().filter(|_| shown.reports.len() > 1);
    let chart = whole.map(|course: &Course| level_chart(course, &shown.reports, lang));
    let table = course_table(&shown.courses, &shown.reports, "h-bild-3", lang);
    let class = match chart.is_some() {
        true => "slide-split",
        false => "slide-one",
    };
    let content = view! {
        <div class=class>
            {chart}
            {table}
        </div>
    };
    Slide::new(
        headline::agreement(lang, &shown.model.standing),
        content.into_any(),
    )
}

fn groups(standing: &Standing, lang: Lang, links: Links) -> Slide {
    let content = view! {
        {matrix_legend(standing, lang)}
        {matrix(standing, lang, links, "h-bild-4")}
    };
    Slide::new(headline::groups(lang, standing), content.into_any())
}

fn coverage(standing: &Standing, lang: Lang, links: Links) -> Slide {
    let caption = lang.t("overview-coverage-caption").into_any();
    let content = view! {
        <CoverageLegend lang />
        {coverage_table(standing, caption, lang, Some(links), "h-bild-5")}
    };
    Slide::new(headline::coverage(lang, &standing.tally), content.into_any())
}

/// Expected against realised in kronor; nothing before anything is said.
fn kronor(standing: &Standing, lang: Lang, links: Links) -> Option<Slide> {
    let years = domain::realisation::whole_by_year(&standing.realisation);
    if years.is_empty() {
        return None;
    }
    let heading = headline::realisation(lang, domain::realisation::sum_of(&years));
    let areas = RealisedTable {
        caption: lang.t("realisation-areas-caption").into_any(),
        of: lang.t("overview-area"),
        rows: area_rows(standing, Some(links)),
        sum: None,
    };
    let caption = lang.t("realisation-years-caption").into_any();
    let content = view! {
        <div class="slide-split">
            <div>{year_table(&years, caption, Some(links), lang, "h-bild-6")}</div>
            <div>{realised_table(areas, lang, "h-bild-6")}</div>
        </div>
        <p class="note">{lang.t("realisation-note")}</p>
    };
    Some(Slide::new(heading, content.into_any()))
}

/// What is missing, each as a number and what it is of.
fn missing(standing: &Standing, lang: Lang) -> Slide {
    let items: Vec<_> = standing
        .gaps
        .iter()
        .map(|gap| {
            view! {
                <li>
                    <b>{number::count(lang, gap.count)}</b>
                    " "
                    <span>{name::gap(lang, gap.kind, gap.count)}</span>
                </li>
            }
        })
        .collect();
    let content = if items.is_empty() {
        view! { <Quiet heading=lang.t("overview-gaps-none") text=lang.t("overview-gaps-none-text") /> }
            .into_any()
    } else {
        view! { <ul class="slide-gaps">{items}</ul> }.into_any()
    };
    Slide::new(lang.t("overview-gaps-heading"), content)
}
