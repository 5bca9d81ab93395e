//! The command line.

use clap::{Parser, Subcommand};
use foyer_domain::id::OfficeId;
use std::path::PathBuf;

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
    /// List, rotate and revoke the keys that sign check-in codes.
    #[command(subcommand)]
    Key(KeyCommand),
}

/// What can be done with offices.
#[derive(Debug, Subcommand)]
pub enum OfficeCommand {
    /// Make an office from a file, or take the file over as the office's next revision.
    Import {
        /// The office's file, as deploy/examples/office.toml.
        file: PathBuf,
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
