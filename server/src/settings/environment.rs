use std::collections::{BTreeMap, BTreeSet};
use std::ffi::OsStr;

use clap::{Arg, Command};

use super::{PREFIX, known, near};

/// Beginnings of names that the house's own tests, benchmarks and pictures set.
const OF_THE_HOUSE: [&str; 4] = ["TEST_", "BENCH_", "PICTURES", "WRITE_GOLDEN"];

/// What Kubernetes says of every service to the programs beside it, after the service's name.
const SERVICE_HOST: &str = "_SERVICE_HOST";
/// What it says besides, alone or with more behind it: `_PORT_3000_TCP_ADDR`.
const SERVICE_PORTS: [&str; 2] = ["_SERVICE_PORT", "_PORT"];

/// The name of the file, which is a setting of the environment alone.
const FILE: &str = "config";

/// What is to be told of the names of the environment that begin as settings do and are none, in their order. Any may be
/// somebody else's; those that are known to be are not told. Values are not either: they may be secrets.
pub(crate) fn unknown_names(
    command: &Command,
    names: impl Iterator<Item = impl AsRef<OsStr>>,
) -> Vec<String> {
    let known = known(command);
    let names: BTreeSet<String> = names
        .filter_map(|name| name.as_ref().to_str().map(str::to_owned))
        .filter(|name| name.to_ascii_uppercase().starts_with(PREFIX))
        .collect();
    let services: Vec<&str> = names
        .iter()
        .filter_map(|name| name.strip_suffix(SERVICE_HOST))
        .collect();
    names
        .iter()
        .filter(|name| !services.iter().any(|service| is_of_service(name, service)))
        .filter_map(|name| unknown(name, &known))
        .collect()
}

/// Kubernetes says it of a service that it says the place of too: NYTTA_PORT by itself is somebody's guess at a setting.
fn is_of_service(name: &str, service: &str) -> bool {
    let Some(rest) = name.strip_prefix(service) else {
        return false;
    };
    let mut ports = SERVICE_PORTS.iter().filter_map(|port| rest.strip_prefix(*port));
    rest == SERVICE_HOST || ports.any(|rest| rest.is_empty() || rest.starts_with('_'))
}

/// What is to be told of a name, with the settings that may be meant, unless it is one.
fn unknown(name: &str, known: &BTreeMap<String, Arg>) -> Option<String> {
    let large = name.to_ascii_uppercase();
    let key = large.strip_prefix(PREFIX)?.to_ascii_lowercase();
    if key == FILE || known.contains_key(&key) {
        // Capitals alone are read.
        return (name != large).then(|| format!("{name} is no setting, and is not read: write {large}"));
    }
    // What is neither a setting nor begins as one does is nobody's slip.
    let rest = name.strip_prefix(PREFIX)?;
    if OF_THE_HOUSE.iter().any(|begins| rest.starts_with(begins)) {
        return None;
    }
    let near: Vec<String> = near(&key, known)
        .into_iter()
        .map(|name| format!("{PREFIX}{}", name.to_ascii_uppercase()))
        .collect();
    Some(if near.is_empty() {
        format!("{name} is no setting, and is not read")
    } else {
        format!(
            "{name} is no setting, and is not read; did you mean {}?",
            near.join(" or ")
        )
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cli::command;

    fn told(names: &[&str]) -> Vec<String> {
        unknown_names(&command(), names.iter())
    }

    #[test]
    fn a_name_is_told_with_those_that_are_like_it() {
        let names = [
            "PATH",
            "NYTTA_ADDR",
            "NYTTA_CONFIG",
            "NYTTA_ADR",
            "NYTTA_TEST_BINARY",
            "NYTTA_PICTURES",
            "NYTTA_XYZ",
        ];
        let told = told(&names);
        let [adr, xyz] = told.as_slice() else {
            panic!("{told:?}");
        };
        let meant = "NYTTA_ADR is no setting, and is not read; did you mean NYTTA_ADDR";
        assert!(adr.starts_with(meant), "{adr}");
        assert_eq!(xyz, "NYTTA_XYZ is no setting, and is not read");
    }

    #[test]
    fn a_setting_that_is_not_in_capitals_is_told() {
        for (name, meant) in [
            ("nytta_addr", "NYTTA_ADDR"),
            ("NYTTA_addr", "NYTTA_ADDR"),
            ("Nytta_Config", "NYTTA_CONFIG"),
        ] {
            let expected = format!("{name} is no setting, and is not read: write {meant}");
            assert_eq!(told(&[name, "NYTTA_ADDR"]), [expected]);
        }
        // Somebody else's.
        assert_eq!(told(&["nytta_adr", "nytta_dir", "nytta"]), [""; 0]);
    }

    #[test]
    fn what_kubernetes_says_of_a_service_is_not_told() {
        for service in ["NYTTA", "NYTTA_METRICS", "NYTTA_DATABASE"] {
            let names: Vec<String> = [
                "SERVICE_HOST",
                "SERVICE_PORT",
                "SERVICE_PORT_HTTP",
                "PORT",
                "PORT_9464_TCP",
                "PORT_9464_TCP_ADDR",
            ]
            .iter()
            .map(|rest| format!("{service}_{rest}"))
            .collect();
            let names: Vec<&str> = names.iter().map(String::as_str).collect();
            assert_eq!(told(&names), [""; 0]);
        }
        // Without its service it may be a slip.
        let told = told(&["NYTTA_METRICS_PORT", "NYTTA_PORT", "NYTTA_DATABASE_SERVICE_HOST"]);
        let [metrics, port] = told.as_slice() else {
            panic!("{told:?}");
        };
        assert!(metrics.contains("did you mean NYTTA_METRICS_ADDR"), "{metrics}");
        assert_eq!(port, "NYTTA_PORT is no setting, and is not read");
    }
}
