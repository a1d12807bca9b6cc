//! The whole site on a port of its own, with the demo's portfolio in a fresh SQLite file.

use std::path::PathBuf;

use domain::account::Account;
use domain::ctx::{Actor, Ctx};
use domain::id::AccountId;
use domain::role::{Grant, Role, Scope};
use reqwest::redirect::Policy;
use reqwest::{Client, Response};
use server::router::{Edge, router};
use service::{Secrets, Services, SignInWays};
use store::repo::account::account_insert;
use store::{AuditRecord, Trail};
use tokio::net::TcpListener;
use uuid::Uuid;

/// The demo's portfolio.
pub const DEMO: &[u8] = include_bytes!("../../../server/demo/portfolio-2022-2024.json");

/// A running site.
pub struct Site {
    pub url: String,
    pub services: Services,
    /// The database's own file, which goes with the site; none where somebody else made the database.
    pub file: Option<PathBuf>,
    accounts: Vec<(Role, AccountId)>,
}

pub fn operator() -> Ctx {
    Ctx {
        actor: Actor::Operator,
        now: server::now(),
        request_id: Uuid::now_v7(),
        session: None,
        others: None,
    }
}

impl Site {
    pub async fn demo() -> Self {
        Self::demo_behind(Edge::default()).await
    }

    /// An installation that has nothing but people, one of each role.
    pub async fn empty() -> Self {
        let (file, services) = database().await;
        let ctx = operator();
        let txn = services.store.write_txn(&ctx).await.expect("begins");
        let mut trail = Trail::default();
        for role in Role::ALL {
            let account = Account {
                id: AccountId(Uuid::now_v7()),
                email: None,
                name: role.code().to_owned(),
                grants: vec![Grant {
                    role,
                    scope: Scope::All,
                    from: None,
                    to: None,
                }],
            };
            account_insert(&ctx, &txn, &account).await.expect("an account");
            trail.push(AuditRecord::new("account.add", "account", account.id));
        }
        txn.commit(trail).await.expect("commits");
        let mut site = Self::of(services, Edge::default()).await;
        site.file = Some(file);
        site
    }

    pub async fn demo_behind(edge: Edge) -> Self {
        let (file, services) = database().await;
        service::demo_load(&operator(), &services, &[DEMO], |role| role.code().to_owned())
            .await
            .expect("the demo loads");
        let mut site = Self::of(services, edge).await;
        site.file = Some(file);
        site
    }

    /// A site over a database that has the demo's people in it already.
    pub async fn of(services: Services, edge: Edge) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
        Self::at(listener, services, edge).await
    }

    /// The same where the address has to be known before.
    pub async fn at(listener: TcpListener, services: Services, edge: Edge) -> Self {
        let accounts = service::account_list(&operator(), &services)
            .await
            .expect("accounts");
        let accounts = accounts.accounts.iter().map(|record| &record.account);
        let accounts = accounts
            .filter_map(|account| Some((account.grants.first()?.role, account.id)))
            .collect();
        let url = format!("http://{}", listener.local_addr().expect("an address"));
        let site = router(services.clone(), &edge);
        let site = site.into_make_service_with_connect_info::<std::net::SocketAddr>();
        tokio::spawn(async move { axum::serve(listener, site).await });
        Self {
            url,
            services,
            file: None,
            accounts,
        }
    }

    /// Whoever has the role in the demo.
    pub fn account(&self, role: Role) -> AccountId {
        let mut accounts = self.accounts.iter();
        accounts.find(|(held, _)| *held == role).expect("an account").1
    }

    /// A one-time link for the role, as the demo prints it.
    pub async fn link(&self, role: Role) -> String {
        let token = service::link_issue(&operator(), &self.services, self.account(role), "test")
            .await
            .expect("a link");
        format!("{}/logga-in/{token}", self.url)
    }

    /// A client that keeps cookies and follows nothing by itself.
    pub fn client(&self) -> Client {
        Client::builder()
            .cookie_store(true)
            .redirect(Policy::none())
            .build()
            .expect("a client")
    }

    /// A client that has signed in by a link.
    pub async fn signed_in(&self, role: Role) -> Client {
        let client = self.client();
        let link = self.link(role).await;
        let token = link.rsplit('/').next().expect("a token");
        let response = self.post(&client, "/api/link_consume", &[("token", token)]).await;
        assert_eq!(response.status(), 303, "signing in as {}", role.code());
        client
    }

    pub async fn get(&self, client: &Client, path: &str) -> Response {
        client
            .get(format!("{}{path}", self.url))
            .header("accept", "text/html")
            .send()
            .await
            .expect("an answer")
    }

    /// A form sent as a browser without a script sends it.
    pub async fn post(&self, client: &Client, path: &str, fields: &[(&str, &str)]) -> Response {
        client
            .post(format!("{}{path}", self.url))
            .header("accept", "text/html")
            .header("origin", &self.url)
            .header("sec-fetch-site", "same-origin")
            .form(fields)
            .send()
            .await
            .expect("an answer")
    }

    /// The page at a path, which has to be there.
    pub async fn page(&self, client: &Client, path: &str) -> String {
        let response = self.get(client, path).await;
        assert_eq!(response.status(), 200, "{path}");
        response.text().await.expect("text")
    }

    /// A request by the steering unit's account.
    pub fn as_steering_unit(&self) -> Ctx {
        self.acting(Role::SteeringUnit)
    }

    /// A request by the account of a role.
    pub fn acting(&self, role: Role) -> Ctx {
        let grant = Grant {
            role,
            scope: Scope::All,
            from: None,
            to: None,
        };
        Ctx {
            actor: Actor::Account {
                id: self.account(role),
                name: role.code().to_owned(),
                grants: vec![grant],
            },
            session: Some("site".to_owned()),
            ..operator()
        }
    }

    /// Identity of the report with this last year.
    pub async fn report(&self, to_year: i32) -> String {
        let view = service::report_view_of_year(&operator(), &self.services, to_year).await;
        view.expect("the report").model.report.id.to_string()
    }
}

impl Drop for Site {
    fn drop(&mut self) {
        let Some(file) = &self.file else { return };
        for end in ["", "-wal", "-shm"] {
            // A file that is gone already is what is wanted.
            let _ = std::fs::remove_file(format!("{}{end}", file.display()));
        }
    }
}

/// A database in a new file of its own.
pub async fn database() -> (PathBuf, Services) {
    let file = std::env::temp_dir().join(format!("nytta-web-{}.sqlite", Uuid::now_v7()));
    let url = format!("sqlite://{}?mode=rwc", file.display());
    let services = server::open(&url).await.expect("opens");
    // As in the demo people sign in by link, without a phone.
    let ways = SignInWays {
        link_alone: true,
        ..SignInWays::default()
    };
    let services = services.with_secrets(Secrets::new([7; service::KEY_BYTES]));
    (file, services.with_ways(ways))
}

/// Where an answer leads.
pub fn location(response: &Response) -> String {
    let header = response
        .headers()
        .get("location")
        .unwrap_or_else(|| panic!("{} leads nowhere", response.url()));
    header.to_str().expect("ASCII").to_owned()
}
