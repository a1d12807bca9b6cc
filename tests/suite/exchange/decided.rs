//! A decided report goes along with its content as it was decided, and no import changes it.

use serde_json::{Value, json};
use service::Format;

use super::{NOWHERE, OPERATOR, bytes, changed, import, refused};
use crate::support::database::{World, on_both};
use crate::support::demo::{Demo, export, portfolio};

on_both!(
    a_decided_report_is_never_changed_by_an_import,
    a_decided_report_comes_with_its_stored_content,
);

async fn a_decided_report_is_never_changed_by_an_import(world: World) {
    let demo = Demo::load(&world).await;
    let services = &demo.services;
    let decided = demo.report(2024).await;
    // What it was compiled from changes under it; its own content does not.
    let mut document = changed();
    document["benefits"][0]["description"] = json!("Något annat");
    document["areas"][0]["purpose"] = json!("Något annat");
    document["agency"]["name"] = json!("En annan myndighet");
    import(services, &bytes(&document)).await.expect("imports");
    assert!(
        demo.report(2024).await == decided,
        "the decided report has changed"
    );
    assert_eq!(demo.report_json(2025).await["agency"], "En annan myndighet");

    // An export after that still carries the content as it was decided.
    let elsewhere = world.services().await;
    import(&elsewhere, &export(services).await)
        .await
        .expect("imports");
    let there = service::report_render(&OPERATOR, &elsewhere, 2024, Format::Json)
        .await
        .expect("renders");
    assert!(there == decided, "the decided report has changed on its way");
}

async fn a_decided_report_comes_with_its_stored_content(world: World) {
    let first = world.services().await;
    import(&first, &portfolio()).await.expect("imports");
    let mut document: Value = serde_json::from_slice(&export(&first).await).expect("JSON");
    let frozen = document["frozen_reports"].as_array().expect("a list").clone();
    assert_eq!(frozen.len(), 1);
    // The content of another report, under its own digest, is not this one's.
    let model = frozen[0]["model"].clone();
    let text = model
        .to_string()
        .replace(document["reports"][0]["id"].as_str().expect("an id"), NOWHERE);
    let digest: String = {
        use sha2::{Digest, Sha256};
        Sha256::digest(text.as_bytes())
            .iter()
            .map(|byte| format!("{byte:02x}"))
            .collect()
    };
    document["frozen_reports"][0]["sha256"] = json!(digest);
    document["frozen_reports"][0]["model"] = serde_json::from_str(&text).expect("JSON");
    let second = world.services().await;
    let problems = refused(import(&second, &bytes(&document)).await);
    assert!(
        problems.iter().any(|problem| problem.field == "model"),
        "{problems:?}"
    );
}
