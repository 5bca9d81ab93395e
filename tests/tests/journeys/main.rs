//! Journeys through the whole system: real programs, a real browser, a virtual screen, printer and
//! loudspeaker. Names of scenarios are those of the acceptance list that the README points to.

mod alarm;
mod alone;
mod areas;
mod at_the_kiosk;
mod barriers;
mod barriers_booking;
mod barriers_states;
mod barriers_words;
mod check_in;
mod cities;
mod dead_line;
mod dead_lobby;
mod desk;
mod effort;
mod faults;
mod heard;
mod laptop;
mod list;
mod mails;
mod own_booking;
mod phone;
mod plain;
mod planted_name;
mod portal;
mod power_cuts;
mod queue;
mod rivals;
mod room;
mod staff_at_the_kiosk;
mod support;
mod telephone;
mod together;
mod wall;
mod web_wall;
mod whole_way;
