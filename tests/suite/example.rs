//! The example: loaded, tried, and removed so that nothing of it is left.

use std::collections::BTreeMap;

use domain::assessment::SubjectKey;
use domain::ctx::Ctx;
use domain::example::{InTheWay, Removal};
use domain::form::{
    AgencyForm, AreaForm, AreaSetForm, AssessmentForm, BenefitForm, DeliveryForm, FigureRows, InitiativeForm,
    PortfolioForm, RealisationPlanForm, ReportForm, StatementForm, SusForm, UnitForm,
};
use domain::history::SubjectKind;
use domain::id::InitiativeId;
use domain::register::Query;
use domain::role::{Role, Scope};
use domain::round::RoundState;
use domain::work::WorkKind;
use serde_json::Value;
use server::router::Edge;
use service::{Answer, Result, Services};
use store::{Kind, Store};
use uuid::Uuid;

use crate::exchange::schema;
use crate::start::with_people;
use crate::support::database::{World, on_both};
use crate::support::demo::somebody;
use crate::support::repository_file;
use crate::support::rounds::{round_at, round_form};
use crate::support::rows::{audit_seq, count, must, number, texts};
use crate::web::html::{self, hrefs, text};
use crate::web::site::{Site, location};

on_both!(
    loading_and_removing_leaves_everything_as_it_was,
    what_was_there_before_is_kept,
    what_people_have_written_in_it_goes_with_it,
    what_waits_in_it_may_be_approved_by_who_loaded_it,
    nothing_but_what_was_shown_goes,
    it_is_not_loaded_beside_a_portfolio,
    what_ones_own_things_rest_on_stays,
    what_refers_to_it_stands_in_the_way,
    what_is_decided_stands_in_the_way,
    what_the_rule_does_not_know_of_is_not_torn_apart,
    it_is_shown_as_an_example_and_removed_by_whoever_may,
);

/// Where an accepted form leads.
fn done(answer: Result<Answer>) -> String {
    match answer {
        Ok(Answer::Done(place)) => place,
        other => panic!("not accepted: {other:?}"),
    }
}

/// Part of an address, after what comes before it.
fn after(place: &str, before: &str) -> String {
    let (_, rest) = place.split_once(before).expect("the address has that part");
    rest.split(['?', '#', '/']).next().unwrap_or_default().to_owned()
}

fn key() -> String {
    Uuid::now_v7().to_string()
}

fn steering() -> Ctx {
    somebody(Role::SteeringUnit, Scope::All)
}

fn manager() -> Ctx {
    somebody(Role::PortfolioManager, Scope::All)
}

async fn load(services: &Services) -> String {
    let place = service::example_load(&steering(), services).await.expect("may");
    after(&place, "klart=")
}

async fn removal(services: &Services) -> (Removal, String) {
    let view = service::example_view(&steering(), services).await.expect("may");
    (view.removal.expect("it is loaded"), view.seen)
}

async fn remove(services: &Services) -> String {
    let (_, seen) = removal(services).await;
    service::example_remove(&steering(), services, &seen)
        .await
        .expect("may")
}

/// How many rows every table has, but those of the audit log and of what browsers do.
async fn rows(store: &Store) -> BTreeMap<String, i64> {
    let tables = match store.kind() {
        Kind::Sqlite => "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'",
        Kind::Postgres => {
            "SELECT table_name::text FROM information_schema.tables WHERE table_schema = 'public'"
        }
    };
    let left_out = ["form_draft", "form_submission", "session", "seaql_migrations"];
    let mut rows = BTreeMap::new();
    for table in texts(store, tables).await {
        if !table.starts_with("audit_") && !left_out.contains(&table.as_str()) {
            rows.insert(table.clone(), count(store, &table).await);
        }
    }
    assert!(rows.len() > 30, "{rows:?}");
    rows
}

async fn agency(services: &Services) {
    let form = AgencyForm {
        submission: key(),
        name: "Vår myndighet".to_owned(),
        currency: "SEK".to_owned(),
        usual_groups: "1".to_owned(),
        ..AgencyForm::default()
    };
    done(service::agency_save(&steering(), services, form).await);
}

