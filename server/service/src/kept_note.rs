//! A note that was typed into a small form which was not taken, as where somebody else was first: shown
//! again, so that nobody has to write it twice.

use domain::ctx::Ctx;
use domain::form::NoteForm;
use domain::policy::{Operation, decide};

use crate::error::Result;
use crate::form_flow::{draft, keep};
use crate::services::Services;

/// The notice of a use case that did nothing, because somebody else was first.
pub(crate) const NOT_FIRST: &str = "hann-fore";
/// That of one that did nothing, because open benefits have no owner.
pub(crate) const WITHOUT_OWNER: &str = "utan-agare";
/// That of one that did nothing, because the name is empty, too long or another's.
pub(crate) const NOT_NAMED: &str = "namn";
/// That of one that did nothing, because there are as many as there may be.
pub(crate) const TOO_MANY: &str = "for-manga";
/// The notices of all that did nothing with what was typed.
const NOT_TAKEN: [&str; 4] = [NOT_FIRST, WITHOUT_OWNER, NOT_NAMED, TOO_MANY];

/// Where to go on after a small form: the answer of its use case; where that says that it was not
/// taken, with the key under which the note is kept.
pub async fn note_keep(ctx: &Ctx, services: &Services, answered: String, note: &str) -> Result<String> {
    let notice = answered.split_once("klart=").map_or("", |(_, rest)| rest);
    let notice = notice.split(['&', '#']).next().unwrap_or_default();
    if !NOT_TAKEN.contains(&notice) || note.trim().is_empty() || ctx.session.is_none() {
        return Ok(answered);
    }
    decide(ctx, Operation::PortfolioRead, None)?;
    let form = NoteForm {
        note: note.to_owned(),
        ..NoteForm::default()
    };
    let key = keep(ctx, services, &form).await?;
    let (path, place) = answered.split_once('#').unwrap_or((&answered, ""));
    let place = if place.is_empty() {
        String::new()
    } else {
        format!("#{place}")
    };
    Ok(format!("{path}&anteckning={key}{place}"))
}

/// The note that this browser left under the key, where there is one.
pub async fn note_kept(ctx: &Ctx, services: &Services, key: &str) -> Result<Option<String>> {
    decide(ctx, Operation::PortfolioRead, None)?;
    let found = draft::<NoteForm>(ctx, services, Some(key)).await?;
    Ok(found.map(|state| state.form.note))
}
