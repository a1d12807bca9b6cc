//! New databases of both kinds to measure on. PostgreSQL is that of `cargo xtask bench`: it writes to disk as in production.

use std::path::PathBuf;

use sea_orm::ConnectionTrait;
use service::{Secrets, Services, SignInWays};
use store::Kind;
use uuid::Uuid;

/// Both.
pub const KINDS: [Kind; 2] = [Kind::Sqlite, Kind::Postgres];

/// What figures call it by.
pub fn name(kind: Kind) -> &'static str {
    match kind {
        Kind::Sqlite => "SQLite",
        Kind::Postgres => "PostgreSQL",
    }
}

/// An empty database of its own.
pub struct Database {
    kind: Kind,
    /// Its file, or its name.
    file: PathBuf,
    url: String,
}

impl Database {
    pub async fn new(kind: Kind) -> Self {
        let name = format!("nytta_bench_{}", Uuid::now_v7().simple());
        let (file, url) = match kind {
            Kind::Sqlite => {
                let file = std::env::temp_dir().join(format!("{name}.sqlite"));
                let url = format!("sqlite://{}?mode=rwc", file.display());
                (file, url)
            }
            Kind::Postgres => {
                admin(&format!("CREATE DATABASE {name}")).await;
                let server = server();
                let (before, _) = server.rsplit_once('/').expect("an address with a database");
                (PathBuf::from(&name), format!("{before}/{name}"))
            }
        };
        Self { kind, file, url }
    }

    pub fn kind(&self) -> Kind {
        self.kind
    }

    pub fn url(&self) -> &str {
        &self.url
    }

    /// What runs on it; people sign in by link, without a phone.
    pub async fn services(&self) -> Services {
        let services = server::open(&self.url).await.expect("opens");
        let ways = SignInWays {
            link_alone: true,
            ..SignInWays::default()
        };
        let services = services.with_secrets(Secrets::new([7; service::KEY_BYTES]));
        services.with_ways(ways)
    }

    pub async fn remove(self) {
        match self.kind {
            Kind::Sqlite => {
                for end in ["", "-wal", "-shm"] {
                    // A file that is gone already is what is wanted.
                    let _ = std::fs::remove_file(format!("{}{end}", self.file.display()));
                }
            }
            Kind::Postgres => {
                admin(&format!("DROP DATABASE {} WITH (FORCE)", self.file.display())).await;
            }
        }
    }
}

fn server() -> String {
    std::env::var("NYTTA_BENCH_POSTGRES_URL").expect("`cargo xtask bench` names a PostgreSQL")
}

async fn admin(statement: &str) {
    let db = sea_orm::Database::connect(server())
        .await
        .expect("the server answers");
    db.execute_unprepared(statement).await.expect("the server obeys");
    db.close().await.expect("closes");
}