async fn area_set(services: &Services) -> String {
    let form = AreaSetForm {
        submission: key(),
        name: "Våra områden".to_owned(),
        ..AreaSetForm::default()
    };
    after(
        &done(service::area_set_save(&steering(), services, form).await),
        "#area_set-",
    )
}

async fn area(services: &Services, set: &str, groups: Vec<String>) {
    let form = AreaForm {
        submission: key(),
        area_set: set.to_owned(),
        number: "9".to_owned(),
        name: "Tillagt".to_owned(),
        main_groups: groups,
        ..AreaForm::default()
    };
    done(service::area_save(&steering(), services, form).await);
}

/// An initiative of one's own.
async fn initiative(services: &Services, form: InitiativeForm) -> String {
    let form = InitiativeForm {
        submission: key(),
        name: "Vårt initiativ".to_owned(),
        status: "ongoing".to_owned(),
        ..form
    };
    after(
        &done(service::initiative_save(&manager(), services, form).await),
        "/initiativ/",
    )
}

/// Identities of the example, by kind and place in the file.
fn its(list: &str, index: usize) -> String {
    let example: Value = serde_json::from_str(&repository_file("server/demo/example.json")).expect("JSON");
    let id = example[list][index]["id"].as_str().expect("an id");
    id.to_owned()
}

#[test]
fn the_example_follows_the_schema_and_decides_nothing() {
    let example: Value = serde_json::from_str(&repository_file("server/demo/example.json")).expect("JSON");
    let problems: Vec<_> = schema()
        .iter_errors(&example)
        .map(|error| error.to_string())
        .collect();
    assert_eq!(problems, [""; 0]);
    let of = |list: &str| example[list].as_array().expect("a list").clone();
    assert!(of("reports").iter().all(|report| report["decision"].is_null()));
    assert!(
        of("assessments").iter().all(|one| one["state"].is_null()),
        "a draft"
    );
    let findings: std::collections::BTreeSet<_> = of("statements")
        .iter()
        .map(|one| one["finding"]["value"].to_string())
        .collect();
    assert!(findings.len() >= 5, "{findings:?}");
    let waiting = of("statements")
        .iter()
        .filter(|one| one["state"] == "submitted")
        .count();
    assert_eq!(waiting, 1, "one waits for approval");
}

async fn loading_and_removing_leaves_everything_as_it_was(world: World) {
    let services = world.services().await;
    let store = &services.store;
    let before = rows(store).await;
    assert_eq!(load(&services).await, "exempel-inlast");
    let loaded = rows(store).await;
    assert_eq!(
        (loaded["initiative"], loaded["benefit"], loaded["agency"]),
        (3, 8, 1)
    );
    let seq = audit_seq(store).await;
    assert_eq!(load(&services).await, "exempel-finns");
    assert_eq!(audit_seq(store).await, seq, "nothing happened");

    let overview = service::overview_view(&manager(), &services, None)
        .await
        .expect("may read");
    assert!(overview.example);
    let standing = overview.standing.expect("a report");
    assert_eq!(standing.report.period(), "2024–2026");
    assert!(
        standing.totals.late > 0,
        "something is late: {:?}",
        standing.totals
    );
    let tally = &standing.tally;
    assert!(
        tally.stated > 2 && tally.missing > 0 && tally.not_due > 0,
        "different evidence: {tally:?}"
    );

    let (removal, seen) = removal(&services).await;
    assert!(removal.in_the_way.is_empty() && removal.stays.is_empty());
    assert!(removal.going.iter().all(|(_, of)| of.added == 0));
    let place = service::example_remove(&steering(), &services, &seen)
        .await
        .expect("may");
    assert_eq!(place, "/kom-igang?klart=exempel-borttaget");
    assert_eq!(rows(store).await, before);
    let again = service::example_remove(&steering(), &services, &seen)
        .await
        .expect("may");
    assert_eq!(again, "/kom-igang?klart=exempel-borta");
    for action in ["example.load", "example.remove"] {
        let sql = format!("SELECT COUNT(*) FROM audit_event WHERE action = '{action}'");
        assert_eq!(number(store, &sql).await, 1, "{action}");
    }
    let auditor = somebody(Role::Auditor, Scope::All);
    let verified = service::chain_verify(&auditor, &services, None)
        .await
        .expect("may");
    assert!(verified.is_ok(), "{verified:?}");
    assert_eq!(load(&services).await, "exempel-inlast", "and anew");
}

