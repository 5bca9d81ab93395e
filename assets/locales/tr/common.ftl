# What every program says the same way: times, dates and spans.

time-of-day = { $hour }:{ $minute }
time-before-change = { $time } (yaz saati)
time-after-change = { $time } (kış saati)
time-with-seconds = { $hour }:{ $minute }:{ $second }

date-long = { $day } { $month } { $year } { $weekday }
date-short = { $day } { $month } { $year }
date-and-time = { $date }, saat { $time }

weekday-monday = Pazartesi
weekday-tuesday = Salı
weekday-wednesday = Çarşamba
weekday-thursday = Perşembe
weekday-friday = Cuma
weekday-saturday = Cumartesi
weekday-sunday = Pazar

month-january = Ocak
month-february = Şubat
month-march = Mart
month-april = Nisan
month-may = Mayıs
month-june = Haziran
month-july = Temmuz
month-august = Ağustos
month-september = Eylül
month-october = Ekim
month-november = Kasım
month-december = Aralık

# How long somebody will wait. $count is the last number of hours, for plural forms.
minutes-less-than-five = 5 dakikadan az
minutes-up-to = en fazla { $minutes } dakika
minutes-about = yaklaşık { $minutes } dakika
minutes-about-range = yaklaşık { $from }–{ $to } dakika
hours-about = yaklaşık { $hours } saat
hours-about-range = yaklaşık { $from }–{ $to } saat

# Times as they are said aloud; the second one is for full hours, the third one where the minute alone would sound wrong.
time-aloud = { $hour1 } { $minute }
time-aloud-full = { $hour1 }
time-aloud-seconds = { $time }, saniye { $second }

# What a voice says: ten digits; "5 to 10".
speak-digits = sıfır bir iki üç dört beş altı yedi sekiz dokuz
speak-to = ila
# What is announced in a waiting room: $numbers is spelled already, $counter is the office's name of the counter.
said-call = { $numbers }: { $counter }.
said-number = { $numbers }.
said-withdrawal = { $numbers }: Lütfen biraz daha bekleyin.

month-title = { $month ->
    [1] Ocak
    [2] Şubat
    [3] Mart
    [4] Nisan
    [5] Mayıs
    [6] Haziran
    [7] Temmuz
    [8] Ağustos
    [9] Eylül
    [10] Ekim
    [11] Kasım
   *[other] Aralık
} { $year }
weekday-short = { $day ->
    [1] Pzt
    [2] Sal
    [3] Çar
    [4] Per
    [5] Cum
    [6] Cmt
   *[other] Paz
}

holiday-new-year = Yılbaşı
holiday-epiphany = Üç Kutsal Kral Günü
holiday-womens-day = Dünya Kadınlar Günü
holiday-good-friday = Kutsal Cuma
holiday-easter-sunday = Paskalya Pazarı
holiday-easter-monday = Paskalya Pazartesisi
holiday-labour-day = İşçi Bayramı
holiday-ascension = İsa’nın Göğe Yükselişi
holiday-whit-sunday = Hamsin Pazarı
holiday-whit-monday = Hamsin Pazartesisi
holiday-corpus-christi = Kutsal Beden ve Kan Bayramı
holiday-uprising = 17 Haziran 1953 halk ayaklanmasının yıl dönümü
holiday-assumption = Meryem’in Göğe Yükselişi
holiday-childrens-day = Dünya Çocuklar Günü
holiday-unity = Alman Birliği Günü
holiday-reformation = Reformasyon Günü
holiday-all-saints = Azizler Günü
holiday-repentance = Tövbe ve Dua Günü
holiday-christmas = Noel’in birinci günü
holiday-second-christmas = Noel’in ikinci günü
holiday-closed = Bugün resmî tatil: { $holiday }. Lütfen yeni bir randevu alın.

# What something costs: $euros whole, $cents with two digits.
money-amount = { $euros },{ $cents } avro
