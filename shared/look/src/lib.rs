//! What both screens share: theme, type scale, widgets. One source for every value of the look.
//!
//! In reading order: [`colour`] and [`scale`] hold the values, [`fonts`] and [`fit`] what text needs,
//! [`prose`], [`icon`], [`key`], [`that_fits`], [`mirror`] and [`no_cursor`] are widgets; [`focus`] is what a keypad moves. A program keeps one [`Look`] and hands it to its views.

pub mod colour;
pub mod fit;
pub mod focus;
pub mod fonts;
pub mod icon;
pub mod key;
pub mod mirror;
pub mod no_cursor;
pub mod prose;
pub mod scale;
pub mod that_fits;

pub use colour::{Accent, Palette};
pub use icon::Icon;
pub use key::Key;
pub use mirror::Mirror;
pub use no_cursor::NoCursor;
pub use prose::prose;
pub use scale::{Panel, Scale};
pub use that_fits::ThatFits;

/// Colours and sizes of one screen; cheap to copy.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Look {
    /// The colours.
    pub palette: Palette,
    /// The sizes.
    pub scale: Scale,
}

impl Look {
    /// The theme that gives the window its ground and its text colour.
    pub fn theme(&self) -> iced::Theme {
        iced::Theme::custom("Foyer", self.palette.seed())
    }
}
