//! Sends what lies in the outbox: a few letters at a time, each until the mail server has taken it over.

use super::asked::{self, AskedLetter};
use super::carrier::{Carrier, Line, Trouble};
use super::letter::{Letter, compose};
use super::message::{self, Identity, Sender};
use super::settings::MailSettings;
use crate::app::App;
use crate::store::{About, DueLetter, StoreFault};
use chrono::TimeDelta;
use foyer_domain::Timestamp;
use foyer_protocol::program::SettingsError;
use foyer_text::Language;
use futures_util::future::join_all;
use serde::Serialize;
use std::error::Error;
use std::time::Duration;
use tokio::sync::watch;

/// So many mails are on their way at once.
const AT_ONCE: u32 = 4;
/// So often the outbox is looked into.
const LOOK_EVERY: Duration = Duration::from_secs(1);
/// A claim lasts for connecting and sending, and this much longer.
const MORE_THAN_NEEDED: TimeDelta = TimeDelta::minutes(1);

/// Since when no mail goes out, and why.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, utoipa::ToSchema)]
pub struct Failing {
    /// Since when.
    #[schema(value_type = String, format = DateTime)]
    pub since: Timestamp,
    /// Step and code.
    pub said: String,
}

/// The way out, and how it goes.
pub struct Outbox {
    carrier: Carrier,
    sender: Sender,
    claim: TimeDelta,
    failing: watch::Sender<Option<Failing>>,
}

impl Outbox {
    /// The way that the configuration says.
    ///
    /// # Errors
    /// A password or certificate that cannot be read.
    pub fn new(
        settings: &MailSettings,
        public_host: &str,
        failing: watch::Sender<Option<Failing>>,
    ) -> Result<Self, SettingsError> {
        let claim = TimeDelta::seconds(i64::from(settings.timeout_seconds) * 2) + MORE_THAN_NEEDED;
        let carrier = Carrier::new(settings, public_host)?;
        Ok(Self { carrier, sender: settings.sender()?, claim, failing })
    }

    /// Sends until the server stops; what is on its way then is finished.
    pub async fn run(self, app: App) {
        let mut tick = tokio::time::interval(LOOK_EVERY);
        loop {
            tokio::select! {
                () = app.shutdown.cancelled() => return,
                _ = tick.tick() => {}
            }
            if let Err(fault) = self.empty(&app).await {
                tracing::error!(error = &fault as &dyn Error, "the outbox cannot be read; it is tried again");
            }
        }
    }

    /// Sends all that is due. Connections are kept as long as there is more.
    async fn empty(&self, app: &App) -> Result<(), StoreFault> {
        let mut lines: Vec<Line> = Vec::new();
        while !app.shutdown.is_cancelled() {
            let letters = app.store.claim_letters(AT_ONCE, self.claim, app.now()).await?;
            if letters.is_empty() {
                break;
            }
            let sending: Vec<_> =
                letters.iter().map(|letter| self.deliver(app, letter, lines.pop())).collect();
            let sent: Result<Vec<Option<Line>>, StoreFault> = join_all(sending).await.into_iter().collect();
            lines.extend(sent?.into_iter().flatten());
        }
        join_all(lines.into_iter().map(Line::close)).await;
        Ok(())
    }

    /// Sends one letter and notes what became of it; the connection, if another can go that way.
    async fn deliver(
        &self,
        app: &App,
        letter: &DueLetter,
        line: Option<Line>,
    ) -> Result<Option<Line>, StoreFault> {
        let (line, result) = self.send(app, letter, line).await;
        match result {
            Ok(()) => {
                app.store.letter_sent(letter.id, app.now()).await?;
                if self.failing.send_replace(None).is_some() {
                    tracing::info!("mails are sent again");
                }
            }
            Err(trouble) => {
                self.note(&trouble, app.now());
                let is_dead = app.store.letter_failed(letter.id, trouble, app.now()).await?;
                if is_dead {
                    tracing::error!(
                        letter = letter.id,
                        "a letter is given up; see `foyer-booking mail list`"
                    );
                }
            }
        }
        Ok(line)
    }

    async fn send(
        &self,
        app: &App,
        letter: &DueLetter,
        line: Option<Line>,
    ) -> (Option<Line>, Result<(), Trouble>) {
        let mail = match self.compose(app, letter) {
            Ok(mail) => mail,
            Err(trouble) => return (line, Err(trouble)),
        };
        let mut line = match line {
            Some(line) => line,
            None => match self.carrier.open().await {
                Ok(line) => line,
                Err(trouble) => return (None, Err(trouble)),
            },
        };
        let result = line.send(&mail).await;
        (Some(line).filter(Line::is_usable), result)
    }

    fn compose(&self, app: &App, letter: &DueLetter) -> Result<lettre::Message, Trouble> {
        let never = |said: &str| Trouble::Never(said.to_owned());
        let language = Language::from_tag(&letter.language).unwrap_or_default();
        let id = match &letter.about {
            About::Booking { view, .. } => &view.office,
            About::Asking { asking, .. } => &asking.office,
        };
        let state = app.store.office(id).map_err(|_| never("the office is gone"))?;
        let (office, public_url) = (&*state.office, app.public_url(&state.office));
        let (composed, booking, kind) = match &letter.about {
            About::Booking { kind, view, interpreter, together } => {
                let composed = compose(&Letter {
                    kind: kind.clone(),
                    language,
                    name: &letter.name,
                    office,
                    view,
                    interpreter: *interpreter,
                    together,
                    sequence: letter.sequence,
                    public_url: &public_url,
                    written_at: app.now(),
                });
                (composed, view.booking, kind.name())
            }
            About::Asking { kind, asking } => {
                let letter = AskedLetter { kind, language, office, asking, public_url: &public_url };
                (asked::compose(&letter), asking.id, kind.name())
            }
        };
        let identity = Identity { booking, kind, sequence: letter.sequence };
        // What is wrong with an address may hold the address.
        message::write(&composed, &self.sender, &letter.email, identity, app.now())
            .map_err(|fault| never(&fault.to_string()))
    }

    /// A mail that nobody will ever take says nothing of the way.
    fn note(&self, trouble: &Trouble, now: Timestamp) {
        match trouble {
            Trouble::Never(said) => {
                tracing::warn!(said, "a letter was refused for good");
                return;
            }
            Trouble::Later(said) => tracing::warn!(said, "a letter could not be sent; it is tried again"),
            Trouble::OurFault(said) => {
                tracing::error!(said, "letters cannot be sent until `[mail]` or the mail server is mended");
            }
        }
        self.failing.send_modify(|failing| {
            let since = failing.as_ref().map_or(now, |failing| failing.since);
            *failing = Some(Failing { since, said: trouble.said().to_owned() });
        });
    }
}
