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
use std::collections::BTreeSet;
use std::error::Error;
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Duration;
use tokio::sync::watch;

/// So many mails are on their way at once.
const AT_ONCE: u32 = 4;
/// So often the outbox is looked into.
const LOOK_EVERY: Duration = Duration::from_secs(1);
/// A claim lasts for connecting and sending, and this much longer.
const MORE_THAN_NEEDED: TimeDelta = TimeDelta::minutes(1);
/// After a fault of ours, such as a wrong password, one mail tries again after this: an account with too many wrong
/// passwords is locked.
const AFTER_OUR_FAULT: TimeDelta = TimeDelta::minutes(1);

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
    /// Accepted by the mail server, and not noted while the database was away.
    accepted: Mutex<BTreeSet<i64>>,
    /// When the last fault of ours was met.
    our_fault: Mutex<Option<Timestamp>>,
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
        let seconds = i64::from(settings.timeout_seconds) * 2 + i64::from(settings.content_timeout_seconds);
        let claim = TimeDelta::seconds(seconds) + MORE_THAN_NEEDED;
        let carrier = Carrier::new(settings, public_host)?;
        let (accepted, our_fault) = (Mutex::default(), Mutex::default());
        Ok(Self { carrier, sender: settings.sender()?, claim, failing, accepted, our_fault })
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
        self.note_accepted(app).await?;
        let mut lines: Vec<Line> = Vec::new();
        while !app.shutdown.is_cancelled() {
            let at_once = self.how_many(app.now());
            if at_once == 0 {
                break;
            }
            let letters = app.store.claim_letters(at_once, self.claim, app.now()).await?;
            if letters.is_empty() {
                self.look_whether_all_are_sent(app).await?;
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

    /// How many letters may go now: while something of ours is wrong, one a minute.
    fn how_many(&self, now: Timestamp) -> u32 {
        match *lock(&self.our_fault) {
            None => AT_ONCE,
            Some(at) if now < at + AFTER_OUR_FAULT => 0,
            Some(_) => 1,
        }
    }

    /// Notes what the mail server has accepted while the database was away.
    async fn note_accepted(&self, app: &App) -> Result<(), StoreFault> {
        let accepted = lock(&self.accepted).clone();
        for letter in accepted {
            app.store.letter_sent(letter, app.now()).await?;
            lock(&self.accepted).remove(&letter);
        }
        Ok(())
    }

    /// Where several servers send, another one may have sent what this one could not.
    async fn look_whether_all_are_sent(&self, app: &App) -> Result<(), StoreFault> {
        let is_failing = self.failing.borrow().is_some();
        if is_failing && app.store.letter_counts(app.now()).await?.waiting == 0 {
            self.works_again();
        }
        Ok(())
    }

    fn works_again(&self) {
        *lock(&self.our_fault) = None;
        if self.failing.send_replace(None).is_some() {
            tracing::info!("mails are sent again");
        }
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
                // Until this is noted nobody sends it again, whatever becomes of the database.
                lock(&self.accepted).insert(letter.id);
                self.works_again();
                self.note_accepted(app).await?;
            }
            Err(trouble) => {
                if matches!(trouble, Trouble::OurFault(_)) {
                    *lock(&self.our_fault) = Some(app.now());
                }
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
            About::Booking { kind, view, wished, together } => {
                let composed = compose(&Letter {
                    kind: kind.clone(),
                    language,
                    name: &letter.name,
                    office,
                    view,
                    wished: Some(wished.clone()),
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

/// What stands in it is whole, whoever panicked with it.
fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
