//! What the forms of the structure share.

use leptos::prelude::*;
use service::StructureKind;
use text::Lang;

/// The way to a form.
pub(super) fn crumbs(lang: Lang) -> Vec<(String, String)> {
    vec![("/struktur".to_owned(), lang.t("structure-title"))]
}

/// Where the form of a thing is.
pub(super) fn form_path(kind: &str, id: &str) -> String {
    format!("/struktur/{kind}/{id}")
}

/// Takes a thing away that was made by mistake. Below the form, folded away; nothing for a new thing.
#[component]
pub(super) fn Remove(kind: StructureKind, id: String, version: String, lang: Lang) -> impl IntoView {
    (!id.is_empty()).then(|| {
        view! {
            <details class="remove">
                <summary>{lang.t("structure-remove")}</summary>
                <form method="post" action="/api/structure_delete">
                    <p>{lang.t("structure-remove-text")}</p>
                    <input type="hidden" name="kind" value=kind.code() />
                    <input type="hidden" name="id" value=id />
                    <input type="hidden" name="version" value=version />
                    <button class="btn" type="submit">
                        {lang.t("structure-remove-submit")}
                    </button>
                </form>
            </details>
        }
    })
}
