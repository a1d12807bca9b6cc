//! Freed time and values in kronor, through the services: who logs and approves them, what is refused, and what they add up
//! to.

mod approval;
mod file;
mod logged;
mod values;

use domain::benefit::ValueClass;
use domain::ctx::Ctx;
use domain::form::{FreedTimeForm, Problem, SekValueForm, StatementForm};
use domain::freed_time::DispositionKind;
use domain::id::{BenefitGroupId, BenefitId, FreedTimeId, InitiativeId, StatementId, UnitId};
use domain::role::{Grant, Role, Scope};
use domain::sek_value::SekGround;
use rust_decimal::Decimal;
use serde_json::{Value, json};
use service::{Answer, FreedTimeItem, FreedTimeTarget, Outcome, SekValueTarget, Services, StatementTarget};
use uuid::Uuid;

use crate::support::database::World;
use crate::support::demo::{Demo, as_account, portfolio_json};
use crate::support::forms::{done, key};
use crate::support::rows;

fn id(value: &Value) -> Uuid {
    value.as_str().expect("an id").parse().expect("an id")
}

/// A benefit of two groups with unequal shares, owned by the first unit, of a delivery that is in the report.
pub(super) struct Subject {
    portfolio: Value,
    pub(super) initiative: InitiativeId,
    pub(super) benefit: BenefitId,
    groups: [BenefitGroupId; 2],
    units: [UnitId; 2],
}

pub(super) fn subject() -> Subject {
    let mut portfolio = portfolio_json();
    let units: [UnitId; 2] = [0, 1].map(|at: usize| id(&portfolio["units"][at]["id"]).into());
    let groups: [BenefitGroupId; 2] =
        [0, 1].map(|at: usize| id(&portfolio["benefit_groups"][at]["id"]).into());
    let benefit = &mut portfolio["benefits"][0];
    benefit["owner"] = json!(units[0]);
    benefit["groups"] = json!([
        { "group": groups[0], "share": "75" },
        { "group": groups[1], "share": "25" }
    ]);
    Subject {
        initiative: id(&benefit["initiative"]).into(),
        benefit: id(&benefit["id"]).into(),
        groups,
        units,
        portfolio,
    }
}

impl Subject {
    pub(super) async fn demo(&self, world: &World) -> Demo {
        Demo::load_portfolio(world, self.portfolio.to_string().as_bytes()).await
    }

    /// A new entry of a year, as somebody gets its form, with an amount and where some of it went.
    async fn typed(
        &self,
        by: (&Ctx, &Services),
        year: i32,
        amount: &str,
        gone: &[(DispositionKind, &str)],
    ) -> FreedTimeForm {
        let form = self.asked(by, FreedTimeTarget::New(self.benefit), amount).await;
        FreedTimeForm {
            year: year.to_string(),
            disposition_kind: gone.iter().map(|(kind, _)| kind.code().to_owned()).collect(),
            disposition_hours: gone.iter().map(|(_, hours)| (*hours).to_owned()).collect(),
            disposition_text: gone.iter().map(|_| String::new()).collect(),
            ..form
        }
    }

    /// The form as somebody gets it, with another amount.
    async fn asked(
        &self,
        (ctx, services): (&Ctx, &Services),
        target: FreedTimeTarget,
        amount: &str,
    ) -> FreedTimeForm {
        let view = service::freed_time_form(ctx, services, target, None).await;
        FreedTimeForm {
            submission: key(),
            amount: amount.to_owned(),
            ..view.expect("may log").state.form
        }
    }

    async fn entries(&self, ctx: &Ctx, services: &Services) -> Vec<FreedTimeItem> {
        let view = service::initiative_view(ctx, services, self.initiative).await;
        view.expect("may read").freed_times
    }

    async fn entry(&self, ctx: &Ctx, services: &Services, id: FreedTimeId) -> FreedTimeItem {
        let mut entries = self.entries(ctx, services).await.into_iter();
        entries.find(|item| item.entry.id == id).expect("it")
    }

    /// A reviewer approves it as it is.
    async fn approve(&self, demo: &Demo, id: FreedTimeId) {
        let (reviewer, services) = (demo.ctx(Role::Reviewer), &demo.services);
        let version = self.entry(&reviewer, services, id).await.version;
        let place = service::freed_time_review(&reviewer, services, id, version, true, "").await;
        let place = place.expect("may approve");
        assert!(place.contains(&format!("klart=tid-godkand#tid-{id}")), "{place}");
    }

