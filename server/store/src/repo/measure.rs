//! Measures with their definitions.

use std::collections::HashMap;
use std::slice;

use domain::ctx::Ctx;
use domain::id::MeasureId;
use domain::measure::{Definition, Measure};
use domain::register::folded;
use sea_orm::{
    Condition, ConnectionTrait, EntityTrait, IntoActiveModel, QueryFilter, QueryOrder, QuerySelect,
};
use uuid::Uuid;

use crate::entity::{measure, measure_definition};
use crate::error::Result;
use crate::repo::codec::Row;
use crate::repo::register_page::has_word;
use crate::repo::rows::{Pick, Stamp, children, delete_children, insert_rows, update_row};
use crate::versioned::Versioned;

const TABLE: &str = "measure";

/// The measure.
pub async fn measure_load(
    _ctx: &Ctx,
    db: &impl ConnectionTrait,
    id: MeasureId,
) -> Result<Option<Versioned<Measure>>> {
    Ok(find(db, &Pick::One(id.0)).await?.pop())
}

/// All measures, by name.
pub async fn measure_list(_ctx: &Ctx, db: &impl ConnectionTrait) -> Result<Vec<Versioned<Measure>>> {
    find(db, &Pick::All).await
}

/// Identities of the measures whose texts hold all of some words, folded, by name. One statement.
pub async fn measure_names(
    _ctx: &Ctx,
    db: &impl ConnectionTrait,
    words: &[String],
) -> Result<Vec<MeasureId>> {
    let holding = words.iter().fold(Condition::all(), |all, word| {
        all.add(has_word(measure::Column::SearchText, word))
    });
    let mut named: Vec<(Uuid, String)> = measure::Entity::find()
        .select_only()
        .columns([measure::Column::Id, measure::Column::Name])
        .filter(holding)
        .into_tuple()
        .all(db)
        .await?;
    // Not left to the databases, which sort letters differently.
    named.sort_by_cached_key(|(id, name)| (folded(name), *id));
    Ok(named.into_iter().map(|(id, _)| id.into()).collect())
}

/// The measures with these identities, by name; those that are not there are left out.
pub async fn measure_list_named(
    _ctx: &Ctx,
    db: &impl ConnectionTrait,
    ids: &[MeasureId],
) -> Result<Vec<Versioned<Measure>>> {
    find(db, &Pick::These(ids.iter().map(|id| id.0).collect())).await
}

/// Adds one.
pub async fn measure_insert(ctx: &Ctx, db: &impl ConnectionTrait, new: &Measure) -> Result<()> {
    measure_insert_many(ctx, db, slice::from_ref(new)).await
}

/// Adds several.
pub async fn measure_insert_many(ctx: &Ctx, db: &impl ConnectionTrait, new: &[Measure]) -> Result<()> {
    let rows = new.iter().map(|one| row(one, Stamp::first(ctx))).collect();
    insert_rows::<measure::Entity>(db, rows).await?;
    insert_definitions(db, new).await
}

/// Replaces one with its definitions, unless it has changed since the expected version; gives the new version.
pub async fn measure_update(
    ctx: &Ctx,
    db: &impl ConnectionTrait,
    changed: &Measure,
    expected_version: i32,
) -> Result<i32> {
    let id = changed.id.0;
    let row = row(changed, Stamp::after(ctx, expected_version)).into_active_model();
    let expected = (measure::Column::Version, expected_version);
    let version = update_row::<measure::Entity>(db, row, (measure::Column::Id, id), expected).await?;
    delete_children::<measure_definition::Entity>(db, measure_definition::Column::MeasureId, id).await?;
    insert_definitions(db, slice::from_ref(changed)).await?;
    Ok(version)
}

