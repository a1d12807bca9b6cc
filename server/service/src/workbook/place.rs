use std::collections::BTreeMap;

use chrono::NaiveDate;
use domain::area::Area;
use domain::area::AreaSet;
use domain::ctx::Ctx;
use domain::form::{
    AreaForm, AreaSetForm, BenefitForm, DeliveryForm, FieldErrors, InitiativeForm, PortfolioForm, Problem,
    StatementForm, UnitForm, parse_day,
};
use domain::policy::{Refusal, may};
use domain::portfolio::Portfolio;
use domain::round::AskedAbout;
use domain::unit::Unit;
use domain::workbook::{
    Lookup, Names, NoForm, Noun, Row, SheetKind, Trial, Workbook, folded, statement_identity,
};
use store::repo::exchange::{Everything, exchange_load};
use store::{AuditRecord, ConnectionTrait, Trail};
use uuid::Uuid;

use crate::benefit::benefit_add;
use crate::delivery::delivery_add;
use crate::error::{Result, ServiceError};
use crate::initiative_form::initiative_add;
use crate::round::answered_by;
use crate::statement::{answered_by_statement, statement_add};
use crate::structure::structure_add;

/// Why a row is not added.
enum Stop {
    /// Its cells need mending.
    Wrong(FieldErrors),
    /// What it refers to needs mending.
    Follows,
    /// Nothing to do with the row.
    Failed(ServiceError),
}

impl From<NoForm> for Stop {
    fn from(no: NoForm) -> Self {
        match no {
            NoForm::Wrong(errors) => Self::Wrong(errors),
            NoForm::Follows => Self::Follows,
            NoForm::Shape(error) => Self::Failed(error.into()),
        }
    }
}

impl From<FieldErrors> for Stop {
    fn from(errors: FieldErrors) -> Self {
        Self::Wrong(errors)
    }
}

impl From<ServiceError> for Stop {
    fn from(error: ServiceError) -> Self {
        Self::Failed(error)
    }
}

/// Adds all rows, each as the form that it is, and tells what became of them. Whether anything lasts is
/// for whoever holds the transaction to say.
pub(super) async fn all(ctx: &Ctx, db: &impl ConnectionTrait, workbook: &Workbook) -> Result<(Trial, Trail)> {
    let stored = exchange_load(ctx, db).await?;
    let mut names = known(ctx, &stored);
    let mut areas = AreaNames::of(&stored);
    let mut trial = Trial::default();
    let mut trail = Trail::default();
    let mut not_theirs: BTreeMap<SheetKind, &Row> = BTreeMap::new();
    for row in workbook.in_order() {
        let (noun, within) = (row.sheet.noun(), row.within(&names));
        let before = match row.name() {
            "" => Lookup::Nothing,
            _ if is_ended_unit(row, &stored) => Lookup::Several,
            _ => names.find(noun, within, &row.identity()),
        };
        match before {
            Lookup::There(_) | Lookup::Several => {
                trial.there(row);
                continue;
            }
            Lookup::Brought(_) => {
                let mut errors = FieldErrors::default();
                let given = row.name().to_owned();
                errors.push(row.sheet.key().0, Problem::Taken { given });
                trial.problems.extend(row.problems(errors, &names));
                continue;
            }
            Lookup::Failed | Lookup::Nothing => {}
        }
        if !may(ctx, row.sheet.operation(), None) {
            // Once a sheet, at its first row: it is the sheet that is somebody else's, not each of its rows.
            let first = not_theirs.entry(row.sheet).or_insert(row);
            if row.number < first.number {
                *first = row;
            }
            failed(&mut names, row, within);
            continue;
        }
        match added(ctx, db, row, &names, &mut trail).await {
            Ok((id, record)) => {
                trail.push(record);
                trial.added(row);
                names.brought(noun, within, &row.identity(), id);
                match row.sheet {
                    SheetKind::AreaSets => areas.since(id, parse_day(row.cell("valid_from"))),
                    SheetKind::Areas => {
                        for name in area_names(row.name(), row.cell("name")) {
                            if areas.takes(&name, within) {
                                names.brought(noun, None, &name, id);
                            }
                        }
                    }
                    _ => {}
                }
            }
            Err(stop) => {
                failed(&mut names, row, within);
                match stop {
                    Stop::Wrong(errors) => trial.problems.extend(row.problems(errors, &names)),
                    Stop::Follows => {}
                    Stop::Failed(ServiceError::Refused(Refusal::OutOfScope)) => {
                        let mut errors = FieldErrors::default();
                        errors.push(row.sheet.key().1.unwrap_or_default(), Problem::NotYours);
                        trial.problems.extend(row.problems(errors, &names));
                    }
                    Stop::Failed(error) => return Err(error),
                }
            }
        }
    }
    for row in not_theirs.into_values() {
        let mut errors = FieldErrors::default();
        errors.push("", Problem::NotYours);
        trial.problems.extend(row.problems(errors, &names));
    }
    trial.problems.sort_by_key(|problem| (problem.sheet, problem.row));
    Ok((trial, trail))
}

