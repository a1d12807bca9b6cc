use domain::policy::Operation;
use leptos::prelude::*;

use super::list_body::report_list;
use super::outside::FeedLinks;
use crate::api;
use crate::components::page::{Loaded, Title};

/// The reports that may be read.
#[component]
pub fn ReportListPage() -> impl IntoView {
    let lang = api::lang();
    let may_write = api::may(Operation::ReportWrite);
    view! {
        <Title text=lang.t("report-list-title") />
        <FeedLinks lang />
        <Loaded load=api::reports() view=move |reports| report_list(&reports, may_write, lang) />
    }
    .into_any()
}
