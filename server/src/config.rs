//! The settings. What has a name in the environment can stand in a file as well: see `settings`.

use std::fmt::Display;
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr};
use std::path::PathBuf;
use std::str::FromStr;

use ipnet::IpNet;
use tracing_subscriber::EnvFilter;
use tracing_subscriber::filter::LevelFilter;

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
    /// File with settings (TOML), each called as in the environment without NYTTA_ and in small letters; environment and flags
    /// go before it. Without it /etc/nytta/nytta.toml, where that is there.
    #[arg(long, global = true, env = "NYTTA_CONFIG", value_name = "FILE")]
    pub config: Option<PathBuf>,
    /// What is logged: off, error, warn, info, debug or trace, or such a level for a part of the program. A server logs info,
    /// commands warn.
    #[arg(long, global = true, env = "NYTTA_LOG", value_name = "FILTER", value_parser = log_filter)]
    pub log: Option<String>,
}

/// What is logged, as it was typed; refused where nothing could be made of it.
fn log_filter(typed: &str) -> Result<String, String> {
    // A word alone that is no level would be taken for a part of the program, of which all is logged, and of the rest nothing.
    let mut words = typed.split(',').map(str::trim).filter(|word| !word.is_empty());
    if let Some(word) = words.find(|word| !word.contains(['=', '[']) && word.parse::<LevelFilter>().is_err())
    {
        return Err(format!(
            "“{word}” is no level: write off, error, warn, info, debug or trace, or one for a part of the program, such as \
             info,store=debug"
        ));
    }
    let read = EnvFilter::builder().parse(typed);
    read.map(|_| typed.to_owned()).map_err(|error| error.to_string())
}

/// How people sign in by the agency's own identity provider. See docs/single-sign-on.md.
#[derive(Clone, clap::Args)]
pub struct SignOnConfig {
    /// Address of the identity provider (OpenID Connect), exactly as it names itself.
    #[arg(long, env = "NYTTA_OIDC_ISSUER", value_name = "URL")]
    pub oidc_issuer: Option<String>,
    /// What the provider knows this installation as.
    #[arg(long, env = "NYTTA_OIDC_CLIENT_ID", value_name = "ID")]
    pub oidc_client_id: Option<String>,
    /// What this installation shows the provider that it is.
    #[arg(
        long,
        env = "NYTTA_OIDC_CLIENT_SECRET",
        hide_env_values = true,
        value_name = "SECRET"
    )]
    pub oidc_client_secret: Option<String>,
    /// What the sign-in is called on the button.
    #[arg(long, env = "NYTTA_OIDC_NAME", value_name = "NAME")]
    pub oidc_name: Option<String>,
    /// Claim of the ID token that roles are made of.
    #[arg(
        long,
        env = "NYTTA_OIDC_ROLE_CLAIM",
        value_name = "CLAIM",
        default_value = "groups"
    )]
    pub oidc_role_claim: String,
    /// Values of the claim and the roles that they are, with semicolons between:
    /// nytta-styrning=steering_unit;nytta-drift=admin.
    #[arg(
        long,
        env = "NYTTA_OIDC_ROLES",
        value_name = "VALUE=ROLE",
        value_delimiter = ';'
    )]
    pub oidc_roles: Vec<String>,
    /// How sure the provider has to be (acr), with commas between; each is as good as the others.
    #[arg(long, env = "NYTTA_OIDC_ACR", value_name = "ACR", value_delimiter = ',')]
    pub oidc_acr: Vec<String>,
    /// Whether people sign in by password and one-time link as well: on or off.
    #[arg(
        long,
        env = "NYTTA_PASSWORDS",
        value_name = "ON|OFF",
        default_value = "on",
        value_parser = on_or_off,
        action = clap::ArgAction::Set
    )]
    pub passwords: bool,
}

// A secret has no business in a log.
impl std::fmt::Debug for SignOnConfig {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("SignOnConfig")
            .field("oidc_issuer", &self.oidc_issuer)
            .finish_non_exhaustive()
    }
}

fn on_or_off(typed: &str) -> Result<bool, &'static str> {
    match typed {
        "on" => Ok(true),
        "off" => Ok(false),
        _ => Err("write on or off"),
    }
}

