//! A ticket without an appointment: choose what for, or search it, then take a number. Where the office has a message
//! instead of tickets, that is shown.

mod instead;
mod list;
mod search;

use crate::context::{Context, Now};
use crate::page;
use crate::phone;
use crate::speech::Said;
use foyer_domain::Timestamp;
use foyer_domain::booking::ServiceChoice;
use foyer_domain::engine::WalkInRefusal;
use foyer_domain::id::ServiceId;
use foyer_domain::intake;
use foyer_domain::office::Service;
use foyer_look::Icon;
use iced::Element;

/// More is not typed to find a service.
const LONGEST: usize = 24;

/// What happened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Message {
    /// A service was pressed: chosen, or not any more.
    Toggle(ServiceId),
    /// A service was pressed for which there is a message instead of a ticket.
    Explain(ServiceId),
    /// The next services.
    TurnPage,
    /// To the search.
    Search,
    /// A letter of what is searched.
    Type(char),
    /// The last letter is to go.
    Delete,
    /// A number, please.
    Take,
    /// Back.
    GoBack,
}

/// What the citizen decided.
#[derive(Debug, PartialEq, Eq)]
pub enum Action {
    /// A ticket for these.
    Take {
        /// At least one.
        services: Vec<ServiceChoice>,
        /// When the first key was pressed.
        seen_at: Timestamp,
    },
    /// Back to the welcome.
    GoHome,
}

/// What is chosen so far.
#[derive(Debug)]
pub struct WalkIn {
    chosen: Vec<ServiceId>,
    page: usize,
    began: Timestamp,
    /// What is typed; `None` while the list is shown.
    search: Option<String>,
    /// The service whose message is shown.
    explained: Option<ServiceId>,
    portal: Option<Portal>,
}

/// Where appointments are booked.
#[derive(Debug)]
struct Portal {
    address: String,
    code: phone::Code,
}

impl WalkIn {
    /// Nothing is chosen yet. The citizen came now; appointments are booked at `portal`.
    pub fn new(now: Now, portal: Option<&str>) -> Self {
        let portal = portal.filter(|address| !address.is_empty()).and_then(|address| {
            Some(Portal { address: address.to_owned(), code: phone::Code::new(address)? })
        });
        Self { chosen: Vec::new(), page: 0, began: now.at, search: None, explained: None, portal }
    }

    /// Whether letters are typed.
    pub fn is_searching(&self) -> bool {
        self.search.is_some() && self.explained.is_none()
    }

    /// What follows from a message.
    pub fn update(&mut self, message: Message) -> Option<Action> {
        match message {
            Message::Toggle(service) => self.toggle(service),
            Message::Explain(service) => self.explained = Some(service),
            Message::TurnPage => self.page += 1,
            Message::Search => self.search = Some(String::new()),
            Message::Type(letter) => {
                let typed = self.search.get_or_insert_default();
                if typed.chars().count() < LONGEST {
                    typed.extend(letter.to_lowercase());
                }
            }
            Message::Delete => drop(self.search.as_mut().and_then(String::pop)),
            Message::Take if self.chosen.is_empty() => {}
            Message::Take => {
                let once = |service: &ServiceId| ServiceChoice { service: service.clone(), quantity: 1 };
                let services = self.chosen.iter().map(once).collect();
                return Some(Action::Take { services, seen_at: self.began });
            }
            Message::GoBack if self.explained.take().is_some() || self.search.take().is_some() => {}
            Message::GoBack => return Some(Action::GoHome),
        }
        None
    }

    fn toggle(&mut self, service: ServiceId) {
        match self.chosen.iter().position(|chosen| *chosen == service) {
            Some(at) => drop(self.chosen.remove(at)),
            None => self.chosen.push(service),
        }
    }

    /// What it says aloud. How many are chosen is said, not which: others may be listening.
    pub fn said(&self, ctx: &Context<'_>) -> Said {
        let chosen = (!self.chosen.is_empty())
            .then(|| ctx.words.say_with("kiosk-speak-chosen", "count", self.chosen.len().to_string()));
        match (self.explained(ctx), &self.search) {
            (Some(service), _) => instead::said(ctx, service, self.portal.as_ref()),
            (None, Some(typed)) => search::said(ctx, typed).with(chosen),
            (None, None) => list::said(ctx, self).with(chosen),
        }
        .with_keys([ctx.words.say("kiosk-back")])
    }

