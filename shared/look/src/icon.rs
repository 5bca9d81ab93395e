//! Icons: one set, one stroke, drawn by us; the same files serve the pages.
//!
//! A file under `assets/icons` is one path on a field of 24 × 24 with the commands M, L, C and Z alone, so
//! that a few lines here read it and no SVG library is needed.

use iced::widget::canvas::{self, Canvas, Frame, LineCap, LineJoin, Path, Stroke};
use iced::{Color, Element, Point, Rectangle, Renderer, Theme, mouse};

/// The side of the field that icons are drawn on.
const FIELD: f32 = 24.0;
/// The width of their stroke on that field.
const STROKE: f32 = 2.0;

/// An icon. It never stands alone: a word stands beside it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Icon {
    /// Done.
    Check,
    /// Not possible; close.
    Cross,
    /// A time, waiting.
    Clock,
    /// Information, the information desk.
    Info,
    /// Look here.
    Warning,
    /// To the left; back.
    ArrowLeft,
    /// To the right; on.
    ArrowRight,
    /// Straight on, or up.
    ArrowUp,
    /// Down.
    ArrowDown,
    /// Typing.
    Keypad,
    /// A ticket.
    Ticket,
    /// Languages.
    Language,
    /// Reading made easy.
    Book,
    /// Printing.
    Printer,
    /// The citizen's phone.
    Phone,
    /// A QR code.
    QrCode,
    /// An office.
    House,
    /// A day.
    Calendar,
    /// Nothing in the hand.
    Hand,
    /// Delete the last character.
    Delete,
    /// No connection.
    LinkLost,
    /// Sound.
    Speaker,
    /// More.
    Plus,
    /// Less.
    Minus,
    /// Looking for something.
    Search,
    /// An identity card.
    Card,
    /// A passport.
    Passport,
    /// A car.
    Car,
    /// Parking.
    Parking,
    /// A family.
    People,
    /// A certificate.
    Document,
    /// A marriage.
    Rings,
    /// A trade.
    Shop,
    /// A stamp.
    Stamp,
    /// For everybody: the aids.
    Access,
}

impl Icon {
    /// All of them.
    pub const ALL: [Self; 35] = [
        Self::Check,
        Self::Cross,
        Self::Clock,
        Self::Info,
        Self::Warning,
        Self::ArrowLeft,
        Self::ArrowRight,
        Self::ArrowUp,
        Self::ArrowDown,
        Self::Keypad,
        Self::Ticket,
        Self::Language,
        Self::Book,
        Self::Printer,
        Self::Phone,
        Self::QrCode,
        Self::House,
        Self::Calendar,
        Self::Hand,
        Self::Delete,
        Self::LinkLost,
        Self::Speaker,
        Self::Plus,
        Self::Minus,
        Self::Search,
        Self::Card,
        Self::Passport,
        Self::Car,
        Self::Parking,
        Self::People,
        Self::Document,
        Self::Rings,
        Self::Shop,
        Self::Stamp,
        Self::Access,
    ];

    /// The icon that says the same to who reads from right to left. Only for what points along the reading, such as
    /// "back"; never for the way to a place.
    #[must_use]
    pub fn mirrored(self) -> Self {
        match self {
            Self::ArrowLeft => Self::ArrowRight,
            Self::ArrowRight => Self::ArrowLeft,
            other => other,
        }
    }

