//! The registers: what is searched is found on both databases, what is filtered fits, pages show each
//! row once and in order, and several statements are approved in one act.

use std::collections::{BTreeMap, BTreeSet};

use domain::benefit::{BenefitState, ValueClass};
use domain::ctx::Ctx;
use domain::form::{
    BenefitForm, BulkApprovalForm, FieldErrors, PickedStatement, Problem, SavedViewForm, StatementForm,
};
use domain::id::{AccountId, BenefitId, InitiativeId, StatementId};
use domain::register::{
    AreaChoice, BenefitFilter, Column, Filter, InitiativeFilter, Order, Query, StatementFilter, sort_key,
    sort_number,
};
use domain::role::{Grant, Role, Scope};
use domain::statement::{ApprovalState, Finding};
use migrations::{Migrator, MigratorTrait};
use serde_json::{Value, json};
use service::rows::Page;
use service::{Answer, BulkOutcome, ServiceError, Services};
use store::Kind;
use uuid::Uuid;

use crate::support::database::{World, on_both};
use crate::support::demo::{Demo, as_account, portfolio_json, somebody};
use crate::support::grown::grown;
use crate::support::rows::{audit_seq, run, texts};

on_both!(
    words_are_found_in_any_case_and_order,
    each_filter_keeps_what_fits,
    pages_show_each_row_once_and_in_order,
    a_cursor_that_means_nothing_begins_at_the_beginning,
    the_way_back_ends_at_a_whole_page,
    a_row_that_moves_takes_no_page_along,
    rows_that_were_there_are_searched_as_new_ones,
    several_are_approved_in_one_act,
    what_waits_tells_who_wrote_it_and_on_what,
    what_may_not_be_approved_is_named_and_left,
    a_sending_that_comes_twice_approves_once,
    a_view_is_kept_for_its_account_alone,
);

fn asked<F: Filter>(query: &str) -> Query<F> {
    Query::parse_query(query)
}

fn search<F: Filter>(search: &str) -> Query<F> {
    Query {
        search: search.to_owned(),
        ..Query::default()
    }
}

async fn benefits(ctx: &Ctx, services: &Services, asked: &Query<BenefitFilter>) -> Vec<BenefitId> {
    let list = service::benefit_list(ctx, services, asked)
        .await
        .expect("the list");
    list.rows.iter().map(|row| row.id).collect()
}

async fn initiatives(ctx: &Ctx, services: &Services, asked: &Query<InitiativeFilter>) -> Vec<InitiativeId> {
    let list = service::initiative_list(ctx, services, asked)
        .await
        .expect("the list");
    list.rows.iter().map(|row| row.id).collect()
}

async fn statements(ctx: &Ctx, services: &Services, asked: &Query<StatementFilter>) -> Vec<StatementId> {
    let list = service::statement_list(ctx, services, asked)
        .await
        .expect("the list");
    list.rows.iter().map(|row| row.id).collect()
}

fn first_initiative() -> InitiativeId {
    let id = portfolio_json()["initiatives"][0]["id"].clone();
    id.as_str().expect("an id").parse().expect("an id")
}

/// Adds a benefit to the first initiative.
async fn add_benefit(demo: &Demo, title: &str, description: &str) {
    let group = portfolio_json()["benefit_groups"][0]["id"].clone();
    let form = BenefitForm {
        initiative: first_initiative().to_string(),
        groups: vec![group.as_str().expect("an id").to_owned()],
        title: title.to_owned(),
        description: description.to_owned(),
        ..BenefitForm::default()
    };
    let ctx = demo.ctx(Role::PortfolioManager);
    let saved = service::benefit_save(&ctx, &demo.services, form)
        .await
        .expect("saves");
    assert!(matches!(saved, Answer::Done(_)), "{saved:?}");
}

