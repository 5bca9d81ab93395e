-- Who made a revision in the browser; none for those that came from the command line.
alter table office_revision add column saved_by text;

-- What somebody is changing of an office and has not saved yet.
create table draft (
    office     text not null,    -- may be one that is being made
    staff      text not null,
    base       bigint not null, -- the revision that it began with; 0 for a new office
    step       bigint not null, -- counts changes, so that two windows do not undo each other
    document   text not null,    -- JSON, maybe with what no office can have
    changed_at bigint not null,
    primary key (office, staff)
);
