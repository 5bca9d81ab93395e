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
portal-services-how-often = Сколько раз: { $service }
portal-services-minutes = { $minutes ->
    [one] примерно { $minutes } минута
    [few] примерно { $minutes } минуты
    [many] примерно { $minutes } минут
   *[other] примерно { $minutes } минуты
}
portal-services-documents = Что взять с собой
portal-services-next = Показать свободное время
portal-services-choose = Выберите хотя бы одну услугу.
portal-services-too-much = Вместе это займёт слишком много времени. Пожалуйста, запишитесь несколько раз.

portal-times-title = Когда вы хотите прийти?
portal-times-move-title = На какое время вы хотите перенести запись?
portal-times-lead = { $minutes ->
    [one] { $services } – примерно { $minutes } минута
    [few] { $services } – примерно { $minutes } минуты
    [many] { $services } – примерно { $minutes } минут
   *[other] { $services } – примерно { $minutes } минуты
}
portal-times-free = { $count ->
    [one] { $count } вариант времени
    [few] { $count } варианта времени
    [many] { $count } вариантов времени
   *[other] { $count } варианта времени
}
portal-times-morning = До обеда
portal-times-afternoon = После обеда
portal-times-soonest = Ближайшее свободное время: { $time }
portal-times-month-before = Предыдущий месяц
portal-times-month-after = Следующий месяц
portal-times-day-free = свободно
portal-times-day-full = всё занято
portal-times-day-closed = закрыто
portal-times-elsewhere = Другие отделения
portal-times-elsewhere-next = { $office }: { $time }
portal-times-nothing = Сейчас нет свободного времени. Пожалуйста, попробуйте позже.
portal-times-change = Изменить услуги

portal-contact-title = Кто придёт?
portal-contact-held = Мы держим это время для вас до { $time }.
portal-contact-name = Имя и фамилия
portal-contact-name-hint = Так мы найдём вашу запись, если у вас ничего не будет с собой.
portal-contact-email = Электронная почта
portal-contact-optional = по желанию
portal-contact-interpreter = Мне нужен переводчик
portal-contact-next = Далее
portal-contact-name-missing = Введите своё имя.
portal-contact-name-wrong = Имя слишком длинное или содержит знаки, которых не бывает в именах.
portal-contact-email-wrong = Введите адрес электронной почты, например name@example.org, или оставьте поле пустым.
portal-contact-privacy = Имя и адрес электронной почты мы удалим ночью после вашего визита.

portal-check-title = Пожалуйста, проверьте свою запись
portal-check-where = Место
portal-check-when = Время
portal-check-what = Услуги
portal-check-length = Длительность
portal-check-interpreter = Переводчик
portal-check-name = Имя и фамилия
portal-check-email = Электронная почта
portal-check-no-email = нет
portal-check-change = Изменить данные
portal-check-book = Подтвердить запись

portal-booking-title = Ваша запись
portal-booking-done = Вы записаны.
portal-booking-moved = Ваша запись перенесена. Прежний QR-код больше не действует, пожалуйста, пользуйтесь этим.
portal-booking-cancelled = Эта запись отменена.
portal-booking-new = Записаться снова
portal-booking-qr = QR-код для регистрации у терминала
portal-booking-how = Поднесите этот QR-код к камере терминала у входа – на телефоне или на бумаге.
portal-booking-window = Зарегистрироваться можно с { $from } до { $to }.
portal-booking-short-code = Номер записи
portal-booking-short-code-hint = Для ввода вручную, если QR-кода нет с собой.
portal-booking-pin = PIN-код
portal-booking-pin-hint = PIN-код нужен, чтобы отменить или перенести запись. Мы показываем его только один раз: пожалуйста, запишите его сейчас.
portal-booking-keep = Сохраните адрес этой страницы или распечатайте её. Кто знает адрес, тот видит вашу запись.
portal-booking-documents = Что взять с собой
portal-booking-change = Изменить запись
portal-booking-move = Перенести запись
portal-booking-cancel = Отменить запись
portal-booking-cancel-do = Отменить запись
portal-booking-pin-label = PIN-код
portal-booking-pin-digits = Шесть цифр из вашего подтверждения
portal-booking-save-qr = Сохранить QR-код как изображение
portal-booking-over = Время этой записи прошло.

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
portal-refused-office = Такого учреждения нет. Пожалуйста, выберите из списка.
portal-refused-service = Эта услуга здесь не оказывается. Пожалуйста, выберите снова.
portal-refused-not-offered = Это время недоступно. Пожалуйста, выберите другое.
portal-refused-taken = Это время только что занял кто-то другой. Пожалуйста, выберите другое.
portal-refused-hold-unknown = Эта запись уже завершена или не существует. Пожалуйста, начните заново.
portal-refused-hold-expired = Это время было закреплено за вами до { $time }, теперь оно снова свободно. Ничего не записано. Пожалуйста, выберите время ещё раз.
portal-refused-booking = Такой записи нет. Пожалуйста, проверьте адрес из вашего подтверждения.
portal-refused-cancelled = Эта запись уже отменена. Пожалуйста, запишитесь снова.
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
