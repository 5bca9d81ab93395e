-- What closings decided of a booking: read with each booking, and looked for when one is deleted.
create index closing_booking_by_booking on closing_booking (booking);
create index closing_booking_by_offer on closing_booking (offer);
