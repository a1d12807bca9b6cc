//! A page that holds all of what the overview shows the first of.

use domain::standing::Standing;
use leptos::prelude::*;
use service::OverviewView;
use text::Lang;

use super::no_report;
use crate::components::links::Links;
use crate::components::page::Title;
use crate::components::page_head::{Crumbs, PageHead};
use crate::components::switch::report_switch;

/// The page for the report that is looked at: the way back to the overview, the choice of report, and what `shown` makes of the
/// standing, a heading and what stands below it. `href` is the same page for another report.
pub(super) fn beside(
    view: &OverviewView,
    lang: Lang,
    href: impl Fn(Links) -> String,
    shown: impl FnOnce(&Standing) -> (String, AnyView),
) -> AnyView {
    let Some(standing) = &view.standing else {
        return no_report(lang);
    };
    let (heading, content) = shown(standing);
    let kicker = report_switch(&view.reports, &standing.report, lang, href);
    view! {
        <Title text=heading.clone() />
        <Crumbs home=super::links(standing).overview() here=heading.clone() lang />
        <PageHead heading=heading.into_any() kicker=Some(kicker) />
        {content}
    }
    .into_any()
}
