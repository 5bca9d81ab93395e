create table short_codes (
    booking integer primary key,
    code text not null            -- the Terminnummer, for the desks' emergency sheet; gone as the person is
) strict;
