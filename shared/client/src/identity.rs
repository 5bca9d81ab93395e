//! What a terminal keeps of its enrolment: a file that only its own user can read.

use crate::address::Address;
use crate::fingerprint::Fingerprint;
use crate::token::Token;
use foyer_protocol::lobby::Enrolled;
use serde::{Deserialize, Serialize};
use std::fs::{self, File, OpenOptions};
use std::io::{self, Write};
use std::os::unix::fs::{OpenOptionsExt, PermissionsExt};
use std::path::{Path, PathBuf};

/// Who a terminal is, and how it recognises its server.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Identity {
    /// Id, name and token.
    pub enrolled: Enrolled,
    /// The pin of the enrolment code.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub pin: Option<Fingerprint>,
}

impl Identity {
    /// The token for [`crate::Server::new`].
    pub fn token(&self) -> Token {
        Token::new(self.enrolled.token.clone())
    }

    /// The configured address with the pin of the enrolment; a pin that is configured goes first.
    pub fn address(&self, configured: &Address) -> Address {
        let pin = configured.pin.as_ref().or(self.pin.as_ref()).cloned();
        configured.clone().pinned(pin)
    }
}

/// What is wrong with an identity file, and what helps.
#[derive(Debug, thiserror::Error)]
pub enum IdentityError {
    /// It cannot be read.
    #[error("cannot read this terminal's identity `{path}`; check the file's owner and folder")]
    Read {
        /// Which file.
        path: PathBuf,
        /// Why.
        source: io::Error,
    },
    /// It cannot be written.
    #[error("cannot write this terminal's identity `{path}`; check the folder's owner and free space")]
    Write {
        /// Which file.
        path: PathBuf,
        /// Why.
        source: io::Error,
    },
    /// Others can read the token.
    #[error("this terminal's identity `{path}` can be read by others; run `chmod 600` on it")]
    Open {
        /// Which file.
        path: PathBuf,
    },
    /// It is not what was written.
    #[error("this terminal's identity `{path}` is damaged; remove it and enrol again")]
    Damaged {
        /// Which file.
        path: PathBuf,
        /// Where and why.
        source: serde_json::Error,
    },
}

/// Reads the identity; `None` if there is no file, that is, before the enrolment.
///
/// # Errors
/// A file that cannot be read, that others can read, or that is damaged.
pub fn load(path: &Path) -> Result<Option<Identity>, IdentityError> {
    let read = |source| IdentityError::Read { path: path.to_owned(), source };
    let file = match File::open(path) {
        Ok(file) => file,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
        Err(error) => return Err(read(error)),
    };
    if file.metadata().map_err(read)?.permissions().mode() & 0o077 != 0 {
        return Err(IdentityError::Open { path: path.to_owned() });
    }
    let text = io::read_to_string(file).map_err(read)?;
    let damaged = |source| IdentityError::Damaged { path: path.to_owned(), source };
    serde_json::from_str(&text).map(Some).map_err(damaged)
}

/// Keeps the identity, readable by this user alone. After a crash there is the old file or the new one, never
/// half of one.
///
/// # Errors
/// A folder that cannot be made or written.
pub fn save(path: &Path, identity: &Identity) -> Result<(), IdentityError> {
    write(path, identity).map_err(|source| IdentityError::Write { path: path.to_owned(), source })
}

fn write(path: &Path, identity: &Identity) -> io::Result<()> {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    fs::create_dir_all(folder)?;
    let new = path.with_extension("new");
    // A rest of an earlier attempt might have other rights, which opening would keep.
    match fs::remove_file(&new) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error),
        _ => {}
    }
    let mut file = OpenOptions::new().write(true).create_new(true).mode(0o600).open(&new)?;
    file.write_all(serde_json::to_string_pretty(identity)?.as_bytes())?;
    file.sync_all()?;
    fs::rename(&new, path)?;
    File::open(folder)?.sync_all()
}
