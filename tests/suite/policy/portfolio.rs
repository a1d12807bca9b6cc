//! The rows of the portfolio itself: overviews, registers, what initiatives hold, reports, histories and files.

use domain::assessment::SubjectKey;
use domain::ctx::Ctx;
use domain::form::{
    BenefitForm, BulkApprovalForm, DeliveryForm, PickedStatement, SavedViewForm, StatementForm,
};
use domain::history::SubjectKind;
use domain::id::{AccountId, InitiativeId, SavedViewId, StatementId};
use domain::register::{Query, RegisterKind};
use domain::role::Role;
use domain::standing::Standing;
use domain::work::WorkKind;
use domain::workbook::WorkbookFault;
use service::exchange::{portfolio_export, portfolio_import};
use service::{EventFilter, Format, ServiceError, StatementTarget};
use uuid::Uuid;

use super::{Ground, Row, bulk, grant, outcome, refusal, saved, stated};
use crate::support::demo::{as_account, portfolio, portfolio_json};
use crate::support::operator;

/// All rows. A service function that is named in none of them fails the test below.
pub(super) const ROWS: [Row; 70] = {
    const fn row(function: &'static str, with: &'static str) -> Row {
        Row { function, with }
    }
    [
        row("overview_view", "of the decided report"),
        row("overview_view", "of the open report"),
        row("work_view", ""),
        row("work_view", "of another role"),
        row("work_next", ""),
        row("area_view", "of the decided report"),
        row("area_view", "of the open report"),
        row("initiative_register", ""),
        row("initiative_list", ""),
        row("benefit_register", ""),
        row("benefit_list", ""),
        row("statement_register", ""),
        row("statement_list", ""),
        row("note_keep", "where somebody else was first"),
        row("note_kept", "of somebody else"),
        row("saved_view_form", ""),
        row("register_exported", ""),
        row("saved_view_save", ""),
        row("saved_view_save", "with nothing filled in"),
        row("saved_view_delete", "of one's own"),
        row("saved_view_delete", "of somebody else's"),
        row("initiative_view", ""),
        row("initiative_view", "that does not exist"),
        row("report_list", ""),
        row("report_view", "decided"),
        row("report_view", "open"),
        row("report_view_of_year", "decided"),
        row("report_view_of_year", "open"),
        row("report_render", "decided"),
        row("report_render", "open"),
        row("delivery_form", ""),
        row("delivery_form", "of an initiative that does not exist"),
        row("delivery_save", ""),
        row("delivery_save", "with nothing filled in"),
        row("benefit_form", ""),
        row("benefit_save", ""),
        row("benefit_save", "with nothing filled in"),
        row("statement_form", ""),
        row("statement_save", ""),
        row("statement_save", "with nothing filled in"),
        row("statement_review", "of somebody else's"),
        row("statement_review", "of one's own"),
        row("statement_review", "of one that does not exist"),
        row("statement_withdraw", "of somebody else's"),
        row("statement_withdraw", "of one's own"),
        row("statement_approve_many", "of somebody else's"),
        row("statement_approve_many", "of one's own"),
        row("statement_approve_many", "of none"),
        row("assessment_list", "of the decided report"),
        row("assessment_list", "of the open report"),
        row("assessment_view", "of the open report"),
        row("assessment_return", "in the decided report"),
        row("assessment_save", "in the open report"),
        row("assessment_save", "in the decided report"),
        row("history_view", "of an initiative"),
        row("history_view", "of the decided report"),
        row("history_view", "of the open report"),
        row("history_view", "of a decided assessment"),
        row("history_view", "of an undecided assessment"),
        row("history_view", "of an account"),
        row("history_view", "of something that does not exist"),
        row("audit_view", ""),
        row("chain_verify", ""),
        row("demo_load", "over itself"),
        row("portfolio_export", ""),
        row("portfolio_import", ""),
        row("workbook_choices", ""),
        row("workbook_try", "one that could not be read"),
        row("workbook_view", ""),
        row("workbook_take", "of one that was not sent"),
    ]
};

fn view(submission: &str) -> SavedViewForm {
    SavedViewForm {
        submission: submission.to_owned(),
        register: "nyttor".to_owned(),
        name: format!("Urval {submission}"),
        ..SavedViewForm::default()
    }
}

