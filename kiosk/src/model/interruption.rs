//! Everything stands still: the office's text on the whole panel, silence, and nobody checks in.

use super::Model;
use crate::action::Action;
use crate::screen::Screen;
use crate::screen::out_of_service::{OutOfService, Outage};

impl Model {
    /// The interruption that holds now, whatever this kiosk's clock shows. One that no longer hears its lobby keeps it
    /// until the lobby's day is over.
    pub(super) fn interruption(&self) -> Option<Outage> {
        let interrupted = self.snapshot.as_ref()?.house.interrupted.as_ref()?;
        let today = self.words().is_same_day(interrupted.since, self.lobby_time());
        (self.is_linked() || today).then(|| Outage::Interrupted { text: interrupted.text.clone() })
    }

    /// Nothing sounds, nothing is asked any more, and whoever stood here begins anew afterwards: with the same code
    /// the journal gets the same answer. Staff who are at their page stay there.
    pub(super) fn stand_still(&mut self, actions: &mut Vec<Action>) {
        let Some(outage) = self.outage() else { return };
        match &self.screen {
            Screen::OutOfService(screen) if screen.outage == outage => return,
            Screen::StaffDoor(_) | Screen::Staff(_) => return,
            _ => {}
        }
        self.forget_visit(actions);
        self.company.clear();
        self.pending = None;
        self.go(Screen::OutOfService(OutOfService::new(outage)), actions);
    }

    /// Goes on where nothing stands still any more: staff said so, or the day is over.
    pub(super) fn go_on(&mut self, actions: &mut Vec<Action>) {
        let is_over = match &self.screen {
            Screen::OutOfService(OutOfService { outage: Outage::Interrupted { .. } }) => {
                self.interruption().is_none()
            }
            _ => false,
        };
        if is_over {
            self.go_home(actions);
        }
    }
}
