//! What can be wrong with a configuration.

/// What is wrong with a configuration, and where.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum OfficeFault {
    /// A list that must not be empty is.
    #[error("`{0}` is empty: an office needs at least one")]
    Empty(&'static str),
    /// Two entries of a list share an id or letter.
    #[error("`{list}` names `{id}` twice")]
    Twice {
        /// The list.
        list: &'static str,
        /// The name that occurs twice.
        id: String,
    },
    /// An entry names something that does not exist.
    #[error("`{place}` names `{id}`, which is not among `{list}`")]
    Missing {
        /// Where the name stands.
        place: String,
        /// The name.
        id: String,
        /// Where it should be defined.
        list: &'static str,
    },
    /// A value is out of its range.
    #[error("`{place}` is {value}: {remedy}")]
    Range {
        /// Where the value stands.
        place: String,
        /// The value as written.
        value: String,
        /// What is allowed.
        remedy: &'static str,
    },
}
