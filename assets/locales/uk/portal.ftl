# The booking server’s pages: booking, confirmation, the citizen’s phone.

portal-name = Запис на прийом
portal-skip = До змісту
portal-languages = Мова · Language
portal-demo = Демонстрація: годинник показує { $time }.
portal-steps = Крок { $step } з 4
portal-back = Назад
portal-home = До всіх установ

# The error summary above a form.
portal-summary = Будь ласка, перевірте свої дані

portal-offices-title = Запис на прийом
portal-offices-lead = Куди ви хочете записатися?
portal-offices-none = Зараз тут не можна записатися.

portal-services-title = З якого питання ви прийдете?
portal-services-lead = За один прийом можна вирішити кілька питань. Виберіть, скільки разів вам потрібна кожна послуга.
portal-services-minutes = { $minutes ->
    [one] приблизно { $minutes } хвилина
    [few] приблизно { $minutes } хвилини
    [many] приблизно { $minutes } хвилин
   *[other] приблизно { $minutes } хвилини
}
portal-services-hours =
    приблизно { $hours ->
        [one] { $hours } година
        [few] { $hours } години
        [many] { $hours } годин
       *[other] { $hours } години
    }{ $minutes ->
        [0] { "" }
        [one] { " " }{ $minutes } хвилина
        [few] { " " }{ $minutes } хвилини
        [many] { " " }{ $minutes } хвилин
       *[other] { " " }{ $minutes } хвилини
    }
portal-services-documents = Що взяти з собою
portal-services-next = Показати вільний час
portal-services-choose = Виберіть принаймні одну послугу.
portal-services-too-much = Разом це триватиме надто довго. Будь ласка, запишіться кілька разів.
portal-services-too-many = Одну з ваших послуг можна вибрати для одного прийому не більше { $most } разів.
portal-services-apart = «{ $service }» і «{ $other }» не можна поєднати в одному прийомі. Будь ласка, запишіться двічі.

portal-times-title = Коли ви хочете прийти?
portal-times-move-title = На який час ви хочете перенести запис?
portal-times-lead = { $services } – { $length }
portal-times-free = { $count ->
    [one] { $count } варіант часу
    [few] { $count } варіанти часу
    [many] { $count } варіантів часу
   *[other] { $count } варіанта часу
}
portal-times-morning = До обіду
portal-times-afternoon = Після обіду
portal-times-soonest = Найближчий вільний час: { $time }
portal-times-release = Більше вільного часу з’явиться тут: { $time }.
portal-times-month-before = Попередній місяць
portal-times-month-after = Наступний місяць
portal-times-day-free = вільно
portal-times-day-full = усе зайнято
portal-times-day-later = запис ще не відкрито
portal-times-day-later-from = запис ще не відкрито, час з’явиться: { $time }
portal-times-day-closed = зачинено
portal-times-elsewhere = Інші відділення
portal-stops-title = Місця прийому
portal-stops-all = Усі місця
portal-stops-days = Найближчі дні: { $days }
portal-times-nothing = Зараз немає вільного часу. Ось що можна зробити:
portal-times-nothing-else = На жаль, зараз немає вільного часу. Щойно він з’явиться, ви побачите його на цій сторінці.
portal-times-nothing-move = Зараз немає іншого вільного часу. Ваш запис залишається без змін. Щойно з’явиться вільний час, ви побачите його на цій сторінці.
portal-times-change = Змінити послуги

portal-contact-title = Хто прийде?
portal-contact-held = Ми тримаємо цей час для вас до { $time }.
portal-contact-name = Ім’я та прізвище
portal-contact-name-hint = Так ми знайдемо ваш запис, якщо у вас нічого не буде з собою.
portal-contact-email = Електронна пошта
portal-contact-optional = за бажанням
portal-contact-interpreter = Чи потрібен вам перекладач? Якою мовою?
portal-contact-next = Далі
portal-contact-name-missing = Введіть своє ім’я.
portal-contact-name-wrong = Ім’я надто довге або містить знаки, яких не буває в іменах.
portal-contact-email-wrong = Введіть адресу електронної пошти, наприклад name@example.org, або залиште поле порожнім.
portal-contact-privacy = Ваші дані ми видаляємо вночі після прийому.

