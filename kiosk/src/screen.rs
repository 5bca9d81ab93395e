//! The screens: one enum, one module each, all of one shape: `Message`, `Action`, the state, `new`, `update`,
//! `view`. A screen's action says what the citizen decided; [`crate::model`] knows what follows from it.

pub mod checking;
pub mod help;
pub mod keypad;
pub mod languages;
pub mod nothing;
pub mod out_of_service;
pub mod refusal;
pub mod staff;
pub mod staff_door;
pub mod ticket;
pub mod walk_in;
pub mod welcome;

use crate::context::Context;
use crate::speech::Said;
use crate::times;
use foyer_look::ThatFits;
use iced::Element;
use std::time::Duration;

/// How much smaller everything is tried until it fits; the last is a step and a half of the type scale.
const TIGHTER: [f32; 6] = [1.0, 0.93, 0.86, 0.8, 0.74, 0.68];

/// How letters are enlarged where somebody wants that: as much as fits beside pictures and space that may be smaller.
fn larger(steps: f32) -> impl Iterator<Item = (f32, f32)> {
    let parts = if steps > 0.0 { &[1.0, 0.75, 0.5, 0.25][..] } else { &[] };
    parts.iter().flat_map(move |part| [1.0, 0.86].map(|tight| (steps * part, tight)))
}

/// What stands on the panel.
#[derive(Debug)]
pub enum Screen {
    /// Nobody is here, or somebody just came.
    Welcome(welcome::Welcome),
    /// The lobby is asked.
    Checking(checking::Checking),
    /// A number.
    Ticket(Box<ticket::Ticket>),
    /// Why not, and what to do now.
    Refusal(Box<refusal::Refusal>),
    /// Typing the Terminnummer.
    Keypad(keypad::Keypad),
    /// A ticket without an appointment.
    WalkIn(walk_in::WalkIn),
    /// For who has no code.
    Nothing(nothing::Nothing),
    /// The choice of language.
    Languages(languages::Languages),
    /// The aids, over another screen.
    Help(help::Help),
    /// The way to the staff page.
    StaffDoor(staff_door::Door),
    /// The staff page.
    Staff(Box<staff::Staff>),
    /// Not now, and why.
    OutOfService(out_of_service::OutOfService),
}

/// What happened on a screen.
#[derive(Debug, Clone, PartialEq)]
pub enum Message {
    /// On [`Screen::Welcome`].
    Welcome(welcome::Message),
    /// On [`Screen::Ticket`].
    Ticket(ticket::Message),
    /// On [`Screen::Refusal`].
    Refusal(refusal::Message),
    /// On [`Screen::Keypad`].
    Keypad(keypad::Message),
    /// On [`Screen::WalkIn`].
    WalkIn(walk_in::Message),
    /// On [`Screen::Nothing`].
    Nothing(nothing::Message),
    /// On [`Screen::Languages`].
    Languages(languages::Message),
    /// On [`Screen::Help`].
    Help(help::Message),
    /// On [`Screen::StaffDoor`].
    StaffDoor(staff_door::Message),
    /// On [`Screen::Staff`].
    Staff(staff::Message),
}

impl Screen {
    /// Draws it, in smaller words where a language or a panel needs that.
    pub fn view<'a>(&'a self, ctx: &Context<'a>) -> Element<'a, Message> {
        match self {
            // It is drawn 15 times a second and keeps its own measure; the picture has the room that is left.
            Self::Welcome(screen) => screen.view(ctx).map(Message::Welcome),
            _ => {
                let larger = larger(ctx.look.scale.enlarged_steps());
                let views = larger.map(|(steps, tight)| self.view_as(&ctx.enlarged(steps).tightened(tight)));
                let usual = TIGHTER.map(|tight| self.view_as(&ctx.enlarged(0.0).tightened(tight)));
                ThatFits::new(views.chain(usual).collect(), ctx.look.scale.touch()).into()
            }
        }
    }

    fn view_as<'a>(&'a self, ctx: &Context<'a>) -> Element<'a, Message> {
        match self {
            Self::Welcome(screen) => screen.view(ctx).map(Message::Welcome),
            Self::Checking(screen) => screen.view(ctx),
            Self::Ticket(screen) => screen.view(ctx).map(Message::Ticket),
            Self::Refusal(screen) => screen.view(ctx).map(Message::Refusal),
            Self::Keypad(screen) => screen.view(ctx).map(Message::Keypad),
            Self::WalkIn(screen) => screen.view(ctx).map(Message::WalkIn),
            Self::Nothing(screen) => screen.view(ctx).map(Message::Nothing),
            Self::Languages(screen) => screen.view(ctx).map(Message::Languages),
            Self::Help(_) => help::Help::view(ctx).map(Message::Help),
            Self::StaffDoor(screen) => screen.view(ctx).map(Message::StaffDoor),
            Self::Staff(screen) => screen.view(ctx).map(Message::Staff),
            Self::OutOfService(screen) => screen.view(ctx),
        }
    }

    /// After how long without a touch it asks whether somebody is still there; `None` for those that wait for
    /// something else, or for nobody.
    pub fn patience(&self) -> Option<Duration> {
        match self {
            Self::Welcome(_) | Self::Checking(_) | Self::OutOfService(_) => None,
            // They close without asking.
            Self::StaffDoor(_) | Self::Staff(_) => None,
            Self::Ticket(ticket) => ticket.may_go().then_some(times::TICKET),
            Self::Refusal(_) => Some(times::REFUSAL),
            Self::Keypad(_) | Self::WalkIn(_) | Self::Nothing(_) | Self::Languages(_) | Self::Help(_) => {
                Some(times::CHOOSING)
            }
        }
    }

    /// What it says aloud.
    pub fn said(&self, ctx: &Context<'_>) -> Said {
        let said = match self {
            Self::Welcome(screen) => screen.said(ctx),
            Self::Checking(screen) => screen.said(ctx),
            Self::Ticket(screen) => screen.said(ctx),
            Self::Refusal(screen) => screen.said(ctx),
            Self::Keypad(screen) => screen.said(ctx),
            Self::WalkIn(screen) => screen.said(ctx),
            Self::Nothing(screen) => screen.said(ctx),
            Self::Languages(screen) => screen.said(ctx),
            Self::Help(_) => help::Help::said(ctx),
            Self::OutOfService(screen) => screen.said(ctx),
            // Not for citizens' ears.
            Self::StaffDoor(_) | Self::Staff(_) => Said::default(),
        };
        if said.lines.is_empty() { said } else { said.with_around(ctx.head_said()) }
    }

    /// The ticket that it shows, or that lies under the aids.
    pub fn ticket(&mut self) -> Option<&mut ticket::Ticket> {
        match self {
            Self::Ticket(ticket) => Some(ticket),
            Self::Help(help) => help.before().ticket(),
            _ => None,
        }
    }

    /// Whether something changes on it many times a second.
    pub fn is_lively(&self) -> bool {
        !matches!(self, Self::Welcome(_) | Self::OutOfService(_))
    }
}
