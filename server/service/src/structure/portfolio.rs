use domain::ctx::Ctx;
use domain::form::{FieldErrors, NewPortfolio, PortfolioForm, Problem};
use domain::id::PortfolioId;
use domain::policy::{Operation, decide};
use domain::portfolio::{Portfolio, PortfolioKind};
use store::repo::portfolio::{
    portfolio_delete, portfolio_insert, portfolio_list, portfolio_load, portfolio_update,
};
use store::{ConnectionTrait, StoreError, Versioned};
use uuid::Uuid;

use super::noun::{self, Noun, stored_by};
use crate::error::Result;
use crate::form_flow::{Answer, FormState};
use crate::id::new_id;
use crate::services::Services;

/// What the form of a portfolio shows.
#[derive(Clone, Debug)]
pub struct PortfolioFormView {
    /// The fields, and why they came back.
    pub state: FormState<PortfolioForm>,
}

/// The form of a portfolio: new, one that exists, or what was typed before.
pub async fn portfolio_form(
    ctx: &Ctx,
    services: &Services,
    id: Option<PortfolioId>,
    draft_key: Option<&str>,
) -> Result<PortfolioFormView> {
    decide(ctx, Operation::StructureWrite, None)?;
    let all = portfolio_list(ctx, services.store.reader()).await?;
    // The first portfolio is most often the one that holds the others.
    let holds = all.iter().any(|one| one.value.kind == PortfolioKind::Strategic);
    let kind = if holds {
        PortfolioKind::Tactical
    } else {
        PortfolioKind::Strategic
    };
    let new = || PortfolioForm {
        kind: kind.code().to_owned(),
        ..PortfolioForm::default()
    };
    let state = noun::form::<Portfolio>(ctx, services, id.map(|id| id.0), draft_key, new).await?;
    Ok(PortfolioFormView { state })
}

/// Adds a portfolio, or changes one.
pub async fn portfolio_save(ctx: &Ctx, services: &Services, form: PortfolioForm) -> Result<Answer> {
    noun::save::<Portfolio>(ctx, services, form).await
}

impl Noun for Portfolio {
    type Form = PortfolioForm;
    type New = NewPortfolio;
    const KIND: &'static str = "portfolio";
    const ADD: &'static str = "portfolio.add";
    const CHANGE: &'static str = "portfolio.change";
    const REMOVE: &'static str = "portfolio.remove";

    fn id(&self) -> Uuid {
        self.id.0
    }

    fn form(&self, version: i32) -> PortfolioForm {
        PortfolioForm::of(self, version)
    }

    fn parse(form: &PortfolioForm) -> Result<NewPortfolio, FieldErrors> {
        form.parse()
    }

    /// There is one strategic portfolio: it holds the tactical ones.
    async fn check(
        ctx: &Ctx,
        db: &impl ConnectionTrait,
        id: Option<Uuid>,
        new: &NewPortfolio,
    ) -> Result<FieldErrors> {
        let mut errors = FieldErrors::default();
        let all = portfolio_list(ctx, db).await?;
        let others = || {
            all.iter()
                .map(|found| &found.value)
                .filter(|other| Some(other.id.0) != id)
        };
        if others().any(|other| other.name == new.name) {
            let given = new.name.clone();
            errors.push("name", Problem::Taken { given });
        }
        let strategic = others().find(|other| other.kind == PortfolioKind::Strategic);
        if let (PortfolioKind::Strategic, Some(other)) = (new.kind, strategic) {
            let given = other.name.clone();
            errors.push("kind", Problem::Taken { given });
        }
        Ok(errors)
    }

    /// A tactical portfolio lies in the strategic one, once there is one.
    async fn build(
        ctx: &Ctx,
        db: &impl ConnectionTrait,
        before: Option<&Self>,
        new: NewPortfolio,
    ) -> Result<Self> {
        let id = before.map_or_else(|| new_id(ctx), |before| before.id);
        let strategic = portfolio_list(ctx, db)
            .await?
            .into_iter()
            .map(|found| found.value)
            .find(|other| other.kind == PortfolioKind::Strategic && other.id != id);
        let parent = match new.kind {
            PortfolioKind::Strategic => None,
            PortfolioKind::Tactical => strategic.map(|strategic| strategic.id),
        };
        Ok(Self {
            id,
            name: new.name,
            kind: new.kind,
            parent,
            ended_on: new.ended_on,
        })
    }

    stored_by!(
        PortfolioId,
        portfolio_load,
        portfolio_insert,
        portfolio_update,
        portfolio_delete
    );
}
