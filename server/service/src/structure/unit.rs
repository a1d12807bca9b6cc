use domain::ctx::Ctx;
use domain::form::{FieldErrors, NewUnit, Problem, UnitForm};
use domain::id::UnitId;
use domain::unit::{Unit, belongs_to_itself};
use store::repo::unit::{unit_delete, unit_insert, unit_list, unit_load, unit_update};
use store::{ConnectionTrait, StoreError, Versioned};
use uuid::Uuid;

use super::noun::{self, Noun, stored_by};
use crate::error::Result;
use crate::form_flow::{Answer, FormState, check_there};
use crate::id::new_id;
use crate::options::{self, Offer, UnitOption};
use crate::services::Services;

/// What the form of a unit shows.
#[derive(Clone, Debug)]
pub struct UnitFormView {
    /// Units that it may belong to.
    pub units: Vec<UnitOption>,
    /// The fields, and why they came back.
    pub state: FormState<UnitForm>,
}

/// The form of a unit: new, one that exists, or what was typed before.
pub async fn unit_form(
    ctx: &Ctx,
    services: &Services,
    id: Option<UnitId>,
    draft_key: Option<&str>,
) -> Result<UnitFormView> {
    let state = noun::form::<Unit>(ctx, services, id.map(|id| id.0), draft_key, UnitForm::default).await?;
    let mut units = options::units(
        ctx,
        services.store.reader(),
        Offer::Today(&options::chosen([&state.form.parent])),
    )
    .await?;
    units.retain(|unit| Some(unit.id) != id);
    Ok(UnitFormView { units, state })
}

/// Adds a unit, or changes one.
pub async fn unit_save(ctx: &Ctx, services: &Services, form: UnitForm) -> Result<Answer> {
    noun::save::<Unit>(ctx, services, form).await
}

impl Noun for Unit {
    type Form = UnitForm;
    type New = NewUnit;
    const KIND: &'static str = "unit";
    const ADD: &'static str = "unit.add";
    const CHANGE: &'static str = "unit.change";
    const REMOVE: &'static str = "unit.remove";

    fn id(&self) -> Uuid {
        self.id.0
    }

    fn form(&self, version: i32) -> UnitForm {
        UnitForm::of(self, version)
    }

    fn parse(form: &UnitForm) -> Result<NewUnit, FieldErrors> {
        form.parse()
    }

    /// Two units of the same name would not be told apart where one chooses among those that exist.
    async fn check(
        ctx: &Ctx,
        db: &impl ConnectionTrait,
        id: Option<Uuid>,
        new: &NewUnit,
    ) -> Result<FieldErrors> {
        let mut errors = FieldErrors::default();
        let all: Vec<Unit> = unit_list(ctx, db)
            .await?
            .into_iter()
            .map(|found| found.value)
            .collect();
        let today = ctx.today();
        let taken =
            |other: &&Unit| other.name == new.name && Some(other.id.0) != id && !other.has_ended(today);
        if all.iter().find(taken).is_some() {
            let given = new.name.clone();
            errors.push("name", Problem::Taken { given });
        }
        check_there(&mut errors, "parent", new.parent, |parent| {
            all.iter().any(|unit| unit.id == *parent)
        });
        if let (Some(id), Some(parent)) = (id, new.parent)
            && belongs_to_itself(&all, UnitId(id), parent)
        {
            let given = parent.to_string();
            errors.push("parent", Problem::Circular { given });
        }
        Ok(errors)
    }

    async fn build(
        ctx: &Ctx,
        _db: &impl ConnectionTrait,
        before: Option<&Self>,
        new: NewUnit,
    ) -> Result<Self> {
        Ok(Self {
            id: before.map_or_else(|| new_id(ctx), |before| before.id),
            name: new.name,
            kind: new.kind,
            parent: new.parent,
            valid_from: new.valid_from,
            valid_to: new.valid_to,
        })
    }

    stored_by!(UnitId, unit_load, unit_insert, unit_update, unit_delete);
}
