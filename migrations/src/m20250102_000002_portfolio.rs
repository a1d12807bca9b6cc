//! The portfolio: the agency with its units, groups and areas, what is promised and delivered, what
//! was found, and the reports that judge it.
//!
//! Amounts are öre, moments microseconds since 1970 (UTC), percentages millionths, all as integers;
//! a figure's value is its digits and its number of decimals, so that "2.0" stays "2.0". What is
//! decided is frozen by triggers: no role of the program can change it, not even by mistake.

use sea_orm_migration::prelude::*;
use sea_orm_migration::sea_orm::DbBackend;

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for table in tables() {
            manager.create_table(table.create).await?;
            for index in table.indexes {
                manager.create_index(index).await?;
            }
        }
        for statement in freezing(manager.get_database_backend()) {
            manager.get_connection().execute_unprepared(&statement).await?;
        }
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        // Triggers fall with their tables. On SQLite a table is emptied before it falls, which a row
        // that refers to another of the same table would forbid.
        for (table, column) in [
            ("statement", "supersedes_id"),
            ("portfolio", "parent_id"),
            ("unit", "parent_id"),
        ] {
            let cut = Query::update()
                .table(table)
                .value(column, Expr::cust("NULL"))
                .to_owned();
            manager.execute(cut).await?;
        }
        for table in tables().into_iter().rev() {
            manager
                .drop_table(Table::drop().table(table.name).to_owned())
                .await?;
        }
        if manager.get_database_backend() == DbBackend::Postgres {
            for function in [FROZEN, REPORT_PART, ASSESSMENT_PART] {
                let drop = format!("DROP FUNCTION {function}()");
                manager.get_connection().execute_unprepared(&drop).await?;
            }
        }
        Ok(())
    }
}

/// All tables, each after those that it refers to.
fn tables() -> Vec<Described> {
    [
        organisation(),
        areas(),
        initiatives(),
        deliveries(),
        benefits(),
        statements(),
        figures(),
        reports(),
        assessments(),
    ]
    .into_iter()
    .flatten()
    .collect()
}

fn organisation() -> Vec<Described> {
    vec![
        described("agency")
            .column(ColumnDef::new("id").small_integer().not_null().primary_key())
            .check(Expr::col("id").eq(1))
            .texts(&["name", "currency"])
            .edited(),
        entity("grading_scheme")
            .texts(&["name"])
            .bigs(&[
                "full_from_micro",
                "god_above_micro",
                "godkand_from_micro",
                "viss_above_micro",
            ])
            .bigs(&[
                "score_confirmed_micro",
                "score_partly_micro",
                "score_none_micro",
                "score_negative_micro",
            ])
            .bigs(&["weak_below_micro"])
            .edited(),
        entity("unit")
            .texts(&["name"])
            .optional_texts(&["kind"])
            .may_refer("parent_id", "unit")
            .optional_dates(&["valid_from", "valid_to"])
            .edited(),
        entity("portfolio")
            .texts(&["name"])
            .code("kind", &["strategic", "tactical"])
            .may_refer("parent_id", "portfolio")
            .edited(),
        entity("benefit_group")
            .texts(&["code", "name", "short_name"])
            .code("kind", &["external", "internal"])
            .integers(&["ordinal"])
            .unique(&["code"])
            .edited(),
    ]
}

fn areas() -> Vec<Described> {
    vec![
        entity("area_set")
            .texts(&["name"])
            .optional_dates(&["valid_from", "valid_to"])
            .edited(),
        entity("area")
            .refers_without_index("area_set_id", "area_set")
            .texts(&["number", "name", "purpose", "expected_effects"])
            .optional_texts(&["note"])
            .unique(&["area_set_id", "number"])
            .edited(),
        described("area_main_group")
            .refers_without_index("area_id", "area")
            .refers("benefit_group_id", "benefit_group")
            .integers(&["ordinal"])
            .key(&["area_id", "benefit_group_id"]),
        described("area_budget")
            .refers_without_index("area_id", "area")
            .integers(&["ordinal", "from_year", "to_year"])
            .bigs(&["amount_ore"])
            .key(&["area_id", "ordinal"]),
    ]
}

