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
portal-services-how-often = عدد المرات: { $service }
portal-services-minutes = { $minutes ->
    [zero] حوالي { $minutes } دقيقة
    [one] حوالي دقيقة واحدة
    [two] حوالي دقيقتين
    [few] حوالي { $minutes } دقائق
    [many] حوالي { $minutes } دقيقة
   *[other] حوالي { $minutes } دقيقة
}
portal-services-documents = ما يجب إحضاره
portal-services-next = عرض الأوقات المتاحة
portal-services-choose = اختاروا خدمة واحدة على الأقل.
portal-services-too-much = سيستغرق ذلك معًا وقتًا طويلًا. يُرجى حجز عدة مواعيد.

portal-times-title = متى تودّون الحضور؟
portal-times-move-title = إلى أي وقت تودّون نقل الموعد؟
portal-times-lead = { $minutes ->
    [zero] الخدمات: { $services } – حوالي { $minutes } دقيقة
    [one] الخدمات: { $services } – حوالي دقيقة واحدة
    [two] الخدمات: { $services } – حوالي دقيقتين
    [few] الخدمات: { $services } – حوالي { $minutes } دقائق
    [many] الخدمات: { $services } – حوالي { $minutes } دقيقة
   *[other] الخدمات: { $services } – حوالي { $minutes } دقيقة
}
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
portal-times-month-before = الشهر السابق
portal-times-month-after = الشهر التالي
portal-times-day-free = متاح
portal-times-day-full = محجوز بالكامل
portal-times-day-closed = مغلق
portal-times-elsewhere = مكاتب أخرى
portal-times-elsewhere-next = مكتب { $office }: { $time }
portal-times-nothing = لا يوجد وقت متاح حاليًا. يُرجى المحاولة لاحقًا.
portal-times-change = تغيير الخدمات

portal-contact-title = من سيحضر؟
portal-contact-held = نحجز لكم هذا الوقت حتى الساعة { $time }.
portal-contact-name = الاسم
portal-contact-name-hint = به نجد موعدكم إذا لم يكن معكم أي شيء.
portal-contact-email = البريد الإلكتروني
portal-contact-optional = اختياري
portal-contact-interpreter = أحتاج إلى مترجم
portal-contact-next = متابعة
portal-contact-name-missing = اكتبوا اسمكم.
portal-contact-name-wrong = الاسم طويل جدًا أو يحتوي على رموز لا تنتمي إلى الأسماء.
portal-contact-email-wrong = اكتبوا عنوان بريد إلكتروني مثل { "\u2066" }name@example.org{ "\u2069" } أو اتركوا الحقل فارغًا.
portal-contact-privacy = نحذف الاسم والبريد الإلكتروني في الليلة التالية للموعد.

portal-check-title = يُرجى مراجعة موعدكم
portal-check-where = المكان
portal-check-when = الموعد
portal-check-what = الخدمات
portal-check-length = المدة
portal-check-interpreter = الترجمة
portal-check-name = الاسم
portal-check-email = البريد الإلكتروني
portal-check-no-email = لا يوجد
portal-check-change = تغيير البيانات
portal-check-book = تأكيد حجز الموعد

portal-booking-title = موعدكم
portal-booking-done = تم حجز موعدكم.
portal-booking-moved = تم نقل موعدكم. رمز QR السابق لم يعد صالحًا، يُرجى استخدام هذا الرمز.
portal-booking-cancelled = أُلغي هذا الموعد.
portal-booking-new = حجز موعد جديد
portal-booking-qr = رمز QR لتسجيل الحضور عند الجهاز
portal-booking-how = ضعوا رمز QR هذا أمام كاميرا الجهاز عند المدخل، على الهاتف أو على الورق.
portal-booking-window = يمكنكم تسجيل الحضور من الساعة { $from } إلى الساعة { $to }.
portal-booking-short-code = رقم الموعد
portal-booking-short-code-hint = للكتابة إذا لم يكن رمز QR معكم.
portal-booking-pin = رقم PIN
portal-booking-pin-hint = برقم PIN تلغون الموعد أو تنقلونه. نعرضه هذه المرة فقط: يُرجى تدوينه الآن.
portal-booking-keep = احتفظوا بعنوان هذه الصفحة أو اطبعوا الصفحة. كل من يعرف العنوان يرى موعدكم.
portal-booking-documents = ما يجب إحضاره
portal-booking-change = تغيير الموعد
portal-booking-move = نقل الموعد
portal-booking-cancel = إلغاء الموعد
portal-booking-cancel-do = إلغاء الموعد
portal-booking-pin-label = رقم PIN
portal-booking-pin-digits = ستة أرقام من تأكيد الموعد
portal-booking-save-qr = حفظ رمز QR كصورة
portal-booking-over = لقد انقضى هذا الموعد.

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
portal-refused-office = هذا المكتب غير موجود. يُرجى اختيار مكتب من القائمة.
portal-refused-service = هذه الخدمة لا تُقدَّم هنا. يُرجى الاختيار من جديد.
portal-refused-not-offered = هذا الوقت غير متاح. يُرجى اختيار وقت آخر.
portal-refused-taken = حجز شخص آخر هذا الوقت للتو. يُرجى اختيار وقت آخر.
portal-refused-hold-unknown = هذا الحجز مكتمل أو غير موجود. يُرجى البدء من جديد.
portal-refused-hold-expired = كان هذا الوقت محجوزًا لكم حتى الساعة { $time } وأصبح متاحًا من جديد. لم يُحجز أي شيء. يُرجى اختيار وقت مرة أخرى.
portal-refused-booking = هذا الموعد غير موجود. يُرجى مراجعة العنوان في تأكيد الموعد.
portal-refused-cancelled = هذا الموعد ملغى من قبل. يُرجى حجز موعد جديد.
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
