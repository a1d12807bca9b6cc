//! `nytta ready`: asks the server on this machine whether it is ready, for supervisors that have no other way to ask.

use std::io::{Read, Write};
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr, TcpStream};
use std::time::{Duration, Instant};

use super::{CommandError, say};

/// A server that is silent for so long is not ready.
const PATIENCE: Duration = Duration::from_secs(5);
/// Between two times of asking.
const PAUSE: Duration = Duration::from_millis(200);
/// More than this of an answer is not read.
const LONGEST: u64 = 4_096;

/// Succeeds where the server that listens on the address is ready, at once or within so many seconds.
pub(crate) fn ready(addr: SocketAddr, wait: u64) -> Result<(), CommandError> {
    let addr = from_here(addr);
    let until = Instant::now() + Duration::from_secs(wait);
    loop {
        let why = match asked(addr) {
            Ok(answer) if answer.starts_with("HTTP/1.1 200 ") => return say("ready"),
            Ok(answer) => last_line(&answer),
            Err(error) => error.to_string(),
        };
        if Instant::now() >= until {
            return Err(CommandError::NotReady { addr, why });
        }
        std::thread::sleep(PAUSE);
    }
}

/// What listens on every address of a machine is reached by its own.
fn from_here(addr: SocketAddr) -> SocketAddr {
    let ip = match addr.ip() {
        IpAddr::V4(ip) if ip.is_unspecified() => Ipv4Addr::LOCALHOST.into(),
        IpAddr::V6(ip) if ip.is_unspecified() => Ipv6Addr::LOCALHOST.into(),
        ip => ip,
    };
    SocketAddr::new(ip, addr.port())
}

fn asked(addr: SocketAddr) -> std::io::Result<String> {
    let mut stream = TcpStream::connect_timeout(&addr, PATIENCE)?;
    stream.set_read_timeout(Some(PATIENCE))?;
    stream.set_write_timeout(Some(PATIENCE))?;
    write!(
        stream,
        "GET /readyz HTTP/1.1\r\nHost: {addr}\r\nConnection: close\r\n\r\n"
    )?;
    let mut answer = Vec::new();
    stream.take(LONGEST).read_to_end(&mut answer)?;
    Ok(String::from_utf8_lossy(&answer).into_owned())
}

/// What the server says of itself stands last.
fn last_line(answer: &str) -> String {
    answer.lines().last().unwrap_or("it says nothing").to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_listens_everywhere_is_asked_here() {
        let of = |addr: &str| from_here(addr.parse().expect("an address")).to_string();
        assert_eq!(of("0.0.0.0:3000"), "127.0.0.1:3000");
        assert_eq!(of("[::]:3000"), "[::1]:3000");
        assert_eq!(of("192.0.2.7:80"), "192.0.2.7:80");
    }
}
