//! What can be typed.

use std::net::SocketAddr;
use std::path::PathBuf;

use chrono::NaiveDate;
use clap::builder::{PossibleValuesParser, TypedValueParser};
use clap::{Parser, Subcommand, ValueEnum};
use domain::form::parse_day;
use domain::id::AccountId;
use domain::role::Role;
use service::{Named, ServiceError};
use store::ChainHead;

use crate::command;
use crate::config::{Config, MailConfig, ServeConfig, from_to, site, socket, web_address};

const EXAMPLES: &str = "\
Examples:
  nytta serve --demo                          try it: prints one sign-in link per role
  nytta serve --addr 127.0.0.1:8080           run it
  nytta user add --name Drift --email drift@nytta.example --role admin
                                              give somebody access: prints a link to choose a password
  nytta import portfolio.json                 take in a whole portfolio, all or nothing
  nytta export -o portfolio.json              write it out again
  nytta calc calculation.json                 work out one benefit calculation
  nytta report --to-year 2024 --format html -o report.html
  nytta backup 2026-03-01.nytta               the whole database into a file, while others go on working
  nytta restore 2026-03-01.nytta              and from it again
  nytta dispose                                dispose of what has had its time
  nytta verify --expect HEAD                  check the audit chain against a head kept elsewhere
  nytta config check                          every setting and where it is from, and whether it can be used
  nytta ready --wait 30                       whether the server on this machine is ready

The database is named by NYTTA_DATABASE_URL or --database-url; without either it is the file
./data/nytta.sqlite. Settings can stand in a file too: see --config.";

/// Tracks whether development work gives the benefit that it promised.
#[derive(Debug, Parser)]
#[command(name = "nytta", version, about, after_help = EXAMPLES, subcommand_required = true)]
pub(super) struct Cli {
    #[command(flatten)]
    pub(super) config: Config,
    #[command(subcommand)]
    pub(super) command: Command,
}

