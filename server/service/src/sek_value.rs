//! Values in kronor on statements and measurements: written by whoever writes what they hang on, while it is open.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use domain::benefit::Benefit;
use domain::ctx::Ctx;
use domain::form::{FieldErrors, Form, Problem, SekValueForm};
use domain::id::{BenefitId, MeasureId, SekValueId};
use domain::measurement::Measurement;
use domain::policy::{Operation, decide, may};
use domain::sek_value::{SekGround, SekValue, counted_already, counting};
use domain::statement::{ApprovalState, Statement};
use store::repo::initiative_bundle::InitiativeBundle;
use store::repo::initiative_goals::{InitiativeGoals, initiative_goals_load};
use store::repo::measure_ground::{MeasureGround, measure_grounds};
use store::repo::measurement::{MeasurementRecord, measurement_list_of_measures, measurement_update};
use store::repo::sek_value::{
    sek_value_delete, sek_value_insert, sek_value_list_of_benefit, sek_value_list_of_initiative,
    sek_value_load, sek_value_update,
};
use store::repo::statement::{StatementRecord, statement_update};
use store::{AuditRecord, ConnectionTrait, StoreError, Trail, Versioned, WriteTxn};

use crate::error::{Result, ServiceError};
use crate::form_flow::{Answer, Begun, FormState, Sending, draft_or, invalid, was_first};
use crate::freed_time::{of_benefit, place};
use crate::id::new_id;
use crate::initiative::belongs_each;
use crate::kept_note::NOT_FIRST;
use crate::measure::belongs;
use crate::options::InitiativeName;
use crate::services::Services;

const KIND: &str = "sek_value";

/// What a value can hang on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GroundOption {
    /// Which.
    pub ground: SekGround,
    /// What it says: the statement's text, or the measure and its period.
    pub name: String,
}

/// What the form of a value in kronor shows.
#[derive(Clone, Debug)]
pub struct SekValueFormView {
    /// The initiative.
    pub initiative: InitiativeName,
    /// The benefit.
    pub benefit: Benefit,
    /// Open statements and measurements that speak for the benefit.
    pub grounds: Vec<GroundOption>,
    /// The fields, and why they came back.
    pub state: FormState<SekValueForm>,
    /// An existing value is changed.
    pub existing: bool,
}

/// Which value a form is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SekValueTarget {
    /// A new one of a benefit, with what it hangs on chosen beforehand.
    New(BenefitId, Option<SekGround>),
    /// One that may still be changed.
    Existing(SekValueId),
}

/// A value with what can be done with it.
#[derive(Clone, Debug)]
pub struct SekValueItem {
    /// The value.
    pub value: SekValue,
    /// Its version.
    pub version: i32,
    /// What it hangs on, in words.
    pub ground: String,
    /// The measure that it was measured by, where it hangs on a measurement.
    pub measure: Option<MeasureId>,
    /// How far that has come.
    pub state: ApprovalState,
    /// It is counted today.
    pub counts: bool,
    /// The actor may change or remove it.
    pub may_edit: bool,
}

/// What speaks for a benefit: statements on its initiative, and measurements of measures that it has a goal on.
struct Grounds {
    bundle: InitiativeBundle,
    goals: InitiativeGoals,
    grounds: HashMap<MeasureId, Vec<MeasureGround>>,
    measurements: Vec<MeasurementRecord>,
}

impl Grounds {
    /// Eighteen statements, whatever there is.
    async fn load(ctx: &Ctx, db: &impl ConnectionTrait, bundle: InitiativeBundle) -> Result<Self> {
        let goals = initiative_goals_load(ctx, db, bundle.initiative.value.id).await?;
        Self::with(ctx, db, bundle, goals).await
    }

    /// Eight statements, where the goals are there already.
    async fn with(
        ctx: &Ctx,
        db: &impl ConnectionTrait,
        bundle: InitiativeBundle,
        goals: InitiativeGoals,
    ) -> Result<Self> {
        let measures: BTreeSet<MeasureId> = goals.goals.iter().map(|one| one.goal.value.measure).collect();
        let measures: Vec<MeasureId> = measures.into_iter().collect();
        Ok(Self {
            grounds: measure_grounds(ctx, db, &measures).await?,
            measurements: measurement_list_of_measures(ctx, db, &measures).await?,
            bundle,
            goals,
        })
    }

