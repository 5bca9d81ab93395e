# The entrance terminal’s screens. Say what is, then what to do; plain words, polite.

# Everywhere
kiosk-back = Назад
kiosk-done = Готово
kiosk-demo-clock = Час демонстрації
kiosk-link-lost = Зв’язку немає з { $time }
kiosk-help-desk = Допомога: { $desk }
kiosk-help-staff = Допомога: у працівників
kiosk-go-desk = Будь ласка, зверніться сюди: { $desk }.
kiosk-go-staff = Будь ласка, зверніться до працівників.
kiosk-still-there = Вам потрібно більше часу?
kiosk-more-time = Так, більше часу
kiosk-no-more-time = Ні, готово

# Welcome
kiosk-welcome-title = Піднесіть до камери QR-код із підтвердження запису
kiosk-welcome-what = На телефоні або на папері
kiosk-welcome-private = Зчитується лише QR-код, нічого не зберігається.
kiosk-welcome-seen = QR-код розпізнано
kiosk-welcome-closer = Трохи ближче, будь ласка, або зробіть екран яскравішим
kiosk-welcome-one-only = Я бачу два QR-коди. Будь ласка, піднесіть спершу один, потім другий.
kiosk-welcome-type-instead = Не виходить? Введіть номер запису.
kiosk-welcome-no-camera = Камера зараз не працює.
kiosk-welcome-camera-starts = Камера вмикається…
kiosk-type-number = Ввести номер запису
kiosk-walk-in = Без запису
kiosk-nothing-with-me = У мене нічого з собою немає
kiosk-language = Мова · Sprache · Language

# Checking
kiosk-checking = Зачекайте, будь ласка…
kiosk-checking-what = Шукаємо ваш запис.
kiosk-checking-ticket = Готуємо ваш талон.

# Ticket
kiosk-ticket-title = Ваш номер
kiosk-ticket-again = Ви вже зареєстровані
kiosk-ticket-back = Ви знову в черзі
kiosk-ticket-called = Вас викликають
kiosk-ticket-go-to = Підійдіть сюди: { $counter }
kiosk-ticket-wait-here = Будь ласка, чекайте тут:
kiosk-ticket-place = { $area }, { $way }
kiosk-ticket-wait = Час очікування: { $span }
kiosk-ticket-alone = Будь ласка, зачекайте, доки вас викличуть працівники.
kiosk-ticket-phone = Стежте за своєю чергою на телефоні.
kiosk-ticket-printing = Ваш талон друкується…
kiosk-ticket-printed = Будь ласка, візьміть талон.
kiosk-ticket-not-printed = Талон не надруковано. Будь ласка, запам’ятайте або сфотографуйте номер.
kiosk-ticket-maybe-printed = Талон не вийшов? Будь ласка, запам’ятайте або сфотографуйте номер.
kiosk-ticket-copy = Надрукувати копію
kiosk-ticket-another = Показати ще один QR-код

# People together, and what they wish of whoever calls
kiosk-another-title = Піднесіть наступний QR-код до камери
kiosk-ticket-together = Разом із { $numbers }
kiosk-wish-open = Допомога або більше часу
kiosk-wish-title = Чого ви бажаєте?
kiosk-wish-for = Для номера { $number }
kiosk-wish-pick-up = Будь ласка, підійдіть по мене
kiosk-wish-more-time = Мені потрібно більше часу
kiosk-wish-interpreter = Мені потрібен перекладач
kiosk-wish-what = Працівники бачать ваше побажання перед викликом. Натисніть ще раз, щоб скасувати.
kiosk-wish-private = Ми зберігаємо лише це побажання, без причини.

# Keypad
kiosk-keypad-title = Введіть номер запису
kiosk-keypad-where = 8 символів, наприклад K7M4-3PXR. Його вказано в підтвердженні запису.
kiosk-keypad-wrong = Один символ неправильний. Будь ласка, перевірте номер запису.
kiosk-keypad-pin = Схоже, це ваш PIN-код. Будь ласка, введіть номер запису: 8 символів із літерами, наприклад K7M4-3PXR.
kiosk-keypad-send = Зареєструватися

# Without an appointment
kiosk-walk-in-title = З якого питання ви прийшли?
kiosk-walk-in-wait = Очікування без запису: { $span }
kiosk-walk-in-full = Зараз дуже багато відвідувачів. Можливо, номерів на сьогодні вже не буде.
kiosk-walk-in-none = Тут приймають лише за записом.
kiosk-walk-in-take = Взяти номер
kiosk-walk-in-more = Інші послуги ({ $page }/{ $pages })

# Without an appointment: searching, hours, pauses
kiosk-walk-in-search = Пошук
kiosk-walk-in-search-what = Введіть слово, наприклад «паспорт».
kiosk-walk-in-search-none = Нічого не знайдено. Спробуйте інше слово.
kiosk-walk-in-search-more = Є ще. Будь ласка, пишіть далі.
kiosk-walk-in-ahead = Людей перед вами: { $count }
kiosk-walk-in-not-now = Без запису знову: { $when }.
kiosk-walk-in-book = Записатися на прийом:
kiosk-not-now-title = Зараз це неможливо без запису
kiosk-paused-title = Зараз номери не видаються

# Nothing with me, languages
kiosk-nothing-title = Достатньо вашого імені
kiosk-nothing-what = Якщо ви записані: назвіть своє ім’я. QR-код не потрібен.
kiosk-nothing-walk-in = Якщо ви не записані: тут можна взяти номер.
kiosk-languages-title = Мова · Sprache · Language

