//! What the audit chain's codes are called: actions, kinds of things, fields and their choices.

use domain::assessment::AssessmentState;
use domain::benefit::ValueClass;
use domain::benefit_group::GroupKind;
use domain::calculation::{AmountUnit, LineClass};
use domain::delivery::DeliveryStatus;
use domain::factor::FactorKind;
use domain::figure::FigureRole;
use domain::history::{Named, SubjectKind, coded};
use domain::initiative::{InitiativeSize, InitiativeStatus};
use domain::level::FulfilmentLevel;
use domain::portfolio::PortfolioKind;
use domain::report::{ChapterKey, ReportState};
use domain::role::Role;
use domain::round::{AnswerKind, RoundPart, RoundState, Selection};
use domain::statement::{ApprovalState, Finding, SourceKind};
use domain::sus::SusLevel;

use crate::{Lang, name};

/// Everything that is done, with the key of its sentence.
pub const ACTIONS: [(&str, &str); 119] = [
    ("access.refuse", "history-action-access-refuse"),
    ("account.add", "history-action-account-add"),
    ("account.change", "history-action-account-change"),
    ("account.disable", "history-action-account-disable"),
    ("account.enable", "history-action-account-enable"),
    ("agency.add", "history-action-agency-add"),
    ("agency.change", "history-action-agency-change"),
    ("agency.import", "history-action-agency-import"),
    ("area.add", "history-action-area-add"),
    ("area.change", "history-action-area-change"),
    ("area.import", "history-action-area-import"),
    ("area.remove", "history-action-area-remove"),
    ("area_set.add", "history-action-area-set-add"),
    ("area_set.change", "history-action-area-set-change"),
    ("area_set.import", "history-action-area-set-import"),
    ("area_set.remove", "history-action-area-set-remove"),
    ("assessment.draft", "history-action-assessment-draft"),
    ("assessment.import", "history-action-assessment-import"),
    ("assessment.return", "history-action-assessment-return"),
    ("assessment.submit", "history-action-assessment-submit"),
    ("benefit.add", "history-action-benefit-add"),
    ("benefit.change", "history-action-benefit-change"),
    ("benefit.import", "history-action-benefit-import"),
    ("benefit.measurable", "history-action-benefit-measurable"),
    ("benefit.move", "history-action-benefit-move"),
    ("benefit.not_measurable", "history-action-benefit-not-measurable"),
    ("benefit_group.add", "history-action-benefit-group-add"),
    ("benefit_group.change", "history-action-benefit-group-change"),
    ("benefit_group.import", "history-action-benefit-group-import"),
    ("benefit_group.remove", "history-action-benefit-group-remove"),
    ("calculation.build", "history-action-calculation-build"),
    ("calculation.add", "history-action-calculation-add"),
    (
        "calculation.alternative",
        "history-action-calculation-alternative",
    ),
    ("calculation.approve", "history-action-calculation-approve"),
    ("calculation.change", "history-action-calculation-change"),
    ("calculation.import", "history-action-calculation-import"),
    ("calculation.promise", "history-action-calculation-promise"),
    ("calculation.return", "history-action-calculation-return"),
    ("calculation.submit", "history-action-calculation-submit"),
    ("calculation.withdraw", "history-action-calculation-withdraw"),
    ("calculation.write", "history-action-calculation-write"),
    ("delivery.change", "history-action-delivery-change"),
    ("delivery.import", "history-action-delivery-import"),
    ("delivery.log", "history-action-delivery-log"),
    ("follow_up_round.answer", "history-action-follow-up-round-answer"),
    ("follow_up_round.change", "history-action-follow-up-round-change"),
    ("follow_up_round.close", "history-action-follow-up-round-close"),
    ("follow_up_round.import", "history-action-follow-up-round-import"),
    ("follow_up_round.open", "history-action-follow-up-round-open"),
    (
        "follow_up_round.prepare",
        "history-action-follow-up-round-prepare",
    ),
    ("follow_up_round.reopen", "history-action-follow-up-round-reopen"),
    (
        "follow_up_round.withdraw",
        "history-action-follow-up-round-withdraw",
    ),
    ("example.load", "history-action-example-load"),
    ("example.remove", "history-action-example-remove"),
    ("grading_scheme.add", "history-action-grading-scheme-add"),
    ("grading_scheme.import", "history-action-grading-scheme-import"),
    ("initiative.add", "history-action-initiative-add"),
    ("initiative.change", "history-action-initiative-change"),
    ("initiative.import", "history-action-initiative-import"),
    ("initiative.move", "history-action-initiative-move"),
    ("link.issue", "history-action-link-issue"),
    ("portfolio.add", "history-action-portfolio-add"),
    ("portfolio.change", "history-action-portfolio-change"),
    ("name.erase", "history-action-name-erase"),
    ("retention.dispose", "history-action-retention-dispose"),
    ("portfolio.import", "history-action-portfolio-import"),
    ("portfolio.remove", "history-action-portfolio-remove"),
    ("portfolio.workbook", "history-action-portfolio-workbook"),
    ("report.add", "history-action-report-add"),
    ("report.change", "history-action-report-change"),
    ("report.export", "history-action-report-export"),
    ("report.freeze", "history-action-report-freeze"),
    ("report.import", "history-action-report-import"),
    ("report.scope", "history-action-report-scope"),
    ("report.write", "history-action-report-write"),
    ("saved_view.delete", "history-action-saved-view-delete"),
    ("saved_view.keep", "history-action-saved-view-keep"),
    ("session.begin", "history-action-session-begin"),
    ("session.end", "history-action-session-end"),
    ("session.halfway", "history-action-session-halfway"),
    ("session.refuse", "history-action-session-refuse"),
    ("session.end_all", "history-action-session-end-all"),
    ("session.revoke", "history-action-session-revoke"),
    ("password.choose", "history-action-password-choose"),
    ("second_factor.enrol", "history-action-second-factor-enrol"),
    ("second_factor.refuse", "history-action-second-factor-refuse"),
    ("second_factor.forget", "history-action-second-factor-forget"),
    ("identity.link", "history-action-identity-link"),
    ("identity.unlink", "history-action-identity-unlink"),
    ("recovery_code.use", "history-action-recovery-code-use"),
    ("recovery_code.renew", "history-action-recovery-code-renew"),
    ("portfolio.export", "history-action-portfolio-export"),
    ("register.export", "history-action-register-export"),
    ("realisation_plan.add", "history-action-realisation-plan-add"),
    (
        "realisation_plan.change",
        "history-action-realisation-plan-change",
    ),
    ("realisation_plan.done", "history-action-realisation-plan-done"),
    (
        "realisation_plan.import",
        "history-action-realisation-plan-import",
    ),
    ("statement.approve", "history-action-statement-approve"),
    ("statement.change", "history-action-statement-change"),
    ("statement.draft", "history-action-statement-draft"),
    ("statement.import", "history-action-statement-import"),
    ("statement.return", "history-action-statement-return"),
    ("statement.withdraw", "history-action-statement-withdraw"),
    ("factor.add", "history-action-factor-add"),
    ("factor.change", "history-action-factor-change"),
    ("factor.write", "history-action-factor-write"),
    ("factor.submit", "history-action-factor-submit"),
    ("factor.withdraw", "history-action-factor-withdraw"),
    ("factor.approve", "history-action-factor-approve"),
    ("factor.return", "history-action-factor-return"),
    ("factor.import", "history-action-factor-import"),
    ("statement.submit", "history-action-statement-submit"),
    ("sus_evaluation.change", "history-action-sus-evaluation-change"),
    ("sus_evaluation.import", "history-action-sus-evaluation-import"),
    ("sus_evaluation.log", "history-action-sus-evaluation-log"),
    ("unit.add", "history-action-unit-add"),
    ("unit.change", "history-action-unit-change"),
    ("unit.import", "history-action-unit-import"),
    ("unit.remove", "history-action-unit-remove"),
];