/// Notes that a row brings nothing: what refers to it is not to blame.
fn failed(names: &mut Names, row: &Row, within: Option<Uuid>) {
    names.failed(row.sheet.noun(), within, &row.identity());
    if row.sheet == SheetKind::Areas {
        for name in area_names(row.name(), row.cell("name")) {
            names.failed(Noun::Area, None, &name);
        }
    }
}

/// Adds what a row brings.
async fn added(
    ctx: &Ctx,
    db: &impl ConnectionTrait,
    row: &Row,
    names: &Names,
    trail: &mut Trail,
) -> std::result::Result<(Uuid, AuditRecord), Stop> {
    let today = ctx.today();
    match row.sheet {
        SheetKind::Units => {
            let new = row.parsed(names, |form: UnitForm| form.parse())?;
            let (unit, record) = structure_add::<Unit>(ctx, db, new).await??;
            Ok((unit.id.0, record))
        }
        SheetKind::Portfolios => {
            let new = row.parsed(names, |form: PortfolioForm| form.parse())?;
            let (portfolio, record) = structure_add::<Portfolio>(ctx, db, new).await??;
            Ok((portfolio.id.0, record))
        }
        SheetKind::AreaSets => {
            let new = row.parsed(names, |form: AreaSetForm| form.parse())?;
            let (set, record) = structure_add::<AreaSet>(ctx, db, new).await??;
            Ok((set.id.0, record))
        }
        SheetKind::Areas => {
            let new = row.parsed(names, |form: AreaForm| form.parse())?;
            let (area, record) = structure_add::<Area>(ctx, db, new).await??;
            Ok((area.id.0, record))
        }
        SheetKind::Initiatives => {
            let new = row.parsed(names, |form: InitiativeForm| form.parse())?;
            let (initiative, record) = initiative_add(ctx, db, new).await??;
            Ok((initiative.id.0, record))
        }
        SheetKind::Deliveries => {
            let new = row.parsed(names, |form: DeliveryForm| form.parse(today))?;
            let (delivery, record) = delivery_add(ctx, db, new).await??;
            let about = [AskedAbout::Delivery(delivery.id)];
            answered_by(ctx, db, &about, None, trail).await?;
            Ok((delivery.id.0, record))
        }
        SheetKind::Benefits => {
            let new = row.parsed(names, |form: BenefitForm| form.parse())?;
            let (benefit, record) = benefit_add(ctx, db, new).await??;
            Ok((benefit.id.0, record))
        }
        SheetKind::Statements => {
            // What is in a file is said: it waits for somebody else's approval, not for being sent in.
            let new = row.parsed(names, |form: StatementForm| {
                let action = "submit".to_owned();
                StatementForm { action, ..form }.parse(today)
            })?;
            let (statement, record) = statement_add(ctx, db, new).await??;
            answered_by_statement(ctx, db, &statement, trail).await?;
            Ok((statement.id.0, record))
        }
    }
}

/// A unit that has ended is not chosen, and another may have its name. The row that tells of it is there all
/// the same, or each reading of the file would bring it anew.
fn is_ended_unit(row: &Row, stored: &Everything) -> bool {
    let Some(last) = parse_day(row.cell("valid_to")).filter(|_| row.sheet == SheetKind::Units) else {
        return false;
    };
    let mut units = stored.units.iter().map(|found| &found.value);
    units.any(|unit| folded(&unit.name) == folded(row.name()) && unit.valid_to == Some(last))
}

