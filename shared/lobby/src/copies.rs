//! Papers that staff want once more, on a kiosk of their choice: told to the kiosk until it says what became of them,
//! and given up after a while. They outlast a restart of the lobby: of each that was announced staff hear either
//! nothing, because it was printed, or once that it may not have been.

use crate::lobby::Lobby;
use crate::notices::NoticeKind;
use crate::store::StoreError;
use chrono::TimeDelta;
use foyer_domain::Timestamp;
use foyer_domain::id::{DeviceId, VisitId};
use foyer_domain::office::Office;
use foyer_protocol::nonce::Nonce;
use serde::{Deserialize, Serialize};
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::watch;

/// A paper that comes later than this is nobody's any more.
const WITHIN: TimeDelta = TimeDelta::seconds(30);

/// What became of it is waited for so long: a printer that has to be helped first takes 50 s.
const TOLD_WITHIN: Duration = Duration::from_secs(90);

/// Who ordered more than a day ago does not wait at the desk any more.
const TAKEN_UP_WITHIN: TimeDelta = TimeDelta::days(1);

/// So many orders are known by their nonces, so that a press that comes again is the same one.
const KNOWN: usize = 200;

/// Open orders rest among the notices, as the notice in waiting that they are, under a kind that no page shows.
const IN_WAITING: &str = "print-ordered";

/// A paper that staff want.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Order {
    /// The press that it came from.
    pub(crate) nonce: Nonce,
    /// Where.
    pub(crate) device: DeviceId,
    /// That terminal's name.
    pub(crate) kiosk: String,
    /// Whose.
    pub(crate) visit: VisitId,
    /// The number on it.
    pub(crate) number: String,
    /// When it was wanted.
    pub(crate) at: Timestamp,
}

impl Order {
    /// The last moment at which somebody wants it.
    pub(crate) fn until(&self) -> Timestamp {
        self.at + WITHIN
    }
}

/// An order's row; its terminal's name and its time stand beside it.
#[derive(Debug, Serialize, Deserialize)]
struct Kept {
    order: Nonce,
    device: DeviceId,
    visit: VisitId,
    number: String,
}

/// What was known of an order that ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Settled {
    /// It was waited for.
    Now,
    /// It had ended before: all that there is to tell was told.
    Before,
    /// It is not known here.
    Unknown,
}

#[derive(Debug, Clone, PartialEq, Eq)]
struct Known {
    order: Order,
    is_open: bool,
}

/// The orders of one office, oldest first. Clones are handles to the same ones.
#[derive(Debug, Clone)]
pub(crate) struct Copies(watch::Sender<Arc<Vec<Known>>>);

impl Default for Copies {
    fn default() -> Self {
        Self(watch::Sender::new(Arc::default()))
    }
}

/// Tells of every change of the orders.
pub(crate) struct Changes(watch::Receiver<Arc<Vec<Known>>>);

impl Changes {
    /// Waits for the next change; the first one is there at once.
    pub(crate) async fn changed(&mut self) {
        if self.0.changed().await.is_err() {
            // The channel lives as long as the lobby: nothing changes after it.
            std::future::pending::<()>().await;
        }
    }

    async fn until_settled(&mut self, nonce: Nonce) {
        let is_open =
            |all: &Arc<Vec<Known>>| all.iter().any(|known| known.order.nonce == nonce && known.is_open);
        // The channel lives as long as the lobby.
        let _ = self.0.wait_for(|all| !is_open(all)).await;
    }
}

impl Copies {
    /// Begins an order; whether it is new. The same press is one order, whatever has become of it.
    fn begin(&self, order: Order) -> bool {
        self.0.send_if_modified(|all| {
            if all.iter().any(|known| known.order.nonce == order.nonce) {
                return false;
            }
            let all = Arc::make_mut(all);
            all.push(Known { order, is_open: true });
            let too_many = all.len().saturating_sub(KNOWN);
            all.drain(..too_many);
            true
        })
    }

    /// What became of an order is known, or nobody waits for it any more.
    pub(crate) fn settle(&self, nonce: Nonce) -> Settled {
        let mut settled = Settled::Unknown;
        self.0.send_if_modified(|all| {
            let Some(index) = all.iter().position(|known| known.order.nonce == nonce) else { return false };
            let was_open = all[index].is_open;
            settled = if was_open { Settled::Now } else { Settled::Before };
            if was_open {
                Arc::make_mut(all)[index].is_open = false;
            }
            was_open
        });
        settled
    }

