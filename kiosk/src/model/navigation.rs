//! From screen to screen: what follows from what a citizen decided.

use super::{Model, Sighted};
use crate::action::{Action, Wish};
use crate::aids::Aids;
use crate::judgement;
use crate::screen::out_of_service::OutOfService;
use crate::screen::{self, Screen};
use crate::screen::{keypad, languages, nothing, refusal, ticket, walk_in, welcome};
use crate::staff;
use crate::tones::{Nearness, Tone};
use foyer_protocol::lobby::{CheckInAnswer, Presented};
use foyer_text::Language;

impl Model {
    /// Takes a screen's message to the screen that stands there; one of another screen is late and nothing.
    pub(super) fn on_screen(&mut self, message: screen::Message, actions: &mut Vec<Action>) {
        use screen::Message as M;
        match (&mut self.screen, message) {
            (Screen::Welcome(_), M::Welcome(message)) => self.on_welcome(message, actions),
            (Screen::Ticket(_), M::Ticket(message)) => self.on_ticket(message, actions),
            (Screen::Refusal(_), M::Refusal(message)) => self.on_refusal(message, actions),
            (Screen::Help(_), M::Help(message)) => self.on_help(message, actions),
            (Screen::Keypad(_), M::Keypad(message)) => self.on_keypad(message, actions),
            (Screen::WalkIn(screen), M::WalkIn(message)) => match screen.update(message) {
                Some(walk_in::Action::Take { services, seen_at }) => {
                    self.ask(Wish::WalkIn(services, self.language), seen_at, actions);
                }
                Some(walk_in::Action::GoHome) => self.go_back(actions),
                None => {}
            },
            (Screen::Nothing(screen), M::Nothing(message)) => match screen.update(message) {
                nothing::Action::WalkIn => self.go_walk_in(actions),
                nothing::Action::GoHome => self.go_back(actions),
            },
            (Screen::Languages(screen), M::Languages(message)) => match screen.update(message) {
                languages::Action::Speak(language) => self.speak(language, actions),
                languages::Action::GoHome => self.go_welcome(actions),
            },
            (_, M::Welcome(_) | M::Ticket(_) | M::Refusal(_) | M::Keypad(_)) => {}
            (_, M::StaffDoor(message)) => self.on_staff_door(message, actions),
            (_, M::Staff(message)) => self.on_staff_page(message, actions),
            (_, M::WalkIn(_) | M::Nothing(_) | M::Languages(_) | M::Help(_)) => {}
        }
    }

    fn on_keypad(&mut self, message: keypad::Message, actions: &mut Vec<Action>) {
        self.say_typed(&message, actions);
        let Screen::Keypad(screen) = &mut self.screen else { return };
        match screen.update(message, self.now) {
            Some(keypad::Action::Ask { code, seen_at }) => {
                let presented = Presented::ShortCode(code.as_str().to_owned());
                self.ask(Wish::CheckIn(presented), seen_at, actions);
            }
            Some(keypad::Action::GoHome) => self.go_back(actions),
            None => {}
        }
    }

    pub(super) fn on_welcome(&mut self, message: welcome::Message, actions: &mut Vec<Action>) {
        let Screen::Welcome(screen) = &mut self.screen else { return };
        match screen.update(message, self.now) {
            Some(welcome::Action::TypeNumber) => self.go(Screen::Keypad(keypad::Keypad::new()), actions),
            Some(welcome::Action::WalkIn) => self.go_walk_in(actions),
            Some(welcome::Action::Nothing) => self.go(Screen::Nothing(nothing::Nothing::new()), actions),
            Some(welcome::Action::ChooseLanguage) => {
                self.go(Screen::Languages(languages::Languages::new()), actions);
            }
            Some(welcome::Action::Finish) => self.end_visit(actions),
            Some(welcome::Action::Speak(language)) => self.speak(language, actions),
            Some(welcome::Action::Help) => self.go_help(actions),
            None => {}
        }
    }

    /// The citizen has chosen a language.
    fn speak(&mut self, language: Language, actions: &mut Vec<Action>) {
        self.language = language;
        self.is_language_chosen = true;
        self.go_welcome(actions);
    }

    fn on_ticket(&mut self, message: ticket::Message, actions: &mut Vec<Action>) {
        let Screen::Ticket(screen) = &mut self.screen else { return };
        match screen.update(message, self.language) {
            Some(ticket::Action::Print(job)) => {
                self.remember_paper(&job);
                actions.push(Action::Print(job));
            }
            Some(ticket::Action::ShowAnother(number)) => self.show_another(number, actions),
            Some(ticket::Action::Wish { number, change }) => actions.push(Action::Wish { number, change }),
            Some(ticket::Action::GoHome) => self.end_visit(actions),
            None => {}
        }
    }

    fn on_refusal(&mut self, message: refusal::Message, actions: &mut Vec<Action>) {
        let Screen::Refusal(screen) = &mut self.screen else { return };
        let attempt = screen.attempt.clone();
        match screen.update(message) {
            refusal::Action::GoHome => self.go_back(actions),
            refusal::Action::TypeNumber => self.go(Screen::Keypad(keypad::Keypad::new()), actions),
            refusal::Action::WalkIn => self.go_walk_in(actions),
            refusal::Action::TakeLate(booking) => self.ask(Wish::Late(booking), attempt.seen_at, actions),
            // The journal goes on with an unanswered attempt of the same thing: its nonce stays the same.
            refusal::Action::TryAgain => self.ask(attempt.wish, attempt.seen_at, actions),
        }
    }

