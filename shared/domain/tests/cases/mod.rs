//! The check-in cases that the lobby's rules and a kiosk that is alone are both run from: `check_ins.json`.
//! Each says what is given, what is presented, and what follows, for both or for each.
#![allow(dead_code, clippy::unwrap_used, reason = "each test uses a part; what cannot go on fails")]

use super::common::{self, World, booking_id, seconds};
use chrono::NaiveDate;
use foyer_domain::Timestamp;
use foyer_domain::alone::{Given, Listed};
use foyer_domain::booking::{Booking, BookingState, ServiceChoice};
use foyer_domain::code::{KeyState, PublicKey, SigningKey};
use foyer_domain::engine::*;
use foyer_domain::estimate::Span;
use foyer_domain::office::Office;
use foyer_domain::short_code::ShortCode;
use foyer_domain::ticket::{Lease, Letter, TicketNumber};
use foyer_domain::visit::{Origin, VisitState};
use foyer_domain::window::Interruption;
use serde::Deserialize;
use serde_json::{Map, Value, json};

const FILE: &str = include_str!("check_ins.json");

/// Cases of one subject.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Group {
    pub group: String,
    pub cases: Vec<Case>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Case {
    pub name: String,
    pub given: Setting,
    pub then: Then,
}

/// Parts of what follows: what is not named may be anything.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Then {
    pub both: Map<String, Value>,
    pub lobby: Map<String, Value>,
    pub alone: Map<String, Value>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Setting {
    /// When it is presented.
    pub now: Timestamp,
    /// What the office has otherwise than the usual one.
    #[serde(default)]
    office: Map<String, Value>,
    bookings: Vec<ABooking>,
    /// Visits of before the list was made.
    #[serde(default)]
    visits: Vec<AVisit>,
    /// What other kiosks handed over before the list was made.
    #[serde(default)]
    handed_over: Vec<AHandOver>,
    /// When the list was made; usually five minutes before anything is presented.
    list_made: Option<Timestamp>,
    /// The kiosk's leases; usually the upper 200 of both areas, for the list's day and the next open one.
    leases: Option<Vec<ALease>>,
    /// The wait without an appointment that the lobby told with the list.
    walk_in_told: Option<(u16, u16)>,
    #[serde(default)]
    pub interruptions: Vec<Interruption>,
    /// The kiosk's clock is not trusted; it is this late at least.
    pub clock_at_least: Option<Timestamp>,
    /// Who runs the lobby's part, if not its queue: the judgement alone, or nobody.
    #[serde(default)]
    pub lobby_by: LobbyBy,
    /// What was presented before, in order.
    #[serde(default)]
    pub before: Vec<Before>,
    pub presented: What,
}

