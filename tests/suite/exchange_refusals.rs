//! What the forms refuse of calculations, measures, measurements, statements and kronor, an import refuses too: by the
//! row's place, with nothing of the file taken in.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use domain::attachment::FILE_MAX;
use domain::form::{MeasurementFileForm, MeasurementForm, SekValueForm, StatementForm};
use domain::id::{BenefitId, InitiativeId, MeasurementId, StatementId};
use domain::role::Role;
use domain::sek_value::SekGround;
use serde_json::{Value, json};
use service::exchange::{ImportProblem, Imported, portfolio_import};
use service::{MeasurementTarget, SekValueTarget, SentFile, ServiceError, Services, StatementTarget};
use sha2::{Digest, Sha256};
use uuid::Uuid;

use crate::support::calculations;
use crate::support::database::{World, on_both};
use crate::support::demo::portfolio_json;
use crate::support::forms::{after, done, key};
use crate::support::measured::Measured;
use crate::support::measures;
use crate::support::operator;
use crate::support::rows::things_done;

on_both!(
    what_the_forms_refuse_an_import_refuses_by_its_row,
    what_is_approved_here_is_not_changed_by_an_import,
    what_the_forms_take_an_import_takes,
);

fn id(entity: &Value) -> Uuid {
    entity.as_str().expect("an id").parse().expect("an id")
}

fn new_id() -> Value {
    json!(Uuid::now_v7())
}

/// The demo with a share and a count that are followed, something measured of each, a file, kronor on a statement and on
/// a measurement, and a calculation.
struct Room {
    measured: Measured,
    /// As it stands in the database.
    document: Value,
    initiative: InitiativeId,
    benefit: BenefitId,
}

impl Room {
    async fn new(world: &World) -> Self {
        let measured = Measured::new(world, &["Andel avslag", "Felandel"]).await;
        let benefit = &portfolio_json()["benefits"][0];
        let mut room = Self {
            measured,
            document: Value::Null,
            initiative: id(&benefit["initiative"]).into(),
            benefit: id(&benefit["id"]).into(),
        };
        let (manager, reviewer) = (room.measured.manager(), room.measured.reviewer());
        let services = room.measured.services();
        let [ratio, plain] = room.measured.measures[..] else {
            panic!("two measures")
        };
        room.measured.approved(plain, "2025-Q1", "30").await;
        let share = MeasurementForm {
            denominator: "20".to_owned(),
            ..measures::measured(ratio, "2025-Q1", "3")
        };
        let share = measures::logged(&manager, services, share).await;
        service::measurement_review(&reviewer, services, share, 1, true, "")
            .await
            .expect("may approve");
        // Approved with a file and with kronor.
        let valued = room.draft("2025-Q2").await;
        let form = MeasurementFileForm {
            submission: key(),
            id: valued.to_string(),
            file: "uttag.pdf".to_owned(),
            ..MeasurementFileForm::default()
        };
        let sent = SentFile {
            size: 10,
            bytes: b"%PDF-1.7 a".to_vec(),
        };
        done(service::measurement_file_add(&manager, services, form, sent).await);
        room.worth(SekGround::Measurement(valued), 2024).await;
        let target = MeasurementTarget::Existing(valued);
        let view = service::measurement_form(&manager, services, target, None).await;
        let form = MeasurementForm {
            submission: key(),
            action: "submit".to_owned(),
            ..view.expect("may log").state.form
        };
        measures::logged(&manager, services, form).await;
        let items = room.measured.items(&reviewer, plain).await;
        let version = items[0].version;
        service::measurement_review(&reviewer, services, valued, version, true, "")
            .await
            .expect("may approve");
        // One that is still a draft, one that waits.
        room.draft("2025-Q3").await;
        measures::logged(&manager, services, measures::measured(plain, "2024-Q4", "31")).await;
        let said = room.statement("draft").await;
        room.worth(SekGround::Statement(said), 2023).await;
        let target = StatementTarget::Existing(said);
        let view = service::statement_form(&manager, services, room.initiative, target, None).await;
        let form = StatementForm {
            submission: key(),
            action: "submit".to_owned(),
            ..view.expect("may state").state.form
        };
        done(service::statement_save(&manager, services, form).await);
        service::statement_review(&reviewer, services, said, 3, true, "")
            .await
            .expect("may approve");
        room.statement("draft").await;
        room.statement("submit").await;
        calculations::sent(&manager, services, room.initiative, room.benefit).await;
        let document = serde_json::from_slice(&room.measured.demo.export().await);
        room.document = document.expect("JSON");
        room
    }

