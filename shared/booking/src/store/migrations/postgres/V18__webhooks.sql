-- Addresses of others that are told what becomes of bookings. What they were told is not kept, only how far they are.
create table webhook (
    id            bigint primary key,  -- 48 random bits
    name          text not null,     -- whose it is
    url           text not null,
    secret        bytea not null,    -- signs what is told, so it is needed as it is
    names         boolean not null default false,  -- whether who booked is told, too
    office        text references office (id),  -- of which alone; null is all
    told_up_to    bigint not null default 0,  -- the last change that was taken
    made_at       bigint not null,
    tries         bigint not null default 0,
    next_try_at   bigint not null,
    claimed_until bigint,           -- somebody tells it; if they died others may from then on
    failing_since bigint,
    last_error    text,              -- a status or a step, never what was sent
    dead_at       bigint            -- nobody tries any more
);
