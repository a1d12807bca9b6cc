//! Each filter keeps what fits, and nothing else.

use std::collections::{BTreeMap, BTreeSet};

use domain::benefit::{BenefitState, ValueClass};
use domain::role::Role;
use serde_json::{Value, json};

use super::{add_benefit, asked, benefits, initiatives, statements};
use crate::support::database::{World, on_both};
use crate::support::demo::{Demo, portfolio_json};

on_both!(each_filter_keeps_what_fits);

/// The demo's portfolio with portfolios, owners, classes and states spread over it.
fn spread() -> Value {
    let mut portfolio = portfolio_json();
    let ids = |portfolio: &Value, of: &str| -> Vec<Value> {
        let all = portfolio[of].as_array().expect("a list");
        all.iter().map(|one| one["id"].clone()).collect()
    };
    let (units, portfolios) = (ids(&portfolio, "units"), ids(&portfolio, "portfolios"));
    let list = portfolio["initiatives"].as_array_mut().expect("a list");
    for (at, initiative) in list.iter_mut().enumerate() {
        initiative["portfolios"] = json!([portfolios[at % portfolios.len()]]);
        if at % 3 > 0 {
            initiative["owner"] = units[at % units.len()].clone();
        }
    }
    let list = portfolio["benefits"].as_array_mut().expect("a list");
    for (at, benefit) in list.iter_mut().enumerate() {
        benefit["value_class"] = json!(ValueClass::ALL[at % 4].code());
        benefit["state"] = json!(BenefitState::ALL[at % 12].code());
        if at % 2 > 0 {
            benefit["owner"] = units[at % units.len()].clone();
        }
    }
    for (at, statement) in portfolio["statements"]
        .as_array_mut()
        .expect("a list")
        .iter_mut()
        .enumerate()
    {
        statement["as_of"] = json!({"value": format!("2024-{:02}-10", at % 12 + 1), "interpreted": false});
    }
    portfolio
}

/// Identities of the things in a file that fit.
fn fitting<T: std::str::FromStr<Err = uuid::Error> + Ord>(
    portfolio: &Value,
    of: &str,
    fits: impl Fn(&Value) -> bool,
) -> BTreeSet<T> {
    let all = portfolio[of]
        .as_array()
        .expect("a list")
        .iter()
        .filter(|one| fits(one));
    all.map(|one| one["id"].as_str().expect("an id").parse().expect("an id"))
        .collect()
}

fn set<T: Ord>(all: Vec<T>) -> BTreeSet<T> {
    let count = all.len();
    let set: BTreeSet<T> = all.into_iter().collect();
    assert_eq!(set.len(), count, "each row once");
    set
}

/// A query, and what it is to keep of a file.
type Case<'a> = (String, Box<dyn Fn(&Value) -> bool + 'a>);

