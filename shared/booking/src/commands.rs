//! What the program does on the command line. What it prints is its result; everything else goes to the log.

use crate::cli::{Arguments, Command, KeyCommand, OfficeCommand};
use crate::office_file::{self, FileFault};
use crate::refusal::Refusal;
use crate::serve::{self, ServeFault};
use crate::settings::Settings;
use crate::store::{ImportFault, Store, StoreFault};
use crate::{calendar, examples, lock};
use foyer_domain::Timestamp;
use foyer_domain::id::OfficeId;
use foyer_protocol::program::{self, SettingsError};
use std::fmt::Write as _;
use std::net::{SocketAddr, TcpListener};
use std::path::Path;
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
    /// A file that does not fit what is there.
    #[error("cannot take this office over: {0}")]
    Import(#[from] ImportFault),
    /// No such office.
    #[error("{0}")]
    Refused(#[from] Refusal),
    /// No such key.
    #[error("there is no key {0}; see `foyer-booking key list`")]
    KeyUnknown(u16),
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
    #[error("say what to do: `serve`, `office`, `key`, `--check` or `--print-config`; see --help")]
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
            let ready = || print(&format!("listening on {scheme}://{address}"));
            serve::serve_and_say(listener, settings, shutdown, ready).await?;
        }
        Command::Office(command) => print(&office(&settings, command, now).await?),
        Command::Key(command) => print(&key(&open(&settings, now)?, command, now).await?),
    }
    Ok(())
}

fn open(settings: &Settings, now: Timestamp) -> Result<Store, StoreFault> {
    Store::open(&settings.data.dir, now)
}

fn bind(settings: &Settings) -> Result<TcpListener, CommandFault> {
    let address = settings.listen.address;
    let listener = TcpListener::bind(address);
    let listener = listener.and_then(|listener| program::miss_who_vanished(&listener).map(|()| listener));
    listener.map_err(|source| CommandFault::Listen { address, source })
}

async fn office(settings: &Settings, command: OfficeCommand, now: Timestamp) -> Result<String, CommandFault> {
    match command {
        OfficeCommand::Import { file } => import(settings, &file, now).await,
        OfficeCommand::List => {
            let list = open(settings, now)?.office_list(now).await?;
            let mut table = format!(
                "{:<24} {:>6} {:>8} {:>8}  {:<22} name",
                "id", "number", "revision", "bookings", "lobby since"
            );
            for row in list {
                let since = row.lobby_since.map_or("none yet".to_owned(), shown);
                let office = row.office;
                write!(
                    table,
                    "\n{:<24} {:>6} {:>8} {:>8}  {since:<22} {}",
                    office.id.as_str(),
                    office.number,
                    office.revision,
                    row.open_bookings,
                    office.name
                )
                .expect("a string takes any text");
            }
            Ok(table)
        }
        OfficeCommand::Link { office } => Ok(open(settings, now)?.make_link_code(office, now).await??),
    }
}

/// Reads, completes and takes over an office's file.
async fn import(settings: &Settings, file: &Path, now: Timestamp) -> Result<String, CommandFault> {
    let mut office = office_file::read(file)?;
    if office.public_url.is_none() {
        office.public_url =
            settings.public_url.as_ref().map(|url| url.as_str().trim_end_matches('/').to_owned());
    }
    let id: OfficeId = office.id.clone();
    let imported = open(settings, now)?.import(office, now).await??;
    let mut said = match imported.is_new {
        true => format!("{id}: revision {} is in force", imported.revision),
        false => format!("{id}: nothing has changed, revision {} stays in force", imported.revision),
    };
    if imported.outside_hours > 0 {
        write!(said, "\n{} bookings lie outside the opening hours now; they stand", imported.outside_hours)
            .expect("a string takes any text");
    }
    Ok(said)
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
    line(
        "data folder",
        match lock::take(&settings.data.dir) {
            Ok(_) => Ok(settings.data.dir.display().to_string()),
            Err(fault) => Err(said(&fault)),
        },
    );
    let store = open(settings, clock.now());
    match &store {
        Ok(store) => {
            line("database", Ok("sound and up to date".to_owned()));
            let offices = store.offices();
            let ids: Vec<&str> = offices.iter().map(|state| state.office.id.as_str()).collect();
            let hint = "none; make one with `foyer-booking office import FILE`".to_owned();
            line("offices", if ids.is_empty() { Err(hint) } else { Ok(ids.join(", ")) });
            for state in &offices {
                let open = calendar::open_slots(&state.office, clock.now());
                for fault in office_file::judge_imported(&state.office) {
                    line(state.office.id.as_str(), Err(fault.to_string()));
                }
                let hint = "closed up to its horizon; look at `hours`, `closures` and `rules.horizon_days`";
                line(
                    state.office.id.as_str(),
                    match open.first() {
                        Some(span) => Ok(format!("opens {}", shown(calendar::start_of(span.slots.start)))),
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