portal-check-title = Будь ласка, перевірте свій запис
portal-check-where = Місце
portal-check-when = Час
portal-check-what = Послуги
portal-check-length = Тривалість
portal-check-tight = Тут немає додаткового часу для перекладу. Тривалість залишається: { $length }. Ми все одно бачимо ваше побажання. Якщо ви хочете більше часу, будь ласка, виберіть інший час.
portal-check-interpreter = Перекладач
portal-check-name = Ім’я та прізвище
portal-check-email = Електронна пошта
portal-check-no-email = немає
portal-check-change = Змінити дані
portal-check-book = Підтвердити запис

portal-booking-title = Ваш запис
portal-booking-done = Вас записано.
portal-booking-already = Ви вже записалися на цей час.
portal-booking-moved = Ваш запис перенесено. Попередній QR-код більше не дійсний, будь ласка, користуйтеся цим.
portal-booking-cancelled = Цей запис скасовано.
portal-booking-new = Записатися знову
portal-booking-qr = QR-код для реєстрації біля термінала
portal-booking-how = Піднесіть цей QR-код до камери термінала біля входу – на телефоні або на папері.
portal-booking-window = Зареєструватися можна з { $from } до { $to }.
portal-booking-short-code = Номер запису
portal-booking-short-code-hint = Щоб ввести вручну, якщо QR-коду немає з собою.
portal-booking-pin = PIN-код
portal-booking-pin-hint = PIN-код потрібен, щоб скасувати або перенести запис. PIN-код показано лише тут: роздрукуйте цю сторінку або запишіть PIN-код.
portal-booking-keep = Збережіть адресу цієї сторінки або роздрукуйте її. За цією адресою ви знову побачите свій запис, але не PIN-код. Хто знає адресу, той бачить ваш запис.
portal-booking-print = Роздрукувати сторінку
portal-booking-documents = Що взяти з собою
portal-booking-change = Змінити запис
portal-booking-move = Перенести запис
portal-booking-cancel = Скасувати запис
portal-booking-cancel-do = Скасувати запис
portal-booking-pin-label = PIN-код
portal-booking-pin-digits = Шість цифр із вашого підтвердження
portal-booking-save-qr = Зберегти QR-код як зображення
portal-booking-over = Час цього запису минув.

portal-offer-title = Новий час для вашого запису
portal-offer-until = Ми тримаємо новий час для вас до: { $time }.
portal-offer-over = Цей час більше не тримається для вас. Ви можете обрати інший.
portal-move-title = Перенести запис
portal-move-from = Було
portal-move-to = Буде
portal-move-do = Перенести на цей час
portal-move-other = Вибрати інший час
portal-move-stands = Ваш попередній запис чинний, доки новий не підтверджено.

portal-phone-title = Ваш номер
portal-phone-number = Номер { $number }
portal-phone-area = Будь ласка, чекайте тут: { $area }
portal-phone-estimate = Час очікування: { $span }
portal-phone-as-of = Станом на { $time }
portal-phone-reload = Оновіть цю сторінку, щоб побачити, як просувається черга.
portal-phone-lost = Зв’язок перервано. Дані можуть бути застарілими. Будь ласка, слухайте виклики в зоні очікування.
portal-phone-waiting = Ви в черзі. Ми викличемо ваш номер.
portal-phone-called = Будь ласка, підійдіть зараз: { $counter }
portal-phone-called-nowhere = Будь ласка, підійдіть зараз. Куди саме, вказано на екрані.
portal-phone-serving = Вас обслуговують: { $counter }
portal-phone-serving-nowhere = Вас обслуговують.
portal-phone-parked = Незабаром продовжимо. Будь ласка, залишайтеся поруч.
portal-phone-finished = Ваш візит завершено. До побачення!
portal-phone-no-show = Ми викликали вас кілька разів. Ще раз піднесіть талон до камери термінала, і ви знову будете в черзі.
portal-phone-cancelled = Ваш номер більше не викликатимуть, бо запис скасовано.
portal-phone-unserved = На жаль, сьогодні ми не змогли вас викликати. Будь ласка, запишіться знову.

