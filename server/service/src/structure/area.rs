use domain::area::{Area, AreaSet, next_number};
use domain::ctx::Ctx;
use domain::form::{AreaForm, FieldErrors, NewArea, Problem};
use domain::id::{AreaId, AreaSetId};
use domain::policy::{Operation, decide};
use store::repo::area::{area_delete, area_insert, area_list_of_set, area_load, area_update};
use store::repo::area_set::area_set_list;
use store::{ConnectionTrait, StoreError, Versioned};
use uuid::Uuid;

use super::noun::{self, Noun, stored_by};
use crate::error::Result;
use crate::form_flow::{Answer, FormState, check_there};
use crate::id::new_id;
use crate::options::{self, GroupOption, Offer};
use crate::services::Services;

/// What the form of an area shows.
#[derive(Clone, Debug)]
pub struct AreaFormView {
    /// Sets that it may belong to.
    pub sets: Vec<AreaSet>,
    /// Groups to mark.
    pub groups: Vec<GroupOption>,
    /// The fields, and why they came back.
    pub state: FormState<AreaForm>,
}

/// The form of an area: new in a set, one that exists, or what was typed before.
pub async fn area_form(
    ctx: &Ctx,
    services: &Services,
    set: Option<AreaSetId>,
    id: Option<AreaId>,
    draft_key: Option<&str>,
) -> Result<AreaFormView> {
    decide(ctx, Operation::StructureWrite, None)?;
    let db = services.store.reader();
    let sets: Vec<AreaSet> = area_set_list(ctx, db)
        .await?
        .into_iter()
        .map(|found| found.value)
        .collect();
    // The only set that there is needs no choosing.
    let set = set.or(match sets.as_slice() {
        [only] => Some(only.id),
        _ => None,
    });
    let number = match set {
        Some(set) if id.is_none() => {
            let areas = area_list_of_set(ctx, db, set).await?;
            next_number(areas.iter().map(|area| area.value.number.as_str()))
        }
        _ => String::new(),
    };
    let new = || AreaForm {
        area_set: set.map(|set| set.to_string()).unwrap_or_default(),
        number,
        ..AreaForm::default()
    };
    let state = noun::form::<Area>(ctx, services, id.map(|id| id.0), draft_key, new).await?;
    Ok(AreaFormView {
        sets,
        groups: options::groups(ctx, db, Offer::Today(&options::chosen(&state.form.main_groups))).await?,
        state,
    })
}

/// Adds an area, or changes one.
pub async fn area_save(ctx: &Ctx, services: &Services, form: AreaForm) -> Result<Answer> {
    noun::save::<Area>(ctx, services, form).await
}

impl Noun for Area {
    type Form = AreaForm;
    type New = NewArea;
    const KIND: &'static str = "area";
    const ADD: &'static str = "area.add";
    const CHANGE: &'static str = "area.change";
    const REMOVE: &'static str = "area.remove";

    fn id(&self) -> Uuid {
        self.id.0
    }

    fn form(&self, version: i32) -> AreaForm {
        AreaForm::of(self, version)
    }

    fn parse(form: &AreaForm) -> Result<NewArea, FieldErrors> {
        form.parse()
    }

    fn with_row(form: AreaForm) -> Option<AreaForm> {
        form.with_row()
    }

    /// A mark of a group that has ended may stay where it is.
    async fn check(
        ctx: &Ctx,
        db: &impl ConnectionTrait,
        id: Option<Uuid>,
        new: &NewArea,
    ) -> Result<FieldErrors> {
        let mut errors = FieldErrors::default();
        let sets = area_set_list(ctx, db).await?;
        check_there(&mut errors, "area_set", [new.area_set], |set| {
            sets.iter().any(|found| found.value.id == *set)
        });
        let areas = area_list_of_set(ctx, db, new.area_set).await?;
        let taken =
            |other: &Versioned<Area>| other.value.number == new.number && Some(other.value.id.0) != id;
        if areas.iter().any(taken) {
            let given = new.number.clone();
            errors.push("number", Problem::Taken { given });
        }
        let before = areas.iter().filter(|area| Some(area.value.id.0) == id);
        let marked: Vec<_> = before.flat_map(|area| area.value.main_groups.clone()).collect();
        let groups = options::groups(ctx, db, Offer::Today(&marked)).await?;
        check_there(
            &mut errors,
            "main_groups",
            new.main_groups.iter().copied(),
            |id| groups.iter().any(|group| group.id == *id),
        );
        Ok(errors)
    }

    async fn build(
        ctx: &Ctx,
        _db: &impl ConnectionTrait,
        before: Option<&Self>,
        new: NewArea,
    ) -> Result<Self> {
        Ok(Self {
            id: before.map_or_else(|| new_id(ctx), |before| before.id),
            area_set: new.area_set,
            number: new.number,
            name: new.name,
            purpose: new.purpose,
            expected_effects: new.expected_effects,
            main_groups: new.main_groups,
            budgets: new.budgets,
            note: new.note,
        })
    }

    stored_by!(AreaId, area_load, area_insert, area_update, area_delete);
}
