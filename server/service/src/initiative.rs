use std::collections::{BTreeMap, HashMap};

use chrono::{DateTime, NaiveDate, Utc};
use domain::benefit::Benefit;
use domain::benefit_group::BenefitGroup;
use domain::ctx::Ctx;
use domain::delivery::Delivery;
use domain::duty::{self, Duty};
use domain::effect_goal::material::GoalMaterial;
use domain::evidence::{self, StatementEvidence};
use domain::id::{AccountId, AreaId, BenefitId, DeliveryId, EffectGoalId, InitiativeId, UnitId};
use domain::initiative::Initiative;
use domain::level::GradingScheme;
use domain::policy::{Belongs, Operation, Refusal, decide, may};
use domain::realisation_plan::RealisationPlan;
use domain::report_model::BenefitSection;
use domain::statement::{ApprovalState, Statement};
use domain::sus::SusEvaluation;
use store::repo::account::account_names;
use store::repo::benefit_group::benefit_group_list;
use store::repo::freed_time::freed_time_list_of_initiative;
use store::repo::grading_scheme::grading_scheme_list;
use store::repo::initiative::initiative_names;
use store::repo::initiative_bundle::{InitiativeBundle, initiative_portfolio_load};
use store::repo::initiative_goals::initiative_goals_load;
use store::repo::realisation_plan::realisation_plan_list_of_initiative;
use store::repo::report::report_list;
use store::repo::statement::StatementRecord;
use store::repo::statement_ground::{GroundBenefit, StatementGround};
use store::{ConnectionTrait, Versioned};

use crate::calculation::{CalculationSummary, CalculationVersion, summaries};
use crate::effect_goal::{GoalItem, goal_items};
use crate::error::{Result, ServiceError};
use crate::freed_time::{FreedTimeItem, freed_time_items};
use crate::ground;
use crate::options::{self, AreaOption, InitiativeName, Offer, PortfolioOption, UnitOption};
use crate::sek_value::{SekValueItem, sek_value_items};
use crate::services::Services;
use crate::statement::may_be_superseded;

