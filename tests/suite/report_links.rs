//! Decided reports for those without an account: by a link for a time, and to everybody once they are public.

use chrono::{DateTime, TimeDelta, Utc};
use domain::ctx::Ctx;
use domain::form::{Problem, ReportLinkForm};
use domain::id::ReportId;
use domain::report::life::ReportStep;
use domain::report::link::{LinkState, usual_end};
use domain::retention::REPORT_LINK;
use domain::role::Role;
use service::{Answer, Format, LinkItem, LinkMade, PublicReports, ServiceError, Services};

use crate::report_correction::{corrected_by, form as correction_form};
use crate::report_life::{decided, open, step};
use crate::support::database::{World, on_both};
use crate::support::demo::{Demo, anonymous};
use crate::support::forms::{key, notice};
use crate::support::operator;
use crate::support::rows::{count, must, text, texts};

on_both!(
    a_link_leads_to_the_decided_report_until_it_ends_or_is_withdrawn,
    a_form_that_is_sent_twice_makes_one_link,
    what_is_read_by_a_link_is_what_was_decided,
    that_a_link_is_used_is_noted_now_and_then_and_nothing_of_who,
    only_what_is_published_is_public,
);

fn form(report: ReportId, ctx: &Ctx) -> ReportLinkForm {
    ReportLinkForm {
        submission: key(),
        id: report.to_string(),
        for_whom: "Utskottets kansli".to_owned(),
        ends_on: usual_end(ctx.today()).to_string(),
        ..ReportLinkForm::default()
    }
}

async fn made(ctx: &Ctx, services: &Services, form: ReportLinkForm) -> String {
    match service::report_link_make(ctx, services, form).await {
        Ok(LinkMade::Made(secret)) => secret,
        other => panic!("no link: {other:?}"),
    }
}

async fn links(ctx: &Ctx, services: &Services, report: ReportId) -> Vec<LinkItem> {
    let view = service::report_share_view(ctx, services, report, None).await;
    view.expect("may share").links
}

fn stranger(now: DateTime<Utc>) -> Ctx {
    Ctx { now, ..anonymous() }
}

/// Neither page nor file, and no word of why.
async fn is_gone(ctx: &Ctx, services: &Services, secret: &str) -> bool {
    let page = service::report_shared(ctx, services, secret).await;
    let file = service::report_shared_file(ctx, services, secret, Format::Pdf).await;
    matches!(page, Err(ServiceError::NotFound)) && matches!(file, Err(ServiceError::NotFound))
}

