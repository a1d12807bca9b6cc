//! Pages show each row once and in order, whatever moves or goes meanwhile.

use domain::register::{
    BenefitFilter, Column, Filter, InitiativeFilter, Order, Query, StatementFilter, sort_key, sort_number,
};
use domain::role::Role;
use service::rows::Page;

use super::{add_benefit, asked};
use crate::support::database::{World, on_both};
use crate::support::demo::Demo;
use crate::support::grown::grown;
use crate::support::rows::run;

on_both!(
    pages_show_each_row_once_and_in_order,
    a_cursor_that_means_nothing_begins_at_the_beginning,
    the_way_back_ends_at_a_whole_page,
    a_row_that_moves_takes_no_page_along,
);

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
