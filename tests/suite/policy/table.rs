//! Every service function answers every role as the table says, and has its row there.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use domain::ctx::Ctx;
use domain::id::{AccountId, PortfolioId, UnitId};
use domain::role::{Grant, Role, Scope};
use uuid::Uuid;

use super::portfolio::ROWS;
use super::{
    Ground, Row, access, by_hand, calculation, factor, measure, plan, realised, report_beside,
    report_correction, report_life, report_outside,
};
use crate::support::database::{World, on_both};
use crate::support::demo::{Demo, anonymous, as_account, somebody};
use crate::support::rows::{audit_seq, count};
use crate::support::{now, operator, repository};

on_both!(every_service_function_answers_every_role_as_the_table_says);

/// The table. Setting this variable writes it anew, and fails: look at what has changed.
const WRITE: &str = "NYTTA_WRITE_GOLDEN";

/// Everybody who asks.
fn columns(demo: &Demo) -> Vec<(&'static str, Ctx)> {
    let yesterday = now().date_naive().pred_opt();
    let lapsed = Role::ALL.map(|role| Grant {
        role,
        scope: Scope::All,
        from: None,
        to: yesterday,
    });
    let elsewhere = Scope::Portfolios(vec![PortfolioId(Uuid::now_v7())]);
    let mut columns = vec![("nobody", anonymous()), ("operator", operator())];
    columns.extend(Role::ALL.map(|role| (role.code(), demo.ctx(role))));
    columns.push(("no_role", as_account(AccountId(Uuid::now_v7()), Vec::new())));
    columns.push((
        "lapsed_roles",
        as_account(AccountId(Uuid::now_v7()), lapsed.to_vec()),
    ));
    columns.push(("other_manager", somebody(Role::PortfolioManager, elsewhere)));
    let unit = Scope::Units(vec![UnitId(Uuid::now_v7())]);
    columns.push(("other_owner", somebody(Role::BenefitOwner, unit)));
    columns
}

/// All rooms of the table.
fn all_rows() -> impl Iterator<Item = &'static Row> {
    let rooms = ROWS.iter().chain(&by_hand::ROWS).chain(&access::ROWS);
    let rooms = rooms.chain(&calculation::ROWS).chain(&factor::ROWS);
    let rooms = rooms.chain(&measure::ROWS).chain(&plan::ROWS);
    let rooms = rooms.chain(&realised::ROWS).chain(&report_life::ROWS);
    let rooms = rooms.chain(&report_correction::ROWS);
    rooms.chain(&report_outside::ROWS).chain(&report_beside::ROWS)
}

async fn every_service_function_answers_every_role_as_the_table_says(world: World) {
    let ground = Ground::new(&world).await;
    let store = &ground.services().store;
    let columns = columns(&ground.demo);
    let mut table = vec![
        "# What each service function answers each of those who ask. \"not found\": they may not know of it.".to_owned(),
        "# \"ok, undecided\": with judgements that nobody has decided yet. \"draft\": kept, with what is wrong.".to_owned(),
        "# Nobody holds a link or a session's token but the one it was given to: whoever has it may use it.".to_owned(),
    ];
    let line = |cells: Vec<&str>| {
        let mut line = format!("{:<58}", cells[0]);
        cells[1..]
            .iter()
            .for_each(|cell| line.push_str(&format!("{cell:<18}")));
        line.trim_end().to_owned()
    };
    table.push(line(
        std::iter::once("#")
            .chain(columns.iter().map(|(name, _)| *name))
            .collect(),
    ));
    for row in all_rows() {
        let mut cells = vec![format!("{} {}", row.function, row.with).trim_end().to_owned()];
        for (who, ctx) in &columns {
            let prepares = matches!(
                row.function,
                "statement_review"
                    | "statement_approve_many"
                    | "statement_withdraw"
                    | "saved_view_delete"
                    | "link_consume"
                    | "password_sign_in"
                    | "identity_sign_in"
                    | "own_session_end"
                    | "session_resolve"
                    | "link_peek"
                    | "report_archive_file"
            );
            let before = (audit_seq(store).await, count(store, "form_draft").await);
            let answer = ground.ask(row, ctx).await;
            // Who gets nothing leaves nothing behind.
            if !answer.starts_with("ok") && answer != "draft" && !prepares {
                let after = (audit_seq(store).await, count(store, "form_draft").await);
                assert_eq!(
                    before, after,
                    "{}: {who} got “{answer}” and left something",
                    cells[0]
                );
            }
            cells.push(answer);
        }
        table.push(line(cells.iter().map(String::as_str).collect()));
    }
    let told = table.join("\n") + "\n";
    let golden = repository().join("tests/golden/policy-matrix.txt");
    let written = std::fs::read_to_string(&golden).unwrap_or_default();
    if told != written {
        if std::env::var_os(WRITE).is_some() {
            std::fs::write(&golden, &told).expect("writes");
            panic!(
                "{} was written anew: look at what has changed, and run again",
                golden.display()
            );
        }
        let old: BTreeSet<&str> = written.lines().collect();
        let new: BTreeSet<&str> = told.lines().collect();
        let changes: Vec<String> = (old.difference(&new).map(|line| format!("- {line}")))
            .chain(new.difference(&old).map(|line| format!("+ {line}")))
            .collect();
        panic!(
            "{} says otherwise. If the table is to change: {WRITE}=1\n{}",
            golden.display(),
            changes.join("\n")
        );
    }
}

/// Public functions of the service that can wait, by name: found in its sources, not listed.
fn service_functions() -> BTreeSet<String> {
    let mut files = Vec::new();
    rust_files(&repository().join("server/service/src"), &mut files);
    let mut functions = BTreeSet::new();
    for file in files {
        let text = std::fs::read_to_string(&file).expect("reads");
        let mut rest = text.as_str();
        while let Some((_, after)) = rest.split_once("pub async fn ") {
            let name: String = after
                .chars()
                .take_while(|c| c.is_alphanumeric() || *c == '_')
                .collect();
            assert!(
                functions.insert(name.clone()),
                "two functions are called {name}: give each a row"
            );
            rest = after;
        }
    }
    functions
}

fn rust_files(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            rust_files(&path, found);
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            found.push(path);
        }
    }
}

#[test]
fn every_service_function_has_its_row() {
    let functions = service_functions();
    assert!(functions.len() > 20, "{functions:?}");
    let rows: BTreeSet<String> = all_rows().map(|row| row.function.to_owned()).collect();
    assert_eq!(functions, rows, "functions on the left, rows on the right");
    // And each is to be had from outside: a function that is not exported has no business being public.
    let text = ["lib.rs", "exchange/mod.rs"]
        .map(|file| {
            std::fs::read_to_string(repository().join("server/service/src").join(file)).expect("reads")
        })
        .concat();
    let exported: BTreeSet<&str> = text
        .split(';')
        .filter(|item| item.contains("pub use"))
        .flat_map(|item| item.split(|c: char| !(c.is_alphanumeric() || c == '_')))
        .collect();
    for function in functions {
        assert!(
            exported.contains(function.as_str()),
            "{function} is public and not exported"
        );
    }
}
