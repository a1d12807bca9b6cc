//! The command line.

mod args;

use std::ffi::OsString;
use std::io::Write;
use std::process::ExitCode;

use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{ArgMatches, CommandFactory, FromArgMatches};
use tracing_subscriber::filter::LevelFilter;
use tracing_subscriber::layer::SubscriberExt;
use tracing_subscriber::util::SubscriberInitExt;
use tracing_subscriber::{EnvFilter, Layer};

use args::{Cli, Command, ConfigCommand, UserCommand};

use crate::command;
use crate::meter::ErrorCount;
use crate::settings::{ConfigFile, settings, unknown_names, variable};

pub use args::ReportFormat;

/// Exit code where the command itself cannot be understood; 1 is for what goes wrong later.
const MISUSED: u8 = 2;

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
    let read = command
        .try_get_matches_from_mut(words.clone())
        .and_then(|matches| {
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
            let told = one_line(&error, from_environment(&error, &command, &words).as_deref());
            let _ = writeln!(std::io::stderr(), "nytta: {told}");
            return ExitCode::from(MISUSED);
        }
    };
    log_to_stderr(&cli);
    let names = std::env::vars_os().map(|(name, _)| name);
    let unknown = unknown_names(&command, names);
    // A check tells them itself.
    if !matches!(cli.command, Command::Config { .. }) {
        for told in &unknown {
            tracing::warn!("{told}");
        }
    }
    let source = Source {
        command,
        matches,
        file,
        unknown,
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
    unknown: Vec<String>,
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

/// The variable that a wrong value is from, where nobody typed its flag.
fn from_environment(error: &clap::Error, command: &clap::Command, words: &[OsString]) -> Option<String> {
    let arg = wrong_argument(error)?;
    let flag = arg.split_whitespace().next()?.strip_prefix("--")?;
    let is_typed = words
        .iter()
        .filter_map(|word| word.to_str()?.strip_prefix("--"))
        .any(|word| {
            let rest = word.strip_prefix(flag);
            rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('='))
        });
    let variable = variable(command, flag).filter(|name| std::env::var_os(name).is_some());
    variable.filter(|_| !is_typed)
}

/// The argument that an error is about, as help writes it.
fn wrong_argument(error: &clap::Error) -> Option<&str> {
    match error.get(ContextKind::InvalidArg)? {
        ContextValue::String(arg) => Some(arg),
        _ => None,
    }
}

/// What is wrong with the command as it was typed, or with a variable, and where to read how it is written.
fn one_line(error: &clap::Error, variable: Option<&str>) -> String {
    let mut rendered = error.render().to_string();
    if let (Some(variable), Some(arg)) = (variable, wrong_argument(error)) {
        rendered = rendered.replace(&format!("'{arg}'"), variable);
    }
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
        } => command::user::add(url, &name, email.as_deref(), &roles, &link.site()).await,
        Command::User {
            command: UserCommand::Link { email, link },
        } => command::user::link(url, &email, &link.site()).await,
        Command::User {
            command: UserCommand::ForgetApp { whose },
        } => command::user::forget_app(url, &whose.named()?).await,
        Command::Digest { mail, public_url } => {
            command::digest::send(url, &mail, public_url.as_deref()).await
        }
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
                unknown: source.unknown.clone(),
                file: file.map(|file| (file.path.as_path(), file.is_open(&source.command))),
            };
            command::config_check::check(url, &serve, told).await
        }
    }
}
