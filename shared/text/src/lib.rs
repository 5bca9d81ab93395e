//! Languages: texts, choice of language, numbers, times and spans.
