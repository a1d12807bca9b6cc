use domain::assessment::SubjectKey;
use domain::policy::Operation;
use domain::report::ReportState;
use domain::report::life::{Hindrance, ReportStep};
use domain::standing::Judgeable;
use leptos::prelude::*;
use service::{Format, ReportLifeView};
use text::{Lang, date, name, number, report};

use crate::api;
use crate::components::finding::{Gap, ReportMark};
use crate::components::form_page::{path_part, query_part};
use crate::components::links;
use crate::components::page::{Loaded, Title};
use crate::components::page_head::{Crumbs, PageHead};
use crate::components::receipt::{Receipt, ReceiptKind};
use crate::components::scroll::scroll;

/// Where a report is in its life, what it lacks, and what can be done with it now.
#[component]
pub fn ReportCoursePage() -> impl IntoView {
    let lang = api::lang();
    let done = query_part("klart");
    let load = api::report_life(path_part("id").unwrap_or_default());
    view! { <Loaded load view=move |shown| page(&shown, done.as_deref(), lang) /> }.into_any()
}

fn page(shown: &ReportLifeView, done: Option<&str>, lang: Lang) -> AnyView {
    let report = &shown.report;
    let heading = match report.state {
        ReportState::Draft => lang.t("life-heading-draft"),
        ReportState::UnderReview => lang.t("life-heading-review"),
        ReportState::Decided => lang.t("life-heading-decided"),
        ReportState::Published => lang.t("life-heading-published"),
    };
    let crumbs = vec![
        ("/rapporter".to_owned(), lang.t("report-list-title")),
        (links::report(report.id), report.name()),
    ];
    let kicker = Some(view! { <p class="kicker">{report.name()}</p> }.into_any());
    let open = !report.state.is_decided();
    let course = course(report.state, lang);
    view! {
        <Title text=lang.t("life-title") />
        <Crumbs steps=crumbs here=lang.t("life-title") lang />
        {notice(done, shown, lang)}
        <PageHead heading=heading.into_any() kicker>
            {course}
        </PageHead>
        {next(shown, done, lang)}
        {open.then(|| completeness(shown, lang))}
        {(!open).then(|| corrections(shown, lang))}
        {(!open).then(|| files(shown, lang))}
        {readers(shown, lang)}
        {steps(shown, lang)}
    }
    .into_any()
}

/// The four states, with the one that it is in.
fn course(now: ReportState, lang: Lang) -> AnyView {
    let all = [
        ReportState::Draft,
        ReportState::UnderReview,
        ReportState::Decided,
        ReportState::Published,
    ];
    let items: Vec<_> = all
        .into_iter()
        .map(|state| {
            let current = (state == now).then_some("step");
            view! {
                <li aria-current=current class:passed=state < now>
                    <ReportMark state lang />
                </li>
            }
        })
        .collect();
    view! { <ol class="course" aria-label=lang.t("life-course")>{items}</ol> }.into_any()
}

fn notice(done: Option<&str>, shown: &ReportLifeView, lang: Lang) -> Option<AnyView> {
    use ReceiptKind::{Done, NotDone};
    let (kind, heading, next) = match done? {
        "granskas" => (Done, "life-done-review", "life-done-review-next"),
        "aterlamnad" => (Done, "life-done-return", "life-done-return-next"),
        "beslutad" => (Done, "life-done-decide", "life-done-decide-next"),
        "publicerad" => (Done, "life-done-publish", "life-done-publish-next"),
        "skriv-skal" => (NotDone, "life-not-why", "life-not-why-next"),
        "hann-fore" => (NotDone, "life-not-first", "life-not-first-next"),
        _ => return None,
    };
    let (heading, next, close) = (lang.t(heading), lang.t(next), lang.t("form-receipt-close"));
    let without = links::report_course(shown.report.id);
    Some(view! { <Receipt kind heading next without close /> }.into_any())
}