#[derive(Debug, Default, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum LobbyBy {
    #[default]
    Queue,
    Judge,
    Nobody,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Before {
    pub now: Timestamp,
    pub presented: What,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
struct ABooking {
    id: u64,
    service: String,
    start: Timestamp,
    #[serde(default)]
    state: AState,
    until: Option<Timestamp>,
    /// Whether the kiosk's list has it, and what the list says otherwise.
    #[serde(default = "yes")]
    listed: bool,
    listed_as: Option<AState>,
    listed_until: Option<Timestamp>,
    listed_start: Option<Timestamp>,
    /// Cancelled after visits and hand-overs.
    #[serde(default)]
    cancelled_later: bool,
}

#[derive(Debug, Default, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
enum AState {
    #[default]
    Confirmed,
    Cancelled,
    Held,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct AVisit {
    booking: u64,
    is: VisitState,
    /// What the list says of it, if it is older.
    listed_as: Option<VisitState>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct AHandOver {
    number: TicketNumber,
    booking: u64,
    at: Timestamp,
    start: Option<Timestamp>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct ALease {
    area: String,
    day: NaiveDate,
    from: u16,
    to: u16,
}

/// What is presented.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "snake_case")]
pub enum What {
    Scan(AScan),
    Type(ATyped),
    WalkIn(Vec<String>),
}

#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct AScan {
    booking: Option<u64>,
    start: Option<Timestamp>,
    office: Option<u16>,
    /// 1 signs, 2 has retired, 3 is revoked, 4 is unknown.
    key: Option<u16>,
    spoiled: bool,
    cut: bool,
    text: Option<String>,
}

impl AScan {
    /// The code of a booking.
    pub fn of(booking: u64) -> Self {
        Self { booking: Some(booking), ..Self::default() }
    }
}

#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct ATyped {
    booking: Option<u64>,
    sloppy: bool,
    text: Option<String>,
}

fn yes() -> bool {
    true
}

/// All cases.
pub fn all() -> Vec<Group> {
    serde_json::from_str(FILE).unwrap()
}

fn key(id: u16) -> SigningKey {
    SigningKey::from_bytes([u8::try_from(id).unwrap(); 32], id)
}

/// The city with a key of each state.
pub fn city() -> City {
    let of = |id, state| PublicKey { state, ..key(id).public() };
    let keys = vec![of(1, KeyState::Active), of(2, KeyState::Retired), of(3, KeyState::Revoked)];
    City { keys, ..common::city() }
}

pub fn short_code(booking: u64) -> ShortCode {
    ShortCode::from_random(1_000_003 * (booking + 77))
}

impl ABooking {
    fn booking(&self) -> Booking {
        Self::made(self, self.state, self.until, self.start)
    }

    fn made(&self, state: AState, until: Option<Timestamp>, start: Timestamp) -> Booking {
        let state = match state {
            AState::Confirmed => BookingState::Confirmed,
            AState::Cancelled => BookingState::Cancelled,
            AState::Held => BookingState::Held { until: until.unwrap() },
        };
        Booking { state, ..common::booking(self.id, &self.service, start) }
    }

    fn listed(&self) -> Booking {
        let state = if self.cancelled_later { AState::Cancelled } else { self.state };
        self.made(
            self.listed_as.unwrap_or(state),
            self.listed_until.or(self.until),
            self.listed_start.unwrap_or(self.start),
        )
    }
}

impl Setting {
    pub fn office(&self) -> Office {
        let mut office = serde_json::to_value(common::office()).unwrap();
        // One call is enough for a no-show, so that a case can have one.
        office["rules"]["max_calls"] = json!(1);
        for (name, value) in &self.office {
            match (office[name].as_object_mut(), value.as_object()) {
                (Some(fields), Some(changed)) => fields.extend(changed.clone()),
                _ => office[name] = value.clone(),
            }
        }
        serde_json::from_value(office).unwrap()
    }

    /// When the list was made.
    pub fn made_at(&self) -> Timestamp {
        let first = self.before.iter().map(|before| before.now).chain([self.now]).min().unwrap();
        self.list_made.unwrap_or(first - seconds(300))
    }

    /// The lobby's queue before anything is presented.
    pub fn world(&self) -> World {
        let begin = self.bookings.first().map_or(self.made_at(), |booking| booking.start);
        let first = self.handed_over.iter().map(|over| over.at);
        let begin = first.chain([begin, self.made_at(), self.now]).min().unwrap();
        let mut world = World::of(self.office(), begin.max(self.made_at().min(begin)), &["1"]);
        world.ask(Command::AdoptCity(city())).unwrap();
        for booking in &self.bookings {
            world.sync(booking.booking());
        }
        for kiosk in ["kiosk-1", "kiosk-2"].iter().filter(|_| !self.handed_over.is_empty()) {
            let day = world.state.day().unwrap();
            let lease = Command::Lease { device: (*kiosk).into(), day, area: "eg".into(), count: 200 };
            world.ask(lease).unwrap();
        }
        for visit in &self.visits {
            self.make(&mut world, visit);
        }
        for over in &self.handed_over {
            world.now = world.now.max(over.at + seconds(60));
            world.ask(Command::HandOver(HandOver { given: self.given(over), visit: None })).unwrap();
        }
        for booking in self.bookings.iter().filter(|booking| booking.cancelled_later) {
            world.sync(Booking { state: BookingState::Cancelled, ..booking.booking() });
        }
        world
    }

    fn make(&self, world: &mut World, visit: &AVisit) {
        let booking = self.bookings.iter().find(|booking| booking.id == visit.booking).unwrap();
        world.now = booking.start;
        let id = world.arrive(visit.booking);
        let steps: Vec<Step> = match visit.is {
            VisitState::Serving => vec![Step::Start],
            VisitState::Finished => vec![Step::Start, common::finish()],
            VisitState::NoShow => vec![Step::NoShow],
            VisitState::Waiting | VisitState::Called => vec![],
            other => panic!("no case has {other:?}"),
        };
        if visit.is != VisitState::Waiting {
            assert_eq!(world.next("1"), id);
            world.show_call("1");
            world.pass(seconds(60));
        }
        steps.into_iter().for_each(|step| drop(world.step("1", step).unwrap()));
        assert_eq!(world.visit(id).state, visit.is);
    }

    fn given(&self, over: &AHandOver) -> Given {
        let booking = self.bookings.iter().find(|booking| booking.id == over.booking).unwrap();
        Given {
            number: over.number,
            booking: Some(booking_id(over.booking)),
            origin: Origin::Appointment,
            services: vec![common::choice(&booking.service)],
            area: "eg".into(),
            start: Some(over.start.unwrap_or(booking.start)),
            seen_at: over.at,
            returned: false,
            clock_doubted: false,
            with: None,
            language: None,
        }
    }

    /// The list's bookings, with the visits of the lobby's queue.
    pub fn listed(&self, world: &World) -> Vec<Listed> {
        let office = self.office();
        let today = office.day(self.made_at());
        let days = [Some(today), office.next_open_day(today)];
        let of_days = |booking: &Booking| days.contains(&Some(office.day(booking.start)));
        let known = self.bookings.iter().filter(|booking| booking.listed);
        let listed = known.map(|of| (of, of.listed())).filter(|(_, booking)| of_days(booking));
        let one = |(of, booking): (&ABooking, Booking)| {
            let visit = world.state.visit_of(booking.id).map(|visit| {
                let given = self.visits.iter().find(|visit| visit.booking == of.id);
                (given.and_then(|visit| visit.listed_as).unwrap_or(visit.state), visit.number)
            });
            let area = office.area_of(&booking.services).unwrap().id.clone();
            Listed { booking, area, visit, short_code_hash: None }
        };
        listed.map(one).collect()
    }

    pub fn leases(&self) -> Vec<Lease> {
        let office = self.office();
        let lease = |area: &str, day, from, to| {
            let letter = office.area(&area.into()).unwrap().letter;
            Lease { device: "kiosk-1".into(), day, area: area.into(), letter, from, to }
        };
        if let Some(leases) = &self.leases {
            return leases.iter().map(|of| lease(&of.area, of.day, of.from, of.to)).collect();
        }
        let today = office.day(self.made_at());
        let days = [Some(today), office.next_open_day(today)].into_iter().flatten();
        days.flat_map(|day| ["eg", "og"].map(|area| lease(area, day, 800, 999))).collect()
    }

    pub fn walk_in_told(&self) -> Option<Span> {
        self.walk_in_told.map(|(from_minutes, to_minutes)| Span { from_minutes, to_minutes })
    }

    pub fn has_visits(&self) -> bool {
        !self.visits.is_empty() || !self.handed_over.is_empty()
    }

    /// The text of what is scanned.
    pub fn code(&self, scan: &AScan) -> String {
        if let Some(text) = &scan.text {
            return text.clone();
        }
        let id = scan.booking.unwrap();
        let booking = self.bookings.iter().find(|booking| booking.id == id);
        let start = scan.start.or(booking.map(|booking| booking.start)).unwrap();
        let signed =
            key(scan.key.unwrap_or(1)).sign(scan.office.unwrap_or(7), booking_id(id), start).unwrap();
        match (scan.spoiled, scan.cut) {
            (true, _) => {
                let other = if signed.as_bytes()[40] == b'A' { "B" } else { "A" };
                format!("{}{other}{}", &signed[..40], &signed[41..])
            }
            (_, true) => signed[..100].to_owned(),
            _ => signed,
        }
    }

    /// What is typed.
    pub fn typed(typed: &ATyped) -> String {
        let code = typed.booking.map(|booking| short_code(booking).as_str().to_owned());
        match (&typed.text, typed.sloppy, code) {
            (Some(text), ..) => text.clone(),
            (None, true, Some(code)) => format!(" {}-{} ", &code[..4], &code[4..]).to_lowercase(),
            (None, _, code) => code.unwrap(),
        }
    }

    /// What is presented, as the rules know it who know these bookings.
    pub fn presented(&self, what: &What, known: impl Fn(u64) -> bool) -> Presented {
        match what {
            What::Scan(scan) => Presented::Scanned(self.code(scan)),
            What::Type(typed) => {
                let code = ShortCode::parse(&Self::typed(typed)).ok();
                let of = self.bookings.iter().map(|booking| booking.id);
                let booking = of.filter(|id| known(*id)).find(|id| Some(short_code(*id)) == code);
                booking.map_or(Presented::UnknownShortCode, |id| Presented::ShortCode(booking_id(id)))
            }
            What::WalkIn(_) => panic!("nothing is presented"),
        }
    }
}

pub fn choices(services: &[String]) -> Vec<ServiceChoice> {
    services.iter().map(|service| common::choice(service)).collect()
}

/// A refusal, as the cases say it.
pub fn refused(refusal: &CheckInRefusal) -> Value {
    let mut said = serde_json::to_value(refusal).unwrap();
    let fields = said.get_mut("of").and_then(Value::as_object_mut).cloned().unwrap_or_default();
    let mut said = json!({"is": said["is"].clone()});
    said.as_object_mut().unwrap().extend(fields);
    match refusal {
        CheckInRefusal::TooLate { offer, .. } => said["offer"] = json!(offer.is_some()),
        CheckInRefusal::WrongOffice { office, .. } => {
            said["office"] = json!(office.as_ref().map(|office| office.name.clone()));
        }
        CheckInRefusal::OfficeClosed { reason, .. } => said["reason"] = json!(reason.get("de")),
        _ => {}
    }
    said
}

/// A letter of a case's lease.
pub fn letter(letter: char) -> Letter {
    letter.try_into().unwrap()
}

/// Whether `said` has all that `wanted` names; moments are compared as moments.
pub fn has(said: &Value, wanted: &Map<String, Value>) -> bool {
    wanted.iter().all(|(name, wanted)| {
        let (found, moment) = (&said[name], wanted.as_str().and_then(|text| text.parse::<Timestamp>().ok()));
        match moment {
            Some(wanted) => found.as_str().and_then(|text| text.parse().ok()) == Some(wanted),
            None => found == wanted,
        }
    })
}
