create table broadcast (
    one integer primary key check (one = 1),
    text text not null,           -- what displays and kiosks show
    until_ms integer not null,
    by_staff text not null,       -- who said so, and when
    at_ms integer not null
) strict;
