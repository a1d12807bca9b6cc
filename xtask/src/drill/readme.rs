//! What README says to type: its blocks that are marked, the same that `runbook::` tests, and lines beside them.

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

    /// The blocks with this mark, as one.
    pub fn block(&self, mark: &str) -> Result<String> {
        let begins = format!("```sh drill={mark}\n");
        let blocks = self.0.split(&begins).skip(1);
        let lines: String = blocks
            .flat_map(|rest| rest.lines().take_while(|line| *line != "```"))
            .map(|line| format!("{line}\n"))
            .collect();
        if lines.is_empty() {
            return Err(Error::Unexpected {
                what: format!("README.md has no block that is marked `drill={mark}`"),
                hint: "Mark it again, or change what the drill does.".to_owned(),
            });
        }
        Ok(lines)
    }

    /// The block as README says to write it for the package: there the database is in the account's folder itself, and there is
    /// no `data`.
    pub fn of_package(&self, mark: &str) -> Result<String> {
        let block = self.block(mark)?;
        let lines = block.lines().filter(|line| *line != "mkdir -p data");
        Ok(lines.map(|line| line.replace("data/", "") + "\n").collect())
    }

    /// A command that README has in its text or in a block without a mark, as it is there.
    pub fn command(&self, command: &'static str) -> Result<&'static str> {
        if self.0.contains(command) {
            return Ok(command);
        }
        Err(Error::Unexpected {
            what: format!("README.md does not say `{command}`"),
            hint: "Say it again, or change what the drill does.".to_owned(),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_block_is_found_by_its_mark_and_written_for_the_package() {
        let text = "# A\n\n```sh drill=first\nls\n```\n\n```sh drill=there\nmkdir -p data\nls data/x data/y\n```\nand then `ls -l`\n\n\
                    ```sh drill=first\npwd\n```\n";
        let readme = Readme(text.to_owned());
        assert_eq!(readme.block("first").expect("it is there"), "ls\npwd\n");
        assert_eq!(readme.of_package("there").expect("it is there"), "ls x y\n");
        let lacking = readme.block("second").expect_err("there is none").to_string();
        assert!(lacking.contains("drill=second"), "{lacking}");
        assert_eq!(readme.command("ls -l").expect("it is there"), "ls -l");
        assert!(readme.command("ls -a").is_err());
    }
}
