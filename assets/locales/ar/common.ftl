# What every program says the same way: times, dates and spans.

# Digits are those of the office’s other signs and papers.
# Where no word stands outside of the values, U+200F says which way the line runs.
time-of-day = { "\u200F" }{ $hour }:{ $minute }
time-before-change = { "\u200F" }{ $time } (بالتوقيت الصيفي)
time-after-change = { "\u200F" }{ $time } (بالتوقيت الشتوي)
time-with-seconds = { "\u200F" }{ $hour }:{ $minute }:{ $second }

date-long = { "\u200F" }{ $weekday }، { $day } { $month } { $year }
date-short = { "\u200F" }{ $day } { $month } { $year }
date-and-time = { $date }، الساعة { $time }

weekday-monday = الاثنين
weekday-tuesday = الثلاثاء
weekday-wednesday = الأربعاء
weekday-thursday = الخميس
weekday-friday = الجمعة
weekday-saturday = السبت
weekday-sunday = الأحد

month-january = يناير
month-february = فبراير
month-march = مارس
month-april = أبريل
month-may = مايو
month-june = يونيو
month-july = يوليو
month-august = أغسطس
month-september = سبتمبر
month-october = أكتوبر
month-november = نوفمبر
month-december = ديسمبر

# How long somebody will wait. $count is the last number of hours, for plural forms.
minutes-less-than-five = أقل من 5 دقائق
minutes-up-to = { $minutes ->
    [zero] حتى { $minutes } دقيقة
    [one] حتى دقيقة واحدة
    [two] حتى دقيقتين
    [few] حتى { $minutes } دقائق
    [many] حتى { $minutes } دقيقة
   *[other] حتى { $minutes } دقيقة
}
minutes-about = { $minutes ->
    [zero] حوالي { $minutes } دقيقة
    [one] حوالي دقيقة واحدة
    [two] حوالي دقيقتين
    [few] حوالي { $minutes } دقائق
    [many] حوالي { $minutes } دقيقة
   *[other] حوالي { $minutes } دقيقة
}
minutes-about-range = { $to ->
    [zero] من { $from } إلى { $to } دقيقة تقريبًا
    [one] من { $from } إلى { $to } دقيقة تقريبًا
    [two] من { $from } إلى { $to } دقيقة تقريبًا
    [few] من { $from } إلى { $to } دقائق تقريبًا
    [many] من { $from } إلى { $to } دقيقة تقريبًا
   *[other] من { $from } إلى { $to } دقيقة تقريبًا
}
hours-about = { $count ->
    [zero] حوالي { $hours } ساعة
    [one] حوالي ساعة واحدة
    [two] حوالي ساعتين
    [few] حوالي { $hours } ساعات
    [many] حوالي { $hours } ساعة
   *[other] حوالي { $hours } ساعة
}
hours-about-range = { $count ->
    [zero] من { $from } إلى { $to } ساعة تقريبًا
    [one] من { $from } إلى { $to } ساعة تقريبًا
    [two] من { $from } إلى { $to } ساعة تقريبًا
    [few] من { $from } إلى { $to } ساعات تقريبًا
    [many] من { $from } إلى { $to } ساعة تقريبًا
   *[other] من { $from } إلى { $to } ساعة تقريبًا
}

# Times as they are said aloud; the second one is for full hours, the third one where the minute alone would sound wrong.
time-aloud = { $hour1 } و{ $minute1 } دقيقة
time-aloud-full = { "\u200F" }{ $hour1 }
time-aloud-seconds = { "\u200F" }{ $time } والثانية { $second }

# What a voice says: ten digits; "5 to 10".
speak-digits = صفر واحد اثنان ثلاثة أربعة خمسة ستة سبعة ثمانية تسعة
speak-to = إلى
# What is announced in a waiting room: $numbers is spelled already, $counter is the office's name of the counter.
said-call = ‏{ $numbers }: { $counter }.
said-number = ‏{ $numbers }.
said-withdrawal = { $numbers }: يُرجى الانتظار قليلًا.

month-title = { "\u200F" }{ $month ->
    [1] يناير
    [2] فبراير
    [3] مارس
    [4] أبريل
    [5] مايو
    [6] يونيو
    [7] يوليو
    [8] أغسطس
    [9] سبتمبر
    [10] أكتوبر
    [11] نوفمبر
   *[other] ديسمبر
} { $year }
weekday-short = { $day ->
    [1] ن
    [2] ث
    [3] ر
    [4] خ
    [5] ج
    [6] س
   *[other] ح
}

holiday-new-year = رأس السنة الميلادية
holiday-epiphany = عيد الظهور الإلهي
holiday-womens-day = اليوم العالمي للمرأة
holiday-good-friday = الجمعة العظيمة
holiday-easter-sunday = أحد عيد الفصح
holiday-easter-monday = اثنين عيد الفصح
holiday-labour-day = عيد العمال
holiday-ascension = عيد صعود المسيح
holiday-whit-sunday = أحد العنصرة
holiday-whit-monday = اثنين العنصرة
holiday-corpus-christi = عيد الجسد
holiday-uprising = ذكرى انتفاضة 17 يونيو 1953
holiday-assumption = عيد انتقال العذراء
holiday-childrens-day = اليوم العالمي للطفل
holiday-unity = يوم الوحدة الألمانية
holiday-reformation = يوم الإصلاح
holiday-all-saints = عيد جميع القديسين
holiday-repentance = يوم التوبة والصلاة
holiday-christmas = اليوم الأول من عيد الميلاد
holiday-second-christmas = اليوم الثاني من عيد الميلاد
holiday-closed = اليوم عطلة رسمية: { $holiday }. يُرجى حجز موعد جديد.

# What something costs: $euros whole, $cents with two digits.
money-amount = { "\u200F" }{ $euros }.{ $cents } يورو