async fn words_are_found_in_any_case_and_order(world: World) {
    let demo = Demo::load(&world).await;
    let (ctx, services) = (demo.ctx(Role::Auditor), &demo.services);
    add_benefit(
        &demo,
        "Överblick för ÄRENDEN",
        "Ger Åtgärderna 100%_säkert\u{a0}stöd! En idé.",
    )
    .await;
    let found = benefits(&ctx, services, &search("överblick 100%_säkert")).await;
    let [new] = found[..] else {
        panic!("one benefit, not {found:?}")
    };
    for words in [
        "ÖVERBLICK",
        "ärenden överblick",
        "åtgärdERNA Ärenden",
        "a\u{30a}tga\u{308}rderna o\u{308}verblick",
        "  stöd!   säkert stöd ",
        "IDE överblick idé",
    ] {
        assert_eq!(benefits(&ctx, services, &search(words)).await, [new], "{words}");
    }
    // Signs that a pattern would take for any letter stand for themselves.
    for words in [
        "100x_säkert",
        "%_%",
        "överblick_för",
        "åverblick",
        "overblick",
        "!%",
        "\\",
        "säkert!_",
    ] {
        let found = benefits(&ctx, services, &search(words)).await;
        assert!(!found.contains(&new), "{words}");
    }
    let all = benefits(&ctx, services, &search("")).await;
    assert_eq!(
        benefits(&ctx, services, &search(" \0 \t ")).await,
        all,
        "no word, no search"
    );

    // A benefit is also found by its initiative, its delivery and its area; an initiative by its
    // label, its summary and its deliveries; each with the case of the other kind.
    let list = service::benefit_list(&ctx, services, &Query::default())
        .await
        .expect("the list");
    let row = list
        .rows
        .iter()
        .find(|row| row.delivery_name.is_some() && row.area_name.is_some());
    let row = row.expect("one of a delivery in an area");
    for text in [
        row.initiative_name.to_uppercase(),
        row.delivery_name.clone().expect("a delivery").to_lowercase(),
        row.area_name.clone().expect("an area").to_uppercase(),
        row.area_number.clone().expect("an area"),
        row.description.to_uppercase(),
    ] {
        let text: String = text.chars().take(60).collect();
        assert!(
            benefits(&ctx, services, &search(&text)).await.contains(&row.id),
            "{text}"
        );
    }
    let list = service::initiative_list(&ctx, services, &Query::default())
        .await
        .expect("the list");
    let labelled = list
        .rows
        .iter()
        .find(|row| row.label.is_some())
        .expect("one with a label");
    let label = labelled.label.clone().expect("a label").value.to_uppercase();
    assert!(
        initiatives(&ctx, services, &search(&label))
            .await
            .contains(&labelled.id)
    );
    let text = portfolio_json()["statements"][5]["text"]
        .as_str()
        .expect("a text")
        .to_uppercase();
    let text: String = text.chars().take(80).collect();
    let found = statements(&ctx, services, &search(&text)).await;
    assert!(!found.is_empty() && found.len() < 10, "{text}: {found:?}");
}

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

/// Walks all pages forth and back; each is to have what the list of all has at its place.
async fn walk<F, R, L, P, FutL, FutP>(what: &str, order: Order<F::Column>, list: L, page: P)
where
    F: Filter,
    R: Clone + PartialEq + std::fmt::Debug,
    L: Fn(Query<F>) -> FutL,
    P: Fn(Query<F>) -> FutP,
    FutL: Future<Output = Vec<R>>,
    FutP: Future<Output = (Page<R>, u32)>,
{
    let asked = Query {
        order,
        ..Query::default()
    };
    let all = list(asked.clone()).await;
    assert!(all.len() > 100, "{what}: several pages, not {} rows", all.len());
    let (mut at, mut walked, mut pages) = (asked.clone(), Vec::new(), Vec::new());
    loop {
        let (shown, matching) = page(at.clone()).await;
        assert_eq!(matching as usize, all.len(), "{what}: counts match");
        assert_eq!(shown.previous.is_some(), !walked.is_empty(), "{what}");
        walked.extend(shown.rows.clone());
        pages.push(shown.clone());
        let Some(next) = shown.next else { break };
        assert_eq!(shown.rows.len(), 50, "{what}: a full page");
        // As it goes through an address.
        at = Query::parse_query(&asked.to_query_at(&next));
        assert_eq!(at.cursor, Some(next), "{what}: the cursor reads back");
    }
    assert!(
        walked == all,
        "{what}: pages give other rows than the whole, or in another order"
    );
    while let Some(after) = pages.pop() {
        let Some(before) = pages.last() else { break };
        let back = after.previous.expect("a page before");
        at = Query::parse_query(&asked.to_query_at(&back));
        let (shown, _) = page(at).await;
        assert!(
            shown.rows == before.rows,
            "{what}: back is another page than forth"
        );
        assert_eq!(shown.previous.is_some(), pages.len() > 1, "{what}");
        assert!(shown.next.is_some(), "{what}");
    }
}

