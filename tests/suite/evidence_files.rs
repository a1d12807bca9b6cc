//! Files as evidence: kept with a measurement that nobody has approved, and handed out to be saved.

use domain::attachment::FILE_MAX;
use domain::example::Gone;
use domain::form::{MeasurementFileForm, MeasurementForm, Problem};
use domain::id::MeasurementId;
use domain::policy::Refusal;
use domain::role::{Role, Scope};
use serde_json::{Value, json};
use service::{Answer, MeasurementFilesView, MeasurementTarget, SentFile, ServiceError};
use store::repo::part::part_delete;
use store::{AuditRecord, Trail};
use uuid::Uuid;

use crate::support::database::{World, on_both};
use crate::support::demo::somebody;
use crate::support::forms::{done, key, notice};
use crate::support::measured::Measured;
use crate::support::measures;
use crate::support::operator;
use crate::support::rows::{count, texts, things_done};

on_both!(
    a_file_is_kept_handed_out_and_taken_away_again,
    what_is_no_evidence_is_refused_and_said,
    what_is_sent_in_keeps_its_files,
    a_file_that_the_form_leaves_out_is_forgotten,
    a_link_of_an_import_is_an_address,
);

async fn room(world: &World) -> (Measured, MeasurementId) {
    let room = Measured::new(world, &["Felandel"]).await;
    let draft = MeasurementForm {
        action: "file".to_owned(),
        ..measures::measured(room.measures[0], "2025-Q2", "15")
    };
    let place = done(service::measurement_save(&room.manager(), room.services(), draft).await);
    let id = place
        .strip_prefix("/matningar/")
        .and_then(|rest| rest.strip_suffix("/fil"));
    let id = id.expect("on to its files").parse().expect("a measurement");
    (room, id)
}

fn form(id: MeasurementId, name: &str) -> MeasurementFileForm {
    MeasurementFileForm {
        submission: key(),
        id: id.to_string(),
        file: name.to_owned(),
        ..MeasurementFileForm::default()
    }
}

fn sent(bytes: &[u8]) -> SentFile {
    SentFile {
        size: u64::try_from(bytes.len()).expect("a size"),
        bytes: bytes.to_vec(),
    }
}

async fn add(room: &Measured, form: MeasurementFileForm, file: SentFile) -> service::Result<Answer> {
    service::measurement_file_add(&room.manager(), room.services(), form, file).await
}

async fn shown(room: &Measured, id: MeasurementId) -> MeasurementFilesView {
    service::measurement_files(&room.manager(), room.services(), id, None)
        .await
        .expect("may write")
}

