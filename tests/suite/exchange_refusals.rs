//! What the forms refuse of calculations, measures, measurements, statements and kronor, an import refuses too: by the
//! row's place, with nothing of the file taken in.

mod approved;
mod forms;
mod taken;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use domain::form::{MeasurementFileForm, MeasurementForm, SekValueForm, StatementForm};
use domain::id::{BenefitId, InitiativeId, MeasurementId, StatementId};
use domain::sek_value::SekGround;
use serde_json::{Value, json};
use service::exchange::{ImportProblem, Imported, portfolio_import};
use service::{MeasurementTarget, SekValueTarget, SentFile, ServiceError, Services, StatementTarget};
use sha2::{Digest, Sha256};
use uuid::Uuid;

use crate::support::calculations;
use crate::support::database::World;
use crate::support::demo::portfolio_json;
use crate::support::forms::{after, done, key};
use crate::support::measured::Measured;
use crate::support::measures;
use crate::support::operator;
use crate::support::rows::things_done;

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