# Refusals
kiosk-fact-appointment = Ваш запис
kiosk-fact-new-appointment = Новий запис
kiosk-fact-was = Час запису
kiosk-fact-now = Зараз
kiosk-fact-place = Місце
kiosk-fact-number = Ваш номер
kiosk-unreadable-title = Це не наш QR-код
kiosk-unreadable-what = Будь ласка, покажіть QR-код із підтвердження запису.
kiosk-unknown-title = Цей QR-код тут недійсний
kiosk-unknown-what = Будь ласка, перевірте, чи це найновіше підтвердження запису.
kiosk-unknown-number-title = Ми не знайшли цей номер запису
kiosk-unknown-number-what = Будь ласка, перевірте 8 символів і введіть їх ще раз.
kiosk-type-again = Ввести ще раз
kiosk-locked-title = Будь ласка, трохи зачекайте
kiosk-locked-what = Знову вводити можна з { $time }. QR-код працює відразу.
kiosk-wrong-office-title = Ви записані в іншому місці
kiosk-wrong-office-what = Будь ласка, зверніться туди й зареєструйтеся там.
kiosk-wrong-office-unknown = Місце вказано в підтвердженні запису.
kiosk-cancelled-title = Цей запис скасовано
kiosk-cancelled-what = Тут можна взяти номер без запису.
kiosk-moved-title = Ваш запис перенесено
kiosk-moved-what = Будь ласка, зареєструйтеся тут: { $date }, з { $time }.
kiosk-finished-title = Ваш візит завершено
kiosk-finished-what = Потрібно ще щось? Можна взяти новий номер без запису.
kiosk-wrong-day-title = Ви записані на інший день
kiosk-wrong-day-what = Будь ласка, приходьте того дня. Зареєструватися можна з { $time }.
kiosk-past-day-title = Час вашого запису минув
kiosk-past-day-what = Тут можна взяти номер без запису.
kiosk-too-early-title = Ви прийшли зарано
kiosk-too-early-what = Будь ласка, зареєструйтеся тут з { $time }.
kiosk-too-late-title = Час реєстрації минув
kiosk-too-late-what = Зареєструватися можна було до { $time }.
kiosk-late-offer = Можна почекати без запису: { $span }.
kiosk-late-take = Чекати без запису
kiosk-not-confirmed-title = Цей запис не підтверджено
kiosk-not-confirmed-what = Цей час більше не закріплений за вами. Можна взяти номер без запису.
kiosk-closed-today-title = Сьогодні зачинено
kiosk-queue-full-title = Номерів на сьогодні більше немає
kiosk-queue-full-opens = Будь ласка, приходьте знову: { $when }.
kiosk-queue-full-later = Будь ласка, приходьте іншого дня або запишіться на прийом.
kiosk-closed-title = Зараз зачинено
kiosk-closed-opens = Знову відчинено: { $when }.
kiosk-not-offered-title = Для цього потрібен запис
kiosk-not-offered-what = Будь ласка, запишіться на прийом.
kiosk-no-answer-title = Зараз це триває надто довго
kiosk-no-answer-what = Будь ласка, спробуйте ще раз за хвилину.
kiosk-no-answer-valid-what = Ваш QR-код дійсний. Зараз ми не можемо видати номер. Будь ласка, спробуйте ще раз за хвилину.
kiosk-try-again = Спробувати ще раз

# Out of service
kiosk-out-title = Цей термінал зараз не працює
kiosk-out-what = Будь ласка, зверніться до працівників. Ваш запис залишається чинним.
kiosk-out-starting-title = Зачекайте, будь ласка
kiosk-out-starting-what = Цей термінал вмикається.

# What is said aloud and stands nowhere.
kiosk-speak-keys = Стрілки: вибрати. Ввід: натиснути. Клавіша читання: зупинити або почути ще раз. Плюс і мінус: гучніше і тихіше. Сторінка вгору і сторінка вниз: швидше і повільніше. Ескейп: назад.
kiosk-speak-choices = Можна вибрати: { $keys }
kiosk-speak-private = Подробиці вашого запису можуть почути інші. Прочитати їх уголос? Тоді натисніть п’ять.
kiosk-speak-any-key = Якщо потрібно більше часу, натисніть будь-яку клавішу.
kiosk-speak-pace = Тепер мова звучить так швидко.
kiosk-speak-typed = Введено: { $signs }
kiosk-speak-deleted = Видалено: { $sign }
kiosk-speak-delete = Видалити останній знак
kiosk-speak-chosen = Вибрано: { $count }
kiosk-speak-aim = Короткі звуки допоможуть: що вищий звук, то ближче QR-код. Що частіші звуки, то ближче він до середини.
kiosk-speak-languages = Стрілками можна почути мови, кожну її голосом.
kiosk-speak-keypad = Введіть знаки або виберіть їх стрілками.

# The aids: each key says its name and how it stands
kiosk-aids-title = Допомога в користуванні
kiosk-aids-what = Це лише для вас і лише зараз.
kiosk-aids-state = { $aid }: { $state }
kiosk-aids-speech = Читання вголос
kiosk-aids-letters = Великі літери
kiosk-aids-time = Більше часу
kiosk-aids-low = Клавіші нижче
kiosk-aids-off = вимкнено
kiosk-aids-on = увімкнено
kiosk-aids-large = великі
kiosk-aids-largest = дуже великі
kiosk-aids-double = удвічі довше
kiosk-aids-triple = утричі довше
kiosk-aids-missing = тут неможливо

# While everything stands still, and while staff give no tickets without an appointment.
kiosk-interrupted-title = Прийом тимчасово припинено
kiosk-interrupted-what = Будь ласка, слухайте працівників і оголошення. Ваш номер залишається дійсним.
kiosk-paused-usual = Зараз номери без запису не видаються. Якщо у вас є запис, зареєструйтеся, будь ласка, тут.
