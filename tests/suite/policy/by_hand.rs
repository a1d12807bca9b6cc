//! The rows of what is written by hand beside deliveries, benefits and statements: initiatives and
//! their steps, SUS evaluations, and the structure.

use domain::account::NewAccount;
use domain::benefit::BenefitState;
use domain::ctx::Ctx;
use domain::form::{
    AgencyForm, AreaForm, AreaSetForm, BenefitGroupForm, FollowUpRoundForm, InitiativeForm, PortfolioForm,
    ReportForm, ReportSourceForm, ReportTextForm, SusForm, UnitForm,
};
use domain::id::{BenefitId, DeliveryId};
use domain::initiative::InitiativeStatus;
use domain::role::Role;
use domain::round::RoundState;
use service::StructureKind;
use uuid::Uuid;

use super::{Ground, Row, id, outcome, saved};
use crate::support::demo::portfolio_json;
use crate::support::rounds::round_form;

const fn row(function: &'static str, with: &'static str) -> Row {
    Row { function, with }
}

pub(super) const ROWS: [Row; 56] = [
    row("initiative_form", "of a new one"),
    row("initiative_form", ""),
    row("initiative_save", ""),
    row("initiative_save", "with nothing filled in"),
    row("initiative_move", ""),
    row("initiative_move", "of one that does not exist"),
    row("initiative_depend", ""),
    row("dependency_view", ""),
    row("benefit_move", ""),
    row("benefit_not_measurable", ""),
    row("sus_form", ""),
    row("sus_save", ""),
    row("sus_save", "with nothing filled in"),
    row("round_list", ""),
    row("round_view", ""),
    row("round_view", "of one that is only prepared"),
    row("round_form", ""),
    row("round_save", ""),
    row("round_save", "with nothing filled in"),
    row("round_move", ""),
    row("round_withdraw", ""),
    row("round_answer", ""),
    row("round_answer", "of one that does not exist"),
    row("structure_view", ""),
    row("structure_delete", "of one in use"),
    row("agency_form", ""),
    row("agency_save", "with nothing filled in"),
    row("area_set_form", ""),
    row("area_set_save", ""),
    row("area_set_save", "with nothing filled in"),
    row("area_form", ""),
    row("area_save", "with nothing filled in"),
    row("benefit_group_form", ""),
    row("benefit_group_save", "with nothing filled in"),
    row("unit_form", ""),
    row("unit_form", "of one that does not exist"),
    row("unit_save", ""),
    row("unit_save", "with nothing filled in"),
    row("portfolio_form", ""),
    row("portfolio_save", "with nothing filled in"),
    row("report_form", "of a new one"),
    row("report_form", "of a decided one"),
    row("report_save", "with nothing filled in"),
    row("report_text_form", "of an open one"),
    row("report_text_save", "of a decided one"),
    row("report_source_form", "of an open one"),
    row("report_source_save", "of a decided one"),
    row("report_scope", "of an open one"),
    row("scope_add", "without a reason"),
    row("scope_remove", "of a decided one"),
    row("account_add", ""),
    row("start_view", ""),
    row("example_load", "over a portfolio"),
    row("example_view", ""),
    row("example_remove", "that is not loaded"),
    row("portfolio_template", ""),
];

