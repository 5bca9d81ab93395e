-- What staff write down about a booking; personal, and deleted with the contact.
alter table contact add column note text not null default '';

-- How an open booking's contact is recognised in another one: keyed hashes of address and number, no longer than it is
-- open.
create table contact_key (
    booking integer not null references booking (id) on delete cascade,
    key     blob not null,
    primary key (booking, key)
) strict;

create index contact_key_by_key on contact_key (key);

-- Whose address or number makes no bookings for a time; only the hash is known.
create table blocked (
    key        blob primary key,
    kind       text not null check (kind in ('email', 'phone')),
    blocked_at integer not null,
    until_at   integer not null
) strict;
