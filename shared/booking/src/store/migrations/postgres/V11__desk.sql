-- What staff write down about a booking; personal, and deleted with the contact.
alter table contact add column note text not null default '';

-- How an open booking's contact is recognised in another one: keyed hashes of address and number, no longer than it is
-- open.
create table contact_key (
    booking bigint not null references booking (id) on delete cascade,
    key     bytea not null,
    primary key (booking, key)
);

create index contact_key_by_key on contact_key (key);

-- Whose address or number makes no bookings for a time; only the hash is known.
create table blocked (
    key        bytea primary key,
    kind       text not null check (kind in ('email', 'phone')),
    blocked_at bigint not null,
    until_at   bigint not null
);
