//! A portfolio by hand: from an empty installation to the figures of its report, without a file; and
//! what the steps on the way refuse.

mod groups;
mod order;

use domain::assessment::SubjectKey;
use domain::benefit::BenefitState;
use domain::ctx::Ctx;
use domain::form::{
    AgencyForm, AreaForm, AreaSetForm, AssessmentForm, BenefitForm, DeliveryForm, InitiativeForm,
    PortfolioForm, ReportForm, ReportTextForm, StatementForm, SusForm, UnitForm,
};
use domain::id::{BenefitId, DeliveryId, InitiativeId, ReportId, StatementId};
use domain::initiative::InitiativeStatus;
use domain::role::{Role, Scope};
use domain::standing::Standing;
use service::{Answer, InitiativeView, Services, StructureKind};

use crate::support::database::{World, on_both};
use crate::support::demo::somebody;
use crate::support::forms::{after, done, key, notice};
use crate::support::rows::count;

on_both!(
    a_portfolio_is_built_by_hand_up_to_its_report,
    what_is_referred_to_is_ended_and_not_removed,
    an_initiative_goes_one_step_at_a_time_and_says_why,
    an_initiative_never_depends_on_itself,
    who_declares_a_benefit_not_measurable_has_not_written_it,
    a_report_is_written_until_it_is_decided,
);

/// An installation that somebody sets up: an agency, a set with an area, a unit and a portfolio.
struct Hand {
    services: Services,
    steering: Ctx,
    manager: Ctx,
    reviewer: Ctx,
    area_set: String,
    area: String,
    groups: Vec<String>,
    unit: String,
    portfolio: String,
}

impl Hand {
    async fn new(world: &World) -> Self {
        let services = world.services().await;
        let steering = somebody(Role::SteeringUnit, Scope::All);
        let agency = AgencyForm {
            submission: key(),
            name: "Myndigheten".to_owned(),
            currency: "SEK".to_owned(),
            usual_groups: "1".to_owned(),
            ..AgencyForm::default()
        };
        done(service::agency_save(&steering, &services, agency).await);
        let set = AreaSetForm {
            submission: key(),
            name: "Områden 2023–2025".to_owned(),
            ..AreaSetForm::default()
        };
        let place = done(service::area_set_save(&steering, &services, set).await);
        let area_set = after(&place, "#area_set-").to_owned();
        let area = AreaForm {
            submission: key(),
            area_set: area_set.clone(),
            number: "1".to_owned(),
            name: "Möten".to_owned(),
            purpose: "Kortare väntan.".to_owned(),
            budget_from: vec!["2023".to_owned()],
            budget_to: vec!["2025".to_owned()],
            budget_tkr: vec!["12 000".to_owned()],
            ..AreaForm::default()
        };
        let place = done(service::area_save(&steering, &services, area).await);
        let area = after(&place, "#area-").to_owned();
        let unit = UnitForm {
            submission: key(),
            name: "Kundmötet".to_owned(),
            ..UnitForm::default()
        };
        let place = done(service::unit_save(&steering, &services, unit).await);
        let unit = after(&place, "#unit-").to_owned();
        let kind = async || {
            let form = service::portfolio_form(&steering, &services, None, None).await;
            form.expect("may write").state.form.kind
        };
        let portfolio = PortfolioForm {
            submission: key(),
            name: "Strategisk".to_owned(),
            kind: kind().await,
            ..PortfolioForm::default()
        };
        let place = done(service::portfolio_save(&steering, &services, portfolio).await);
        assert_eq!(kind().await, "tactical", "the strategic one is there");
        let portfolio = after(&place, "#portfolio-").to_owned();
        let view = service::structure_view(&steering, &services)
            .await
            .expect("may read");
        Self {
            groups: view
                .groups
                .iter()
                .map(|group| group.value.id.to_string())
                .collect(),
            steering,
            manager: somebody(Role::PortfolioManager, Scope::All),
            reviewer: somebody(Role::Reviewer, Scope::All),
            services,
            area_set,
            area,
            unit,
            portfolio,
        }
    }

