# The entrance terminal’s screens. Say what is, then what to do; plain words, polite. Every text begins with an Arabic
# word, because its first letter decides the direction of its line.

# Everywhere
kiosk-back = رجوع
kiosk-done = تم
kiosk-demo-clock = توقيت العرض
kiosk-link-lost = لا يوجد اتصال منذ الساعة { $time }
kiosk-help-desk = للمساعدة: { $desk }
kiosk-help-staff = للمساعدة: اسألوا الموظفين
kiosk-go-desk = يُرجى طلب المساعدة هنا: { $desk }.
kiosk-go-staff = يُرجى سؤال أحد الموظفين.
kiosk-still-there = هل تحتاجون إلى مزيد من الوقت؟
kiosk-more-time = نعم، مزيد من الوقت
kiosk-no-more-time = لا، انتهيت

# Welcome
kiosk-welcome-title = ضعوا رمز QR الخاص بموعدكم أمام الكاميرا
kiosk-welcome-what = على الهاتف أو على الورق
kiosk-welcome-private = لا يُقرأ سوى رمز QR، ولا يُحفظ أي شيء.
kiosk-welcome-seen = تم التعرّف على رمز QR
kiosk-welcome-closer = قرّبوه قليلًا من فضلكم، أو زيدوا سطوع الشاشة
kiosk-welcome-one-only = أرى رمزَي QR. يرجى توجيه رمز واحد نحو الكاميرا ثم الآخر.
kiosk-welcome-type-instead = لم ينجح ذلك؟ اكتبوا رقم الموعد.
kiosk-welcome-no-camera = الكاميرا لا تعمل الآن.
kiosk-welcome-camera-starts = يجري تشغيل الكاميرا…
kiosk-type-number = كتابة رقم الموعد
kiosk-walk-in = بدون موعد
kiosk-nothing-with-me = ليس معي أي شيء
kiosk-language = اللغة · Sprache · Language

# Checking
kiosk-checking = لحظة من فضلكم…
kiosk-checking-what = نبحث عن موعدكم.
kiosk-checking-ticket = سيظهر رقمكم بعد لحظات.

# Ticket
kiosk-ticket-title = رقمكم
kiosk-ticket-again = تم تسجيل حضوركم من قبل
kiosk-ticket-back = عدتم إلى قائمة الانتظار
kiosk-ticket-called = حان دوركم
kiosk-ticket-go-to = توجّهوا إلى: { $counter }
kiosk-ticket-wait-here = يُرجى الانتظار هنا:
kiosk-ticket-place = { "\u200F" }{ $area }، { $way }
kiosk-ticket-wait = مدة الانتظار: { $span }
kiosk-ticket-alone = يُرجى الانتظار حتى يناديكم أحد الموظفين.
kiosk-ticket-phone = تابعوا دوركم على الهاتف.
kiosk-ticket-printing = تجري طباعة بطاقة الانتظار…
kiosk-ticket-printed = يُرجى أخذ بطاقة الانتظار.
kiosk-ticket-not-printed = لن تُطبع بطاقة. يُرجى حفظ الرقم أو تصويره.
kiosk-ticket-maybe-printed = لم تخرج البطاقة؟ يُرجى حفظ الرقم أو تصويره.
kiosk-ticket-copy = طباعة نسخة
kiosk-ticket-another = إظهار رمز QR آخر

# People together, and what they wish of whoever calls
kiosk-another-title = وجِّه رمز QR التالي نحو الكاميرا
kiosk-ticket-together = معًا مع { $numbers }
kiosk-wish-open = مساعدة أو وقت أطول
kiosk-wish-title = ماذا ترغب؟
kiosk-wish-for = للرقم { $number }
kiosk-wish-pick-up = أرجو أن تأتوا لاصطحابي
kiosk-wish-more-time = أحتاج إلى وقت أطول
kiosk-wish-interpreter = أحتاج إلى مترجم
kiosk-wish-what = يرى الموظفون رغبتك قبل النداء. اضغط مرة أخرى لإلغائها.
kiosk-wish-private = نحفظ هذه الرغبة فقط، ولا نحفظ أي سبب.

# Keypad
kiosk-keypad-title = اكتبوا رقم الموعد
kiosk-keypad-where = يتكوّن من 8 أحرف وأرقام، مثل { "\u2066" }K7M4-3PXR{ "\u2069" }، وتجدونه في تأكيد الموعد.
kiosk-keypad-wrong = أحد الأحرف أو الأرقام غير صحيح. يُرجى مراجعة رقم الموعد.
kiosk-keypad-pin = يبدو أن هذا هو رقم PIN. يُرجى كتابة رقم الموعد: 8 أحرف وأرقام، مثل { "\u2066" }K7M4-3PXR{ "\u2069" }.
kiosk-keypad-send = تسجيل الحضور

