//! The document around every page: head, top bar, menu and routes.

use domain::ctx::{Actor, Ctx};
use domain::policy::{Operation, may};
use domain::role::Role;
use leptos::prelude::*;
use leptos_meta::{MetaTags, provide_meta_context};
use leptos_router::components::{Route, Router, Routes};
use leptos_router::hooks::use_location;
use leptos_router::{ParamSegment, SsrMode, StaticSegment};
use text::Lang;

use crate::api::{RequestContext, lang};
use crate::components::icon::{Icon, Sprite, Symbol};
use crate::components::links;
use crate::islands::SessionWatch;
use crate::pages::accessibility::AccessibilityPage;
use crate::pages::account::AccountPage;
use crate::pages::admin::{AccountFormPage, AccountLinkPage, AdminPage};
use crate::pages::area::{AreaListPage, AreaPage};
use crate::pages::assessment::{
    AssessmentListPage, AssessmentPage, GroupAssessmentPage, WholeAssessmentPage,
};
use crate::pages::audit::AuditPage;
use crate::pages::benefit::{BenefitFormPage, BenefitListPage};
use crate::pages::calculation::{
    CalculationFormPage, CalculationListPage, CalculationPage, CalibrationPage, LineBuildPage,
};
use crate::pages::delivery::DeliveryFormPage;
use crate::pages::error::{FailedFormPage, NotFoundPage};
use crate::pages::factor::{FactorFormPage, FactorListPage, FactorPage, FactorValueFormPage};
use crate::pages::glossary::GlossaryPage;
use crate::pages::history::HistoryPage;
use crate::pages::initiative::{
    DependencyPage, InitiativeFormPage, InitiativeListPage, InitiativePage, SusFormPage,
};
use crate::pages::measure::{
    EffectGoalFormPage, MeasureFormPage, MeasureListPage, MeasurePage, MeasurementFilesPage,
    MeasurementFormPage,
};
use crate::pages::measurements::{MeasurementSheetPage, MeasurementsPage, MeasurementsReviewPage};
use crate::pages::overview::{AmountsPage, GapPage, OverviewPage};
use crate::pages::parked::ParkedPage;
use crate::pages::realisation_plan::RealisationPlanFormPage;
use crate::pages::realised::{FreedTimeFormPage, FreedTimesReviewPage, RealisedPage, SekValueFormPage};
use crate::pages::reminders::CalendarLinkPage;
use crate::pages::report::{
    CorrectionDecisionPage, CorrectionFormPage, CorrectionsPage, PublicReportListPage, PublicReportPage,
    ReportAsOfPage, ReportComparisonPage, ReportCoursePage, ReportDecisionPage, ReportFormPage,
    ReportListPage, ReportPage, ReportPresentationPage, ReportResponsiblePage, ReportReviewPage,
    ReportScopePage, ReportSharePage, ReportSourceFormPage, ReportTextFormPage, SharedReportPage,
};
use crate::pages::round::{RoundFormPage, RoundListPage, RoundPage};
use crate::pages::saved_view::SavedViewFormPage;
use crate::pages::second_factor::{RecoveryCodesPage, SecondFactorPage};
use crate::pages::sign_in::{LinkPage, SignInPage};
use crate::pages::start::{ExamplePage, StartPage, WorkbookPage};
use crate::pages::statement::{StatementFormPage, StatementListPage};
use crate::pages::structure::{
    AgencyFormPage, AreaFormPage, AreaSetFormPage, BenefitGroupFormPage, PortfolioFormPage, StructurePage,
    UnitFormPage,
};
use crate::pages::work::WorkPage;

/// Names of the files that a page asks for, with their content's hash.
#[derive(Clone, Debug)]
pub struct Assets {
    /// Address of the stylesheet.
    pub stylesheet: String,
    /// Address of the icon.
    pub icon: String,
    /// There is a bundle for the islands.
    pub bundle: bool,
}

/// The whole document.
pub fn shell(options: LeptosOptions, assets: Assets) -> impl IntoView {
    let scripts = assets
        .bundle
        .then(|| view! { <HydrationScripts options islands=true /> });
    view! {
        <!DOCTYPE html>
        <html lang=lang().code()>
            <head>
                <meta charset="utf-8" />
                <meta name="viewport" content="width=device-width, initial-scale=1" />
                <meta name="color-scheme" content="light dark" />
                <link rel="icon" href=assets.icon type="image/svg+xml" />
                <link rel="stylesheet" href=assets.stylesheet />
                {scripts}
                <MetaTags />
            </head>
            <body>
                <App />
            </body>
        </html>
    }
}