    async fn initiative(&self, name: &str) -> InitiativeId {
        let form = InitiativeForm {
            submission: key(),
            name: name.to_owned(),
            summary: "Det som görs.".to_owned(),
            status: "ongoing".to_owned(),
            size: "large".to_owned(),
            area: self.area.clone(),
            portfolios: vec![self.portfolio.clone()],
            owner: self.unit.clone(),
            ..InitiativeForm::default()
        };
        let place = done(service::initiative_save(&self.manager, &self.services, form).await);
        after(&place, "/initiativ/").parse().expect("an id")
    }

    async fn delivery(&self, initiative: InitiativeId, name: &str) -> DeliveryId {
        let form = DeliveryForm {
            submission: key(),
            initiative: initiative.to_string(),
            name: name.to_owned(),
            description: "Det som är på plats.".to_owned(),
            status: "delivered".to_owned(),
            launch_what: vec!["Först".to_owned(), "Sedan".to_owned()],
            planned: vec!["2023".to_owned(), "2024-03-01".to_owned()],
            actual: vec!["2023-11".to_owned(), "2024-05-02".to_owned()],
            ..DeliveryForm::default()
        };
        let place = done(service::delivery_save(&self.manager, &self.services, form).await);
        after(&place, "#leverans-").parse().expect("an id")
    }

    async fn benefit(&self, initiative: InitiativeId, delivery: DeliveryId, group: usize) -> BenefitId {
        let form = BenefitForm {
            submission: key(),
            initiative: initiative.to_string(),
            delivery: delivery.to_string(),
            groups: vec![self.groups[group].clone()],
            description: "Väntan blir kortare.".to_owned(),
            value_class: "qualitative".to_owned(),
            owner: self.unit.clone(),
            expected_from: "2024-01-01".to_owned(),
            ..BenefitForm::default()
        };
        let place = done(service::benefit_save(&self.manager, &self.services, form).await);
        after(&place, "#nytta-").parse().expect("an id")
    }

    /// States what has come of a benefit, and has it approved.
    async fn statement(&self, initiative: InitiativeId, of: (DeliveryId, BenefitId), finding: &str) {
        let form = StatementForm {
            submission: key(),
            initiative: initiative.to_string(),
            delivery: of.0.to_string(),
            benefits: vec![of.1.to_string()],
            text: "Väntan är kortare.".to_owned(),
            finding: finding.to_owned(),
            as_of: "2025-06-30".to_owned(),
            assessing_unit: self.unit.clone(),
            source_kind: vec!["registry_number".to_owned()],
            source_text: vec!["D 2025/1".to_owned()],
            action: "submit".to_owned(),
            ..StatementForm::default()
        };
        let place = done(service::statement_save(&self.manager, &self.services, form).await);
        let id: StatementId = after(&place, "#konstaterad-").parse().expect("an id");
        let approved = service::statement_review(&self.reviewer, &self.services, id, 1, true, "").await;
        assert_eq!(notice(&approved), "godkand");
    }

    async fn report(&self) -> ReportId {
        let form = ReportForm {
            submission: key(),
            title: "Effekter av utvecklingsarbetet".to_owned(),
            from_year: "2023".to_owned(),
            to_year: "2025".to_owned(),
            area_set: self.area_set.clone(),
            ..ReportForm::default()
        };
        let place = done(service::report_save(&self.steering, &self.services, form).await);
        after(&place, "/rapporter/").parse().expect("an id")
    }

    async fn standing(&self) -> Standing {
        let view = service::overview_view(&self.steering, &self.services, Some(2025)).await;
        view.expect("may read").standing.expect("a report")
    }

    async fn shown(&self, initiative: InitiativeId) -> InitiativeView {
        let view = service::initiative_view(&self.manager, &self.services, initiative).await;
        view.expect("may read")
    }
}

