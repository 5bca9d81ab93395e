//! The menu: what is for all of the town in one row, an office's pages in the order of a clerk's day in a second one.

use super::super::frame::Words;
use crate::app::App;
use foyer_access::{Person, Role};
use foyer_domain::id::OfficeId;
use foyer_domain::office::Office;

/// An entry of the menu.
pub struct Entry {
    /// Where it leads.
    pub href: String,
    /// What it is called.
    pub name: String,
    /// Whether this is it, or the page belongs to it.
    pub is_here: bool,
    /// The letter that leads there with the browser's key for it; none where there is none.
    pub key: Option<char>,
}

impl Entry {
    fn new(words: &Words, path: &str, name: String, is_here: bool) -> Self {
        Self { href: words.link(path), name, is_here, key: None }
    }
}

/// The office that a page's path is of.
pub fn office_of(path: &str) -> Option<&str> {
    let id = path.strip_prefix("/staff/offices/")?.split('/').next()?;
    Some(id).filter(|id| !id.is_empty())
}

/// Offices, and what belongs to none of them; `office` is where one is.
pub fn town(app: &App, words: &Words, person: &Person, path: &str, office: Option<&str>) -> Vec<Entry> {
    let mut menu = Vec::new();
    for state in app.store.offices() {
        let Office { id, name, .. } = &*state.office;
        if person.role_at(id).is_none() {
            continue;
        }
        let is_here = office == Some(id.as_str());
        menu.push(Entry::new(words, &format!("/staff/offices/{id}"), name.clone(), is_here));
    }
    let all = [
        ("/staff/letters", "staff-menu-letters", Role::Clerk),
        ("/staff/blocked", "staff-menu-blocked", Role::Clerk),
        ("/staff/city", "admin-city", Role::Administrator),
        ("/staff/programs", "admin-programs", Role::Administrator),
        ("/staff/people", "staff-menu-people", Role::Administrator),
    ];
    let supervises = |id: &OfficeId| person.role_at(id) >= Some(Role::Supervisor);
    if app.store.offices().iter().any(|state| supervises(&state.office.id)) {
        let (to, name) = ("/staff/statistics", words.text("staff-menu-statistics"));
        menu.push(Entry::new(words, to, name, path == to));
    }
    // What concerns all offices together is for whoever works at all of them.
    let may = all.into_iter().filter(|(.., least)| person.is_everywhere() && person.role >= *least);
    menu.extend(may.map(|(to, name, _)| Entry::new(words, to, words.text(name), path.starts_with(to))));
    menu
}

/// A page of an office: the end of its address, its name, its letter, who may see it, and the ends of the other
/// addresses that belong to it.
type Page = (&'static str, &'static str, Option<char>, Role, &'static [&'static str]);

const PAGES: [Page; 9] = [
    ("", "staff-menu-day", Some('t'), Role::Clerk, &["/find"]),
    ("/book", "staff-book", Some('b'), Role::Clerk, &[]),
    ("/series", "staff-menu-series", Some('r'), Role::Clerk, &[]),
    ("/group", "staff-menu-group", Some('g'), Role::Clerk, &[]),
    ("/requests", "staff-menu-requests", Some('a'), Role::Clerk, &[]),
    ("/lanes", "staff-menu-lanes", Some('n'), Role::Clerk, &[]),
    ("/sheet", "staff-sheet", None, Role::Clerk, &[]),
    ("/close", "staff-close-link", None, Role::Supervisor, &[]),
    ("/edit", "admin-menu", None, Role::Supervisor, &["/preview", "/revisions", "/links", "/mails"]),
];

/// The pages of one office; `asked` is how many requests there wait for an answer.
pub fn office(words: &Words, person: &Person, path: &str, id: &OfficeId, asked: u64) -> Vec<Entry> {
    let own = format!("/staff/offices/{id}");
    let rest = path.strip_prefix(&own);
    let is_at = |end: &str| match rest {
        Some(rest) if end.is_empty() => rest.is_empty(),
        Some(rest) => rest.strip_prefix(end).is_some_and(|more| more.is_empty() || more.starts_with('/')),
        None => false,
    };
    let entry = |(end, name, key, _, others): Page| {
        let is_here = is_at(end) || others.iter().any(|other| is_at(other));
        let name = match name {
            "staff-menu-requests" => words.text_with(name, "count", asked),
            name => words.text(name),
        };
        Entry { key, ..Entry::new(words, &format!("{own}{end}"), name, is_here) }
    };
    let role = person.role_at(id);
    PAGES.into_iter().filter(|(_, _, _, least, _)| role >= Some(*least)).map(entry).collect()
}
