# What the ticket says. 48 characters to a line.
ticket-copy = Kopia
ticket-your-number = Państwa numer
ticket-with-appointment = wizyta o godz. { $time }
ticket-without-appointment = bez umówionej wizyty
ticket-wait-here = Proszę czekać tutaj:
ticket-estimate = Czas oczekiwania: { $span }
ticket-phone = Miejsce w kolejce widać też na telefonie:
ticket-code = Ten kod QR pokaże Państwa numer na terminalu:
ticket-watch = Numer pojawi się na ekranie.
ticket-alone = Proszę czekać na wezwanie przez pracownika.
