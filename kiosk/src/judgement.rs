//! What this terminal can say itself when the lobby does not answer and it has nothing to work alone with:
//! DESIGN.md's order of judgement, as far as it needs nothing but the code, the keys and the office's rules.

use foyer_domain::Timestamp;
use foyer_domain::code::{self, CheckInCode, CodeFault, KeyRing};
use foyer_domain::judge::{self, Claim, Facts, Verdict};
use foyer_protocol::lobby::{CheckInAnswer, KioskSnapshot, Presented};

/// What the terminal can say itself.
#[derive(Debug, Clone, PartialEq, Eq)]
#[expect(clippy::large_enum_variant, reason = "a judgement is moved once and never kept")]
pub enum Judgement {
    /// It is refused, whatever the lobby knows besides.
    Refused(CheckInAnswer),
    /// Genuine, of this office and in time: only the lobby can give it a number.
    Valid,
    /// Only the lobby knows.
    Unknown,
}

/// Whether a scanned text is one of ours by its look: a check-in code, or a ticket's link. Anything else never
/// leaves the terminal, because it is somebody's train ticket or vaccination certificate.
pub fn is_ours(text: &str, snapshot: &KioskSnapshot, keys: &KeyRing) -> bool {
    let link = snapshot.office.public_url.as_deref();
    let is_link = link.is_some_and(|url| !url.is_empty() && text.starts_with(url.trim_end_matches('/')));
    is_link || code::read(text, keys) != Err(CodeFault::NotOurs)
}

/// What a reader has read, with the space at its end that some readers eat, if only so it is genuine.
pub fn with_eaten_space(text: String, keys: &KeyRing) -> String {
    if code::read(&text, keys).is_ok() {
        return text;
    }
    let whole = format!("{text} ");
    if code::read(&whole, keys).is_ok() { whole } else { text }
}

/// Judges what was presented at `seen_at`.
pub fn judge(
    presented: &Presented,
    seen_at: Timestamp,
    snapshot: &KioskSnapshot,
    keys: &KeyRing,
) -> Judgement {
    let Presented::Scan(text) = presented else { return Judgement::Unknown };
    match code::read(text, keys) {
        Ok(code) => judge_code(&code, seen_at, snapshot),
        Err(CodeFault::NotGenuine) => Judgement::Refused(CheckInAnswer::Unknown),
        Err(CodeFault::NotOurs) if is_ours(text, snapshot, keys) => Judgement::Unknown,
        Err(CodeFault::NotOurs) => Judgement::Refused(CheckInAnswer::Unreadable),
    }
}

fn judge_code(code: &CheckInCode, seen_at: Timestamp, snapshot: &KioskSnapshot) -> Judgement {
    let facts = Facts {
        office: &snapshot.office,
        offices: &snapshot.offices,
        booking: None,
        visit: None,
        interruptions: &snapshot.outages,
    };
    match judge::judge(&Claim::Code(*code), seen_at, &facts) {
        Verdict::Refuse(refusal) => Judgement::Refused(refusal.into()),
        Verdict::Admit(_) | Verdict::AlreadyCheckedIn | Verdict::BackToWaiting => Judgement::Valid,
    }
}
