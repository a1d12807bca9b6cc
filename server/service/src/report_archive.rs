//! The archive package of a decided report: what goes into it. How it is packed is the report room's.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, Utc};
use domain::ctx::Ctx;
use domain::id::{MeasureId, MeasurementId, ReportId};
use domain::local_time::day_begins;
use domain::measure::Period;
use domain::measurement::{Measurement, Proof};
use domain::policy::{Operation, decide};
use domain::report::Report;
use domain::report::archive::{PACKAGE_MAX, benefits_of, measure_names_of, resting};
use domain::report_model::ReportModel;
use domain::sek_value::SekGround;
use serde_json::json;
use store::repo::audit_event::{AuditLink, audit_link_first};
use store::repo::frozen_report::{FrozenReport, frozen_report_load};
use store::repo::measure::measure_list_named;
use store::repo::measurement::{MeasurementRecord, measurement_list_named, measurement_list_of_measures};
use store::repo::report::{report_list as reports_load, report_load};
use store::repo::report_rendering::report_rendering_list;
use store::repo::sek_value::sek_value_list_of_benefits;
use store::repo::stored_file::{stored_file_load, stored_file_sizes};
use store::{AuditRecord, ConnectionTrait, Trail};

use crate::error::{Result, ServiceError};
use crate::render::{Format, renderings_complete};
use crate::services::Services;

/// A file of the report, as it was stored with the decision.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ArchivedRendering {
    /// Its format.
    pub format: Format,
    /// SHA-256 of its bytes.
    pub hash: String,
    /// Its bytes in number.
    pub size: u64,
}

/// What a measurement that the report rests on can be checked against.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ArchivedProof {
    /// The measurement.
    pub measurement: MeasurementId,
    /// What was measured.
    pub measure: String,
    /// Over which period.
    pub period: Period,
    /// Where the value was taken from.
    pub source: String,
    /// The link, the registry number or the file.
    pub proof: Proof,
    /// How many bytes the file has; of files alone.
    pub size: Option<u64>,
}

/// All that goes into the archive package of a decided report. The same for as long as nothing in it is another: what
/// came after the decision is no part of it.
#[derive(Clone, Debug)]
pub struct ArchivePackage {
    /// The report as it was decided.
    pub report: Report,
    /// Whose it is.
    pub agency: String,
    /// When it was decided.
    pub decided_at: DateTime<Utc>,
    /// The content that was frozen with the decision, byte by byte as it was hashed.
    pub model_json: String,
    /// Its SHA-256.
    pub model_sha256: String,
    /// The link of the audit chain by which the content was frozen.
    pub audit: Option<AuditLink>,
    /// The files, in the order in which people look for them.
    pub renderings: Vec<ArchivedRendering>,
    /// What it rests on, by measure and period.
    pub proofs: Vec<ArchivedProof>,
}

impl ArchivePackage {
    /// The hashes of all files that are stored for it.
    fn hashes(&self) -> impl Iterator<Item = &str> {
        let renderings = self.renderings.iter().map(|one| one.hash.as_str());
        renderings.chain(self.proofs.iter().filter_map(|one| one.proof.hash.as_deref()))
    }

    /// Bytes of all files together, each counted once.
    pub fn size(&self) -> u64 {
        let renderings = self.renderings.iter().map(|one| (one.hash.as_str(), one.size));
        let proofs = self
            .proofs
            .iter()
            .filter_map(|one| Some((one.proof.hash.as_deref()?, one.size?)));
        let once: BTreeMap<&str, u64> = renderings.chain(proofs).collect();
        let model = u64::try_from(self.model_json.len()).unwrap_or(u64::MAX);
        once.values().fold(model, |sum, size| sum.saturating_add(*size))
    }
}

/// What becomes of a wish for a package.
#[derive(Clone, Debug)]
pub enum Archived {
    /// Here it is.
    Package(Box<ArchivePackage>),
    /// Its files have this many bytes together: more than a package holds.
    TooLarge(u64),
}

/// The package of a report; that it was taken leaves its trace. Its files are read one by one by [`report_archive_file`].
///
/// # Errors
/// Not found where the actor may not know of the report; where it is not decided there is nothing to archive.
pub async fn report_archive(ctx: &Ctx, services: &Services, id: ReportId) -> Result<Archived> {
    decide(ctx, Operation::ReportArchive, None)?;
    let found = report_load(ctx, services.store.reader(), id).await?;
    packed(ctx, services, found.ok_or(ServiceError::NotFound)?.value).await
}

/// The package of the report whose last year this is.
///
/// # Errors
/// As for one that is named.
pub async fn report_archive_of_year(ctx: &Ctx, services: &Services, to_year: i32) -> Result<Archived> {
    decide(ctx, Operation::ReportArchive, None)?;
    let all = reports_load(ctx, services.store.reader()).await?;
    let of_year = all
        .into_iter()
        .map(|found| found.value)
        .filter(|report| report.to_year == to_year);
    let newest = of_year.max_by_key(|report| (report.from_year, report.id));
    packed(ctx, services, newest.ok_or(ServiceError::NotFound)?).await
}

async fn packed(ctx: &Ctx, services: &Services, report: Report) -> Result<Archived> {
    if !report.state.is_decided() {
        return Err(ServiceError::State("only a decided report is archived"));
    }
    // One that came decided from elsewhere has its files made by the first who asks for them.
    renderings_complete(ctx, services, &report).await?;
    let package = gathered(ctx, services, &report).await?;
    let size = package.size();
    if size > PACKAGE_MAX {
        return Ok(Archived::TooLarge(size));
    }
    let told = json!({
        "format": "zip",
        "files": package.hashes().collect::<BTreeSet<_>>().len(),
    });
    let record = AuditRecord::new("report.archive", "report", report.id).after(&told)?;
    let txn = services.store.write_txn(ctx).await?;
    txn.commit(Trail::one(record)).await?;
    Ok(Archived::Package(Box::new(package)))
}

