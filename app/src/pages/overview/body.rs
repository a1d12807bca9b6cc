//! What the overview shows of a standing.

use domain::assessment::AssessmentState;
use domain::realisation::{sum_of, whole_by_year};
use domain::rollup::Proposal;
use domain::standing::Standing;
use leptos::prelude::*;
use service::OverviewView;
use text::{Lang, date, headline, name, number};

use crate::components::amounts::first_amounts;
use crate::components::bars::{CoverageLegend, budget_table, coverage_table};
use crate::components::conflicts::conflict_list;
use crate::components::empty::{Empty, Quiet};
use crate::components::finding::{Gap, Weak};
use crate::components::gaps::gap_list;
use crate::components::help::{Help, HelpWord};
use crate::components::level::{LevelChip, LevelKind, LevelSize};
use crate::components::links::{self, Links};
use crate::components::matrix::{matrix, matrix_legend};
use crate::components::page_head::PageHead;
use crate::components::realisation::{RealisedTable, area_rows, realised_table, year_table};
use crate::components::scale::{ScaleRow, level_scale};
use crate::components::sentence::{filled, slot};
use crate::components::strip::{Fact, Strip, coverage_fact, due_text};
use crate::components::switch::report_switch;

/// The whole page.
pub fn overview(view: &OverviewView, standing: &Standing, lang: Lang) -> AnyView {
    let links = Links {
        year: standing.report.to_year,
    };
    let nothing = standing.totals.deliveries == 0 && standing.tally.benefits() == 0;
    let content = if nothing {
        empty(standing, lang)
    } else {
        view! {
            {strip(standing, lang)}
            {matrix_block(standing, lang, links)}
            <div class="split">
                {scale_block(standing, lang, links)}
                {gaps_block(standing, lang)}
            </div>
            <div class="split">
                {coverage_block(standing, lang, links)}
                {budget_block(standing, lang, links)}
            </div>
            {value_block(standing, lang)}
            {realisation_block(standing, lang, links)}
            <p class="do">
                <a href=links.realised()>{lang.t("realised-link")}</a>
            </p>
        }
        .into_any()
    };
    view! {
        <div class="overview">
            {head(view, standing, lang)}
            {content}
        </div>
    }
    .into_any()
}

fn head(view: &OverviewView, standing: &Standing, lang: Lang) -> AnyView {
    let report = &standing.report;
    let heading = match headline::decided(standing.assessment.as_ref()) {
        Some(level) => filled(
            &lang.t_with(
                "overview-heading-decided",
                &[("period", report.period().into()), ("level", slot(0))],
            ),
            [view! { <LevelChip level lang size=LevelSize::Big /> }.into_any()],
        ),
        None => {
            let day = date::day(lang, report.cut_off);
            let args = [("period", report.period().into()), ("day", day.into())];
            let said = if view.ahead {
                lang.t_with("overview-heading-ahead", &args)
            } else {
                lang.t_with("overview-heading-open", &args)
            };
            said.into_any()
        }
    };
    let kicker = report_switch(&view.reports, report, lang, Links::overview);
    let actions = view.report_readable.then(|| {
        view! { <a class="btn primary" href=links::report(report.id)>{lang.t("overview-read-report")}</a> }
            .into_any()
    });
    let lead = lead(standing, lang);
    view! {
        <PageHead heading kicker=Some(kicker) actions>
            {lead}
        </PageHead>
    }
    .into_any()
}

/// What is proposed, how it compares with what is decided, and what it rests on.
fn lead(standing: &Standing, lang: Lang) -> AnyView {
    let mut sentences: Vec<AnyView> = Vec::new();
    if headline::decided(standing.assessment.as_ref()).is_none() {
        sentences.push(undecided(standing, lang));
    }
    sentences.push(proposed(standing, lang));
    let evidence = headline::evidence(lang, &standing.tally);
    let weak = standing.proposal.is_some_and(|proposal| proposal.weak_evidence);
    let evidence = if weak {
        lang.t_with("overview-lead-weak", &[("evidence", evidence.into())])
    } else {
        format!("{}.", name::upper_first(&evidence))
    };
    sentences.push(view! { <strong>{evidence}</strong> }.into_any());
    if let Some(newest) = standing.evidence_ends() {
        let day = date::day(lang, newest);
        let said = lang.t_with("overview-lead-evidence-ends", &[("day", day.into())]);
        sentences.push(said.into_any());
    }
    if let Some(weighted) = standing.proposal.filter(Proposal::weighting_matters) {
        sentences.extend(weighted_sentence(weighted, standing, lang));
    }
    let sentences: Vec<_> = sentences
        .into_iter()
        .map(|sentence| view! { {sentence} " " })
        .collect();
    view! { <p class="lead">{sentences}</p> }.into_any()
}

