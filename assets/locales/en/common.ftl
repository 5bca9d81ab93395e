# What every program says the same way: times, dates and spans.

# $hour, $minute and $second have two digits, $hour1 has one where one will do; $hour12 (1–12) and $half (am or pm)
# are for a clock of twelve hours.
time-of-day = { $hour }:{ $minute }
time-before-change = { $time } (summer time)
time-after-change = { $time } (winter time)
time-with-seconds = { $hour }:{ $minute }:{ $second }

# $day is 1–31, $month a name; $day2 and $month2 are numbers of two digits. Pick what the language needs.
date-long = { $weekday }, { $day } { $month } { $year }
date-short = { $day } { $month } { $year }
date-and-time = { $date }, { $time }

weekday-monday = Monday
weekday-tuesday = Tuesday
weekday-wednesday = Wednesday
weekday-thursday = Thursday
weekday-friday = Friday
weekday-saturday = Saturday
weekday-sunday = Sunday

month-january = January
month-february = February
month-march = March
month-april = April
month-may = May
month-june = June
month-july = July
month-august = August
month-september = September
month-october = October
month-november = November
month-december = December

# How long somebody will wait. $hours, $from and $to of hours are texts such as 2½; $count is the last of them as a
# number, for plural forms.
minutes-less-than-five = less than 5 minutes
minutes-up-to = up to { $minutes } minutes
minutes-about = about { $minutes } minutes
minutes-about-range = about { $from }–{ $to } minutes
hours-about = about { $hours } hours
hours-about-range = about { $from }–{ $to } hours

# Times as they are said aloud; the second one is for full hours, the third one where the minute alone would sound wrong.
time-aloud = { $hour1 } { $minute }
time-aloud-full = { $hour1 } o’clock
time-aloud-seconds = { $time }, second { $second }

# What a voice says: ten digits; "5 to 10".
speak-digits = zero one two three four five six seven eight nine
speak-to = to
# What is announced in a waiting room: $numbers is spelled already, $counter is the office's name of the counter.
said-call = { $numbers }: { $counter }.
said-number = { $numbers }.
said-withdrawal = { $numbers }: Please wait a little longer.

month-title = { $month ->
    [1] January
    [2] February
    [3] March
    [4] April
    [5] May
    [6] June
    [7] July
    [8] August
    [9] September
    [10] October
    [11] November
   *[other] December
} { $year }
weekday-short = { $day ->
    [1] Mo
    [2] Tu
    [3] We
    [4] Th
    [5] Fr
    [6] Sa
   *[other] Su
}

holiday-new-year = New Year’s Day
holiday-epiphany = Epiphany
holiday-womens-day = International Women’s Day
holiday-good-friday = Good Friday
holiday-easter-sunday = Easter Sunday
holiday-easter-monday = Easter Monday
holiday-labour-day = Labour Day
holiday-ascension = Ascension Day
holiday-whit-sunday = Whit Sunday
holiday-whit-monday = Whit Monday
holiday-corpus-christi = Corpus Christi
holiday-uprising = Anniversary of the uprising of 17 June 1953
holiday-assumption = Assumption Day
holiday-childrens-day = World Children’s Day
holiday-unity = Day of German Unity
holiday-reformation = Reformation Day
holiday-all-saints = All Saints’ Day
holiday-repentance = Day of Repentance and Prayer
holiday-christmas = Christmas Day
holiday-second-christmas = Second Day of Christmas
holiday-closed = Today is a public holiday: { $holiday }. Please book a new appointment.

# What something costs: $euros whole, $cents with two digits.
money-amount = €{ $euros }.{ $cents }
