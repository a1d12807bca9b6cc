//! Files as evidence of a measurement: added to one that nobody has approved, taken from it again, and handed out.

use domain::attachment::FileKind;
use domain::ctx::Ctx;
use domain::form::{FieldErrors, MeasurementFileForm, MeasurementForm, Problem};
use domain::id::MeasurementId;
use domain::measure::Measure;
use domain::measurement::{Measurement, Proof, ProofKind};
use domain::policy::{Operation, decide};
use store::repo::measurement::{MeasurementRecord, measurement_load, measurement_update};
use store::repo::stored_file::{stored_file_load, stored_file_prune, stored_file_put, stored_file_sizes};
use store::{AuditRecord, ConnectionTrait, Trail};

use crate::error::{Result, ServiceError};
use crate::form_flow::{Answer, Begun, FormState, Sending, draft_or, invalid, was_first};
use crate::kept_note::NOT_FIRST;
use crate::measure::Found;
use crate::services::Services;

/// What a file is called where nothing tells which kind it is.
const UNKNOWN: &str = "application/octet-stream";

/// A file as it came.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SentFile {
    /// Its size, whether or not all of it was read.
    pub size: u64,
    /// What is in it; of a file that is too large no more than its beginning.
    pub bytes: Vec<u8>,
}

/// A file in a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FileItem {
    /// Its name.
    pub name: String,
    /// SHA-256 of what is in it.
    pub hash: String,
    /// Its size in bytes.
    pub size: u64,
}

/// What the page of a measurement's files shows.
#[derive(Clone, Debug)]
pub struct MeasurementFilesView {
    /// The measure.
    pub measure: Measure,
    /// The measurement.
    pub measurement: Measurement,
    /// Its version.
    pub version: i32,
    /// Its files.
    pub files: Vec<FileItem>,
    /// The form that sends one more, and why it came back.
    pub state: FormState<MeasurementFileForm>,
    /// The measurement as its form has it: to be sent in as it is.
    pub sending: FormState<MeasurementForm>,
}

/// A file to be handed out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FoundFile {
    /// The name that it came with.
    pub name: String,
    /// What kind of file it is; of those alone that are taken, whatever an import has said.
    pub media_type: &'static str,
    /// What is in it.
    pub bytes: Vec<u8>,
}

/// A measurement that the actor may write, with its measure.
async fn found(
    ctx: &Ctx,
    db: &impl ConnectionTrait,
    id: MeasurementId,
) -> Result<(MeasurementRecord, Measure)> {
    decide(ctx, Operation::EvidenceWrite, None)?;
    let record = measurement_load(ctx, db, id)
        .await?
        .ok_or(ServiceError::NotFound)?;
    let found = Found::load(ctx, db, record.measurement.value.measure).await?;
    decide(ctx, Operation::EvidenceWrite, Some(&found.belongs()))?;
    Ok((record, found.measure.value))
}

fn files(measurement: &Measurement) -> impl Iterator<Item = (&str, &str)> {
    let files = measurement
        .proofs
        .iter()
        .filter(|one| one.kind == ProofKind::File);
    files.filter_map(|one| Some((one.hash.as_deref()?, one.text.as_str())))
}

/// The files of a measurement that may still be changed, and the form that sends one more.
pub async fn measurement_files(
    ctx: &Ctx,
    services: &Services,
    id: MeasurementId,
    draft_key: Option<&str>,
) -> Result<MeasurementFilesView> {
    decide(ctx, Operation::EvidenceWrite, None)?;
    let db = services.store.reader();
    let (record, measure) = found(ctx, db, id).await?;
    let (measurement, version) = (record.measurement.value, record.measurement.version);
    if !measurement.state.is_open() {
        return Err(ServiceError::State(
            "only a draft or a returned measurement can be changed",
        ));
    }
    let hashes: Vec<&str> = files(&measurement).map(|(hash, _)| hash).collect();
    let sizes = stored_file_sizes(ctx, db, &hashes).await?;
    let files = files(&measurement)
        .map(|(hash, name)| FileItem {
            name: name.to_owned(),
            hash: hash.to_owned(),
            size: sizes.get(hash).copied().unwrap_or_default(),
        })
        .collect();
    let form = MeasurementFileForm {
        id: id.to_string(),
        ..MeasurementFileForm::default()
    };
    Ok(MeasurementFilesView {
        files,
        state: draft_or(ctx, services, draft_key, || Ok(form)).await?,
        sending: FormState::fresh(MeasurementForm::of(&measurement, version))?,
        measure,
        measurement,
        version,
    })
}

