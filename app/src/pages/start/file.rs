//! The way in by a file: the template, and the command that reads it.

use leptos::prelude::*;
use text::Lang;

/// How a portfolio comes from a file.
pub(super) fn from_file(lang: Lang) -> AnyView {
    view! {
        <section class="block" aria-labelledby="h-fran-fil">
            <h2 id="h-fran-fil">{lang.t("start-file")}</h2>
            <p class="prose">{lang.t("start-file-text")}</p>
            <p class="actions start-actions">
                <a class="btn" href="/kom-igang/mall.json" download="nytta-mall.json">
                    {lang.t("start-file-download")}
                </a>
            </p>
            <p class="prose">{lang.t("start-file-import")} " " <code>"nytta import nytta-mall.json"</code></p>
            <p class="note">{lang.t("start-file-note")}</p>
        </section>
    }
    .into_any()
}
