//! The command line.

use crate::rights::Right;
use clap::builder::{PossibleValuesParser, TypedValueParser};
use clap::{Parser, Subcommand};
use foyer_access::Role;
use foyer_domain::id::{CounterId, OfficeId};
use std::path::PathBuf;
use url::Url;

/// The arguments of `foyer-booking`.
#[derive(Debug, Parser)]
#[command(
    name = "foyer-booking",
    version,
    about = "The booking server of Foyer: offices, free times, bookings, the pages to book on",
    long_about = "The booking server of Foyer keeps the offices of a city and their bookings. Citizens book on its \
        pages, each office's lobby server follows its changes and tells it what became of each booking.\n\n\
        Begin like this:\n\n  \
        foyer-booking --print-config > booking.toml      and read it through\n  \
        foyer-booking --config booking.toml --check\n  \
        foyer-booking --config booking.toml office import office.toml\n  \
        foyer-booking --config booking.toml serve\n\n\
        A good office to start from is deploy/examples/office.toml. When the office's lobby server is there, print the \
        code with which it signs on:\n\n  \
        foyer-booking --config booking.toml office link OFFICE",
    after_help = "Offices, links and keys can be changed while the server runs; it takes them over within a second."
)]
pub struct Arguments {
    /// The configuration file.
    #[arg(long, global = true, value_name = "FILE", default_value = "/etc/foyer/booking.toml")]
    pub config: PathBuf,
    /// Check configuration, database, offices and address, print a table, and end with 1 if something is wrong.
    #[arg(long)]
    pub check: bool,
    /// Print a commented configuration with all keys.
    #[arg(long)]
    pub print_config: bool,
    /// What to do.
    #[command(subcommand)]
    pub command: Option<Command>,
}

/// What the program can do.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Serve pages and interface until Ctrl-C or SIGTERM; the first line printed says where.
    Serve,
    /// Make, update, list and link offices.
    #[command(subcommand)]
    Office(OfficeCommand),
    /// Write everything that the database holds into a file; a running server goes on.
    Export {
        /// The file; it must not exist yet.
        file: PathBuf,
    },
    /// Take a file of `export` over into an empty database.
    Import {
        /// The file.
        file: PathBuf,
    },
    /// Carry everything into the empty database of another configuration, from SQLite to PostgreSQL or back.
    Migrate {
        /// The other configuration file.
        #[arg(long, value_name = "FILE")]
        to: PathBuf,
    },
    /// Add somebody who works with bookings.
    #[command(subcommand)]
    Staff(StaffCommand),
    /// List, rotate and revoke the keys that sign check-in codes.
    #[command(subcommand)]
    Key(KeyCommand),
    /// Make, list and take back tokens of programs of others.
    #[command(subcommand)]
    Token(TokenCommand),
    /// Have addresses of others told what becomes of bookings.
    #[command(subcommand)]
    Webhook(WebhookCommand),
    /// Let staff read the appointments that the plan gives to a counter in their own calendar.
    #[command(subcommand)]
    Calendar(CalendarCommand),
    /// See and settle the mails that could not be sent.
    #[command(subcommand)]
    Mail(MailCommand),
}

/// What can be done with offices.
#[derive(Debug, Subcommand)]
pub enum OfficeCommand {
    /// Make offices from their files, or take each file over as its office's next revision.
    ///
    /// All of them are judged before the first one is taken over.
    Import {
        /// An office's file, as deploy/examples/office.toml; any number of them.
        #[arg(required = true, value_name = "FILE")]
        files: Vec<PathBuf>,
        /// What all of these offices have in common, such as areas, services and rules: a file of the same kind, without
        /// what is an office's own. Whatever an office's file says itself goes before it, key by key.
        #[arg(long, value_name = "FILE")]
        standard: Option<PathBuf>,
    },
    /// List all offices with revision, lobby and open bookings.
    List,
    /// Print a code with which the office's lobby server signs on; once, within 30 minutes.
    ///
    /// Signing a new lobby on shuts an earlier one of the same office out.
    Link {
        /// The office's id.
        #[arg(value_parser = |id: &str| Ok::<_, std::convert::Infallible>(OfficeId::from(id)))]
        office: OfficeId,
    },
}

