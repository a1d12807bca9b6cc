//! Fresh databases of both kinds, gone when the test is.

use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
use std::path::PathBuf;
use std::sync::{Arc, Mutex};

use sea_orm::{ConnectionTrait, Database as SeaOrm, DatabaseConnection};
use service::{Secrets, Services};
use store::Kind;
use uuid::Uuid;

use super::second_factor::{KEY, by_link};

/// Where tests find a PostgreSQL server that they may make databases on.
const POSTGRES: &str = "NYTTA_TEST_POSTGRES_URL";

/// Runs `async fn name(world: World)` on both databases, as `name::sqlite` and `name::postgres`.
macro_rules! on_both {
    ($($name:ident),+ $(,)?) => {$(
        mod $name {
            use store::Kind;

            #[test]
            fn sqlite() {
                $crate::support::database::on(Kind::Sqlite, super::$name);
            }

            #[test]
            fn postgres() {
                $crate::support::database::on(Kind::Postgres, super::$name);
            }
        }
    )+};
}
pub(crate) use on_both;

/// Makes databases for one test, of one kind.
#[derive(Clone)]
pub struct World {
    kind: Kind,
    made: Arc<Mutex<Vec<Made>>>,
}

enum Made {
    Folder(PathBuf),
    Database(String),
}

/// Runs a test, and removes what it made however it ends.
pub fn on<F: Future<Output = ()>>(kind: Kind, test: impl FnOnce(World) -> F) {
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .worker_threads(2)
        .enable_all()
        .build()
        .expect("a runtime");
    let world = World {
        kind,
        made: Arc::default(),
    };
    let outcome = catch_unwind(AssertUnwindSafe(|| runtime.block_on(test(world.clone()))));
    runtime.block_on(world.remove());
    if let Err(panic) = outcome {
        resume_unwind(panic);
    }
}

impl World {
    /// Which database.
    pub fn kind(&self) -> Kind {
        self.kind
    }

    /// The URL of a new database with nothing in it, not even a schema.
    pub async fn empty(&self) -> String {
        match self.kind {
            Kind::Sqlite => {
                let folder = std::env::temp_dir().join(format!("nytta-test-{}", Uuid::now_v7().simple()));
                std::fs::create_dir(&folder).expect("a temporary folder");
                let url = format!("sqlite://{}?mode=rwc", folder.join("nytta.sqlite").display());
                self.note(Made::Folder(folder));
                url
            }
            Kind::Postgres => self.empty_postgres("").await,
        }
    }

    /// The same of PostgreSQL, made otherwise than the server's own are.
    pub async fn empty_postgres(&self, otherwise: &str) -> String {
        let name = format!("nytta_test_{}", Uuid::now_v7().simple());
        let server = server().await;
        // From the empty template: what somebody added to the default one is not ours.
        let create = format!("CREATE DATABASE {name} TEMPLATE template0 {otherwise}");
        server.execute_unprepared(&create).await.expect("a new database");
        server.close().await.expect("closes");
        let url = server_url();
        let (server, _) = url.rsplit_once('/').expect("the URL ends in a database's name");
        // TLS costs every test a handshake for each connection, and is tried by one.
        let url = format!("{server}/{name}?sslmode=disable");
        self.note(Made::Database(name));
        url
    }

    /// A new database with the schema in it, opened as the program opens it.
    pub async fn services(&self) -> Services {
        Self::open(&self.empty().await).await
    }

    /// A database opened as the program opens it when it starts.
    pub async fn open(url: &str) -> Services {
        let opened = server::open(url).await;
        opened
            .expect("the database opens")
            .with_secrets(Secrets::new(KEY))
            .with_ways(by_link())
    }

    fn note(&self, made: Made) {
        self.made.lock().expect("nobody panicked while noting").push(made);
    }

    async fn remove(self) {
        let made = std::mem::take(&mut *self.made.lock().expect("nobody panicked while noting"));
        for one in made {
            match one {
                Made::Folder(folder) => std::fs::remove_dir_all(folder).expect("the folder goes"),
                Made::Database(name) => {
                    let server = server().await;
                    let drop = format!("DROP DATABASE {name} WITH (FORCE)");
                    server.execute_unprepared(&drop).await.expect("the database goes");
                    server.close().await.expect("closes");
                }
            }
        }
    }
}

fn server_url() -> String {
    std::env::var(POSTGRES).unwrap_or_else(|_| {
        panic!(
            "{POSTGRES} is not set: tests run on PostgreSQL too. `cargo xtask test` starts a server of its \
             own; or name one, such as postgres://postgres@127.0.0.1:5432/postgres, where tests may make \
             and drop databases"
        )
    })
}

async fn server() -> DatabaseConnection {
    let url = server_url();
    let mut options = sea_orm::ConnectOptions::new(url.clone());
    options.max_connections(1).sqlx_logging(false);
    SeaOrm::connect(options)
        .await
        .unwrap_or_else(|error| panic!("no PostgreSQL answers at {POSTGRES}={url}: {error}"))
}