    fn explained<'a>(&self, ctx: &Context<'a>) -> Option<&'a Service> {
        self.explained.as_ref().and_then(|id| ctx.office?.service(id))
    }

    /// Draws it.
    pub fn view<'a>(&'a self, ctx: &Context<'a>) -> Element<'a, Message> {
        match (self.explained(ctx), &self.search) {
            (Some(service), _) => instead::view(ctx, service, self.portal.as_ref()),
            (None, Some(typed)) => search::view(ctx, self, typed),
            (None, None) => list::view(ctx, self),
        }
    }

    /// The key of a service: to be chosen, or to its message.
    fn key<'a>(&self, ctx: &Context<'a>, service: &'a Service) -> Element<'a, Message> {
        let (name, sign) = (ctx.words.localized(&service.name), service.icon.map(Icon::from));
        if service.walk_in_message.is_some() {
            return page::choice(ctx, Icon::Info.into(), sign, name, Message::Explain(service.id.clone()));
        }
        let chosen = self.chosen.contains(&service.id);
        page::choice(ctx, chosen.into(), sign, name, Message::Toggle(service.id.clone()))
    }

    /// The wait and who is ahead, of what is chosen first: its counters serve it; or why there is no ticket now.
    fn wait(&self, ctx: &Context<'_>) -> Vec<String> {
        let said = |span| ctx.words.say_with("kiosk-walk-in-wait", "span", ctx.words.span(span));
        let general = || ctx.walk_in.map_or_else(|| ctx.words.say("kiosk-walk-in-full"), said);
        let Some(first) = self.chosen.first() else {
            let paused = ctx.office.and_then(|office| office.walk_in_paused.as_ref());
            return vec![paused.map_or_else(general, |text| ctx.words.localized(text).to_owned())];
        };
        if let Some(reason) = ctx.office.and_then(|office| self.why_not(ctx, office, first)) {
            return vec![reason];
        }
        match ctx.services.iter().find(|known| known.service == *first) {
            Some(known) => match known.wait {
                Some(span) => {
                    let ahead = [("count", usize::from(known.ahead).into())];
                    vec![said(span), foyer_text::text_with(ctx.words.language, "kiosk-walk-in-ahead", &ahead)]
                }
                None => vec![ctx.words.say("kiosk-walk-in-full")],
            },
            None => vec![general()],
        }
    }

    fn why_not(
        &self,
        ctx: &Context<'_>,
        office: &foyer_domain::office::Office,
        service: &ServiceId,
    ) -> Option<String> {
        let when = |at: Timestamp| ctx.words.when(at, ctx.now.at);
        match intake::offered(office, service, ctx.now.at).err()? {
            WalkInRefusal::Paused { text } => Some(ctx.words.localized(&text).to_owned()),
            WalkInRefusal::NotNow { opens_at: Some(at) } => {
                Some(ctx.words.say_with("kiosk-walk-in-not-now", "when", when(at)))
            }
            WalkInRefusal::Closed { opens_at: Some(at) } => {
                Some(ctx.words.say_with("kiosk-closed-opens", "when", when(at)))
            }
            WalkInRefusal::NotNow { .. }
            | WalkInRefusal::Closed { .. }
            | WalkInRefusal::QueueFull { .. }
            | WalkInRefusal::NotOffered(_)
            | WalkInRefusal::NoService => Some(ctx.words.say("kiosk-queue-full-later")),
        }
    }
}

/// What is offered to who has no appointment: a ticket or a message; a group's services together, in the order in
/// which the office names them.
fn offered<'a>(ctx: &Context<'a>) -> Vec<&'a Service> {
    let Some(office) = ctx.office else { return Vec::new() };
    let mut offered: Vec<&Service> =
        office.services.iter().filter(|of| of.walk_in || of.walk_in_message.is_some()).collect();
    let place = |service: &Service| office.services.iter().position(|other| other.group == service.group);
    offered.sort_by_key(|service| place(service));
    offered
}
