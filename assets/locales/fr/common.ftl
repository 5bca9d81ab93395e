# What every program says the same way: times, dates and spans.

time-of-day = { $hour1 } h { $minute }
time-before-change = { $time } (heure d’été)
time-after-change = { $time } (heure d’hiver)
time-with-seconds = { $hour1 } h { $minute } min { $second } s

date-long = { $day ->
    [1] { $weekday } 1er { $month } { $year }
   *[other] { $weekday } { $day } { $month } { $year }
}
date-short = { $day ->
    [1] 1er { $month } { $year }
   *[other] { $day } { $month } { $year }
}
date-and-time = { $date } à { $time }

weekday-monday = lundi
weekday-tuesday = mardi
weekday-wednesday = mercredi
weekday-thursday = jeudi
weekday-friday = vendredi
weekday-saturday = samedi
weekday-sunday = dimanche

month-january = janvier
month-february = février
month-march = mars
month-april = avril
month-may = mai
month-june = juin
month-july = juillet
month-august = août
month-september = septembre
month-october = octobre
month-november = novembre
month-december = décembre

# How long somebody will wait. $count is the last number of hours, for plural forms.
minutes-less-than-five = moins de 5 minutes
minutes-up-to = { $minutes ->
    [one] jusqu’à { $minutes } minute
   *[other] jusqu’à { $minutes } minutes
}
minutes-about = { $minutes ->
    [one] environ { $minutes } minute
   *[other] environ { $minutes } minutes
}
minutes-about-range = environ { $from } à { $to } minutes
hours-about = { $count ->
    [one] environ { $hours } heure
   *[other] environ { $hours } heures
}
hours-about-range = environ { $from } à { $to } heures

# Times as they are said aloud; the second one is for full hours, the third one where the minute alone would sound wrong.
time-aloud = { $hour1 } heures { $minute1 }
time-aloud-full = { $hour1 } heures
time-aloud-seconds = { $time }, seconde { $second }

# What a voice says: ten digits; "5 to 10".
speak-digits = zéro un deux trois quatre cinq six sept huit neuf
speak-to = à
# What is announced in a waiting room: $numbers is spelled already, $counter is the office's name of the counter.
said-call = { $numbers } : { $counter }.
said-number = { $numbers }.
said-withdrawal = { $numbers } : Veuillez encore patienter.

month-title = { $month ->
    [1] Janvier
    [2] Février
    [3] Mars
    [4] Avril
    [5] Mai
    [6] Juin
    [7] Juillet
    [8] Août
    [9] Septembre
    [10] Octobre
    [11] Novembre
   *[other] Décembre
} { $year }
weekday-short = { $day ->
    [1] Lu
    [2] Ma
    [3] Me
    [4] Je
    [5] Ve
    [6] Sa
   *[other] Di
}

holiday-new-year = Jour de l’An
holiday-epiphany = Épiphanie
holiday-womens-day = Journée internationale des femmes
holiday-good-friday = Vendredi saint
holiday-easter-sunday = Dimanche de Pâques
holiday-easter-monday = Lundi de Pâques
holiday-labour-day = Fête du Travail
holiday-ascension = Ascension
holiday-whit-sunday = Dimanche de Pentecôte
holiday-whit-monday = Lundi de Pentecôte
holiday-corpus-christi = Fête-Dieu
holiday-uprising = Anniversaire du soulèvement du 17 juin 1953
holiday-assumption = Assomption
holiday-childrens-day = Journée mondiale de l’enfance
holiday-unity = Jour de l’Unité allemande
holiday-reformation = Fête de la Réformation
holiday-all-saints = Toussaint
holiday-repentance = Jour de pénitence et de prière
holiday-christmas = Noël
holiday-second-christmas = Lendemain de Noël
holiday-closed = Aujourd’hui est un jour férié : { $holiday }. Veuillez prendre un nouveau rendez-vous.

# What something costs: $euros whole, $cents with two digits.
money-amount = { $euros },{ $cents } €
