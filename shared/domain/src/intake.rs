//! Intake: who is let in without an appointment, so that the order stays fair.
//!
//! A walk-in is let in while the forecast has it served before closing and calls nobody who is booked later
//! than `appointment_grace` after the start (or after the check-in, for who came late). Only appointments are
//! looked at that a counter could have called instead: a queue that stands still elsewhere is no reason.
//! Whoever is booked is never turned away for a full queue.

use crate::Timestamp;
use crate::engine::WalkInRefusal;
use crate::estimate::Outlook;
use crate::id::ServiceId;
use crate::office::Office;
use crate::queue::Ticket;
use chrono::TimeDelta;
use std::ops::ControlFlow;

/// Whether a service is offered without an appointment at a moment, whoever waits.
///
/// # Errors
/// Why not, and when it will be.
pub fn offered(office: &Office, id: &ServiceId, at: Timestamp) -> Result<(), WalkInRefusal> {
    let service = office.service(id).filter(|it| it.walk_in && it.walk_in_message.is_none());
    let service = service.ok_or_else(|| WalkInRefusal::NotOffered(id.clone()))?;
    if let Some(text) = office.paused(service) {
        return Err(WalkInRefusal::Paused { text: text.clone() });
    }
    let opens_at = office.walk_in_opens_at(service, at);
    if opens_at == Some(at) {
        Ok(())
    } else if office.opens_at(at) == Some(at) {
        Err(WalkInRefusal::NotNow { opens_at })
    } else {
        Err(WalkInRefusal::Closed { opens_at })
    }
}

/// When the walk-in would be called, or `None` if it cannot be let in. `walk_in.visit` is an id that nobody in
/// the line has.
pub fn admit(
    mut outlook: Outlook<'_>,
    walk_in: Ticket,
    closes_at: Timestamp,
    grace: TimeDelta,
) -> Option<Timestamp> {
    outlook.line.join(walk_in);
    let mut called = None;
    let mut pushed_too_far = false;
    outlook.run(|call| {
        if call.ticket.visit == walk_in.visit {
            called = Some(call.at);
        } else if let Some(start) = call.ticket.start {
            let latest = start.max(call.ticket.queued) + grace;
            pushed_too_far |= call.at > latest && call.skills.serve(walk_in.need);
        }
        if pushed_too_far || call.at > closes_at { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
    });
    let in_time = |at: &Timestamp| *at + TimeDelta::minutes(i64::from(walk_in.minutes)) <= closes_at;
    called.filter(in_time).filter(|_| !pushed_too_far)
}
