-- Who asks for a time that is not free: they wait for one that becomes free, or staff find one for them. Beside `contact`
-- this is the only table with personal data; a row goes once it is answered, left or over.
create table asking (
    id       integer primary key,   -- 48 random bits
    secret   text not null unique,  -- the citizen's link
    kind     text not null check (kind in ('waiting', 'request')),
    office   text not null references office (id),
    services text not null,         -- JSON
    language text not null,
    name     text not null,
    email    text not null,
    phone    text not null,
    wanted   text not null,         -- which days, and what is said to them; JSON
    made_at  integer not null,
    sequence integer not null default 0,  -- how many letters were written
    offered  integer references booking (id) on delete set null,  -- held for who waits
    passed   text not null default '[]',  -- starts that were offered and not taken; JSON
    offers   integer not null default 0,  -- how many these are: who let none pass comes first
    ended_at integer                -- the last letter says so, and then the row goes
) strict;

create index asking_open on asking (office, kind, offers, made_at) where ended_at is null;
create index asking_by_offer on asking (offered);

-- A letter tells of a booking, or of what was asked for.
create table letter_of (
    id            integer primary key,  -- 48 random bits
    booking       integer references booking (id) on delete cascade,
    asking        integer references asking (id) on delete cascade,
    kind          text not null,
    sequence      integer not null,  -- of the booking when it was written; older ones than the booking's are not sent
    about         text not null,     -- the kind with what belongs to it, JSON
    made_at       integer not null,
    due_at        integer not null,  -- a reminder waits; trying ends some days later
    tries         integer not null default 0,
    next_try_at   integer not null,
    claimed_until integer,           -- somebody sends it; if they died others may from then on
    last_error    text,              -- step and code, never an address
    sent_at       integer,
    dead_at       integer,           -- nobody tries any more
    unique (booking, kind, sequence),
    check ((booking is null) <> (asking is null))
) strict;

insert into letter_of (id, booking, kind, sequence, about, made_at, due_at, tries, next_try_at, claimed_until,
    last_error, sent_at, dead_at)
select id, booking, kind, sequence, about, made_at, due_at, tries, next_try_at, claimed_until, last_error, sent_at, dead_at
from letter;
drop table letter;
alter table letter_of rename to letter;
create index letter_open on letter (next_try_at) where sent_at is null and dead_at is null;
create index letter_by_asking on letter (asking);

-- The form was sent, and its owner has yet to follow the link of a mail; the place is held until then.
alter table booking add column unconfirmed integer not null default 0;
