//! A delivery with expected and realised benefit side by side.

use domain::delivery::Delivery;
use domain::history::SubjectKind;
use domain::sus::SusThresholds;
use leptos::prelude::*;
use service::{DeliveryBundle, InitiativeView};
use text::{Lang, date};

use super::benefits::benefit_list;
use super::statements::statement_list;
use crate::components::figures::figure_list;
use crate::components::finding::{Gap, LateMark, StatusMark, SusMark};
use crate::components::help::{Help, HelpWord};
use crate::components::history_link::HistoryLink;
use crate::components::links::{self, delivery_anchor};
use crate::components::prose::Prose;

/// The section of a delivery.
pub(super) fn delivery_section(
    bundle: &DeliveryBundle,
    shown: &InitiativeView,
    ask_reason: bool,
    first: bool,
    lang: Lang,
) -> AnyView {
    // In the caption: on a narrow screen the head of the table is gone.
    let words = first.then(|| {
        view! {
            <span class="help-line">
                {help_line(HelpWord::Expected, lang)} " " {help_line(HelpWord::Realised, lang)}
            </span>
        }
    });
    let delivery = &bundle.delivery;
    let heading = format!("rubrik-{}", delivery.id);
    let description =
        (!delivery.description.is_empty()).then(|| view! { <Prose text=delivery.description.clone() /> });
    let note = delivery
        .note
        .clone()
        .map(|note| view! { <p class="note">{note}</p> });
    view! {
        <section
            class="block"
            id=delivery_anchor(delivery.id)
            aria-labelledby=heading
            tabindex="-1"
        >
            <div class="block-head">
                <div>
                    <h2 id=heading.clone()>{delivery.name.clone()}</h2>
                    {facts(bundle, shown, lang)}
                </div>
                {actions(bundle, shown, lang)}
            </div>
            {description}
            {figure_list(&delivery.figures, lang, None)}
            {launches(delivery, lang)}
            {upcoming(delivery, lang)}
            {note}
            <table class="data pair">
                <caption>{lang.t("initiative-pair-caption")} {words}</caption>
                <thead>
                    <tr>
                        <th scope="col">{lang.t("initiative-expected")}</th>
                        <th scope="col">{lang.t("initiative-realised")}</th>
                    </tr>
                </thead>
                <tbody>
                    <tr>
                        <td data-label=lang.t("initiative-expected")>
                            {benefit_list(&bundle.benefits, shown, lang)}
                        </td>
                        <td data-label=lang.t("initiative-realised")>
                            {statement_list(&bundle.statements, shown, ask_reason, lang)}
                        </td>
                    </tr>
                </tbody>
            </table>
        </section>
    }
    .into_any()
}

/// What belongs to no delivery; nothing where there is nothing.
pub(super) fn without_delivery(shown: &InitiativeView, ask_reason: bool, lang: Lang) -> Option<AnyView> {
    if shown.benefits.is_empty() && shown.statements.is_empty() {
        return None;
    }
    Some(
        view! {
            <section class="block" aria-labelledby="rubrik-utan">
                <h2 id="rubrik-utan">{lang.t("initiative-without-delivery")}</h2>
                <table class="data pair">
                    <caption>{lang.t("initiative-pair-caption")}</caption>
                    <thead>
                        <tr>
                            <th scope="col">{lang.t("initiative-expected")}</th>
                            <th scope="col">{lang.t("initiative-realised")}</th>
                        </tr>
                    </thead>
                    <tbody>
                        <tr>
                            <td data-label=lang.t("initiative-expected")>
                                {benefit_list(&shown.benefits, shown, lang)}
                            </td>
                            <td data-label=lang.t("initiative-realised")>
                                {statement_list(&shown.statements, shown, ask_reason, lang)}
                            </td>
                        </tr>
                    </tbody>
                </table>
            </section>
        }
        .into_any(),
    )
}

