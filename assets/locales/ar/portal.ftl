# The booking server’s pages: booking, confirmation, the citizen’s phone.

portal-name = المواعيد
portal-skip = إلى المحتوى
portal-languages = اللغة · Language
portal-demo = عرض توضيحي: تشير الساعة إلى { $time }.
portal-steps = الخطوة { $step } من 4
portal-back = رجوع
portal-home = إلى جميع المكاتب

# The error summary above a form.
portal-summary = يُرجى مراجعة بياناتكم

portal-offices-title = حجز موعد
portal-offices-lead = أين تودّون حجز موعد؟
portal-offices-none = لا يمكن حجز موعد هنا حاليًا.

portal-services-title = ما الخدمة التي تحتاجون إليها؟
portal-services-lead = يمكنكم إنجاز عدة خدمات في موعد واحد. اختاروا كم مرة تحتاجون إلى كل خدمة.
portal-services-minutes = { $minutes ->
    [zero] حوالي { $minutes } دقيقة
    [one] حوالي دقيقة واحدة
    [two] حوالي دقيقتين
    [few] حوالي { $minutes } دقائق
    [many] حوالي { $minutes } دقيقة
   *[other] حوالي { $minutes } دقيقة
}
portal-services-hours =
    حوالي { $hours ->
        [zero] { $hours } ساعة
        [one] ساعة واحدة
        [two] ساعتين
        [few] { $hours } ساعات
        [many] { $hours } ساعة
       *[other] { $hours } ساعة
    }{ $minutes ->
        [zero] { "" }
        [one] { " " }ودقيقة واحدة
        [two] { " " }ودقيقتين
        [few] { " " }و{ $minutes } دقائق
        [many] { " " }و{ $minutes } دقيقة
       *[other] { " " }و{ $minutes } دقيقة
    }
portal-services-documents = ما يجب إحضاره
portal-services-next = عرض الأوقات المتاحة
portal-services-choose = اختاروا خدمة واحدة على الأقل.
portal-services-too-much = سيستغرق ذلك معًا وقتًا طويلًا. يُرجى حجز عدة مواعيد.
portal-services-too-many = الحد الأقصى للخدمة نفسها في الموعد الواحد: { $most }.
portal-services-apart = لا يمكن إنجاز «{ $service }» و«{ $other }» في موعد واحد. يُرجى حجز موعدين.

portal-times-title = متى تودّون الحضور؟
portal-times-move-title = إلى أي وقت تودّون نقل الموعد؟
portal-times-lead = الخدمات: { $services } – { $length }
portal-times-free = { $count ->
    [zero] لا توجد أوقات متاحة
    [one] وقت واحد متاح
    [two] وقتان متاحان
    [few] عدد الأوقات المتاحة: { $count }
    [many] عدد الأوقات المتاحة: { $count }
   *[other] عدد الأوقات المتاحة: { $count }
}
portal-times-morning = قبل الظهر
portal-times-afternoon = بعد الظهر
portal-times-soonest = أقرب وقت متاح: { $time }
portal-times-release = ستتوفر هنا أوقات أخرى ابتداءً من: { $time }.
portal-times-month-before = الشهر السابق
portal-times-month-after = الشهر التالي
portal-times-day-free = متاح
portal-times-day-full = محجوز بالكامل
portal-times-day-later = لم يُفتح الحجز بعد
portal-times-day-later-from = لم يُفتح الحجز بعد، تتوفر الأوقات ابتداءً من: { $time }
portal-times-day-closed = مغلق
portal-times-elsewhere = مكاتب أخرى
portal-stops-title = أماكن الاستقبال
portal-stops-all = كل الأماكن
portal-stops-days = الأيام القادمة: { $days }
portal-times-nothing = لا يوجد وقت متاح حاليًا. يمكنكم القيام بما يلي:
portal-times-nothing-else = نأسف، لا يوجد وقت متاح حاليًا. عندما يتوفر وقت، يظهر في هذه الصفحة.
portal-times-nothing-move = لا يوجد وقت آخر متاح حاليًا. يبقى موعدكم كما هو. عندما يتوفر وقت، يظهر في هذه الصفحة.
portal-times-change = تغيير الخدمات

