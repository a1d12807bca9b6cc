//! Servers that start at the same moment on a database with nothing in it.

use std::thread;

use migrations::{Migrator, MigratorTrait};
use store::Kind;

use crate::support::database::{World, on};
use crate::support::program::Server;
use crate::support::rows::count;

#[test]
fn one_makes_the_schema_and_the_others_wait() {
    on(Kind::Postgres, start);
}

async fn start(world: World) {
    for _ in 0..2 {
        let url = world.empty().await;
        let starting: Vec<_> = (0..3)
            .map(|_| {
                let url = url.clone();
                thread::spawn(move || Server::start(&url, &[]))
            })
            .collect();
        for server in starting {
            let server = server.join().expect("it starts");
            let (status, said) = server.get(&reqwest::Client::new(), "/readyz").await;
            assert_eq!((status, said.as_str()), (200, "ready\n"), "{}", server.log());
        }
        let services = World::open(&url).await;
        let applied = count(&services.store, "seaql_migrations").await;
        let known = i64::try_from(Migrator::migrations().len()).expect("few");
        assert_eq!(applied, known, "each migration was done once");
    }
}