#[derive(Debug, Subcommand)]
pub(super) enum Command {
    /// Serve the pages.
    #[command(after_help = "Example:\n  nytta serve --addr 127.0.0.1:3000 --demo")]
    Serve(Box<ServeConfig>),
    /// Bring the database's schema up to date.
    #[command(after_help = "Example:\n  NYTTA_DATABASE_URL=postgres://nytta@localhost/nytta nytta migrate")]
    Migrate,
    /// Take in a whole portfolio: all of it, or nothing. See docs/exchange.md.
    #[command(after_help = "Example:\n  nytta import portfolio.json")]
    Import {
        /// The file.
        #[arg(value_name = "FILE.json")]
        file: PathBuf,
    },
    /// Write the whole portfolio to a file.
    #[command(after_help = "Example:\n  nytta export -o portfolio.json")]
    Export {
        /// The file; standard output where none is given.
        #[arg(short, long, value_name = "FILE.json")]
        output: Option<PathBuf>,
    },
    /// Work out one benefit calculation: net present value, payback and the rest, as JSON. Needs no database.
    /// See docs/calculations.md.
    #[command(after_help = "Example:\n  nytta calc calculation.json")]
    Calc {
        /// The calculation.
        #[arg(value_name = "FILE.json")]
        file: PathBuf,
    },
    /// Write a report to a file.
    #[command(
        after_help = "Examples:\n  nytta report --to-year 2024 --format json -o report.json\n  nytta report --to-year 2025 --format pdf --as-of 2025-06-30 -o june.pdf\n  nytta report --to-year 2024 --archive report-2024.zip"
    )]
    Report {
        /// The report's last year.
        #[arg(long, value_name = "YEAR")]
        to_year: i32,
        /// File format.
        #[arg(long, value_enum, required_unless_present = "archive")]
        format: Option<ReportFormat>,
        /// The file; standard output where none is given.
        #[arg(short, long, value_name = "FILE")]
        output: Option<PathBuf>,
        /// Judge everything as of this day instead of the report's own, by what is known now. What was decided stays
        /// as it is: such a file says on its face that it is another.
        #[arg(long, value_name = "DAY", value_parser = a_day, conflicts_with = "archive")]
        as_of: Option<NaiveDate>,
        /// Write the archive package of the decided report instead: all its files, what it rests on, checksums and a
        /// description. See docs/archive-package.md.
        #[arg(long, value_name = "FILE.zip", conflicts_with_all = ["format", "output"])]
        archive: Option<PathBuf>,
    },
    /// Who has access.
    #[command(
        after_help = "Example:\n  nytta user add --name Styrning --role steering_unit",
        subcommand_required = true
    )]
    User {
        #[command(subcommand)]
        command: UserCommand,
    },
    /// Dispose of what has had its time (gallring): ended sessions, used links, drafts, names of sendings. Leaves a
    /// trace; see docs/retention.md. Run it daily.
    #[command(after_help = "Example:\n  nytta dispose --dry-run")]
    Dispose {
        /// Say what would go, and change nothing.
        #[arg(long)]
        dry_run: bool,
    },
    /// Send today's digest by e-mail to those who have not got it, whatever the hour. The server does so itself on
    /// weekday mornings; see docs/mail.md.
    #[command(
        after_help = "Example:\n  NYTTA_SMTP_URL=smtp://localhost:25 nytta digest --mail-from nytta@nytta.example \
                            --url https://nytta.example"
    )]
    Digest {
        #[command(flatten)]
        mail: MailConfig,
        /// Address that people use, which the links in it begin with. Nothing is sent without one.
        #[arg(
            long = "url",
            env = "NYTTA_PUBLIC_URL",
            value_name = "URL",
            value_parser = web_address
        )]
        public_url: Option<String>,
    },
    /// Erase somebody's name and address from their account and from the audit log, which still holds. What they did
    /// stays. Cannot be undone; see docs/retention.md.
    #[command(after_help = "Example:\n  nytta erase-name --email nagon@nytta.example --yes")]
    EraseName {
        #[command(flatten)]
        whose: Whose,
        /// It is meant: without this nothing is erased.
        #[arg(long)]
        yes: bool,
    },
    /// Write the whole database as it is at this moment into a new file, while others go on working. The file is an
    /// SQLite database, whichever kind it is of, and was looked through: whole, every reference found, the audit log
    /// holds. The key that seals secrets is not in it.
    #[command(after_help = "Example:\n  nytta backup /var/backups/nytta/2026-03-01.nytta")]
    Backup {
        /// The file. It must not be there yet.
        #[arg(value_name = "FILE")]
        file: PathBuf,
    },
    /// Make a database of a backup, of either kind. Nothing is written over: the database must not be there yet, or
    /// have nothing in it.
    #[command(after_help = "Examples:\n  nytta restore 2026-03-01.nytta\n  \
                            NYTTA_DATABASE_URL=postgres://nytta@localhost/nytta nytta restore 2026-03-01.nytta")]
    Restore {
        /// The backup.
        #[arg(value_name = "FILE")]
        file: PathBuf,
        /// A head of the audit log that was kept elsewhere, as backup and verify print it: a number, a colon and 64 digits.
        #[arg(long, value_name = "HEAD")]
        expect: Option<ChainHead>,
    },
    /// The settings.
    #[command(
        after_help = "Example:\n  nytta config check --config /etc/nytta/nytta.toml",
        subcommand_required = true
    )]
    Config {
        #[command(subcommand)]
        command: ConfigCommand,
    },
    /// Ask the server on this machine whether it is ready, for supervisors: succeeds where it is.
    #[command(after_help = "Example:\n  nytta ready --addr 127.0.0.1:3000 --wait 30")]
    Ready {
        /// Where it listens.
        #[arg(
            long,
            env = "NYTTA_ADDR",
            value_name = "HOST:PORT",
            default_value = "127.0.0.1:3000",
            value_parser = socket
        )]
        addr: SocketAddr,
        /// Ask again until it is, for so many seconds at most.
        #[arg(
            long,
            value_name = "SECONDS",
            default_value_t = 0,
            value_parser = from_to(0_u64, 86_400)
        )]
        wait: u64,
    },
    /// Check that no row of the audit log was altered, removed or moved.
    #[command(
        after_help = "Example:\n  nytta verify --expect HEAD\n\nHEAD is all that verify and backup print after “head”: a number, \
                            a colon and 64 digits. Without --expect a cut-off tail cannot be seen: keep the head \
                            somewhere else."
    )]
    Verify {
        /// A head that was kept elsewhere, as verify prints it: a number, a colon and 64 digits.
        #[arg(long, value_name = "HEAD")]
        expect: Option<ChainHead>,
    },
}