# What the phone’s page does with the ticket.
portal-phone-also = Також для: { $numbers }
portal-phone-ahead = { $count ->
    [0] Перед вами вже нікого немає
    [one] Перед вами ще { $count } особа
    [few] Перед вами ще { $count } особи
    [many] Перед вами ще { $count } осіб
   *[other] Перед вами ще { $count } особи
}
portal-phone-alert = Сповістити, коли викличуть
portal-phone-alert-hint = Звуком, вібрацією та сповіщенням, якщо телефон це вміє. Для цього залиште цю сторінку відкритою.
portal-phone-alert-on = Так звучить ваш виклик. Будь ласка, не закривайте цю сторінку й не вимикайте звук.
portal-phone-give-up = Я відмовляюся від свого місця
portal-phone-give-up-sure = Ваш номер більше не викличуть. Це не можна скасувати.
portal-phone-give-up-yes = Так, відмовитися від місця
portal-phone-giving-up = Ваше місце звільняється. Зачекайте хвилинку.
portal-phone-gave-up = Ви відмовилися від свого місця. Ваш номер більше не викличуть.
portal-phone-over-title = Візит завершено
portal-phone-over = Ваш візит завершено. Цей номер більше не дійсний.

portal-refused-title = На жаль, це неможливо
portal-refused-not-found-title = Такої сторінки немає
portal-refused-not-found = Будь ласка, перевірте адресу.
portal-refused-method-title = Цю сторінку не можна відкрити так
portal-refused-method = Будь ласка, почніть із першої сторінки. Ваші записи залишаються дійсними.
portal-refused-office = Такої установи немає. Будь ласка, виберіть зі списку.
portal-refused-service = Цієї послуги тут не надають. Будь ласка, виберіть знову.
portal-refused-not-offered = Цей час недоступний. Будь ласка, виберіть інший.
portal-refused-taken = Цей час щойно зайняв хтось інший. Будь ласка, виберіть інший.
portal-refused-hold-unknown = Цей запис уже завершено або його не існує. Будь ласка, почніть знову.
portal-refused-hold-expired = Цей час був закріплений за вами лише до { $time }. Нічого не записано. Будь ласка, виберіть час ще раз.
portal-refused-booking = Такого запису немає. Будь ласка, перевірте адресу з вашого підтвердження.
portal-refused-cancelled = Цей запис уже скасовано. Будь ласка, запишіться знову.
portal-refused-blocked = З цими контактними даними записатися онлайн не можна. Це діє до: { $date }. Будь ласка, зателефонуйте нам.
portal-refused-asked = У нас уже є ваші запити. Більше одночасно не можна. Зачекайте, будь ласка, на нашу відповідь або відкличте один запит.
portal-refused-many =
    У вас уже є { $most ->
        [one] { $most } запис
        [few] { $most } записи
        [many] { $most } записів
       *[other] { $most } запису
    } для цього. Більше одночасно не можна. Потрібен інший час? Спочатку скасуйте один запис.
portal-refused-over = Час цього запису настав або минув, його вже не можна змінити.
portal-refused-pin = { $left ->
    [one] PIN-код неправильний. У вас залишилася { $left } спроба.
    [few] PIN-код неправильний. У вас залишилося { $left } спроби.
    [many] PIN-код неправильний. У вас залишилося { $left } спроб.
   *[other] PIN-код неправильний. У вас залишилося { $left } спроби.
}
portal-refused-pin-locked = PIN-код забагато разів введено неправильно. Будь ласка, спробуйте ще раз з { $time }.
portal-refused-ticket-title = Ми не знайшли цей номер
portal-refused-ticket = Можливо, він з іншого дня. Будь ласка, слухайте виклики в зоні очікування.
portal-refused-again = Це вже надіслано. Будь ласка, оновіть сторінку й спробуйте ще раз.
portal-refused-malformed = Ми не змогли прочитати ці дані. Будь ласка, поверніться назад і спробуйте ще раз.
portal-refused-storage-title = Зараз ми нічого не можемо зберегти
portal-refused-storage = Нічого не змінено. Будь ласка, спробуйте ще раз за кілька хвилин.
portal-refused-too-often-title = Забагато запитів
portal-refused-too-often = Будь ласка, зачекайте хвилину та спробуйте ще раз. Ваші записи залишаються чинними.
portal-refused-again-do = Вибрати час