fn orders<C: Column>() -> Vec<Order<C>> {
    let both = |&column: &C| [false, true].map(|reversed| Order { column, reversed });
    C::ALL.iter().flat_map(both).collect()
}

async fn pages_show_each_row_once_and_in_order(world: World) {
    let demo = Demo::load_portfolio(&world, grown(2).to_string().as_bytes()).await;
    let (ctx, s) = (&demo.ctx(Role::Auditor), &demo.services);
    for order in orders() {
        let list = async |asked: Query<InitiativeFilter>| {
            service::initiative_list(ctx, s, &asked)
                .await
                .expect("the list")
                .rows
        };
        let page = async |asked: Query<InitiativeFilter>| {
            let shown = service::initiative_register(ctx, s, &asked)
                .await
                .expect("a page");
            (shown.page, shown.tally.matching)
        };
        walk(&format!("initiatives by {}", order.code()), order, list, page).await;
    }
    for order in orders() {
        let list = async |asked: Query<BenefitFilter>| {
            service::benefit_list(ctx, s, &asked)
                .await
                .expect("the list")
                .rows
        };
        let page = async |asked: Query<BenefitFilter>| {
            let shown = service::benefit_register(ctx, s, &asked).await.expect("a page");
            (shown.page, shown.tally.matching)
        };
        walk(&format!("benefits by {}", order.code()), order, list, page).await;
    }
    for order in orders() {
        let list = async |asked: Query<StatementFilter>| {
            service::statement_list(ctx, s, &asked)
                .await
                .expect("the list")
                .rows
        };
        let page = async |asked: Query<StatementFilter>| {
            let shown = service::statement_register(ctx, s, &asked, &[])
                .await
                .expect("a page");
            (shown.view.page, shown.view.tally.matching)
        };
        walk(&format!("statements by {}", order.code()), order, list, page).await;
    }

    // The order is the one that people expect: the Swedish alphabet, numbers of areas as they are
    // read, those without an area last whichever way.
    let by_name = service::initiative_list(ctx, s, &asked("sortera=namn"))
        .await
        .expect("the list");
    let names: Vec<String> = by_name.rows.iter().map(|row| sort_key(&row.name)).collect();
    assert!(names.is_sorted(), "{names:?}");
    assert!(
        names
            .last()
            .is_some_and(|name| name.starts_with(['ã', 'ä', 'ö', 'v'])),
        "{names:?}"
    );
    for (query, turned) in [("sortera=omrade", false), ("sortera=-omrade", true)] {
        let list = service::initiative_list(ctx, s, &asked(query))
            .await
            .expect("the list")
            .rows;
        let numbers: Vec<Option<String>> = list
            .iter()
            .map(|row| row.area_number.as_deref().map(sort_number))
            .collect();
        let known = numbers.iter().take_while(|number| number.is_some()).count();
        assert!(known > 0 && known < numbers.len(), "some have no area");
        assert!(
            numbers[known..].iter().all(Option::is_none),
            "those without come last: {numbers:?}"
        );
        let mut known = numbers[..known].to_vec();
        if turned {
            known.reverse();
        }
        assert!(known.is_sorted(), "{query}: {known:?}");
    }
    let by_count = service::benefit_list(ctx, s, &asked("sortera=konstaterade"))
        .await
        .expect("the list");
    assert!(by_count.rows.is_sorted_by(|a, b| a.statements >= b.statements));
    let by_finding = service::statement_list(ctx, s, &asked("sortera=fynd"))
        .await
        .expect("the list");
    assert!(by_finding.rows.is_sorted_by_key(|row| row.finding.value));
}

