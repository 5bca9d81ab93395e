//! What figures are made of: ended visits and bookings, one by one for 90 days, then their sums; and the capacity of each
//! day, as the plan had it when the day was over.

use super::Store;
use super::fault::StoreFault;
use super::lobbies::Lobby;
use super::rows;
use super::sql::{Connection, Row, values};
use super::writer::Work;
use crate::calendar;
use crate::statistics::figures::{Gathered, Kind, Place, Selection, Share, Statistics};
use crate::statistics::sums::{Booked, BookedStage, BookingSums, VisitSums};
use chrono::{Days, NaiveDate, NaiveTime, Timelike};
use foyer_domain::Timestamp;
use foyer_domain::booking::ServiceChoice;
use foyer_domain::office::Office;
use foyer_protocol::feed::{EndedVisit, Report};
use std::collections::{BTreeMap, BTreeSet};

/// A server that stood still for longer does not know what the plan was then.
const PLAN_KNOWN_FOR: Days = Days::new(31);

/// As the hour of a sum by service, and as the service of a sum by hour.
const NO_HOUR: u8 = 24;
const NO_SERVICE: &str = "*";

/// Keeps a visit that has ended; the newest end counts.
pub(super) fn keep_visit(
    work: &Work<'_>,
    lobby: &Lobby,
    report: &Report,
    visit: &EndedVisit,
) -> Result<(), StoreFault> {
    let Some(state) = work.catalog.office(&lobby.office) else { return Ok(()) };
    let arrived = visit.arrived.with_timezone(&state.office.time_zone);
    let sql = "insert into ended_visit (office, visit, arrived_at, day, hour, told_at, body)
        values (?1, ?2, ?3, ?4, ?5, ?6, ?7)
        on conflict (office, visit, arrived_at) do update set told_at = excluded.told_at, body = excluded.body
        where ended_visit.told_at <= excluded.told_at";
    let values = values![
        lobby.office.as_str(),
        rows::count(visit.visit.0),
        visit.arrived.timestamp(),
        arrived.date_naive().to_string(),
        arrived.hour(),
        report.at.timestamp(),
        serde_json::to_string(visit)?,
    ];
    work.connection.execute(sql, values)?;
    Ok(())
}

fn first_of(services: &[ServiceChoice]) -> String {
    services.first().map(|choice| choice.service.to_string()).unwrap_or_default()
}

fn day_of(row: &Row, column: usize) -> Result<NaiveDate, StoreFault> {
    row.get::<String>(column)?.parse().map_err(|_| StoreFault::Column { column })
}

/// One visit of `ended_visit`: office, day, hour, body.
fn read_visit(row: &Row) -> Result<(Place, Kind, EndedVisit), StoreFault> {
    let visit: EndedVisit = rows::json(&row.get::<String>(3)?)?;
    let service = first_of(&visit.services);
    let several = visit.services.iter().any(|choice| choice.service.as_str() != service);
    let place = Place { office: row.get(0)?, day: day_of(row, 1)?, hour: row.get(2)?, service };
    Ok((place, Kind { booked: visit.start.is_some(), several }, visit))
}

const BOOKED: &str = "office, start, services, state, visit, replaced, minutes, cancelled_by_office, moves,
    moves_by_office from booking";

/// The minutes of a booking's slots in each local day and hour that it lies in.
fn minutes_by_hour(office: &Office, start: Timestamp, minutes: u16) -> BTreeMap<(NaiveDate, u8), u16> {
    let mut by_hour = BTreeMap::new();
    for slot in calendar::slots(start, minutes) {
        let at = calendar::start_of(slot).with_timezone(&office.time_zone);
        let hour = u8::try_from(at.hour()).unwrap_or_default();
        *by_hour.entry((at.date_naive(), hour)).or_default() += calendar::SLOT_MINUTES;
    }
    by_hour
}

/// A booking, or its minutes in another hour than the one in which it begins.
struct Counted {
    place: Place,
    sums: BookingSums,
    /// Whether a lobby told what became of it.
    is_told: bool,
}