fn initiatives() -> Vec<Described> {
    vec![
        entity("initiative")
            .texts(&["name", "summary"])
            .flags(&["development_object"])
            .optional_dates(&["development_object_since"])
            .code("size", &["large", "medium", "not_stated"])
            .may_refer("area_id", "area")
            .may_refer("owner_id", "unit")
            .optional_dates(&["statutory_on"])
            .code(
                "status",
                &[
                    "proposed",
                    "decided",
                    "ongoing",
                    "delivered",
                    "realising",
                    "closed",
                    "stopped",
                ],
            )
            .flags(&["status_interpreted"])
            .optional_integers(&["started_year"])
            .optional_texts(&["focus_area", "label"])
            .flags(&["label_interpreted"])
            .index(&["status"])
            .edited(),
        described("initiative_portfolio")
            .refers_without_index("initiative_id", "initiative")
            .refers("portfolio_id", "portfolio")
            .integers(&["ordinal"])
            .key(&["initiative_id", "portfolio_id"]),
        described("initiative_dependency")
            .refers_without_index("initiative_id", "initiative")
            .refers("depends_on_id", "initiative")
            .integers(&["ordinal"])
            .key(&["initiative_id", "depends_on_id"]),
    ]
}

fn deliveries() -> Vec<Described> {
    vec![
        entity("delivery")
            .refers("initiative_id", "initiative")
            .may_refer("area_id", "area")
            .integers(&["ordinal"])
            .texts(&["name", "description"])
            .code(
                "status",
                &["planned", "partly_delivered", "delivered", "cancelled"],
            )
            .flags(&["status_interpreted"])
            .optional_texts(&["note"])
            .index(&["status"])
            .edited(),
        described("delivery_launch")
            .refers_without_index("delivery_id", "delivery")
            .integers(&["ordinal"])
            .texts(&["what"])
            .optional_when("planned")
            .optional_when("actual")
            .key(&["delivery_id", "ordinal"]),
        described("delivery_upcoming")
            .refers_without_index("delivery_id", "delivery")
            .integers(&["ordinal"])
            .texts(&["what"])
            .when("when")
            .key(&["delivery_id", "ordinal"]),
        entity("sus_evaluation")
            .refers("delivery_id", "delivery")
            .texts(&["subject"])
            .optional_when("when")
            .optional_texts(&["answers"])
            .column(ColumnDef::new("score_micro").big_integer().null())
            .optional_code("level", &["needs_action", "acceptable", "excellent"])
            .exactly_one(&["answers", "score_micro", "level"])
            .edited(),
    ]
}

fn benefits() -> Vec<Described> {
    vec![
        entity("benefit")
            .refers("initiative_id", "initiative")
            .may_refer("delivery_id", "delivery")
            .integers(&["ordinal"])
            .optional_texts(&["title"])
            .texts(&["description"])
            .code(
                "value_class",
                &["financial", "redistribution", "qualitative", "not_stated"],
            )
            .may_refer("owner_id", "unit")
            .may_refer("recipient_id", "unit")
            .optional_dates(&["expected_from", "expected_to"])
            .flags(&["unplanned"])
            .code("state", &BENEFIT_STATES)
            .optional_texts(&["not_measurable_reason", "not_measurable_approver"])
            .index(&["state"])
            .edited(),
        described("benefit_in_group")
            .refers_without_index("benefit_id", "benefit")
            .refers("benefit_group_id", "benefit_group")
            .integers(&["ordinal"])
            .column(ColumnDef::new("share_micro").big_integer().null())
            .key(&["benefit_id", "benefit_group_id"]),
    ]
}

