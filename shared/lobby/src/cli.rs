//! The command line.

mod check;
mod log;
mod simulate;

use crate::config::{Config, EXAMPLE};
use crate::devices::{DeviceError, Devices};
use crate::restored::{self, RestoredError};
use crate::serve::{self, ServeError};
use crate::staff::{Role, Staff, StaffError};
use crate::store::StoreError;
use crate::store::backup::BackupError;
use crate::store::registry::{Link, Registry};
use crate::tls;
use clap::builder::{PossibleValuesParser, TypedValueParser};
use clap::{Parser, Subcommand, ValueEnum};
use foyer_client::{CallError, ClientError, Server};
use foyer_domain::id::AreaId;
use foyer_protocol::feed::{LinkRequest, Linked};
use foyer_protocol::lobby::DeviceKind;
use foyer_protocol::nonce::Nonce;
use foyer_protocol::program::SettingsError;
use std::fmt::Display;
use std::io::{BufRead, Write};
use std::net::SocketAddr;
use std::path::PathBuf;
use std::time::Duration;
use tokio::signal::unix::{SignalKind, signal};
use tokio_util::sync::CancellationToken;
use url::Url;

/// The lobby server: the queue of one office.
///
/// It keeps the queue's log, checks citizens in, answers kiosks and displays, serves the clerks' desk, and
/// follows the booking server. It goes on working when the booking server is away.
///
/// First start:
///   1. foyer-lobby --print-config > lobby.toml      and set [data] dir in it
///   2. foyer-lobby serve --config lobby.toml        prints a link for the first administrator
///   3. foyer-lobby connect --config lobby.toml --booking https://booking.example CODE
///      with the code from `foyer-booking office link`
///   4. foyer-lobby device code --config lobby.toml --kind kiosk --name "Eingang"
///      and type the code at the terminal; displays likewise
///
/// All but `serve` are commands beside a running server: it notices what they write.
#[derive(Debug, Parser)]
#[command(name = "foyer-lobby", version, verbatim_doc_comment, arg_required_else_help = true)]
pub struct Arguments {
    /// The configuration file.
    #[arg(long, global = true, value_name = "FILE", default_value = "/etc/foyer/lobby.toml")]
    pub config: PathBuf,
    /// Check configuration, data, certificate and the way to the booking server; print a table; exit with 1
    /// if something is wrong.
    #[arg(long)]
    pub check: bool,
    /// Print an example configuration with comments.
    #[arg(long)]
    pub print_config: bool,
    /// What to do.
    #[command(subcommand)]
    pub command: Option<Command>,
}

/// What to do.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Run the server until Ctrl-C or SIGTERM. The first line on stdout says where it listens.
    Serve,
    /// Sign on to the booking server, once.
    Connect {
        /// Where the booking server is: https://booking.example
        #[arg(long, value_name = "URL")]
        booking: Url,
        /// The code that `foyer-booking office link` printed.
        code: String,
    },
    /// Who may sign in at the desk.
    #[command(subcommand)]
    Staff(StaffCommand),
    /// Kiosks and displays.
    #[command(subcommand)]
    Device(DeviceCommand),
    /// Say that the data folder was restored from a backup, while the server does not run: from its next start on it
    /// gives numbers of letters that nobody can have on paper.
    Restored,
    /// Fold the log anew and compare with what was written beside it; exit with 1 at a difference. It may run beside
    /// the server.
    Replay(log::Replay),
    /// Copy the log and the register of staff and terminals, while the server runs or not.
    #[command(verbatim_doc_comment, long_about = log::BACKUP)]
    Backup(log::Backup),
    /// Play whole days of an office from a scenario file through the real engine: waits, order, estimates.
    Simulate(simulate::Simulate),
}

