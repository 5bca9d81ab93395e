//! Who comes without an appointment while the kiosk is alone.

use super::{Decision, Given, Known, Moment};
use crate::booking::ServiceChoice;
use crate::id::ServiceId;
use crate::intake;
use crate::visit::Origin;
use chrono::TimeDelta;

/// A ticket without an appointment, if the lobby would surely have given one; see the [module](super).
/// [`Decision::Unable`] where that is not sure.
pub fn walk_in(services: &[ServiceChoice], moment: Moment, known: &Known) -> Decision {
    let (office, t) = (known.office, moment.seen_at);
    // How many of a limited service's tickets are left the lobby alone knows.
    let limited = |id: &ServiceId| {
        let limits = office.service(id).map(|of| [of.walk_in_limit, of.walk_in_limit_per_hour]);
        limits.is_some_and(|limits| limits.iter().any(Option::is_some))
    };
    let offered = |choice: &ServiceChoice| {
        intake::offered(office, &choice.service, t).is_ok() && !limited(&choice.service)
    };
    let wanted = !services.is_empty() && services.len() <= 10 && services.iter().all(offered);
    let heard_today = office.day(known.made_at) == office.day(t);
    let open = office.opens_at(t) == Some(t);
    let (Some(wait), Some(closes_at)) = (known.walk_in, office.closes_next(t)) else {
        return Decision::Unable;
    };
    if moment.is_doubted() || !wanted || !heard_today || !open {
        return Decision::Unable;
    }
    let since = known.given.iter().filter(|given| !given.returned && given.seen_at >= known.made_at);
    let before: u32 = since.map(|given| u32::from(office.minutes(&given.services))).sum();
    let minutes = u32::from(wait.to_minutes) + before + u32::from(office.minutes(services));
    if t + TimeDelta::minutes(i64::from(minutes)) > closes_at {
        return Decision::Unable;
    }
    let Some(area) = office.area_of(services).map(|area| &area.id) else { return Decision::Unable };
    known.give(area, t, |number| Given {
        number,
        booking: None,
        origin: Origin::WalkIn,
        services: services.to_vec(),
        area: area.clone(),
        start: None,
        seen_at: t,
        returned: false,
        clock_doubted: false,
        with: None,
        language: None,
    })
}
