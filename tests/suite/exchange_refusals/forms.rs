//! What the forms refuse: each of it is refused by its row, and the same file without it is taken.

use domain::attachment::FILE_MAX;
use serde_json::{Value, json};
use service::Services;

use super::{Room, copy, evidence, file, import, month, new_id, refused};
use crate::support::database::{World, on_both};

on_both!(what_the_forms_refuse_an_import_refuses_by_its_row);

async fn what_the_forms_refuse_an_import_refuses_by_its_row(world: World) {
    let room = Room::new(&world).await;
    // Here, and where nothing is known of any of it.
    let elsewhere = world.services().await;
    for services in [room.measured.services(), &elsewhere] {
        let changed = || room.document.clone();
        let (approved, draft) = (room.measurement("2025-01-01"), room.measurement("2025-07-01"));
        let share = json!(room.measured.measures[0]);
        let share = room.at("measurements", |one| one["measure"] == share);

        // A period is measured once, whatever state it is in.
        let mut d = changed();
        let place = copy(&mut d, "measurements", approved, json!({ "state": "draft" }));
        refused(services, &d, (&place, "period", "is of 2025-Q1 already")).await;
        let mut d = changed();
        let twin = copy(&mut d, "measurements", approved, json!({ "period": month(1) }));
        let place = copy(&mut d, "measurements", approved, json!({ "period": month(1) }));
        for place in [twin, place] {
            refused(services, &d, (&place, "period", "already")).await;
        }

        // It is corrected once, once it is approved, and by something else.
        let mut d = changed();
        let of = d["measurements"][approved]["id"].clone();
        copy(
            &mut d,
            "measurements",
            approved,
            json!({ "supersedes": of, "state": "draft" }),
        );
        let place = copy(
            &mut d,
            "measurements",
            approved,
            json!({ "supersedes": of, "state": "draft" }),
        );
        refused(services, &d, (&place, "supersedes", "as well")).await;
        let mut d = changed();
        let of = d["measurements"][draft]["id"].clone();
        let place = copy(&mut d, "measurements", draft, json!({ "supersedes": of }));
        refused(services, &d, (&place, "supersedes", "is not approved")).await;
        let mut d = changed();
        let (one, other) = (new_id(), new_id());
        let fields =
            |number, id: &Value, of: &Value| json!({ "period": month(number), "id": id, "supersedes": of });
        let place = copy(&mut d, "measurements", approved, fields(1, &one, &other));
        copy(&mut d, "measurements", approved, fields(2, &other, &one));
        refused(services, &d, (&place, "supersedes", "of itself")).await;
        let said = room.statement_that_is("approved");
        let mut d = changed();
        let of = d["statements"][said]["id"].clone();
        copy(
            &mut d,
            "statements",
            said,
            json!({ "supersedes": of, "state": "draft" }),
        );
        let place = copy(
            &mut d,
            "statements",
            said,
            json!({ "supersedes": of, "state": "draft" }),
        );
        refused(services, &d, (&place, "supersedes", "as well")).await;
        let waits = room.statement_that_is("submitted");
        let mut d = changed();
        let of = d["statements"][waits]["id"].clone();
        let place = copy(&mut d, "statements", waits, json!({ "supersedes": of }));
        refused(services, &d, (&place, "supersedes", "is not approved")).await;

        // A share is of something, and of its kind.
        for below in ["0", "-20"] {
            let mut d = changed();
            let value = json!({ "numerator": "3", "denominator": below });
            let place = copy(
                &mut d,
                "measurements",
                share,
                json!({ "period": month(1), "value": value }),
            );
            refused(services, &d, (&place, "value", "not above nothing")).await;
        }
        let mut d = changed();
        let fields = json!({ "period": month(1), "value": { "value": "15" } });
        let place = copy(&mut d, "measurements", share, fields);
        refused(services, &d, (&place, "value", "numerator and denominator")).await;
        let mut d = changed();
        let fields = json!({ "period": month(1), "value": { "numerator": "3", "denominator": "20" } });
        let place = copy(&mut d, "measurements", approved, fields);
        refused(services, &d, (&place, "value", "which the measure is not")).await;

        // Money.
        let mut d = changed();
        let line = &mut d["calculations"][0]["alternatives"][0]["lines"][0];
        assert_eq!(line["class"], "development");
        line["amounts"][0]["low"] = json!(-1);
        let place = "calculations[0].alternatives[0].lines";
        refused(services, &d, (place, "amounts", "below nothing")).await;
        let mut d = changed();
        d["areas"][0]["budgets"] = json!([{ "from_year": 2023, "to_year": 2023, "amount": -1 }]);
        refused(services, &d, ("areas[0]", "budgets", "below nothing")).await;

        // Claims of one part of a measure are at most all of it.
        let mut d = changed();
        let other = d["benefits"][1]["id"].clone();
        let fields = json!({ "benefit": other, "claim": "0.000001" });
        let place = copy(&mut d, "effect_goals", 0, fields);
        refused(services, &d, (&place, "claim", "100.000001 percent")).await;

        files(services, &room).await;
    }
    // What something takes the place of need not be in the file.
    let mut d = room.document.clone();
    let approved = room.measurement("2025-01-01");
    let of = d["measurements"][approved]["id"].clone();
    let other = json!(room.measured.measures[0]);
    assert_ne!(d["measurements"][approved]["measure"], other);
    let fields = json!({ "measure": other, "period": month(3), "supersedes": of, "state": "draft" });
    copy(&mut d, "measurements", approved, fields);
    let correction = d["measurements"].as_array_mut().and_then(Vec::pop).expect("one");
    d["measurements"] = json!([correction]);
    let place = ("measurements[0]", "supersedes", "of something else");
    refused(room.measured.services(), &d, place).await;
    // Without any of that it goes in.
    import(&elsewhere, &room.document).await.expect("imports");
    let again = import(room.measured.services(), &room.document).await;
    assert!(again.expect("it is what is there").is_nothing());
}

async fn files(services: &Services, room: &Room) {
    let (changed, at) = (|| room.document.clone(), room.measurement("2025-01-01"));
    let new = format!(
        "files[{}]",
        room.document["files"].as_array().expect("a list").len()
    );
    let mut d = changed();
    file(&mut d, b"%PDF-1.7 b", "application/pdf");
    refused(services, &d, (&new, "hash", "names it")).await;
    for (name, bytes, media_type, field, reason) in [
        (
            "sida.html",
            &b"<html>"[..],
            "text/html",
            "base64",
            "no kind that is taken",
        ),
        (
            "sida.pdf",
            b"<html>",
            "application/pdf",
            "base64",
            "no kind that is taken",
        ),
        (
            "bild.svg",
            b"<svg>",
            "image/svg+xml",
            "base64",
            "no kind that is taken",
        ),
        (
            "a.pdf",
            b"%PDF-1.7 b",
            "text/html",
            "media_type",
            "application/pdf",
        ),
    ] {
        let mut d = changed();
        let hash = file(&mut d, bytes, media_type);
        evidence(&mut d, at, name, &hash);
        refused(services, &d, (&new, field, reason)).await;
    }
    let most = usize::try_from(FILE_MAX).expect("a size");
    let mut large = b"%PDF-1.7 ".to_vec();
    large.resize(most + 1, b' ');
    let mut d = changed();
    let hash = file(&mut d, &large, "application/pdf");
    evidence(&mut d, at, "stor.pdf", &hash);
    refused(services, &d, (&new, "base64", "is 20,1 MB")).await;
}
