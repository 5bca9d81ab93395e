//! `GET /stream`: what a terminal is pushed.

use super::auth::Terminal;
use crate::copies;
use crate::devices::{Device, OpenStream};
use crate::lists;
use crate::lobby::Lobby;
use crate::restored;
use crate::screens::{Shown, Waits, What};
use crate::slides::SlideFile;
use crate::views;
use axum::extract::State;
use axum::http::HeaderMap;
use axum::response::sse::{Event, KeepAlive, Sse};
use foyer_domain::estimate::Span;
use foyer_domain::id::AreaId;
use foyer_protocol::lobby::{Broadcast, DayList, DeviceKind, DisplayEvent, KioskEvent};
use foyer_protocol::nonce::Nonce;
use futures_util::stream::{self, Stream};
use std::collections::{BTreeSet, VecDeque};
use std::convert::Infallible;
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::{broadcast, watch};
use tokio_util::sync::CancellationToken;

/// A comment goes out this often, so that a terminal knows that the link still stands.
const HEARTBEAT: Duration = Duration::from_secs(10);
/// … and to a display: it says after five seconds that what it shows may be old. A script sees events and no comments.
const BEAT: Duration = Duration::from_secs(2);

pub(super) async fn stream(
    State(lobby): State<Lobby>,
    Terminal(terminal): Terminal,
    headers: HeaderMap,
) -> Sse<impl Stream<Item = Result<Event, Infallible>>> {
    let last = headers.get("last-event-id").and_then(|value| value.to_str().ok());
    let last = last.and_then(|id| id.parse().ok());
    if last.is_some_and(|last| last > lobby.screens().head()) {
        restored::recognised(&lobby, &terminal.device.name).await;
    }
    let alive = match terminal.device.kind {
        DeviceKind::Display => {
            KeepAlive::new().interval(BEAT).event(Event::default().event("beat").data("1"))
        }
        DeviceKind::Kiosk => KeepAlive::new().interval(HEARTBEAT).text("still here"),
    };
    let reader = Reader::new(lobby, terminal, last);
    let events =
        stream::unfold(
            reader,
            |mut reader| async move { reader.next().await.map(|event| (Ok(event), reader)) },
        );
    Sse::new(events).keep_alive(alive)
}

struct Reader {
    lobby: Lobby,
    device: Device,
    /// The areas that staff gave it.
    assigned: Vec<AreaId>,
    revoked: CancellationToken,
    shutdown: CancellationToken,
    live: broadcast::Receiver<Arc<Shown>>,
    /// Told when staff want a paper once more.
    copies: copies::Changes,
    /// The orders that were told on this stream.
    ordered: BTreeSet<Nonce>,
    /// Told when the day list may have changed.
    lists: watch::Receiver<u64>,
    /// What everybody is told.
    broadcasts: watch::Receiver<Option<Arc<Broadcast>>>,
    /// What displays show while nobody is called.
    slides: watch::Receiver<Arc<Vec<SlideFile>>>,
    /// The day list that was sent.
    list: Option<DayList>,
    ready: VecDeque<Event>,
    /// The wait that this display was told last.
    told: Option<Option<Span>>,
    /// Events up to this position are in what was sent.
    sent: u64,
    _open: OpenStream,
}

impl Reader {
    fn new(lobby: Lobby, terminal: crate::devices::Terminal, after: Option<u64>) -> Self {
        let open = lobby.devices().stream_opened(&terminal.device.id);
        let opened = lobby.screens().open(after);
        let mut lists = lobby.lists().subscribe();
        lists.mark_changed();
        let broadcasts = lobby.broadcasts().changes();
        // What was ordered while the kiosk was away is told now; it knows what it has printed.
        let copies = lobby.copies().changes();
        let mut reader = Self {
            copies,
            ordered: BTreeSet::new(),
            lists,
            broadcasts,
            slides: lobby.slides().changes(),
            list: None,
            shutdown: lobby.shutdown(),
            lobby,
            assigned: terminal.device.areas.clone(),
            device: terminal.device,
            revoked: terminal.revoked,
            live: opened.live,
            ready: VecDeque::new(),
            told: None,
            sent: after.unwrap_or(0),
            _open: open,
        };
        reader.watch();
        match opened.missed {
            Some(missed) => {
                // Pictures have no position in the log.
                reader.slides.mark_changed();
                let everything = missed.iter().any(|shown| shown.what == What::Everything);
                let broadcasts = reader.lobby.broadcasts();
                if everything || broadcasts.has_changed() || broadcasts.told().is_some() {
                    // What was missed is in it; told after it, an older call would sound anew.
                    reader.take_snapshot();
                } else {
                    for shown in missed {
                        reader.take(&shown);
                    }
                }
                // The wait has no position of its own, so that it may have changed unnoticed.
                reader.take(&Shown {
                    seq: opened.head,
                    audience: crate::screens::Audience::All,
                    what: What::Waits(opened.waits),
                });
            }
            None => reader.take_snapshot(),
        }
        reader
    }

