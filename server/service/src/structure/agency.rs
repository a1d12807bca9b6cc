use domain::benefit_group::{BenefitGroup, GroupKind};
use domain::ctx::Ctx;
use domain::form::{AgencyForm, Form};
use domain::level::GradingScheme;
use domain::policy::{Operation, decide};
use store::repo::agency::{agency_insert, agency_load, agency_update};
use store::repo::benefit_group::{benefit_group_insert_many, benefit_group_list};
use store::repo::grading_scheme::{grading_scheme_insert, grading_scheme_newest};
use store::{AuditRecord, Trail};

use super::PAGE;
use crate::error::Result;
use crate::form_flow::{Answer, Begun, FormState, Sending, draft_or, invalid, was_first};
use crate::id::new_id;
use crate::services::Services;

/// What the form of the agency shows.
#[derive(Clone, Debug)]
pub struct AgencyFormView {
    /// There are no benefit groups yet: the usual ones are offered.
    pub without_groups: bool,
    /// Names of the usual ones.
    pub usual_groups: [&'static str; USUAL.len()],
    /// The fields, and why they came back.
    pub state: FormState<AgencyForm>,
}

/// The form of the agency, or what was typed before.
pub async fn agency_form(ctx: &Ctx, services: &Services, draft_key: Option<&str>) -> Result<AgencyFormView> {
    decide(ctx, Operation::StructureWrite, None)?;
    let db = services.store.reader();
    let without_groups = benefit_group_list(ctx, db).await?.is_empty();
    let stored = match agency_load(ctx, db).await? {
        Some(found) => AgencyForm::of(&found.value, found.version),
        None => AgencyForm {
            currency: "SEK".to_owned(),
            ..AgencyForm::default()
        },
    };
    let state = draft_or(ctx, services, draft_key, || {
        Ok(AgencyForm {
            usual_groups: if without_groups { "on" } else { "" }.to_owned(),
            ..stored
        })
    })
    .await?;
    Ok(AgencyFormView {
        without_groups,
        usual_groups: USUAL.map(|(_, name, _, _)| name),
        state,
    })
}

/// The eight usual benefit groups: code, name, short name, kind. They are those of the method, and can
/// be changed like any other.
const USUAL: [(&str, &str, &str, GroupKind); 8] = [
    (
        "nytta_arbetssokande",
        "Nytta arbetssökande",
        "Arbetssökande",
        GroupKind::External,
    ),
    (
        "nytta_arbetsgivare",
        "Nytta arbetsgivare",
        "Arbetsgivare",
        GroupKind::External,
    ),
    (
        "nytta_externa_intressenter",
        "Nytta externa intressenter",
        "Externa intressenter",
        GroupKind::External,
    ),
    (
        "tidsbesparing",
        "Tidsbesparing/effektiviserad",
        "Tidsbesparing",
        GroupKind::Internal,
    ),
    (
        "anvandarnytta",
        "Användarnytta/enkelhet i användning",
        "Användarnytta",
        GroupKind::Internal,
    ),
    (
        "god_forvaltning",
        "God förvaltning",
        "God förvaltning",
        GroupKind::Internal,
    ),
    (
        "kostnadsbesparing",
        "Kostnadsbesparingar",
        "Kostnadsbesparing",
        GroupKind::Internal,
    ),
    (
        "mojliggorande_utveckling",
        "Möjliggörande utveckling för annan utveckling",
        "Möjliggörande utveckling",
        GroupKind::Internal,
    ),
];

/// Sets the agency of an empty installation, with what everything else needs: the method's thresholds
/// and, where asked for, the usual groups. Or changes its name.
pub async fn agency_save(ctx: &Ctx, services: &Services, form: AgencyForm) -> Result<Answer> {
    decide(ctx, Operation::StructureWrite, None)?;
    let new = match form.parse() {
        Ok(new) => new,
        Err(errors) => return invalid(ctx, services, &form, errors).await,
    };
    let sending = match Sending::begin(ctx, services, &form).await? {
        Begun::New(sending) => sending,
        Begun::Before(answer) => return Ok(answer),
    };
    let mut trail = Trail::default();
    match agency_load(ctx, &*sending).await? {
        None => {
            agency_insert(ctx, &*sending, &new.agency).await?;
            trail.push(AuditRecord::new("agency.add", "agency", "1").after(&new.agency)?);
        }
        Some(before) => {
            if !was_first(agency_update(ctx, &*sending, &new.agency, form.version()).await)? {
                return sending.stale(AgencyForm::of(&before.value, before.version)).await;
            }
            trail.push(
                AuditRecord::new("agency.change", "agency", "1")
                    .before(&before.value)?
                    .after(&new.agency)?,
            );
        }
    }
    if grading_scheme_newest(ctx, &*sending).await?.is_none() {
        let scheme = GradingScheme::standard(new_id(ctx));
        grading_scheme_insert(ctx, &*sending, &scheme).await?;
        trail.push(AuditRecord::new("grading_scheme.add", "grading_scheme", scheme.id).after(&scheme)?);
    }
    if new.usual_groups && benefit_group_list(ctx, &*sending).await?.is_empty() {
        let groups: Vec<BenefitGroup> = (1..)
            .zip(USUAL)
            .map(|(ordinal, usual)| usual_group(ctx, ordinal, usual))
            .collect();
        benefit_group_insert_many(ctx, &*sending, &groups).await?;
        for group in &groups {
            trail.push(AuditRecord::new("benefit_group.add", "benefit_group", group.id).after(group)?);
        }
    }
    sending
        .done_all(trail, format!("{PAGE}?klart=sparat#myndighet"))
        .await
}

fn usual_group(
    ctx: &Ctx,
    ordinal: i32,
    (code, name, short_name, kind): (&str, &str, &str, GroupKind),
) -> BenefitGroup {
    BenefitGroup {
        id: new_id(ctx),
        code: code.to_owned(),
        name: name.to_owned(),
        short_name: short_name.to_owned(),
        kind,
        ordinal,
        ended_on: None,
    }
}
