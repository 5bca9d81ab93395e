# Mails to citizens, and what pages say of them.

mail-subject-confirmed = تم حجز الموعد: { $when }، { $place }
mail-subject-together = تم حجز المواعيد: { $place }
mail-subject-moved = تم نقل الموعد: { $when }، { $place }
mail-subject-cancelled = أُلغي الموعد: { $when }، { $place }
mail-subject-office-moved = لموعدكم وقت جديد: { $when }، { $place }
mail-subject-office-place = موعدكم في مكان آخر: { $when }، { $place }
mail-subject-office-cancelled = نعتذر، أُلغي موعدكم: { $when }، { $place }
mail-subject-office-offer = نعرض عليكم وقتًا آخر لموعدكم: { $when }، { $place }
mail-subject-reminder = تذكير بموعدكم: { $when }، { $place }
mail-subject-new-code = رمز QR جديد لموعدكم: { $when }، { $place }
mail-subject-confirm = يُرجى تأكيد موعدكم: { $when }، { $place }
mail-subject-offer = أصبح هذا الوقت متاحًا: { $when }، { $place }

mail-greeting = مرحبًا { $name }،
mail-greeting-nameless = مرحبًا،

mail-cancelled = أُلغي موعدكم. لا يلزمكم فعل أي شيء آخر.
mail-office-moved = اضطررنا إلى نقل موعدكم إلى وقت آخر. نعتذر عن ذلك. رمز QR السابق لم يعد صالحًا، يُرجى استخدام الرمز الموجود في هذه الرسالة.
mail-office-moved-else = ألا يناسبكم الوقت الجديد؟ يمكنكم نقل الموعد أو إلغاؤه.
mail-office-place = سيكون موعدكم في مكان آخر. الوقت لا يتغيّر، ورمز QR يبقى صالحًا. نعتذر عن ذلك.
mail-office-place-before = المكان السابق
mail-office-place-else = ألا يناسبكم المكان الجديد؟ يمكنكم نقل الموعد أو إلغاؤه.
mail-office-cancelled = اضطررنا إلى إلغاء موعدكم. نعتذر عن ذلك. يُرجى حجز موعد جديد.
mail-office-offer = للأسف لا يمكن إجراء موعدكم. نعتذر عن ذلك. لقد حجزنا لكم وقتًا آخر.
mail-office-offer-until = يُرجى قبول الوقت الجديد حتى: { $time }. بعد ذلك يُلغى موعدكم.
mail-office-offer-do = قبول الوقت الجديد
mail-reminder = نذكّركم بموعدكم.
mail-reminder-else = ألا تستطيعون الحضور؟ يُرجى إلغاء الموعد ليستفيد منه شخص آخر.
mail-new-code = يبقى موعدكم كما هو. تغيّر رمز QR فقط: الرمز السابق لم يعد صالحًا، يُرجى استخدام الرمز الموجود في هذه الرسالة.
mail-confirm = يُرجى تأكيد موعدكم. نحتفظ لكم بهذا الوقت حتى: { $time }.
mail-confirm-do = تأكيد الموعد
mail-offer = أنتم على قائمة الانتظار، وقد أصبح هذا الوقت متاحًا. نحتفظ لكم به حتى: { $time }.
mail-offer-do = حجز هذا الوقت

mail-reason-illness = عدد من موظفينا مرضى.
mail-reason-technical = أنظمتنا التقنية متوقفة.
mail-reason-building = مبنانا مغلق في ذلك اليوم.

mail-map = عرض على الخريطة
mail-fees = الرسوم
mail-forms = الاستمارات
mail-check-in = كيفية تسجيل الحضور
mail-qr-elsewhere = تجدون رمز QR في مرفقات هذه الرسالة وفي صفحة موعدكم.
mail-together = تم حجز هذه المواعيد. لكل موعد رقمه الخاص ورقم PIN خاص به.
mail-together-code = تجدون رمز QR لتسجيل الحضور في صفحة الموعد.
mail-pin = برقم PIN تلغون الموعد أو تنقلونه.
mail-open = عرض الموعد
mail-labelled = { "\u200F" }{ $label }: { $value }
mail-in-calendar = الملف المرفق يضيف الموعد إلى تقويمكم.
mail-out-of-calendar = الملف المرفق يحذف الموعد من تقويمكم.
mail-keep = يُرجى عدم إرسال هذه الرسالة إلى غيركم. من يحصل عليها يستطيع رؤية موعدكم وتغييره.
mail-not-you = ألم تحجزوا شيئًا لدينا؟ إذًا أخطأ شخص ما في كتابة العنوان. يُرجى حذف هذه الرسالة.
mail-automatic = أُرسلت هذه الرسالة تلقائيًا.

mail-calendar-summary = موعد: { $place }

mail-page-calendar = إضافة الموعد إلى التقويم
mail-page-sent = نرسل إليكم هذه البيانات أيضًا بالبريد الإلكتروني.

# The waiting list.
mail-subject-waiting = أنتم على قائمة الانتظار: { $place }
mail-subject-waiting-over = لم تعودوا على قائمة الانتظار: { $place }
mail-waiting = أنتم على قائمة الانتظار. إذا أصبح وقت مناسب متاحًا نراسلكم ونحتفظ لكم به لمدة ساعتين. يمكنكم مغادرة القائمة عبر الرابط.
mail-waiting-let-pass = احتفظنا لكم بثلاثة أوقات ولم تأخذوا أيًّا منها. لذلك لم تعودوا على قائمة الانتظار. يسعدنا أن تسجلوا من جديد.
mail-waiting-nothing-free = للأسف لم يصبح أي وقت مناسب متاحًا حتى يومكم الأخير. نأسف لذلك. لم تعودوا الآن على قائمة الانتظار.

# A time that staff find.
mail-subject-requested = وصل طلبكم إلينا: { $place }
mail-subject-request-answered = الإجابة عن طلبكم: { $place }
mail-request-declined = للأسف لا يمكننا أن نقدم لكم وقتًا. نأسف لذلك.
mail-request-unanswered = لم نجب عن طلبكم في الوقت المناسب. نأسف لذلك. يُرجى الطلب مرة أخرى.
