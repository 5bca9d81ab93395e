//! Whose event it is.

use super::Event;
use crate::id::VisitId;

impl Event {
    /// The visit whose event it is.
    pub fn visit(&self) -> Option<VisitId> {
        match self {
            Self::VisitOpened { visit, .. }
            | Self::CheckInRepeated { visit }
            | Self::Called { visit, .. }
            | Self::CallAcknowledged { visit, .. }
            | Self::Started { visit }
            | Self::Finished { visit, .. }
            | Self::Parked { visit, .. }
            | Self::Taken { visit, .. }
            | Self::Transferred { visit, .. }
            | Self::MadeUrgent { visit, .. }
            | Self::Merged { visit, .. }
            | Self::PutBack { visit, .. }
            | Self::NoShow { visit }
            | Self::Returned { visit, .. }
            | Self::Cancelled { visit, .. }
            | Self::Unserved { visit }
            | Self::HandedOver { visit, .. }
            | Self::Marked { visit, .. }
            | Self::Linked { visit, .. }
            | Self::Wished { visit, .. }
            | Self::TakenOver { visit, .. }
            | Self::CallWithdrawn { visit, .. }
            | Self::Delayed { visit, .. }
            | Self::ToldUnserved { visit }
            | Self::AdmittedByHand { visit, .. }
            | Self::ServicesChanged { visit, .. }
            | Self::PrintReported { visit, .. } => Some(*visit),
            Self::Undone { visit, .. } => Some(visit.id),
            Self::OfficeAdopted { .. }
            | Self::CityAdopted { .. }
            | Self::BookingSynced { .. }
            | Self::CheckInRefused { .. }
            | Self::CounterOpened { .. }
            | Self::CounterClosed { .. }
            | Self::Leased { .. }
            | Self::LetterTaken { .. }
            | Self::LettersClosed { .. }
            | Self::MissedDay { .. }
            | Self::CounterPaused { .. }
            | Self::CounterWentOn { .. }
            | Self::DeskSilent { .. }
            | Self::DeskHeard { .. }
            | Self::IntakePaused { .. }
            | Self::IntakeResumed { .. }
            | Self::Interrupted { .. }
            | Self::InterruptionEnded
            | Self::TerminalsOut { .. }
            | Self::DayEnded { .. } => None,
        }
    }
}
