-- Everything that booking servers on one database know; the same as SQLite's after its fifth step. Times are seconds
-- since 1970 in UTC; a slot is one of the five-minute steps since then. Personal data lies in `contact` alone.

create table meta (
    name  text primary key,  -- database, secret, demo_now
    value bytea not null
);

create table office (
    id             text primary key,
    number         bigint not null unique,  -- stands in check-in codes, so two offices never share one
    revision       bigint not null,
    document       text not null,           -- the revision in force, JSON
    short_code_key bytea not null           -- hashes short codes in this office's feed
);

create table office_revision (
    office      text not null references office (id),
    revision    bigint not null,
    imported_at bigint not null,
    document    text not null,              -- kept, so that one can see what was in force when
    primary key (office, revision)
);

create table open_span (
    office    text not null references office (id),
    from_slot bigint not null,
    to_slot   bigint not null,              -- first slot after
    lanes     bigint not null check (lanes between 1 and 64),
    primary key (office, from_slot),
    check (from_slot < to_slot)
);

create table signing_key (
    id      bigint primary key check (id between 1 and 65535),  -- two bytes in a code
    state   text not null check (state in ('active', 'retired', 'revoked')),
    secret  bytea not null,
    public  text not null,
    made_at bigint not null
);

-- Exactly one key signs.
create unique index one_active_key on signing_key (state) where state = 'active';

create table booking (
    id               bigint primary key,    -- 48 random bits
    secret           text not null unique,  -- the citizen's link
    office           text not null references office (id),
    start            bigint not null,
    minutes          bigint not null check (minutes > 0),
    services         text not null,         -- JSON
    state            text not null check (state in ('held', 'confirmed', 'cancelled', 'expired')),
    held_until       bigint check ((state in ('held', 'expired')) = (held_until is not null)),
    short_code       text not null,
    key              bigint references signing_key (id),  -- who signed `code`
    code             text check (state <> 'confirmed' or code is not null),
    language         text not null,
    pin_salt         bytea not null,        -- the PIN is computed from it and the server's secret, so it is stored nowhere
    pin_failures     bigint not null default 0,
    pin_locked_until bigint,
    visit            text,                  -- what the lobby last told, as on the wire
    visit_report     bigint not null default 0,  -- which report told it; an older one changes nothing
    replaced         boolean not null default false,
    made_at          bigint not null,
    interpreter      boolean not null default false  -- whether one is wished; only the wish is kept, never a reason
);

-- A typed short code means one open booking at most.
create unique index booking_short_code on booking (office, short_code) where state in ('held', 'confirmed');
create index booking_by_start on booking (office, start);
create index booking_by_expiry on booking (held_until) where state = 'held';

-- Who occupies which five minutes. The primary key sells no lane twice.
create table place (
    office  text not null references office (id),
    slot    bigint not null,
    lane    bigint not null check (lane >= 0),
    booking bigint not null references booking (id),
    primary key (office, slot, lane)
);

create index place_by_booking on place (booking);

-- The last line of defence: no place outside the opening hours, in a lane that does not exist, or beyond the
-- capacity where bookings of an earlier, larger revision still stand in higher lanes.
create function place_within_capacity() returns trigger language plpgsql as $$
begin
    if not exists (
        select 1 from open_span
        where office = new.office and from_slot <= new.slot and new.slot < to_slot and new.lane < lanes
          and lanes > (select count(*) from place where office = new.office and slot = new.slot)
    ) then
        raise exception 'place_within_capacity';
    end if;
    return new;
end;
$$;

create trigger place_within_capacity before insert on place
for each row execute function place_within_capacity();

create table contact (
    booking      bigint primary key references booking (id),
    name         text not null,
    email        text not null,
    delete_after bigint not null            -- the midnight after the visit
);

create table nonce (
    nonce   text primary key,
    request bytea not null,                 -- keyed hash of path and body: the same nonce never means two things
    answer  text not null,                  -- JSON; no PIN and nothing personal
    at      bigint not null
);

-- How far the change feed and the effects have come. Counted here and not by a sequence, because a row with a higher
-- number must never be seen before one with a lower number.
create table feed (
    name text primary key,                  -- change, effect
    seq  bigint not null
);

insert into feed (name, seq) values ('change', 0), ('effect', 0);

create table change (
    seq    bigint primary key,              -- the cursor; a number is never used twice, even after compaction
    office text not null,                   -- '' is for all offices
    kind   text not null,
    key    text not null,                   -- which booking, else ''
    start  bigint,                          -- of a booking, so that past days can be dropped
    body   text not null
);

-- Only the newest of each is kept: whoever follows wants to know how things are, not how they were.
create unique index change_newest on change (office, kind, key);
create index change_by_office on change (office, seq);

-- What follows from a commit for the other servers' pictures in memory; dropped after a while.
create table effect (
    seq  bigint primary key,
    body text not null
);

create table link_code (
    code_hash   bytea primary key,
    office      text not null references office (id),
    valid_until bigint not null
);

create table lobby (
    id         bigint primary key generated by default as identity,
    office     text not null references office (id),
    token_hash bytea not null unique,
    linked_at  bigint not null,
    revoked_at bigint
);

create table report (
    lobby bigint not null references lobby (id),
    id    bigint not null,
    at    bigint not null,
    body  text not null,                    -- pseudonymous
    primary key (lobby, id)                 -- telling it twice is harmless
);

create index report_by_time on report (at);

create table ticket (
    secret_hash  text primary key,          -- SHA-256 of the link's secret; the secret itself is never here
    office       text not null references office (id),
    lobby        bigint not null,
    report       bigint not null,           -- which report told it; an older one changes nothing
    at           bigint not null,
    body         text not null,             -- as on the wire
    ended_at     bigint,                    -- its page says so for an hour, and after that only that it is over
    gave_up_at   bigint,                    -- when its holder gave the place up; the lobby decides whether in time
    late_at      bigint,                    -- when its holder said on the phone to come later
    late_minutes bigint                     -- by how many minutes
);

-- Where an office's waiting stand, for the phones of the other servers.
create table standing (
    office text primary key references office (id),
    body   text not null
);
