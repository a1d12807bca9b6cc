//! An initiative's page: all that belongs to it, judged as of today.

mod belonging;
mod judged;
mod statement_item;

use std::collections::{BTreeMap, BTreeSet, HashMap};

use chrono::NaiveDate;
use domain::benefit::Benefit;
use domain::benefit_group::BenefitGroup;
use domain::ctx::Ctx;
use domain::delivery::Delivery;
use domain::duty::{self, Duty};
use domain::id::{AccountId, AreaId, BenefitId, DeliveryId, EffectGoalId, InitiativeId, UnitId};
use domain::initiative::Initiative;
use domain::policy::{Belongs, Operation, decide, may};
use domain::realisation_plan::RealisationPlan;
use domain::report_model::BenefitSection;
use domain::statement::ApprovalState;
use domain::sus::SusEvaluation;
use store::Versioned;
use store::repo::account::account_names;
use store::repo::benefit_group::benefit_group_list;
use store::repo::freed_time::{FreedTimeRecord, freed_time_list_of_initiative};
use store::repo::grading_scheme::grading_scheme_newest;
use store::repo::initiative::initiative_names;
use store::repo::initiative_bundle::{InitiativeBundle, initiative_portfolio_load};
use store::repo::initiative_goals::initiative_goals_load;
use store::repo::realisation_plan::realisation_plan_list_of_initiative;
use store::repo::report::report_list;

use self::judged::judge;
use self::statement_item::item;
use crate::calculation::{CalculationSummary, CalculationVersion, summaries};
use crate::effect_goal::{GoalItem, goal_items};
use crate::error::{Result, ServiceError};
use crate::freed_time::{FreedTimeItem, freed_time_items};
use crate::options::{self, AreaOption, InitiativeName, Offer, PortfolioOption, UnitOption};
use crate::sek_value::{SekValueItem, sek_value_items};
use crate::services::Services;

pub(crate) use self::belonging::{belongs, belongs_each, writable};
pub use self::statement_item::StatementItem;

/// A delivery with expected and realised benefit side by side.
#[derive(Clone, Debug)]
pub struct DeliveryBundle {
    /// The delivery.
    pub delivery: Delivery,
    /// Its version.
    pub version: i32,
    /// Late as of today.
    pub late: bool,
    /// Expected benefits.
    pub benefits: Vec<BenefitSection>,
    /// Statements of every state, in order.
    pub statements: Vec<StatementItem>,
    /// SUS evaluations.
    pub sus: Vec<SusEvaluation>,
}

/// What can be done with a benefit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct BenefitVersion {
    /// Its version.
    pub version: i32,
    /// The actor may declare that it cannot be measured.
    pub may_declare: bool,
    /// The actor may write its realisation plan.
    pub may_plan: bool,
    /// The actor may log what it freed, and what it is worth in kronor.
    pub may_log: bool,
}

/// What an initiative's page shows.
#[derive(Clone, Debug)]
pub struct InitiativeView {
    /// The initiative.
    pub initiative: Initiative,
    /// Its version.
    pub version: i32,
    /// What it depends on, by name.
    pub depends_on: Vec<InitiativeName>,
    /// Versions of its benefits, and which the actor may declare not to be measurable.
    pub benefit_versions: BTreeMap<BenefitId, BenefitVersion>,
    /// Effect goals of its benefits, with what can be done with them.
    pub goals: BTreeMap<EffectGoalId, GoalItem>,
    /// Its area.
    pub area: Option<AreaOption>,
    /// Areas to name those of deliveries.
    pub areas: Vec<AreaOption>,
    /// There is a report: areas have pages in one alone.
    pub has_report: bool,
    /// All groups.
    pub groups: Vec<BenefitGroup>,
    /// Units to name owners.
    pub units: Vec<UnitOption>,
    /// Its portfolios.
    pub portfolios: Vec<PortfolioOption>,
    /// Deliveries, in order.
    pub deliveries: Vec<DeliveryBundle>,
    /// Benefits that come from no delivery.
    pub benefits: Vec<BenefitSection>,
    /// Statements that concern no delivery.
    pub statements: Vec<StatementItem>,
    /// Its benefit calculations, where it has any.
    pub calculation: Option<CalculationSummary>,
    /// A calculation may be written.
    pub may_calculate: bool,
    /// Realisation plans of its benefits.
    pub plans: Vec<Versioned<RealisationPlan>>,
    /// What its benefits freed, by year, with what can be done with it.
    pub freed_times: Vec<FreedTimeItem>,
    /// What its benefits are worth in kronor, by year.
    pub sek_values: Vec<SekValueItem>,
    /// What is required of it and missing, as of today.
    pub lacks: Vec<Duty>,
    /// What it is urged to have, as of today, though nothing requires it.
    pub urged: Vec<Duty>,
    /// Deliveries and benefits may be written.
    pub may_write: bool,
    /// Realised benefit may be stated.
    pub may_state: bool,
    /// The day as of which all is judged: today.
    pub as_of: NaiveDate,
}

