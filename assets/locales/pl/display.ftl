# The wall display.

# In the big place, while nobody is called.
display-idle = Proszę czekać, aż Państwa numer pojawi się tutaj.
# Under a number that was called and is taken back.
display-withdrawn = Proszę jeszcze zaczekać.
# At the foot, in turns.
display-wait = Czas oczekiwania bez umówionej wizyty: { $span }
display-order = Numery nie są wywoływane po kolei.
display-demo = Pokaz: zegar ustawiony ręcznie
display-link-lost = Brak połączenia od godz. { $time }. Proszę słuchać komunikatów.
# $part of $parts: which part of the calls the list shows, where they do not fit at once.
display-page = { $part } z { $parts }

# Before the first picture.
display-waiting-title = Ten ekran czeka na połączenie.
display-waiting-citizens = Proszę słuchać komunikatów.

# Who waits in vain, at the foot.
display-unserved = { $numbers }: Niestety dziś nie możemy już Państwa obsłużyć. Prosimy umówić nowy termin.
# On the whole screen, while everything stands still.
display-interrupted-title = Obsługa jest przerwana
display-interrupted-what = Prosimy słuchać pracowników i komunikatów. Państwa numer pozostaje ważny.
# While the office is closed. $time is a time of today, or a day and a time.
display-opens = Otwarcie: { $time }