    /// What a kiosk still has to print.
    pub(crate) fn open_for(&self, device: &DeviceId) -> Vec<Order> {
        let all = self.0.borrow();
        let open = all.iter().filter(|known| known.is_open && known.order.device == *device);
        open.map(|known| known.order.clone()).collect()
    }

    /// Hears of every change, and of what was ordered until now.
    pub(crate) fn changes(&self) -> Changes {
        let mut changes = self.0.subscribe();
        changes.mark_changed();
        Changes(changes)
    }
}

/// Orders a paper. It is on the disk before the kiosk hears of it.
pub(crate) async fn order(lobby: &Lobby, order: Order) {
    let row = keep(lobby, &order).await;
    if lobby.copies().begin(order.clone()) {
        tokio::spawn(give_up(lobby.clone(), order, row, TOLD_WITHIN));
    } else {
        // The same press came twice.
        forget(lobby, row).await;
    }
}

/// Takes up what a lobby that ended had announced: the kiosk is told again and says what it knows of it.
///
/// # Errors
/// A database that does not answer.
pub(crate) async fn take_up(lobby: &Lobby) -> Result<(), StoreError> {
    let rows = lobby.registry().notices(lobby.clock().now() - TAKEN_UP_WITHIN).await?;
    let state = lobby.state();
    for row in rows.into_iter().rev().filter(|row| row.kind == IN_WAITING) {
        let Ok(kept) = serde_json::from_str::<Kept>(&row.detail) else { continue };
        let Kept { order, device, visit, number } = kept;
        let at = crate::store::moment(row.at_ms);
        let order = Order { nonce: order, device, kiosk: row.subject, visit, number, at };
        // Yesterday's number may be somebody else's today, and its kiosk cannot be asked about a visit that is over.
        let is_of_today = |office: &Office| office.day(at) == office.day(lobby.clock().now());
        if state.office().is_some_and(|office| !is_of_today(office)) || !lobby.copies().begin(order.clone()) {
            forget(lobby, Some(row.id)).await;
        } else {
            tokio::spawn(give_up(lobby.clone(), order, Some(row.id), TOLD_WITHIN));
        }
    }
    Ok(())
}

/// Tells staff of a kiosk that does not say what became of the paper; of one that failed the kiosk tells. An order
/// that is open at the lobby's end keeps its row.
async fn give_up(lobby: Lobby, order: Order, row: Option<i64>, within: Duration) {
    let shutdown = lobby.shutdown();
    let mut changes = lobby.copies().changes();
    tokio::select! {
        biased;
        () = changes.until_settled(order.nonce) => {}
        () = shutdown.cancelled() => return,
        () = tokio::time::sleep(within) => {
            if lobby.copies().settle(order.nonce) == Settled::Now {
                lobby.notices().tell(NoticeKind::PrintFailed, &order.kiosk, &order.number).await;
            }
        }
    }
    forget(&lobby, row).await;
}

async fn keep(lobby: &Lobby, order: &Order) -> Option<i64> {
    let kept = Kept {
        order: order.nonce,
        device: order.device.clone(),
        visit: order.visit,
        number: order.number.clone(),
    };
    let detail = serde_json::to_string(&kept).expect("an order has texts as keys");
    let kept = lobby.registry().keep_notice(order.at, IN_WAITING, order.kiosk.clone(), detail).await;
    // A lobby whose disk is full still orders papers.
    kept.inspect_err(|error| tracing::error!(error = error as &dyn std::error::Error, "an order is not kept"))
        .ok()
}

