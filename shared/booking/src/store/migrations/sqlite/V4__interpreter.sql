-- Whether an interpreter is wished; only the wish is kept, never a reason.
alter table booking add column interpreter integer not null default 0;
