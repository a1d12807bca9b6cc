use domain::ctx::Ctx;
use domain::form::{FieldErrors, NewStatement, Problem, StatementForm};
use domain::id::{BenefitGroupId, DeliveryId, InitiativeId, StatementId};
use domain::policy::{Belongs, Operation, decide};
use domain::reading::Reading;
use domain::statement::{ApprovalState, Statement};
use store::repo::initiative_bundle::{InitiativeBundle, initiative_portfolio_load};
use store::repo::report::report_list;
use store::repo::statement::{
    statement_insert, statement_load, statement_review as review, statement_update,
};
use store::{AuditRecord, ConnectionTrait, StoreError, Trail};

use crate::benefit::delivery_options;
use crate::error::{Result, ServiceError};
use crate::form_flow::{Answer, FormState, Outcome, again, draft, new_submission, note_sending, sent_before};
use crate::id::new_id;
use crate::initiative::{belongs, belongs_each};
use crate::options::{self, BenefitOption, DeliveryOption, GroupOption, InitiativeName, UnitOption};
use crate::services::Services;

const FORM: &str = "statement";

/// What the form of a statement shows.
#[derive(Clone, Debug)]
pub struct StatementFormView {
    /// The initiative.
    pub initiative: InitiativeName,
    /// Deliveries to choose from.
    pub deliveries: Vec<DeliveryOption>,
    /// Benefits to tick.
    pub benefits: Vec<BenefitOption>,
    /// Groups to tick, for a statement that speaks for no benefit.
    pub groups: Vec<GroupOption>,
    /// Units to choose from.
    pub units: Vec<UnitOption>,
    /// Last day that counts for the open report, where there is one: what concerns a later day is
    /// not in it.
    pub cut_off: Option<chrono::NaiveDate>,
    /// The fields, and why they came back.
    pub state: FormState<StatementForm>,
    /// An existing statement is changed.
    pub existing: bool,
}

/// The form for a new statement, for one that may still be changed, or for what was typed before.
pub async fn statement_form(
    ctx: &Ctx,
    services: &Services,
    initiative: InitiativeId,
    delivery: Option<DeliveryId>,
    statement: Option<StatementId>,
    draft_key: Option<&str>,
) -> Result<StatementFormView> {
    decide(ctx, Operation::EvidenceWrite, None)?;
    let db = services.store.reader();
    let bundle = initiative_portfolio_load(ctx, db, initiative)
        .await?
        .ok_or(ServiceError::NotFound)?;
    decide(ctx, Operation::EvidenceWrite, Some(&belongs(&bundle)))?;
    let cut_off = open_cut_off(ctx, db).await?;
    let state = match draft(ctx, services, FORM, draft_key).await? {
        Some(state) => state,
        None => FormState::fresh(stored_form(ctx, &bundle, delivery, statement, cut_off)?),
    };
    Ok(StatementFormView {
        initiative: InitiativeName {
            id: initiative,
            name: bundle.initiative.value.name.clone(),
        },
        deliveries: delivery_options(&bundle),
        benefits: benefit_options(&bundle, &state.form.delivery),
        groups: options::groups(ctx, db).await?,
        units: options::units(ctx, db).await?,
        cut_off,
        existing: !state.form.id.is_empty(),
        state,
    })
}

/// The cut-off of the newest report that is still open.
async fn open_cut_off(ctx: &Ctx, db: &impl ConnectionTrait) -> Result<Option<chrono::NaiveDate>> {
    let reports = report_list(ctx, db).await?;
    Ok(reports
        .into_iter()
        .filter(|report| !report.value.state.is_decided())
        .map(|report| report.value.cut_off)
        .max())
}

/// The benefits of the delivery; all of the initiative where no delivery is chosen.
fn benefit_options(bundle: &InitiativeBundle, delivery: &str) -> Vec<BenefitOption> {
    let delivery: Option<DeliveryId> = delivery.parse().ok();
    bundle
        .benefits
        .iter()
        .map(|found| &found.value)
        .filter(|benefit| delivery.is_none() || benefit.delivery == delivery || benefit.delivery.is_none())
        .map(|benefit| BenefitOption {
            id: benefit.id,
            delivery: benefit.delivery,
            name: benefit
                .title
                .clone()
                .unwrap_or_else(|| benefit.description.clone()),
        })
        .collect()
}

