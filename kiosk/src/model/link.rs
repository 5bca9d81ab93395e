//! The lobby's stream: what it tells, and what the kiosk does without it.

use super::Model;
use crate::action::Action;
use crate::screen::Screen;
use crate::screen::out_of_service::{OutOfService, Outage};
use chrono::TimeDelta;
use foyer_client::{Followed, Link};
use foyer_domain::Timestamp;
use foyer_domain::code::KeyRing;
use foyer_protocol::lobby::{KioskEvent, KioskSnapshot};

impl Model {
    /// The keys of genuine check-in codes.
    pub fn keys(&self) -> &KeyRing {
        &self.keys
    }

    /// The lobby's time, as far as it is known here: a terminal's own clock may be wrong, and be set at any time. Not
    /// heard yet, there is only that.
    pub(super) fn lobby_time(&self) -> Timestamp {
        let Some((lobby, here)) = self.heard else { return self.now.at };
        let steady = self.now.steady.saturating_sub(here.steady);
        let steady = TimeDelta::from_std(steady).unwrap_or(TimeDelta::MAX);
        lobby + steady
    }

    pub(super) fn on_lobby(&mut self, followed: Followed<KioskEvent>, actions: &mut Vec<Action>) {
        match followed {
            Followed::Link(link) => self.on_link(link, actions),
            Followed::Event { event: KioskEvent::Snapshot { snapshot }, .. } => {
                self.note_heard();
                self.heard = Some((snapshot.now, self.now));
                self.on_snapshot(snapshot, actions);
            }
            Followed::Event { event: KioskEvent::Waits { walk_in, services }, .. } => {
                self.note_heard();
                if let Some(snapshot) = &mut self.snapshot {
                    snapshot.walk_in = walk_in;
                    snapshot.services = services;
                }
            }
            Followed::Event { event: KioskEvent::DayList { list }, .. } => {
                self.note_heard();
                self.on_list(list, actions);
            }
            Followed::Event { event: KioskEvent::Print { order, ticket, language, until }, .. } => {
                self.note_heard();
                self.on_order(order, *ticket, language.as_deref(), until, actions);
            }
            Followed::NotUnderstood { .. } => {
                tracing::warn!("the lobby told something that this version does not know");
            }
        }
    }

    fn on_link(&mut self, link: Link, actions: &mut Vec<Action>) {
        match &link {
            // After every break the lobby is told anew how this terminal is.
            Link::Connected => self.reported = None,
            Link::Disconnected { .. } if self.snapshot.is_none() => {
                let server = self.settings.server.clone();
                self.go_down(Outage::NoLobby { server }, actions);
            }
            // With what the lobby told before, the kiosk can still judge and say where to go.
            Link::Disconnected { .. } => {}
            Link::Refused { problem, .. } => {
                let (reason, command) = (problem.title.clone(), self.settings.enrol_command.clone());
                self.snapshot = None;
                actions.push(Action::ForgetList);
                self.go_down(Outage::Refused { reason, command }, actions);
            }
        }
        let up = link == Link::Connected;
        self.note_link(&link);
        self.link = Some(link);
        if up {
            self.on_link_up(actions);
        }
    }

    pub(super) fn on_snapshot(&mut self, snapshot: Box<KioskSnapshot>, actions: &mut Vec<Action>) {
        self.keys = KeyRing::new(&snapshot.keys);
        self.snapshot = Some(snapshot);
        self.renew_look();
        self.down = None;
        if self.interruption().is_some() {
            self.stand_still(actions);
        } else if matches!(self.screen, Screen::OutOfService(_)) {
            self.go_home(actions);
        }
    }

    /// Why the kiosk cannot work: what staff decided here counts first.
    pub(super) fn outage(&self) -> Option<Outage> {
        if self.is_out_by_staff() {
            return Some(Outage::ByStaff);
        }
        self.down.clone().or_else(|| self.interruption())
    }

    /// Out of service, or out of it for another reason than before. Staff who are at their page stay there.
    pub(super) fn go_down(&mut self, outage: Outage, actions: &mut Vec<Action>) {
        self.down = Some(outage);
        let Some(outage) = self.outage() else { return };
        match &self.screen {
            Screen::OutOfService(screen) if screen.outage == outage => return,
            Screen::StaffDoor(_) | Screen::Staff(_) => return,
            _ => {}
        }
        self.pending = None;
        self.go(Screen::OutOfService(OutOfService::new(outage)), actions);
    }
}
