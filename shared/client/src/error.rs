//! What can go wrong on the way to a server, with the remedy; the only place that knows status codes.

use foyer_protocol::problem::Problem;
use reqwest::StatusCode;
use rustls::CertificateError;
use std::error::Error;
use std::path::PathBuf;

/// Why a server's address cannot be used at all; a matter of configuration.
#[derive(Debug, thiserror::Error)]
pub enum ClientError {
    /// The address itself.
    #[error("the address of {host} {fault}: {remedy}")]
    Address {
        /// Host and port.
        host: String,
        /// What is wrong with it.
        fault: String,
        /// What helps.
        remedy: &'static str,
    },
    /// The file with a town's own certificates.
    #[error("the certificates `{path}` cannot be used: {fault}; name a PEM file in `ca`, or remove it")]
    Ca {
        /// Which file.
        path: PathBuf,
        /// What is wrong with it.
        fault: String,
    },
    /// The proxy's address.
    #[error("the proxy's address cannot be used; write `proxy` like `http://proxy.example:3128`")]
    Proxy(#[source] reqwest::Error),
    /// The token has characters that no header can carry.
    #[error("this terminal's token is damaged; remove the identity file and enrol again")]
    Token,
    /// TLS could not be set up, for example because the system has no certificates.
    #[error("TLS cannot be set up; install the package `ca-certificates`, or set `pin` or `ca`")]
    Tls(#[source] rustls::Error),
    /// The client could not be built.
    #[error("the connection to {host} cannot be set up")]
    Build {
        /// Host and port.
        host: String,
        /// Why.
        source: reqwest::Error,
    },
}

/// Why a call brought no answer that was asked for.
#[derive(Debug, thiserror::Error)]
pub enum CallError {
    /// The server could not be asked, or its answer did not arrive: it may have acted nevertheless.
    #[error("{host} {fault}: {}", fault.remedy())]
    Unreachable {
        /// Host and port.
        host: String,
        /// What happened.
        fault: Fault,
        /// Why, where something deeper knows.
        #[source]
        source: Option<Box<dyn Error + Send + Sync>>,
    },
    /// The server said no, and why.
    #[error(transparent)]
    Problem(Problem),
    /// The server answered something that is not ours.
    #[error(
        "{host} answered with something unknown ({status}, {fault}): check the address and both versions"
    )]
    Garbled {
        /// Host and port.
        host: String,
        /// The HTTP status.
        status: u16,
        /// What is wrong with it.
        fault: String,
    },
}

/// What happened on the way.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Fault {
    /// No connection was made.
    #[error("cannot be reached")]
    NoConnection,
    /// No answer in time.
    #[error("does not answer in time")]
    TimedOut,
    /// The connection ended in the middle.
    #[error("ended the connection")]
    Broken,
    /// Nothing was heard on an event stream for too long.
    #[error("has fallen silent")]
    Silent,
    /// A certificate other than the pinned one.
    #[error("shows another certificate than the one that this terminal was enrolled with")]
    OtherCertificate,
    /// A certificate that nobody vouches for.
    #[error("shows a certificate that is not trusted here")]
    UntrustedCertificate,
    /// No TLS where it was expected, or none that both can speak.
    #[error("does not speak TLS as expected")]
    NoTls,
}

impl Fault {
    /// What helps, for staff.
    pub fn remedy(self) -> &'static str {
        match self {
            Self::NoConnection => "check the network, the address and whether the server runs",
            Self::TimedOut | Self::Broken | Self::Silent => "check the network and the server's load",
            Self::OtherCertificate => {
                "if the server's certificate was renewed, enrol again; if not, somebody is in between"
            }
            Self::UntrustedCertificate => "set `pin` or `ca`, and check this machine's clock",
            Self::NoTls => "check whether the address should begin with `http://` or `https://`",
        }
    }

    /// Whether the next attempt may go better without anybody doing anything.
    fn may_pass(self) -> bool {
        match self {
            Self::NoConnection | Self::TimedOut | Self::Broken | Self::Silent => true,
            Self::OtherCertificate | Self::UntrustedCertificate | Self::NoTls => false,
        }
    }
}

impl CallError {
    /// Whether the same call with the same nonce may succeed a little later.
    pub fn is_retryable(&self) -> bool {
        match self {
            Self::Unreachable { fault, .. } => fault.may_pass(),
            Self::Problem(problem) => may_pass(problem.status),
            Self::Garbled { status, .. } => may_pass(*status),
        }
    }

    /// The server's refusal because it does not know us (any more) or we may not do this.
    pub fn refusal(&self) -> Option<&Problem> {
        match self {
            Self::Problem(problem) if is_refusal(problem.status) => Some(problem),
            Self::Problem(_) | Self::Unreachable { .. } | Self::Garbled { .. } => None,
        }
    }

    /// The problem's kind, such as `slot_taken`, if the server said no.
    pub fn code(&self) -> Option<&str> {
        match self {
            Self::Problem(problem) => Some(problem.code()),
            Self::Unreachable { .. } | Self::Garbled { .. } => None,
        }
    }

    /// What reqwest reports, by what it means to whoever has to mend it.
    pub(crate) fn from_reqwest(host: &str, error: reqwest::Error) -> Self {
        // The path can name a visit; the host alone is for messages.
        let error = error.without_url();
        let fault = match tls_fault(&error) {
            Some(fault) => fault,
            None if error.is_connect() => Fault::NoConnection,
            None if error.is_timeout() => Fault::TimedOut,
            None => Fault::Broken,
        };
        Self::Unreachable { host: host.to_owned(), fault, source: Some(Box::new(error)) }
    }
}

/// An answer that is no success: the server's problem document, or a garbled answer. A refusal without a
/// document, as a proxy would send it, becomes one.
pub(crate) fn not_successful(host: &str, status: StatusCode, problem: Option<Problem>) -> CallError {
    match problem {
        // The document's own status is advice (RFC 9457, 3.1.2); what came over the wire counts.
        Some(problem) => CallError::Problem(Problem { status: status.as_u16(), ..problem }),
        None if is_refusal(status.as_u16()) => {
            CallError::Problem(Problem::new(status.as_u16(), "refused", "the server refuses this sign-on"))
        }
        None => CallError::Garbled {
            host: host.to_owned(),
            status: status.as_u16(),
            fault: "no problem document".to_owned(),
        },
    }
}

fn is_refusal(status: u16) -> bool {
    matches!(status, 401 | 403)
}

/// Timeouts, too early, too many, and everything that a restart or another load mends.
fn may_pass(status: u16) -> bool {
    matches!(status, 408 | 425 | 429 | 500 | 502 | 503 | 504)
}

/// What rustls said, if it was rustls that ended the connection.
fn tls_fault(error: &reqwest::Error) -> Option<Fault> {
    let mut cause: Option<&(dyn Error + 'static)> = error.source();
    while let Some(error) = cause {
        if let Some(found) = error.downcast_ref::<rustls::Error>() {
            return Some(match found {
                rustls::Error::InvalidCertificate(CertificateError::ApplicationVerificationFailure) => {
                    Fault::OtherCertificate
                }
                rustls::Error::InvalidCertificate(_) => Fault::UntrustedCertificate,
                _ => Fault::NoTls,
            });
        }
        // `source` of an I/O error passes over the error that it carries.
        let carried = error.downcast_ref::<std::io::Error>().and_then(std::io::Error::get_ref);
        cause = carried.map(|carried| carried as &(dyn Error + 'static)).or_else(|| error.source());
    }
    None
}