/// The application: shell and routes.
#[component]
pub fn App() -> impl IntoView {
    provide_meta_context();
    view! {
        <leptos_meta::Title formatter=|text: String| format!("{text} – Nytta") />
        <Router>
            <Frame />
        </Router>
    }
}

#[component]
fn Frame() -> impl IntoView {
    let lang = lang();
    view! {
        <a class="skip" href="#innehall">{lang.t("shell-skip")}</a>
        <Sprite />
        <div class="frame">
            <TopBar />
            <Menu />
            <main id="innehall" tabindex="-1">
                <AllRoutes />
            </main>
            <Foot />
        </div>
        <Watch />
    }
}

/// Warns those who are signed in before they are not. In a form that nobody has sent it must not be a
/// surprise.
#[component]
fn Watch() -> impl IntoView {
    let lang = lang();
    let ends = context().and_then(|context| context.session);
    ends.map(|ends| {
        let seconds = |left: chrono::TimeDelta| u32::try_from(left.num_seconds()).unwrap_or(0);
        view! {
            <SessionWatch
                idle=seconds(ends.idle)
                latest=seconds(ends.latest)
                status="/session".to_owned()
                ping="/ordlista".to_owned()
                sign_in="/logga-in".to_owned()
                soon=lang.t("shell-session-soon")
                latest_soon=lang.t("shell-session-latest")
                ended=lang.t("shell-session-ended")
                go_on=lang.t("shell-session-go-on")
                again=lang.t("shell-session-again")
            />
        }
    })
}

