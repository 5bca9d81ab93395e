-- How often a booking was changed since it was made: calendars and mails tell by it what is newer.
alter table booking add column sequence integer not null default 0;

-- The outbox: mails that are to be sent, written in the transaction that makes them due. Nothing personal is in it: a
-- letter is composed when it is sent, from the booking and the contact as they are then.
create table letter (
    id            integer primary key,  -- 48 random bits
    booking       integer not null references booking (id) on delete cascade,
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
    unique (booking, kind, sequence)
) strict;

create index letter_open on letter (next_try_at) where sent_at is null and dead_at is null;
