//! The schema: up, down, up again; never over a newer one; with guards that no role can pass.

use migrations::{Migrator, MigratorTrait};
use serde_json::json;
use store::{Kind, Store, StoreOptions};

use crate::support::database::{World, on_both};
use crate::support::demo::{Demo, portfolio_json};
use crate::support::rows::{must, number, run, texts};

on_both!(
    the_schema_goes_up_down_to_nothing_and_up_again,
    a_full_database_goes_down_too,
    a_schema_of_a_newer_version_is_refused_and_left_alone,
    an_older_schema_is_brought_up_to_date_once,
    audit_events_are_never_changed_or_deleted,
    an_audit_payload_is_erased_whole_or_left_alone,
    the_head_of_the_chain_is_one_row_that_only_moves_forward,
    the_content_of_a_decided_report_is_never_changed_or_deleted,
    a_decided_assessment_is_never_changed_or_deleted,
    a_decided_report_is_only_published,
    what_was_there_before_editors_were_noted_has_its_latest_hand,
);

async fn connect(url: &str) -> Store {
    Store::connect(&StoreOptions::new(url)).await.expect("connects")
}

async fn up(store: &Store) {
    Migrator::up(store.unaudited(), None).await.expect("goes up");
}

/// All that the schema consists of, as the database itself tells it: on SQLite the statements, on
/// PostgreSQL columns, constraints, indexes, triggers and functions.
async fn schema(store: &Store) -> Vec<String> {
    let parts: &[&str] = match store.kind() {
        Kind::Sqlite => &[
            "SELECT type || ' ' || name || ': ' || COALESCE(sql, '') FROM sqlite_master \
             WHERE tbl_name NOT LIKE 'sqlite_%' AND tbl_name <> 'seaql_migrations' ORDER BY 1",
        ],
        Kind::Postgres => &[
            "SELECT table_name || '.' || column_name || ' ' || data_type || ' ' || is_nullable \
             FROM information_schema.columns \
             WHERE table_schema = 'public' AND table_name <> 'seaql_migrations' ORDER BY 1",
            "SELECT conrelid::regclass || ' ' || conname || ' ' || pg_get_constraintdef(oid) \
             FROM pg_constraint WHERE connamespace = 'public'::regnamespace \
             AND conrelid::regclass::text <> 'seaql_migrations' ORDER BY 1",
            "SELECT indexdef FROM pg_indexes \
             WHERE schemaname = 'public' AND tablename <> 'seaql_migrations' ORDER BY 1",
            "SELECT pg_get_triggerdef(oid) FROM pg_trigger WHERE NOT tgisinternal ORDER BY 1",
            "SELECT pg_get_functiondef(oid) FROM pg_proc \
             WHERE pronamespace = 'public'::regnamespace ORDER BY 1",
        ],
    };
    let mut all = Vec::new();
    for part in parts {
        all.extend(texts(store, part).await);
    }
    all
}

async fn the_schema_goes_up_down_to_nothing_and_up_again(world: World) {
    let store = connect(&world.empty().await).await;
    up(&store).await;
    let first = schema(&store).await;
    assert!(first.len() > 40, "a schema, not {} things", first.len());

    Migrator::down(store.unaudited(), None).await.expect("goes down");
    assert_eq!(schema(&store).await, [""; 0], "something is left");
    assert_eq!(store.applied_migrations().await.expect("answers"), [""; 0]);

    up(&store).await;
    assert_eq!(schema(&store).await, first);
    assert_eq!(number(&store, "SELECT seq FROM audit_head").await, 0);
}

async fn a_full_database_goes_down_too(world: World) {
    let demo = Demo::load(&world).await;
    let store = &demo.services.store;
    // Rows that refer to others of their own table are the ones that could hold it up.
    must(
        store,
        &["UPDATE statement SET supersedes_id = (SELECT id FROM statement AS other ORDER BY id LIMIT 1)"],
    )
    .await;
    Migrator::down(store.unaudited(), None).await.expect("goes down");
    assert_eq!(schema(store).await, [""; 0], "something is left");
}

