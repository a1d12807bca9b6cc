//! What README says to type: its blocks that are marked, the same that `runbook::` tests.

use std::fs;

use crate::error::{Error, Result};
use crate::workspace::Workspace;

/// README, as an operator has it open.
pub struct Readme(String);

impl Readme {
    /// That of the working copy.
    pub fn read(workspace: &Workspace) -> Result<Self> {
        let file = workspace.root.join("README.md");
        fs::read_to_string(&file)
            .map(Self)
            .map_err(Error::file("read", &file))
    }

    /// The block with this mark.
    pub fn block(&self, mark: &str) -> Result<String> {
        let begins = format!("```sh drill={mark}\n");
        let block = self.0.split_once(&begins).and_then(|(_, rest)| {
            let (block, _) = rest.split_once("```")?;
            Some(block.to_owned())
        });
        block.ok_or_else(|| Error::Unexpected {
            what: format!("README.md has no block that is marked `drill={mark}`"),
            hint: "Mark it again, or change what the drill does.".to_owned(),
        })
    }

    /// The block as README says to write it for the package: there the database is in the account's folder itself, and there is
    /// no `data`.
    pub fn of_package(&self, mark: &str) -> Result<String> {
        let block = self.block(mark)?;
        let lines = block.lines().filter(|line| *line != "mkdir -p data");
        Ok(lines.map(|line| line.replace("data/", "") + "\n").collect())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_block_is_found_by_its_mark_and_written_for_the_package() {
        let text =
            "# A\n\n```sh drill=first\nls\n```\n\n```sh drill=there\nmkdir -p data\nls data/x data/y\n```\n";
        let readme = Readme(text.to_owned());
        assert_eq!(readme.block("first").expect("it is there"), "ls\n");
        assert_eq!(readme.of_package("there").expect("it is there"), "ls x y\n");
        let lacking = readme.block("second").expect_err("there is none").to_string();
        assert!(lacking.contains("drill=second"), "{lacking}");
    }
}