    /// What stands before the camera. A new code replaces whatever is shown, at once; only while the lobby is
    /// asked it has to wait, or a number could be given that nobody sees.
    pub(super) fn on_sight(&mut self, sighted: Sighted, actions: &mut Vec<Action>) {
        self.count_sight(&sighted);
        let welcome = match sighted {
            Sighted::Code { text, .. } | Sighted::Read { text, .. } if staff::is_code(&text) => {
                return self.on_staff_code(&text, actions);
            }
            Sighted::Code { text, at } => return self.on_code(text, at, actions),
            Sighted::Read { text, at } => {
                let text = judgement::with_eaten_space(text, &self.keys);
                return self.on_code(text, at, actions);
            }
            Sighted::Several => welcome::Message::SeveralSeen,
            Sighted::Candidate => welcome::Message::CandidateSeen,
            Sighted::Near(nearness) => return self.guide(nearness, actions),
            Sighted::Gone => welcome::Message::CandidateGone,
        };
        self.on_welcome(welcome, actions);
    }

    fn on_code(&mut self, text: String, at: foyer_domain::Timestamp, actions: &mut Vec<Action>) {
        let takes_none = matches!(
            self.screen,
            Screen::Checking(_) | Screen::OutOfService(_) | Screen::StaffDoor(_) | Screen::Staff(_)
        );
        if takes_none {
            return;
        }
        // A code before another one's answer is the next one's; only after "another code" it is of the same people.
        if matches!(self.screen, Screen::Ticket(_)) && self.is_aided() {
            self.forget_visit(actions);
        } else if !matches!(self.screen, Screen::Welcome(_)) && !self.is_language_chosen {
            self.forget_language();
        }
        self.part_from_company();
        let Some(snapshot) = self.snapshot.as_deref() else { return };
        let ours = judgement::is_ours(&text, snapshot, &self.keys);
        let wish = Wish::CheckIn(Presented::Scan(text));
        self.active = self.now.steady;
        if ours {
            // Heard and seen before anybody answers: the aim's frame lights up while the lobby is asked.
            actions.push(Action::Sound(Tone::Read));
            self.ask(wish, at, actions);
        } else {
            let attempt = self.new_attempt(wish, at);
            let reason = refusal::Reason::CheckIn(CheckInAnswer::Unreadable);
            self.refuse(reason, attempt, at, actions);
        }
    }

    /// A tick for who cannot see the picture, while somebody could hold a code up.
    fn guide(&self, nearness: Nearness, actions: &mut Vec<Action>) {
        if matches!(self.screen, Screen::Welcome(_)) && self.is_read_aloud() {
            actions.push(Action::Sound(Tone::Guide(nearness)));
        }
    }

    fn go_walk_in(&mut self, actions: &mut Vec<Action>) {
        let portal = self.snapshot.as_ref().and_then(|snapshot| snapshot.office.public_url.as_deref());
        self.go(Screen::WalkIn(walk_in::WalkIn::new(self.now, portal)), actions);
    }

    /// Shows a screen, without the last one's focus.
    pub(super) fn go(&mut self, screen: Screen, actions: &mut Vec<Action>) {
        self.screen = screen;
        self.turn += 1;
        self.active = self.now.steady;
        actions.push(Action::Unfocus);
    }

    /// The next one is greeted in the usual language.
    pub(super) fn forget_language(&mut self) {
        self.language = self.settings.languages.first().copied().unwrap_or_default();
        self.is_language_chosen = false;
    }

    /// Back to the welcome; where the kiosk cannot work, to the reason. Whoever uses an aid is still here, and keeps
    /// the language, too.
    pub(super) fn go_home(&mut self, actions: &mut Vec<Action>) {
        if !self.is_aided() {
            self.forget_language();
        }
        self.company.clear();
        self.pending = None;
        match self.outage() {
            Some(outage) => self.go(Screen::OutOfService(OutOfService::new(outage)), actions),
            None => self.go_welcome(actions),
        }
    }

    /// Back to the welcome, for whoever comes next.
    pub(super) fn end_visit(&mut self, actions: &mut Vec<Action>) {
        self.forget_visit(actions);
        self.go_home(actions);
    }

    /// Whether whoever is here uses an aid.
    fn is_aided(&self) -> bool {
        self.is_read_aloud() || self.aids != Aids::default()
    }

    /// Nothing that the last one has set is left: language, aids, speech and its volume.
    pub(super) fn forget_visit(&mut self, actions: &mut Vec<Action>) {
        self.forget_language();
        self.forget_aloud(actions);
        if self.aids != Aids::default() {
            self.aids = Aids::default();
            self.renew_look();
        }
    }

    /// Takes the screen away, to put another one in its place.
    pub(super) fn take_screen(&mut self) -> Screen {
        std::mem::replace(&mut self.screen, Screen::Nothing(nothing::Nothing::new()))
    }
}
