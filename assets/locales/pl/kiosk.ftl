# The entrance terminal’s screens. Say what is, then what to do; plain words, polite.

# Everywhere
kiosk-back = Wróć
kiosk-done = Gotowe
kiosk-demo-clock = Czas pokazowy
kiosk-link-lost = Brak połączenia od godz. { $time }
kiosk-help-desk = Pomoc: { $desk }
kiosk-help-staff = Pomoc: u pracowników
kiosk-go-desk = Proszę zgłosić się tutaj: { $desk }.
kiosk-go-staff = Proszę zwrócić się do pracowników.
kiosk-still-there = Czy potrzebują Państwo więcej czasu?
kiosk-more-time = Tak, więcej czasu
kiosk-no-more-time = Nie, gotowe

# Welcome
kiosk-welcome-title = Proszę zbliżyć do kamery kod QR z potwierdzenia wizyty
kiosk-welcome-what = Na telefonie lub na papierze
kiosk-welcome-private = Odczytujemy tylko kod QR, niczego nie zapisujemy.
kiosk-welcome-seen = Kod QR rozpoznany
kiosk-welcome-closer = Proszę przybliżyć kod lub rozjaśnić ekran
kiosk-welcome-one-only = Widzę dwa kody QR. Proszę pokazać najpierw jeden, potem drugi.
kiosk-welcome-type-instead = Nie działa? Proszę wpisać numer wizyty.
kiosk-welcome-no-camera = Kamera teraz nie działa.
kiosk-welcome-camera-starts = Kamera się włącza…
kiosk-type-number = Wpisz numer wizyty
kiosk-walk-in = Bez umówionej wizyty
kiosk-nothing-with-me = Nie mam nic przy sobie
kiosk-language = Język · Sprache · Language

# Checking
kiosk-checking = Chwileczkę…
kiosk-checking-what = Szukamy Państwa wizyty.
kiosk-checking-ticket = Przygotowujemy bilet.

# Ticket
kiosk-ticket-title = Państwa numer
kiosk-ticket-again = Zgłoszenie już przyjęte
kiosk-ticket-back = Są Państwo znów w kolejce
kiosk-ticket-called = Teraz Państwa kolej
kiosk-ticket-go-to = Proszę podejść tutaj: { $counter }
kiosk-ticket-wait-here = Proszę czekać tutaj:
kiosk-ticket-place = { $area }, { $way }
kiosk-ticket-wait = Czas oczekiwania: { $span }
kiosk-ticket-alone = Proszę czekać na wezwanie przez pracownika.
kiosk-ticket-phone = Miejsce w kolejce widać też na telefonie.
kiosk-ticket-printing = Drukujemy bilet…
kiosk-ticket-printed = Proszę zabrać bilet.
kiosk-ticket-not-printed = Nie będzie biletu. Proszę zapamiętać numer lub zrobić zdjęcie.
kiosk-ticket-maybe-printed = Nie ma biletu? Proszę zapamiętać numer lub zrobić zdjęcie.
kiosk-ticket-copy = Wydrukuj kopię
kiosk-ticket-another = Pokaż kolejny kod QR

# People together, and what they wish of whoever calls
kiosk-another-title = Proszę zbliżyć następny kod QR do kamery
kiosk-ticket-together = Razem z { $numbers }
kiosk-wish-open = Pomoc lub więcej czasu
kiosk-wish-title = Czego Pan/Pani potrzebuje?
kiosk-wish-for = Dla numeru { $number }
kiosk-wish-pick-up = Proszę po mnie przyjść
kiosk-wish-more-time = Potrzebuję więcej czasu
kiosk-wish-interpreter = Potrzebuję tłumacza
kiosk-wish-what = Pracownicy zobaczą to życzenie przed wezwaniem. Ponowne naciśnięcie je cofa.
kiosk-wish-private = Zapisujemy tylko to życzenie, bez powodu.

