//! What is searched is found in any case and order, in rows that were there as in new ones.

use domain::register::{Filter, Query};
use domain::role::Role;
use migrations::{Migrator, MigratorTrait};
use store::Kind;

use super::{add_benefit, benefits, initiatives, statements};
use crate::support::database::{World, on_both};
use crate::support::demo::{Demo, portfolio_json};
use crate::support::rows::texts;

on_both!(
    words_are_found_in_any_case_and_order,
    rows_that_were_there_are_searched_as_new_ones,
);

fn search<F: Filter>(search: &str) -> Query<F> {
    Query {
        search: search.to_owned(),
        ..Query::default()
    }
}

async fn words_are_found_in_any_case_and_order(world: World) {
    let demo = Demo::load(&world).await;
    let (ctx, services) = (demo.ctx(Role::Auditor), &demo.services);
    add_benefit(
        &demo,
        "Överblick för ÄRENDEN",
        "Ger Åtgärderna 100%_säkert\u{a0}stöd! En idé.",
    )
    .await;
    let found = benefits(&ctx, services, &search("överblick 100%_säkert")).await;
    let [new] = found[..] else {
        panic!("one benefit, not {found:?}")
    };
    for words in [
        "ÖVERBLICK",
        "ärenden överblick",
        "åtgärdERNA Ärenden",
        "a\u{30a}tga\u{308}rderna o\u{308}verblick",
        "  stöd!   säkert stöd ",
        "IDE överblick idé",
    ] {
        assert_eq!(benefits(&ctx, services, &search(words)).await, [new], "{words}");
    }
    // Signs that a pattern would take for any letter stand for themselves.
    for words in [
        "100x_säkert",
        "%_%",
        "överblick_för",
        "åverblick",
        "overblick",
        "!%",
        "\\",
        "säkert!_",
    ] {
        let found = benefits(&ctx, services, &search(words)).await;
        assert!(!found.contains(&new), "{words}");
    }
    let all = benefits(&ctx, services, &search("")).await;
    assert_eq!(
        benefits(&ctx, services, &search(" \0 \t ")).await,
        all,
        "no word, no search"
    );

    // A benefit is also found by its initiative, its delivery and its area; an initiative by its
    // label, its summary and its deliveries; each with the case of the other kind.
    let list = service::benefit_list(&ctx, services, &Query::default())
        .await
        .expect("the list");
    let row = list
        .rows
        .iter()
        .find(|row| row.delivery_name.is_some() && row.area_name.is_some());
    let row = row.expect("one of a delivery in an area");
    for text in [
        row.initiative_name.to_uppercase(),
        row.delivery_name.clone().expect("a delivery").to_lowercase(),
        row.area_name.clone().expect("an area").to_uppercase(),
        row.area_number.clone().expect("an area"),
        row.description.to_uppercase(),
    ] {
        let text: String = text.chars().take(60).collect();
        assert!(
            benefits(&ctx, services, &search(&text)).await.contains(&row.id),
            "{text}"
        );
    }
    let list = service::initiative_list(&ctx, services, &Query::default())
        .await
        .expect("the list");
    let labelled = list
        .rows
        .iter()
        .find(|row| row.label.is_some())
        .expect("one with a label");
    let label = labelled.label.clone().expect("a label").value.to_uppercase();
    assert!(
        initiatives(&ctx, services, &search(&label))
            .await
            .contains(&labelled.id)
    );
    let text = portfolio_json()["statements"][5]["text"]
        .as_str()
        .expect("a text")
        .to_uppercase();
    let text: String = text.chars().take(80).collect();
    let found = statements(&ctx, services, &search(&text)).await;
    assert!(!found.is_empty() && found.len() < 10, "{text}: {found:?}");
}

async fn rows_that_were_there_are_searched_as_new_ones(world: World) {
    let demo = Demo::load(&world).await;
    add_benefit(
        &demo,
        "ÅÄÖ\u{a0}e\u{301}É A\u{30a}",
        "Mjukt\u{ad}bindestreck,  två\n\nrader och İ ü",
    )
    .await;
    let store = &demo.services.store;
    let id = match world.kind() {
        Kind::Sqlite => "hex(id)",
        Kind::Postgres => "id::text",
    };
    let columns = [
        ("area", "sort_number || '/' || search_text"),
        ("initiative", "sort_name || '/' || search_text"),
        ("delivery", "search_text"),
        ("benefit", "sort_name || '/' || search_text"),
        ("statement", "search_text"),
    ];
    let mut before = Vec::new();
    for (table, column) in columns {
        let select = format!("SELECT {id} || ' ' || {column} FROM {table} ORDER BY {id}");
        let rows = texts(store, &select).await;
        assert!(
            rows.iter().all(|row| row.len() > 40),
            "{table}: something is written"
        );
        before.push((select, rows));
    }
    let names: Vec<String> = Migrator::migrations()
        .iter()
        .map(|one| one.name().to_owned())
        .collect();
    let at = names
        .iter()
        .position(|name| name.ends_with("_registers"))
        .expect("the migration");
    let steps = u32::try_from(names.len() - at).expect("few");
    Migrator::down(store.unaudited(), Some(steps))
        .await
        .expect("goes down");
    Migrator::up(store.unaudited(), None).await.expect("goes up");
    for (select, rows) in before {
        assert_eq!(texts(store, &select).await, rows, "{select}");
    }
}
