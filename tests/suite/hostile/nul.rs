//! NUL, which PostgreSQL refuses and SQLite keeps: through the whole site on both, in fields, addresses and files.

use domain::form::MeasurementForm;
use domain::role::Role;
use domain::workbook::SheetKind;
use reqwest::multipart::{Form, Part};
use server::router::Edge;
use service::ServiceError;
use service::exchange::portfolio_import;
use text::Lang;

use super::entries::packed;
use crate::support::database::{World, on_both};
use crate::support::demo::{Demo, export, portfolio, portfolio_json};
use crate::support::forms::done;
use crate::support::measured::Measured;
use crate::support::{measures, operator};
use crate::web::html::text as text_of;
use crate::web::site::{Site, location};

on_both!(
    in_a_field_it_is_left_out,
    whatever_a_form_says_that_it_is_it_is_left_out,
    beside_a_file_it_is_left_out,
    in_an_address_it_is_refused,
    in_a_cell_it_is_left_out,
    in_an_import_it_is_refused_by_its_place,
);

async fn site(world: &World) -> Site {
    Site::of(Demo::load(world).await.services, Edge::default()).await
}

async fn in_a_field_it_is_left_out(world: World) {
    let site = site(&world).await;
    let client = site.signed_in(Role::SteeringUnit).await;
    let form = [
        ("submission", "a\0b"),
        ("name", "\0Enheten \0för prov\0"),
        ("kind", "En\0het\0"),
    ];
    let place = location(&site.post(&client, "/api/unit_save", &form).await);
    assert!(!place.contains("draft=") && !place.starts_with("/fel"), "{place}");
    let stored = String::from_utf8(export(&site.services).await).expect("text");
    assert!(stored.contains("Enheten för prov"), "the unit is not there");
    assert!(!stored.contains(r"\u0000"), "it is stored with NUL");

    // Nothing but it is nothing; what is typed beside it is kept.
    let form = [("name", "\0\0"), ("kind", "Sek\0tion"), ("parent", "\0x")];
    let place = location(&site.post(&client, "/api/unit_save", &form).await);
    assert!(place.contains("draft="), "{place}");
    let page = site.page(&client, place.split('#').next().expect("a path")).await;
    assert!(!text_of(&page, "#name-fel").is_empty(), "a name is needed");
    assert!(page.contains("Sektion"), "what was typed is lost");

    // Nor does anybody get further by it who is not known, whatever is looked for.
    let stranger = site.client();
    for (action, fields) in [
        (
            "/api/password_sign_in",
            [("email", "a\0@b.example"), ("password", "\0")],
        ),
        ("/api/link_consume", [("token", "\0"), ("x", "\0")]),
    ] {
        let answer = site.post(&stranger, action, &fields).await;
        assert!(answer.status().as_u16() < 500, "{action}: {}", answer.status());
        let place = location(&answer);
        assert!(!place.contains("kod=5"), "{action} leads to {place}");
    }
}

/// A server function reads whatever it is sent as a form.
async fn whatever_a_form_says_that_it_is_it_is_left_out(world: World) {
    let site = site(&world).await;
    let client = site.signed_in(Role::SteeringUnit).await;
    for (at, kind) in [
        None,
        Some("text/plain"),
        Some("Application/X-WWW-Form-Urlencoded"),
        Some("multipart/form-data; boundary=x"),
    ]
    .into_iter()
    .enumerate()
    {
        let body = format!("submission=a%00{at}&name=Prov%00enhet+{at}&kind=Enhet");
        let mut sending = client
            .post(format!("{}/api/unit_save", site.url))
            .header("accept", "text/html")
            .header("origin", &site.url)
            .body(body);
        if let Some(kind) = kind {
            sending = sending.header("content-type", kind);
        }
        let place = location(&sending.send().await.expect("an answer"));
        assert!(!place.starts_with("/fel"), "{kind:?} leads to {place}");
        let stored = String::from_utf8(export(&site.services).await).expect("text");
        assert!(!stored.contains(r"\u0000"), "{kind:?}: it is stored with NUL");
        assert!(
            stored.contains(&format!("Provenhet {at}")),
            "{kind:?}: it is not there"
        );
    }
}