async fn a_file_is_kept_handed_out_and_taken_away_again(world: World) {
    let (room, id) = room(&world).await;
    let store = &room.services().store;
    let once = form(id, "mätning.pdf");
    let place = done(add(&room, once.clone(), sent(b"%PDF-1.7 a")).await);
    assert_eq!(place, format!("/matningar/{id}/fil?klart=fil-tillagd"));
    // Sent twice it is one; with the same in it under another name it is told.
    assert_eq!(done(add(&room, once, sent(b"%PDF-1.7 a")).await), place);
    let again = add(&room, form(id, "kopia.pdf"), sent(b"%PDF-1.7 a")).await;
    let Ok(Answer::Again(draft)) = again else {
        panic!("the same file twice: {again:?}")
    };
    let view = service::measurement_files(&room.manager(), room.services(), id, Some(&draft)).await;
    let given = "kopia.pdf".to_owned();
    let errors = view.expect("may write").state.errors();
    assert_eq!(errors.of("file"), Some(&Problem::Taken { given }));
    done(add(&room, form(id, "brev.eml"), sent(b"From: a@b.se\r\n\r\nHej")).await);

    let view = shown(&room, id).await;
    let names: Vec<(&str, u64)> = view
        .files
        .iter()
        .map(|file| (file.name.as_str(), file.size))
        .collect();
    assert_eq!(names, [("mätning.pdf", 10), ("brev.eml", 19)]);
    assert_eq!(count(store, "stored_file").await, 2);

    // Whoever reads the portfolio may save it; a hash alone, or with another measurement, leads nowhere.
    let leadership = room.demo.ctx(Role::Leadership);
    let hash = view.files[0].hash.clone();
    let found = service::measurement_file(&leadership, room.services(), id, &hash).await;
    let found = found.expect("may read");
    assert_eq!(found.name, "mätning.pdf");
    assert_eq!(
        (found.media_type, &found.bytes[..]),
        ("application/pdf", &b"%PDF-1.7 a"[..])
    );
    let other = room.approved(room.measures[0], "2025-Q1", "30").await;
    for elsewhere in [other, MeasurementId(Uuid::now_v7())] {
        let found = service::measurement_file(&leadership, room.services(), elsewhere, &hash).await;
        assert!(matches!(found, Err(ServiceError::NotFound)), "{found:?}");
    }

    // Taken away it is forgotten, unless something else names it.
    let manager = room.manager();
    let version = view.version;
    let gone = service::measurement_file_remove(&manager, room.services(), id, version - 1, &hash).await;
    assert_eq!(notice(&gone), "hann-fore");
    let gone = service::measurement_file_remove(&manager, room.services(), id, version, &hash).await;
    assert_eq!(notice(&gone), "fil-borttagen");
    let gone = service::measurement_file_remove(&manager, room.services(), id, version, &hash).await;
    assert_eq!(notice(&gone), "fil-borttagen", "twice is once");
    assert_eq!(count(store, "stored_file").await, 1);
    assert_eq!(count(store, "stored_file_chunk").await, 1);
    let found = service::measurement_file(&leadership, room.services(), id, &hash).await;
    assert!(matches!(found, Err(ServiceError::NotFound)), "{found:?}");
    let query = format!("SELECT action FROM audit_event WHERE subject_id = '{id}' ORDER BY seq");
    let traces = ["draft", "file_add", "file_add", "file_remove"].map(|done| format!("measurement.{done}"));
    assert_eq!(texts(store, &query).await, traces);

    // Whatever takes the measurement away forgets what nothing else names.
    let txn = store.write_txn(&manager).await.expect("begins");
    let going = Gone {
        measurements: vec![id.0],
        ..Gone::default()
    };
    part_delete(&manager, &txn, &going).await.expect("goes");
    let record = AuditRecord::new("example.remove", "portfolio", "1");
    txn.commit(Trail::one(record)).await.expect("commits");
    assert_eq!(count(store, "stored_file").await, 0);
    assert_eq!(count(store, "stored_file_chunk").await, 0);
}

async fn what_is_no_evidence_is_refused_and_said(world: World) {
    let (room, id) = room(&world).await;
    let before = things_done(&room.services().store).await;
    let large = SentFile {
        size: FILE_MAX + 1,
        bytes: Vec::new(),
    };
    let given = |given: &str| given.to_owned();
    for (name, file, problem) in [
        ("", SentFile::default(), Problem::Required),
        ("tom.txt", SentFile::default(), Problem::FindsNothing),
        (
            "sida.html",
            sent(b"<html>"),
            Problem::UnknownChoice {
                given: given("sida.html"),
            },
        ),
        (
            "bild.svg",
            sent(b"<svg>"),
            Problem::UnknownChoice {
                given: given("bild.svg"),
            },
        ),
        (
            "sida.pdf",
            sent(b"<html>"),
            Problem::UnknownChoice {
                given: given("sida.pdf"),
            },
        ),
        (
            "stor.pdf",
            large,
            Problem::OutOfRange {
                given: given("20,1"),
                min: given("0"),
                max: given("20,0"),
            },
        ),
    ] {
        let answer = add(&room, form(id, name), file).await;
        let Ok(Answer::Again(draft)) = answer else {
            panic!("{name}: {answer:?}")
        };
        let view = service::measurement_files(&room.manager(), room.services(), id, Some(&draft)).await;
        assert_eq!(
            view.expect("may write").state.errors().of("file"),
            Some(&problem),
            "{name}"
        );
    }
    // Somebody who answers for something else is not told of files either.
    let elsewhere = somebody(Role::BenefitOwner, Scope::Units(vec![Uuid::now_v7().into()]));
    let answer =
        service::measurement_file_add(&elsewhere, room.services(), form(id, "a.pdf"), sent(b"%PDF-1")).await;
    assert!(
        matches!(answer, Err(ServiceError::Refused(Refusal::OutOfScope))),
        "{answer:?}"
    );
    assert_eq!(
        things_done(&room.services().store).await,
        before,
        "nothing was done"
    );
    assert_eq!(count(&room.services().store, "stored_file").await, 0);
}

