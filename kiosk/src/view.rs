//! The whole panel: the screen, and over it the question whether somebody is still there.

use crate::context::Context;
use crate::model::{Message, Model, staff};
use crate::page::{self, Beside};
use crate::screen::Screen;
use foyer_look::key::Weight;
use foyer_look::{Icon, Mirror, NoCursor};
use iced::widget::{Space, column, container, mouse_area, opaque, stack};
use iced::{Color, Element, Fill};

/// Draws the kiosk.
pub fn view(model: &Model) -> Element<'_, Message> {
    let ctx = model.context();
    let lowered = ctx.lowered();
    let above = || Space::new().height(ctx.size.height - lowered.size.height);
    let screen = model.screen().view(&lowered).map(Message::Screen);
    let screen = column![above(), container(screen).height(Fill)];
    let question = model.is_asking().then(|| still_there(&ctx));
    let corner = (!is_for_staff(model.screen())).then(|| column![above(), corner(&ctx)]);
    let panel: Element<'_, Message> = stack![screen].push(corner).push(question).into();
    let panel = if ctx.is_mirrored() { Mirror(panel).into() } else { panel };
    NoCursor(panel).into()
}

fn is_for_staff(screen: &Screen) -> bool {
    matches!(screen, Screen::StaffDoor(_) | Screen::Staff(_))
}

/// Over the office's name: whoever holds it down for long enough comes to the staff page.
fn corner<'a>(ctx: &Context<'a>) -> Element<'a, Message> {
    let scale = ctx.look.scale;
    let (width, height) = (ctx.size.width * 0.45, scale.mm(25.0));
    mouse_area(Space::new().width(width).height(height))
        .on_press(Message::Staff(staff::Message::CornerPressed))
        .on_exit(Message::Staff(staff::Message::Released))
        .into()
}

/// "Brauchen Sie noch Zeit?" at the bottom, where the keys are; what was shown stays to be read.
fn still_there<'a>(ctx: &Context<'a>) -> Element<'a, Message> {
    let (look, scale) = (ctx.look, ctx.look.scale);
    let words = ctx.words;
    let stay = words.say("kiosk-more-time");
    let leave = words.say("kiosk-no-more-time");
    // The question's sheet is as wide as the panel.
    let room = ctx.size.width - 2.0 * scale.edge();
    let keys = [
        Beside { weight: Weight::Other, sign: Icon::Check, label: leave, press: Some(Message::Leave) },
        Beside { weight: Weight::Main, sign: Icon::Clock, label: stay, press: Some(Message::Stay) },
    ];
    let keys = page::shared_pair(ctx, keys, room);
    let title = words.say("kiosk-still-there");
    let sheet = column![page::headline(ctx, title, look.palette.text, scale.mm(60.0)), keys]
        .spacing(scale.group())
        .padding(scale.edge());
    let line = container(Space::new().width(Fill).height(scale.stroke() * 2.0))
        .style(page::filled(look.palette.accent));
    let sheet = container(column![line, sheet]).width(Fill).style(page::filled(look.palette.ground));
    let veil = container(Space::new())
        .width(Fill)
        .height(Fill)
        .style(page::filled(Color { a: 0.55, ..look.palette.text }));
    // A touch beside the question says that somebody is here.
    column![opaque(mouse_area(veil).on_release(Message::Stay)), opaque(sheet)].into()
}