async fn forget(lobby: &Lobby, row: Option<i64>) {
    let Some(row) = row else { return };
    if let Err(error) = lobby.registry().drop_notice(row).await {
        tracing::error!(error = &error as &dyn std::error::Error, "an order that ended is still kept");
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Config;
    use crate::serve;
    use foyer_domain::engine::Command;
    use foyer_domain::visit::Actor;
    use foyer_protocol::program::Clock;
    use tokio_util::sync::CancellationToken;

    fn order(nonce: Nonce, device: &DeviceId, visit: u64) -> Order {
        let at = crate::store::moment(1_790_000_000_000);
        let (kiosk, number) = ("Eingang".to_owned(), "A017".to_owned());
        Order { nonce, device: device.clone(), kiosk, visit: VisitId(visit), number, at }
    }

    #[test]
    fn the_same_press_is_one_order_and_is_told_until_it_is_settled() {
        let (copies, one, other) = (Copies::default(), DeviceId::from("k1"), DeviceId::from("k2"));
        let nonce = Nonce::random();
        assert_eq!(copies.settle(nonce), Settled::Unknown);
        assert!(copies.begin(order(nonce, &one, 1)));
        assert!(!copies.begin(order(nonce, &one, 1)));
        assert_eq!((copies.open_for(&one).len(), copies.open_for(&other).len()), (1, 0));
        assert_eq!(copies.settle(nonce), Settled::Now);
        assert_eq!(copies.settle(nonce), Settled::Before, "once");
        assert!(!copies.begin(order(nonce, &one, 1)), "a press of before prints nothing again");
        assert_eq!(copies.open_for(&one), []);
        for visit in 0..2 * KNOWN as u64 {
            copies.begin(order(Nonce::random(), &other, visit));
        }
        assert_eq!(copies.open_for(&other).len(), KNOWN, "memory is bounded");
    }

    async fn told(lobby: &Lobby) -> Vec<(NoticeKind, String, String)> {
        let notices = lobby.notices().list().await.unwrap();
        notices.into_iter().map(|notice| (notice.kind, notice.subject, notice.detail)).collect()
    }

    #[tokio::test]
    async fn staff_are_told_once_of_an_order_that_nobody_answers_also_by_the_next_lobby() {
        let folder = tempfile::tempdir().unwrap();
        let config = Config::local(folder.path());
        let running = serve::start(&config, CancellationToken::new()).await.unwrap();
        let device = DeviceId::from("k1");
        let at = running.lobby.clock().now();
        let ordered = Order { at, ..self::order(Nonce::random(), &device, 1) };
        super::order(&running.lobby, ordered.clone()).await;
        super::order(&running.lobby, ordered.clone()).await;
        assert_eq!(told(&running.lobby).await, [], "it is under way");
        running.close().await;

        let running = serve::start(&config, CancellationToken::new()).await.unwrap();
        let lobby = running.lobby.clone();
        let known = Order { at: crate::store::moment(crate::store::millis(at)), ..ordered.clone() };
        assert_eq!(lobby.copies().open_for(&device), [known], "the kiosk is asked again");
        let rows = lobby.registry().notices(at - TAKEN_UP_WITHIN).await.unwrap();
        assert_eq!(rows.len(), 1, "one press, one order");
        // The row is let go by whoever took the order up.
        give_up(lobby.clone(), ordered.clone(), None, Duration::ZERO).await;
        let one = [(NoticeKind::PrintFailed, "Eingang".to_owned(), "A017".to_owned())];
        assert_eq!(told(&lobby).await, one);
        assert_eq!(lobby.copies().settle(ordered.nonce), Settled::Before);
        let rows = async || lobby.registry().notices(at - TAKEN_UP_WITHIN).await.unwrap();
        while rows().await.iter().any(|row| row.kind == IN_WAITING) {
            tokio::task::yield_now().await;
        }
        drop(lobby);
        running.close().await;

        let running = serve::start(&config, CancellationToken::new()).await.unwrap();
        assert_eq!(running.lobby.copies().open_for(&device), [], "it has ended");
        assert_eq!(told(&running.lobby).await, one);
        running.close().await;
    }

    #[tokio::test]
    async fn an_order_of_yesterday_is_nobodys_today() {
        let folder = tempfile::tempdir().unwrap();
        let config = Config::local(folder.path());
        let (device, before_midnight) = (DeviceId::from("k1"), "2026-11-23T22:59:30Z".parse().unwrap());
        let start = async |after: TimeDelta| {
            let (clock, _hands) = Clock::by_hand(None, before_midnight + after);
            serve::start_by(&config, Some(clock), CancellationToken::new()).await.unwrap()
        };
        let running = start(TimeDelta::zero()).await;
        let office: Office = serde_json::from_value(serde_json::json!({
            "id": "mitte", "number": 7, "name": "Mitte", "address": "Markt 1", "time_zone": "Europe/Berlin",
            "areas": [], "services": [], "counters": [], "hours": [],
        }))
        .unwrap();
        running.lobby.ask(Actor::Booking, None, Command::AdoptOffice(Box::new(office))).await.unwrap();
        let ordered = Order { at: before_midnight, ..self::order(Nonce::random(), &device, 1) };
        super::order(&running.lobby, ordered.clone()).await;
        running.close().await;
        let running = start(TimeDelta::seconds(20)).await;
        assert_eq!(running.lobby.copies().open_for(&device), [ordered], "still today");
        running.close().await;

        let running = start(TimeDelta::minutes(1)).await;
        assert_eq!(running.lobby.copies().open_for(&device), []);
        let rows = running.lobby.registry().notices(before_midnight).await.unwrap();
        assert_eq!((rows.len(), told(&running.lobby).await), (0, Vec::new()), "and nobody is told");
        running.close().await;
    }
}
