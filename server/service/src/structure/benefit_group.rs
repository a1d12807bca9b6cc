use domain::benefit_group::BenefitGroup;
use domain::ctx::Ctx;
use domain::form::{BenefitGroupForm, FieldErrors, NewBenefitGroup, Problem};
use domain::id::BenefitGroupId;
use store::repo::benefit_group::{
    benefit_group_delete, benefit_group_insert, benefit_group_list, benefit_group_load, benefit_group_update,
};
use store::{ConnectionTrait, StoreError, Versioned};
use uuid::Uuid;

use super::noun::{self, Noun, stored_by};
use crate::error::Result;
use crate::form_flow::{Answer, FormState};
use crate::id::new_id;
use crate::services::Services;

/// What the form of a benefit group shows.
#[derive(Clone, Debug)]
pub struct BenefitGroupFormView {
    /// The fields, and why they came back.
    pub state: FormState<BenefitGroupForm>,
}

/// The form of a benefit group: new, one that exists, or what was typed before.
pub async fn benefit_group_form(
    ctx: &Ctx,
    services: &Services,
    id: Option<BenefitGroupId>,
    draft_key: Option<&str>,
) -> Result<BenefitGroupFormView> {
    let id = id.map(|id| id.0);
    let state = noun::form::<BenefitGroup>(ctx, services, id, draft_key, BenefitGroupForm::default).await?;
    Ok(BenefitGroupFormView { state })
}

/// Adds a benefit group, or changes one.
pub async fn benefit_group_save(ctx: &Ctx, services: &Services, form: BenefitGroupForm) -> Result<Answer> {
    noun::save::<BenefitGroup>(ctx, services, form).await
}

impl Noun for BenefitGroup {
    type Form = BenefitGroupForm;
    type New = NewBenefitGroup;
    const KIND: &'static str = "benefit_group";
    const ADD: &'static str = "benefit_group.add";
    const CHANGE: &'static str = "benefit_group.change";
    const REMOVE: &'static str = "benefit_group.remove";

    fn id(&self) -> Uuid {
        self.id.0
    }

    fn form(&self, version: i32) -> BenefitGroupForm {
        BenefitGroupForm::of(self, version)
    }

    fn parse(form: &BenefitGroupForm) -> Result<NewBenefitGroup, FieldErrors> {
        form.parse()
    }

    async fn check(
        ctx: &Ctx,
        db: &impl ConnectionTrait,
        id: Option<Uuid>,
        new: &NewBenefitGroup,
    ) -> Result<FieldErrors> {
        let mut errors = FieldErrors::default();
        let all = benefit_group_list(ctx, db).await?;
        let others = || {
            all.iter()
                .map(|found| &found.value)
                .filter(|other| Some(other.id.0) != id)
        };
        if others().any(|other| other.name == new.name) {
            let given = new.name.clone();
            errors.push("name", Problem::Taken { given });
        }
        if others().any(|other| other.code == new.code) {
            let given = new.code.clone();
            errors.push("code", Problem::Taken { given });
        }
        Ok(errors)
    }

    async fn build(
        ctx: &Ctx,
        db: &impl ConnectionTrait,
        before: Option<&Self>,
        new: NewBenefitGroup,
    ) -> Result<Self> {
        let ordinal = match (new.ordinal, before) {
            (Some(ordinal), _) => ordinal,
            (None, Some(before)) => before.ordinal,
            (None, None) => {
                let all = benefit_group_list(ctx, db).await?;
                let last = all.iter().map(|group| group.value.ordinal).max();
                last.map_or(1, |last| last.saturating_add(1))
            }
        };
        Ok(Self {
            id: before.map_or_else(|| new_id(ctx), |before| before.id),
            code: new.code,
            name: new.name,
            short_name: new.short_name,
            kind: new.kind,
            ordinal,
            ended_on: new.ended_on,
        })
    }

    stored_by!(
        BenefitGroupId,
        benefit_group_load,
        benefit_group_insert,
        benefit_group_update,
        benefit_group_delete
    );
}
