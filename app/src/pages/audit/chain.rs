//! The chain's head, and whether the chain holds.

use leptos::prelude::*;
use service::{Damage, DamageKind, Verified};
use text::{Lang, number};

use super::filter::hidden_fields;
use crate::api::{AuditPageData, AuditQuery, Verification};
use crate::components::help::{Help, HelpWord};
use crate::components::icon::{Icon, Symbol};

/// What the heading says of the chain: only what has been verified just now.
pub(super) fn chain_state(verification: &Verification) -> &'static str {
    match verification {
        Verification::Done(Ok(_), _) => "holds",
        Verification::Done(Err(damage), _) if damage.kind == DamageKind::Expected => "other",
        Verification::Done(Err(_), _) => "broken",
        Verification::NotAsked | Verification::NoHead => "unknown",
    }
}

/// The head, the button that verifies, and how that went.
pub(super) fn chain(shown: &AuditPageData, query: &AuditQuery, lang: Lang) -> AnyView {
    let wrong = matches!(shown.verification, Verification::NoHead);
    let error = wrong.then(|| {
        let given = query.expected.clone();
        view! {
            <p class="error" id="huvud-fel">
                {lang.t_with("history-audit-expected-wrong", &[("given", given.into())])}
            </p>
        }
    });
    let described = if wrong {
        "huvud-hint huvud-fel"
    } else {
        "huvud-hint"
    };
    view! {
        <section class="chain" aria-labelledby="rubrik-kedja">
            <h2 id="rubrik-kedja">{lang.t("history-audit-head")}</h2>
            <Help word=HelpWord::Chain lang />
            <p class="chain-head">
                <code>{shown.view.head.to_string()}</code>
            </p>
            <p class="note">{lang.t("history-audit-head-text")}</p>
            {result(&shown.verification, lang)}
            <form class="chain-form" method="get" action="/revision">
                {hidden_fields(query)}
                <input type="hidden" name="kontrollera" value="1" />
                <div class="field">
                    <label for="huvud">{lang.t("history-audit-expected")}</label>
                    <p class="hint" id="huvud-hint">
                        {lang.t("history-audit-expected-hint")}
                    </p>
                    {error}
                    <input
                        id="huvud"
                        name="huvud"
                        type="text"
                        autocomplete="off"
                        spellcheck="false"
                        value=query.expected.clone()
                        aria-describedby=described
                        aria-invalid=wrong.then_some("true")
                    />
                </div>
                <button class="btn" type="submit">
                    {lang.t("history-audit-verify")}
                </button>
            </form>
        </section>
    }
    .into_any()
}

fn result(verification: &Verification, lang: Lang) -> Option<AnyView> {
    let Verification::Done(result, held) = verification else {
        return None;
    };
    let (class, symbol, heading, text) = match result {
        Ok(verified) => (
            "chain-result",
            Symbol::Ok,
            lang.t("history-audit-holds"),
            holds(verified, *held, lang),
        ),
        // What was typed may be wrong as well as the log: say so, and how to tell which.
        Err(damage) if damage.kind == DamageKind::Expected => (
            "chain-result damaged",
            Symbol::Weak,
            lang.t("history-audit-expected-missing"),
            lang.t_with(
                "history-audit-expected-missing-text",
                &[("what", damage_text(*damage, lang).into())],
            ),
        ),
        Err(damage) => (
            "chain-result damaged",
            Symbol::Weak,
            lang.t("history-audit-broken"),
            lang.t_with(
                "history-audit-broken-text",
                &[("what", damage_text(*damage, lang).into())],
            ),
        ),
    };
    Some(
        view! {
            <div class=class role="status">
                <Icon symbol />
                <div>
                    <h3>{heading}</h3>
                    <p>{text}</p>
                </div>
            </div>
        }
        .into_any(),
    )
}

fn holds(verified: &Verified, held: bool, lang: Lang) -> String {
    let all = lang.t_with(
        "history-audit-holds-text",
        &[
            ("count", number::count(lang, verified.head.seq).into()),
            ("head", verified.head.to_string().into()),
        ],
    );
    let expected = held.then(|| lang.t("history-audit-holds-expected"));
    let erased = i64::try_from(verified.erased).unwrap_or(i64::MAX);
    let erased = (erased > 0).then(|| lang.t_with("history-audit-holds-erased", &[("count", erased.into())]));
    let parts: Vec<String> = [Some(all), expected, erased].into_iter().flatten().collect();
    parts.join(" ")
}

fn damage_text(damage: Damage, lang: Lang) -> String {
    let key = match damage.kind {
        DamageKind::OutOfOrder => "history-damage-out-of-order",
        DamageKind::Broken => "history-damage-broken",
        DamageKind::Altered => "history-damage-altered",
        DamageKind::PayloadAltered => "history-damage-payload-altered",
        DamageKind::PayloadGone => "history-damage-payload-gone",
        DamageKind::RedactionAltered => "history-damage-redaction-altered",
        DamageKind::Head => "history-damage-head",
        DamageKind::Expected => "history-damage-expected",
    };
    lang.t_with(key, &[("seq", damage.seq.to_string().into())])
}
