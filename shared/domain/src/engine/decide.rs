//! Which rule decides which command.

use super::{Command, Decision, Event, QueueState, Refusal, Reply};
use crate::Timestamp;
use crate::office::Office;
use crate::visit::Actor;

impl Decision {
    /// Events, and nothing to tell.
    pub(super) fn done(events: Vec<Event>) -> Self {
        Self { events, reply: Reply::Done }
    }

    /// An answer that changes nothing.
    pub(super) fn unchanged(reply: Reply) -> Self {
        Self { events: Vec::new(), reply }
    }
}

impl QueueState {
    /// Decides a command at one moment. If the day is over that it knows, it ends that day first, whatever the
    /// command: so nothing of a new day is ever numbered into the old one.
    ///
    /// # Errors
    /// A refusal: nothing changes.
    pub fn decide(&self, now: Timestamp, actor: &Actor, command: &Command) -> Result<Decision, Refusal> {
        let ending = self.events_of_a_day_that_is_over(now);
        if ending.is_empty() {
            return self.decide_today(now, actor, command);
        }
        // Once a day: the command is decided in the state that the ended day leaves.
        let mut new_day = self.clone();
        ending.iter().for_each(|event| new_day.apply(now, event));
        let mut decision = new_day.decide_today(now, actor, command)?;
        decision.events.splice(0..0, ending);
        Ok(decision)
    }

    fn decide_today(&self, now: Timestamp, actor: &Actor, command: &Command) -> Result<Decision, Refusal> {
        match command {
            Command::AdoptOffice(office) => Ok(Decision::done(self.adopt_office(office))),
            Command::AdoptCity(city) => Ok(Decision::done(self.adopt_city(city))),
            Command::SyncBooking(booking) => Ok(Decision::done(self.sync_booking(booking))),
            Command::CheckIn(check_in) => self.check_in(now, check_in),
            Command::WalkIn(walk_in) => self.walk_in(now, walk_in),
            Command::TakeLate { booking, seen_at } => self.take_late(now, *booking, *seen_at),
            Command::Together { command, with } => {
                let decision = self.decide_today(now, actor, command)?;
                Ok(self.linked(decision, *with))
            }
            Command::Wish { number, change, at } => self.wish(*number, *change, *at),
            Command::Wishes { visit, change } => self.wishes(*visit, *change),
            Command::FromPhone { visit, wish } => self.phone_wish(now, *visit, *wish),
            Command::OpenCounter { counter, staff } => self.open_counter(counter, staff),
            Command::OpenForClerk { counter, staff } => self.open_for_clerk(counter, staff),
            Command::CloseCounter { counter, left } => self.close_counter(counter, actor, left),
            Command::CloseForClerk { counter, left } => self.close_counter(counter, &Actor::System, left),
            Command::CallNext(counter) => self.call_next(now, counter, actor),
            Command::Step { counter, visit, step } => self.step(now, counter, actor, (*visit, step)),
            Command::Take { counter, visit } => self.take(counter, actor, *visit),
            Command::ServeAtOnce { counter, services } => self.serve_at_once(now, counter, actor, services),
            Command::Change { visit, change, counter } => {
                self.change_visit(actor, *visit, change, counter.as_ref())
            }
            Command::PauseCounter { counter, reason, back_at } => {
                self.pause_counter(now, counter, actor, (reason, *back_at))
            }
            Command::GoOn(counter) => self.go_on(counter, actor),
            Command::DeskSilent(counter) => Ok(self.desk_silent(counter)),
            Command::DeskHeard(counter) => Ok(self.desk_heard(counter)),
            Command::TakeOver { counter, visit } => self.take_over(counter, actor, *visit),
            Command::PauseIntake { scope, text } => self.pause_intake(scope, text.as_ref()),
            Command::ResumeIntake(scope) => Ok(self.resume_intake(scope)),
            Command::TellUnserved(visits) => self.tell_unserved(visits),
            Command::Interrupt { text } => self.interrupt(text.as_ref()),
            Command::EndInterruption => Ok(self.end_interruption()),
            Command::TerminalsOut { from, to } => self.terminals_out(now, *from, *to),
            Command::Admit { booking, reason } => self.admit_by_hand(now, *booking, reason, true),
            Command::CheckInByHand { booking, reason } => self.admit_by_hand(now, *booking, reason, false),
            Command::Undo { counter, visit } => self.undo(now, counter, actor, *visit),
            Command::Acknowledge { call, heard } => self.acknowledge(*call, *heard),
            Command::ReportPrint { visit, outcome } => self.report_print(*visit, *outcome),
            Command::HandOver(hand_over) => self.hand_over(now, hand_over),
            Command::Lease { device, day, area, count } => self.lease(device, *day, area, *count),
            Command::Restored => self.restored(now),
            Command::Tick => Ok(Decision::done(Vec::new())),
        }
    }

    /// The configuration, without which nothing can be decided.
    pub(super) fn configured(&self) -> Result<&Office, Refusal> {
        self.office().ok_or(Refusal::NoOffice)
    }
}
