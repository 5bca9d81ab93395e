# The entrance terminal’s screens. Say what is, then what to do; plain words, polite.

# Everywhere
kiosk-back = Назад
kiosk-done = Готово
kiosk-demo-clock = Время демонстрации
kiosk-link-lost = Связи нет с { $time }
kiosk-help-desk = Помощь: { $desk }
kiosk-help-staff = Помощь: у сотрудников
kiosk-go-desk = Пожалуйста, обратитесь сюда: { $desk }.
kiosk-go-staff = Пожалуйста, обратитесь к сотрудникам.
kiosk-still-there = Вам нужно ещё время?
kiosk-more-time = Да, ещё время
kiosk-no-more-time = Нет, готово

# Welcome
kiosk-welcome-title = Поднесите к камере QR-код из подтверждения записи
kiosk-welcome-what = На телефоне или на бумаге
kiosk-welcome-private = Считывается только QR-код, ничего не сохраняется.
kiosk-welcome-seen = QR-код распознан
kiosk-welcome-closer = Немного ближе, пожалуйста, или сделайте экран ярче
kiosk-welcome-one-only = Я вижу два QR-кода. Пожалуйста, поднесите сначала один, потом другой.
kiosk-welcome-type-instead = Не получается? Введите номер записи.
kiosk-welcome-no-camera = Камера сейчас не работает.
kiosk-welcome-camera-starts = Камера включается…
kiosk-type-number = Ввести номер записи
kiosk-walk-in = Без записи
kiosk-nothing-with-me = У меня ничего нет с собой
kiosk-language = Язык · Sprache · Language

# Checking
kiosk-checking = Подождите, пожалуйста…
kiosk-checking-what = Ищем вашу запись.
kiosk-checking-ticket = Готовим ваш талон.

# Ticket
kiosk-ticket-title = Ваш номер
kiosk-ticket-again = Вы уже зарегистрированы
kiosk-ticket-back = Вы снова в очереди
kiosk-ticket-called = Вас вызывают
kiosk-ticket-go-to = Подойдите сюда: { $counter }
kiosk-ticket-wait-here = Пожалуйста, ждите здесь:
kiosk-ticket-place = { $area }, { $way }
kiosk-ticket-wait = Время ожидания: { $span }
kiosk-ticket-alone = Пожалуйста, подождите, пока вас вызовут сотрудники.
kiosk-ticket-phone = Следите за своей очередью на телефоне.
kiosk-ticket-printing = Ваш талон печатается…
kiosk-ticket-printed = Пожалуйста, возьмите талон.
kiosk-ticket-not-printed = Талон не напечатан. Пожалуйста, запомните или сфотографируйте номер.
kiosk-ticket-maybe-printed = Талон не вышел? Пожалуйста, запомните или сфотографируйте номер.
kiosk-ticket-copy = Напечатать копию
kiosk-ticket-another = Показать ещё один QR-код

# People together, and what they wish of whoever calls
kiosk-another-title = Поднесите следующий QR-код к камере
kiosk-ticket-together = Вместе с { $numbers }
kiosk-wish-open = Помощь или больше времени
kiosk-wish-title = Что вы хотите?
kiosk-wish-for = Для номера { $number }
kiosk-wish-pick-up = Пожалуйста, подойдите за мной
kiosk-wish-more-time = Мне нужно больше времени
kiosk-wish-interpreter = Мне нужен переводчик
kiosk-wish-what = Сотрудники увидят ваше пожелание до вызова. Нажмите ещё раз, чтобы отменить.
kiosk-wish-private = Мы сохраняем только это пожелание, без причины.

# Keypad
kiosk-keypad-title = Введите номер записи
kiosk-keypad-where = 8 знаков, например K7M4-3PXR. Он указан в подтверждении записи.
kiosk-keypad-wrong = Один знак неверный. Пожалуйста, проверьте номер записи.
kiosk-keypad-pin = Похоже, это ваш PIN-код. Пожалуйста, введите номер записи: 8 знаков с буквами, например K7M4-3PXR.
kiosk-keypad-send = Зарегистрироваться

# Without an appointment
kiosk-walk-in-title = По какому вопросу вы пришли?
kiosk-walk-in-wait = Ожидание без записи: { $span }
kiosk-walk-in-full = Сейчас очень много посетителей. Возможно, номеров на сегодня больше не будет.
kiosk-walk-in-none = Здесь принимают только по записи.
kiosk-walk-in-take = Взять номер
kiosk-walk-in-more = Другие услуги ({ $page }/{ $pages })

# Without an appointment: searching, hours, pauses
kiosk-walk-in-search = Поиск
kiosk-walk-in-search-what = Введите слово, например «паспорт».
kiosk-walk-in-search-none = Ничего не найдено. Попробуйте другое слово.
kiosk-walk-in-search-more = Есть ещё. Пожалуйста, печатайте дальше.
kiosk-walk-in-ahead = Людей перед вами: { $count }
kiosk-walk-in-not-now = Без записи снова: { $when }.
kiosk-walk-in-book = Записаться на приём:
kiosk-not-now-title = Сейчас это невозможно без записи
kiosk-paused-title = Сейчас номера не выдаются

# Nothing with me, languages
kiosk-nothing-title = Достаточно вашего имени
kiosk-nothing-what = Если вы записаны: назовите своё имя. QR-код не нужен.
kiosk-nothing-walk-in = Если вы не записаны: здесь можно взять номер.
kiosk-languages-title = Язык · Sprache · Language

