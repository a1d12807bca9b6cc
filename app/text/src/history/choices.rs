//! What is chosen in fields.

use domain::assessment::AssessmentState;
use domain::benefit::ValueClass;
use domain::benefit_group::GroupKind;
use domain::calculation::{AmountUnit, LineClass};
use domain::delivery::DeliveryStatus;
use domain::factor::FactorKind;
use domain::figure::FigureRole;
use domain::freed_time::{DispositionKind, TimeUnit};
use domain::history::coded;
use domain::initiative::{InitiativeSize, InitiativeStatus};
use domain::level::FulfilmentLevel;
use domain::measure::{Aggregation, Cadence, Direction, MeasureUse};
use domain::portfolio::PortfolioKind;
use domain::report::{ChapterKey, ReportState};
use domain::role::Role;
use domain::round::{AnswerKind, RoundPart, RoundState, Selection};
use domain::sek_value::{SekFrequency, SekKind};
use domain::statement::{ApprovalState, Finding, SourceKind};
use domain::sus::SusLevel;

use crate::{Lang, measure, name, realised};

/// The word of a choice in a field of a kind of thing; none where the field is no choice or does not
/// have this one.
pub fn choice(lang: Lang, kind: &str, field: &str, code: &str) -> Option<String> {
    Some(match (field, kind) {
        ("status", "initiative") => name::initiative_status(lang, coded::<InitiativeStatus>(code)?),
        ("status", _) => name::delivery_status(lang, coded::<DeliveryStatus>(code)?),
        ("state", "benefit") => name::benefit_state(lang, coded(code)?),
        ("state", "statement" | "calculation" | "factor" | "effect_goal" | "measurement" | "freed_time") => {
            name::approval_state(lang, coded::<ApprovalState>(code)?)
        }
        ("state", "assessment") => name::assessment_state(lang, coded::<AssessmentState>(code)?),
        ("state", "follow_up_round") => name::round_state(lang, coded::<RoundState>(code)?),
        ("rule", "follow_up_round") => name::round_rule(lang, coded::<Selection>(code)?),
        ("part", "follow_up_round") => name::round_part(lang, coded::<RoundPart>(code)?),
        ("kind", "follow_up_round") => name::round_answer(lang, coded::<AnswerKind>(code)?),
        ("state", "report") => name::report_state(lang, coded::<ReportState>(code)?),
        ("size", _) => name::initiative_size(lang, coded::<InitiativeSize>(code)?),
        ("finding", _) => name::finding(lang, coded::<Finding>(code)?),
        ("class", "calculation") => name::line_class(lang, coded::<LineClass>(code)?),
        ("unit", "calculation") => name::amount_unit(lang, coded::<AmountUnit>(code)?),
        ("use", "measure") => measure::used_for(lang, coded::<MeasureUse>(code)?),
        ("direction", "measure") => measure::direction(lang, coded::<Direction>(code)?),
        ("aggregation", "measure") => measure::aggregation(lang, coded::<Aggregation>(code)?),
        ("frequency", "measure") | ("window", "effect_goal") => {
            measure::cadence(lang, coded::<Cadence>(code)?)
        }
        ("value_class", _) => name::value_class(lang, coded::<ValueClass>(code)?),
        ("level", "sus_evaluation") => name::sus_level(lang, coded::<SusLevel>(code)?),
        ("level" | "delivery" | "expected" | "realised", _) => {
            name::level(lang, coded::<FulfilmentLevel>(code)?)
        }
        ("role", "account") => name::role(lang, coded::<Role>(code)?),
        ("role", _) => name::figure_role(lang, coded::<FigureRole>(code)?),
        ("key", "report") => chapter(lang, coded(code)?),
        ("unit", "freed_time") => realised::time_unit(lang, coded::<TimeUnit>(code)?),
        ("kind", "freed_time") => realised::disposition(lang, coded::<DispositionKind>(code)?),
        ("kind", "sek_value") => realised::sek_kind(lang, coded::<SekKind>(code)?),
        ("frequency", "sek_value") => realised::frequency(lang, coded::<SekFrequency>(code)?),
        ("class", "sek_value") => name::value_class(lang, coded::<ValueClass>(code)?),
        ("kind", "factor") => name::factor_kind(lang, coded::<FactorKind>(code)?),
        ("kind", "benefit_group") => name::group_kind(lang, coded::<GroupKind>(code)?),
        ("kind", "portfolio") => lang.t(match coded(code)? {
            PortfolioKind::Strategic => "history-portfolio-strategic",
            PortfolioKind::Tactical => "history-portfolio-tactical",
        }),
        ("kind", _) => name::source_kind(lang, coded::<SourceKind>(code)?),
        ("scope", "account") if code == "all" => lang.t("history-scope-all"),
        ("subject", "assessment") if code == "whole" => lang.t("history-whole"),
        _ => return None,
    })
}

fn chapter(lang: Lang, key: ChapterKey) -> String {
    lang.t(match key {
        ChapterKey::Foreword => "history-chapter-foreword",
        ChapterKey::Background => "history-chapter-background",
        ChapterKey::Method => "history-chapter-method",
        ChapterKey::Summary => "history-chapter-summary",
        ChapterKey::Observations => "history-chapter-observations",
    })
}
