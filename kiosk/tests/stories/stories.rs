//! What happens, in order, and what must not.