portal-contact-title = من سيحضر؟
portal-contact-held = نحجز لكم هذا الوقت حتى الساعة { $time }.
portal-contact-name = الاسم
portal-contact-name-hint = به نجد موعدكم إذا لم يكن معكم أي شيء.
portal-contact-email = البريد الإلكتروني
portal-contact-optional = اختياري
portal-contact-interpreter = هل تحتاجون إلى مترجم؟ إلى أي لغة؟
portal-contact-next = متابعة
portal-contact-name-missing = اكتبوا اسمكم.
portal-contact-name-wrong = الاسم طويل جدًا أو يحتوي على رموز لا تنتمي إلى الأسماء.
portal-contact-email-wrong = اكتبوا عنوان بريد إلكتروني مثل { "\u2066" }name@example.org{ "\u2069" } أو اتركوا الحقل فارغًا.
portal-contact-privacy = نحذف بياناتكم في الليلة التالية لموعدكم.

portal-check-title = يُرجى مراجعة موعدكم
portal-check-where = المكان
portal-check-when = الموعد
portal-check-what = الخدمات
portal-check-length = المدة
portal-check-tight = لا يوجد هنا وقت إضافي للترجمة. المدة تبقى: { $length }. رغبتكم تصلنا مع ذلك. إذا كنتم تريدون وقتًا أطول، يُرجى اختيار وقت آخر.
portal-check-interpreter = الترجمة
portal-check-name = الاسم
portal-check-email = البريد الإلكتروني
portal-check-no-email = لا يوجد
portal-check-change = تغيير البيانات
portal-check-book = تأكيد حجز الموعد

portal-booking-title = موعدكم
portal-booking-done = تم حجز موعدكم.
portal-booking-already = لقد حجزتم هذا الموعد من قبل.
portal-booking-moved = تم نقل موعدكم. رمز QR السابق لم يعد صالحًا، يُرجى استخدام هذا الرمز.
portal-booking-cancelled = أُلغي هذا الموعد.
portal-booking-new = حجز موعد جديد
portal-booking-qr = رمز QR لتسجيل الحضور عند الجهاز
portal-booking-how = ضعوا رمز QR هذا أمام كاميرا الجهاز عند المدخل، على الهاتف أو على الورق.
portal-booking-window = يمكنكم تسجيل الحضور من الساعة { $from } إلى الساعة { $to }.
portal-booking-short-code = رقم الموعد
portal-booking-short-code-hint = للكتابة إذا لم يكن رمز QR معكم.
portal-booking-pin = رقم PIN
portal-booking-pin-hint = برقم PIN تلغون الموعد أو تنقلونه. رقم PIN مكتوب هنا فقط: اطبعوا هذه الصفحة أو دوّنوا رقم PIN.
portal-booking-keep = احتفظوا بعنوان هذه الصفحة أو اطبعوا الصفحة. تحت هذا العنوان ترون موعدكم مرة أخرى، ولكن ليس رقم PIN. كل من يعرف العنوان يرى موعدكم.
portal-booking-print = طباعة الصفحة
portal-booking-documents = ما يجب إحضاره
portal-booking-change = تغيير الموعد
portal-booking-move = نقل الموعد
portal-booking-cancel = إلغاء الموعد
portal-booking-cancel-do = إلغاء الموعد
portal-booking-pin-label = رقم PIN
portal-booking-pin-digits = ستة أرقام من تأكيد الموعد
portal-booking-save-qr = حفظ رمز QR كصورة
portal-booking-over = لقد انقضى هذا الموعد.

