//! The portfolio from a workbook: read, tried, shown, taken in; and what is refused.

mod again;
pub mod filled;
mod page;
mod reading;
mod roles;

use domain::ctx::Ctx;
use domain::form::AgencyForm;
use domain::id::StatementId;
use domain::role::{Role, Scope};
use domain::workbook::{Row, RowProblem, SheetKind, Trial, Workbook};
use report::workbook::read;
use serde_json::{Value, json};
use service::{Answer, Services};
use text::Lang;

use crate::support::database::{World, on_both};
use crate::support::demo::{export, somebody};
use crate::support::forms::{done, key};
use crate::support::rows::things_done;
use filled::{book, portfolio, statements};

on_both!(
    a_filled_in_workbook_becomes_the_portfolio,
    what_is_wrong_is_told_by_sheet_and_row_and_nothing_is_taken_in,
    each_row_costs_the_same_however_many_there_are,
);

/// An installation with an agency and the usual groups.
async fn agency(world: &World) -> (Services, Ctx, Ctx) {
    let services = world.services().await;
    let steering = in_a_browser(somebody(Role::SteeringUnit, Scope::All));
    let agency = AgencyForm {
        submission: key(),
        name: "Myndigheten".to_owned(),
        currency: "SEK".to_owned(),
        usual_groups: "1".to_owned(),
        ..AgencyForm::default()
    };
    done(service::agency_save(&steering, &services, agency).await);
    let manager = in_a_browser(somebody(Role::PortfolioManager, Scope::All));
    (services, steering, manager)
}

/// What is tried is kept for the session that tried it.
fn in_a_browser(ctx: Ctx) -> Ctx {
    Ctx {
        session: Some(key()),
        ..ctx
    }
}

/// What a workbook would do, and the key that it is kept under.
async fn tried(ctx: &Ctx, services: &Services, workbook: Workbook) -> (Trial, String) {
    let key = service::workbook_try(ctx, services, "portfölj.xlsx", Ok(workbook))
        .await
        .expect("may try");
    let view = service::workbook_view(ctx, services, Some(&key)).await;
    let state = view.expect("may look").state.expect("it is kept");
    assert_eq!(state.form.file, "portfölj.xlsx");
    (state.form.trial, key)
}

async fn taken(ctx: &Ctx, services: &Services, bytes: &[u8]) -> Trial {
    let (trial, key) = tried(ctx, services, read(bytes).expect("reads")).await;
    assert_eq!(trial.problems, []);
    let place = done(service::workbook_take(ctx, services, &key).await);
    assert_eq!(place, "/kom-igang?klart=fil-inlast");
    trial
}

async fn file(services: &Services) -> Value {
    serde_json::from_slice(&export(services).await).expect("JSON")
}

/// The one thing of a list with this value in a field.
fn one<'a>(file: &'a Value, list: &str, field: &str, value: &str) -> &'a Value {
    let all = file[list].as_array().expect("a list");
    let mut found = all.iter().filter(|of| of[field] == value);
    let first = found
        .next()
        .unwrap_or_else(|| panic!("{list} without {value}: {all:#?}"));
    assert!(found.next().is_none(), "{list} has several {value}");
    first
}