/// Whether a view shows a judgement that nobody has decided.
fn undecided(standing: &Standing) -> &'static str {
    let judged = standing.areas.iter().any(|area| area.assessment.is_some())
        || standing.groups.iter().any(|group| group.assessment.is_some())
        || standing.assessment.is_some();
    if judged && !standing.report.state.is_decided() {
        "ok, undecided"
    } else {
        "ok"
    }
}

impl Ground {
    /// A statement that this account has sent in.
    async fn statement_of(&self, account: AccountId) -> (StatementId, i32) {
        let author = as_account(account, vec![grant(Role::PortfolioManager)]);
        let answer = service::statement_save(&author, self.services(), self.statement("submit")).await;
        (stated(answer), 1)
    }

    /// A view of a register that this account has kept.
    async fn view_of(&self, account: AccountId) -> SavedViewId {
        let keeper = as_account(account, vec![grant(Role::Auditor)]);
        let form = view(&Uuid::now_v7().to_string());
        let name = form.name.clone();
        assert_eq!(
            saved(service::saved_view_save(&keeper, self.services(), form).await),
            "ok"
        );
        let register = service::benefit_register(&keeper, self.services(), &Query::default()).await;
        let views = register.expect("the register").frame.views;
        views
            .into_iter()
            .find(|view| view.name == name)
            .expect("the view")
            .id
    }

    fn statement(&self, action: &str) -> StatementForm {
        StatementForm {
            submission: Uuid::now_v7().to_string(),
            initiative: self.initiative.to_string(),
            benefits: vec![self.benefit.to_string()],
            text: "Väntan är kortare.".to_owned(),
            finding: "confirmed".to_owned(),
            as_of: "2025-09-30".to_owned(),
            action: action.to_owned(),
            ..StatementForm::default()
        }
    }

    async fn review(&self, ctx: &Ctx, id: StatementId, version: i32) -> Result<(), ServiceError> {
        let place = service::statement_review(ctx, self.services(), id, version, true, "").await?;
        assert!(place.contains("klart=godkand"), "{place}");
        Ok(())
    }

    /// The assessment of area 4.1 in the open report.
    async fn graded(&self) -> String {
        let steering = self.demo.ctx(Role::SteeringUnit);
        let view = service::assessment_view(
            &steering,
            self.services(),
            &SubjectKey::Area("4.1".to_owned()),
            Some(2025),
            None,
        )
        .await;
        let id = view.expect("may").assessment;
        id.expect("it is graded").to_string()
    }

