//! What the agency has chosen for its reports.

use std::io::{Cursor, Read};

use domain::form::AgencyForm;
use domain::role::Role;
use service::{Format, Services};
use zip::ZipArchive;

use crate::support::database::{World, on_both};
use crate::support::demo::Demo;
use crate::support::forms::{done, key};
use crate::support::operator;

on_both!(a_report_has_the_colour_of_the_agency_once_it_has_one);

/// The styles of the report with this last year, as Word has it.
async fn styles(services: &Services, year: i32) -> String {
    let file = service::report_render(&operator(), services, year, Format::Docx).await;
    let file = file.expect("a file");
    let mut archive = ZipArchive::new(Cursor::new(file)).expect("an archive");
    let mut styles = String::new();
    let mut part = archive.by_name("word/styles.xml").expect("it has styles");
    part.read_to_string(&mut styles).expect("text");
    styles
}

async fn a_report_has_the_colour_of_the_agency_once_it_has_one(world: World) {
    let demo = Demo::load(&world).await;
    let (services, steering) = (&demo.services, demo.ctx(Role::SteeringUnit));
    let of_the_product = styles(services, 2025).await;
    let decided = styles(services, 2024).await;
    assert!(!of_the_product.contains("A01B2C") && of_the_product.contains("37408F"));
    let view = service::agency_form(&steering, services, None).await;
    let form = AgencyForm {
        submission: key(),
        colour: "a01b2c".to_owned(),
        ..view.expect("may write").state.form
    };
    done(service::agency_save(&steering, services, form).await);
    let view = service::agency_form(&steering, services, None).await;
    assert_eq!(view.expect("may write").state.form.colour, "#a01b2c");
    let own = styles(services, 2025).await;
    assert!(own.contains("A01B2C"), "headings are in it");
    assert_eq!(
        styles(services, 2024).await,
        decided,
        "what is decided keeps its own"
    );

    // It goes out and in with the rest.
    let file = demo.export().await;
    let other = world.services().await;
    service::exchange::portfolio_import(&operator(), &other, &file)
        .await
        .expect("imports");
    assert_eq!(styles(&other, 2025).await, own);
}
