//! Sending an assessment back, and what is said of it.

use domain::assessment::AssessmentState;
use domain::level::FulfilmentLevel;
use domain::percent::Percent;
use domain::standing::ProposalThen;
use leptos::prelude::*;
use service::AssessmentView;
use text::{Lang, name, number};

use crate::components::links::Links;
use crate::components::prose::Paragraphs;
use crate::components::receipt::{Receipt, ReceiptKind};
use crate::islands::UnsavedGuard;

/// The small form that sends a submitted assessment back with a note.
pub(super) fn return_form(shown: &AssessmentView, ask_reason: bool, lang: Lang) -> AnyView {
    view! {
        <details class="review" open=ask_reason>
            <summary>{lang.t("assessment-return")}</summary>
            <form class="return-form" method="post" action="/api/assessment_return" novalidate=true>
                <input type="hidden" name="report" value=shown.report.id.to_string() />
                <input type="hidden" name="subject" value=shown.judged.key.to_string() />
                <input type="hidden" name="version" value=shown.version.to_string() />
                <div class="field">
                    <label for="skal">{lang.t("assessment-return-reason")}</label>
                    <p class="hint" id="skal-hint">
                        {lang.t("assessment-return-hint")}
                    </p>
                    <textarea id="skal" name="note" rows="3" required=true aria-describedby="skal-hint"></textarea>
                </div>
                <button class="btn" type="submit">
                    {lang.t("assessment-return-submit")}
                </button>
            </form>
        </details>
        <UnsavedGuard form=".return-form".to_owned() dirty=false />
    }
    .into_any()
}

/// Why it came back, on top of the page until it is decided: those who read it again see what they asked
/// for.
pub(super) fn returned(shown: &AssessmentView, lang: Lang) -> Option<AnyView> {
    let note = shown.return_note.clone()?;
    let heading = if shown.assessment_state == Some(AssessmentState::Submitted) {
        lang.t("assessment-sent-again")
    } else {
        lang.t("assessment-returned")
    };
    Some(
        view! {
            <section class="review-note" aria-labelledby="h-aterlamnad">
                <h2 id="h-aterlamnad">{heading}</h2>
                <Paragraphs text=note />
            </section>
        }
        .into_any(),
    )
}

/// That the system proposes something else than it did when the assessment was sent in.
pub(super) fn moved(shown: &AssessmentView, lang: Lang) -> Option<AnyView> {
    let then = shown.moved?;
    let said = |percent: Option<Percent>, level: Option<FulfilmentLevel>| match percent.zip(level) {
        Some((percent, level)) => {
            // Two decimals: what has moved by little is to look different too.
            let percent = number::percent(lang, percent, 2, &shown.scheme);
            format!("{} ({percent})", name::level(lang, level))
        }
        None => name::lower_first(&lang.t("assessment-no-proposal")),
    };
    let now = ProposalThen::of(shown.judged.proposal);
    let args = [
        ("then", said(then.percent, then.level).into()),
        ("now", said(now.percent, now.level).into()),
    ];
    let text = lang.t_with("assessment-moved-text", &args);
    let next = if shown.may_assess {
        Some(lang.t("assessment-moved-write"))
    } else {
        shown.may_return.then(|| lang.t("assessment-moved-decide"))
    };
    Some(
        view! {
            <section class="review-note" aria-labelledby="h-andrat">
                <h2 id="h-andrat">{lang.t("assessment-moved")}</h2>
                <p>{text} " " {next}</p>
            </section>
        }
        .into_any(),
    )
}

/// The receipt that an address asks for by `?klart=`.
pub(super) fn notice(
    done: Option<&str>,
    shown: &AssessmentView,
    subject: &str,
    lang: Lang,
) -> Option<AnyView> {
    let (kind, key, next) = match done? {
        "aterlamnad" => (
            ReceiptKind::Done,
            "assessment-done-returned",
            "assessment-done-returned-next",
        ),
        "hann-fore" => (
            ReceiptKind::NotDone,
            "assessment-not-first",
            "assessment-not-first-next",
        ),
        "skriv-skal" => (
            ReceiptKind::NotDone,
            "assessment-no-note",
            "assessment-no-note-next",
        ),
        _ => return None,
    };
    let heading = lang.t_with(key, &[("area", subject.into())]);
    let next = lang.t(next);
    let links = Links {
        year: shown.report.to_year,
    };
    let without = links.assessment(&shown.judged.key);
    let close = lang.t("form-receipt-close");
    Some(view! { <Receipt kind heading next without close /> }.into_any())
}
