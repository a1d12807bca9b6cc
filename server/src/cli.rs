//! The command line.

use std::ffi::OsString;
use std::io::Write;
use std::net::SocketAddr;
use std::path::PathBuf;
use std::process::ExitCode;

use chrono::NaiveDate;
use clap::builder::{PossibleValuesParser, TypedValueParser};
use clap::error::ErrorKind;
use clap::{ArgMatches, CommandFactory, FromArgMatches, Parser, Subcommand, ValueEnum};
use domain::form::parse_day;
use domain::id::AccountId;
use domain::role::Role;
use service::{Named, ServiceError};
use store::ChainHead;
use tracing_subscriber::filter::LevelFilter;
use tracing_subscriber::layer::SubscriberExt;
use tracing_subscriber::util::SubscriberInitExt;
use tracing_subscriber::{EnvFilter, Layer};

use crate::command;
use crate::config::{Config, MailConfig, ServeConfig, web_address};
use crate::meter::ErrorCount;
use crate::settings::{ConfigFile, settings};

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
  nytta verify --expect 42:9f86d0…            check the audit chain against a head kept elsewhere
  nytta config check                          every setting and where it is from, and whether it can be used
  nytta ready --wait 30                       whether the server on this machine is ready

The database is named by NYTTA_DATABASE_URL or --database-url; without either it is the file
./data/nytta.sqlite. Settings can stand in a file too: see --config.";

/// Exit code where the command itself cannot be understood; 1 is for what goes wrong later.
const MISUSED: u8 = 2;

/// Tracks whether development work gives the benefit that it promised.
#[derive(Debug, Parser)]
#[command(name = "nytta", version, about, after_help = EXAMPLES, subcommand_required = true)]
struct Cli {
    #[command(flatten)]
    config: Config,
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
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
        #[command(flatten)]
        link: LinkBase,
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
        /// A head of the audit log that was kept elsewhere, as backup and verify print it.
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
            default_value = "127.0.0.1:3000"
        )]
        addr: SocketAddr,
        /// Ask again until it is, for so many seconds at most.
        #[arg(
            long,
            value_name = "SECONDS",
            default_value_t = 0,
            value_parser = clap::value_parser!(u64).range(..=86_400)
        )]
        wait: u64,
    },
    /// Check that no row of the audit log was altered, removed or moved.
    #[command(
        after_help = "Example:\n  nytta verify --expect 42:9f86d0…\n\nWithout --expect a cut-off tail \
                            cannot be seen: keep the head that verify prints somewhere else."
    )]
    Verify {
        /// A head that was kept elsewhere, as verify prints it.
        #[arg(long, value_name = "HEAD")]
        expect: Option<ChainHead>,
    },
}

#[derive(Debug, Subcommand)]
enum ConfigCommand {
    /// Tell every setting with its value and where that is from, and try what can be tried without changing anything.
    #[command(after_help = "Example:\n  nytta config check --config /etc/nytta/nytta.toml")]
    Check(Box<ServeConfig>),
}

/// Whose name it is.
#[derive(Debug, clap::Args)]
#[group(required = true, multiple = false)]
struct Whose {
    /// The account's e-mail address.
    #[arg(long, value_name = "EMAIL")]
    email: Option<String>,
    /// The account, as the address of its page has it.
    #[arg(long, value_name = "ID")]
    account: Option<AccountId>,
}

impl Whose {
    /// One of the two is there: the command line has let nothing else through.
    fn named(self) -> Result<Named, command::CommandError> {
        let nobody = || ServiceError::State("say whose: --email or --account");
        let account = self.account.map(Named::Account);
        let named = self.email.map(Named::Email).or(account);
        Ok(named.ok_or_else(nobody)?)
    }
}

/// What a printed link begins with.
#[derive(Debug, clap::Args)]
struct LinkBase {
    /// Address that people use, which the link begins with.
    #[arg(
        long = "url",
        env = "NYTTA_PUBLIC_URL",
        value_name = "URL",
        default_value = "http://127.0.0.1:3000",
        value_parser = web_address
    )]
    public_url: String,
}

#[derive(Debug, Subcommand)]
enum UserCommand {
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

/// Runs the program. Whatever goes wrong is one clear line and a non-zero exit.
pub async fn run() -> ExitCode {
    let words: Vec<OsString> = std::env::args_os().collect();
    let command = Cli::command();
    let file = match ConfigFile::find(&command, &words) {
        Ok(file) => file,
        Err(error) => {
            // Help is there for whoever has to mend the file.
            if let Err(help) = command.try_get_matches_from(words)
                && is_help(&help)
            {
                help.exit();
            }
            let _ = writeln!(std::io::stderr(), "nytta: {error}");
            return ExitCode::FAILURE;
        }
    };
    let mut command = match &file {
        Some(file) => file.given_to(command),
        None => command,
    };
    let read = command.try_get_matches_from_mut(words).and_then(|matches| {
        let cli = Cli::from_arg_matches(&matches).map_err(|error| error.format(&mut command))?;
        Ok((cli, matches))
    });
    let (cli, matches) = match read {
        Ok(read) => read,
        Err(error) if is_help(&error) => error.exit(),
        Err(error) if error.kind() == ErrorKind::MissingSubcommand => {
            let _ = write!(std::io::stderr(), "{}", Cli::command().render_help());
            return ExitCode::from(MISUSED);
        }
        Err(error) => {
            let _ = writeln!(std::io::stderr(), "nytta: {}", one_line(&error));
            return ExitCode::from(MISUSED);
        }
    };
    log_to_stderr(&cli);
    let source = Source {
        command,
        matches,
        file,
    };
    match dispatch(cli, &source).await {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            // Standard error may be closed; there is nobody left to tell then.
            let _ = writeln!(std::io::stderr(), "nytta: {error}");
            ExitCode::FAILURE
        }
    }
}