async fn a_cursor_that_means_nothing_begins_at_the_beginning(world: World) {
    let demo = Demo::load(&world).await;
    let (ctx, s) = (&demo.ctx(Role::Auditor), &demo.services);
    let first = service::benefit_register(ctx, s, &Query::default())
        .await
        .expect("a page")
        .page;
    let next = first.next.clone().expect("a second page");
    let by_area = next.encode("omrade");
    for query in [
        "sida=abc".to_owned(),
        "sida=".to_owned(),
        format!("sida={by_area}0"),
        format!("sida={}", next.encode("nytta")),
        format!("sida={}", by_area.replace('6', "7")),
        "sida=%00&sok=%00".to_owned(),
    ] {
        let shown = service::benefit_register(ctx, s, &asked(&query))
            .await
            .expect("a page")
            .page;
        assert_eq!(shown.rows, first.rows, "{query}");
    }
    // One of another shape under the right order's name.
    let forged = domain::register::Cursor {
        keys: Vec::new(),
        ..next
    };
    let forged = Query {
        cursor: Some(forged),
        ..Query::default()
    };
    assert_eq!(
        service::benefit_register(ctx, s, &forged)
            .await
            .expect("a page")
            .page
            .rows,
        first.rows
    );
}

/// Rows that are gone by the time somebody goes back: here by a filter, since nothing is ever deleted.
async fn the_way_back_ends_at_a_whole_page(world: World) {
    let demo = Demo::load(&world).await;
    let ctx = demo.ctx(Role::SteeringUnit);
    let page = |asked: Query<BenefitFilter>| {
        let (ctx, services) = (ctx.clone(), demo.services.clone());
        async move {
            let shown = service::benefit_register(&ctx, &services, &asked).await;
            shown.expect("the register").page
        }
    };
    let first = page(Query::default()).await;
    let second = Query {
        cursor: first.next,
        ..Query::default()
    };
    let back = page(second).await.previous.expect("there is a page before");
    let fewer = Query {
        search: "ande het".to_owned(),
        ..Query::default()
    };
    let whole = page(fewer.clone()).await;
    let gone_back = Query {
        cursor: Some(back),
        ..fewer
    };
    let shown = page(gone_back).await;
    assert!(!whole.rows.is_empty() && whole.rows.len() < 50);
    assert_eq!(shown, whole, "the first page as it begins now");
}

/// The row that the next page begins after gets another name meanwhile: the page is the one that it would have been.
async fn a_row_that_moves_takes_no_page_along(world: World) {
    let demo = Demo::load(&world).await;
    let (ctx, s) = (&demo.ctx(Role::Auditor), &demo.services);
    let by_name: Query<BenefitFilter> = asked("sortera=nytta");
    let first = service::benefit_register(ctx, s, &by_name)
        .await
        .expect("a page")
        .page;
    let at_second = Query {
        cursor: first.next.clone(),
        ..by_name
    };
    let page = async || {
        service::benefit_register(ctx, s, &at_second)
            .await
            .expect("a page")
            .page
    };
    let ids = |rows: &[service::rows::BenefitRow]| rows.iter().map(|row| row.id).collect::<Vec<_>>();
    let second = ids(&page().await.rows);
    let last = first.rows.last().expect("a whole page");
    let words = last.title.as_ref().unwrap_or(&last.description);
    let moves = format!(
        "UPDATE benefit SET sort_name = 'öööö' WHERE sort_name = '{}'",
        sort_key(words)
    );
    assert_eq!(run(&s.store, &moves).await.expect("moves"), 1);
    add_benefit(&demo, "Aaaa", "Något händer, så att allt söks på nytt.").await;
    let mut expected = second;
    expected.push(last.id);
    assert_eq!(ids(&page().await.rows), expected);
}