#[derive(Debug, Subcommand)]
pub(super) enum ConfigCommand {
    /// Tell every setting with its value and where that is from, and try what can be tried without changing anything.
    #[command(after_help = "Example:\n  nytta config check --config /etc/nytta/nytta.toml")]
    Check(Box<ServeConfig>),
}

/// Whose name it is.
#[derive(Debug, clap::Args)]
#[group(required = true, multiple = false)]
pub(super) struct Whose {
    /// The account's e-mail address.
    #[arg(long, value_name = "EMAIL")]
    email: Option<String>,
    /// The account, as the address of its page has it.
    #[arg(long, value_name = "ID")]
    account: Option<AccountId>,
}

impl Whose {
    /// One of the two is there: the command line has let nothing else through.
    pub(super) fn named(self) -> Result<Named, command::CommandError> {
        let nobody = || ServiceError::State("say whose: --email or --account");
        let account = self.account.map(Named::Account);
        let named = self.email.map(Named::Email).or(account);
        Ok(named.ok_or_else(nobody)?)
    }
}

/// What a printed link begins with.
#[derive(Debug, clap::Args)]
pub(super) struct LinkBase {
    /// Address that people use, which the link begins with; without one, where the server listens.
    #[arg(
        long = "url",
        env = "NYTTA_PUBLIC_URL",
        value_name = "URL",
        value_parser = web_address
    )]
    public_url: Option<String>,
    /// Where the server listens.
    #[arg(
        long,
        env = "NYTTA_ADDR",
        value_name = "HOST:PORT",
        default_value = "127.0.0.1:3000",
        value_parser = socket
    )]
    addr: SocketAddr,
}

impl LinkBase {
    /// The address that people use.
    pub(super) fn site(&self) -> String {
        site(self.public_url.as_deref(), self.addr)
    }
}

#[derive(Debug, Subcommand)]
pub(super) enum UserCommand {
    /// Give somebody access: prints a link that works once, within 24 hours. Whoever has an e-mail address
    /// chooses a password with it; whoever has none signs in with it.
    #[command(
        after_help = "Example:\n  nytta user add --name Styrning --email styrning@nytta.example --role steering_unit"
    )]
    Add {
        /// Name as shown.
        #[arg(long, value_name = "NAME")]
        name: String,
        /// E-mail address; no two accounts have the same.
        #[arg(long, value_name = "EMAIL")]
        email: Option<String>,
        /// Role; give several for somebody who has several.
        #[arg(long = "role", value_name = "ROLE", required = true, value_parser = role())]
        roles: Vec<Role>,
        #[command(flatten)]
        link: LinkBase,
    },
    /// Print a new link for somebody who has forgotten the password, or whose link has ended.
    #[command(after_help = "Example:\n  nytta user link --email styrning@nytta.example")]
    Link {
        /// The account's e-mail address.
        #[arg(long, value_name = "EMAIL")]
        email: String,
        #[command(flatten)]
        link: LinkBase,
    },
    /// Forget the app that gives somebody codes, when it is lost with the codes that were kept: with the
    /// next password they connect another.
    #[command(after_help = "Example:\n  nytta user forget-app --email styrning@nytta.example")]
    ForgetApp {
        #[command(flatten)]
        whose: Whose,
    },
}

/// A day, or how to write one.
fn a_day(text: &str) -> Result<NaiveDate, String> {
    parse_day(text).ok_or_else(|| "write a day such as 2025-06-30".to_owned())
}

/// A role by its code; help and refusals name them all.
fn role() -> impl TypedValueParser<Value = Role> {
    PossibleValuesParser::new(Role::ALL.map(Role::code))
        .try_map(|code| Role::from_code(&code).ok_or("no such role"))
}

/// File formats of the report.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum ReportFormat {
    /// One self-contained page.
    Html,
    /// To be read, printed and archived.
    Pdf,
    /// Word, to be edited.
    Docx,
    /// Its tables as an Excel workbook.
    Xlsx,
    /// Its tables as text.
    Csv,
    /// For other systems.
    Json,
}
