//! The usual reasons why an office cancels or moves; they are there in all languages.

/// What a form calls each, and its text.
pub const REASONS: [(&str, &str); 3] = [
    ("illness", "mail-reason-illness"),
    ("technical", "mail-reason-technical"),
    ("building", "mail-reason-building"),
];
