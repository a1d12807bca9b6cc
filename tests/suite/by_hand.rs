//! A portfolio by hand: from an empty installation to the figures of its report, without a file; and
//! what the steps on the way refuse.

mod ended;
mod groups;
mod order;
mod report;
mod steps;

use domain::assessment::SubjectKey;
use domain::ctx::Ctx;
use domain::form::{
    AgencyForm, AreaForm, AreaSetForm, AssessmentForm, BenefitForm, DeliveryForm, InitiativeForm,
    PortfolioForm, ReportForm, StatementForm, SusForm, UnitForm,
};
use domain::id::{BenefitId, DeliveryId, InitiativeId, ReportId, StatementId};
use domain::role::{Role, Scope};
use domain::standing::Standing;
use service::{InitiativeView, Services};

use crate::support::database::{World, on_both};
use crate::support::demo::somebody;
use crate::support::forms::{after, done, key, notice};
use crate::support::rows::count;

on_both!(a_portfolio_is_built_by_hand_up_to_its_report);

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