/// What the actor can do with it now.
fn next(shown: &ReportLifeView, done: Option<&str>, lang: Lang) -> Option<AnyView> {
    let base = links::report(shown.report.id);
    let can = |step| shown.may_take.contains(&step);
    let review = (shown.report.state == ReportState::UnderReview).then(|| {
        let (all, open) = shown.comments;
        let args = [
            ("open", open.into()),
            ("open-text", number::len(lang, open).into()),
            ("all", number::len(lang, all).into()),
        ];
        view! {
            <p>
                <a class="btn" href=format!("{base}/granskning")>{lang.t("life-to-review")}</a>
                " "
                <span class="muted">{lang.t_with("life-comments", &args)}</span>
            </p>
        }
    });
    let send = can(ReportStep::Review).then(|| plain_step(shown, ReportStep::Review, lang));
    let decide = can(ReportStep::Decide).then(|| {
        view! {
            <p>
                <a class="btn primary" href=format!("{base}/beslut")>{lang.t("life-to-decision")}</a>
            </p>
        }
    });
    let publish = can(ReportStep::Publish).then(|| plain_step(shown, ReportStep::Publish, lang));
    let back = can(ReportStep::Return).then(|| return_form(shown, done, lang));
    let any = review.is_some() || send.is_some() || decide.is_some() || publish.is_some() || back.is_some();
    any.then(|| {
        view! {
            <section class="part next-step" aria-labelledby="h-nasta">
                <h2 id="h-nasta">{lang.t("life-next")}</h2>
                {review}
                {send}
                {decide}
                {publish}
                {back}
            </section>
        }
        .into_any()
    })
}

fn hidden(shown: &ReportLifeView, step: ReportStep) -> AnyView {
    view! {
        <input type="hidden" name="id" value=shown.report.id.to_string() />
        <input type="hidden" name="version" value=shown.version.to_string() />
        <input type="hidden" name="step" value=step.code() />
    }
    .into_any()
}

fn plain_step(shown: &ReportLifeView, step: ReportStep, lang: Lang) -> AnyView {
    let (text, hint) = match step {
        ReportStep::Publish => (lang.t("life-publish"), lang.t("life-publish-hint")),
        _ => (lang.t("life-send"), lang.t("life-send-hint")),
    };
    view! {
        <form method="post" action="/api/report_step_take">
            {hidden(shown, step)}
            <p class="hint">{hint}</p>
            <button class="btn primary" type="submit">
                {text}
            </button>
        </form>
    }
    .into_any()
}

fn return_form(shown: &ReportLifeView, done: Option<&str>, lang: Lang) -> AnyView {
    let open = done == Some("skriv-skal");
    view! {
        <details class="more" open=open>
            <summary>{lang.t("life-return")}</summary>
            <form method="post" action="/api/report_step_take" class="return-form">
                {hidden(shown, ReportStep::Return)}
                <div class="field">
                    <label for="skal">{lang.t("life-return-why")}</label>
                    <p class="hint" id="skal-hint">{lang.t("life-return-hint")}</p>
                    <textarea id="skal" name="note" rows="3" aria-describedby="skal-hint"></textarea>
                </div>
                <button class="btn" type="submit">
                    {lang.t("life-return-submit")}
                </button>
            </form>
        </details>
    }
    .into_any()
}

/// What a subject of the report is called.
pub(super) fn subject_name(one: &Judgeable, lang: Lang) -> String {
    match &one.key {
        SubjectKey::Area(number) => format!("{number} {}", one.name),
        SubjectKey::Group(_) => one.name.clone(),
        SubjectKey::Whole => lang.t("report-overall"),
    }
}