fn undecided(standing: &Standing, lang: Lang) -> AnyView {
    let judged = standing
        .assessment
        .as_ref()
        .and_then(|judged| Some((judged.level?, judged.state)));
    match judged {
        Some((level, state)) if state != AssessmentState::Decided => {
            let state = name::lower_first(&name::assessment_state(lang, state));
            filled(
                &lang.t_with(
                    "overview-lead-not-decided",
                    &[("level", slot(0)), ("state", state.into())],
                ),
                [view! { <LevelChip level lang kind=LevelKind::Proposal /> }.into_any()],
            )
        }
        _ => lang.t("overview-lead-undecided").into_any(),
    }
}

fn proposed(standing: &Standing, lang: Lang) -> AnyView {
    let Some(proposal) = standing.proposal else {
        return lang.t("overview-lead-no-proposal").into_any();
    };
    let key = match headline::decided(standing.assessment.as_ref()) {
        None => "overview-lead-proposal",
        Some(decided) if decided == proposal.level => "overview-lead-proposal-same",
        Some(decided) if decided < proposal.level => "overview-lead-proposal-higher",
        Some(_) => "overview-lead-proposal-lower",
    };
    let percent = number::percent(lang, proposal.percent, 1, &standing.scheme);
    filled(
        &lang.t_with(key, &[("level", slot(0)), ("percent", percent.into())]),
        [view! { <LevelChip level=proposal.level lang kind=LevelKind::Proposal /> }.into_any()],
    )
}

fn weighted_sentence(proposal: Proposal, standing: &Standing, lang: Lang) -> Option<AnyView> {
    let (level, percent) = proposal.value_weighted_level.zip(proposal.value_weighted)?;
    let percent = number::percent(lang, percent, 1, &standing.scheme);
    Some(filled(
        &lang.t_with(
            "overview-lead-weighted",
            &[("level", slot(0)), ("percent", percent.into())],
        ),
        [view! { <LevelChip level lang kind=LevelKind::Proposal /> }.into_any()],
    ))
}

fn empty(standing: &Standing, lang: Lang) -> AnyView {
    let period = standing.report.period();
    view! {
        <Empty
            heading=lang.t_with("overview-empty", &[("period", period.clone().into())])
            text=lang.t_with("overview-empty-text", &[("period", period.into())])
            page=true
        />
        <p class="actions">
            <a class="btn" href="/initiativ">{lang.t("overview-empty-link")}</a>
            <a class="btn" href=links::START>{lang.t("start-link")}</a>
        </p>
    }
    .into_any()
}

fn strip(standing: &Standing, lang: Lang) -> AnyView {
    let totals = &standing.totals;
    let tally = &standing.tally;
    let n = |count: u32| number::count(lang, count);
    let budget = match totals.budget {
        Some(budget) => {
            let remark = match standing.whole_budget() {
                Some(_) => lang.t("overview-tkr"),
                None => lang.t("overview-tkr-some"),
            };
            Fact::new(lang.t("overview-budget"), number::tkr(lang, budget)).remark(remark)
        }
        None => Fact::new(
            lang.t("overview-budget"),
            view! { <Gap text=lang.t("overview-no-budget") /> },
        ),
    };
    let (partly, late) = (totals.partly_delivered, totals.late);
    let deliveries = Fact::new(lang.t("overview-deliveries"), n(totals.deliveries));
    let deliveries = match (partly, late) {
        (0, 0) => deliveries,
        (_, 0) => {
            deliveries.remark(lang.t_with("overview-deliveries-partly", &[("count", n(partly).into())]))
        }
        (0, _) => deliveries.remark(lang.t_with("overview-deliveries-late", &[("count", n(late).into())])),
        _ => deliveries.remark(lang.t_with(
            "overview-deliveries-partly-late",
            &[("partly", n(partly).into()), ("late", n(late).into())],
        )),
    };
    let expected = Fact::new(lang.t("overview-expected"), n(totals.expected_benefits))
        .remark(due_text(tally, lang))
        .help(HelpWord::Expected, lang);
    let coverage = coverage_fact(tally, lang);
    let objects = Fact::new(
        lang.t("overview-development-objects"),
        n(totals.development_objects),
    )
    .help(HelpWord::DevelopmentObject, lang);
    let scope = lang.t_with(
        "overview-scope-note",
        &[("period", standing.report.period().into())],
    );
    view! {
        <Strip facts=vec![budget, deliveries, objects, expected, coverage] />
        <p class="note">{scope}</p>
    }
    .into_any()
}

fn matrix_block(standing: &Standing, lang: Lang, links: Links) -> AnyView {
    let weak = standing
        .proposal
        .is_some_and(|proposal| proposal.weak_evidence)
        .then(|| {
            let limit = number::threshold(lang, standing.scheme.weak_below);
            let sentence = lang.t_with(
                "overview-matrix-weak",
                &[("weak", slot(0)), ("limit", limit.into())],
            );
            view! { {filled(&sentence, [view! { <Weak lang /> }.into_any()])} " " }
        });
    let best = standing
        .scheme
        .level(domain::percent::Percent::new(standing.scheme.score_confirmed));
    let note = lang.t_with(
        "overview-matrix-note",
        &[
            ("rank", best.rank().to_string().into()),
            ("level", name::level(lang, best).into()),
        ],
    );
    view! {
        <section class="block wide" aria-labelledby="h-matris">
            <div class="block-head">
                <h2 id="h-matris">{headline::groups(lang, standing)}</h2>
                <Help word=HelpWord::BenefitGroup lang />
                {matrix_legend(standing, lang)}
            </div>
            {matrix(standing, lang, links, "h-matris")}
            {conflict_list(standing, lang)}
            <p class="note">{weak} {note}</p>
        </section>
    }
    .into_any()
}

