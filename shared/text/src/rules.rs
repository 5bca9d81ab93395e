//! The rules of the text files.