async fn rows_that_were_there_are_searched_as_new_ones(world: World) {
    let demo = Demo::load(&world).await;
    add_benefit(
        &demo,
        "ÅÄÖ\u{a0}e\u{301}É A\u{30a}",
        "Mjukt\u{ad}bindestreck,  två\n\nrader och İ ü",
    )
    .await;
    let store = &demo.services.store;
    let id = match world.kind() {
        Kind::Sqlite => "hex(id)",
        Kind::Postgres => "id::text",
    };
    let columns = [
        ("area", "sort_number || '/' || search_text"),
        ("initiative", "sort_name || '/' || search_text"),
        ("delivery", "search_text"),
        ("benefit", "sort_name || '/' || search_text"),
        ("statement", "search_text"),
    ];
    let mut before = Vec::new();
    for (table, column) in columns {
        let select = format!("SELECT {id} || ' ' || {column} FROM {table} ORDER BY {id}");
        let rows = texts(store, &select).await;
        assert!(
            rows.iter().all(|row| row.len() > 40),
            "{table}: something is written"
        );
        before.push((select, rows));
    }
    let names: Vec<String> = Migrator::migrations()
        .iter()
        .map(|one| one.name().to_owned())
        .collect();
    let at = names
        .iter()
        .position(|name| name.ends_with("_registers"))
        .expect("the migration");
    let steps = u32::try_from(names.len() - at).expect("few");
    Migrator::down(store.unaudited(), Some(steps))
        .await
        .expect("goes down");
    Migrator::up(store.unaudited(), None).await.expect("goes up");
    for (select, rows) in before {
        assert_eq!(texts(store, &select).await, rows, "{select}");
    }
}

/// What lets somebody write everywhere.
fn everything() -> Vec<Grant> {
    match somebody(Role::PortfolioManager, Scope::All).actor {
        domain::ctx::Actor::Account { grants, .. } => grants,
        other => panic!("no account: {other:?}"),
    }
}

/// A statement about the first benefit, to be sent in.
fn statement_form(text: &str) -> StatementForm {
    let benefit = portfolio_json()["benefits"][0]["id"].clone();
    StatementForm {
        initiative: first_initiative().to_string(),
        benefits: vec![benefit.as_str().expect("an id").to_owned()],
        text: text.to_owned(),
        finding: Finding::Confirmed.code().to_owned(),
        as_of: "2025-09-30".to_owned(),
        action: "submit".to_owned(),
        ..StatementForm::default()
    }
}

/// Somebody who has written a statement that waits for approval.
async fn submitted(demo: &Demo, author: AccountId, text: &str) -> PickedStatement {
    let ctx = as_account(author, everything());
    let saved = service::statement_save(&ctx, &demo.services, statement_form(text))
        .await
        .expect("saves");
    let Answer::Done(place) = saved else {
        panic!("refused: {saved:?}")
    };
    let id = place.rsplit("konstaterad-").next().expect("an id");
    PickedStatement {
        id: id.parse().expect("an id"),
        version: 1,
    }
}

async fn approve(ctx: &Ctx, services: &Services, form: &BulkApprovalForm) -> BulkOutcome {
    let answer = service::statement_approve_many(ctx, services, form.clone())
        .await
        .expect("answers");
    let Answer::Done(place) = answer else {
        panic!("no such form comes back: {answer:?}")
    };
    let (path, query) = place.split_once('?').expect("a query");
    assert_eq!(path, "/konstaterade");
    let pairs = domain::register::decoded_pairs(query);
    let field = |name: &str| {
        let found = pairs.iter().find(|(known, _)| known == name);
        found.map(|(_, value)| value.clone())
    };
    BulkOutcome::parse(field).expect("an outcome")
}

fn ticked(picked: &[PickedStatement]) -> BulkApprovalForm {
    BulkApprovalForm {
        submission: Uuid::now_v7().to_string(),
        picked: picked.iter().map(|one| one.code()).collect(),
        query: "lage=submitted&sida=abc".to_owned(),
        ..BulkApprovalForm::default()
    }
}

