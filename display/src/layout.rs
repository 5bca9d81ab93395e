//! Where things are and how large: from the panel's size, its pixels and the farthest seat.

use crate::settings::PanelSettings;
use foyer_look::fit;
use foyer_look::fonts::{BOLD, REGULAR};
use foyer_look::scale::{CAPITAL, Panel, Scale};
use iced::Size;

/// Capitals are at least this share of the distance high (VBG BGI 650: comfortable at normal sight).
const COMFORTABLE: f32 = 1.0 / 155.0;
/// … and for low vision this (EN 301 549, 5.1.4: 0.7°); the big call aims at it.
const LOW_VISION: f32 = 0.0122;
/// What a usual row says, to find its width.
const USUAL_NUMBER: &str = "A\u{202f}088";
const USUAL_COUNTER: &str = "Schalter 88";

/// Where things are and how large, in the window's pixels.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Layout {
    /// The window.
    pub size: Size,
    /// Physical sizes.
    pub scale: Scale,
    /// Whether the history is under the big call instead of beside it.
    pub upright: bool,
    /// The big call's place.
    pub call: Size,
    /// The history's place.
    pub history: Size,
    /// The foot's place.
    pub foot: Size,
    /// Font size of the history.
    pub row_text: f32,
    /// Height of a row of the history.
    pub row_height: f32,
    /// How many rows fit.
    pub rows: usize,
    /// Whether a row has the counter under the number instead of beside it.
    pub stacked: bool,
    /// Font size at the foot.
    pub foot_text: f32,
    /// Space at edges and between groups.
    pub space: f32,
    distance_mm: f32,
}

impl Layout {
    /// The layout of a window on this panel.
    pub fn of(size: Size, panel: &PanelSettings) -> Self {
        // A window may have no size for a moment.
        let size = Size::new(size.width.max(1.0), size.height.max(1.0));
        let upright = size.height > size.width;
        let short = size.width.min(size.height);
        let physical = Panel { diagonal_inch: panel.diagonal_inch, size };
        let distance_mm = panel.distance_m * 1000.0;
        let scale = Scale::new(physical, distance_mm * COMFORTABLE);
        let space = (short / 27.0).round();
        let wanted = scale.capitals(distance_mm * COMFORTABLE);
        let foot_text = wanted.clamp(short / 30.0, short / 22.0);
        let foot = Size::new(size.width, (foot_text * if upright { 4.4 } else { 2.2 }).round());
        let body = size.height - foot.height;
        let widest = if upright { size.width } else { size.width * 0.44 };
        // At least three rows have to fit, or there is no history.
        let least_rows_height = if upright { body * 0.5 } else { body } / 3.0;
        let mut row_text = wanted.clamp(short / 20.0, least_rows_height / 1.7);
        let mut needed = Self::row_width(row_text, space);
        let stacked = needed > widest;
        if stacked {
            let room = widest - 2.5 * space;
            row_text = fit::one_line(USUAL_COUNTER, REGULAR, Size::new(room, f32::INFINITY), row_text)
                .min(least_rows_height / 2.75);
            needed = widest;
        }
        let row_height = (row_text * if stacked { 2.75 } else { 1.7 }).round();
        let (call, history) = if upright {
            let call = Size::new(size.width, (body * 0.5).round());
            (call, Size::new(size.width, body - call.height))
        } else {
            let width = needed.clamp(size.width * 0.34, widest).round();
            (Size::new(size.width - width, body), Size::new(width, body))
        };
        let rows = whole((history.height - space) / row_height).max(1);
        Self {
            size,
            scale,
            upright,
            call,
            history,
            foot,
            row_text,
            row_height,
            rows,
            stacked,
            foot_text,
            space,
            distance_mm,
        }
    }

    fn row_width(text: f32, space: f32) -> f32 {
        let number = fit::measure(USUAL_NUMBER, BOLD, text).width;
        let counter = fit::measure(USUAL_COUNTER, REGULAR, text).width;
        number + counter + 2.5 * space + text * 0.6
    }

    /// Font sizes of the big number and its counter in `room`: the same, unless the counter's name is so
    /// long that it needs several lines.
    pub fn call_text(number: &str, counter: &str, room: Size) -> CallText {
        let half = Size::new(room.width, room.height * 0.5);
        let of_number = fit::one_line(number, BOLD, half, f32::INFINITY);
        let same = fit::one_line(counter, BOLD, half, of_number);
        if same >= of_number * 0.5 {
            return CallText { number: same, counter: same };
        }
        let number = of_number.min(room.height * 0.38);
        let below = Size::new(room.width, room.height - number * 1.05);
        let sizes: Vec<f32> = (4..=20_u8).rev().map(|step| number * f32::from(step) / 20.0).collect();
        CallText { number, counter: fit::several_lines(counter, BOLD, 1.1, below, &sizes) }
    }

    /// The room for a counter's name beside the number, or under it where it is long.
    pub fn name_room(&self, long: bool) -> Size {
        let width = self.history.width - 2.0 * self.space;
        let number = fit::measure(USUAL_NUMBER, BOLD, self.row_text).width.ceil();
        match (self.stacked, long) {
            (true, _) => Size::new(width, self.row_height - self.row_text * 1.25),
            (false, false) => Size::new(width - number - self.row_text * 0.6, self.row_height),
            (false, true) => Size::new(width, self.row_height * 1.9 - self.row_text * 1.25),
        }
    }

