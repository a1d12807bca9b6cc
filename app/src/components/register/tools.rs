//! What stands beside a register's rows: files of them, kept views, and other pages.

use domain::register::{Cursor, Filter, Query, encoded_query};
use leptos::prelude::*;
use service::RegisterFrame;
use service::rows::Page;
use text::{Lang, number};

use super::{address, with_query};
use crate::components::icon::{Icon, Symbol};

/// The way back to all rows where some are left out, files of what is shown, and the way to keep it as a
/// view.
pub(super) fn tools<F: Filter>(asked: &Query<F>, may_keep: bool, lang: Lang) -> AnyView {
    let query = asked.to_query();
    let file = |end: &str| with_query(&format!("/{}.{end}", F::KIND.code()), &query);
    let keep = may_keep.then(|| {
        let query = encoded_query([("register", F::KIND.code()), ("urval", query.as_str())]);
        view! { <a href=with_query("/urval/nytt", &query)>{lang.t("register-view-new")}</a> }
    });
    let all = (!asked.is_everything())
        .then(|| view! { <a href=format!("/{}", F::KIND.code())>{lang.t("register-show-all")}</a> });
    view! {
        <p class="register-tools">
            {all}
            <span>
                <span id="hamta">{lang.t("register-files")}</span>
                ": "
                <a href=file("csv") aria-describedby="hamta" download>{lang.t("register-csv")}</a>
                ", "
                <a href=file("xlsx") aria-describedby="hamta" download>{lang.t("register-xlsx")}</a>
            </span>
            {keep}
        </p>
    }
    .into_any()
}

/// The views that somebody has kept, each with a button that deletes it.
pub(super) fn views<F: Filter>(frame: &RegisterFrame, asked: &Query<F>, lang: Lang) -> Option<AnyView> {
    if frame.views.is_empty() {
        return None;
    }
    let path = format!("/{}", F::KIND.code());
    let here = asked.to_query();
    let items: Vec<_> = frame
        .views
        .iter()
        .map(|kept| {
            let current = (kept.query == here).then_some("true");
            view! {
                <li>
                    <a href=with_query(&path, &kept.query) aria-current=current>{kept.name.clone()}</a>
                    <form method="post" action="/api/saved_view_delete">
                        <input type="hidden" name="view" value=kept.id.to_string() />
                        <button class="as-link" type="submit">
                            <Icon symbol=Symbol::Close />
                            <span class="vh">{lang.t("register-view-delete")} " " {kept.name.clone()}</span>
                        </button>
                    </form>
                </li>
            }
        })
        .collect();
    let list = view! {
        <nav class="saved-views" aria-labelledby="sparade-urval">
            <h2 id="sparade-urval">{lang.t("register-views")}</h2>
            <ul>{items}</ul>
        </nav>
    };
    Some(list.into_any())
}

/// The way to other pages; nothing where all rows are on this one.
pub(super) fn pager<F: Filter, R>(asked: &Query<F>, page: &Page<R>, lang: Lang) -> Option<AnyView> {
    if page.previous.is_none() && page.next.is_none() {
        return None;
    }
    let at = |cursor: &Cursor| format!("/{}?{}", F::KIND.code(), asked.to_query_at(cursor));
    let previous = page.previous.as_ref().map(|cursor| {
        view! {
            <li><a href=address(asked)>{lang.t("register-first")}</a></li>
            <li>
                <a href=at(cursor) rel="prev">
                    <Icon symbol=Symbol::Prev />
                    {lang.t("register-previous")}
                </a>
            </li>
        }
    });
    let next = page.next.as_ref().map(|cursor| {
        view! {
            <li>
                <a href=at(cursor) rel="next">
                    {lang.t("register-next")}
                    <Icon symbol=Symbol::Next />
                </a>
            </li>
        }
    });
    let shown = page.rows.len();
    let count = [
        ("shown", shown.into()),
        ("shown-text", number::len(lang, shown).into()),
    ];
    let pager = view! {
        <nav class="pager" aria-label=lang.t("register-pages")>
            <p>{lang.t_with("register-shown", &count)}</p>
            <ul>{previous} {next}</ul>
        </nav>
    };
    Some(pager.into_any())
}
