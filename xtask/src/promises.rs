//! What the product promises, and what shows that it is kept: the table of `cargo xtask proof`.

#[cfg(test)]
mod named;

use crate::drill;

/// A promise and its proof.
pub struct Promise {
    /// What it is about.
    pub of: &'static str,
    /// What is promised.
    pub says: &'static str,
    /// What shows it.
    pub proof: Proof,
}

/// What shows that a promise is kept.
pub enum Proof {
    /// All tests whose names begin so; each beginning is that of one at least.
    Tests(&'static [&'static str]),
    /// What a benchmark says under each of these names.
    Bench(&'static [&'static str]),
    /// Holding the list of what is in the program against what is compiled into it.
    Sbom,
    /// Changing the rules of domain, one by one.
    Mutants,
    /// What being an operator has shown under each of these names.
    Drill(&'static [&'static str]),
}

use Proof::{Bench, Drill, Mutants, Sbom, Tests};

const LOST: &str = "Nothing lost";
const BELONGS: &str = "Nobody where they don't belong";
const FAST: &str = "Fast";
const EVERYONE: &str = "For everyone";
const OTHERS: &str = "Run by others";
const MEANING: &str = "Tests that mean something";

const fn promise(of: &'static str, says: &'static str, proof: Proof) -> Promise {
    Promise { of, says, proof }
}