#[component]
fn AllRoutes() -> impl IntoView {
    let initiative = (StaticSegment("initiativ"), ParamSegment("id"));
    let history = (
        StaticSegment("historik"),
        ParamSegment("kind"),
        ParamSegment("id"),
    );
    let form = |name: &'static str| {
        (
            StaticSegment("initiativ"),
            ParamSegment("id"),
            StaticSegment(name),
        )
    };
    let existing = |name: &'static str, id: &'static str| {
        (
            StaticSegment("initiativ"),
            ParamSegment("id"),
            StaticSegment(name),
            ParamSegment(id),
        )
    };
    let report = |name: &'static str| {
        (
            StaticSegment("rapporter"),
            ParamSegment("id"),
            StaticSegment(name),
        )
    };
    let corrections = || {
        (
            StaticSegment("rapporter"),
            ParamSegment("id"),
            StaticSegment("rattelser"),
        )
    };
    let correction_new = (corrections(), StaticSegment("ny"));
    let correction = (corrections(), ParamSegment("correction"));
    let correction_decision = (corrections(), ParamSegment("correction"), StaticSegment("beslut"));
    let factor = |name: &'static str| (StaticSegment("faktorer"), ParamSegment("id"), StaticSegment(name));
    let structure = |kind: &'static str| (StaticSegment("struktur"), StaticSegment(kind));
    let structured =
        |kind: &'static str| (StaticSegment("struktur"), StaticSegment(kind), ParamSegment("id"));
    let ssr = SsrMode::Async;
    view! {
        <Routes fallback=|| view! { <NotFoundPage /> }>
            <Route path=StaticSegment("") view=OverviewPage ssr=ssr.clone() />
            <Route path=StaticSegment("saknas") view=GapPage ssr=ssr.clone() />
            <Route path=StaticSegment("belopp") view=AmountsPage ssr=ssr.clone() />
            <Route path=StaticSegment("att-gora") view=WorkPage ssr=ssr.clone() />
            <Route path=StaticSegment("fortsatt") view=ParkedPage ssr=ssr.clone() />
            <Route path=StaticSegment("kom-igang") view=StartPage ssr=ssr.clone() />
            <Route path=(StaticSegment("kom-igang"), StaticSegment("exempel")) view=ExamplePage ssr=ssr.clone() />
            <Route path=(StaticSegment("kom-igang"), StaticSegment("fil")) view=WorkbookPage ssr=ssr.clone() />
            <Route path=StaticSegment("omraden") view=AreaListPage ssr=ssr.clone() />
            <Route path=(StaticSegment("omraden"), ParamSegment("number")) view=AreaPage ssr=ssr.clone() />
            <Route path=StaticSegment("initiativ") view=InitiativeListPage ssr=ssr.clone() />
            <Route path=(StaticSegment("initiativ"), StaticSegment("nytt")) view=InitiativeFormPage ssr=ssr.clone() />
            <Route path=StaticSegment("nyttor") view=BenefitListPage ssr=ssr.clone() />
            <Route path=StaticSegment("konstaterade") view=StatementListPage ssr=ssr.clone() />
            <Route
                path=(StaticSegment("urval"), StaticSegment("nytt"))
                view=SavedViewFormPage
                ssr=ssr.clone()
            />
            <Route path=initiative view=InitiativePage ssr=ssr.clone() />
            <Route path=form("andra") view=InitiativeFormPage ssr=ssr.clone() />
            <Route path=form("beroenden") view=DependencyPage ssr=ssr.clone() />
            <Route path=existing("sus", "delivery") view=SusFormPage ssr=ssr.clone() />
            <Route
                path=(
                    StaticSegment("initiativ"),
                    ParamSegment("id"),
                    StaticSegment("sus"),
                    ParamSegment("delivery"),
                    ParamSegment("evaluation"),
                )
                view=SusFormPage
                ssr=ssr.clone()
            />
            <Route path=form("kalkyl") view=CalculationFormPage ssr=ssr.clone() />
            <Route path=StaticSegment("kalkyler") view=CalculationListPage ssr=ssr.clone() />
            <Route
                path=(StaticSegment("kalkyler"), StaticSegment("utfall"))
                view=CalibrationPage
                ssr=ssr.clone()
            />
            <Route path=(StaticSegment("kalkyler"), ParamSegment("id")) view=CalculationPage ssr=ssr.clone() />
            <Route
                path=(StaticSegment("kalkyler"), ParamSegment("calculation"), StaticSegment("andra"))
                view=CalculationFormPage
                ssr=ssr.clone()
            />
            <Route
                path=(
                    StaticSegment("kalkyler"),
                    ParamSegment("id"),
                    StaticSegment("rader"),
                    ParamSegment("line"),
                    StaticSegment("bygg"),
                )
                view=LineBuildPage
                ssr=ssr.clone()
            />
            <Route path=StaticSegment("faktorer") view=FactorListPage ssr=ssr.clone() />
            <Route path=(StaticSegment("faktorer"), StaticSegment("ny")) view=FactorFormPage ssr=ssr.clone() />
            <Route path=(StaticSegment("faktorer"), ParamSegment("id")) view=FactorPage ssr=ssr.clone() />
            <Route path=factor("andra") view=FactorFormPage ssr=ssr.clone() />
            <Route path=factor("varde") view=FactorValueFormPage ssr=ssr.clone() />
            <Route
                path=(
                    StaticSegment("faktorer"),
                    ParamSegment("id"),
                    StaticSegment("varde"),
                    ParamSegment("value"),
                )
                view=FactorValueFormPage
                ssr=ssr.clone()
            />
            <Route path=StaticSegment("matt") view=MeasureListPage ssr=ssr.clone() />
            <Route path=(StaticSegment("matt"), StaticSegment("nytt")) view=MeasureFormPage ssr=ssr.clone() />
            <Route path=(StaticSegment("matt"), ParamSegment("id")) view=MeasurePage ssr=ssr.clone() />
            <Route
                path=(StaticSegment("matt"), ParamSegment("id"), StaticSegment("andra"))
                view=MeasureFormPage
                ssr=ssr.clone()
            />
            <Route
                path=(StaticSegment("matt"), ParamSegment("id"), StaticSegment("matning"))
                view=MeasurementFormPage
                ssr=ssr.clone()
            />
            <Route path=StaticSegment("matningar") view=MeasurementsPage ssr=ssr.clone() />
            <Route
                path=(StaticSegment("matningar"), StaticSegment("fil"))
                view=MeasurementSheetPage
                ssr=ssr.clone()
            />
            <Route
                path=(StaticSegment("matningar"), StaticSegment("granska"))
                view=MeasurementsReviewPage
                ssr=ssr.clone()
            />
            <Route
                path=(StaticSegment("matningar"), ParamSegment("measurement"), StaticSegment("andra"))
                view=MeasurementFormPage
                ssr=ssr.clone()
            />
            <Route
                path=(StaticSegment("matningar"), ParamSegment("measurement"), StaticSegment("fil"))
                view=MeasurementFilesPage
                ssr=ssr.clone()
            />
            <Route
                path=(StaticSegment("nyttor"), ParamSegment("benefit"), StaticSegment("effektmal"))
                view=EffectGoalFormPage
                ssr=ssr.clone()
            />
            <Route path=(StaticSegment("effektmal"), ParamSegment("goal")) view=EffectGoalFormPage ssr=ssr.clone() />
            <Route path=StaticSegment("frigjord-tid") view=RealisedPage ssr=ssr.clone() />
            <Route
                path=(StaticSegment("nyttor"), ParamSegment("benefit"), StaticSegment("tid"))
                view=FreedTimeFormPage
                ssr=ssr.clone()
            />
            <Route
                path=(StaticSegment("frigjord-tid"), StaticSegment("granska"))
                view=FreedTimesReviewPage
                ssr=ssr.clone()
            />
            <Route
                path=(StaticSegment("frigjord-tid"), ParamSegment("entry"), StaticSegment("andra"))
                view=FreedTimeFormPage
                ssr=ssr.clone()
            />
            <Route
                path=(StaticSegment("nyttor"), ParamSegment("benefit"), StaticSegment("varde"))
                view=SekValueFormPage
                ssr=ssr.clone()
            />
            <Route path=(StaticSegment("varden"), ParamSegment("value")) view=SekValueFormPage ssr=ssr.clone() />
            <Route path=form("leverans") view=DeliveryFormPage ssr=ssr.clone() />
            <Route path=existing("leverans", "delivery") view=DeliveryFormPage ssr=ssr.clone() />
            <Route path=form("nytta") view=BenefitFormPage ssr=ssr.clone() />
            <Route path=existing("nytta", "benefit") view=BenefitFormPage ssr=ssr.clone() />
            <Route
                path=(
                    StaticSegment("initiativ"),
                    ParamSegment("id"),
                    StaticSegment("nytta"),
                    ParamSegment("benefit"),
                    StaticSegment("plan"),
                )
                view=RealisationPlanFormPage
                ssr=ssr.clone()
            />
            <Route path=form("konstaterad") view=StatementFormPage ssr=ssr.clone() />
            <Route path=existing("konstaterad", "statement") view=StatementFormPage ssr=ssr.clone() />
            <Route path=StaticSegment("bedomning") view=AssessmentListPage ssr=ssr.clone() />
            <Route
                path=(StaticSegment("bedomning"), StaticSegment("helhet"))
                view=WholeAssessmentPage
                ssr=ssr.clone()
            />
            <Route
                path=(StaticSegment("bedomning"), StaticSegment("grupp"), ParamSegment("code"))
                view=GroupAssessmentPage
                ssr=ssr.clone()
            />
            <Route
                path=(StaticSegment("bedomning"), ParamSegment("number"))
                view=AssessmentPage
                ssr=ssr.clone()
            />
            <Route path=StaticSegment("uppfoljning") view=RoundListPage ssr=ssr.clone() />
            <Route path=(StaticSegment("uppfoljning"), StaticSegment("ny")) view=RoundFormPage ssr=ssr.clone() />
            <Route path=(StaticSegment("uppfoljning"), ParamSegment("id")) view=RoundPage ssr=ssr.clone() />
            <Route
                path=(StaticSegment("uppfoljning"), ParamSegment("id"), StaticSegment("andra"))
                view=RoundFormPage
                ssr=ssr.clone()
            />
            <Route path=StaticSegment("rapporter") view=ReportListPage ssr=ssr.clone() />
            <Route path=(StaticSegment("rapporter"), StaticSegment("ny")) view=ReportFormPage ssr=ssr.clone() />
            <Route path=(StaticSegment("rapporter"), ParamSegment("id")) view=ReportPage ssr=ssr.clone() />
            <Route path=report("andra") view=ReportFormPage ssr=ssr.clone() />
            <Route path=report("texter") view=ReportTextFormPage ssr=ssr.clone() />
            <Route path=report("kallor") view=ReportSourceFormPage ssr=ssr.clone() />
            <Route path=report("omfattning") view=ReportScopePage ssr=ssr.clone() />
            <Route path=report("per-dag") view=ReportAsOfPage ssr=ssr.clone() />
            <Route path=report("jamforelse") view=ReportComparisonPage ssr=ssr.clone() />
            <Route path=report("presentation") view=ReportPresentationPage ssr=ssr.clone() />
            <Route path=report("ansvar") view=ReportResponsiblePage ssr=ssr.clone() />
            <Route path=report("arbete") view=ReportCoursePage ssr=ssr.clone() />
            <Route path=report("granskning") view=ReportReviewPage ssr=ssr.clone() />
            <Route path=report("beslut") view=ReportDecisionPage ssr=ssr.clone() />
            <Route path=report("rattelser") view=CorrectionsPage ssr=ssr.clone() />
            <Route path=correction_new view=CorrectionFormPage ssr=ssr.clone() />
            <Route path=correction view=CorrectionFormPage ssr=ssr.clone() />
            <Route path=correction_decision view=CorrectionDecisionPage ssr=ssr.clone() />
            <Route path=report("delning") view=ReportSharePage ssr=ssr.clone() />
            <Route path=StaticSegment("publicerat") view=PublicReportListPage ssr=ssr.clone() />
            <Route
                path=(StaticSegment("publicerat"), ParamSegment("id"))
                view=PublicReportPage
                ssr=ssr.clone()
            />
            <Route path=(StaticSegment("delad"), ParamSegment("secret")) view=SharedReportPage ssr=ssr.clone() />
            <Route path=StaticSegment("struktur") view=StructurePage ssr=ssr.clone() />
            <Route path=structure("myndighet") view=AgencyFormPage ssr=ssr.clone() />
            <Route path=structure("omradesmangd") view=AreaSetFormPage ssr=ssr.clone() />
            <Route path=structured("omradesmangd") view=AreaSetFormPage ssr=ssr.clone() />
            <Route path=structure("omrade") view=AreaFormPage ssr=ssr.clone() />
            <Route path=structured("omrade") view=AreaFormPage ssr=ssr.clone() />
            <Route path=structure("nyttogrupp") view=BenefitGroupFormPage ssr=ssr.clone() />
            <Route path=structured("nyttogrupp") view=BenefitGroupFormPage ssr=ssr.clone() />
            <Route path=structure("enhet") view=UnitFormPage ssr=ssr.clone() />
            <Route path=structured("enhet") view=UnitFormPage ssr=ssr.clone() />
            <Route path=structure("portfolj") view=PortfolioFormPage ssr=ssr.clone() />
            <Route path=structured("portfolj") view=PortfolioFormPage ssr=ssr.clone() />
            <Route path=history view=HistoryPage ssr=ssr.clone() />
            <Route path=StaticSegment("revision") view=AuditPage ssr=ssr.clone() />
            <Route path=StaticSegment("tillganglighet") view=AccessibilityPage ssr=ssr.clone() />
            <Route path=StaticSegment("ordlista") view=GlossaryPage ssr=ssr.clone() />
            <Route path=StaticSegment("admin") view=AdminPage ssr=ssr.clone() />
            <Route path=(StaticSegment("admin"), StaticSegment("konto")) view=AccountFormPage ssr=ssr.clone() />
            <Route
                path=(StaticSegment("admin"), StaticSegment("konto"), ParamSegment("id"))
                view=AccountFormPage
                ssr=ssr.clone()
            />
            <Route
                path=(
                    StaticSegment("admin"),
                    StaticSegment("konto"),
                    ParamSegment("id"),
                    StaticSegment("lank"),
                )
                view=AccountLinkPage
                ssr=ssr.clone()
            />
            <Route path=StaticSegment("konto") view=AccountPage ssr=ssr.clone() />
            <Route
                path=(StaticSegment("konto"), StaticSegment("koder"))
                view=RecoveryCodesPage
                ssr=ssr.clone()
            />
            <Route
                path=(StaticSegment("konto"), StaticSegment("kalender"))
                view=CalendarLinkPage
                ssr=ssr.clone()
            />
            <Route path=StaticSegment("kod") view=SecondFactorPage ssr=ssr.clone() />
            <Route path=StaticSegment("logga-in") view=SignInPage ssr=ssr.clone() />
            <Route path=(StaticSegment("logga-in"), ParamSegment("token")) view=LinkPage ssr=ssr.clone() />
            <Route path=StaticSegment("fel") view=FailedFormPage ssr />
        </Routes>
    }
}

