//! A page asks the database as many questions as it always does, however much there is.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;
use std::sync::{Arc, Mutex};

use domain::assessment::SubjectKey;
use domain::ctx::Ctx;
use domain::history::SubjectKind;
use domain::id::{FollowUpRoundId, InitiativeId, ReportId};
use domain::register::Query;
use domain::role::Role;
use domain::work::WorkKind;
use sea_orm::{ConnectionTrait, DbBackend, Statement};
use serde_json::Value;
use server::router::Edge;
use service::{Format, Services};
use store::Kind;

use crate::support::database::{World, on, on_both};
use crate::support::demo::{Demo, portfolio_json};
use crate::support::grown::grown;
use crate::support::rounds::rounds;
use crate::web::pages::Page;
use crate::web::site::Site;

on_both!(
    use_cases_ask_no_more_of_the_database_when_there_is_more_in_it,
    pages_ask_no_more_of_the_database_when_there_is_more_in_it,
);

/// Nearly all statements are approved, which SQLite does not know: whoever is to be looked for by the state of a few is found by
/// going through all of them, at each page anew.
#[test]
fn a_register_looks_for_no_statement_by_its_state() {
    on(Kind::Sqlite, no_statement_by_its_state);
}

async fn no_statement_by_its_state(world: World) {
    let demo = Demo::load(&world).await;
    let (ctx, mut services) = (demo.ctx(Role::SteeringUnit), demo.services);
    let sent: Arc<Mutex<Vec<Statement>>> = Arc::default();
    let log = Arc::clone(&sent);
    services.store = services.store.watched(move |statement, _| {
        log.lock()
            .expect("nobody fails while holding it")
            .push(statement.clone());
    });
    service::initiative_register(&ctx, &services, &Query::default())
        .await
        .expect("the register");
    service::benefit_register(&ctx, &services, &Query::default())
        .await
        .expect("the register");
    service::statement_register(&ctx, &services, &Query::default(), &[])
        .await
        .expect("the register");
    let sent = std::mem::take(&mut *sent.lock().expect("nobody fails while holding it"));
    assert!(sent.len() > 4, "{sent:?}");
    let few = Statement::from_string(
        DbBackend::Sqlite,
        "SELECT id FROM statement WHERE state = 'submitted'",
    );
    let steps = plan(&services, few).await;
    assert!(
        steps.contains("statement_state"),
        "it is called otherwise: {steps}"
    );
    for statement in sent.into_iter().filter(|one| one.sql.starts_with("SELECT")) {
        let sql = statement.sql.clone();
        let steps = plan(&services, statement).await;
        assert!(!steps.contains("statement_state"), "{steps}: {sql}");
    }
}

/// The steps in which SQLite answers a statement.
async fn plan(services: &Services, mut statement: Statement) -> String {
    let sql = statement.sql.clone();
    statement.sql.insert_str(0, "EXPLAIN QUERY PLAN ");
    let rows = services.store.reader().query_all_raw(statement).await;
    let rows = rows.unwrap_or_else(|error| panic!("{sql}: {error}"));
    let steps = rows
        .iter()
        .map(|row| row.try_get("", "detail").expect("a step of the plan"));
    steps.collect::<Vec<String>>().join("\n")
}

/// Each page, and the statements that it sent.
async fn questions(ctx: &Ctx, services: &Services, round: FollowUpRoundId) -> BTreeMap<String, u64> {
    let first: InitiativeId = id(&portfolio_json()["initiatives"][0]);
    let reports = portfolio_json()["reports"].clone();
    let decided: ReportId = id(&reports[0]);
    let open: ReportId = id(&reports[1]);
    let area = SubjectKey::Area("4.1".to_owned());
    let mut counts = BTreeMap::new();
    macro_rules! ask {
        ($($name:literal: $call:expr;)+) => {$(
            let before = services.store.statements();
            $call.await.unwrap_or_else(|error| panic!("{}: {error}", $name));
            counts.insert($name.to_owned(), services.store.statements() - before);
        )+};
    }
    ask! {
        "overview, decided": service::overview_view(ctx, services, Some(2024));
        "overview, open": service::overview_view(ctx, services, None);
        "rounds": service::round_list(ctx, services);
        "round": service::round_view(ctx, services, round);
        "work list": service::work_view(ctx, services, None, None);
        "next of the work list": service::work_next(ctx, services, WorkKind::Approve);
        "area, decided": service::area_view(ctx, services, "4.1", Some(2024));
        "area, open": service::area_view(ctx, services, "4.1", None);
        "initiatives": service::initiative_register(ctx, services, &Query::default());
        "initiatives, filtered": service::initiative_register(ctx, services, &Query::parse_query("sok=a+e&status=ongoing&sortera=-nyttor"));
        "initiatives as a file": service::initiative_list(ctx, services, &Query::default());
        "benefits": service::benefit_register(ctx, services, &Query::default());
        "benefits, filtered": service::benefit_register(ctx, services, &Query::parse_query("sok=a+e&leverans=med"));
        "benefits as a file": service::benefit_list(ctx, services, &Query::default());
        "statements": service::statement_register(ctx, services, &Query::default(), &[]);
        "statements as a file": service::statement_list(ctx, services, &Query::default());
        "initiative": service::initiative_view(ctx, services, first);
        "calculations": service::calculation_list(ctx, services, "a", None);
        "calibration": service::calibration_view(ctx, services);
        "measures": service::measure_list(ctx, services, "a", 1);
        "measurements to approve": service::measurements_review(ctx, services);
        "factors": service::factor_list(ctx, services);
        "reports": service::report_list(ctx, services);
        "report, decided": service::report_view(ctx, services, decided);
        "report, open": service::report_view(ctx, services, open);
        "report as a file": service::report_render(ctx, services, 2025, Format::Json);
        "reports compared": service::report_comparison(ctx, services, open, None);
        "report as of another day": service::report_as_of(ctx, services, decided, ctx.today().pred_opt());
        "report presented": service::report_presentation(ctx, services, open);
        "who has to do what": service::report_responsible(ctx, services, open);
        "gradings, decided": service::assessment_list(ctx, services, Some(2024));
        "gradings, open": service::assessment_list(ctx, services, None);
        "grading of the whole": service::assessment_view(ctx, services, &SubjectKey::Whole, None, None);
        "grading": service::assessment_view(ctx, services, &area, None, None);
        "form of a delivery": service::delivery_form(ctx, services, first, None, None);
        "history of an initiative": service::history_view(ctx, services, SubjectKind::Initiative, &first.to_string(), None);
        "history of a report": service::history_view(ctx, services, SubjectKind::Report, &open.to_string(), None);
        "guided start": service::start_view(ctx, services);
        "form of a benefit": service::benefit_form(ctx, services, first, None, None, None);
        "freed time": service::realised_view(ctx, services, None);
        "freed time to approve": service::freed_times_review(ctx, services);
        "form of a plan": service::realisation_plan_form(ctx, services, first, id(&portfolio_json()["benefits"][0]), None);
    }
    counts
}