    fn statement(&self, ground: SekGround) -> Option<&StatementRecord> {
        let mut all = self.bundle.statements.iter();
        all.find(|one| SekGround::Statement(one.statement.value.id) == ground)
    }

    fn measurement(&self, ground: SekGround) -> Option<&MeasurementRecord> {
        let mut all = self.measurements.iter();
        all.find(|one| SekGround::Measurement(one.measurement.value.id) == ground)
    }

    fn state(&self, ground: SekGround) -> Option<ApprovalState> {
        let said = self.statement(ground).map(|one| one.statement.value.state);
        said.or_else(|| self.measurement(ground).map(|one| one.measurement.value.state))
    }

    fn name(&self, ground: SekGround) -> String {
        if let Some(found) = self.statement(ground) {
            return found.statement.value.text.clone();
        }
        let named = |one: &Measurement| {
            let mut measures = self.goals.measured.measures.iter();
            let measure = measures.find(|measure| measure.id == one.measure)?;
            Some(format!("{} ({})", measure.name, one.period))
        };
        let found = self.measurement(ground);
        found
            .and_then(|one| named(&one.measurement.value))
            .unwrap_or_default()
    }

    /// It speaks for the benefit.
    fn speaks_for(&self, ground: SekGround, benefit: BenefitId) -> bool {
        if let Some(found) = self.statement(ground) {
            return found.statement.value.benefits.contains(&benefit);
        }
        self.measurement(ground).is_some_and(|found| {
            let measure = found.measurement.value.measure;
            let mut goals = self.goals.goals.iter().map(|one| &one.goal.value);
            goals.any(|goal| goal.measure == measure && goal.benefit == Some(benefit))
        })
    }

    /// It is open, and the actor may write it.
    fn may_write(&self, ctx: &Ctx, ground: SekGround) -> bool {
        if !self.state(ground).is_some_and(ApprovalState::is_open) {
            return false;
        }
        if let Some(found) = self.statement(ground) {
            return belongs_each(&self.bundle, &found.statement.value.benefits)
                .iter()
                .all(|belongs| may(ctx, Operation::EvidenceWrite, Some(belongs)));
        }
        let measure = self
            .measurement(ground)
            .map(|found| found.measurement.value.measure);
        measure
            .and_then(|id| self.grounds.get(&id))
            .is_some_and(|ground| may(ctx, Operation::EvidenceWrite, Some(&belongs(ground))))
    }

    fn open(&self, ctx: &Ctx, benefit: BenefitId) -> Vec<GroundOption> {
        let said = self.bundle.statements.iter();
        let said = said.map(|one| SekGround::Statement(one.statement.value.id));
        let measured = self.measurements.iter();
        let measured = measured.map(|one| SekGround::Measurement(one.measurement.value.id));
        said.chain(measured)
            .filter(|ground| self.speaks_for(*ground, benefit) && self.may_write(ctx, *ground))
            .map(|ground| GroundOption {
                ground,
                name: self.name(ground),
            })
            .collect()
    }

    fn supersedes(&self) -> BTreeMap<SekGround, SekGround> {
        let said = self.bundle.statements.iter().map(|one| &one.statement.value);
        let said = said.filter_map(|one| {
            Some((
                SekGround::Statement(one.id),
                SekGround::Statement(one.supersedes?),
            ))
        });
        let measured = self.measurements.iter().map(|one| &one.measurement.value);
        let measured = measured.filter_map(|one| {
            Some((
                SekGround::Measurement(one.id),
                SekGround::Measurement(one.supersedes?),
            ))
        });
        said.chain(measured).collect()
    }