/// Who may sign in at the desk.
#[derive(Debug, Subcommand)]
pub enum StaffCommand {
    /// Add somebody: with a password from stdin, or with a one-time link to choose one (valid for 3 days).
    Add {
        /// The name to sign in with.
        name: String,
        /// What they may do.
        #[arg(long, value_parser = roles())]
        role: Role,
        /// Read the password from the first line of stdin instead of making a link.
        #[arg(long)]
        password_stdin: bool,
    },
}

/// Kiosks and displays.
#[derive(Debug, Subcommand)]
pub enum DeviceCommand {
    /// Make a code with which one terminal enrols within 15 minutes.
    Code {
        /// What the terminal is; its rights follow from it.
        #[arg(long, value_enum)]
        kind: Kind,
        /// As staff call it: "Eingang", "Anzeige 2".
        #[arg(long)]
        name: String,
        /// The waiting areas that a display shows; all if none is named.
        #[arg(long = "area", value_name = "ID")]
        areas: Vec<String>,
    },
}

/// What a terminal is.
#[derive(Debug, Clone, Copy, ValueEnum)]
pub enum Kind {
    /// The entrance terminal.
    Kiosk,
    /// The wall display.
    Display,
}

/// The roles by their names.
fn roles() -> impl TypedValueParser<Value = Role> {
    PossibleValuesParser::new(Role::ALL.map(Role::name)).try_map(|name| Role::named(&name).ok_or("no role"))
}

