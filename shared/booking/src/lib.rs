//! The booking server: offices, services, free times, bookings, pages.
