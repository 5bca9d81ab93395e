//! What citizens may book themselves.

use crate::refusal::Refusal;
use foyer_domain::booking::ServiceChoice;
use foyer_domain::office::Office;

/// Whether staff find a time for all of this where citizens propose days.
///
/// # Errors
/// [`Refusal::ServiceUnknown`] for the first service for which they do not.
pub fn on_request(office: &Office, wanted: &[ServiceChoice]) -> Result<(), Refusal> {
    let is_offered =
        |choice: &&ServiceChoice| office.service(&choice.service).is_some_and(|known| known.on_request);
    match wanted.iter().find(|choice| !is_offered(choice)) {
        Some(choice) => Err(Refusal::ServiceUnknown { service: choice.service.to_string() }),
        None => Ok(()),
    }
}

/// Whether all of this can be booked without asking staff.
///
/// # Errors
/// [`Refusal::ServiceUnknown`] for the first service that the office keeps for its staff; one that it does not have at
/// all is left to whoever adds up the minutes.
pub fn bookable(office: &Office, wanted: &[ServiceChoice]) -> Result<(), Refusal> {
    let is_kept =
        |choice: &&ServiceChoice| office.service(&choice.service).is_some_and(|known| !known.online);
    match wanted.iter().find(is_kept) {
        Some(choice) => Err(Refusal::ServiceUnknown { service: choice.service.to_string() }),
        None => Ok(()),
    }
}
