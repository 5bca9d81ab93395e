//! Papers that staff want once more, on a kiosk of their choice. They are of the moment: kept in memory alone, told to
//! the kiosk until it says what became of them, and given up after a while.

use foyer_domain::id::{DeviceId, VisitId};
use foyer_protocol::nonce::Nonce;
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::watch;

/// A paper that comes later than this is nobody's any more.
pub(crate) const WITHIN: Duration = Duration::from_secs(30);

/// So many orders are known by their nonces, so that a press that comes again is the same one.
const KNOWN: usize = 200;

/// A paper that staff want.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Order {
    /// The press that it came from.
    pub(crate) nonce: Nonce,
    /// Where.
    pub(crate) device: DeviceId,
    /// Whose.
    pub(crate) visit: VisitId,
    is_open: bool,
}

impl Order {
    /// Whether nobody knows yet what became of it.
    pub(crate) fn is_open(&self) -> bool {
        self.is_open
    }
}

/// The orders of one office, oldest first. Clones are handles to the same ones.
#[derive(Debug, Clone)]
pub(crate) struct Copies(watch::Sender<Arc<Vec<Order>>>);

impl Default for Copies {
    fn default() -> Self {
        Self(watch::Sender::new(Arc::default()))
    }
}

impl Copies {
    /// Orders a paper; whether it is new. The same press is one order, whatever has become of it.
    pub(crate) fn order(&self, nonce: Nonce, device: DeviceId, visit: VisitId) -> bool {
        self.0.send_if_modified(|orders| {
            if orders.iter().any(|order| order.nonce == nonce) {
                return false;
            }
            let orders = Arc::make_mut(orders);
            orders.push(Order { nonce, device, visit, is_open: true });
            let too_many = orders.len().saturating_sub(KNOWN);
            orders.drain(..too_many);
            true
        })
    }

    /// What became of an order is known, or nobody waits for it any more; whether it was open.
    pub(crate) fn close(&self, nonce: Nonce) -> bool {
        self.0.send_if_modified(|orders| {
            let is_it = |order: &Order| order.nonce == nonce && order.is_open;
            let Some(index) = orders.iter().position(is_it) else { return false };
            Arc::make_mut(orders)[index].is_open = false;
            true
        })
    }

    /// What a kiosk still has to print.
    pub(crate) fn open_for(&self, device: &DeviceId) -> Vec<Order> {
        let orders = self.0.borrow();
        orders.iter().filter(|order| order.is_open && order.device == *device).cloned().collect()
    }

    /// Hears of every change.
    pub(crate) fn changes(&self) -> watch::Receiver<Arc<Vec<Order>>> {
        self.0.subscribe()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_press_is_one_order_and_is_told_until_it_is_closed() {
        let (copies, one, other) = (Copies::default(), DeviceId::from("k1"), DeviceId::from("k2"));
        let nonce = Nonce::random();
        assert!(copies.order(nonce, one.clone(), VisitId(1)));
        assert!(!copies.order(nonce, one.clone(), VisitId(1)));
        assert_eq!((copies.open_for(&one).len(), copies.open_for(&other).len()), (1, 0));
        assert!(copies.close(nonce));
        assert!(!copies.close(nonce), "once");
        assert!(!copies.order(nonce, one.clone(), VisitId(1)), "a press of before prints nothing again");
        assert_eq!(copies.open_for(&one), []);
        for visit in 0..2 * KNOWN as u64 {
            copies.order(Nonce::random(), other.clone(), VisitId(visit));
        }
        assert_eq!(copies.open_for(&other).len(), KNOWN, "memory is bounded");
    }
}
