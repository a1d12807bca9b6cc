//! Every dependency's licence can be carried by a work under EUPL-1.2.

use cargo_metadata::MetadataCommand;
use spdx::{Expression, Licensee, ParseMode};

use crate::error::{Error, Result};
use crate::process::step;
use crate::workspace::{Workspace, metadata};

/// Permissive licences, which any work may include, and two with a duty to share that the EUPL
/// fulfils: MPL-2.0 stands in its appendix of compatible licences.
const ALLOWED: [&str; 16] = [
    "0BSD",
    "Apache-2.0",
    "Apache-2.0 WITH LLVM-exception",
    "BSD-2-Clause",
    "BSD-3-Clause",
    "BSL-1.0",
    "CC0-1.0",
    "CDLA-Permissive-2.0",
    "EUPL-1.2",
    "ISC",
    "MIT",
    "MIT-0",
    "MPL-2.0",
    "Unicode-3.0",
    "Unlicense",
    "Zlib",
];

/// Reads the licence of every package in `Cargo.lock`, whatever platform it is for.
pub fn check(workspace: &Workspace) -> Result<()> {
    step("Checking licences", || {
        let allowed = allowed()?;
        let all = metadata(MetadataCommand::new().manifest_path(workspace.root.join("Cargo.toml")))?;
        let mut findings: Vec<String> = all
            .packages
            .iter()
            .filter_map(|package| {
                let objection = objection(package.license.as_deref(), &allowed)?;
                Some(format!("{} {}: {objection}", package.name, package.version))
            })
            .collect();
        findings.sort();
        println!("    {} packages", all.packages.len());
        if findings.is_empty() {
            return Ok(());
        }
        Err(Error::Findings {
            check: "licences that are not on the list",
            findings,
            hint: "Use another library; or, where EUPL-1.2 can carry the licence, add it in \
                   xtask/src/licences.rs with the reason.",
        })
    })
}

fn allowed() -> Result<Vec<Licensee>> {
    let parse = |name: &&str| {
        Licensee::parse(name).map_err(|error| Error::Unexpected {
            what: format!("{name} is not a licence: {error}"),
            hint: "Correct the list in xtask/src/licences.rs.".to_owned(),
        })
    };
    ALLOWED.iter().map(parse).collect()
}

/// What is wrong with a licence expression, if anything.
fn objection(expression: Option<&str>, allowed: &[Licensee]) -> Option<String> {
    let Some(text) = expression else {
        return Some("no licence expression".to_owned());
    };
    // Old packages write `MIT/Apache-2.0`.
    let Ok(expression) = Expression::parse_mode(text, ParseMode::LAX) else {
        return Some(format!("`{text}` cannot be read"));
    };
    let satisfied = expression.evaluate(|wanted| allowed.iter().any(|licence| licence.satisfies(wanted)));
    (!satisfied).then(|| format!("`{text}`"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn passes(expression: &str) -> bool {
        allowed().is_ok_and(|allowed| objection(Some(expression), &allowed).is_none())
    }

    #[test]
    fn one_way_through_an_expression_is_enough() {
        for expression in [
            "MIT",
            "MIT OR Apache-2.0",
            "MIT/Apache-2.0",
            "GPL-3.0-only OR MIT",
            "(MIT OR GPL-2.0-only) AND Unicode-3.0",
            "Apache-2.0 WITH LLVM-exception",
            "MPL-2.0",
        ] {
            assert!(passes(expression), "{expression}");
        }
    }

    #[test]
    fn the_rest_is_named() {
        for expression in [
            "GPL-3.0-only",
            "MIT AND AGPL-3.0-only",
            "SSPL-1.0",
            "LicenseRef-Ours",
            "GPL-2.0 WITH GCC-exception-2.0",
            "??",
        ] {
            assert!(!passes(expression), "{expression}");
        }
        assert_eq!(objection(None, &[]), Some("no licence expression".to_owned()));
        assert_eq!(objection(Some("SSPL-1.0"), &[]), Some("`SSPL-1.0`".to_owned()));
    }
}
