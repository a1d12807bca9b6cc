//! Follow-up rounds: who is asked, how they answer, and who may do what.

use std::collections::BTreeSet;

use domain::ctx::Ctx;
use domain::form::{DeliveryForm, FollowUpRoundForm, Problem, StatementForm};
use domain::history::SubjectKind;
use domain::id::{FollowUpRequestId, FollowUpRoundId};
use domain::policy::Refusal;
use domain::role::{Role, Scope};
use domain::round::{AnswerKind, AskedAbout, FollowUpRequest, RoundState, Selection};
use domain::work::WorkKind;
use service::{Answer, RoundView, ServiceError, Services, StatementTarget};
use uuid::Uuid;

use crate::support::database::{World, on_both};
use crate::support::demo::{Demo, export, somebody};
use crate::support::forms::done;
use crate::support::operator;
use crate::support::rounds::{round_at, round_form};

on_both!(
    a_round_is_prepared_sent_out_answered_and_closed,
    what_is_written_answers_the_question,
    only_those_in_whose_scope_it_is_answer,
    a_round_that_asks_nothing_or_asks_twice_comes_back,
    a_round_goes_out_and_in_as_a_file,
);

fn form(year: &str, rules: &[&str]) -> FollowUpRoundForm {
    FollowUpRoundForm {
        rules: rules.iter().map(|rule| (*rule).to_owned()).collect(),
        ..round_form(year)
    }
}

async fn prepared(steering: &Ctx, services: &Services, form: FollowUpRoundForm) -> FollowUpRoundId {
    round_at(service::round_save(steering, services, form).await)
}

async fn step(
    steering: &Ctx,
    services: &Services,
    id: FollowUpRoundId,
    version: i32,
    from: RoundState,
) -> String {
    let moved = service::round_move(steering, services, id, version, from).await;
    notice(&moved.expect("may move")).to_owned()
}

fn notice(place: &str) -> &str {
    let (_, rest) = place.split_once("klart=").expect("says what was done");
    rest.split(['&', '#']).next().unwrap_or_default()
}

async fn shown(ctx: &Ctx, services: &Services, id: FollowUpRoundId) -> RoundView {
    service::round_view(ctx, services, id).await.expect("may read")
}

/// Sends out a round of the whole year about all that is due.
async fn sent_out(demo: &Demo) -> FollowUpRoundId {
    let steering = demo.ctx(Role::SteeringUnit);
    let id = prepared(&steering, &demo.services, form("2025", &["due", "deliveries"])).await;
    let said = step(&steering, &demo.services, id, 1, RoundState::Prepared).await;
    assert_eq!(said, "utskickad");
    id
}

/// A question about a benefit of a delivery, and one about a delivery.
fn questions(view: &RoundView) -> (FollowUpRequest, Option<FollowUpRequest>) {
    let mut requests = view.round.requests.iter();
    let benefit = |one: &&FollowUpRequest| matches!(one.about, AskedAbout::Benefit(_));
    let delivery = view.round.requests.iter().find(|one| !benefit(one));
    (
        requests.find(benefit).expect("a benefit").clone(),
        delivery.cloned(),
    )
}

fn answer_of(view: &RoundView, request: FollowUpRequestId) -> Option<AnswerKind> {
    let row = view.rows.iter().find(|row| row.request.id == request)?;
    row.request.answer.as_ref().map(|answer| answer.kind)
}

async fn to_answer(ctx: &Ctx, services: &Services) -> usize {
    let view = service::work_view(ctx, services, None, Some(WorkKind::Answer)).await;
    let sections = view.expect("may read").sections;
    sections.first().map_or(0, |section| section.count)
}

