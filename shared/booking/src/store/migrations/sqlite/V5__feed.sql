-- How far the change feed has come; counted here, so that both databases count in the same way.
create table feed (
    name text primary key,  -- change
    seq  integer not null
) strict, without rowid;

insert into feed (name, seq)
values ('change', coalesce((select seq from sqlite_sequence where name = 'change'), 0));
