//! A page asks the database as many questions as it always does, however much there is.

use std::collections::BTreeMap;

use domain::ctx::Ctx;
use domain::id::{InitiativeId, ReportId};
use domain::role::Role;
use serde_json::Value;
use service::{Format, Services};

use crate::support::database::{World, on_both};
use crate::support::demo::{Demo, portfolio_json};
use crate::support::grown::grown;

on_both!(pages_ask_no_more_of_the_database_when_there_is_more_in_it);

/// Each page, and the statements that it sent.
async fn questions(ctx: &Ctx, services: &Services) -> BTreeMap<String, u64> {
    let first: InitiativeId = id(&portfolio_json()["initiatives"][0]);
    let reports = portfolio_json()["reports"].clone();
    let decided: ReportId = id(&reports[0]);
    let open: ReportId = id(&reports[1]);
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
        "area, decided": service::area_view(ctx, services, "4.1", Some(2024));
        "area, open": service::area_view(ctx, services, "4.1", None);
        "initiatives": service::initiative_list(ctx, services);
        "initiative": service::initiative_view(ctx, services, first);
        "reports": service::report_list(ctx, services);
        "report, decided": service::report_view(ctx, services, decided);
        "report, open": service::report_view(ctx, services, open);
        "report as a file": service::report_render(ctx, services, 2025, Format::Json);
        "gradings, decided": service::assessment_list(ctx, services, Some(2024));
        "gradings, open": service::assessment_list(ctx, services, None);
        "grading": service::assessment_view(ctx, services, "4.1", None, None);
        "form of a delivery": service::delivery_form(ctx, services, first, None, None);
        "form of a benefit": service::benefit_form(ctx, services, first, None, None, None);
    }
    counts
}

fn id<T: std::str::FromStr<Err = uuid::Error>>(entity: &Value) -> T {
    entity["id"].as_str().expect("an id").parse().expect("an id")
}

async fn pages_ask_no_more_of_the_database_when_there_is_more_in_it(world: World) {
    let mut before: Option<BTreeMap<String, u64>> = None;
    for times in [1, 2, 5] {
        let demo = Demo::load_portfolio(&world, grown(times - 1).to_string().as_bytes()).await;
        let ctx = demo.ctx(Role::SteeringUnit);
        let rows = service::initiative_list(&ctx, &demo.services)
            .await
            .expect("the register")
            .rows;
        assert_eq!(rows.len(), 41 * times);
        let report = demo.report_json(2025).await;
        assert!(report["totals"]["deliveries"].as_u64() >= Some(32 * times as u64));
        assert!(report["totals"]["realised_statements"].as_u64() >= Some(71 * times as u64));

        let counts = questions(&ctx, &demo.services).await;
        println!("{times} × the portfolio on {:?}: {counts:#?}", world.kind());
        assert!(
            counts.values().all(|&count| count > 0),
            "a page that asks nothing is not counted: {counts:?}"
        );
        assert!(counts.values().all(|&count| count < 50), "{counts:?}");
        if let Some(before) = before {
            assert_eq!(before, counts, "fewer on the left, more on the right");
        }
        before = Some(counts);
    }
}