async fn state(demo: &Demo, picked: PickedStatement) -> (ApprovalState, i32) {
    let ctx = demo.ctx(Role::Auditor);
    let register = service::statement_register(&ctx, &demo.services, &Query::default(), &[picked.id]).await;
    let row = register.expect("a page").named.pop().expect("the statement");
    (row.state, row.version)
}

async fn several_are_approved_in_one_act(world: World) {
    let demo = Demo::load(&world).await;
    let author = AccountId(Uuid::now_v7());
    let mut picked = Vec::new();
    for text in ["Ett.", "Två.", "Tre."] {
        picked.push(submitted(&demo, author, text).await);
    }
    let (reviewer, s) = (demo.ctx(Role::Reviewer), &demo.services);
    let shown = service::statement_register(&reviewer, s, &asked("lage=submitted"), &[])
        .await
        .expect("a page");
    assert_eq!((shown.view.tally.notable, shown.view.tally.matching), (3, 3));
    let may: BTreeSet<StatementId> = shown.approvable.into_iter().collect();
    assert_eq!(
        may,
        picked.iter().map(|one| one.id).collect(),
        "each may be ticked"
    );
    let auditor = service::statement_register(&demo.ctx(Role::Auditor), s, &Query::default(), &[]).await;
    let auditor = auditor.expect("a page");
    assert!(auditor.approvable.is_empty() && !auditor.may_approve);

    let before = audit_seq(&s.store).await;
    let outcome = approve(&reviewer, s, &ticked(&picked[..2])).await;
    assert_eq!(
        outcome,
        BulkOutcome {
            approved: 2,
            ..BulkOutcome::default()
        }
    );
    assert_eq!(audit_seq(&s.store).await, before + 2, "a trace each");
    let select =
        format!("SELECT action || ' ' || subject_id FROM audit_event WHERE seq > {before} ORDER BY seq");
    let actions = texts(&s.store, &select).await;
    let expected: Vec<String> = picked[..2]
        .iter()
        .map(|one| format!("statement.approve {}", one.id))
        .collect();
    assert_eq!(actions, expected);
    assert_eq!(state(&demo, picked[0]).await, (ApprovalState::Approved, 2));
    assert_eq!(
        state(&demo, picked[2]).await,
        (ApprovalState::Submitted, 1),
        "not ticked"
    );
    let nothing = approve(&reviewer, s, &ticked(&[])).await;
    assert_eq!(nothing, BulkOutcome::default());
    let auditor = service::statement_approve_many(&demo.ctx(Role::Auditor), s, ticked(&picked)).await;
    assert!(matches!(auditor, Err(ServiceError::Refused(_))), "{auditor:?}");
}

/// A row says what one has to know before one approves it, and each finds what they wrote and reviewed.
async fn what_waits_tells_who_wrote_it_and_on_what(world: World) {
    let demo = Demo::load(&world).await;
    let s = &demo.services;
    let author = demo.ctx(Role::PortfolioManager).account_id().expect("an account");
    let picked = submitted(&demo, author, "Ärenden avgörs snabbare.").await;
    let row = async |ctx: &Ctx, query: &str| {
        let page = service::statement_register(ctx, s, &asked(query), &[]).await;
        page.expect("a page").view.page.rows
    };
    let reviewer = demo.ctx(Role::Reviewer);
    let mut waiting = row(&reviewer, "lage=submitted").await;
    let waiting = waiting.pop().expect("the statement");
    let name = match demo.ctx(Role::PortfolioManager).actor {
        domain::ctx::Actor::Account { name, .. } => name,
        other => panic!("no account: {other:?}"),
    };
    assert_eq!(
        (waiting.written_by, waiting.grounded, waiting.replaces),
        (Some(name), false, None)
    );
    let ids = async |ctx: &Ctx, query: &str| -> Vec<StatementId> {
        row(ctx, query).await.iter().map(|row| row.id).collect()
    };
    let own = as_account(author, everything());
    assert_eq!(ids(&own, "mina=skrivna").await, [picked.id]);
    assert!(ids(&reviewer, "mina=skrivna").await.is_empty());
    assert!(ids(&reviewer, "mina=godkanda").await.is_empty());
    approve(&reviewer, s, &ticked(&[picked])).await;
    assert_eq!(ids(&reviewer, "mina=godkanda").await, [picked.id]);
    assert!(ids(&own, "mina=godkanda").await.is_empty());
    assert!(ids(&reviewer, "mina=aterlamnade").await.is_empty());

    // What is to take its place says so, and when it is to be looked at again.
    let later = StatementForm {
        supersedes: picked.id.to_string(),
        finding: Finding::PlannedFollowup.code().to_owned(),
        follow_up: "hösten 2026".to_owned(),
        method: "Stickprov".to_owned(),
        ..statement_form("Följs upp igen.")
    };
    let saved = service::statement_save(&own, s, later).await.expect("saves");
    assert!(matches!(saved, Answer::Done(_)), "{saved:?}");
    let waiting = row(&reviewer, "lage=submitted")
        .await
        .pop()
        .expect("the statement");
    assert_eq!(waiting.replaces.as_deref(), Some("Ärenden avgörs snabbare."));
    assert!(waiting.grounded && waiting.follow_up.is_some(), "{waiting:?}");
}