/// What the settings are from.
struct Source {
    command: clap::Command,
    matches: ArgMatches,
    file: Option<ConfigFile>,
}

/// The command line as it is described.
#[cfg(test)]
pub(crate) fn command() -> clap::Command {
    Cli::command()
}

/// What was asked for is help or the version.
fn is_help(error: &clap::Error) -> bool {
    matches!(error.kind(), ErrorKind::DisplayHelp | ErrorKind::DisplayVersion)
}

/// What is wrong with the command as it was typed, and where to read how it is written.
fn one_line(error: &clap::Error) -> String {
    let rendered = error.render().to_string();
    let said: Vec<&str> = rendered
        .strip_prefix("error: ")
        .unwrap_or(&rendered)
        .lines()
        .map(str::trim)
        .take_while(|line| !line.starts_with("Usage:") && !line.starts_with("For more information"))
        .filter(|line| !line.is_empty())
        .collect();
    format!("{}; `nytta --help` shows how it is written", said.join(" "))
}

/// The log of a server tells what happens; that of a command only what is amiss, so that what it has
/// to say stands alone.
fn log_to_stderr(cli: &Cli) {
    let default = match cli.command {
        Command::Serve(_) => "info,sqlx=warn",
        _ => "warn",
    };
    let filter = EnvFilter::new(cli.config.log.as_deref().unwrap_or(default));
    let format = tracing_subscriber::fmt::layer()
        .json()
        .flatten_event(true)
        .with_span_list(false)
        .with_writer(std::io::stderr);
    // Whatever of the log is kept, errors are counted.
    let log = tracing_subscriber::registry()
        .with(format.with_filter(filter))
        .with(ErrorCount.with_filter(LevelFilter::ERROR));
    // A second subscriber in the same process (a test) is no reason to stop.
    let _ = log.try_init();
}

async fn dispatch(cli: Cli, source: &Source) -> Result<(), command::CommandError> {
    let url = &cli.config.database_url;
    match cli.command {
        Command::Serve(serve) => command::serve::serve(url, &serve).await,
        Command::Migrate => command::files::migrate(url).await,
        Command::Import { file } => command::files::import(url, &file).await,
        Command::Backup { file } => command::backup::backup(url, &file).await,
        Command::Restore { file, expect } => command::backup::restore(url, &file, expect.as_ref()).await,
        Command::Export { output } => command::files::export(url, output.as_deref()).await,
        Command::Calc { file } => command::calculation::calc(&file),
        Command::Report {
            to_year,
            format,
            output,
            as_of,
            archive,
        } => match (archive, format) {
            (Some(file), _) => command::archive::archive(url, to_year, &file).await,
            (None, Some(format)) => {
                command::files::report(url, (to_year, as_of), format, output.as_deref()).await
            }
            // The parser asks for one of them.
            (None, None) => Ok(()),
        },
        Command::User {
            command:
                UserCommand::Add {
                    name,
                    email,
                    roles,
                    link,
                },
        } => command::user::add(url, &name, email.as_deref(), &roles, &link.public_url).await,
        Command::User {
            command: UserCommand::Link { email, link },
        } => command::user::link(url, &email, &link.public_url).await,
        Command::User {
            command: UserCommand::ForgetApp { whose },
        } => command::user::forget_app(url, &whose.named()?).await,
        Command::Digest { mail, link } => command::digest::send(url, &mail, &link.public_url).await,
        Command::Dispose { dry_run } => command::retention::dispose(url, dry_run).await,
        Command::EraseName { whose, yes } => command::retention::erase_name(url, &whose.named()?, yes).await,
        Command::Verify { expect } => command::verify::verify(url, expect.as_ref()).await,
        Command::Ready { addr, wait } => command::ready::ready(addr, wait),
        Command::Config {
            command: ConfigCommand::Check(serve),
        } => {
            let file = source.file.as_ref();
            let told = command::config_check::Source {
                settings: &settings(&source.command, &source.matches, file),
                file: file.map(|file| (file.path.as_path(), file.is_open(&source.command))),
            };
            command::config_check::check(url, &serve, told).await
        }
    }
}
