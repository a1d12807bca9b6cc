//! `nytta ready`: asks the server on this machine whether it is ready, for supervisors that have no other way to ask.

use std::io::{Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::time::{Duration, Instant};

use super::{CommandError, say};
use crate::config::from_here;

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
