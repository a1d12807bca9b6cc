//! The history of a thing: who changed what and when.

use domain::history::SubjectKind;
use leptos::prelude::*;
use service::HistoryView;
use text::{Lang, date, history};

use crate::api;
use crate::components::empty::Empty;
use crate::components::form_page::{path_part, query_part};
use crate::components::history::{Told, event_list, short};
use crate::components::links;
use crate::components::page::{Loaded, Title};
use crate::components::page_head::{Crumbs, PageHead};
use crate::components::pager::Pager;

/// The page.
#[component]
pub fn HistoryPage() -> impl IntoView {
    let lang = api::lang();
    let load = api::history(
        path_part("kind").unwrap_or_default(),
        path_part("id").unwrap_or_default(),
        query_part("fore"),
    );
    view! { <Loaded load view=move |shown| page(&shown, lang) /> }.into_any()
}

fn page(shown: &HistoryView, lang: Lang) -> AnyView {
    let kind = shown.subject.kind;
    let name = history::subject(lang, &shown.subject);
    let count = shown.events.len();
    let key = match (shown.before, shown.next) {
        (None, None) => "history-heading",
        (None, Some(_)) => "history-heading-more",
        (Some(_), _) => "history-heading-older",
    };
    let heading = lang.t_with(key, &[("count", count.into())]).into_any();
    let own = links::subject(&shown.subject, &shown.id);
    let steps = own.map(|href| (href, name.clone())).into_iter().collect();
    let told = Told {
        names: &shown.names,
        subject: Some((kind, &shown.id)),
        numbers: false,
        lang,
    };
    let kicker =
        Some(view! { <p class="kicker">{history::kind(lang, kind)} ": " {short(&name)}</p> }.into_any());
    let lead = lang.t(match kind {
        SubjectKind::Initiative => "history-lead-initiative",
        SubjectKind::Benefit => "history-lead-benefit",
        _ => "history-lead",
    });
    let none = (count == 0).then(|| {
        view! {
            <Empty heading=lang.t("history-none") text=lang.t("history-none-text") page=true />
        }
    });
    let here = links::history(kind, &shown.id);
    let next = shown.next.map(|seq| format!("{here}?fore={seq}"));
    let newest = shown.before.map(|_| here);
    view! {
        <Title text=lang.t_with("history-title", &[("name", short(&name).into())]) />
        <Crumbs steps here=lang.t("history-crumb") lang />
        <PageHead heading kicker>
            <p class="meta-line">{lead}</p>
        </PageHead>
        {none}
        {event_list(&shown.events, told)}
        {origin(shown, lang)}
        <Pager next newest lang />
    }
    .into_any()
}

/// How the thing came, where an import brought it.
fn origin(shown: &HistoryView, lang: Lang) -> Option<AnyView> {
    let origin = shown.origin.as_ref()?;
    let key = if origin.several {
        "history-origin-several"
    } else {
        "history-origin-text"
    };
    let text = lang.t_with(key, &[("when", date::moment(lang, origin.first).into())]);
    // A file that is imported counts as approved; who approved it stands nowhere.
    let approved = (shown.subject.kind == SubjectKind::Statement)
        .then(|| view! { <p class="event-who">{lang.t("history-origin-approved")}</p> });
    Some(
        view! {
            <div class="events-origin">
                <p class="event-what">
                    <b>{lang.t("history-origin")}</b>
                </p>
                <p class="event-who">{text}</p>
                {approved}
            </div>
        }
        .into_any(),
    )
}