portal-offer-title = وقت جديد لموعدكم
portal-offer-until = نحتفظ لكم بالوقت الجديد حتى: { $time }.
portal-offer-over = لم يعد هذا الوقت محجوزًا لكم. يمكنكم اختيار وقت آخر.
portal-move-title = نقل الموعد
portal-move-from = الموعد السابق
portal-move-to = الموعد الجديد
portal-move-do = النقل إلى هذا الوقت
portal-move-other = اختيار وقت آخر
portal-move-stands = يبقى موعدكم السابق ساريًا حتى يتأكد الموعد الجديد.

portal-phone-title = رقمكم
portal-phone-number = الرقم { $number }
portal-phone-area = يُرجى الانتظار هنا: { $area }
portal-phone-estimate = مدة الانتظار: { $span }
portal-phone-as-of = آخر تحديث: { $time }
portal-phone-reload = أعيدوا تحميل هذه الصفحة لرؤية آخر المستجدات.
portal-phone-lost = انقطع الاتصال. قد تكون المعلومات المعروضة قديمة. يُرجى الانتباه إلى النداءات في منطقة الانتظار.
portal-phone-waiting = أنتم في الانتظار. سننادي على رقمكم.
portal-phone-called = يُرجى الحضور الآن: { $counter }
portal-phone-called-nowhere = يُرجى الحضور الآن. المكان مذكور على الشاشة.
portal-phone-serving = تجري خدمتكم: { $counter }
portal-phone-serving-nowhere = تجري خدمتكم الآن.
portal-phone-parked = سنواصل بعد قليل. يُرجى البقاء قريبًا.
portal-phone-finished = انتهت زيارتكم. إلى اللقاء!
portal-phone-no-show = نادينا على رقمكم عدة مرات. ضعوا بطاقة الانتظار مرة أخرى أمام كاميرا الجهاز لتعودوا إلى قائمة الانتظار.
portal-phone-cancelled = لن يُنادى على رقمكم لأن الموعد أُلغي.
portal-phone-unserved = لم نتمكن للأسف من مناداتكم اليوم. يُرجى حجز موعد جديد.

# What the phone’s page does with the ticket.
portal-phone-also = ينطبق أيضًا على: { $numbers }
portal-phone-ahead = { $count ->
    [0] لم يعد أحد قبلكم
    [zero] لم يعد أحد قبلكم
    [one] قبلكم شخص واحد
    [two] قبلكم شخصان
    [few] قبلكم { $count } أشخاص
    [many] قبلكم { $count } شخصًا
   *[other] قبلكم { $count } شخص
}
portal-phone-alert = نبّهوني عند النداء
portal-phone-alert-hint = بالصوت والاهتزاز وإشعار، بقدر ما يسمح به هاتفكم. أبقوا هذه الصفحة مفتوحة.
portal-phone-alert-on = هكذا سيكون صوت النداء. يُرجى إبقاء هذه الصفحة مفتوحة وصوت الهاتف مرتفعًا.
portal-phone-give-up = أتخلى عن دوري
portal-phone-give-up-sure = لن يُنادى على رقمكم بعد ذلك. لا يمكن التراجع عن هذا.
portal-phone-give-up-yes = نعم، أتخلى عن دوري
portal-phone-giving-up = يجري إلغاء دوركم. لحظة من فضلكم.
portal-phone-gave-up = لقد تخليتم عن دوركم. لن يُنادى على رقمكم.
portal-phone-over-title = انتهت الزيارة
portal-phone-over = انتهت زيارتكم. هذا الرقم لم يعد صالحًا.

