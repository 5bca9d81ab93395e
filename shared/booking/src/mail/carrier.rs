//! The way to the mail server: SMTP, a step at a time, so that it is known at which one it was refused.

use super::settings::{MailSettings, Security, value};
use foyer_protocol::program::SettingsError;
use lettre::Message;
use lettre::transport::smtp::Error as SmtpError;
use lettre::transport::smtp::authentication::{Credentials, Mechanism};
use lettre::transport::smtp::client::{AsyncSmtpConnection, Certificate, TlsParameters};
use lettre::transport::smtp::commands::{Data, Mail, Rcpt};
use lettre::transport::smtp::extension::{ClientId, Extension, MailBodyParameter, MailParameter};
use std::error::Error as _;
use std::path::Path;
use std::time::Duration;
use tokio::time::error::Elapsed;

/// Why a mail could not be sent. The texts say which step and which code, never a name or an address:
/// what the server says beside its code may hold them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Trouble {
    /// The server cannot be reached, is slow or does not take it now: try again later.
    Later(String),
    /// The server will never take this mail for this address.
    Never(String),
    /// Something of ours is wrong, such as the password: mend it, meanwhile try again.
    OurFault(String),
}

/// The way to the mail server; cheap to clone.
#[derive(Clone)]
pub struct Carrier {
    server: String,
    port: u16,
    security: Security,
    tls: Option<TlsParameters>,
    credentials: Option<Credentials>,
    hello: ClientId,
    timeout: Duration,
    content_timeout: Duration,
}

/// An open connection, for some mails one after the other.
pub struct Line {
    connection: AsyncSmtpConnection,
    timeout: Duration,
    content_timeout: Duration,
    is_usable: bool,
}

/// A step of a mail's way, as it is named where it failed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Step {
    Connect,
    StartTls,
    SignOn,
    Sender,
    Recipient,
    Content,
}

/// Codes of servers that want somebody signed on, or better, at whatever step (RFC 4954, 6).
const WANTS_SIGN_ON: [u16; 4] = [530, 534, 535, 538];

impl Trouble {
    /// The step and why.
    pub fn said(&self) -> &str {
        match self {
            Self::Later(said) | Self::Never(said) | Self::OurFault(said) => said,
        }
    }
}

impl Step {
    fn name(self) -> &'static str {
        match self {
            Self::Connect => "connecting",
            Self::StartTls => "STARTTLS",
            Self::SignOn => "signing on",
            Self::Sender => "the sender",
            Self::Recipient => "the recipient",
            Self::Content => "the content",
        }
    }

    /// What a failure at this step means.
    fn trouble(self, error: &SmtpError) -> Trouble {
        let said = format!("{}: {}", self.name(), reason(error));
        let wants_sign_on = error.status().is_some_and(|code| WANTS_SIGN_ON.contains(&u16::from(code)));
        if wants_sign_on || (self == Self::Recipient && is_policy(error)) {
            return Trouble::OurFault(said);
        }
        match (self, error.is_permanent()) {
            // Refused for good, which only who runs this can change.
            (Self::Connect | Self::StartTls | Self::SignOn | Self::Sender, true) => Trouble::OurFault(said),
            (Self::Recipient | Self::Content, true) => Trouble::Never(said),
            // The server lacks what this mail or our configuration needs.
            (Self::StartTls | Self::SignOn, false) if error.is_client() => Trouble::OurFault(said),
            (Self::Recipient, false) if error.is_client() => Trouble::Never(said),
            (_, false) if error.is_tls() || is_distrust(error) => Trouble::OurFault(said),
            (_, false) => Trouble::Later(said),
        }
    }
}

/// Whether the server would take no mail of ours for anybody there: it does not relay for us, or not from this machine
/// (RFC 3463, 3.8, class 5.7).
fn is_policy(error: &SmtpError) -> bool {
    error.is_permanent() && error.source().is_some_and(|said| said.to_string().starts_with("5.7."))
}

