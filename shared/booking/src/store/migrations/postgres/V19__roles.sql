-- As what somebody works at some offices only: roles by office, JSON; {} where `role` holds everywhere.
alter table staff add column offices text not null default '{}';
alter table staff add column signed_on_at bigint;  -- when they last did

-- The same for who is invited, and whose password an invitation renews; none for somebody new.
alter table invitation add column offices text not null default '{}';
alter table invitation add column staff text;