/// A statement with what can be done with it.
#[derive(Clone, Debug)]
pub struct StatementItem {
    /// The statement.
    pub statement: Statement,
    /// Its version.
    pub version: i32,
    /// The note that it was returned with.
    pub review_note: Option<String>,
    /// Who wrote the latest of it; none for imports.
    pub written_by: Option<String>,
    /// Who reviewed it last, and when; none where nobody has, or where it was done at the command line.
    pub reviewed: Option<(String, DateTime<Utc>)>,
    /// What it is to take the place of, while it waits for somebody.
    pub replaces: Option<String>,
    /// How far something that is to take its place has come, while that is not approved.
    pub being_replaced: Option<ApprovalState>,
    /// It may be changed by the actor.
    pub may_edit: bool,
    /// The actor has sent it in, nobody has reviewed it, and they may take it back.
    pub may_withdraw: bool,
    /// It is approved, and the actor may state something else in its place.
    pub may_supersede: bool,
    /// Another approved statement has taken its place: it counts no more.
    pub superseded: bool,
    /// It waits for approval, and the actor may give it; or why not.
    pub review: Option<Result<(), Refusal>>,
}

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
    let schemes = grading_scheme_list(ctx, db).await?;
    let scheme = schemes
        .into_iter()
        .map(|scheme| scheme.value)
        .max_by_key(|scheme| scheme.id);
    let scheme = scheme.ok_or(ServiceError::NotFound)?;
    let mut groups: Vec<BenefitGroup> = benefit_group_list(ctx, db)
        .await?
        .into_iter()
        .map(|group| group.value)
        .collect();
    groups.sort_by_key(|group| (group.ordinal, group.id));
    let of_deliveries = bundle.deliveries.iter().filter_map(|found| found.value.area);
    let named: Vec<AreaId> = bundle
        .initiative
        .value
        .area
        .into_iter()
        .chain(of_deliveries)
        .collect();
    let areas = options::areas(ctx, db, Offer::Today(&named)).await?;
    let owners = bundle.benefits.iter().map(|found| &found.value);
    let owners = owners.flat_map(|benefit| benefit.owner.into_iter().chain(benefit.recipient));
    let plans = realisation_plan_list_of_initiative(ctx, db, id).await?;
    let planning = plans.iter().flat_map(|plan| plan.value.units());
    let assessors = bundle
        .statements
        .iter()
        .filter_map(|one| one.statement.value.assessing_unit);
    let named: Vec<UnitId> = bundle
        .initiative
        .value
        .owner
        .into_iter()
        .chain(owners)
        .chain(assessors)
        .chain(planning)
        .collect();
    let units = options::units(ctx, db, Offer::Today(&named)).await?;
    let mut portfolios =
        options::portfolios(ctx, db, Offer::Today(&bundle.initiative.value.portfolios)).await?;
    portfolios.retain(|portfolio| bundle.initiative.value.portfolios.contains(&portfolio.id));
    let belongs = belongs(&bundle);
    let judged = judge(&bundle, &goals.measured, &scheme, ctx.today());
    let freed = freed_time_list_of_initiative(ctx, db, id).await?;
    let stated = bundle.statements.iter();
    let stated = stated.map(|record| [record.statement.edited_by, record.reviewed_by]);
    let logged = freed
        .iter()
        .map(|record| [record.entry.edited_by, record.reviewed_by]);
    let people = stated.chain(logged).flatten().flatten();
    let names = account_names(ctx, db, &people.collect()).await?;
    let of = |delivery: Option<DeliveryId>| -> Vec<BenefitSection> {
        judged
            .iter()
            .filter(|section| section.benefit.delivery == delivery)
            .cloned()
            .collect()
    };
    let items = |delivery: Option<DeliveryId>| -> Vec<StatementItem> {
        bundle
            .statements
            .iter()
            .filter(|record| record.statement.value.delivery == delivery)
            .map(|record| item(ctx, record, &bundle, &names))
            .collect()
    };
    let deliveries = bundle
        .deliveries
        .iter()
        .map(|delivery| DeliveryBundle {
            delivery: delivery.value.clone(),
            version: delivery.version,
            late: delivery.value.is_late(ctx.today()),
            benefits: of(Some(delivery.value.id)),
            statements: items(Some(delivery.value.id)),
            sus: bundle
                .sus
                .iter()
                .filter(|sus| sus.delivery == delivery.value.id)
                .cloned()
                .collect(),
        })
        .collect();
    let calculation = summaries(ctx, db, id).await?;
    let approved = |version: &CalculationVersion| version.state == ApprovalState::Approved;
    let calculated = calculation
        .as_ref()
        .is_some_and(|of| of.versions.iter().any(approved));
    let planned = duty::planned(plans.iter().map(|plan| &plan.value), ctx.today());
    let has_plan = duty::has_plan(bundle.benefits.iter().map(|found| &found.value), &planned);
    let has: Vec<Duty> = [(Duty::Calculation, calculated), (Duty::Plan, has_plan)]
        .into_iter()
        .filter_map(|(duty, has)| has.then_some(duty))
        .collect();
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
        deliveries,
        benefits: of(None),
        statements: items(None),
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

/// What scopes of roles are held against.
pub(crate) fn belongs(bundle: &InitiativeBundle) -> Belongs {
    ground::belongs(&ground(bundle))
}

/// An initiative with all that hangs on it, for those who may write it.
pub(crate) async fn writable(
    ctx: &Ctx,
    db: &impl ConnectionTrait,
    id: InitiativeId,
) -> Result<InitiativeBundle> {
    let bundle = initiative_portfolio_load(ctx, db, id)
        .await?
        .ok_or(ServiceError::NotFound)?;
    decide(ctx, Operation::PortfolioWrite, Some(&belongs(&bundle)))?;
    Ok(bundle)
}

/// What scopes are held against for something that speaks for these benefits: each has to be in
/// scope. What speaks for none is held against the initiative as a whole.
pub(crate) fn belongs_each(bundle: &InitiativeBundle, benefits: &[BenefitId]) -> Vec<Belongs> {
    ground::belongs_each(&ground(bundle), benefits)
}

