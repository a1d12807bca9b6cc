//! Sentences of the report that all its renderings share.

use domain::assessment::{Assessment, AssessmentSubject};
use domain::level::GradingScheme;
use domain::money::Money;
use domain::percent::Percent;
use domain::report::comment::ReportSection;
use domain::report::correction::ReportCorrection;
use domain::report::{Assignment, ChapterKey, Decision, Material, Reference};
use domain::report_model::{AreaSection, Place, ReportModel, placed};
use domain::standing::{Gap, GapKind, Standing, Totals};
use domain::statement::{Source, SourceKind};
use rust_decimal::Decimal;

use crate::sentence::slot;
use crate::{Arg, Lang, date, headline, name, number};

/// "Regleringsbrev 2024, uppdrag 3.14 Investeringar".
pub fn assignment(lang: Lang, assignment: &Assignment) -> String {
    match (&assignment.number, &assignment.name) {
        (Some(number), Some(name)) => lang.t_with(
            "report-assignment-full",
            &[
                ("letter", (&assignment.letter).into()),
                ("number", number.into()),
                ("name", name.into()),
            ],
        ),
        (Some(part), None) | (None, Some(part)) => format!("{}, {part}", assignment.letter),
        (None, None) => assignment.letter.clone(),
    }
}

/// The mark that a rendering bears which is not what is decided: that it is open, that it is judged as of another day
/// than its own, or both. None on a decided report.
pub fn mark(lang: Lang, model: &ReportModel) -> Option<String> {
    let state = model.report.state;
    let open = (!state.is_decided()).then(|| name::report_state(lang, state));
    let as_of = model.own_cut_off.map(|_| {
        let day = date::day(lang, model.report.cut_off);
        lang.t_with("as-of-mark", &[("day", day.into())])
    });
    match (open, as_of) {
        (Some(open), Some(as_of)) => Some(format!("{open}, {}", name::lower_first(&as_of))),
        (open, as_of) => open.or(as_of),
    }
}

/// The day as of which a report is judged. Where that is not its own day, both are said.
pub fn cut_off(lang: Lang, model: &ReportModel) -> String {
    let day = date::day(lang, model.report.cut_off);
    match model.own_cut_off {
        None => day,
        Some(own) => {
            let own = date::day(lang, own);
            lang.t_with("as-of-cut-off", &[("day", day.into()), ("own", own.into())])
        }
    }
}

/// "18 februari 2025, Överdirektör, GD-föredragning".
pub fn decision(lang: Lang, decision: &Decision) -> String {
    let registry = decision
        .registry_number
        .as_ref()
        .map(|number| lang.t_with("report-registry", &[("number", number.into())]));
    [
        Some(date::day(lang, decision.on)),
        Some(decision.decider_title.clone()),
        decision.forum.clone(),
        registry,
    ]
    .into_iter()
    .flatten()
    .collect::<Vec<_>>()
    .join(", ")
}

/// What a chapter is called.
pub fn chapter(lang: Lang, key: ChapterKey) -> String {
    lang.t(match key {
        ChapterKey::Foreword => "report-foreword",
        ChapterKey::Background => "report-background",
        ChapterKey::Method => "report-method",
        ChapterKey::Summary => "report-summary",
        ChapterKey::Observations => "life-observations",
    })
}

/// What a section is called; an area by number and, where it is given, name.
pub fn section(lang: Lang, section: &ReportSection, area: Option<&str>) -> String {
    match section {
        ReportSection::Whole => lang.t("life-section-whole"),
        ReportSection::Chapter(key) => chapter(lang, *key),
        ReportSection::Area(number) => match area {
            Some(name) => format!("{number} {name}"),
            None => number.clone(),
        },
        ReportSection::Sources => lang.t("report-sources-heading"),
        ReportSection::Scope => lang.t("report-scope-title"),
        ReportSection::Appendices => lang.t("life-section-appendices"),
    }
}

/// "Rättelse 2".
pub fn correction_name(lang: Lang, number: i32) -> String {
    lang.t_with("correction-name", &[("number", number.to_string().into())])
}

/// That a correction takes the place of an earlier one, and that a later one has taken its own.
pub fn correction_place(lang: Lang, correction: &ReportCorrection, replaced_by: Option<i32>) -> Vec<String> {
    let said = |key: &str, number: i32| lang.t_with(key, &[("number", number.to_string().into())]);
    let replaces = correction
        .replaces
        .map(|number| said("correction-replaces", number));
    let replaced = replaced_by.map(|number| said("correction-replaced", number));
    replaces.into_iter().chain(replaced).collect()
}

