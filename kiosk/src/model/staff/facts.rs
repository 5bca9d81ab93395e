//! What the staff page shows, and what staff at the desks are told of it.

use super::super::{Model, Sighted};
use super::State;
use crate::action::{Action, StaffAction};
use crate::kept::Kept;
use crate::screen::refusal::Reason;
use crate::screen::staff::{About, Facts, Links};
use crate::screen::{Screen, staff, welcome};
use crate::staff::Access;
use foyer_client::Link;
use foyer_domain::Timestamp;
use foyer_protocol::lobby::PartStatus;
use foyer_text::{Language, text};

/// What does not change while the program runs, and what was kept from the last run.
#[derive(Debug, Clone, Default)]
pub struct Setup {
    /// Who may open the page.
    pub access: Access,
    /// What staff set.
    pub kept: Kept,
    /// What the page says of the program and the computer.
    pub about: About,
}

impl Model {
    /// All that the page shows, as it is now.
    pub(super) fn staff_facts(&self) -> Facts {
        let State { setup, is_kept, log, last_ticket, printing, link_since, heard_at, .. } = &self.staff;
        Facts {
            camera: self.camera.clone(),
            reading: log.reading(self.now.steady),
            printer: self.printer,
            printing: *printing,
            last_ticket: last_ticket.as_ref().map(|job| job.ticket.numbers()),
            links: Links {
                server: self.settings.server.clone(),
                link: self.link.clone(),
                connected_since: *link_since,
                heard_at: *heard_at,
                alone: self.alone.clone(),
                journal_refuses: self.staff.journal_refuses,
            },
            refusals: log.refusals(),
            kept: setup.kept,
            is_kept: *is_kept,
            about: setup.about.clone(),
            diagonal_inch: self.settings.diagonal_inch,
        }
    }

    /// The page shows what is true now.
    pub(in super::super) fn renew_staff_page(&mut self) {
        if matches!(self.screen, Screen::Staff(_)) {
            let facts = self.staff_facts();
            if let Screen::Staff(page) = &mut self.screen {
                page.facts = facts;
            }
        }
    }

    pub(in super::super) fn count_sight(&mut self, sighted: &Sighted) {
        self.staff.log.count(sighted, self.now.steady);
    }

    /// Somebody was told why not: the reason alone is kept.
    pub(in super::super) fn note_refusal(&mut self, reason: &Reason, actions: &mut Vec<Action>) {
        let (at, reason): (Timestamp, _) = (self.now.at, reason.for_staff());
        self.staff.log.refused(at, reason);
        actions.push(Action::Staff(StaffAction::NoteRefusal { at, reason }));
    }

    /// The live picture stands on the welcome or on the staff page.
    pub(in super::super) fn on_picture(&mut self, picture: welcome::Picture, actions: &mut Vec<Action>) {
        match &mut self.screen {
            Screen::Staff(page) => page.picture = Some(picture),
            _ => self.on_welcome(welcome::Message::PictureArrived(picture), actions),
        }
    }

    /// How large the live picture has to be on the staff page; `None` where it shows none.
    pub(in super::super) fn staff_picture(&self) -> Option<crate::device::camera::PreviewSize> {
        let Screen::Staff(page) = &self.screen else { return None };
        page.shows_camera().then(|| staff::picture_size(&self.context()))
    }

    /// What staff at the desks are told, in German.
    pub(in super::super) fn staff_parts(&self) -> impl Iterator<Item = PartStatus> {
        let broken = |part: &str, id| PartStatus {
            part: part.to_owned(),
            works: false,
            detail: text(Language::German, id),
        };
        let out = self.is_out_by_staff().then(|| broken("service", "kiosk-staff-part-out"));
        let journal = self.staff.journal_refuses.then(|| broken("journal", "kiosk-staff-part-journal"));
        let locked = self.is_pin_locked().then(|| broken("staff", "kiosk-staff-part-locked"));
        out.into_iter().chain(locked).chain(journal)
    }

    /// Whether an attempt could be noted on the disk: without that nothing is sent and nothing given.
    pub(in super::super) fn note_journal(&mut self, takes: bool) {
        self.staff.journal_refuses = !takes;
    }

    /// When the link came up, for staff.
    pub(in super::super) fn note_link(&mut self, link: &Link) {
        self.staff.link_since = (*link == Link::Connected).then_some(self.now.at);
    }

    /// The lobby has told something.
    pub(in super::super) fn note_heard(&mut self) {
        self.staff.heard_at = Some(self.now.at);
    }
}
