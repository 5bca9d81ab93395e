//! The handle to a running lobby: what pages and the device API ask and read.

use crate::beside::Beside;
use crate::board::Board;
use crate::broadcast::Broadcasts;
use crate::copies::Copies;
use crate::devices::Devices;
use crate::link::BookingLink;
use crate::notices::Notices;
use crate::owner::{Answer, FeedStep, Job, Taken, Tidy};
use crate::persons::shows_names;
use crate::presence::Presence;
use crate::screens::Screens;
use crate::slides::Slides;
use crate::speech::Speech;
use crate::staff::Staff;
use crate::store::persons::Persons;
use crate::store::registry::Registry;
use crate::troubles::Troubles;
use foyer_domain::alone::ListKey;
use foyer_domain::attempts::Attempts;
use foyer_domain::engine::{Command, QueueState, Refusal, Reply};
use foyer_domain::id::{DeviceId, VisitId};
use foyer_domain::visit::Actor;
use foyer_protocol::feed::{PersonName, Report};
use foyer_protocol::lobby::HandOverRequest;
use foyer_protocol::log::Record;
use foyer_protocol::nonce::Nonce;
use foyer_protocol::program::Clock;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use tokio::sync::{broadcast, mpsc, oneshot, watch};
use tokio_util::sync::CancellationToken;

/// What is durable and may be shown.
#[derive(Debug, Clone)]
pub struct Published {
    /// The log's position.
    pub seq: u64,
    /// The queue at that position.
    pub state: Arc<QueueState>,
    pub(crate) beside: Arc<Beside>,
    pub(crate) last_report: u64,
}

impl PartialEq for Published {
    /// Positions tell states apart; what lies beside them is compared by identity, which is enough to know
    /// whether anything was changed.
    fn eq(&self, other: &Self) -> bool {
        self.seq == other.seq && Arc::ptr_eq(&self.beside, &other.beside)
    }
}

/// An answer that is durable.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answered {
    /// The answer.
    pub reply: Reply,
    /// The log's position after it; [`Lobby::state`] is at least as new.
    pub seq: u64,
}

/// Why a command changed nothing.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum LobbyError {
    /// The rules do not allow it.
    #[error(transparent)]
    Refused(#[from] Refusal),
    /// Somebody else used this nonce.
    #[error("this nonce was used by somebody else; make a new one for every attempt")]
    NonceTaken,
    /// It could not be made durable, so it has not happened.
    #[error("the lobby cannot write to its disk; nothing was changed, please try again")]
    StorageUnavailable,
}

/// A running lobby. Clones are handles to the same one.
#[derive(Clone)]
pub struct Lobby {
    inner: Arc<Inner>,
}

pub(crate) struct Inner {
    pub(crate) jobs: mpsc::Sender<Job>,
    pub(crate) published: watch::Receiver<Published>,
    pub(crate) records: broadcast::Sender<Arc<Record>>,
    pub(crate) screens: Arc<Screens>,
    pub(crate) clock: Clock,
    pub(crate) staff: Staff,
    pub(crate) devices: Devices,
    pub(crate) notices: Notices,
    pub(crate) board: Board,
    pub(crate) broadcasts: Broadcasts,
    pub(crate) slides: Slides,
    pub(crate) speech: Speech,
    pub(crate) copies: Copies,
    pub(crate) presence: Presence,
    pub(crate) troubles: Troubles,
    pub(crate) registry: Registry,
    pub(crate) persons: Persons,
    pub(crate) link: watch::Sender<BookingLink>,
    pub(crate) keypads: Mutex<Attempts<DeviceId>>,
    pub(crate) list_key: ListKey,
    pub(crate) lists: watch::Sender<u64>,
    pub(crate) late_ones: watch::Sender<Arc<Vec<VisitId>>>,
    /// Whether this process has recognised that its log was restored.
    pub(crate) restored: AtomicBool,
    pub(crate) tls: bool,
    pub(crate) shutdown: CancellationToken,
}

impl Lobby {
    pub(crate) fn new(inner: Inner) -> Self {
        Self { inner: Arc::new(inner) }
    }

    /// Asks the queue for something; the answer comes when it is durable. The same nonce from the same actor
    /// gets the same answer again for 48 h.
    ///
    /// # Errors
    /// A refusal by the rules, a nonce of somebody else, storage.
    pub async fn ask(
        &self,
        actor: Actor,
        nonce: Option<Nonce>,
        command: Command,
    ) -> Result<Answered, LobbyError> {
        self.job(|answer| Job::Ask { actor, nonce, command, answer }).await?
    }

    /// Takes over what a kiosk did while it was alone; the answer comes when it is durable.
    ///
    /// # Errors
    /// No number left for who needs another, a nonce of somebody else, storage.
    pub(crate) async fn hand_over(
        &self,
        actor: Actor,
        nonce: Nonce,
        request: HandOverRequest,
    ) -> Result<Answered, LobbyError> {
        let request = Box::new(request);
        self.job(|answer| Job::HandOver { actor, nonce, request, answer }).await?
    }

    /// What was answered to a nonce of this actor, if anything.
    ///
    /// # Errors
    /// A nonce of somebody else, storage.
    pub async fn recollect(&self, actor: Actor, nonce: Nonce) -> Result<Option<Answered>, LobbyError> {
        self.job(|answer| Job::Recollect { actor, nonce, answer }).await?
    }

    /// Hands over a change of the feed; what comes back waits for it to be durable. Changes that are handed
    /// over one after the other share commits and keep their order.
    pub(crate) async fn follow(
        &self,
        step: FeedStep,
    ) -> Result<oneshot::Receiver<Result<Taken, LobbyError>>, LobbyError> {
        let (answer, answered) = oneshot::channel();
        let job = Job::Follow { step: Box::new(step), answer };
        self.inner.jobs.send(job).await.map_err(|_| LobbyError::StorageUnavailable)?;
        Ok(answered)
    }