async fn a_schema_of_a_newer_version_is_refused_and_left_alone(world: World) {
    let url = world.empty().await;
    let store = connect(&url).await;
    // Of two migrations only the first has run here, and one that nobody knows.
    Migrator::up(store.unaudited(), Some(1))
        .await
        .expect("goes up one step");
    let future = "m99991231_000001_future";
    must(
        &store,
        &[&format!(
            "INSERT INTO seaql_migrations (version, applied_at) VALUES ('{future}', 0)"
        )],
    )
    .await;
    let (before, applied) = (
        schema(&store).await,
        store.applied_migrations().await.expect("answers"),
    );
    assert!(applied.iter().any(|name| name == future));

    let Err(refused) = server::open(&url).await else {
        panic!("a newer schema was opened")
    };
    let told = refused.to_string();
    assert!(told.contains("newer version") && told.contains(future), "{told}");
    assert_eq!(told.lines().count(), 1, "one line: {told}");

    assert_eq!(schema(&store).await, before, "it was changed all the same");
    assert_eq!(store.applied_migrations().await.expect("answers"), applied);
}

async fn an_older_schema_is_brought_up_to_date_once(world: World) {
    let url = world.empty().await;
    let store = connect(&url).await;
    assert_eq!(
        store.applied_migrations().await.expect("answers"),
        [""; 0],
        "a new database"
    );
    Migrator::up(store.unaudited(), Some(1))
        .await
        .expect("goes up one step");
    assert_eq!(store.applied_migrations().await.expect("answers").len(), 1);

    let all: Vec<String> = Migrator::migrations()
        .iter()
        .map(|one| one.name().to_owned())
        .collect();
    for _ in 0..2 {
        let services = server::open(&url).await.expect("opens");
        assert_eq!(services.store.applied_migrations().await.expect("answers"), all);
    }
}

/// Each statement is refused with these words; afterwards the tables hold what they held.
async fn refused(store: &Store, because: &str, statements: &[&str]) {
    for sql in statements {
        match run(store, sql).await {
            Ok(rows) => panic!("not refused, {rows} rows: {sql}"),
            Err(error) => {
                let told = error.to_string();
                assert!(
                    told.contains(because),
                    "{sql}: refused for another reason: {told}"
                );
            }
        }
    }
}

async fn refused_on_postgres(store: &Store, because: &str, statements: &[&str]) {
    if store.kind() == Kind::Postgres {
        refused(store, because, statements).await;
    }
}

async fn audit_events_are_never_changed_or_deleted(world: World) {
    let demo = Demo::load(&world).await;
    let store = &demo.services.store;
    let rows = "SELECT hash FROM audit_event ORDER BY seq";
    let before = texts(store, rows).await;
    refused(
        store,
        "audit_event is append only",
        &[
            "UPDATE audit_event SET action = 'nothing' WHERE seq = 1",
            "UPDATE audit_event SET seq = seq + 1000",
            "UPDATE audit_event SET hash = hash",
            "DELETE FROM audit_event WHERE seq = (SELECT MAX(seq) FROM audit_event)",
            "DELETE FROM audit_event",
        ],
    )
    .await;
    refused_on_postgres(
        store,
        "audit_event is append only",
        &["TRUNCATE audit_event CASCADE"],
    )
    .await;
    assert_eq!(texts(store, rows).await, before);
}

async fn an_audit_payload_is_erased_whole_or_left_alone(world: World) {
    let demo = Demo::load(&world).await;
    let store = &demo.services.store;
    refused(
        store,
        "audit_payload may only be erased",
        &[
            "UPDATE audit_payload SET payload = '{}' WHERE seq = 1",
            "UPDATE audit_payload SET payload = payload WHERE seq = 1",
            "UPDATE audit_payload SET salt = 'x', payload = NULL WHERE seq = 1",
            "UPDATE audit_payload SET salt = NULL WHERE seq = 1",
            "UPDATE audit_payload SET payload = NULL WHERE seq = 1",
            "UPDATE audit_payload SET seq = -1, salt = NULL, payload = NULL WHERE seq = 1",
            "DELETE FROM audit_payload WHERE seq = 1",
        ],
    )
    .await;
    refused_on_postgres(
        store,
        "audit_payload may only be erased",
        &["TRUNCATE audit_payload"],
    )
    .await;
    must(
        store,
        &["UPDATE audit_payload SET salt = NULL, payload = NULL WHERE seq = 1"],
    )
    .await;
    refused(
        store,
        "audit_payload may only be erased",
        &["UPDATE audit_payload SET salt = 'x', payload = '{}' WHERE seq = 1"],
    )
    .await;
    let erased = "SELECT COUNT(*) FROM audit_payload WHERE payload IS NULL";
    assert_eq!(number(store, erased).await, 1);
}

