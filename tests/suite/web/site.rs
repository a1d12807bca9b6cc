//! The whole site on a port of its own, with the demo's portfolio in a fresh SQLite file.

use std::path::PathBuf;

use domain::ctx::{Actor, Ctx};
use domain::id::AccountId;
use domain::register::Query;
use domain::role::Role;
use reqwest::redirect::Policy;
use reqwest::{Client, Response};
use server::router::{Edge, router};
use service::Services;
use tokio::net::TcpListener;
use uuid::Uuid;

const DEMO: &[u8] = include_bytes!("../../../server/demo/portfolio-2022-2024.json");

/// A running site.
pub struct Site {
    pub url: String,
    pub services: Services,
    /// The database's own file, which goes with the site; none where somebody else made the database.
    file: Option<PathBuf>,
    accounts: Vec<(Role, AccountId)>,
}

pub fn operator() -> Ctx {
    Ctx {
        actor: Actor::Operator,
        now: server::now(),
        request_id: Uuid::now_v7(),
        session: None,
    }
}

impl Site {
    pub async fn demo() -> Self {
        Self::demo_behind(Edge::default()).await
    }

    pub async fn demo_behind(edge: Edge) -> Self {
        let file = std::env::temp_dir().join(format!("nytta-web-{}.sqlite", Uuid::now_v7()));
        let services = server::open(&format!("sqlite://{}?mode=rwc", file.display()))
            .await
            .expect("opens");
        service::demo_load(&operator(), &services, DEMO, |role| role.code().to_owned())
            .await
            .expect("the demo loads");
        let mut site = Self::of(services, edge).await;
        site.file = Some(file);
        site
    }

    /// A site over a database that has the demo's people in it already.
    pub async fn of(services: Services, edge: Edge) -> Self {
        let accounts = service::account_list(&operator(), &services)
            .await
            .expect("accounts");
        let accounts = accounts
            .into_iter()
            .map(|account| (account.grants[0].role, account.id))
            .collect();
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
        let url = format!("http://{}", listener.local_addr().expect("an address"));
        let site = router(services.clone(), &edge);
        tokio::spawn(async move { axum::serve(listener, site).await });
        Self {
            url,
            services,
            file: None,
            accounts,
        }
    }

    /// Every page of the product, with a role that may see it; `None` for those that need no session.
    pub async fn pages(&self) -> Vec<(Option<Role>, String)> {
        let initiative = self.some_initiative().await;
        let (decided, open) = (self.report(2024).await, self.report(2025).await);
        let (steering, manager) = (Some(Role::SteeringUnit), Some(Role::PortfolioManager));
        let link = self.link(Role::Auditor).await;
        let (delivery, benefit) = self.some_delivery_and_benefit(&initiative).await;
        let statement = self.some_draft(&initiative, &benefit).await;
        vec![
            (steering, "/".to_owned()),
            (steering, "/omraden".to_owned()),
            (steering, "/omraden/4.2".to_owned()),
            (steering, "/initiativ".to_owned()),
            (
                steering,
                "/initiativ?sok=a&sortera=-namn&status=delivered".to_owned(),
            ),
            (steering, "/nyttor".to_owned()),
            (
                steering,
                "/nyttor?sok=a&sortera=-nytta&lage=identified".to_owned(),
            ),
            (steering, "/konstaterade".to_owned()),
            (manager, "/konstaterade?sortera=lage&leverans=med".to_owned()),
            (steering, "/urval/nytt?register=nyttor".to_owned()),
            (steering, format!("/initiativ/{initiative}")),
            (steering, format!("/initiativ/{initiative}/leverans")),
            (steering, format!("/initiativ/{initiative}/nytta")),
            (manager, format!("/initiativ/{initiative}/konstaterad")),
            (steering, format!("/initiativ/{initiative}/leverans/{delivery}")),
            (steering, format!("/initiativ/{initiative}/nytta/{benefit}")),
            (
                manager,
                format!("/initiativ/{initiative}/konstaterad/{statement}"),
            ),
            (steering, "/bedomning".to_owned()),
            (steering, "/bedomning/4.2".to_owned()),
            (steering, "/rapporter".to_owned()),
            (steering, format!("/rapporter/{decided}")),
            (steering, format!("/rapporter/{open}")),
            (Some(Role::Admin), "/admin".to_owned()),
            (None, "/logga-in".to_owned()),
            (None, link.replacen(&self.url, "", 1)),
            (steering, "/fel?kod=404".to_owned()),
        ]
    }

    /// A one-time link for the role, as the demo prints it.
    pub async fn link(&self, role: Role) -> String {
        let (_, account) = self
            .accounts
            .iter()
            .find(|(held, _)| *held == role)
            .expect("an account");
        let token = service::link_issue(&operator(), &self.services, *account, "test")
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

    /// The first initiative that has a delivery.
    pub async fn some_initiative(&self) -> String {
        let list = service::initiative_list(&self.reader(), &self.services, &Query::default())
            .await
            .expect("the register");
        list.rows
            .iter()
            .find(|row| row.deliveries > 0)
            .expect("one with a delivery")
            .id
            .to_string()
    }

    /// A delivery of the initiative, and one of its benefits.
    async fn some_delivery_and_benefit(&self, initiative: &str) -> (String, String) {
        let id = initiative.parse().expect("an id");
        let view = service::initiative_view(&self.reader(), &self.services, id).await;
        let deliveries = view.expect("the initiative").deliveries;
        let with_benefit = deliveries.iter().find(|delivery| !delivery.benefits.is_empty());
        let with_benefit = with_benefit.expect("a delivery with a benefit");
        (
            with_benefit.delivery.id.to_string(),
            with_benefit.benefits[0].benefit.id.to_string(),
        )
    }

    /// A statement that its writer has kept as a draft.
    async fn some_draft(&self, initiative: &str, benefit: &str) -> String {
        let client = self.signed_in(Role::PortfolioManager).await;
        let fields = [
            ("initiative", initiative),
            ("benefits[]", benefit),
            ("text", "Ett utkast."),
            ("as_of", "2025-03-01"),
            ("finding", "partly"),
        ];
        let kept = self.post(&client, "/api/statement_save", &fields).await;
        let to = location(&kept);
        let id = to.rsplit("#konstaterad-").next().filter(|id| id.len() == 36);
        id.unwrap_or_else(|| panic!("no draft was kept: {to}")).to_owned()
    }

    /// Identity of the report with this last year.
    pub async fn report(&self, to_year: i32) -> String {
        let view = service::report_view_of_year(&self.reader(), &self.services, to_year).await;
        view.expect("the report").model.report.id.to_string()
    }

    fn reader(&self) -> Ctx {
        operator()
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

/// Where an answer leads.
pub fn location(response: &Response) -> String {
    let header = response
        .headers()
        .get("location")
        .unwrap_or_else(|| panic!("{} leads nowhere", response.url()));
    header.to_str().expect("ASCII").to_owned()
}
