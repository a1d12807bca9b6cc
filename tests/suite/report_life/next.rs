//! The next report, which begins from the one before.

use domain::form::{ReportForm, ReportTextForm};
use domain::id::ReportId;
use domain::role::Role;
use uuid::Uuid;

use super::{life, open};
use crate::support::database::{World, on_both};
use crate::support::demo::Demo;
use crate::support::forms::{after, done};

on_both!(the_next_report_begins_from_the_one_before);

async fn the_next_report_begins_from_the_one_before(world: World) {
    let demo = Demo::load(&world).await;
    let services = &demo.services;
    let steering = demo.ctx(Role::SteeringUnit);
    let texts = service::report_text_form(&steering, services, open(&demo).await, None).await;
    let form = ReportTextForm {
        background: "Bakgrund.".to_owned(),
        method: "Metod.".to_owned(),
        ..texts.expect("may write").state.form
    };
    done(service::report_text_save(&steering, services, form).await);
    let begun = service::report_form(&steering, services, None, None)
        .await
        .expect("may write");
    let form = ReportForm {
        submission: Uuid::now_v7().to_string(),
        ..begun.state.form
    };
    let goto = done(service::report_save(&steering, services, form).await);
    let id: ReportId = after(&goto, "/rapporter/").parse().expect("an id");
    let next = life(&steering, services, id).await;
    assert_eq!(next.report.to_year, 2026);
    assert_eq!(next.carried.len(), 2);

    // Going through one is changing it, or saying so.
    let texts = service::report_text_form(&steering, services, id, None)
        .await
        .expect("may write");
    assert_eq!(texts.state.form.background, "Bakgrund.");
    let form = ReportTextForm {
        background: "Ny bakgrund.".to_owned(),
        ..texts.state.form
    };
    done(service::report_text_save(&steering, services, form).await);
    assert_eq!(
        life(&steering, services, id).await.carried,
        [domain::report::ChapterKey::Method]
    );
}
