//! Letting nobody in for a while, and the end of the day: DESIGN "Intake" and "Closing".

use super::{Decision, Event, IntakeScope, QueueState, Refusal, WalkInRefusal};
use crate::Timestamp;
use crate::booking::ServiceChoice;
use crate::id::{ChoiceId, VisitId};
use crate::office::Office;
use crate::visit::{NotNow, Visit, VisitCommand, VisitState};
use chrono::TimeDelta;
use std::collections::BTreeSet;

/// So long before closing the supervisor sees who will not be done.
const NOTICE: TimeDelta = TimeDelta::minutes(15);

impl QueueState {
    pub(super) fn pause_intake(
        &self,
        scope: &IntakeScope,
        text: Option<&ChoiceId>,
    ) -> Result<Decision, Refusal> {
        let office = self.configured()?;
        let missing = match scope {
            IntakeScope::Office => None,
            IntakeScope::Area(id) => office.area(id).is_none().then(|| ("area", id.to_string())),
            IntakeScope::Service(id) => office.service(id).is_none().then(|| ("service", id.to_string())),
        };
        if let Some((what, id)) = missing {
            return Err(Refusal::NotFound { what, id });
        }
        self.check_text(text)?;
        let mut pauses = self.intake_pauses().iter();
        let same = pauses.any(|pause| pause.scope == *scope && pause.text.as_ref() == text);
        let paused = Event::IntakePaused { scope: scope.clone(), text: text.cloned() };
        Ok(Decision::done(if same { Vec::new() } else { vec![paused] }))
    }

    pub(super) fn resume_intake(&self, scope: &IntakeScope) -> Decision {
        let paused = self.intake_pauses().iter().any(|pause| pause.scope == *scope);
        let resumed = Event::IntakeResumed { scope: scope.clone() };
        Decision::done(if paused { vec![resumed] } else { Vec::new() })
    }

    /// Where a person has paused intake.
    pub fn intake_pauses(&self) -> &[super::IntakePause] {
        &self.facts.intake_pauses
    }

    /// Whether a person lets anybody in for these services now, and everything goes on.
    pub(super) fn lets_in(&self, office: &Office, services: &[ServiceChoice]) -> Result<(), WalkInRefusal> {
        let said = |text: &Option<ChoiceId>| {
            let text = text.as_ref().and_then(|text| office.text(text));
            WalkInRefusal::Paused { text: text.cloned().unwrap_or_default() }
        };
        if let Some(standstill) = self.standstill() {
            return Err(said(&standstill.text));
        }
        let is_meant = |scope: &IntakeScope| match scope {
            IntakeScope::Office => true,
            IntakeScope::Area(area) => services
                .iter()
                .any(|choice| office.service(&choice.service).is_some_and(|service| service.area == *area)),
            IntakeScope::Service(id) => services.iter().any(|choice| choice.service == *id),
        };
        let pause = self.intake_pauses().iter().find(|pause| is_meant(&pause.scope));
        pause.map_or(Ok(()), |pause| Err(said(&pause.text)))
    }

    /// Who waits and will not be done by closing time, in the order of the queue; nobody until 15 minutes before, and
    /// on a day on which the office does not open.
    pub fn will_not_be_done(&self, now: Timestamp) -> Vec<VisitId> {
        let Some(office) = self.office() else { return Vec::new() };
        let Some(closes_at) = office.closes_at(now).filter(|closes_at| now >= *closes_at - NOTICE) else {
            return Vec::new();
        };
        let forecast = self.forecast(now);
        let late = |visit: &Visit| {
            let takes = TimeDelta::minutes(i64::from(office.minutes(&visit.services)));
            let expected = forecast.expected(visit.id);
            expected.is_none_or(|it| now + TimeDelta::seconds(i64::from(it.median_s)) + takes > closes_at)
        };
        let waiting = self.waiting_in_order(now).into_iter().filter_map(|id| self.visit(id));
        waiting.filter(|visit| late(visit)).map(|visit| visit.id).collect()
    }

    /// Once a visit; whoever is served after all was told too early, and that does no harm. All or nobody.
    pub(super) fn tell_unserved(&self, visits: &[VisitId]) -> Result<Decision, Refusal> {
        let mut told = BTreeSet::new();
        for id in visits {
            let missing = || Refusal::NotFound { what: "visit", id: id.0.to_string() };
            let visit = self.visit(*id).ok_or_else(missing)?;
            match visit.state {
                VisitState::Waiting | VisitState::Called | VisitState::Parked => {}
                state => return Err(NotNow { state, command: VisitCommand::EndDay }.into()),
            }
            told.extend(visit.told.is_none().then_some(*id));
        }
        Ok(Decision::done(told.into_iter().map(|visit| Event::ToldUnserved { visit }).collect()))
    }
}
