# The booking server’s pages: booking, confirmation, the citizen’s phone.

portal-name = Запись на приём
portal-skip = К содержанию
portal-languages = Язык · Language
portal-demo = Демонстрация: часы показывают { $time }.
portal-steps = Шаг { $step } из 4
portal-back = Назад
portal-home = Ко всем учреждениям

# The error summary above a form.
portal-summary = Пожалуйста, проверьте свои данные

portal-offices-title = Запись на приём
portal-offices-lead = Куда вы хотите записаться?
portal-offices-none = Сейчас здесь нельзя записаться.

portal-services-title = По какому вопросу вы придёте?
portal-services-lead = За один приём можно решить несколько вопросов. Выберите, сколько раз вам нужна каждая услуга.
portal-services-minutes = { $minutes ->
    [one] примерно { $minutes } минута
    [few] примерно { $minutes } минуты
    [many] примерно { $minutes } минут
   *[other] примерно { $minutes } минуты
}
portal-services-hours =
    примерно { $hours ->
        [one] { $hours } час
        [few] { $hours } часа
        [many] { $hours } часов
       *[other] { $hours } часа
    }{ $minutes ->
        [0] { "" }
        [one] { " " }{ $minutes } минута
        [few] { " " }{ $minutes } минуты
        [many] { " " }{ $minutes } минут
       *[other] { " " }{ $minutes } минуты
    }
portal-services-documents = Что взять с собой
portal-services-next = Показать свободное время
portal-services-choose = Выберите хотя бы одну услугу.
portal-services-too-much = Вместе это займёт слишком много времени. Пожалуйста, запишитесь несколько раз.
portal-services-too-many = Одну из ваших услуг можно выбрать для одного приёма не более { $most } раз.
portal-services-apart = «{ $service }» и «{ $other }» нельзя совместить в одном приёме. Пожалуйста, запишитесь дважды.

portal-times-title = Когда вы хотите прийти?
portal-times-move-title = На какое время вы хотите перенести запись?
portal-times-lead = { $services } – { $length }
portal-times-free = { $count ->
    [one] { $count } вариант времени
    [few] { $count } варианта времени
    [many] { $count } вариантов времени
   *[other] { $count } варианта времени
}
portal-times-morning = До обеда
portal-times-afternoon = После обеда
portal-times-soonest = Ближайшее свободное время: { $time }
portal-times-release = Больше свободного времени появится здесь: { $time }.
portal-times-month-before = Предыдущий месяц
portal-times-month-after = Следующий месяц
portal-times-day-free = свободно
portal-times-day-full = всё занято
portal-times-day-later = запись ещё не открыта
portal-times-day-later-from = запись ещё не открыта, время появится: { $time }
portal-times-day-closed = закрыто
portal-times-elsewhere = Другие отделения
portal-stops-title = Места приёма
portal-stops-all = Все места
portal-stops-days = Ближайшие дни: { $days }
portal-times-nothing = Сейчас нет свободного времени. Вот что можно сделать:
portal-times-nothing-else = К сожалению, сейчас нет свободного времени. Как только оно появится, вы увидите его на этой странице.
portal-times-nothing-move = Сейчас нет другого свободного времени. Ваша запись остаётся без изменений. Как только время появится, вы увидите его на этой странице.
portal-times-change = Изменить услуги

portal-contact-title = Кто придёт?
portal-contact-held = Мы держим это время для вас до { $time }.
portal-contact-name = Имя и фамилия
portal-contact-name-hint = Так мы найдём вашу запись, если у вас ничего не будет с собой.
portal-contact-email = Электронная почта
portal-contact-optional = по желанию
portal-contact-interpreter = Нужен ли вам переводчик? На какой язык?
portal-contact-next = Далее
portal-contact-name-missing = Введите своё имя.
portal-contact-name-wrong = Имя слишком длинное или содержит знаки, которых не бывает в именах.
portal-contact-email-wrong = Введите адрес электронной почты, например name@example.org, или оставьте поле пустым.
portal-contact-privacy = Ваши данные мы удаляем в ночь после приёма.