portal-refused-title = هذا غير ممكن للأسف
portal-refused-not-found-title = هذه الصفحة غير موجودة
portal-refused-not-found = يُرجى مراجعة العنوان.
portal-refused-method-title = لا يمكن فتح هذه الصفحة بهذه الطريقة
portal-refused-method = يُرجى البدء من الصفحة الأولى. ما حجزتموه يبقى محجوزًا.
portal-refused-office = هذا المكتب غير موجود. يُرجى اختيار مكتب من القائمة.
portal-refused-service = هذه الخدمة لا تُقدَّم هنا. يُرجى الاختيار من جديد.
portal-refused-not-offered = هذا الوقت غير متاح. يُرجى اختيار وقت آخر.
portal-refused-taken = حجز شخص آخر هذا الوقت للتو. يُرجى اختيار وقت آخر.
portal-refused-hold-unknown = هذا الحجز مكتمل أو غير موجود. يُرجى البدء من جديد.
portal-refused-hold-expired = كان هذا الوقت محجوزًا لكم حتى الساعة { $time } فقط. لم يُحجز أي شيء. يُرجى اختيار وقت مرة أخرى.
portal-refused-booking = هذا الموعد غير موجود. يُرجى مراجعة العنوان في تأكيد الموعد.
portal-refused-cancelled = هذا الموعد ملغى من قبل. يُرجى حجز موعد جديد.
portal-refused-blocked = لا يمكنكم حجز موعد عبر الإنترنت بهذه البيانات. يسري ذلك حتى: { $date }. يُرجى الاتصال بنا.
portal-refused-asked = لديكم لدينا طلبات لم نُجب عنها بعد. لا يمكن إرسال المزيد في الوقت نفسه. يُرجى انتظار جوابنا أو سحب أحد الطلبات.
portal-refused-many =
    لديكم لهذه الخدمة { $most ->
        [zero] مواعيد كافية
        [one] موعد واحد
        [two] موعدان
        [few] { $most } مواعيد
        [many] { $most } موعدًا
       *[other] { $most } موعد
    }. لا يمكن حجز المزيد في الوقت نفسه. إذا كنتم بحاجة إلى موعد آخر، يُرجى إلغاء أحد المواعيد أولًا.
portal-refused-over = بدأ هذا الموعد أو انقضى ولا يمكن تغييره.
portal-refused-pin = { $left ->
    [zero] رقم PIN هذا غير صحيح. لم تبقَ لديكم أي محاولة.
    [one] رقم PIN هذا غير صحيح. بقيت لديكم محاولة واحدة.
    [two] رقم PIN هذا غير صحيح. بقيت لديكم محاولتان.
    [few] رقم PIN هذا غير صحيح. بقيت لديكم { $left } محاولات.
    [many] رقم PIN هذا غير صحيح. بقيت لديكم { $left } محاولة.
   *[other] رقم PIN هذا غير صحيح. بقيت لديكم { $left } محاولة.
}
portal-refused-pin-locked = أُدخل رقم PIN خطأً مرات كثيرة. يُرجى المحاولة مرة أخرى من الساعة { $time }.
portal-refused-ticket-title = هذا الرقم غير معروف لدينا
portal-refused-ticket = ربما يعود إلى يوم آخر. يُرجى الانتباه إلى النداءات في منطقة الانتظار.
portal-refused-again = أُرسل هذا من قبل. يُرجى إعادة تحميل الصفحة والمحاولة مرة أخرى.
portal-refused-malformed = لم نتمكن من قراءة هذه البيانات. يُرجى الرجوع والمحاولة مرة أخرى.
portal-refused-storage-title = لا يمكننا حفظ أي شيء حاليًا
portal-refused-storage = لم يتغير شيء. يُرجى المحاولة مرة أخرى بعد بضع دقائق.
portal-refused-too-often-title = عدد المحاولات كبير
portal-refused-too-often = يُرجى الانتظار دقيقة ثم المحاولة مرة أخرى. تبقى مواعيدكم المحجوزة كما هي.
portal-refused-again-do = اختيار وقت

