//! A scope lets in what is one's own and nothing else, by whichever number or form it is asked for.

use domain::ctx::Ctx;
use domain::form::{BenefitForm, DeliveryForm, StatementForm};
use domain::id::{BenefitId, InitiativeId, PortfolioId, UnitId};
use domain::role::{Role, Scope};
use serde_json::Value;
use service::{Answer, ServiceError};

use super::{id, outcome, saved, stated};
use crate::support::database::{World, on_both};
use crate::support::demo::{Demo, portfolio_json, somebody};

on_both!(
    a_scope_lets_in_what_is_ones_own_and_nothing_else,
    what_belongs_elsewhere_is_not_reached_by_its_number,
    a_benefit_owner_speaks_for_their_own_benefits_alone,
);

/// The demo with its first two initiatives in portfolios of their own, and their benefits owned by
/// units of their own. The first initiative has benefits of two units.
struct Divided {
    demo: Demo,
    portfolios: [PortfolioId; 2],
    units: [UnitId; 2],
    initiatives: [InitiativeId; 2],
    /// The first benefit of each, and the second one of the first initiative, owned by the other unit.
    benefits: [BenefitId; 3],
}

impl Divided {
    async fn new(world: &World) -> Self {
        let mut portfolio = portfolio_json();
        let ids = |list: &str, indexes: [usize; 2]| indexes.map(|index| portfolio[list][index]["id"].clone());
        let (portfolios, units) = (ids("portfolios", [1, 2]), ids("units", [0, 1]));
        let initiatives = ids("initiatives", [0, 1]);
        for (initiative, own) in [0, 1].into_iter().zip(&portfolios) {
            portfolio["initiatives"][initiative]["portfolios"] = Value::Array(vec![own.clone()]);
        }
        let of = |initiative: &Value| -> Vec<usize> {
            let benefits = portfolio["benefits"].as_array().expect("a list");
            (0..benefits.len())
                .filter(|&index| benefits[index]["initiative"] == *initiative)
                .collect()
        };
        let (first, second) = (of(&initiatives[0]), of(&initiatives[1]));
        let chosen = [first[0], second[0], first[1]];
        for (benefit, unit) in chosen.into_iter().zip([&units[0], &units[1], &units[1]]) {
            portfolio["benefits"][benefit]["owner"] = unit.clone();
        }
        fn read<T: std::str::FromStr<Err = uuid::Error>>(id: &Value) -> T {
            id.as_str().expect("an id").parse().expect("an id")
        }
        Self {
            benefits: chosen.map(|index| id(&portfolio["benefits"][index])),
            portfolios: portfolios.each_ref().map(read),
            units: units.each_ref().map(read),
            initiatives: initiatives.each_ref().map(read),
            demo: Demo::load_portfolio(world, portfolio.to_string().as_bytes()).await,
        }
    }

    async fn state(&self, ctx: &Ctx, initiative: usize, benefit: usize) -> Result<Answer, ServiceError> {
        let form = self.statement(initiative, benefit, "submit");
        service::statement_save(ctx, &self.demo.services, form).await
    }

    fn statement(&self, initiative: usize, benefit: usize, action: &str) -> StatementForm {
        StatementForm {
            initiative: self.initiatives[initiative].to_string(),
            benefits: vec![self.benefits[benefit].to_string()],
            text: "Väntan är kortare.".to_owned(),
            finding: "confirmed".to_owned(),
            as_of: "2025-09-30".to_owned(),
            action: action.to_owned(),
            ..StatementForm::default()
        }
    }

    async fn deliver(&self, ctx: &Ctx, initiative: usize) -> Result<Answer, ServiceError> {
        let form = DeliveryForm {
            initiative: self.initiatives[initiative].to_string(),
            name: "Ny leverans".to_owned(),
            description: "Vad den är.".to_owned(),
            status: "planned".to_owned(),
            ..DeliveryForm::default()
        };
        service::delivery_save(ctx, &self.demo.services, form).await
    }
}