portal-check-title = Пожалуйста, проверьте свою запись
portal-check-where = Место
portal-check-when = Время
portal-check-what = Услуги
portal-check-length = Длительность
portal-check-tight = Здесь нет дополнительного времени для перевода. Продолжительность остаётся: { $length }. Мы всё равно видим ваше пожелание. Если вы хотите больше времени, пожалуйста, выберите другое время.
portal-check-interpreter = Переводчик
portal-check-name = Имя и фамилия
portal-check-email = Электронная почта
portal-check-no-email = нет
portal-check-change = Изменить данные
portal-check-book = Подтвердить запись

portal-booking-title = Ваша запись
portal-booking-done = Вы записаны.
portal-booking-already = Вы уже записались на это время.
portal-booking-moved = Ваша запись перенесена. Прежний QR-код больше не действует, пожалуйста, пользуйтесь этим.
portal-booking-cancelled = Эта запись отменена.
portal-booking-new = Записаться снова
portal-booking-qr = QR-код для регистрации у терминала
portal-booking-how = Поднесите этот QR-код к камере терминала у входа – на телефоне или на бумаге.
portal-booking-window = Зарегистрироваться можно с { $from } до { $to }.
portal-booking-short-code = Номер записи
portal-booking-short-code-hint = Для ввода вручную, если QR-кода нет с собой.
portal-booking-pin = PIN-код
portal-booking-pin-hint = PIN-код нужен, чтобы отменить или перенести запись. PIN-код показан только здесь: распечатайте эту страницу или запишите PIN-код.
portal-booking-keep = Сохраните адрес этой страницы или распечатайте её. По этому адресу вы снова увидите свою запись, но не PIN-код. Кто знает адрес, тот видит вашу запись.
portal-booking-print = Распечатать страницу
portal-booking-documents = Что взять с собой
portal-booking-change = Изменить запись
portal-booking-move = Перенести запись
portal-booking-cancel = Отменить запись
portal-booking-cancel-do = Отменить запись
portal-booking-pin-label = PIN-код
portal-booking-pin-digits = Шесть цифр из вашего подтверждения
portal-booking-save-qr = Сохранить QR-код как изображение
portal-booking-over = Время этой записи прошло.

portal-offer-title = Новое время для вашей записи
portal-offer-until = Мы держим новое время для вас до: { $time }.
portal-offer-over = Это время больше не оставлено для вас. Вы можете выбрать другое.
portal-move-title = Перенести запись
portal-move-from = Было
portal-move-to = Будет
portal-move-do = Перенести на это время
portal-move-other = Выбрать другое время
portal-move-stands = Прежняя запись действует, пока новая не подтверждена.

portal-phone-title = Ваш номер
portal-phone-number = Номер { $number }
portal-phone-area = Пожалуйста, ждите здесь: { $area }
portal-phone-estimate = Время ожидания: { $span }
portal-phone-as-of = По состоянию на { $time }
portal-phone-reload = Обновите эту страницу, чтобы увидеть, как движется очередь.
portal-phone-lost = Связь прервана. Данные могут быть устаревшими. Пожалуйста, слушайте вызовы в зоне ожидания.
portal-phone-waiting = Вы в очереди. Мы вызовем ваш номер.
portal-phone-called = Пожалуйста, подойдите сейчас: { $counter }
portal-phone-called-nowhere = Пожалуйста, подойдите сейчас. Куда именно, указано на экране.
portal-phone-serving = Вас обслуживают: { $counter }
portal-phone-serving-nowhere = Вас обслуживают.
portal-phone-parked = Скоро продолжим. Пожалуйста, оставайтесь рядом.
portal-phone-finished = Ваш визит завершён. До свидания!
portal-phone-no-show = Мы вызывали вас несколько раз. Ещё раз поднесите талон к камере терминала, и вы снова будете в очереди.
portal-phone-cancelled = Ваш номер больше не вызовут, потому что запись отменена.
portal-phone-unserved = К сожалению, сегодня мы не смогли вас вызвать. Пожалуйста, запишитесь снова.