/// How mail is sent: not at all where no server is named. See docs/mail.md.
#[derive(Clone, clap::Args)]
pub struct MailConfig {
    /// Mail server: smtps://USER:PASSWORD@HOST, smtp://HOST:25, or smtp://USER:PASSWORD@HOST?tls=required. With it a daily
    /// digest goes to everybody for whom something waits.
    #[arg(long, env = "NYTTA_SMTP_URL", hide_env_values = true, value_name = "URL")]
    pub smtp_url: Option<String>,
    /// Whom mail is from: "Nytta <nytta@example.se>".
    #[arg(long, env = "NYTTA_MAIL_FROM", value_name = "ADDRESS")]
    pub mail_from: Option<String>,
    /// The hour from which the daily digest is sent on weekdays, by the clock in Sweden.
    #[arg(
        long,
        env = "NYTTA_DIGEST_HOUR",
        value_name = "HOUR",
        default_value_t = 7,
        value_parser = from_to(0_u32, 17)
    )]
    pub digest_hour: u32,
}

// The address of the server has a password in it, which has no business in a log.
impl std::fmt::Debug for MailConfig {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("MailConfig")
            .field("mail_from", &self.mail_from)
            .field("digest_hour", &self.digest_hour)
            .finish_non_exhaustive()
    }
}

/// Settings of the server.
#[derive(Clone, Debug, clap::Args)]
pub struct ServeConfig {
    /// Address to listen on.
    #[arg(
        long,
        env = "NYTTA_ADDR",
        value_name = "HOST:PORT",
        default_value = "127.0.0.1:3000",
        value_parser = socket
    )]
    pub addr: SocketAddr,
    /// Address that people use, behind a proxy, such as `https://nytta.example.se`.
    #[arg(long, env = "NYTTA_PUBLIC_URL", value_name = "URL", value_parser = web_address)]
    pub public_url: Option<String>,
    /// Proxies whose X-Forwarded-For is believed, as addresses or nets with commas between:
    /// 10.0.0.5,10.1.0.0/16. Without any the address of the connection counts.
    #[arg(
        long,
        env = "NYTTA_TRUSTED_PROXIES",
        value_name = "NETS",
        value_delimiter = ',',
        value_parser = net
    )]
    pub trusted_proxies: Vec<IpNet>,
    /// Key that seals the secrets of sign-in apps: 64 hexadecimal digits, the same for all servers. Without
    /// it, it is in a file beside an SQLite database, and made at the first start.
    #[arg(long, env = "NYTTA_SECRET_KEY", hide_env_values = true, value_name = "KEY")]
    pub secret_key: Option<String>,
    #[command(flatten)]
    /// By the agency's own identity provider.
    pub sign_on: SignOnConfig,
    #[command(flatten)]
    /// The daily digest.
    pub mail: MailConfig,
    /// Address of a listener of its own that answers /metrics in the Prometheus text format; none without it. It is for
    /// whoever watches the server, not for the people who use it: no proxy leads there.
    #[arg(long, env = "NYTTA_METRICS_ADDR", value_name = "HOST:PORT", value_parser = socket)]
    pub metrics_addr: Option<SocketAddr>,
    /// Connections of this server to its database. With PostgreSQL those of all servers together, and a few for
    /// commands, have to be fewer than its max_connections.
    #[arg(
        long,
        env = "NYTTA_DATABASE_CONNECTIONS",
        value_name = "NUMBER",
        default_value_t = store::CONNECTIONS,
        value_parser = from_to(2_u32, 200)
    )]
    pub database_connections: u32,
    /// Seconds that requests may take to end once the program is told to stop. A second before it takes no more
    /// connections, /readyz says that it is not ready.
    #[arg(
        long,
        env = "NYTTA_STOP_WITHIN",
        value_name = "SECONDS",
        default_value_t = 20,
        value_parser = from_to(0_u64, 600)
    )]
    pub stop_within: u64,
    /// Show the product: an empty database gets the portfolio of 2022–2024, and a one-time link per
    /// role is printed. Listens on this machine only and refuses forwarded requests.
    #[arg(long)]
    pub demo: bool,
}

/// The address that people use: where the server listens, where no other is set.
pub(crate) fn site(public_url: Option<&str>, addr: SocketAddr) -> String {
    public_url.map_or_else(|| format!("http://{}", from_here(addr)), str::to_owned)
}

/// What listens on every address of a machine is reached by its own.
pub(crate) fn from_here(addr: SocketAddr) -> SocketAddr {
    let ip = match addr.ip() {
        IpAddr::V4(ip) if ip.is_unspecified() => Ipv4Addr::LOCALHOST.into(),
        IpAddr::V6(ip) if ip.is_unspecified() => Ipv6Addr::LOCALHOST.into(),
        ip => ip,
    };
    SocketAddr::new(ip, addr.port())
}