/// An initiative with all that belongs to it, judged as of today.
pub async fn initiative_view(ctx: &Ctx, services: &Services, id: InitiativeId) -> Result<InitiativeView> {
    decide(ctx, Operation::PortfolioRead, None)?;
    let db = &services.store.snapshot().await?;
    let bundle = initiative_portfolio_load(ctx, db, id)
        .await?
        .ok_or(ServiceError::NotFound)?;
    let goals = initiative_goals_load(ctx, db, id).await?;
    let scheme = grading_scheme_newest(ctx, db).await?;
    let scheme = scheme.ok_or(ServiceError::NotFound)?.value;
    let mut groups: Vec<BenefitGroup> = benefit_group_list(ctx, db)
        .await?
        .into_iter()
        .map(|group| group.value)
        .collect();
    groups.sort_by_key(|group| (group.ordinal, group.id));
    let areas = options::areas(ctx, db, Offer::Today(&areas_of(&bundle))).await?;
    let plans = realisation_plan_list_of_initiative(ctx, db, id).await?;
    let units = options::units(ctx, db, Offer::Today(&units_of(&bundle, &plans))).await?;
    let mut portfolios =
        options::portfolios(ctx, db, Offer::Today(&bundle.initiative.value.portfolios)).await?;
    portfolios.retain(|portfolio| bundle.initiative.value.portfolios.contains(&portfolio.id));
    let belongs = belongs(&bundle);
    let judged = judge(&bundle, &goals.measured, &scheme, ctx.today());
    let freed = freed_time_list_of_initiative(ctx, db, id).await?;
    let names = account_names(ctx, db, &people_of(&bundle, &freed)).await?;
    let parts = Parts {
        ctx,
        bundle: &bundle,
        judged: &judged,
        names: &names,
    };
    let calculation = summaries(ctx, db, id).await?;
    let has = has(&bundle, calculation.as_ref(), &plans, ctx.today());
    let has_report = !report_list(ctx, db).await?.is_empty();
    Ok(InitiativeView {
        has_report,
        area: bundle
            .initiative
            .value
            .area
            .and_then(|id| areas.iter().find(|area| area.id == id).cloned()),
        areas,
        groups,
        units,
        portfolios,
        deliveries: parts.deliveries(),
        benefits: parts.benefits(None),
        statements: parts.statements(None),
        lacks: duty::lacking(&bundle.initiative.value, &has, ctx.today()),
        urged: duty::urged(&bundle.initiative.value, &has, ctx.today()),
        plans,
        freed_times: freed_time_items(ctx, &bundle, &freed, &names),
        sek_values: sek_value_items(ctx, db, &bundle, &goals).await?,
        may_calculate: may(ctx, Operation::CalculationWrite, Some(&belongs)),
        calculation,
        may_write: may(ctx, Operation::PortfolioWrite, Some(&belongs)),
        may_state: may(ctx, Operation::EvidenceWrite, Some(&belongs)),
        as_of: ctx.today(),
        version: bundle.initiative.version,
        depends_on: initiative_names(ctx, db, &bundle.initiative.value.depends_on)
            .await?
            .into_iter()
            .map(|(id, name)| InitiativeName { id, name })
            .collect(),
        benefit_versions: benefit_versions(ctx, &bundle),
        goals: goal_items(ctx, &bundle, &goals.goals),
        initiative: bundle.initiative.value,
    })
}

/// The areas that it and its deliveries belong to.
fn areas_of(bundle: &InitiativeBundle) -> Vec<AreaId> {
    let of_deliveries = bundle.deliveries.iter().filter_map(|found| found.value.area);
    let own = bundle.initiative.value.area.into_iter();
    own.chain(of_deliveries).collect()
}