async fn a_portfolio_is_built_by_hand_up_to_its_report(world: World) {
    let hand = Hand::new(&world).await;
    let report = hand.report().await;
    let (one, other) = (
        hand.initiative("Boka möte").await,
        hand.initiative("Ringa upp").await,
    );
    let deliveries = [
        (one, hand.delivery(one, "Bokning").await),
        (one, hand.delivery(one, "Påminnelser").await),
        (other, hand.delivery(other, "Uppringning").await),
    ];
    let mut benefits = Vec::new();
    for (of, group) in [(0, 0), (0, 1), (1, 0), (2, 0), (2, 2)] {
        let (initiative, delivery) = deliveries[of];
        benefits.push((
            initiative,
            delivery,
            hand.benefit(initiative, delivery, group).await,
        ));
    }
    // The third is followed up twice and the fourth too: a benefit has the mean of what is found.
    let findings = [
        (0, "confirmed"),
        (1, "partly"),
        (2, "confirmed"),
        (2, "none"),
        (3, "negative"),
        (3, "confirmed"),
        (4, "not_evaluated"),
    ];
    for (of, finding) in findings {
        let (initiative, delivery, benefit) = benefits[of];
        hand.statement(initiative, (delivery, benefit), finding).await;
    }
    let sus = SusForm {
        submission: key(),
        delivery: deliveries[0].1.to_string(),
        subject: "Bokningssidan".to_owned(),
        known: "score".to_owned(),
        score: "72,5".to_owned(),
        ..SusForm::default()
    };
    done(service::sus_save(&hand.manager, &hand.services, sus).await);

    let key_of = SubjectKey::Area("1".to_owned());
    let view = service::assessment_view(&hand.steering, &hand.services, &key_of, Some(2025), None).await;
    let view = view.expect("may read");
    let proposed = view.judged.proposal.expect("there is evidence");
    let graded = AssessmentForm {
        level: proposed.level.code().to_owned(),
        delivery: "god".to_owned(),
        expected: "god".to_owned(),
        realised: proposed.level.code().to_owned(),
        motivation: "Hälften har kommit.".to_owned(),
        action: "submit".to_owned(),
        ..view.state.form
    };
    done(service::assessment_save(&hand.steering, &hand.services, graded).await);

    let standing = hand.standing().await;
    assert_eq!(standing.report.id, report);
    let totals = standing.totals;
    assert_eq!(
        (
            totals.areas,
            totals.deliveries,
            totals.expected_benefits,
            totals.realised_statements
        ),
        (1, 3, 5, 7)
    );
    assert_eq!(
        totals.late, 0,
        "a launch that was late and has come is not late any more"
    );
    let area = standing.area("1").expect("the area");
    assert_eq!(
        area.assessment.as_ref().and_then(|judged| judged.level),
        Some(proposed.level)
    );
    assert_eq!(area.tally.stated, 4, "what nobody has evaluated gives no score");
    let model = service::report_view(&hand.steering, &hand.services, report).await;
    let section = &model.expect("may read").model.areas[0];
    assert_eq!(section.deliveries.len(), 3);
    assert_eq!(section.deliveries[0].sus.len(), 1);
    assert_eq!(
        section.assessment.as_ref().map(|one| one.motivation.as_str()),
        Some("Hälften har kommit.")
    );
    assert!(
        count(&hand.services.store, "audit_event").await > 30,
        "everything has its trace"
    );
}

