//! What the store reads gives what all rows give, the list that is kept is what there is, and a file comes back whole.

use std::collections::BTreeMap;

use domain::effect_goal::fulfilment::Actual;
use domain::effect_goal::material::GoalMaterial;
use domain::effect_goal::standing::{GoalOutcome, GoalStanding};
use domain::form::MeasureForm;
use domain::id::{BenefitId, InitiativeId};
use domain::report_model::ReportModel;
use domain::role::Role;
use serde_json::Value as Json;
use store::repo::effect_goal::effect_goal_insert_many;
use store::repo::initiative_goals::initiative_goals_load;
use store::repo::measure::measure_insert_many;
use store::repo::measurement::measurement_insert_many;
use store::repo::report_material::report_material_load;
use store::repo::stored_file::{stored_file_load, stored_file_put};
use store::{AuditRecord, Kept, Trail};

use super::made_up::{Dice, many_goals, many_measurements, many_measures, new_id};
use super::{Room, id};
use crate::support::database::{World, on_both};
use crate::support::demo::{Demo, portfolio_json};
use crate::support::forms::done;
use crate::support::operator;
use crate::support::rows::{count, number};

on_both!(
    what_the_store_reads_gives_what_all_rows_give,
    the_list_of_measures_that_is_kept_is_what_there_is,
    a_file_is_kept_once_and_comes_back_whole,
);

async fn what_the_store_reads_gives_what_all_rows_give(world: World) {
    let demo = Demo::load(&world).await;
    let (services, ctx) = (&demo.services, demo.ctx(Role::SteeringUnit));
    let portfolio = portfolio_json();
    let benefits = portfolio["benefits"].as_array().expect("a list");
    let of = |benefit: &Json| {
        (
            BenefitId(id(&benefit["id"])),
            InitiativeId(id(&benefit["initiative"])),
        )
    };
    // Those of the first three initiatives that have any.
    let mut initiatives: Vec<InitiativeId> = benefits.iter().map(|one| of(one).1).collect();
    initiatives.dedup();
    initiatives.truncate(3);
    let chosen: Vec<BenefitId> = benefits
        .iter()
        .map(of)
        .filter(|(_, initiative)| initiatives.contains(initiative))
        .map(|(benefit, _)| benefit)
        .collect();
    assert!(chosen.len() > 3, "{chosen:?}");

    let mut dice = Dice(7);
    let measures = many_measures();
    let all = GoalMaterial {
        measurements: many_measurements(&mut dice, &measures).into(),
        goals: many_goals(&mut dice, &measures, &chosen).into(),
        measures: measures.into(),
    };
    let txn = services.store.write_txn(&ctx).await.expect("begins");
    measure_insert_many(&ctx, &txn, &all.measures)
        .await
        .expect("measures");
    effect_goal_insert_many(&ctx, &txn, &all.goals)
        .await
        .expect("goals");
    measurement_insert_many(&ctx, &txn, &all.measurements)
        .await
        .expect("measurements");
    let record = AuditRecord::new("measure.add", "measure", all.measures[0].id);
    txn.commit(Trail::one(record)).await.expect("commits");

    // On the page of each initiative, as of today.
    let today = ctx.today();
    let expected = all.by_benefit(today);
    assert_eq!(expected.len(), chosen.len());
    tells(&expected);
    let mut shown: BTreeMap<BenefitId, Vec<GoalStanding>> = BTreeMap::new();
    for initiative in &initiatives {
        let view = service::initiative_view(&ctx, services, *initiative)
            .await
            .expect("may read");
        let sections = view.deliveries.into_iter().flat_map(|one| one.benefits);
        for section in sections.chain(view.benefits) {
            shown.insert(section.benefit.id, section.goals);
        }
        let goals = initiative_goals_load(&ctx, services.store.reader(), *initiative).await;
        let read = goals.expect("reads").measured;
        assert!(
            !read.measurements.is_empty() && read.measurements.len() < all.measurements.len() / 2,
            "{} of {} were read",
            read.measurements.len(),
            all.measurements.len()
        );
        assert!(
            read.measurements.iter().all(|one| all.measurements.contains(one)),
            "what is read is what was written"
        );
    }
    assert_eq!(shown, expected);

    // In the open report, as of its last day.
    let view = service::report_view_of_year(&ctx, services, 2025)
        .await
        .expect("may read");
    let report = &view.model.report;
    assert_ne!(report.cut_off, today);
    let expected = all.by_benefit(report.cut_off);
    tells(&expected);
    let material = report_material_load(&ctx, services.store.reader(), &Kept::nothing(), report.id).await;
    let material = material.expect("reads").expect("is there");
    let reached: Vec<BenefitId> = material.benefits.iter().map(|one| one.id).collect();
    let found = material.measured.by_benefit(report.cut_off);
    let mut among = expected.clone();
    among.retain(|benefit, _| reached.contains(benefit));
    assert!(!among.is_empty(), "some of them are in the report");
    assert_eq!(found, among);
    shows(&view.model, &expected);

    // In the same report as of another day: what has been measured since its own counts then.
    let day = ctx.today();
    let as_of = service::report_as_of(&ctx, services, report.id, Some(day)).await;
    let as_of = as_of.expect("may read").model.expect("a day is asked for");
    assert_eq!(as_of.own_cut_off, Some(report.cut_off));
    let later = all.by_benefit(day);
    assert_ne!(later, expected, "something is measured in between");
    shows(&as_of, &later);
}