/// The foot of every page: what everybody may read, signed in or not.
#[component]
fn Foot() -> impl IntoView {
    let lang = lang();
    view! {
        <footer class="foot">
            <ul>
                <li>
                    <a href="/tillganglighet">{lang.t("accessibility-title")}</a>
                </li>
                <li>
                    <a href="/ordlista">{lang.t("help-title")}</a>
                </li>
                <li>
                    <a href=links::PUBLIC>{lang.t("share-public-title")}</a>
                </li>
            </ul>
        </footer>
    }
}

fn context() -> Option<RequestContext> {
    use_context::<RequestContext>()
}

#[component]
fn TopBar() -> impl IntoView {
    let lang = lang();
    let signed_in = context().and_then(|context| match &context.ctx.actor {
        Actor::Account { .. } => Some(role_names(lang, &context.ctx)),
        Actor::Anonymous | Actor::Operator => None,
    });
    let start = context().map_or("/", |context| home(&context.ctx));
    let menu = signed_in.is_some().then(|| {
        view! {
            <button class="btn quiet menu-button" type="button" popovertarget="huvudmeny">
                <Icon symbol=Symbol::Menu />
                {lang.t("shell-menu")}
            </button>
        }
    });
    let role = signed_in.clone().map(|names| {
        view! { <p class="role">{lang.t("shell-role")} " " <b>{names}</b></p> }
    });
    let out = signed_in
        .is_some()
        .then(|| view! { <SignOutForm class="signout" /> });
    view! {
        <header class="topbar">
            <a class="brand" href=start>
                <svg class="brand-mark" viewBox="0 0 28 28" aria-hidden="true" focusable="false">
                    <path class="m1" d="M3 25v-7h4v7z"></path>
                    <path class="m2" d="M12 25V11h4v14z"></path>
                    <path class="m3" d="M21 25V3h4v22z"></path>
                </svg>
                "Nytta"
            </a>
            {menu}
            {role}
            <LanguageForm />
            {out}
        </header>
    }
}