/// Every field of a thing, with the key of its name.
const FIELDS: [(&str, &str); 193] = [
    ("activities", "history-field-activities"),
    ("begun_on", "history-field-begun-on"),
    ("done_on", "history-field-done-on"),
    ("follow_up_how", "history-field-follow-up-how"),
    ("follow_up_on", "history-field-follow-up-on"),
    ("follow_up_unit", "history-field-follow-up-unit"),
    ("preconditions", "history-field-preconditions"),
    ("realisation_plan", "history-kind-realisation-plan"),
    ("response", "history-field-response"),
    ("risks", "history-field-risks"),
    ("who", "history-field-who"),
    ("alternatives", "history-field-alternatives"),
    ("amounts", "history-field-amounts"),
    ("assumptions", "history-field-assumptions"),
    ("base_year", "history-field-base-year"),
    ("calculations", "history-field-calculations"),
    ("class", "history-field-class"),
    ("build", "history-field-build"),
    ("discount_rate", "history-field-discount-rate"),
    ("factor", "history-kind-factor"),
    ("first_year", "history-field-first-year"),
    ("hourly", "history-field-hourly"),
    ("last_year", "history-field-last-year"),
    ("minutes", "history-field-minutes"),
    ("source", "history-field-source"),
    ("values", "history-field-values"),
    ("volume", "history-field-volume"),
    ("high", "history-field-high"),
    ("horizon_years", "history-field-horizon-years"),
    ("likely", "history-field-likely"),
    ("lines", "history-field-lines"),
    ("low", "history-field-low"),
    ("preferred", "history-field-preferred"),
    ("price_level", "history-field-price-level"),
    ("promise", "history-field-promise"),
    ("rate_source", "history-field-rate-source"),
    ("zero_alternative", "history-field-zero-alternative"),
    ("about", "history-field-about"),
    ("actual", "history-field-actual"),
    ("added", "history-field-added"),
    ("agency", "history-kind-agency"),
    ("amount", "history-field-amount"),
    ("answer", "history-field-answer"),
    ("answers", "history-field-answers"),
    ("applies_to", "history-field-applies-to"),
    ("approver", "history-field-approver"),
    ("approximate", "history-field-approximate"),
    ("area", "history-field-area"),
    ("area_set", "history-field-area-set"),
    ("as_of", "history-field-as-of"),
    ("assessing_unit", "history-field-assessing-unit"),
    ("assessment", "history-kind-assessment"),
    ("assignment", "history-field-assignment"),
    ("at", "history-field-at"),
    ("benefit", "history-kind-benefit"),
    ("benefit_group", "history-kind-benefit-group"),
    ("benefits", "history-field-benefits"),
    ("budgets", "history-field-budgets"),
    ("bytes", "history-field-bytes"),
    ("changed", "history-field-changed"),
    ("chapters", "history-field-chapters"),
    ("closed_on", "history-field-closed-on"),
    ("code", "history-field-code"),
    ("components", "history-field-components"),
    ("conflicts", "history-field-conflicts"),
    ("currency", "history-field-currency"),
    ("cut_off", "history-field-cut-off"),
    ("decider_title", "history-field-decider-title"),
    ("decision", "history-field-decision"),
    ("delivery", "history-field-delivery"),
    ("depends_on", "history-field-depends-on"),
    ("description", "history-field-description"),
    ("development_object", "history-field-development-object"),
    ("deviation_reason", "history-field-deviation-reason"),
    ("did", "history-field-did"),
    ("due", "history-field-due"),
    ("email", "history-field-email"),
    ("ended_on", "history-field-ended-on"),
    ("expected", "history-field-expected"),
    ("expected_effects", "history-field-expected-effects"),
    ("expected_from", "history-field-expected-from"),
    ("expected_to", "history-field-expected-to"),
    ("figures", "history-field-figures"),
    ("file_sha256", "history-field-file-sha256"),
    ("finding", "history-field-finding"),
    ("focus_area", "history-field-focus-area"),
    ("follow_up", "history-field-follow-up"),
    ("forum", "history-field-forum"),
    ("frequency", "history-field-frequency"),
    ("from", "history-field-from"),
    ("from_year", "history-field-from-year"),
    ("frozen", "history-field-frozen"),
    ("full_from", "history-field-full-from"),
    ("god_above", "history-field-god-above"),
    ("godkand_from", "history-field-godkand-from"),
    ("grading_scheme", "history-field-grading-scheme"),
    ("grants", "history-field-grants"),
    ("group", "history-field-group"),
    ("group_texts", "history-field-group-texts"),
    ("groups", "history-field-groups"),
    ("imported", "history-field-imported"),
    ("initiative", "history-field-initiative"),
    ("interpreted", "history-field-interpreted"),
    ("key", "history-field-key"),
    ("kind", "history-field-kind"),
    ("label", "history-field-label"),
    ("launches", "history-field-launches"),
    ("letter", "history-field-letter"),
    ("level", "history-field-level"),
    ("main_groups", "history-field-main-groups"),
    ("materials", "history-field-materials"),
    ("message", "history-field-message"),
    ("method", "history-field-method"),
    ("motivation", "history-field-motivation"),
    ("name", "history-field-name"),
    ("not_measurable", "history-field-not-measurable"),
    ("note", "history-field-note"),
    ("notes", "history-field-notes"),
    ("number", "history-field-number"),
    ("on", "history-field-on"),
    ("opened_on", "history-field-opened-on"),
    ("ordinal", "history-field-ordinal"),
    ("owner", "history-field-owner"),
    ("parent", "history-field-parent"),
    ("part", "history-field-part"),
    ("period", "history-field-period"),
    ("planned", "history-field-planned"),
    ("portfolio", "history-kind-portfolio"),
    ("portfolios", "history-field-portfolios"),
    ("presenters", "history-field-presenters"),
    ("purpose", "history-field-purpose"),
    ("query", "history-field-query"),
    ("realised", "history-field-realised"),
    ("reason", "history-field-reason"),
    ("recipient", "history-field-recipient"),
    ("references", "history-field-references"),
    ("registry_number", "history-field-registry-number"),
    ("registry_numbers", "history-field-registry-numbers"),
    ("report", "history-field-report"),
    ("requests", "history-field-requests"),
    ("requirements", "history-field-requirements"),
    ("result", "history-field-result"),
    ("role", "history-field-role"),
    ("rows", "history-field-rows"),
    ("rule", "history-field-rule"),
    ("scope", "history-field-scope"),
    ("score", "history-field-score"),
    ("score_confirmed", "history-field-score-confirmed"),
    ("score_negative", "history-field-score-negative"),
    ("score_none", "history-field-score-none"),
    ("score_partly", "history-field-score-partly"),
    ("attempts", "history-field-attempts"),
    ("drafts", "history-field-drafts"),
    ("events", "history-field-events"),
    ("format", "history-field-format"),
    ("hash", "history-field-hash"),
    ("links", "history-field-links"),
    ("sessions", "history-field-sessions"),
    ("submissions", "history-field-submissions"),
    ("recovery_codes_left", "history-field-recovery-codes-left"),
    ("sessions_ended", "history-field-sessions-ended"),
    ("sha256", "history-field-sha256"),
    ("share", "history-field-share"),
    ("short_name", "history-field-short-name"),
    ("since", "history-field-since"),
    ("size", "history-field-size"),
    ("sources", "history-field-sources"),
    ("started_year", "history-field-started-year"),
    ("state", "history-field-state"),
    ("statement", "history-kind-statement"),
    ("status", "history-field-status"),
    ("statutory_on", "history-field-statutory-on"),
    ("subject", "history-field-subject"),
    ("summary", "history-field-summary"),
    ("supersedes", "history-field-supersedes"),
    ("sus_evaluation", "history-kind-sus-evaluation"),
    ("systems", "history-field-systems"),
    ("text", "history-field-text"),
    ("title", "history-field-title"),
    ("to", "history-field-to"),
    ("to_year", "history-field-to-year"),
    ("unit", "history-field-unit"),
    ("units", "history-field-units"),
    ("unplanned", "history-field-unplanned"),
    ("upcoming", "history-field-upcoming"),
    ("valid_from", "history-field-valid-from"),
    ("valid_to", "history-field-valid-to"),
    ("value", "history-field-value"),
    ("value_class", "history-field-value-class"),
    ("value_to", "history-field-value-to"),
    ("viss_above", "history-field-viss-above"),
    ("weak_below", "history-field-weak-below"),
    ("what", "history-field-what"),
    ("when", "history-field-when"),
    ("year", "history-field-year"),
];