/// Which plan's area a number or a name without its plan means: the newest's.
struct AreaNames {
    /// Since when each plan is in force.
    plans: BTreeMap<Uuid, Option<NaiveDate>>,
    /// Since when the plan is in force whose area has the name.
    held: BTreeMap<String, Option<NaiveDate>>,
}

impl AreaNames {
    fn of(stored: &Everything) -> Self {
        let sets = stored.area_sets.iter().map(|found| &found.value);
        let mut this = Self {
            plans: sets.map(|set| (set.id.0, set.valid_from)).collect(),
            held: BTreeMap::new(),
        };
        for area in stored.areas.iter().map(|found| &found.value) {
            for name in area_names(&area.number, &area.name) {
                this.takes(&name, Some(area.area_set.0));
            }
        }
        this
    }

    /// Notes a plan that a row brings.
    fn since(&mut self, set: Uuid, first: Option<NaiveDate>) {
        self.plans.insert(set, first);
    }

    /// Whether the area of this plan takes the name: nothing has it, or what has it is of no newer plan.
    fn takes(&mut self, name: &str, set: Option<Uuid>) -> bool {
        let since = set.and_then(|set| self.plans.get(&set).copied().flatten());
        let held = self.held.entry(folded(name)).or_insert(since);
        if since < *held {
            return false;
        }
        *held = since;
        true
    }
}

/// What an area is called where it is referred to.
fn area_names(number: &str, name: &str) -> [String; 3] {
    [number.to_owned(), name.to_owned(), format!("{number} {name}")]
}

/// The names of what is there.
fn known(ctx: &Ctx, stored: &Everything) -> Names {
    let mut names = Names::default();
    let today = ctx.today();
    // A unit that has ended is not chosen, and another may have its name.
    for unit in stored.units.iter().map(|found| &found.value) {
        if !unit.has_ended(today) {
            names.there(Noun::Unit, None, &unit.name, unit.id.0);
        }
    }
    for portfolio in stored.portfolios.iter().map(|found| &found.value) {
        names.there(Noun::Portfolio, None, &portfolio.name, portfolio.id.0);
    }
    for group in stored.benefit_groups.iter().map(|found| &found.value) {
        for name in [&group.name, &group.short_name, &group.code] {
            names.there(Noun::BenefitGroup, None, name, group.id.0);
        }
    }
    // Of areas of several plans those of the newest are meant.
    let mut sets: Vec<_> = stored.area_sets.iter().map(|found| &found.value).collect();
    sets.sort_by_key(|set| (set.valid_from, set.id));
    for set in sets {
        names.there(Noun::AreaSet, None, &set.name, set.id.0);
        let areas = stored.areas.iter().map(|found| &found.value);
        for area in areas.filter(|area| area.area_set == set.id) {
            names.there(Noun::Area, Some(set.id.0), &area.number, area.id.0);
            for name in area_names(&area.number, &area.name) {
                names.there_now(Noun::Area, None, &name, area.id.0);
            }
        }
    }
    for initiative in stored.initiatives.iter().map(|found| &found.value) {
        names.there(Noun::Initiative, None, &initiative.name, initiative.id.0);
    }
    for delivery in stored.deliveries.iter().map(|found| &found.value) {
        names.there(
            Noun::Delivery,
            Some(delivery.initiative.0),
            &delivery.name,
            delivery.id.0,
        );
    }
    for benefit in stored.benefits.iter().map(|found| &found.value) {
        if let Some(title) = &benefit.title {
            names.there(Noun::Benefit, Some(benefit.initiative.0), title, benefit.id.0);
        }
    }
    for statement in stored.statements.iter().map(|found| &found.value) {
        let titles = statement.benefits.iter().filter_map(|id| {
            let mut benefits = stored.benefits.iter().map(|found| &found.value);
            benefits.find(|benefit| benefit.id == *id)?.title.as_deref()
        });
        let identity = statement_identity(&statement.text, Some(statement.as_of.value), titles);
        names.there(
            Noun::Statement,
            Some(statement.initiative.0),
            &identity,
            statement.id.0,
        );
    }
    names
}
