//! What staff do with one visit.

use crate::booking::ServiceChoice;
use crate::id::{ChoiceId, CounterId, VisitId};
use crate::visit::{Bound, VisitCommand};
use serde::{Deserialize, Serialize};

/// A step that a clerk takes with the visit at the counter.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Step {
    /// Ask again.
    Recall,
    /// The citizen is here.
    Start,
    /// Served.
    Finish(Finish),
    /// Back to the queue.
    PutBack,
    /// Did not come.
    NoShow,
    /// Put aside, to go on later.
    Park,
    /// Hand on.
    Transfer(Transfer),
    /// Gives up, or was called by mistake and has gone.
    Cancel,
}

/// How a visit ends.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Finish {
    /// What was done, and how often; empty means all that comes next and this counter offers, 0 that it was not done.
    pub done: Vec<ServiceChoice>,
    /// How it ended, of the office's list: with an outcome the visit is over, without one whoever came for more goes on
    /// waiting for that.
    pub outcome: Option<ChoiceId>,
    /// Whether the next one is called in the same breath.
    pub then_next: bool,
}

/// To whom a visit is handed on.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Transfer {
    /// This counter or person; `None` means whoever offers the service.
    pub to: Option<Bound>,
    /// What is still to be done, in order; empty means what it was for.
    #[serde(default)]
    pub services: Vec<ServiceChoice>,
    /// What was done here.
    #[serde(default)]
    pub done: Vec<ServiceChoice>,
}

/// What staff change in the visit of somebody who waits or is put aside.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Change {
    /// Hand on.
    Transfer(Transfer),
    /// Goes before others, once a visit, for a reason of the office's list.
    Urgent(ChoiceId),
    /// Gives up.
    Cancel,
    /// Goes on as a part of another open visit.
    MergeInto(VisitId),
    /// What is still to be done is this now, in this order; also of who is at a counter.
    Services(Vec<ServiceChoice>),
}

/// What becomes of whoever is at a counter that is left, and of whom its clerk has put aside.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub enum Left {
    /// Nobody may be left: refused by name otherwise.
    #[default]
    Nobody,
    /// They were served: finished.
    Finished,
    /// This counter goes on with them.
    To(CounterId),
    /// They wait for whoever offers their service.
    ToAll,
}

impl Step {
    /// The command in the table of a visit's life.
    pub fn command(&self) -> VisitCommand {
        match self {
            Self::Recall => VisitCommand::Recall,
            Self::Start => VisitCommand::Start,
            Self::Finish(_) => VisitCommand::Finish,
            Self::PutBack => VisitCommand::PutBack,
            Self::NoShow => VisitCommand::NoShow,
            Self::Park => VisitCommand::Park,
            Self::Transfer(_) => VisitCommand::Transfer,
            Self::Cancel => VisitCommand::Cancel,
        }
    }
}

impl Change {
    /// The command in the table of a visit's life; `None` for what leaves the state as it is.
    pub fn command(&self) -> Option<VisitCommand> {
        match self {
            Self::Transfer(_) => Some(VisitCommand::Transfer),
            Self::Urgent(_) | Self::Services(_) => None,
            Self::Cancel => Some(VisitCommand::Cancel),
            Self::MergeInto(_) => Some(VisitCommand::Merge),
        }
    }
}