/// Whether the server's certificate is not trusted: waiting does not mend that.
fn is_distrust(error: &SmtpError) -> bool {
    let mut cause = error.source();
    while let Some(inner) = cause {
        let wrapped = inner.downcast_ref::<std::io::Error>().and_then(std::io::Error::get_ref);
        let tls = wrapped.and_then(|wrapped| wrapped.downcast_ref()).or_else(|| inner.downcast_ref());
        if matches!(tls, Some(rustls::Error::InvalidCertificate(_))) {
            return true;
        }
        cause = inner.source();
    }
    false
}

/// Why, without what the server said in words.
fn reason(error: &SmtpError) -> String {
    if let Some(code) = error.status() {
        return format!("refused with {code}");
    }
    let mut said = if error.is_response() { "not understood".to_owned() } else { String::new() };
    let mut cause = error.source().filter(|_| !error.is_response());
    while let Some(inner) = cause {
        let inner_said = inner.to_string();
        if !said.ends_with(&inner_said) {
            let colon = if said.is_empty() { "" } else { ": " };
            said = format!("{said}{colon}{inner_said}");
        }
        cause = inner.source();
    }
    if said.is_empty() { error.to_string() } else { said }
}

fn read(key: &'static str, path: &Path) -> Result<Vec<u8>, SettingsError> {
    std::fs::read(path).map_err(|error| {
        let remedy = "name a file that this program’s user can read";
        value(key, format!("is `{}`: {error}", path.display()), remedy)
    })
}

impl Carrier {
    /// The way that the configuration says; `public_host` is how this server names itself.
    ///
    /// # Errors
    /// A password or certificate that cannot be read.
    pub fn new(settings: &MailSettings, public_host: &str) -> Result<Self, SettingsError> {
        settings.check()?;
        let credentials = match (&settings.user, &settings.password_file) {
            (Some(user), Some(path)) => {
                let password = String::from_utf8_lossy(&read("mail.password_file", path)?).into_owned();
                let password = password.lines().next().unwrap_or_default().to_owned();
                Some(Credentials::new(user.clone(), password))
            }
            _ => None,
        };
        let server = settings.server.trim_matches(['[', ']']).to_owned();
        Ok(Self {
            tls: (settings.security != Security::None).then(|| tls(settings, &server)).transpose()?,
            server,
            port: settings.port(),
            security: settings.security,
            credentials,
            hello: ClientId::Domain(public_host.to_owned()),
            timeout: Duration::from_secs(settings.timeout_seconds.into()),
            content_timeout: Duration::from_secs(settings.content_timeout_seconds.into()),
        })
    }

    /// Where it leads, for people.
    pub fn name(&self) -> String {
        format!("{}:{}", self.server, self.port)
    }

    /// Connects, begins TLS and signs on.
    ///
    /// # Errors
    /// Why that did not succeed.
    pub async fn open(&self) -> Result<Line, Trouble> {
        let opened = tokio::time::timeout(self.timeout, self.connect()).await;
        let connection =
            opened.unwrap_or_else(|_| Err(Trouble::Later(too_slow(Step::Connect, self.timeout))))?;
        let (timeout, content_timeout) = (self.timeout, self.content_timeout);
        Ok(Line { connection, timeout, content_timeout, is_usable: true })
    }

    async fn connect(&self) -> Result<AsyncSmtpConnection, Trouble> {
        let at_once = self.tls.clone().filter(|_| self.security == Security::Tls);
        let server = (self.server.as_str(), self.port);
        let timeout = Some(self.timeout);
        let connected =
            AsyncSmtpConnection::connect_tokio1(server, timeout, &self.hello, at_once, None).await;
        let mut connection = connected.map_err(|error| Step::Connect.trouble(&error))?;
        if let Some(tls) = self.tls.clone().filter(|_| self.security == Security::Starttls) {
            let begun = connection.starttls(tls, &self.hello).await;
            begun.map_err(|error| Step::StartTls.trouble(&error))?;
        }
        if let Some(credentials) = &self.credentials {
            let signed_on = connection.auth(&[Mechanism::Plain, Mechanism::Login], credentials).await;
            signed_on.map_err(|error| Step::SignOn.trouble(&error))?;
        }
        Ok(connection)
    }
}