async fn a_filled_in_workbook_becomes_the_portfolio(world: World) {
    let (services, steering, manager) = agency(&world).await;
    let before = things_done(&services.store).await;
    let trial = taken(&steering, &services, &book(Lang::Sv, &portfolio())).await;
    let added: Vec<_> = trial.counts.iter().map(|of| (of.sheet, of.added.len())).collect();
    assert_eq!(
        added,
        [
            (SheetKind::Units, 3),
            (SheetKind::Portfolios, 2),
            (SheetKind::AreaSets, 1),
            (SheetKind::Areas, 2),
            (SheetKind::Initiatives, 2),
            (SheetKind::Deliveries, 2),
            (SheetKind::Benefits, 2),
        ]
    );
    // Each thing has an event of its own, as if it had been typed, and the file has one.
    assert_eq!(things_done(&services.store).await - before, 14 + 1);
    let trial = taken(&manager, &services, &book(Lang::Sv, &statements())).await;
    assert_eq!(trial.all_added(), 2);

    let file = file(&services).await;
    let section = one(&file, "units", "name", "Sektionen");
    let department = one(&file, "units", "name", "Avdelningen");
    assert_eq!(
        section["parent"], department["id"],
        "whatever order they stand in"
    );
    assert_eq!(department["valid_from"], "2020-01-01");
    let tactical = one(&file, "portfolios", "name", "Taktisk");
    let strategic = one(&file, "portfolios", "name", "Strategisk");
    assert_eq!(tactical["parent"], strategic["id"]);
    let group = |short: &str| one(&file, "benefit_groups", "short_name", short)["id"].clone();
    let area = one(&file, "areas", "number", "4.10");
    assert_eq!(
        area["area_set"],
        one(&file, "area_sets", "name", "Områden 2024–2026")["id"]
    );
    assert_eq!(
        area["main_groups"],
        json!([group("Tidsbesparing"), group("Kostnadsbesparing")])
    );
    assert_eq!(
        area["budgets"],
        json!([
            { "from_year": 2024, "to_year": 2026, "amount": 33_000_050 },
            { "from_year": 2027, "to_year": 2027, "amount": 100_000 },
        ])
    );
    let initiative = one(&file, "initiatives", "name", "Nytt ärendestöd");
    assert_eq!(initiative["area"], area["id"]);
    assert_eq!(initiative["owner"], department["id"]);
    assert_eq!(initiative["portfolios"], json!([tactical["id"], strategic["id"]]));
    assert_eq!(initiative["development_object"]["since"], "2024-05-01");
    assert_eq!(initiative["status"]["value"], "ongoing");
    assert_eq!(initiative["started_year"], 2024);
    assert_eq!(initiative["statutory_on"], "2026-01-01");
    assert_eq!(initiative["focus_area"], "Digitalisering");
    assert_eq!(initiative["label"]["value"], "Program A");
    let other = one(&file, "initiatives", "name", "Kortare köer");
    assert_eq!(other["development_object"], Value::Null, "Nej is no");
    let delivery = one(&file, "deliveries", "name", "Första etappen");
    assert_eq!(delivery["initiative"], initiative["id"]);
    assert_eq!(delivery["area"], area["id"], "the initiative's own");
    assert_eq!(delivery["launches"].as_array().map(Vec::len), Some(2));
    assert_eq!(delivery["launches"][1]["what"], "Alla kontor");
    assert_eq!(delivery["launches"][0]["planned"]["when"], "2024-Q4");
    assert_eq!(delivery["launches"][1]["planned"]["when"], "2025-03-01");
    assert_eq!(delivery["launches"][0]["actual"]["when"], "2025-02");
    assert_eq!(delivery["upcoming"][0]["what"], "Telefonen");
    let benefit = one(&file, "benefits", "title", "Kortare handläggning");
    assert_eq!(benefit["delivery"], delivery["id"]);
    assert_eq!(benefit["groups"][0]["group"], group("Tidsbesparing"));
    assert_eq!(benefit["owner"], department["id"]);
    assert_eq!(benefit["recipient"], section["id"]);
    assert_eq!(benefit["value_class"], "redistribution");
    assert_eq!(benefit["unplanned"], true);
    assert_eq!(benefit["expected_from"], "2025-03-01");
    let statement = one(&file, "statements", "text", "Handläggningen tar halva tiden.");
    assert_eq!(statement["benefits"], json!([benefit["id"]]));
    assert_eq!(statement["finding"]["value"], "partly");
    assert_eq!(statement["state"], "submitted");
    assert_eq!(
        statement["sources"],
        json!([
            { "kind": "registry_number", "text": "2025/17" },
            { "kind": "system", "text": "Ärendesystemet" },
        ])
    );
    assert_eq!(statement["assessing_unit"], section["id"]);
    let early = one(&file, "statements", "text", "För tidigt att säga.");
    assert_eq!(early["follow_up"]["when"], "2026-autumn");

    // Who has sent it in does not approve it; somebody else does.
    let id: StatementId = statement["id"].as_str().expect("an id").parse().expect("an id");
    let own = service::statement_review(&manager, &services, id, 1, true, "").await;
    assert!(own.is_err(), "{own:?}");
    let reviewer = somebody(Role::Reviewer, Scope::All);
    let theirs = service::statement_review(&reviewer, &services, id, 1, true, "").await;
    assert!(theirs.is_ok(), "{theirs:?}");
}