fn scale_block(standing: &Standing, lang: Lang, links: Links) -> AnyView {
    let rows = standing
        .areas
        .iter()
        .map(|area| ScaleRow {
            head: view! {
                <a href=links.area(&area.number)>
                    <span class="no">{area.number.clone()}</span>
                    " "
                    {area.name.clone()}
                </a>
            }
            .into_any(),
            judged: area.assessment.clone(),
            proposal: area.proposal,
        })
        .collect();
    let caption = lang.t("overview-scale-caption").into_any();
    let corner = Some(lang.t("overview-area"));
    view! {
        <section class="block" aria-labelledby="h-skala">
            <h2 id="h-skala">{headline::agreement(lang, standing)}</h2>
            <Help word=HelpWord::Fulfilment lang />
            {level_scale(rows, &standing.scheme, lang, caption, corner)}
        </section>
    }
    .into_any()
}

fn gaps_block(standing: &Standing, lang: Lang) -> AnyView {
    let content = gap_list(standing, lang).unwrap_or_else(|| {
        view! { <Quiet heading=lang.t("overview-gaps-none") text=lang.t("overview-gaps-none-text") /> }
            .into_any()
    });
    view! {
        <section class="block" id="saknas" aria-labelledby="h-saknas">
            <h2 id="h-saknas">{lang.t("overview-gaps-heading")}</h2>
            <Help word=HelpWord::Missing lang />
            {content}
        </section>
    }
    .into_any()
}

fn coverage_block(standing: &Standing, lang: Lang, links: Links) -> AnyView {
    let caption = lang.t("overview-coverage-caption").into_any();
    view! {
        <section class="block" aria-labelledby="h-tackning">
            <h2 id="h-tackning">{headline::coverage(lang, &standing.tally)}</h2>
            <Help word=HelpWord::Measured lang />
            <CoverageLegend lang />
            {coverage_table(standing, caption, lang, Some(links), "h-tackning")}
        </section>
    }
    .into_any()
}

fn budget_block(standing: &Standing, lang: Lang, links: Links) -> AnyView {
    let content = if standing.totals.budget.is_some() {
        budget_table(standing, lang, links)
    } else {
        view! { <p class="muted">{lang.t("overview-budget-none-text")}</p> }.into_any()
    };
    view! {
        <section class="block" aria-labelledby="h-budget">
            <h2 id="h-budget">{headline::budget(lang, standing)}</h2>
            {content}
        </section>
    }
    .into_any()
}

fn value_block(standing: &Standing, lang: Lang) -> AnyView {
    let expected = if standing.tally.valued == 0 {
        view! { <Empty heading=lang.t("overview-value-empty") text=lang.t("overview-value-empty-text") /> }
            .into_any()
    } else {
        let due = Fact::new(
            lang.t("overview-value-due"),
            number::tkr(lang, standing.tally.value_due),
        )
        .remark(lang.t("overview-tkr"));
        let share = |share| number::share(lang, share, 0);
        let coverage = standing.tally.value_coverage().map(|(measured, stated)| {
            [
                Fact::new(lang.t("overview-value-measured"), share(measured)),
                Fact::new(lang.t("overview-value-stated"), share(stated)),
            ]
        });
        let facts = [due].into_iter().chain(coverage.into_iter().flatten()).collect();
        view! { <Strip facts /> }.into_any()
    };
    view! {
        <section class="block" aria-labelledby="h-varde">
            <h2 id="h-varde">{headline::value(lang, standing)}</h2>
            <div class="split even">{expected} <div>{first_amounts(standing, lang)}</div></div>
        </section>
    }
    .into_any()
}

/// Promise, forecast and outcome in kronor, by year and by area. Nothing before anything is said.
fn realisation_block(standing: &Standing, lang: Lang, links: Links) -> Option<AnyView> {
    let years = whole_by_year(&standing.realisation);
    if years.is_empty() {
        return None;
    }
    let heading = headline::realisation(lang, sum_of(&years));
    let areas = RealisedTable {
        caption: lang.t("realisation-areas-caption").into_any(),
        of: lang.t("overview-area"),
        rows: area_rows(standing, Some(links)),
        sum: None,
    };
    Some(
        view! {
            <section class="block" aria-labelledby="h-utfall">
                <h2 id="h-utfall">{heading}</h2>
                <div class="split even">
                    <div>{year_table(&years, lang.t("realisation-years-caption").into_any(), Some(links), lang, "h-utfall")}</div>
                    <div>{realised_table(areas, lang, "h-utfall")}</div>
                </div>
                <p class="note">
                    {lang.t("realisation-note")} " " <a href=links::CALIBRATION>{lang.t("realisation-more")}</a>
                </p>
            </section>
        }
        .into_any(),
    )
}
