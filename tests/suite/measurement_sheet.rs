//! Measurements from a file: tried, looked at, and taken in, all or nothing.

use domain::form::{MeasurementSheetForm, Problem};
use domain::measurement_sheet::{SheetColumn, SheetFileFault, SheetLine};
use domain::policy::Refusal;
use domain::role::{Role, Scope};
use domain::statement::ApprovalState;
use report::measurement_sheet::{read, template};
use service::{Answer, ServiceError};
use text::Lang;
use uuid::Uuid;

use crate::support::database::{World, on_both};
use crate::support::demo::somebody;
use crate::support::forms::done;
use crate::support::measured::{Measured, due};
use crate::support::rows::{count, things_done};

on_both!(
    a_file_is_tried_looked_at_and_taken_in_once,
    every_cell_that_is_wrong_is_named_and_nothing_is_taken_in,
    the_file_to_fill_in_has_the_measures_of_the_period,
);

fn lines(text: &str) -> Vec<SheetLine> {
    read(text.as_bytes()).expect("reads")
}

async fn tried(room: &Measured, text: &str) -> (String, MeasurementSheetForm) {
    let (ctx, services) = (room.manager(), room.services());
    let key = service::measurement_sheet_try(&ctx, services, "mätningar.csv", Ok(lines(text)))
        .await
        .expect("may log");
    (key.clone(), kept(room, &key).await)
}

async fn kept(room: &Measured, key: &str) -> MeasurementSheetForm {
    let view = service::measurement_sheet_view(&room.manager(), room.services(), Some(key)).await;
    view.expect("may log").state.expect("it is kept").form
}

async fn a_file_is_tried_looked_at_and_taken_in_once(world: World) {
    let room = Measured::new(&world, &["Andel avslag", "Felandel"]).await;
    room.approved(room.measures[1], "2025-Q1", "30").await;
    let file = format!(
        "Mått;Period;Värde;Täljare;Nämnare;Källa;Kommentar;Länk;Diarienummer\n\
         Felandel;2025 kv 1;29;;;;;;\n\
         felandel;2025 kv 2;\u{2212}15,5;;;;;;2025/17\n\
         {};T2 2025;;3;20;Registret;Svår att mäta;https://exempel.se/a;\n",
        room.measures[0]
    );
    let events = things_done(&room.services().store).await;
    let (key, form) = tried(&room, &file).await;
    assert_eq!(form.trial.problems, []);
    let rows =
        |all: &[domain::measurement_sheet::LineRead]| all.iter().map(|one| one.row).collect::<Vec<_>>();
    assert_eq!(
        (rows(&form.trial.added), rows(&form.trial.there)),
        (vec![3, 4], vec![2])
    );
    assert_eq!(
        things_done(&room.services().store).await,
        events,
        "nothing is taken in yet"
    );

    let take =
        async |submit| service::measurement_sheet_take(&room.manager(), room.services(), &key, submit).await;
    let place = done(take(true).await);
    assert_eq!(place, "/matningar?klart=fil-inskickade&antal=2");
    assert_eq!(things_done(&room.services().store).await, events + 2);
    assert_eq!(done(take(true).await), place, "sent twice it is taken in once");
    assert_eq!(things_done(&room.services().store).await, events + 2);

    let manager = room.manager();
    let errors = &room.items(&manager, room.measures[1]).await[0].measurement;
    assert_eq!(
        (errors.period.to_string().as_str(), errors.source.as_str()),
        ("2025-Q2", "Ärendesystemet")
    );
    assert_eq!((errors.state, errors.imported), (ApprovalState::Submitted, false));
    assert_eq!(errors.proofs.len(), 1);
    let ratio = &room.items(&manager, room.measures[0]).await[0].measurement;
    assert_eq!(ratio.comment.as_deref(), Some("Svår att mäta"));
    assert_eq!(ratio.proofs[0].text, "https://exempel.se/a");

    // The same file again finds all of it there, and brings nothing.
    let (key, form) = tried(&room, &file).await;
    assert_eq!((form.trial.added.len(), form.trial.there.len()), (0, 3));
    let again = service::measurement_sheet_take(&manager, room.services(), &key, true).await;
    assert!(matches!(again, Ok(Answer::Again(_))), "{again:?}");
    assert_eq!(things_done(&room.services().store).await, events + 2);
}

