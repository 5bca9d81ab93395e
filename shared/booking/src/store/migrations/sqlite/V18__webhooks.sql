-- Addresses of others that are told what becomes of bookings. What they were told is not kept, only how far they are.
create table webhook (
    id            integer primary key,  -- 48 random bits
    name          text not null,     -- whose it is
    url           text not null,
    secret        blob not null,    -- signs what is told, so it is needed as it is
    names         integer not null default 0,  -- whether who booked is told, too
    office        text references office (id),  -- of which alone; null is all
    told_up_to    integer not null default 0,  -- the last change that was taken
    made_at       integer not null,
    tries         integer not null default 0,
    next_try_at   integer not null,
    claimed_until integer,           -- somebody tells it; if they died others may from then on
    failing_since integer,
    last_error    text,              -- a status or a step, never what was sent
    dead_at       integer            -- nobody tries any more
) strict;
