//! `cargo xtask <command>`: set-up, running, testing, checking and distribution.
//!
//! Everything a newcomer, a developer and CI need goes through here, so that all three do the same
//! thing: the same package selection, the same bundle, the same databases.

mod bench;
mod browser;
mod bundle;
mod bundle_deps;
mod checks;
mod deb;
mod debian;
mod dist;
mod drill;
mod error;
mod faults;
mod fuzz;
mod generate;
mod keeper;
mod licences;
mod lighthouse;
mod mail;
mod mutants;
mod node;
mod office;
mod pictures;
mod postgres;
mod process;
mod promises;
mod proof;
mod python;
mod rooms;
mod run;
mod sbom;
mod setup;
mod site;
mod systemd;
mod test;
mod tool;
mod workspace;

use std::net::SocketAddr;
use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Parser, Subcommand};

use crate::bundle::Profile;
use crate::error::Result;
use crate::workspace::Workspace;

/// Set-up, running, testing, checking and distribution of Nytta.
#[derive(Parser)]
#[command(name = "cargo xtask", bin_name = "cargo xtask")]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Install what building needs: the wasm32 target, if it is missing
    Setup,
    /// Build the browser bundle into target/site
    Bundle {
        /// Build fast and large, for quick edits
        #[arg(long)]
        dev: bool,
    },
    /// Build everything and start the server with demonstration data
    Run {
        /// Where to listen
        #[arg(long, default_value = "127.0.0.1:3000")]
        addr: SocketAddr,
        /// A SQLite file of your own instead of the throwaway one; it is never removed
        #[arg(long, value_name = "PATH")]
        database: Option<PathBuf>,
        /// Keep the demonstration data of the last run
        #[arg(long)]
        keep: bool,
        /// Build the bundle fast and large, for quick edits
        #[arg(long)]
        dev: bool,
    },
    /// Install what tests need and run every test, on SQLite, PostgreSQL and in a browser
    Test {
        /// Names of tests, and flags for the test harness
        #[arg(trailing_var_arg = true, allow_hyphen_values = true)]
        filter: Vec<String>,
    },
    /// Take pictures of every page into target/pictures, light and dark, wide and narrow
    Pictures {
        /// Keep to pages whose name has one of these
        names: Vec<String>,
    },
    /// Measure what is promised of speed, as ratios within one run
    Bench {
        /// Keep to benchmarks whose name has one of these
        names: Vec<String>,
    },
    /// Write an invented portfolio into a database of its own: as large as you like, the same each time
    Generate {
        /// How many initiatives: each has five benefits, and ten years of measurements of each, by month up to 2 000
        /// initiatives and by year above
        #[arg(value_name = "INITIATIVES", default_value_t = 2_000)]
        initiatives: usize,
        /// Which of all portfolios of that size
        #[arg(long, default_value_t = 1)]
        seed: u64,
        /// An SQLite file that is not there yet, instead of target/generated/INITIATIVES.sqlite
        #[arg(long, value_name = "PATH", conflicts_with = "database_url")]
        database: Option<PathBuf>,
        /// An empty database by its address, such as one of PostgreSQL
        #[arg(long, value_name = "URL")]
        database_url: Option<String>,
    },
    /// Kill the server two hundred times under people who write, on both databases (about 20 minutes)
    Torture,
    /// Print promise, test and result of everything that is promised, from all tests, benchmarks and the drill (about two hours)
    Proof {
        /// Run nothing: take what the last whole runs of `test`, `bench`, `sbom` and `drill` left
        #[arg(long)]
        last: bool,
    },
    /// Send whatever can be thought of to what reads files, forms and addresses (takes a nightly compiler)
    Fuzz {
        /// One target of fuzz/fuzz_targets; each in turn without it
        target: Option<String>,
        /// How long each
        #[arg(long, default_value_t = 60)]
        seconds: u32,
        /// Add to fuzz/corpus what goes new ways, as little of it as does
        #[arg(long)]
        keep: bool,
    },
    /// Change the rules of domain one by one, and see whether its tests notice (hours; a room takes minutes)
    Mutants {
        /// Keep to these files or folders of app/domain/src, such as `rollup` or `work/find`
        rooms: Vec<String>,
        /// Leave out what was noticed the last time
        #[arg(long)]
        again: bool,
    },
    /// Build the one binary to hand out, into target/dist
    Dist,
    /// Build the binary and pack it for Debian, into target/dist
    Deb,
    /// Install, back up, restore, upgrade and take back the package on machines that boot, and run the container (as root on Debian 12)
    Drill,
    /// List every crate in the program (CycloneDX), into target/dist
    Sbom,
    /// Run all static checks: fmt, rooms, bundle-deps, licences, lint, doc
    Check,
    /// Check that the code is formatted
    Fmt,
    /// Run clippy for the server half and for the browser half
    Lint,
    /// Check that the documentation builds without warnings
    Doc,
    /// Check that nothing of the server reaches the browser
    BundleDeps,
    /// Check that each crate imports only what its room may import
    Rooms,
    /// Check that every dependency's licence fits EUPL-1.2
    Licences,
}

fn main() -> ExitCode {
    let cli = Cli::parse();
    match dispatch(cli.command) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("\nerror: {error}");
            ExitCode::FAILURE
        }
    }
}

fn dispatch(command: Command) -> Result<()> {
    let workspace = Workspace::load()?;
    match command {
        Command::Setup => setup::setup(&workspace),
        Command::Bundle { dev } => bundle::bundle(&workspace, Profile::from_dev(dev)),
        Command::Run {
            addr,
            database,
            keep,
            dev,
        } => {
            let options = run::Options {
                addr,
                database,
                keep,
                profile: Profile::from_dev(dev),
            };
            run::run(&workspace, &options)
        }
        Command::Test { filter } => test::test(&workspace, &filter),
        Command::Torture => test::torture(&workspace),
        Command::Pictures { names } => pictures::pictures(&workspace, &names),
        Command::Bench { names } => bench::bench(&workspace, &names),
        Command::Generate {
            initiatives,
            seed,
            database,
            database_url,
        } => {
            let options = generate::Options {
                initiatives,
                seed,
                database,
                database_url,
            };
            generate::generate(&workspace, &options)
        }
        Command::Proof { last } => proof::proof(&workspace, last),
        Command::Fuzz {
            target,
            seconds,
            keep,
        } => fuzz::fuzz(&workspace, target.as_deref(), seconds, keep),
        Command::Mutants { rooms, again } => mutants::mutants(&workspace, &rooms, again),
        Command::Dist => dist::dist(&workspace),
        Command::Deb => deb::deb(&workspace),
        Command::Drill => drill::drill(&workspace),
        Command::Sbom => sbom::sbom(&workspace),
        Command::Check => checks::all(&workspace),
        Command::Fmt => checks::fmt(&workspace),
        Command::Lint => checks::lint(&workspace),
        Command::Doc => checks::doc(&workspace),
        Command::BundleDeps => bundle_deps::check(&workspace),
        Command::Rooms => rooms::check(&workspace),
        Command::Licences => licences::check(&workspace),
    }
}
