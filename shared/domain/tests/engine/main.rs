//! Properties of a whole day under random commands: what always holds, replay and batches, undo, the order.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test that cannot go on fails")]

#[path = "../common/mod.rs"]
mod common;
mod invariants;
mod order;
mod replay;
mod script;
mod undo;
