create table persons (
    booking integer primary key,
    name text not null            -- of whoever booked; gone a minute after the visit and at its day's end
) strict;
