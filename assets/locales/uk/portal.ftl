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
portal-services-how-often = Скільки разів: { $service }
portal-services-minutes = { $minutes ->
    [one] приблизно { $minutes } хвилина
    [few] приблизно { $minutes } хвилини
    [many] приблизно { $minutes } хвилин
   *[other] приблизно { $minutes } хвилини
}
portal-services-documents = Що взяти з собою
portal-services-next = Показати вільний час
portal-services-choose = Виберіть принаймні одну послугу.
portal-services-too-much = Разом це триватиме надто довго. Будь ласка, запишіться кілька разів.

portal-times-title = Коли ви хочете прийти?
portal-times-move-title = На який час ви хочете перенести запис?
portal-times-lead = { $minutes ->
    [one] { $services } – приблизно { $minutes } хвилина
    [few] { $services } – приблизно { $minutes } хвилини
    [many] { $services } – приблизно { $minutes } хвилин
   *[other] { $services } – приблизно { $minutes } хвилини
}
portal-times-free = { $count ->
    [one] { $count } варіант часу
    [few] { $count } варіанти часу
    [many] { $count } варіантів часу
   *[other] { $count } варіанта часу
}
portal-times-morning = До обіду
portal-times-afternoon = Після обіду
portal-times-soonest = Найближчий вільний час: { $time }
portal-times-month-before = Попередній місяць
portal-times-month-after = Наступний місяць
portal-times-day-free = вільно
portal-times-day-full = усе зайнято
portal-times-day-closed = зачинено
portal-times-elsewhere = Інші відділення
portal-times-elsewhere-next = { $office }: { $time }
portal-times-nothing = Зараз немає вільного часу. Будь ласка, спробуйте пізніше.
portal-times-change = Змінити послуги

portal-contact-title = Хто прийде?
portal-contact-held = Ми тримаємо цей час для вас до { $time }.
portal-contact-name = Ім’я та прізвище
portal-contact-name-hint = Так ми знайдемо ваш запис, якщо у вас нічого не буде з собою.
portal-contact-email = Електронна пошта
portal-contact-optional = за бажанням
portal-contact-interpreter = Мені потрібен перекладач
portal-contact-next = Далі
portal-contact-name-missing = Введіть своє ім’я.
portal-contact-name-wrong = Ім’я надто довге або містить знаки, яких не буває в іменах.
portal-contact-email-wrong = Введіть адресу електронної пошти, наприклад name@example.org, або залиште поле порожнім.
portal-contact-privacy = Ім’я та адресу електронної пошти ми видалимо вночі після вашого візиту.

portal-check-title = Будь ласка, перевірте свій запис
portal-check-where = Місце
portal-check-when = Час
portal-check-what = Послуги
portal-check-length = Тривалість
portal-check-interpreter = Перекладач
portal-check-name = Ім’я та прізвище
portal-check-email = Електронна пошта
portal-check-no-email = немає
portal-check-change = Змінити дані
portal-check-book = Підтвердити запис

portal-booking-title = Ваш запис
portal-booking-done = Вас записано.
portal-booking-moved = Ваш запис перенесено. Попередній QR-код більше не дійсний, будь ласка, користуйтеся цим.
portal-booking-cancelled = Цей запис скасовано.
portal-booking-new = Записатися знову
portal-booking-qr = QR-код для реєстрації біля термінала
portal-booking-how = Піднесіть цей QR-код до камери термінала біля входу – на телефоні або на папері.
portal-booking-window = Зареєструватися можна з { $from } до { $to }.
portal-booking-short-code = Номер запису
portal-booking-short-code-hint = Щоб ввести вручну, якщо QR-коду немає з собою.
portal-booking-pin = PIN-код
portal-booking-pin-hint = PIN-код потрібен, щоб скасувати або перенести запис. Ми показуємо його лише цей раз: будь ласка, запишіть його зараз.
portal-booking-keep = Збережіть адресу цієї сторінки або роздрукуйте її. Хто знає адресу, той бачить ваш запис.
portal-booking-documents = Що взяти з собою
portal-booking-change = Змінити запис
portal-booking-move = Перенести запис
portal-booking-cancel = Скасувати запис
portal-booking-cancel-do = Скасувати запис
portal-booking-pin-label = PIN-код
portal-booking-pin-digits = Шість цифр із вашого підтвердження
portal-booking-save-qr = Зберегти QR-код як зображення
portal-booking-over = Час цього запису минув.

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
portal-refused-office = Такої установи немає. Будь ласка, виберіть зі списку.
portal-refused-service = Цієї послуги тут не надають. Будь ласка, виберіть знову.
portal-refused-not-offered = Цей час недоступний. Будь ласка, виберіть інший.
portal-refused-taken = Цей час щойно зайняв хтось інший. Будь ласка, виберіть інший.
portal-refused-hold-unknown = Цей запис уже завершено або його не існує. Будь ласка, почніть знову.
portal-refused-hold-expired = Цей час був закріплений за вами до { $time }, а тепер він знову вільний. Нічого не записано. Будь ласка, виберіть час ще раз.
portal-refused-booking = Такого запису немає. Будь ласка, перевірте адресу з вашого підтвердження.
portal-refused-cancelled = Цей запис уже скасовано. Будь ласка, запишіться знову.
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
