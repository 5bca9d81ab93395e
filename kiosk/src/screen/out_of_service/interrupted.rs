//! Everything stands still: what the office says to it, in the language of the screen and in English.

use crate::context::{Context, Words};
use crate::page;
use foyer_domain::office::Localized;
use foyer_look::scale::Step;
use foyer_look::{Icon, icon};
use foyer_text::Language;
use iced::widget::{Space, column};
use iced::{Element, Fill};

/// What is said, in one language: the office's own words, or the usual ones.
pub(super) fn lines(words: &Words, text: &Localized) -> Vec<String> {
    match words.localized(text) {
        "" => vec![words.say("kiosk-interrupted-title"), words.say("kiosk-interrupted-what")],
        own => vec![own.to_owned()],
    }
}

/// The first of it in English, where that says something else.
pub(super) fn in_english(words: &Words, text: &Localized) -> Option<String> {
    let english = lines(&Words { language: Language::English, ..*words }, text).into_iter().next();
    english.filter(|english| Some(english) != lines(words, text).first())
}

/// Draws it.
pub(super) fn view<'a, M: 'a>(ctx: &Context<'a>, text: &Localized) -> Element<'a, M> {
    let (scale, palette) = (ctx.look.scale, ctx.look.palette);
    let mut own = lines(&ctx.words, text).into_iter();
    let title = own.next().unwrap_or_default();
    let further = in_english(&ctx.words, text);
    let first = column![
        icon::icon(Icon::Info, scale.mm(28.0), palette.wait),
        page::headline(ctx, title, palette.text, scale.mm(120.0)),
    ]
    .extend(own.map(|what| page::words(ctx, what, Step::Lead)))
    .spacing(scale.group());
    let second = column![].push(further.map(|words| page::words(ctx, words, Step::Title)));
    let above = Space::new().height(scale.mm(20.0));
    page::page(ctx, page::halves(ctx, column![above, first].width(Fill), second))
}
