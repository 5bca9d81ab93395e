//! People who came together: "another code" opens the scan for the same people, and what it brings is linked to
//! the ticket before it.

use super::Model;
use crate::action::Action;
use crate::screen::{Screen, welcome};
use foyer_domain::ticket::TicketNumber;
use foyer_protocol::lobby::TicketView;

impl Model {
    /// The next code is of the same people: their language stays.
    pub(super) fn show_another(&mut self, number: TicketNumber, actions: &mut Vec<Action>) {
        self.join_company(number);
        self.go_welcome(actions);
    }

    /// Back to where another code can be shown; without company, to the welcome of whoever comes next.
    pub(super) fn go_back(&mut self, actions: &mut Vec<Action>) {
        if self.company.is_empty() { self.go_home(actions) } else { self.go_welcome(actions) }
    }

    pub(super) fn go_welcome(&mut self, actions: &mut Vec<Action>) {
        self.go(Screen::Welcome(welcome::Welcome::new(self.camera.clone())), actions);
    }

    /// A ticket with all its companions: alone, the kiosk itself knows best who stands here.
    pub(super) fn in_company(&mut self, ticket: TicketView) -> TicketView {
        let own = |number: &TicketNumber| *number == ticket.number || ticket.also.contains(number);
        let others = self.company.iter().filter(|number| !own(number) && !ticket.together.contains(number));
        let together = others.chain(&ticket.together).copied().collect();
        if !self.company.is_empty() {
            self.join_company(ticket.number);
        }
        TicketView { together, ..ticket }
    }

    /// A code before an answer is the next one's, and only where another was asked for it is of the same people.
    pub(super) fn part_from_company(&mut self) {
        if matches!(self.screen, Screen::Ticket(_) | Screen::Refusal(_)) {
            self.company.clear();
        }
    }

    fn join_company(&mut self, number: TicketNumber) {
        self.company.retain(|known| *known != number);
        self.company.push(number);
    }
}