# What the phone’s page does with the ticket.
portal-phone-also = Также для: { $numbers }
portal-phone-ahead = { $count ->
    [0] Перед вами больше никого нет
    [one] Перед вами ещё { $count } человек
    [few] Перед вами ещё { $count } человека
    [many] Перед вами ещё { $count } человек
   *[other] Перед вами ещё { $count } человека
}
portal-phone-alert = Сообщить, когда вызовут
portal-phone-alert-hint = Звуком, вибрацией и уведомлением, если телефон это умеет. Для этого оставьте эту страницу открытой.
portal-phone-alert-on = Так звучит ваш вызов. Пожалуйста, не закрывайте эту страницу и не выключайте звук.
portal-phone-give-up = Я отказываюсь от своего места
portal-phone-give-up-sure = Ваш номер больше не вызовут. Это нельзя отменить.
portal-phone-give-up-yes = Да, отказаться от места
portal-phone-giving-up = Ваше место освобождается. Подождите немного.
portal-phone-gave-up = Вы отказались от своего места. Ваш номер больше не вызовут.
portal-phone-over-title = Визит завершён
portal-phone-over = Ваш визит завершён. Этот номер больше не действует.

portal-refused-title = К сожалению, это невозможно
portal-refused-not-found-title = Такой страницы нет
portal-refused-not-found = Пожалуйста, проверьте адрес.
portal-refused-method-title = Эту страницу нельзя открыть так
portal-refused-method = Пожалуйста, начните с первой страницы. Ваши записи остаются в силе.
portal-refused-office = Такого учреждения нет. Пожалуйста, выберите из списка.
portal-refused-service = Эта услуга здесь не оказывается. Пожалуйста, выберите снова.
portal-refused-not-offered = Это время недоступно. Пожалуйста, выберите другое.
portal-refused-taken = Это время только что занял кто-то другой. Пожалуйста, выберите другое.
portal-refused-hold-unknown = Эта запись уже завершена или не существует. Пожалуйста, начните заново.
portal-refused-hold-expired = Это время было закреплено за вами только до { $time }. Ничего не записано. Пожалуйста, выберите время ещё раз.
portal-refused-booking = Такой записи нет. Пожалуйста, проверьте адрес из вашего подтверждения.
portal-refused-cancelled = Эта запись уже отменена. Пожалуйста, запишитесь снова.
portal-refused-blocked = С этими контактными данными записаться онлайн нельзя. Это действует до: { $date }. Пожалуйста, позвоните нам.
portal-refused-asked = У нас уже есть ваши запросы. Больше одновременно нельзя. Пожалуйста, подождите нашего ответа или отзовите один запрос.
portal-refused-many =
    У вас уже есть { $most ->
        [one] { $most } запись
        [few] { $most } записи
        [many] { $most } записей
       *[other] { $most } записи
    } для этого. Больше одновременно нельзя. Нужно другое время? Сначала отмените одну запись.
portal-refused-over = Время этой записи наступило или прошло, её уже нельзя изменить.
portal-refused-pin = { $left ->
    [one] PIN-код неверный. У вас осталась { $left } попытка.
    [few] PIN-код неверный. У вас осталось { $left } попытки.
    [many] PIN-код неверный. У вас осталось { $left } попыток.
   *[other] PIN-код неверный. У вас осталось { $left } попытки.
}
portal-refused-pin-locked = PIN-код слишком много раз введён неверно. Пожалуйста, попробуйте ещё раз с { $time }.
portal-refused-ticket-title = Мы не нашли этот номер
portal-refused-ticket = Возможно, он с другого дня. Пожалуйста, слушайте вызовы в зоне ожидания.
portal-refused-again = Это уже отправлено. Пожалуйста, обновите страницу и попробуйте ещё раз.
portal-refused-malformed = Мы не смогли прочитать эти данные. Пожалуйста, вернитесь назад и попробуйте ещё раз.
portal-refused-storage-title = Сейчас мы ничего не можем сохранить
portal-refused-storage = Ничего не изменено. Пожалуйста, попробуйте ещё раз через несколько минут.
portal-refused-too-often-title = Слишком много запросов
portal-refused-too-often = Пожалуйста, подождите минуту и попробуйте ещё раз. Ваши записи остаются в силе.
portal-refused-again-do = Выбрать время