fn tls(settings: &MailSettings, server: &str) -> Result<TlsParameters, SettingsError> {
    let mut tls = TlsParameters::builder(server.to_owned());
    if let Some(path) = &settings.certificate_authority {
        let key = "mail.certificate_authority";
        let certificate = Certificate::from_pem(&read(key, path)?).map_err(|error| {
            let remedy = "name a file with a certificate in PEM";
            value(key, format!("is `{}`: {}", path.display(), reason(&error)), remedy)
        })?;
        tls = tls.add_root_certificate(certificate);
    }
    tls.build().map_err(|error| {
        let remedy = "look at `certificate_authority` and at the system’s certificates";
        value("mail.security", format!("cannot be set up: {}", reason(&error)), remedy)
    })
}

impl Line {
    /// Hands one mail over.
    ///
    /// # Errors
    /// Why the server has not taken it over.
    pub async fn send(&mut self, mail: &Message) -> Result<(), Trouble> {
        let is_foreign = mail.envelope().to().iter().any(|address| !AsRef::<str>::as_ref(address).is_ascii());
        if is_foreign && !self.connection.server_info().supports_feature(Extension::SmtpUtfEight) {
            let said = "the server takes addresses in ASCII alone (no SMTPUTF8)";
            return Err(Trouble::Never(format!("{}: {said}", Step::Recipient.name())));
        }
        let handed = self.hand_over(mail, is_foreign).await;
        self.is_usable = handed.is_ok();
        handed
    }

    /// `MAIL`, `RCPT`, `DATA` (RFC 5321, 3.3) and the content, for which the server has its own time.
    async fn hand_over(&mut self, mail: &Message, is_foreign: bool) -> Result<(), Trouble> {
        let content = mail.formatted();
        let mut step = Step::Sender;
        let addressed = address(&mut self.connection, mail, is_foreign, content.is_ascii(), &mut step);
        let addressed = tokio::time::timeout(self.timeout, addressed).await;
        judge(step, self.timeout, addressed)?;
        let accepted = self.connection.message(&content);
        let accepted = tokio::time::timeout(self.content_timeout, accepted).await;
        judge(Step::Content, self.content_timeout, accepted.map(|said| said.map(drop)))
    }

    /// Whether another mail can go this way.
    pub fn is_usable(&self) -> bool {
        self.is_usable
    }

    /// Says goodbye.
    pub async fn close(mut self) {
        // Whether the server hears it makes no difference.
        let _ = tokio::time::timeout(self.timeout, self.connection.abort()).await;
    }
}

fn too_slow(step: Step, timeout: Duration) -> String {
    format!("{}: no answer within {} s", step.name(), timeout.as_secs())
}

/// What came of a step within its time.
fn judge(step: Step, time: Duration, ended: Result<Result<(), SmtpError>, Elapsed>) -> Result<(), Trouble> {
    match ended {
        Ok(done) => done.map_err(|error| step.trouble(&error)),
        Err(_) => Err(Trouble::Later(too_slow(step, time))),
    }
}

/// From whom and to whom, up to the content; `step` says how far it came.
async fn address(
    connection: &mut AsyncSmtpConnection,
    mail: &Message,
    is_foreign: bool,
    is_ascii: bool,
    step: &mut Step,
) -> Result<(), SmtpError> {
    let envelope = mail.envelope();
    let mut options = Vec::new();
    if is_foreign {
        options.push(MailParameter::SmtpUtfEight);
    }
    if !is_ascii {
        options.push(MailParameter::Body(MailBodyParameter::EightBitMime));
    }
    connection.command(Mail::new(envelope.from().cloned(), options)).await?;
    *step = Step::Recipient;
    for recipient in envelope.to() {
        connection.command(Rcpt::new(recipient.clone(), Vec::new())).await?;
    }
    *step = Step::Content;
    connection.command(Data).await?;
    Ok(())
}