/// One booking of [`BOOKED`].
fn read_booking(row: &Row, offices: &[Office]) -> Result<Vec<Counted>, StoreFault> {
    let id: String = row.get(0)?;
    let Some(office) = offices.iter().find(|office| office.id.as_str() == id) else { return Ok(Vec::new()) };
    let start = rows::moment(row.get(1)?);
    let mut by_hour = minutes_by_hour(office, start, row.get(6)?);
    let start = start.with_timezone(&office.time_zone);
    let services: Vec<ServiceChoice> = rows::json(&row.get::<String>(2)?)?;
    let hour = u8::try_from(start.hour()).unwrap_or_default();
    let place = Place { office: id, day: start.date_naive(), hour, service: first_of(&services) };
    let visit: Option<String> = row.get(4)?;
    let stage = match row.get::<String>(3)?.as_str() {
        "confirmed" => BookedStage::Stands,
        "cancelled" if row.get(7)? => BookedStage::CancelledByOffice,
        "cancelled" => BookedStage::Cancelled,
        "expired" => BookedStage::Expired,
        _ => BookedStage::Held,
    };
    let booked = Booked {
        stage,
        minutes: by_hour.remove(&(place.day, hour)).unwrap_or_default(),
        visit: visit.map(|visit| rows::json(&visit)).transpose()?,
        replaced: row.get(5)?,
        moves: row.get(8)?,
        moves_by_office: row.get(9)?,
    };
    let mut sums = BookingSums::default();
    sums.add(&booked);
    let is_told = booked.visit.is_some();
    let mut all = vec![Counted { place: place.clone(), sums, is_told }];
    for ((day, hour), minutes) in by_hour.into_iter().filter(|_| stage == BookedStage::Stands) {
        let sums = BookingSums { minutes: minutes.into(), ..BookingSums::default() };
        all.push(Counted { place: Place { day, hour, ..place.clone() }, sums, is_told: false });
    }
    Ok(all)
}

/// Leaves the sums alone of visits from before a moment.
pub(super) fn fold_visits(connection: &Connection, before: Timestamp) -> Result<(), StoreFault> {
    let mut sums: BTreeMap<(Place, Kind), VisitSums> = BTreeMap::new();
    let sql = "select office, day, hour, body from ended_visit where arrived_at < ?1";
    connection.rows(sql, values![before.timestamp()], |row| {
        let (place, kind, visit) = read_visit(row)?;
        let of_hour = Place { service: NO_SERVICE.to_owned(), ..place.clone() };
        for place in [of_hour, Place { hour: NO_HOUR, ..place }] {
            sums.entry((place, kind)).or_default().add(&visit);
        }
        Ok(())
    })?;
    if sums.is_empty() {
        return Ok(());
    }
    for ((Place { office, day, hour, service }, Kind { booked, several }), mut sum) in sums {
        let day = day.to_string();
        let key = values![office.as_str(), day.as_str(), hour, service.as_str(), booked, several];
        let sql = "select sums from visit_sum where office = ?1 and day = ?2 and hour = ?3 and service = ?4
            and booked = ?5 and several = ?6";
        if let Some(kept) = connection.row(sql, key, |row| row.get::<String>(0))? {
            sum.take_in(&rows::json(&kept)?);
        }
        let sql = "insert into visit_sum (office, day, hour, service, booked, several, sums)
            values (?1, ?2, ?3, ?4, ?5, ?6, ?7)
            on conflict (office, day, hour, service, booked, several) do update set sums = excluded.sums";
        let sum = serde_json::to_string(&sum)?;
        connection.execute(sql, values![office, day, hour, service, booked, several, sum])?;
    }
    connection.execute("delete from ended_visit where arrived_at < ?1", values![before.timestamp()])?;
    Ok(())
}

