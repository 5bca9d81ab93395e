# What every program says the same way: times, dates and spans.

time-of-day = { $hour }:{ $minute }
time-before-change = { $time } (czas letni)
time-after-change = { $time } (czas zimowy)
time-with-seconds = { $hour }:{ $minute }:{ $second }

date-long = { $weekday }, { $day } { $month } { $year } r.
date-short = { $day } { $month } { $year } r.
date-and-time = { $date }, godz. { $time }

weekday-monday = poniedziałek
weekday-tuesday = wtorek
weekday-wednesday = środa
weekday-thursday = czwartek
weekday-friday = piątek
weekday-saturday = sobota
weekday-sunday = niedziela

month-january = stycznia
month-february = lutego
month-march = marca
month-april = kwietnia
month-may = maja
month-june = czerwca
month-july = lipca
month-august = sierpnia
month-september = września
month-october = października
month-november = listopada
month-december = grudnia

# How long somebody will wait. $count is the last number of hours, for plural forms.
minutes-less-than-five = mniej niż 5 minut
minutes-up-to = { $minutes ->
    [one] do { $minutes } minuty
    [few] do { $minutes } minut
    [many] do { $minutes } minut
   *[other] do { $minutes } minuty
}
minutes-about = { $minutes ->
    [one] około { $minutes } minuty
    [few] około { $minutes } minut
    [many] około { $minutes } minut
   *[other] około { $minutes } minuty
}
minutes-about-range = { $to ->
    [one] około { $from }–{ $to } minuty
    [few] około { $from }–{ $to } minut
    [many] około { $from }–{ $to } minut
   *[other] około { $from }–{ $to } minuty
}
hours-about = { $count ->
    [one] około { $hours } godziny
    [few] około { $hours } godzin
    [many] około { $hours } godzin
   *[other] około { $hours } godziny
}
hours-about-range = { $count ->
    [one] około { $from }–{ $to } godziny
    [few] około { $from }–{ $to } godzin
    [many] około { $from }–{ $to } godzin
   *[other] około { $from }–{ $to } godziny
}

# Times as they are said aloud; the second one is for full hours, the third one where the minute alone would sound wrong.
time-aloud = { $hour1 } { $minute }
time-aloud-full = { $hour1 } zero zero
time-aloud-seconds = { $time }, sekunda { $second }

# What a voice says: ten digits; "5 to 10".
speak-digits = zero jeden dwa trzy cztery pięć sześć siedem osiem dziewięć
speak-to = do
# What is announced in a waiting room: $numbers is spelled already, $counter is the office's name of the counter.
said-call = { $numbers }: { $counter }.
said-number = { $numbers }.
said-withdrawal = { $numbers }: Proszę jeszcze zaczekać.

month-title = { $month ->
    [1] Styczeń
    [2] Luty
    [3] Marzec
    [4] Kwiecień
    [5] Maj
    [6] Czerwiec
    [7] Lipiec
    [8] Sierpień
    [9] Wrzesień
    [10] Październik
    [11] Listopad
   *[other] Grudzień
} { $year }
weekday-short = { $day ->
    [1] Pn
    [2] Wt
    [3] Śr
    [4] Cz
    [5] Pt
    [6] So
   *[other] Nd
}

holiday-new-year = Nowy Rok
holiday-epiphany = Trzech Króli
holiday-womens-day = Międzynarodowy Dzień Kobiet
holiday-good-friday = Wielki Piątek
holiday-easter-sunday = Niedziela Wielkanocna
holiday-easter-monday = Poniedziałek Wielkanocny
holiday-labour-day = Święto Pracy
holiday-ascension = Wniebowstąpienie Pańskie
holiday-whit-sunday = Niedziela Zielonych Świątek
holiday-whit-monday = Poniedziałek Zielonych Świątek
holiday-corpus-christi = Boże Ciało
holiday-uprising = Rocznica powstania ludowego z 17 czerwca 1953 r.
holiday-assumption = Wniebowzięcie Najświętszej Marii Panny
holiday-childrens-day = Światowy Dzień Dziecka
holiday-unity = Dzień Jedności Niemiec
holiday-reformation = Święto Reformacji
holiday-all-saints = Wszystkich Świętych
holiday-repentance = Dzień Pokuty i Modlitwy
holiday-christmas = Pierwszy dzień Bożego Narodzenia
holiday-second-christmas = Drugi dzień Bożego Narodzenia
holiday-closed = Dziś jest święto: { $holiday }. Prosimy umówić nową wizytę.

# What something costs: $euros whole, $cents with two digits.
money-amount = { $euros },{ $cents } euro