# Refusals
kiosk-fact-appointment = Ваша запись
kiosk-fact-new-appointment = Новая запись
kiosk-fact-was = Время записи
kiosk-fact-now = Сейчас
kiosk-fact-place = Место
kiosk-fact-number = Ваш номер
kiosk-unreadable-title = Это не наш QR-код
kiosk-unreadable-what = Пожалуйста, покажите QR-код из подтверждения записи.
kiosk-unknown-title = Этот QR-код здесь не действует
kiosk-unknown-what = Пожалуйста, проверьте, последнее ли это подтверждение записи.
kiosk-unknown-number-title = Мы не нашли этот номер записи
kiosk-unknown-number-what = Пожалуйста, проверьте 8 знаков и введите их ещё раз.
kiosk-type-again = Ввести ещё раз
kiosk-locked-title = Пожалуйста, немного подождите
kiosk-locked-what = Снова вводить можно с { $time }. QR-код работает сразу.
kiosk-wrong-office-title = Вы записаны в другое место
kiosk-wrong-office-what = Пожалуйста, обратитесь туда и зарегистрируйтесь там.
kiosk-wrong-office-unknown = Место указано в подтверждении записи.
kiosk-cancelled-title = Эта запись отменена
kiosk-cancelled-what = Здесь можно взять номер без записи.
kiosk-moved-title = Ваша запись перенесена
kiosk-moved-what = Пожалуйста, зарегистрируйтесь здесь: { $date }, с { $time }.
kiosk-finished-title = Ваш визит завершён
kiosk-finished-what = Нужно что-то ещё? Можно взять новый номер без записи.
kiosk-wrong-day-title = Вы записаны на другой день
kiosk-wrong-day-what = Пожалуйста, приходите в этот день. Зарегистрироваться можно с { $time }.
kiosk-past-day-title = Время вашей записи прошло
kiosk-past-day-what = Здесь можно взять номер без записи.
kiosk-too-early-title = Вы пришли слишком рано
kiosk-too-early-what = Пожалуйста, зарегистрируйтесь здесь с { $time }.
kiosk-too-late-title = Время регистрации прошло
kiosk-too-late-what = Зарегистрироваться можно было до { $time }.
kiosk-late-offer = Можно подождать без записи: { $span }.
kiosk-late-take = Ждать без записи
kiosk-not-confirmed-title = Эта запись не подтверждена
kiosk-not-confirmed-what = Это время больше не закреплено за вами. Можно взять номер без записи.
kiosk-closed-today-title = Сегодня закрыто
kiosk-queue-full-title = Номеров на сегодня больше нет
kiosk-queue-full-opens = Пожалуйста, приходите снова: { $when }.
kiosk-queue-full-later = Пожалуйста, приходите в другой день или запишитесь на приём.
kiosk-closed-title = Сейчас закрыто
kiosk-closed-opens = Снова открыто: { $when }.
kiosk-not-offered-title = Для этого нужна запись
kiosk-not-offered-what = Пожалуйста, запишитесь на приём.
kiosk-no-answer-title = Сейчас это длится слишком долго
kiosk-no-answer-what = Пожалуйста, попробуйте ещё раз через минуту.
kiosk-no-answer-valid-what = Ваш QR-код действителен. Сейчас мы не можем выдать номер. Пожалуйста, попробуйте ещё раз через минуту.
kiosk-try-again = Попробовать ещё раз

# Out of service
kiosk-out-title = Этот терминал сейчас не работает
kiosk-out-what = Пожалуйста, обратитесь к сотрудникам. Ваша запись действует.
kiosk-out-starting-title = Подождите, пожалуйста
kiosk-out-starting-what = Этот терминал включается.

# What is said aloud and stands nowhere.
kiosk-speak-keys = Стрелки: выбрать. Ввод: нажать. Клавиша чтения: остановить или услышать ещё раз. Плюс и минус: громче и тише. Страница вверх и страница вниз: быстрее и медленнее. Эскейп: назад.
kiosk-speak-choices = Можно выбрать: { $keys }
kiosk-speak-private = Подробности вашей записи могут услышать другие. Прочитать их вслух? Тогда нажмите пять.
kiosk-speak-any-key = Если нужно больше времени, нажмите любую клавишу.
kiosk-speak-pace = Теперь речь звучит так быстро.
kiosk-speak-typed = Введено: { $signs }
kiosk-speak-deleted = Удалено: { $sign }
kiosk-speak-delete = Удалить последний знак
kiosk-speak-chosen = Выбрано: { $count }
kiosk-speak-aim = Короткие звуки помогут: чем выше звук, тем ближе QR-код. Чем чаще звуки, тем ближе он к середине.
kiosk-speak-languages = Стрелками можно услышать языки, каждый своим голосом.
kiosk-speak-keypad = Введите знаки или выберите их стрелками.

# The aids: each key says its name and how it stands
kiosk-aids-title = Помощь в использовании
kiosk-aids-what = Это только для вас и только сейчас.
kiosk-aids-state = { $aid }: { $state }
kiosk-aids-speech = Чтение вслух
kiosk-aids-letters = Крупные буквы
kiosk-aids-time = Больше времени
kiosk-aids-low = Клавиши ниже
kiosk-aids-off = выключено
kiosk-aids-on = включено
kiosk-aids-large = крупные
kiosk-aids-largest = очень крупные
kiosk-aids-double = вдвое дольше
kiosk-aids-triple = втрое дольше
kiosk-aids-missing = здесь невозможно

# While everything stands still, and while staff give no tickets without an appointment.
kiosk-interrupted-title = Приём временно прерван
kiosk-interrupted-what = Пожалуйста, слушайте сотрудников и объявления. Ваш номер остаётся действительным.
kiosk-paused-usual = Сейчас номера без записи не выдаются. Если у вас есть запись, пожалуйста, отметьтесь здесь.