async fn a_link_leads_to_the_decided_report_until_it_ends_or_is_withdrawn(world: World) {
    let demo = Demo::load(&world).await;
    let services = &demo.services;
    let (steering, leadership) = (demo.ctx(Role::SteeringUnit), demo.ctx(Role::Leadership));
    let draft = open(&demo).await;
    let refused = service::report_link_make(&steering, services, form(draft, &steering)).await;
    assert!(matches!(refused, Err(ServiceError::State(_))), "{refused:?}");
    let id = decided(&demo).await;
    let now = anonymous();
    for secret in ["", "annans", &"0".repeat(64)] {
        assert!(is_gone(&now, services, secret).await, "{secret}");
    }

    let first = made(&steering, services, form(id, &steering)).await;
    let first_id = links(&steering, services, id).await[0].link.id;
    let second = made(&leadership, services, form(id, &leadership)).await;
    let stored = texts(&services.store, "SELECT token_hash FROM report_link").await;
    assert!(
        stored.iter().all(|hash| *hash != first && *hash != second),
        "only hashes are kept"
    );
    let logged = texts(&services.store, "SELECT COALESCE(payload, '') FROM audit_payload").await;
    assert!(
        logged.iter().all(|payload| !payload.contains(&first)),
        "and none in the log"
    );
    let shared = service::report_shared(&now, services, &first)
        .await
        .expect("leads there");
    assert_eq!(shared.view.model.report.id, id);
    assert!(!shared.view.may_write);
    assert_eq!(shared.ends_on, usual_end(now.today()));

    // Through the whole of its last day, and no longer.
    let last_day = now.now + TimeDelta::days(30);
    assert!(!is_gone(&stranger(last_day), services, &first).await);
    assert!(is_gone(&stranger(last_day + TimeDelta::days(1)), services, &first).await);

    let all = links(&steering, services, id).await;
    assert_eq!(all.len(), 2);
    assert!(
        all.iter()
            .all(|one| one.state == LinkState::Holds && one.made_by.is_some())
    );
    let withdrawn = service::report_link_stop(&steering, services, first_id).await;
    assert_eq!(notice(&withdrawn), "aterkallad");
    assert!(is_gone(&now, services, &first).await);
    assert!(!is_gone(&now, services, &second).await, "the other still holds");
    let again = service::report_link_stop(&leadership, services, first_id).await;
    assert_eq!(notice(&again), "hann-fore");
    for one in links(&steering, services, id).await {
        let is_first = one.link.id == first_id;
        let expected = if is_first {
            LinkState::Withdrawn
        } else {
            LinkState::Holds
        };
        assert_eq!((one.state, one.withdrawn_at.is_some()), (expected, is_first));
    }
    let select = "SELECT action FROM audit_event WHERE action LIKE 'report_link.%' ORDER BY seq";
    assert_eq!(
        texts(&services.store, select).await,
        ["report_link.make", "report_link.make", "report_link.withdraw"]
    );

    // A year after its last day a link is forgotten.
    let at = |later: TimeDelta| Ctx {
        now: operator().now + later,
        ..operator()
    };
    let end = TimeDelta::days(30) + REPORT_LINK;
    for (later, due) in [(end, 0), (end + TimeDelta::days(2), 2)] {
        let disposed = service::retention_preview(&at(later), services).await;
        assert_eq!(disposed.expect("may").report_links, due, "{later}");
    }
    let disposed = service::retention_dispose(&at(end + TimeDelta::days(2)), services).await;
    assert_eq!(disposed.expect("may").report_links, 2);
    assert_eq!(count(&services.store, "report_link").await, 0);
}

async fn a_form_that_is_sent_twice_makes_one_link(world: World) {
    let demo = Demo::load(&world).await;
    let (services, steering) = (&demo.services, demo.ctx(Role::SteeringUnit));
    let id = decided(&demo).await;
    let once = form(id, &steering);
    made(&steering, services, once.clone()).await;
    let again = service::report_link_make(&steering, services, once).await;
    let place = format!("/rapporter/{id}/delning?klart=lank-fanns");
    assert_eq!(again.expect("an answer"), LinkMade::Answer(Answer::Done(place)));
    assert_eq!(count(&services.store, "report_link").await, 1);

    // What is wrong is said, and nothing typed is lost.
    let late = ReportLinkForm {
        ends_on: "2099-01-01".to_owned(),
        ..form(id, &steering)
    };
    let Ok(LinkMade::Answer(Answer::Again(draft))) =
        service::report_link_make(&steering, services, late.clone()).await
    else {
        panic!("it ends too late")
    };
    let view = service::report_share_view(&steering, services, id, Some(&draft)).await;
    let state = view.expect("may share").state;
    assert!(matches!(
        state.errors().of("ends_on"),
        Some(Problem::OutOfRange { .. })
    ));
    assert_eq!(state.form.for_whom, late.for_whom);
}

