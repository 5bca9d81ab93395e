-- Bookings that were made at once by one person, a series or a group, share this number of 48 random bits.
alter table booking add column together bigint;
create index booking_together on booking (together) where together is not null;