    /// Whoever writes a value has edited what it hangs on: they do not approve it, and whoever is about to has not
    /// read it yet.
    async fn touch(&self, ctx: &Ctx, txn: &WriteTxn<'_>, ground: SekGround) -> Result<()> {
        if let Some(found) = self.statement(ground) {
            let found = &found.statement;
            statement_update(ctx, txn, &found.value, found.version).await?;
        }
        if let Some(found) = self.measurement(ground) {
            let found = &found.measurement;
            measurement_update(ctx, txn, &found.value, found.version).await?;
        }
        Ok(())
    }
}

/// The values of an initiative's benefits, each with what can be done with it.
pub(crate) async fn sek_value_items(
    ctx: &Ctx,
    db: &impl ConnectionTrait,
    bundle: &InitiativeBundle,
    goals: &InitiativeGoals,
) -> Result<Vec<SekValueItem>> {
    let values = sek_value_list_of_initiative(ctx, db, bundle.initiative.value.id).await?;
    if values.is_empty() {
        return Ok(Vec::new());
    }
    let grounds = Grounds::with(ctx, db, bundle.clone(), goals.clone()).await?;
    let all: Vec<SekValue> = values.iter().map(|one| one.value.clone()).collect();
    let statements: Vec<Statement> = bundle
        .statements
        .iter()
        .map(|one| one.statement.value.clone())
        .collect();
    let measurements: Vec<Measurement> = grounds
        .measurements
        .iter()
        .map(|one| one.measurement.value.clone())
        .collect();
    let counted = counting(&all, &statements, &measurements, ctx.today());
    let counted: Vec<SekValueId> = counted
        .into_iter()
        .filter(|one| one.counted_in(one.from_year).is_some())
        .map(|one| one.id)
        .collect();
    Ok(values
        .into_iter()
        .map(|one| SekValueItem {
            ground: grounds.name(one.value.ground),
            measure: grounds
                .measurement(one.value.ground)
                .map(|found| found.measurement.value.measure),
            state: grounds.state(one.value.ground).unwrap_or_default(),
            counts: counted.contains(&one.value.id),
            may_edit: grounds.may_write(ctx, one.value.ground),
            version: one.version,
            value: one.value,
        })
        .collect())
}

/// The form of a value in kronor, or what was typed before.
pub async fn sek_value_form(
    ctx: &Ctx,
    services: &Services,
    target: SekValueTarget,
    draft_key: Option<&str>,
) -> Result<SekValueFormView> {
    decide(ctx, Operation::EvidenceWrite, None)?;
    let db = services.store.reader();
    let (stored, benefit) = match target {
        SekValueTarget::New(benefit, _) => (None, benefit),
        SekValueTarget::Existing(id) => {
            let found = sek_value_load(ctx, db, id).await?;
            let found = found.ok_or(ServiceError::NotFound)?;
            let benefit = found.value.benefit;
            (Some(found), benefit)
        }
    };
    let (bundle, benefit) = of_benefit(ctx, db, benefit).await?;
    let initiative = InitiativeName {
        id: benefit.initiative,
        name: bundle.initiative.value.name.clone(),
    };
    let grounds = Grounds::load(ctx, db, bundle).await?;
    if let Some(found) = &stored
        && !grounds.may_write(ctx, found.value.ground)
    {
        return Err(ServiceError::State(
            "only a value on something that is open can be changed",
        ));
    }
    let open = grounds.open(ctx, benefit.id);
    let state = draft_or(ctx, services, draft_key, || {
        Ok(match (&stored, target) {
            (Some(found), _) => SekValueForm::of(&found.value, found.version),
            (None, SekValueTarget::New(_, chosen)) => begun(&benefit, chosen, &open),
            (None, SekValueTarget::Existing(_)) => return Err(ServiceError::NotFound),
        })
    })
    .await?;
    Ok(SekValueFormView {
        initiative,
        grounds: open,
        existing: !state.form.id.is_empty(),
        benefit,
        state,
    })
}

/// A new one, with what there is only one of chosen.
fn begun(benefit: &Benefit, chosen: Option<SekGround>, open: &[GroundOption]) -> SekValueForm {
    let only = match open {
        [only] => Some(only.ground),
        _ => None,
    };
    SekValueForm {
        benefit: benefit.id.to_string(),
        ground: chosen.or(only).map(SekGround::key).unwrap_or_default(),
        unit: domain::calculation::AmountUnit::Tkr.code().to_owned(),
        ..SekValueForm::default()
    }
}