    /// The icon's file.
    pub fn svg(self) -> &'static str {
        match self {
            Self::Check => include_str!("../../../assets/icons/check.svg"),
            Self::Cross => include_str!("../../../assets/icons/cross.svg"),
            Self::Clock => include_str!("../../../assets/icons/clock.svg"),
            Self::Info => include_str!("../../../assets/icons/info.svg"),
            Self::Warning => include_str!("../../../assets/icons/warning.svg"),
            Self::ArrowLeft => include_str!("../../../assets/icons/arrow-left.svg"),
            Self::ArrowRight => include_str!("../../../assets/icons/arrow-right.svg"),
            Self::ArrowUp => include_str!("../../../assets/icons/arrow-up.svg"),
            Self::ArrowDown => include_str!("../../../assets/icons/arrow-down.svg"),
            Self::Keypad => include_str!("../../../assets/icons/keypad.svg"),
            Self::Ticket => include_str!("../../../assets/icons/ticket.svg"),
            Self::Book => include_str!("../../../assets/icons/book.svg"),
            Self::Language => include_str!("../../../assets/icons/language.svg"),
            Self::Printer => include_str!("../../../assets/icons/printer.svg"),
            Self::Phone => include_str!("../../../assets/icons/phone.svg"),
            Self::QrCode => include_str!("../../../assets/icons/qr-code.svg"),
            Self::House => include_str!("../../../assets/icons/house.svg"),
            Self::Calendar => include_str!("../../../assets/icons/calendar.svg"),
            Self::Hand => include_str!("../../../assets/icons/hand.svg"),
            Self::Delete => include_str!("../../../assets/icons/delete.svg"),
            Self::LinkLost => include_str!("../../../assets/icons/link-lost.svg"),
            Self::Speaker => include_str!("../../../assets/icons/speaker.svg"),
            Self::Plus => include_str!("../../../assets/icons/plus.svg"),
            Self::Minus => include_str!("../../../assets/icons/minus.svg"),
            Self::Search => include_str!("../../../assets/icons/search.svg"),
            Self::Card => include_str!("../../../assets/icons/card.svg"),
            Self::Passport => include_str!("../../../assets/icons/passport.svg"),
            Self::Car => include_str!("../../../assets/icons/car.svg"),
            Self::Parking => include_str!("../../../assets/icons/parking.svg"),
            Self::People => include_str!("../../../assets/icons/people.svg"),
            Self::Document => include_str!("../../../assets/icons/document.svg"),
            Self::Rings => include_str!("../../../assets/icons/rings.svg"),
            Self::Shop => include_str!("../../../assets/icons/shop.svg"),
            Self::Stamp => include_str!("../../../assets/icons/stamp.svg"),
            Self::Access => include_str!("../../../assets/icons/access.svg"),
        }
    }

    /// The icon as a path on its field.
    fn path(self) -> Path {
        let svg = self.svg();
        let data = svg.split("d=\"").nth(1).and_then(|rest| rest.split('"').next()).unwrap_or_default();
        let mut words = data.split_ascii_whitespace();
        Path::new(|path| {
            while let Some(command) = words.next() {
                let mut point = || Point::new(number(words.next()), number(words.next()));
                match command {
                    "M" => path.move_to(point()),
                    "L" => path.line_to(point()),
                    "C" => path.bezier_curve_to(point(), point(), point()),
                    _ => path.close(),
                }
            }
        })
    }
}

fn number(word: Option<&str>) -> f32 {
    word.and_then(|word| word.parse().ok()).unwrap_or_default()
}

impl From<foyer_domain::office::Direction> for Icon {
    fn from(direction: foyer_domain::office::Direction) -> Self {
        use foyer_domain::office::Direction;
        match direction {
            Direction::Left => Self::ArrowLeft,
            Direction::Right => Self::ArrowRight,
            Direction::Up => Self::ArrowUp,
            Direction::Down => Self::ArrowDown,
        }
    }
}

impl From<foyer_domain::office::ServiceIcon> for Icon {
    fn from(icon: foyer_domain::office::ServiceIcon) -> Self {
        use foyer_domain::office::ServiceIcon;
        match icon {
            ServiceIcon::Card => Self::Card,
            ServiceIcon::Passport => Self::Passport,
            ServiceIcon::House => Self::House,
            ServiceIcon::Car => Self::Car,
            ServiceIcon::Parking => Self::Parking,
            ServiceIcon::People => Self::People,
            ServiceIcon::Document => Self::Document,
            ServiceIcon::Rings => Self::Rings,
            ServiceIcon::Shop => Self::Shop,
            ServiceIcon::Stamp => Self::Stamp,
        }
    }
}

/// An icon of this size and colour.
pub fn icon<'a, Message: 'a>(icon: Icon, size: f32, colour: Color) -> Element<'a, Message> {
    Canvas::new(Drawing { icon, colour }).width(size).height(size).into()
}

struct Drawing {
    icon: Icon,
    colour: Color,
}

impl<Message> canvas::Program<Message> for Drawing {
    type State = ();

    fn draw(
        &self,
        (): &(),
        renderer: &Renderer,
        _theme: &Theme,
        bounds: Rectangle,
        _cursor: mouse::Cursor,
    ) -> Vec<canvas::Geometry> {
        let mut frame = Frame::new(renderer, bounds.size());
        // The renderer takes a stroke's path for all of it; where an icon takes another's place, the ground
        // makes it draw the whole field anew.
        frame.fill_rectangle(Point::ORIGIN, bounds.size(), Color::TRANSPARENT);
        let factor = bounds.width.min(bounds.height) / FIELD;
        frame.scale(factor);
        let stroke = Stroke {
            style: self.colour.into(),
            width: STROKE * factor,
            line_cap: LineCap::Round,
            line_join: LineJoin::Round,
            ..Stroke::default()
        };
        frame.stroke(&self.icon.path(), stroke);
        vec![frame.into_geometry()]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_file_holds_one_path_of_the_known_commands() {
        for icon in Icon::ALL {
            let svg = icon.svg();
            assert_eq!(svg.matches("<path ").count(), 1, "{icon:?}");
            let data = svg.split("d=\"").nth(1).unwrap().split('"').next().unwrap();
            for word in data.split_ascii_whitespace() {
                assert!(
                    ["M", "L", "C", "Z"].contains(&word) || word.parse::<f32>().is_ok(),
                    "{icon:?}: {word}"
                );
            }
            assert!(data.starts_with("M "), "{icon:?}");
        }
    }
}