async fn what_is_wrong_is_told_by_sheet_and_row_and_nothing_is_taken_in(world: World) {
    let (services, steering, _) = agency(&world).await;
    let mut wrong = portfolio();
    wrong[0].1.push(vec![("name", "Sektionen")]);
    wrong[3].1[1][0] = ("area_set", "Områden 1999");
    wrong[4].1[0] = vec![
        ("name", "Nytt ärendestöd"),
        ("status", "snart"),
        ("owner", "Avdelnigen"),
        ("development_object", "kanske"),
    ];
    wrong[5].1[1].retain(|(field, _)| *field != "description");
    let before = export(&services).await;
    let events = things_done(&services.store).await;
    let workbook = read(&book(Lang::Sv, &wrong)).expect("reads");
    let (trial, key) = tried(&steering, &services, workbook).await;
    let told: Vec<String> = trial
        .problems
        .iter()
        .map(|problem| {
            format!(
                "{}: {}",
                text::workbook::place(Lang::Sv, Lang::Sv, problem),
                text::workbook::problem(Lang::Sv, Lang::Sv, problem)
            )
        })
        .collect();
    // Deliveries and benefits of what failed are told of their own faults alone: for the rest they are not
    // to blame.
    assert_eq!(
        told,
        [
            "Enheter, rad 5: Namn: ”Sektionen” finns redan, välj något annat",
            "Områden, rad 3: Områdesindelning: ”Områden 1999” finns inte. Skriv namnet på en områdesindelning så som det står på sin flik eller i Nytta",
            "Initiativ, rad 2: Utvecklingsobjekt (UO): skriv Ja eller lämna tomt, i stället för ”kanske”",
            "Initiativ, rad 2: Ägare: ”Avdelnigen” finns inte. Skriv namnet på en enhet så som det står på sin flik eller i Nytta. Menade ni ”Avdelningen”?",
            "Initiativ, rad 2: Status: ”snart” är inget av orden. Skriv ett av: Föreslaget, Beslutat, Pågår, Levererat, Nyttan hämtas hem, Avslutat, Stoppat",
            "Leveranser, rad 3: Beskrivning: fyll i uppgiften",
        ]
    );
    // Whoever reads English mends the Swedish file: its sheets, heads and words stand in what is said.
    let said = |of: &RowProblem| text::workbook::problem(Lang::En, Lang::Sv, of);
    let status = trial.problems.iter().find(|of| of.field == "status");
    let status = said(status.expect("the status is none"));
    assert!(
        status.contains("is none of the words") && status.contains("Pågår"),
        "{status}"
    );
    let take = service::workbook_take(&steering, &services, &key).await;
    assert!(matches!(take, Ok(Answer::Again(_))), "{take:?}");
    assert_eq!(export(&services).await, before);
    assert_eq!(things_done(&services.store).await, events);
}

/// The writer is held while a file is tried: a row costs so many statements, and not more the more there are.
async fn each_row_costs_the_same_however_many_there_are(world: World) {
    let (services, steering, _) = agency(&world).await;
    taken(&steering, &services, &book(Lang::Sv, &portfolio())).await;
    let cost = async |rows: usize| {
        let benefits = (0..rows).map(|row| Row {
            sheet: SheetKind::Benefits,
            number: 2,
            cells: [
                ("initiative", "Kortare köer".to_owned()),
                ("title", format!("Nytta {row}")),
                ("description", "Besökare väntar kortare.".to_owned()),
                ("groups", "Tidsbesparing".to_owned()),
            ]
            .map(|(field, cell)| (field.to_owned(), cell))
            .into(),
        });
        let workbook = Workbook {
            lang: "sv".to_owned(),
            rows: benefits.collect(),
        };
        let before = services.store.statements();
        let (trial, _) = tried(&steering, &services, workbook).await;
        assert_eq!((trial.all_added(), trial.problems.len()), (rows, 0));
        services.store.statements() - before
    };
    let (few, many) = (cost(10).await, cost(60).await);
    let each = (many - few) / 50;
    assert!(each <= 20, "{each} statements a row");
    // What there is is loaded once, each table by a statement of its own.
    assert!(few <= 10 * each + 70, "{few} for ten rows at {each}");
}
