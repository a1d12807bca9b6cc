//! What every request meets: sign-in, rights, origin, headers, errors.

mod answers;
mod cookie;
mod limits;
mod origin;

use domain::role::Role;

use super::pages::Page;
use super::site::{Site, location};
use crate::support::rows::texts;

/// Every server function, as the form of a page would call it.
pub(super) const ACTIONS: [&str; 87] = [
    "/api/report_link_stop",
    "/api/report_correction_save",
    "/api/report_correction_withdraw",
    "/api/report_correction_decide",
    "/api/report_step_take",
    "/api/report_comment_save",
    "/api/report_comment_change",
    "/api/report_decide",
    "/api/freed_time_save",
    "/api/freed_time_remove",
    "/api/freed_time_review",
    "/api/freed_time_withdraw",
    "/api/freed_time_approve_many",
    "/api/sek_value_save",
    "/api/sek_value_remove",
    "/api/measure_save",
    "/api/effect_goal_save",
    "/api/effect_goal_review",
    "/api/effect_goal_remove",
    "/api/measurement_save",
    "/api/measurement_review",
    "/api/measurement_withdraw",
    "/api/measurement_file_remove",
    "/api/measurement_approve_many",
    "/api/measurement_sheet_take",
    "/api/measurements_save",
    "/api/parked_drop",
    "/api/workbook_take",
    "/api/account_save",
    "/api/account_disable",
    "/api/account_sessions_end",
    "/api/realisation_plan_save",
    "/api/realisation_plan_done",
    "/api/calculation_save",
    "/api/calculation_lines_save",
    "/api/calculation_move",
    "/api/calculation_new_version",
    "/api/calculation_alternative",
    "/api/line_build_save",
    "/api/factor_save",
    "/api/factor_value_save",
    "/api/factor_move",
    "/api/delivery_save",
    "/api/benefit_save",
    "/api/statement_save",
    "/api/statement_review",
    "/api/statement_withdraw",
    "/api/statement_approve_many",
    "/api/saved_view_save",
    "/api/saved_view_delete",
    "/api/assessment_save",
    "/api/assessment_return",
    "/api/initiative_save",
    "/api/initiative_move",
    "/api/initiative_depend",
    "/api/benefit_move",
    "/api/benefit_not_measurable",
    "/api/sus_save",
    "/api/agency_save",
    "/api/area_set_save",
    "/api/area_save",
    "/api/benefit_group_save",
    "/api/unit_save",
    "/api/portfolio_save",
    "/api/structure_delete",
    "/api/round_save",
    "/api/round_move",
    "/api/round_withdraw",
    "/api/round_answer",
    "/api/report_save",
    "/api/report_text_save",
    "/api/report_source_save",
    "/api/report_scope_change",
    "/api/example_load",
    "/api/example_remove",
    "/api/link_consume",
    "/api/password_sign_in",
    "/api/password_choose",
    "/api/second_factor_check",
    "/api/second_factor_replace",
    "/api/account_app_reset",
    "/api/session_revoke",
    "/api/password_change",
    "/api/calendar_stop",
    "/api/digest_choose",
    "/api/sign_out",
    "/api/language",
];

/// Those that need no session.
pub(super) const OPEN: [&str; 6] = [
    "/api/link_consume",
    "/api/password_sign_in",
    "/api/password_choose",
    "/api/second_factor_check",
    "/api/sign_out",
    "/api/language",
];

/// Pages of those who are halfway with signing in, or of the one answer that shows codes: everybody else is led
/// on, as `sign_in` tries.
pub(super) const HALFWAY: [&str; 3] = ["/kod", "/konto/koder", "/konto/kalender"];

/// The pages that need a session.
async fn pages(site: &Site) -> Vec<Page> {
    let pages = site.pages().await;
    pages
        .into_iter()
        .filter(|page| page.role.is_some() && !page.path.starts_with("/fel"))
        .collect()
}

