use std::future::IntoFuture;
use std::io;
use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use domain::role::Role;
use identity::Provider;
use service::{Services, SignInWays, demo_load, told};
use store::{Closed, Store};
use text::Lang;
use tokio::net::TcpListener;
use tokio::signal::unix::{Signal, SignalKind, signal};
use tokio::sync::watch;

use super::files::opened_or_made;
use super::{CommandError, say};
use crate::clock::operator;
use crate::config::ServeConfig;
use crate::digest::Digests;
use crate::limit::Limits;
use crate::meter;
use crate::open::{is_address, open_with};
use crate::router::{Edge, router};
use crate::secret_key::SecretKey;
use crate::single_sign_on::ways;

/// The portfolio of 2022–2024, as `docs/exchange.md` describes the format.
const DEMO: &[u8] = include_bytes!("../../demo/portfolio-2022-2024.json");

/// One invented initiative, told from promise to outcome. No report takes it in.
const WORKED_EXAMPLE: &[u8] = include_bytes!("../../demo/worked-example.json");

/// Time for a proxy to see that the server is no longer ready, before it takes no more connections.
const NOTICE: Duration = Duration::from_secs(1);

/// Digests that are being sent at the stop are waited for so long.
const PATIENCE: Duration = Duration::from_secs(25);

/// Serves the pages until the program is told to stop.
pub(crate) async fn serve(url: &str, config: &ServeConfig) -> Result<(), CommandError> {
    let addresses = [Some(config.addr), config.metrics_addr];
    let elsewhere = addresses
        .into_iter()
        .flatten()
        .find(|addr| !addr.ip().is_loopback());
    if let Some(addr) = elsewhere.filter(|_| config.demo) {
        return Err(CommandError::DemoAddress(addr));
    }
    is_address(url)?;
    let key = SecretKey::find(url, config.secret_key.as_deref())?;
    let digests = Digests::of(&config.mail, config.public_url.as_deref())?;
    let (mut ways, provider) = ways(&config.sign_on, config.public_url.as_deref())?;
    ways.link_alone = config.demo;
    // The ports first: a taken one is known before anything is written.
    let (listener, addr) = bound(config.addr, "--addr").await?;
    let metrics = match config.metrics_addr {
        Some(addr) => Some(bound(addr, "--metrics-addr").await?),
        None => None,
    };
    let services = opened_or_made(url, open_with(url, config.database_connections)).await?;
    let store = services.store.clone();
    let site = Site {
        listener,
        addr,
        metrics,
        key,
        digests,
        ways,
        provider,
    };
    let done = site.answers(services, config).await;
    closed(&store).await;
    if done.is_ok() {
        tracing::info!("stopped");
    }
    done
}

/// All that is known to be usable before the database is opened.
struct Site {
    listener: TcpListener,
    addr: SocketAddr,
    metrics: Option<(TcpListener, SocketAddr)>,
    key: SecretKey,
    digests: Option<Digests>,
    ways: SignInWays,
    provider: Option<Arc<Provider>>,
}

impl Site {
    /// Answers until the program is told to stop, and whoever had begun to ask has an answer.
    async fn answers(self, services: Services, config: &ServeConfig) -> Result<(), CommandError> {
        let services = self.key.given_to(services).await?.with_ways(self.ways);
        let services = services.with_mail(self.digests.is_some());
        if config.demo {
            print_links(&services, self.addr).await?;
        }
        // Kept until the end: whoever watches sees the last requests end.
        let _watched = match self.metrics {
            Some((listener, addr)) => {
                let handle = meter::record()?;
                say(&format!("metrics: http://{addr}/metrics"))?;
                Some(meter::listen(listener, handle, services.clone()))
            }
            None => None,
        };
        for advice in advice(config) {
            tracing::warn!("{advice}");
        }
        let (stop, stopped) = watch::channel(false);
        let edge = Edge {
            stopping: Some(stopped.clone()),
            public_url: config.public_url.clone(),
            demo: config.demo,
            limits: Limits {
                proxies: config.trusted_proxies.clone(),
                behind_unnamed: is_behind_unnamed(config),
                ..Limits::default()
            },
            provider: self.provider,
            ..Edge::default()
        };
        let mut told = Stop::watch().map_err(CommandError::Serve)?;
        tracing::info!(version = env!("CARGO_PKG_VERSION"), address = %self.addr, "started");
        say(&format!("listening on http://{}", self.addr))?;
        let sending = self
            .digests
            .map(|digests| tokio::spawn(digests.every_day(services.clone(), stopped.clone())));
        let site = router(services, &edge).into_make_service_with_connect_info::<SocketAddr>();
        let stop_within = config.stop_within;
        let stopping = async move {
            let signal = told.told().await;
            tracing::info!(signal, stop_within, "told to stop");
            stop.send_replace(true);
            tokio::time::sleep(NOTICE).await;
        };
        let serving = axum::serve(self.listener, site).with_graceful_shutdown(stopping);
        tokio::select! {
            done = serving.into_future() => done.map_err(CommandError::Serve)?,
            () = held_up(stopped, config.stop_within) => {
                tracing::warn!("somebody had still not finished asking, or reading, when the server stopped");
            }
        }
        // What is being sent is sent to its end, or nobody knew whether it came.
        if let Some(sending) = sending
            && tokio::time::timeout(PATIENCE, sending).await.is_err()
        {
            tracing::warn!("digests were being sent when the server stopped: one of them may be lost");
        }
        Ok(())
    }
}