# “I will be late”, from the phone.
portal-phone-late = Я опаздываю
portal-phone-late-hint = Тогда сначала вызовут других, а ваше место сохранится. Это возможно один раз за визит. На сколько позже?
portal-phone-late-minutes = { $minutes } минут
portal-phone-late-said = Мы передаём, что вы придёте на { $minutes } минут позже. Подождите немного.
portal-phone-late-until = Вы придёте позже. Мы ждём вас до { $time }.
portal-phone-late-not-waiting = Ваш номер больше не ожидает. На странице вашего номера написано, что делать дальше.
portal-phone-late-once = Вы уже сообщили об этом. Это возможно один раз за визит. Если вы не успеваете, пожалуйста, откажитесь от места.
portal-phone-back = Назад к вашему номеру
portal-phone-unsent = Сейчас не удалось отправить. Пожалуйста, нажмите ещё раз.

# Choosing services: search, numbers, what it costs.
portal-search-do = Искать
portal-services-search = Поиск услуги
portal-services-found = { $count ->
    [one] Найдена { $count } услуга
    [few] Найдено { $count } услуги
    [many] Найдено { $count } услуг
   *[other] Найдено { $count } услуги
}
portal-services-found-none = Ничего не найдено. Попробуйте другое слово.
portal-services-all = Показать все услуги
portal-services-others = Другие услуги
portal-services-take-do = Выбрать
portal-services-take = Выбрать: { $service }
portal-services-less = На одну меньше: { $service }
portal-services-more = На одну больше: { $service }
portal-services-details = Документы, стоимость, бланки
portal-services-fees = Сколько это стоит
portal-services-forms = Бланки для заполнения
portal-services-free = бесплатно
portal-services-fee-from = от { $fee }
portal-services-nothing = Пока ничего не выбрано
portal-services-count = { $count ->
    [one] { $count } услуга
    [few] { $count } услуги
    [many] { $count } услуг
   *[other] { $count } услуги
}

# The assistant: a few questions that lead to the right services.
portal-questions-start = Я не знаю, что мне нужно
portal-questions-count = Вопрос { $number } максимум из 3
portal-questions-unknown = Не знаю: показать все услуги
portal-questions-done = Это подходит к вашим ответам. Вы ещё можете это изменить.

# Which office.
portal-offices-search = Поиск по услуге, названию или улице
portal-offices-speaks = Где говорят на этом языке
portal-offices-speaks-any = любой
portal-offices-step-free-only = Только без ступеней
portal-offices-step-free = Доступ без ступеней
portal-offices-languages = Мы говорим: { $languages }
portal-offices-offers = Услуги: { $services }
portal-offices-found = { $count ->
    [one] Найдено { $count } отделение
    [few] Найдено { $count } отделения
    [many] Найдено { $count } отделений
   *[other] Найдено { $count } отделения
}
portal-offices-found-none = Ни одно отделение не подходит.
portal-offices-all = Показать все отделения

# Which of the free times are shown.
portal-times-narrow = Уточнить время
portal-times-narrow-from = Начиная с этого дня
portal-day-wrong = Такого дня нет. Введите его так: { $example }.
portal-times-narrow-half = Время суток
portal-times-narrow-any = любое
portal-times-narrow-step-free = Другие отделения: только без ступеней
portal-times-narrow-speaks = Другие отделения, где говорят на этом языке
portal-times-narrow-do = Показать время
portal-times-nothing-fits = При таких условиях свободного времени нет. Выберите более ранний день, другое время суток или другое место.
portal-times-day-unfit = есть свободное время, но не такое, как выбрано

# Who comes: what else is asked, and how long the time is held.
portal-contact-held-soon = Мы держим это время для вас ещё 2 минуты.
portal-contact-held-over = Это время больше не держится для вас. Всё равно продолжайте: ваши данные останутся.
portal-contact-email-missing = Введите адрес электронной почты. Он нужен этому отделению.
portal-contact-phone = Номер телефона
portal-contact-phone-missing = Введите номер телефона. Он нужен этому отделению.
portal-contact-phone-wrong = Введите номер телефона, например 01234 5678 или +49 1234 5678.
portal-contact-persons = Сколько всего придёт человек?
portal-contact-support = Нужна ли вам помощь?
portal-contact-more-time = Мне нужно больше времени, например чтобы дойти
portal-contact-pick-up = Пожалуйста, встретьте меня в зоне ожидания
portal-contact-interpreter-none = Нет
portal-contact-interpreter-other = Другой язык
portal-contact-way = Как переводить?
portal-contact-way-on-site = на месте
portal-contact-way-telephone = по телефону
portal-contact-way-video = по видеосвязи
portal-check-phone = Номер телефона
portal-check-no-phone = нет
portal-check-persons = Количество человек
portal-check-wishes = Пожелания