    /// Hours that the open report's sums say were freed, and how many entries they say wait.
    async fn freed(&self, ctx: &Ctx, services: &Services) -> (Decimal, usize) {
        let view = service::realised_view(ctx, services, None).await;
        let view = view.expect("may read").expect("a report");
        let whole = domain::parted::fold(&view.realised.time).whole;
        (whole.freed(), view.waiting)
    }

    /// What the open report comes to.
    async fn realised(&self, ctx: &Ctx, services: &Services) -> service::Realised {
        let view = service::realised_view(ctx, services, None).await;
        view.expect("may read").expect("a report").realised
    }
}

/// The demo's benefit owner, of one unit alone.
fn owner_of(demo: &Demo, unit: UnitId) -> Ctx {
    let grant = Grant {
        role: Role::BenefitOwner,
        scope: Scope::Units(vec![unit]),
        from: None,
        to: None,
    };
    let id = demo.ctx(Role::BenefitOwner).account_id().expect("an account");
    as_account(id, vec![grant])
}

/// Sends the form in; gives the entry.
async fn sent((ctx, services): (&Ctx, &Services), form: FreedTimeForm) -> FreedTimeId {
    let form = FreedTimeForm {
        action: "submit".to_owned(),
        ..form
    };
    let place = done(service::freed_time_save(ctx, services, form).await);
    assert!(place.contains("klart=tid-inskickad#tid-"), "{place}");
    entry_at(&place)
}

/// The entry that an address leads to.
fn entry_at(place: &str) -> FreedTimeId {
    let id = place.rsplit("#tid-").next().expect("an id");
    id.parse().expect("an id")
}

/// What is wrong with a form that came back, with all that was typed.
async fn refused(
    (ctx, services): (&Ctx, &Services),
    benefit: BenefitId,
    answer: service::Answer,
) -> (FreedTimeForm, Vec<(String, Problem)>) {
    let Answer::Again(draft) = answer else {
        panic!("it was taken: {answer:?}");
    };
    let target = FreedTimeTarget::New(benefit);
    let view = service::freed_time_form(ctx, services, target, Some(&draft)).await;
    let state = view.expect("may log").state;
    match state.outcome {
        Some(Outcome::Invalid { errors }) => {
            let errors = errors.0.into_iter().map(|error| (error.field, error.problem));
            (state.form, errors.collect())
        }
        other => panic!("{other:?}"),
    }
}

/// What the audit log has of freed time.
async fn told(services: &Services) -> Vec<String> {
    let sql = "SELECT action FROM audit_event WHERE action LIKE 'freed_time.%' ORDER BY seq";
    rows::texts(&services.store, sql).await
}

pub(super) async fn draft_statement(
    (ctx, services): (&Ctx, &Services),
    subject: &Subject,
    target: StatementTarget,
    action: &str,
) -> StatementId {
    let view = service::statement_form(ctx, services, subject.initiative, target, None).await;
    let form = StatementForm {
        submission: key(),
        benefits: vec![subject.benefit.to_string()],
        text: "Det blev billigare.".to_owned(),
        as_of: "2024-12-31".to_owned(),
        finding: "confirmed".to_owned(),
        action: action.to_owned(),
        ..view.expect("may state").state.form
    };
    let place = done(service::statement_save(ctx, services, form).await);
    let id = place.rsplit("konstaterad-").next().expect("an id");
    id.parse().expect("an id")
}

async fn worth(
    by: (&Ctx, &Services),
    subject: &Subject,
    ground: SekGround,
    amount: (&str, bool),
) -> service::Answer {
    worth_of(by, subject, ground, amount, ValueClass::Financial).await
}

/// Says what a benefit was worth in each of two years.
pub(super) async fn worth_of(
    (ctx, services): (&Ctx, &Services),
    subject: &Subject,
    ground: SekGround,
    (amount, counts): (&str, bool),
    class: ValueClass,
) -> service::Answer {
    let target = SekValueTarget::New(subject.benefit, Some(ground));
    let view = service::sek_value_form(ctx, services, target, None)
        .await
        .expect("may");
    let form = SekValueForm {
        submission: key(),
        amount: amount.to_owned(),
        frequency: "yearly".to_owned(),
        from_year: "2023".to_owned(),
        to_year: "2024".to_owned(),
        class: class.code().to_owned(),
        kind: "outcome".to_owned(),
        counts_in_sum: if counts { "on" } else { "" }.to_owned(),
        ..view.state.form
    };
    service::sek_value_save(ctx, services, form).await.expect("may")
}
