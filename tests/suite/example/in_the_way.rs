//! What stands in the way of removing the example.

use domain::example::InTheWay;
use domain::form::{InitiativeForm, ReportForm};
use domain::id::InitiativeId;
use domain::register::Query;
use domain::role::Role;
use server::router::Edge;
use service::Services;
use store::{Kind, Store};

use super::{after, area_set, done, its, key, load, manager, removal, remove, rows, steering};
use crate::start::with_people;
use crate::support::database::{World, on_both};
use crate::support::rows::must;
use crate::web::html::{self, hrefs, text};
use crate::web::site::Site;

on_both!(
    what_refers_to_it_stands_in_the_way,
    what_is_decided_stands_in_the_way,
    what_the_rule_does_not_know_of_is_not_torn_apart,
);

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
