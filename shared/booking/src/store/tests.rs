//! Stories of the store, each on a database of its own.
