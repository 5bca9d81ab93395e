//! The wall display: calls to be seen and heard.
