//! What the database and the net do to a server that runs: people are told, nothing that was acknowledged is lost, and it
//! goes on by itself once it can.

mod client;
mod disk_full;
mod postgres_gone;
mod read_only;
mod stopping;
mod syncs;
mod way;

use reqwest::StatusCode;

use crate::support::program::Server;
use crate::support::sending::{Sent, Told};

const FULL: &str = "Disken som databasen ligger på är full.";
const READ_ONLY: &str = "Databasen går att läsa, men den tar inte emot något just nu.";
const UNANSWERING: &str = "Databasen svarar inte.";
const UNSURE: &str = "Databasen slutade svara medan det sparades.";
const NOT_SAVED: &str = "Inget av det du skickade har sparats.";
const MAYBE_SAVED: &str = "Det går inte att säga om det hann sparas.";

/// The answer says why, and what became of what was sent, and gives back all that was typed in a form that sends it again.
#[track_caller]
fn gives_back(told: &Told, one: &Sent, status: u16, why: &str) {
    let Told::Other(found, page) = told else {
        panic!("{told:?}")
    };
    assert_eq!(found.as_u16(), status, "{page}");
    for said in [
        why,
        NOT_SAVED,
        "Det gick inte att spara",
        "Referensnummer",
        "action=\"/api/measure_save\"",
        &one.key,
        &one.name,
        &one.definition,
    ] {
        assert!(page.contains(said), "“{said}” is not in {page}");
    }
}

/// Each refusal says that the database does not answer and what became of what was sent.
#[track_caller]
fn say_that_it_does_not_answer(refusals: &[(StatusCode, String)]) {
    for (status, page) in refusals {
        let is_told = (page.contains(UNANSWERING) && page.contains(NOT_SAVED))
            || (page.contains(UNSURE) && page.contains(MAYBE_SAVED));
        assert!(is_told && matches!(status.as_u16(), 503 | 504), "{status} {page}");
        assert!(page.contains("Ärenden som görs om."), "what was typed: {page}");
    }
}

/// Nothing panicked.
#[track_caller]
fn nothing_panicked(server: &Server) {
    let log = server.log();
    assert!(!log.contains("panicked"), "{log}");
}