/// What the report itself lacks, and what is missing in the portfolio, each with the way to it.
fn completeness(shown: &ReportLifeView, lang: Lang) -> AnyView {
    let base = links::report(shown.report.id);
    let write = |text: String, page: &str| match shown.may_write {
        true => view! { <li><a href=format!("{base}/{page}")>{text}</a></li> }.into_any(),
        false => view! { <li>{text}</li> }.into_any(),
    };
    let mut items: Vec<AnyView> = Vec::new();
    for key in &shown.unwritten {
        let args = [("chapter", report::chapter(lang, *key).into())];
        items.push(write(lang.t_with("life-unwritten", &args), "texter"));
    }
    for key in &shown.carried {
        let args = [("chapter", report::chapter(lang, *key).into())];
        items.push(write(lang.t_with("life-carried", &args), "texter"));
    }
    if shown.without_assignment {
        items.push(write(lang.t("life-without-assignment"), "andra"));
    }
    if shown.without_sources {
        items.push(write(lang.t("life-without-sources"), "kallor"));
    }
    let year = shown.report.to_year;
    let blocks = |one: &Judgeable| {
        let hindrance = Hindrance::NotSubmitted(one.key.clone());
        shown.hindrances.contains(&hindrance)
    };
    for one in &shown.open {
        let href = format!("/bedomning/{}?rapport={year}", one.key);
        let needed = blocks(one).then(|| lang.t("life-needed"));
        items.push(
            view! {
                <li>
                    <a href=href>
                        {lang.t_with("life-not-sent-in", &[("subject", subject_name(one, lang).into())])}
                    </a>
                    {needed.map(|text| view! { " " <small>{text}</small> })}
                </li>
            }
            .into_any(),
        );
    }
    let own = if items.is_empty() {
        view! { <p>{lang.t("life-complete")}</p> }.into_any()
    } else {
        view! { <ul class="bullets">{items}</ul> }.into_any()
    };
    let gaps: Vec<_> = shown
        .gaps
        .iter()
        .map(|gap| {
            view! {
                <li>
                    <a href=format!("{base}#kd")>
                        {number::count(lang, gap.count)} " " {name::gap(lang, gap.kind, gap.count)}
                    </a>
                </li>
            }
        })
        .collect();
    let gaps = (!gaps.is_empty()).then(|| {
        view! {
            <h3>{lang.t("life-gaps")}</h3>
            <ul class="bullets">{gaps}</ul>
        }
    });
    let responsible = api::may(Operation::UndecidedRead).then(|| {
        view! {
            <p>
                <a class="btn" href=links::report_responsible(shown.report.id)>
                    {lang.t("responsible-link")}
                </a>
            </p>
        }
    });
    view! {
        <section class="part" aria-labelledby="h-saknas">
            <h2 id="h-saknas">{lang.t("life-completeness")}</h2>
            {own}
            {gaps}
            {responsible}
        </section>
    }
    .into_any()
}

/// What was corrected in a decided report, and the way to correct it.
fn corrections(shown: &ReportLifeView, lang: Lang) -> AnyView {
    let (made, waiting) = shown.corrections;
    let count = |key: &str, count: usize| {
        let args = [("count", count.into()), ("n", number::len(lang, count).into())];
        lang.t_with(key, &args)
    };
    let waiting = (waiting > 0).then(|| view! { " " <Gap text=count("correction-waiting", waiting) /> });
    let href = links::report_corrections(shown.report.id);
    view! {
        <section class="part" aria-labelledby="h-rattelser">
            <h2 id="h-rattelser">{lang.t("correction-title")}</h2>
            <p>{count("correction-heading", made)} "." {waiting}</p>
            <p>
                <a href=href>{lang.t("correction-notice-all")}</a>
            </p>
        </section>
    }
    .into_any()
}

