# Mails to citizens, and what pages say of them.

mail-subject-confirmed = Вас записано: { $when }, { $place }
mail-subject-together = Записи підтверджено: { $place }
mail-subject-moved = Запис перенесено: { $when }, { $place }
mail-subject-cancelled = Запис скасовано: { $when }, { $place }
mail-subject-office-moved = У вашого запису новий час: { $when }, { $place }
mail-subject-office-place = Ваш запис в іншому місці: { $when }, { $place }
mail-subject-office-cancelled = На жаль, ваш запис скасовано: { $when }, { $place }
mail-subject-office-offer = Пропонуємо вам інший час для вашого запису: { $when }, { $place }
mail-subject-reminder = Нагадування про ваш запис: { $when }, { $place }
mail-subject-new-code = Новий QR-код для вашого запису: { $when }, { $place }
mail-subject-confirm = Будь ласка, підтвердьте свій запис: { $when }, { $place }
mail-subject-offer = Звільнився час: { $when }, { $place }

mail-greeting = Добрий день, { $name }!
mail-greeting-nameless = Добрий день!

mail-cancelled = Ваш запис скасовано. Більше нічого робити не потрібно.
mail-office-moved = Ми були змушені перенести ваш запис на інший час. Просимо вибачення. Попередній QR-код більше не дійсний, будь ласка, користуйтеся кодом із цього листа.
mail-office-moved-else = Новий час вам не підходить? Запис можна перенести або скасувати.
mail-office-place = Прийом за вашим записом відбудеться в іншому місці. Час не змінюється, ваш QR-код залишається дійсним. Просимо вибачення.
mail-office-place-before = Попереднє місце
mail-office-place-else = Нове місце вам не підходить? Запис можна перенести або скасувати.
mail-office-cancelled = На жаль, ми були змушені скасувати ваш запис. Просимо вибачення. Будь ласка, запишіться знову.
mail-office-offer = На жаль, ваш прийом не може відбутися. Вибачте. Ми залишили для вас інший час.
mail-office-offer-until = Будь ласка, прийміть новий час до: { $time }. Після цього ваш запис буде скасовано.
mail-office-offer-do = Прийняти новий час
mail-reminder = Нагадуємо вам про ваш запис.
mail-reminder-else = Не можете прийти? Будь ласка, скасуйте запис, тоді цим часом зможе скористатися хтось інший.
mail-new-code = Ваш запис залишається без змін. Новий лише QR-код: попередній більше не дійсний, будь ласка, користуйтеся кодом із цього листа.
mail-confirm = Будь ласка, підтвердьте свій запис. Ми тримаємо цей час для вас до такого моменту: { $time }.
mail-confirm-do = Підтвердити запис
mail-offer = Ви в списку очікування, і цей час звільнився. Ми тримаємо його для вас до такого моменту: { $time }.
mail-offer-do = Узяти цей час

mail-reason-illness = Кілька наших працівників захворіли.
mail-reason-technical = У нас технічна несправність.
mail-reason-building = Наша будівля того дня зачинена.

mail-map = Показати на карті
mail-fees = Вартість
mail-forms = Бланки
mail-check-in = Як зареєструватися
mail-qr-elsewhere = QR-код є у вкладенні до цього листа та на сторінці вашого запису.
mail-together = Ці записи підтверджено. Кожен має свій номер і свій PIN-код.
mail-together-code = QR-код для реєстрації є на сторінці запису.
mail-pin = PIN-код потрібен, щоб скасувати або перенести запис.
mail-open = Переглянути запис
mail-labelled = { $label }: { $value }
mail-in-calendar = Файл у вкладенні додає запис до вашого календаря.
mail-out-of-calendar = Файл у вкладенні прибирає запис із вашого календаря.
mail-keep = Будь ласка, нікому не пересилайте цей лист. Хто його має, може бачити й змінювати ваш запис.
mail-not-you = Ви в нас не записувалися? Тоді хтось помилився в адресі. Будь ласка, видаліть цей лист.
mail-automatic = Цей лист надіслано автоматично.

mail-calendar-summary = Запис: { $place }

mail-page-calendar = Додати запис до календаря
mail-page-sent = Ці дані ми надсилаємо вам також електронною поштою.

# The waiting list.
mail-subject-waiting = Ви в списку очікування: { $place }
mail-subject-waiting-over = Вас більше немає в списку очікування: { $place }
mail-waiting = Ви в списку очікування. Якщо звільниться зручний час, ми вам напишемо й триматимемо його для вас 2 години. За посиланням можна вийти зі списку.
mail-waiting-let-pass = Ми тримали для вас три варіанти часу, і ви не взяли жодного. Тому вас більше немає в списку. Ви можете записатися в список знову.
mail-waiting-nothing-free = На жаль, до вашого останнього дня зручний час не звільнився. Нам шкода. Вас більше немає в списку очікування.

# A time that staff find.
mail-subject-requested = Ваш запит у нас: { $place }
mail-subject-request-answered = Відповідь на ваш запит: { $place }
mail-request-declined = На жаль, ми не можемо запропонувати вам час. Нам шкода.
mail-request-unanswered = Ми не відповіли на ваш запит вчасно. Нам шкода. Будь ласка, запитайте ще раз.
