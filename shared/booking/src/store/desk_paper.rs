//! A booking for a letter on paper, with its PIN.

use super::bookings::view;
use super::desk::{self, DeskBooking};
use super::rows::{self, Stage};
use super::sql::values;
use super::{Answer, Store};
use crate::mail::Wished;
use crate::random;
use crate::refusal::Refusal;
use foyer_domain::id::BookingId;
use foyer_protocol::booking::BookingView;
use std::sync::Arc;

/// What a letter on paper is made of.
pub struct DeskPaper {
    /// As its owner sees it, with the PIN.
    pub view: BookingView,
    /// How often it was changed since it was made.
    pub sequence: u32,
    /// As staff see it.
    pub booking: DeskBooking,
    /// Who comes, and what they wish.
    pub wished: Wished,
}

impl Store {
    /// What a letter on paper about a certain booking is made of.
    ///
    /// # Errors
    /// The store's.
    pub async fn desk_paper(&self, id: BookingId) -> Answer<DeskPaper> {
        let (server, catalog) = (Arc::clone(&self.secrets), Arc::clone(&self.catalog));
        self.read(move |connection| {
            let Some(row) = rows::by_id(connection, id)? else { return Ok(Err(Refusal::BookingUnknown)) };
            let Some(state) = catalog.office(&row.office) else { return Ok(Err(Refusal::BookingUnknown)) };
            match row.stage {
                Stage::Confirmed if !row.lost_place => {}
                Stage::Confirmed | Stage::Cancelled => return Ok(Err(Refusal::BookingCancelled)),
                Stage::Held | Stage::Expired => return Ok(Err(Refusal::BookingUnknown)),
            }
            let found = desk::bookings(connection, "id = ?1", "id", values![rows::key(id)])?.pop();
            let Some(booking) = found else { return Ok(Err(Refusal::BookingUnknown)) };
            let pin = random::pin(&server.server, row.id, &row.pin_salt);
            let view = BookingView { pin: Some(pin), ..view(&state.office, &row) };
            let wished = Wished { persons: row.persons, wishes: row.wishes, interpreting: row.interpreting };
            Ok(Ok(DeskPaper { view, sequence: row.sequence, booking, wished }))
        })
        .await
    }
}
