//! Appendices: every figure with its place, what is missing, references, method, contradictions.

use domain::assessment::{Assessment, AssessmentState, AssessmentSubject};
use domain::standing::{GapKind, Standing};
use domain::statement::SourceKind;
use leptos::prelude::*;
use text::{Lang, date, name, number};

use super::document::{Doc, caption, numbered};
use crate::components::figures::{Place, PlacedFigure, figure_text, placed};
use crate::components::finding::{Gap, Interpreted};
use crate::components::level::{LevelChip, LevelKind};
use crate::components::links::delivery_anchor;
use crate::components::prose::Paragraphs;
use crate::components::scroll::scroll;

/// Anchor, letter and key of each appendix. The last is there only where the head of the audit chain
/// is given.
pub(super) const APPENDICES: [(&str, &str, &str); 8] = [
    ("ka", "A", "report-appendix-figures"),
    ("kb", "B", "report-appendix-calculations"),
    ("kc", "C", "report-appendix-freed-time"),
    ("kd", "D", "report-appendix-gaps"),
    ("ke", "E", "report-appendix-references"),
    ("kf", "F", "report-appendix-method"),
    ("kg", "G", "report-appendix-notes"),
    ("kh", "H", "report-appendix-audit"),
];

/// All appendices.
pub(super) fn appendices(doc: Doc, audit_head: Option<String>) -> AnyView {
    APPENDICES
        .into_iter()
        .filter_map(|(id, letter, key)| {
            let content = match id {
                "ka" => figures(doc),
                "kb" => calculations(doc),
                "kc" => freed_time(doc),
                "kd" => gaps(doc),
                "ke" => references(doc),
                "kf" => deviations(doc),
                "kg" => notes(doc),
                _ => audit(doc.lang, audit_head.as_deref()?),
            };
            Some(view! {
                <section class=if id == "ka" { "appendix new-page" } else { "appendix" } aria-labelledby=id>
                    <h2 id=id>{numbered(letter, doc.lang.t(key))}</h2>
                    {content}
                </section>
            })
        })
        .collect_view()
        .into_any()
}

fn figures(doc: Doc) -> AnyView {
    let Doc { model, lang, .. } = doc;
    let rows: Vec<_> = (1..)
        .zip(placed(model))
        .map(|(number, placed)| figure_row(number, placed, lang))
        .collect();
    if rows.is_empty() {
        return doc.gap("report-no-figures");
    }
    let table = view! {
        <table class="data compact sources">
            <caption>
                {caption(
                    lang.t_with("report-appendix", &[("letter", "A".into())]),
                    lang.t("report-figures-caption"),
                )}
            </caption>
            <thead>
                <tr>
                    <th scope="col" class="n">{lang.t("report-figure-number")}</th>
                    <th scope="col">{lang.t("report-figure")}</th>
                    <th scope="col" class="n">{lang.t("report-figure-value")}</th>
                    <th scope="col">{lang.t("report-figure-period")}</th>
                    <th scope="col">{lang.t("report-figure-role")}</th>
                    <th scope="col">{lang.t("report-figure-place")}</th>
                </tr>
            </thead>
            <tbody>{rows}</tbody>
        </table>
    };
    view! {
        <p>{lang.t("report-figures-text")}</p>
        {scroll("ka", "outset", table.into_any())}
    }
    .into_any()
}

fn figure_row(number: usize, placed: PlacedFigure, lang: Lang) -> AnyView {
    let figure = placed.figure;
    let period = figure
        .period
        .as_ref()
        .map_or_else(|| "–".to_owned(), |period| date::period(lang, period));
    let delivery = placed.delivery.map(|delivery| {
        view! { <a href=format!("#{}", delivery_anchor(delivery.id))>{delivery.name.clone()}</a> }
    });
    let place = lang.t(match placed.place {
        Place::Delivery => "report-place-delivery",
        Place::Expected => "report-place-expected",
        Place::Realised => "report-place-realised",
    });
    let sources: Vec<String> = placed
        .statement
        .iter()
        .flat_map(|statement| &statement.sources)
        .map(|source| match source.kind {
            SourceKind::Other => source.text.clone(),
            kind => format!(
                "{} {}",
                name::lower_first(&name::source_kind(lang, kind)),
                source.text
            ),
        })
        .collect();
    let place = std::iter::once(place)
        .chain(sources)
        .collect::<Vec<_>>()
        .join(", ");
    view! {
        <tr id=format!("siffra-{number}")>
            <td class="n">{number}</td>
            <th scope="row">{figure.what.clone()}</th>
            <td class="n">{figure_text(figure, lang)}</td>
            <td>{period}</td>
            <td>
                <Interpreted
                    text=name::figure_role(lang, figure.role.value)
                    interpreted=figure.role.interpreted
                    lang
                />
            </td>
            <td>{placed.area.to_owned()} " " {delivery} " " <small>{place}</small></td>
        </tr>
    }
    .into_any()
}