fn id<T: std::str::FromStr<Err = uuid::Error>>(entity: &Value) -> T {
    entity["id"].as_str().expect("an id").parse().expect("an id")
}

/// Each page as a browser asks for it, and the statements that the whole request sent: the session's
/// too, and whatever the page asks for beside its own use case.
async fn requests(site: &Site) -> BTreeMap<String, u64> {
    let mut counts = BTreeMap::new();
    let mut clients = BTreeMap::new();
    for Page { role, path, .. } in site.pages().await {
        let client = match clients.entry(role) {
            Entry::Occupied(signed_in) => signed_in.into_mut(),
            Entry::Vacant(new) => new.insert(match role {
                Some(role) => site.signed_in(role).await,
                None => site.client(),
            }),
        };
        let before = site.services.store.statements();
        let status = site.get(client, &path).await.status();
        assert!(status == 200 || path.starts_with("/fel"), "{path}: {status}");
        // One name for a page, whichever thing it shows: made anew, it has another identity.
        let named: Vec<&str> = path
            .split('/')
            .map(|part| if part.len() > 30 { "…" } else { part })
            .collect();
        let page = format!("{:02} {}", counts.len(), named.join("/"));
        counts.insert(page, site.services.store.statements() - before);
    }
    counts
}

async fn pages_ask_no_more_of_the_database_when_there_is_more_in_it(world: World) {
    let mut before: Option<BTreeMap<String, u64>> = None;
    for times in [1, 2, 5] {
        let demo = Demo::load_portfolio(&world, grown(times - 1).to_string().as_bytes()).await;
        let site = Site::of(demo.services, Edge::default()).await;
        let counts = requests(&site).await;
        println!("{times} × the portfolio on {:?}: {counts:#?}", world.kind());
        assert!(counts.values().all(|&count| count < 65), "{counts:?}");
        if let Some(before) = before {
            assert_eq!(before, counts, "fewer on the left, more on the right");
        }
        before = Some(counts);
    }
}

async fn use_cases_ask_no_more_of_the_database_when_there_is_more_in_it(world: World) {
    let mut before: Option<BTreeMap<String, u64>> = None;
    for times in [1, 2, 5] {
        let demo = Demo::load_portfolio(&world, grown(times - 1).to_string().as_bytes()).await;
        let ctx = demo.ctx(Role::SteeringUnit);
        let rows = service::initiative_list(&ctx, &demo.services, &Query::default())
            .await
            .expect("the register")
            .rows;
        assert_eq!(rows.len(), 41 * times);
        let [round, _] = rounds(&demo).await;
        let report = demo.report_json(2025).await;
        assert!(report["totals"]["deliveries"].as_u64() >= Some(32 * times as u64));
        assert!(report["totals"]["realised_statements"].as_u64() >= Some(71 * times as u64));

        let counts = questions(&ctx, &demo.services, round).await;
        println!("{times} × the portfolio on {:?}: {counts:#?}", world.kind());
        assert!(
            counts.values().all(|&count| count > 0),
            "a page that asks nothing is not counted: {counts:?}"
        );
        assert!(counts.values().all(|&count| count < 60), "{counts:?}");
        if let Some(before) = before {
            assert_eq!(before, counts, "fewer on the left, more on the right");
        }
        before = Some(counts);
    }
}
