//! What proposals rest on, and how many of them on weak evidence.

use domain::standing::Standing;

use crate::{Lang, headline, name, number};

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