async fn what_is_referred_to_is_ended_and_not_removed(world: World) {
    let hand = Hand::new(&world).await;
    let initiative = hand.initiative("Boka möte").await;
    let delivery = hand.delivery(initiative, "Bokning").await;
    hand.benefit(initiative, delivery, 0).await;
    let (ctx, services) = (&hand.steering, &hand.services);
    for (kind, id) in [
        (StructureKind::AreaSet, &hand.area_set),
        (StructureKind::Area, &hand.area),
        (StructureKind::BenefitGroup, &hand.groups[0]),
        (StructureKind::Unit, &hand.unit),
        (StructureKind::Portfolio, &hand.portfolio),
    ] {
        let id = id.parse().expect("an id");
        let kept = service::structure_delete(ctx, services, kind, id, 1).await;
        assert_eq!(notice(&kept), "anvands", "{kind:?}");
    }
    let unused = hand.groups[5].parse().expect("an id");
    let removed = service::structure_delete(ctx, services, StructureKind::BenefitGroup, unused, 1).await;
    assert_eq!(notice(&removed), "borttaget");

    let unit = service::unit_form(ctx, services, Some(hand.unit.parse().expect("an id")), None).await;
    let ended = UnitForm {
        valid_to: "2024-12-31".to_owned(),
        ..unit.expect("may write").state.form
    };
    done(service::unit_save(ctx, services, ended).await);
    let view = service::structure_view(ctx, services).await.expect("may read");
    assert_eq!(view.orphans.len(), 1, "the benefit has nobody who answers for it");
    // A new initiative is not offered the unit; the one that has it keeps it.
    let new = service::initiative_form(&hand.manager, services, None, None).await;
    assert!(new.expect("may write").units.is_empty());
    let old = service::initiative_form(&hand.manager, services, Some(initiative), None).await;
    assert_eq!(old.expect("may write").units.len(), 1);
}

async fn an_initiative_goes_one_step_at_a_time_and_says_why(world: World) {
    let hand = Hand::new(&world).await;
    let initiative = hand.initiative("Boka möte").await;
    let (ctx, services) = (&hand.manager, &hand.services);
    let step = |version, to, why: &'static str| async move {
        service::initiative_move(ctx, services, initiative, version, to, why).await
    };
    let skipped = step(1, InitiativeStatus::Closed, "Färdigt.").await;
    assert_eq!(notice(&skipped), "hann-fore");
    assert_eq!(
        notice(&step(1, InitiativeStatus::Delivered, " ").await),
        "skriv-varfor"
    );
    for (version, to) in [(1, InitiativeStatus::Delivered), (2, InitiativeStatus::Realising)] {
        let moved = step(version, to, "Allt är på plats.").await;
        assert_eq!(
            hand.shown(initiative).await.initiative.status.value,
            to,
            "{moved:?}"
        );
    }
    assert_eq!(
        notice(&step(1, InitiativeStatus::Stopped, "Sent.").await),
        "hann-fore"
    );

    // With an open benefit that nobody owns it does not close.
    let delivery = hand.delivery(initiative, "Bokning").await;
    let benefit = hand.benefit(initiative, delivery, 0).await;
    let form = service::benefit_form(ctx, services, initiative, None, Some(benefit), None).await;
    let unowned = BenefitForm {
        owner: String::new(),
        ..form.expect("may write").state.form
    };
    done(service::benefit_save(ctx, services, unowned).await);
    let version = hand.shown(initiative).await.version;
    let refused = step(version, InitiativeStatus::Closed, "Färdigt.").await;
    assert_eq!(notice(&refused), "utan-agare");
    let over =
        service::benefit_move(ctx, services, benefit, 2, BenefitState::WrittenOff, "Kom aldrig.").await;
    assert_eq!(notice(&over), "nyttan-flyttad");
    step(version, InitiativeStatus::Closed, "Färdigt.")
        .await
        .expect("may close");
    assert_eq!(
        hand.shown(initiative).await.initiative.status.value,
        InitiativeStatus::Closed
    );
}

async fn an_initiative_never_depends_on_itself(world: World) {
    let hand = Hand::new(&world).await;
    let (ctx, services) = (&hand.manager, &hand.services);
    let first = hand.initiative("Först").await;
    let then = hand.initiative("Sedan").await;
    let last = hand.initiative("Sist").await;
    for (of, on) in [(then, first), (last, then)] {
        let said = service::initiative_depend(ctx, services, of, 1, on, true).await;
        assert_eq!(notice(&said), "beroende");
    }
    let circle = service::initiative_depend(ctx, services, first, 1, last, true).await;
    assert_eq!(notice(&circle), "krets");
    let offered = service::dependency_view(ctx, services, first, "s")
        .await
        .expect("may write");
    assert!(
        offered.found.is_empty(),
        "what would close a circle is not offered: {:?}",
        offered.found
    );
    let freed = service::initiative_depend(ctx, services, last, 2, then, false).await;
    assert_eq!(notice(&freed), "beroende");
    let open = service::initiative_depend(ctx, services, first, 1, last, true).await;
    assert_eq!(notice(&open), "beroende");
}

