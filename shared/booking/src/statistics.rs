//! Figures of offices, from what lobbies tell of ended visits and from bookings. Pure; never of a person, citizen or
//! clerk: who served is not even told.
//!
//! - [`definitions`]: what each figure means
//! - [`sums`]: what is kept of visits and bookings in the end
//! - [`figures`]: the numbers of a selection
//! - [`table`]: the same in rows, as CSV and XLSX
//! - [`chart`]: the same drawn

pub mod chart;
pub mod definitions;
pub mod figures;
pub mod sums;
pub mod table;
