//! The focus: what a keyboard or a keypad moves from key to key, and what stands on the key that has it.

use iced::advanced::widget::Id;
use iced::advanced::widget::operation::{self, Focusable, Operation, Outcome};
use iced::keyboard::{self, key::Named};
use iced::{Rectangle, Task};
use std::any::Any;

/// What a keyboard's key means for the focus, for `iced::keyboard::listen()`.
pub fn focus_move(event: &keyboard::Event) -> Option<FocusMove> {
    let keyboard::Event::KeyPressed { key: keyboard::Key::Named(named), modifiers, .. } = event else {
        return None;
    };
    match named {
        Named::Tab if modifiers.shift() => Some(FocusMove::Back),
        Named::Tab | Named::ArrowRight => Some(FocusMove::On),
        Named::ArrowLeft => Some(FocusMove::Back),
        Named::ArrowDown => Some(FocusMove::Down),
        Named::ArrowUp => Some(FocusMove::Up),
        _ => None,
    }
}

/// Where the focus goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FocusMove {
    /// To the next key.
    On,
    /// To the key before.
    Back,
    /// To the nearest key of the next row.
    Down,
    /// To the nearest key of the row before.
    Up,
}

impl FocusMove {
    /// The task that moves it and tells what stands on the key that has it then.
    pub fn task(self) -> Task<String> {
        let places = iced::advanced::widget::operate(Places::default());
        places.then(move |places: Places| match places.target(self) {
            Some(target) => iced::advanced::widget::operate(FocusOn::new(target)),
            None => Task::none(),
        })
    }
}

/// The task that takes the focus away: for a new screen.
pub fn unfocus<Message: Send + 'static>() -> Task<Message> {
    iced::advanced::widget::operate(operation::focusable::unfocus())
}

/// The name of a key on which no word stands, for who hears it.
#[derive(Debug, Clone, Default)]
pub struct Name(pub Option<String>);

/// Where all keys are, and which one has the focus.
#[derive(Debug, Clone, Default)]
pub struct Places {
    keys: Vec<Rectangle>,
    focused: Option<usize>,
}

impl Places {
    /// Which key has the focus after this step; `None` where there is none.
    pub fn target(&self, step: FocusMove) -> Option<usize> {
        let last = self.keys.len().checked_sub(1)?;
        let Some(here) = self.focused else {
            return Some(if matches!(step, FocusMove::On | FocusMove::Down) { 0 } else { last });
        };
        Some(match step {
            FocusMove::On => (here + 1) % self.keys.len(),
            FocusMove::Back => here.checked_sub(1).unwrap_or(last),
            FocusMove::Down => self.beside(here, true).unwrap_or(0),
            FocusMove::Up => self.beside(here, false).unwrap_or(last),
        })
    }

    /// The nearest key below or above: of the next row the one whose middle is nearest.
    fn beside(&self, here: usize, below: bool) -> Option<usize> {
        let from = self.keys[here];
        let away = |key: &Rectangle| {
            let down = key.center_y() - from.center_y();
            if below { down } else { -down }
        };
        let is_there = |key: &Rectangle| away(key) > key.height.min(from.height) / 2.0;
        let nearest = self.keys.iter().filter(|key| is_there(key)).map(away).min_by(f32::total_cmp)?;
        let in_row = |key: &Rectangle| is_there(key) && away(key) < nearest + key.height / 2.0;
        let aside = |key: &Rectangle| (key.center_x() - from.center_x()).abs();
        let row = self.keys.iter().enumerate().filter(|(_, key)| in_row(key));
        row.min_by(|(_, a), (_, b)| aside(a).total_cmp(&aside(b))).map(|(index, _)| index)
    }
}

impl Operation<Places> for Places {
    fn traverse(&mut self, operate: &mut dyn FnMut(&mut dyn Operation<Places>)) {
        operate(self);
    }

    fn focusable(&mut self, _: Option<&Id>, bounds: Rectangle, state: &mut dyn Focusable) {
        if state.is_focused() {
            self.focused = Some(self.keys.len());
        }
        self.keys.push(bounds);
    }

    fn finish(&self) -> Outcome<Places> {
        Outcome::Some(self.clone())
    }
}

/// What stands on the key that has the focus.
#[derive(Debug, Default)]
struct Label {
    place: Option<Rectangle>,
    words: Vec<String>,
}

/// Gives the focus to one key and reads it.
#[derive(Debug)]
pub struct FocusOn {
    target: usize,
    at: usize,
    label: Label,
}

impl FocusOn {
    /// On the key with this place in the order of the layout.
    pub fn new(target: usize) -> Self {
        Self { target, at: 0, label: Label::default() }
    }

    /// The words of that key.
    pub fn label(&self) -> String {
        self.label.words.join(" ")
    }
}

impl Operation<String> for FocusOn {
    fn traverse(&mut self, operate: &mut dyn FnMut(&mut dyn Operation<String>)) {
        operate(self);
    }

    fn focusable(&mut self, _: Option<&Id>, bounds: Rectangle, state: &mut dyn Focusable) {
        self.label.place = None;
        if self.at == self.target {
            state.focus();
            self.label.place = Some(bounds);
        } else {
            state.unfocus();
        }
        self.at += 1;
    }

    fn custom(&mut self, _: Option<&Id>, _: Rectangle, state: &mut dyn Any) {
        if let (Some(_), Some(Name(Some(name)))) = (self.label.place, state.downcast_ref::<Name>()) {
            self.label.words.push(name.clone());
        }
    }

    fn text(&mut self, _: Option<&Id>, bounds: Rectangle, text: &str) {
        if self.label.place.is_some_and(|place| place.contains(bounds.center())) {
            self.label.words.push(text.to_owned());
        }
    }

    fn finish(&self) -> Outcome<String> {
        Outcome::Some(self.label())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use iced::{Point, Size};

    /// Three rows: one key, two keys, three keys.
    fn places(focused: Option<usize>) -> Places {
        let key = |x: f32, y: f32, width: f32| Rectangle::new(Point::new(x, y), Size::new(width, 20.0));
        let keys = vec![
            key(0.0, 0.0, 300.0),
            key(0.0, 30.0, 145.0),
            key(155.0, 30.0, 145.0),
            key(0.0, 60.0, 90.0),
            key(105.0, 60.0, 90.0),
            key(210.0, 60.0, 90.0),
        ];
        Places { keys, focused }
    }

    #[test]
    fn the_focus_goes_around_and_from_row_to_row() {
        for (focused, step, wanted) in [
            (None, FocusMove::On, 0),
            (None, FocusMove::Up, 5),
            (Some(5), FocusMove::On, 0),
            (Some(0), FocusMove::Back, 5),
            (Some(2), FocusMove::Down, 5),
            (Some(1), FocusMove::Down, 3),
            (Some(4), FocusMove::Up, 1),
            (Some(2), FocusMove::Up, 0),
            (Some(5), FocusMove::Down, 0),
            (Some(0), FocusMove::Up, 5),
        ] {
            assert_eq!(places(focused).target(step), Some(wanted), "{focused:?} {step:?}");
        }
        assert_eq!(Places::default().target(FocusMove::On), None);
    }
}