# Without an appointment
kiosk-walk-in-title = ما الخدمة التي تحتاجون إليها؟
kiosk-walk-in-wait = مدة الانتظار بدون موعد: { $span }
kiosk-walk-in-full = الازدحام شديد الآن. قد لا تتوفر أرقام أخرى اليوم.
kiosk-walk-in-none = لا تُقدَّم هنا أي خدمة بدون موعد.
kiosk-walk-in-take = أخذ رقم
kiosk-walk-in-more = خدمات أخرى ({ $page } من { $pages })

# Without an appointment: searching, hours, pauses
kiosk-walk-in-search = بحث
kiosk-walk-in-search-what = اكتب كلمة، مثل «جواز».
kiosk-walk-in-search-none = لم نجد شيئًا. يُرجى تجربة كلمة أخرى.
kiosk-walk-in-search-more = يوجد المزيد. يُرجى متابعة الكتابة.
kiosk-walk-in-ahead = عدد الأشخاص قبلك: { $count }
kiosk-walk-in-not-now = بدون موعد من جديد: { $when }.
kiosk-walk-in-book = حجز موعد:
kiosk-not-now-title = هذا غير ممكن الآن بدون موعد
kiosk-paused-title = لا توجد أرقام حاليًا

# Nothing with me, languages
kiosk-nothing-title = يكفي اسمكم
kiosk-nothing-what = إذا كان لديكم موعد: اذكروا اسمكم. لا تحتاجون إلى رمز QR.
kiosk-nothing-walk-in = إذا لم يكن لديكم موعد: يمكنكم أخذ رقم هنا.
kiosk-languages-title = اللغة · Sprache · Language

# Refusals
kiosk-fact-appointment = موعدكم
kiosk-fact-new-appointment = الموعد الجديد
kiosk-fact-was = كان موعدكم
kiosk-fact-now = الآن
kiosk-fact-place = المكان
kiosk-fact-number = رقمكم
kiosk-unreadable-title = رمز QR هذا ليس من عندنا
kiosk-unreadable-what = يُرجى إظهار رمز QR الموجود في تأكيد الموعد.
kiosk-unknown-title = رمز QR هذا غير صالح هنا
kiosk-unknown-what = يُرجى التأكد من أن هذا هو أحدث تأكيد للموعد.
kiosk-unknown-number-title = رقم الموعد هذا غير معروف لدينا
kiosk-unknown-number-what = يُرجى مراجعة الأحرف والأرقام الثمانية وكتابتها مرة أخرى.
kiosk-type-again = الكتابة مرة أخرى
kiosk-locked-title = يُرجى الانتظار قليلًا
kiosk-locked-what = يمكنكم الكتابة مجددًا من الساعة { $time }. أما رمز QR فيعمل فورًا.
kiosk-wrong-office-title = موعدكم في مكان آخر
kiosk-wrong-office-what = يُرجى الذهاب إلى هناك وتسجيل حضوركم هناك.
kiosk-wrong-office-unknown = تجدون المكان في تأكيد الموعد.
kiosk-cancelled-title = أُلغي هذا الموعد
kiosk-cancelled-what = يمكنكم أخذ رقم هنا بدون موعد.
kiosk-moved-title = تغيّر وقت موعدكم
kiosk-moved-what = يُرجى تسجيل حضوركم هنا يوم { $date } ابتداءً من الساعة { $time }.
kiosk-finished-title = انتهت زيارتكم
kiosk-finished-what = هل تحتاجون إلى شيء آخر؟ يمكنكم أخذ رقم جديد بدون موعد.
kiosk-wrong-day-title = موعدكم في يوم آخر
kiosk-wrong-day-what = يُرجى الحضور في ذلك اليوم. يمكنكم تسجيل حضوركم من الساعة { $time }.
kiosk-past-day-title = لقد انقضى موعدكم
kiosk-past-day-what = يمكنكم أخذ رقم هنا بدون موعد.
kiosk-too-early-title = لقد حضرتم مبكرًا
kiosk-too-early-what = يُرجى تسجيل حضوركم هنا من الساعة { $time }.
kiosk-too-late-title = انتهى وقت تسجيل الحضور
kiosk-too-late-what = كان التسجيل ممكنًا حتى الساعة { $time }.
kiosk-late-offer = يمكنكم الانتظار بدون موعد: { $span }.
kiosk-late-take = الانتظار بدون موعد
kiosk-not-confirmed-title = لم يتم تأكيد هذا الموعد
kiosk-not-confirmed-what = لم يعد هذا الوقت محجوزًا لكم. يمكنكم أخذ رقم بدون موعد.
kiosk-closed-today-title = المكتب مغلق اليوم
kiosk-queue-full-title = لا توجد أرقام أخرى اليوم
kiosk-queue-full-opens = يُرجى الحضور مرة أخرى: { $when }.
kiosk-queue-full-later = يُرجى الحضور في يوم آخر أو حجز موعد.
kiosk-closed-title = المكتب مغلق الآن
kiosk-closed-opens = يُفتح المكتب مجددًا: { $when }.
kiosk-not-offered-title = تحتاج هذه الخدمة إلى موعد
kiosk-not-offered-what = يُرجى حجز موعد.
kiosk-no-answer-title = يستغرق هذا وقتًا أطول من المعتاد
kiosk-no-answer-what = يُرجى المحاولة مرة أخرى بعد قليل.
kiosk-no-answer-valid-what = رمز QR الخاص بكم صالح. لا يمكننا إصدار رقم الآن. يُرجى المحاولة مرة أخرى بعد قليل.
kiosk-try-again = المحاولة مرة أخرى