async fn the_head_of_the_chain_is_one_row_that_only_moves_forward(world: World) {
    let demo = Demo::load(&world).await;
    let store = &demo.services.store;
    let before = number(store, "SELECT seq FROM audit_head").await;
    let changes = [
        "UPDATE audit_head SET seq = seq - 1",
        "UPDATE audit_head SET id = 2",
    ];
    refused(store, "audit_head", &changes).await;
    refused(store, "audit_head", &["DELETE FROM audit_head"]).await;
    refused_on_postgres(store, "audit_head", &["TRUNCATE audit_head"]).await;
    let second = "INSERT INTO audit_head (id, seq, hash) VALUES (2, 0, '')";
    assert!(run(store, second).await.is_err(), "a second head");
    assert_eq!(number(store, "SELECT seq FROM audit_head").await, before);
}

async fn the_content_of_a_decided_report_is_never_changed_or_deleted(world: World) {
    let demo = Demo::load(&world).await;
    let store = &demo.services.store;
    let before = demo.export().await;
    refused(
        store,
        "frozen_report is frozen",
        &[
            "UPDATE frozen_report SET model_json = '{}'",
            "UPDATE frozen_report SET sha256 = sha256",
            "DELETE FROM frozen_report",
        ],
    )
    .await;
    refused_on_postgres(store, "frozen_report is frozen", &["TRUNCATE frozen_report"]).await;
    assert_eq!(demo.export().await, before);
}

async fn a_decided_assessment_is_never_changed_or_deleted(world: World) {
    let demo = Demo::load(&world).await;
    let store = &demo.services.store;
    let before = demo.export().await;
    refused(
        store,
        "assessment is frozen",
        &[
            "UPDATE assessment SET motivation = 'Bättre'",
            "UPDATE assessment SET level = 'full' WHERE subject_kind = 'whole'",
            "UPDATE assessment SET state = 'draft'",
            "UPDATE assessment SET version = version + 1",
        ],
    )
    .await;
    refused(
        store,
        "assessment_text is frozen",
        &[
            "UPDATE assessment_text SET text = 'Bättre'",
            "INSERT INTO assessment_text (assessment_id, ordinal, text) \
             SELECT id, 99, 'Bättre' FROM assessment",
        ],
    )
    .await;
    refused(
        store,
        "assessment_text_group is frozen",
        &[
            "UPDATE assessment_text_group SET ordinal = ordinal + 1",
            "DELETE FROM assessment_text_group",
            "INSERT INTO assessment_text_group (assessment_id, text_ordinal, benefit_group_id, ordinal) \
             SELECT assessment_id, text_ordinal, benefit_group_id, 99 FROM assessment_text_group",
        ],
    )
    .await;
    refused(
        store,
        "assessment_text is frozen",
        &["DELETE FROM assessment_text"],
    )
    .await;
    refused(
        store,
        "assessment is frozen",
        &[
            "DELETE FROM assessment",
            "DELETE FROM assessment WHERE subject_kind = 'whole'",
        ],
    )
    .await;
    for table in ["assessment_text_group", "assessment_text", "assessment"] {
        let truncate = format!("TRUNCATE {table} CASCADE");
        refused_on_postgres(store, "is frozen", &[&truncate]).await;
    }
    assert_eq!(demo.export().await, before);
}

