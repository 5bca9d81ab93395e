-- Who works with bookings, here and not in an office: at the telephone, at reception, in the administration.
create table staff (
    id         text primary key,
    name       text not null,
    role       text not null,        -- clerk, supervisor, administrator
    password   text not null,        -- Argon2id, PHC's form; empty once removed
    created_at bigint not null,
    removed_at bigint
);

create unique index staff_name on staff (name) where removed_at is null;

create table session (
    token    bytea primary key,       -- SHA-256 of the cookie
    staff    text not null references staff (id),
    until_at bigint not null
);

create table invitation (
    token    bytea primary key,       -- SHA-256 of the link's secret
    name     text,                   -- none: the invited person chooses it
    role     text not null,
    until_at bigint                 -- none: the first administrator's
);
