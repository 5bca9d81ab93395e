-- Who works with bookings, here and not in an office: at the telephone, at reception, in the administration.
create table staff (
    id         text primary key,
    name       text not null,
    role       text not null,        -- clerk, supervisor, administrator
    password   text not null,        -- Argon2id, PHC's form; empty once removed
    created_at integer not null,
    removed_at integer
) strict, without rowid;

create unique index staff_name on staff (name) where removed_at is null;

create table session (
    token    blob primary key,       -- SHA-256 of the cookie
    staff    text not null references staff (id),
    until_at integer not null
) strict, without rowid;

create table invitation (
    token    blob primary key,       -- SHA-256 of the link's secret
    name     text,                   -- none: the invited person chooses it
    role     text not null,
    until_at integer                 -- none: the first administrator's
) strict, without rowid;
