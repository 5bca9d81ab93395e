//! The only code that speaks to a server: calls, a reconnecting event stream, the link as a value.
