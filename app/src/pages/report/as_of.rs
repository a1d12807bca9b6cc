//! A report judged as of another day than its own.

use domain::form::parse_day;
use domain::report_model::ReportModel;
use leptos::prelude::*;
use service::{Format, ReportAsOfView};
use text::{Lang, date};

use super::document::{DocumentParts, report_document};
use crate::api;
use crate::components::empty::Empty;
use crate::components::form_page::{path_part, query_part};
use crate::components::icon::{Icon, Symbol};
use crate::components::links;
use crate::components::page::{Loaded, Title};
use crate::components::page_head::{Crumbs, PageHead};

/// The formats that it is offered in.
const FILES: [(Format, &str); 3] = [
    (Format::Pdf, "as-of-pdf"),
    (Format::Docx, "life-format-docx"),
    (Format::Xlsx, "life-format-xlsx"),
];

/// A report judged as of a day that is asked for.
#[component]
pub fn ReportAsOfPage() -> impl IntoView {
    let lang = api::lang();
    let typed = query_part("dag").unwrap_or_default();
    let day = parse_day(&typed);
    let load = api::report_as_of(path_part("id").unwrap_or_default(), day);
    view! { <Loaded load view=move |shown| page(&shown, &typed, lang) /> }.into_any()
}

fn page(shown: &ReportAsOfView, typed: &str, lang: Lang) -> AnyView {
    let head = &shown.head;
    let steps = vec![
        ("/rapporter".to_owned(), lang.t("report-list-title")),
        (links::report(head.id), head.name()),
    ];
    let title = lang.t("as-of-title");
    let crumbs = view! { <Crumbs steps here=title.clone() lang /> };
    let form = choose(shown, typed, lang);
    let own = lang.t_with("as-of-own", &[("day", date::day(lang, head.cut_off).into())]);
    let decided = head.state.is_decided().then(|| {
        view! {
            <p>
                {lang.t("as-of-decided")} " "
                <a href=links::report(head.id)>{lang.t("as-of-decided-link")}</a>
            </p>
        }
    });
    match &shown.model {
        // The report's own cover has the page's heading.
        Some(model) => view! {
            <Title text=format!("{} – {title}", head.name()) />
            {crumbs}
            {form}
            {decided}
            {report_document(model, lang, parts(model, lang))}
        }
        .into_any(),
        None => {
            let kicker = Some(view! { <p class="kicker">{head.name()}</p> }.into_any());
            let heading = title.clone().into_any();
            let (none, text) = (lang.t("as-of-none"), lang.t("as-of-none-text"));
            view! {
                <Title text=title />
                {crumbs}
                <PageHead heading kicker>
                    <p class="lead">{lang.t("as-of-lead")}</p>
                    <p>{own}</p>
                    {decided}
                </PageHead>
                {form}
                <Empty heading=none text page=true />
            }
            .into_any()
        }
    }
}

/// What the document bears here: its files as judged, and no ways to pages that are judged as of another day.
fn parts(model: &ReportModel, lang: Lang) -> DocumentParts {
    let (id, day) = (model.report.id, model.report.cut_off);
    let files = FILES.map(|(format, name)| {
        view! {
            <a class="btn quiet" href=links::report_as_of_file(id, format.code(), day) download="">
                {lang.t(name)}
            </a>
        }
    });
    DocumentParts {
        actions: Some(
            view! { <span class="hint">{lang.t("as-of-files")}</span> {files.collect_view()} }.into_any(),
        ),
        linked: false,
        ..DocumentParts::default()
    }
}

/// The choice of a day. One that does not read comes back with what is wrong.
fn choose(shown: &ReportAsOfView, typed: &str, lang: Lang) -> AnyView {
    let wrong = !typed.is_empty() && shown.model.is_none();
    let label = lang.t("as-of-day");
    let problem = wrong.then(|| {
        let said = [("label", label.clone().into()), ("given", typed.into())];
        view! {
            <p class="error" id="dag-fel" role="alert">
                <Icon symbol=Symbol::Weak />
                <span>
                    <span class="vh">{lang.t("common-error-prefix")}</span>
                    {lang.t_with("common-problem-not-a-date", &said)}
                </span>
            </p>
        }
    });
    let described = if wrong { "dag-hint dag-fel" } else { "dag-hint" };
    view! {
        <form class="filter" method="get" action=links::report_as_of(shown.head.id)>
            <div class=if wrong { "field has-error" } else { "field" }>
                <label for="dag">{label.clone()}</label>
                <p class="hint" id="dag-hint">
                    {lang.t("as-of-day-hint")}
                </p>
                {problem}
                <input
                    id="dag"
                    name="dag"
                    value=typed.to_owned()
                    autocomplete="off"
                    aria-required="true"
                    aria-invalid=wrong.then_some("true")
                    aria-describedby=described
                />
            </div>
            <button class="btn" type="submit">
                {lang.t("as-of-submit")}
            </button>
        </form>
    }
    .into_any()
}
