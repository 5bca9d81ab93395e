//! What staff tell one another and nobody else: calls for help from a desk, and messages to a counter. They are of the
//! moment: kept in memory alone, never in the log, never on a display. A lobby that is started again has none.

use foyer_domain::Timestamp;
use foyer_domain::id::{CounterId, StaffId};
use foyer_protocol::nonce::Nonce;
use std::collections::VecDeque;
use std::sync::Arc;
use tokio::sync::watch;

/// A message is a sentence.
pub const MESSAGE_MOST: usize = 200;

/// More than these nobody reads at a counter; its oldest goes.
const MESSAGES: usize = 20;

/// So many presses are known again: one whose answer got lost is sent again within seconds.
const PRESSES: usize = 256;

/// Somebody at a counter needs help.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Alarm {
    /// Its number, from one.
    pub id: u64,
    /// Where; `None` at reception.
    pub counter: Option<CounterId>,
    /// Who called.
    pub by: StaffId,
    /// When.
    pub at: Timestamp,
    /// Who comes.
    pub answered: Option<StaffId>,
}

/// A sentence for whoever serves at a counter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Message {
    /// Its number, from one.
    pub id: u64,
    /// To which counter.
    pub counter: CounterId,
    /// From whom.
    pub by: StaffId,
    /// When.
    pub at: Timestamp,
    /// What.
    pub text: String,
}

/// Why nothing was told.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum BoardError {
    /// Empty, too long, or more than text.
    #[error("a message has 1 to {MESSAGE_MOST} characters and no control characters")]
    Text,
    /// Dealt with by now.
    #[error("there is no such call or message any more")]
    Gone,
}

/// All that stands.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Told {
    /// Calls for help, oldest first.
    pub alarms: Vec<Alarm>,
    /// Messages, oldest first.
    pub messages: Vec<Message>,
    last: u64,
    /// The presses that are done, newest last.
    done: VecDeque<Nonce>,
}

/// The board of one office. Clones are handles to the same one.
#[derive(Debug, Clone)]
pub struct Board {
    told: watch::Sender<Arc<Told>>,
}

impl Default for Board {
    fn default() -> Self {
        Self { told: watch::Sender::new(Arc::default()) }
    }
}

impl Board {
    /// All that stands.
    pub fn told(&self) -> Arc<Told> {
        self.told.borrow().clone()
    }

    /// Hears of every change.
    pub fn changes(&self) -> watch::Receiver<Arc<Told>> {
        self.told.subscribe()
    }

    /// Calls for help. While nobody has answered, again is the same call; afterwards it is a new one, because whoever
    /// presses needs help now.
    pub fn call_for_help(&self, counter: Option<&CounterId>, by: &StaffId, at: Timestamp, press: Nonce) {
        self.change(|told| {
            let stands = |alarm: &Alarm| alarm.counter.as_ref() == counter && alarm.answered.is_none();
            if !told.is_new(press) || told.alarms.iter().any(stands) {
                return;
            }
            tracing::warn!(counter = place(counter), %by, "a desk calls for help");
            told.alarms.retain(|alarm| alarm.counter.as_ref() != counter);
            let (id, counter, by) = (told.next(), counter.cloned(), by.clone());
            told.alarms.push(Alarm { id, counter, by, at, answered: None });
        });
    }

    /// Somebody comes. Whoever is first is named.
    ///
    /// # Errors
    /// The call is over.
    pub fn answer(&self, id: u64, by: &StaffId) -> Result<(), BoardError> {
        self.try_change(|told| {
            let alarm = told.alarms.iter_mut().find(|alarm| alarm.id == id).ok_or(BoardError::Gone)?;
            if alarm.answered.is_none() {
                tracing::warn!(counter = place(alarm.counter.as_ref()), %by, "somebody comes");
                alarm.answered = Some(by.clone());
            }
            Ok(())
        })
    }

    /// Calls that were answered are over where nobody is any more.
    pub(crate) fn end_where_nobody_is(&self, is_open: impl Fn(&CounterId) -> bool) {
        let stays = |alarm: &Alarm| alarm.answered.is_none() || alarm.counter.as_ref().is_none_or(&is_open);
        self.change(|told| told.alarms.retain(stays));
    }

    /// The call of a counter, or of reception, is over.
    pub fn end_call(&self, counter: Option<&CounterId>) {
        self.change(|told| told.alarms.retain(|alarm| alarm.counter.as_ref() != counter));
    }

