-- When the ticket's visit ended: its page says so for an hour, and after that only that it is over.
alter table ticket add column ended_at integer;
-- When its holder gave the place up; the lobby decides whether that was in time.
alter table ticket add column gave_up_at integer;