async fn each_filter_keeps_what_fits(world: World) {
    let file = spread();
    let demo = Demo::load_portfolio(&world, file.to_string().as_bytes()).await;
    let (ctx, s) = (demo.ctx(Role::Auditor), &demo.services);
    let text = |value: &Value| value.as_str().expect("a text").to_owned();
    let area_42 = file["areas"]
        .as_array()
        .expect("a list")
        .iter()
        .find(|area| area["number"] == "4.2");
    let area_42 = area_42.expect("area 4.2")["id"].clone();
    let (unit, group) = (
        file["units"][1]["id"].clone(),
        file["benefit_groups"][3]["id"].clone(),
    );
    let portfolio = file["portfolios"][2]["id"].clone();

    let cases: [Case<'_>; 6] = [
        ("omrade=4.2".to_owned(), Box::new(|one| one["area"] == area_42)),
        ("omrade=utan".to_owned(), Box::new(|one| one["area"].is_null())),
        (
            "uo=1".to_owned(),
            Box::new(|one| !one["development_object"].is_null()),
        ),
        (
            "status=ongoing".to_owned(),
            Box::new(|one| one["status"]["value"] == "ongoing"),
        ),
        (
            format!("portfolj={}", text(&portfolio)),
            Box::new(|one| one["portfolios"].as_array().expect("a list").contains(&portfolio)),
        ),
        (
            format!("enhet={}", text(&unit)),
            Box::new(|one| one["owner"] == unit),
        ),
    ];
    for (query, fits) in &cases {
        let expected = fitting(&file, "initiatives", fits);
        assert!(!expected.is_empty(), "{query} is tried on something");
        assert_eq!(
            set(initiatives(&ctx, s, &asked(query)).await),
            expected,
            "{query}"
        );
        let register = service::initiative_register(&ctx, s, &asked(query))
            .await
            .expect("a page");
        assert_eq!(register.tally.matching as usize, expected.len(), "{query}");
        assert_eq!(register.tally.total, 41);
    }

    let areas: BTreeMap<String, Value> = ["initiatives", "deliveries"]
        .iter()
        .flat_map(|of| file[of].as_array().expect("a list"))
        .map(|one| (text(&one["id"]), one["area"].clone()))
        .collect();
    let area_of = |one: &Value| {
        let delivery = one["delivery"].as_str().map(|id| areas[id].clone());
        let own = delivery.filter(|area| !area.is_null());
        own.unwrap_or_else(|| areas[&text(&one["initiative"])].clone())
    };
    let cases: [Case<'_>; 6] = [
        ("omrade=4.2".to_owned(), Box::new(|one| area_of(one) == area_42)),
        (
            format!("grupp={}", text(&group)),
            Box::new(|one| {
                let groups = one["groups"].as_array().expect("a list");
                groups.iter().any(|share| share["group"] == group)
            }),
        ),
        (
            "vardeklass=financial".to_owned(),
            Box::new(|one| one["value_class"] == "financial"),
        ),
        (
            "lage=written_off".to_owned(),
            Box::new(|one| one["state"] == "written_off"),
        ),
        (
            format!("enhet={}", text(&unit)),
            Box::new(|one| one["owner"] == unit),
        ),
        (
            "leverans=med".to_owned(),
            Box::new(|one| !one["delivery"].is_null()),
        ),
    ];
    for (query, fits) in &cases {
        let expected = fitting(&file, "benefits", fits);
        assert!(!expected.is_empty(), "{query} is tried on something");
        assert_eq!(set(benefits(&ctx, s, &asked(query)).await), expected, "{query}");
        let register = service::benefit_register(&ctx, s, &asked(query))
            .await
            .expect("a page");
        assert_eq!(register.tally.matching as usize, expected.len(), "{query}");
    }
    add_benefit(&demo, "Utan leverans", "Kommer av initiativet som helhet.").await;
    assert_eq!(benefits(&ctx, s, &asked("leverans=utan")).await.len(), 1);

    let cases: [Case<'_>; 6] = [
        ("omrade=4.2".to_owned(), Box::new(|one| area_of(one) == area_42)),
        (
            format!("grupp={}", text(&group)),
            Box::new(|one| one["groups"].as_array().expect("a list").contains(&group)),
        ),
        (
            "fynd=partly".to_owned(),
            Box::new(|one| one["finding"]["value"] == "partly"),
        ),
        (
            "lage=approved".to_owned(),
            Box::new(|one| one["state"] == "approved"),
        ),
        (
            "leverans=med".to_owned(),
            Box::new(|one| !one["delivery"].is_null()),
        ),
        (
            "fran=2024-03-10&till=2024-05-10".to_owned(),
            Box::new(|one| {
                ("2024-03-10"..="2024-05-10").contains(&one["as_of"]["value"].as_str().expect("a day"))
            }),
        ),
    ];
    for (query, fits) in &cases {
        let expected = fitting(&file, "statements", fits);
        assert!(!expected.is_empty(), "{query} is tried on something");
        assert_eq!(set(statements(&ctx, s, &asked(query)).await), expected, "{query}");
        let register = service::statement_register(&ctx, s, &asked(query), &[])
            .await
            .expect("a page");
        assert_eq!(register.view.tally.matching as usize, expected.len(), "{query}");
    }
    // Filters narrow each other, and words narrow them further.
    let both = service::benefit_list(&ctx, s, &asked("omrade=4.2&vardeklass=financial&sok=a")).await;
    for row in both.expect("the list").rows {
        assert_eq!(
            (row.area_number.as_deref(), row.value_class),
            (Some("4.2"), ValueClass::Financial)
        );
    }
}