# Keypad
kiosk-keypad-title = Proszę wpisać numer wizyty
kiosk-keypad-where = 8 znaków, na przykład K7M4-3PXR. Numer jest w potwierdzeniu wizyty.
kiosk-keypad-wrong = Jeden znak się nie zgadza. Proszę sprawdzić numer wizyty.
kiosk-keypad-pin = To chyba kod PIN. Proszę wpisać numer wizyty: 8 znaków z literami, na przykład K7M4-3PXR.
kiosk-keypad-send = Zgłoś się

# Without an appointment
kiosk-walk-in-title = W jakiej sprawie Państwo przychodzą?
kiosk-walk-in-wait = Czas oczekiwania bez umówionej wizyty: { $span }
kiosk-walk-in-full = Jest bardzo dużo osób. Możliwe, że numerów na dziś już nie będzie.
kiosk-walk-in-none = Tutaj przyjmujemy tylko na umówione wizyty.
kiosk-walk-in-take = Weź numer
kiosk-walk-in-more = Inne sprawy ({ $page }/{ $pages })

# Without an appointment: searching, hours, pauses
kiosk-walk-in-search = Szukaj
kiosk-walk-in-search-what = Wpisz słowo, na przykład „paszport”.
kiosk-walk-in-search-none = Nic nie znaleziono. Spróbuj innego słowa.
kiosk-walk-in-search-more = Jest więcej. Pisz dalej.
kiosk-walk-in-ahead = Osób przed Tobą: { $count }
kiosk-walk-in-not-now = Bez terminu znowu: { $when }.
kiosk-walk-in-book = Umów wizytę:
kiosk-not-now-title = Teraz nie da się bez terminu
kiosk-paused-title = W tej chwili nie ma numerów

# Nothing with me, languages
kiosk-nothing-title = Wystarczy nazwisko
kiosk-nothing-what = Z umówioną wizytą: proszę podać nazwisko. Kod QR nie jest potrzebny.
kiosk-nothing-walk-in = Bez umówionej wizyty: tutaj można wziąć numer.
kiosk-languages-title = Język · Sprache · Language

# Refusals
kiosk-fact-appointment = Wizyta
kiosk-fact-new-appointment = Nowy termin
kiosk-fact-was = Wizyta była
kiosk-fact-now = Teraz
kiosk-fact-place = Miejsce
kiosk-fact-number = Państwa numer
kiosk-unreadable-title = To nie jest nasz kod QR
kiosk-unreadable-what = Proszę pokazać kod QR z potwierdzenia wizyty.
kiosk-unknown-title = Ten kod QR tutaj nie jest ważny
kiosk-unknown-what = Proszę sprawdzić, czy to najnowsze potwierdzenie wizyty.
kiosk-unknown-number-title = Nie znamy tego numeru wizyty
kiosk-unknown-number-what = Proszę sprawdzić 8 znaków i wpisać je jeszcze raz.
kiosk-type-again = Wpisz jeszcze raz
kiosk-locked-title = Proszę chwilę zaczekać
kiosk-locked-what = Wpisywać znów można od godz. { $time }. Kod QR działa od razu.
kiosk-wrong-office-title = Wizyta jest w innym miejscu
kiosk-wrong-office-what = Proszę udać się tam i zgłosić się na miejscu.
kiosk-wrong-office-unknown = Miejsce jest podane w potwierdzeniu wizyty.
kiosk-cancelled-title = Ta wizyta jest odwołana
kiosk-cancelled-what = Tutaj można wziąć numer bez umówionej wizyty.
kiosk-moved-title = Wizyta jest przełożona
kiosk-moved-what = Proszę zgłosić się tutaj: { $date }, od godz. { $time }.
kiosk-finished-title = Państwa wizyta się zakończyła
kiosk-finished-what = Potrzeba jeszcze czegoś? Można wziąć nowy numer bez umówionej wizyty.
kiosk-wrong-day-title = Wizyta jest w innym dniu
kiosk-wrong-day-what = Proszę przyjść w tym dniu. Zgłosić się można od godz. { $time }.
kiosk-past-day-title = Termin wizyty już minął
kiosk-past-day-what = Tutaj można wziąć numer bez umówionej wizyty.
kiosk-too-early-title = Jest jeszcze za wcześnie
kiosk-too-early-what = Proszę zgłosić się tutaj od godz. { $time }.
kiosk-too-late-title = Czas na zgłoszenie minął
kiosk-too-late-what = Zgłosić się można było do godz. { $time }.
kiosk-late-offer = Można poczekać bez umówionej wizyty: { $span }.
kiosk-late-take = Poczekaj bez umówionej wizyty
kiosk-not-confirmed-title = Ta wizyta nie została potwierdzona
kiosk-not-confirmed-what = Ten czas nie jest już zarezerwowany. Można wziąć numer bez umówionej wizyty.
kiosk-closed-today-title = Dziś jest zamknięte
kiosk-queue-full-title = Na dziś nie ma już numerów
kiosk-queue-full-opens = Proszę przyjść ponownie: { $when }.
kiosk-queue-full-later = Proszę przyjść innego dnia lub umówić wizytę.
kiosk-closed-title = Teraz jest zamknięte
kiosk-closed-opens = Znów otwarte: { $when }.
kiosk-not-offered-title = To tylko na umówioną wizytę
kiosk-not-offered-what = Proszę umówić wizytę.
kiosk-no-answer-title = Teraz to trwa zbyt długo
kiosk-no-answer-what = Proszę za chwilę spróbować jeszcze raz.
kiosk-no-answer-valid-what = Państwa kod QR jest ważny. Nie możemy teraz wydać numeru. Proszę za chwilę spróbować jeszcze raz.
kiosk-try-again = Spróbuj jeszcze raz