/// By name. Two statements.
pub(crate) async fn find(db: &impl ConnectionTrait, pick: &Pick) -> Result<Vec<Versioned<Measure>>> {
    let rows = measure::Entity::find()
        .filter(pick.on(measure::Column::Id))
        .order_by_asc(measure::Column::Id)
        .all(db)
        .await?;
    let (parent, order) = (
        measure_definition::Column::MeasureId,
        measure_definition::Column::Number,
    );
    let mut definitions: HashMap<Uuid, Vec<measure_definition::Model>> =
        children::<measure_definition::Entity>(db, pick, parent, order, |one| one.measure_id).await?;
    let mut measures: Vec<Versioned<Measure>> = rows
        .into_iter()
        .map(|row| {
            let definitions = definitions.remove(&row.id).unwrap_or_default();
            read(row, definitions)
        })
        .collect::<Result<_>>()?;
    // Not left to the databases, which sort letters differently.
    measures.sort_by_cached_key(|one| (folded(&one.value.name), one.value.id));
    Ok(measures)
}

fn row(measure: &Measure, stamp: Stamp) -> measure::Model {
    measure::Model {
        id: measure.id.0,
        name: measure.name.clone(),
        used_for: measure.used_for.code().to_owned(),
        without_target: measure.without_target.clone(),
        ended: measure.ended,
        search_text: search_text(measure),
        version: stamp.version,
        edited_by: stamp.edited_by,
    }
}

/// Its name, and what holds now.
fn search_text(measure: &Measure) -> String {
    let current = measure.current();
    let parts = [
        Some(measure.name.as_str()),
        current.map(|one| one.definition.as_str()),
        current.and_then(|one| one.source.as_deref()),
        current.and_then(|one| one.note.as_deref()),
    ];
    folded(&parts.into_iter().flatten().collect::<Vec<_>>().join(" "))
}

async fn insert_definitions(db: &impl ConnectionTrait, measures: &[Measure]) -> Result<()> {
    let definitions = measures
        .iter()
        .flat_map(|measure| {
            measure
                .definitions
                .iter()
                .map(|one| definition_row(measure.id.0, one))
        })
        .collect::<Result<_>>()?;
    insert_rows::<measure_definition::Entity>(db, definitions).await
}

fn definition_row(measure_id: Uuid, definition: &Definition) -> Result<measure_definition::Model> {
    let place = Row::of("measure_definition", measure_id);
    Ok(measure_definition::Model {
        measure_id,
        number: definition.number,
        from_day: definition.from,
        definition: definition.definition.clone(),
        formula: definition.formula.clone(),
        rationale: definition.rationale.clone(),
        source: definition.source.clone(),
        unit: definition.unit.clone(),
        direction: definition.direction.code().to_owned(),
        aggregation: definition.aggregation.code().to_owned(),
        per: i64::from(definition.per),
        numerator: definition.numerator.clone(),
        denominator: definition.denominator.clone(),
        frequency: definition.frequency.map(|one| one.code().to_owned()),
        dimensions: place.json_of(&definition.dimensions)?,
        note: definition.note.clone(),
        reason: definition.reason.clone(),
    })
}

fn read(row: measure::Model, definitions: Vec<measure_definition::Model>) -> Result<Versioned<Measure>> {
    let place = Row::of(TABLE, row.id);
    let stamp = Stamp {
        version: row.version,
        edited_by: row.edited_by,
    };
    Ok(stamp.on(Measure {
        id: row.id.into(),
        name: row.name,
        used_for: place.code(&row.used_for)?,
        without_target: row.without_target,
        ended: row.ended,
        definitions: definitions
            .into_iter()
            .map(read_definition)
            .collect::<Result<_>>()?,
    }))
}

fn read_definition(row: measure_definition::Model) -> Result<Definition> {
    let place = Row::of("measure_definition", row.measure_id);
    Ok(Definition {
        number: row.number,
        from: row.from_day,
        definition: row.definition,
        formula: row.formula,
        rationale: row.rationale,
        source: row.source,
        unit: row.unit,
        direction: place.code(&row.direction)?,
        aggregation: place.code(&row.aggregation)?,
        per: u32::try_from(row.per).map_err(|error| place.damaged(error))?,
        numerator: row.numerator,
        denominator: row.denominator,
        frequency: place.optional_code(row.frequency.as_deref())?,
        dimensions: place.json(&row.dimensions)?,
        note: row.note,
        reason: row.reason,
    })
}
