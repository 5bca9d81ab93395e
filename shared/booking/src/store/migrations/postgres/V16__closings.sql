-- An office, or a part of it, closes, and what is booked there is cancelled or gets another time offered.
create table closing (
    id      text primary key,
    office  text not null references office (id),
    about   text not null,             -- the closure with its reason, and what is done with the bookings, JSON
    made_at bigint not null
);

create index closing_by_office on closing (office, made_at);

-- What becomes of each booking. The work goes on from here wherever it was broken off.
create table closing_booking (
    closing  text not null references closing (id) on delete cascade,
    booking  bigint not null references booking (id) on delete cascade,
    state    text not null check (state in ('due', 'kept', 'cancelled', 'offered', 'accepted')),
    secret   text unique,               -- of the link by which the other time is accepted
    offer    bigint references booking (id) on delete set null,  -- the hold of that time
    until_at bigint,                    -- so long it is held
    sequence bigint,                    -- of the booking when it was offered: whoever has changed it since has decided
    primary key (closing, booking)
);

create index closing_open on closing_booking (state, until_at) where state in ('due', 'offered');
