//! The form of a statement: what it shows, and what stands in it before anybody has typed.

use chrono::NaiveDate;
use domain::ctx::Ctx;
use domain::form::StatementForm;
use domain::id::{BenefitId, DeliveryId, FollowUpRoundId, InitiativeId, StatementId};
use domain::policy::{Operation, decide};
use domain::round::{AskedAbout, RoundPart};
use domain::statement::{Statement, first_as_of};
use store::ConnectionTrait;
use store::repo::follow_up_round::{round_list_named, round_waiting};
use store::repo::initiative_bundle::{InitiativeBundle, initiative_portfolio_load};

use super::{found, may_be_superseded, open_cut_off};
use crate::benefit::delivery_options;
use crate::error::{Result, ServiceError};
use crate::form_flow::{FormState, draft_or};
use crate::initiative::belongs;
use crate::options::{self, BenefitOption, DeliveryOption, GroupOption, InitiativeName, Offer, UnitOption};
use crate::services::Services;

/// What the form of a statement shows.
#[derive(Clone, Debug)]
pub struct StatementFormView {
    /// The initiative.
    pub initiative: InitiativeName,
    /// Deliveries to choose from.
    pub deliveries: Vec<DeliveryOption>,
    /// Benefits to tick.
    pub benefits: Vec<BenefitOption>,
    /// Groups to tick, for a statement that speaks of others than all those of its benefits.
    pub groups: Vec<GroupOption>,
    /// Units to choose from.
    pub units: Vec<UnitOption>,
    /// Last day that counts for the open report, where there is one: what concerns a later day is
    /// not in it.
    pub cut_off: Option<NaiveDate>,
    /// The fields, and why they came back.
    pub state: FormState<StatementForm>,
    /// An existing statement is changed.
    pub existing: bool,
    /// Why it was returned, where it was.
    pub review_note: Option<String>,
    /// The approved statement whose place a new one takes.
    pub supersedes: Option<Statement>,
    /// The open follow-up rounds that ask about what is spoken for: what is sent in answers them.
    pub asked: Vec<AskedNow>,
}

/// An open follow-up round, to those who answer it.
#[derive(Clone, Debug)]
pub struct AskedNow {
    /// The round.
    pub round: FollowUpRoundId,
    /// What it is about.
    pub period: (i32, RoundPart),
    /// By when answers are wanted.
    pub due: NaiveDate,
    /// What those who are asked are told.
    pub message: Option<String>,
}

/// Which statement a form is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StatementTarget {
    /// A new one, with what is named chosen beforehand.
    New {
        /// The delivery that it concerns.
        delivery: Option<DeliveryId>,
        /// The benefit that it speaks for.
        benefit: Option<BenefitId>,
    },
    /// One that may still be changed.
    Existing(StatementId),
    /// A new one in the place of one that is approved.
    Superseding(StatementId),
}

/// The form for a statement, or for what was typed before.
pub async fn statement_form(
    ctx: &Ctx,
    services: &Services,
    initiative: InitiativeId,
    target: StatementTarget,
    draft_key: Option<&str>,
) -> Result<StatementFormView> {
    decide(ctx, Operation::EvidenceWrite, None)?;
    let db = services.store.reader();
    let bundle = initiative_portfolio_load(ctx, db, initiative)
        .await?
        .ok_or(ServiceError::NotFound)?;
    decide(ctx, Operation::EvidenceWrite, Some(&belongs(&bundle)))?;
    let cut_off = open_cut_off(ctx, db).await?;
    let state = draft_or(ctx, services, draft_key, || {
        stored_form(ctx, &bundle, target, cut_off)
    })
    .await?;
    Ok(StatementFormView {
        initiative: InitiativeName {
            id: initiative,
            name: bundle.initiative.value.name.clone(),
        },
        deliveries: delivery_options(&bundle),
        benefits: benefit_options(&bundle, &state.form.delivery),
        groups: options::groups(ctx, db, Offer::Today(&options::chosen(&state.form.groups))).await?,
        units: options::units(
            ctx,
            db,
            Offer::Today(&options::chosen([&state.form.assessing_unit])),
        )
        .await?,
        cut_off,
        asked: asked_now(ctx, db, &bundle, &state.form).await?,
        existing: !state.form.id.is_empty(),
        review_note: bundle
            .statements
            .iter()
            .find(|record| record.statement.value.id.to_string() == state.form.id)
            .and_then(|record| record.review_note.clone()),
        supersedes: state
            .form
            .supersedes
            .parse()
            .ok()
            .and_then(|id| found(&bundle, id).ok())
            .map(|found| found.value.clone()),
        state,
    })
}

/// The open rounds that ask about the benefits that are ticked; about any of the initiative's where none is.
async fn asked_now(
    ctx: &Ctx,
    db: &impl ConnectionTrait,
    bundle: &InitiativeBundle,
    form: &StatementForm,
) -> Result<Vec<AskedNow>> {
    let ticked: Vec<BenefitId> = options::chosen(&form.benefits);
    let all = bundle.benefits.iter().map(|found| found.value.id);
    let about: Vec<AskedAbout> = all
        .filter(|id| ticked.is_empty() || ticked.contains(id))
        .map(AskedAbout::Benefit)
        .collect();
    let mut rounds: Vec<FollowUpRoundId> = round_waiting(ctx, db, &about)
        .await?
        .into_iter()
        .map(|(round, _)| round)
        .collect();
    rounds.sort();
    rounds.dedup();
    let asked = round_list_named(ctx, db, &rounds).await?.into_iter();
    Ok(asked
        .map(|round| AskedNow {
            round: round.id,
            period: (round.year, round.part),
            due: round.due,
            message: round.message,
        })
        .collect())
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
            promise: benefit.title.as_ref().map(|_| benefit.description.clone()),
            expected_from: benefit.expected_from,
            figures: benefit.figures.clone(),
        })
        .collect()
}

fn stored_form(
    ctx: &Ctx,
    bundle: &InitiativeBundle,
    target: StatementTarget,
    cut_off: Option<NaiveDate>,
) -> Result<StatementForm> {
    let as_of = first_as_of(ctx.today(), cut_off).to_string();
    match target {
        StatementTarget::New { delivery, benefit } => {
            let of_benefit = bundle
                .benefits
                .iter()
                .find(|found| Some(found.value.id) == benefit);
            let delivery = delivery.or(of_benefit.and_then(|found| found.value.delivery));
            let delivery = delivery.map(|id| id.to_string()).unwrap_or_default();
            // The only benefit that there is to speak of is what is spoken of.
            let benefit = benefit.or(match benefit_options(bundle, &delivery).as_slice() {
                [only] => Some(only.id),
                _ => None,
            });
            Ok(StatementForm {
                initiative: bundle.initiative.value.id.to_string(),
                delivery,
                benefits: benefit.iter().map(ToString::to_string).collect(),
                as_of,
                ..StatementForm::default()
            })
        }
        StatementTarget::Existing(id) => {
            let found = found(bundle, id)?;
            if !found.value.state.is_open() {
                return Err(ServiceError::State(
                    "only a draft or a returned statement can be changed",
                ));
            }
            Ok(StatementForm::of(&found.value, found.version))
        }
        StatementTarget::Superseding(id) => {
            let found = found(bundle, id)?;
            if !may_be_superseded(bundle, &found.value) {
                return Err(ServiceError::State(
                    "only an approved statement that nothing else is to replace can be superseded",
                ));
            }
            Ok(StatementForm {
                as_of,
                as_of_interpreted: String::new(),
                ..StatementForm::superseding(&found.value)
            })
        }
    }
}
