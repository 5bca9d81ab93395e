//! All fields of an office's document, section by section: what the forms show, and what they read back.

/// How a field is filled in.
#[derive(Debug, Clone, Copy)]
pub enum Kind {
    /// One line.
    Line,
    /// A line in each language.
    Text,
    /// A whole number.
    Number,
    /// An amount in cents, shown in euros.
    Money,
    /// Yes or no.
    Flag,
    /// A time of the day.
    Time,
    /// A day.
    Date,
    /// One of these values.
    One(&'static [&'static str]),
    /// Any of these values.
    Many(&'static [&'static str]),
    /// One entry of a list of the document, by its id.
    OneOf(&'static str),
    /// Any entries of a list of the document, by their ids.
    ManyOf(&'static str),
    /// Short words, with commas between them.
    Words,
    /// Entries of their own; a field without a key is the entry itself.
    List(&'static [Field]),
}

/// A field of the document.
#[derive(Debug, Clone, Copy)]
pub struct Field {
    /// Its key, with dots where it lies deeper.
    pub key: &'static str,
    /// How it is filled in.
    pub kind: Kind,
    /// Whether the document cannot be without it.
    pub is_needed: bool,
    /// What it is where the document does not say.
    pub default: &'static str,
    /// Whether there is more to say than its name.
    pub has_hint: bool,
}

const fn field(key: &'static str, kind: Kind) -> Field {
    Field { key, kind, is_needed: false, default: "", has_hint: false }
}

impl Field {
    const fn needed(mut self) -> Self {
        self.is_needed = true;
        self
    }

    const fn or(mut self, default: &'static str) -> Self {
        self.default = default;
        self
    }

    const fn hint(mut self) -> Self {
        self.has_hint = true;
        self
    }
}

/// Where the fields of a section lie.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shape {
    /// At the top of the document.
    Top,
    /// In an object of the section's name.
    Object,
    /// In the entries of a list of the section's name.
    List,
}

/// A part of the document that is filled in on its own.
#[derive(Debug)]
pub struct Section {
    /// Its name in addresses, and its key.
    pub key: &'static str,
    /// Where its fields lie.
    pub shape: Shape,
    /// Its fields.
    pub fields: &'static [Field],
}

const DIRECTIONS: &[&str] = &["left", "right", "up", "down"];
const WEEKDAYS: &[&str] = &["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];
const MONTH_WEEKS: &[&str] = &["first", "second", "third", "fourth", "last"];
const ASKS: &[&str] = &["none", "optional", "required"];
const INTERPRETERS: &[&str] = &["on_site", "telephone", "video"];
const ICONS: &[&str] =
    &["card", "passport", "house", "car", "parking", "people", "document", "rings", "shop", "stamp"];
const LAENDER: &[&str] =
    &["BW", "BY", "BE", "BB", "HB", "HH", "HE", "MV", "NI", "NW", "RP", "SL", "SN", "ST", "SH", "TH"];
const LETTERS: &[&str] = &[
    "A", "B", "C", "D", "E", "F", "G", "H", "J", "K", "L", "M", "N", "P", "R", "S", "T", "U", "V", "W", "X",
    "Y", "Z",
];

const OFFICE: &[Field] = &[
    field("name", Kind::Line).needed(),
    field("number", Kind::Number).needed().hint(),
    field("address", Kind::Line).needed().hint(),
    field("map_url", Kind::Line).hint(),
    field("step_free", Kind::Flag).or("false"),
    field("languages", Kind::Words).hint(),
    field("information_desk", Kind::Text).hint(),
    field("holidays", Kind::One(LAENDER)).hint(),
    field("time_zone", Kind::Line).needed().hint(),
    field("accent", Kind::Line).hint(),
    field("public_url", Kind::Line).hint(),
    field("walk_in_paused", Kind::Text).hint(),
    field("ends_on", Kind::Date).hint(),
];

const RULES: &[Field] = &[
    field("horizon_days", Kind::Number).or("90"),
    field("notice_minutes", Kind::Number).or("0"),
    field("grid_minutes", Kind::Number).or("5").hint(),
    field("hold_minutes", Kind::Number).or("10"),
    field("email", Kind::One(ASKS)).or("optional"),
    field("phone", Kind::One(ASKS)).or("none"),
    field("most_persons", Kind::Number).or("9").hint(),
    field("interpreters", Kind::Many(INTERPRETERS)).or("on_site"),
    field("interpreter_languages", Kind::Words).hint(),
    field("minutes_interpreter", Kind::Number).or("0"),
    field("interpreter_email", Kind::Line).hint(),
    field("confirm_by_mail_minutes", Kind::Number).or("0").hint(),
    field("most_open_bookings", Kind::Number).or("0").hint(),
    field("remind_days_before", Kind::Number).or("1").hint(),
    field("remind_at", Kind::Time).or("10:00:00"),
    field("window_before_minutes", Kind::Number).or("15"),
    field("window_after_minutes", Kind::Number).or("15"),
    field("late", Kind::One(&["walk_in", "desk"])).or("walk_in"),
    field("show_names", Kind::Flag).or("false").hint(),
    field("appointment_lead_minutes", Kind::Number).or("60").hint(),
    field("appointment_grace_minutes", Kind::Number).or("20").hint(),
    field("urgent_boost_minutes", Kind::Number).or("60"),
    field("hold_back_minutes", Kind::Number).or("2").hint(),
    field("max_calls", Kind::Number).or("3"),
    field("recall_counts_after_seconds", Kind::Number).or("45"),
];

const STOPS: &[Field] = &[
    field("name", Kind::Line).needed(),
    field("id", Kind::Line).needed().hint(),
    field("address", Kind::Line).needed().hint(),
    field("map_url", Kind::Line).hint(),
    field("access", Kind::Text).hint(),
    field("step_free", Kind::Flag).or("false"),
];

const AREAS: &[Field] = &[
    field("name", Kind::Text).needed(),
    field("id", Kind::Line).needed().hint(),
    field("letter", Kind::One(LETTERS)).needed().hint(),
    field("way", Kind::Text).hint(),
    field("direction", Kind::One(DIRECTIONS)),
    field("walk_in_paused", Kind::Text).hint(),
];

const SPAN: &[Field] = &[
    field("weekdays", Kind::Many(WEEKDAYS)).needed(),
    field("from", Kind::Time).needed(),
    field("to", Kind::Time).needed(),
];

const SERVICES: &[Field] = &[
    field("name", Kind::Text).needed(),
    field("id", Kind::Line).needed().hint(),
    field("description", Kind::Text),
    field("minutes", Kind::Number).needed(),
    field("minutes_more", Kind::Number).hint(),
    field("most", Kind::Number).hint(),
    field("alone", Kind::Flag).or("false"),
    field("only_with", Kind::ManyOf("services")).hint(),
    field("area", Kind::OneOf("areas")).needed(),
    field("group", Kind::Text).hint(),
    field("icon", Kind::One(ICONS)),
    field("keywords", Kind::Text).hint(),
    field("documents", Kind::List(&[field("", Kind::Text).needed()])),
    field("fees", Kind::List(&[field("cents", Kind::Money).needed(), field("name", Kind::Text).hint()])),
    field("forms", Kind::List(&[field("name", Kind::Text).needed(), field("url", Kind::Line).needed()])),
    field("online", Kind::Flag).or("true"),
    field("on_request", Kind::Flag).or("false").hint(),
    field("online_message", Kind::Text).hint(),
    field("named_on_ticket", Kind::Flag).or("false"),
    field("walk_in", Kind::Flag).or("true"),
    field("walk_in_message", Kind::Text).hint(),
    field("walk_in_paused", Kind::Text).hint(),
    field("walk_in_limit", Kind::Number),
    field("walk_in_limit_per_hour", Kind::Number),
    field("walk_in_hours", Kind::List(SPAN)).hint(),
];

const COUNTERS: &[Field] = &[
    field("name", Kind::Text).needed(),
    field("id", Kind::Line).needed().hint(),
    field("area", Kind::OneOf("areas")).needed(),
    field("services", Kind::ManyOf("services")).hint(),
    field("way", Kind::Text).hint(),
    field("direction", Kind::One(DIRECTIONS)),
];

const HOURS: &[Field] = &[
    field("weekdays", Kind::Many(WEEKDAYS)),
    field("month_weeks", Kind::Many(MONTH_WEEKS)).hint(),
    field("dates", Kind::List(&[field("", Kind::Date).needed()])).hint(),
    field("from", Kind::Time).needed(),
    field("to", Kind::Time).needed(),
    field("stop", Kind::OneOf("stops")).hint(),
    field("places", Kind::Number).hint(),
    field("counters", Kind::ManyOf("counters")).hint(),
    field("valid_from", Kind::Date),
    field("valid_until", Kind::Date),
    field("every_weeks", Kind::Number).hint(),
    field("keep", Kind::One(&["staff", "emergency"])).hint(),
    field("release.days_before", Kind::Number).hint(),
    field("release.at", Kind::Time),
];

const CLOSURES: &[Field] = &[
    field("date", Kind::Date).needed(),
    field("until", Kind::Date).hint(),
    field("reason", Kind::Text).needed().hint(),
    field("from", Kind::Time).hint(),
    field("to", Kind::Time),
    field("counters", Kind::ManyOf("counters")).hint(),
];

const CHOICES: &[Field] = &[field("name", Kind::Text).needed(), field("id", Kind::Line).needed().hint()];

const QUESTIONS: &[Field] = &[
    field("text", Kind::Text).needed(),
    field("id", Kind::Line).needed().hint(),
    field(
        "answers",
        Kind::List(&[
            field("text", Kind::Text).needed(),
            field("services", Kind::ManyOf("services")),
            field("next", Kind::OneOf("questions")),
        ]),
    ),
];

const MAIL: &[Field] = &[
    field("opening", Kind::Text).hint(),
    field("confirmed", Kind::Text),
    field("confirm", Kind::Text),
    field("moved", Kind::Text),
    field("cancelled", Kind::Text),
    field("offer", Kind::Text),
    field("reminder", Kind::Text),
    field("closing", Kind::Text).hint(),
];

/// All sections, in the order in which an office is made.
pub const SECTIONS: [Section; 15] = [
    Section { key: "office", shape: Shape::Top, fields: OFFICE },
    Section { key: "areas", shape: Shape::List, fields: AREAS },
    Section { key: "services", shape: Shape::List, fields: SERVICES },
    Section { key: "counters", shape: Shape::List, fields: COUNTERS },
    Section { key: "stops", shape: Shape::List, fields: STOPS },
    Section { key: "hours", shape: Shape::List, fields: HOURS },
    Section { key: "closures", shape: Shape::List, fields: CLOSURES },
    Section { key: "rules", shape: Shape::Object, fields: RULES },
    Section { key: "questions", shape: Shape::List, fields: QUESTIONS },
    Section { key: "texts", shape: Shape::List, fields: CHOICES },
    Section { key: "mail", shape: Shape::Object, fields: MAIL },
    Section { key: "urgent_reasons", shape: Shape::List, fields: CHOICES },
    Section { key: "outcomes", shape: Shape::List, fields: CHOICES },
    Section { key: "pause_reasons", shape: Shape::List, fields: CHOICES },
    Section { key: "admit_reasons", shape: Shape::List, fields: CHOICES },
];

/// The section of this name.
pub fn section(key: &str) -> Option<&'static Section> {
    const ALL: &[Section] = &SECTIONS;
    ALL.iter().find(|section| section.key == key)
}

/// A key as a part of a text's id: `release-days-before`.
pub fn in_id(key: &str) -> String {
    key.to_lowercase().replace(['_', '.'], "-")
}
