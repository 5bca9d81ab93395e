-- Everything that a booking server knows. Times are seconds since 1970 in UTC; a slot is one of the five-minute
-- steps since then. Personal data lies in `contact` alone.

create table meta (
    name  text primary key,  -- database, secret, demo_now
    value blob not null
) strict, without rowid;

create table office (
    id             text primary key,
    number         integer not null unique,  -- stands in check-in codes, so two offices never share one
    revision       integer not null,
    document       text not null,            -- the revision in force, JSON
    short_code_key blob not null             -- hashes short codes in this office's feed
) strict;

create table office_revision (
    office      text not null references office (id),
    revision    integer not null,
    imported_at integer not null,
    document    text not null,               -- kept, so that one can see what was in force when
    primary key (office, revision)
) strict, without rowid;

create table open_span (
    office    text not null references office (id),
    from_slot integer not null,
    to_slot   integer not null check (from_slot < to_slot),  -- first slot after
    lanes     integer not null check (lanes between 1 and 64),
    primary key (office, from_slot)
) strict, without rowid;

create table signing_key (
    id      integer primary key check (id between 1 and 65535),  -- two bytes in a code
    state   text not null check (state in ('active', 'retired', 'revoked')),
    secret  blob not null,
    public  text not null,
    made_at integer not null
) strict;

-- Exactly one key signs.
create unique index one_active_key on signing_key (state) where state = 'active';

create table booking (
    id               integer primary key,    -- 48 random bits
    secret           text not null unique,   -- the citizen's link
    office           text not null references office (id),
    start            integer not null,
    minutes          integer not null check (minutes > 0),
    services         text not null,          -- JSON
    state            text not null check (state in ('held', 'confirmed', 'cancelled', 'expired')),
    held_until       integer check ((state in ('held', 'expired')) = (held_until is not null)),
    short_code       text not null,
    key              integer references signing_key (id),  -- who signed `code`
    code             text check ((state = 'confirmed') <= (code is not null)),
    language         text not null,
    pin_salt         blob not null,          -- the PIN is computed from it and the server's secret, so it is stored nowhere
    pin_failures     integer not null default 0,
    pin_locked_until integer,
    visit            text,                   -- what the lobby last told, as on the wire
    visit_report     integer not null default 0,  -- which report told it; an older one changes nothing
    replaced         integer not null default 0,
    made_at          integer not null
) strict;

-- A typed short code means one open booking at most.
create unique index booking_short_code on booking (office, short_code) where state in ('held', 'confirmed');
create index booking_by_start on booking (office, start);
create index booking_by_expiry on booking (held_until) where state = 'held';

-- Who occupies which five minutes. The primary key sells no lane twice.
create table place (
    office  text not null references office (id),
    slot    integer not null,
    lane    integer not null check (lane >= 0),
    booking integer not null references booking (id),
    primary key (office, slot, lane)
) strict, without rowid;

create index place_by_booking on place (booking);

-- The last line of defence: no place outside the opening hours, in a lane that does not exist, or beyond the
-- capacity where bookings of an earlier, larger revision still stand in higher lanes.
create trigger place_within_capacity before insert on place
when not exists (
    select 1 from open_span
    where office = new.office and from_slot <= new.slot and new.slot < to_slot and new.lane < lanes
      and lanes > (select count(*) from place where office = new.office and slot = new.slot)
)
begin
    select raise(abort, 'place_within_capacity');
end;

create table contact (
    booking      integer primary key references booking (id),
    name         text not null,
    email        text not null,
    delete_after integer not null            -- the midnight after the visit
) strict;

create table nonce (
    nonce   text primary key,
    request blob not null,                   -- keyed hash of path and body: the same nonce never means two things
    answer  text not null,                   -- JSON; no PIN and nothing personal
    at      integer not null
) strict, without rowid;

create table change (
    seq    integer primary key autoincrement,  -- the cursor; a number is never used twice, even after compaction
    office text not null,                      -- '' is for all offices
    kind   text not null,
    key    text not null,                      -- which booking, else ''
    start  integer,                            -- of a booking, so that past days can be dropped
    body   text not null
) strict;

-- Only the newest of each is kept: whoever follows wants to know how things are, not how they were.
create unique index change_newest on change (office, kind, key);
create index change_by_office on change (office, seq);

create table link_code (
    code_hash   blob primary key,
    office      text not null references office (id),
    valid_until integer not null
) strict, without rowid;

create table lobby (
    id         integer primary key autoincrement,
    office     text not null references office (id),
    token_hash blob not null unique,
    linked_at  integer not null,
    revoked_at integer
) strict;

create table report (
    lobby integer not null references lobby (id),
    id    integer not null,
    at    integer not null,
    body  text not null,                     -- pseudonymous
    primary key (lobby, id)                  -- telling it twice is harmless
) strict, without rowid;

create index report_by_time on report (at);

create table ticket (
    secret_hash text primary key,            -- SHA-256 of the link's secret; the secret itself is never here
    office      text not null references office (id),
    lobby       integer not null,
    report      integer not null,            -- which report told it; an older one changes nothing
    at          integer not null,
    body        text not null                -- as on the wire
) strict, without rowid;