async fn gathered(ctx: &Ctx, services: &Services, report: &Report) -> Result<ArchivePackage> {
    let db = services.store.snapshot().await?;
    let frozen = frozen_report_load(ctx, &db, report.id).await?;
    let frozen = frozen.ok_or(ServiceError::NotFound)?;
    let model: ReportModel = serde_json::from_str(&frozen.model_json)?;
    let audit = audit_link_first(ctx, &db, "report.freeze", ("report", &report.id.to_string())).await?;
    let proofs = proofs(ctx, &db, &model, &frozen).await?;
    Ok(ArchivePackage {
        decided_at: decided_at(&model.report, &frozen),
        agency: model.agency.name,
        renderings: renderings(ctx, &db, report.id).await?,
        report: model.report,
        model_json: frozen.model_json,
        model_sha256: frozen.sha256,
        audit,
        proofs,
    })
}

/// The moment of the decision; of one that was made before it came here, the beginning of its day.
fn decided_at(report: &Report, frozen: &FrozenReport) -> DateTime<Utc> {
    let decision = report.decision.as_ref();
    decision.map_or(frozen.frozen_at, |made| {
        made.record.map_or(day_begins(made.on), |record| record.at)
    })
}

async fn renderings(ctx: &Ctx, db: &impl ConnectionTrait, id: ReportId) -> Result<Vec<ArchivedRendering>> {
    let stored = report_rendering_list(ctx, db, id).await?;
    let hashes: Vec<&str> = stored.iter().map(|one| one.hash.as_str()).collect();
    let sizes = stored_file_sizes(ctx, db, &hashes).await?;
    let found = Format::ALL.into_iter().filter_map(|format| {
        let one = stored.iter().find(|one| one.format == format.code())?;
        Some(ArchivedRendering {
            format,
            hash: one.hash.clone(),
            size: *sizes.get(&one.hash)?,
        })
    });
    Ok(found.collect())
}

/// What the measurements can be checked against that the report rests on: those of its effect goals, and those that
/// its values in kronor hang on.
async fn proofs(
    ctx: &Ctx,
    db: &impl ConnectionTrait,
    model: &ReportModel,
    frozen: &FrozenReport,
) -> Result<Vec<ArchivedProof>> {
    let measures: Vec<MeasureId> = measure_names_of(model).into_keys().collect();
    let benefits: Vec<_> = benefits_of(model).into_iter().collect();
    let values = sek_value_list_of_benefits(ctx, db, &benefits).await?;
    let grounds: BTreeSet<MeasurementId> = values
        .iter()
        .filter_map(|one| match one.value.ground {
            SekGround::Measurement(id) => Some(id),
            SekGround::Statement(_) => None,
        })
        .collect();
    let grounds: Vec<MeasurementId> = grounds.into_iter().collect();
    let mut records: BTreeMap<MeasurementId, MeasurementRecord> = BTreeMap::new();
    let followed = measurement_list_of_measures(ctx, db, &measures).await?;
    let valued = measurement_list_named(ctx, db, &grounds).await?;
    for record in followed.into_iter().chain(valued) {
        records.insert(record.measurement.value.id, record);
    }
    let all = records
        .values()
        .map(|record| (&record.measurement.value, record.reviewed_at));
    let resting: Vec<&Measurement> = resting(all, model.report.cut_off, frozen.frozen_at);
    let named: Vec<MeasureId> = resting
        .iter()
        .map(|one| one.measure)
        .collect::<BTreeSet<_>>()
        .into_iter()
        .collect();
    let mut names: BTreeMap<MeasureId, String> = measure_list_named(ctx, db, &named)
        .await?
        .into_iter()
        .map(|found| (found.value.id, found.value.name))
        .collect();
    // A measure is called what it was called when the report was decided.
    names.extend(measure_names_of(model));
    let hashes: Vec<&str> = resting
        .iter()
        .flat_map(|one| one.proofs.iter().filter_map(|proof| proof.hash.as_deref()))
        .collect();
    let sizes = stored_file_sizes(ctx, db, &hashes).await?;
    let mut proofs: Vec<ArchivedProof> = resting
        .iter()
        .flat_map(|one| {
            let measure = names.get(&one.measure).cloned().unwrap_or_default();
            let sizes = &sizes;
            one.proofs.iter().map(move |proof| ArchivedProof {
                measurement: one.id,
                measure: measure.clone(),
                period: one.period,
                source: one.source.clone(),
                size: proof.hash.as_ref().and_then(|hash| sizes.get(hash)).copied(),
                proof: proof.clone(),
            })
        })
        .collect();
    // The order in which a measurement has them stays.
    proofs.sort_by(|a, b| {
        let key = |one: &ArchivedProof| (one.period.first, one.period.last, one.measurement);
        (&a.measure, key(a)).cmp(&(&b.measure, key(b)))
    });
    Ok(proofs)
}

/// A file of a package.
///
/// # Errors
/// Not found where the package has no such file.
pub async fn report_archive_file(
    ctx: &Ctx,
    services: &Services,
    package: &ArchivePackage,
    hash: &str,
) -> Result<Vec<u8>> {
    decide(ctx, Operation::ReportArchive, None)?;
    if !package.hashes().any(|one| one == hash) {
        return Err(ServiceError::NotFound);
    }
    let file = stored_file_load(ctx, services.store.reader(), hash).await?;
    Ok(file.ok_or(ServiceError::NotFound)?.bytes)
}