/// Sums bookings that are about to be deleted: those that `condition` picks, with `before` as `?1`.
pub(super) fn fold_bookings(
    connection: &Connection,
    condition: &str,
    before: Timestamp,
) -> Result<(), StoreFault> {
    let sql = format!("select {BOOKED} where {condition}");
    if !connection.exists(&format!("{sql} limit 1"), values![before.timestamp()])? {
        return Ok(());
    }
    let offices = rows::offices(connection)?;
    let mut sums: BTreeMap<Place, BookingSums> = BTreeMap::new();
    let read = |row: &Row| read_booking(row, &offices);
    for counted in connection.rows(&sql, values![before.timestamp()], read)?.into_iter().flatten() {
        sums.entry(counted.place).or_default().take_in(&counted.sums);
    }
    for (Place { office, day, hour, service }, mut sum) in sums {
        let day = day.to_string();
        let key = values![office.as_str(), day.as_str(), hour, service.as_str()];
        let sql =
            "select sums from booking_sum where office = ?1 and day = ?2 and hour = ?3 and service = ?4";
        if let Some(kept) = connection.row(sql, key, |row| row.get::<String>(0))? {
            sum.take_in(&rows::json(&kept)?);
        }
        let sql = "insert into booking_sum (office, day, hour, service, sums) values (?1, ?2, ?3, ?4, ?5)
            on conflict (office, day, hour, service) do update set sums = excluded.sums";
        connection.execute(sql, values![office, day, hour, service, serde_json::to_string(&sum)?])?;
    }
    Ok(())
}

/// Keeps what the plan offers today, and on the days since it was last kept.
pub(super) fn keep_capacity(work: &Work<'_>, now: Timestamp) -> Result<(), StoreFault> {
    for state in work.catalog.all() {
        let (office, connection) = (&state.office, work.connection);
        let (id, today) = (office.id.as_str(), office.day(now));
        let sql = "select max(day) from capacity where office = ?1";
        let last: Option<String> = connection.one(sql, values![id], |row| row.get(0))?;
        let last: Option<NaiveDate> = last.and_then(|day| day.parse().ok());
        let next = last.and_then(|last| last.succ_opt()).unwrap_or(today).min(today);
        let first = next.max(today.checked_sub_days(PLAN_KNOWN_FOR).unwrap_or(today));
        for day in first.iter_days().take_while(|day| *day <= today) {
            let mut offered = calendar::open_minutes(office, day);
            // A day without any is known, too.
            if offered.is_empty() {
                offered.insert(0, 0);
            }
            let (sql, day) =
                ("select hour, minutes from capacity where office = ?1 and day = ?2", day.to_string());
            let kept = connection.rows(sql, values![id, &day], |row| Ok((row.get(0)?, row.get(1)?)))?;
            if kept.into_iter().collect::<BTreeMap<u8, u32>>() == offered {
                continue;
            }
            let sql = "delete from capacity where office = ?1 and day = ?2";
            connection.execute(sql, values![id, &day])?;
            let sql = "insert into capacity (office, day, hour, minutes) values (?1, ?2, ?3, ?4)";
            for (hour, minutes) in offered {
                connection.execute(sql, values![id, &day, hour, minutes])?;
            }
        }
    }
    Ok(())
}

/// Reads what a selection needs.
struct Reading<'a> {
    connection: &'a Connection,
    selection: &'a Selection,
    gathered: Gathered,
    /// Offices and days of which a lobby told something.
    known: BTreeSet<(String, NaiveDate)>,
}

