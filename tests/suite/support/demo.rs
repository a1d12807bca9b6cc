//! The demo's portfolio, and its people.

use std::collections::BTreeMap;

use domain::ctx::{Actor, Ctx};
use domain::id::AccountId;
use domain::role::{Grant, Role, Scope};
use serde_json::Value;
use service::{Format, Services};
use uuid::Uuid;

use super::database::World;
use super::{now, operator, repository};

/// The demo's file.
pub fn portfolio() -> Vec<u8> {
    std::fs::read(repository().join("server/demo/portfolio-2022-2024.json")).expect("the demo's portfolio")
}

/// The demo's file as JSON.
pub fn portfolio_json() -> Value {
    serde_json::from_slice(&portfolio()).expect("the demo's portfolio is JSON")
}

/// A database with the demo's portfolio and people, each signed in.
pub struct Demo {
    /// The services.
    pub services: Services,
    people: BTreeMap<Role, (Actor, String)>,
    tokens: BTreeMap<Role, String>,
}

impl Demo {
    /// Loads the demo as `nytta serve --demo` does, and signs everybody in by their link.
    pub async fn load(world: &World) -> Self {
        Self::load_portfolio(world, &portfolio()).await
    }

    /// The same with another portfolio.
    pub async fn load_portfolio(world: &World, portfolio: &[u8]) -> Self {
        Self::load_into(world.services().await, portfolio).await
    }

    /// The same into a database that is there and empty.
    pub async fn load_into(services: Services, portfolio: &[u8]) -> Self {
        let links = service::demo_load(&operator(), &services, &[portfolio], |role| {
            role.code().to_owned()
        })
        .await
        .expect("the demo loads");
        let (mut people, mut tokens) = (BTreeMap::new(), BTreeMap::new());
        for link in links {
            let signed_in = service::link_consume(&anonymous(), &services, &link.token, None)
                .await
                .expect("signs in");
            let resolved = service::session_resolve(&anonymous(), &services, &signed_in.token)
                .await
                .expect("resolves")
                .expect("a session");
            people.insert(link.role, (resolved.actor, resolved.hash));
            tokens.insert(link.role, signed_in.token);
        }
        assert_eq!(people.len(), Role::ALL.len(), "everybody is there");
        Self {
            services,
            people,
            tokens,
        }
    }

    /// A request by whoever holds the role.
    pub fn ctx(&self, role: Role) -> Ctx {
        let (actor, session) = &self.people[&role];
        Ctx {
            actor: actor.clone(),
            now: now(),
            request_id: Uuid::now_v7(),
            session: Some(session.clone()),
            others: None,
        }
    }

    /// What the browser of whoever holds the role is signed in with.
    pub fn token(&self, role: Role) -> &str {
        &self.tokens[&role]
    }

    /// The report as JSON, as the steering unit gets it: bytes.
    pub async fn report(&self, to_year: i32) -> Vec<u8> {
        service::report_render(
            &self.ctx(Role::SteeringUnit),
            &self.services,
            to_year,
            Format::Json,
        )
        .await
        .expect("the report renders")
    }

    /// The same as JSON.
    pub async fn report_json(&self, to_year: i32) -> Value {
        serde_json::from_slice(&self.report(to_year).await).expect("the report is JSON")
    }

    /// The whole portfolio as a file.
    pub async fn export(&self) -> Vec<u8> {
        export(&self.services).await
    }
}

/// The whole portfolio as a file.
pub async fn export(services: &Services) -> Vec<u8> {
    service::exchange::portfolio_export(&operator(), services)
        .await
        .expect("exports")
}

/// A request by nobody.
pub fn anonymous() -> Ctx {
    Ctx {
        actor: Actor::Anonymous,
        ..operator()
    }
}

/// A request by somebody who holds a role within a scope, on a browser of their own.
pub fn somebody(role: Role, scope: Scope) -> Ctx {
    as_account(
        AccountId(Uuid::now_v7()),
        vec![Grant {
            role,
            scope,
            from: None,
            to: None,
        }],
    )
}

/// A request by an account with these grants, on a browser of its own.
pub fn as_account(id: AccountId, grants: Vec<Grant>) -> Ctx {
    Ctx {
        actor: Actor::Account {
            id,
            name: "Någon annan".to_owned(),
            grants,
        },
        session: Some(format!("session-{}", Uuid::now_v7())),
        ..operator()
    }
}