    /// The next event; `None` ends the stream: the program stops, the terminal is revoked, or it reads too
    /// slowly and does better to come back.
    async fn next(&mut self) -> Option<Event> {
        loop {
            if self.revoked.is_cancelled() {
                return None;
            }
            if let Some(event) = self.ready.pop_front() {
                return Some(event);
            }
            let is_kiosk = self.device.kind == DeviceKind::Kiosk;
            tokio::select! {
                () = self.shutdown.cancelled() => return None,
                () = self.revoked.cancelled() => return None,
                Ok(()) = self.lists.changed(), if is_kiosk => self.take_list().await,
                // It has no position in the log.
                Ok(()) = self.broadcasts.changed() => self.take_snapshot(),
                Ok(()) = self.slides.changed(), if !is_kiosk => self.take_snapshot(),
                () = self.copies.changed(), if is_kiosk => self.take_orders(),
                shown = self.live.recv() => {
                    let shown = shown.ok()?;
                    // What a snapshot already holds is not told again.
                    if shown.seq > self.sent || matches!(shown.what, What::Waits(_)) {
                        self.take(&shown);
                    }
                }
            }
        }
    }

    fn take(&mut self, shown: &Shown) {
        match (&shown.what, self.device.kind) {
            (What::Everything, _) if self.is_for_me(shown) => return self.take_snapshot(),
            (What::Display(data), DeviceKind::Display) if self.is_for_me(shown) => {
                self.ready.push_back(event("display", shown.seq).data(data));
            }
            // How many are ahead changes more often than what displays show.
            (What::Waits(waits), DeviceKind::Display) if self.told != Some(waits.walk_in) => {
                self.told = Some(waits.walk_in);
                let waits = DisplayEvent::Waits { walk_in: waits.walk_in };
                self.push("display", shown.seq, &waits);
            }
            (What::Waits(_), DeviceKind::Display) => {}
            (What::Waits(waits), DeviceKind::Kiosk) => {
                let Waits { walk_in, services } = waits.clone();
                self.push("kiosk", shown.seq, &KioskEvent::Waits { walk_in, services });
            }
            (What::Everything | What::Display(_), _) => {}
        }
        self.sent = self.sent.max(shown.seq);
    }

    fn is_for_me(&self, shown: &Shown) -> bool {
        match (&shown.audience, self.device.kind) {
            (crate::screens::Audience::Displays(_), DeviceKind::Kiosk) => false,
            (audience, _) => audience.watches(&self.device.areas),
        }
    }

    /// The areas that it watches, of those that the office has now: one that was given up is nobody's any more. A display
    /// that is left without any watches all, since somebody may still sit before it.
    fn watch(&mut self) {
        if let Some(office) = self.lobby.state().office() {
            self.device.areas =
                self.assigned.iter().filter(|area| office.area(area).is_some()).cloned().collect();
        }
    }

    /// Everything as it is now. Before the first configuration there is nothing to show; its arrival is an
    /// event of its own.
    fn take_snapshot(&mut self) {
        self.watch();
        let published = self.lobby.published();
        let (state, clock) = (&published.state, self.lobby.clock());
        let waits = self.lobby.screens().waits();
        self.told = Some(waits.walk_in);
        let list_key = self.lobby.list_key().public();
        let broadcast = self.lobby.broadcasts().told();
        match self.device.kind {
            DeviceKind::Display => {
                let slides = self.slides.borrow_and_update().iter().map(|slide| slide.view.clone()).collect();
                let beside = views::Beside { walk_in: waits.walk_in, broadcast, slides };
                if let Some(snapshot) = views::display(state, &self.device, clock, beside) {
                    let snapshot = Box::new(snapshot);
                    self.push("display", published.seq, &DisplayEvent::Snapshot { snapshot });
                }
            }
            DeviceKind::Kiosk => {
                if let Some(snapshot) = views::kiosk(state, &self.device, clock, waits, list_key, broadcast) {
                    let snapshot = Box::new(snapshot);
                    self.push("kiosk", published.seq, &KioskEvent::Snapshot { snapshot });
                }
            }
        }
        self.sent = self.sent.max(published.seq);
    }

    /// The kiosk's day list, if it says anything new.
    async fn take_list(&mut self) {
        let Some(list) = lists::current(&self.lobby, &self.device).await else { return };
        let now = self.lobby.clock().now();
        let news = self
            .list
            .as_ref()
            .is_none_or(|sent| !lists::say_the_same(sent, &list) || lists::is_old(sent, now));
        if news {
            let text = serde_json::to_string(&list).expect("a list has texts as keys");
            let signed = self.lobby.list_key().sign(text);
            self.push("kiosk", self.sent, &KioskEvent::DayList { list: signed });
            self.list = Some(list);
        }
    }

    /// The papers that this kiosk is to print once more.
    fn take_orders(&mut self) {
        let published = self.lobby.published();
        let now = self.lobby.clock().now();
        for order in self.lobby.copies().open_for(&self.device.id) {
            let Some(ticket) = views::ticket(&published, order.visit, now, false) else { continue };
            if self.ordered.insert(order.nonce) {
                let booking = published.state.visit(order.visit).and_then(|visit| visit.booking);
                let language = booking.and_then(|id| published.state.booking(id)?.language.clone());
                let (order, until) = (order.nonce, order.until());
                let event = KioskEvent::Print { order, ticket: Box::new(ticket), language, until };
                self.push("kiosk", self.sent, &event);
            }
        }
    }

    fn push<T: serde::Serialize>(&mut self, name: &str, seq: u64, data: &T) {
        let data = serde_json::to_string(data).expect("events have texts as keys");
        self.ready.push_back(event(name, seq).data(data));
    }
}

fn event(name: &str, seq: u64) -> Event {
    Event::default().event(name).id(seq.to_string())
}