async fn who_declares_a_benefit_not_measurable_has_not_written_it(world: World) {
    let hand = Hand::new(&world).await;
    let initiative = hand.initiative("Boka möte").await;
    let delivery = hand.delivery(initiative, "Bokning").await;
    let benefit = hand.benefit(initiative, delivery, 0).await;
    let services = &hand.services;
    let own = service::benefit_not_measurable(&hand.manager, services, benefit, 1, "Syns inte.").await;
    assert!(own.is_err(), "{own:?}");
    let empty = service::benefit_not_measurable(&hand.reviewer, services, benefit, 1, " ").await;
    assert_eq!(notice(&empty), "skriv-varfor");
    let said = service::benefit_not_measurable(&hand.reviewer, services, benefit, 1, "Syns inte.").await;
    assert_eq!(notice(&said), "ej-matbar");
    let report = hand.report().await;
    let standing = hand.standing().await;
    assert_eq!((standing.report.id, standing.tally.not_measurable), (report, 1));
    let taken_back = service::benefit_not_measurable(&hand.reviewer, services, benefit, 2, "").await;
    assert_eq!(notice(&taken_back), "matbar");
}

async fn a_report_is_written_until_it_is_decided(world: World) {
    let hand = Hand::new(&world).await;
    let (ctx, services) = (&hand.steering, &hand.services);
    let report = hand.report().await;
    let texts = service::report_text_form(ctx, services, report, None)
        .await
        .expect("may write");
    let written = ReportTextForm {
        background: "Därför.".to_owned(),
        conflict_one: vec![hand.groups[0].clone()],
        conflict_other: vec![hand.groups[1].clone()],
        conflict_text: vec!["Fler kontroller tar tid.".to_owned()],
        ..texts.state.form.clone()
    };
    done(service::report_text_save(ctx, services, written).await);
    let standing = hand.standing().await;
    assert_eq!(standing.conflicts.len(), 1);
    // Somebody who read it before gets both versions and overwrites nothing.
    let late = ReportTextForm {
        background: "Något annat.".to_owned(),
        submission: key(),
        ..texts.state.form
    };
    let answer = service::report_text_save(ctx, services, late).await;
    let Ok(Answer::Again(draft)) = answer else {
        panic!("it was taken: {answer:?}");
    };
    let both = service::report_text_form(ctx, services, report, Some(&draft))
        .await
        .expect("may write");
    let theirs = both.state.theirs().expect("what stands there now");
    assert_eq!(
        (theirs.background.as_str(), both.state.form.background.as_str()),
        ("Därför.", "Något annat.")
    );

    // A delivery outside the years is taken in with its reason, and out again.
    let initiative = hand.initiative("Boka möte").await;
    let form = DeliveryForm {
        submission: key(),
        initiative: initiative.to_string(),
        name: "Planerad".to_owned(),
        description: "Kommer.".to_owned(),
        status: "planned".to_owned(),
        planned: vec!["2027".to_owned()],
        launch_what: vec![String::new()],
        actual: vec![String::new()],
        ..DeliveryForm::default()
    };
    let place = done(service::delivery_save(&hand.manager, services, form).await);
    let delivery: DeliveryId = after(&place, "#leverans-").parse().expect("an id");
    let in_scope = || async { hand.standing().await.totals.deliveries };
    assert_eq!(in_scope().await, 0);
    let silent = service::scope_add(ctx, services, report, 2, delivery, " ").await;
    assert_eq!(notice(&silent), "skriv-varfor");
    let added = service::scope_add(ctx, services, report, 2, delivery, "Nämns i uppdraget.").await;
    assert_eq!((notice(&added), in_scope().await), ("omfattning", 1));
    let removed = service::scope_remove(ctx, services, report, 3, delivery).await;
    assert_eq!((notice(&removed), in_scope().await), ("omfattning", 0));
}
