create table events (
    seq integer primary key,      -- position in the log, from 1, without gaps
    version integer not null,     -- of the event's form; a higher one than the program's is refused
    at_ms integer not null,       -- when it was decided, milliseconds since 1970 UTC
    actor text not null,          -- who asked for it, JSON
    event text not null           -- what happened, JSON
) strict;

create table nonces (
    nonce blob primary key,       -- 16 bytes, made by the caller before it sent
    caller text not null,         -- the actor, JSON: nobody reads another's answer
    at_ms integer not null,       -- forgotten after 48 h
    seq integer not null,         -- position of the log after it
    reply text not null           -- what was answered, JSON
) strict, without rowid;
create index nonces_by_age on nonces (at_ms);

create table short_codes (
    hash blob primary key,        -- HMAC of the short code: the code itself is not here
    booking integer not null unique
) strict, without rowid;

create table phone_secrets (
    visit integer primary key,
    secret blob not null unique   -- 16 random bytes of the ticket's link; kept plain, a ticket can be printed again
) strict;

create table outbox (
    id integer primary key,       -- four times the log position plus a counter: unique and rising
    report text not null          -- what the booking server is to be told, JSON
) strict;

create table feed (
    one integer primary key check (one = 1),
    link text not null,           -- which sign-on the cursor belongs to
    cursor text,                  -- id of the last change that is in the log
    at_ms integer not null,       -- when that was
    short_code_key blob           -- 32 bytes
) strict;

create table checkpoint (
    one integer primary key check (one = 1),
    seq integer not null,         -- the events up to here are in it
    program text not null,        -- only the same version reads it
    state text not null           -- JSON; a shortcut only, the log is the truth
) strict;
