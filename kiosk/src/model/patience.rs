//! What goes on by itself as time passes: asking whether somebody is still there, and going back for the next one.

use super::Model;
use crate::action::Action;
use crate::screen::Screen;
use crate::times;
use std::time::Duration;

impl Model {
    /// Whether somebody is asked if they need more time.
    pub fn is_asking(&self) -> bool {
        self.patience().is_some_and(|patience| self.idle() >= patience)
    }

    pub(super) fn patience(&self) -> Option<Duration> {
        self.screen.patience().map(|patience| self.aids.patience.of(patience))
    }

    /// For how long nobody has done anything.
    pub(super) fn idle(&self) -> Duration {
        self.now.steady.saturating_sub(self.active)
    }

    pub(super) fn on_tick(&mut self, actions: &mut Vec<Action>) {
        self.repeat_status(actions);
        self.show_checking();
        self.hand_over_again(actions);
        self.give_up_waiting(actions);
        self.staff_on_tick(actions);
        self.go_on(actions);
        self.end_day();
        let idle = self.idle();
        let more = |time| self.aids.patience.of(time);
        let over = self.patience().is_some_and(|patience| idle >= patience + more(times::ASKING));
        match self.screen {
            Screen::Welcome(_) if idle >= more(times::COMPANY) && !self.company.is_empty() => {
                self.end_visit(actions);
            }
            Screen::Welcome(_) if idle >= more(times::LANGUAGE) => self.forget_visit(actions),
            Screen::Welcome(_) | Screen::Checking(_) | Screen::OutOfService(_) => {}
            Screen::StaffDoor(_) | Screen::Staff(_) => {}
            _ if over || idle >= more(times::FORGOTTEN) => self.end_visit(actions),
            _ => {}
        }
    }
}
