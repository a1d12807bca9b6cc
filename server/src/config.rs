//! What the environment says.

use std::net::SocketAddr;

/// Settings of the running program.
#[derive(Clone, Debug, clap::Args)]
pub struct Config {
    /// Database: sqlite://PATH?mode=rwc or postgres://USER@HOST/NAME.
    #[arg(
        long,
        global = true,
        env = "NYTTA_DATABASE_URL",
        hide_env_values = true,
        value_name = "URL",
        default_value = "sqlite://data/nytta.sqlite?mode=rwc"
    )]
    pub database_url: String,
}

/// Settings of the server.
#[derive(Clone, Debug, clap::Args)]
pub struct ServeConfig {
    /// Address to listen on.
    #[arg(
        long,
        env = "NYTTA_ADDR",
        value_name = "HOST:PORT",
        default_value = "127.0.0.1:3000"
    )]
    pub addr: SocketAddr,
    /// Address that people use, behind a proxy, such as `https://nytta.example.se`.
    #[arg(long, env = "NYTTA_PUBLIC_URL", value_name = "URL")]
    pub public_url: Option<String>,
    /// Show the product: an empty database gets the portfolio of 2022–2024, and a one-time link per
    /// role is printed. Listens on this machine only and refuses forwarded requests.
    #[arg(long)]
    pub demo: bool,
}
