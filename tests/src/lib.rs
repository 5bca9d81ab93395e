//! Journeys through the whole system with real parts, benchmarks, and the repository's own rules.
