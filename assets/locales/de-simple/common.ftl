# What every program says the same way: times, dates and spans.

time-of-day = { $hour }:{ $minute } Uhr
time-before-change = { $time } (Sommer-Zeit)
time-after-change = { $time } (Winter-Zeit)
time-with-seconds = { $hour }:{ $minute }:{ $second } Uhr

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

# How long somebody will wait. $count is the last number of hours, for plural forms.
minutes-less-than-five = weniger als 5 Minuten
minutes-up-to = höchstens { $minutes } Minuten
minutes-about = ungefähr { $minutes } Minuten
minutes-about-range = ungefähr { $from } bis { $to } Minuten
hours-about = ungefähr { $hours } Stunden
hours-about-range = ungefähr { $from } bis { $to } Stunden

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
weekday-short = { $day ->
    [1] Mo
    [2] Di
    [3] Mi
    [4] Do
    [5] Fr
    [6] Sa
   *[other] So
}

holiday-new-year = Neujahr
holiday-epiphany = Heilige Drei Könige
holiday-womens-day = Frauen-Tag
holiday-good-friday = Kar-Freitag
holiday-easter-sunday = Oster-Sonntag
holiday-easter-monday = Oster-Montag
holiday-labour-day = Tag der Arbeit
holiday-ascension = Christi Himmelfahrt
holiday-whit-sunday = Pfingst-Sonntag
holiday-whit-monday = Pfingst-Montag
holiday-corpus-christi = Fronleichnam
holiday-uprising = Jahres-Tag vom Volks-Aufstand
holiday-assumption = Mariä Himmelfahrt
holiday-childrens-day = Welt-Kinder-Tag
holiday-unity = Tag der Deutschen Einheit
holiday-reformation = Reformations-Tag
holiday-all-saints = Allerheiligen
holiday-repentance = Buß- und Bet-Tag
holiday-christmas = 1. Weihnachts-Tag
holiday-second-christmas = 2. Weihnachts-Tag
holiday-closed = Heute ist ein Feier-Tag: { $holiday }. Bitte machen Sie einen neuen Termin aus.

# What something costs: $euros whole, $cents with two digits.
money-amount = { $euros },{ $cents } Euro