/// What scores come from words: "bekräftad 75, delvis 50 …".
pub fn scores(lang: Lang, scheme: &GradingScheme) -> String {
    let score = |value: Decimal| number::decimal(lang, value.normalize(), None).into();
    let best = scheme.level(Percent::new(scheme.score_confirmed));
    lang.t_with(
        "report-scoring-scores",
        &[
            ("confirmed", score(scheme.score_confirmed)),
            ("partly", score(scheme.score_partly)),
            ("none", score(scheme.score_none)),
            ("negative", score(scheme.score_negative)),
            ("best", name::level_in_sentence(lang, best).into()),
        ],
    )
}

/// From where evidence is no longer weak.
pub fn weak(lang: Lang, scheme: &GradingScheme) -> String {
    lang.t_with(
        "report-scoring-weak",
        &[("limit", number::threshold(lang, scheme.weak_below).into())],
    )
}

/// How often a material comes and under which numbers it is registered; none where neither is said.
pub fn material_remark(lang: Lang, material: &Material) -> Option<String> {
    let remark: Vec<String> = material
        .frequency
        .clone()
        .into_iter()
        .chain(registered(lang, &material.registry_numbers))
        .collect();
    (!remark.is_empty()).then(|| remark.join(", "))
}

/// A document with its registry numbers.
pub fn reference(lang: Lang, reference: &Reference) -> String {
    match registered(lang, &reference.registry_numbers) {
        Some(numbers) => format!("{}, {numbers}", reference.what),
        None => reference.what.clone(),
    }
}

fn registered(lang: Lang, numbers: &[String]) -> Option<String> {
    let said = || lang.t_with("report-registry", &[("number", numbers.join(", ").into())]);
    (!numbers.is_empty()).then(said)
}

/// What the proposal for the whole rests on, and what the rest of the benefits have.
pub fn evidence(lang: Lang, standing: &Standing) -> String {
    let tally = &standing.tally;
    let evidence = headline::evidence(lang, tally);
    let weak = standing.proposal.is_some_and(|proposal| proposal.weak_evidence);
    let evidence = if weak {
        lang.t_with("overview-lead-weak", &[("evidence", evidence.into())])
    } else {
        format!("{}.", name::upper_first(&evidence))
    };
    let n = |count: u32| number::count(lang, count).into();
    let (missing, later) = (
        tally.missing + tally.not_measurable,
        tally.too_early + tally.not_due,
    );
    let rest = lang.t_with(
        "report-rest",
        &[
            ("stated", tally.stated.into()),
            ("stated-text", n(tally.stated)),
            ("missing", missing.into()),
            ("missing-text", n(missing)),
            ("later", later.into()),
            ("later-text", n(later)),
        ],
    );
    // Chapter 4 quotes values of benefits that are not measured: that is no contradiction.
    let means = quoted(lang, standing)
        .filter(|_| tally.measured < tally.due())
        .map(|quoted| format!(" {} {quoted}", lang.t("report-measured-means")));
    format!("{evidence} {rest}{}", means.unwrap_or_default())
}

/// That figures which texts mention stand elsewhere and are no part of what is summed; nothing where there are none.
pub fn quoted(lang: Lang, standing: &Standing) -> Option<String> {
    (standing.totals.figures > 0).then(|| lang.t("report-quoted"))
}

/// How many of the proposals by area and group rest on weak evidence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WeakProposals {
    /// None.
    None,
    /// Some: it is said at each.
    Some,
    /// All that there are: it is said once for all.
    All,
}

/// How many of all proposals, those of areas in their groups, of areas, of groups and of the whole, rest on weak evidence.
pub fn weak_proposals(standing: &Standing) -> WeakProposals {
    let cells = standing.areas.iter().flat_map(|area| &area.cells);
    let all = cells
        .map(|cell| cell.proposal)
        .chain(standing.areas.iter().map(|area| area.proposal))
        .chain(standing.groups.iter().map(|group| group.proposal))
        .chain([standing.proposal]);
    let weak: Vec<bool> = all.flatten().map(|proposal| proposal.weak_evidence).collect();
    match weak.iter().filter(|weak| **weak).count() {
        0 => WeakProposals::None,
        count if count == weak.len() => WeakProposals::All,
        _ => WeakProposals::Some,
    }
}