    pub(crate) async fn reports(&self, limit: u32) -> Result<Vec<Report>, LobbyError> {
        self.job(|answer| Job::Reports { limit, answer }).await
    }

    pub(crate) async fn reported(&self, up_to: u64) -> Result<(), LobbyError> {
        self.job(|answer| Job::Reported { up_to, answer }).await
    }

    /// Does a part of what is due by the log's age; answers whether there is more.
    pub(crate) async fn tidy(&self, tidy: Tidy) -> Result<bool, LobbyError> {
        let tidy = Box::new(tidy);
        self.job(|answer| Job::Tidy { tidy, answer }).await
    }

    /// Ends the owner's thread after what is under way.
    pub(crate) async fn stop(&self) {
        // A closed channel means that it has ended already.
        let _ = self.inner.jobs.send(Job::Stop).await;
    }

    async fn job<T>(&self, job: impl FnOnce(Answer<T>) -> Job) -> Result<T, LobbyError> {
        let (answer, answered) = oneshot::channel();
        let job = job(answer);
        self.inner.jobs.send(job).await.map_err(|_| LobbyError::StorageUnavailable)?;
        // The owner drops the answers of a batch that it could not commit.
        answered.await.map_err(|_| LobbyError::StorageUnavailable)
    }

    /// The queue as it is now.
    pub fn state(&self) -> Arc<QueueState> {
        Arc::clone(&self.inner.published.borrow().state)
    }

    /// The queue as it is now, with its position in the log.
    pub fn published(&self) -> Published {
        self.inner.published.borrow().clone()
    }

    /// Tells whenever something was published; the newest is always there.
    pub fn changes(&self) -> watch::Receiver<Published> {
        self.inner.published.clone()
    }

    /// Every event from now on, as it is in the log. Who is too slow gets `Lagged` and reads the state anew.
    pub fn events(&self) -> broadcast::Receiver<Arc<Record>> {
        self.inner.records.subscribe()
    }

    /// The lobby's clock.
    pub fn clock(&self) -> Clock {
        self.inner.clock
    }

    /// Staff and sessions.
    pub fn staff(&self) -> &Staff {
        &self.inner.staff
    }

    /// Terminals and enrolment.
    pub fn devices(&self) -> &Devices {
        &self.inner.devices
    }

    /// What staff should know.
    pub fn notices(&self) -> &Notices {
        &self.inner.notices
    }

    /// Which desks are there.
    pub(crate) fn presence(&self) -> &Presence {
        &self.inner.presence
    }

    /// Which terminals are in trouble.
    pub fn troubles(&self) -> &Troubles {
        &self.inner.troubles
    }

    /// What staff tell one another.
    pub fn board(&self) -> &Board {
        &self.inner.board
    }

    /// What is told to everybody.
    pub fn broadcasts(&self) -> &Broadcasts {
        &self.inner.broadcasts
    }

    /// What displays show while nobody is called.
    pub(crate) fn speech(&self) -> &Speech {
        &self.inner.speech
    }

    pub(crate) fn slides(&self) -> &Slides {
        &self.inner.slides
    }

    /// Papers that staff want once more.
    pub(crate) fn copies(&self) -> &Copies {
        &self.inner.copies
    }

    /// How the link to the booking server is, and tells when that changes.
    pub fn link(&self) -> watch::Receiver<BookingLink> {
        self.inner.link.subscribe()
    }

    /// Whether cookies must be marked as secure: the pages come over TLS.
    pub fn secure_cookies(&self) -> bool {
        self.inner.tls
    }

    /// Ends when the program stops; event streams must end with it.
    pub fn shutdown(&self) -> CancellationToken {
        self.inner.shutdown.clone()
    }

    pub(crate) fn set_link(&self, link: BookingLink) {
        self.inner.link.send_if_modified(|now| {
            let changed = *now != link;
            *now = link;
            changed
        });
    }

    pub(crate) fn persons(&self) -> &Persons {
        &self.inner.persons
    }

    /// Who booked the visit, in an office that shows names; `None` elsewhere, without a booking, and once the visit is
    /// over for a minute.
    pub fn name_of(&self, visit: VisitId) -> Option<PersonName> {
        let state = self.state();
        let booking = state.visit(visit)?.booking.filter(|_| shows_names(&state))?;
        self.inner.persons.name(booking)
    }

    /// What a clerk noted about a visit; `None` once it is over for a minute.
    pub(crate) fn note_of(&self, visit: VisitId) -> Option<String> {
        self.inner.persons.note(visit)
    }

    pub(crate) fn registry(&self) -> &Registry {
        &self.inner.registry
    }

    /// The key that signs day lists.
    pub(crate) fn list_key(&self) -> &ListKey {
        &self.inner.list_key
    }

    /// Whether it is the first time in this process that the log is recognised as restored.
    pub(crate) fn recognise_restored(&self) -> bool {
        !self.inner.restored.swap(true, Ordering::SeqCst)
    }

    /// Tells when day lists may have changed.
    pub(crate) fn lists(&self) -> &watch::Sender<u64> {
        &self.inner.lists
    }

    /// Who waits and will not be done before closing, in the order of the queue.
    pub(crate) fn late_ones(&self) -> &watch::Sender<Arc<Vec<VisitId>>> {
        &self.inner.late_ones
    }

    pub(crate) fn screens(&self) -> &Screens {
        &self.inner.screens
    }

    pub(crate) fn keypads(&self) -> MutexGuard<'_, Attempts<DeviceId>> {
        self.inner.keypads.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
