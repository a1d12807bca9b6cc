//! A report's life in a file: the steps that were taken, the comments of its review, and what was corrected in it. Who took
//! a step or wrote a comment stays where that was: accounts are in no file.

use std::collections::{BTreeMap, BTreeSet};

use domain::ctx::Ctx;
use domain::id::{ReportCorrectionId, ReportId};
use domain::report::comment::ReportComment;
use domain::report::correction::ReportCorrection;
use store::repo::exchange::Everything;
use store::repo::report_comment::{CommentRecord, report_comment_insert_many, report_comment_update};
use store::repo::report_correction::{report_correction_insert_many, report_correction_update};
use store::repo::report_step::{StepTaken, report_step_insert_many};
use store::{AuditRecord, Trail, WriteTxn};

use super::Known;
use super::check::Check;
use super::document::{Document, ReportStepTaken, ReviewComment};
use super::merge::Merge;
use crate::error::Result;

pub(super) fn step_out((report, number, taken): (ReportId, i32, StepTaken)) -> ReportStepTaken {
    ReportStepTaken {
        report,
        number,
        step: taken.step,
        note: taken.note,
        at: taken.at,
    }
}

pub(super) fn comment_out(record: CommentRecord) -> ReviewComment {
    let comment = record.comment;
    ReviewComment {
        id: comment.id,
        report: comment.report,
        section: comment.section,
        text: comment.text,
        written_at: record.written_at,
        answer: comment.answer,
        answered_at: record.answered_at,
    }
}

fn comment_in(comment: &ReviewComment) -> CommentRecord {
    CommentRecord {
        comment: ReportComment {
            id: comment.id,
            report: comment.report,
            section: comment.section.clone(),
            text: comment.text.clone(),
            answer: comment.answer.clone(),
        },
        version: 1,
        written_at: comment.written_at,
        written_by: None,
        answered_at: comment.answered_at,
        answered_by: None,
    }
}

impl Check {
    pub(super) fn life(&mut self, d: &Document, known: &Known) {
        self.steps(d);
        for (i, comment) in d.report_comments.iter().enumerate() {
            let place = format!("report_comments[{i}]");
            self.refers(&place, "report", comment.report.0, "report");
            if comment.answer.is_some() != comment.answered_at.is_some() {
                let reason = "an answer says when it was given, and nothing else does";
                self.problem(place, "answered_at", reason);
            }
        }
        self.report_corrections(d, known);
    }

    /// The steps of a report follow each other, numbered from 1.
    fn steps(&mut self, d: &Document) {
        let mut last: BTreeMap<ReportId, &ReportStepTaken> = BTreeMap::new();
        for (i, step) in d.report_steps.iter().enumerate() {
            let place = format!("report_steps[{i}]");
            self.refers(&place, "report", step.report.0, "report");
            let before = last.insert(step.report, step);
            let expected = before.map_or(1, |before| before.number.saturating_add(1));
            if step.number != expected {
                let reason = format!("is {}; the next is {expected}", step.number);
                self.problem(place.clone(), "number", reason);
            }
            if before.is_some_and(|before| before.step.to() != step.step.from()) {
                self.problem(place, "step", "cannot follow on the one before it");
            }
        }
    }

    /// Those that were made of a report are numbered from 1 without gaps, each of the original that is frozen.
    fn report_corrections(&mut self, d: &Document, known: &Known) {
        let mut frozen = known.frozen.clone();
        frozen.extend(
            d.frozen_reports
                .iter()
                .map(|one| (one.report, one.sha256.clone())),
        );
        let mut all: BTreeMap<ReportCorrectionId, &ReportCorrection> =
            known.corrections.iter().map(|(id, one)| (*id, one)).collect();
        all.extend(d.report_corrections.iter().map(|one| (one.id, one)));
        let mut numbers: BTreeMap<ReportId, Vec<i32>> = BTreeMap::new();
        for one in all.values() {
            numbers.entry(one.report).or_default().extend(one.number());
        }
        for (i, one) in d.report_corrections.iter().enumerate() {
            let place = format!("report_corrections[{i}]");
            self.refers(&place, "report", one.report.0, "report");
            let of_report = numbers.get(&one.report);
            let has = |number: i32| of_report.is_some_and(|all| all.contains(&number));
            for (field, text) in [
                ("wrong", &one.wrong),
                ("correct", &one.correct),
                ("reason", &one.reason),
            ] {
                if text.trim().is_empty() {
                    self.problem(place.clone(), field, "says nothing");
                }
            }
            if one
                .replaces
                .is_some_and(|number| !has(number) || one.number().is_some_and(|own| own <= number))
            {
                self.problem(
                    place.clone(),
                    "replaces",
                    "is no earlier correction of the report",
                );
            }
            let Some(made) = &one.made else { continue };
            let twice =
                of_report.is_some_and(|all| all.iter().filter(|held| **held == made.number).count() > 1);
            if twice || made.number < 1 || (made.number > 1 && !has(made.number.saturating_sub(1))) {
                let reason = "corrections of a report are numbered from 1, without gaps";
                self.problem(place.clone(), "made", reason);
            }
            if frozen.get(&one.report) != Some(&made.original_sha256) {
                let reason = "is not the hash of what the report holds in `frozen_reports`";
                self.problem(place, "made.original_sha256", reason);
            }
        }
    }
}

