//! A way to the database that can be slow, cut, half closed and silent.

use std::net::SocketAddr;
use std::time::Duration;

use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::tcp::{OwnedReadHalf, OwnedWriteHalf};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::watch;
use tokio::task::JoinHandle;

/// What the way does with what goes over it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    /// Nothing.
    Through,
    /// Everything comes so much later.
    Late(Duration),
    /// Every connection ends, and no new one is made.
    Cut,
    /// The database's end of every connection closes; what is sent to it still goes through.
    HalfClosed,
    /// Connections stay, and nothing comes over them ever again: not even when the way is through again, as where a
    /// firewall has forgotten them. New ones are the same while it lasts.
    Lost,
}

/// A listener that hands on to a server. It ends with the value.
pub struct Proxy {
    /// Where it listens.
    pub address: SocketAddr,
    way: watch::Sender<Way>,
    listening: JoinHandle<()>,
}

impl Proxy {
    /// Begins, and hands on.
    pub async fn to(upstream: String) -> Self {
        let listener = TcpListener::bind(("127.0.0.1", 0)).await.expect("a free port");
        let address = listener.local_addr().expect("an address");
        let (way, seen) = watch::channel(Way::Through);
        let listening = tokio::spawn(async move {
            loop {
                // A connection that breaks while it is taken is what is tried here.
                if let Ok((client, _)) = listener.accept().await {
                    tokio::spawn(connection(client, upstream.clone(), seen.clone()));
                }
            }
        });
        Self {
            address,
            way,
            listening,
        }
    }

    /// The proxy to the database of a URL, and the URL that goes by it.
    pub async fn before(url: &str) -> (Self, String) {
        let (scheme, rest) = url.split_once("://").expect("a URL");
        let (user, rest) = rest.split_once('@').expect("a user");
        let (host, rest) = rest.split_once('/').expect("a database");
        let proxy = Self::to(host.to_owned()).await;
        let by_it = format!("{scheme}://{user}@{}/{rest}", proxy.address);
        (proxy, by_it)
    }

    /// From now on the way does this, to connections that are there too.
    pub fn now(&self, way: Way) {
        self.way.send_replace(way);
    }
}

impl Drop for Proxy {
    fn drop(&mut self) {
        self.listening.abort();
    }
}

async fn connection(client: TcpStream, upstream: String, mut way: watch::Receiver<Way>) {
    if *way.borrow() == Way::Cut {
        return;
    }
    let Ok(server) = TcpStream::connect(upstream).await else {
        return;
    };
    let (from_client, to_client) = client.into_split();
    let (from_server, to_server) = server.into_split();
    let (there, back) = (way.clone(), way.clone());
    let handing_on = async {
        tokio::join!(
            hand_on(from_client, to_server, there, false),
            hand_on(from_server, to_client, back, true)
        );
    };
    tokio::select! {
        () = handing_on => {}
        // The test's end is a cut too.
        _ = way.wait_for(|way| *way == Way::Cut) => {}
    }
}

/// One direction of a connection, until it ends.
async fn hand_on(mut from: OwnedReadHalf, mut to: OwnedWriteHalf, mut way: watch::Receiver<Way>, back: bool) {
    let mut buffer = vec![0; 16 * 1024];
    loop {
        let now = *way.borrow_and_update();
        match now {
            Way::Lost => {
                // Held open, silent: until whoever is at the other end gives it up.
                while from.read(&mut buffer).await.is_ok_and(|read| read > 0) {}
                return;
            }
            Way::HalfClosed if back => {
                // The other end may be gone already.
                let _ = to.shutdown().await;
                return;
            }
            Way::Through | Way::Late(_) | Way::Cut | Way::HalfClosed => {}
        }
        let read = tokio::select! {
            read = from.read(&mut buffer) => read,
            _ = way.changed() => continue,
        };
        let Ok(read @ 1..) = read else {
            let _ = to.shutdown().await;
            return;
        };
        if let Way::Late(by) = now {
            tokio::time::sleep(by).await;
        }
        if *way.borrow() == Way::Lost {
            continue;
        }
        if to.write_all(&buffer[..read]).await.is_err() {
            return;
        }
    }
}
