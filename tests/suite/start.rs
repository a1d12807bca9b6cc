//! The guided start: an installation without data, from its agency to its first grading.

use domain::account::NewAccount;
use domain::assessment::SubjectKey;
use domain::ctx::Ctx;
use domain::form::{
    AgencyForm, AreaForm, AreaSetForm, AssessmentForm, BenefitForm, DeliveryForm, InitiativeForm, ReportForm,
    StatementForm, UnitForm,
};
use domain::id::StatementId;
use domain::role::{Role, Scope};
use domain::start::{StartState, StartStep};
use serde_json::Value;
use server::router::Edge;
use service::exchange::{Imported, portfolio_import};
use service::{Answer, Result, Services};
use uuid::Uuid;

use crate::exchange::schema;
use crate::support::database::{World, on_both};
use crate::support::demo::somebody;
use crate::support::operator;
use crate::web::html::{count, hrefs, text};
use crate::web::site::{Site, location};

on_both!(
    an_empty_installation_is_led_from_its_agency_to_its_first_grading,
    an_administrator_alone_is_told_who_begins,
    each_role_is_shown_what_is_theirs,
    the_template_is_imported_as_it_stands,
    the_template_leaves_alone_what_is_there,
    readers_download_the_template,
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

/// The steps that come next.
async fn next(ctx: &Ctx, services: &Services) -> Vec<StartStep> {
    let view = service::start_view(ctx, services).await.expect("may read");
    view.steps
        .iter()
        .filter(|of| of.state == StartState::Next)
        .map(|of| of.step)
        .collect()
}

async fn agency(steering: &Ctx, services: &Services) {
    let form = AgencyForm {
        submission: key(),
        name: "Myndigheten".to_owned(),
        currency: "SEK".to_owned(),
        usual_groups: "1".to_owned(),
        ..AgencyForm::default()
    };
    done(service::agency_save(steering, services, form).await);
}

async fn area_set(steering: &Ctx, services: &Services) -> String {
    let form = AreaSetForm {
        submission: key(),
        name: "Områden".to_owned(),
        ..AreaSetForm::default()
    };
    after(
        &done(service::area_set_save(steering, services, form).await),
        "#area_set-",
    )
}

async fn area(steering: &Ctx, services: &Services, set: &str, number: &str, tkr: Option<&str>) -> String {
    let budget = |value: &str| tkr.map(|_| value.to_owned()).into_iter().collect::<Vec<_>>();
    let form = AreaForm {
        submission: key(),
        area_set: set.to_owned(),
        number: number.to_owned(),
        name: "Möten".to_owned(),
        budget_from: budget("2024"),
        budget_to: budget("2026"),
        budget_tkr: budget(tkr.unwrap_or_default()),
        ..AreaForm::default()
    };
    after(
        &done(service::area_save(steering, services, form).await),
        "#area-",
    )
}

async fn an_empty_installation_is_led_from_its_agency_to_its_first_grading(world: World) {
    use StartStep as S;
    let services = world.services().await;
    let s = &services;
    let steering = &somebody(Role::SteeringUnit, Scope::All);
    let manager = &somebody(Role::PortfolioManager, Scope::All);
    let reviewer = &somebody(Role::Reviewer, Scope::All);
    assert_eq!(next(steering, s).await, [S::Agency]);
    let unfinished = async || {
        let structure = service::structure_view(steering, s).await;
        structure.expect("may read").is_unfinished
    };
    assert!(unfinished().await);

    agency(steering, s).await;
    assert_eq!(next(steering, s).await, [S::Areas, S::Units, S::Portfolios]);
    let set = area_set(steering, s).await;
    area(steering, s, &set, "1", None).await;
    assert!(
        next(steering, s).await.contains(&S::Areas),
        "an area without a budget is half of it"
    );
    let area = area(steering, s, &set, "2", Some("500")).await;
    assert_eq!(
        next(steering, s).await,
        [S::Units, S::Portfolios, S::Report, S::Initiative]
    );
    let unit = UnitForm {
        submission: key(),
        name: "Enheten".to_owned(),
        ..UnitForm::default()
    };
    done(service::unit_save(steering, s, unit).await);
    let report = ReportForm {
        submission: key(),
        title: "Rapporten".to_owned(),
        from_year: "2023".to_owned(),
        to_year: "2025".to_owned(),
        area_set: set,
        ..ReportForm::default()
    };
    done(service::report_save(steering, s, report).await);
    assert_eq!(next(steering, s).await, [S::Portfolios, S::Initiative]);

    let initiative = InitiativeForm {
        submission: key(),
        name: "Boka möte".to_owned(),
        status: "ongoing".to_owned(),
        area,
        ..InitiativeForm::default()
    };
    let initiative = after(
        &done(service::initiative_save(manager, s, initiative).await),
        "/initiativ/",
    );
    let view = service::start_view(manager, s).await.expect("may read");
    assert_eq!(
        view.only_initiative.map(|id| id.to_string()),
        Some(initiative.clone())
    );
    let delivery = DeliveryForm {
        submission: key(),
        initiative: initiative.clone(),
        name: "Bokning".to_owned(),
        description: "Det som är på plats.".to_owned(),
        status: "delivered".to_owned(),
        launch_what: vec!["Först".to_owned()],
        actual: vec!["2024-05-02".to_owned()],
        planned: vec![String::new()],
        ..DeliveryForm::default()
    };
    let delivery = after(
        &done(service::delivery_save(manager, s, delivery).await),
        "#leverans-",
    );
    assert_eq!(next(steering, s).await, [S::Portfolios, S::Benefit]);
    let structure = service::structure_view(steering, s).await.expect("may read");
    let benefit = BenefitForm {
        submission: key(),
        initiative: initiative.clone(),
        delivery: delivery.clone(),
        groups: vec![structure.groups[0].value.id.to_string()],
        description: "Väntan blir kortare.".to_owned(),
        ..BenefitForm::default()
    };
    let benefit = after(&done(service::benefit_save(manager, s, benefit).await), "#nytta-");
    let statement = StatementForm {
        submission: key(),
        initiative,
        delivery,
        benefits: vec![benefit],
        text: "Väntan är kortare.".to_owned(),
        finding: "confirmed".to_owned(),
        as_of: "2025-06-30".to_owned(),
        action: "submit".to_owned(),
        ..StatementForm::default()
    };
    let place = done(service::statement_save(manager, s, statement).await);
    let id: StatementId = after(&place, "#konstaterad-").parse().expect("an id");
    assert_eq!(next(steering, s).await, [S::Portfolios, S::Approval]);
    service::statement_review(reviewer, s, id, 1, true, "")
        .await
        .expect("approved");
    assert_eq!(next(steering, s).await, [S::Portfolios, S::Grading]);
    assert!(unfinished().await);

    let subject = SubjectKey::Area("2".to_owned());
    let view = service::assessment_view(steering, s, &subject, Some(2025), None).await;
    let graded = AssessmentForm {
        level: "god".to_owned(),
        delivery: "god".to_owned(),
        expected: "god".to_owned(),
        realised: "god".to_owned(),
        motivation: "Det mesta har kommit.".to_owned(),
        deviation_reason: "Mycket talar för det.".to_owned(),
        action: "submit".to_owned(),
        ..view.expect("may read").state.form
    };
    done(service::assessment_save(steering, s, graded).await);
    assert_eq!(next(steering, s).await, [S::Portfolios]);
    assert!(!unfinished().await, "portfolios are optional");
    let view = service::start_view(steering, s).await.expect("may read");
    assert!(view.is_started);
    assert_eq!(view.steps[10].state, StartState::Done(1));
    // Whoever may not read what is undecided does not hear of it here either.
    let view = service::start_view(manager, s).await.expect("may read");
    assert_eq!(view.steps[10].state, StartState::Next);
    assert!(!view.is_started);
}

/// An installation without data, with somebody in each role.
pub(crate) async fn with_people(world: &World) -> Services {
    with_roles(world, &Role::ALL).await
}

async fn with_roles(world: &World, roles: &[Role]) -> Services {
    let services = world.services().await;
    people(&services, roles).await;
    services
}

/// Adds an account for each role.
pub(crate) async fn people(services: &Services, roles: &[Role]) {
    for role in roles.iter().copied() {
        let new = NewAccount::parse(role.code(), None, &[role]).expect("an account");
        service::account_add(&operator(), services, new)
            .await
            .expect("may");
    }
}

async fn an_administrator_alone_is_told_who_begins(world: World) {
    let services = with_roles(&world, &[Role::Admin]).await;
    let site = Site::of(services, Edge::default()).await;
    let admin = site.signed_in(Role::Admin).await;
    let page = site.page(&admin, "/admin").await;
    assert!(page.contains("Ge den tillgång") && page.contains("href=\"/admin/konto\""));
}

async fn each_role_is_shown_what_is_theirs(world: World) {
    let services = with_people(&world).await;
    let site = Site::of(services.clone(), Edge::default()).await;
    let steering = site.signed_in(Role::SteeringUnit).await;
    let empty = site.page(&steering, "/").await;
    assert!(hrefs(&empty, "main .actions a").contains(&"/kom-igang".to_owned()));
    let structure = site.page(&steering, "/struktur").await;
    assert!(hrefs(&structure, "main a").contains(&"/kom-igang".to_owned()));

    let page = site.page(&steering, "/kom-igang").await;
    assert_eq!(text(&page, "h1"), "Inget av 11 steg är klart");
    assert_eq!(hrefs(&page, "ul.work a"), ["/struktur/myndighet"]);
    assert_eq!(count(&page, "ol.work > li"), 11);
    let manager = site.signed_in(Role::PortfolioManager).await;
    let page = site.page(&manager, "/kom-igang").await;
    assert_eq!(
        count(&page, "ul.work"),
        0,
        "nothing that a portfolio manager can do yet"
    );
    assert!(text(&page, ".empty").contains("Styrning och uppföljning"));
    assert_eq!(
        hrefs(&page, "ol.work a"),
        [""; 0],
        "a form that is not theirs is not linked"
    );
    let admin = site.signed_in(Role::Admin).await;
    assert_eq!(site.get(&admin, "/kom-igang").await.status(), 404);
    let advised = site.page(&admin, "/admin").await.contains("nytta user add");
    assert!(!advised, "somebody is there to begin");

    let ctx = somebody(Role::SteeringUnit, Scope::All);
    agency(&ctx, &services).await;
    let set = area_set(&ctx, &services).await;
    let page = site.page(&steering, "/kom-igang").await;
    assert_eq!(
        hrefs(&page, "ul.work a"),
        ["/struktur/omrade", "/struktur/enhet", "/struktur/portfolj"],
        "the half that is left, and what is optional last"
    );
    area(&ctx, &services, &set, "1", Some("100")).await;
    let page = site.page(&manager, "/kom-igang").await;
    assert_eq!(hrefs(&page, "ul.work a"), ["/initiativ/nytt"]);
    let leadership = site.signed_in(Role::Leadership).await;
    let page = site.page(&leadership, "/kom-igang").await;
    assert_eq!(
        hrefs(&page, "ol.work a"),
        [""; 0],
        "leadership looks on until there is something to decide"
    );
}

async fn template(ctx: &Ctx, services: &Services) -> Value {
    let bytes = service::exchange::portfolio_template(ctx, services).await;
    serde_json::from_slice(&bytes.expect("may read")).expect("JSON")
}

async fn import(services: &Services, file: &Value) -> Imported {
    let imported = portfolio_import(&operator(), services, file.to_string().as_bytes()).await;
    imported.expect("imports")
}

async fn the_template_is_imported_as_it_stands(world: World) {
    let services = world.services().await;
    let reader = somebody(Role::Auditor, Scope::All);
    let file = template(&reader, &services).await;
    let problems: Vec<_> = schema()
        .iter_errors(&file)
        .map(|error| error.to_string())
        .collect();
    assert_eq!(problems, [""; 0]);
    let lists = file
        .as_object()
        .expect("an object")
        .values()
        .filter_map(Value::as_array);
    let lengths: Vec<_> = lists.map(Vec::len).collect();
    assert_eq!(
        lengths.iter().filter(|length| **length == 1).count(),
        13,
        "one of each thing"
    );
    let imported = import(&services, &file).await;
    assert_eq!(
        (imported.added, imported.changed),
        (14, 0),
        "the agency and one of each"
    );
    assert!(import(&services, &file).await.is_nothing());
    let view = service::start_view(&reader, &services).await.expect("may read");
    let undone: Vec<_> = view
        .steps
        .iter()
        .filter(|of| !matches!(of.state, StartState::Done(_)))
        .collect();
    assert_eq!(undone.len(), 1, "all but a grading that is sent in: {undone:?}");
}

async fn the_template_leaves_alone_what_is_there(world: World) {
    let services = world.services().await;
    let steering = somebody(Role::SteeringUnit, Scope::All);
    agency(&steering, &services).await;
    let structure = async || {
        service::structure_view(&steering, &services)
            .await
            .expect("may read")
    };
    let groups = structure().await.groups;
    let (first, second) = (
        template(&steering, &services).await,
        template(&steering, &services).await,
    );
    assert_eq!(
        first["benefit_groups"].as_array().map(Vec::len),
        Some(groups.len())
    );
    for file in [first, second] {
        let imported = import(&services, &file).await;
        assert_eq!(
            (imported.added, imported.changed),
            (11, 0),
            "nothing is written over"
        );
    }
    assert_eq!(structure().await.groups, groups);
    assert_eq!(
        structure().await.agency.map(|agency| agency.name).as_deref(),
        Some("Myndigheten")
    );
}

async fn readers_download_the_template(world: World) {
    let site = Site::of(with_people(&world).await, Edge::default()).await;
    let path = "/kom-igang/mall.json";
    let nobody = site.get(&site.client(), path).await;
    assert_eq!(location(&nobody), "/logga-in");
    for role in Role::ALL {
        let answer = site.get(&site.signed_in(role).await, path).await;
        if role == Role::Admin {
            assert_eq!(answer.status(), 404);
            continue;
        }
        assert_eq!(answer.status(), 200, "{}", role.code());
        let header = |name: &str| answer.headers()[name].to_str().expect("ASCII").to_owned();
        assert_eq!(header("content-type"), "application/json");
        assert_eq!(
            header("content-disposition"),
            "attachment; filename=\"nytta-mall.json\""
        );
        assert_eq!(header("cache-control"), "no-store");
        let file: Value = answer.json().await.expect("JSON");
        assert_eq!(file["format"], "nytta-portfolio");
    }
    let page = site
        .page(&site.signed_in(Role::Leadership).await, "/kom-igang")
        .await;
    assert!(hrefs(&page, "main a").contains(&path.to_owned()));
    assert!(page.contains("nytta import"));
}
