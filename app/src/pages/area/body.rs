//! What an area's page shows: the report's section, with what the proposal is made of.

use domain::assessment::SubjectKey;
use domain::history::SubjectKind;
use domain::policy::Operation;
use domain::realisation::{area_by_year, sum_of};
use domain::report_model::AreaSection;
use domain::standing::{AreaStanding, ReportHead, Standing};
use leptos::prelude::*;
use service::Realised;
use text::scale::no_score;
use text::{Lang, headline, name, number};

use super::deliveries::deliveries;
use super::facts::facts;
use super::judgement::judgement;
use super::shown::Shown;
use crate::api;
use crate::components::bars::{ShareBar, other_budgets};
use crate::components::finding::{Gap, Weak};
use crate::components::help::{Help, HelpWord};
use crate::components::history_link::HistoryLink;
use crate::components::icon::{Icon, Symbol};
use crate::components::level::{JudgedChip, LevelChip, LevelKind};
use crate::components::links::Links;
use crate::components::page_head::{Crumbs, PageHead};
use crate::components::prose::Prose;
use crate::components::realisation::year_table;
use crate::components::realised::area_section;
use crate::components::score_table::score_table;
use crate::components::switch::report_switch;

/// What the page is made from.
#[derive(Clone, Copy)]
pub struct AreaContent<'a> {
    /// Reports to turn to.
    pub reports: &'a [ReportHead],
    /// The whole's standing.
    pub standing: &'a Standing,
    /// The area's section.
    pub section: &'a AreaSection,
    /// What was freed and what came in kronor.
    pub realised: &'a Realised,
    /// The reader may grade it.
    pub may_assess: bool,
    /// The deliveries that this page shows.
    pub(super) shown: Shown<'a>,
}

/// The whole page.
pub fn area(content: AreaContent, lang: Lang) -> AnyView {
    let AreaContent {
        standing,
        section,
        shown,
        ..
    } = content;
    let links = Links {
        year: standing.report.to_year,
    };
    let area = &section.area;
    let Some(of) = standing.areas.iter().find(|of| of.id == area.id) else {
        return ().into_any();
    };
    view! {
        <Crumbs
            home=links.overview()
            steps=vec![(links.areas(), lang.t("area-list-title"))]
            here=format!("{} {}", area.number, area.name)
            lang
        />
        {head(content, of, lang, links)}
        <div class="with-aside">
            <div class="column">
                {budget(section, of, standing, lang)}
                {texts(section, lang)}
                {judgement(section, of, standing, lang)}
            </div>
            {facts(section, of, standing, lang)}
        </div>
        {deliveries(section, shown, standing, lang)}
        {scores(section, shown, of, standing, lang)}
        {realised(of, standing, lang, links)}
        {area_section(content.realised, &standing.report.period(), links.realised(), lang)}
        {neighbours(&area.number, standing, lang, links)}
    }
    .into_any()
}

fn head(content: AreaContent, of: &AreaStanding, lang: Lang, links: Links) -> AnyView {
    let AreaContent {
        reports,
        standing,
        section,
        may_assess,
        ..
    } = content;
    let number = section.area.number.clone();
    let kicker = report_switch(reports, &standing.report, lang, |links| links.area(&number));
    let assess = may_assess.then(|| {
        view! { <a class="btn" href=links.assessment(&SubjectKey::Area(section.area.number.clone()))>{lang.t("area-open-assessment")}</a> }
    });
    let history = view! { <HistoryLink kind=SubjectKind::Area id=section.area.id class="btn quiet" lang /> };
    let actions = Some(view! { {assess} {history} }.into_any());
    let proposal = match of.proposal {
        Some(proposal) => view! {
            <span>
                {lang.t("overview-proposal")} " " <LevelChip level=proposal.level lang kind=LevelKind::Proposal />
                " " {number::percent(lang, proposal.percent, 1, &standing.scheme)}
            </span>
            {proposal.weak_evidence.then(|| view! { " " <Weak lang /> " " <Help word=HelpWord::Weak lang /> })}
        }
        .into_any(),
        None => view! {
            <span>{lang.t("overview-proposal")} " " <Gap text=no_score(lang, &of.tally) /></span>
        }
        .into_any(),
    };
    let heading = view! {
        <span class="no">{section.area.number.clone()}</span>
        " "
        {section.area.name.clone()}
    }
    .into_any();
    let judged = of.assessment.clone();
    view! {
        <PageHead heading kicker=Some(kicker) actions>
            <p class="meta-line">
                <span>
                    {lang.t("overview-decision")} " " <JudgedChip judged lang />
                </span>
                " "
                {proposal}
            </p>
        </PageHead>
    }
    .into_any()
}

/// "4.2.1 Budget": a numbered heading as in the report.
pub(super) fn numbered(area: &str, index: u8, text: String) -> AnyView {
    view! {
        <span class="no">{format!("{area}.{index}")}</span>
        " "
        {text}
    }
    .into_any()
}