async fn a_decided_report_is_only_published(world: World) {
    // With a delivery added to its scope, which the demo does not need.
    let mut portfolio = portfolio_json();
    let delivery = portfolio["deliveries"][0]["id"].clone();
    portfolio["reports"][0]["added"] = json!([{ "delivery": delivery, "reason": "Källan redovisar den." }]);
    let demo = Demo::load_portfolio(&world, portfolio.to_string().as_bytes()).await;
    let store = &demo.services.store;
    let before = demo.export().await;
    let decided = "WHERE state IN ('decided', 'published')";
    let columns = [
        "title = 'En annan'",
        "from_year = from_year - 1",
        "to_year = to_year + 1",
        "cut_off = '2024-06-30'",
        "registry_number = 'D-1'",
        "decision_on = NULL",
        "decision_decider_title = 'Någon annan'",
        "notes_json = '[]'",
        "presenters_json = '[]'",
        "conflicts_json = '[1]'",
        "assignment_letter = NULL",
        "state = 'draft'",
        "state = 'under_review'",
        // Publishing takes nothing else along.
        "state = 'published', title = 'En annan'",
    ];
    for column in columns {
        refused(
            store,
            "report is frozen",
            &[&format!("UPDATE report SET {column} {decided}")],
        )
        .await;
    }
    refused(
        store,
        "report is frozen",
        &[&format!("DELETE FROM report {decided}")],
    )
    .await;
    refused(
        store,
        "report_chapter is frozen",
        &[
            "UPDATE report_chapter SET text = 'Bättre'",
            "DELETE FROM report_chapter",
        ],
    )
    .await;
    refused(
        store,
        "report_addition is frozen",
        &[
            "UPDATE report_addition SET reason = 'Bättre'",
            "DELETE FROM report_addition",
            "UPDATE report_addition SET report_id = (SELECT id FROM report WHERE state = 'draft')",
            "INSERT INTO report_addition (report_id, delivery_id, ordinal, reason) \
             SELECT r.id, d.id, 99, 'Bättre' FROM report r CROSS JOIN delivery d WHERE r.state = 'decided'",
        ],
    )
    .await;
    assert_eq!(demo.export().await, before);

    must(
        store,
        &["UPDATE report SET state = 'published', version = version + 1 WHERE state = 'decided'"],
    )
    .await;
    for change in ["state = 'decided'", "version = version + 1", "title = 'En annan'"] {
        refused(
            store,
            "report is frozen",
            &[&format!("UPDATE report SET {change} {decided}")],
        )
        .await;
    }
    // What is still open stays open.
    must(
        store,
        &["UPDATE report SET title = 'En annan' WHERE state = 'draft'"],
    )
    .await;
}

async fn what_was_there_before_editors_were_noted_has_its_latest_hand(world: World) {
    let demo = Demo::load(&world).await;
    let store = &demo.services.store;
    let all: Vec<String> = Migrator::migrations()
        .iter()
        .map(|one| one.name().to_owned())
        .collect();
    let at = all.iter().position(|name| name.ends_with("_editors"));
    let steps = u32::try_from(all.len() - at.expect("the migration")).expect("few");
    Migrator::down(store.unaudited(), Some(steps))
        .await
        .expect("goes down");
    // As if each had been written by somebody of its own; all but one, which came by an import.
    must(
        store,
        &[
            "UPDATE statement SET edited_by = id",
            "UPDATE statement SET edited_by = NULL WHERE id = (SELECT id FROM statement ORDER BY id LIMIT 1)",
        ],
    )
    .await;
    let written = number(
        store,
        "SELECT COUNT(*) FROM statement WHERE edited_by IS NOT NULL",
    )
    .await;
    Migrator::up(store.unaudited(), None).await.expect("goes up");
    let filled = "SELECT COUNT(*) FROM statement_editor WHERE account_id = statement_id";
    assert!(written > 70);
    assert_eq!(number(store, filled).await, written);
    for table in ["measurement_editor", "effect_goal_editor"] {
        assert_eq!(number(store, &format!("SELECT COUNT(*) FROM {table}")).await, 0);
    }
}
