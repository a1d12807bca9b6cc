use std::ffi::OsStr;

use clap::Command;

use super::{PREFIX, known, near};

/// Beginnings of names that the house's own tests and benchmarks set.
const OF_THE_HOUSE: [&str; 3] = ["TEST_", "BENCH_", "WRITE_GOLDEN"];
/// Beginnings of names that Kubernetes sets for every program beside a service that is called nytta.
const OF_KUBERNETES: [&str; 2] = ["SERVICE_", "PORT"];

/// A name in the environment that begins as settings do and is none, as it is told. Its value is not: it may be a secret.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Unknown {
    /// A setting is likely meant.
    Near(String),
    /// It is like none.
    Far(String),
}

/// Names of the environment that begin as settings do and are none, in their order.
pub(crate) fn unknown_names(
    command: &Command,
    names: impl Iterator<Item = impl AsRef<OsStr>>,
) -> Vec<Unknown> {
    let known = known(command);
    let mut unknown: Vec<(String, Unknown)> = names
        .filter_map(|name| {
            let name = name.as_ref().to_str()?;
            let rest = name.strip_prefix(PREFIX)?;
            let key = rest.to_ascii_lowercase();
            // Capitals alone are read: what is a setting but for that is told as well.
            let is_known = rest == "CONFIG" || (known.contains_key(&key) && key.to_ascii_uppercase() == rest);
            if is_known || OF_THE_HOUSE.iter().any(|begins| rest.starts_with(begins)) {
                return None;
            }
            let near: Vec<String> = near(&key, &known)
                .into_iter()
                .map(|name| format!("{PREFIX}{}", name.to_ascii_uppercase()))
                .collect();
            let is_near = !near.is_empty() && !OF_KUBERNETES.iter().any(|begins| rest.starts_with(begins));
            let told = if is_near {
                let meant = near.join(" or ");
                Unknown::Near(format!("{name} is no setting; did you mean {meant}?"))
            } else {
                Unknown::Far(format!("{name} is no setting, and is not read"))
            };
            Some((name.to_owned(), told))
        })
        .collect();
    unknown.sort_by(|(one, _), (other, _)| one.cmp(other));
    unknown.into_iter().map(|(_, unknown)| unknown).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cli::command;

    #[test]
    fn a_name_is_told_with_those_that_are_like_it_unless_another_sets_it() {
        let names = [
            "PATH",
            "NYTTA_ADDR",
            "NYTTA_CONFIG",
            "NYTTA_ADR",
            "NYTTA_addr",
            "NYTTA_SERVICE_HOST",
            "NYTTA_PORT_3000_TCP_ADDR",
            "NYTTA_TEST_BINARY",
            "NYTTA_XYZ",
        ];
        let told = unknown_names(&command(), names.iter());
        let near = |told: &Unknown| matches!(told, Unknown::Near(told) if told.contains("mean NYTTA_ADDR"));
        let far = |told: &Unknown| matches!(told, Unknown::Far(told) if told.contains("is not read"));
        let [adr, port, service, xyz, small] = told.as_slice() else {
            panic!("{told:?}");
        };
        assert!(near(adr) && near(small), "{told:?}");
        assert!(far(port) && far(service) && far(xyz), "{told:?}");
    }
}