# The time is gone: another one, with everything that was typed.
portal-again-title = Выберите новое время
portal-again-kept = Ваши данные сохранены. Ничего не нужно вводить заново.
portal-again-day = Лучше в другой день?
portal-contact-held-longer = Держать дольше

# The waiting list.
portal-wait-list = Список ожидания
portal-wait-link = Добавить в список ожидания
portal-wait-hint = Ни одно время не подходит? Если время освободится, мы напишем вам и будем держать его для вас 2 часа.
portal-wait-from = Не раньше этого дня
portal-wait-until = Не позже этого дня
portal-wait-from-wrong = Выберите первый день до { $last }.
portal-wait-days-wrong = Выберите день до { $last }, но не раньше первого дня.
portal-wait-notice = Когда вам нужно об этом знать самое позднее?
portal-wait-notice-hours = Достаточно за 3 часа
portal-wait-notice-day = За один день
portal-wait-notice-days = За три дня
portal-wait-notice-week = За неделю
portal-wait-email-missing = Введите адрес электронной почты, например name@example.org. Туда мы вам напишем.
portal-wait-many = Этот адрес электронной почты уже несколько раз есть в списках ожидания. Больше одновременно нельзя. По ссылке в нашем письме можно убрать себя из списка ожидания.
portal-wait-privacy = Мы удалим ваш адрес, как только вас не будет в списке ожидания.
portal-wait-your-title = Ваше место в списке ожидания
portal-wait-done = Вы в списке ожидания. Мы отправили вам письмо.
portal-wait-stands = Вы в списке ожидания. Если освободится подходящее время, мы вам напишем.
portal-wait-days = Дни
portal-wait-span = { $from } – { $until }
portal-wait-offer = Освободилось время: { $when }. Мы держим его для вас до: { $time }.
portal-wait-pass = Это время мне не подходит
portal-wait-pass-hint = Тогда его получит кто-то другой, а вы ждёте дальше. После трёх непринятых предложений вы больше не будете в списке.
portal-wait-leave = Убрать из списка ожидания
portal-wait-left = Вас больше нет в списке ожидания. Ваш адрес удалён.
portal-refused-asking = Этой заявки больше нет. Она выполнена, удалена или её срок истёк.

# A time that staff find: the citizen proposes days.
portal-request-title = Запросить приём
portal-request-lead = Назовите до трёх удобных дней. Мы найдём время и ответим вам.
portal-request-else = Ни одно из этих времён не подходит? Предложите нам дни.
portal-request-day = Предложение { $number }
portal-request-on = День
portal-request-days-wrong = Укажите хотя бы один день, не позже { $last }.
portal-request-words = Что ещё нам нужно знать?
portal-request-words-wrong = Пожалуйста, сократите текст до 1000 знаков.
portal-request-do = Отправить запрос
portal-request-privacy = Ваши данные мы удалим вместе с ответом, не позже чем через 30 дней.
portal-request-your-title = Ваш запрос
portal-request-done = Ваш запрос у нас. Мы ответим как можно скорее.
portal-request-days = Предложения
portal-request-proposal = { $day } – { $half }
portal-request-withdraw = Отозвать запрос
portal-request-withdrawn = Ваш запрос отозван. Ваши данные удалены.

# The office wants to know that the address is right before it books.
portal-unconfirmed-title = Пожалуйста, подтвердите запись
portal-unconfirmed = Ваша запись ещё не окончательная. Мы отправили вам письмо. Подтвердите в нём запись, иначе время снова станет свободным. Это можно сделать до: { $time }.
portal-unconfirmed-here = Вы уже у нас? Тогда отметьтесь на терминале с этим номером. Этого достаточно.
portal-unconfirmed-none = Не получили письмо? Посмотрите и в папке с рекламой и проверьте свой адрес.

# The free times change while one looks at them.
portal-times-renewed = Свободное время изменилось.