/// The report shows some of these benefits, and their goals stand as expected.
#[track_caller]
fn shows(model: &ReportModel, expected: &BTreeMap<BenefitId, Vec<GoalStanding>>) {
    let sections = model.areas.iter().flat_map(|area| {
        let of_deliveries = area.deliveries.iter().flat_map(|one| &one.benefits);
        of_deliveries.chain(&area.without_delivery)
    });
    let mut compared = 0;
    for section in sections {
        if let Some(goals) = expected.get(&section.benefit.id) {
            assert_eq!(&section.goals, goals);
            compared += 1;
        }
    }
    assert!(compared > 0, "the report shows some of them");
}

/// The outcomes are of every kind, and rest on one measurement and on several: else comparing them says little.
#[track_caller]
fn tells(outcomes: &BTreeMap<BenefitId, Vec<GoalStanding>>) {
    let all: Vec<&GoalStanding> = outcomes.values().flatten().collect();
    let some = |wanted: fn(&GoalOutcome) -> bool| all.iter().any(|one| wanted(&one.outcome));
    assert!(some(|one| *one == GoalOutcome::Unapproved));
    assert!(some(|one| matches!(one, GoalOutcome::WithoutBaseline { .. })));
    assert!(some(|one| matches!(one, GoalOutcome::Measured { .. })));
    let rests_on = |actual: &Option<Actual>| actual.as_ref().map_or(0, |actual| actual.measurements.len());
    for (least, most) in [(1, 1), (3, 3), (12, 12)] {
        assert!(
            all.iter()
                .any(|one| (least..=most).contains(&rests_on(&one.actual))),
            "none rests on {least}"
        );
    }
}

async fn the_list_of_measures_that_is_kept_is_what_there_is(world: World) {
    let room = Room::new(&world).await;
    let (services, manager) = (room.services(), room.manager());
    let listed = async |search: &str| -> (Vec<String>, usize) {
        let list = service::measure_list(&manager, services, search, 1).await;
        let list = list.expect("may read");
        let names = list.measures.into_iter().map(|one| one.measure.name);
        (names.collect(), list.all)
    };
    let (_, before) = listed("").await;
    assert_eq!(listed("felandel").await, (Vec::new(), before));
    let measure = room.measure().await;
    let found = (vec!["Felandel".to_owned()], before + 1);
    assert_eq!(listed("felandel").await, found, "it was added");
    assert_eq!(listed("FELANDEL").await, found, "in any case");
    let renamed = MeasureForm {
        name: "Omtag".to_owned(),
        ..room.measure_as_it_is(measure).await
    };
    done(service::measure_save(&manager, services, renamed).await);
    assert_eq!(listed("felandel").await, (Vec::new(), before + 1), "renamed");
    assert_eq!(listed("omtag").await.0, ["Omtag"]);
}

async fn a_file_is_kept_once_and_comes_back_whole(world: World) {
    const PIECE: usize = 256 * 1024;
    let store = world.services().await.store;
    let ctx = operator();
    let mut dice = Dice(11);
    let mut large = Vec::new();
    while large.len() <= PIECE {
        large.extend_from_slice(&dice.below(u64::from(u32::MAX)).to_le_bytes());
    }
    large.push(1);
    let files: [(&[u8], &str, i64); 3] = [
        (b"Ett svar", "text/plain", 1),
        (&large[..PIECE], "application/pdf", 1),
        (&large, "application/pdf", 2),
    ];
    let mut pieces = 0;
    for (bytes, media_type, of) in files {
        let txn = store.write_txn(&ctx).await.expect("begins");
        let hash = stored_file_put(&ctx, &txn, bytes, media_type)
            .await
            .expect("puts");
        // Once more, by another name of its kind.
        let again = stored_file_put(&ctx, &txn, bytes, "application/octet-stream").await;
        assert_eq!(again.expect("puts"), hash);
        let record = AuditRecord::new("measurement.draft", "measurement", new_id());
        txn.commit(Trail::one(record)).await.expect("commits");
        let found = stored_file_load(&ctx, store.reader(), &hash)
            .await
            .expect("loads");
        let found = found.expect("is there");
        assert!(found.bytes == bytes, "{} bytes came back otherwise", bytes.len());
        assert_eq!(found.media_type, media_type);
        pieces += of;
        assert_eq!(count(&store, "stored_file_chunk").await, pieces);
    }
    assert_eq!(count(&store, "stored_file").await, 3);
    let size = number(&store, "SELECT MAX(size) FROM stored_file").await;
    assert_eq!(usize::try_from(size).ok(), Some(large.len()));
    let missing = stored_file_load(&ctx, store.reader(), &"0".repeat(64)).await;
    assert_eq!(missing.expect("loads"), None);
}
