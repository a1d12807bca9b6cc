//! What is decided is served as it was, byte by byte, and stored so that nothing changes it.

use domain::role::Role;
use service::Format;
use service::exchange::portfolio_import;
use uuid::Uuid;

use super::{decided, files};
use crate::support::database::{World, on_both};
use crate::support::demo::{Demo, export, portfolio};
use crate::support::operator;
use crate::support::program::{program, said};
use crate::support::rows::{must, run};

on_both!(
    what_is_decided_is_served_as_it_was_whatever_happens_after,
    what_is_decided_is_served_as_it_was_after_a_restart,
    the_database_refuses_to_change_what_was_stored,
);

async fn what_is_decided_is_served_as_it_was_whatever_happens_after(world: World) {
    let demo = Demo::load(&world).await;
    let services = &demo.services;
    let id = decided(&demo).await;
    let leadership = demo.ctx(Role::Leadership);
    let then = files(&leadership, services, id).await;
    assert!(then.iter().all(|bytes| !bytes.is_empty()));

    // What the report was made from goes on changing.
    let changes = "UPDATE delivery SET name = name || ' (ny)'";
    must(&services.store, &[changes]).await;
    assert_eq!(files(&leadership, services, id).await, then, "after a change");

    let elsewhere = world.services().await;
    portfolio_import(&operator(), &elsewhere, &export(services).await)
        .await
        .expect("imports");
    assert_eq!(files(&operator(), &elsewhere, id).await, then, "elsewhere");
    let again = portfolio_import(&operator(), &elsewhere, &export(services).await).await;
    assert!(again.expect("imports again").is_nothing());
}

/// What another process than this one serves: the program itself, on the same database.
fn by_the_program(url: &str, format: Format) -> Vec<u8> {
    let file = std::env::temp_dir().join(format!("nytta-{}", Uuid::now_v7().simple()));
    let path = file.display().to_string();
    let words = [
        "report",
        "--to-year",
        "2025",
        "--format",
        format.code(),
        "-o",
        &path,
    ];
    let output = program(url, &words).output().expect("the program starts");
    assert!(output.status.success(), "{}: {}", format.code(), said(&output));
    let bytes = std::fs::read(&file).expect("a file");
    std::fs::remove_file(&file).expect("the file goes");
    bytes
}

async fn what_is_decided_is_served_as_it_was_after_a_restart(world: World) {
    let url = world.empty().await;
    let demo = Demo::load_into(World::open(&url).await, &portfolio()).await;
    let id = decided(&demo).await;
    let then = files(&demo.ctx(Role::Leadership), &demo.services, id).await;
    // All that the server held in memory is gone, and so is its hold on the database.
    drop(demo);
    let again = World::open(&url).await;
    assert_eq!(
        files(&operator(), &again, id).await,
        then,
        "by a server that has just started"
    );
    drop(again);
    for (format, bytes) in Format::ALL.into_iter().zip(&then) {
        assert!(
            by_the_program(&url, format) == *bytes,
            "{} by another process differs",
            format.code()
        );
    }
}

async fn the_database_refuses_to_change_what_was_stored(world: World) {
    let demo = Demo::load(&world).await;
    let services = &demo.services;
    decided(&demo).await;
    for change in [
        "UPDATE report_rendering SET format = 'other'",
        "DELETE FROM report_rendering",
        "UPDATE stored_file_chunk SET ordinal = ordinal + 1",
        "DELETE FROM stored_file_chunk",
        "DELETE FROM stored_file",
        "UPDATE report SET decision_role = 'auditor' WHERE state = 'decided'",
        "UPDATE report_step SET step = 'publish'",
        "DELETE FROM report_step",
        "UPDATE frozen_report SET model_json = '{}'",
        "DELETE FROM frozen_report",
    ] {
        assert!(run(&services.store, change).await.is_err(), "{change}");
    }
}
