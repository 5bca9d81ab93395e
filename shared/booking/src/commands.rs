//! What the program does on the command line. What it prints is its result; everything else goes to the log.

mod calendar;
mod mail;
mod office;
mod token;
mod webhook;

use crate::cli::{Arguments, Command, KeyCommand, StaffCommand};
use crate::office_file::{self, FileFault};
use crate::refusal::Refusal;
use crate::serve::{self, ServeFault};
use crate::settings::Settings;
use crate::store::{self, CarryFault, ImportFault, Store, StoreFault};
use crate::{examples, lock};
use foyer_access::{Staff, StaffError};
use foyer_domain::Timestamp;
use foyer_domain::id::{CounterId, OfficeId};
use foyer_protocol::program::{self, SettingsError};
use std::fmt::Write as _;
use std::io::{BufRead as _, BufReader, BufWriter};
use std::net::{SocketAddr, TcpListener};
use std::os::unix::fs::OpenOptionsExt as _;
use std::path::{Path, PathBuf};
use tokio_util::sync::CancellationToken;

/// Why a command could not be carried out; the text names the thing and the remedy.
#[derive(Debug, thiserror::Error)]
pub enum CommandFault {
    /// The configuration.
    #[error(transparent)]
    Settings(#[from] SettingsError),
    /// The data folder or database.
    #[error(transparent)]
    Store(#[from] StoreFault),
    /// The server.
    #[error(transparent)]
    Serve(#[from] ServeFault),
    /// An office's file.
    #[error(transparent)]
    File(#[from] FileFault),
    /// What cannot be carried from one database to another.
    #[error("{}: {source}", file.display())]
    Carry {
        /// The file, or the other configuration.
        file: PathBuf,
        /// Why.
        source: CarryFault,
    },
    /// Somebody who cannot be added.
    #[error(transparent)]
    Staff(#[from] StaffError<StoreFault>),
    /// No password came.
    #[error("cannot read the password from standard input")]
    Password(#[source] std::io::Error),
    /// A file that does not fit what is there.
    #[error("cannot take this office over: {0}")]
    Import(#[from] ImportFault),
    /// No such office.
    #[error("{0}")]
    Refused(#[from] Refusal),
    /// No such key.
    #[error("there is no key {0}; see `foyer-booking key list`")]
    KeyUnknown(u16),
    /// No such letter.
    #[error("no letter {0} waits or is given up; see `foyer-booking mail list`")]
    LetterUnknown(i64),
    /// No such token.
    #[error("there is no token {0} that allows anything; see `foyer-booking token list`")]
    TokenUnknown(i64),
    /// No such counter, or none with a link.
    #[error("the office `{office}` has no counter `{counter}` with a calendar")]
    CounterUnknown {
        /// The office.
        office: OfficeId,
        /// What was asked for.
        counter: CounterId,
    },
    /// No such webhook.
    #[error("there is no webhook {0}; see `foyer-booking webhook list`")]
    WebhookUnknown(i64),
    /// Others could read what is told.
    #[error("this address can be read by others on the way; use https")]
    WebhookUnsafe,
    /// The address is not free.
    #[error("cannot listen on {address}; end the program that uses it, or set another `listen.address`")]
    Listen {
        /// Which.
        address: SocketAddr,
        /// Why.
        source: std::io::Error,
    },
    /// `--check` found something.
    #[error("{0} of the checks failed")]
    Check(usize),
    /// Neither a command nor an option that is one.
    #[error(
        "say what to do: `serve`, `office`, `staff`, `key`, `token`, `webhook`, `calendar`, `mail`, `export`, `import`, `migrate`, `--check` or `--print-config`; see --help"
    )]
    Nothing,
}

/// Carries out what was asked for and writes the result to `print`, a line at a time.
///
/// # Errors
/// Everything that the texts of [`CommandFault`] say.
pub async fn run(
    arguments: Arguments,
    shutdown: CancellationToken,
    mut print: impl FnMut(&str),
) -> Result<(), CommandFault> {
    if arguments.print_config {
        print(examples::SETTINGS.trim_end());
        return Ok(());
    }
    let settings: Settings = program::load(&arguments.config)?;
    settings.check()?;
    if arguments.check {
        return check(&settings, print).await;
    }
    let now = settings.clock.clock(settings.demo)?.now();
    match arguments.command.ok_or(CommandFault::Nothing)? {
        Command::Serve => {
            let listener = bind(&settings)?;
            let address = listener.local_addr().unwrap_or(settings.listen.address);
            let scheme = if settings.listen.tls { "https" } else { "http" };
            let ready = |first: Option<String>| {
                let base = format!("{scheme}://{address}");
                print(&format!("listening on {base}"));
                if let Some(path) = first {
                    print(&format!("first administrator: {base}{path}"));
                }
            };
            serve::serve_and_say(listener, settings, shutdown, ready).await?;
        }
        Command::Office(command) => print(&office::offices(&settings, command, now).await?),
        Command::Export { file } => print(&export(&settings, &file)?),
        Command::Import { file } => print(&take_over(&settings, &file)?),
        Command::Migrate { to } => print(&migrate(&settings, &to)?),
        Command::Staff(command) => print(&staff(&settings, command).await?),
        Command::Key(command) => print(&key(&open(&settings, now)?, command, now).await?),
        Command::Token(command) => print(&token::tokens(&open(&settings, now)?, command, now).await?),
        Command::Webhook(command) => print(&webhook::webhooks(&open(&settings, now)?, command, now).await?),
        Command::Calendar(command) => {
            print(&calendar::calendar(&open(&settings, now)?, &settings, command).await?)
        }
        Command::Mail(command) => print(&mail::letters(&open(&settings, now)?, command, now).await?),
    }
    Ok(())
}

fn open(settings: &Settings, now: Timestamp) -> Result<Store, StoreFault> {
    Store::open(&settings.data, settings.mail.is_some(), now)
}

fn bind(settings: &Settings) -> Result<TcpListener, CommandFault> {
    let address = settings.listen.address;
    let listener = TcpListener::bind(address);
    let listener = listener.and_then(|listener| program::miss_who_vanished(&listener).map(|()| listener));
    listener.map_err(|source| CommandFault::Listen { address, source })
}

/// Writes everything into a file that nobody else can read.
fn export(settings: &Settings, path: &Path) -> Result<String, CommandFault> {
    let unusable = |source| CommandFault::Carry { file: path.to_owned(), source };
    let file = std::fs::OpenOptions::new().write(true).create_new(true).mode(0o600).open(path);
    let mut out = BufWriter::new(file.map_err(|error| unusable(error.into()))?);
    let rows = store::export_to(&settings.data, &mut out).map_err(unusable)?;
    out.into_inner()
        .map_err(std::io::IntoInnerError::into_error)
        .and_then(|file| file.sync_all())
        .map_err(|error| unusable(error.into()))?;
    Ok(format!("{}: {rows} rows; keys and contacts are among them, keep it safe", path.display()))
}

/// Takes a file of [`export`] over into an empty database that no server uses.
fn take_over(settings: &Settings, path: &Path) -> Result<String, CommandFault> {
    let _lock = settings.data.dir.as_deref().map(lock::take).transpose()?;
    let unusable = |source| CommandFault::Carry { file: path.to_owned(), source };
    let file = std::fs::File::open(path).map_err(|error| unusable(error.into()))?;
    let rows = store::import_from(&settings.data, &mut BufReader::new(file)).map_err(unusable)?;
    Ok(format!("{rows} rows taken over"))
}

/// Carries everything into the empty database of another configuration.
fn migrate(settings: &Settings, to: &Path) -> Result<String, CommandFault> {
    let target: Settings = program::load(to)?;
    target.check()?;
    // Nothing is booked here while it is carried away.
    let _here = settings.data.dir.as_deref().map(lock::take).transpose()?;
    let _there = target.data.dir.as_deref().map(lock::take).transpose()?;
    let unusable = |source| CommandFault::Carry { file: to.to_owned(), source };
    let mut lines = Vec::new();
    store::export_for_good(&settings.data, &mut lines).map_err(unusable)?;
    let rows = store::import_from(&target.data, &mut lines.as_slice()).map_err(unusable)?;
    Ok(format!("{rows} rows carried over; serve with {} from now on", to.display()))
}

/// Adds somebody: with a password from standard input, or with a link to choose one.
async fn staff(settings: &Settings, command: StaffCommand) -> Result<String, CommandFault> {
    let clock = settings.clock.clock(settings.demo)?;
    let staff = Staff::new(open(settings, clock.now())?, clock);
    let StaffCommand::Add { name, role, password_stdin } = command;
    if password_stdin {
        let mut password = String::new();
        std::io::stdin().lock().read_line(&mut password).map_err(CommandFault::Password)?;
        let person = staff.create_staff(&name, role, password.trim_end_matches(['\r', '\n'])).await?;
        return Ok(format!("added: {} ({})", person.name, person.role.name()));
    }
    let path = staff.invite(&name, role).await?;
    Ok(format!("one-time link for {name}: {}/staff{path}", public_base(settings)))
}

/// Where pages are reached, without a slash at the end; empty where nobody can know.
fn public_base(settings: &Settings) -> String {
    // A port that the system chooses is known to the running server alone.
    let listen = &settings.listen;
    let scheme = if listen.tls { "https" } else { "http" };
    let here = (listen.address.port() != 0).then(|| format!("{scheme}://{}", listen.address));
    let public = settings.public_url.as_ref().map(|url| url.as_str().trim_end_matches('/').to_owned());
    public.or(here).unwrap_or_default()
}

async fn key(store: &Store, command: KeyCommand, now: Timestamp) -> Result<String, CommandFault> {
    match command {
        KeyCommand::List => {
            let mut table =
                format!("{:>5} {:<8} {:>8}  {:<22} public key", "id", "state", "bookings", "made");
            for entry in store.keys(now).await? {
                let state = format!("{:?}", entry.key.state).to_lowercase();
                let made = shown(entry.made_at);
                write!(
                    table,
                    "\n{:>5} {state:<8} {:>8}  {made:<22} {}",
                    entry.key.id, entry.open_bookings, entry.key.key
                )
                .expect("a string takes any text");
            }
            Ok(table)
        }
        KeyCommand::Rotate => {
            let key = store.rotate_key(now).await?;
            Ok(format!("key {} signs from now on; the one before still verifies", key.id))
        }
        KeyCommand::Revoke { id } => {
            let renewed = store.revoke_key(id, now).await?.ok_or(CommandFault::KeyUnknown(id))?;
            Ok(format!("key {id} verifies nothing more; {renewed} open bookings have new codes"))
        }
    }
}

fn shown(at: Timestamp) -> String {
    at.format("%Y-%m-%d %H:%M UTC").to_string()
}

/// Looks at everything that a start needs, without changing anything but an outdated database.
async fn check(settings: &Settings, mut print: impl FnMut(&str)) -> Result<(), CommandFault> {
    let mut failed = 0;
    let mut line = |what: &str, result: Result<String, String>| {
        failed += usize::from(result.is_err());
        let (sign, said) = match &result {
            Ok(said) => ("ok   ", said),
            Err(said) => ("WRONG", said),
        };
        print(&format!("{sign}  {what:<14} {said}"));
    };
    let clock = settings.clock.clock(settings.demo)?;
    line("configuration", Ok("all keys are known".to_owned()));
    line(
        "clock",
        Ok(format!("{}{}", shown(clock.now()), if clock.is_demo() { ", a demonstration's" } else { "" })),
    );
    let said = |error: &dyn std::error::Error| chain(error);
    if let Some(dir) = &settings.data.dir {
        let taken = lock::take(dir);
        line("data folder", taken.map(|_| dir.display().to_string()).map_err(|fault| said(&fault)));
    }
    let store = open(settings, clock.now());
    match &store {
        Ok(store) => {
            line("database", Ok("sound and up to date".to_owned()));
            let offices = store.offices();
            let ids: Vec<&str> = offices.iter().map(|state| state.office.id.as_str()).collect();
            let hint = "none; make one with `foyer-booking office import FILE`".to_owned();
            line("offices", if ids.is_empty() { Err(hint) } else { Ok(ids.join(", ")) });
            for state in &offices {
                let opens_at = state.office.opens_at(clock.now());
                for fault in office_file::judge_imported(&state.office) {
                    line(state.office.id.as_str(), Err(fault.to_string()));
                }
                let hint = "closed up to its horizon; look at `hours`, `closures` and `rules.horizon_days`";
                line(
                    state.office.id.as_str(),
                    match opens_at {
                        Some(at) => Ok(format!("opens {}", shown(at))),
                        None => Err(hint.to_owned()),
                    },
                );
            }
        }
        Err(fault) => line("database", Err(said(fault))),
    }
    line(
        "address",
        bind(settings).map(|_| settings.listen.address.to_string()).map_err(|fault| said(&fault)),
    );
    let files = foyer_protocol::program::raise_open_files();
    line("open files", files.map(|files| format!("{files} at once")).map_err(|error| said(&error)));
    let url = settings.public_url.as_ref();
    line(
        "public_url",
        Ok(url.map_or("none: tickets carry no code for the phone".to_owned(), ToString::to_string)),
    );
    line("mail", mail::reach(settings).await);
    if let Ok(store) = &store {
        let counts = store.letter_counts(clock.now()).await.map_err(|fault| said(&fault));
        line(
            "letters",
            counts.map(|counts| format!("{} wait, {} are given up", counts.waiting, counts.dead)),
        );
    }
    if failed > 0 { Err(CommandFault::Check(failed)) } else { Ok(()) }
}

/// An error with its causes in one line.
fn chain(error: &dyn std::error::Error) -> String {
    let mut said = error.to_string();
    let mut cause = error.source();
    while let Some(inner) = cause {
        write!(said, ": {inner}").expect("a string takes any text");
        cause = inner.source();
    }
    said
}