# “I will be late”, from the phone.
portal-phone-late = سأتأخر
portal-phone-late-hint = عندها يُنادى على غيركم أولًا ويبقى دوركم محفوظًا. هذا ممكن مرة واحدة في كل زيارة. كم ستتأخرون؟
portal-phone-late-minutes = { $minutes ->
    [zero] { $minutes } دقيقة
    [one] دقيقة واحدة
    [two] دقيقتان
    [few] { $minutes } دقائق
    [many] { $minutes } دقيقة
   *[other] { $minutes } دقيقة
}
portal-phone-late-said = { $minutes ->
    [zero] نُبلغ الموظفين بأنكم ستتأخرون { $minutes } دقيقة. لحظة من فضلكم.
    [one] نُبلغ الموظفين بأنكم ستتأخرون دقيقة واحدة. لحظة من فضلكم.
    [two] نُبلغ الموظفين بأنكم ستتأخرون دقيقتين. لحظة من فضلكم.
    [few] نُبلغ الموظفين بأنكم ستتأخرون { $minutes } دقائق. لحظة من فضلكم.
    [many] نُبلغ الموظفين بأنكم ستتأخرون { $minutes } دقيقة. لحظة من فضلكم.
   *[other] نُبلغ الموظفين بأنكم ستتأخرون { $minutes } دقيقة. لحظة من فضلكم.
}
portal-phone-late-until = ستأتون متأخرين. ننتظركم حتى الساعة { $time }.
portal-phone-late-not-waiting = رقمكم لم يعد في الانتظار. صفحة رقمكم تبيّن ما يجب فعله الآن.
portal-phone-late-once = لقد أبلغتمونا بذلك من قبل. هذا ممكن مرة واحدة في كل زيارة. إن لم تتمكنوا من الحضور فيُرجى التخلي عن دوركم.
portal-phone-back = العودة إلى رقمكم
portal-phone-unsent = تعذّر الإرسال الآن. يُرجى الضغط مرة أخرى.

# Choosing services: search, numbers, what it costs.
portal-search-do = بحث
portal-services-search = ابحثوا عن خدمة
portal-services-found = { $count ->
    [zero] لم يُعثر على أي خدمة
    [one] عُثر على خدمة واحدة
    [two] عُثر على خدمتين
    [few] عُثر على { $count } خدمات
    [many] عُثر على { $count } خدمة
   *[other] عُثر على { $count } خدمة
}
portal-services-found-none = لم يُعثر على شيء. جرّبوا كلمة أخرى.
portal-services-all = عرض كل الخدمات
portal-services-others = خدمات أخرى
portal-services-take-do = اختيار
portal-services-take = اختيار: { $service }
portal-services-less = أقل بواحد: { $service }
portal-services-more = أكثر بواحد: { $service }
portal-services-details = المستندات والرسوم والنماذج
portal-services-fees = الرسوم
portal-services-forms = نماذج للتعبئة
portal-services-free = مجانًا
portal-services-fee-from = ابتداءً من { $fee }
portal-services-nothing = لم يتم اختيار شيء بعد
portal-services-count = { $count ->
    [zero] لا خدمات
    [one] خدمة واحدة
    [two] خدمتان
    [few] { "\u200F" }{ $count } خدمات
    [many] { "\u200F" }{ $count } خدمة
   *[other] { "\u200F" }{ $count } خدمة
}

# The assistant: a few questions that lead to the right services.
portal-questions-start = لا أعرف ما الذي أحتاجه
portal-questions-count = السؤال { $number } من 3 على الأكثر
portal-questions-unknown = لا أعرف: عرض كل الخدمات
portal-questions-done = هذا يناسب إجاباتكم. ما زال بإمكانكم تغييره.

# Which office.
portal-offices-search = البحث حسب الخدمة أو الاسم أو الشارع
portal-offices-speaks = حيث تُتحدَّث هذه اللغة
portal-offices-speaks-any = أي لغة
portal-offices-step-free-only = بدون درجات فقط
portal-offices-step-free = يمكن الوصول إليه بدون درجات
portal-offices-languages = نتحدث: { $languages }
portal-offices-offers = يقدّم: { $services }
portal-offices-found = { $count ->
    [zero] لم يُعثر على أي مكتب
    [one] عُثر على مكتب واحد
    [two] عُثر على مكتبين
    [few] عُثر على { $count } مكاتب
    [many] عُثر على { $count } مكتبًا
   *[other] عُثر على { $count } مكتب
}
portal-offices-found-none = لا يوجد مكتب مناسب.
portal-offices-all = عرض كل المكاتب

