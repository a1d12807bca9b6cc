use domain::report::link::LinkState;
use leptos::prelude::*;
use service::{LinkItem, ReportShareView};
use text::{Lang, date, number};

use crate::api::{self, NewReportLink};
use crate::components::empty::Empty;
use crate::components::form::{ErrorSummary, Field, FormView, SubmissionKey};
use crate::components::form_page::{FormTitle, path_part, query_part};
use crate::components::links;
use crate::components::page::Loaded;
use crate::components::page_head::{Crumbs, PageHead};
use crate::components::receipt::{Receipt, ReceiptKind};
use crate::components::scroll::scroll;
use crate::islands::UnsavedGuard;

/// Who reads a decided report without an account: the links to it, and the form that makes another.
#[component]
pub fn ReportSharePage() -> impl IntoView {
    let lang = api::lang();
    let (done, made) = (query_part("klart"), use_context::<NewReportLink>());
    let load = api::report_share(path_part("id").unwrap_or_default(), query_part("draft"));
    view! { <Loaded load view=move |shown| page(&shown, done.as_deref(), made, lang) /> }.into_any()
}

fn page(shown: &ReportShareView, done: Option<&str>, made: Option<NewReportLink>, lang: Lang) -> AnyView {
    let report = &shown.report;
    let holding = shown
        .links
        .iter()
        .filter(|one| one.state == LinkState::Holds)
        .count();
    let args = [
        ("count", holding.into()),
        ("text", number::len(lang, holding).into()),
    ];
    let heading = lang.t_with("share-heading", &args);
    let crumbs = vec![
        ("/rapporter".to_owned(), lang.t("report-list-title")),
        (links::report(report.id), report.name()),
        (links::report_course(report.id), lang.t("life-title")),
    ];
    let kicker = Some(view! { <p class="kicker">{report.name()}</p> }.into_any());
    let public = report.state.is_public().then(|| {
        let href = links::public_report(report.id);
        view! {
            <p>
                {lang.t("share-is-public")} " " <a href=href.clone()>{href.clone()}</a>
            </p>
        }
    });
    let form = form_view(shown, lang);
    let list = if shown.links.is_empty() {
        view! { <Empty heading=lang.t("share-none") text=lang.t("share-none-text") page=true /> }.into_any()
    } else {
        table(shown, lang)
    };
    view! {
        <FormTitle text=lang.t("share-title") came_back=form.came_back() lang />
        <Crumbs steps=crumbs here=lang.t("share-title") lang />
        {notice(done, shown, lang)}
        <ErrorSummary form=form.clone() />
        <PageHead heading=heading.into_any() kicker>
            <p class="lead">{lang.t("share-lead")}</p>
            {public}
        </PageHead>
        {made.map(|link| new_link(link, lang))}
        {link_form(form, lang)}
        {list}
    }
    .into_any()
}

fn notice(done: Option<&str>, shown: &ReportShareView, lang: Lang) -> Option<AnyView> {
    use ReceiptKind::{Done, NotDone};
    let (kind, heading, next) = match done? {
        "aterkallad" => (Done, "share-done-withdrawn", "share-done-withdrawn-next"),
        "lank-fanns" => (NotDone, "share-not-again", "share-not-again-next"),
        "hann-fore" => (NotDone, "share-not-first", "share-not-first-next"),
        _ => return None,
    };
    let (heading, next, close) = (lang.t(heading), lang.t(next), lang.t("form-receipt-close"));
    let without = links::report_share(shown.report.id);
    Some(view! { <Receipt kind heading next without close /> }.into_any())
}

/// The link that was just made: it is shown once.
fn new_link(NewReportLink(url): NewReportLink, lang: Lang) -> AnyView {
    view! {
        <section class="part next-step" aria-labelledby="h-ny-lank">
            <h2 id="h-ny-lank">{lang.t("share-made")}</h2>
            <p>{lang.t("share-made-lead")}</p>
            <p>
                <label for="lank">{lang.t("share-made-label")}</label>
                <input class="one-time-link" id="lank" type="text" readonly=true value=url />
            </p>
            <p class="note">{lang.t("share-made-note")}</p>
        </section>
    }
    .into_any()
}