    /// How many rows a call to this counter takes.
    pub fn slots(&self, counter: &str) -> usize {
        let width = fit::measure(counter, REGULAR, self.row_text).width;
        let fits = self.stacked || width * 0.8 <= self.name_room(false).width || self.rows < 2;
        if fits { 1 } else { 2 }
    }

    /// What the panel can show and what the distance asks for, for `--check`.
    pub fn sizes(&self) -> Vec<TextSize> {
        let mm = |text: f32| text * CAPITAL / self.scale.mm(1.0);
        let room = self.call_room();
        let call = Self::call_text(USUAL_NUMBER, USUAL_COUNTER, room).number;
        vec![
            TextSize {
                what: "number and counter",
                found_mm: mm(call),
                least_mm: self.distance_mm * LOW_VISION,
            },
            TextSize {
                what: "history",
                found_mm: mm(self.row_text),
                least_mm: self.distance_mm * COMFORTABLE,
            },
        ]
    }

    /// The place of what is shown while nobody is big: beside the history, or instead of it where that is empty.
    pub fn calm(&self, without_history: bool) -> Size {
        if without_history {
            Size::new(self.size.width, self.size.height - self.foot.height)
        } else {
            self.call
        }
    }

    /// The room for the big number and counter, without edges and the way under them.
    pub fn call_room(&self) -> Size {
        let edge = self.space * 1.5;
        Size::new(self.call.width - 2.0 * edge, (self.call.height - 2.0 * edge) * 0.8)
    }
}

/// Font sizes of the big call.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct CallText {
    /// The number's.
    pub number: f32,
    /// The counter's.
    pub counter: f32,
}

/// A size of text on the wall.
#[derive(Debug, Clone, PartialEq)]
pub struct TextSize {
    /// Of what.
    pub what: &'static str,
    /// Height of its capitals, in millimetres.
    pub found_mm: f32,
    /// What the distance asks for, in millimetres.
    pub least_mm: f32,
}

impl TextSize {
    /// What is wrong with it and what helps, for staff.
    pub fn fault(&self) -> Option<String> {
        let Self { what, found_mm, least_mm } = self;
        (!self.is_met()).then(|| {
            format!("{what}: capitals of {found_mm:.0} mm; {least_mm:.0} mm are needed: take a larger panel, or hang it nearer")
        })
    }

    /// Whether it is large enough.
    pub fn is_met(&self) -> bool {
        self.found_mm >= self.least_mm - 0.05
    }
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "clamped to a small, positive count"
)]
fn whole(count: f32) -> usize {
    count.clamp(0.0, 100.0) as usize
}

#[cfg(test)]
mod tests {
    use super::*;

    fn layout(width: f32, height: f32, diagonal_inch: f32, distance_m: f32) -> Layout {
        let panel = PanelSettings { diagonal_inch, distance_m, reduced_motion: false };
        Layout::of(Size::new(width, height), &panel)
    }

    #[test]
    fn rows_are_as_high_as_the_norm_asks_and_all_fit() {
        for (width, height) in [(1920.0, 1080.0), (1080.0, 1920.0), (1280.0, 720.0), (3840.0, 2160.0)] {
            let layout = layout(width, height, 55.0, 5.0);
            assert!(layout.sizes().iter().all(TextSize::is_met), "{:?}", layout.sizes());
            assert!(layout.rows >= 4, "{}", layout.rows);
            assert!(layout.rows as f32 * layout.row_height <= layout.history.height);
            let area = layout.call.width * layout.call.height
                + layout.history.width * layout.history.height
                + layout.foot.width * layout.foot.height;
            assert!((area - width * height).abs() < 1.0, "nothing overlaps, nothing is left over");
        }
    }

    #[test]
    fn resolution_does_not_change_the_wall() {
        let (coarse, fine) = (layout(1280.0, 720.0, 55.0, 5.0), layout(3840.0, 2160.0, 55.0, 5.0));
        assert_eq!(coarse.rows, fine.rows);
        assert!((coarse.row_text * 3.0 - fine.row_text).abs() < 1.0);
    }

    #[test]
    fn a_window_without_a_size_is_laid_out() {
        for (width, height) in [(0.0, 0.0), (1920.0, 0.0), (0.0, 1080.0), (1.0, 1.0)] {
            assert!(layout(width, height, 55.0, 5.0).rows >= 1);
        }
    }

    #[test]
    fn a_panel_that_is_too_small_for_the_room_is_named() {
        let unmet = layout(1920.0, 1080.0, 24.0, 10.0).sizes();
        assert!(unmet.iter().any(|size| !size.is_met()), "{unmet:?}");
    }

    #[test]
    fn number_and_counter_have_one_size_until_the_name_is_too_long() {
        let room = Size::new(1100.0, 700.0);
        let usual = Layout::call_text(USUAL_NUMBER, USUAL_COUNTER, room);
        assert_eq!(usual.number, usual.counter);
        let name = "Zimmer 214 – Staatsangehörigkeit und Aufenthaltsangelegenheiten, Nebeneingang";
        let long = Layout::call_text(USUAL_NUMBER, name, room);
        assert!(long.number > long.counter);
        let lines = fit::wrapped(name, BOLD, long.counter, 1.1, room.width);
        assert!(lines.height + long.number <= room.height + 1.0 && lines.width <= room.width);
    }
}