# Out of service
kiosk-out-title = هذا الجهاز خارج الخدمة حاليًا
kiosk-out-what = يُرجى سؤال أحد الموظفين. موعدكم لا يزال ساريًا.
kiosk-out-starting-title = لحظة من فضلكم
kiosk-out-starting-what = يجري تشغيل هذا الجهاز.

# What is said aloud and stands nowhere.
kiosk-speak-keys = مفاتيح الأسهم: للاختيار. مفتاح الإدخال: للضغط. مفتاح القراءة: للإيقاف أو للاستماع مرة أخرى. زائد وناقص: لرفع الصوت وخفضه. صفحة لأعلى وصفحة لأسفل: أسرع وأبطأ. مفتاح الخروج: رجوع.
kiosk-speak-choices = يمكنكم اختيار: { $keys }
kiosk-speak-private = قد يسمع الآخرون تفاصيل موعدكم. هل تريدون قراءتها بصوت عالٍ؟ إذن اضغطوا على الرقم خمسة.
kiosk-speak-any-key = إذا احتجتم إلى مزيد من الوقت فاضغطوا على أي مفتاح.
kiosk-speak-pace = هذه هي سرعة الكلام الآن.
kiosk-speak-typed = ما كُتب: { $signs }
kiosk-speak-deleted = حُذف: { $sign }
kiosk-speak-delete = حذف الحرف الأخير
kiosk-speak-chosen = عدد ما اخترتموه: { $count }
kiosk-speak-aim = تساعدكم نغمات قصيرة: كلما ارتفعت النغمة كان الرمز أقرب. وكلما أسرعت النغمات كان أقرب إلى الوسط.
kiosk-speak-languages = بمفاتيح الأسهم تسمعون اللغات، كل لغة بصوتها.
kiosk-speak-keypad = اكتبوا الأحرف، أو اختاروها بمفاتيح الأسهم.

# The aids: each key says its name and how it stands
kiosk-aids-title = تسهيلات الاستخدام
kiosk-aids-what = هذا لكم وحدكم والآن فقط.
kiosk-aids-state = { "\u200F" }{ $aid }: { $state }
kiosk-aids-speech = القراءة بصوت عالٍ
kiosk-aids-letters = خط كبير
kiosk-aids-time = وقت أطول
kiosk-aids-low = المفاتيح في الأسفل
kiosk-aids-off = متوقف
kiosk-aids-on = مفعّل
kiosk-aids-large = كبير
kiosk-aids-largest = كبير جدًا
kiosk-aids-double = ضعف الوقت
kiosk-aids-triple = ثلاثة أضعاف الوقت
kiosk-aids-missing = غير متاح هنا

# While everything stands still, and while staff give no tickets without an appointment.
kiosk-interrupted-title = توقفت الخدمة مؤقتًا
kiosk-interrupted-what = يُرجى الانتباه إلى الموظفين وإلى الإعلانات. رقمكم لا يزال ساريًا.
kiosk-paused-usual = لا توجد حاليًا أرقام بدون موعد. إذا كان لديكم موعد، يُرجى تسجيل حضوركم هنا.
