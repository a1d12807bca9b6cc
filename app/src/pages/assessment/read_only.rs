//! The grading of a subject for those who read it, or after the decision.

use domain::level::FulfilmentLevel;
use leptos::prelude::*;
use service::AssessmentView;
use text::{Lang, number};

use super::choose::level_label;
use super::texts::texts_read;
use crate::components::empty::Empty;
use crate::components::finding::Gap;
use crate::components::level::{LevelChip, LevelKind};
use crate::components::prose::Paragraphs;
use crate::components::strip::{Fact, Meta};

/// The right half of the page, without fields.
pub(super) fn read_only(shown: &AssessmentView, lang: Lang) -> AnyView {
    let form = &shown.state.form;
    if shown.assessment_state.is_none() {
        let (heading, text) = (
            lang.t("assessment-nothing-yet"),
            lang.t("assessment-nothing-yet-text"),
        );
        return view! { <Empty heading text page=true /> }.into_any();
    }
    let kind = if shown.report.state.is_decided() {
        LevelKind::Decided
    } else {
        LevelKind::Proposal
    };
    let level = |code: &str| match FulfilmentLevel::from_code(code) {
        Some(level) => view! { <LevelChip level lang kind long=true /> }.into_any(),
        None => view! { <Gap text=lang.t("level-not-set") /> }.into_any(),
    };
    let proposed = shown.judged.proposal.map(|proposal| {
        let percent = number::percent(lang, proposal.percent, 1, &shown.scheme);
        let chip =
            view! { <LevelChip level=proposal.level lang kind=LevelKind::Bare long=true /> " " {percent} };
        Fact::new(lang.t("assessment-column-proposal"), chip)
    });
    let mut facts = vec![Fact::new(level_label(shown, lang), level(&form.level))];
    facts.extend(proposed);
    if shown.judged.key.has_components() {
        facts.extend([
            Fact::new(lang.t("assessment-delivery"), level(&form.delivery)),
            Fact::new(lang.t("assessment-expected"), level(&form.expected)),
            Fact::new(lang.t("assessment-realised"), level(&form.realised)),
        ]);
    }
    let motivation = if form.motivation.is_empty() {
        view! {
            <p>
                <Gap text=lang.t("assessment-no-motivation") />
            </p>
        }
        .into_any()
    } else {
        view! { <Paragraphs text=form.motivation.clone() /> }.into_any()
    };
    let reason = (!form.deviation_reason.is_empty()).then(|| {
        view! {
            <h3>{lang.t("assessment-deviation-reason")}</h3>
            <Paragraphs text=form.deviation_reason.clone() />
        }
    });
    view! {
        <section class="grading-form" aria-labelledby="h-niva">
            <h2 id="h-niva">{lang.t("assessment-list-title")}</h2>
            <Meta facts />
            <div class="written">
                <h3>{lang.t("assessment-motivation")}</h3>
                {motivation}
                {reason}
                {texts_read(shown, lang)}
            </div>
        </section>
    }
    .into_any()
}