/// Writes a value in kronor, or changes it.
pub async fn sek_value_save(ctx: &Ctx, services: &Services, form: SekValueForm) -> Result<Answer> {
    decide(ctx, Operation::EvidenceWrite, None)?;
    let new = match form.parse(ctx.today()) {
        Ok(new) => new,
        Err(errors) => return invalid(ctx, services, &form, errors).await,
    };
    let sending = match Sending::begin(ctx, services, &form).await? {
        Begun::New(sending) => sending,
        Begun::Before(answer) => return Ok(answer),
    };
    let (bundle, benefit) = of_benefit(ctx, &*sending, new.benefit).await?;
    let grounds = Grounds::load(ctx, &*sending, bundle).await?;
    let all = sek_value_list_of_benefit(ctx, &*sending, benefit.id).await?;
    let before: Option<&Versioned<SekValue>> = match form.id() {
        "" => None,
        id => {
            let found = all.iter().find(|one| one.value.id.to_string() == id);
            Some(found.ok_or(ServiceError::NotFound)?)
        }
    };
    if let Some(found) = before
        && !grounds.may_write(ctx, found.value.ground)
    {
        let theirs = SekValueForm::of(&found.value, found.version);
        return sending.stale(theirs).await;
    }
    let value = new.with(before.map_or_else(|| new_id(ctx), |found| found.value.id));
    let mut errors = FieldErrors::default();
    if !grounds.speaks_for(value.ground, benefit.id) || !grounds.may_write(ctx, value.ground) {
        let given = grounds.name(value.ground);
        errors.push("ground", Problem::Gone { given });
    }
    let others = all.iter().map(|one| &one.value);
    if let Some((_, year)) = counted_already(&value, others, &grounds.supersedes()) {
        let given = year.to_string();
        errors.push("counts_in_sum", Problem::CountedAlready { given });
    }
    if !errors.is_empty() {
        return sending.invalid(errors).await;
    }
    let goto = place(&benefit, "varde");
    let record = match before {
        None => {
            sek_value_insert(ctx, &*sending, &value).await?;
            AuditRecord::new("sek_value.add", KIND, value.id).after(&value)?
        }
        Some(found) => {
            if !was_first(sek_value_update(ctx, &*sending, &value, form.version()).await)? {
                let theirs = SekValueForm::of(&found.value, found.version);
                return sending.stale(theirs).await;
            }
            AuditRecord::new("sek_value.change", KIND, value.id)
                .before(&found.value)?
                .after(&value)?
        }
    };
    grounds.touch(ctx, &sending, value.ground).await?;
    if let Some(found) = before.filter(|found| found.value.ground != value.ground) {
        grounds.touch(ctx, &sending, found.value.ground).await?;
    }
    sending.done(record, goto).await
}

/// Removes a value in kronor. Answers where to go on.
pub async fn sek_value_remove(
    ctx: &Ctx,
    services: &Services,
    id: SekValueId,
    version: i32,
) -> Result<String> {
    decide(ctx, Operation::EvidenceWrite, None)?;
    let txn = services.store.write_txn(ctx).await?;
    let found = sek_value_load(ctx, &txn, id).await?;
    let found = found.ok_or(ServiceError::NotFound)?.value;
    let (bundle, benefit) = of_benefit(ctx, &txn, found.benefit).await?;
    let grounds = Grounds::load(ctx, &txn, bundle).await?;
    if !grounds.may_write(ctx, found.ground) {
        return Ok(place(&benefit, NOT_FIRST));
    }
    match sek_value_delete(ctx, &txn, id, version).await {
        Ok(()) => {}
        Err(StoreError::Stale { .. }) => return Ok(place(&benefit, NOT_FIRST)),
        Err(other) => return Err(other.into()),
    }
    grounds.touch(ctx, &txn, found.ground).await?;
    let record = AuditRecord::new("sek_value.remove", KIND, id).before(&found)?;
    txn.commit(Trail::one(record)).await?;
    Ok(place(&benefit, "varde-borttaget"))
}