async fn a_round_is_prepared_sent_out_answered_and_closed(world: World) {
    let demo = Demo::load(&world).await;
    let (steering, manager) = (demo.ctx(Role::SteeringUnit), demo.ctx(Role::PortfolioManager));
    let services = &demo.services;
    let id = prepared(&steering, services, form("2025", &["due"])).await;
    // Nobody knows of it yet, and nobody has it in their list.
    let early = service::round_view(&manager, services, id).await;
    assert!(matches!(early, Err(ServiceError::NotFound)), "{early:?}");
    let list = service::round_list(&manager, services).await.expect("may read");
    assert!(list.rounds.is_empty());
    assert_eq!(to_answer(&manager, services).await, 0);

    // Each says which rule asked it, also when it is read again.
    let asked_by: BTreeSet<_> = shown(&steering, services, id)
        .await
        .round
        .requests
        .iter()
        .map(|request| request.rule)
        .collect();
    assert_eq!(asked_by, BTreeSet::from([Some(Selection::Due)]));

    // A question that is not needed goes before anybody has seen it.
    let (first, _) = questions(&shown(&steering, services, id).await);
    let asked = shown(&steering, services, id).await.round.requests.len();
    let taken = service::round_withdraw(&steering, services, id, first.id).await;
    assert_eq!(notice(&taken.expect("may withdraw")), "borttagen");
    let round = shown(&steering, services, id).await.round;
    assert_eq!(round.requests.len(), asked - 1);

    assert_eq!(
        step(&steering, services, id, 7, RoundState::Prepared).await,
        "hann-fore"
    );
    assert_eq!(
        step(&steering, services, id, 1, RoundState::Prepared).await,
        "utskickad"
    );
    assert_eq!(
        step(&steering, services, id, 1, RoundState::Prepared).await,
        "hann-fore"
    );
    let open = shown(&manager, services, id).await;
    assert_eq!(
        (open.round.state, open.round.tally().open()),
        (RoundState::Open, asked - 1)
    );
    let owner = demo.ctx(Role::BenefitOwner);
    let lists = to_answer(&manager, services).await + to_answer(&owner, services).await;
    assert_eq!(lists, asked - 1, "each question is in one list");

    // Nothing new, with a reason; without one nothing is sent.
    let (question, _) = questions(&open);
    let long = "Mäts i vår. ".repeat(1_000) + "Sedan inte.";
    let silent = service::round_answer(&manager, services, id, question.id, "  ").await;
    assert_eq!(notice(&silent.expect("may answer")), "skriv-varfor");
    let said = service::round_answer(&manager, services, id, question.id, &long).await;
    assert_eq!(notice(&said.expect("may answer")), "besvarad");
    let again = service::round_answer(&manager, services, id, question.id, "Igen.").await;
    assert_eq!(notice(&again.expect("may answer")), "hann-fore");
    let view = shown(&steering, services, id).await;
    assert_eq!(answer_of(&view, question.id), Some(AnswerKind::NothingNew));
    let row = view.rows.iter().find(|row| row.request.id == question.id);
    let row = row.expect("the question");
    assert_eq!(row.answered_by.as_deref(), Some("portfolio_manager"));
    let note = row
        .request
        .answer
        .as_ref()
        .and_then(|answer| answer.note.as_deref());
    assert_eq!(note, Some(long.as_str()), "the whole of it");

    // In an open round a question that is taken back stays to be seen.
    let other = view.round.waiting().next().expect("one more").id;
    let taken = service::round_withdraw(&steering, services, id, other).await;
    assert_eq!(notice(&taken.expect("may withdraw")), "tillbakatagen");
    let view = shown(&steering, services, id).await;
    assert_eq!(answer_of(&view, other), Some(AnswerKind::Withdrawn));

    assert_eq!(step(&steering, services, id, 2, RoundState::Open).await, "stangd");
    assert_eq!(
        to_answer(&manager, services).await,
        0,
        "a closed round waits for nobody"
    );
    let late = view.round.waiting().next().expect("one more").id;
    let answered = service::round_answer(&manager, services, id, late, "Sent.").await;
    assert_eq!(notice(&answered.expect("may answer")), "hann-fore");
    assert_eq!(
        step(&steering, services, id, 3, RoundState::Closed).await,
        "oppnad"
    );
    let answered = service::round_answer(&manager, services, id, late, "Sent.").await;
    assert_eq!(notice(&answered.expect("may answer")), "besvarad");

    let subject = id.to_string();
    let history = service::history_view(&steering, services, SubjectKind::FollowUpRound, &subject, None);
    let events = history.await.expect("may read").events;
    let did: Vec<&str> = events.iter().rev().map(|event| event.action.as_str()).collect();
    assert_eq!(
        did,
        [
            "follow_up_round.prepare",
            "follow_up_round.withdraw",
            "follow_up_round.open",
            "follow_up_round.answer",
            "follow_up_round.withdraw",
            "follow_up_round.close",
            "follow_up_round.reopen",
            "follow_up_round.answer",
        ]
    );
}

