# The wall display.

# In the big place, while nobody is called.
display-idle = يُرجى الانتظار حتى يظهر رقمكم هنا.
# Under a number that was called and is taken back.
display-withdrawn = يُرجى الانتظار قليلًا.
# At the foot, in turns.
display-wait = مدة الانتظار بدون موعد: { $span }
display-order = لا يُنادى على الأرقام بالترتيب.
display-demo = عرض توضيحي: الساعة مضبوطة يدويًا
display-link-lost = انقطع الاتصال منذ الساعة { $time }. يُرجى الانتباه إلى النداءات.
# $part of $parts: which part of the calls the list shows, where they do not fit at once.
display-page = { $part } من { $parts }

# Before the first picture.
display-waiting-title = هذه الشاشة تنتظر الاتصال.
display-waiting-citizens = يُرجى الانتباه إلى النداءات.

# Who waits in vain, at the foot.
display-unserved = { $numbers }: نأسف، لا يمكننا خدمتكم اليوم. يُرجى حجز موعد جديد.
# On the whole screen, while everything stands still.
display-interrupted-title = توقفت الخدمة مؤقتًا
display-interrupted-what = يُرجى الانتباه إلى الموظفين وإلى الإعلانات. رقمكم لا يزال ساريًا.
# While the office is closed. $time is a time of today, or a day and a time.
display-opens = نفتح: { $time }