/// The files of a decided report, with the hashes of those that are stored.
fn files(shown: &ReportLifeView, lang: Lang) -> AnyView {
    let rows: Vec<_> = Format::ALL
        .into_iter()
        .map(|format| {
            let stored = shown.files.iter().find(|one| one.format == format.code());
            let hash = match stored {
                Some(file) => view! { <code>{file.hash.clone()}</code> }.into_any(),
                None => view! { <span class="muted">{lang.t("life-file-later")}</span> }.into_any(),
            };
            view! {
                <tr>
                    <th scope="row">
                        <a href=links::report_file(shown.report.id, format.code())>{format_name(format, lang)}</a>
                    </th>
                    <td>{hash}</td>
                </tr>
            }
        })
        .collect();
    let table = view! {
        <table class="data">
            <caption>{lang.t("life-files-caption")}</caption>
            <thead>
                <tr>
                    <th scope="col">{lang.t("life-file")}</th>
                    <th scope="col">{lang.t("life-file-hash")}</th>
                </tr>
            </thead>
            <tbody>{rows}</tbody>
        </table>
    };
    let frozen = shown.frozen_sha256.clone().map(|hash| {
        view! {
            <p class="note">{lang.t("life-frozen")} " " <code>{hash}</code></p>
        }
    });
    let archive = shown.may_archive.then(|| {
        view! {
            <div class="next-step">
                <p>
                    <a class="btn" href=links::report_archive(shown.report.id) download="">
                        {lang.t("share-archive")}
                    </a>
                </p>
                <p class="note">{lang.t("share-archive-hint")}</p>
            </div>
        }
    });
    view! {
        <section class="part" aria-labelledby="h-filer">
            <h2 id="h-filer">{lang.t("life-files")}</h2>
            {scroll("h-filer", "", table.into_any())}
            {frozen}
            {archive}
        </section>
    }
    .into_any()
}

/// Who else reads it: everybody, once it is public, and those who have a link.
fn readers(shown: &ReportLifeView, lang: Lang) -> Option<AnyView> {
    let report = &shown.report;
    let public = report.state.is_public().then(|| {
        view! {
            <p>
                {lang.t("share-is-public")} " "
                <a href=links::public_report(report.id)>{lang.t("share-public-address")}</a>
            </p>
        }
    });
    let share = shown.may_share.then(|| {
        view! {
            <p>{lang.t("share-course-hint")}</p>
            <p>
                <a class="btn" href=links::report_share(report.id)>{lang.t("share-title")}</a>
            </p>
        }
    });
    (public.is_some() || share.is_some()).then(|| {
        view! {
            <section class="part next-step" aria-labelledby="h-lasare">
                <h2 id="h-lasare">{lang.t("share-readers")}</h2>
                {public}
                {share}
            </section>
        }
        .into_any()
    })
}

/// What a format is called.
pub(in crate::pages::report) fn format_name(format: Format, lang: Lang) -> String {
    match format {
        Format::Pdf => lang.t("life-format-pdf"),
        Format::Docx => lang.t("life-format-docx"),
        Format::Xlsx => lang.t("life-format-xlsx"),
        Format::Csv => lang.t("life-format-csv"),
        Format::Json => lang.t("life-format-json"),
        Format::Html => lang.t("life-format-html"),
    }
}

/// What has happened to it, newest first.
fn steps(shown: &ReportLifeView, lang: Lang) -> Option<AnyView> {
    if shown.steps.is_empty() {
        return None;
    }
    let items: Vec<_> = shown
        .steps
        .iter()
        .rev()
        .map(|one| {
            let what = match one.step {
                ReportStep::Review => lang.t("life-step-review"),
                ReportStep::Return => lang.t("life-step-return"),
                ReportStep::Decide => lang.t("life-step-decide"),
                ReportStep::Publish => lang.t("life-step-publish"),
            };
            let by = one.by.clone().map(|by| format!(", {by}"));
            let note = one.note.clone().map(|note| view! { <dd>{note}</dd> });
            view! {
                <div>
                    <dt>{what} " " <small>{date::moment(lang, one.at)} {by}</small></dt>
                    {note}
                </div>
            }
        })
        .collect();
    Some(
        view! {
            <section class="part" aria-labelledby="h-steg">
                <h2 id="h-steg">{lang.t("life-steps")}</h2>
                <dl class="terms">{items}</dl>
            </section>
        }
        .into_any(),
    )
}
