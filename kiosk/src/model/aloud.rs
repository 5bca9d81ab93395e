//! Speech mode: what is said when, in whose hearing, how loud and how quickly. It ends with the visit, and with it all
//! that was set in it (EN 301 549, 5.1.3).

use super::Model;
use crate::action::Action;
use crate::hearing::Listeners;
use crate::kept::LOUDEST;
use crate::screen::{Screen, help, keypad};
use crate::speech::{Pace, Said, Utterance, sayable, spelled};
use crate::tones::Tone;
use foyer_text::Language;
use iced::keyboard::{self, key::Named};

/// The quietest that speech can be made: silence would look like a fault.
const QUIETEST: u8 = 1;

/// How speech stands for whoever is here.
#[derive(Debug, Default)]
pub(super) struct Aloud {
    is_on: bool,
    /// Louder or quieter than staff have set it.
    volume: Option<u8>,
    pace: Pace,
    /// Whether appointments and concerns may be heard by everybody.
    consents: bool,
    /// Which screen was said, and whether the question was over it.
    told: Option<(u64, bool)>,
    /// Its sentences, so that only what is new is said while it stands.
    lines: Vec<String>,
}

impl Model {
    /// Whether screens are read aloud.
    pub(super) fn is_read_aloud(&self) -> bool {
        self.aloud.is_on
    }

    /// Whether they can be.
    pub(super) fn can_speak(&self) -> bool {
        self.sound.has_voice == Some(true) && self.sound.has_device == Some(true)
    }

    /// Whether something is being said right now.
    pub(super) fn is_talking(&self) -> bool {
        self.uttered > self.sound.ended
    }

    /// How loud whoever is here wants it, if not as staff have set it.
    pub(super) fn own_volume(&self) -> Option<u8> {
        self.aloud.volume
    }

    /// The next citizen finds everything as usual.
    pub(super) fn forget_aloud(&mut self, actions: &mut Vec<Action>) {
        self.hush(actions);
        self.aloud = Aloud::default();
    }

    /// On or off.
    pub(super) fn toggle_aloud(&mut self, actions: &mut Vec<Action>) {
        if self.aloud.is_on {
            self.forget_aloud(actions);
        } else if self.can_speak() {
            self.aloud.is_on = true;
            self.aloud.told = None;
        }
    }

    pub(super) fn hush(&mut self, actions: &mut Vec<Action>) {
        if self.is_talking() {
            actions.push(Action::Hush);
            self.sound.ended = self.uttered;
        }
    }

    /// Takes the keys that belong to speech and the aids; whether it was one. Any key cuts speech short.
    pub(super) fn on_aid_key(&mut self, event: &keyboard::Event, actions: &mut Vec<Action>) -> bool {
        // What a reader types may hold any sign; none of them is meant as a key.
        if self.wedge.is_reader() && matches!(event, keyboard::Event::KeyPressed { text: Some(_), .. }) {
            return false;
        }
        if matches!(self.screen, Screen::StaffDoor(_) | Screen::Staff(_)) {
            return false;
        }
        let was_talking = self.is_talking();
        self.hush(actions);
        if self.aloud.is_on && matches!(event, keyboard::Event::KeyPressed { repeat: false, .. }) {
            actions.push(Action::Sound(Tone::Key));
        }
        if self.settings.speech.keys.iter().any(|key| key.is_pressed(event)) {
            self.on_speech_key(was_talking, actions);
            return true;
        }
        if self.settings.speech.aid_keys.iter().any(|key| key.is_pressed(event)) {
            self.go_help(actions);
            return true;
        }
        self.aloud.is_on && self.on_control(event, actions)
    }

    /// Starts speech; once it is on, stops it, or says the screen again.
    fn on_speech_key(&mut self, was_talking: bool, actions: &mut Vec<Action>) {
        if !self.aloud.is_on && self.can_speak() {
            self.toggle_aloud(actions);
        } else if !self.aloud.is_on {
            // There it says that this terminal cannot.
            self.go_help(actions);
        } else if !was_talking {
            self.aloud.told = None;
        }
    }

    /// Louder, quieter, quicker, slower, and "yes, aloud".
    fn on_control(&mut self, event: &keyboard::Event, actions: &mut Vec<Action>) -> bool {
        let keyboard::Event::KeyPressed { key, .. } = event else { return false };
        let volume = self.volume();
        match key.as_ref() {
            keyboard::Key::Character("+") => self.set_volume((volume + 1).min(LOUDEST), actions),
            keyboard::Key::Character("-") => self.set_volume(volume.saturating_sub(1).max(QUIETEST), actions),
            keyboard::Key::Named(Named::PageUp) => self.set_pace(true, actions),
            keyboard::Key::Named(Named::PageDown) => self.set_pace(false, actions),
            keyboard::Key::Character("5") if self.withholds() => {
                self.aloud.consents = true;
                self.aloud.told = None;
            }
            _ => return false,
        }
        true
    }

    fn set_volume(&mut self, volume: u8, actions: &mut Vec<Action>) {
        self.aloud.volume = Some(volume);
        actions.push(Action::Sound(Tone::Look));
    }

    fn set_pace(&mut self, quicker: bool, actions: &mut Vec<Action>) {
        self.aloud.pace = self.aloud.pace.changed(quicker);
        self.say(vec![self.words().say("kiosk-speak-pace")], actions);
    }

