-- When its holder said on the phone to come later; the lobby decides whether that can be.
alter table ticket add column late_at integer;
-- By how many minutes.
alter table ticket add column late_minutes integer;
