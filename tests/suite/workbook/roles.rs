//! Each role fills in the sheets that are its own, for what is in its scope.

use domain::form::Problem;
use domain::role::{Role, Scope};
use domain::workbook::SheetKind;
use report::workbook::read;
use text::Lang;

use super::filled::{book, portfolio, statements};
use super::{agency, in_a_browser, taken, tried};
use crate::support::database::{World, on_both};
use crate::support::demo::somebody;

on_both!(each_role_fills_in_its_own_sheets);

async fn each_role_fills_in_its_own_sheets(world: World) {
    let (services, steering, manager) = agency(&world).await;
    // Areas are the steering unit's, statements are not.
    let workbook = |sheets: &_| read(&book(Lang::Sv, sheets)).expect("reads");
    let (trial, _) = tried(&manager, &services, workbook(&portfolio())).await;
    let not_theirs: Vec<_> = trial.problems.iter().map(|of| (of.sheet, of.row)).collect();
    assert_eq!(
        not_theirs,
        [
            (SheetKind::Units, 2),
            (SheetKind::Portfolios, 2),
            (SheetKind::AreaSets, 2),
            (SheetKind::Areas, 2)
        ],
        "once a sheet, and nothing of what rests on them"
    );
    assert!(trial.problems.iter().all(|of| of.problem == Problem::NotYours));
    let said = text::workbook::problem(Lang::En, Lang::Sv, &trial.problems[0]);
    assert!(said.contains("Steering unit"), "{said}");
    taken(&steering, &services, &book(Lang::Sv, &portfolio())).await;
    let (trial, _) = tried(&steering, &services, workbook(&statements())).await;
    assert_eq!(trial.problems.len(), 1, "{:?}", trial.problems);
    // What is there is nobody's to add: a whole file may be sent by a manager once it is.
    let mut whole = portfolio();
    whole.extend(statements());
    let (trial, _) = tried(&manager, &services, workbook(&whole)).await;
    assert_eq!((trial.all_added(), trial.problems.len()), (2, 0));

    // A scope holds for each row.
    let elsewhere = Scope::Portfolios(vec![domain::id::PortfolioId(uuid::Uuid::now_v7())]);
    let other = in_a_browser(somebody(Role::PortfolioManager, elsewhere));
    let (trial, _) = tried(&other, &services, workbook(&statements())).await;
    let fields: Vec<_> = trial.problems.iter().map(|of| of.field.as_str()).collect();
    assert_eq!(fields, ["initiative", "initiative"]);
    let mut more = portfolio();
    more[4].1.push(vec![("name", "Ett till"), ("status", "proposed")]);
    let (trial, _) = tried(&other, &services, workbook(&more)).await;
    let fields: Vec<_> = trial.problems.iter().map(|of| of.field.as_str()).collect();
    assert_eq!(fields, ["portfolios"]);

    // What is kept is for whoever sent it.
    let (_, key) = tried(&steering, &services, workbook(&portfolio())).await;
    let theirs = service::workbook_view(&manager, &services, Some(&key)).await;
    assert!(theirs.expect("may look").state.is_none());
    assert!(service::workbook_take(&manager, &services, &key).await.is_err());
}
