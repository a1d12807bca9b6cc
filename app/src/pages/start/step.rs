//! The words of a step, and the form that takes it.

use domain::start::StartStep;
use service::StartView;
use text::{Lang, number};

use crate::components::links;

/// What it is called.
pub(super) fn name(step: StartStep, lang: Lang) -> String {
    lang.t(match step {
        StartStep::Agency => "start-agency",
        StartStep::Areas => "start-areas",
        StartStep::Units => "start-units",
        StartStep::Portfolios => "start-portfolios",
        StartStep::Report => "start-report",
        StartStep::Initiative => "start-initiative",
        StartStep::Delivery => "start-delivery",
        StartStep::Benefit => "start-benefit",
        StartStep::Statement => "start-statement",
        StartStep::Approval => "start-approval",
        StartStep::Grading => "start-grading",
    })
}

/// Why it is taken.
pub(super) fn why(step: StartStep, lang: Lang) -> String {
    lang.t(match step {
        StartStep::Agency => "start-agency-why",
        StartStep::Areas => "start-areas-why",
        StartStep::Units => "start-units-why",
        StartStep::Portfolios => "start-portfolios-why",
        StartStep::Report => "start-report-why",
        StartStep::Initiative => "start-initiative-why",
        StartStep::Delivery => "start-delivery-why",
        StartStep::Benefit => "start-benefit-why",
        StartStep::Statement => "start-statement-why",
        StartStep::Approval => "start-approval-why",
        StartStep::Grading => "start-grading-why",
    })
}

/// That it is done, and how many there are.
pub(super) fn done(step: StartStep, count: u32, lang: Lang) -> String {
    let key = match step {
        StartStep::Agency => "start-agency-done",
        StartStep::Areas => "start-areas-done",
        StartStep::Units => "start-units-done",
        StartStep::Portfolios => "start-portfolios-done",
        StartStep::Report => "start-report-done",
        StartStep::Initiative => "start-initiative-done",
        StartStep::Delivery => "start-delivery-done",
        StartStep::Benefit => "start-benefit-done",
        StartStep::Statement => "start-statement-done",
        StartStep::Approval => "start-approval-done",
        StartStep::Grading => "start-grading-done",
    };
    let text = number::count(lang, count);
    lang.t_with(key, &[("count", count.into()), ("text", text.into())])
}

/// Where it is taken, and what that is called. Of a step that is half done, the half that is left. What
/// hangs on an initiative is written there: in the only one, else in one that is chosen.
pub(super) fn way(step: StartStep, shown: &StartView, lang: Lang) -> (String, String) {
    let counts = &shown.counts;
    let of_initiative = |form: &str| match shown.only_initiative {
        Some(id) => format!("{}/{form}", links::initiative(id)),
        None => "/initiativ".to_owned(),
    };
    let (path, key) = match step {
        StartStep::Agency if counts.agencies > 0 && counts.groups == 0 => {
            ("/struktur/nyttogrupp".to_owned(), "start-agency-groups-do")
        }
        StartStep::Agency => ("/struktur/myndighet".to_owned(), "start-agency-do"),
        StartStep::Areas if counts.area_sets == 0 => ("/struktur/omradesmangd".to_owned(), "start-areas-do"),
        StartStep::Areas if counts.areas == 0 => ("/struktur/omrade".to_owned(), "start-areas-area-do"),
        StartStep::Areas => ("/struktur".to_owned(), "start-areas-budget-do"),
        StartStep::Units => ("/struktur/enhet".to_owned(), "start-units-do"),
        StartStep::Portfolios => ("/struktur/portfolj".to_owned(), "start-portfolios-do"),
        StartStep::Report => ("/rapporter/ny".to_owned(), "start-report-do"),
        StartStep::Initiative => ("/initiativ/nytt".to_owned(), "start-initiative-do"),
        StartStep::Delivery => (of_initiative("leverans"), "start-delivery-do"),
        StartStep::Benefit => (of_initiative("nytta"), "start-benefit-do"),
        StartStep::Statement => (of_initiative("konstaterad"), "start-statement-do"),
        StartStep::Approval => ("/konstaterade?lage=submitted".to_owned(), "start-approval-do"),
        StartStep::Grading => ("/bedomning".to_owned(), "start-grading-do"),
    };
    (path, lang.t(key))
}