async fn what_is_written_answers_the_question(world: World) {
    let demo = Demo::load(&world).await;
    let (steering, manager) = (demo.ctx(Role::SteeringUnit), demo.ctx(Role::PortfolioManager));
    let services = &demo.services;
    let id = sent_out(&demo).await;
    let (asked, _) = questions(&shown(&steering, services, id).await);
    let AskedAbout::Benefit(benefit) = asked.about else {
        panic!("{asked:?}");
    };
    let form = |action: &str| StatementForm {
        submission: Uuid::now_v7().to_string(),
        initiative: asked.initiative.to_string(),
        benefits: vec![benefit.to_string()],
        text: "Väntan är kortare.".to_owned(),
        finding: "confirmed".to_owned(),
        as_of: "2025-09-30".to_owned(),
        action: action.to_owned(),
        ..StatementForm::default()
    };
    // Whoever writes is told who asks, until it is answered.
    let asked_there = async || {
        let target = StatementTarget::New {
            delivery: None,
            benefit: Some(benefit),
        };
        let form = service::statement_form(&manager, services, asked.initiative, target, None);
        let asked = form.await.expect("may write").asked.into_iter();
        asked.map(|asked| (asked.round, asked.due)).collect::<Vec<_>>()
    };
    let due = shown(&steering, services, id).await.round.due;
    assert_eq!(asked_there().await, [(id, due)]);
    let kept = service::statement_save(&manager, services, form("draft")).await;
    assert!(matches!(kept, Ok(Answer::Done(_))), "{kept:?}");
    let view = shown(&steering, services, id).await;
    assert_eq!(answer_of(&view, asked.id), None, "a draft is no answer");
    let sent = service::statement_save(&manager, services, form("submit")).await;
    assert!(matches!(sent, Ok(Answer::Done(_))), "{sent:?}");
    let view = shown(&steering, services, id).await;
    assert_eq!(answer_of(&view, asked.id), Some(AnswerKind::Stated));
    assert_eq!(asked_there().await, []);
    let answers = view.round.requests.iter().filter_map(|one| one.answer.as_ref());
    let answers: Vec<_> = answers.collect();
    assert!(
        answers.len() == 1 && answers[0].statement.is_some(),
        "the answer leads to the statement: {answers:?}"
    );

    // A delivery answers by being logged anew.
    let planned = DeliveryForm {
        submission: Uuid::now_v7().to_string(),
        initiative: asked.initiative.to_string(),
        name: "Ny vy".to_owned(),
        description: "En vy.".to_owned(),
        status: "planned".to_owned(),
        launch_what: vec![String::new()],
        planned: vec!["2025-06-30".to_owned()],
        actual: vec![String::new()],
        ..DeliveryForm::default()
    };
    let saved = service::delivery_save(&manager, services, planned).await;
    let Ok(Answer::Done(place)) = saved else {
        panic!("{saved:?}");
    };
    let delivery = place.split_once("#leverans-").expect("leads to it").1.to_owned();
    let more = service::round_form(&steering, services, Some(id), None).await;
    let more = FollowUpRoundForm {
        rules: vec!["deliveries".to_owned()],
        ..more.expect("may write").state.form
    };
    prepared(&steering, services, more).await;
    let view = shown(&steering, services, id).await;
    let (_, question) = questions(&view);
    let question = question.expect("a delivery that has not come");
    assert_eq!(
        question.about,
        AskedAbout::Delivery(delivery.parse().expect("an id"))
    );
    let form = service::delivery_form(
        &manager,
        services,
        question.initiative,
        Some(delivery.parse().expect("an id")),
        None,
    );
    let come = DeliveryForm {
        status: "delivered".to_owned(),
        actual: vec!["2025-09-01".to_owned()],
        ..form.await.expect("may write").state.form
    };
    let saved = service::delivery_save(&manager, services, come).await;
    assert!(matches!(saved, Ok(Answer::Done(_))), "{saved:?}");
    let view = shown(&steering, services, id).await;
    assert_eq!(answer_of(&view, question.id), Some(AnswerKind::Logged));
}