#[tokio::test]
async fn every_page_is_listed() {
    let site = Site::demo().await;
    let listed = site.pages().await;
    for route in server::router::page_paths() {
        let parts: Vec<&str> = route.split('/').collect();
        let is_listed = listed.iter().any(|page| {
            let path = page.path.split(['?', '#']).next().unwrap_or_default();
            let found: Vec<&str> = path.split('/').collect();
            found.len() == parts.len()
                && found
                    .iter()
                    .zip(&parts)
                    .all(|(found, part)| found == part || (part.starts_with('{') && !found.is_empty()))
        });
        let is_listed = is_listed || HALFWAY.contains(&route.as_str());
        assert!(is_listed, "{route} is in no test: add it to Site::pages");
    }
}

#[tokio::test]
async fn every_server_function_is_listed_here() {
    let _site = Site::demo().await;
    let mut registered: Vec<String> = leptos::server_fn::axum::server_fn_paths()
        .map(|(path, _)| path.to_owned())
        .collect();
    registered.sort();
    let mut listed = ACTIONS.map(str::to_owned).to_vec();
    listed.sort();
    assert_eq!(registered, listed);
}

#[tokio::test]
async fn without_a_session_every_page_and_action_leads_to_sign_in() {
    let site = Site::demo().await;
    let client = site.client();
    for Page { path: page, .. } in pages(&site).await {
        let response = site.get(&client, &page).await;
        assert_eq!(response.status(), 303, "{page}");
        assert_eq!(location(&response), "/logga-in", "{page}");
        let body = response.text().await.expect("text");
        assert!(
            !body.contains("Kundarbete"),
            "{page} shows something of the portfolio"
        );
    }
    let signed_in_only = ACTIONS.iter().filter(|action| !OPEN.contains(action));
    for action in signed_in_only {
        let response = site
            .post(&client, action, &[("statement", "x"), ("version", "1")])
            .await;
        let to = location(&response);
        assert!(
            to == "/logga-in" || to.starts_with("/fel?kod=404"),
            "{action} leads to {to}"
        );
    }
}

#[tokio::test]
async fn each_role_sees_what_the_pages_row_says_and_nothing_else() {
    let site = Site::demo().await;
    let pages = pages(&site).await;
    for (place, role) in Role::ALL.into_iter().enumerate() {
        let client = site.signed_in(role).await;
        for Page { path, seen, .. } in &pages {
            assert_eq!(seen.len(), Role::ALL.len(), "{path} has a letter a role");
            let status = site.get(&client, path).await.status().as_u16();
            let expected = match seen.as_bytes()[place] {
                b'S' => 200,
                b'N' => 404,
                b'F' => 403,
                other => panic!("{path}: {other}"),
            };
            assert_eq!(status, expected, "{} {path}", role.code());
        }
    }
}

#[tokio::test]
async fn what_somebody_was_refused_is_in_the_audit_log() {
    let site = Site::demo().await;
    let refused = "SELECT p.payload FROM audit_event e JOIN audit_payload p ON p.seq = e.seq \
                   WHERE e.action = 'access.refuse' ORDER BY e.seq";
    let noted = async || texts(&site.services.store, refused).await;
    let reviewer = site.signed_in(Role::Reviewer).await;
    assert_eq!(site.get(&reviewer, "/struktur/enhet?namn=x").await.status(), 403);
    let sent = [("submission", "nekad"), ("name", "Hemligt namn")];
    let answer = site.post(&reviewer, "/api/unit_save", &sent).await;
    assert!(location(&answer).starts_with("/fel?kod=403"));
    let all = noted().await;
    assert_eq!(all.len(), 2, "{all:?}");
    assert!(
        all[0].contains("GET /struktur/enhet") && !all[0].contains("namn=x"),
        "{all:?}"
    );
    assert!(
        all[1].contains("POST /api/unit_save") && !all[1].contains("Hemligt"),
        "{all:?}"
    );
    // What they may leaves no such trace, nor does whoever is not signed in, nor the page that tells.
    site.get(&reviewer, "/initiativ").await;
    assert_eq!(site.get(&reviewer, &location(&answer)).await.status(), 403);
    site.get(&site.client(), "/struktur").await;
    assert_eq!(noted().await.len(), 2);
    let auditor = site.signed_in(Role::Auditor).await;
    let log = site.page(&auditor, "/revision").await;
    assert!(log.contains("Åtkomst nekades"));
}
