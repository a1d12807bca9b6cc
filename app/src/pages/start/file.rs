//! The ways in by a file: a workbook, or the file of another installation.

use domain::policy::Operation;
use leptos::prelude::*;
use text::Lang;

use crate::api;
use crate::components::links;

/// How a portfolio comes from a file.
pub(super) fn from_file(lang: Lang) -> AnyView {
    let workbook = if api::may(Operation::PortfolioWrite) {
        view! {
            <p class="actions start-actions">
                <a class="btn" href=links::WORKBOOK>
                    {lang.t("start-file-workbook")}
                </a>
            </p>
        }
        .into_any()
    } else {
        view! { <p class="prose">{lang.t("start-file-by-others")}</p> }.into_any()
    };
    view! {
        <section class="block" aria-labelledby="h-fran-fil">
            <h2 id="h-fran-fil">{lang.t("start-file")}</h2>
            <p class="prose">{lang.t("start-file-text")}</p>
            {workbook}
            <p class="note">
                {lang.t("start-file-whole")} " " <code>"nytta export"</code> " " {lang.t("start-file-import")} " "
                <code>"nytta import"</code> ". "
                <a href="/kom-igang/mall.json" download="nytta-mall.json">
                    {lang.t("start-file-json")}
                </a>
            </p>
        </section>
    }
    .into_any()
}