# “I will be late”, from the phone.
portal-phone-late = Я запізнююся
portal-phone-late-hint = Тоді спершу викличуть інших, а ваше місце збережеться. Це можливо один раз за візит. На скільки пізніше?
portal-phone-late-minutes = { $minutes } хвилин
portal-phone-late-said = Ми передаємо, що ви прийдете на { $minutes } хвилин пізніше. Зачекайте хвилинку.
portal-phone-late-until = Ви прийдете пізніше. Ми чекаємо на вас до { $time }.
portal-phone-late-not-waiting = Ваш номер більше не очікує. На сторінці вашого номера вказано, що робити далі.
portal-phone-late-once = Ви вже повідомили про це. Це можливо один раз за візит. Якщо ви не встигаєте, будь ласка, відмовтеся від місця.
portal-phone-back = Назад до вашого номера
portal-phone-unsent = Зараз не вдалося надіслати. Будь ласка, натисніть ще раз.

# Choosing services: search, numbers, what it costs.
portal-search-do = Шукати
portal-services-search = Пошук послуги
portal-services-found = { $count ->
    [one] Знайдено { $count } послугу
    [few] Знайдено { $count } послуги
    [many] Знайдено { $count } послуг
   *[other] Знайдено { $count } послуги
}
portal-services-found-none = Нічого не знайдено. Спробуйте інше слово.
portal-services-all = Показати всі послуги
portal-services-others = Інші послуги
portal-services-take-do = Вибрати
portal-services-take = Вибрати: { $service }
portal-services-less = На одну менше: { $service }
portal-services-more = На одну більше: { $service }
portal-services-details = Документи, вартість, бланки
portal-services-fees = Скільки це коштує
portal-services-forms = Бланки для заповнення
portal-services-free = безоплатно
portal-services-fee-from = від { $fee }
portal-services-nothing = Ще нічого не вибрано
portal-services-count = { $count ->
    [one] { $count } послуга
    [few] { $count } послуги
    [many] { $count } послуг
   *[other] { $count } послуги
}

# The assistant: a few questions that lead to the right services.
portal-questions-start = Я не знаю, що мені потрібно
portal-questions-count = Питання { $number } щонайбільше з 3
portal-questions-unknown = Не знаю: показати всі послуги
portal-questions-done = Це відповідає вашим відповідям. Ви ще можете це змінити.

# Which office.
portal-offices-search = Пошук за послугою, назвою або вулицею
portal-offices-speaks = Де розмовляють цією мовою
portal-offices-speaks-any = будь-яка
portal-offices-step-free-only = Лише без сходинок
portal-offices-step-free = Доступ без сходинок
portal-offices-languages = Ми розмовляємо: { $languages }
portal-offices-offers = Послуги: { $services }
portal-offices-found = { $count ->
    [one] Знайдено { $count } відділення
    [few] Знайдено { $count } відділення
    [many] Знайдено { $count } відділень
   *[other] Знайдено { $count } відділення
}
portal-offices-found-none = Жодне відділення не підходить.
portal-offices-all = Показати всі відділення

# Which of the free times are shown.
portal-times-narrow = Уточнити час
portal-times-narrow-from = Починаючи з цього дня
portal-day-wrong = Такого дня немає. Введіть його так: { $example }.
portal-times-narrow-half = Час доби
portal-times-narrow-any = будь-який
portal-times-narrow-step-free = Інші відділення: лише без сходинок
portal-times-narrow-speaks = Інші відділення, де розмовляють цією мовою
portal-times-narrow-do = Показати час
portal-times-nothing-fits = За таких умов вільного часу немає. Виберіть раніший день, інший час доби або інше місце.
portal-times-day-unfit = є вільний час, але не такий, як обрано

# Who comes: what else is asked, and how long the time is held.
portal-contact-held-soon = Ми тримаємо цей час для вас ще 2 хвилини.
portal-contact-held-over = Цей час більше не тримається для вас. Усе одно продовжуйте: ваші дані залишаться.
portal-contact-email-missing = Введіть адресу електронної пошти. Вона потрібна цьому відділенню.
portal-contact-phone = Номер телефону
portal-contact-phone-missing = Введіть номер телефону. Він потрібен цьому відділенню.
portal-contact-phone-wrong = Введіть номер телефону, наприклад 01234 5678 або +49 1234 5678.
portal-contact-persons = Скільки людей прийде загалом?
portal-contact-support = Чи потрібна вам допомога?
portal-contact-more-time = Мені потрібно більше часу, наприклад щоб дійти
portal-contact-pick-up = Будь ласка, заберіть мене із зони очікування
portal-contact-interpreter-none = Ні
portal-contact-interpreter-other = Інша мова
portal-contact-way = Як перекладати?
portal-contact-way-on-site = на місці
portal-contact-way-telephone = телефоном
portal-contact-way-video = через відеозв’язок
portal-check-phone = Номер телефону
portal-check-no-phone = немає
portal-check-persons = Кількість людей
portal-check-wishes = Побажання