fn statements() -> Vec<Described> {
    vec![
        entity("statement")
            .refers("initiative_id", "initiative")
            .may_refer("delivery_id", "delivery")
            .integers(&["ordinal"])
            .texts(&["text"])
            .column(ColumnDef::new("as_of").date().not_null())
            .flags(&["as_of_interpreted"])
            .code("finding", &FINDINGS)
            .flags(&["finding_interpreted"])
            .optional_when("follow_up")
            .flags(&["unplanned"])
            .may_refer("assessing_unit_id", "unit")
            .optional_texts(&["method", "note"])
            .code("state", &["draft", "submitted", "approved", "returned"])
            .flags(&["imported"])
            .may_refer("supersedes_id", "statement")
            .optional_texts(&["review_note"])
            .column(ColumnDef::new("reviewed_by").uuid().null())
            .column(ColumnDef::new("reviewed_at").big_integer().null())
            .index(&["state"])
            .index(&["follow_up_last"])
            .edited(),
        described("statement_group")
            .refers_without_index("statement_id", "statement")
            .refers("benefit_group_id", "benefit_group")
            .integers(&["ordinal"])
            .key(&["statement_id", "benefit_group_id"]),
        described("statement_benefit")
            .refers_without_index("statement_id", "statement")
            .refers("benefit_id", "benefit")
            .integers(&["ordinal"])
            .key(&["statement_id", "benefit_id"]),
        described("statement_source")
            .refers_without_index("statement_id", "statement")
            .integers(&["ordinal"])
            .code("kind", &["registry_number", "system", "other"])
            .texts(&["text"])
            .key(&["statement_id", "ordinal"]),
    ]
}

fn figures() -> Vec<Described> {
    vec![
        entity("figure")
            .may_refer("delivery_id", "delivery")
            .may_refer("benefit_id", "benefit")
            .may_refer("statement_id", "statement")
            .exactly_one(&["delivery_id", "benefit_id", "statement_id"])
            .integers(&["ordinal"])
            .texts(&["what"])
            .bigs(&["value_mantissa"])
            .column(ColumnDef::new("value_scale").small_integer().not_null())
            .column(ColumnDef::new("value_to_mantissa").big_integer().null())
            .column(ColumnDef::new("value_to_scale").small_integer().null())
            .texts(&["unit"])
            .flags(&["approximate"])
            .optional_texts(&["period"])
            .code("role", &FIGURE_ROLES)
            .flags(&["role_interpreted"]),
    ]
}

fn reports() -> Vec<Described> {
    vec![
        entity("report")
            .texts(&["title"])
            .integers(&["from_year", "to_year"])
            .refers("area_set_id", "area_set")
            .refers("grading_scheme_id", "grading_scheme")
            .column(ColumnDef::new("cut_off").date().not_null())
            .optional_texts(&["assignment_letter", "assignment_number", "assignment_name"])
            .optional_dates(&["assignment_due"])
            .optional_texts(&["assignment_recipient", "registry_number"])
            .optional_dates(&["decision_on"])
            .optional_texts(&[
                "decision_decider_title",
                "decision_forum",
                "decision_registry_number",
            ])
            .texts(&[
                "presenters_json",
                "requirements_json",
                "materials_json",
                "references_json",
                "notes_json",
            ])
            .code("state", &["draft", "under_review", "decided", "published"])
            .edited(),
        described("report_chapter")
            .refers_without_index("report_id", "report")
            .code(
                "key",
                &["foreword", "background", "method", "summary", "observations"],
            )
            .integers(&["ordinal"])
            .texts(&["text"])
            .key(&["report_id", "key"]),
        described("report_addition")
            .refers_without_index("report_id", "report")
            .refers("delivery_id", "delivery")
            .integers(&["ordinal"])
            .texts(&["reason"])
            .key(&["report_id", "delivery_id"]),
        described("frozen_report")
            .refers_without_index("report_id", "report")
            .texts(&["sha256", "model_json"])
            .bigs(&["frozen_at"])
            .key(&["report_id"]),
    ]
}