async fn what_is_sent_in_keeps_its_files(world: World) {
    let (room, id) = room(&world).await;
    let measure = room.measures[0];
    done(add(&room, form(id, "a.pdf"), sent(b"%PDF-1.7 a")).await);
    // Sent in from the page of files, as it stands there.
    let view = shown(&room, id).await;
    let submit = MeasurementForm {
        action: "submit".to_owned(),
        ..view.sending.form.clone()
    };
    done(service::measurement_save(&room.manager(), room.services(), submit).await);
    let hash = &view.files[0].hash;
    let late = add(&room, form(id, "b.pdf"), sent(b"%PDF-1.7 b")).await;
    assert!(done(late).contains("hann-fore"));
    let late = service::measurement_file_remove(&room.manager(), room.services(), id, 3, hash).await;
    assert_eq!(notice(&late), "hann-fore");
    let seen = service::measurement_files(&room.manager(), room.services(), id, None).await;
    assert!(matches!(seen, Err(ServiceError::State(_))), "{seen:?}");
    let items = room.items(&room.reviewer(), measure).await;
    assert_eq!(items[0].measurement.proofs.len(), 1);
    assert!(
        matches!(items[0].review, Some(Ok(()))),
        "the reviewer has not written it"
    );
    assert_eq!(count(&room.services().store, "stored_file").await, 1);
}

async fn a_file_that_the_form_leaves_out_is_forgotten(world: World) {
    let (room, id) = room(&world).await;
    done(add(&room, form(id, "a.pdf"), sent(b"%PDF-1.7 a")).await);
    let target = MeasurementTarget::Existing(id);
    let view = service::measurement_form(&room.manager(), room.services(), target, None).await;
    let mut typed = view.expect("may write").state.form;
    assert_eq!(typed.proof_text, ["a.pdf"]);
    typed.proof_text = vec![String::new()];
    typed.submission = key();
    done(service::measurement_save(&room.manager(), room.services(), typed).await);
    assert_eq!(count(&room.services().store, "stored_file").await, 0);
}

async fn a_link_of_an_import_is_an_address(world: World) {
    let (room, _) = room(&world).await;
    let mut portfolio: Value = serde_json::from_slice(&room.demo.export().await).expect("JSON");
    let elsewhere = world.services().await;
    for (text, taken) in [
        ("javascript:alert(1)", false),
        ("https://exempel.se/a b", false),
        ("https://exempel.se/a", true),
    ] {
        portfolio["measurements"][0]["proofs"] = json!([{ "kind": "link", "text": text }]);
        let file = portfolio.to_string().into_bytes();
        match service::exchange::portfolio_import(&operator(), &elsewhere, &file).await {
            Ok(_) => assert!(taken, "{text} was taken"),
            Err(ServiceError::Import(told)) => {
                let [problem] = &told.0[..] else {
                    panic!("one thing is wrong: {told:?}")
                };
                assert_eq!(problem.place, "measurements[0].proofs");
                assert_eq!((problem.field.as_str(), taken), ("text", false));
            }
            Err(other) => panic!("{text}: {other:?}"),
        }
    }
}
