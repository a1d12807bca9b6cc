//! The portfolio from a workbook: read, tried, shown, taken in; and what is refused.

pub mod filled;

use domain::ctx::Ctx;
use domain::form::{AgencyForm, Problem};
use domain::id::StatementId;
use domain::role::{Role, Scope};
use domain::workbook::{Row, RowProblem, SheetKind, Trial, Workbook, WorkbookFault};
use report::workbook::{read, template};
use reqwest::Response;
use reqwest::multipart::{Form, Part};
use serde_json::{Value, json};
use server::router::Edge;
use service::{Answer, Services, WorkbookChoices};
use text::Lang;

use crate::support::database::{World, on_both};
use crate::support::demo::{export, somebody};
use crate::support::forms::{done, key};
use crate::support::rows::{count, things_done};
use crate::web::html::{hrefs, text};
use crate::web::site::{Site, location};
use filled::{book, portfolio, statements};

on_both!(
    a_filled_in_workbook_becomes_the_portfolio,
    the_same_file_is_read_again_with_more_rows,
    what_is_wrong_is_told_by_sheet_and_row_and_nothing_is_taken_in,
    each_role_fills_in_its_own_sheets,
    what_somebody_else_did_meanwhile_is_told_of,
    each_row_costs_the_same_however_many_there_are,
    a_workbook_is_sent_looked_at_and_taken_in_without_a_script,
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

fn form(bytes: Vec<u8>) -> Form {
    let part = Part::bytes(bytes).file_name("portfölj.xlsx");
    Form::new().part("file", part)
}

async fn sent(site: &Site, client: &reqwest::Client, bytes: Vec<u8>) -> Response {
    let url = format!("{}/kom-igang/fil", site.url);
    let request = client.post(url).header("origin", &site.url);
    request.multipart(form(bytes)).send().await.expect("answers")
}

async fn a_workbook_is_sent_looked_at_and_taken_in_without_a_script(world: World) {
    let empty = Site::of(crate::start::with_people(&world).await, Edge::default()).await;
    let first = empty.signed_in(Role::SteeringUnit).await;
    let page = empty.page(&first, "/kom-igang/fil").await;
    assert_eq!(text(&page, "h1"), "Lägg först upp myndigheten");
    let (services, _, _) = agency(&world).await;
    crate::start::people(&services, &Role::ALL).await;
    let site = Site::of(services, Edge::default()).await;
    let steering = site.signed_in(Role::SteeringUnit).await;
    let start = site.page(&steering, "/kom-igang").await;
    assert!(hrefs(&start, "main a").contains(&"/kom-igang/fil".to_owned()));
    let page = site.page(&steering, "/kom-igang/fil").await;
    assert!(page.contains("enctype=\"multipart/form-data\""));
    assert!(text(&page, "main").contains("Andra roller fyller i: Konstaterade nyttor"));

    let answer = sent(&site, &steering, book(Lang::Sv, &portfolio())).await;
    assert_eq!(answer.status(), 303);
    let place = location(&answer);
    let page = site.page(&steering, &place).await;
    assert_eq!(text(&page, "h1"), "14 rader läggs till");
    let names = text(&page, ".workbook-comes");
    assert!(
        names.contains("Nytt ärendestöd") && names.contains("Kortare kö"),
        "{names}"
    );
    assert!(
        !text(&page, "main").contains("godkänt dem"),
        "nothing is stated in it"
    );
    let draft = place.rsplit('=').next().expect("a key");
    let answer = site
        .post(&steering, "/api/workbook_take", &[("draft", draft)])
        .await;
    assert_eq!(location(&answer), "/kom-igang?klart=fil-inlast");
    let page = site.page(&steering, &location(&answer)).await;
    assert!(text(&page, ".receipt").contains("Filen är inläst"));
    let page = site.page(&steering, "/initiativ").await;
    assert!(text(&page, "main").contains("Nytt ärendestöd"));
    // Areas have no pages before there is a report: nothing leads to one that is not there.
    let initiative = hrefs(&page, "main a")
        .into_iter()
        .find(|href| href.starts_with("/initiativ/01"))
        .expect("an initiative");
    let page = site.page(&steering, &initiative).await;
    assert!(
        !hrefs(&page, "main a")
            .iter()
            .any(|href| href.starts_with("/omraden/"))
    );
    let page = site.page(&steering, "/omraden").await;
    assert!(hrefs(&page, "main a").contains(&"/struktur".to_owned()));
    let answer = sent(&site, &steering, book(Lang::Sv, &portfolio())).await;
    let page = site.page(&steering, &location(&answer)).await;
    assert!(text(&page, "main").contains("14 rader finns redan och lämnas som de är"));

    // What is no workbook, or one beyond measure, is said to be, and the file's name with it.
    let heading = async |bytes: Vec<u8>| {
        let answer = sent(&site, &steering, bytes).await;
        let page = site.page(&steering, &location(&answer)).await;
        (text(&page, "#fel h2"), text(&page, "#fel p"))
    };
    let (title, lead) = heading(b"inget kalkylblad".to_vec()).await;
    assert_eq!(title, "portfölj.xlsx kunde inte läsas");
    assert!(lead.contains("Spara den som .xlsx"), "{lead}");
    let (_, lead) = heading(vec![b'x'; 5 * 1024 * 1024 + 1]).await;
    assert!(lead.contains("för stor"), "{lead}");
    let (_, lead) = heading(filled::bomb()).await;
    assert!(lead.contains("för stor"), "{lead}");

    // Only those who may write a portfolio send one, and only from this site's own pages.
    let leadership = site.signed_in(Role::Leadership).await;
    let refused = sent(&site, &leadership, book(Lang::Sv, &portfolio())).await;
    assert_eq!(refused.status(), 403);
    let nobody = sent(&site, &site.client(), book(Lang::Sv, &portfolio())).await;
    assert_eq!(location(&nobody), "/logga-in");
    let url = format!("{}/kom-igang/fil", site.url);
    let forged = steering.post(url).header("origin", "http://evil.example");
    let forged = forged.multipart(form(Vec::new())).send().await.expect("answers");
    assert_eq!(forged.status(), 403);
    let file = site.get(&steering, "/kom-igang/mall.xlsx").await;
    assert_eq!(file.status(), 200);
    let bytes = file.bytes().await.expect("a file");
    assert_eq!(read(&bytes), Err(WorkbookFault::Empty));
    let refused = site.get(&leadership, "/kom-igang/mall.xlsx").await;
    assert_eq!(refused.status(), 403);
}

/// The empty workbook has all heads where they are looked for, in both languages.
#[test]
fn the_template_is_read_as_one_without_rows() {
    for lang in Lang::ALL {
        let bytes = template(lang, &WorkbookChoices::default()).expect("writes");
        assert_eq!(read(&bytes), Err(WorkbookFault::Empty), "{lang:?}");
    }
}

#[test]
fn a_head_stands_for_one_field_whatever_the_language() {
    for sheet in SheetKind::ALL {
        for column in sheet.columns() {
            for lang in Lang::ALL {
                let head = text::workbook::head(lang, column.field);
                let others = sheet.columns().iter().filter(|other| *other != column);
                for other in others {
                    for lang in Lang::ALL {
                        assert_ne!(
                            text::workbook::head(lang, other.field),
                            head,
                            "{sheet:?} {} {}",
                            column.field,
                            other.field
                        );
                    }
                }
            }
        }
    }
}

/// What a file says of itself, and what it makes of little, costs the reader nothing.
#[test]
fn a_file_that_pretends_or_repeats_is_refused() {
    for (file, fault) in [
        (filled::pretending(), WorkbookFault::NotAWorkbook),
        (filled::repeating(), WorkbookFault::TooLarge),
        (
            filled::broken_formula(),
            WorkbookFault::BrokenCell {
                sheet: SheetKind::Units,
                row: 2,
            },
        ),
    ] {
        let begin = std::time::Instant::now();
        assert_eq!(read(&file), Err(fault));
        assert!(begin.elapsed().as_secs() < 20, "{:?}", begin.elapsed());
    }
    let twice = vec![
        (SheetKind::Units, vec![vec![("name", "Norr")]]),
        (SheetKind::Portfolios, Vec::new()),
    ];
    let file = filled::renamed(&twice, "Portföljer", "Units");
    let fault = WorkbookFault::SheetTwice {
        sheet: SheetKind::Units,
    };
    assert_eq!(read(&file), Err(fault));
}

#[test]
fn a_file_that_is_not_the_template_is_told_what_it_lacks() {
    let fault = |sheets: &_| read(&book(Lang::Sv, sheets)).expect_err("a fault");
    let mut sheets = portfolio();
    sheets[0].1[0].push(("rubbish", "x"));
    assert_eq!(
        fault(&sheets),
        WorkbookFault::UnknownHead {
            sheet: SheetKind::Units,
            head: "rubbish".to_owned()
        }
    );
    let sheets = vec![(SheetKind::Initiatives, vec![vec![("summary", "Utan namn")]])];
    assert_eq!(
        fault(&sheets),
        WorkbookFault::MissingColumn {
            sheet: SheetKind::Initiatives,
            field: "name".to_owned()
        }
    );
    assert_eq!(fault(&Vec::new()), WorkbookFault::NoKnownSheet);
    let units = (0..501).map(|_| vec![("name", "Enhet")]).collect();
    assert_eq!(
        fault(&vec![(SheetKind::Units, units)]),
        WorkbookFault::TooManyRows { most: 500 }
    );
}

/// What a spreadsheet keeps as a number or a day is read as it was typed.
#[test]
fn numbers_and_days_are_read_as_they_were_typed() {
    let workbook = read(&filled::typed_cells()).expect("reads");
    let row = &workbook.rows[0];
    assert_eq!(row.cell("started_year"), "2024");
    assert_eq!(row.cell("statutory_on"), "2026-01-31");
    assert_eq!(row.cell("development_object"), "on");
    let area = &workbook.rows[1];
    assert_eq!(area.cell("budget_tkr"), "330.1");
    assert_eq!(workbook.rows[2].cell("budget_tkr"), "1250;7");
    assert_eq!(area.number, 2);
}