fn stored_form(
    ctx: &Ctx,
    bundle: &InitiativeBundle,
    delivery: Option<DeliveryId>,
    statement: Option<StatementId>,
    cut_off: Option<chrono::NaiveDate>,
) -> Result<StatementForm> {
    let form = match statement {
        Some(id) => {
            let found = bundle.statements.iter().map(|record| &record.statement);
            let found = found
                .into_iter()
                .find(|found| found.value.id == id)
                .ok_or(ServiceError::NotFound)?;
            if !may_change(found.value.state) {
                return Err(ServiceError::State(
                    "only a draft or a returned statement can be changed",
                ));
            }
            StatementForm::of(&found.value, found.version)
        }
        None => StatementForm {
            initiative: bundle.initiative.value.id.to_string(),
            delivery: delivery.map(|id| id.to_string()).unwrap_or_default(),
            // Today, but no later than what the open report still counts.
            as_of: cut_off
                .map_or(ctx.today(), |day| day.min(ctx.today()))
                .to_string(),
            ..StatementForm::default()
        },
    };
    Ok(StatementForm {
        submission: new_submission()?,
        ..form
    })
}

fn may_change(state: ApprovalState) -> bool {
    matches!(state, ApprovalState::Draft | ApprovalState::Returned)
}

/// States a realised benefit, or changes a statement that nobody has approved: kept as a draft, or
/// sent for approval.
pub async fn statement_save(ctx: &Ctx, services: &Services, form: StatementForm) -> Result<Answer> {
    decide(ctx, Operation::EvidenceWrite, None)?;
    let again = |outcome: Outcome<StatementForm>| {
        let form = form.clone();
        async move { again(ctx, services, FORM, &form.submission, &form, &outcome).await }
    };
    let new = match form.parse(ctx.today()) {
        Ok(new) => new,
        Err(errors) => return again(Outcome::Invalid { errors }).await,
    };
    let txn = services.store.write_txn(ctx).await?;
    if let Some(earlier) = sent_before(ctx, &txn, &form.submission).await? {
        return Ok(Answer::Done(earlier));
    }
    let bundle = initiative_portfolio_load(ctx, &txn, new.initiative)
        .await?
        .ok_or(ServiceError::NotFound)?;
    for belongs in belongs_each(&bundle, &new.benefits) {
        decide(ctx, Operation::EvidenceWrite, Some(&belongs))?;
    }
    let errors = missing_choices(ctx, &txn, &bundle, &new).await?;
    if !errors.is_empty() {
        drop(txn);
        return again(Outcome::Invalid { errors }).await;
    }
    let submit = new.submit;
    let (statement, record) = if form.id.is_empty() {
        let next = bundle
            .statements
            .iter()
            .map(|record| record.statement.value.ordinal)
            .max();
        let statement = built(new_id(ctx), next.map_or(0, |last| last + 1), new, &bundle);
        statement_insert(ctx, &txn, &statement).await?;
        let action = if submit {
            "statement.submit"
        } else {
            "statement.draft"
        };
        let record = AuditRecord::new(action, "statement", statement.id).after(&statement)?;
        (statement, record)
    } else {
        let id: StatementId = form.id.parse().map_err(|_| ServiceError::NotFound)?;
        let found = bundle.statements.iter().map(|record| &record.statement);
        let found = found
            .into_iter()
            .find(|found| found.value.id == id)
            .ok_or(ServiceError::NotFound)?;
        // What somebody else has begun is not taken over by naming other benefits in it.
        for belongs in belongs_each(&bundle, &found.value.benefits) {
            decide(ctx, Operation::EvidenceWrite, Some(&belongs))?;
        }
        let stale = || {
            Box::new(StatementForm {
                submission: form.submission.clone(),
                ..StatementForm::of(&found.value, found.version)
            })
        };
        if !may_change(found.value.state) {
            drop(txn);
            return again(Outcome::Stale { theirs: stale() }).await;
        }
        let statement = Statement {
            figures: found.value.figures.clone(),
            supersedes: found.value.supersedes,
            ..built(id, found.value.ordinal, new, &bundle)
        };
        match statement_update(ctx, &txn, &statement, form.version.parse().unwrap_or(0)).await {
            Ok(_) => {}
            Err(StoreError::Stale { .. }) => {
                drop(txn);
                return again(Outcome::Stale { theirs: stale() }).await;
            }
            Err(other) => return Err(other.into()),
        }
        let action = if submit {
            "statement.submit"
        } else {
            "statement.change"
        };
        let record = AuditRecord::new(action, "statement", id)
            .before(&found.value)?
            .after(&statement)?;
        (statement, record)
    };
    let notice = if submit { "inskickad" } else { "utkast" };
    let goto = format!(
        "/initiativ/{}?klart={notice}#konstaterad-{}",
        statement.initiative, statement.id
    );
    note_sending(ctx, &txn, FORM, &form.submission, &goto).await?;
    txn.commit(Trail::one(record)).await?;
    Ok(Answer::Done(goto))
}

