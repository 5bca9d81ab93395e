-- Tokens of programs of others. The token itself is told once and kept nowhere.
create table api_token (
    id         integer primary key,  -- 48 random bits
    name       text not null,     -- whose it is
    token_hash blob not null unique,  -- SHA-256
    rights     text not null,     -- names of rights, JSON
    office     text references office (id),  -- of which alone; null is all
    made_at    integer not null,
    revoked_at integer
) strict;