/// What can be done with staff.
#[derive(Debug, Subcommand)]
pub enum StaffCommand {
    /// Add somebody: with a password from stdin, or with a one-time link to choose one (valid for 3 days).
    Add {
        /// The name to sign on with.
        name: String,
        /// What they may do.
        #[arg(long, value_parser = roles())]
        role: Role,
        /// Read the password from the first line of stdin instead of making a link.
        #[arg(long)]
        password_stdin: bool,
    },
}

/// The roles by their names.
fn roles() -> impl TypedValueParser<Value = Role> {
    PossibleValuesParser::new(Role::ALL.map(Role::name)).try_map(|name| Role::named(&name).ok_or("no role"))
}

/// What can be done with mails that are not sent.
#[derive(Debug, Subcommand)]
pub enum MailCommand {
    /// List the letters that wait and those that are given up, with what went wrong last.
    List,
    /// Try a letter again at once, or all that are given up.
    Retry {
        /// The letter's number, from `mail list`; without it all that are given up.
        id: Option<i64>,
    },
    /// Give a letter up for good.
    Drop {
        /// The letter's number, from `mail list`.
        id: i64,
    },
}

/// What can be done with tokens.
#[derive(Debug, Subcommand)]
pub enum TokenCommand {
    /// Make a token and print it, this once.
    Add {
        /// Whose it is, for the list.
        name: String,
        /// What it allows; can be said several times. `names` adds who booked to what `feed` tells.
        #[arg(long = "right", required = true, value_parser = rights())]
        rights: Vec<Right>,
        /// Of which office; without it of all.
        #[arg(long, value_parser = |id: &str| Ok::<_, std::convert::Infallible>(OfficeId::from(id)))]
        office: Option<OfficeId>,
    },
    /// List all tokens with what they allow.
    List,
    /// Take a token back: it allows nothing more, and ends the streams that it opened at their next change.
    Revoke {
        /// The token's number, from `token list`.
        id: i64,
    },
}

/// What can be done with calendars.
#[derive(Debug, Subcommand)]
pub enum CalendarCommand {
    /// Print a secret link to subscribe to; an earlier one of the counter ends.
    Link {
        /// The office's id.
        #[arg(value_parser = |id: &str| Ok::<_, std::convert::Infallible>(OfficeId::from(id)))]
        office: OfficeId,
        /// The counter's id, as in the office's file.
        #[arg(value_parser = |id: &str| Ok::<_, std::convert::Infallible>(CounterId::from(id)))]
        counter: CounterId,
    },
    /// End a counter's link.
    End {
        /// The office's id.
        #[arg(value_parser = |id: &str| Ok::<_, std::convert::Infallible>(OfficeId::from(id)))]
        office: OfficeId,
        /// The counter's id.
        #[arg(value_parser = |id: &str| Ok::<_, std::convert::Infallible>(CounterId::from(id)))]
        counter: CounterId,
    },
}

/// What can be done with webhooks.
#[derive(Debug, Subcommand)]
pub enum WebhookCommand {
    /// Have an address told, and print the secret that signs (Standard Webhooks), this once.
    Add {
        /// Whose it is, for the list.
        name: String,
        /// Where; https, or http on this machine.
        url: Url,
        /// Tell who booked, too.
        #[arg(long)]
        names: bool,
        /// Of which office; without it of all.
        #[arg(long, value_parser = |id: &str| Ok::<_, std::convert::Infallible>(OfficeId::from(id)))]
        office: Option<OfficeId>,
    },
    /// List all addresses, with what went wrong last.
    List,
    /// Tell an address again at once, also one that was given up.
    Retry {
        /// The webhook's number, from `webhook list`.
        id: i64,
    },
    /// Tell an address nothing more.
    Remove {
        /// The webhook's number, from `webhook list`.
        id: i64,
    },
}

/// The rights by their names.
fn rights() -> impl TypedValueParser<Value = Right> {
    PossibleValuesParser::new(Right::ALL.map(Right::name))
        .try_map(|name| Right::named(&name).ok_or("no right"))
}

/// What can be done with keys.
#[derive(Debug, Subcommand)]
pub enum KeyCommand {
    /// List all keys with their state and how many open bookings they have signed.
    List,
    /// Make a new key that signs from now on. The one before is retired: it still verifies.
    Rotate,
    /// Revoke a key that others may know: it verifies nothing more, and open bookings get new codes.
    Revoke {
        /// The key's number, from `key list`.
        id: u16,
    },
}