/// What was chosen and is no longer there.
async fn missing_choices(
    ctx: &Ctx,
    db: &impl ConnectionTrait,
    bundle: &InitiativeBundle,
    new: &NewStatement,
) -> Result<FieldErrors> {
    let mut errors = FieldErrors::default();
    if let Some(delivery) = new.delivery
        && !bundle.deliveries.iter().any(|found| found.value.id == delivery)
    {
        errors.push(
            "delivery",
            Problem::Gone {
                given: delivery.to_string(),
            },
        );
    }
    let known = |id| bundle.benefits.iter().any(|found| found.value.id == id);
    if let Some(gone) = new.benefits.iter().find(|&&id| !known(id)) {
        errors.push(
            "benefits",
            Problem::Gone {
                given: gone.to_string(),
            },
        );
    }
    let groups = options::groups(ctx, db).await?;
    if let Some(gone) = new
        .groups
        .iter()
        .find(|group| !groups.iter().any(|option| option.id == **group))
    {
        errors.push(
            "groups",
            Problem::Gone {
                given: gone.to_string(),
            },
        );
    }
    if let Some(unit) = new.assessing_unit
        && !options::units(ctx, db)
            .await?
            .iter()
            .any(|option| option.id == unit)
    {
        errors.push(
            "assessing_unit",
            Problem::Gone {
                given: unit.to_string(),
            },
        );
    }
    Ok(errors)
}

/// A statement speaks of the groups of the benefits that it speaks for, and of those ticked beside.
fn built(id: StatementId, ordinal: i32, new: NewStatement, bundle: &InitiativeBundle) -> Statement {
    let mut groups: Vec<BenefitGroupId> = Vec::new();
    let of_benefits = bundle
        .benefits
        .iter()
        .filter(|found| new.benefits.contains(&found.value.id))
        .flat_map(|found| found.value.groups.iter().map(|share| share.group));
    for group in of_benefits.chain(new.groups) {
        if !groups.contains(&group) {
            groups.push(group);
        }
    }
    Statement {
        id,
        initiative: new.initiative,
        delivery: new.delivery,
        ordinal,
        groups,
        benefits: new.benefits,
        text: new.text,
        as_of: Reading::stated(new.as_of),
        finding: Reading::stated(new.finding),
        follow_up: new.follow_up,
        unplanned: false,
        assessing_unit: new.assessing_unit,
        method: new.method,
        sources: new.sources,
        figures: Vec::new(),
        note: new.note,
        state: if new.submit {
            ApprovalState::Submitted
        } else {
            ApprovalState::Draft
        },
        imported: false,
        supersedes: None,
    }
}

/// Approves a submitted statement, or returns it with a note. Nobody reviews what they edited.
/// Answers where to go on.
pub async fn statement_review(
    ctx: &Ctx,
    services: &Services,
    id: StatementId,
    version: i32,
    approve: bool,
    note: &str,
) -> Result<String> {
    decide(ctx, Operation::EvidenceApprove, None)?;
    let txn = services.store.write_txn(ctx).await?;
    let found = statement_load(ctx, &txn, id)
        .await?
        .ok_or(ServiceError::NotFound)?;
    let initiative = found.statement.value.initiative;
    let bundle = initiative_portfolio_load(ctx, &txn, initiative)
        .await?
        .ok_or(ServiceError::NotFound)?;
    for belongs in belongs_each(&bundle, &found.statement.value.benefits) {
        let belongs = Belongs {
            edited_by: found.statement.edited_by,
            ..belongs
        };
        decide(ctx, Operation::EvidenceApprove, Some(&belongs))?;
    }
    let goto = |notice: &str| format!("/initiativ/{initiative}?klart={notice}#konstaterad-{id}");
    let note = note.trim();
    if found.statement.value.state != ApprovalState::Submitted || found.statement.version != version {
        return Ok(goto("hann-fore"));
    }
    if !approve && note.is_empty() {
        return Ok(goto("skriv-skal"));
    }
    let state = if approve {
        ApprovalState::Approved
    } else {
        ApprovalState::Returned
    };
    let kept = (!note.is_empty()).then_some(note);
    review(ctx, &txn, id, version, state, kept).await?;
    let (action, notice) = if approve {
        ("statement.approve", "godkand")
    } else {
        ("statement.return", "aterlamnad")
    };
    let mut record = AuditRecord::new(action, "statement", id).before(&found.statement.value.state)?;
    record = record.after(&state)?;
    if let Some(note) = kept {
        record = record.note(note);
    }
    txn.commit(Trail::one(record)).await?;
    Ok(goto(notice))
}
