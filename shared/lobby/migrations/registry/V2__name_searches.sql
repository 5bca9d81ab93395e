create table name_searches (
    at_ms integer not null,
    staff text not null           -- who looked for a name; never which
) strict;
