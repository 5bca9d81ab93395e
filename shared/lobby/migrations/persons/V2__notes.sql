create table notes (
    visit integer primary key,
    note text not null            -- of a clerk about the visit; gone with its person
) strict;
