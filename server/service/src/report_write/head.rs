use domain::area::AreaSet;
use domain::ctx::Ctx;
use domain::form::{FieldErrors, Form, NewReport, Problem, ReportForm};
use domain::id::{GradingSchemeId, ReportId};
use domain::policy::{Operation, decide};
use domain::report::{Chapter, Report, ReportState};
use store::repo::area_set::area_set_list;
use store::repo::grading_scheme::grading_scheme_newest;
use store::repo::report::{report_insert, report_list, report_update};
use store::{AuditRecord, ConnectionTrait, Versioned};

use super::open;
use crate::error::{Result, ServiceError};
use crate::form_flow::{Answer, Begun, FormState, Sending, check_there, draft_or, invalid, was_first};
use crate::id::new_id;
use crate::services::Services;

/// What the form of a report shows.
#[derive(Clone, Debug)]
pub struct ReportFormView {
    /// Sets of areas to choose from, the newest first.
    pub sets: Vec<AreaSet>,
    /// The fields, and why they came back.
    pub state: FormState<ReportForm>,
}

/// The form of a report: new, one that is open, or what was typed before.
pub async fn report_form(
    ctx: &Ctx,
    services: &Services,
    id: Option<ReportId>,
    draft_key: Option<&str>,
) -> Result<ReportFormView> {
    decide(ctx, Operation::ReportWrite, None)?;
    let db = services.store.reader();
    let mut sets: Vec<AreaSet> = area_set_list(ctx, db)
        .await?
        .into_iter()
        .map(|found| found.value)
        .collect();
    sets.sort_by_key(|set| std::cmp::Reverse((set.valid_from, set.id)));
    let stored = match id {
        Some(id) => {
            let found = open(ctx, db, id).await?;
            ReportForm::of(&found.value, found.version)
        }
        None => after_the_latest(&report_list(ctx, db).await?, &sets),
    };
    let state = draft_or(ctx, services, draft_key, || Ok(stored)).await?;
    Ok(ReportFormView { sets, state })
}

/// A new report is likely about the year after the latest one's, over as many years, by the newest set.
fn after_the_latest(reports: &[Versioned<Report>], sets: &[AreaSet]) -> ReportForm {
    let latest = reports
        .iter()
        .map(|found| &found.value)
        .max_by_key(|report| report.to_year);
    let year = |year: Option<i32>| year.map(|year| year.to_string()).unwrap_or_default();
    ReportForm {
        title: latest.map(|report| report.title.clone()).unwrap_or_default(),
        from_year: year(latest.and_then(|report| report.from_year.checked_add(1))),
        to_year: year(latest.and_then(|report| report.to_year.checked_add(1))),
        area_set: sets.first().map(|set| set.id.to_string()).unwrap_or_default(),
        presenters: latest
            .map(|report| report.presenters.join("\n"))
            .unwrap_or_default(),
        ..ReportForm::default()
    }
}

/// Begins a report, or changes what an open one is.
pub async fn report_save(ctx: &Ctx, services: &Services, form: ReportForm) -> Result<Answer> {
    decide(ctx, Operation::ReportWrite, None)?;
    let new = match form.parse() {
        Ok(new) => new,
        Err(errors) => return invalid(ctx, services, &form, errors).await,
    };
    let sending = match Sending::begin(ctx, services, &form).await? {
        Begun::New(sending) => sending,
        Begun::Before(answer) => return Ok(answer),
    };
    let before = match form.id() {
        "" => None,
        id => {
            let id: ReportId = id.parse().map_err(|_| ServiceError::NotFound)?;
            Some(open(ctx, &*sending, id).await?)
        }
    };
    let errors = problems(ctx, &*sending, before.as_ref().map(|found| found.value.id), &new).await?;
    if !errors.is_empty() {
        return sending.invalid(errors).await;
    }
    let (report, record) = match &before {
        None => {
            let newest = grading_scheme_newest(ctx, &*sending).await?;
            let newest = newest.ok_or(ServiceError::State("set up the agency first"))?;
            let latest = report_list(ctx, &*sending)
                .await?
                .into_iter()
                .map(|found| found.value);
            let latest = latest
                .filter(|one| one.to_year < new.to_year)
                .max_by_key(|one| one.to_year);
            let report = begun(ctx, new, newest.value.id, latest.as_ref());
            report_insert(ctx, &*sending, &report).await?;
            let record = AuditRecord::new("report.add", "report", report.id).after(&report)?;
            (report, record)
        }
        Some(found) => {
            let report = changed(&found.value, new);
            if !was_first(report_update(ctx, &*sending, &report, form.version()).await)? {
                return sending.stale(ReportForm::of(&found.value, found.version)).await;
            }
            let record = AuditRecord::new("report.change", "report", report.id)
                .before(&found.value)?
                .after(&report)?;
            (report, record)
        }
    };
    let goto = format!("/rapporter/{}?klart=rapport", report.id);
    sending.done(record, goto).await
}

/// Pages turn to a report by its last year: there is one of each.
async fn problems(
    ctx: &Ctx,
    db: &impl ConnectionTrait,
    id: Option<ReportId>,
    new: &NewReport,
) -> Result<FieldErrors> {
    let mut errors = FieldErrors::default();
    let sets = area_set_list(ctx, db).await?;
    check_there(&mut errors, "area_set", [new.area_set], |set| {
        sets.iter().any(|found| found.value.id == *set)
    });
    let reports = report_list(ctx, db).await?;
    let taken = |other: &Versioned<Report>| other.value.to_year == new.to_year && Some(other.value.id) != id;
    if reports.iter().any(taken) {
        let given = new.to_year.to_string();
        errors.push("to_year", Problem::Taken { given });
    }
    Ok(errors)
}

/// A report begins from the one before: its texts, marked until somebody has gone through them, what it asks of
/// initiatives and what it rests on. What it said of its own time does not come along.
fn begun(ctx: &Ctx, new: NewReport, grading_scheme: GradingSchemeId, latest: Option<&Report>) -> Report {
    let carried = |chapter: &Chapter| Chapter {
        carried: true,
        ..chapter.clone()
    };
    let chapters = latest.map(|latest| latest.chapters.iter().map(carried).collect());
    Report {
        id: new_id(ctx),
        title: new.title,
        from_year: new.from_year,
        to_year: new.to_year,
        area_set: new.area_set,
        grading_scheme,
        cut_off: new.cut_off,
        assignment: new.assignment,
        registry_number: new.registry_number,
        presenters: new.presenters,
        decision: None,
        chapters: chapters.unwrap_or_default(),
        requirements: latest.map(|one| one.requirements.clone()).unwrap_or_default(),
        materials: latest.map(|one| one.materials.clone()).unwrap_or_default(),
        references: Vec::new(),
        added: Vec::new(),
        conflicts: Vec::new(),
        notes: Vec::new(),
        state: ReportState::Draft,
    }
}

fn changed(before: &Report, new: NewReport) -> Report {
    Report {
        title: new.title,
        from_year: new.from_year,
        to_year: new.to_year,
        area_set: new.area_set,
        cut_off: new.cut_off,
        assignment: new.assignment,
        registry_number: new.registry_number,
        presenters: new.presenters,
        ..before.clone()
    }
}
