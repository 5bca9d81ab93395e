-- Who comes along, and what is wished; never a reason.
alter table booking add column persons bigint not null default 1;
alter table booking add column more_time boolean not null default false;
alter table booking add column pick_up boolean not null default false;
-- What the interpreter has to speak (ISO 639), and how: on_site, telephone, video.
alter table booking add column interpreter_language text;
alter table booking add column interpreter_way text;
-- A hold is made longer once.
alter table booking add column extended boolean not null default false;
alter table contact add column phone text not null default '';
