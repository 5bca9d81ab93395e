//! Papers that staff order from elsewhere: printed as copies beside whatever is on the screen.

use super::Model;
use crate::action::{Action, PrintJob};
use crate::device::printer;
use foyer_domain::Timestamp;
use foyer_domain::id::VisitId;
use foyer_protocol::lobby::{PrintReport, TicketView};
use foyer_protocol::nonce::Nonce;
use foyer_text::Language;

/// The lobby gives an order up long before so many new ones.
const KNOWN: usize = 200;

/// The orders of this run, newest first, with what became of each.
#[derive(Debug, Default)]
pub(super) struct Orders {
    known: Vec<(Nonce, Option<PrintReport>)>,
}

impl Model {
    /// The same order comes again after a break of the link: it is one paper. After a restart the journal knows.
    pub(super) fn on_order(
        &mut self,
        order: Nonce,
        ticket: TicketView,
        language: Option<&str>,
        until: Timestamp,
        actions: &mut Vec<Action>,
    ) {
        let visit = ticket.visit;
        if let Some((_, told)) = self.orders.known.iter().find(|(known, _)| *known == order) {
            // It comes again because the lobby has not heard what became of it.
            actions.extend(told.clone().map(|report| Action::ReportPrint { visit, report }));
            return;
        }
        self.orders.known.truncate(KNOWN - 1);
        self.orders.known.insert(0, (order, None));
        // It may have lain in a line that stood still, or in a computer that slept.
        if self.lobby_time() > until {
            actions.push(Action::MissOrder { order, visit });
            return;
        }
        let known = language.and_then(Language::from_tag);
        let offered = known.filter(|language| self.settings.languages.contains(language));
        let language = offered.or_else(|| self.settings.languages.first().copied()).unwrap_or_default();
        actions.push(Action::Print(PrintJob {
            ticket,
            language,
            copy: true,
            attempt: Some(order),
            code: None,
        }));
    }

    /// The lobby alone is told: nobody at the screen has asked for it.
    pub(super) fn on_ordered(
        &mut self,
        order: Nonce,
        visit: VisitId,
        outcome: printer::Outcome,
        actions: &mut Vec<Action>,
    ) {
        let report = PrintReport { order: Some(order), ..outcome.for_report() };
        if let Some((_, told)) = self.orders.known.iter_mut().find(|(known, _)| *known == order) {
            *told = Some(report.clone());
        }
        actions.push(Action::ReportPrint { visit, report });
    }
}
