use domain::report::comment::ReportSection;
use leptos::prelude::*;
use service::{CommentView, ReportReviewView};
use text::{Lang, date, number, report};

use crate::api;
use crate::components::empty::Empty;
use crate::components::finding::Gap;
use crate::components::form::{Choice, ErrorSummary, FormView, Select, SubmissionKey, TextArea};
use crate::components::form_page::{FormTitle, path_part, query_part};
use crate::components::links;
use crate::components::page::Loaded;
use crate::components::page_head::{Crumbs, PageHead};
use crate::components::prose::Paragraphs;
use crate::components::receipt::{Receipt, ReceiptKind};
use crate::islands::UnsavedGuard;

/// The review of a report: comments by section, each resolved by itself.
#[component]
pub fn ReportReviewPage() -> impl IntoView {
    let lang = api::lang();
    let done = query_part("klart");
    let load = api::report_review(path_part("id").unwrap_or_default(), query_part("draft"));
    view! { <Loaded load view=move |shown| page(&shown, done.as_deref(), lang) /> }.into_any()
}

fn page(shown: &ReportReviewView, done: Option<&str>, lang: Lang) -> AnyView {
    let report = &shown.report;
    let crumbs = vec![
        ("/rapporter".to_owned(), lang.t("report-list-title")),
        (links::report(report.id), report.name()),
        (links::report_course(report.id), lang.t("life-title")),
    ];
    let open = shown.comments.iter().filter(|one| one.comment.is_open()).count();
    let args = [
        ("open", open.into()),
        ("open-text", number::len(lang, open).into()),
        ("all", number::len(lang, shown.comments.len()).into()),
    ];
    let heading = lang.t_with("life-review-heading", &args);
    let kicker = Some(view! { <p class="kicker">{report.name()}</p> }.into_any());
    let sections: Vec<_> = shown
        .sections
        .iter()
        .filter_map(|(section, area)| section_part(shown, section, area.as_deref(), lang))
        .collect();
    let content = if sections.is_empty() {
        view! { <Empty heading=lang.t("life-review-none") text=lang.t("life-review-none-text") page=true /> }
            .into_any()
    } else {
        sections.into_any()
    };
    let form = form_view(shown, lang);
    view! {
        <FormTitle text=lang.t("life-review-title") came_back=form.came_back() lang />
        <Crumbs steps=crumbs here=lang.t("life-review-title") lang />
        {notice(done, shown, lang)}
        <ErrorSummary form=form.clone() />
        <PageHead heading=heading.into_any() kicker>
            <p class="lead">{lang.t("life-review-lead")}</p>
        </PageHead>
        {content}
        {shown.may_comment.then(|| comment_form(form, lang))}
    }
    .into_any()
}

fn notice(done: Option<&str>, shown: &ReportReviewView, lang: Lang) -> Option<AnyView> {
    use ReceiptKind::{Done, NotDone};
    let (kind, heading, next) = match done? {
        "kommenterad" => (Done, "life-done-comment", "life-done-comment-next"),
        "atgardad" => (Done, "life-done-resolve", "life-done-resolve-next"),
        "oppen-igen" => (Done, "life-done-reopen", "life-done-reopen-next"),
        "skriv-svar" => (NotDone, "life-not-answer", "life-not-answer-next"),
        "hann-fore" => (NotDone, "life-not-first", "life-not-first-next"),
        _ => return None,
    };
    let (heading, next, close) = (lang.t(heading), lang.t(next), lang.t("form-receipt-close"));
    let without = format!("{}/granskning", links::report(shown.report.id));
    Some(view! { <Receipt kind heading next without close /> }.into_any())
}

/// A section with its comments, where it has any.
fn section_part(
    shown: &ReportReviewView,
    section: &ReportSection,
    area: Option<&str>,
    lang: Lang,
) -> Option<AnyView> {
    let comments: Vec<_> = shown
        .comments
        .iter()
        .filter(|one| one.comment.section == *section)
        .map(|one| comment(shown, one, lang))
        .collect();
    if comments.is_empty() {
        return None;
    }
    Some(
        view! {
            <section class="part">
                <h2>{report::section(lang, section, area)}</h2>
                <ol class="comments">{comments}</ol>
            </section>
        }
        .into_any(),
    )
}

fn comment(shown: &ReportReviewView, one: &CommentView, lang: Lang) -> AnyView {
    let id = one.comment.id;
    let by = one.written_by.clone().map(|by| format!("{by}, "));
    let hidden = move |version: i32| {
        view! {
            <input type="hidden" name="id" value=id.to_string() />
            <input type="hidden" name="version" value=version.to_string() />
        }
    };
    let rest = match &one.comment.answer {
        Some(answer) => {
            let by = one.answered_by.clone().map(|by| format!("{by}, "));
            let at = one.answered_at.map(|at| date::moment(lang, at));
            let reopen = shown.may_resolve.then(|| {
                view! {
                    <form class="in-line" method="post" action="/api/report_comment_change">
                        {hidden(one.version)}
                        <button class="btn quiet" type="submit" name="action" value="reopen">
                            {lang.t("life-reopen")}
                        </button>
                    </form>
                }
            });
            view! {
                <div class="answer">
                    <p class="meta-line"><b>{lang.t("life-resolved")}</b> " " <small>{by} {at}</small></p>
                    <Paragraphs text=answer.clone() />
                    {reopen}
                </div>
            }
            .into_any()
        }
        None if shown.may_resolve => {
            let field = format!("svar-{id}");
            view! {
                <form method="post" action="/api/report_comment_change" class="return-form">
                    {hidden(one.version)}
                    <div class="field">
                        <label for=field.clone()>{lang.t("life-answer")}</label>
                        <textarea id=field name="answer" rows="2"></textarea>
                    </div>
                    <button class="btn" type="submit" name="action" value="resolve">
                        {lang.t("life-resolve")}
                    </button>
                </form>
            }
            .into_any()
        }
        None => view! { <p><Gap text=lang.t("life-unresolved") /></p> }.into_any(),
    };
    view! {
        <li id=format!("k-{id}")>
            <p class="meta-line"><small>{by} {date::moment(lang, one.written_at)}</small></p>
            <Paragraphs text=one.comment.text.clone() />
            {rest}
        </li>
    }
    .into_any()
}

fn form_view(shown: &ReportReviewView, lang: Lang) -> FormView {
    let sections = shown.sections.iter().map(|(section, area)| {
        Choice::new(
            section.to_string(),
            report::section(lang, section, area.as_deref()),
        )
    });
    FormView::of(lang, "life-comment", &shown.state)
        .one_of("section", lang.t("life-comment-section"), sections.collect())
        .field("text", lang.t("life-comment-text"))
}

fn comment_form(form: FormView, lang: Lang) -> AnyView {
    let dirty = form.came_back();
    view! {
        <section class="part" aria-labelledby="h-kommentera">
            <h2 id="h-kommentera">{lang.t("life-comment")}</h2>
            <form method="post" action="/api/report_comment_save" class="comment-form" novalidate=true>
                <SubmissionKey form=form.clone() />
                <Select form=form.clone() name="section" empty=lang.t("structure-choose") />
                <TextArea form=form.clone() name="text" rows=4 />
                <button class="btn primary" type="submit">
                    {lang.t("life-comment-submit")}
                </button>
            </form>
            <UnsavedGuard form=".comment-form".to_owned() dirty />
        </section>
    }
    .into_any()
}