fn assessments() -> Vec<Described> {
    let none = |column: &'static str| Expr::col(column).is_null();
    let kind = |code: &'static str| Expr::col("subject_kind").eq(code);
    let one_subject = Cond::any()
        .add(
            Cond::all()
                .add(kind("area"))
                .add(none("area_id").not())
                .add(none("benefit_group_id")),
        )
        .add(
            Cond::all()
                .add(kind("group"))
                .add(none("area_id"))
                .add(none("benefit_group_id").not()),
        )
        .add(
            Cond::all()
                .add(kind("whole"))
                .add(none("area_id"))
                .add(none("benefit_group_id")),
        );
    vec![
        entity("assessment")
            .refers_without_index("report_id", "report")
            .code("subject_kind", &["area", "group", "whole"])
            .may_refer("area_id", "area")
            .may_refer("benefit_group_id", "benefit_group")
            .check(one_subject.into())
            .texts(&["subject_key"])
            .integers(&["number"])
            .unique(&["report_id", "subject_key", "number"])
            .optional_code("level", &LEVELS)
            .optional_code("component_delivery", &LEVELS)
            .optional_code("component_expected", &LEVELS)
            .optional_code("component_realised", &LEVELS)
            .texts(&["motivation"])
            .optional_texts(&["deviation_reason"])
            .code("state", &["draft", "submitted", "decided", "returned"])
            .optional_texts(&["proposal_percent"])
            .optional_code("proposal_level", &LEVELS)
            .optional_texts(&["coverage", "return_note"])
            .edited(),
        described("assessment_text")
            .refers_without_index("assessment_id", "assessment")
            .integers(&["ordinal"])
            .texts(&["text"])
            .key(&["assessment_id", "ordinal"]),
        described("assessment_text_group")
            .column(ColumnDef::new("assessment_id").uuid().not_null())
            .integers(&["text_ordinal"])
            .refers_to_pair(
                ("assessment_id", "text_ordinal"),
                "assessment_text",
                ("assessment_id", "ordinal"),
            )
            .refers("benefit_group_id", "benefit_group")
            .integers(&["ordinal"])
            .key(&["assessment_id", "text_ordinal", "benefit_group_id"]),
    ]
}

const LEVELS: [&str; 5] = ["ingen", "viss", "godkand", "god", "full"];

const FINDINGS: [&str; 7] = [
    "confirmed",
    "partly",
    "none",
    "negative",
    "not_evaluated",
    "too_early",
    "planned_followup",
];

const BENEFIT_STATES: [&str; 12] = [
    "identified",
    "specified",
    "planned",
    "decided",
    "realising",
    "realised",
    "verified",
    "sustained",
    "closed",
    "not_realised",
    "written_off",
    "replaced",
];

const FIGURE_ROLES: [&str; 9] = [
    "baseline",
    "outcome",
    "change",
    "target",
    "forecast",
    "potential",
    "scope",
    "context",
    "not_stated",
];

const PRECISIONS: [&str; 11] = [
    "day",
    "month",
    "month_range",
    "quarter",
    "season",
    "early_year",
    "turn_of_year",
    "year",
    "year_range",
    "not_before",
    "undated",
];

/// What of a decided report publishing leaves alone: all but state, version and editor.
const REPORT_FROZEN: [&str; 22] = [
    "id",
    "title",
    "from_year",
    "to_year",
    "area_set_id",
    "grading_scheme_id",
    "cut_off",
    "assignment_letter",
    "assignment_number",
    "assignment_name",
    "assignment_due",
    "assignment_recipient",
    "registry_number",
    "decision_on",
    "decision_decider_title",
    "decision_forum",
    "decision_registry_number",
    "presenters_json",
    "requirements_json",
    "materials_json",
    "references_json",
    "notes_json",
];

