//! How long each state of the kiosk lasts, all in one table. The numbers are DESIGN's and LOOK's where they name
//! one; the others were tried. What devices need (a stalled camera, a silent printer) is theirs, in `device/`.
//!
//! | state | lasts | then |
//! |---|---|---|
//! | a code was read, the screen before stands still | [`BLINK`] | "one moment", if there is no answer yet |
//! | the lobby is asked | [`LOBBY_ANSWERS`] | the kiosk decides alone |
//! | still no answer | [`CHECKING`] | says what it knows itself |
//! | … where it can decide nothing | [`LOBBY_AT_MOST`] | the attempt ends unanswered |
//! | a ticket, its paper out | [`TICKET`] | asks whether somebody needs more time |
//! | a refusal | [`REFUSAL`] | asks |
//! | keypad, choices | [`CHOOSING`] | asks |
//! | asking | [`ASKING`] | the welcome |
//! | any screen without a touch | [`FORGOTTEN`] | the welcome, whatever else is going on |
//! | another code of the same people is awaited | [`COMPANY`] | the welcome of whoever comes next |
//! | a chosen language on the welcome | [`LANGUAGE`] | the office's first |
//! | a code is seen and not read | [`HINT_AFTER`] | "nearer, brighter" |
//! | … still | [`KEYPAD_AFTER`] | the key for the Terminnummer lights up |
//! | "only one code, please" | [`HINT_STAYS`] | goes |
//! | … with "more time" | [`MORE_TIME`] times as long | as before |
//! | handing over failed | [`HAND_OVER_AGAIN`] | is tried again |
//! | the office's name is held down | [`CORNER_HELD`] | the door of the staff page |
//! | that door | [`STAFF_DOOR`] | the welcome |
//! | the staff page | [`STAFF`] | the welcome |
//! | five wrong PINs within [`PIN_TRIES`] | [`PIN_RESTS`] | PINs are taken again |

use std::time::Duration;

/// An answer usually takes less. Drawing a whole screen takes a fifth of it, and the answer would wait for that.
pub const BLINK: Duration = Duration::from_millis(150);

/// The lobby has so long before the kiosk decides alone: the two seconds after which the citizen is told something,
/// less the time that the journal's disk needs.
pub const LOBBY_ANSWERS: Duration = Duration::from_millis(1_800);

/// After so long without an answer the kiosk says what it knows itself.
pub const CHECKING: Duration = Duration::from_secs(2);

/// Where the kiosk can decide nothing the lobby is asked for so long, though the citizen is told something before.
pub const LOBBY_AT_MOST: Duration = Duration::from_secs(20);

/// A number to read, a paper to take.
pub const TICKET: Duration = Duration::from_secs(30);

/// A reason to read, and what to do now.
pub const REFUSAL: Duration = Duration::from_secs(45);

/// To find a service, a language, the next character.
pub const CHOOSING: Duration = Duration::from_secs(60);

/// "Brauchen Sie noch Zeit?" stands for so long.
pub const ASKING: Duration = Duration::from_secs(20);

/// Who wants more time has so many times as long, for everything that goes on by itself: once more, and twice more.
/// Nothing goes on by itself while speech talks.
pub const MORE_TIME: [u32; 2] = [2, 3];

/// Nobody has touched anything for so long: the screen is cleared for whoever comes next.
pub const FORGOTTEN: Duration = Duration::from_secs(180);

/// Somebody who chose a language and left must not leave it to the next one.
pub const LANGUAGE: Duration = Duration::from_secs(60);

/// Whoever steps up later belongs to nobody before.
pub const COMPANY: Duration = Duration::from_secs(30);

/// A code that is seen but not read for so long gets a hint.
pub const HINT_AFTER: Duration = Duration::from_secs(3);

/// … and for so long, the way to the keypad.
pub const KEYPAD_AFTER: Duration = Duration::from_secs(8);

/// A hint that is about one moment stays so long.
pub const HINT_STAYS: Duration = Duration::from_secs(4);

/// What could not be handed over to the lobby is tried again after so long.
pub const HAND_OVER_AGAIN: Duration = Duration::from_secs(5);

/// The office's name is held down for so long to come to the staff page: nobody does that by chance.
pub const CORNER_HELD: Duration = Duration::from_secs(3);

/// The door of the staff page stands open for so long without a touch: a citizen may have come there.
pub const STAFF_DOOR: Duration = Duration::from_secs(30);

/// The staff page stands open for so long without a touch.
pub const STAFF: Duration = Duration::from_secs(180);

/// Wrong PINs are counted over so long …
pub const PIN_TRIES: Duration = Duration::from_secs(120);

/// … and then none is taken for so long.
pub const PIN_RESTS: Duration = Duration::from_secs(60);