async fn what_was_there_before_is_kept(world: World) {
    let services = world.services().await;
    agency(&services).await;
    let unit = UnitForm {
        submission: key(),
        name: "Vår enhet".to_owned(),
        ..UnitForm::default()
    };
    done(service::unit_save(&steering(), &services, unit).await);
    let portfolio = PortfolioForm {
        submission: key(),
        name: "Strategisk".to_owned(),
        kind: "strategic".to_owned(),
        ..PortfolioForm::default()
    };
    done(service::portfolio_save(&steering(), &services, portfolio).await);
    let structure = async || {
        let view = service::structure_view(&steering(), &services)
            .await
            .expect("may read");
        (view.agency, view.groups, view.units, view.portfolios)
    };
    let (before, counted) = (structure().await, rows(&services.store).await);
    assert_eq!(load(&services).await, "exempel-inlast");
    let loaded = structure().await;
    assert_eq!(loaded.0, before.0, "the agency keeps its name");
    assert_eq!(
        loaded.1, before.1,
        "the example rests on the groups that there are"
    );
    assert_eq!(count(&services.store, "grading_scheme").await, 1);
    assert_eq!(remove(&services).await, "/kom-igang?klart=exempel-borttaget");
    assert_eq!(structure().await, before);
    assert_eq!(rows(&services.store).await, counted);
}

async fn what_people_have_written_in_it_goes_with_it(world: World) {
    let services = world.services().await;
    let before = rows(&services.store).await;
    load(&services).await;
    let (initiative, group) = (its("initiatives", 0), its("benefit_groups", 1));
    let delivery = DeliveryForm {
        submission: key(),
        initiative: initiative.clone(),
        name: "Tillagd".to_owned(),
        description: "Vad den är.".to_owned(),
        status: "planned".to_owned(),
        launch_what: vec!["Sedan".to_owned()],
        planned: vec!["2026".to_owned()],
        actual: vec![String::new()],
        ..DeliveryForm::default()
    };
    let delivery = after(
        &done(service::delivery_save(&manager(), &services, delivery).await),
        "#leverans-",
    );
    let benefit = BenefitForm {
        submission: key(),
        initiative: initiative.clone(),
        delivery: delivery.clone(),
        groups: vec![group],
        description: "Tillagd nytta.".to_owned(),
        ..BenefitForm::default()
    };
    let benefit = after(
        &done(service::benefit_save(&manager(), &services, benefit).await),
        "#nytta-",
    );
    let unit = its("units", 0);
    let plan = RealisationPlanForm {
        submission: key(),
        initiative: initiative.clone(),
        benefit: benefit.clone(),
        activity_text: vec!["Utbilda".to_owned()],
        activity_unit: vec![unit.clone()],
        risk_text: vec!["Få använder den".to_owned()],
        follow_up_unit: unit,
        ..RealisationPlanForm::default()
    };
    done(service::realisation_plan_save(&manager(), &services, plan).await);
    let statement = StatementForm {
        submission: key(),
        initiative,
        delivery: delivery.clone(),
        benefits: vec![benefit],
        text: "Tillagt.".to_owned(),
        finding: "partly".to_owned(),
        as_of: "2025-06-30".to_owned(),
        figures: FigureRows {
            figure_what: vec!["Väntan".to_owned()],
            figure_value: vec!["4".to_owned()],
            figure_unit: vec!["dagar".to_owned()],
            figure_role: vec!["outcome".to_owned()],
            ..FigureRows::default()
        },
        source_kind: vec!["system".to_owned()],
        source_text: vec!["Loggen".to_owned()],
        action: "submit".to_owned(),
        ..StatementForm::default()
    };
    done(service::statement_save(&manager(), &services, statement).await);
    let sus = SusForm {
        submission: key(),
        delivery,
        subject: "Vyn".to_owned(),
        known: "level".to_owned(),
        level: "acceptable".to_owned(),
        ..SusForm::default()
    };
    done(service::sus_save(&manager(), &services, sus).await);
    area(&services, &its("area_sets", 0), vec![its("benefit_groups", 0)]).await;
    let ctx = steering();
    let view = service::assessment_view(&ctx, &services, &SubjectKey::Whole, Some(2026), None).await;
    let graded = AssessmentForm {
        motivation: "Tillagd.".to_owned(),
        ..view.expect("may read").state.form
    };
    done(service::assessment_save(&ctx, &services, graded).await);

    let round = round_at(service::round_save(&ctx, &services, round_form("2026")).await);
    let opened = service::round_move(&ctx, &services, round, 1, RoundState::Prepared).await;
    assert!(opened.is_ok_and(|place| place.ends_with("utskickad")));

    let (removal, _) = removal(&services).await;
    let added: BTreeMap<_, _> = removal
        .going
        .iter()
        .filter(|(_, of)| of.added > 0)
        .map(|(kind, of)| (*kind, of.added))
        .collect();
    use SubjectKind as K;
    let expected = [
        K::Delivery,
        K::Benefit,
        K::RealisationPlan,
        K::Statement,
        K::SusEvaluation,
        K::Assessment,
        K::Area,
        K::FollowUpRound,
    ];
    assert_eq!(added, expected.map(|kind| (kind, 1)).into());
    assert_eq!(remove(&services).await, "/kom-igang?klart=exempel-borttaget");
    assert_eq!(rows(&services.store).await, before);
}