/// All of them, in the order of the table.
pub const PROMISES: &[Promise] = &[
    promise(
        LOST,
        "an acknowledged save survives kill -9, and is on the disk before it is acknowledged",
        Tests(&[
            "killed::",
            "faults::syncs::each_save_is_on_the_disk",
            "store::every_sqlite_connection_has_the_pragmas",
        ]),
    ),
    promise(
        LOST,
        "no lost updates: a stale save shows both values",
        Tests(&[
            "drafts::stale::a_stale_",
            "web::forms::two_people_who_change_the_same_delivery",
        ]),
    ),
    promise(
        LOST,
        "no duplicates: a form sent twice makes one row",
        Tests(&[
            "drafts::sending::a_form_sent_twice",
            "web::forms::a_form_sent_twice",
        ]),
    ),
    promise(
        LOST,
        "change and audit are one",
        Tests(&[
            "store::a_fault_between_change_and_audit",
            "store::a_change_without_an_audit_event",
        ]),
    ),
    promise(
        LOST,
        "an import is all or nothing, and names line, field and reason",
        Tests(&[
            "exchange::wrong::a_file_with_one_bad_row",
            "workbook::what_is_wrong_is_told",
        ]),
    ),
    promise(
        LOST,
        "a backup restores elsewhere, taken under write load",
        Tests(&["backup::"]),
    ),
    promise(
        LOST,
        "migrations go up, down, up; a newer schema is refused",
        Tests(&["migrations::", "schema::"]),
    ),
    promise(
        LOST,
        "every released schema is brought up to date (none is released so far), and an older one once",
        Tests(&[
            "documents::each_release_is_gone_up_from",
            "migrations::an_older_schema_is_brought_up_to_date",
        ]),
    ),
    promise(
        LOST,
        "disk full, read-only, database gone: a clear error, no panic, recovery without restart",
        Tests(&[
            "faults::disk_full::",
            "faults::read_only::",
            "faults::postgres_gone::",
            "faults::way::",
            "faults::client::",
        ]),
    ),
    promise(
        LOST,
        "a clean stop: not ready, drained, with a deadline",
        Tests(&["stopping::", "faults::stopping::"]),
    ),
    promise(
        LOST,
        "what is decided is served byte for byte, whatever happens",
        Tests(&[
            "report_life::served::what_is_decided_is_served",
            "report_correction::other_database::a_reports_life_goes_along",
        ]),
    ),
    promise(
        BELONGS,
        "every service function answers every role as the table says",
        Tests(&["policy::table::every_service_function"]),
    ),
    promise(
        BELONGS,
        "every page and action asks for a session, and for the right role",
        Tests(&["web::edge::without_a_session", "web::edge::each_role_sees"]),
    ),
    promise(
        BELONGS,
        "there are no default accounts: to begin with nobody has one",
        Tests(&["accounts::nobody_has_an_account_to_begin_with"]),
    ),
    promise(
        BELONGS,
        "passwords: Argon2id, back-off kept in the database, a second factor",
        Tests(&["password::", "passwords::", "second_factor::"]),
    ),
    promise(
        BELONGS,
        "sessions end: idle, absolute, revoked, disabled",
        Tests(&[
            "policy::ways_in::a_session_",
            "policy::ways_in::a_disabled_account",
            "passwords::sessions_are_seen",
        ]),
    ),
    promise(
        BELONGS,
        "every answer carries the headers; cookies belong to the host",
        Tests(&[
            "web::edge::answers::every_answer_carries",
            "web::edge::cookie::behind_tls",
        ]),
    ),
    promise(
        BELONGS,
        "formulas are escaped in CSV and Excel",
        Tests(&[
            "register::cell::",
            "tables::tests::nothing_is_taken_for_a_formula",
        ]),
    ),
    promise(
        BELONGS,
        "files are told by their content, refused where they are too large, and never served inline",
        Tests(&[
            "evidence_files::",
            "web::measurements::a_file_that_is_not_taken",
            "web::measurements::a_measurement_with_a_file",
        ]),
    ),
    promise(
        BELONGS,
        "whatever anybody sends panics nowhere, waits for nothing and takes no room: files, archives, forms, addresses",
        Tests(&["hostile::", "nul::"]),
    ),
    promise(
        BELONGS,
        "the audit log is append only and chained; verify finds every damage",
        Tests(&["chain::", "migrations::audit_events_are_never", "cli::"]),
    ),
    promise(
        BELONGS,
        "each requirement of OWASP ASVS and each threat that names a test names one that is there",
        Tests(&[
            "documents::every_test_that_a_document_names",
            "documents::nothing_is_left",
        ]),
    ),
    promise(
        FAST,
        "pages: p95 within 50 ms at 10 000 benefits, 20 people with a second between",
        Bench(&["pages.p95.SQLite", "pages.p95.PostgreSQL"]),
    ),
    promise(
        FAST,
        "the first page after something happened: within 300 ms",
        Bench(&["pages.first.SQLite", "pages.first.PostgreSQL"]),
    ),
    promise(
        FAST,
        "the first page of a server that has just started: within 300 ms",
        Bench(&["pages.cold.SQLite", "pages.cold.PostgreSQL"]),
    ),
    promise(
        FAST,
        "that first page grows with the portfolio, and no faster",
        Bench(&["pages.linear.SQLite", "pages.linear.PostgreSQL"]),
    ),
    promise(
        FAST,
        "warm pages grow to at most twice at ten times the benefits",
        Bench(&["pages.growth.SQLite", "pages.growth.PostgreSQL"]),
    ),
    promise(
        FAST,
        "the annual report within 1 s as PDF and 0.3 s as JSON",
        Bench(&["reports"]),
    ),
    promise(
        FAST,
        "an import of 10 000 rows within 5 s, on disk",
        Bench(&["import.SQLite", "import.PostgreSQL"]),
    ),
    promise(
        FAST,
        "twenty wrong passwords a second slow nobody to more than twice",
        Bench(&["guessing"]),
    ),
    promise(
        FAST,
        "a calculation of 200 lines over 15 years within 10 ms",
        Bench(&["calculation"]),
    ),
    promise(
        FAST,
        "a portfolio of 2 000 initiatives is generated within 60 s",
        Bench(&["generate.SQLite", "generate.PostgreSQL"]),
    ),
    promise(
        FAST,
        "idle memory within 100 MB, answering 0.5 s after its start",
        Bench(&["start"]),
    ),
    promise(
        FAST,
        "nothing on a page moves by itself (CLS within 0.05)",
        Tests(&["web::felt::"]),
    ),
    promise(
        FAST,
        "in a browser: LCP within 1.5 s, CLS within 0.05, Lighthouse 95 or more",
        Bench(&["lighthouse"]),
    ),
    promise(
        FAST,
        "first load within 250 kB",
        Tests(&["web::edge::answers::first_load_is_small"]),
    ),
    promise(
        FAST,
        "questions to the database do not grow with the portfolio",
        Tests(&["queries::", "workbook::each_row_costs_the_same"]),
    ),
    promise(
        EVERYONE,
        "WCAG 2.2 AA on every page, wide and narrow, light and dark",
        Tests(&["web::accessibility::"]),
    ),
    promise(
        EVERYONE,
        "everything can be done without JavaScript and by keyboard",
        Tests(&[
            "web::forms::",
            "web::keyboard::",
            "web::by_hand::a_portfolio_is_built_without_scripts",
        ]),
    ),
    promise(
        EVERYONE,
        "an invalid submission shows each error and every typed value, for every form",
        Tests(&[
            "web::wrong::",
            "drafts::invalid::an_invalid_",
            "web::forms::an_invalid_",
            "web::freed_time::freed_time_that_is_wrong",
            "web::plan::a_plan_that_is_wrong",
            "measures::forms::what_is_wrong_comes_back",
            "factors::a_factor_says_what_is_wrong",
        ]),
    ),
    promise(EVERYONE, "Swedish and English complete", Tests(&["catalogue::"])),
    promise(
        EVERYONE,
        "every page leads to an accessibility statement",
        Tests(&["web::audit::every_page_leads_to_the_accessibility_statement"]),
    ),
    promise(
        EVERYONE,
        "PDF/A-2a and PDF/UA-1",
        Tests(&[
            "pdf::tests::both_languages_are_what",
            "pdf::tests::other_programs",
        ]),
    ),
    promise(
        EVERYONE,
        "Word with real headings, opened by LibreOffice",
        Tests(&["word::"]),
    ),
    promise(OTHERS, "one binary with its assets inside", Bench(&["assets"])),
    promise(
        OTHERS,
        "help with examples, clear errors; settings by file, environment and flags",
        Tests(&["cli::", "configuration::"]),
    ),
    promise(
        OTHERS,
        "two servers on one PostgreSQL: sessions, drafts, versions, reminders, memo, migrations",
        Tests(&["many_servers::"]),
    ),
    promise(
        OTHERS,
        "JSON logs: one number from a line to the audit row and the error page",
        Tests(&["one_trace::"]),
    ),
    promise(OTHERS, "metrics on a port of their own", Tests(&["metrics::"])),
    promise(
        OTHERS,
        "units of systemd are whole, the package brings what they name; the container's text, scripts and settings name what there is",
        Tests(&["packaging::"]),
    ),
    promise(
        OTHERS,
        "where systemd runs: installed, shut in by its sandbox, backed up, restored elsewhere, upgraded, taken back",
        Drill(&[drill::PACKAGE]),
    ),
    promise(
        OTHERS,
        "a container from the Containerfile: no root, nothing written but its volume",
        Drill(&[drill::CONTAINER]),
    ),
    promise(
        OTHERS,
        "the runbook's drills: back up, restore elsewhere, upgrade",
        Tests(&["runbook::"]),
    ),
    promise(
        OTHERS,
        "what has had its time goes, a name is erased on request, and both are told in docs/retention.md",
        Tests(&["retention::", "cli::disposal::what_has_had_its_time"]),
    ),
    promise(
        OTHERS,
        "the licence is EUPL-1.2; the changelog tells what changes",
        Tests(&["documents::licence_and_changes_are_told"]),
    ),
    promise(OTHERS, "a list of all that is in the program (SBOM)", Sbom),
    promise(
        MEANING,
        "what tests need and is not there (PostgreSQL, a browser) fails them, and skips none",
        Tests(&["missing::", "test::tests::what_tests_need"]),
    ),
    promise(
        MEANING,
        "six renderings agree with the facts in every name, level and figure",
        Tests(&["facts::"]),
    ),
    promise(
        MEANING,
        "a statement taken out of the import, and any fact changed in it, makes them disagree",
        Tests(&[
            "facts::taking_one_statement_out",
            "facts::changing_any_kind_of_fact",
            "facts::page::taking_one_statement_out",
            "facts::six::a_cell_that_differs",
        ]),
    ),
    promise(
        MEANING,
        "no rule of domain can be changed without a test of domain failing, or it is listed why",
        Mutants,
    ),
    promise(
        MEANING,
        "no figure of the facts stands in the code",
        Tests(&["facts::code::no_figure_of_the_facts"]),
    ),
];
