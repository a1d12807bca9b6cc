//! nginx before several servers, which it asks in turn.

use std::net::TcpStream;
use std::process::{Child, Command, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

use super::folder::Folder;
use super::free_port;

/// A running nginx with a configuration of its own, on this machine alone. It ends with the value.
pub struct Nginx {
    child: Child,
    folder: Folder,
    /// Where it listens.
    pub address: String,
}

/// Whom an answer comes from.
pub const SERVED_BY: &str = "x-served-by";

impl Nginx {
    /// Starts it before servers at addresses.
    pub fn before(servers: &[&str]) -> Self {
        let program = std::env::var("NYTTA_TEST_NGINX")
            .expect("NYTTA_TEST_NGINX says where nginx is: run the tests by cargo xtask test");
        let folder = Folder::new();
        let port = free_port();
        std::fs::write(folder.file("nginx.conf"), configuration(&folder, port, servers)).expect("written");
        let child = Command::new(program)
            .args([
                "-c",
                &folder.file("nginx.conf"),
                "-p",
                &folder.file(""),
                "-e",
                &folder.file("log"),
            ])
            .stdin(Stdio::null())
            .spawn()
            .expect("nginx starts");
        let mut nginx = Self {
            child,
            folder,
            address: format!("http://127.0.0.1:{port}"),
        };
        nginx.wait(port);
        nginx
    }

    fn wait(&mut self, port: u16) {
        let begun = Instant::now();
        while TcpStream::connect(("127.0.0.1", port)).is_err() {
            let ended = self.child.try_wait().expect("can be asked");
            let log = std::fs::read_to_string(self.folder.file("log")).unwrap_or_default();
            assert!(
                ended.is_none() && begun.elapsed() < Duration::from_secs(10),
                "nginx does not listen: {ended:?} {log}"
            );
            sleep(Duration::from_millis(20));
        }
    }
}

/// As the README has it for one, with TLS left away.
fn configuration(folder: &Folder, port: u16, servers: &[&str]) -> String {
    let servers: Vec<_> = servers
        .iter()
        .map(|address| format!("server {};", address.trim_start_matches("http://")))
        .collect();
    let temporary: Vec<_> = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"]
        .iter()
        .map(|kind| format!("{kind}_temp_path {};", folder.file(kind)))
        .collect();
    format!(
        "daemon off; master_process off; worker_processes 1; pid {};\n\
         events {{ worker_connections 256; }}\n\
         http {{\n\
         access_log off; {}\n\
         upstream nytta {{ {} }}\n\
         server {{ listen 127.0.0.1:{port}; client_max_body_size 6m;\n\
         location / {{ proxy_pass http://nytta; proxy_http_version 1.1; proxy_set_header Host $http_host;\n\
         proxy_set_header Connection \"\"; add_header {SERVED_BY} $upstream_addr always; }} }}\n\
         }}\n",
        folder.file("pid"),
        temporary.join(" "),
        servers.join(" "),
    )
}

impl Drop for Nginx {
    fn drop(&mut self) {
        // One that has ended already cannot be killed, and need not be.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