async fn what_may_not_be_approved_is_named_and_left(world: World) {
    let demo = Demo::load(&world).await;
    let (reviewer, s) = (demo.ctx(Role::Reviewer), &demo.services);
    let (me, other) = (
        reviewer.account_id().expect("an account"),
        AccountId(Uuid::now_v7()),
    );
    let fine = submitted(&demo, other, "Kan godkännas.").await;
    let own = submitted(&demo, me, "Har jag skrivit.").await;
    let returned = submitted(&demo, other, "Har återlämnats.").await;
    let steering = demo.ctx(Role::SteeringUnit);
    service::statement_review(&steering, s, returned.id, 1, false, "Skriv mer.")
        .await
        .expect("returns");
    let stale = PickedStatement {
        version: 7,
        ..submitted(&demo, other, "Har ändrats.").await
    };
    let gone = PickedStatement {
        id: StatementId(Uuid::now_v7()),
        version: 1,
    };
    let shown = service::statement_register(&reviewer, s, &Query::default(), &[])
        .await
        .expect("a page");
    assert_eq!(shown.own, [own.id]);
    assert!(!shown.approvable.contains(&own.id) && !shown.approvable.contains(&returned.id));

    let outcome = approve(&reviewer, s, &ticked(&[own, fine, returned, stale, gone])).await;
    let expected = BulkOutcome {
        approved: 1,
        changed: vec![returned.id, stale.id, gone.id],
        own: vec![own.id],
        refused: Vec::new(),
    };
    assert_eq!(outcome, expected);
    assert_eq!(outcome.left().len(), 4, "all are named");
    assert_eq!(state(&demo, fine).await.0, ApprovalState::Approved);
    assert_eq!(state(&demo, own).await, (ApprovalState::Submitted, 1));
    assert_eq!(state(&demo, returned).await.0, ApprovalState::Returned);
    assert_eq!(state(&demo, stale).await, (ApprovalState::Submitted, 1));

    // A scope that does not hold the initiative.
    let elsewhere = Scope::Portfolios(vec![domain::id::PortfolioId(Uuid::now_v7())]);
    let manager = somebody(Role::PortfolioManager, elsewhere);
    let before = audit_seq(&s.store).await;
    let outcome = approve(&manager, s, &ticked(&[own])).await;
    assert_eq!((outcome.approved, outcome.refused), (0, vec![own.id]));
    assert_eq!(audit_seq(&s.store).await, before, "nothing was done");
    assert_eq!(state(&demo, own).await, (ApprovalState::Submitted, 1));
}