/// The units that are named by it, its benefits, what has been stated of them and their plans.
fn units_of(bundle: &InitiativeBundle, plans: &[Versioned<RealisationPlan>]) -> Vec<UnitId> {
    let benefits = bundle.benefits.iter().map(|found| &found.value);
    let owners = benefits.flat_map(|benefit| benefit.owner.into_iter().chain(benefit.recipient));
    let statements = bundle.statements.iter().map(|one| &one.statement.value);
    let assessors = statements.filter_map(|statement| statement.assessing_unit);
    let planning = plans.iter().flat_map(|plan| plan.value.units());
    let own = bundle.initiative.value.owner.into_iter();
    own.chain(owners).chain(assessors).chain(planning).collect()
}

/// Who has written and reviewed what has been stated and what was freed.
fn people_of(bundle: &InitiativeBundle, freed: &[FreedTimeRecord]) -> BTreeSet<AccountId> {
    let stated = bundle.statements.iter();
    let stated = stated.map(|record| [record.statement.edited_by, record.reviewed_by]);
    let logged = freed
        .iter()
        .map(|record| [record.entry.edited_by, record.reviewed_by]);
    stated.chain(logged).flatten().flatten().collect()
}

/// What it has of what may be required of it.
fn has(
    bundle: &InitiativeBundle,
    calculation: Option<&CalculationSummary>,
    plans: &[Versioned<RealisationPlan>],
    day: NaiveDate,
) -> Vec<Duty> {
    let approved = |version: &CalculationVersion| version.state == ApprovalState::Approved;
    let calculated = calculation.is_some_and(|of| of.versions.iter().any(approved));
    let planned = duty::planned(plans.iter().map(|plan| &plan.value), day);
    let has_plan = duty::has_plan(bundle.benefits.iter().map(|found| &found.value), &planned);
    [(Duty::Calculation, calculated), (Duty::Plan, has_plan)]
        .into_iter()
        .filter_map(|(duty, has)| has.then_some(duty))
        .collect()
}

/// What deliveries are put together from, and what belongs to none.
struct Parts<'a> {
    ctx: &'a Ctx,
    bundle: &'a InitiativeBundle,
    judged: &'a [BenefitSection],
    names: &'a HashMap<AccountId, String>,
}

impl Parts<'_> {
    fn benefits(&self, delivery: Option<DeliveryId>) -> Vec<BenefitSection> {
        let of = self.judged.iter();
        of.filter(|section| section.benefit.delivery == delivery)
            .cloned()
            .collect()
    }

    fn statements(&self, delivery: Option<DeliveryId>) -> Vec<StatementItem> {
        let of = self.bundle.statements.iter();
        of.filter(|record| record.statement.value.delivery == delivery)
            .map(|record| item(self.ctx, record, self.bundle, self.names))
            .collect()
    }

    fn deliveries(&self) -> Vec<DeliveryBundle> {
        let of = |delivery: &Versioned<Delivery>| {
            let id = delivery.value.id;
            let sus = self.bundle.sus.iter().filter(|sus| sus.delivery == id);
            DeliveryBundle {
                delivery: delivery.value.clone(),
                version: delivery.version,
                late: delivery.value.is_late(self.ctx.today()),
                benefits: self.benefits(Some(id)),
                statements: self.statements(Some(id)),
                sus: sus.cloned().collect(),
            }
        };
        self.bundle.deliveries.iter().map(of).collect()
    }
}

fn benefit_versions(ctx: &Ctx, bundle: &InitiativeBundle) -> BTreeMap<BenefitId, BenefitVersion> {
    let of = |benefit: &Versioned<Benefit>| {
        let belongs = belongs_each(bundle, &[benefit.value.id]);
        let mut written = belongs.iter().map(|belongs| Belongs {
            editors: benefit.edited_by.into_iter().collect(),
            ..belongs.clone()
        });
        BenefitVersion {
            version: benefit.version,
            may_declare: written.all(|belongs| may(ctx, Operation::EvidenceApprove, Some(&belongs))),
            may_log: belongs
                .iter()
                .all(|belongs| may(ctx, Operation::EvidenceWrite, Some(belongs))),
            may_plan: belongs
                .iter()
                .all(|belongs| may(ctx, Operation::PlanWrite, Some(belongs))),
        }
    };
    bundle
        .benefits
        .iter()
        .map(|benefit| (benefit.value.id, of(benefit)))
        .collect()
}