/// The page of a measurement's files, with what has just been done there.
fn place(id: MeasurementId, notice: &str) -> String {
    format!("/matningar/{id}/fil?klart={notice}")
}

/// Where somebody is led who comes too late to change a measurement.
fn not_first(measurement: &Measurement) -> String {
    let (measure, id) = (measurement.measure, measurement.id);
    format!("/matt/{measure}?klart={NOT_FIRST}#matning-{id}")
}

/// Adds a file to a measurement that nobody has approved. Whatever else has changed meanwhile stays: a file takes
/// nothing away.
pub async fn measurement_file_add(
    ctx: &Ctx,
    services: &Services,
    form: MeasurementFileForm,
    sent: SentFile,
) -> Result<Answer> {
    decide(ctx, Operation::EvidenceWrite, None)?;
    let id: MeasurementId = form.id.trim().parse().map_err(|_| ServiceError::NotFound)?;
    found(ctx, services.store.reader(), id).await?;
    let kind = match form.parse(sent.size, &sent.bytes) {
        Ok(kind) => kind,
        Err(errors) => return invalid(ctx, services, &form, errors).await,
    };
    let sending = match Sending::begin(ctx, services, &form).await? {
        Begun::New(sending) => sending,
        Begun::Before(answer) => return Ok(answer),
    };
    let (record, _) = found(ctx, &*sending, id).await?;
    let (before, version) = (record.measurement.value, record.measurement.version);
    if !before.state.is_open() {
        return Ok(Answer::Done(not_first(&before)));
    }
    let hash = stored_file_put(ctx, &*sending, &sent.bytes, kind.media_type()).await?;
    if files(&before).any(|(known, _)| known == hash) {
        let mut errors = FieldErrors::default();
        let given = form.file.clone();
        errors.push("file", Problem::Taken { given });
        return sending.invalid(errors).await;
    }
    let mut after = before.clone();
    after.proofs.push(Proof {
        kind: ProofKind::File,
        text: form.file.clone(),
        hash: Some(hash),
    });
    measurement_update(ctx, &*sending, &after, version).await?;
    let record = AuditRecord::new("measurement.file_add", "measurement", id)
        .before(&before)?
        .after(&after)?;
    sending.done(record, place(id, "fil-tillagd")).await
}

/// Takes a file from a measurement that nobody has approved. Answers where to go on.
pub async fn measurement_file_remove(
    ctx: &Ctx,
    services: &Services,
    id: MeasurementId,
    version: i32,
    hash: &str,
) -> Result<String> {
    decide(ctx, Operation::EvidenceWrite, None)?;
    let txn = services.store.write_txn(ctx).await?;
    let (record, _) = found(ctx, &txn, id).await?;
    let before = record.measurement.value;
    if !before.state.is_open() {
        return Ok(not_first(&before));
    }
    let mut after = before.clone();
    after
        .proofs
        .retain(|one| one.kind != ProofKind::File || one.hash.as_deref() != Some(hash));
    // Pressed twice: it is gone already.
    if after == before {
        return Ok(place(id, "fil-borttagen"));
    }
    if !was_first(measurement_update(ctx, &txn, &after, version).await)? {
        return Ok(place(id, NOT_FIRST));
    }
    stored_file_prune(ctx, &txn, &[hash]).await?;
    let record = AuditRecord::new("measurement.file_remove", "measurement", id)
        .before(&before)?
        .after(&after)?;
    txn.commit(Trail::one(record)).await?;
    Ok(place(id, "fil-borttagen"))
}

/// A file that a measurement names, for whoever may read the portfolio.
///
/// # Errors
/// Where the measurement names no such file: what is kept for another is not found here.
pub async fn measurement_file(
    ctx: &Ctx,
    services: &Services,
    id: MeasurementId,
    hash: &str,
) -> Result<FoundFile> {
    decide(ctx, Operation::PortfolioRead, None)?;
    let db = services.store.reader();
    let record = measurement_load(ctx, db, id)
        .await?
        .ok_or(ServiceError::NotFound)?;
    let mut named = files(&record.measurement.value);
    let (_, name) = named
        .find(|(known, _)| *known == hash)
        .ok_or(ServiceError::NotFound)?;
    let file = stored_file_load(ctx, db, hash)
        .await?
        .ok_or(ServiceError::NotFound)?;
    Ok(FoundFile {
        name: name.to_owned(),
        media_type: FileKind::from_media_type(&file.media_type).map_or(UNKNOWN, FileKind::media_type),
        bytes: file.bytes,
    })
}
