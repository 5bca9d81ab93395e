//! Signing this display on, once.

use crate::settings::Settings;
use foyer_client::enrolment::{self, EnrolError};
use foyer_client::identity::{self, IdentityError};
use foyer_client::{EnrolmentCode, Identity};
use foyer_protocol::lobby::DeviceKind;
use std::path::PathBuf;
use std::time::Duration;
use url::Url;

/// For an answer.
const WITHIN: Duration = Duration::from_secs(20);

/// Why this display was not signed on.
#[derive(Debug, thiserror::Error)]
pub enum Fault {
    /// The code cannot be one.
    #[error("this is no sign-on code; type it as it was shown")]
    Code(#[from] enrolment::NotAnEnrolmentCode),
    /// The lobby did not take it.
    #[error("the lobby does not sign this display on")]
    Lobby(#[from] EnrolError),
    /// The folder of the identity cannot be made.
    #[error("cannot make the folder `{path}` (`[data] dir`)")]
    Folder {
        /// Which.
        path: PathBuf,
        /// Why.
        source: std::io::Error,
    },
    /// The identity cannot be kept.
    #[error("this display was signed on, but cannot keep its identity: revoke it and try again")]
    Identity(#[from] IdentityError),
}

/// Signs on at the configured lobby, or at `lobby`, and keeps the identity.
///
/// # Errors
/// A wrong code, a lobby that does not answer or refuses, a folder that cannot be written.
pub async fn enrol(settings: &Settings, lobby: Option<Url>, code: &str) -> Result<Identity, Fault> {
    let code: EnrolmentCode = code.parse()?;
    // Before the code is used up.
    let dir = &settings.data.dir;
    std::fs::create_dir_all(dir).map_err(|source| Fault::Folder { path: dir.clone(), source })?;
    let mut address = settings.lobby.clone();
    address.url = lobby.unwrap_or(address.url);
    let identity = enrolment::enrol(&address, &code, DeviceKind::Display, WITHIN).await?;
    identity::save(&settings.identity(), &identity)?;
    Ok(identity)
}