const FROZEN: &str = "portfolio_frozen";
const REPORT_PART: &str = "portfolio_report_part";
const ASSESSMENT_PART: &str = "portfolio_assessment_part";

/// A row that may not be written: table, event, and when (in terms of OLD).
struct Rule {
    table: &'static str,
    event: &'static str,
    when: String,
}

/// Parts of a frozen whole: table, column that leads to the whole, the whole, its frozen states, and
/// the function that guards them on PostgreSQL.
const PARTS: [(&str, &str, &str, &str, &str); 4] = [
    (
        "report_chapter",
        "report_id",
        "report",
        "'decided', 'published'",
        REPORT_PART,
    ),
    (
        "report_addition",
        "report_id",
        "report",
        "'decided', 'published'",
        REPORT_PART,
    ),
    (
        "assessment_text",
        "assessment_id",
        "assessment",
        "'decided'",
        ASSESSMENT_PART,
    ),
    (
        "assessment_text_group",
        "assessment_id",
        "assessment",
        "'decided'",
        ASSESSMENT_PART,
    ),
];

fn rules() -> Vec<Rule> {
    let changed = REPORT_FROZEN
        .map(|column| format!("NEW.{column} IS DISTINCT FROM OLD.{column}"))
        .join(" OR ");
    let rule = |table, event, when: &str| Rule {
        table,
        event,
        when: when.to_owned(),
    };
    vec![
        rule("frozen_report", "UPDATE", "1 = 1"),
        rule("frozen_report", "DELETE", "1 = 1"),
        rule("assessment", "UPDATE", "OLD.state = 'decided'"),
        rule("assessment", "DELETE", "OLD.state = 'decided'"),
        rule(
            "report",
            "UPDATE",
            &format!(
                "OLD.state = 'published' OR (OLD.state = 'decided' AND (NEW.state <> 'published' OR {changed}))"
            ),
        ),
        rule("report", "DELETE", "OLD.state IN ('decided', 'published')"),
    ]
}

/// Statements that freeze what is decided: a whole, and the parts of a frozen whole.
fn freezing(backend: DbBackend) -> Vec<String> {
    if backend == DbBackend::Sqlite {
        freezing_sqlite()
    } else {
        freezing_postgres()
    }
}

fn freezing_sqlite() -> Vec<String> {
    let trigger = |table: &str, event: &str, when: &str| {
        let lower = event.to_lowercase();
        format!(
            "CREATE TRIGGER {table}_no_{lower} BEFORE {event} ON {table} WHEN {when} \
             BEGIN SELECT RAISE(ABORT, '{table} is frozen'); END"
        )
    };
    let wholes = rules()
        .into_iter()
        .map(|rule| trigger(rule.table, rule.event, &rule.when));
    let parts = PARTS.into_iter().flat_map(|(table, column, whole, states, _)| {
        let frozen = |row: &str| {
            format!("EXISTS (SELECT 1 FROM {whole} WHERE id = {row}.{column} AND state IN ({states}))")
        };
        [
            trigger(table, "INSERT", &frozen("NEW")),
            trigger(
                table,
                "UPDATE",
                &format!("{} OR {}", frozen("OLD"), frozen("NEW")),
            ),
            trigger(table, "DELETE", &frozen("OLD")),
        ]
    });
    wholes.chain(parts).collect()
}