/// An address that people use, which links begin with. Pages are where the host is, and nowhere below it.
pub(crate) fn web_address(typed: &str) -> Result<String, &'static str> {
    let host = typed
        .strip_prefix("https://")
        .or_else(|| typed.strip_prefix("http://"))
        .map(|host| host.trim_end_matches('/'));
    match host {
        Some(host) if host.contains(['/', '?', '#']) => Err(
            "write an address without a path, such as https://nytta.example.se: Nytta has a host to itself",
        ),
        Some(host) if !host.is_empty() && !host.contains(char::is_whitespace) => Ok(typed.to_owned()),
        _ => Err("write an address such as https://nytta.example.se"),
    }
}

/// Where to listen: an address of this machine, no name, and a port.
pub(crate) fn socket(typed: &str) -> Result<SocketAddr, &'static str> {
    let read = typed.parse();
    read.map_err(|_| "write an address of this machine and a port, such as 127.0.0.1:3000")
}

/// Reads a whole number within bounds that people can read.
pub(crate) fn from_to<T>(
    least: T,
    most: T,
) -> impl Fn(&str) -> Result<T, String> + Clone + Send + Sync + 'static
where
    T: FromStr + PartialOrd + Display + Copy + Send + Sync + 'static,
{
    move |typed| {
        let read = typed.parse().ok();
        let within = read.filter(|number| (least..=most).contains(number));
        within.ok_or_else(|| format!("write a whole number from {least} to {most}"))
    }
}

/// A net, or a single address as the net of one.
fn net(text: &str) -> Result<IpNet, String> {
    let text = text.trim();
    let net = text.parse::<IpNet>();
    net.or_else(|_| text.parse::<IpAddr>().map(IpNet::from))
        .map_err(|_| format!("“{text}” is neither an address nor a net such as 10.1.0.0/16"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_logged_is_a_level_or_one_for_a_part() {
        for fine in [
            "off",
            "INFO",
            "warn,sqlx=error",
            "info,store=debug",
            "server[span]=trace",
        ] {
            assert_eq!(log_filter(fine).as_deref(), Ok(fine));
        }
        for (typed, named) in [
            ("loud", "“loud”"),
            ("info,verbose", "“verbose”"),
            ("store=loud", ""),
        ] {
            let told = log_filter(typed).expect_err("it is no level");
            assert!(told.contains(named), "{told}");
        }
    }

    #[test]
    fn a_number_is_within_bounds_that_are_told() {
        let hour = from_to(0_u32, 17);
        assert_eq!(hour("17"), Ok(17));
        for wrong in ["18", "-1", "seven", ""] {
            assert_eq!(hour(wrong), Err("write a whole number from 0 to 17".to_owned()));
        }
    }

    #[test]
    fn links_begin_with_a_host() {
        for fine in ["https://nytta.example.se", "http://127.0.0.1:3000/"] {
            assert_eq!(web_address(fine).as_deref(), Ok(fine));
        }
        for wrong in [
            "nytta.example.se",
            "https://",
            "https:///",
            "https://nytta example.se",
        ] {
            assert!(web_address(wrong).is_err(), "{wrong}");
        }
        for below in [
            "https://example.se/nytta",
            "https://example.se?nytta",
            "https://example.se/#/",
        ] {
            let told = web_address(below).expect_err("it is below a host");
            assert!(told.contains("without a path"), "{told}");
        }
    }

    #[test]
    fn what_listens_everywhere_is_reached_from_here() {
        let of = |addr: &str| from_here(addr.parse().expect("an address")).to_string();
        assert_eq!(of("0.0.0.0:3000"), "127.0.0.1:3000");
        assert_eq!(of("[::]:3000"), "[::1]:3000");
        assert_eq!(of("192.0.2.7:80"), "192.0.2.7:80");
    }

    #[test]
    fn a_proxy_is_an_address_or_a_net() {
        assert_eq!(
            net(" 10.0.0.5").map(|net| net.to_string()),
            Ok("10.0.0.5/32".to_owned())
        );
        assert_eq!(
            net("10.1.0.0/16").map(|net| net.to_string()),
            Ok("10.1.0.0/16".to_owned())
        );
        assert!(
            net("proxy.internal")
                .expect_err("a name")
                .contains("proxy.internal")
        );
    }
}
