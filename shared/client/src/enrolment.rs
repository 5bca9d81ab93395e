//! The code with which a terminal signs on once: `K7M4-3PXR`, with the server's pin behind it where the
//! server made its own certificate: `K7M4-3PXR-9F3C-0T7K-2M8W-VX41`.

use crate::base32;
use crate::fingerprint::Fingerprint;
use crate::identity::Identity;
use crate::server::Server;
use crate::{Address, CallError, ClientError};
use foyer_protocol::lobby::{DeviceKind, EnrolRequest, Enrolled};
use foyer_protocol::nonce::Nonce;
use std::fmt;
use std::str::FromStr;
use std::time::Duration;

/// The secret's length in characters: 40 bits, which is enough for a code that works once and soon expires.
const SECRET: usize = 8;

/// What staff read out or copy to a terminal: a secret, and how to recognise the server.
///
/// `Display` shows the secret, for the one person who needs it; `Debug` does not.
#[derive(Clone, PartialEq, Eq)]
pub struct EnrolmentCode {
    secret: String,
    pin: Option<Fingerprint>,
}

impl EnrolmentCode {
    /// A code of five random bytes, for a server with this certificate.
    pub fn new(random: [u8; 5], pin: Option<&Fingerprint>) -> Self {
        Self { secret: base32::encode(&random), pin: pin.map(Fingerprint::shortened) }
    }

    /// The secret part, 8 characters without a dash: what the server knows (hashed) and the terminal sends.
    pub fn secret(&self) -> &str {
        &self.secret
    }

    /// How the server's certificate begins, 80 bits; `None` where the system's trust is enough.
    pub fn pin(&self) -> Option<&Fingerprint> {
        self.pin.as_ref()
    }
}

impl fmt::Display for EnrolmentCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&base32::grouped(&self.secret))?;
        self.pin.as_ref().map_or(Ok(()), |pin| write!(f, "-{}", pin.short()))
    }
}

impl fmt::Debug for EnrolmentCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("EnrolmentCode").field("pin", &self.pin).finish_non_exhaustive()
    }
}

/// A text that is no enrolment code.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error(
    "an enrolment code is 8 characters like K7M4-3PXR, or 24 with the server's pin; please copy all of it"
)]
pub struct NotAnEnrolmentCode;

impl FromStr for EnrolmentCode {
    type Err = NotAnEnrolmentCode;

    fn from_str(text: &str) -> Result<Self, NotAnEnrolmentCode> {
        let typed: Vec<char> = text.chars().filter(|c| *c != '-' && !c.is_whitespace()).collect();
        let (secret, pin) = typed.split_at_checked(SECRET).ok_or(NotAnEnrolmentCode)?;
        // Decoding and encoding again settles what was typed as O, I or in lower case.
        let secret = base32::decode(&String::from_iter(secret)).ok_or(NotAnEnrolmentCode)?;
        let pin = match pin {
            [] => None,
            pin => Some(Fingerprint::from_short(&String::from_iter(pin)).ok_or(NotAnEnrolmentCode)?),
        };
        Ok(Self { secret: base32::encode(&secret), pin })
    }
}

/// Signs a terminal on with a code that staff made, and returns what to keep with [`crate::identity::save`].
///
/// An answer that got lost is asked for again with the same nonce until `within` is over, so that a code that
/// works once is not used up for nothing.
///
/// # Errors
/// As [`Server::new`] and [`Server::call_until`]; a used, expired or wrong code is a problem of the server's.
pub async fn enrol(
    address: &Address,
    code: &EnrolmentCode,
    kind: DeviceKind,
    within: Duration,
) -> Result<Identity, EnrolError> {
    let pin = code.pin().or(address.pin.as_ref()).cloned();
    let server = Server::new(&address.clone().pinned(pin.clone()), None)?;
    let request = EnrolRequest { code: code.secret().to_owned(), kind };
    let enrolled: Enrolled = server.call_until("/devices/enrol", Nonce::random(), &request, within).await?;
    Ok(Identity { enrolled, pin })
}

/// Why a terminal could not sign on.
#[derive(Debug, thiserror::Error)]
pub enum EnrolError {
    /// The address cannot be used.
    #[error(transparent)]
    Client(#[from] ClientError),
    /// The server could not be asked, or it said no.
    #[error(transparent)]
    Call(#[from] CallError),
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_is_read_as_it_was_written() {
        let certificate = Fingerprint::of(b"certificate");
        for pin in [None, Some(&certificate)] {
            let code = EnrolmentCode::new([1, 200, 33, 4, 255], pin);
            assert_eq!(code.to_string().parse(), Ok(code.clone()));
            assert_eq!(code.to_string().to_lowercase().replace('-', " ").parse(), Ok(code.clone()));
            assert_eq!(code.secret().len(), SECRET);
        }
        let code = EnrolmentCode::new([0; 5], Some(&certificate));
        assert_eq!(code.to_string().len(), 29);
        assert_eq!(code.pin(), Some(&certificate.shortened()));
    }

    #[test]
    fn letters_that_look_like_digits_are_read_as_digits() {
        assert_eq!("OOOO-IIII".parse(), "0000-1111".parse::<EnrolmentCode>());
    }

    #[test]
    fn a_cut_or_foreign_code_is_refused() {
        for text in ["", "K7M4", "K7M4-3PX", "K7M4-3PXR-9F3C", "K7M4-3PXU", "K7M4-3PXR-9F3C-0T7K-2M8W-VX4"] {
            assert_eq!(text.parse::<EnrolmentCode>(), Err(NotAnEnrolmentCode), "{text}");
        }
    }

    #[test]
    fn debug_hides_the_secret() {
        let code: EnrolmentCode = "K7M4-3PXR".parse().expect("a code");
        assert!(!format!("{code:?}").contains("K7M4"));
    }
}