# Which of the free times are shown.
portal-times-narrow = تضييق نطاق الأوقات
portal-times-narrow-from = ابتداءً من هذا اليوم
portal-day-wrong = لا نعرف هذا اليوم. اكتبوه هكذا: ⁦{ $example }⁩.
portal-times-narrow-half = الفترة من اليوم
portal-times-narrow-any = أي وقت
portal-times-narrow-step-free = المكاتب الأخرى: بدون درجات فقط
portal-times-narrow-speaks = مكاتب أخرى يُتحدث فيها بهذه اللغة
portal-times-narrow-do = عرض الأوقات
portal-times-nothing-fits = لا يوجد وقت متاح بهذا الشكل. اختاروا يومًا أبكر أو فترة أخرى من اليوم أو مكانًا آخر.
portal-times-day-unfit = متاح، ولكن ليس كما اخترتم

# Who comes: what else is asked, and how long the time is held.
portal-contact-held-soon = سنحتفظ لكم بهذا الوقت لمدة دقيقتين أخريين.
portal-contact-held-over = لم يعد هذا الوقت محجوزًا لكم. تابعوا مع ذلك: تبقى بياناتكم محفوظة.
portal-contact-email-missing = أدخلوا عنوان بريدكم الإلكتروني. هذا المكتب يحتاج إليه.
portal-contact-phone = رقم الهاتف
portal-contact-phone-missing = أدخلوا رقم هاتفكم. هذا المكتب يحتاج إليه.
portal-contact-phone-wrong = أدخلوا رقم هاتف مثل 01234 5678.
portal-contact-persons = كم عدد الأشخاص القادمين إجمالًا؟
portal-contact-support = هل تحتاجون إلى مساعدة؟
portal-contact-more-time = أحتاج إلى مزيد من الوقت، مثلًا للمشي
portal-contact-pick-up = يُرجى اصطحابي من منطقة الانتظار
portal-contact-interpreter-none = لا
portal-contact-interpreter-other = لغة أخرى
portal-contact-way = كيف تكون الترجمة؟
portal-contact-way-on-site = حضوريًا
portal-contact-way-telephone = عبر الهاتف
portal-contact-way-video = عبر الفيديو
portal-check-phone = رقم الهاتف
portal-check-no-phone = لا يوجد
portal-check-persons = عدد الأشخاص
portal-check-wishes = الرغبات

# The time is gone: another one, with everything that was typed.
portal-again-title = اختاروا وقتًا جديدًا
portal-again-kept = بياناتكم ما زالت موجودة. لا حاجة إلى كتابة أي شيء من جديد.
portal-again-day = هل تفضلون يومًا آخر؟
portal-contact-held-longer = حجز لمدة أطول

