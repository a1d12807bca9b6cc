//! What stands beside the choice: how far one has come, the report before, and the weighted mean.

use domain::standing::{Judgeable, SubjectProgress};
use leptos::prelude::*;
use service::AssessmentView;
use text::{Lang, number};

use super::form::subject_name;
use crate::components::finding::Gap;
use crate::components::level::{LevelChip, LevelKind};
use crate::components::links::Links;
use crate::components::strip::{Fact, Strip};

/// Where in the flow this subject stands, with the way to those beside it.
pub(super) fn steps(shown: &AssessmentView, lang: Lang) -> AnyView {
    let links = Links {
        year: shown.report.to_year,
    };
    let place = shown
        .subjects
        .iter()
        .position(|one| one.key == shown.judged.key)
        .unwrap_or_default();
    let progress = SubjectProgress::of(&shown.subjects);
    let link = |one: Option<&Judgeable>, key: &'static str| {
        one.map(|one| {
            let text = lang.t_with(key, &[("subject", subject_name(one, lang).into())]);
            view! { <a href=links.assessment(&one.key)>{text}</a> }
        })
    };
    let before = place.checked_sub(1).and_then(|place| shown.subjects.get(place));
    let after = shown.subjects.get(place.saturating_add(1));
    let here = lang.t_with(
        "assessment-place",
        &[
            ("place", number::len(lang, place.saturating_add(1)).into()),
            ("all", number::len(lang, progress.all).into()),
            ("sent", number::len(lang, progress.settled).into()),
        ],
    );
    view! {
        <nav class="grading-steps" aria-label=lang.t("assessment-steps")>
            {link(before, "assessment-step-before")}
            <span>{here}</span>
            {link(after, "assessment-step-after")}
        </nav>
    }
    .into_any()
}

/// Level in the report before, and the mean weighted by value.
pub(super) fn beside(shown: &AssessmentView, lang: Lang) -> AnyView {
    let before = match &shown.before {
        Some(before) => {
            let name = lang.t_with("assessment-before", &[("period", before.report.period().into())]);
            Fact::new(name, view! { <LevelChip level=before.level lang /> }.into_any())
        }
        None => Fact::new(
            lang.t("assessment-before-none"),
            view! { <Gap text=lang.t("assessment-before-missing") /> }.into_any(),
        ),
    };
    let weighted = shown
        .judged
        .proposal
        .and_then(|proposal| proposal.value_weighted.zip(proposal.value_weighted_level));
    let weighted = match weighted {
        Some((percent, level)) => {
            let percent = number::percent(lang, percent, 1, &shown.scheme);
            view! {
                {percent}
                " "
                <LevelChip level lang kind=LevelKind::Bare />
            }
            .into_any()
        }
        None => view! { <Gap text=lang.t("assessment-weighted-none") /> }.into_any(),
    };
    let facts = vec![before, Fact::new(lang.t("assessment-weighted"), weighted)];
    view! { <Strip facts tight=true /> }.into_any()
}