fn names(names: &[String]) -> AnyView {
    let items: Vec<_> = names
        .iter()
        .map(|name| view! { <li>{name.clone()}</li> })
        .collect();
    view! { <ul class="bullets">{items}</ul> }.into_any()
}

fn calculations(doc: Doc) -> AnyView {
    let Doc { model, lang, .. } = doc;
    let lacking = |kind: GapKind| model.standing.gaps.iter().find(|gap| gap.kind == kind);
    let all = number::count(lang, model.standing.totals.development_objects);
    let part = |kind: GapKind, key: &'static str| {
        lacking(kind).map(|gap| {
            let text = lang.t_with(
                key,
                &[
                    ("lacking", number::count(lang, gap.count).into()),
                    ("all", all.clone().into()),
                ],
            );
            view! {
                <p>
                    <Gap text />
                </p>
                {names(&gap.names)}
            }
        })
    };
    let without_calculation = part(GapKind::WithoutCalculation, "report-calculations-lacking");
    let without_plan = part(GapKind::WithoutPlan, "report-plans-lacking");
    let there = (without_calculation.is_none() && without_plan.is_none())
        .then(|| view! { <p>{lang.t("report-calculations-not-required")}</p> });
    view! {
        <p>{lang.t("report-calculations-text")}</p>
        {without_calculation}
        {without_plan}
        {there}
    }
    .into_any()
}

fn freed_time(doc: Doc) -> AnyView {
    let Doc { model, lang, .. } = doc;
    let deliveries = model.standing.totals.deliveries;
    view! {
        <p>{lang.t("report-freed-time-text")}</p>
        <p>
            <Gap text=lang
                .t_with(
                    "report-freed-time-missing",
                    &[("count", deliveries.into()), ("n", number::count(lang, deliveries).into())],
                ) />
        </p>
    }
    .into_any()
}

/// What a gap is counted among.
fn out_of(kind: GapKind, standing: &Standing) -> Option<u32> {
    let count = |n: usize| u32::try_from(n).ok();
    match kind {
        GapKind::Unmeasured | GapKind::Missing => Some(standing.tally.due()),
        GapKind::Undated => Some(standing.tally.benefits()),
        GapKind::WithoutCalculation | GapKind::WithoutPlan => Some(standing.totals.development_objects),
        GapKind::GroupsUnjudged => count(standing.groups.len()),
        GapKind::AreasUnjudged => count(standing.areas.len()),
        GapKind::Late | GapKind::PartlyDelivered | GapKind::SusNeedsAction => {
            Some(standing.totals.deliveries)
        }
        GapKind::WithoutDelivery | GapKind::PlannedFollowups => None,
    }
}

fn gaps(doc: Doc) -> AnyView {
    let Doc { model, lang, .. } = doc;
    let standing = &model.standing;
    let registry = (model.report.registry_number.is_none()).then(|| {
        view! {
            <tr>
                <th scope="row">{lang.t("report-registry-number-own")}</th>
                <td>
                    <Gap text=lang.t("report-missing") />
                </td>
                <td></td>
            </tr>
        }
    });
    let rows: Vec<_> = standing
        .gaps
        .iter()
        .map(|gap| {
            let count = match out_of(gap.kind, standing) {
                Some(all) => lang.t_with(
                    "report-gap-of",
                    &[
                        ("count", number::count(lang, gap.count).into()),
                        ("all", number::count(lang, all).into()),
                    ],
                ),
                None => number::count(lang, gap.count),
            };
            // What is listed elsewhere in the report is not listed twice.
            let listed = match gap.kind {
                GapKind::Unmeasured => lang.t("report-gap-in-chapter-4"),
                GapKind::WithoutCalculation | GapKind::WithoutPlan => lang.t("report-gap-in-appendix-b"),
                _ => gap.names.join("; "),
            };
            view! {
                <tr>
                    <th scope="row">{name::upper_first(&name::gap(lang, gap.kind, gap.count))}</th>
                    <td class="nb">
                        <Gap text=count />
                    </td>
                    <td>{listed}</td>
                </tr>
            }
        })
        .collect();
    if rows.is_empty() && registry.is_none() {
        return view! { <p>{lang.t("overview-gaps-none-text")}</p> }.into_any();
    }
    let table = view! {
        <table class="data gap-table">
            <caption>
                {caption(lang.t_with("report-appendix", &[("letter", "D".into())]), lang.t("report-gaps-caption"))}
            </caption>
            <thead>
                <tr>
                    <th scope="col">{lang.t("report-gap-what")}</th>
                    <th scope="col">{lang.t("report-gap-count")}</th>
                    <th scope="col">{lang.t("report-gap-which")}</th>
                </tr>
            </thead>
            <tbody>{rows} {registry}</tbody>
        </table>
    };
    scroll("kd", "outset", table.into_any())
}

