-- When the address last took what it was told.
alter table webhook add column told_at integer;

-- When the lobby was last heard of, to a minute.
alter table lobby add column seen_at integer;
