-- What figures are made of. Visits are kept one by one for 90 days, pseudonymously, as bookings are; then sums alone.
create table ended_visit (
    office     text not null references office (id),
    visit      bigint not null,       -- the lobby's number for it …
    arrived_at bigint not null,       -- … which is of the same visit only with its check-in
    day        text not null,        -- of check-in, local: YYYY-MM-DD
    hour       bigint not null,       -- of check-in, local
    told_at    bigint not null,       -- what goes on after all ends again: the newer report counts
    body       text not null,        -- as on the wire
    primary key (office, visit, arrived_at)
);

create index ended_visit_by_day on ended_visit (day);
create index ended_visit_by_time on ended_visit (arrived_at);

-- The sums of visits, and of bookings by the day for which they were.
create table visit_sum (
    office  text not null references office (id),
    day     text not null,
    hour    bigint not null,
    service text not null,           -- the first one; empty where none is known
    booked  boolean not null,     -- whether with an appointment
    several boolean not null,     -- whether for several services
    sums    text not null,           -- JSON
    primary key (office, day, hour, service, booked, several)
);

create table booking_sum (
    office  text not null references office (id),
    day     text not null,
    hour    bigint not null,
    service text not null,
    sums    text not null,           -- JSON
    primary key (office, day, hour, service)
);

-- Minutes that the plan of the day had for appointments; nobody writes it any more once the day is over.
create table capacity (
    office  text not null references office (id),
    day     text not null,
    hour    bigint not null,
    minutes bigint not null,
    primary key (office, day, hour)
);

-- Who gave it up, and how often it was moved: as its owner wished, or by the office.
alter table booking add column cancelled_by_office boolean not null default false;
alter table booking add column moves bigint not null default 0;
alter table booking add column moves_by_office bigint not null default 0;