    /// The key that the focus has come to.
    pub(super) fn on_focused(&mut self, label: String, actions: &mut Vec<Action>) {
        if !self.aloud.is_on || label.is_empty() {
            return;
        }
        // A language's name is said in its own voice, or who needs it would not know it.
        let named = self.settings.languages.iter().copied().find(|language| language.own_name() == label);
        self.say_in(named.unwrap_or(self.language), vec![label], actions);
    }

    /// A sign was typed, or taken back.
    pub(super) fn say_typed(&mut self, message: &keypad::Message, actions: &mut Vec<Action>) {
        let Screen::Keypad(keypad) = &self.screen else { return };
        if !self.aloud.is_on {
            return;
        }
        let words = self.words();
        let sign = |sign: char| spelled(words.language, &sign.to_uppercase().to_string());
        let said = match message {
            keypad::Message::Type(typed) => sign(*typed),
            keypad::Message::Delete => match keypad.last() {
                Some(last) => words.say_with("kiosk-speak-deleted", "sign", sign(last)),
                None => return,
            },
            keypad::Message::Send | keypad::Message::GoBack => return,
        };
        self.say(vec![said], actions);
    }

    /// Says the screen when it is new, and later what is new on it.
    pub(super) fn tell_screen(&mut self, actions: &mut Vec<Action>) {
        if !self.aloud.is_on {
            return;
        }
        let is_asking = self.is_asking();
        let here = (self.turn, is_asking);
        let said = self.said();
        if said.lines.is_empty() {
            return;
        }
        let lines = self.heard(&said);
        let is_first = self.aloud.told.is_none();
        let before = self.aloud.told.replace(here);
        let old = std::mem::replace(&mut self.aloud.lines, lines.clone());
        if before == Some(here) {
            let fresh: Vec<String> = lines.into_iter().filter(|line| !old.contains(line)).collect();
            if !fresh.is_empty() {
                self.say(fresh, actions);
            }
        } else if before != Some((self.turn, true)) || is_asking {
            let words = self.words();
            let mut all = lines;
            if !said.keys.is_empty() {
                let keys = said.keys.join(", ");
                all.push(words.say_with("kiosk-speak-choices", "keys", keys));
            }
            all.extend(said.around);
            if is_first {
                all.push(words.say("kiosk-speak-keys"));
            }
            self.say(all, actions);
        }
    }

    /// What stands here, as it is said.
    fn said(&self) -> Said {
        let ctx = self.context().lowered().aloud();
        if self.is_asking() {
            let words = ctx.words;
            let lines = [words.say("kiosk-still-there"), words.say("kiosk-speak-any-key")];
            return Said::of(lines)
                .with_keys([words.say("kiosk-no-more-time"), words.say("kiosk-more-time")]);
        }
        self.screen.said(&ctx)
    }

    /// Whether everything may be said: the citizen alone hears it, or wants it so.
    fn is_private(&self) -> bool {
        self.settings.speech.output == Listeners::Headset || self.aloud.consents
    }

    fn withholds(&self) -> bool {
        !self.is_private() && !self.said().private.is_empty()
    }

    /// The sentences that may be heard.
    fn heard(&self, said: &Said) -> Vec<String> {
        let mut lines = said.lines.clone();
        if self.is_private() {
            lines.extend(said.private.iter().cloned());
        } else if !said.private.is_empty() {
            lines.push(self.words().say("kiosk-speak-private"));
        }
        lines
    }

    fn say(&mut self, sentences: Vec<String>, actions: &mut Vec<Action>) {
        self.say_in(self.language, sentences, actions);
    }

    fn say_in(&mut self, language: Language, sentences: Vec<String>, actions: &mut Vec<Action>) {
        self.uttered += 1;
        let text = sayable(language, &sentences.iter().map(|line| ended(line)).collect::<Vec<_>>().join(" "));
        actions.push(Action::Say(Utterance { id: self.uttered, language, pace: self.aloud.pace, text }));
    }

    /// Opens the aids over what stands there.
    pub(super) fn go_help(&mut self, actions: &mut Vec<Action>) {
        match self.screen {
            Screen::Checking(_) | Screen::OutOfService(_) | Screen::Help(_) => {}
            Screen::StaffDoor(_) | Screen::Staff(_) => {}
            _ => {
                let before = self.take_screen();
                self.go(Screen::Help(help::Help::new(before)), actions);
            }
        }
    }

    pub(super) fn on_help(&mut self, message: help::Message, actions: &mut Vec<Action>) {
        match message {
            help::Message::Speak => self.toggle_aloud(actions),
            help::Message::Enlarge => {
                self.aids.letters = self.aids.letters.next();
                self.renew_look();
            }
            help::Message::Lower => self.aids.low = !self.aids.low,
            help::Message::Wait => self.aids.patience = self.aids.patience.next(),
            help::Message::GoBack => {
                if let Screen::Help(help) = self.take_screen() {
                    self.go(help.into_before(), actions);
                }
            }
        }
    }
}

/// A sentence with a stop at its end, where the voice rests.
fn ended(line: &str) -> String {
    let is_open = line.ends_with(|last: char| last.is_alphanumeric() || last == ')');
    if is_open { format!("{line}.") } else { line.to_owned() }
}