async fn only_those_in_whose_scope_it_is_answer(world: World) {
    let demo = Demo::load(&world).await;
    let services = &demo.services;
    let id = sent_out(&demo).await;
    let (asked, _) = questions(&shown(&demo.ctx(Role::SteeringUnit), services, id).await);
    let elsewhere = Scope::Portfolios(vec![Uuid::now_v7().into()]);
    let stranger = somebody(Role::PortfolioManager, elsewhere);
    let view = shown(&stranger, services, id).await;
    assert!(
        view.rows.iter().all(|row| !row.may_answer),
        "offered what is refused"
    );
    let answered = service::round_answer(&stranger, services, id, asked.id, "Inget.").await;
    assert!(
        matches!(answered, Err(ServiceError::Refused(Refusal::OutOfScope))),
        "{answered:?}"
    );
    for role in [Role::Reviewer, Role::Leadership, Role::Auditor, Role::Admin] {
        let answered = service::round_answer(&demo.ctx(role), services, id, asked.id, "Inget.").await;
        assert!(answered.is_err(), "{role:?}: {answered:?}");
    }
    let manager = demo.ctx(Role::PortfolioManager);
    let elsewhere = service::round_answer(&manager, services, id, Uuid::now_v7().into(), "Inget.");
    let elsewhere = elsewhere.await;
    assert!(matches!(elsewhere, Err(ServiceError::NotFound)), "{elsewhere:?}");
}

async fn a_round_that_asks_nothing_or_asks_twice_comes_back(world: World) {
    let demo = Demo::load(&world).await;
    let steering = demo.ctx(Role::SteeringUnit);
    let services = &demo.services;
    let problem = |form: FollowUpRoundForm, field: &'static str| {
        let steering = steering.clone();
        async move {
            let Ok(Answer::Again(draft)) = service::round_save(&steering, services, form.clone()).await
            else {
                panic!("it was taken: {form:?}");
            };
            let kept = service::round_form(&steering, services, None, Some(&draft)).await;
            let state = kept.expect("may write").state;
            assert_eq!(state.form.message, form.message, "nothing typed is lost");
            state.errors().of(field).cloned()
        }
    };
    let before = form("2000", &["follow_ups"]);
    assert_eq!(problem(before, "rules").await, Some(Problem::FindsNothing));
    // A rule that finds nothing beside one that finds something is told of.
    let some = form("2024", &["due", "follow_ups", "deliveries"]);
    let place = done(service::round_save(&steering, services, some).await);
    assert!(
        place.ends_with("?klart=sparad&utan=follow_ups,deliveries"),
        "{place}"
    );
    prepared(&steering, services, form("2025", &["due"])).await;
    let twice = problem(form("2025", &["due"]), "part").await;
    assert!(matches!(twice, Some(Problem::Taken { .. })), "{twice:?}");
}

async fn a_round_goes_out_and_in_as_a_file(world: World) {
    let demo = Demo::load(&world).await;
    let id = sent_out(&demo).await;
    let (asked, _) = questions(&shown(&demo.ctx(Role::SteeringUnit), &demo.services, id).await);
    let manager = demo.ctx(Role::PortfolioManager);
    service::round_answer(&manager, &demo.services, id, asked.id, "Inget nytt.")
        .await
        .expect("may answer");
    let file = export(&demo.services).await;
    let other = world.services().await;
    service::exchange::portfolio_import(&operator(), &other, &file)
        .await
        .expect("imports");
    let again = export(&other).await;
    assert_eq!(
        String::from_utf8_lossy(&file),
        String::from_utf8_lossy(&again),
        "nothing is lost on the way"
    );
    let nothing = service::exchange::portfolio_import(&operator(), &other, &file).await;
    assert!(nothing.expect("imports").is_nothing());
    let said = String::from_utf8_lossy(&file);
    assert!(said.contains("\"rule\": \"due\""), "it says which rule asked");

    // A file that asks about what is not there is refused by its place.
    let mut wrong: serde_json::Value = serde_json::from_slice(&file).expect("JSON");
    wrong["follow_up_rounds"][0]["requests"][0]["about"] =
        serde_json::json!({ "benefit": Uuid::now_v7().to_string() });
    let refused =
        service::exchange::portfolio_import(&operator(), &other, wrong.to_string().as_bytes()).await;
    let said = refused.expect_err("leads nowhere").to_string();
    assert!(said.contains("follow_up_rounds[0].requests[0]"), "{said}");
}
