//! Working alone, as the model sees it: what is told to staff, and when to hand over.

use super::Model;
use crate::action::Action;
pub(super) use crate::alone::State;
use crate::times;
use chrono::TimeDelta;
use foyer_client::Link;
use foyer_domain::alone::SignedList;
use foyer_protocol::lobby::{KioskSnapshot, PartStatus};
use foyer_text::{Language, Value, text, text_with, time_of_day};
use std::time::Duration;

/// The list's age changes all the time; staff are told in steps of so many seconds.
const AGE_STEP_SECONDS: i64 = 600;

/// Staff are told for so long that somebody has guessed at the keypad: also those who hear it when the link is back.
const KEYPAD_TOLD: TimeDelta = TimeDelta::hours(12);

/// Whether what was given alone is being handed over.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) enum HandingOver {
    /// It is not.
    #[default]
    Idle,
    /// It is.
    UnderWay,
    /// The lobby did not take everything; not before this moment again.
    NotBefore(Duration),
}

impl Model {
    /// Begins with what the lobby told before the last end, until it is heard again.
    pub(super) fn on_recalled(&mut self, snapshot: Box<KioskSnapshot>, actions: &mut Vec<Action>) {
        if self.snapshot.is_none() {
            // The wait of then is nobody's wait now.
            let snapshot = Box::new(KioskSnapshot { walk_in: None, services: Vec::new(), ..*snapshot });
            self.on_snapshot(snapshot, actions);
            self.end_day();
        }
    }

    /// What staff have paused ends with the day, also where nobody says so.
    pub(super) fn end_day(&mut self) {
        let (words, now, is_linked) = (self.words(), self.lobby_time(), self.is_linked());
        let Some(snapshot) = self.snapshot.as_mut().filter(|snapshot| !snapshot.staff_pauses.is_empty())
        else {
            return;
        };
        if !is_linked && !words.is_same_day(snapshot.now, now) {
            snapshot.end_day();
        }
    }

    pub(super) fn on_list(&mut self, list: SignedList, actions: &mut Vec<Action>) {
        let Some(snapshot) = &self.snapshot else { return };
        actions.push(Action::KeepList { list, public_key: snapshot.list_key.clone() });
    }

    pub(super) fn on_stands_alone(&mut self, state: State, actions: &mut Vec<Action>) {
        self.alone = Some(state);
        if self.handing_over == HandingOver::Idle {
            self.hand_over(actions);
        }
    }

    pub(super) fn on_handed_over(&mut self, state: Option<State>, actions: &mut Vec<Action>) {
        let open = state.as_ref().is_none_or(State::has_news);
        self.handing_over = if open {
            HandingOver::NotBefore(self.now.steady + times::HAND_OVER_AGAIN)
        } else {
            HandingOver::Idle
        };
        match state {
            Some(state) => self.alone = Some(state),
            None => actions.push(Action::LookAlone),
        }
    }

    /// The stream is up again: whatever is open goes at once.
    pub(super) fn on_link_up(&mut self, actions: &mut Vec<Action>) {
        if self.handing_over != HandingOver::UnderWay {
            self.hand_over(actions);
        }
    }

    pub(super) fn hand_over_again(&mut self, actions: &mut Vec<Action>) {
        if let HandingOver::NotBefore(from) = self.handing_over
            && self.now.steady >= from
        {
            self.hand_over(actions);
        }
    }

    fn hand_over(&mut self, actions: &mut Vec<Action>) {
        let open = self.alone.as_ref().is_some_and(State::has_news);
        if open && self.link == Some(Link::Connected) {
            self.handing_over = HandingOver::UnderWay;
            actions.push(Action::HandOver);
        }
    }