fn freezing_postgres() -> Vec<String> {
    let part_function = |function: &str, column: &str, whole: &str, states: &str| {
        let refuse = |row: &str| {
            format!(
                "IF EXISTS (SELECT 1 FROM {whole} WHERE id = {row}.{column} AND state IN ({states})) \
                 THEN RAISE EXCEPTION '% is frozen', TG_TABLE_NAME; END IF;"
            )
        };
        format!(
            "CREATE FUNCTION {function}() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN \
             IF TG_OP <> 'INSERT' THEN {} END IF; \
             IF TG_OP = 'DELETE' THEN RETURN OLD; END IF; \
             {} RETURN NEW; END $$",
            refuse("OLD"),
            refuse("NEW")
        )
    };
    let mut statements = vec![
        format!(
            "CREATE FUNCTION {FROZEN}() RETURNS trigger LANGUAGE plpgsql AS $$ \
             BEGIN RAISE EXCEPTION '% is frozen', TG_TABLE_NAME; END $$"
        ),
        part_function(REPORT_PART, "report_id", "report", "'decided', 'published'"),
        part_function(ASSESSMENT_PART, "assessment_id", "assessment", "'decided'"),
    ];
    for Rule { table, event, when } in rules() {
        let lower = event.to_lowercase();
        statements.push(format!(
            "CREATE TRIGGER {table}_no_{lower} BEFORE {event} ON {table} \
             FOR EACH ROW WHEN ({when}) EXECUTE FUNCTION {FROZEN}()"
        ));
    }
    for (table, _, _, _, function) in PARTS {
        statements.push(format!(
            "CREATE TRIGGER {table}_frozen BEFORE INSERT OR UPDATE OR DELETE ON {table} \
             FOR EACH ROW EXECUTE FUNCTION {function}()"
        ));
    }
    let guarded = ["frozen_report", "report", "assessment"]
        .into_iter()
        .chain(PARTS.map(|part| part.0));
    statements.extend(guarded.map(|table| {
        format!(
            "CREATE TRIGGER {table}_no_truncate BEFORE TRUNCATE ON {table} \
             FOR EACH STATEMENT EXECUTE FUNCTION {FROZEN}()"
        )
    }));
    statements
}

/// A table with its indexes, while it is being described.
struct Described {
    name: &'static str,
    create: TableCreateStatement,
    indexes: Vec<IndexCreateStatement>,
}

fn described(name: &'static str) -> Described {
    Described {
        name,
        create: Table::create().table(name).to_owned(),
        indexes: Vec::new(),
    }
}

/// A table of things with an identity of their own.
fn entity(name: &'static str) -> Described {
    described(name).column(ColumnDef::new("id").uuid().not_null().primary_key())
}

impl Described {
    fn column(mut self, column: &mut ColumnDef) -> Self {
        self.create.col(column.take());
        self
    }

