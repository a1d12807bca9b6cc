//! Where a PostgreSQL database is.

use sea_orm::sqlx::postgres::PgConnectOptions;

/// Where a PostgreSQL database is, without the password; none where the address cannot be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// Host and port, or the folder of a socket.
    pub server: String,
    /// Name of the database.
    pub database: String,
    /// The role that asks.
    pub role: String,
}

impl Place {
    /// Where an address leads.
    pub fn of(url: &str) -> Option<Self> {
        let options: PgConnectOptions = url.parse().ok()?;
        let server = match options.get_socket() {
            Some(folder) => format!("{} (a socket)", folder.display()),
            None => format!("{}:{}", options.get_host(), options.get_port()),
        };
        let role = options.get_username().to_owned();
        Some(Self {
            server,
            // As PostgreSQL does where none is named.
            database: options.get_database().unwrap_or(&role).to_owned(),
            role,
        })
    }
}
