//! What a key of a keyboard or a keypad does. Everything that a finger can do, these can do, too.

use super::Model;
use crate::action::Action;
use crate::screen::{self, Screen};
use foyer_look::focus;
use iced::keyboard::{self, key::Named};

impl Model {
    pub(super) fn on_key(&mut self, event: &keyboard::Event, actions: &mut Vec<Action>) {
        let was_asking = self.is_asking();
        self.active = self.now.steady;
        if self.on_quick_key(event, actions)
            || self.on_staff_key(event, actions)
            || self.on_aid_key(event, actions)
        {
            return;
        }
        if let Some(step) = focus::focus_move(event) {
            actions.push(Action::MoveFocus(step));
            return;
        }
        let keyboard::Event::KeyPressed { key, text, .. } = event else { return };
        if *key == keyboard::Key::Named(Named::Escape) {
            self.step_back(was_asking, actions);
            return;
        }
        let typed = text.as_deref().and_then(|text| text.chars().next());
        if matches!(&self.screen, Screen::WalkIn(screen) if screen.is_searching()) {
            let message = match key {
                keyboard::Key::Named(Named::Backspace) => Some(screen::walk_in::Message::Delete),
                _ => typed.filter(|sign| sign.is_alphanumeric()).map(screen::walk_in::Message::Type),
            };
            if let Some(message) = message {
                self.on_screen(screen::Message::WalkIn(message), actions);
            }
        } else if matches!(self.screen, Screen::Keypad(_)) {
            let message = match key {
                keyboard::Key::Named(Named::Backspace) => Some(screen::keypad::Message::Delete),
                keyboard::Key::Named(Named::Enter) => Some(screen::keypad::Message::Send),
                _ => typed.filter(char::is_ascii_alphanumeric).map(screen::keypad::Message::Type),
            };
            if let Some(message) = message {
                self.on_screen(screen::Message::Keypad(message), actions);
            }
        }
    }

    /// Escape: "no, no more time", or one step back. A ticket stays: who silences it must not lose it.
    fn step_back(&mut self, was_asking: bool, actions: &mut Vec<Action>) {
        use screen::Message as M;
        if was_asking {
            self.end_visit(actions);
            return;
        }
        let message = match &self.screen {
            Screen::Ticket(ticket) if ticket.is_wishing() => {
                M::Ticket(screen::ticket::Message::Wish(screen::ticket::wishes::Message::Close))
            }
            Screen::Refusal(_) => M::Refusal(screen::refusal::Message::GoBack),
            Screen::Keypad(_) => M::Keypad(screen::keypad::Message::GoBack),
            Screen::WalkIn(_) => M::WalkIn(screen::walk_in::Message::GoBack),
            Screen::Nothing(_) => M::Nothing(screen::nothing::Message::GoBack),
            Screen::Languages(_) => M::Languages(screen::languages::Message::GoBack),
            Screen::Help(_) => M::Help(screen::help::Message::GoBack),
            Screen::Welcome(_) | Screen::Checking(_) | Screen::Ticket(_) | Screen::OutOfService(_) => return,
            Screen::StaffDoor(_) | Screen::Staff(_) => return,
        };
        self.on_screen(message, actions);
    }
}
