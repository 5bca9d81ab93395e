-- A lane is the plan's own now: a counter's id, or `#1`, `#2` … for places without a counter. What stood in lane n, which
-- was counted from 0, stands in place n + 1.
drop trigger place_within_capacity on place;

alter table place drop constraint place_lane_check;
alter table place alter column lane type text using '#' || (lane + 1);

-- When each lane is open, whoever it is kept for; the spans of a lane do not overlap.
create table open_lane (
    office    text not null references office (id),
    from_slot bigint not null,
    lane      text not null,
    to_slot   bigint not null,              -- first slot after; the guard looks back no further than the longest
    primary key (office, from_slot, lane),
    check (from_slot < to_slot and to_slot <= from_slot + 300)
);

insert into open_lane (office, from_slot, lane, to_slot)
select office, from_slot, '#' || n, to_slot from open_span join generate_series(1, 64) as n on n <= lanes
where to_slot <= from_slot + 300;
drop table open_span;
alter table open_lane rename to open_span;

-- The last line of defence: no place in a lane that is not open then, and never more places in a slot than open lanes,
-- also where bookings of an earlier plan still stand in lanes that are gone.
create or replace function place_within_capacity() returns trigger language plpgsql as $$
begin
    if not exists (
        select 1 from open_span
        where office = new.office and from_slot between new.slot - 300 and new.slot and new.slot < to_slot
          and lane = new.lane
    ) or (
        select count(*) from open_span
        where office = new.office and from_slot between new.slot - 300 and new.slot and new.slot < to_slot
    ) <= (select count(*) from place where office = new.office and slot = new.slot) then
        raise exception 'place_within_capacity';
    end if;
    return new;
end;
$$;

create trigger place_within_capacity before insert on place
for each row execute function place_within_capacity();