    async fn draft(&self, period: &str) -> MeasurementId {
        let form = MeasurementForm {
            action: String::new(),
            ..measures::measured(self.measured.measures[1], period, "15")
        };
        measures::logged(&self.measured.manager(), self.measured.services(), form).await
    }

    async fn statement(&self, action: &str) -> StatementId {
        let (manager, services) = (self.measured.manager(), self.measured.services());
        let target = StatementTarget::New {
            delivery: None,
            benefit: Some(self.benefit),
        };
        let view = service::statement_form(&manager, services, self.initiative, target, None).await;
        let form = StatementForm {
            submission: key(),
            benefits: vec![self.benefit.to_string()],
            text: "Det blev billigare.".to_owned(),
            as_of: "2024-12-31".to_owned(),
            finding: "confirmed".to_owned(),
            action: action.to_owned(),
            ..view.expect("may state").state.form
        };
        let place = done(service::statement_save(&manager, services, form).await);
        after(&place, "#konstaterad-").parse().expect("a statement")
    }

    async fn worth(&self, ground: SekGround, year: i32) {
        let (manager, services) = (self.measured.manager(), self.measured.services());
        let target = SekValueTarget::New(self.benefit, Some(ground));
        let view = service::sek_value_form(&manager, services, target, None).await;
        let form = SekValueForm {
            submission: key(),
            amount: "1 250".to_owned(),
            frequency: "one_off".to_owned(),
            from_year: year.to_string(),
            class: "financial".to_owned(),
            kind: "outcome".to_owned(),
            ..view.expect("may").state.form
        };
        done(service::sek_value_save(&manager, services, form).await);
    }

    /// Where a thing stands in its list.
    fn at(&self, list: &str, fits: impl Fn(&Value) -> bool) -> usize {
        let mut all = self.document[list].as_array().expect("a list").iter();
        all.position(fits).unwrap_or_else(|| panic!("none of {list}"))
    }

    fn measurement(&self, period: &str) -> usize {
        let plain = json!(self.measured.measures[1]);
        self.at("measurements", |one| {
            one["measure"] == plain && one["period"]["first"] == period
        })
    }

    fn value_on(&self, ground: &str) -> usize {
        self.at("sek_values", |one| one["ground"].get(ground).is_some())
    }

    fn statement_that_is(&self, state: &str) -> usize {
        self.at("statements", |one| {
            one["state"] == state && one["imported"] == json!(false)
        })
    }

    fn of(&self, measure: usize) -> usize {
        let id = json!(self.measured.measures[measure]);
        self.at("measures", |one| one["id"] == id)
    }
}

async fn import(services: &Services, document: &Value) -> Result<Imported, ServiceError> {
    portfolio_import(&operator(), services, document.to_string().as_bytes()).await
}

/// A copy of a row at the end of its list, under a new name and with some fields as given; gives its place.
fn copy(document: &mut Value, list: &str, at: usize, fields: Value) -> String {
    let mut entity = document[list][at].clone();
    entity["id"] = new_id();
    for (name, value) in fields.as_object().expect("fields") {
        entity[name] = value.clone();
    }
    let all = document[list].as_array_mut().expect("a list");
    all.push(entity);
    format!("{list}[{}]", all.len() - 1)
}

/// Days of a month in which nothing has been measured.
fn month(number: u32) -> Value {
    json!({ "first": format!("2023-{number:02}-01"), "last": format!("2023-{number:02}-28") })
}

