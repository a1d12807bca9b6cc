use domain::area::AreaSet;
use domain::ctx::Ctx;
use domain::form::{AreaSetForm, FieldErrors, NewAreaSet, Problem};
use domain::id::AreaSetId;
use store::repo::area_set::{
    area_set_delete, area_set_insert, area_set_list, area_set_load, area_set_update,
};
use store::{ConnectionTrait, StoreError, Versioned};
use uuid::Uuid;

use super::noun::{self, Noun, stored_by};
use crate::error::Result;
use crate::form_flow::{Answer, FormState};
use crate::id::new_id;
use crate::services::Services;

/// What the form of a set of areas shows.
#[derive(Clone, Debug)]
pub struct AreaSetFormView {
    /// The fields, and why they came back.
    pub state: FormState<AreaSetForm>,
}

/// The form of a set of areas: new, one that exists, or what was typed before.
pub async fn area_set_form(
    ctx: &Ctx,
    services: &Services,
    id: Option<AreaSetId>,
    draft_key: Option<&str>,
) -> Result<AreaSetFormView> {
    let state =
        noun::form::<AreaSet>(ctx, services, id.map(|id| id.0), draft_key, AreaSetForm::default).await?;
    Ok(AreaSetFormView { state })
}

/// Adds a set of areas, or changes one.
pub async fn area_set_save(ctx: &Ctx, services: &Services, form: AreaSetForm) -> Result<Answer> {
    noun::save::<AreaSet>(ctx, services, form).await
}

impl Noun for AreaSet {
    type Form = AreaSetForm;
    type New = NewAreaSet;
    const KIND: &'static str = "area_set";
    const ADD: &'static str = "area_set.add";
    const CHANGE: &'static str = "area_set.change";
    const REMOVE: &'static str = "area_set.remove";

    fn id(&self) -> Uuid {
        self.id.0
    }

    fn form(&self, version: i32) -> AreaSetForm {
        AreaSetForm::of(self, version)
    }

    fn parse(form: &AreaSetForm) -> Result<NewAreaSet, FieldErrors> {
        form.parse()
    }

    async fn check(
        ctx: &Ctx,
        db: &impl ConnectionTrait,
        id: Option<Uuid>,
        new: &NewAreaSet,
    ) -> Result<FieldErrors> {
        let mut errors = FieldErrors::default();
        let all = area_set_list(ctx, db).await?;
        let taken = |other: &Versioned<AreaSet>| other.value.name == new.name && Some(other.value.id.0) != id;
        if all.iter().any(taken) {
            let given = new.name.clone();
            errors.push("name", Problem::Taken { given });
        }
        Ok(errors)
    }

    async fn build(
        ctx: &Ctx,
        _db: &impl ConnectionTrait,
        before: Option<&Self>,
        new: NewAreaSet,
    ) -> Result<Self> {
        Ok(Self {
            id: before.map_or_else(|| new_id(ctx), |before| before.id),
            name: new.name,
            valid_from: new.valid_from,
            valid_to: new.valid_to,
        })
    }

    stored_by!(
        AreaSetId,
        area_set_load,
        area_set_insert,
        area_set_update,
        area_set_delete
    );
}