async fn beside_a_file_it_is_left_out(world: World) {
    let room = Measured::new(&world, &["Felandel"]).await;
    let draft = MeasurementForm {
        action: "file".to_owned(),
        ..measures::measured(room.measures[0], "2025-Q2", "15")
    };
    let files = done(service::measurement_save(&room.manager(), room.services(), draft).await);
    let site = Site::of(room.services().clone(), Edge::default()).await;
    let client = site.signed_in(Role::PortfolioManager).await;
    let file = Part::bytes(b"%PDF-1.7 a".to_vec()).file_name("prov.pdf");
    let sending = client
        .post(format!("{}{files}", site.url))
        .header("origin", &site.url)
        .multipart(Form::new().text("submission", "a\0b").part("file", file));
    let place = location(&sending.send().await.expect("an answer"));
    assert_eq!(place, format!("{files}?klart=fil-tillagd"));
}

async fn in_an_address_it_is_refused(world: World) {
    let site = site(&world).await;
    let client = site.signed_in(Role::SteeringUnit).await;
    for path in [
        "/initiativ?sok=%00",
        "/initiativ?draft=%00",
        "/struktur/enheter/ny?draft=a%00b",
        "/nyttor?sida=%00&omrade=%00",
        "/initiativ/%00",
        "/logga-in/%00",
        "/kalender/%00.ics",
        "/delad/%00",
        "/matt?sok=%00",
        "/konstaterade.csv?sok=%00",
    ] {
        let answer = site.get(&client, path).await;
        assert_eq!(answer.status(), 400, "{path}");
        let told = answer.text().await.expect("text");
        assert!(told.contains("%00"), "{path}: {told}");
    }
    // As text it is a search like any other.
    let answer = site.get(&client, "/initiativ?sok=%2500").await;
    assert_eq!(answer.status(), 200);
}

async fn in_a_cell_it_is_left_out(world: World) {
    let site = site(&world).await;
    let client = site.signed_in(Role::SteeringUnit).await;
    let name = text::workbook::head(Lang::Sv, "name");
    let cells = [
        ("A1", name.as_str()),
        ("A2", "Enhe\0ten i filen"),
        ("A3", "Den _x0000_ andra"),
    ];
    let rows = cells.map(|(place, cell)| format!(r#"<row><c r="{place}" t="str"><v>{cell}</v></c></row>"#));
    let sheet = format!("<worksheet><sheetData>{}</sheetData></worksheet>", rows.concat());
    let sheets = text::workbook::sheet(Lang::Sv, SheetKind::Units);
    let book =
        format!(r#"<workbook><sheets><sheet name="{sheets}" sheetId="1" r:id="a"/></sheets></workbook>"#);
    let file = packed(&[&sheet, "", "", &book].join("\n=====\n")).expect("an archive");
    let form = Form::new().part("file", Part::bytes(file).file_name("bok.xlsx"));
    let sent = client
        .post(format!("{}/kom-igang/fil", site.url))
        .header("origin", &site.url)
        .multipart(form);
    let place = location(&sent.send().await.expect("an answer"));
    let draft = place
        .strip_prefix("/kom-igang/fil?draft=")
        .unwrap_or_else(|| panic!("{place}"));
    let draft = draft.split('#').next().expect("a key");
    let page = site.page(&client, &format!("/kom-igang/fil?draft={draft}")).await;
    assert!(!page.contains('\0'), "it stands in the page");
    assert!(
        !page.contains("error-summary"),
        "{}",
        text_of(&page, ".error-summary")
    );
    let took = location(
        &site
            .post(&client, "/api/workbook_take", &[("draft", draft)])
            .await,
    );
    assert!(!took.starts_with("/fel"), "{took}");
    let stored = String::from_utf8(export(&site.services).await).expect("text");
    assert!(!stored.contains(r"\u0000"), "it is stored");
    assert!(
        stored.contains("Enheten i filen"),
        "what stood beside it is lost: {took}"
    );
}

async fn in_an_import_it_is_refused_by_its_place(world: World) {
    let services = world.services().await;
    let mut document = portfolio_json();
    document["initiatives"][3]["name"] = "a\0b".into();
    document["agency"]["name"] = "\0".into();
    let file = document.to_string();
    let refused = portfolio_import(&operator(), &services, file.as_bytes()).await;
    let Err(ServiceError::Import(error)) = refused else {
        panic!("not refused for what it says: {refused:?}");
    };
    let told: Vec<String> = error
        .0
        .iter()
        .map(|one| format!("{}.{}", one.place, one.field))
        .collect();
    assert_eq!(told, ["agency.name", "initiatives[3].name"]);
    let taken = portfolio_import(&operator(), &services, &portfolio()).await;
    assert!(taken.expect("nothing of it was taken in").added > 0);
}
