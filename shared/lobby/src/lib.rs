//! The lobby server: queue, event log, clerk's desk.
