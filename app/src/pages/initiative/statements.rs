//! Statements of realised benefit, how far each has come, and what can be done with it.

use domain::benefit::Benefit;
use domain::history::SubjectKind;
use domain::statement::{ApprovalState, Statement};
use leptos::prelude::*;
use service::{InitiativeView, StatementItem};
use text::{Lang, date};

use super::detail::sections;
use crate::components::evidence::statement_body;
use crate::components::finding::{ApprovalMark, Gap};
use crate::components::history_link::HistoryLink;
use crate::components::links;
use crate::components::register::excerpt;

/// The list; a gap where nothing is stated. `ask_reason` opens the fields for returning, after an
/// attempt to return without a reason.
pub(super) fn statement_list(
    statements: &[StatementItem],
    shown: &InitiativeView,
    ask_reason: bool,
    lang: Lang,
) -> AnyView {
    if statements.is_empty() {
        return view! { <Gap text=lang.t("initiative-nothing-stated") /> }.into_any();
    }
    let items: Vec<_> = statements
        .iter()
        .map(|item| entry(item, shown, ask_reason, lang))
        .collect();
    view! { <ul class="stack">{items}</ul> }.into_any()
}

fn entry(item: &StatementItem, shown: &InitiativeView, ask_reason: bool, lang: Lang) -> AnyView {
    let statement = &item.statement;
    let imported = statement
        .imported
        .then(|| view! { " " <span class="tag">{lang.t(imported_key(statement))}</span> });
    let key = if statement.state == ApprovalState::Returned {
        "initiative-returned-with"
    } else {
        "initiative-reviewed-with"
    };
    let note = item.review_note.as_ref().map(|note| {
        view! { <p class="review-note">{lang.t_with(key, &[("note", note.into())])}</p> }
    });
    let edit = item.may_edit.then(|| edit_link(item, shown, lang));
    let withdraw = item.may_withdraw.then(|| withdraw_form(item, lang));
    let supersede = item.may_supersede.then(|| supersede_link(item, shown, lang));
    let superseded = item
        .superseded
        .then(|| view! { " " <span class="tag">{lang.t("initiative-superseded")}</span> });
    let review = item.review.as_ref().map(|answer| match answer {
        Ok(()) => review_forms(item, ask_reason, lang),
        Err(_) => view! { <p class="note">{lang.t("initiative-own-work")}</p> }.into_any(),
    });
    let about = provenance(item, lang);
    let being_replaced = item.being_replaced.map(|state| {
        let said = lang.t(match state {
            ApprovalState::Draft => "initiative-being-replaced-draft",
            ApprovalState::Returned => "initiative-being-replaced-returned",
            ApprovalState::Submitted | ApprovalState::Approved => "initiative-being-replaced",
        });
        view! { " " <span class="tag">{said}</span> }
    });
    let state = match statement.state {
        ApprovalState::Approved if item.superseded => "settled superseded",
        ApprovalState::Approved => "settled",
        _ => "unsettled",
    };
    view! {
        <li id=format!("konstaterad-{}", statement.id) class=state tabindex="-1">
            {statement_body(statement, &shown.groups, lang)}
            {answers(statement, shown, lang)}
            <p class="state-line">
                <ApprovalMark state=statement.state lang />
                {imported}
                {superseded}
                {being_replaced}
            </p>
            {about}
            {note}
            {edit}
            {withdraw}
            {supersede}
            <p class="do">
                <HistoryLink
                    kind=SubjectKind::Statement
                    id=statement.id
                    of=statement.text.clone()
                    class=""
                    lang
                />
            </p>
            {review}
        </li>
    }
    .into_any()
}

/// What came in with a file often says no source: whoever looks for it is told that there is none.
fn imported_key(statement: &Statement) -> &'static str {
    if statement.sources.is_empty() && statement.method.is_none() {
        "initiative-imported-bare"
    } else {
        "initiative-imported"
    }
}

/// The promises that it answers, where the initiative has made several.
fn answers(statement: &Statement, shown: &InitiativeView, lang: Lang) -> Option<AnyView> {
    let promised: Vec<&Benefit> = sections(shown).map(|section| &section.benefit).collect();
    let several = promised.len() > 1;
    let names: Vec<_> = promised
        .into_iter()
        .filter(|benefit| several && statement.benefits.contains(&benefit.id))
        .map(|benefit| {
            let name = benefit.title.as_ref().unwrap_or(&benefit.description);
            view! { <a href=format!("#nytta-{}", benefit.id)>{excerpt(name)}</a> " " }
        })
        .collect();
    (!names.is_empty())
        .then(|| view! { <p class="basis">{lang.t("initiative-answers")} " " {names}</p> }.into_any())
}

