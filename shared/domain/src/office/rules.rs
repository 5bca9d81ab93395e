//! The rules of an office, with their defaults.

use super::{Asks, InterpreterWay};
use chrono::NaiveTime;
use serde::{Deserialize, Serialize};

/// What an office does with a citizen who comes after the window.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum LatePolicy {
    /// One press takes a walk-in ticket with the booked services.
    #[default]
    WalkIn,
    /// The information desk decides.
    Desk,
}

/// The rules of DESIGN "The rules" with their defaults.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Rules {
    /// The check-in window opens this many minutes before the start.
    pub window_before_minutes: u16,
    /// … and closes this many minutes after it, both ends included.
    pub window_after_minutes: u16,
    /// An appointment goes before walk-ins that came up to this many minutes before it was due.
    pub appointment_lead_minutes: u16,
    /// How far an urgent ticket moves forward, in minutes.
    pub urgent_boost_minutes: u16,
    /// An appointment that starts in more than this many minutes is not yet due.
    pub hold_back_minutes: u16,
    /// After this many counted calls a ticket can become a no-show.
    pub max_calls: u8,
    /// A recall counts only this many seconds after the last counted call.
    pub recall_counts_after_seconds: u16,
    /// No walk-in is let in that would push a booked appointment later than this many minutes after its start.
    pub appointment_grace_minutes: u16,
    /// What happens to who comes too late.
    pub late: LatePolicy,
    /// Whether citizens are asked for an e-mail address.
    #[serde(skip_serializing_if = "is_optional")]
    pub email: Asks,
    /// Whether citizens are asked for a telephone number.
    #[serde(skip_serializing_if = "is_none")]
    pub phone: Asks,
    /// How somebody can interpret; none named means that nobody can be wished for.
    #[serde(skip_serializing_if = "is_on_site")]
    pub interpreters: Vec<InterpreterWay>,
    /// Into which languages somebody can interpret, by ISO 639 code; none named means into all that are known.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub interpreter_languages: Vec<String>,
    /// How many can come to one appointment, 1 to 9; with 1 nobody is asked.
    #[serde(skip_serializing_if = "is_nine")]
    pub most_persons: u8,
    /// How many days ahead can be booked.
    pub horizon_days: u16,
    /// Who books for themselves does so at least this many minutes before the start.
    #[serde(skip_serializing_if = "is_zero")]
    pub notice_minutes: u16,
    /// How much longer an appointment with an interpreter takes, in minutes.
    #[serde(skip_serializing_if = "is_zero")]
    pub minutes_interpreter: u16,
    /// Who is written to when an interpreter is wished, and when not any more: an e-mail address of the town's own.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub interpreter_email: Option<String>,
    /// So many open bookings a contact may have for the same service; 0 is any number.
    #[serde(skip_serializing_if = "is_no_limit")]
    pub most_open_bookings: u8,
    /// How long a time is held while the form is open, in minutes.
    pub hold_minutes: u16,
    /// So many minutes who left an e-mail address has to confirm the appointment by the mail's link; 0 asks nobody.
    #[serde(skip_serializing_if = "is_zero")]
    pub confirm_by_mail_minutes: u16,
    /// Appointments start on multiples of this many minutes; divides 60.
    pub grid_minutes: u16,
    /// So many days before the appointment its owner is reminded by mail; 0 is never.
    #[serde(skip_serializing_if = "is_one")]
    pub remind_days_before: u8,
    /// … at this time of the local day.
    #[serde(skip_serializing_if = "is_ten")]
    pub remind_at: NaiveTime,
    /// Whether clerks see who booked. Names are brought to the office only then, and go a minute after the visit.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub show_names: bool,
}

pub(super) fn is_zero(value: &u16) -> bool {
    *value == 0
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde gives a reference")]
fn is_no_limit(most: &u8) -> bool {
    *most == 0
}

/// Defaults are not written out, so that documents without them stay as they are.
fn is_one(days: &u8) -> bool {
    *days == 1
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde gives a reference")]
fn is_nine(persons: &u8) -> bool {
    *persons == 9
}

fn is_ten(time: &NaiveTime) -> bool {
    *time == TEN
}

/// Reminders go out at ten, when people are awake and the office can be reached.
const TEN: NaiveTime = NaiveTime::from_hms_opt(10, 0, 0).expect("there is such a time");
#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde gives a reference")]
fn is_optional(asks: &Asks) -> bool {
    *asks == Asks::Optional
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde gives a reference")]
fn is_none(asks: &Asks) -> bool {
    *asks == Asks::None
}

fn is_on_site(ways: &[InterpreterWay]) -> bool {
    ways == [InterpreterWay::OnSite]
}

impl Default for Rules {
    fn default() -> Self {
        Self {
            window_before_minutes: 15,
            window_after_minutes: 15,
            appointment_lead_minutes: 60,
            urgent_boost_minutes: 60,
            hold_back_minutes: 2,
            max_calls: 3,
            recall_counts_after_seconds: 45,
            appointment_grace_minutes: 20,
            late: LatePolicy::WalkIn,
            email: Asks::Optional,
            phone: Asks::None,
            interpreters: vec![InterpreterWay::OnSite],
            interpreter_languages: Vec::new(),
            most_persons: 9,
            horizon_days: 90,
            notice_minutes: 0,
            minutes_interpreter: 0,
            interpreter_email: None,
            most_open_bookings: 0,
            hold_minutes: 10,
            confirm_by_mail_minutes: 0,
            grid_minutes: 5,
            remind_days_before: 1,
            remind_at: TEN,
            show_names: false,
        }
    }
}