/// Whoever loads the example has written none of it.
async fn what_waits_in_it_may_be_approved_by_who_loaded_it(world: World) {
    let services = world.services().await;
    let ctx = steering();
    let loaded = service::example_load(&ctx, &services).await;
    assert_eq!(loaded.expect("may load"), "/kom-igang?klart=exempel-inlast");
    let view = service::work_view(&ctx, &services, None, Some(WorkKind::Approve)).await;
    let view = view.expect("may read");
    assert_eq!((view.waits_for_others, view.sections[0].count), (0, 1));
}

async fn nothing_but_what_was_shown_goes(world: World) {
    let services = world.services().await;
    load(&services).await;
    let (_, seen) = removal(&services).await;
    area(&services, &its("area_sets", 0), Vec::new()).await;
    let counted = rows(&services.store).await;
    for shown in [seen.as_str(), "", "x"] {
        let place = service::example_remove(&steering(), &services, shown)
            .await
            .expect("may");
        assert_eq!(place, "/kom-igang/exempel?klart=annat");
    }
    assert_eq!(rows(&services.store).await, counted);
    assert_eq!(remove(&services).await, "/kom-igang?klart=exempel-borttaget");
}

async fn it_is_not_loaded_beside_a_portfolio(world: World) {
    let services = world.services().await;
    area_set(&services).await;
    let before = rows(&services.store).await;
    let seq = audit_seq(&services.store).await;
    assert_eq!(load(&services).await, "exempel-inte-tomt");
    assert_eq!(rows(&services.store).await, before);
    assert_eq!(audit_seq(&services.store).await, seq);
    let view = service::example_view(&steering(), &services).await.expect("may");
    assert!(view.removal.is_none());
}