/// Who wrote it and who reviewed it, whether it rests on anything, and what it is to take the place of.
fn provenance(item: &StatementItem, lang: Lang) -> Option<AnyView> {
    let statement = &item.statement;
    if statement.imported {
        return None;
    }
    let written = item
        .written_by
        .clone()
        .map(|who| lang.t_with("initiative-written-by", &[("who", who.into())]));
    let approved = item
        .reviewed
        .clone()
        .filter(|_| statement.state == ApprovalState::Approved)
        .map(|(who, at)| {
            let day = date::moment(lang, at);
            lang.t_with(
                "initiative-approved-by",
                &[("who", who.into()), ("day", day.into())],
            )
        });
    let people: Vec<_> = [written, approved]
        .into_iter()
        .flatten()
        .map(|said| view! { <span>{said}</span> " " })
        .collect();
    let bare = statement.sources.is_empty() && statement.method.is_none();
    let bare = bare.then(|| view! { <p><Gap text=lang.t("initiative-no-source") /></p> });
    let replaces = item.replaces.clone().map(|text| {
        let said = lang.t_with("initiative-replaces", &[("text", excerpt(&text).into())]);
        view! { <p class="note">{said}</p> }
    });
    Some(view! { <p class="basis">{people}</p> {bare} {replaces} }.into_any())
}

fn edit_link(item: &StatementItem, shown: &InitiativeView, lang: Lang) -> AnyView {
    let statement = &item.statement;
    let href = format!(
        "{}/konstaterad/{}",
        links::initiative(shown.initiative.id),
        statement.id
    );
    let text = if statement.state == ApprovalState::Returned {
        lang.t("initiative-edit-returned")
    } else {
        lang.t("initiative-edit-draft")
    };
    view! {
        <p class="do">
            <a href=href>{text} <span class="vh">": " {statement.text.clone()}</span></a>
        </p>
    }
    .into_any()
}

/// What nobody has reviewed can be taken back and mended.
fn withdraw_form(item: &StatementItem, lang: Lang) -> AnyView {
    view! {
        <form class="in-line" method="post" action="/api/statement_withdraw">
            <input type="hidden" name="statement" value=item.statement.id.to_string() />
            <input type="hidden" name="version" value=item.version.to_string() />
            <button class="as-link" type="submit">
                {lang.t("initiative-withdraw")} <span class="vh">": " {item.statement.text.clone()}</span>
            </button>
        </form>
    }
    .into_any()
}

/// What is approved is not changed: something else is stated in its place.
fn supersede_link(item: &StatementItem, shown: &InitiativeView, lang: Lang) -> AnyView {
    let statement = &item.statement;
    let href = format!(
        "{}/konstaterad?ersatter={}",
        links::initiative(shown.initiative.id),
        statement.id
    );
    view! {
        <p class="do">
            <a href=href>
                {lang.t("initiative-supersede")} <span class="vh">": " {statement.text.clone()}</span>
            </a>
        </p>
    }
    .into_any()
}

/// Two small forms: approve, and return with a note.
fn review_forms(item: &StatementItem, ask_reason: bool, lang: Lang) -> AnyView {
    let id = item.statement.id.to_string();
    let about = format!("konstaterad-{id}");
    let field = format!("skal-{id}");
    let hint = format!("{field}-hint");
    view! {
        <div class="review">
            <form method="post" action="/api/statement_review">
                <input type="hidden" name="statement" value=id.clone() />
                <input type="hidden" name="version" value=item.version.to_string() />
                <input type="hidden" name="decision" value="approve" />
                <button class="btn primary" type="submit" aria-describedby=about.clone()>
                    {lang.t("initiative-approve")}
                </button>
            </form>
            <details open=ask_reason>
                <summary>{lang.t("initiative-return")}</summary>
                <form class="return-form" method="post" action="/api/statement_review" novalidate=true>
                    <input type="hidden" name="statement" value=id />
                    <input type="hidden" name="version" value=item.version.to_string() />
                    <input type="hidden" name="decision" value="return" />
                    <div class="field">
                        <label for=field.clone()>{lang.t("initiative-return-reason")}</label>
                        <p class="hint" id=hint.clone()>
                            {lang.t("initiative-return-hint")}
                        </p>
                        <textarea id=field name="note" rows="3" required=true aria-describedby=hint></textarea>
                    </div>
                    <button class="btn" type="submit">
                        {lang.t("initiative-return-submit")}
                    </button>
                </form>
            </details>
        </div>
    }
    .into_any()
}
