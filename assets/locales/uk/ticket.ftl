# What the ticket says. 48 characters to a line.
ticket-copy = Копія
ticket-your-number = Ваш номер
ticket-with-appointment = запис на { $time }
ticket-without-appointment = без запису
ticket-wait-here = Будь ласка, чекайте тут:
ticket-estimate = Час очікування: { $span }
ticket-phone = Стежте за своєю чергою на телефоні:
ticket-code = Цей QR-код показує ваш номер на терміналі:
ticket-watch = Ваш номер з’явиться на екрані.
ticket-alone = Будь ласка, зачекайте, доки вас викличуть працівники.
