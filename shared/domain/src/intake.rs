//! Intake: who is let in without an appointment, so that the order stays fair.
//!
//! A walk-in is let in while the simulated day has it served before closing and harms nobody who is booked: it is
//! not called before an appointment that is due by then (it would have to wait longer than `appointment_lead`, so
//! that its key comes first), and calls nobody later than `appointment_grace` after the start (or after the check-in,
//! for who came late) who would be called in time without it. Each is asked in many plays of the day; in a few it may
//! be otherwise. Only appointments are looked at that a counter could have called instead: a queue that stands still
//! elsewhere is no reason. Whoever is booked is never turned away for a full queue.

use crate::Timestamp;
use crate::engine::WalkInRefusal;
use crate::estimate::{Expected, Foreseen, Scene};
use crate::id::{ServiceId, VisitId};
use crate::office::Office;
use crate::queue::Need;
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

/// What a walk-in needs, and what it must not do.
#[derive(Debug, Clone, Copy)]
pub struct Terms {
    /// What it needs.
    pub need: Need,
    /// How long that takes, as configured.
    pub minutes: u16,
    /// By then it has to be served.
    pub closes_at: Timestamp,
    /// Later than this after its time nobody is called because of it.
    pub grace: TimeDelta,
}

/// Of so many plays the walk-in may harm somebody who is booked in one.
const HARM_IN: u32 = 20;

/// Of so many plays the walk-in may not be served before closing in one: the median forecast serves it in time, and
/// where it comes otherwise whoever holds a ticket is served all the same.
const OVERTIME_IN: u32 = 2;

/// So long after a walk-in was served it is still looked at whom it made late.
const AFTERMATH: i64 = 45 * 60_000;

/// The expected wait of a walk-in who is in the scene, or `None` if it cannot be let in.
pub fn admit(scene: &Scene<'_>, walk_in: VisitId, plays: u32, terms: &Terms) -> Option<Expected> {
    let now = scene.now.timestamp_millis();
    let (mut waits, mut harm, mut overtime) = (Vec::new(), 0, 0);
    for number in 0..plays {
        let with = outcome(scene, number, walk_in, terms, None);
        waits.push(with.called.map_or(i64::MAX, |called| called - now));
        let harms = with.passes
            || with.late > 0 && with.late > outcome(scene, number, walk_in, terms, Some(with.until)).late;
        harm += u32::from(harms);
        overtime += u32::from(with.is_too_late_for(terms));
        if harm * HARM_IN > plays || overtime * OVERTIME_IN > plays {
            return None;
        }
    }
    Expected::of(waits)
}

/// What a play of the day led to.
struct Outcome {
    /// When the walk-in was called.
    called: Option<i64>,
    /// Whether that was before an appointment that was due.
    passes: bool,
    /// How many appointments were called too late.
    late: u32,
    /// Until when it was looked.
    until: i64,
}

impl Outcome {
    fn is_too_late_for(&self, terms: &Terms) -> bool {
        let takes = i64::from(terms.minutes) * 60_000;
        self.called.is_none_or(|called| called + takes > terms.closes_at.timestamp_millis())
    }
}

/// Plays the day with the walk-in, or without it until the same moment.
fn outcome(
    scene: &Scene<'_>,
    number: u32,
    walk_in: VisitId,
    terms: &Terms,
    without_until: Option<i64>,
) -> Outcome {
    let grace = terms.grace.num_milliseconds();
    let aftermath = AFTERMATH + i64::from(terms.minutes) * 60_000;
    let until = without_until.unwrap_or(terms.closes_at.timestamp_millis());
    let mut outcome = Outcome { called: None, passes: false, late: 0, until };
    let is_late = |call: &Foreseen<'_>| {
        call.promised.is_some_and(|promised| call.at > promised + grace) && call.skills.serve(terms.need)
    };
    scene.play(number, without_until.map(|_| walk_in), |call| {
        if call.at > outcome.until {
            return ControlFlow::Break(());
        }
        if call.visit == Some(walk_in) {
            outcome.called = Some(call.at);
            outcome.passes = call.passes();
            outcome.until = call.at + aftermath;
            if outcome.passes || outcome.is_too_late_for(terms) {
                return ControlFlow::Break(());
            }
        } else {
            outcome.late += u32::from(is_late(call));
        }
        ControlFlow::Continue(())
    });
    outcome
}
