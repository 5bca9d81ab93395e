create table digests (
    seq integer primary key,      -- of the state after this event; written in its transaction
    day text,                     -- the local day that ended there, ISO 8601: then nobody is in the state
    program text not null,        -- only the same version compares with it
    digest text not null          -- JSON: for each part of the state half a SHA-256
) strict;

create table base (
    one integer primary key check (one = 1),
    seq integer not null,         -- the events up to here may be gone
    state text not null           -- JSON; the truth instead of them, at a day's end
) strict;

create table daily (
    day text not null,            -- local, ISO 8601
    service text not null,        -- the first that a visit was for; empty where none was known
    origin text not null,         -- appointment, walk_in, late
    visits integer not null,
    finished integer not null,
    no_shows integer not null,
    cancelled integer not null,
    unserved integer not null,
    waited_ms integer not null,   -- milliseconds, as the visits have them
    way_ms integer not null,
    served_ms integer not null,
    parked_ms integer not null,
    primary key (day, service, origin)
) strict, without rowid;

create table aged (
    what text primary key,        -- staff: clerks' ids became roles; scans: whose failed scans were is gone
    seq integer not null          -- … in all events up to here
) strict, without rowid;
