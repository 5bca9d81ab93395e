//! A secret that says who we are.

/// A secret for `authorization: Bearer …`. It has no `Debug`, so it ends in no log by mistake.
#[derive(Clone, PartialEq, Eq)]
pub struct Token(String);

impl Token {
    /// A token from where it is kept.
    pub fn new(secret: impl Into<String>) -> Self {
        Self(secret.into())
    }

    /// The secret itself: for the file where it is kept, and for nothing else.
    pub fn expose(&self) -> &str {
        &self.0
    }
}
