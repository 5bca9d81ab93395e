//! From a reader's bytes to the texts of codes.

use std::time::{Duration, Instant};

/// A reader without an end sign is silent for so long after a code. Within one it never is, at any baud rate.
pub(super) const PAUSE: Duration = Duration::from_millis(150);

/// No code is longer: what is, is a reader gone mad.
const LONGEST: usize = 4_300;

/// The same text again within this time is the same code, still held there.
const STILL_THERE: Duration = Duration::from_secs(2);

/// Collects a code.
#[derive(Debug, Default)]
pub(super) struct Lines {
    bytes: Vec<u8>,
    /// Too long; thrown away until its end.
    is_mad: bool,
    last: Option<(String, Instant)>,
}

impl Lines {
    /// Whether the first byte of a code is still to come.
    pub(super) fn is_empty(&self) -> bool {
        self.bytes.is_empty() && !self.is_mad
    }

    /// Takes bytes; the texts that they complete.
    pub(super) fn take(&mut self, bytes: &[u8], now: Instant) -> Vec<String> {
        let mut texts = Vec::new();
        for byte in bytes {
            match byte {
                // Readers end a code with a line end, a tabulator or ETX, as they are set.
                b'\r' | b'\n' | b'\t' | 0x03 => texts.extend(self.end(now)),
                // … and some begin it with STX.
                0x02 => {}
                _ if self.bytes.len() >= LONGEST => self.is_mad = true,
                _ => self.bytes.push(*byte),
            }
        }
        texts
    }

    /// The code has ended. Never trimmed: a space is a character like any other.
    pub(super) fn end(&mut self, now: Instant) -> Option<String> {
        let bytes = std::mem::take(&mut self.bytes);
        if std::mem::take(&mut self.is_mad) || bytes.is_empty() {
            return None;
        }
        // A garbled line is no code; the citizen holds it there again.
        let text = String::from_utf8(bytes).ok()?;
        let again = self
            .last
            .as_ref()
            .is_some_and(|(last, at)| *last == text && now.duration_since(*at) < STILL_THERE);
        self.last = Some((text.clone(), now));
        (!again).then_some(text)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_end_at_a_sign_or_a_pause_and_keep_their_spaces() {
        let (mut lines, now) = (Lines::default(), Instant::now());
        assert_eq!(lines.take(b"\x02F1:A B", now), [""; 0]);
        assert!(!lines.is_empty());
        assert_eq!(lines.take(b" \r\nF1:C\x03F1:D", now), ["F1:A B ", "F1:C"]);
        assert_eq!(lines.end(now).as_deref(), Some("F1:D"));
        assert_eq!(lines.end(now), None);
    }

    #[test]
    fn a_code_that_is_held_there_is_told_once_in_two_seconds() {
        let (mut lines, began) = (Lines::default(), Instant::now());
        let at = |seconds| began + Duration::from_secs(seconds);
        assert_eq!(lines.take(b"F1:A\r", at(0)).len(), 1);
        assert_eq!(lines.take(b"F1:A\r", at(1)).len(), 0);
        assert_eq!(lines.take(b"F1:A\r", at(2)).len(), 0, "it was never away");
        assert_eq!(lines.take(b"F1:B\r", at(2)).len(), 1);
        assert_eq!(lines.take(b"F1:B\r", at(9)).len(), 1);
    }

    #[test]
    fn nonsense_is_no_code() {
        let (mut lines, now) = (Lines::default(), Instant::now());
        assert_eq!(lines.take(&[b'x'; 20_000], now), [""; 0]);
        assert_eq!(lines.take(b"\rF1:A\r", now), ["F1:A"]);
        assert_eq!(lines.take(b"\xff\xfe\r\r\rF1:B\r", now), ["F1:B"]);
    }
}