async fn every_cell_that_is_wrong_is_named_and_nothing_is_taken_in(world: World) {
    let room = Measured::new(&world, &["Felandel", "Kötid", "Andel avslag"]).await;
    due(&room.manager(), room.services(), "Kötid", "latest").await;
    let ratio = "Mått;Period;Värde;Täljare;Nämnare;Källa\n\
                 Felandel;2025 kv 2;;3;20;Här\n\
                 Andel avslag;2025 kv 2;15;;;Här\n";
    let (_, form) = tried(&room, ratio).await;
    let told: Vec<(u32, SheetColumn)> = form
        .trial
        .problems
        .iter()
        .map(|one| (one.row, one.column))
        .collect();
    assert_eq!(
        told,
        [(2, SheetColumn::Denominator), (3, SheetColumn::Denominator)]
    );
    let file = "Mått;Period;Värde;Täljare;Källa;Länk\n\
                Felandel;2025 kv 2;15;;Här;\n\
                Felandel;2025 kv 2;16;;Här;\n\
                Fel;2025 kv 2;15;;Här;\n\
                ;2025 kv 2;15;;Här;\n\
                Kötid;2025 kv 2;15;;Här;\n\
                Felandel;i fjol;x;;;exempel\n\
                Felandel;2025 kv 4;1;2;Här;\n";
    let (key, form) = tried(&room, file).await;
    let told: Vec<(u32, SheetColumn, &str)> = form
        .trial
        .problems
        .iter()
        .map(|one| (one.row, one.column, one.given.as_str()))
        .collect();
    use SheetColumn as C;
    let wanted = [
        (3, C::Period, "2025 kv 2"),
        (4, C::Measure, "Fel"),
        (5, C::Measure, ""),
        (6, C::Measure, "Kötid"),
        (7, C::Period, "i fjol"),
        (7, C::Value, "x"),
        (7, C::Source, ""),
        (7, C::Link, "exempel"),
        (8, C::Period, "2025 kv 4"),
        (8, C::Numerator, "2"),
    ];
    assert_eq!(told, wanted);
    assert!(matches!(
        form.trial.problems[3].problem,
        Problem::Ambiguous { .. }
    ));
    let taken = service::measurement_sheet_take(&room.manager(), room.services(), &key, false).await;
    assert!(matches!(taken, Ok(Answer::Again(_))), "{taken:?}");
    assert_eq!(count(&room.services().store, "measurement").await, 0);

    // A measure that somebody else answers for is known and not theirs; and who may not log does not send files.
    let elsewhere = somebody(
        Role::PortfolioManager,
        Scope::Portfolios(vec![Uuid::now_v7().into()]),
    );
    let one = lines("Mått;Period;Värde\nFelandel;2025 kv 2;15\n");
    let tried = service::measurement_sheet_try(&elsewhere, room.services(), "a.csv", Ok(one.clone())).await;
    let key = tried.expect("may send a file");
    let view = service::measurement_sheet_view(&elsewhere, room.services(), Some(&key)).await;
    let trial = view.expect("may log").state.expect("it is kept").form.trial;
    assert_eq!(trial.problems[0].problem, Problem::NotYours);
    let leadership = room.demo.ctx(Role::Leadership);
    let refused = service::measurement_sheet_try(&leadership, room.services(), "a.csv", Ok(one)).await;
    assert!(
        matches!(refused, Err(ServiceError::Refused(Refusal::Role))),
        "{refused:?}"
    );
}

async fn the_file_to_fill_in_has_the_measures_of_the_period(world: World) {
    let room = Measured::new(&world, &["Andel avslag", "Felandel"]).await;
    let view = service::measurements_form(&room.manager(), room.services(), None, "", None).await;
    let view = view.expect("may log");
    for lang in Lang::ALL {
        let file = template(lang, view.period, &view.rows).expect("writes");
        let lines = read(&file).expect("reads");
        let names: Vec<&str> = lines.iter().map(|line| line.cell(SheetColumn::Measure)).collect();
        assert_eq!(names, ["Andel avslag", "Felandel"], "{lang:?}");
        assert_eq!(lines[0].cell(SheetColumn::Period), "2025-Q3");
    }
    let fault = Err(SheetFileFault::NoFile);
    let key = service::measurement_sheet_try(&room.manager(), room.services(), "", fault).await;
    let form = kept(&room, &key.expect("may log")).await;
    assert_eq!(form.fault, Some(SheetFileFault::NoFile));
}
