-- Who comes along, and what is wished; never a reason.
alter table booking add column persons integer not null default 1;
alter table booking add column more_time integer not null default 0;
alter table booking add column pick_up integer not null default 0;
-- What the interpreter has to speak (ISO 639), and how: on_site, telephone, video.
alter table booking add column interpreter_language text;
alter table booking add column interpreter_way text;
-- A hold is made longer once.
alter table booking add column extended integer not null default 0;
alter table contact add column phone text not null default '';