async fn a_scope_lets_in_what_is_ones_own_and_nothing_else(world: World) {
    let divided = Divided::new(&world).await;
    for own in [0, 1] {
        let manager = somebody(
            Role::PortfolioManager,
            Scope::Portfolios(vec![divided.portfolios[own]]),
        );
        let owner = somebody(Role::BenefitOwner, Scope::Units(vec![divided.units[own]]));
        assert_eq!(saved(divided.deliver(&manager, own).await), "ok");
        assert_eq!(saved(divided.deliver(&manager, 1 - own).await), "out of scope");
        assert_eq!(saved(divided.state(&manager, own, own).await), "ok");
        assert_eq!(
            saved(divided.state(&manager, 1 - own, 1 - own).await),
            "out of scope"
        );
        assert_eq!(saved(divided.state(&owner, own, own).await), "ok");
    }
    // The first unit owns nothing of the second initiative.
    let owner = somebody(Role::BenefitOwner, Scope::Units(vec![divided.units[0]]));
    assert_eq!(saved(divided.state(&owner, 1, 1).await), "out of scope");
}

async fn what_belongs_elsewhere_is_not_reached_by_its_number(world: World) {
    let divided = Divided::new(&world).await;
    let services = &divided.demo.services;
    let before = divided.demo.export().await;
    let manager = somebody(
        Role::PortfolioManager,
        Scope::Portfolios(vec![divided.portfolios[0]]),
    );
    let [own, other] = divided.initiatives;
    let theirs = service::initiative_view(&manager, services, other)
        .await
        .expect("may read");
    let delivery = &theirs.deliveries[0];

    // A form that says one's own initiative and somebody else's delivery, benefit or statement.
    let form = DeliveryForm {
        initiative: own.to_string(),
        ..DeliveryForm::of(&delivery.delivery, delivery.version)
    };
    assert_eq!(
        saved(service::delivery_save(&manager, services, form).await),
        "not found"
    );
    let form = BenefitForm {
        initiative: own.to_string(),
        delivery: String::new(),
        ..BenefitForm::of(&delivery.benefits[0].benefit, 1)
    };
    assert_eq!(
        saved(service::benefit_save(&manager, services, form).await),
        "not found"
    );
    let statement = StatementForm::of(&delivery.statements[0].statement, 1);
    let form = StatementForm {
        initiative: own.to_string(),
        delivery: String::new(),
        benefits: Vec::new(),
        ..statement.clone()
    };
    assert_eq!(
        saved(service::statement_save(&manager, services, form).await),
        "not found"
    );
    // Nor does one's own statement speak for somebody else's benefit.
    let form = StatementForm {
        id: String::new(),
        initiative: own.to_string(),
        delivery: String::new(),
        ..statement
    };
    assert_eq!(
        saved(service::statement_save(&manager, services, form).await),
        "draft"
    );
    for answer in [
        outcome(service::delivery_form(&manager, services, own, Some(delivery.delivery.id), None).await),
        outcome(service::benefit_form(&manager, services, own, None, Some(divided.benefits[1]), None).await),
    ] {
        assert_eq!(answer, "not found");
    }
    assert!(divided.demo.export().await == before, "something was written");
}

async fn a_benefit_owner_speaks_for_their_own_benefits_alone(world: World) {
    let divided = Divided::new(&world).await;
    let services = &divided.demo.services;
    let owner = somebody(Role::BenefitOwner, Scope::Units(vec![divided.units[0]]));
    let other = somebody(Role::BenefitOwner, Scope::Units(vec![divided.units[1]]));
    assert_eq!(saved(divided.state(&owner, 0, 0).await), "ok");
    // The third benefit belongs to the same initiative and to another unit.
    assert_eq!(saved(divided.state(&owner, 0, 2).await), "out of scope");

    // Nor do they rewrite what the other unit has begun on it, not even by taking it for their own.
    let begun = divided.statement(0, 2, "");
    let begun = service::statement_save(&other, services, begun).await;
    let id = stated(begun);
    for benefit in [2, 0] {
        let form = StatementForm {
            id: id.to_string(),
            version: "1".to_owned(),
            ..divided.statement(0, benefit, "submit")
        };
        let answer = service::statement_save(&owner, services, form).await;
        assert_eq!(saved(answer), "out of scope", "rewritten as benefit {benefit}");
    }

    // Nor do they approve it; what is their own they do, where somebody else has written it.
    let manager = divided.demo.ctx(Role::PortfolioManager);
    for (benefit, answer) in [(2, "out of scope"), (0, "ok")] {
        let id = stated(divided.state(&manager, 0, benefit).await);
        let review = service::statement_review(&owner, services, id, 1, true, "").await;
        assert_eq!(outcome(review), answer, "review of benefit {benefit}");
    }
}
