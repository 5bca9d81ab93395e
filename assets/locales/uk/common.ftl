# What every program says the same way: times, dates and spans.

time-of-day = { $hour }:{ $minute }
time-before-change = { $time } (за літнім часом)
time-after-change = { $time } (за зимовим часом)
time-with-seconds = { $hour }:{ $minute }:{ $second }

date-long = { $weekday }, { $day } { $month } { $year } року
date-short = { $day } { $month } { $year } року
date-and-time = { $date }, { $time }

weekday-monday = понеділок
weekday-tuesday = вівторок
weekday-wednesday = середа
weekday-thursday = четвер
weekday-friday = п’ятниця
weekday-saturday = субота
weekday-sunday = неділя

month-january = січня
month-february = лютого
month-march = березня
month-april = квітня
month-may = травня
month-june = червня
month-july = липня
month-august = серпня
month-september = вересня
month-october = жовтня
month-november = листопада
month-december = грудня

# How long somebody will wait. $count is the last number of hours, for plural forms.
minutes-less-than-five = менше 5 хвилин
minutes-up-to = { $minutes ->
    [one] до { $minutes } хвилини
    [few] до { $minutes } хвилин
    [many] до { $minutes } хвилин
   *[other] до { $minutes } хвилини
}
minutes-about = { $minutes ->
    [one] приблизно { $minutes } хвилина
    [few] приблизно { $minutes } хвилини
    [many] приблизно { $minutes } хвилин
   *[other] приблизно { $minutes } хвилини
}
minutes-about-range = { $to ->
    [one] приблизно { $from }–{ $to } хвилина
    [few] приблизно { $from }–{ $to } хвилини
    [many] приблизно { $from }–{ $to } хвилин
   *[other] приблизно { $from }–{ $to } хвилини
}
hours-about = { $count ->
    [one] приблизно { $hours } година
    [few] приблизно { $hours } години
    [many] приблизно { $hours } годин
   *[other] приблизно { $hours } години
}
hours-about-range = { $count ->
    [one] приблизно { $from }–{ $to } година
    [few] приблизно { $from }–{ $to } години
    [many] приблизно { $from }–{ $to } годин
   *[other] приблизно { $from }–{ $to } години
}

# Times as they are said aloud; the second one is for full hours, the third one where the minute alone would sound wrong.
time-aloud = { $hour1 } { $minute }
time-aloud-full = { $hour1 } нуль нуль
time-aloud-seconds = { $time }, секунда { $second }

# What a voice says: ten digits; "5 to 10".
speak-digits = нуль один два три чотири п’ять шість сім вісім дев’ять
speak-to = до
# What is announced in a waiting room: $numbers is spelled already, $counter is the office's name of the counter.
said-call = { $numbers }: { $counter }.
said-number = { $numbers }.
said-withdrawal = { $numbers }: Будь ласка, зачекайте ще трохи.

month-title = { $month ->
    [1] Січень
    [2] Лютий
    [3] Березень
    [4] Квітень
    [5] Травень
    [6] Червень
    [7] Липень
    [8] Серпень
    [9] Вересень
    [10] Жовтень
    [11] Листопад
   *[other] Грудень
} { $year }
weekday-short = { $day ->
    [1] Пн
    [2] Вт
    [3] Ср
    [4] Чт
    [5] Пт
    [6] Сб
   *[other] Нд
}

holiday-new-year = Новий рік
holiday-epiphany = Богоявлення
holiday-womens-day = Міжнародний жіночий день
holiday-good-friday = Страсна п’ятниця
holiday-easter-sunday = Великодня неділя
holiday-easter-monday = Великодній понеділок
holiday-labour-day = День праці
holiday-ascension = Вознесіння Господнє
holiday-whit-sunday = Неділя П’ятидесятниці
holiday-whit-monday = Понеділок П’ятидесятниці
holiday-corpus-christi = Свято Тіла Христового
holiday-uprising = Річниця народного повстання 17 червня 1953 року
holiday-assumption = Успіння Пресвятої Богородиці
holiday-childrens-day = Всесвітній день дітей
holiday-unity = День німецької єдності
holiday-reformation = День Реформації
holiday-all-saints = День усіх святих
holiday-repentance = День покаяння та молитви
holiday-christmas = Перший день Різдва
holiday-second-christmas = Другий день Різдва
holiday-closed = Сьогодні святковий день: { $holiday }. Будь ласка, запишіться на інший час.

# What something costs: $euros whole, $cents with two digits.
money-amount = { $euros },{ $cents } євро
