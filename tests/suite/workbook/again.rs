//! The same file sent once more, with more in it, and after somebody else has changed something.

use domain::workbook::SheetKind;
use report::workbook::read;
use service::Answer;
use text::Lang;

use super::filled::{book, portfolio, statements};
use super::{agency, file, one, taken, tried};
use crate::support::database::{World, on_both};
use crate::support::demo::export;
use crate::support::forms::{done, key};
use crate::support::rows::{count, things_done};

on_both!(
    the_same_file_is_read_again_with_more_rows,
    what_somebody_else_did_meanwhile_is_told_of,
);

async fn the_same_file_is_read_again_with_more_rows(world: World) {
    let (services, steering, manager) = agency(&world).await;
    taken(&steering, &services, &book(Lang::Sv, &portfolio())).await;
    taken(&manager, &services, &book(Lang::Sv, &statements())).await;
    let before = export(&services).await;

    // In English, and with other case and spaces: it is the same things.
    let (trial, key) = tried(
        &steering,
        &services,
        read(&book(Lang::En, &portfolio())).expect("reads"),
    )
    .await;
    assert_eq!((trial.all_added(), trial.problems.as_slice()), (0, &[][..]));
    assert!(trial.counts.iter().all(|of| of.there > 0));
    let again = service::workbook_take(&steering, &services, &key).await;
    assert!(
        matches!(again, Ok(Answer::Again(_))),
        "nothing to take: {again:?}"
    );
    assert_eq!(export(&services).await, before);

    let mut more = portfolio();
    more[0].1.push(vec![("name", "Stab")]);
    more[5].1.push(vec![
        ("initiative", " kortare  KÖER "),
        ("name", "Kölapp"),
        ("description", "Lappar."),
        ("status", "planned"),
    ]);
    let trial = taken(&steering, &services, &book(Lang::Sv, &more)).await;
    assert_eq!(trial.all_added(), 2);
    let file = file(&services).await;
    let initiative = one(&file, "initiatives", "name", "Kortare köer");
    assert_eq!(
        one(&file, "deliveries", "name", "Kölapp")["initiative"],
        initiative["id"]
    );

    // A unit that has ended is not brought anew, and what is found of something else is something else.
    let mut ended = portfolio();
    ended[0]
        .1
        .push(vec![("name", "Gamla avdelningen"), ("valid_to", "2023-12-31")]);
    let once = taken(&steering, &services, &book(Lang::Sv, &ended)).await;
    assert_eq!(once.all_added(), 1);
    let (twice, _) = tried(
        &steering,
        &services,
        read(&book(Lang::Sv, &ended)).expect("reads"),
    )
    .await;
    assert_eq!((twice.all_added(), twice.problems.len()), (0, 0));
    let mut said = statements();
    said[0].1[1][4] = ("as_of", "2025-09-02");
    let (other_day, _) = tried(&manager, &services, read(&book(Lang::Sv, &said)).expect("reads")).await;
    assert_eq!((other_day.all_added(), other_day.all_there()), (1, 1));
    // Of two plans the newer's area is meant, whichever the file brings last.
    let older = vec![
        (
            SheetKind::AreaSets,
            vec![vec![("name", "Områden 2021–2023"), ("valid_from", "2021-01-01")]],
        ),
        (
            SheetKind::Areas,
            vec![vec![
                ("area_set", "Områden 2021–2023"),
                ("number", "4.10"),
                ("name", "Förr"),
            ]],
        ),
        (
            SheetKind::Initiatives,
            vec![vec![("name", "Sent"), ("status", "proposed"), ("area", "4.10")]],
        ),
    ];
    taken(&steering, &services, &book(Lang::Sv, &older)).await;
    let all = self::file(&services).await;
    assert_eq!(
        one(&all, "initiatives", "name", "Sent")["area"],
        one(&all, "areas", "name", "Ärenden")["id"]
    );

    // One that is sent twice is taken in once.
    more[0].1.push(vec![("name", "Kansli")]);
    let (_, key) = tried(&steering, &services, read(&book(Lang::Sv, &more)).expect("reads")).await;
    let first = done(service::workbook_take(&steering, &services, &key).await);
    let events = things_done(&services.store).await;
    assert_eq!(
        done(service::workbook_take(&steering, &services, &key).await),
        first
    );
    assert_eq!(things_done(&services.store).await, events);
}

async fn what_somebody_else_did_meanwhile_is_told_of(world: World) {
    let (services, steering, _) = agency(&world).await;
    let workbook = read(&book(Lang::Sv, &portfolio())).expect("reads");
    let (trial, key) = tried(&steering, &services, workbook).await;
    assert!(trial.may_be_taken());
    let units = count(&services.store, "unit").await;
    let strategic = domain::form::PortfolioForm {
        submission: self::key(),
        name: "En annan".to_owned(),
        kind: "strategic".to_owned(),
        ..domain::form::PortfolioForm::default()
    };
    done(service::portfolio_save(&steering, &services, strategic).await);
    let answer = service::workbook_take(&steering, &services, &key).await;
    let Ok(Answer::Again(key)) = answer else {
        panic!("{answer:?}");
    };
    let view = service::workbook_view(&steering, &services, Some(&key)).await;
    let trial = view.expect("may look").state.expect("kept").form.trial;
    assert_eq!(trial.problems.len(), 1, "{:?}", trial.problems);
    assert_eq!(trial.problems[0].field, "kind");
    assert_eq!(count(&services.store, "unit").await, units);
}
