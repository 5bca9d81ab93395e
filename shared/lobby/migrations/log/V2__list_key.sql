create table list_key (
    one integer primary key check (one = 1),
    secret blob not null          -- 32 random bytes: the key that signs the kiosks' day lists
) strict;