fn budget(section: &AreaSection, of: &AreaStanding, standing: &Standing, lang: Lang) -> AnyView {
    let period = standing.report.period();
    let content = match of.budget {
        Some(budget) => {
            let share = headline::money_share(budget, standing.whole_budget());
            let of_all = share.zip(standing.whole_budget()).map(|(share, total)| {
                lang.t_with(
                    "area-budget-share",
                    &[
                        ("share", number::share(lang, share, 1).into()),
                        ("total", number::tkr(lang, total).into()),
                    ],
                )
            });
            let line = lang.t_with("area-budget-period", &[("period", period.into())]);
            view! {
                <p class="figure-line">
                    <b>{lang.t_with("area-tkr", &[("amount", number::tkr(lang, budget).into())])}</b>
                    " "
                    {line}
                    {of_all}
                    "."
                </p>
                {share.map(|share| view! { <ShareBar share /> })}
            }
            .into_any()
        }
        None => view! {
            <p>
                <Gap text=lang.t_with("area-no-budget", &[("period", period.into())]) />
                {other_budgets(of, lang)}
                {api::may(Operation::StructureWrite)
                    .then(|| {
                        view! {
                            " "
                            <a href=format!("/struktur/omrade/{}#budget", of.id)>{lang.t("area-give-budget")}</a>
                        }
                    })}
            </p>
        }
        .into_any(),
    };
    view! {
        <section aria-labelledby="s1">
            <h2 id="s1">{numbered(&section.area.number, 1, lang.t("area-budget"))}</h2>
            {content}
        </section>
    }
    .into_any()
}

pub(super) fn text_or_gap(text: &str, lang: Lang) -> AnyView {
    if text.trim().is_empty() {
        view! {
            <p>
                <Gap text=lang.t("common-not-stated") />
            </p>
        }
        .into_any()
    } else {
        view! { <Prose text=text.to_owned() /> }.into_any()
    }
}

fn texts(section: &AreaSection, lang: Lang) -> AnyView {
    let area = &section.area;
    view! {
        <section aria-labelledby="s2">
            <h2 id="s2">{numbered(&area.number, 2, lang.t("area-purpose"))}</h2>
            {text_or_gap(&area.purpose, lang)}
        </section>
        <section aria-labelledby="s3">
            <h2 id="s3">{numbered(&area.number, 3, lang.t("area-effects"))}</h2>
            {text_or_gap(&area.expected_effects, lang)}
        </section>
    }
    .into_any()
}

fn scores(
    section: &AreaSection,
    shown: Shown,
    of: &AreaStanding,
    standing: &Standing,
    lang: Lang,
) -> AnyView {
    if of.tally.benefits() == 0 {
        return ().into_any();
    }
    let scored = of.tally.measured + of.tally.stated;
    let in_part = shown.pages > 1;
    let heading = match of.proposal {
        Some(proposal) => lang.t_with(
            "area-scores-heading",
            &[
                (
                    "percent",
                    number::percent(lang, proposal.percent, 1, &standing.scheme).into(),
                ),
                ("count", scored.into()),
                ("n", number::count(lang, scored).into()),
            ],
        ),
        None => lang.t_with(
            "area-scores-heading-none",
            &[("reason", name::lower_first(&no_score(lang, &of.tally)).into())],
        ),
    };
    view! {
        <section class="block" id="underlag" aria-labelledby="h-underlag">
            <h2 id="h-underlag">{heading}</h2>
            <Help word=HelpWord::Score lang />
            {in_part.then(|| view! { <p>{lang.t("area-scores-page")}</p> })}
            {score_table(&section.area, (shown.deliveries, shown.without_delivery), of, standing, lang, "h-underlag")}
            <p class="note">{lang.t("area-scores-note")}</p>
        </section>
    }
    .into_any()
}

/// Promise, forecast and outcome of the area in kronor, by year. Nothing before anything is said.
fn realised(of: &AreaStanding, standing: &Standing, lang: Lang, links: Links) -> Option<AnyView> {
    let years = area_by_year(&standing.realisation, of.id);
    if years.is_empty() {
        return None;
    }
    let heading = headline::realisation(lang, sum_of(&years));
    Some(
        view! {
            <section class="block" aria-labelledby="h-utfall">
                <h2 id="h-utfall">{heading}</h2>
                {year_table(&years, lang.t("realisation-years-caption").into_any(), Some(links), lang, "h-utfall")}
                <p class="note">{lang.t("realisation-note")}</p>
            </section>
        }
        .into_any(),
    )
}

fn neighbours(number: &str, standing: &Standing, lang: Lang, links: Links) -> AnyView {
    let Some(at) = standing.areas.iter().position(|area| area.number == number) else {
        return ().into_any();
    };
    let before = at
        .checked_sub(1)
        .and_then(|at| standing.areas.get(at))
        .map(|area| {
            view! {
                <a href=links.area(&area.number)>
                    <Icon symbol=Symbol::Prev />
                    <span>
                        <small>{lang.t("area-previous")}</small>
                        " "
                        {format!("{} {}", area.number, area.name)}
                    </span>
                </a>
            }
        });
    let after = standing.areas.get(at + 1).map(|area| {
        view! {
            <a href=links.area(&area.number) class="after">
                <span>
                    <small>{lang.t("area-next")}</small>
                    " "
                    {format!("{} {}", area.number, area.name)}
                </span>
                <Icon symbol=Symbol::Next />
            </a>
        }
    });
    view! { <nav class="neighbours" aria-label=lang.t("area-others")>{before} {after}</nav> }.into_any()
}
