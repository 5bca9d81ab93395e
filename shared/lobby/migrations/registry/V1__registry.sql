create table staff (
    id text primary key,
    name text not null collate nocase,
    role text not null,
    password text not null,       -- argon2id, PHC string
    created_ms integer not null,
    removed_ms integer            -- may not sign in since
) strict;
create unique index staff_name on staff (name) where removed_ms is null;

create table sessions (
    token blob primary key,       -- SHA-256 of the cookie
    staff text not null references staff (id),
    until_ms integer not null
) strict, without rowid;

create table invitations (
    token blob primary key,       -- SHA-256 of the link's secret
    name text,                    -- null: the invited person chooses
    role text not null,
    until_ms integer              -- null: until the next start
) strict, without rowid;

create table devices (
    id text primary key,
    kind text not null,
    name text not null,
    areas text not null,          -- JSON list, empty means all
    token blob not null unique,   -- SHA-256 of its token
    enrolled_ms integer not null,
    revoked_ms integer,
    status text                   -- the last that it said of itself, JSON
) strict;

create table enrolment_codes (
    code blob primary key,        -- SHA-256 of the code's secret part
    kind text not null,
    name text not null,
    areas text not null,
    until_ms integer not null
) strict, without rowid;

create table notices (
    id integer primary key,
    at_ms integer not null,
    kind text not null,
    subject text not null,        -- a terminal's name or a ticket number
    detail text not null
) strict;

create table link (
    one integer primary key check (one = 1),
    id text not null,             -- changes with every sign-on, so that an old cursor is not used
    url text not null,
    office text not null,
    token text not null           -- kept plain: the lobby must show it; the folder is the program's alone
) strict;

create table demo_clock (
    one integer primary key check (one = 1),
    start_ms integer not null,    -- what a demonstration's clock showed at first
    began_ms integer not null     -- when that was, by the system's clock
) strict;
