//! The pools of connections, as they are.

use super::{Kind, Store};

/// How many connections of a pool are open.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pool {
    /// What it is for.
    pub name: &'static str,
    /// So many wait for something to do.
    pub idle: u32,
    /// So many do something.
    pub busy: u32,
}

impl Store {
    /// Its pools as they are: where one connection writes and others read, two.
    pub fn pools(&self) -> Vec<Pool> {
        let pool = |name, open: u32, idle: usize| {
            // One may come back in between: none is busy less often than never.
            let idle = u32::try_from(idle).unwrap_or(open).min(open);
            let busy = open.saturating_sub(idle);
            Pool { name, idle, busy }
        };
        match self.kind {
            Kind::Sqlite => [("writer", &self.writer), ("reader", &self.reader)]
                .map(|(name, connection)| {
                    let connections = connection.get_sqlite_connection_pool();
                    pool(name, connections.size(), connections.num_idle())
                })
                .to_vec(),
            Kind::Postgres => {
                let connections = self.reader.get_postgres_connection_pool();
                vec![pool("all", connections.size(), connections.num_idle())]
            }
        }
    }
}
