//! What the office says instead of giving a ticket, and where an appointment is booked.

use super::{Message, Portal};
use crate::context::Context;
use crate::page;
use crate::speech::Said;
use foyer_domain::office::Service;
use foyer_look::key::Weight;
use foyer_look::scale::Step;
use foyer_look::{Icon, icon};
use iced::widget::{column, container, image, row};
use iced::{Center, Element, Fill};

/// What it says aloud.
pub(super) fn said(ctx: &Context<'_>, service: &Service, portal: Option<&Portal>) -> Said {
    let name = ctx.words.localized(&service.name).to_owned();
    let message = service.walk_in_message.as_ref().map(|text| ctx.words.localized(text).to_owned());
    let booking = portal.map(|portal| [ctx.words.say("kiosk-walk-in-book"), shown(&portal.address)]);
    Said::of([name]).with(message).with(booking.into_iter().flatten()).with([ctx.help()])
}

/// Draws it.
pub(super) fn view<'a>(
    ctx: &Context<'a>,
    service: &Service,
    portal: Option<&'a Portal>,
) -> Element<'a, Message> {
    let (look, scale) = (ctx.look, ctx.look.scale);
    let name = ctx.words.localized(&service.name).to_owned();
    let message = service.walk_in_message.as_ref().map_or("", |text| ctx.words.localized(text));
    let sign = service.icon.map_or(Icon::Info, Icon::from);
    let first = column![
        icon::icon(sign, scale.mm(24.0), look.palette.accent),
        page::headline(ctx, name, look.palette.text, scale.mm(60.0)),
        page::words(ctx, message.to_owned(), Step::Title),
    ]
    .push(portal.map(|portal| booking(ctx, portal)))
    .spacing(scale.group());
    let help = page::signed(ctx, Icon::Info, ctx.help(), Step::Body, look.palette.quiet);
    let back = ctx.words.say("kiosk-back");
    let width = ctx.content_width();
    let back = page::key(ctx, Weight::Main, ctx.back_sign(), back, Some(Message::GoBack), width);
    let second = column![help, back].push(page::timer(ctx)).spacing(scale.group());
    page::page(ctx, page::halves(ctx, container(first).center_y(Fill), second))
}

/// The portal's address, for a phone and to be read.
fn booking<'a>(ctx: &Context<'a>, portal: &'a Portal) -> Element<'a, Message> {
    let scale = ctx.look.scale;
    let side = portal.code.side(scale.mm(60.0));
    let picture = image(portal.code.picture()).filter_method(image::FilterMethod::Nearest);
    let picture =
        container(picture.width(side).height(side)).style(|_| container::background(iced::Color::WHITE));
    let address = shown(&portal.address);
    let words = column![
        page::words(ctx, ctx.words.say("kiosk-walk-in-book"), Step::Body),
        page::words(ctx, address, Step::Small),
    ];
    row![picture, words].spacing(scale.group()).align_y(Center).into()
}

/// An address as people write it.
fn shown(address: &str) -> String {
    address.trim_start_matches("https://").trim_end_matches('/').to_owned()
}