async fn what_ones_own_things_rest_on_stays(world: World) {
    let services = world.services().await;
    load(&services).await;
    let set = area_set(&services).await;
    area(&services, &set, vec![its("benefit_groups", 1)]).await;
    let (removal, _) = removal(&services).await;
    let stays: Vec<_> = removal.stays.iter().map(|named| named.kind).collect();
    assert_eq!(stays, [SubjectKind::Agency, SubjectKind::BenefitGroup]);
    assert_eq!(remove(&services).await, "/kom-igang?klart=exempel-borttaget");
    let view = service::structure_view(&steering(), &services)
        .await
        .expect("may read");
    let groups: Vec<_> = view
        .groups
        .iter()
        .map(|group| group.value.id.to_string())
        .collect();
    assert_eq!(groups, [its("benefit_groups", 1)]);
    assert_eq!(view.sets.len(), 1, "one's own set stays");
    assert!(view.agency.is_some());
}

async fn what_refers_to_it_stands_in_the_way(world: World) {
    let services = with_people(&world).await;
    load(&services).await;
    let form = InitiativeForm {
        area: its("areas", 0),
        ..InitiativeForm::default()
    };
    let own = initiative(&services, form).await;
    let report = ReportForm {
        submission: key(),
        title: "Vår rapport".to_owned(),
        from_year: "2022".to_owned(),
        to_year: "2024".to_owned(),
        area_set: its("area_sets", 0),
        ..ReportForm::default()
    };
    done(service::report_save(&steering(), &services, report).await);
    let why = async || -> Vec<InTheWay> {
        let (removal, _) = removal(&services).await;
        removal.in_the_way.iter().map(|of| of.why).collect()
    };
    assert_eq!(why().await, [InTheWay::AreaSet, InTheWay::Area]);
    let counted = rows(&services.store).await;
    assert_eq!(remove(&services).await, "/kom-igang/exempel", "the list again");
    assert_eq!(rows(&services.store).await, counted);

    let site = Site::of(services.clone(), Edge::default()).await;
    let client = site.signed_in(Role::SteeringUnit).await;
    let page = site.page(&client, "/kom-igang/exempel").await;
    let told = text(&page, "main");
    for sentence in [
        "Exemplet kan inte tas bort än",
        "Initiativ Vårt initiativ ligger i ett av exemplets områden",
        "Rapport Vår rapport är skriven efter exemplets områden",
    ] {
        assert!(told.contains(sentence), "“{sentence}” is not in: {told}");
    }
    assert!(hrefs(&page, "main li a").contains(&format!("/initiativ/{own}")));
    assert_eq!(html::count(&page, "main form"), 0, "nothing to confirm");

    // Moved out of the example, one's own things let it go.
    let own_set = area_set(&services).await;
    must(
        &services.store,
        &[&format!(
            "UPDATE report SET area_set_id = {} WHERE title = 'Vår rapport'",
            literal(&services.store, &own_set)
        )],
    )
    .await;
    let own: InitiativeId = own.parse().expect("an id");
    let form = service::initiative_form(&manager(), &services, Some(own), None).await;
    let form = InitiativeForm {
        area: String::new(),
        ..form.expect("may").state.form
    };
    done(service::initiative_save(&manager(), &services, form).await);
    assert_eq!(why().await, [], "nothing is in the way any more");
    assert_eq!(remove(&services).await, "/kom-igang?klart=exempel-borttaget");
    let left = service::initiative_list(&manager(), &services, &Query::default())
        .await
        .expect("may read");
    assert_eq!(left.rows.len(), 1);
    let overview = service::overview_view(&manager(), &services, None)
        .await
        .expect("may read");
    assert!(
        !overview.example && overview.standing.is_some(),
        "one's own report stands"
    );
}

/// An identity as each database writes it.
fn literal(store: &Store, id: &str) -> String {
    match store.kind() {
        Kind::Sqlite => format!("x'{}'", id.replace('-', "")),
        Kind::Postgres => format!("'{id}'::uuid"),
    }
}

async fn what_is_decided_stands_in_the_way(world: World) {
    let services = world.services().await;
    load(&services).await;
    must(&services.store, &["UPDATE report SET state = 'decided'"]).await;
    let (removal, _) = removal(&services).await;
    assert_eq!(removal.in_the_way[0].why, InTheWay::Decided);
    let counted = rows(&services.store).await;
    assert_eq!(remove(&services).await, "/kom-igang/exempel");
    assert_eq!(rows(&services.store).await, counted);
}

