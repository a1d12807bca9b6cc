//! What a report lacks, by whom it waits for.

use std::collections::BTreeMap;

use domain::account::Account;
use domain::ctx::Ctx;
use domain::id::{AccountId, AreaId, ReportId, UnitId};
use domain::policy::{Operation, decide, may};
use domain::report::responsible::{Lack, WaitsFor, by_area, by_person};
use domain::report_model::lacks;
use domain::standing::ReportHead;
use store::repo::account::account_record_list;
use store::repo::report_material::report_material_load;
use store::repo::report_waiting::report_waiting_load;
use store::repo::unit::unit_list;

use crate::error::{Result, ServiceError};
use crate::off_thread::off_thread;
use crate::services::Services;

/// An area by number and name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AreaName {
    /// Its number.
    pub number: String,
    /// Its name.
    pub name: String,
}

/// Somebody whom something waits for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PersonName {
    /// Their name.
    pub name: String,
    /// Where mail reaches them; none where nobody has said so, and for those who do not write the report.
    pub email: Option<String>,
}

/// What an open report lacks, by whom it waits for and by area.
#[derive(Clone, Debug)]
pub struct ResponsibleView {
    /// The report.
    pub report: ReportHead,
    /// What is lacking.
    pub lacks: Vec<Lack>,
    /// By whom it waits for.
    pub people: Vec<WaitsFor>,
    /// By area: places among what is lacking.
    pub areas: Vec<(Option<AreaId>, Vec<usize>)>,
    /// What the areas are called.
    pub area_names: BTreeMap<AreaId, AreaName>,
    /// What the people are called.
    pub person_names: BTreeMap<AccountId, PersonName>,
    /// What the units are called.
    pub unit_names: BTreeMap<UnitId, String>,
}

/// What a report lacks, by whom it waits for: for those who read what is undecided.
///
/// # Errors
/// Not found where the actor may not know of it.
pub async fn report_responsible(ctx: &Ctx, services: &Services, id: ReportId) -> Result<ResponsibleView> {
    decide(ctx, Operation::UndecidedRead, None)?;
    let db = services.store.snapshot().await?;
    let material = report_material_load(ctx, &db, services.store.kept(), id)
        .await?
        .ok_or(ServiceError::NotFound)?;
    let waiting = report_waiting_load(ctx, &db, id).await?;
    let records = account_record_list(ctx, &db).await?;
    let accounts: Vec<Account> = records
        .into_iter()
        .filter(|record| !record.disabled)
        .map(|record| record.account)
        .collect();
    let units = unit_list(ctx, &db).await?;
    let (lacks, material) = off_thread(move || (lacks(&material, &waiting), material)).await?;
    let people = by_person(&lacks, &accounts, ctx);
    let mut areas: Vec<_> = material
        .areas
        .iter()
        .filter(|area| area.area_set == material.report.area_set)
        .collect();
    areas.sort_by_key(|area| (domain::area::number_order(&area.number), area.id));
    let order: Vec<AreaId> = areas.iter().map(|area| area.id).collect();
    let writes = may(ctx, Operation::ReportWrite, None);
    let name = |account: Account| PersonName {
        name: account.name,
        email: account.email.filter(|_| writes),
    };
    Ok(ResponsibleView {
        report: ReportHead::of(&material.report),
        areas: by_area(&lacks, &order),
        area_names: areas
            .into_iter()
            .map(|area| {
                let (number, name) = (area.number.clone(), area.name.clone());
                (area.id, AreaName { number, name })
            })
            .collect(),
        person_names: accounts
            .into_iter()
            .map(|account| (account.id, name(account)))
            .collect(),
        unit_names: units
            .into_iter()
            .map(|unit| (unit.value.id, unit.value.name))
            .collect(),
        lacks,
        people,
    })
}
