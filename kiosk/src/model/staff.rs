//! The staff page: how it is opened, what its keys do, and when it closes. It works without a lobby.

mod facts;
mod log;

pub use facts::Setup;

use super::Model;
use crate::action::{Action, PrintJob, StaffAction};
use crate::device::printer;
use crate::kept::{self, Kept};
use crate::screen::out_of_service::{OutOfService, Outage};
use crate::screen::staff::{self, Refused};
use crate::screen::{Screen, staff_door};
use crate::staff::{Access, CodeHash};
use crate::times;
use chrono::TimeDelta;
use foyer_domain::Timestamp;
use foyer_domain::attempts::Attempts;
use iced::keyboard;
use log::Log;
use std::time::Duration;

/// So many wrong PINs within [`times::PIN_TRIES`] lock the page for [`times::PIN_RESTS`].
const WRONG_PINS: usize = 5;

/// What happened that concerns staff.
#[derive(Debug, Clone, PartialEq)]
pub enum Message {
    /// The corner with the office's name is held down.
    CornerPressed,
    /// Whatever was held down is let go, or the finger has left the corner.
    Released,
    /// A PIN was compared with the hash.
    PinChecked {
        /// Which one.
        id: u64,
        /// Whether it is the one.
        right: bool,
    },
    /// The camera gave so many pictures in the last second.
    FramesCounted(u32),
    /// The last code was read within so many milliseconds of its picture.
    ReadIn(u32),
    /// A test ticket or the list is done.
    Printed(printer::Outcome),
    /// Refusals of before the program's start, newest first.
    Recalled(Vec<Refused>),
    /// Whether the settings are on the disk.
    Kept(bool),
}

/// What the model keeps for staff.
#[derive(Debug)]
pub(super) struct State {
    setup: Setup,
    /// Whether the disk has taken what was set last.
    is_kept: bool,
    /// Since when the corner is held.
    held_since: Option<Duration>,
    /// By the steady clock: setting the other one must not open a lock, or close it for ever.
    wrong: Attempts<()>,
    checks: u64,
    /// The PIN that is being compared.
    checking: Option<u64>,
    log: Log,
    /// The last paper of a citizen, to be printed again.
    last_ticket: Option<PrintJob>,
    printing: Option<staff::Printing>,
    /// Whether the journal did not take the last attempt: then nothing can be given, with or without the lobby.
    journal_refuses: bool,
    /// Since when the lobby's stream is up, and when it last told something.
    link_since: Option<Timestamp>,
    heard_at: Option<Timestamp>,
}

impl Default for State {
    fn default() -> Self {
        let time = |span| TimeDelta::from_std(span).unwrap_or_default();
        Self {
            setup: Setup::default(),
            is_kept: true,
            held_since: None,
            wrong: Attempts::new(WRONG_PINS, time(times::PIN_TRIES), time(times::PIN_RESTS)),
            checks: 0,
            checking: None,
            log: Log::default(),
            last_ticket: None,
            printing: None,
            journal_refuses: false,
            link_since: None,
            heard_at: None,
        }
    }
}

impl Model {
    /// The same kiosk with what staff have set up.
    #[must_use]
    pub fn with_staff(mut self, setup: Setup) -> Self {
        self.staff.setup = setup;
        // A state that nobody could end is not gone on with.
        self.staff.setup.kept.out_of_service &= !self.staff.setup.access.is_empty();
        if self.is_out_by_staff() {
            self.screen = Screen::OutOfService(OutOfService::new(Outage::ByStaff));
        }
        self
    }

    /// How loud it is for whoever is here, 0 to [`kept::LOUDEST`].
    pub fn volume(&self) -> u8 {
        self.own_volume().unwrap_or(self.staff.setup.kept.volume)
    }

    /// Whether staff have taken it out of service.
    pub fn is_out_by_staff(&self) -> bool {
        self.staff.setup.kept.out_of_service
    }

    /// Whether time has to pass in small steps: something moves, or is being held.
    pub fn is_lively(&self) -> bool {
        self.screen.is_lively() || self.staff.held_since.is_some()
    }

