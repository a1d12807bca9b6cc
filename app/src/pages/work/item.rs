//! One thing to do: what it is, why it waits, and where it is done.

use domain::report::ReportState;
use domain::work::{WorkItem, WorkKind, WorkSubject};
use leptos::prelude::*;
use text::{Lang, date, name, number, work};

use crate::components::finding::{ApprovalMark, AssessmentMark, Gap, ReportMark, RoundMark};
use crate::components::gaps::lacks;
use crate::components::links;
use crate::components::register::excerpt;

/// An item of the list. Its owner is led to where it is done, others to where it is shown.
pub(super) fn work_item(item: &WorkItem, own: bool, lang: Lang) -> AnyView {
    let due = item.day.map(|day| {
        let day = [("day", date::day(lang, day).into())];
        let said = match item.kind {
            WorkKind::Late => lang.t_with("work-day-late", &day),
            WorkKind::Announced => lang.t_with("work-day-announced", &day),
            WorkKind::LatePlan => lang.t_with("work-day-late-plan", &day),
            WorkKind::FollowUp => lang.t_with("work-day-follow-up", &day),
            WorkKind::Missing => lang.t_with("work-day-missing", &day),
            WorkKind::Orphaned => lang.t_with("work-day-orphaned", &day),
            WorkKind::DecideReport => lang.t_with("work-day-sent-for-review", &day),
            WorkKind::MendReport => match item.subject {
                WorkSubject::Report(_, ReportState::UnderReview, _) => {
                    lang.t_with("work-day-sent-for-review", &day)
                }
                _ => lang.t_with("work-day-returned", &day),
            },
            WorkKind::Approve | WorkKind::Draft | WorkKind::DecideCorrection => {
                lang.t_with("work-day-written", &day)
            }
            WorkKind::Returned
            | WorkKind::WriteMeasurement
            | WorkKind::WriteFreedTime
            | WorkKind::WriteGoal => lang.t_with("work-day-returned", &day),
            WorkKind::LateMeasure => lang.t_with("work-day-late-measure", &day),
            _ => lang.t_with("work-day-due", &day),
        };
        view! { <p class="due">{said}</p> }
    });
    let note = item.note.as_ref().map(|note| {
        let said = match item.kind {
            // What a round tells those who are asked is no comment.
            WorkKind::Answer | WorkKind::Announced | WorkKind::LatePlan => excerpt(note),
            _ => lang.t_with("work-review-note", &[("note", note.into())]),
        };
        view! { <p>{said}</p> }
    });
    view! {
        <li>
            <div>
                <h3>
                    <a href=links::work_item(item, own)>{excerpt(&work::title(lang, item))}</a>
                </h3>
                {about(item, lang)}
                {note}
            </div>
            {due}
        </li>
    }
    .into_any()
}

/// What it belongs to, or what it lacks.
fn about(item: &WorkItem, lang: Lang) -> Option<AnyView> {
    match &item.subject {
        WorkSubject::Assessment(_, _, state) => Some(match state {
            Some(state) => view! { <p><AssessmentMark state=*state lang /></p> }.into_any(),
            None => view! { <p><Gap text=lang.t("assessment-not-begun") /></p> }.into_any(),
        }),
        WorkSubject::Round { state, tally, .. } => {
            let answered = lang.t_with(
                "work-round-answered",
                &[
                    ("asked", tally.asked.into()),
                    ("asked-text", number::len(lang, tally.asked).into()),
                    ("answered-text", number::len(lang, tally.answered).into()),
                ],
            );
            Some(view! { <p><RoundMark state=*state lang /> " " {answered}</p> }.into_any())
        }
        WorkSubject::Report(_, state, comments) => {
            let comments = (*comments > 0).then(|| {
                let said = [("count", (*comments).into())];
                lang.t_with("work-report-comments", &said)
            });
            Some(view! { <p><ReportMark state=*state lang /> " " {comments}</p> }.into_any())
        }
        WorkSubject::Correction(_, _, name) => {
            let of = lang.t_with("work-correction-of", &[("name", name.into())]);
            Some(view! { <p>{of}</p> }.into_any())
        }
        WorkSubject::Calculation(_, number, state) => {
            let version = lang.t_with(
                "calculation-version-name",
                &[("number", number.to_string().into())],
            );
            Some(view! { <p><ApprovalMark state=*state lang /> " " {version}</p> }.into_any())
        }
        WorkSubject::Factor(_, _, from, state) => {
            let from = lang.t_with("work-factor-from", &[("day", date::day(lang, *from).into())]);
            Some(view! { <p><ApprovalMark state=*state lang /> " " {from}</p> }.into_any())
        }
        WorkSubject::Measure { .. } => {
            work::periods(lang, item).map(|said| view! { <p>{said}</p> }.into_any())
        }
        WorkSubject::Measurement(_, _, _, state) => {
            let said = work::periods(lang, item);
            Some(view! { <p><ApprovalMark state=*state lang /> " " {said}</p> }.into_any())
        }
        WorkSubject::FreedTime(_, year, state) => {
            let of = lang.t_with("realised-time-of", &[("year", year.to_string().into())]);
            Some(view! { <p><ApprovalMark state=*state lang /> " " {name::upper_first(&of)}</p> }.into_any())
        }
        WorkSubject::Goal(_, _, state) => {
            let name = item
                .initiative
                .as_ref()
                .map(|(_, name)| name.clone())
                .unwrap_or_default();
            let of = lang.t_with("work-of-initiative", &[("name", name.into())]);
            Some(view! { <p><ApprovalMark state=*state lang /> " " {of}</p> }.into_any())
        }
        WorkSubject::Initiative(duties) => Some(view! { <p>{lacks(duties, lang)}</p> }.into_any()),
        _ => {
            // An initiative with one delivery is often called as that is.
            let (_, name) = item.initiative.as_ref().filter(|(_, name)| *name != item.name)?;
            let text = lang.t_with("work-of-initiative", &[("name", name.into())]);
            Some(view! { <p>{text}</p> }.into_any())
        }
    }
}
