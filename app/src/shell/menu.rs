//! The menu: what whoever looks may read.

use domain::policy::{Operation, may};
use leptos::prelude::*;
use leptos_router::hooks::use_location;

use super::context;
use super::top_bar::SignOutForm;
use crate::api::lang;
use crate::components::icon::{Icon, Symbol};
use crate::components::links;

#[component]
pub(super) fn Menu() -> impl IntoView {
    let lang = lang();
    let Some(context) = context() else {
        return ().into_any();
    };
    if context.ctx.roles().is_empty() {
        return ().into_any();
    }
    let path = use_location().pathname.get_untracked();
    let item = move |href: &'static str, name: String| {
        let here = if href == "/" {
            path == "/"
        } else {
            path.starts_with(href)
        };
        view! { <li><a href=href aria-current=here.then_some("page")>{name}</a></li> }
    };
    let reads = may(&context.ctx, Operation::PortfolioRead, None);
    let grades = may(&context.ctx, Operation::UndecidedRead, None);
    let audits = may(&context.ctx, Operation::AuditRead, None);
    let manages = may(&context.ctx, Operation::InstallationManage, None);
    let portfolio = reads.then(|| {
        let grading = grades.then(|| item.clone()("/bedomning", lang.t("shell-menu-grading")));
        view! {
            <ul>
                {item.clone()("/", lang.t("shell-menu-overview"))}
                {item.clone()("/att-gora", lang.t("shell-menu-work"))}
            </ul>
            <ul>
                {item.clone()("/omraden", lang.t("shell-menu-areas"))}
                {item.clone()("/initiativ", lang.t("shell-menu-initiatives"))}
                {item.clone()("/nyttor", lang.t("shell-menu-benefits"))}
                {item.clone()(links::CALCULATIONS, lang.t("shell-menu-calculations"))}
                {item.clone()(links::MEASURES, lang.t("shell-menu-measures"))}
                {item.clone()("/konstaterade", lang.t("shell-menu-statements"))}
            </ul>
            <ul>
                {item.clone()("/uppfoljning", lang.t("shell-menu-rounds"))} {grading}
                {item.clone()("/rapporter", lang.t("shell-menu-reports"))}
            </ul>
            <ul>
                {item.clone()("/struktur", lang.t("shell-menu-structure"))}
                {item.clone()(links::START, lang.t("shell-menu-start"))}
            </ul>
        }
    });
    let audit = audits.then(|| view! { <ul>{item.clone()("/revision", lang.t("shell-menu-audit"))}</ul> });
    let admin = manages.then(|| view! { <ul>{item.clone()("/admin", lang.t("shell-menu-admin"))}</ul> });
    view! {
        <nav class="rail" id="huvudmeny" popover aria-label=lang.t("shell-menu-main")>
            <button class="btn quiet close" type="button" popovertarget="huvudmeny" popovertargetaction="hide">
                <Icon symbol=Symbol::Close />
                {lang.t("shell-close")}
            </button>
            {portfolio}
            {audit}
            {admin}
            <ul class="rail-foot">
                {item.clone()("/konto", lang.t("account-title"))}
                {item("/ordlista", lang.t("help-title"))}
                <li class="narrow"><SignOutForm class="signout-narrow" /></li>
            </ul>
        </nav>
    }
    .into_any()
}
