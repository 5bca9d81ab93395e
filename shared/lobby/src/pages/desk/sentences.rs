//! A refusal as a sentence: what is, and what to do.

use crate::pages::frame::Sentence;
use crate::pages::words::Words;
use foyer_domain::engine::{Refusal, WalkInRefusal};
use foyer_domain::office::Rules;
use foyer_domain::visit::VisitState;
use foyer_text::Value;

/// What a sentence about a refusal may need to name.
#[derive(Debug, Clone, Default)]
pub(in crate::pages) struct Names {
    /// "Schalter 3".
    pub counter: String,
    /// Who has the counter.
    pub taken_by: String,
    /// The number of the visit at the counter.
    pub number: String,
    /// The office's rules.
    pub rules: Rules,
}

/// Why a press changed nothing.
pub(in crate::pages) fn sentence(refusal: &Refusal, names: &Names, words: &Words) -> Sentence {
    match refusal {
        Refusal::NoOffice => Sentence::no(words.text("desk-refused-no-office")),
        Refusal::NotFound { .. } => Sentence::look(words.text("desk-refused-not-found")),
        Refusal::CounterNotOpen(_) => Sentence::no(words.text("desk-refused-counter-not-open")),
        Refusal::CounterTaken(_) => {
            let of = [("counter", Value::from(&names.counter)), ("name", Value::from(&names.taken_by))];
            Sentence::no(words.texts("desk-refused-counter-taken", &of))
        }
        Refusal::CompanionElsewhere { number, with, .. } => {
            let of = [("number", Value::from(number.spaced())), ("with", Value::from(with.spaced()))];
            Sentence::look(words.texts("desk-refused-companion", &of))
        }
        Refusal::NobodyWaiting => Sentence::look(words.text("desk-refused-nobody-waiting")),
        Refusal::NobodyAtCounter => Sentence::look(words.text("desk-refused-nobody-here")),
        Refusal::SomebodyElse { .. } => Sentence::look(words.text("desk-refused-elsewhere")),
        Refusal::ParkedHere(number) => {
            Sentence::look(words.text_with("desk-refused-parked-here", "number", number.spaced()))
        }
        Refusal::ParkedElsewhere(_) => Sentence::look(words.text("desk-refused-parked-elsewhere")),
        Refusal::AlreadyUrgent => Sentence::look(words.text("desk-refused-already-urgent")),
        Refusal::Over(state) => {
            let of = [("number", Value::from(&names.number)), ("state", Value::from(word(*state, words)))];
            Sentence::look(words.texts("desk-refused-not-now", &of))
        }
        Refusal::SomebodyAtCounter(_) => {
            Sentence::look(words.text_with("desk-refused-counter-busy", "number", &names.number))
        }
        Refusal::NotNow(not_now) => {
            let of =
                [("number", Value::from(&names.number)), ("state", Value::from(word(not_now.state, words)))];
            Sentence::look(words.texts("desk-refused-not-now", &of))
        }
        Refusal::CalledTooFewTimes { calls, needed } => {
            let of = [("calls", Value::from(u16::from(*calls))), ("needed", Value::from(u16::from(*needed)))];
            Sentence::look(words.texts("desk-refused-calls", &of))
        }
        Refusal::CallTooRecent { from } => {
            let of = [
                ("time", Value::from(words.seconds(*from))),
                ("seconds", Value::from(names.rules.recall_counts_after_seconds)),
            ];
            Sentence::look(words.texts("desk-refused-too-recent", &of))
        }
        Refusal::ComesLater { until } => {
            let of = [("number", Value::from(&names.number)), ("time", Value::from(words.time(*until)))];
            Sentence::look(words.texts("desk-refused-comes-later", &of))
        }
        Refusal::CallNotShown => {
            Sentence::look(words.text_with("desk-refused-not-shown", "number", &names.number))
        }
        Refusal::NothingToUndo => Sentence::look(words.text("desk-refused-nothing-to-undo")),
        Refusal::ChangedSince => Sentence::look(words.text("desk-refused-changed-since")),
        Refusal::CounterPaused(_) => Sentence::look(words.text("desk-refused-paused")),
        Refusal::StillHere { number, .. } => {
            Sentence::look(words.text_with("desk-refused-still-here", "number", number.spaced()))
        }
        Refusal::ClerkThere(_) => Sentence::look(words.text("desk-refused-clerk-there")),
        Refusal::Interrupted => Sentence::look(words.text("desk-refused-interrupted")),
        Refusal::Moment(_) => Sentence::look(words.text("desk-refused-moment")),
        Refusal::AlreadyLate | Refusal::TooLate { .. } => Sentence::look(words.text("desk-refused-late")),
        Refusal::SitsElsewhere(_) => {
            let of = [("counter", Value::from(&names.counter)), ("name", Value::from(&names.taken_by))];
            Sentence::look(words.texts("desk-house-sits", &of))
        }
        Refusal::NoNumbers => Sentence::no(words.text("desk-refused-no-numbers")),
        Refusal::TooManyServices => Sentence::look(words.text("desk-refused-too-many-services")),
        Refusal::WalkIn(WalkInRefusal::NoService) => Sentence::look(words.text("desk-refused-no-service")),
        Refusal::WalkIn(_) | Refusal::NotLate(_) => Sentence::no(words.text("desk-refused-other")),
    }
}

/// "in Bedienung".
pub(in crate::pages) fn word(state: VisitState, words: &Words) -> String {
    words.text(match state {
        VisitState::Waiting => "desk-state-word-waiting",
        VisitState::Called => "desk-state-word-called",
        VisitState::Serving => "desk-state-word-serving",
        VisitState::Parked => "desk-state-word-parked",
        VisitState::Finished => "desk-state-word-over",
        VisitState::NoShow => "desk-state-word-no-show",
        VisitState::Cancelled => "desk-state-word-cancelled",
        VisitState::Unserved => "desk-state-word-unserved",
    })
}