/// Places of what would change a step that was taken, a comment of a decided report, or a correction that was made.
pub(super) fn changed(document: &Document, stored: &Everything, decided: &BTreeSet<ReportId>) -> Vec<String> {
    let mut places = Vec::new();
    let taken: BTreeMap<(ReportId, i32), ReportStepTaken> = stored
        .report_steps
        .iter()
        .map(|(report, number, taken)| {
            let out = step_out((*report, *number, taken.clone()));
            ((*report, *number), out)
        })
        .collect();
    for (i, step) in document.report_steps.iter().enumerate() {
        if taken
            .get(&(step.report, step.number))
            .is_some_and(|held| held != step)
        {
            places.push(format!("report_steps[{i}]"));
        }
    }
    for (i, comment) in document.report_comments.iter().enumerate() {
        let held = stored
            .report_comments
            .iter()
            .find(|held| held.comment.id == comment.id);
        let differs = held.is_some_and(|held| comment_out(held.clone()) != *comment);
        if differs && decided.contains(&comment.report) {
            places.push(format!("report_comments[{i}]"));
        }
    }
    let merge = Merge::of(&document.report_corrections, &stored.report_corrections, |one| {
        one.id
    });
    for ((before, _), place) in merge.changed.iter().zip(&merge.places) {
        if before.value.made.is_some() {
            places.push(format!("report_corrections[{place}]"));
        }
    }
    places
}

/// Writes what the file brings; answers how much was added, and how much changed. What is frozen is there already.
pub(super) async fn write(
    ctx: &Ctx,
    txn: &WriteTxn<'_>,
    document: &Document,
    stored: &Everything,
    trail: &mut Trail,
) -> Result<(u64, u64)> {
    let (mut added, mut changed) = (0, 0);
    let held: BTreeSet<(ReportId, i32)> = stored
        .report_steps
        .iter()
        .map(|(report, number, _)| (*report, *number))
        .collect();
    let steps = document.report_steps.iter();
    let steps: Vec<(ReportId, i32, StepTaken)> = steps
        .filter(|step| !held.contains(&(step.report, step.number)))
        .map(|step| {
            let taken = StepTaken {
                step: step.step,
                note: step.note.clone(),
                at: step.at,
                by: None,
            };
            (step.report, step.number, taken)
        })
        .collect();
    added += steps.len() as u64;
    report_step_insert_many(ctx, txn, &steps).await?;

    let mut comments = Vec::new();
    for comment in &document.report_comments {
        let held = stored
            .report_comments
            .iter()
            .find(|held| held.comment.id == comment.id);
        match held {
            None => comments.push(comment_in(comment)),
            Some(held) if comment_out(held.clone()) == *comment => {}
            Some(held) => {
                let after = comment_in(comment);
                report_comment_update(ctx, txn, &after, held.version).await?;
                let record = AuditRecord::new("report.import", "report", comment.report);
                trail.push(record.before(&held.comment)?.after(&after.comment)?);
                changed += 1;
            }
        }
    }
    added += comments.len() as u64;
    report_comment_insert_many(ctx, txn, &comments).await?;

    let corrections = Merge::of(&document.report_corrections, &stored.report_corrections, |one| {
        one.id
    });
    report_correction_insert_many(ctx, txn, &corrections.new).await?;
    for (before, after) in &corrections.changed {
        report_correction_update(ctx, txn, after, before.version).await?;
        let record = AuditRecord::new("report.correction_import", "report", after.report);
        trail.push(record.before(&before.value)?.after(after)?);
    }
    added += corrections.new.len() as u64;
    changed += corrections.changed.len() as u64;
    Ok((added, changed))
}
