//! Asking the lobby, and what follows from its answers. The lobby decides; the terminal's own judgement only
//! speaks when the lobby is silent, and a late answer still counts while the same citizen stands here.

use super::Model;
use crate::action::{Action, Answer, Attempt, AttemptId, PrintJob, Wish};
use crate::device::printer;
use crate::judgement::{self, Judgement};
use crate::screen::Screen;
use crate::screen::checking::Checking;
use crate::screen::refusal::{Reason, Refusal};
use crate::screen::ticket::{Kind, Ticket};
use crate::tones::Tone;
use chrono::{SubsecRound, TimeDelta};
use foyer_domain::Timestamp;
use foyer_domain::id::VisitId;
use foyer_protocol::lobby::{CheckInAnswer, CheckInReply, Presented, TicketAnswer, TicketReply, TicketView};
use foyer_protocol::nonce::Nonce;
use foyer_text::Language;

/// The lobby takes the terminal's time unless it is further off than this; then its own time was judged.
const TRUSTED: TimeDelta = TimeDelta::seconds(60);

impl Model {
    /// Begins an attempt. It is noted on disk before anything is sent.
    pub(super) fn ask(&mut self, wish: Wish, seen_at: Timestamp, actions: &mut Vec<Action>) {
        let attempt = self.new_attempt(wish, seen_at);
        self.pending = Some(attempt.clone());
        actions.push(Action::Ask(attempt.clone()));
        let before = self.take_screen();
        self.screen = Screen::Checking(Checking::new(attempt, before, self.now));
        self.active = self.now.steady;
        actions.push(Action::Unfocus);
    }

    /// Shows that the lobby is asked, if that takes longer than a blink.
    pub(super) fn show_checking(&mut self) {
        if let Screen::Checking(checking) = &mut self.screen
            && checking.appears(self.now)
        {
            self.turn += 1;
        }
    }

    pub(super) fn new_attempt(&mut self, wish: Wish, seen_at: Timestamp) -> Attempt {
        self.attempts += 1;
        let with = self.company.last().copied();
        Attempt { id: AttemptId(self.attempts), seen_at: seen_at.trunc_subsecs(0), wish, with }
    }

    /// Says what the terminal itself knows if the lobby has been silent for too long. It is still asked.
    pub(super) fn give_up_waiting(&mut self, actions: &mut Vec<Action>) {
        let Screen::Checking(checking) = &self.screen else { return };
        if checking.is_overdue(self.now) {
            let attempt = checking.attempt.clone();
            let (reason, judged_at) = (self.own_judgement(&attempt), attempt.seen_at);
            self.refuse(reason, attempt, judged_at, actions);
        }
    }

    fn own_judgement(&self, attempt: &Attempt) -> Reason {
        let (Some(snapshot), Wish::CheckIn(presented)) = (self.snapshot.as_deref(), &attempt.wish) else {
            return Reason::NoAnswer { valid: false };
        };
        match judgement::judge(presented, attempt.seen_at, snapshot, &self.keys) {
            Judgement::Refused(answer) => Reason::CheckIn(answer),
            Judgement::Valid => Reason::NoAnswer { valid: true },
            Judgement::Unknown => Reason::NoAnswer { valid: false },
        }
    }

    /// An answer counts while it belongs to the attempt that the citizen is waiting for, or has just been told
    /// about. Any other is late: nobody is there for it, it is not settled, and so the same code soon after gets
    /// the same answer again and is printed then.
    pub(super) fn on_answer(
        &mut self,
        id: AttemptId,
        nonce: Option<Nonce>,
        answer: Option<Answer>,
        actions: &mut Vec<Action>,
    ) {
        self.note_journal(nonce.is_some());
        let Some(attempt) = self.pending.take_if(|attempt| attempt.id == id) else {
            tracing::info!("an answer came too late to be shown");
            return;
        };
        if answer.is_some() {
            actions.extend(nonce.map(Action::Settle));
        }
        match answer {
            Some(Answer::CheckIn(reply)) => self.on_check_in(reply, attempt, nonce, actions),
            Some(Answer::Ticket(reply)) => self.on_ticket_reply(reply, attempt, nonce, actions),
            None if matches!(self.screen, Screen::Checking(_)) => {
                let reason = self.own_judgement(&attempt);
                let judged_at = attempt.seen_at;
                self.refuse(reason, attempt, judged_at, actions);
            }
            None => {}
        }
    }