fn ground(bundle: &InitiativeBundle) -> StatementGround {
    let initiative = &bundle.initiative.value;
    let benefits = bundle.benefits.iter().map(|found| {
        let benefit = &found.value;
        GroundBenefit {
            id: benefit.id,
            groups: benefit.groups.iter().map(|share| share.group).collect(),
            owner: benefit.owner,
        }
    });
    StatementGround {
        portfolios: initiative.portfolios.clone(),
        owner: initiative.owner,
        benefits: benefits.collect(),
    }
}

fn judge(
    bundle: &InitiativeBundle,
    measured: &GoalMaterial,
    scheme: &GradingScheme,
    as_of: NaiveDate,
) -> Vec<BenefitSection> {
    let statements: Vec<Statement> = bundle
        .statements
        .iter()
        .map(|record| record.statement.value.clone())
        .collect();
    let counting = evidence::counting(&statements, as_of);
    let mut standing = measured.by_benefit(as_of);
    bundle
        .benefits
        .iter()
        .map(|benefit| {
            let benefit: &Benefit = &benefit.value;
            let speaking: Vec<&Statement> = counting
                .iter()
                .copied()
                .filter(|statement| statement.benefits.contains(&benefit.id))
                .collect();
            let delivery = benefit.delivery.and_then(|id| {
                bundle
                    .deliveries
                    .iter()
                    .map(|found| &found.value)
                    .find(|delivery| delivery.id == id)
            });
            let rests_on: Vec<StatementEvidence> = speaking
                .iter()
                .map(|&statement| StatementEvidence::from(statement))
                .collect();
            let goals = standing.remove(&benefit.id).unwrap_or_default();
            BenefitSection {
                benefit: benefit.clone(),
                evidence: evidence::judge(benefit, delivery, &rests_on, &goals, scheme, as_of),
                statements: speaking.iter().map(|statement| statement.id).collect(),
                goals,
            }
        })
        .collect()
}

/// What the actor may do with a statement: what the service that does it will answer.
fn item(
    ctx: &Ctx,
    record: &StatementRecord,
    bundle: &InitiativeBundle,
    names: &HashMap<AccountId, String>,
) -> StatementItem {
    let statement = record.statement.value.clone();
    let open = statement.state.is_open();
    let belongs = belongs_each(bundle, &statement.benefits);
    let may_write = belongs
        .iter()
        .all(|belongs| may(ctx, Operation::EvidenceWrite, Some(belongs)));
    let superseded = bundle
        .statements
        .iter()
        .map(|other| &other.statement.value)
        .any(|other| other.supersedes == Some(statement.id) && other.state == ApprovalState::Approved);
    let review = (statement.state == ApprovalState::Submitted).then(|| {
        belongs.iter().try_for_each(|belongs| {
            let belongs = Belongs {
                editors: record.editors.clone(),
                ..belongs.clone()
            };
            decide(ctx, Operation::EvidenceApprove, Some(&belongs))
        })
    });
    let waits = |state| state != ApprovalState::Approved;
    let all = || bundle.statements.iter().map(|other| &other.statement.value);
    let before = all().find(|other| Some(other.id) == statement.supersedes);
    let name = |account: Option<AccountId>| names.get(&account?).cloned();
    StatementItem {
        written_by: name(record.statement.edited_by),
        reviewed: name(record.reviewed_by).zip(record.reviewed_at),
        replaces: before
            .filter(|_| waits(statement.state))
            .map(|before| before.text.clone()),
        being_replaced: all()
            .find(|other| other.supersedes == Some(statement.id) && waits(other.state))
            .map(|other| other.state),
        may_withdraw: may_write
            && statement.state == ApprovalState::Submitted
            && record.statement.edited_by.is_some()
            && record.statement.edited_by == ctx.account_id(),
        may_edit: open && may_write,
        may_supersede: may_write && may_be_superseded(bundle, &statement),
        superseded,
        // Those who have no such right at all are not told of it.
        review: review.filter(|answer| matches!(answer, Ok(()) | Err(Refusal::OwnWork))),
        version: record.statement.version,
        review_note: record.review_note.clone(),
        statement,
    }
}