/// What the row answers whoever asks; nothing where the row is not one of these.
pub(super) async fn ask(ground: &Ground, row: &Row, ctx: &Ctx) -> Option<String> {
    let s = ground.services();
    let json = portfolio_json();
    let initiative = ground.initiative;
    let (decided, open) = (ground.decided, ground.open);
    let [round, prepared] = ground.rounds;
    let delivery: DeliveryId = id(&json["deliveries"][0]);
    let benefit: BenefitId = id(&json["benefits"][0]);
    let submission = Uuid::now_v7().to_string();
    let name = format!("Ny {submission}");
    let some_id = |list: &str| id::<Uuid>(&json[list][0]);
    let answer = match (row.function, row.with) {
        ("initiative_form", "") => outcome(service::initiative_form(ctx, s, Some(initiative), None).await),
        ("initiative_form", _) => outcome(service::initiative_form(ctx, s, None, None).await),
        ("initiative_save", "") => {
            let form = InitiativeForm {
                submission,
                name,
                status: "proposed".to_owned(),
                ..InitiativeForm::default()
            };
            saved(service::initiative_save(ctx, s, form).await)
        }
        ("initiative_save", _) => saved(service::initiative_save(ctx, s, InitiativeForm::default()).await),
        ("initiative_move", "") => {
            // A step that does not exist: whoever may, is told so, and nothing moves for the next.
            let to = InitiativeStatus::Proposed;
            outcome(service::initiative_move(ctx, s, initiative, 1, to, "Därför.").await)
        }
        ("initiative_move", _) => {
            let nowhere = Uuid::now_v7().into();
            let to = InitiativeStatus::Stopped;
            outcome(service::initiative_move(ctx, s, nowhere, 1, to, "Därför.").await)
        }
        ("initiative_depend", _) => {
            let on = id(&json["initiatives"][1]);
            outcome(service::initiative_depend(ctx, s, initiative, 1, on, false).await)
        }
        ("dependency_view", _) => outcome(service::dependency_view(ctx, s, initiative, "e").await),
        ("benefit_move", _) => {
            let to = BenefitState::Identified;
            outcome(service::benefit_move(ctx, s, benefit, 1, to, "Därför.").await)
        }
        ("benefit_not_measurable", _) => {
            outcome(service::benefit_not_measurable(ctx, s, benefit, 1, "").await)
        }
        ("sus_form", _) => outcome(service::sus_form(ctx, s, delivery, None, None).await),
        ("sus_save", "") => {
            let form = SusForm {
                submission,
                delivery: delivery.to_string(),
                subject: "Vyn".to_owned(),
                known: "level".to_owned(),
                level: "acceptable".to_owned(),
                ..SusForm::default()
            };
            saved(service::sus_save(ctx, s, form).await)
        }
        ("sus_save", _) => saved(service::sus_save(ctx, s, SusForm::default()).await),
        ("round_list", _) => outcome(service::round_list(ctx, s).await),
        ("round_view", "") => outcome(service::round_view(ctx, s, round).await),
        ("round_view", _) => outcome(service::round_view(ctx, s, prepared).await),
        ("round_form", _) => outcome(service::round_form(ctx, s, Some(round), None).await),
        ("round_save", "") => saved(service::round_save(ctx, s, round_form("2027")).await),
        ("round_save", _) => saved(service::round_save(ctx, s, FollowUpRoundForm::default()).await),
        ("round_move", _) => outcome(service::round_move(ctx, s, round, 9, RoundState::Open).await),
        ("round_withdraw", _) => {
            let nowhere = Uuid::now_v7().into();
            outcome(service::round_withdraw(ctx, s, round, nowhere).await)
        }
        ("round_answer", "") => {
            let all = service::round_view(&ground.demo.ctx(Role::SteeringUnit), s, round).await;
            let asked = all.expect("may read").round.requests[0].id;
            outcome(service::round_answer(ctx, s, round, asked, "").await)
        }
        ("round_answer", _) => {
            let nowhere = Uuid::now_v7().into();
            outcome(service::round_answer(ctx, s, round, nowhere, "Inget.").await)
        }
        ("structure_view", _) => outcome(service::structure_view(ctx, s).await),
        ("structure_delete", _) => {
            let area = some_id("areas");
            outcome(service::structure_delete(ctx, s, StructureKind::Area, area, 1).await)
        }
        ("agency_form", _) => outcome(service::agency_form(ctx, s, None).await),
        ("agency_save", _) => saved(service::agency_save(ctx, s, AgencyForm::default()).await),
        ("area_set_form", _) => outcome(service::area_set_form(ctx, s, None, None).await),
        ("area_set_save", "") => {
            let form = AreaSetForm {
                submission,
                name,
                ..AreaSetForm::default()
            };
            saved(service::area_set_save(ctx, s, form).await)
        }
        ("area_set_save", _) => saved(service::area_set_save(ctx, s, AreaSetForm::default()).await),
        ("area_form", _) => outcome(service::area_form(ctx, s, None, None, None).await),
        ("area_save", _) => saved(service::area_save(ctx, s, AreaForm::default()).await),
        ("benefit_group_form", _) => outcome(service::benefit_group_form(ctx, s, None, None).await),
        ("benefit_group_save", _) => {
            saved(service::benefit_group_save(ctx, s, BenefitGroupForm::default()).await)
        }
        ("unit_form", "") => outcome(service::unit_form(ctx, s, None, None).await),
        ("unit_form", _) => {
            let nowhere = Some(Uuid::now_v7().into());
            outcome(service::unit_form(ctx, s, nowhere, None).await)
        }
        ("unit_save", "") => {
            let form = UnitForm {
                submission,
                name,
                ..UnitForm::default()
            };
            saved(service::unit_save(ctx, s, form).await)
        }
        ("unit_save", _) => saved(service::unit_save(ctx, s, UnitForm::default()).await),
        ("portfolio_form", _) => outcome(service::portfolio_form(ctx, s, None, None).await),
        ("portfolio_save", _) => saved(service::portfolio_save(ctx, s, PortfolioForm::default()).await),
        ("report_form", "of a new one") => outcome(service::report_form(ctx, s, None, None).await),
        ("report_form", _) => outcome(service::report_form(ctx, s, Some(decided), None).await),
        ("report_save", _) => saved(service::report_save(ctx, s, ReportForm::default()).await),
        ("report_text_form", _) => outcome(service::report_text_form(ctx, s, open, None).await),
        ("report_text_save", _) => {
            let form = ReportTextForm {
                submission,
                id: decided.to_string(),
                version: "1".to_owned(),
                ..ReportTextForm::default()
            };
            saved(service::report_text_save(ctx, s, form).await)
        }
        ("report_source_form", _) => outcome(service::report_source_form(ctx, s, open, None).await),
        ("report_source_save", _) => {
            let form = ReportSourceForm {
                submission,
                id: decided.to_string(),
                version: "1".to_owned(),
                ..ReportSourceForm::default()
            };
            saved(service::report_source_save(ctx, s, form).await)
        }
        ("report_scope", _) => outcome(service::report_scope(ctx, s, open).await),
        ("scope_add", _) => outcome(service::scope_add(ctx, s, open, 1, delivery, " ").await),
        ("scope_remove", _) => outcome(service::scope_remove(ctx, s, decided, 1, delivery).await),
        ("account_add", _) => {
            let new = NewAccount::parse(&name, None, &[Role::Auditor]).expect("an account");
            outcome(service::account_add(ctx, s, new).await)
        }
        ("portfolio_template", _) => outcome(service::exchange::portfolio_template(ctx, s).await),
        ("example_load", _) => outcome(service::example_load(ctx, s).await),
        ("example_view", _) => outcome(service::example_view(ctx, s).await),
        ("example_remove", _) => outcome(service::example_remove(ctx, s, "").await),
        ("start_view", _) => outcome(service::start_view(ctx, s).await),
        _ => return None,
    };
    Some(answer)
}