# The waiting list.
portal-wait-list = قائمة الانتظار
portal-wait-link = إضافتي إلى قائمة الانتظار
portal-wait-hint = لا يناسبكم أي وقت؟ إذا أصبح وقت متاحًا نرسل إليكم رسالة ونحتفظ لكم بالوقت لمدة ساعتين.
portal-wait-from = ليس قبل هذا اليوم
portal-wait-until = ليس بعد هذا اليوم
portal-wait-from-wrong = اختاروا يومًا أول حتى { $last }.
portal-wait-days-wrong = اختاروا يومًا حتى { $last }، على ألا يكون قبل اليوم الأول.
portal-wait-notice = متى يجب أن تعرفوا الموعد على أبعد تقدير؟
portal-wait-notice-hours = تكفي 3 ساعات قبل الموعد
portal-wait-notice-day = قبل الموعد بيوم
portal-wait-notice-days = قبل الموعد بثلاثة أيام
portal-wait-notice-week = قبل الموعد بأسبوع
portal-wait-email-missing = أدخلوا عنوان بريدكم الإلكتروني مثل ⁦name@example.org⁩. سنراسلكم عليه.
portal-wait-many = تنتظرون بعنوان البريد الإلكتروني هذا عدة مواعيد. لا يمكن انتظار المزيد في الوقت نفسه. يمكنكم الخروج من إحدى قوائم الانتظار عبر الرابط الموجود في رسالتنا الإلكترونية.
portal-wait-privacy = نحذف عنوان بريدكم الإلكتروني فور خروجكم من قائمة الانتظار.
portal-wait-your-title = مكانكم في قائمة الانتظار
portal-wait-done = أنتم على قائمة الانتظار. لقد أرسلنا إليكم رسالة.
portal-wait-stands = أنتم على قائمة الانتظار. إذا أصبح وقت مناسب متاحًا نرسل إليكم رسالة.
portal-wait-days = الأيام
portal-wait-span = من { $from } إلى { $until }
portal-wait-offer = أصبح هذا الوقت متاحًا: { $when }. نحتفظ لكم به حتى: { $time }.
portal-wait-pass = هذا الوقت لا يناسبني
portal-wait-pass-hint = عندها يحصل عليه شخص آخر وتواصلون الانتظار. بعد ثلاثة أوقات لا تأخذونها تنتهي قائمة الانتظار بالنسبة إليكم.
portal-wait-leave = حذفي من قائمة الانتظار
portal-wait-left = لم تعودوا على قائمة الانتظار. تم حذف عنوان بريدكم الإلكتروني.
portal-refused-asking = هذا القيد لم يعد موجودًا. لقد انتهى أو حُذف.

# A time that staff find: the citizen proposes days.
portal-request-title = طلب موعد
portal-request-lead = اذكروا حتى ثلاثة أيام تناسبكم. سنبحث عن وقت ونجيبكم.
portal-request-else = ألا يناسبكم أي من هذه الأوقات؟ اقترحوا علينا أيامًا.
portal-request-day = الاقتراح { $number }
portal-request-on = اليوم
portal-request-days-wrong = أدخلوا يومًا واحدًا على الأقل، في موعد أقصاه { $last }.
portal-request-words = ما الذي يجب أن نعرفه أيضًا؟
portal-request-words-wrong = يُرجى تقصير النص إلى 1000 حرف.
portal-request-do = إرسال الطلب
portal-request-privacy = نحذف بياناتكم مع إجابتنا، وبعد 30 يومًا على أبعد تقدير.
portal-request-your-title = طلبكم
portal-request-done = وصل طلبكم إلينا. سنجيبكم في أقرب وقت ممكن.
portal-request-days = الاقتراحات
portal-request-proposal = ‏{ $day } – { $half }
portal-request-withdraw = سحب الطلب
portal-request-withdrawn = تم سحب طلبكم. تم حذف بياناتكم.

# The office wants to know that the address is right before it books.
portal-unconfirmed-title = يُرجى تأكيد موعدكم
portal-unconfirmed = موعدكم ليس مؤكدًا بعد. لقد أرسلنا إليكم رسالة. يُرجى تأكيد الموعد فيها، وإلا أصبح الوقت متاحًا من جديد. يمكنكم ذلك حتى: { $time }.
portal-unconfirmed-here = هل أنتم عندنا بالفعل؟ سجّلوا وصولكم بهذا الرقم على الجهاز. هذا يكفي.
portal-unconfirmed-none = لم تصلكم رسالة؟ ابحثوا أيضًا في مجلد الإعلانات وتحققوا من عنوانكم.

# The free times change while one looks at them.
portal-times-renewed = تغيّرت الأوقات المتاحة.