async fn a_sending_that_comes_twice_approves_once(world: World) {
    let demo = Demo::load(&world).await;
    let (reviewer, s) = (demo.ctx(Role::Reviewer), &demo.services);
    let one = submitted(&demo, AccountId(Uuid::now_v7()), "En gång.").await;
    let form = ticked(&[one]);
    let first = approve(&reviewer, s, &form).await;
    let before = audit_seq(&s.store).await;
    assert_eq!(approve(&reviewer, s, &form).await, first, "the same answer");
    assert_eq!(audit_seq(&s.store).await, before);
    let again = approve(&reviewer, s, &ticked(&[one])).await;
    assert_eq!(
        (again.approved, again.changed),
        (0, vec![one.id]),
        "another sending comes too late"
    );
    assert_eq!(state(&demo, one).await, (ApprovalState::Approved, 2));
}

async fn a_view_is_kept_for_its_account_alone(world: World) {
    let demo = Demo::load(&world).await;
    let (mine, s) = (demo.ctx(Role::Auditor), &demo.services);
    let form = |name: &str| SavedViewForm {
        submission: Uuid::now_v7().to_string(),
        register: "nyttor".to_owned(),
        query: "omrade=4.2&sok=Öka&sida=abc&sortera=-nytta".to_owned(),
        name: name.to_owned(),
        ..SavedViewForm::default()
    };
    let before = audit_seq(&s.store).await;
    let kept = service::saved_view_save(&mine, s, form(" Åtgärder i 4.2 "))
        .await
        .expect("keeps");
    let expected = "/nyttor?sok=%C3%96ka&omrade=4.2&sortera=-nytta&klart=urval-sparat";
    assert_eq!(kept, Answer::Done(expected.to_owned()));
    assert_eq!(audit_seq(&s.store).await, before + 1);
    let views = async |ctx: &Ctx| {
        let register = service::benefit_register(ctx, s, &Query::default()).await;
        register.expect("a page").frame.views
    };
    let view = views(&mine).await.pop().expect("the view");
    assert_eq!(view.name, "Åtgärder i 4.2");
    let read = asked::<BenefitFilter>(&view.query);
    assert_eq!(read.filter.area, Some(AreaChoice::Number("4.2".to_owned())));

    // The same name, however it is written, is taken; in another register or for somebody else it is not.
    let again = service::saved_view_save(&mine, s, form("ÅTGÄRDER  i 4.2"))
        .await
        .expect("answers");
    let Answer::Again(key) = again else {
        panic!("taken: {again:?}")
    };
    let state =
        service::saved_view_form(&mine, s, domain::register::RegisterKind::Benefits, "", Some(&key)).await;
    let errors: FieldErrors = state.expect("the form").state.errors();
    assert!(
        matches!(errors.of("name"), Some(Problem::Taken { .. })),
        "{errors:?}"
    );
    let elsewhere = SavedViewForm {
        register: "initiativ".to_owned(),
        ..form("Åtgärder i 4.2")
    };
    assert!(matches!(
        service::saved_view_save(&mine, s, elsewhere).await,
        Ok(Answer::Done(_))
    ));
    let theirs = demo.ctx(Role::Leadership);
    assert!(views(&theirs).await.is_empty());
    assert!(matches!(
        service::saved_view_save(&theirs, s, form("Åtgärder i 4.2")).await,
        Ok(Answer::Done(_))
    ));

    let refused = service::saved_view_delete(&theirs, s, view.id).await;
    assert!(matches!(refused, Err(ServiceError::NotFound)), "{refused:?}");
    assert_eq!(views(&mine).await.len(), 1);
    let gone = service::saved_view_delete(&mine, s, view.id)
        .await
        .expect("deletes");
    assert!(gone.ends_with("klart=urval-borttaget"), "{gone}");
    assert!(views(&mine).await.is_empty());
    assert_eq!(views(&theirs).await.len(), 1);
    // The database itself holds one name to one view.
    let id = match world.kind() {
        Kind::Sqlite => "randomblob(16)",
        Kind::Postgres => "gen_random_uuid()",
    };
    let copy = format!(
        "INSERT INTO saved_view SELECT {id}, account_id, register, name, name_folded, query, created_at \
         FROM saved_view"
    );
    assert!(run(&s.store, &copy).await.is_err(), "two views of one name");
}
