# The wall display.

# In the big place, while nobody is called.
display-idle = Пожалуйста, подождите, пока здесь появится ваш номер.
# Under a number that was called and is taken back.
display-withdrawn = Пожалуйста, подождите ещё немного.
# At the foot, in turns.
display-wait = Ожидание без записи: { $span }
display-order = Номера вызывают не по порядку.
display-demo = Демонстрация: время выставлено вручную
display-link-lost = Связи нет с { $time }. Пожалуйста, слушайте объявления.
# $part of $parts: which part of the calls the list shows, where they do not fit at once.
display-page = { $part } из { $parts }

# Before the first picture.
display-waiting-title = Этот экран ждёт связи.
display-waiting-citizens = Пожалуйста, слушайте объявления.

# Who waits in vain, at the foot.
display-unserved = { $numbers }: К сожалению, сегодня мы уже не сможем вас принять. Пожалуйста, запишитесь на новое время.
# On the whole screen, while everything stands still.
display-interrupted-title = Приём временно прерван
display-interrupted-what = Пожалуйста, слушайте сотрудников и объявления. Ваш номер остаётся действительным.
# While the office is closed. $time is a time of today, or a day and a time.
display-opens = Откроемся: { $time }