    /// How this terminal would work alone, as staff read it, in German.
    pub(super) fn alone_part(&self) -> Option<PartStatus> {
        let state = self.alone.as_ref()?;
        let zone = self.words().zone;
        let say = |id| text(Language::German, id);
        let say_with = |id, name, value: Value| text_with(Language::German, id, &[(name, value)]);
        let mut detail = Vec::new();
        if state.doubt.is_some() {
            detail.push(say("kiosk-alone-clock"));
        }
        if state.damaged {
            detail.push(say("kiosk-alone-damaged"));
        }
        detail.push(match state.list_made_at {
            Some(made_at) => {
                let seconds = made_at.timestamp().div_euclid(AGE_STEP_SECONDS) * AGE_STEP_SECONDS;
                let step = chrono::DateTime::from_timestamp(seconds, 0).unwrap_or(made_at);
                let time = time_of_day(Language::German, zone, step);
                say_with("kiosk-alone-list", "time", Value::from(time))
            }
            None => say("kiosk-alone-no-list"),
        });
        detail.push(say_with("kiosk-alone-numbers", "count", Value::from(state.numbers_left as u64)));
        if state.given > 0 {
            let counts =
                [("all", Value::from(state.given as u64)), ("done", Value::from(state.handed_over as u64))];
            detail.push(text_with(Language::German, "kiosk-alone-handed-over", &counts));
        }
        if state.refused > 0 {
            detail.push(say_with("kiosk-alone-refused", "count", Value::from(state.refused as u64)));
        }
        let guessed = state.keypad_locked_at.filter(|at| self.now.at - *at < KEYPAD_TOLD);
        if let Some(at) = guessed {
            let time = time_of_day(Language::German, zone, at);
            detail.push(say_with("kiosk-alone-keypad", "time", Value::from(time)));
        }
        let works = state.list_made_at.is_some()
            && guessed.is_none()
            && state.numbers_left > 0
            && state.doubt.is_none()
            && state.refused == 0;
        Some(PartStatus { part: "alone".to_owned(), works, detail: detail.join(" · ") })
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Message, Settings};
    use super::*;
    use crate::context::Now;
    use foyer_client::Followed;
    use iced::Size;

    fn model() -> Model {
        let settings = Settings {
            languages: vec![Language::German],
            diagonal_inch: 32.0,
            speech: crate::hearing::Speech::default(),
            printed: Vec::new(),
            demo_clock: true,
            enrol_command: String::new(),
            server: String::new(),
        };
        Model::new(settings, Size::new(1080.0, 1920.0), now(0))
    }

    fn now(seconds: u64) -> Now {
        let at = chrono::DateTime::from_timestamp(1_790_000_000, 0).unwrap();
        Now { at, steady: Duration::from_secs(seconds) }
    }

    fn hands_over(actions: &[Action]) -> bool {
        actions.contains(&Action::HandOver)
    }

    fn link(link: Link) -> Message {
        Message::Followed(Box::new(Followed::Link(link)))
    }

    #[test]
    fn handing_over_begins_with_the_link_runs_once_and_is_tried_again() {
        let mut model = model();
        let open = State { given: 3, handed_over: 1, ..State::default() };
        assert!(!hands_over(&model.update(now(1), Message::StandsAlone(open.clone()))), "no link yet");
        assert!(hands_over(&model.update(now(2), link(Link::Connected))));
        assert!(!hands_over(&model.update(now(3), Message::StandsAlone(open.clone()))), "it is under way");
        let left = State { handed_over: 2, ..open.clone() };
        model.update(now(4), Message::HandedOver(Some(left)));
        assert!(!hands_over(&model.update(now(8), Message::Ticked)));
        assert!(hands_over(&model.update(now(9), Message::Ticked)));
        model.update(now(10), Message::HandedOver(Some(State { handed_over: 3, ..open.clone() })));
        assert!(!hands_over(&model.update(now(60), Message::Ticked)), "nothing is left");
        let untold = State { given: 3, handed_over: 3, papers_untold: 1, ..open.clone() };
        assert!(hands_over(&model.update(now(61), Message::StandsAlone(untold))), "a paper");
        model.update(now(62), Message::HandedOver(Some(State { handed_over: 3, ..open.clone() })));
        assert!(hands_over(&model.update(now(63), Message::StandsAlone(open))), "something new");
    }

    #[test]
    fn staff_read_the_lists_age_the_numbers_and_what_is_wrong() {
        let mut model = model();
        assert_eq!(model.alone_part(), None, "nothing is known yet");
        let good = State {
            list_made_at: chrono::DateTime::from_timestamp(1_790_000_000, 0),
            numbers_left: 397,
            given: 12,
            handed_over: 7,
            ..State::default()
        };
        model.update(now(1), Message::StandsAlone(good.clone()));
        let part = model.alone_part().unwrap();
        assert!(part.works, "{part:?}");
        for words in ["Tagesliste von", "397 Nummern frei", "12", "7"] {
            assert!(part.detail.contains(words), "{part:?}");
        }
        let doubt = Some(crate::alone::Doubt::Jumped);
        for (bad, words) in [
            (State { doubt, ..good.clone() }, "Uhr"),
            (State { refused: 1, ..good.clone() }, "nicht angenommen: 1"),
            (State { keypad_locked_at: good.list_made_at, ..good.clone() }, "falsche Terminnummern"),
            (State { list_made_at: None, damaged: true, ..good.clone() }, "verändert"),
            (State { numbers_left: 0, ..good }, "0 Nummern"),
        ] {
            model.update(now(2), Message::StandsAlone(bad));
            let part = model.alone_part().unwrap();
            assert!(!part.works && part.detail.contains(words), "{part:?}");
        }
    }
}