/// What the table of proposals shows, and whether all of them rest on weak evidence.
pub fn matrix_caption(lang: Lang, standing: &Standing) -> String {
    lang.t(match weak_proposals(standing) {
        WeakProposals::All => "report-matrix-caption-weak",
        WeakProposals::Some | WeakProposals::None => "report-matrix-caption",
    })
}

/// Which proposals rest on weak evidence, below the chart of them; nothing where none does.
pub fn matrix_weak(lang: Lang, standing: &Standing, table: &str) -> Option<String> {
    let limit = || number::threshold(lang, standing.scheme.weak_below).into();
    match weak_proposals(standing) {
        WeakProposals::All => Some(lang.t_with(
            "overview-matrix-weak",
            &[("weak", lang.t("level-weak").into()), ("limit", limit())],
        )),
        WeakProposals::Some => Some(lang.t_with(
            "report-matrix-weak-some",
            &[
                ("weak", lang.t("level-weak").into()),
                ("table", table.into()),
                ("limit", limit()),
            ],
        )),
        WeakProposals::None => None,
    }
}

/// How much the report comprises.
pub fn areas_intro(lang: Lang, totals: &Totals) -> String {
    let n = |count: u32| number::count(lang, count).into();
    lang.t_with(
        "report-areas-intro",
        &[
            ("areas", totals.areas.into()),
            ("areas-text", n(totals.areas)),
            ("deliveries", totals.deliveries.into()),
            ("deliveries-text", n(totals.deliveries)),
            ("objects", totals.development_objects.into()),
            ("objects-text", n(totals.development_objects)),
            ("benefits", totals.expected_benefits.into()),
            ("benefits-text", n(totals.expected_benefits)),
            ("statements", totals.realised_statements.into()),
            ("statements-text", n(totals.realised_statements)),
            ("figures", totals.figures.into()),
            ("figures-text", n(totals.figures)),
        ],
    )
}

/// What the sum of the areas' budgets is called: that of those that are given, where one is not.
pub fn budget_sum(lang: Lang, standing: &Standing) -> String {
    match (standing.totals.budget, standing.whole_budget()) {
        (Some(_), None) => lang.t("overview-sum-given"),
        _ => lang.t("overview-sum"),
    }
}

/// The share of the sum in itself: the whole, where the parts that are given make it.
pub fn budget_share(standing: &Standing) -> Option<Percent> {
    let whole = standing.whole_budget()?;
    headline::money_share(whole, Some(whole))
}

/// The number of the table of an area's deliveries: tables are counted by chapter, and the budgets' is the first.
pub fn deliveries_table(model: &ReportModel, area: &AreaSection) -> String {
    let place = model.areas.iter().position(|one| one.area.id == area.area.id);
    format!("4.{}", place.map_or(0, |place| place + 2))
}

/// "1 000 tkr för 2022–2024."
pub fn budget(lang: Lang, budget: Money, period: &str) -> String {
    let amount = lang.t_with("area-tkr", &[("amount", number::tkr(lang, budget).into())]);
    let period = lang.t_with("area-budget-period", &[("period", period.into())]);
    format!("{amount} {period}.")
}

/// What leads the figures of appendix A. Where none of them has a source, it is said here instead of at each.
pub fn figures_text(lang: Lang, has_sources: bool) -> String {
    let text = lang.t("report-figures-text");
    if has_sources {
        text
    } else {
        format!("{text} {}", lang.t("report-figures-no-sources"))
    }
}

/// Some figure of the report rests on a source that is stated.
pub fn has_sources(model: &ReportModel) -> bool {
    placed(model)
        .any(|placed| matches!(placed.place, Place::Realised(statement) if !statement.sources.is_empty()))
}

/// The sources that a figure of the report rests on, as its place is told: ", system A". None stated is said, where others
/// state theirs.
pub fn figure_sources(lang: Lang, has_sources: bool, sources: &[Source]) -> String {
    if !has_sources {
        return String::new();
    }
    if sources.is_empty() {
        return format!(", {}", lang.t("report-figure-no-source"));
    }
    sources
        .iter()
        .map(|source| match source.kind {
            SourceKind::Other => source.text.clone(),
            kind => format!(
                "{} {}",
                name::lower_first(&name::source_kind(lang, kind)),
                source.text
            ),
        })
        .map(|source| format!(", {source}"))
        .collect()
}