async fn what_is_read_by_a_link_is_what_was_decided(world: World) {
    let demo = Demo::load(&world).await;
    let (services, steering) = (&demo.services, demo.ctx(Role::SteeringUnit));
    let id = decided(&demo).await;
    let secret = made(&steering, services, form(id, &steering)).await;
    let then = service::report_shared(&anonymous(), services, &secret)
        .await
        .expect("leads there");
    let changes = "UPDATE delivery SET name = name || ' (ny)'";
    must(&services.store, &[changes]).await;
    let now = service::report_shared(&anonymous(), services, &secret)
        .await
        .expect("leads there");
    assert_eq!(now.view.model, then.view.model);
    let seq = "SELECT seq || '' FROM audit_head";
    let before = text(&services.store, seq).await;
    let mut shared = Vec::new();
    for format in Format::ALL {
        let file = service::report_shared_file(&anonymous(), services, &secret, format).await;
        shared.push(file.expect("a file").1);
    }
    assert_eq!(
        text(&services.store, seq).await,
        before,
        "a stranger writes nothing in the log"
    );
    for (format, shared) in Format::ALL.into_iter().zip(shared) {
        let (_, stored) = service::report_file(&steering, services, id, format)
            .await
            .expect("a file");
        assert!(shared == stored, "{}", format.code());
    }
}

async fn that_a_link_is_used_is_noted_now_and_then_and_nothing_of_who(world: World) {
    let demo = Demo::load(&world).await;
    let (services, steering) = (&demo.services, demo.ctx(Role::SteeringUnit));
    let id = decided(&demo).await;
    let secret = made(&steering, services, form(id, &steering)).await;
    let used = async || links(&steering, services, id).await[0].used_at;
    assert_eq!(used().await, None);
    let first = anonymous().now;
    let read = async |at: DateTime<Utc>| {
        service::report_shared(&stranger(at), services, &secret)
            .await
            .expect("leads there");
    };
    read(first).await;
    assert_eq!(used().await, Some(first));
    read(first + TimeDelta::minutes(5)).await;
    assert_eq!(used().await, Some(first), "no more than one note in five minutes");
    let later = first + TimeDelta::minutes(5) + TimeDelta::seconds(1);
    read(later).await;
    assert_eq!(used().await, Some(later));
}

async fn public(services: &Services) -> PublicReports {
    service::report_public_list(&anonymous(), services)
        .await
        .expect("for everybody")
}

async fn only_what_is_published_is_public(world: World) {
    let demo = Demo::load(&world).await;
    let (services, leadership) = (&demo.services, demo.ctx(Role::Leadership));
    let id = decided(&demo).await;
    let nobody = anonymous();
    assert_eq!(
        public(services).await.reports,
        [],
        "two are decided, none is published"
    );
    let view = service::report_public_view(&nobody, services, id).await;
    assert!(matches!(view, Err(ServiceError::NotFound)), "{view:?}");
    let file = service::report_public_file(&nobody, services, id, Format::Pdf).await;
    assert!(matches!(file, Err(ServiceError::NotFound)), "{file:?}");

    let before = leadership.now;
    assert_eq!(
        step(&leadership, services, id, ReportStep::Publish, "").await,
        "publicerad"
    );
    let all = public(services).await;
    let [one] = &all.reports[..] else {
        panic!("one is public: {all:?}")
    };
    assert_eq!((one.report.id, one.since, one.updated), (id, before, before));
    assert!(all.agency.is_some_and(|name| !name.is_empty()));
    let view = service::report_public_view(&nobody, services, id)
        .await
        .expect("for everybody");
    assert!(!view.may_write);
    let (_, public_pdf) = service::report_public_file(&nobody, services, id, Format::Pdf)
        .await
        .expect("for everybody");
    let (_, stored) = service::report_file(&leadership, services, id, Format::Pdf)
        .await
        .expect("a file");
    assert!(public_pdf == stored);

    // A correction beside it is something new about it.
    let later = |role| Ctx {
        now: before + TimeDelta::days(9),
        ..demo.ctx(role)
    };
    let hands = (&later(Role::SteeringUnit), &later(Role::Leadership));
    corrected_by(hands, services, correction_form(id, "whole")).await;
    let corrected = public(services).await.reports.remove(0);
    assert_eq!(corrected.since, before);
    assert!(corrected.updated > before, "{corrected:?}");
}
