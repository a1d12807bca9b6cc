//! Forms: nothing typed is lost, nothing is overwritten, nothing is made twice, and nobody approves
//! what they have written themselves.

mod invalid;
mod reports;
mod sending;
mod stale;
mod statements;
mod untouched;

use domain::assessment::SubjectKey;
use domain::ctx::Ctx;
use domain::form::{AssessmentForm, BenefitForm, DeliveryForm, StatementForm};
use domain::id::{BenefitId, DeliveryId, InitiativeId, StatementId};
use domain::register::Query;
use domain::role::Role;
use service::{Answer, FormState, InitiativeView, ServiceError, Services, StatementItem, StatementTarget};

use crate::support::database::World;
use crate::support::demo::Demo;
use crate::support::rows::{count, things_done};

/// The demo with the delivery, benefit and statement that a test works on.
struct Desk {
    demo: Demo,
    /// The first initiative of the register.
    initiative: InitiativeId,
}

impl Desk {
    async fn new(world: &World) -> Self {
        let demo = Demo::load(world).await;
        let ctx = demo.ctx(Role::PortfolioManager);
        let rows = service::initiative_list(&ctx, &demo.services, &Query::default())
            .await
            .expect("the register")
            .rows;
        Self {
            demo,
            initiative: rows[0].id,
        }
    }

    fn services(&self) -> &Services {
        &self.demo.services
    }

    fn manager(&self) -> Ctx {
        self.demo.ctx(Role::PortfolioManager)
    }

    fn steering(&self) -> Ctx {
        self.demo.ctx(Role::SteeringUnit)
    }

    async fn view(&self) -> InitiativeView {
        service::initiative_view(&self.manager(), self.services(), self.initiative)
            .await
            .expect("the initiative")
    }

    /// Which areas and groups there are, in their order.
    async fn groups(&self) -> Vec<String> {
        self.view()
            .await
            .groups
            .iter()
            .map(|group| group.id.to_string())
            .collect()
    }

    async fn new_delivery(&self) -> DeliveryForm {
        DeliveryForm {
            name: "Ny leverans".to_owned(),
            ..self.delivery_form(None, None, &self.manager()).await.form
        }
        .with("Vad den är.", "delivered", "2025-03")
    }

    async fn new_benefit(&self, delivery: &str) -> BenefitForm {
        let form = self.benefit_form(None, None, &self.manager()).await.form;
        BenefitForm {
            delivery: delivery.to_owned(),
            groups: self.groups().await[..1].to_vec(),
            description: "Väntan blir kortare.".to_owned(),
            ..form
        }
    }

    async fn new_statement(&self, benefit: &str, action: &str) -> StatementForm {
        let form = self.statement_form(None, None, &self.manager()).await.form;
        StatementForm {
            benefits: vec![benefit.to_owned()],
            text: "Väntan är kortare.".to_owned(),
            finding: "confirmed".to_owned(),
            action: action.to_owned(),
            ..form
        }
    }

    async fn delivery_form(
        &self,
        delivery: Option<DeliveryId>,
        draft: Option<&str>,
        ctx: &Ctx,
    ) -> FormState<DeliveryForm> {
        let view = service::delivery_form(ctx, self.services(), self.initiative, delivery, draft).await;
        view.expect("the form").state
    }

    async fn benefit_form(
        &self,
        benefit: Option<BenefitId>,
        draft: Option<&str>,
        ctx: &Ctx,
    ) -> FormState<BenefitForm> {
        let view = service::benefit_form(ctx, self.services(), self.initiative, None, benefit, draft).await;
        view.expect("the form").state
    }

    async fn statement_form(
        &self,
        statement: Option<StatementId>,
        draft: Option<&str>,
        ctx: &Ctx,
    ) -> FormState<StatementForm> {
        let target = match statement {
            Some(id) => StatementTarget::Existing(id),
            None => StatementTarget::New {
                delivery: None,
                benefit: None,
            },
        };
        let view = service::statement_form(ctx, self.services(), self.initiative, target, draft).await;
        view.expect("the form").state
    }

    /// The grading of area 4.3 in the open report.
    async fn assessment_form(&self, draft: Option<&str>, ctx: &Ctx) -> FormState<AssessmentForm> {
        let view = service::assessment_view(
            ctx,
            self.services(),
            &SubjectKey::Area("4.3".to_owned()),
            None,
            draft,
        )
        .await;
        view.expect("the form").state
    }

    async fn save_delivery(&self, ctx: &Ctx, form: &DeliveryForm) -> Answer {
        service::delivery_save(ctx, self.services(), form.clone())
            .await
            .expect("may write")
    }

    async fn save_benefit(&self, ctx: &Ctx, form: &BenefitForm) -> Answer {
        service::benefit_save(ctx, self.services(), form.clone())
            .await
            .expect("may write")
    }

    async fn save_statement(&self, ctx: &Ctx, form: &StatementForm) -> Answer {
        service::statement_save(ctx, self.services(), form.clone())
            .await
            .expect("may write")
    }

    async fn save_assessment(&self, ctx: &Ctx, form: &AssessmentForm) -> Answer {
        service::assessment_save(ctx, self.services(), form.clone())
            .await
            .expect("may write")
    }

    /// A statement as its page shows it.
    async fn statement(&self, id: StatementId, ctx: &Ctx) -> StatementItem {
        let view = service::initiative_view(ctx, self.services(), self.initiative)
            .await
            .expect("may read");
        let mut items = view
            .statements
            .into_iter()
            .chain(view.deliveries.into_iter().flat_map(|d| d.statements));
        items
            .find(|item| item.statement.id == id)
            .expect("the statement is there")
    }

    async fn rows(&self, table: &str) -> i64 {
        count(&self.services().store, table).await
    }

    async fn events(&self) -> i64 {
        things_done(&self.services().store).await
    }
}

trait With {
    fn with(self, description: &str, status: &str, actual: &str) -> Self;
}

impl With for DeliveryForm {
    fn with(self, description: &str, status: &str, actual: &str) -> Self {
        Self {
            description: description.to_owned(),
            status: status.to_owned(),
            actual: vec![actual.to_owned()],
            ..self
        }
    }
}

/// Where an accepted form leads.
fn done(answer: Answer) -> String {
    match answer {
        Answer::Done(place) => place,
        Answer::Again(key) => panic!("it came back as draft {key}"),
    }
}

/// The draft of one that was not accepted.
fn again(answer: Answer) -> String {
    match answer {
        Answer::Again(key) => key,
        Answer::Done(place) => panic!("it was accepted and led to {place}"),
    }
}

/// The identity in the place that a form leads to.
fn id_in(place: &str) -> String {
    let (_, anchor) = place.split_once('#').expect("an anchor");
    anchor.split_once('-').expect("kind-id").1.to_owned()
}

/// Reviews a statement on the version that it has.
async fn review(
    desk: &Desk,
    ctx: &Ctx,
    id: StatementId,
    approve: bool,
    note: &str,
) -> Result<String, ServiceError> {
    let version = desk.statement(id, ctx).await.version;
    service::statement_review(ctx, desk.services(), id, version, approve, note).await
}
