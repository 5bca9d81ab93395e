-- Who asks for a time that is not free: they wait for one that becomes free, or staff find one for them. Beside `contact`
-- this is the only table with personal data; a row goes once it is answered, left or over.
create table asking (
    id       bigint primary key,    -- 48 random bits
    secret   text not null unique,  -- the citizen's link
    kind     text not null check (kind in ('waiting', 'request')),
    office   text not null references office (id),
    services text not null,         -- JSON
    language text not null,
    name     text not null,
    email    text not null,
    phone    text not null,
    wanted   text not null,         -- which days, and what is said to them; JSON
    made_at  bigint not null,
    sequence bigint not null default 0,   -- how many letters were written
    offered  bigint references booking (id) on delete set null,  -- held for who waits
    passed   text not null default '[]',  -- starts that were offered and not taken; JSON
    offers   bigint not null default 0,   -- how many these are: who let none pass comes first
    ended_at bigint                 -- the last letter says so, and then the row goes
);

create index asking_open on asking (office, kind, offers, made_at) where ended_at is null;
create index asking_by_offer on asking (offered);

-- A letter tells of a booking, or of what was asked for.
alter table letter alter column booking drop not null;
alter table letter add column asking bigint references asking (id) on delete cascade;
alter table letter add check ((booking is null) <> (asking is null));
create index letter_by_asking on letter (asking);

-- The form was sent, and its owner has yet to follow the link of a mail; the place is held until then.
alter table booking add column unconfirmed boolean not null default false;