fn role_names(lang: Lang, ctx: &Ctx) -> String {
    let names: Vec<String> = ctx
        .roles()
        .into_iter()
        .map(|role| text::name::role(lang, role))
        .collect();
    names.join(", ")
}

#[component]
fn SignOutForm(
    /// Its place decides the look.
    class: &'static str,
) -> impl IntoView {
    let lang = lang();
    view! {
        <form method="post" action="/api/sign_out" class=class>
            <button class="as-link" type="submit">{lang.t("shell-sign-out")}</button>
        </form>
    }
}

/// Both languages by their own name; the one in use is marked, the other a button.
#[component]
fn LanguageForm() -> impl IntoView {
    let current = lang();
    let to = context().map(|context| context.path).unwrap_or_default();
    let option = move |lang: Lang, name: &'static str| {
        if lang == current {
            view! { <span lang=lang.code() aria-current="true">{name}</span> }.into_any()
        } else {
            view! {
                <button class="as-link" type="submit" name="lang" value=lang.code() lang=lang.code()>
                    {name}
                </button>
            }
            .into_any()
        }
    };
    view! {
        <form method="post" action="/api/language" class="lang" aria-label="Språk / Language">
            <input type="hidden" name="to" value=to />
            {option(Lang::Sv, "Svenska")}
            {option(Lang::En, "English")}
        </form>
    }
}

#[component]
fn Menu() -> impl IntoView {
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

/// The first page of whoever it is: those without portfolio data do not land on one that they may not see.
pub fn home(ctx: &Ctx) -> &'static str {
    let roles = ctx.roles();
    if roles.as_slice() == [Role::Admin] {
        "/admin"
    } else {
        "/"
    }
}

/// Where whoever signs in begins: those who write and approve with what waits for them, those who judge and
/// decide with where the portfolio stands.
pub fn start_page(ctx: &Ctx) -> &'static str {
    let works = |role: &Role| matches!(role, Role::PortfolioManager | Role::BenefitOwner | Role::Reviewer);
    let roles = ctx.roles();
    if !roles.is_empty() && roles.iter().all(works) {
        links::WORK
    } else {
        home(ctx)
    }
}