    fn on_check_in(
        &mut self,
        reply: CheckInReply,
        attempt: Attempt,
        nonce: Option<Nonce>,
        actions: &mut Vec<Action>,
    ) {
        self.speak_of_booking(reply.language.as_deref());
        let mut show = |ticket, kind| {
            let code = held_up(&attempt);
            self.show(ticket, kind, nonce, code, actions);
        };
        match reply.answer {
            CheckInAnswer::CheckedIn { ticket } => show(ticket, Kind::Fresh),
            CheckInAnswer::AlreadyCheckedIn { ticket } => show(ticket, Kind::Again),
            CheckInAnswer::BackInQueue { ticket } => show(ticket, Kind::Back),
            refused @ (CheckInAnswer::Unreadable
            | CheckInAnswer::Unknown
            | CheckInAnswer::KeypadLocked { .. }
            | CheckInAnswer::WrongOffice { .. }
            | CheckInAnswer::Cancelled { .. }
            | CheckInAnswer::Moved { .. }
            | CheckInAnswer::Finished { .. }
            | CheckInAnswer::WrongDay { .. }
            | CheckInAnswer::TooEarly { .. }
            | CheckInAnswer::TooLate { .. }
            | CheckInAnswer::NotConfirmed { .. }
            | CheckInAnswer::OfficeClosed { .. }
            | CheckInAnswer::QueueFull) => {
                // The fifth wrong one alone locks the keypad, and staff are told.
                if matches!(refused, CheckInAnswer::KeypadLocked { .. } | CheckInAnswer::Unknown) {
                    actions.push(Action::LookAlone);
                }
                let judged_at = judged_at(&attempt, reply.now);
                self.refuse(Reason::CheckIn(refused), attempt, judged_at, actions);
            }
        }
    }

    /// The language that the booking was made in, unless the citizen chose another one here; until the kiosk goes
    /// back to the welcome for the next one.
    fn speak_of_booking(&mut self, tag: Option<&str>) {
        let known = tag.and_then(Language::from_tag);
        let offered = known.filter(|language| self.settings.languages.contains(language));
        if let Some(language) = offered.filter(|_| !self.is_language_chosen) {
            self.language = language;
        }
    }

    fn on_ticket_reply(
        &mut self,
        reply: TicketReply,
        attempt: Attempt,
        nonce: Option<Nonce>,
        actions: &mut Vec<Action>,
    ) {
        match reply.answer {
            TicketAnswer::Opened { ticket } => self.show(ticket, Kind::Fresh, nonce, None, actions),
            refused @ (TicketAnswer::QueueFull { .. }
            | TicketAnswer::Closed { .. }
            | TicketAnswer::NotNow { .. }
            | TicketAnswer::Paused { .. }
            | TicketAnswer::NotOffered) => {
                let judged_at = judged_at(&attempt, reply.now);
                self.refuse(Reason::Ticket(refused), attempt, judged_at, actions);
            }
        }
    }

    /// The number is on the screen before, and whatever becomes of, the paper.
    fn show(
        &mut self,
        ticket: TicketView,
        kind: Kind,
        attempt: Option<Nonce>,
        code: Option<String>,
        actions: &mut Vec<Action>,
    ) {
        // A ticket of the lobby's has a link of its own.
        let code = code.filter(|_| ticket.alone);
        let ticket = self.in_company(ticket);
        if ticket.alone {
            actions.push(Action::LookAlone);
        }
        if kind == Kind::Fresh {
            let (ticket, language, code) = (ticket.clone(), self.language, code.clone());
            let job = PrintJob { ticket, language, copy: false, attempt, code };
            self.remember_paper(&job);
            actions.push(Action::Print(job));
        }
        actions.push(Action::Sound(Tone::Accepted));
        self.go(Screen::Ticket(Box::new(Ticket::new(ticket, kind, code))), actions);
    }

    pub(super) fn refuse(
        &mut self,
        reason: Reason,
        attempt: Attempt,
        judged_at: Timestamp,
        actions: &mut Vec<Action>,
    ) {
        // Nothing sounds at a bus ticket: who shows one by mistake is not told off before the lobby.
        if reason != Reason::CheckIn(CheckInAnswer::Unreadable) {
            actions.push(Action::Sound(Tone::Look));
        }
        self.note_refusal(&reason, actions);
        let refusal = Refusal::new(reason, attempt, judged_at);
        self.go(Screen::Refusal(Box::new(refusal)), actions);
    }

    /// The lobby is told in any case; the screen only if it still shows that ticket.
    pub(super) fn on_printed(
        &mut self,
        visit: VisitId,
        outcome: printer::Outcome,
        actions: &mut Vec<Action>,
    ) {
        let report = outcome.for_report();
        if let Some(ticket) = self.screen.ticket()
            && ticket.visit() == visit
        {
            ticket.printed(report.outcome);
            self.active = self.now.steady;
        }
        self.printed_for_staff(outcome);
        actions.push(match outcome {
            // The lobby does not know a ticket by the terminal's own id: its paper is told when it is handed over.
            _ if visit.is_alone() => Action::LookAlone,
            // Where there is no printer staff need not be told of every ticket.
            printer::Outcome::NotSent(printer::Reason::Absent) => return,
            _ => Action::ReportPrint { visit, report },
        });
    }
}

/// The check-in code that was held up, if it was one.
fn held_up(attempt: &Attempt) -> Option<String> {
    match &attempt.wish {
        Wish::CheckIn(Presented::Scan(text)) if text.starts_with("F1:") => Some(text.clone()),
        Wish::CheckIn(_) | Wish::WalkIn(..) | Wish::Late(_) => None,
    }
}

/// The moment that was judged: the terminal's, unless the lobby cannot have trusted it.
fn judged_at(attempt: &Attempt, lobby_now: Timestamp) -> Timestamp {
    let trusted = (lobby_now - attempt.seen_at).abs() <= TRUSTED;
    if trusted { attempt.seen_at } else { lobby_now }
}
