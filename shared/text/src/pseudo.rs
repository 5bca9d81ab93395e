//! A language that does not exist: German, 40 % longer. Screens are tried with it, so that a translation of
//! tomorrow has room today.

use std::cell::Cell;

/// So much longer, in percent.
const LONGER: usize = 40;

thread_local! {
    static ON: Cell<bool> = const { Cell::new(false) };
}

/// Texts that this thread asks for while `telling` runs are 40 % longer than they are. For tests of screens.
pub fn with_longer_texts<T>(telling: impl FnOnce() -> T) -> T {
    /// Ends it also when a test fails within.
    struct Ends;
    impl Drop for Ends {
        fn drop(&mut self) {
            ON.set(false);
        }
    }
    ON.set(true);
    let _ends = Ends;
    telling()
}

/// The text, longer if that is asked for. Times and dates stay: they stand in other texts, which grow.
pub(crate) fn lengthened(id: &str, text: String) -> String {
    let stays = ["time-", "date-", "weekday-", "month-"].iter().any(|beginning| id.starts_with(beginning));
    if !ON.get() || stays {
        return text;
    }
    let wanted = (text.chars().count() * LONGER).div_ceil(100);
    // Sentences grow by words, as translations do; a single word grows itself.
    if text.contains(' ') {
        let more: String = text.chars().take(wanted.saturating_sub(1)).collect();
        return format!("{text} {}", more.trim_end());
    }
    let more: String = text.chars().rev().take(wanted).collect();
    format!("{text}{}", more.chars().rev().collect::<String>())
}

#[cfg(test)]
mod tests {
    use crate::{Language, text};

    #[test]
    fn texts_are_longer_only_while_it_is_asked_for() {
        let ids = ["kiosk-done", "kiosk-welcome-title", "kiosk-ticket-printed"];
        let usual = ids.map(|id| text(Language::German, id));
        let longer = super::with_longer_texts(|| ids.map(|id| text(Language::German, id)));
        assert_eq!(longer[0], "Fertigtig");
        for (usual, longer) in usual.iter().zip(&longer) {
            let (usual, longer) = (usual.chars().count(), longer.chars().count());
            assert!((usual * 138..=usual * 155).contains(&(longer * 100)), "{usual} {longer}");
        }
        assert_eq!(ids.map(|id| text(Language::German, id)), usual);
    }
}
