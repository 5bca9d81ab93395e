# What every program says the same way: times, dates and spans.

time-of-day = { $hour }:{ $minute }
time-before-change = { $time } (по летнему времени)
time-after-change = { $time } (по зимнему времени)
time-with-seconds = { $hour }:{ $minute }:{ $second }

date-long = { $weekday }, { $day } { $month } { $year } года
date-short = { $day } { $month } { $year } года
date-and-time = { $date }, { $time }

weekday-monday = понедельник
weekday-tuesday = вторник
weekday-wednesday = среда
weekday-thursday = четверг
weekday-friday = пятница
weekday-saturday = суббота
weekday-sunday = воскресенье

month-january = января
month-february = февраля
month-march = марта
month-april = апреля
month-may = мая
month-june = июня
month-july = июля
month-august = августа
month-september = сентября
month-october = октября
month-november = ноября
month-december = декабря

# How long somebody will wait. $count is the last number of hours, for plural forms.
minutes-less-than-five = меньше 5 минут
minutes-up-to = { $minutes ->
    [one] до { $minutes } минуты
    [few] до { $minutes } минут
    [many] до { $minutes } минут
   *[other] до { $minutes } минуты
}
minutes-about = { $minutes ->
    [one] примерно { $minutes } минута
    [few] примерно { $minutes } минуты
    [many] примерно { $minutes } минут
   *[other] примерно { $minutes } минуты
}
minutes-about-range = { $to ->
    [one] примерно { $from }–{ $to } минута
    [few] примерно { $from }–{ $to } минуты
    [many] примерно { $from }–{ $to } минут
   *[other] примерно { $from }–{ $to } минуты
}
hours-about = { $count ->
    [one] примерно { $hours } час
    [few] примерно { $hours } часа
    [many] примерно { $hours } часов
   *[other] примерно { $hours } часа
}
hours-about-range = { $count ->
    [one] примерно { $from }–{ $to } час
    [few] примерно { $from }–{ $to } часа
    [many] примерно { $from }–{ $to } часов
   *[other] примерно { $from }–{ $to } часа
}

# Times as they are said aloud; the second one is for full hours, the third one where the minute alone would sound wrong.
time-aloud = { $hour1 } { $minute }
time-aloud-full = { $hour1 } ноль ноль
time-aloud-seconds = { $time }, секунда { $second }

# What a voice says: ten digits; "5 to 10".
speak-digits = ноль один два три четыре пять шесть семь восемь девять
speak-to = до
# What is announced in a waiting room: $numbers is spelled already, $counter is the office's name of the counter.
said-call = { $numbers }: { $counter }.
said-number = { $numbers }.
said-withdrawal = { $numbers }: Пожалуйста, подождите ещё немного.

month-title = { $month ->
    [1] Январь
    [2] Февраль
    [3] Март
    [4] Апрель
    [5] Май
    [6] Июнь
    [7] Июль
    [8] Август
    [9] Сентябрь
    [10] Октябрь
    [11] Ноябрь
   *[other] Декабрь
} { $year }
weekday-short = { $day ->
    [1] Пн
    [2] Вт
    [3] Ср
    [4] Чт
    [5] Пт
    [6] Сб
   *[other] Вс
}

holiday-new-year = Новый год
holiday-epiphany = Богоявление
holiday-womens-day = Международный женский день
holiday-good-friday = Страстная пятница
holiday-easter-sunday = Пасхальное воскресенье
holiday-easter-monday = Пасхальный понедельник
holiday-labour-day = День труда
holiday-ascension = Вознесение Господне
holiday-whit-sunday = Воскресенье Пятидесятницы
holiday-whit-monday = Понедельник Пятидесятницы
holiday-corpus-christi = Праздник Тела Христова
holiday-uprising = Годовщина народного восстания 17 июня 1953 года
holiday-assumption = Успение Богородицы
holiday-childrens-day = Всемирный день ребёнка
holiday-unity = День германского единства
holiday-reformation = День Реформации
holiday-all-saints = День всех святых
holiday-repentance = День покаяния и молитвы
holiday-christmas = Первый день Рождества
holiday-second-christmas = Второй день Рождества
holiday-closed = Сегодня праздничный день: { $holiday }. Пожалуйста, запишитесь на другое время.

# What something costs: $euros whole, $cents with two digits.
money-amount = { $euros },{ $cents } евро
