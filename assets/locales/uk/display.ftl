# The wall display.

# In the big place, while nobody is called.
display-idle = Будь ласка, зачекайте, доки тут з’явиться ваш номер.
# Under a number that was called and is taken back.
display-withdrawn = Будь ласка, зачекайте ще трохи.
# At the foot, in turns.
display-wait = Очікування без запису: { $span }
display-order = Номери викликають не за порядком.
display-demo = Демонстрація: час виставлено вручну
display-link-lost = Зв’язку немає з { $time }. Будь ласка, слухайте оголошення.
# $part of $parts: which part of the calls the list shows, where they do not fit at once.
display-page = { $part } з { $parts }

# Before the first picture.
display-waiting-title = Цей екран очікує на зв’язок.
display-waiting-citizens = Будь ласка, слухайте оголошення.

# Who waits in vain, at the foot.
display-unserved = { $numbers }: На жаль, сьогодні ми вже не зможемо вас прийняти. Будь ласка, запишіться на новий час.
# On the whole screen, while everything stands still.
display-interrupted-title = Прийом тимчасово припинено
display-interrupted-what = Будь ласка, слухайте працівників і оголошення. Ваш номер залишається дійсним.
# While the office is closed. $time is a time of today, or a day and a time.
display-opens = Відчинимося: { $time }