/// Closes the database, and says where what was written is not in its one file.
async fn closed(store: &Store) {
    match store.close_whole().await {
        Ok(Closed::Whole) => {}
        Ok(Closed::HeldHere) => tracing::warn!(
            "a request still held a connection to the database as the server stopped: what it had not committed is taken back"
        ),
        Ok(Closed::HeldElsewhere) => tracing::warn!(
            "another program had the database open as the server stopped: what is in its -wal file belongs to it"
        ),
        Err(error) => tracing::warn!(
            error = told(&error),
            "the database could not be tidied up as the server stopped: what is in its -wal file belongs to it"
        ),
    }
}

/// A proxy is in front, and nobody says which.
fn is_behind_unnamed(config: &ServeConfig) -> bool {
    config.public_url.is_some() && config.trusted_proxies.is_empty()
}

/// What the settings leave open that an operator may not mean.
pub(crate) fn advice(config: &ServeConfig) -> Vec<&'static str> {
    let mut advice = Vec::new();
    let by_tls = config
        .public_url
        .as_deref()
        .is_some_and(|url| url.starts_with("https://"));
    if !by_tls && !config.addr.ip().is_loopback() {
        advice.push(
            "others than this machine are answered without TLS: passwords and cookies go in the clear; \
             put a proxy in front and set NYTTA_PUBLIC_URL to its https:// address",
        );
    }
    if is_behind_unnamed(config) {
        advice.push(
            "no proxy is named (NYTTA_TRUSTED_PROXIES): requests are not limited by address, or one \
             stranger behind the proxy would shut out everybody",
        );
    }
    advice
}

/// A listener, and where it listens.
async fn bound(addr: SocketAddr, flag: &'static str) -> Result<(TcpListener, SocketAddr), CommandError> {
    let failed = |source| CommandError::Listen { addr, flag, source };
    let listener = TcpListener::bind(addr).await.map_err(failed)?;
    let addr = listener.local_addr().map_err(CommandError::Serve)?;
    Ok((listener, addr))
}

async fn print_links(services: &Services, addr: SocketAddr) -> Result<(), CommandError> {
    let name = |role: Role| text::name::role(Lang::Sv, role);
    for link in demo_load(&operator(), services, &[DEMO, WORKED_EXAMPLE], name).await? {
        say(&format!(
            "{}: http://{addr}/logga-in/{}",
            link.role.code(),
            link.token
        ))?;
    }
    Ok(())
}

/// Ends once the time is over that requests have after the server was told to stop.
async fn held_up(mut stopped: watch::Receiver<bool>, seconds: u64) {
    if stopped.wait_for(|stopped| *stopped).await.is_err() {
        // Nobody is left who could tell: the server has ended by itself.
        std::future::pending::<()>().await;
    }
    tokio::time::sleep(NOTICE + Duration::from_secs(seconds)).await;
}

/// What the terminal and the service manager say to stop the program. Taken before it says that it listens: whoever has
/// read that may stop it at once.
struct Stop {
    terminated: Signal,
    interrupted: Signal,
}

impl Stop {
    fn watch() -> io::Result<Self> {
        Ok(Self {
            terminated: signal(SignalKind::terminate())?,
            interrupted: signal(SignalKind::interrupt())?,
        })
    }

    /// Ends when one of them says so, with its name.
    async fn told(&mut self) -> &'static str {
        tokio::select! {
            _ = self.terminated.recv() => "SIGTERM",
            _ = self.interrupted.recv() => "SIGINT",
        }
    }
}