/// Status, lateness, area and usability in one line.
fn facts(bundle: &DeliveryBundle, shown: &InitiativeView, lang: Lang) -> AnyView {
    let delivery = &bundle.delivery;
    let late = bundle.late.then(|| view! { " " <LateMark lang /> });
    let area = shown
        .areas
        .iter()
        .find(|area| Some(area.id) == delivery.area)
        .map(|area| {
            let named = view! { <span class="no">{area.number.clone()}</span> " " {area.name.clone()} };
            if shown.has_report {
                view! { " " <a href=format!("/omraden/{}", area.number)>{named}</a> }.into_any()
            } else {
                view! { " " <span>{named}</span> }.into_any()
            }
        });
    let sus = bundle
        .sus
        .iter()
        .filter_map(|evaluation| {
            let level = evaluation.result.level(&SusThresholds::default()).ok()?;
            let score = evaluation.result.score().ok().flatten();
            let mark = view! { <SusMark level score lang /> };
            let href = format!(
                "{}/sus/{}/{}",
                links::initiative(shown.initiative.id),
                delivery.id,
                evaluation.id
            );
            Some(if shown.may_state {
                view! { " " <a href=href>{mark}</a> }.into_any()
            } else {
                view! { " " {mark} }.into_any()
            })
        })
        .collect_view();
    view! {
        <p class="meta-line">
            <StatusMark status=delivery.status lang />
            {late}
            {area}
            {sus}
        </p>
    }
    .into_any()
}

/// What can be done, the next step first: a benefit where none is expected, else what has come of it.
fn actions(bundle: &DeliveryBundle, shown: &InitiativeView, lang: Lang) -> AnyView {
    let delivery = &bundle.delivery;
    let (first, then) = ("btn", "btn quiet");
    let nothing_expected = bundle.benefits.is_empty() && shown.may_write;
    let base = links::initiative(shown.initiative.id);
    let link = |href: String, key: &str, class: &'static str| {
        view! {
            <a class=class href=href>
                {lang.t(key)} <span class="vh">": " {delivery.name.clone()}</span>
            </a>
        }
    };
    let state = shown.may_state.then(|| {
        link(
            format!("{base}/konstaterad?leverans={}", delivery.id),
            "initiative-state",
            if nothing_expected { then } else { first },
        )
    });
    let sus = shown.may_state.then(|| {
        link(
            format!("{base}/sus/{}", delivery.id),
            "initiative-add-sus",
            "btn quiet",
        )
    });
    let add = shown.may_write.then(|| {
        link(
            format!("{base}/nytta?leverans={}", delivery.id),
            "initiative-add-benefit",
            if nothing_expected { first } else { then },
        )
    });
    let change = shown.may_write.then(|| {
        link(
            format!("{base}/leverans/{}", delivery.id),
            "initiative-change-delivery",
            then,
        )
    });
    let (one, other) = if nothing_expected {
        (add, state)
    } else {
        (state, add)
    };
    let history = view! {
        <HistoryLink
            kind=SubjectKind::Delivery
            id=delivery.id
            of=delivery.name.clone()
            class="btn quiet"
            lang
        />
    };
    view! { <div class="actions">{one} {other} {change} {sus} {history}</div> }.into_any()
}

/// Each launch with when it was planned and when it happened.
fn launches(delivery: &Delivery, lang: Lang) -> AnyView {
    if delivery.launches.is_empty() {
        return view! {
            <p>
                <Gap text=lang.t("initiative-no-launch") />
            </p>
        }
        .into_any();
    }
    let items = delivery
        .launches
        .iter()
        .map(|launch| {
            let when = |key: &str, when| lang.t_with(key, &[("when", date::when(lang, when).into())]);
            let actual = launch.actual.map(|day| when("initiative-launched", day));
            let planned = launch.planned.map(|day| when("initiative-planned", day));
            let words: Vec<String> = actual.into_iter().chain(planned).collect();
            let what = (!launch.what.is_empty()).then(|| format!(": {}", launch.what));
            view! { <li>{words.join(", ")} {what}</li> }
        })
        .collect_view();
    view! { <ul class="bullets launches">{items}</ul> }.into_any()
}

fn upcoming(delivery: &Delivery, lang: Lang) -> Option<AnyView> {
    if delivery.upcoming.is_empty() {
        return None;
    }
    let items = delivery
        .upcoming
        .iter()
        .map(|upcoming| view! { <li>{upcoming.what.clone()} ", " {date::when(lang, upcoming.when)}</li> })
        .collect_view();
    Some(
        view! {
            <h3 class="sub">{lang.t("initiative-upcoming")}</h3>
            <ul class="bullets">{items}</ul>
        }
        .into_any(),
    )
}

fn help_line(word: HelpWord, lang: Lang) -> AnyView {
    view! { <span>{word.word(lang)} " " <Help word lang /></span> }.into_any()
}
