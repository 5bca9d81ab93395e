# What every program says the same way: times, dates and spans.

# $hour, $minute and $second have two digits, $hour1 has one where one will do; $hour12 (1–12) and $half (am or pm)
# are for a clock of twelve hours.
time-of-day = { $hour }:{ $minute } Uhr
# In the hour that comes twice, when the clock is put back.
time-before-change = { $time } (Sommerzeit)
time-after-change = { $time } (Winterzeit)
time-with-seconds = { $hour }:{ $minute }:{ $second } Uhr

# $day is 1–31, $month a name; $day2 and $month2 are numbers of two digits. Pick what the language needs.
date-long = { $weekday }, { $day }. { $month } { $year }
date-short = { $day2 }.{ $month2 }.{ $year }
date-and-time = { $date }, { $time }

weekday-monday = Montag
weekday-tuesday = Dienstag
weekday-wednesday = Mittwoch
weekday-thursday = Donnerstag
weekday-friday = Freitag
weekday-saturday = Samstag
weekday-sunday = Sonntag

month-january = Januar
month-february = Februar
month-march = März
month-april = April
month-may = Mai
month-june = Juni
month-july = Juli
month-august = August
month-september = September
month-october = Oktober
month-november = November
month-december = Dezember

# How long somebody will wait. $hours, $from and $to of hours are texts such as 2½; $count is the last of them as a
# number, for plural forms.
minutes-less-than-five = weniger als 5 Minuten
minutes-up-to = bis zu { $minutes } Minuten
minutes-about = etwa { $minutes } Minuten
minutes-about-range = etwa { $from }–{ $to } Minuten
hours-about = etwa { $hours } Stunden
hours-about-range = etwa { $from }–{ $to } Stunden

# Times as they are said aloud; the second one is for full hours, the third one where the minute alone would sound wrong.
time-aloud = { $hour1 } Uhr { $minute1 }
time-aloud-full = { $hour1 } Uhr
time-aloud-seconds = { $time }, Sekunde { $second }

# What a voice says: ten digits; "5 to 10".
speak-digits = null eins zwei drei vier fünf sechs sieben acht neun
speak-to = bis
# What is announced in a waiting room: $numbers is spelled already, $counter is the office's name of the counter.
said-call = { $numbers }: { $counter }.
said-number = { $numbers }.
said-withdrawal = { $numbers }: Bitte warten Sie noch.

# Above a calendar: $month is 1–12, $year has four digits; the month’s own name, not as in a date.
month-title = { $month ->
    [1] Januar
    [2] Februar
    [3] März
    [4] April
    [5] Mai
    [6] Juni
    [7] Juli
    [8] August
    [9] September
    [10] Oktober
    [11] November
   *[other] Dezember
} { $year }
# $day is 1 for Monday; as short as in a printed calendar.
weekday-short = { $day ->
    [1] Mo
    [2] Di
    [3] Mi
    [4] Do
    [5] Fr
    [6] Sa
   *[other] So
}

# Public holidays, as they are called on their day; then what is said to somebody who has an appointment on one.
holiday-new-year = Neujahr
holiday-epiphany = Heilige Drei Könige
holiday-womens-day = Internationaler Frauentag
holiday-good-friday = Karfreitag
holiday-easter-sunday = Ostersonntag
holiday-easter-monday = Ostermontag
holiday-labour-day = Tag der Arbeit
holiday-ascension = Christi Himmelfahrt
holiday-whit-sunday = Pfingstsonntag
holiday-whit-monday = Pfingstmontag
holiday-corpus-christi = Fronleichnam
holiday-uprising = Jahrestag des Volksaufstandes vom 17. Juni 1953
holiday-assumption = Mariä Himmelfahrt
holiday-childrens-day = Weltkindertag
holiday-unity = Tag der Deutschen Einheit
holiday-reformation = Reformationstag
holiday-all-saints = Allerheiligen
holiday-repentance = Buß- und Bettag
holiday-christmas = 1. Weihnachtstag
holiday-second-christmas = 2. Weihnachtstag
holiday-closed = Heute ist ein Feiertag: { $holiday }. Bitte buchen Sie einen neuen Termin.

# What something costs: $euros whole, $cents with two digits.
money-amount = { $euros },{ $cents } €
