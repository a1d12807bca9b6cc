//! Which page stands at which address.

use leptos::prelude::*;
use leptos_router::components::{Route, Routes};
use leptos_router::{ParamSegment, SsrMode, StaticSegment};

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

#[component]
pub(super) fn AllRoutes() -> impl IntoView {
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