    pub(super) fn on_staff(&mut self, message: Message, actions: &mut Vec<Action>) {
        match message {
            Message::CornerPressed => self.staff.held_since = Some(self.now.steady),
            Message::Released => self.staff.held_since = None,
            Message::PinChecked { id, right } => self.on_pin_checked(id, right, actions),
            Message::FramesCounted(count) => self.staff.log.frames = Some(count),
            Message::ReadIn(milliseconds) => self.staff.log.last_read = Some(milliseconds),
            Message::Printed(outcome) => self.printed_for_staff(outcome),
            Message::Recalled(before) => self.staff.log.recall(before),
            Message::Kept(is_kept) => self.staff.is_kept = is_kept,
        }
    }

    /// Opens the door when the corner was held for long enough, and closes what nobody touches.
    pub(super) fn staff_on_tick(&mut self, actions: &mut Vec<Action>) {
        let held = self.staff.held_since.map(|since| self.now.steady.saturating_sub(since));
        if held.is_some_and(|held| held >= times::CORNER_HELD) {
            self.staff.held_since = None;
            self.go_to_door(actions);
        }
        let idle = self.idle();
        let patience = match self.screen {
            Screen::StaffDoor(_) => times::STAFF_DOOR,
            Screen::Staff(_) => times::STAFF,
            _ => return,
        };
        if idle >= patience {
            self.go_home(actions);
        }
    }

    /// Whether a key was meant for the staff page: Ctrl+Shift+S opens its door.
    pub(super) fn on_staff_key(&mut self, event: &keyboard::Event, actions: &mut Vec<Action>) -> bool {
        use keyboard::key::{Key, Named};
        let keyboard::Event::KeyPressed { key, modifiers, text, .. } = event else { return false };
        let is_s = matches!(key, Key::Character(letter) if letter.eq_ignore_ascii_case("s"));
        if is_s && modifiers.control() && modifiers.shift() {
            self.go_to_door(actions);
            return true;
        }
        let message = match (&self.screen, key) {
            (Screen::Staff(_), Key::Named(Named::Escape)) => {
                return self.close_staff(actions);
            }
            (Screen::StaffDoor(_), Key::Named(Named::Escape)) => staff_door::Message::GoBack,
            (Screen::StaffDoor(_), Key::Named(Named::Backspace)) => staff_door::Message::Delete,
            (Screen::StaffDoor(_), Key::Named(Named::Enter)) => staff_door::Message::Send,
            (Screen::StaffDoor(_), _) => match text.as_deref().and_then(|text| text.chars().next()) {
                Some(digit) if digit.is_ascii_digit() => staff_door::Message::Type(digit),
                Some(_) | None => return false,
            },
            _ => return false,
        };
        self.on_staff_door(message, actions);
        true
    }

    fn close_staff(&mut self, actions: &mut Vec<Action>) -> bool {
        self.go_home(actions);
        true
    }

    /// While the lobby is asked a number may be on its way, which somebody must see.
    fn may_open(&self) -> bool {
        !matches!(self.screen, Screen::Checking(_) | Screen::Staff(_))
    }

    fn go_to_door(&mut self, actions: &mut Vec<Action>) {
        if !self.may_open() {
            return;
        }
        self.pending = None;
        self.language = self.language.for_staff();
        let Access { pin, code } = &self.staff.setup.access;
        let mut door = staff_door::Door::new(pin.is_some(), code.is_some(), &self.staff.setup.about.config);
        door.locked_until = self.pins_rest_until();
        self.go(Screen::StaffDoor(door), actions);
    }

    /// Until when no PIN is taken, by the steady clock.
    fn pins_rest_until(&self) -> Option<Duration> {
        let until = self.staff.wrong.locked(&(), steady_time(self.now.steady))?;
        (until - Timestamp::UNIX_EPOCH).to_std().ok()
    }

    /// Whether wrong PINs have locked the page.
    pub(super) fn is_pin_locked(&self) -> bool {
        self.pins_rest_until().is_some()
    }

    pub(super) fn on_staff_door(&mut self, message: staff_door::Message, actions: &mut Vec<Action>) {
        let Screen::StaffDoor(door) = &mut self.screen else { return };
        self.active = self.now.steady;
        match door.update(message) {
            Some(staff_door::Action::Check(pin)) => {
                // One after the other: many at once would only be a way around the lock.
                if self.is_pin_locked() || self.staff.checking.is_some() {
                    return;
                }
                self.staff.checks += 1;
                self.staff.checking = Some(self.staff.checks);
                self.show_door(staff_door::Said::Checking);
                actions.push(Action::Staff(StaffAction::CheckPin { id: self.staff.checks, pin }));
            }
            Some(staff_door::Action::GoHome) => self.go_home(actions),
            None => {}
        }
    }