# The time is gone: another one, with everything that was typed.
portal-again-title = Виберіть новий час
portal-again-kept = Ваші дані збережено. Нічого не потрібно вводити ще раз.
portal-again-day = Краще в інший день?
portal-contact-held-longer = Тримати довше

# The waiting list.
portal-wait-list = Список очікування
portal-wait-link = Додати до списку очікування
portal-wait-hint = Жоден час не підходить? Якщо час звільниться, ми надішлемо вам листа й триматимемо його для вас 2 години.
portal-wait-from = Не раніше цього дня
portal-wait-until = Не пізніше цього дня
portal-wait-from-wrong = Виберіть перший день до { $last }.
portal-wait-days-wrong = Виберіть день до { $last }, але не раніше першого дня.
portal-wait-notice = Коли вам треба про це знати щонайпізніше?
portal-wait-notice-hours = Досить за 3 години
portal-wait-notice-day = За один день
portal-wait-notice-days = За три дні
portal-wait-notice-week = За тиждень
portal-wait-email-missing = Введіть адресу електронної пошти, наприклад name@example.org. Туди ми вам напишемо.
portal-wait-many = Ця адреса електронної пошти вже кілька разів є у списках очікування. Більше одночасно не можна. За посиланням у нашому листі можна вилучити себе зі списку очікування.
portal-wait-privacy = Ми видалимо вашу адресу, щойно вас не буде в списку очікування.
portal-wait-your-title = Ваше місце в списку очікування
portal-wait-done = Ви в списку очікування. Ми надіслали вам листа.
portal-wait-stands = Ви в списку очікування. Якщо звільниться зручний час, ми надішлемо вам листа.
portal-wait-days = Дні
portal-wait-span = { $from } – { $until }
portal-wait-offer = Звільнився час: { $when }. Ми тримаємо його для вас до: { $time }.
portal-wait-pass = Цей час мені не підходить
portal-wait-pass-hint = Тоді його отримає хтось інший, а ви чекаєте далі. Після трьох невикористаних пропозицій вас буде вилучено зі списку.
portal-wait-leave = Вилучити зі списку очікування
portal-wait-left = Вас більше немає в списку очікування. Вашу адресу видалено.
portal-refused-asking = Цієї заявки вже немає. Її виконано, видалено або її термін минув.

# A time that staff find: the citizen proposes days.
portal-request-title = Запитати про прийом
portal-request-lead = Назвіть до трьох зручних днів. Ми знайдемо час і відповімо вам.
portal-request-else = Жоден із цих варіантів не підходить? Запропонуйте нам дні.
portal-request-day = Пропозиція { $number }
portal-request-on = День
portal-request-days-wrong = Вкажіть принаймні один день, не пізніше { $last }.
portal-request-words = Що ще нам треба знати?
portal-request-words-wrong = Будь ласка, скоротіть текст до 1000 знаків.
portal-request-do = Надіслати запит
portal-request-privacy = Ваші дані ми видалимо разом із відповіддю, не пізніше ніж за 30 днів.
portal-request-your-title = Ваш запит
portal-request-done = Ваш запит у нас. Ми відповімо якнайшвидше.
portal-request-days = Пропозиції
portal-request-proposal = { $day } – { $half }
portal-request-withdraw = Відкликати запит
portal-request-withdrawn = Ваш запит відкликано. Ваші дані видалено.

# The office wants to know that the address is right before it books.
portal-unconfirmed-title = Будь ласка, підтвердьте запис
portal-unconfirmed = Ваш запис ще не остаточний. Ми надіслали вам листа. Підтвердьте в ньому запис, інакше час знову стане вільним. Це можна зробити до: { $time }.
portal-unconfirmed-here = Ви вже в нас? Тоді зареєструйтеся на терміналі за цим номером. Цього досить.
portal-unconfirmed-none = Не отримали листа? Перегляньте також теку з рекламою та перевірте свою адресу.

# The free times change while one looks at them.
portal-times-renewed = Вільний час змінився.