    fn columns(mut self, names: &[&'static str], kind: impl Fn(&mut ColumnDef)) -> Self {
        for name in names {
            let mut column = ColumnDef::new(*name);
            kind(&mut column);
            self.create.col(column);
        }
        self
    }

    fn texts(self, names: &[&'static str]) -> Self {
        self.columns(names, |column| {
            column.text().not_null();
        })
    }

    fn optional_texts(self, names: &[&'static str]) -> Self {
        self.columns(names, |column| {
            column.text().null();
        })
    }

    fn integers(self, names: &[&'static str]) -> Self {
        self.columns(names, |column| {
            column.integer().not_null();
        })
    }

    fn optional_integers(self, names: &[&'static str]) -> Self {
        self.columns(names, |column| {
            column.integer().null();
        })
    }

    fn bigs(self, names: &[&'static str]) -> Self {
        self.columns(names, |column| {
            column.big_integer().not_null();
        })
    }

    fn flags(self, names: &[&'static str]) -> Self {
        self.columns(names, |column| {
            column.boolean().not_null();
        })
    }

    fn optional_dates(self, names: &[&'static str]) -> Self {
        self.columns(names, |column| {
            column.date().null();
        })
    }

    /// One of some codes.
    fn code(self, name: &'static str, codes: &[&str]) -> Self {
        self.texts(&[name])
            .check(Expr::col(name).is_in(codes.iter().copied()))
    }

    /// One of some codes, or nothing: a check that comes out as unknown does not refuse.
    fn optional_code(self, name: &'static str, codes: &[&str]) -> Self {
        self.optional_texts(&[name])
            .check(Expr::col(name).is_in(codes.iter().copied()))
    }

    /// A point in time as a source gives it, with the days that it can mean.
    fn when(self, prefix: &str) -> Self {
        self.when_columns(prefix, true)
    }

    fn optional_when(self, prefix: &str) -> Self {
        self.when_columns(prefix, false)
    }

    /// Its precision is there whenever it is; an undated one has no text and no days.
    fn when_columns(self, prefix: &str, required: bool) -> Self {
        let (text, precision) = (format!("{prefix}_text"), format!("{prefix}_precision"));
        let mut this = self;
        let mut column = ColumnDef::new(Alias::new(&precision));
        column.text();
        if required {
            column.not_null();
        } else {
            column.null();
        }
        this.create
            .col(ColumnDef::new(Alias::new(text)).text().null())
            .col(column)
            .col(
                ColumnDef::new(Alias::new(format!("{prefix}_first")))
                    .date()
                    .null(),
            )
            .col(ColumnDef::new(Alias::new(format!("{prefix}_last"))).date().null());
        this.check(Expr::col(Alias::new(precision)).is_in(PRECISIONS))
    }

    /// What optimistic locking and the four-eyes rule need.
    fn edited(self) -> Self {
        self.integers(&["version"])
            .column(ColumnDef::new("edited_by").uuid().null())
    }

    fn check(mut self, check: Expr) -> Self {
        self.create.check(check);
        self
    }

    fn exactly_one(self, names: &[&'static str]) -> Self {
        let count = names
            .iter()
            .map(|name| format!("CASE WHEN {name} IS NULL THEN 0 ELSE 1 END"))
            .collect::<Vec<_>>()
            .join(" + ");
        self.check(Expr::cust(format!("{count} = 1")))
    }

    fn key(mut self, names: &[&'static str]) -> Self {
        let mut key = Index::create();
        for name in names {
            key.col(*name);
        }
        self.create.primary_key(&mut key);
        self
    }

    fn named_index(&self, names: &[&'static str]) -> IndexCreateStatement {
        let mut index = Index::create();
        index
            .name(format!("{}_{}", self.name, names.join("_")))
            .table(self.name);
        for name in names {
            index.col(*name);
        }
        index
    }

    fn index(mut self, names: &[&'static str]) -> Self {
        let index = self.named_index(names);
        self.indexes.push(index);
        self
    }

    fn unique(mut self, names: &[&'static str]) -> Self {
        let index = self.named_index(names).unique().to_owned();
        self.indexes.push(index);
        self
    }

    fn foreign_key(mut self, name: &'static str, target: &'static str) -> Self {
        self.create.foreign_key(
            ForeignKey::create()
                .name(format!("{}_{name}_fkey", self.name))
                .from(self.name, name)
                .to(target, "id")
                .on_delete(ForeignKeyAction::Restrict),
        );
        self
    }

    /// Refers to a row of another table; a key or unique index that begins with it is declared too.
    fn refers_without_index(self, name: &'static str, target: &'static str) -> Self {
        self.column(ColumnDef::new(name).uuid().not_null())
            .foreign_key(name, target)
    }

    fn refers(self, name: &'static str, target: &'static str) -> Self {
        self.refers_without_index(name, target).index(&[name])
    }

    fn may_refer(self, name: &'static str, target: &'static str) -> Self {
        self.column(ColumnDef::new(name).uuid().null())
            .foreign_key(name, target)
            .index(&[name])
    }

    fn refers_to_pair(
        mut self,
        from: (&'static str, &'static str),
        target: &'static str,
        to: (&'static str, &'static str),
    ) -> Self {
        self.create.foreign_key(
            ForeignKey::create()
                .name(format!("{}_{target}_fkey", self.name))
                .from(self.name, from)
                .to(target, to)
                .on_delete(ForeignKeyAction::Restrict),
        );
        self
    }
}