    /// What the rows of no other room answer.
    pub(super) async fn own(&self, row: &Row, ctx: &Ctx) -> Option<String> {
        let s = self.services();
        let initiative = self.initiative;
        let nowhere = InitiativeId(Uuid::now_v7());
        let submission = Uuid::now_v7().to_string();
        Some(match (row.function, row.with) {
            ("work_view", "") => outcome(service::work_view(ctx, s, None, None).await),
            ("work_next", _) => outcome(service::work_next(ctx, s, WorkKind::Approve).await),
            ("work_view", _) => outcome(service::work_view(ctx, s, Some(Role::Reviewer), None).await),
            ("overview_view", with) => {
                let year = if with.contains("open") { 2025 } else { 2024 };
                let view = service::overview_view(ctx, s, Some(year)).await;
                view.map_or_else(refusal, |view| {
                    undecided(&view.standing.expect("there is a report")).to_owned()
                })
            }
            ("area_view", with) => {
                let year = if with.contains("open") { 2025 } else { 2024 };
                let view = service::area_view(ctx, s, "4.1", Some(year)).await;
                view.map_or_else(refusal, |view| {
                    let shown = view.section.assessment.is_some() && !view.standing.report.state.is_decided();
                    let standing = undecided(&view.standing);
                    assert_eq!(
                        shown,
                        standing == "ok, undecided",
                        "section and standing tell different things"
                    );
                    standing.to_owned()
                })
            }
            ("initiative_list", _) => outcome(service::initiative_list(ctx, s, &Query::default()).await),
            ("initiative_register", _) => {
                outcome(service::initiative_register(ctx, s, &Query::default()).await)
            }
            ("benefit_register", _) => outcome(service::benefit_register(ctx, s, &Query::default()).await),
            ("benefit_list", _) => outcome(service::benefit_list(ctx, s, &Query::default()).await),
            ("statement_register", _) => {
                outcome(service::statement_register(ctx, s, &Query::default(), &[]).await)
            }
            ("statement_list", _) => outcome(service::statement_list(ctx, s, &Query::default()).await),
            ("note_keep", _) => {
                let answered = "/initiativ?klart=hann-fore".to_owned();
                outcome(service::note_keep(ctx, s, answered, "Det som skrevs.").await)
            }
            ("note_kept", _) => outcome(service::note_kept(ctx, s, "annan").await),
            ("saved_view_form", _) => {
                outcome(service::saved_view_form(ctx, s, RegisterKind::Benefits, "", None).await)
            }
            ("register_exported", _) => {
                outcome(service::register_exported(ctx, s, RegisterKind::Benefits, "", 0).await)
            }
            ("saved_view_save", "") => saved(service::saved_view_save(ctx, s, view(&submission)).await),
            ("saved_view_save", _) => saved(service::saved_view_save(ctx, s, SavedViewForm::default()).await),
            ("saved_view_delete", with) => {
                let own = ctx.account_id().filter(|_| with.contains("own"));
                let id = self.view_of(own.unwrap_or(AccountId(Uuid::now_v7()))).await;
                outcome(service::saved_view_delete(ctx, s, id).await)
            }
            ("initiative_view", "") => outcome(service::initiative_view(ctx, s, initiative).await),
            ("initiative_view", _) => outcome(service::initiative_view(ctx, s, nowhere).await),
            ("report_list", _) => service::report_list(ctx, s).await.map_or_else(refusal, |heads| {
                let open = heads.iter().any(|one| !one.head.state.is_decided());
                if open { "ok, undecided" } else { "ok" }.to_owned()
            }),
            ("report_view", "open") => outcome(service::report_view(ctx, s, self.open).await),
            ("report_view", _) => outcome(service::report_view(ctx, s, self.decided).await),
            ("report_view_of_year", "open") => outcome(service::report_view_of_year(ctx, s, 2025).await),
            ("report_view_of_year", _) => outcome(service::report_view_of_year(ctx, s, 2024).await),
            ("report_render", "open") => outcome(service::report_render(ctx, s, 2025, Format::Json).await),
            ("report_render", _) => outcome(service::report_render(ctx, s, 2024, Format::Json).await),
            ("delivery_form", "") => outcome(service::delivery_form(ctx, s, initiative, None, None).await),
            ("delivery_form", _) => outcome(service::delivery_form(ctx, s, nowhere, None, None).await),
            ("delivery_save", "") => {
                let form = DeliveryForm {
                    submission,
                    initiative: initiative.to_string(),
                    name: "Ny leverans".to_owned(),
                    description: "Vad den är.".to_owned(),
                    status: "planned".to_owned(),
                    ..DeliveryForm::default()
                };
                saved(service::delivery_save(ctx, s, form).await)
            }
            ("delivery_save", _) => saved(service::delivery_save(ctx, s, DeliveryForm::default()).await),
            ("benefit_form", _) => outcome(service::benefit_form(ctx, s, initiative, None, None, None).await),
            ("benefit_save", "") => {
                let group = portfolio_json()["benefit_groups"][0]["id"]
                    .as_str()
                    .expect("an id")
                    .to_owned();
                let form = BenefitForm {
                    submission,
                    initiative: initiative.to_string(),
                    groups: vec![group],
                    description: "Väntan blir kortare.".to_owned(),
                    ..BenefitForm::default()
                };
                saved(service::benefit_save(ctx, s, form).await)
            }
            ("benefit_save", _) => saved(service::benefit_save(ctx, s, BenefitForm::default()).await),
            ("statement_form", _) => outcome(
                service::statement_form(
                    ctx,
                    s,
                    initiative,
                    StatementTarget::New {
                        delivery: None,
                        benefit: None,
                    },
                    None,
                )
                .await,
            ),
            ("statement_save", "") => saved(service::statement_save(ctx, s, self.statement("submit")).await),
            ("statement_save", _) => saved(service::statement_save(ctx, s, StatementForm::default()).await),
            ("statement_review", "of somebody else's") => {
                let (id, version) = self.statement_of(AccountId(Uuid::now_v7())).await;
                outcome(self.review(ctx, id, version).await)
            }
            ("statement_review", "of one's own") => {
                let own = ctx.account_id().unwrap_or(AccountId(Uuid::now_v7()));
                let (id, version) = self.statement_of(own).await;
                outcome(self.review(ctx, id, version).await)
            }
            ("statement_review", _) => outcome(self.review(ctx, StatementId(Uuid::now_v7()), 1).await),
            ("statement_withdraw", with) => {
                let author = match with {
                    "of one's own" => ctx.account_id().unwrap_or(AccountId(Uuid::now_v7())),
                    _ => AccountId(Uuid::now_v7()),
                };
                let (id, version) = self.statement_of(author).await;
                outcome(service::statement_withdraw(ctx, s, id, version).await)
            }
            ("statement_approve_many", with) => {
                let author = match with {
                    "of one's own" => ctx.account_id().unwrap_or(AccountId(Uuid::now_v7())),
                    _ => AccountId(Uuid::now_v7()),
                };
                let (id, version) = self.statement_of(author).await;
                let picked = PickedStatement { id, version }.code();
                let form = BulkApprovalForm {
                    submission,
                    picked: if with == "of none" {
                        Vec::new()
                    } else {
                        vec![picked]
                    },
                    ..BulkApprovalForm::default()
                };
                service::statement_approve_many(ctx, s, form)
                    .await
                    .map_or_else(refusal, |answer| bulk(&answer))
            }
            ("assessment_list", with) => {
                let year = if with.contains("open") { 2025 } else { 2024 };
                let list = service::assessment_list(ctx, s, Some(year)).await;
                list.map_or_else(refusal, |list| undecided(&list.standing).to_owned())
            }
            ("assessment_view", _) => outcome(
                service::assessment_view(ctx, s, &SubjectKey::Area("4.1".to_owned()), Some(2025), None).await,
            ),
            ("assessment_return", _) => {
                let whole = SubjectKey::Whole;
                outcome(service::assessment_return(ctx, s, self.decided, &whole, 1, "Därför.").await)
            }
            ("assessment_save", with) => saved(
                self.grade(ctx, if with.contains("open") { 2025 } else { 2024 })
                    .await,
            ),
            ("history_view", with) => {
                let (kind, id) = match with {
                    "of an initiative" => (SubjectKind::Initiative, initiative.to_string()),
                    "of the decided report" => (SubjectKind::Report, self.decided.to_string()),
                    "of the open report" => (SubjectKind::Report, self.open.to_string()),
                    "of a decided assessment" => {
                        let id = portfolio_json()["assessments"][0]["id"].clone();
                        (SubjectKind::Assessment, id.as_str().expect("an id").to_owned())
                    }
                    "of an undecided assessment" => (SubjectKind::Assessment, self.graded().await),
                    "of an account" => {
                        let accounts = service::account_list(&operator(), s).await.expect("may");
                        (SubjectKind::Account, accounts.accounts[0].account.id.to_string())
                    }
                    _ => (SubjectKind::Initiative, nowhere.to_string()),
                };
                outcome(service::history_view(ctx, s, kind, &id, None).await)
            }
            ("audit_view", _) => outcome(service::audit_view(ctx, s, &EventFilter::default(), None).await),
            ("chain_verify", _) => {
                let verified = service::chain_verify(ctx, s, None).await;
                outcome(verified.map(|verified| verified.expect("the chain holds")))
            }
            ("demo_load", _) => {
                outcome(service::demo_load(ctx, s, &[&portfolio()], |role| role.code().to_owned()).await)
            }
            ("portfolio_export", _) => outcome(portfolio_export(ctx, s).await),
            ("workbook_choices", _) => outcome(service::workbook_choices(ctx, s).await),
            ("workbook_try", _) => {
                let fault = Err(WorkbookFault::NotAWorkbook);
                outcome(service::workbook_try(ctx, s, "fil.xlsx", fault).await)
            }
            ("workbook_view", _) => outcome(service::workbook_view(ctx, s, None).await),
            ("workbook_take", _) => saved(service::workbook_take(ctx, s, "annans").await),
            ("portfolio_import", _) => outcome(portfolio_import(ctx, s, &portfolio()).await),
            _ => return None,
        })
    }
}