fn references(doc: Doc) -> AnyView {
    let Doc { model, lang, .. } = doc;
    if model.report.references.is_empty() {
        return doc.gap("report-no-references");
    }
    let items: Vec<_> = model
        .report
        .references
        .iter()
        .map(|reference| {
            let numbers = (!reference.registry_numbers.is_empty()).then(|| {
                let numbers = reference.registry_numbers.join(", ");
                format!(
                    ", {}",
                    lang.t_with("report-registry", &[("number", numbers.into())])
                )
            });
            view! { <li>{reference.what.clone()} {numbers}</li> }
        })
        .collect();
    view! { <ul class="bullets">{items}</ul> }.into_any()
}

/// Whom an assessment concerns, by name.
fn subject(assessment: &Assessment, standing: &Standing, lang: Lang) -> Option<String> {
    match assessment.subject {
        AssessmentSubject::Area(id) => standing
            .areas
            .iter()
            .find(|area| area.id == id)
            .map(|area| format!("{} {}", area.number, area.name)),
        AssessmentSubject::Group(id) => standing.group(id).map(|group| group.name.clone()),
        AssessmentSubject::Whole => Some(lang.t("report-overall")),
    }
}

/// Thresholds' version, and where people decided otherwise than proposed, with their reason.
fn deviations(doc: Doc) -> AnyView {
    let Doc { model, lang, .. } = doc;
    let standing = &model.standing;
    let proposal = |assessment: &Assessment| match assessment.subject {
        AssessmentSubject::Area(id) => standing
            .areas
            .iter()
            .find(|area| area.id == id)
            .and_then(|area| area.proposal),
        AssessmentSubject::Group(id) => standing
            .groups
            .iter()
            .find(|of| of.group.id == id)
            .and_then(|of| of.proposal),
        AssessmentSubject::Whole => standing.proposal,
    };
    let rows: Vec<_> = model
        .areas
        .iter()
        .filter_map(|section| section.assessment.as_ref())
        .chain(&model.group_assessments)
        .chain(&model.overall)
        .filter(|assessment| assessment.state == AssessmentState::Decided)
        .filter_map(|assessment| {
            let (level, proposal) = (assessment.level?, proposal(assessment)?);
            let name = subject(assessment, standing, lang)?;
            (level != proposal.level).then_some((assessment, level, proposal, name))
        })
        .map(|(assessment, level, proposal, name)| {
            let percent = number::percent(lang, proposal.percent, 1, &standing.scheme);
            let reason = match assessment.deviation_reason.clone() {
                Some(reason) => view! { <Paragraphs text=reason /> }.into_any(),
                None => view! { <Gap text=lang.t("report-no-reason") /> }.into_any(),
            };
            view! {
                <tr>
                    <th scope="row">{name}</th>
                    <td>
                        <LevelChip level lang />
                    </td>
                    <td class="nb">
                        <LevelChip level=proposal.level lang kind=LevelKind::Bare />
                        " "
                        {percent}
                    </td>
                    <td>{reason}</td>
                </tr>
            }
        })
        .collect();
    let table = if rows.is_empty() {
        view! { <p>{lang.t("report-no-deviations")}</p> }.into_any()
    } else {
        let table = view! {
            <table class="data">
                <caption>
                    {caption(
                        lang.t_with("report-appendix", &[("letter", "F".into())]),
                        lang.t("report-deviations-caption"),
                    )}
                </caption>
                <thead>
                    <tr>
                        <th scope="col">{lang.t("report-subject")}</th>
                        <th scope="col">{lang.t("overview-decision")}</th>
                        <th scope="col">{lang.t("overview-proposal")}</th>
                        <th scope="col">{lang.t("report-reason")}</th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        };
        scroll("kf", "outset", table.into_any())
    };
    let text = lang.t_with(
        "report-method-version",
        &[
            ("name", (&standing.scheme.name).into()),
            ("day", date::day(lang, model.report.cut_off).into()),
        ],
    );
    view! {
        <p>
            {text} " " <a href="#k22">{lang.t("report-method-levels")}</a> " "
            <a href="#k23">{lang.t("report-method-scoring")}</a>
        </p>
        {table}
    }
    .into_any()
}

fn notes(doc: Doc) -> AnyView {
    let Doc { model, lang, .. } = doc;
    let of_areas = model.areas.iter().filter_map(|section| {
        let note = section.area.note.as_ref()?;
        Some(format!("{} {}: {note}", section.area.number, section.area.name))
    });
    let notes: Vec<String> = model.report.notes.iter().cloned().chain(of_areas).collect();
    if notes.is_empty() {
        return view! { <p>{lang.t("report-no-notes")}</p> }.into_any();
    }
    view! {
        <p>{lang.t("report-notes-text")}</p>
        {names(&notes)}
    }
    .into_any()
}

fn audit(lang: Lang, head: &str) -> AnyView {
    view! {
        <p>{lang.t("report-audit-text")}</p>
        <p>
            <code>{head.to_owned()}</code>
        </p>
    }
    .into_any()
}
