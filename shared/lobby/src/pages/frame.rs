//! What every page of the desk has around its content.

use super::words::Words;
use crate::staff::{Person, Role};

/// How a sentence is meant; a sign and a colour go with it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Tone {
    /// It worked.
    Yes,
    /// Look here.
    Look,
    /// It did not work.
    No,
}

impl std::fmt::Display for Tone {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Self::Yes => "yes",
            Self::Look => "look",
            Self::No => "no",
        })
    }
}

/// A sentence at the top of a page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Sentence {
    /// How it is meant.
    pub tone: Tone,
    /// In the reader's language.
    pub text: String,
    /// A number to be told to somebody, shown large.
    pub number: Option<String>,
}

impl Sentence {
    /// Good news.
    pub(super) fn yes(text: String) -> Self {
        Self { tone: Tone::Yes, text, number: None }
    }

    /// Something to look at.
    pub(super) fn look(text: String) -> Self {
        Self { tone: Tone::Look, text, number: None }
    }

    /// A refusal.
    pub(super) fn no(text: String) -> Self {
        Self { tone: Tone::No, text, number: None }
    }

    /// With a number to be told.
    pub(super) fn with_number(self, number: String) -> Self {
        Self { number: Some(number), ..self }
    }

    /// The role that a screen reader is told.
    pub(super) fn role(&self) -> &'static str {
        match self.tone {
            Tone::Yes => "status",
            Tone::Look | Tone::No => "alert",
        }
    }
}

/// Everything around the content.
#[derive(Debug, Clone)]
pub(super) struct Frame {
    /// The page's heading.
    pub title: String,
    /// The office's name.
    pub office: String,
    /// Who is signed in.
    pub person: Option<Person>,
    /// Whether the clock is a demonstration's.
    pub demo_clock: bool,
    /// The page's own path.
    pub path: String,
    /// What is to be said.
    pub says: Vec<Sentence>,
}

/// An entry of the main menu.
pub(super) struct Entry {
    pub path: &'static str,
    pub text: &'static str,
    pub here: bool,
}

impl Frame {
    /// What this person's menu offers.
    pub(super) fn menu(&self) -> Vec<Entry> {
        let role = self.person.as_ref().map(|person| person.role);
        let mut entries = vec![("/desk", "desk-menu-counters")];
        if role >= Some(Role::Supervisor) {
            entries.push(("/room", "desk-menu-room"));
        }
        if role == Some(Role::Administrator) {
            entries.extend([("/devices", "desk-menu-devices"), ("/staff", "desk-menu-staff")]);
        }
        if role >= Some(Role::Supervisor) {
            entries.extend([("/notices", "desk-menu-notices"), ("/statistics", "desk-menu-statistics")]);
        }
        let here = |path: &str| self.path == path;
        entries.into_iter().map(|(path, text)| Entry { path, text, here: here(path) }).collect()
    }

    /// With a sentence more.
    pub(super) fn saying(mut self, sentence: Option<Sentence>) -> Self {
        self.says.extend(sentence);
        self
    }
}

/// The words and the frame of a page: what all templates begin with.
#[derive(Debug, Clone)]
pub(super) struct Page {
    /// Its words.
    pub words: Words,
    /// What is around the content.
    pub frame: Frame,
}
