//! A server that is set up by the file, and `nytta ready`, which asks whether it is ready.

use std::io::{BufRead, BufReader, ErrorKind, Write};
use std::net::TcpListener;
use std::time::{Duration, Instant};

use super::configured;
use crate::support::folder::Folder;
use crate::support::program::{Server, program, said};

/// Longest wait for a program that asks as soon as it runs.
const PATIENCE: Duration = Duration::from_secs(30);

#[tokio::test]
async fn a_server_takes_its_settings_from_the_file() {
    let folder = Folder::new();
    // The flag of the test's own server goes before: the address of a file cannot be told in advance.
    let text = "addr = \"127.0.0.1:1\"\nlog = \"off\"\nmetrics_addr = \"127.0.0.1:0\"\n";
    configured(&folder, text, &["--version"])
        .output()
        .expect("it ends");
    let config = folder.file("nytta.toml");
    let mut server = Server::start(&folder.database("other.sqlite"), &["--config", &config]);
    assert!(
        server.links["metrics"].starts_with("http://127.0.0.1:"),
        "as the file says"
    );
    assert!(
        std::path::Path::new(&folder.file("other.sqlite")).exists(),
        "as the environment says"
    );

    let ready = |words: &[&str]| {
        let addr = server.address.trim_start_matches("http://");
        let output = program("", &[&["ready", "--addr", addr], words].concat()).output();
        let output = output.expect("it ends");
        (output.status.code(), said(&output))
    };
    assert_eq!(ready(&["--wait", "5"]), (Some(0), "ready\n".to_owned()));
    server.terminate();
    // Stopping or gone: it says the one for a second only, and a busy machine may take longer to ask.
    let begun = Instant::now();
    let (code, told) = loop {
        let told = ready(&[]);
        if told.0 != Some(0) || begun.elapsed() > Duration::from_secs(20) {
            break told;
        }
    };
    assert_eq!(code, Some(1), "{told}");
    assert!(told.contains("is not ready"), "{told}");
    assert!(server.ends_within(Duration::from_secs(40)).await.success());
}

#[test]
fn who_asks_whether_it_is_ready_is_told_what_the_server_says() {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
    let addr = listener.local_addr().expect("its address").to_string();
    listener.set_nonblocking(true).expect("it need not wait");
    let stopping = std::thread::spawn(move || {
        let begun = Instant::now();
        // Waiting for somebody who never asks would go on for ever.
        let stream = loop {
            match listener.accept() {
                Ok((stream, _)) => break stream,
                Err(error) if error.kind() == ErrorKind::WouldBlock && begun.elapsed() < PATIENCE => {
                    std::thread::sleep(Duration::from_millis(10));
                }
                Err(error) => panic!("nobody asks: {error}"),
            }
        };
        stream.set_nonblocking(false).expect("it may wait");
        stream.set_read_timeout(Some(PATIENCE)).expect("not for ever");
        let mut lines = BufReader::new(&stream).lines();
        while lines.next().is_some_and(|line| !line.expect("text").is_empty()) {}
        let answer = "HTTP/1.1 503 Service Unavailable\r\ncontent-type: text/plain; charset=utf-8\r\n\
                      content-length: 9\r\nconnection: close\r\n\r\nstopping\n";
        (&stream).write_all(answer.as_bytes()).expect("answers");
    });
    let output = program("", &["ready", "--addr", &addr])
        .output()
        .expect("it ends");
    let told = said(&output);
    assert_eq!(output.status.code(), Some(1), "{told}");
    assert!(
        told.contains("is not ready") && told.contains("stopping"),
        "{told}"
    );
    stopping.join().expect("it was asked");
}