/// How many development objects lack what a gap is about.
fn lacking(lang: Lang, gap: &Gap, standing: &Standing) -> String {
    let args = lacking_args(lang, gap, standing);
    match gap.kind {
        GapKind::WithoutPlan => lang.t_with("report-plans-lacking", &args),
        _ => lang.t_with("report-calculations-lacking", &args),
    }
}

fn lacking_args(lang: Lang, gap: &Gap, standing: &Standing) -> [(&'static str, Arg); 2] {
    let all = standing.totals.development_objects;
    [
        ("lacking", number::count(lang, gap.count).into()),
        ("all", number::count(lang, all).into()),
    ]
}

/// Which development objects lack a calculation, and which a plan: once where they are the same.
pub fn lacks(lang: Lang, standing: &Standing) -> Vec<(String, &[String])> {
    let gap = |kind: GapKind| standing.gaps.iter().find(|gap| gap.kind == kind);
    let calculation = gap(GapKind::WithoutCalculation);
    let plan = gap(GapKind::WithoutPlan);
    if let (Some(calculation), Some(plan)) = (calculation, plan)
        && calculation.count == plan.count
        && calculation.names == plan.names
    {
        let said = lang.t_with("report-both-lacking", &lacking_args(lang, plan, standing));
        return vec![(said, &plan.names)];
    }
    [calculation, plan]
        .into_iter()
        .flatten()
        .map(|gap| (lacking(lang, gap, standing), gap.names.as_slice()))
        .collect()
}

/// Whether expected value per year can be told, in the appendix on calculations.
pub fn valued(lang: Lang, standing: &Standing) -> String {
    match standing.tally.valued {
        0 => lang.t("report-calculations-unvalued"),
        _ => format!("{}.", headline::value(lang, standing)),
    }
}

/// That no freed time is registered.
pub fn freed_time_missing(lang: Lang, totals: &Totals) -> String {
    lang.t_with(
        "report-freed-time-missing",
        &[
            ("count", totals.deliveries.into()),
            ("n", number::count(lang, totals.deliveries).into()),
        ],
    )
}

/// How many things are missing, and of how many.
pub fn gap_count(lang: Lang, gap: &Gap, standing: &Standing) -> String {
    match gap.kind.out_of(standing) {
        Some(all) => lang.t_with(
            "report-gap-of",
            &[
                ("count", number::count(lang, gap.count).into()),
                ("all", number::count(lang, all).into()),
            ],
        ),
        None => number::count(lang, gap.count),
    }
}

/// Which things are missing. What is listed elsewhere in the report is not listed twice.
pub fn gap_listed(lang: Lang, gap: &Gap) -> String {
    match gap.kind {
        GapKind::Unmeasured => lang.t("report-gap-in-chapter-4"),
        GapKind::WithoutCalculation | GapKind::WithoutPlan => lang.t("report-gap-in-appendix-b"),
        _ => {
            // A name may be a sentence, and these stand within one.
            let names = gap.names.iter().map(|name| name.trim_end_matches('.'));
            names.collect::<Vec<_>>().join("; ")
        }
    }
}

/// Whom an assessment concerns, by name.
pub fn subject(lang: Lang, assessment: &Assessment, standing: &Standing) -> Option<String> {
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

/// The thresholds' version, and the day as of which levels are judged.
pub fn method_version(lang: Lang, model: &ReportModel) -> String {
    lang.t_with(
        "report-method-version",
        &[
            ("name", (&model.standing.scheme.name).into()),
            ("day", date::day(lang, model.report.cut_off).into()),
        ],
    )
}

/// The command that compares the log with a code that the report prints.
pub const AUDIT_COMMAND: &str = "nytta verify --expect";

/// What the code in the last appendix is: of a report as it was decided, the one from then; of any other the newest.
pub fn audit(lang: Lang, model: &ReportModel) -> String {
    let locked = model.report.state.is_decided() && model.own_cut_off.is_none();
    lang.t(if locked {
        "report-audit-locked"
    } else {
        "report-audit-open"
    })
}

/// How the code is checked: a sentence with one slot, for [`AUDIT_COMMAND`].
pub fn audit_check(lang: Lang) -> String {
    lang.t_with("report-audit-check", &[("command", slot(0))])
}

/// What the sources leave open: the report's own notes, then those of its areas.
pub fn notes(model: &ReportModel) -> Vec<String> {
    let of_areas = model.areas.iter().filter_map(|section| {
        let note = section.area.note.as_ref()?;
        Some(format!("{} {}: {note}", section.area.number, section.area.name))
    });
    model.report.notes.iter().cloned().chain(of_areas).collect()
}
