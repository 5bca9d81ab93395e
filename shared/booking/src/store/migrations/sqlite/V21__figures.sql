-- What figures are made of. Visits are kept one by one for 90 days, pseudonymously, as bookings are; then sums alone.
create table ended_visit (
    office     text not null references office (id),
    visit      integer not null,       -- the lobby's number for it …
    arrived_at integer not null,       -- … which is of the same visit only with its check-in
    day        text not null,        -- of check-in, local: YYYY-MM-DD
    hour       integer not null,       -- of check-in, local
    told_at    integer not null,       -- what goes on after all ends again: the newer report counts
    body       text not null,        -- as on the wire
    primary key (office, visit, arrived_at)
) strict, without rowid;

create index ended_visit_by_day on ended_visit (day);
create index ended_visit_by_time on ended_visit (arrived_at);

-- The sums of visits, and of bookings by the day for which they were.
create table visit_sum (
    office  text not null references office (id),
    day     text not null,
    hour    integer not null,
    service text not null,           -- the first one; empty where none is known
    booked  integer not null,     -- whether with an appointment
    several integer not null,     -- whether for several services
    sums    text not null,           -- JSON
    primary key (office, day, hour, service, booked, several)
) strict, without rowid;

create table booking_sum (
    office  text not null references office (id),
    day     text not null,
    hour    integer not null,
    service text not null,
    sums    text not null,           -- JSON
    primary key (office, day, hour, service)
) strict, without rowid;

-- Minutes that the plan of the day had for appointments; nobody writes it any more once the day is over.
create table capacity (
    office  text not null references office (id),
    day     text not null,
    hour    integer not null,
    minutes integer not null,
    primary key (office, day, hour)
) strict, without rowid;

-- Who gave it up, and how often it was moved: as its owner wished, or by the office.
alter table booking add column cancelled_by_office integer not null default 0;
alter table booking add column moves integer not null default 0;
alter table booking add column moves_by_office integer not null default 0;