    /// Tells a counter something. The same press again says nothing anew.
    ///
    /// # Errors
    /// What is no sentence.
    pub fn tell(
        &self,
        counter: &CounterId,
        by: &StaffId,
        at: Timestamp,
        text: &str,
        press: Nonce,
    ) -> Result<(), BoardError> {
        let text = text.trim();
        let is_sentence =
            (1..=MESSAGE_MOST).contains(&text.chars().count()) && !text.contains(char::is_control);
        if !is_sentence {
            return Err(BoardError::Text);
        }
        self.change(|told| {
            if !told.is_new(press) {
                return;
            }
            let of_counter = |message: &Message| message.counter == *counter;
            if told.messages.iter().filter(|message| of_counter(message)).count() >= MESSAGES {
                let oldest = told.messages.iter().position(of_counter);
                oldest.map(|oldest| told.messages.remove(oldest));
            }
            let (id, counter, by) = (told.next(), counter.clone(), by.clone());
            told.messages.push(Message { id, counter, by, at, text: text.to_owned() });
        });
        Ok(())
    }

    /// A message was read; one that is gone was read before.
    pub fn read(&self, id: u64) {
        self.change(|told| told.messages.retain(|message| message.id != id));
    }

    fn change(&self, change: impl FnOnce(&mut Told)) {
        self.told.send_if_modified(|told| {
            let before = told.clone();
            change(Arc::make_mut(told));
            *told != before
        });
    }

    fn try_change(&self, change: impl FnOnce(&mut Told) -> Result<(), BoardError>) -> Result<(), BoardError> {
        let mut done = Ok(());
        self.change(|told| done = change(told));
        done
    }
}

fn place(counter: Option<&CounterId>) -> &str {
    counter.map_or("reception", CounterId::as_str)
}

impl Told {
    fn next(&mut self) -> u64 {
        self.last += 1;
        self.last
    }

    /// Whether a press has not been done before; from now on it has.
    fn is_new(&mut self, press: Nonce) -> bool {
        if self.done.contains(&press) {
            return false;
        }
        if self.done.len() >= PRESSES {
            self.done.pop_front();
        }
        self.done.push_back(press);
        true
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ten() -> Timestamp {
        "2026-11-23T09:00:00Z".parse().unwrap()
    }

    #[test]
    fn a_call_stands_until_it_is_over_and_names_who_comes_first() {
        let (board, three) = (Board::default(), CounterId::from("3"));
        let mut heard = board.changes();
        let press = Nonce::random();
        for press in [press, Nonce::random()] {
            board.call_for_help(Some(&three), &"kim".into(), ten(), press);
        }
        assert!(heard.has_changed().unwrap());
        heard.mark_unchanged();
        let id = board.told().alarms[0].id;
        assert_eq!(board.told().alarms.len(), 1, "again is the same call");
        for who in ["lou", "ada"] {
            board.answer(id, &who.into()).unwrap();
        }
        assert_eq!(board.told().alarms[0].answered, Some("lou".into()));
        board.call_for_help(Some(&three), &"kim".into(), ten(), press);
        assert_eq!(board.told().alarms[0].id, id, "its answer was lost on the way");
        board.end_where_nobody_is(|_| true);
        board.call_for_help(Some(&three), &"kim".into(), ten(), Nonce::random());
        let again = board.told().alarms.clone();
        assert!(again.len() == 1 && again[0].id != id && again[0].answered.is_none(), "{again:?}");
        board.end_where_nobody_is(|_| false);
        assert_eq!(board.told().alarms.len(), 1, "nobody has answered");
        let id = again[0].id;
        board.answer(id, &"lou".into()).unwrap();
        board.end_call(Some(&three));
        assert!(board.told().alarms.is_empty());
        assert_eq!(board.answer(id, &"ada".into()), Err(BoardError::Gone));
        assert!(heard.has_changed().unwrap());
        heard.mark_unchanged();
        board.end_call(Some(&three));
        assert!(!heard.has_changed().unwrap(), "nothing changed");
    }

    #[test]
    fn messages_are_sentences_and_few_at_each_counter() {
        let (board, three, ada) = (Board::default(), CounterId::from("3"), StaffId::from("ada"));
        let tell = |text: &str, press| board.tell(&three, &ada, ten(), text, press);
        for wrong in ["", "  ", "one\u{1b}two", "one\ntwo", &"x".repeat(MESSAGE_MOST + 1)] {
            assert_eq!(tell(wrong, Nonce::random()), Err(BoardError::Text), "{wrong:?}");
        }
        board.tell(&"4".into(), &ada, ten(), "Anderswo", Nonce::random()).unwrap();
        for number in 0..MESSAGES + 3 {
            let press = Nonce::random();
            for _ in 0..2 {
                tell(&format!(" Nummer {number} "), press).unwrap();
            }
        }
        let told = board.told();
        assert_eq!(told.messages.len(), 1 + MESSAGES, "each press once");
        let texts = [&told.messages[0].text, &told.messages[1].text];
        assert_eq!(texts, ["Anderswo", "Nummer 3"], "another counter's message stays");
        board.read(told.messages[1].id);
        assert_eq!(board.told().messages.len(), MESSAGES);
    }
}