/// A file beside those that are there; gives its hash.
fn file(document: &mut Value, bytes: &[u8], media_type: &str) -> String {
    let hash: String = Sha256::digest(bytes)
        .iter()
        .map(|byte| format!("{byte:02x}"))
        .collect();
    let file = json!({ "hash": hash, "media_type": media_type, "base64": STANDARD.encode(bytes) });
    document["files"].as_array_mut().expect("a list").push(file);
    hash
}

/// A measurement more, with a file as evidence.
fn evidence(document: &mut Value, at: usize, name: &str, hash: &str) {
    let proofs = json!([{ "kind": "file", "text": name, "hash": hash }]);
    copy(
        document,
        "measurements",
        at,
        json!({ "period": month(9), "proofs": proofs, "state": "draft" }),
    );
}

/// It is refused, and told so at this place and field for this reason; nothing of it is taken in.
async fn refused(services: &Services, document: &Value, (place, field, reason): (&str, &str, &str)) {
    let events = things_done(&services.store).await;
    let problems: Vec<ImportProblem> = match import(services, document).await {
        Err(ServiceError::Import(error)) => error.0,
        Err(other) => panic!("{place}: refused without naming the row: {other:?}"),
        Ok(imported) => panic!("{place}.{field} was imported: {imported:?}"),
    };
    let told = problems
        .iter()
        .any(|one| one.place == place && one.field == field && one.reason.contains(reason));
    assert!(told, "{place}.{field}, {reason}: said {problems:?}");
    assert_eq!(
        things_done(&services.store).await,
        events,
        "{place}: something was done"
    );
}

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

async fn what_is_approved_here_is_not_changed_by_an_import(world: World) {
    let room = Room::new(&world).await;
    let services = room.measured.services();
    let changed = || room.document.clone();
    let approved = "is approved";

    let said = room.statement_that_is("approved");
    for (field, value) in [
        ("text", json!("Något annat.")),
        ("finding", json!({ "value": "none" })),
        ("state", json!("draft")),
    ] {
        let mut d = changed();
        d["statements"][said][field] = value;
        refused(services, &d, (&format!("statements[{said}]"), "", approved)).await;
    }
    let measured = room.measurement("2025-01-01");
    let mut d = changed();
    d["measurements"][measured]["comment"] = json!("Något annat.");
    refused(services, &d, (&format!("measurements[{measured}]"), "", approved)).await;

    for ground in ["statement", "measurement"] {
        let at = room.value_on(ground);
        let mut d = changed();
        d["sek_values"][at]["amount"] = json!(1);
        refused(services, &d, (&format!("sek_values[{at}]"), "ground", approved)).await;
        let mut d = changed();
        let fields = json!({ "from_year": 2022, "to_year": 2022 });
        let place = copy(&mut d, "sek_values", at, fields);
        refused(services, &d, (&place, "ground", approved)).await;
        // Nor is it moved away from there.
        let draft = room.statement_that_is("draft");
        let mut d = changed();
        d["sek_values"][at]["ground"] = json!({ "statement": d["statements"][draft]["id"] });
        refused(services, &d, (&format!("sek_values[{at}]"), "ground", approved)).await;
    }
    // What waits for approval has been read by whoever is to give it.
    let waits = room.statement_that_is("submitted");
    let mut d = changed();
    let ground = json!({ "statement": d["statements"][waits]["id"] });
    let at = room.value_on("statement");
    let fields = json!({ "from_year": 2022, "to_year": 2022, "ground": ground });
    let place = copy(&mut d, "sek_values", at, fields);
    refused(services, &d, (&place, "ground", "waits for approval")).await;

    // Nor does what was measured get another meaning.
    for (field, value) in [
        ("unit", json!("ärenden")),
        ("direction", json!("not_stated")),
        ("aggregation", json!("sum")),
        ("per", json!(1_000)),
    ] {
        let at = room.of(1);
        let mut d = changed();
        d["measures"][at]["definitions"][0][field] = value;
        let place = format!("measures[{at}]");
        refused(services, &d, (&place, "definitions", "rest on definition 1")).await;
    }
}

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