impl Reading<'_> {
    /// Rows with office and day of a table, of the selected days and office.
    fn rows<T>(
        &self,
        columns_and_table: &str,
        read: impl FnMut(&Row) -> Result<T, StoreFault>,
    ) -> Result<Vec<T>, StoreFault> {
        let Selection { from, to, office, .. } = self.selection;
        let office = office.as_ref().map_or("", |office| office.as_str());
        let sql = format!(
            "select {columns_and_table} where day between ?1 and ?2 and (?3 = '' or office = ?3)
            order by office, day"
        );
        self.connection.rows(&sql, values![from.to_string(), to.to_string(), office], read)
    }

    fn is_wanted(&self, place: &Place) -> bool {
        self.selection.service.as_ref().is_none_or(|service| service.as_str() == place.service)
    }

    fn visits(&mut self) -> Result<(), StoreFault> {
        let mut sums: BTreeMap<(Place, Share, Kind), VisitSums> = BTreeMap::new();
        self.rows("office, day, hour, body from ended_visit", |row| {
            let (place, kind, visit) = read_visit(row)?;
            sums.entry((place, Share::Whole, kind)).or_default().add(&visit);
            Ok(())
        })?;
        let columns = "office, day, hour, service, booked, several, sums from visit_sum";
        let folded = self.rows(columns, |row| {
            let place =
                Place { office: row.get(0)?, day: day_of(row, 1)?, hour: row.get(2)?, service: row.get(3)? };
            let kind = Kind { booked: row.get(4)?, several: row.get(5)? };
            let share = match (place.hour, place.service.as_str()) {
                (NO_HOUR, _) => Share::OfService,
                (_, NO_SERVICE) => Share::OfHour,
                (_, _) => Share::Whole,
            };
            Ok(((place, share, kind), rows::json(&row.get::<String>(6)?)?))
        })?;
        for ((place, share, kind), sum) in sums.into_iter().chain(folded) {
            self.known.insert((place.office.clone(), place.day));
            if self.is_wanted(&place) {
                self.gathered.visits(&place, share, kind, &sum);
            }
        }
        Ok(())
    }

    /// Of days that are over.
    fn bookings(&mut self, offices: &[Office], now: Timestamp) -> Result<(), StoreFault> {
        let mut sums: Vec<(Place, BookingSums)> =
            self.rows("office, day, hour, service, sums from booking_sum", |row| {
                let place = Place {
                    office: row.get(0)?,
                    day: day_of(row, 1)?,
                    hour: row.get(2)?,
                    service: row.get(3)?,
                };
                Ok((place, rows::json(&row.get::<String>(4)?)?))
            })?;
        let Selection { from, to, office: wanted, .. } = self.selection;
        for office in
            offices.iter().filter(|office| wanted.as_ref().is_none_or(|wanted| *wanted == office.id))
        {
            let midnight = |day| office.local(day, NaiveTime::MIN).timestamp();
            let end = to.succ_opt().unwrap_or(*to).min(office.day(now));
            let sql = format!("select {BOOKED} where office = ?1 and start >= ?2 and start < ?3");
            let values = values![office.id.as_str(), midnight(*from), midnight(end)];
            let read = |row: &Row| read_booking(row, offices);
            let mut fresh: BTreeMap<Place, BookingSums> = BTreeMap::new();
            for Counted { place, sums, is_told } in
                self.connection.rows(&sql, values, read)?.into_iter().flatten()
            {
                if is_told {
                    self.known.insert((place.office.clone(), place.day));
                }
                fresh.entry(place).or_default().take_in(&sums);
            }
            sums.extend(fresh);
        }
        for (place, sum) in &sums {
            if sum.came + sum.late > 0 {
                self.known.insert((place.office.clone(), place.day));
            }
        }
        for (place, sum) in &sums {
            if self.is_wanted(place) {
                let is_known = self.known.contains(&(place.office.clone(), place.day));
                self.gathered.bookings(place, sum, is_known);
            }
        }
        Ok(())
    }

    fn capacity(&mut self, offices: &[Office], now: Timestamp) -> Result<(), StoreFault> {
        if self.selection.service.is_some() {
            return Ok(());
        }
        let rows = self.rows("office, day, hour, minutes from capacity", |row| {
            let place = Place {
                office: row.get(0)?,
                day: day_of(row, 1)?,
                hour: row.get(2)?,
                service: String::new(),
            };
            Ok((place, row.get::<u32>(3)?))
        })?;
        for (place, minutes) in rows.into_iter().filter(|(_, minutes)| *minutes > 0) {
            let office = offices.iter().find(|office| office.id.as_str() == place.office);
            if office.is_some_and(|office| place.day < office.day(now)) {
                self.gathered.offered(&place, minutes);
            }
        }
        Ok(())
    }
}

impl Store {
    /// The figures of a selection: visits up to now, bookings and capacity of days that are over.
    ///
    /// # Errors
    /// The store's.
    pub async fn statistics(&self, selection: Selection, now: Timestamp) -> Result<Statistics, StoreFault> {
        self.read(move |connection| {
            let offices = rows::offices(connection)?;
            let (gathered, known) = (Gathered::default(), BTreeSet::new());
            let mut reading = Reading { connection, selection: &selection, gathered, known };
            reading.visits()?;
            reading.bookings(&offices, now)?;
            reading.capacity(&offices, now)?;
            Ok(reading.gathered.figures(&selection))
        })
        .await
    }
}
