# What the ticket says. 48 characters to a line.
ticket-copy = Копия
ticket-your-number = Ваш номер
ticket-with-appointment = запись на { $time }
ticket-without-appointment = без записи
ticket-wait-here = Пожалуйста, ждите здесь:
ticket-estimate = Время ожидания: { $span }
ticket-phone = Следите за своей очередью на телефоне:
ticket-code = Этот QR-код покажет ваш номер на терминале:
ticket-watch = Ваш номер появится на экране.
ticket-alone = Пожалуйста, подождите, пока вас вызовут сотрудники.