/// A statement of one's own that speaks for a benefit of the example: no form writes that.
async fn what_the_rule_does_not_know_of_is_not_torn_apart(world: World) {
    let services = world.services().await;
    load(&services).await;
    let own = initiative(&services, InitiativeForm::default()).await;
    let store = &services.store;
    must(
        store,
        &[&format!(
            "UPDATE statement SET initiative_id = {}, delivery_id = NULL, assessing_unit_id = NULL WHERE id = {}",
            literal(store, &own),
            literal(store, &its("statements", 0))
        )],
    )
    .await;
    let counted = rows(store).await;
    assert_eq!(remove(&services).await, "/kom-igang/exempel?klart=anvands");
    assert_eq!(rows(store).await, counted, "all of it, or nothing");
}

async fn it_is_shown_as_an_example_and_removed_by_whoever_may(world: World) {
    let services = with_people(&world).await;
    let site = Site::of(services.clone(), Edge::default()).await;
    let before = rows(&services.store).await;
    for role in Role::ALL.into_iter().filter(|role| *role != Role::SteeringUnit) {
        let client = site.signed_in(role).await;
        for action in ["/api/example_load", "/api/example_remove"] {
            let refused = site.post(&client, action, &[("seen", "x")]).await;
            assert_eq!(location(&refused), "/fel?kod=403", "{} {action}", role.code());
        }
        assert_ne!(site.get(&client, "/kom-igang/exempel").await.status(), 200);
    }
    assert_eq!(count(&services.store, "initiative").await, 0);
    let leadership = site.signed_in(Role::Leadership).await;
    let page = site.page(&leadership, "/kom-igang").await;
    assert_eq!(html::count(&page, "form[action=\"/api/example_load\"]"), 0);

    let client = site.signed_in(Role::SteeringUnit).await;
    let page = site.page(&client, "/kom-igang").await;
    assert_eq!(html::count(&page, "form[action=\"/api/example_load\"]"), 1);
    assert_eq!(html::count(&page, ".example-notice"), 0);
    let nothing = site.page(&client, "/kom-igang/exempel").await;
    assert!(text(&nothing, "h1").contains("inte inläst"));
    let loaded = site.post(&client, "/api/example_load", &[]).await;
    assert_eq!(location(&loaded), "/kom-igang?klart=exempel-inlast");
    let page = site.page(&client, &location(&loaded)).await;
    assert!(text(&page, ".receipt").contains("Exemplet är inläst"));
    for path in ["/kom-igang", "/"] {
        let page = site.page(&client, path).await;
        assert!(
            text(&page, ".example-notice").contains("Exempel – inte era uppgifter"),
            "{path}"
        );
        assert_eq!(
            hrefs(&page, ".example-notice a"),
            ["/kom-igang/exempel"],
            "{path}"
        );
        let page = site.page(&leadership, path).await;
        assert_eq!(html::count(&page, ".example-notice"), 1, "{path}");
        assert_eq!(html::count(&page, ".example-notice a"), 0, "{path}");
    }
    let page = site.page(&client, "/kom-igang/exempel").await;
    assert!(
        text(&page, ".example-goes").contains("Konstaterad nytta7–"),
        "{page}"
    );
    let seen = html::value(&page, "seen");
    let removed = site
        .post(&client, "/api/example_remove", &[("seen", &seen)])
        .await;
    let page = site.page(&client, &location(&removed)).await;
    assert!(text(&page, ".receipt").contains("Exemplet är borttaget"));
    let mut left = rows(&services.store).await;
    // What signing in leaves.
    left.insert("one_time_link".to_owned(), before["one_time_link"]);
    assert_eq!(left, before);
    let auditor = site.signed_in(Role::Auditor).await;
    let log = text(&site.page(&auditor, "/revision").await, "main");
    assert!(
        log.contains("Exemplet lästes in") && log.contains("Exemplet togs bort"),
        "{log}"
    );
}