# Out of service
kiosk-out-title = To urządzenie jest teraz nieczynne
kiosk-out-what = Proszę zwrócić się do pracowników. Wizyta pozostaje ważna.
kiosk-out-starting-title = Chwileczkę
kiosk-out-starting-what = To urządzenie się włącza.

# What is said aloud and stands nowhere.
kiosk-speak-keys = Strzałki: wybór. Enter: naciśnięcie. Klawisz czytania: zatrzymanie lub ponowne odsłuchanie. Plus i minus: głośniej i ciszej. Page up i page down: szybciej i wolniej. Escape: wstecz.
kiosk-speak-choices = Można wybrać: { $keys }
kiosk-speak-private = Szczegóły wizyty mogą usłyszeć inne osoby. Czy odczytać je na głos? Wtedy proszę nacisnąć pięć.
kiosk-speak-any-key = Jeśli potrzeba więcej czasu, proszę nacisnąć dowolny klawisz.
kiosk-speak-pace = Tak szybko brzmi teraz mowa.
kiosk-speak-typed = Wpisano: { $signs }
kiosk-speak-deleted = Usunięto: { $sign }
kiosk-speak-delete = Usuń ostatni znak
kiosk-speak-chosen = Wybrano: { $count }
kiosk-speak-aim = Pomogą krótkie dźwięki: im wyższy dźwięk, tym bliżej jest kod QR. Im szybsze dźwięki, tym bliżej jest środka.
kiosk-speak-languages = Strzałkami można odsłuchać języki, każdy jego głosem.
kiosk-speak-keypad = Proszę wpisać znaki albo wybrać je strzałkami.

# The aids: each key says its name and how it stands
kiosk-aids-title = Ułatwienia
kiosk-aids-what = To dotyczy tylko Państwa i tylko teraz.
kiosk-aids-state = { $aid }: { $state }
kiosk-aids-speech = Czytanie na głos
kiosk-aids-letters = Duże litery
kiosk-aids-time = Więcej czasu
kiosk-aids-low = Klawisze niżej
kiosk-aids-off = wyłączone
kiosk-aids-on = włączone
kiosk-aids-large = duże
kiosk-aids-largest = bardzo duże
kiosk-aids-double = dwa razy dłużej
kiosk-aids-triple = trzy razy dłużej
kiosk-aids-missing = tutaj niemożliwe

# While everything stands still, and while staff give no tickets without an appointment.
kiosk-interrupted-title = Obsługa jest przerwana
kiosk-interrupted-what = Prosimy słuchać pracowników i komunikatów. Państwa numer pozostaje ważny.
kiosk-paused-usual = W tej chwili nie ma numerów bez umówionej wizyty. Z umówioną wizytą prosimy zgłosić się tutaj.
