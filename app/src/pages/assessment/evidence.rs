//! The evidence of a subject: delivery by delivery what was expected, with its score, and what was
//! found; for groups and the whole also the parts that they consist of.

use domain::assessment::SubjectKey;
use domain::report_model::{BenefitSection, DeliverySection};
use leptos::prelude::*;
use service::AssessmentView;
use text::{Lang, date, number};

use super::list::{Columns, judged_row, judged_table};
use crate::components::evidence::{benefit_groups, score, statement_body};
use crate::components::figures::figure_list;
use crate::components::finding::{DevelopmentObjectTag, Gap, LateMark, StatusMark};
use crate::components::help::HelpWord;
use crate::components::links;
use crate::components::scroll::scroll;
use crate::components::strip::{Fact, Strip};

/// The left half of the page.
pub(super) fn evidence(shown: &AssessmentView, lang: Lang) -> AnyView {
    let tally = shown.judged.tally;
    let heading = lang.t_with(
        "assessment-evidence-heading",
        &[
            ("due", tally.due().into()),
            ("due-text", number::count(lang, tally.due()).into()),
            ("measured", tally.measured.into()),
            ("measured-text", number::count(lang, tally.measured).into()),
        ],
    );
    let coverage = match tally.coverage() {
        Some(coverage) => number::share(lang, coverage, 0).into_any(),
        None => view! { <Gap text=lang.t("assessment-nothing-due") /> }.into_any(),
    };
    let facts = vec![
        Fact::new(
            lang.t("assessment-due-benefits"),
            number::count(lang, tally.due()),
        ),
        Fact::new(lang.t("assessment-measured"), number::count(lang, tally.measured))
            .help(HelpWord::Measured, lang),
        Fact::new(lang.t("assessment-stated"), number::count(lang, tally.stated)),
        Fact::new(lang.t("assessment-coverage"), coverage).help(HelpWord::Coverage, lang),
    ];
    let score = |points| number::decimal(lang, points, None);
    let scheme = &shown.scheme;
    let rule = lang.t_with(
        "assessment-evidence-rule",
        &[
            ("confirmed", score(scheme.score_confirmed.normalize()).into()),
            ("partly", score(scheme.score_partly.normalize()).into()),
            ("none", score(scheme.score_none.normalize()).into()),
            ("negative", score(scheme.score_negative.normalize()).into()),
        ],
    );
    let deliveries: Vec<_> = shown
        .sections
        .iter()
        .flat_map(|section| &section.deliveries)
        .map(|section| article(section, shown, lang))
        .collect();
    let without: Vec<BenefitSection> = shown
        .sections
        .iter()
        .flat_map(|section| section.without_delivery.iter().cloned())
        .collect();
    let loose = (!without.is_empty()).then(|| {
        view! {
            <article class="evidence" aria-labelledby="utan-leverans">
                <h3 id="utan-leverans">{lang.t("assessment-without-delivery")}</h3>
                {benefits(&without, shown, lang)}
            </article>
        }
    });
    let parts = (!shown.parts.is_empty()).then(|| parts(shown, lang));
    view! {
        <section class="grading-evidence" aria-labelledby="h-underlag">
            <h2 id="h-underlag">{heading}</h2>
            <Strip facts tight=true />
            <p class="note">{rule}</p>
            {parts}
            {deliveries}
            {loose}
        </section>
    }
    .into_any()
}

/// What the subject consists of, with proposal and level: no formula makes one level of them.
fn parts(shown: &AssessmentView, lang: Lang) -> AnyView {
    let (caption, columns) = if shown.judged.key == SubjectKey::Whole {
        ("assessment-parts-whole", Columns::Levels)
    } else {
        ("assessment-parts-group", Columns::AreaLevels)
    };
    let rows: Vec<_> = shown
        .parts
        .iter()
        .map(|part| judged_row(part, &shown.report, &shown.scheme, columns, false, lang))
        .collect();
    let table = judged_table("delar", lang.t(caption), rows, columns, lang);
    view! { <div class="block">{scroll("delar", "", table)}</div> }.into_any()
}

fn article(section: &DeliverySection, shown: &AssessmentView, lang: Lang) -> AnyView {
    let delivery = &section.delivery;
    let id = format!("underlag-{}", delivery.id);
    let object = section
        .initiative
        .development_object
        .then(|| view! { " " <DevelopmentObjectTag lang /> });
    let late = section.late.then(|| view! { " " <LateMark lang /> });
    let launched: Vec<String> = delivery
        .launches
        .iter()
        .filter_map(|launch| launch.actual)
        .map(|when| date::when(lang, when))
        .collect();
    let launched = (!launched.is_empty())
        .then(|| lang.t_with("initiative-launched", &[("when", launched.join("; ").into())]))
        .map(|text| view! { " " <span>{text}</span> });
    let statements: Vec<_> = section
        .statements
        .iter()
        .map(|statement| view! { <li>{statement_body(statement, &shown.groups, lang)}</li> })
        .collect();
    let statements = if statements.is_empty() {
        view! {
            <p>
                <Gap text=lang.t("initiative-nothing-stated") />
            </p>
        }
        .into_any()
    } else {
        view! { <ul class="stack">{statements}</ul> }.into_any()
    };
    view! {
        <article class="evidence" aria-labelledby=id>
            <h3 id=id.clone()>
                <a href=links::initiative(section.initiative.id)>{delivery.name.clone()}</a>
            </h3>
            <p class="meta-line">
                <StatusMark status=delivery.status lang />
                {object}
                {late}
                {launched}
            </p>
            {benefits(&section.benefits, shown, lang)}
            <h4>{lang.t("initiative-realised")}</h4>
            {statements}
        </article>
    }
    .into_any()
}

fn benefits(sections: &[BenefitSection], shown: &AssessmentView, lang: Lang) -> AnyView {
    if sections.is_empty() {
        return view! {
            <p>
                <Gap text=lang.t("initiative-nothing-expected") />
            </p>
        }
        .into_any();
    }
    let rows: Vec<_> = sections
        .iter()
        .map(|section| benefit_row(section, shown, lang))
        .collect();
    view! {
        <table class="data">
            <thead>
                <tr>
                    <th scope="col">{lang.t("initiative-expected")}</th>
                    <th scope="col" class="n">{lang.t("assessment-statements")}</th>
                    <th scope="col" class="n">{lang.t("assessment-points")}</th>
                </tr>
            </thead>
            <tbody>{rows}</tbody>
        </table>
    }
    .into_any()
}

fn benefit_row(section: &BenefitSection, shown: &AssessmentView, lang: Lang) -> AnyView {
    let benefit = &section.benefit;
    let points = match section.evidence.score {
        Some(points) => {
            let points = number::points(lang, points, 1, &shown.scheme);
            view! { <b>{points}</b> }.into_any()
        }
        None => view! { <small>{score(section, lang)}</small> }.into_any(),
    };
    let title = benefit.title.clone().map(|title| view! { <b>{title}</b> ". " });
    view! {
        <tr>
            <th scope="row">
                {title} {benefit.description.clone()} " " <small>{benefit_groups(section, &shown.groups)}</small>
                {figure_list(&benefit.figures, lang, None)}
            </th>
            <td class="n" data-label=lang.t("assessment-statements")>{number::len(lang, section.statements.len())}</td>
            <td class="n" data-label=lang.t("assessment-points")>{points}</td>
        </tr>
    }
    .into_any()
}