fn found(table: &[(&str, &'static str)], code: &str) -> Option<&'static str> {
    table
        .iter()
        .find(|(known, _)| *known == code)
        .map(|(_, key)| *key)
}

/// What was done, as a sentence: "Leveransen loggades". Something unknown shows its code.
pub fn action(lang: Lang, action: &str) -> String {
    found(&ACTIONS, action).map_or_else(|| action.to_owned(), |key| lang.t(key))
}

/// A kind of thing: "Leverans".
pub fn kind(lang: Lang, kind: SubjectKind) -> String {
    lang.t(match kind {
        SubjectKind::Initiative => "history-kind-initiative",
        SubjectKind::Delivery => "history-kind-delivery",
        SubjectKind::Benefit => "history-kind-benefit",
        SubjectKind::RealisationPlan => "history-kind-realisation-plan",
        SubjectKind::Calculation => "history-kind-calculation",
        SubjectKind::Statement => "history-kind-statement",
        SubjectKind::SusEvaluation => "history-kind-sus-evaluation",
        SubjectKind::Assessment => "history-kind-assessment",
        SubjectKind::Report => "history-kind-report",
        SubjectKind::FollowUpRound => "history-kind-follow-up-round",
        SubjectKind::Area => "history-kind-area",
        SubjectKind::AreaSet => "history-kind-area-set",
        SubjectKind::BenefitGroup => "history-kind-benefit-group",
        SubjectKind::Portfolio => "history-kind-portfolio",
        SubjectKind::Unit => "history-kind-unit",
        SubjectKind::Factor => "history-kind-factor",
        SubjectKind::GradingScheme => "history-kind-grading-scheme",
        SubjectKind::Agency => "history-kind-agency",
        SubjectKind::Account => "history-kind-account",
    })
}

/// What a thing is called. A round is called by what it is about, and the whole of a report has no name
/// of its own.
pub fn subject(lang: Lang, named: &Named) -> String {
    let period = || Some((named.year?, coded::<RoundPart>(&named.name)?));
    match named.kind {
        SubjectKind::FollowUpRound => period().map_or_else(
            || named.name.clone(),
            |(year, part)| name::round(lang, year, part),
        ),
        _ if named.name.is_empty() => lang.t("history-whole"),
        _ => named.name.clone(),
    }
}

/// A kind of thing in the middle of a sentence: "leverans"; an abbreviation keeps its capitals.
pub fn kind_in_sentence(lang: Lang, kind: SubjectKind) -> String {
    let word = self::kind(lang, kind);
    match word.chars().nth(1) {
        Some(second) if second.is_lowercase() => name::lower_first(&word),
        _ => word,
    }
}

/// A field's name: "Väntas från". Something unknown shows its code.
pub fn field(lang: Lang, field: &str) -> String {
    found(&FIELDS, field).map_or_else(|| field.to_owned(), |key| lang.t(key))
}

/// The word of a choice in a field of a kind of thing; none where the field is no choice or does not
/// have this one.
pub fn choice(lang: Lang, kind: &str, field: &str, code: &str) -> Option<String> {
    Some(match (field, kind) {
        ("status", "initiative") => name::initiative_status(lang, coded::<InitiativeStatus>(code)?),
        ("status", _) => name::delivery_status(lang, coded::<DeliveryStatus>(code)?),
        ("state", "benefit") => name::benefit_state(lang, coded(code)?),
        ("state", "statement" | "calculation" | "factor") => {
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
        ("value_class", _) => name::value_class(lang, coded::<ValueClass>(code)?),
        ("level", "sus_evaluation") => name::sus_level(lang, coded::<SusLevel>(code)?),
        ("level" | "delivery" | "expected" | "realised", _) => {
            name::level(lang, coded::<FulfilmentLevel>(code)?)
        }
        ("role", "account") => name::role(lang, coded::<Role>(code)?),
        ("role", _) => name::figure_role(lang, coded::<FigureRole>(code)?),
        ("key", "report") => chapter(lang, coded(code)?),
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

#[cfg(test)]
#[path = "history_tests.rs"]
mod tests;
