//! One office's day: commands in, events or a refusal out; the state is a fold over the events.
//!
//! A driver keeps two states, one that holds what is durable and one that works ahead: it decides each request
//! of a batch against the working state, applies its events there at once, makes the batch durable, and only
//! then applies them to the first. If the commit fails it replaces the working state by a copy of the first.
//! Events say everything that changes, so [`QueueState::apply`] needs no decisions and never fails.

mod answer;
mod command;
mod event;
mod step;

mod admit;
mod apply;
mod changes;
mod check_in;
mod clerk;
mod closing;
mod counters;
mod day;
mod decide;
mod forecast;
mod hand_over;
mod index;
mod interruption;
mod outlook;
mod party;
mod phone;
mod restored;
mod state;
mod undo;

pub use answer::{CheckInOutcome, CheckInRefusal, Decision, Refusal, RefusalReason, Reply, WalkInRefusal};
pub use command::{
    CheckIn, City, Command, HandOver, IntakeScope, OfficeCard, PhoneWish, Presented, PrintOutcome, WalkIn,
};
pub use event::Event;
pub use forecast::Forecast;
pub use state::{CounterState, Effort, IntakePause, Pause, QueueState, Standstill};
pub use step::{Change, Finish, Left, Step, Transfer};
pub use undo::{Undoable, UndoableStep};
