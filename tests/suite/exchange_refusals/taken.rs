//! What the forms take, an import takes as well.

use domain::attachment::FILE_MAX;
use domain::role::Role;
use serde_json::json;
use service::exchange::portfolio_import;

use super::{Room, copy, evidence, file, import};
use crate::support::database::{World, on_both};
use crate::support::operator;

on_both!(what_the_forms_take_an_import_takes);

async fn what_the_forms_take_an_import_takes(world: World) {
    let room = Room::new(&world).await;
    let services = room.measured.services();
    let mut d = room.document.clone();
    // A correction, and a statement in the place of another, each alone.
    let approved = room.measurement("2025-01-01");
    let of = d["measurements"][approved]["id"].clone();
    copy(&mut d, "measurements", approved, json!({ "supersedes": of }));
    let said = room.statement_that_is("approved");
    let of = d["statements"][said]["id"].clone();
    copy(&mut d, "statements", said, json!({ "supersedes": of }));
    // Kronor on what the file brings, and on what is still written.
    let draft = room.statement_that_is("draft");
    let grounds = [
        json!({ "statement": d["statements"].as_array().expect("a list").last().expect("one")["id"] }),
        json!({ "statement": d["statements"][draft]["id"] }),
    ];
    let at = room.value_on("statement");
    for (ground, year) in grounds.into_iter().zip([2021, 2022]) {
        let fields = json!({ "from_year": year, "to_year": year, "ground": ground });
        copy(&mut d, "sek_values", at, fields);
    }
    // A draft that is changed, a measure that is worded better, and another definition after the one that holds.
    let open = room.measurement("2025-07-01");
    d["measurements"][open]["comment"] = json!("Uttag i oktober.");
    let measure = &mut d["measures"][room.of(1)];
    measure["name"] = json!("Andel fel");
    measure["definitions"][0]["note"] = json!("Hela landet.");
    let mut next = measure["definitions"][0].clone();
    next["number"] = json!(2);
    next["unit"] = json!("ärenden");
    measure["definitions"].as_array_mut().expect("a list").push(next);
    // The same period by the new definition is another value than by the old one.
    copy(&mut d, "measurements", approved, json!({ "definition": 2 }));
    // A file as large as is taken.
    let mut large = b"%PDF-1.7 ".to_vec();
    large.resize(usize::try_from(FILE_MAX).expect("a size"), b' ');
    let hash = file(&mut d, &large, "application/pdf");
    evidence(&mut d, approved, "stor.pdf", &hash);
    let imported = import(services, &d).await.expect("imports");
    assert_eq!((imported.added, imported.changed), (7, 2));
    let elsewhere = world.services().await;
    let out = room.measured.demo.export().await;
    portfolio_import(&operator(), &elsewhere, &out)
        .await
        .expect("imports");
    let role = room.measured.demo.ctx(Role::Auditor);
    service::overview_view(&role, &elsewhere, None)
        .await
        .expect("may read");
}
