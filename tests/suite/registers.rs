//! The registers: what is searched is found on both databases, what is filtered fits, pages show each
//! row once and in order, and several statements are approved in one act.

mod approval;
mod filters;
mod pages;
mod views;
mod words;

use domain::ctx::Ctx;
use domain::form::BenefitForm;
use domain::id::{BenefitId, InitiativeId, StatementId};
use domain::register::{BenefitFilter, Filter, InitiativeFilter, Query, StatementFilter};
use domain::role::Role;
use service::{Answer, Services};

use crate::support::demo::{Demo, portfolio_json};

fn asked<F: Filter>(query: &str) -> Query<F> {
    Query::parse_query(query)
}

async fn benefits(ctx: &Ctx, services: &Services, asked: &Query<BenefitFilter>) -> Vec<BenefitId> {
    let list = service::benefit_list(ctx, services, asked)
        .await
        .expect("the list");
    list.rows.iter().map(|row| row.id).collect()
}

async fn initiatives(ctx: &Ctx, services: &Services, asked: &Query<InitiativeFilter>) -> Vec<InitiativeId> {
    let list = service::initiative_list(ctx, services, asked)
        .await
        .expect("the list");
    list.rows.iter().map(|row| row.id).collect()
}

async fn statements(ctx: &Ctx, services: &Services, asked: &Query<StatementFilter>) -> Vec<StatementId> {
    let list = service::statement_list(ctx, services, asked)
        .await
        .expect("the list");
    list.rows.iter().map(|row| row.id).collect()
}

fn first_initiative() -> InitiativeId {
    let id = portfolio_json()["initiatives"][0]["id"].clone();
    id.as_str().expect("an id").parse().expect("an id")
}

/// Adds a benefit to the first initiative.
async fn add_benefit(demo: &Demo, title: &str, description: &str) {
    let group = portfolio_json()["benefit_groups"][0]["id"].clone();
    let form = BenefitForm {
        initiative: first_initiative().to_string(),
        groups: vec![group.as_str().expect("an id").to_owned()],
        title: title.to_owned(),
        description: description.to_owned(),
        ..BenefitForm::default()
    };
    let ctx = demo.ctx(Role::PortfolioManager);
    let saved = service::benefit_save(&ctx, &demo.services, form)
        .await
        .expect("saves");
    assert!(matches!(saved, Answer::Done(_)), "{saved:?}");
}