    fn show_door(&mut self, said: staff_door::Said) {
        let locked_until = self.pins_rest_until();
        if let Screen::StaffDoor(door) = &mut self.screen {
            door.say(said, locked_until);
        }
    }

    /// A wrong one counts also where nobody stands before the door any more.
    fn on_pin_checked(&mut self, id: u64, right: bool, actions: &mut Vec<Action>) {
        if self.staff.checking.take_if(|checking| *checking == id).is_none() {
            return;
        }
        if right {
            self.staff.wrong.right(&());
            if matches!(self.screen, Screen::StaffDoor(_)) {
                self.open_staff(actions);
            }
            return;
        }
        let locked = self.staff.wrong.wrong((), steady_time(self.now.steady)).is_some();
        tracing::warn!(locked, "a wrong PIN at the staff page");
        self.show_door(staff_door::Said::Wrong);
    }

    /// A staff code was held up. It goes no further than here, be it right or wrong.
    pub(super) fn on_staff_code(&mut self, text: &str, actions: &mut Vec<Action>) {
        if self.staff.setup.access.code == Some(CodeHash::of(text)) {
            if self.may_open() {
                self.open_staff(actions);
            }
        } else {
            tracing::warn!("a staff code that is not this terminal's");
        }
    }

    fn open_staff(&mut self, actions: &mut Vec<Action>) {
        tracing::info!("the staff page is opened");
        self.pending = None;
        self.language = self.language.for_staff();
        let page = staff::Staff::new(self.staff_facts());
        self.go(Screen::Staff(Box::new(page)), actions);
    }

    pub(super) fn on_staff_page(&mut self, message: staff::Message, actions: &mut Vec<Action>) {
        let Screen::Staff(page) = &mut self.screen else { return };
        self.active = self.now.steady;
        match page.update(message) {
            Some(staff::Action::PrintTest) => {
                self.staff.printing = Some(staff::Printing::UnderWay);
                actions.push(Action::Staff(StaffAction::PrintTest));
            }
            Some(staff::Action::PrintCopy) => {
                if let Some(last) = self.staff.last_ticket.clone() {
                    self.staff.printing = Some(staff::Printing::UnderWay);
                    actions.push(Action::Print(PrintJob { copy: true, attempt: None, ..last }));
                }
            }
            Some(staff::Action::PrintAlone) => {
                self.staff.printing = Some(staff::Printing::UnderWay);
                actions.push(Action::PrintAlone);
            }
            Some(staff::Action::SetVolume(volume)) => {
                let volume = volume.min(kept::LOUDEST);
                self.set_kept(Kept { volume, ..self.staff.setup.kept }, actions);
            }
            Some(staff::Action::SetOutOfService(out_of_service)) => {
                tracing::warn!(out_of_service, "staff have set whether the terminal works");
                self.set_kept(Kept { out_of_service, ..self.staff.setup.kept }, actions);
            }
            Some(staff::Action::Close) => self.go_home(actions),
            None => {}
        }
    }

    fn set_kept(&mut self, kept: Kept, actions: &mut Vec<Action>) {
        if self.staff.setup.kept != kept {
            self.staff.setup.kept = kept;
            actions.push(Action::Staff(StaffAction::Keep(kept)));
        }
    }

    /// A paper that the staff page asked for is done.
    pub(super) fn printed_for_staff(&mut self, outcome: printer::Outcome) {
        if self.staff.printing == Some(staff::Printing::UnderWay) {
            self.staff.printing = Some(staff::Printing::Ended(outcome));
        }
    }

    /// A citizen's paper: staff can print the last one again.
    pub(super) fn remember_paper(&mut self, job: &PrintJob) {
        self.staff.last_ticket = Some(job.clone());
    }
}

/// The steady clock as a moment.
fn steady_time(steady: Duration) -> Timestamp {
    Timestamp::UNIX_EPOCH + TimeDelta::from_std(steady).unwrap_or_default()
}
