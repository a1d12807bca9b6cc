//! The demo with measures that are due every quarter.

use domain::ctx::Ctx;
use domain::form::MeasureForm;
use domain::id::{BenefitId, InitiativeId, MeasureId, MeasurementId};
use domain::role::Role;
use service::{MeasurementItem, Services};
use uuid::Uuid;

use super::database::World;
use super::demo::{Demo, portfolio_json};
use super::forms::{after, done};
use super::measures;

/// The demo, with as many measures as names, each followed for the first benefit.
pub struct Measured {
    /// The demo.
    pub demo: Demo,
    /// The measures, in the order of their names.
    pub measures: Vec<MeasureId>,
}

fn id(entity: &serde_json::Value) -> Uuid {
    entity["id"].as_str().expect("an id").parse().expect("an id")
}

/// A measure without parts that is measured every quarter.
pub async fn due(ctx: &Ctx, services: &Services, name: &str, aggregation: &str) -> MeasureId {
    let form = MeasureForm {
        name: name.to_owned(),
        aggregation: aggregation.to_owned(),
        sex: String::new(),
        ..measures::errors_made()
    };
    let place = done(service::measure_save(ctx, services, form).await);
    after(&place, "/matt/").parse().expect("a measure")
}

impl Measured {
    /// The demo with these measures; those whose name begins with "Andel" are ratios.
    pub async fn new(world: &World, names: &[&str]) -> Self {
        let demo = Demo::load(world).await;
        let portfolio = portfolio_json();
        let benefit = &portfolio["benefits"][0];
        let initiative: Uuid = benefit["initiative"]
            .as_str()
            .expect("an id")
            .parse()
            .expect("an id");
        let of = (InitiativeId(initiative), BenefitId(id(benefit)));
        let manager = demo.ctx(Role::PortfolioManager);
        let mut all = Vec::new();
        for name in names {
            let aggregation = if name.starts_with("Andel") {
                "ratio"
            } else {
                "latest"
            };
            let measure = due(&manager, &demo.services, name, aggregation).await;
            measures::goal_set(&manager, &demo.services, of, measure).await;
            all.push(measure);
        }
        Self { demo, measures: all }
    }

    /// The services.
    pub fn services(&self) -> &Services {
        &self.demo.services
    }

    /// Who logs.
    pub fn manager(&self) -> Ctx {
        self.demo.ctx(Role::PortfolioManager)
    }

    /// Who approves.
    pub fn reviewer(&self) -> Ctx {
        self.demo.ctx(Role::Reviewer)
    }

    /// What was measured of a measure, as somebody sees it.
    pub async fn items(&self, ctx: &Ctx, measure: MeasureId) -> Vec<MeasurementItem> {
        let view = service::measure_view(ctx, self.services(), measure).await;
        view.expect("may read").measurements
    }

    /// A measurement of a quarter, approved by somebody else.
    pub async fn approved(&self, measure: MeasureId, period: &str, value: &str) -> MeasurementId {
        let form = measures::measured(measure, period, value);
        let logged = measures::logged(&self.manager(), self.services(), form).await;
        let reviewer = self.reviewer();
        service::measurement_review(&reviewer, self.services(), logged, 1, true, "")
            .await
            .expect("may approve");
        logged
    }
}