fn form_view(shown: &ReportShareView, lang: Lang) -> FormView {
    FormView::of(lang, "share", &shown.state)
        .field("for_whom", lang.t("share-for-whom"))
        .field("ends_on", lang.t("share-ends-on"))
}

fn link_form(form: FormView, lang: Lang) -> AnyView {
    let (dirty, id) = (form.came_back(), form.value("id"));
    let action = format!("/rapporter/{}/delning", id.trim());
    view! {
        <section class="part next-step" aria-labelledby="h-ny">
            <h2 id="h-ny">{lang.t("share-new")}</h2>
            <form method="post" action=action class="form link-form" novalidate=true>
                <SubmissionKey form=form.clone() />
                <Field form=form.clone() name="for_whom" hint=lang.t("share-for-whom-hint") />
                <Field form=form.clone() name="ends_on" kind="date" hint=lang.t("share-ends-on-hint") />
                <div class="actions">
                    <button class="btn primary" type="submit">
                        {lang.t("share-make")}
                    </button>
                </div>
            </form>
            <UnsavedGuard form=".link-form".to_owned() dirty />
        </section>
    }
    .into_any()
}

fn table(shown: &ReportShareView, lang: Lang) -> AnyView {
    let rows: Vec<_> = shown.links.iter().map(|one| row(one, lang)).collect();
    let table = view! {
        <table class="data reports">
            <caption>{lang.t("share-list-caption")}</caption>
            <thead>
                <tr>
                    <th scope="col">{lang.t("share-for-whom")}</th>
                    <th scope="col">{lang.t("share-state")}</th>
                    <th scope="col">{lang.t("share-ends")}</th>
                    <th scope="col">{lang.t("share-made-at")}</th>
                    <th scope="col">{lang.t("share-used")}</th>
                    <th scope="col">
                        <span class="vh">{lang.t("share-withdraw")}</span>
                    </th>
                </tr>
            </thead>
            <tbody>{rows}</tbody>
        </table>
    };
    view! {
        <section class="part" aria-labelledby="h-lankar">
            <h2 id="h-lankar">{lang.t("share-list")}</h2>
            {scroll("h-lankar", "", table.into_any())}
        </section>
    }
    .into_any()
}

fn row(one: &LinkItem, lang: Lang) -> AnyView {
    let state = match one.state {
        LinkState::Holds => view! { <b>{lang.t("share-state-holds")}</b> }.into_any(),
        LinkState::Ended => view! { <span class="muted">{lang.t("share-state-ended")}</span> }.into_any(),
        LinkState::Withdrawn => {
            let at = one.withdrawn_at.map(|at| date::moment(lang, at));
            view! {
                <span class="muted">{lang.t("share-state-withdrawn")}</span>
                " "
                <small>{at}</small>
            }
            .into_any()
        }
    };
    let used = match one.used_at {
        Some(at) => date::moment(lang, at).into_any(),
        None => view! { <span class="muted">{lang.t("share-never-used")}</span> }.into_any(),
    };
    let by = one.made_by.clone();
    let withdraw = (one.state == LinkState::Holds).then(|| {
        let whose = lang.t_with("share-withdraw-of", &[("whom", (&one.link.for_whom).into())]);
        view! {
            <form class="in-line" method="post" action="/api/report_link_stop">
                <input type="hidden" name="id" value=one.link.id.to_string() />
                <button class="btn quiet" type="submit" aria-label=whose>
                    {lang.t("share-withdraw")}
                </button>
            </form>
        }
    });
    view! {
        <tr>
            <th scope="row">{one.link.for_whom.clone()}</th>
            <td>{state}</td>
            <td>{date::day(lang, one.link.ends_on)}</td>
            <td>
                {date::moment(lang, one.made_at)}
                " "
                <small>{by}</small>
            </td>
            <td>{used}</td>
            <td>{withdraw}</td>
        </tr>
    }
    .into_any()
}
