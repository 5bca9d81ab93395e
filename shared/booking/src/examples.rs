//! The examples that are part of the program.

/// A good office, commented.
pub const OFFICE: &str = include_str!("../../../deploy/examples/office.toml");

/// A configuration of this program, commented.
pub const SETTINGS: &str = include_str!("booking.toml");

/// The example office.
///
/// # Panics
/// Never: a test reads the example.
pub fn office() -> foyer_domain::office::Office {
    toml::from_str(OFFICE).expect("the example is right")
}