/// Why a command was not done.
#[derive(Debug, thiserror::Error)]
pub enum CliError {
    /// The configuration.
    #[error(transparent)]
    Settings(#[from] SettingsError),
    /// The server.
    #[error(transparent)]
    Serve(#[from] ServeError),
    /// The data.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// A restored log.
    #[error(transparent)]
    Restored(#[from] RestoredError),
    /// A copy.
    #[error(transparent)]
    Backup(#[from] BackupError),
    /// Staff.
    #[error(transparent)]
    Staff(#[from] StaffError),
    /// Terminals.
    #[error(transparent)]
    Device(#[from] DeviceError),
    /// The address of the booking server.
    #[error(transparent)]
    Client(#[from] ClientError),
    /// The booking server's answer.
    #[error("the booking server did not sign this lobby on")]
    Connect(#[source] CallError),
    /// This folder belongs to another office.
    #[error("this lobby serves the office `{has}`, the code is for `{new}`; use another `[data] dir` for it")]
    OtherOffice {
        /// The office of the data.
        has: String,
        /// The office of the code.
        new: String,
    },
    /// Reading or writing here.
    #[error("cannot read stdin or write stdout")]
    Terminal(#[from] std::io::Error),
    /// A scenario.
    #[error("the scenario cannot be played")]
    Scenario(#[from] crate::simulate::ScenarioError),
    /// A chart.
    #[error("cannot write the chart")]
    Chart(#[source] std::io::Error),
}

/// Does what the command line says; `false` if a check found trouble.
///
/// # Errors
/// What kept it from being done, and what helps.
pub async fn run(arguments: Arguments) -> Result<bool, CliError> {
    if arguments.print_config {
        say(EXAMPLE.trim_end())?;
        return Ok(true);
    }
    if arguments.check {
        return check::check(&arguments).await;
    }
    let config = || Config::load(&arguments.config);
    match arguments.command {
        None | Some(Command::Serve) => serve(config()?).await?,
        Some(Command::Connect { booking, code }) => connect(&config()?, booking, code).await?,
        Some(Command::Staff(StaffCommand::Add { name, role, password_stdin })) => {
            add_staff(&config()?, &name, role, password_stdin).await?;
        }
        Some(Command::Device(DeviceCommand::Code { kind, name, areas })) => {
            make_code(&config()?, kind, &name, areas).await?;
        }
        Some(Command::Restored) => {
            restored::mark(&config()?.data.dir)?;
            say("noted: the next start goes on with untouched letters")?;
        }
        Some(Command::Replay(replay)) => return replay.run(&config()?.data.dir),
        Some(Command::Backup(backup)) => backup.run(&config()?.data.dir)?,
        Some(Command::Simulate(simulate)) => simulate.run()?,
    }
    Ok(true)
}

fn say(line: impl Display) -> Result<(), std::io::Error> {
    let mut out = std::io::stdout().lock();
    writeln!(out, "{line}")?;
    // Who waits for the line has it now, also through a pipe.
    out.flush()
}

async fn serve(config: Config) -> Result<(), CliError> {
    let shutdown = CancellationToken::new();
    let listener = serve::bind(&config)?;
    let running = serve::start(&config, shutdown.clone()).await?;
    let (mut interrupt, mut terminate) = (signal(SignalKind::interrupt())?, signal(SignalKind::terminate())?);
    tokio::spawn(async move {
        tokio::select! {
            _ = interrupt.recv() => {}
            _ = terminate.recv() => {}
        }
        shutdown.cancel();
    });
    let base = base_url(&config, listener.local_addr()?);
    say(format_args!("listening on {base}"))?;
    if let Some(path) = running.lobby.staff().first_administrator().await? {
        say(format_args!("first administrator: {base}{path}"))?;
    }
    Ok(running.serve(listener).await?)
}

fn base_url(config: &Config, address: SocketAddr) -> String {
    format!("{}://{address}", if config.listen.tls { "https" } else { "http" })
}

async fn connect(config: &Config, url: Url, code: String) -> Result<(), CliError> {
    let registry = Registry::open(&config.data.dir)?;
    let server = Server::new(&config.booking.address(url.clone()), None)?;
    let request = LinkRequest { code: code.trim().to_owned() };
    let linked: Result<Linked, CallError> =
        server.call_until("/lobbies", Nonce::random(), &request, Duration::from_secs(20)).await;
    let linked = linked.map_err(CliError::Connect)?;
    if let Some(link) = registry.link().await?
        && link.office != linked.office
    {
        return Err(CliError::OtherOffice { has: link.office.to_string(), new: linked.office.to_string() });
    }
    let id = uuid::Uuid::new_v4().to_string();
    registry.keep_link(Link { id, url, office: linked.office.clone(), token: linked.token }).await?;
    say(format_args!("connected: this lobby serves the office `{}`", linked.office))?;
    Ok(())
}

async fn add_staff(config: &Config, name: &str, role: Role, from_stdin: bool) -> Result<(), CliError> {
    let registry = Registry::open(&config.data.dir)?;
    let clock = serve::clock(config, &registry, false).await?;
    let staff = Staff::new(registry, clock);
    if from_stdin {
        let mut password = String::new();
        std::io::stdin().lock().read_line(&mut password)?;
        let person = staff.create_staff(name, role, password.trim_end_matches(['\r', '\n'])).await?;
        say(format_args!("added: {} ({})", person.name, person.role.name()))?;
        return Ok(());
    }
    let path = staff.invite(name, role).await?;
    // A port that the system chooses is known to the running server alone.
    let base = (config.listen.address.port() != 0).then(|| base_url(config, config.listen.address));
    say(format_args!("one-time link for {name}: {}{path}", base.unwrap_or_default()))?;
    Ok(())
}

async fn make_code(config: &Config, kind: Kind, name: &str, areas: Vec<String>) -> Result<(), CliError> {
    let registry = Registry::open(&config.data.dir)?;
    let clock = serve::clock(config, &registry, false).await?;
    let tls = tls::load(&config.listen, &config.data.dir).map_err(ServeError::from)?;
    let pin = tls.filter(|tls| tls.own).map(|tls| tls.fingerprint);
    let devices = Devices::load(registry, clock, pin).await?;
    let kind = match kind {
        Kind::Kiosk => DeviceKind::Kiosk,
        Kind::Display => DeviceKind::Display,
    };
    let made = devices.create_code(kind, name, areas.into_iter().map(AreaId).collect()).await?;
    say(made.code)?;
    Ok(())
}
