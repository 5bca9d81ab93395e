//! What helps a code along that is seen and not read.

use crate::context::Context;
use crate::page;
use foyer_look::scale::Step;
use foyer_look::{Icon, fit, fonts};
use iced::{Element, Size};

/// One line under the live picture.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Hint {
    /// A code was read.
    Seen,
    /// Nearer, or brighter.
    Closer,
    /// One code after the other.
    OnlyOne,
    /// The Terminnummer instead.
    TypeInstead,
}

impl Hint {
    /// Its sign and the id of its words.
    pub(super) fn text(self) -> (Icon, &'static str) {
        match self {
            Self::Seen => (Icon::Check, "kiosk-welcome-seen"),
            Self::Closer => (Icon::Phone, "kiosk-welcome-closer"),
            Self::OnlyOne => (Icon::QrCode, "kiosk-welcome-one-only"),
            Self::TypeInstead => (Icon::Keypad, "kiosk-welcome-type-instead"),
        }
    }
}

/// Room for two lines of a hint, so that nothing jumps when one appears; for three where lines are short.
pub(super) fn hint_height(ctx: &Context<'_>) -> f32 {
    let lines = if ctx.is_upright() { 2.0 } else { 3.0 };
    let usual = ctx.look.scale.text(Step::Body) * page::LOOSE * lines;
    let told = ctx.broadcast.map_or(0.0, |told| {
        let size = ctx.look.scale.text(Step::Small);
        fit::wrapped(told, fonts::REGULAR, size, page::LOOSE, beside_sign(ctx, size)).height
    });
    usual.max(told)
}

/// The width that a sign before a line leaves.
fn beside_sign(ctx: &Context<'_>, size: f32) -> f32 {
    ctx.content_width() - size * 1.25 - ctx.look.scale.within()
}

/// What staff tell everybody, in the place of what is said every day.
pub(super) fn told<'a, M: 'a>(ctx: &Context<'_>, words: &str) -> Element<'a, M> {
    let room = Size::new(beside_sign(ctx, ctx.look.scale.text(Step::Body)), hint_height(ctx));
    let step = page::fitting_step(ctx, words, room, Step::Body);
    page::signed(ctx, Icon::Info, words.to_owned(), step, ctx.look.palette.text)
}

pub(super) fn advice<'a, M: 'a>(ctx: &Context<'_>, hint: Hint) -> Element<'a, M> {
    let palette = ctx.look.palette;
    let (sign, id) = hint.text();
    let ink = if hint == Hint::Seen { palette.yes } else { palette.text };
    let words = ctx.words.say(id);
    let width = ctx.content_width() - ctx.look.scale.text(Step::Body) * 1.25 - ctx.look.scale.within();
    let step = page::fitting_step(ctx, &words, Size::new(width, hint_height(ctx)), Step::Body);
    page::signed(ctx, sign, words, step, ink)
}
