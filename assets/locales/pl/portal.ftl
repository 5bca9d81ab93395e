# The booking server’s pages: booking, confirmation, the citizen’s phone.

portal-name = Wizyty
portal-skip = Do treści
portal-languages = Język · Language
portal-demo = Pokaz: zegar wskazuje { $time }.
portal-steps = Krok { $step } z 4
portal-back = Wróć
portal-home = Do wszystkich urzędów

# The error summary above a form.
portal-summary = Proszę sprawdzić podane dane

portal-offices-title = Umów wizytę
portal-offices-lead = Gdzie chcą Państwo umówić wizytę?
portal-offices-none = Obecnie nie można tu umówić wizyty.

portal-services-title = Jaką sprawę chcą Państwo załatwić?
portal-services-lead = Podczas jednej wizyty można załatwić kilka spraw. Proszę wybrać, ile razy potrzebna jest każda z nich.
portal-services-how-often = Ile razy: { $service }
portal-services-minutes = { $minutes ->
    [one] około { $minutes } minuty
    [few] około { $minutes } minut
    [many] około { $minutes } minut
   *[other] około { $minutes } minuty
}
portal-services-documents = Co zabrać ze sobą
portal-services-next = Pokaż wolne terminy
portal-services-choose = Proszę wybrać co najmniej jedną sprawę.
portal-services-too-much = Razem trwałoby to zbyt długo. Proszę umówić kilka wizyt.

portal-times-title = Kiedy chcą Państwo przyjść?
portal-times-move-title = Na kiedy przełożyć wizytę?
portal-times-lead = { $minutes ->
    [one] { $services } – około { $minutes } minuty
    [few] { $services } – około { $minutes } minut
    [many] { $services } – około { $minutes } minut
   *[other] { $services } – około { $minutes } minuty
}
portal-times-free = { $count ->
    [one] { $count } wolny termin
    [few] { $count } wolne terminy
    [many] { $count } wolnych terminów
   *[other] { $count } wolnego terminu
}
portal-times-morning = Przed południem
portal-times-afternoon = Po południu
portal-times-soonest = Najbliższy wolny termin: { $time }
portal-times-month-before = Poprzedni miesiąc
portal-times-month-after = Następny miesiąc
portal-times-day-free = wolne
portal-times-day-full = brak miejsc
portal-times-day-closed = nieczynne
portal-times-elsewhere = Inne urzędy
portal-times-elsewhere-next = { $office }: { $time }
portal-times-nothing = Obecnie nie ma wolnych terminów. Proszę spróbować później.
portal-times-change = Zmień sprawy

portal-contact-title = Kto przyjdzie?
portal-contact-held = Ten termin jest zarezerwowany do godz. { $time }.
portal-contact-name = Imię i nazwisko
portal-contact-name-hint = Dzięki temu znajdziemy wizytę, gdy nie mają Państwo nic przy sobie.
portal-contact-email = Adres e-mail
portal-contact-optional = nieobowiązkowo
portal-contact-interpreter = Potrzebuję tłumacza
portal-contact-next = Dalej
portal-contact-name-missing = Proszę podać imię i nazwisko.
portal-contact-name-wrong = Nazwisko jest za długie lub zawiera znaki, które do niego nie pasują.
portal-contact-email-wrong = Proszę podać adres e-mail, na przykład name@example.org, albo zostawić pole puste.
portal-contact-privacy = Nazwisko i adres e-mail usuwamy w nocy po wizycie.

portal-check-title = Proszę sprawdzić wizytę
portal-check-where = Miejsce
portal-check-when = Termin
portal-check-what = Sprawy
portal-check-length = Czas trwania
portal-check-interpreter = Tłumacz
portal-check-name = Imię i nazwisko
portal-check-email = Adres e-mail
portal-check-no-email = brak
portal-check-change = Zmień dane
portal-check-book = Umów wizytę

portal-booking-title = Państwa wizyta
portal-booking-done = Wizyta jest umówiona.
portal-booking-moved = Wizyta jest przełożona. Poprzedni kod QR nie jest już ważny, proszę używać tego kodu.
portal-booking-cancelled = Ta wizyta jest odwołana.
portal-booking-new = Umów nową wizytę
portal-booking-qr = Kod QR do zgłoszenia się przy urządzeniu
portal-booking-how = Proszę zbliżyć ten kod QR do kamery urządzenia przy wejściu – na telefonie lub na papierze.
portal-booking-window = Zgłosić się można od godz. { $from } do godz. { $to }.
portal-booking-short-code = Numer wizyty
portal-booking-short-code-hint = Do wpisania, gdy nie mają Państwo przy sobie kodu QR.
portal-booking-pin = PIN
portal-booking-pin-hint = Kod PIN pozwala odwołać lub przełożyć wizytę. Pokazujemy go tylko ten jeden raz: proszę go teraz zapisać.
portal-booking-keep = Proszę zachować adres tej strony lub ją wydrukować. Kto zna adres, widzi Państwa wizytę.
portal-booking-documents = Co zabrać ze sobą
portal-booking-change = Zmień wizytę
portal-booking-move = Przełóż wizytę
portal-booking-cancel = Odwołaj wizytę
portal-booking-cancel-do = Odwołaj wizytę
portal-booking-pin-label = PIN
portal-booking-pin-digits = Sześć cyfr z potwierdzenia
portal-booking-save-qr = Zapisz kod QR jako obraz
portal-booking-over = Ta wizyta już minęła.

portal-move-title = Przełóż wizytę
portal-move-from = Dotychczasowy termin
portal-move-to = Nowy termin
portal-move-do = Przełóż na ten termin
portal-move-other = Wybierz inny termin
portal-move-stands = Dotychczasowa wizyta pozostaje ważna, dopóki nowa nie będzie pewna.

portal-phone-title = Państwa numer
portal-phone-number = Numer { $number }
portal-phone-area = Proszę czekać tutaj: { $area }
portal-phone-estimate = Czas oczekiwania: { $span }
portal-phone-as-of = Stan na godz. { $time }
portal-phone-reload = Aby zobaczyć aktualny stan, proszę odświeżyć tę stronę.
portal-phone-lost = Połączenie jest przerwane. Dane mogą być nieaktualne. Proszę słuchać wywołań w poczekalni.
portal-phone-waiting = Proszę czekać. Wywołamy Państwa numer.
portal-phone-called = Proszę teraz podejść: { $counter }
portal-phone-called-nowhere = Proszę teraz podejść. Miejsce podaje ekran.
portal-phone-serving = Trwa obsługa: { $counter }
portal-phone-serving-nowhere = Trwa obsługa.
portal-phone-parked = Zaraz będzie ciąg dalszy. Proszę pozostać w pobliżu.
portal-phone-finished = Państwa wizyta się zakończyła. Do widzenia!
portal-phone-no-show = Wywołaliśmy Państwa kilka razy. Proszę jeszcze raz zbliżyć bilet do kamery urządzenia, aby wrócić do kolejki.
portal-phone-cancelled = Numer nie będzie już wywoływany, ponieważ wizyta została odwołana.
portal-phone-unserved = Niestety nie mogliśmy dziś Państwa wywołać. Proszę umówić nową wizytę.

# What the phone’s page does with the ticket.
portal-phone-also = Dotyczy też: { $numbers }
portal-phone-ahead = { $count ->
    [0] Nikogo już przed Państwem
    [one] Przed Państwem jeszcze { $count } osoba
    [few] Przed Państwem jeszcze { $count } osoby
    [many] Przed Państwem jeszcze { $count } osób
   *[other] Przed Państwem jeszcze { $count } osoby
}
portal-phone-alert = Powiadom o wywołaniu
portal-phone-alert-hint = Dźwiękiem, wibracją i powiadomieniem, jeśli telefon na to pozwala. Proszę nie zamykać tej strony.
portal-phone-alert-on = Tak brzmi wywołanie. Proszę nie zamykać tej strony i nie wyciszać telefonu.
portal-phone-give-up = Rezygnuję z miejsca w kolejce
portal-phone-give-up-sure = Państwa numer nie będzie wtedy wywołany. Tego nie można cofnąć.
portal-phone-give-up-yes = Tak, rezygnuję
portal-phone-giving-up = Zwalniamy Państwa miejsce. Proszę chwilę zaczekać.
portal-phone-gave-up = Zrezygnowano z miejsca w kolejce. Numer nie będzie już wywoływany.
portal-phone-over-title = Wizyta zakończona
portal-phone-over = Państwa wizyta się zakończyła. Ten numer nie jest już ważny.

portal-refused-title = Niestety nie jest to możliwe
portal-refused-not-found-title = Nie ma takiej strony
portal-refused-not-found = Proszę sprawdzić adres.
portal-refused-office = Nie ma takiego urzędu. Proszę wybrać z listy.
portal-refused-service = Tej sprawy nie można tu załatwić. Proszę wybrać ponownie.
portal-refused-not-offered = Ten termin nie jest dostępny. Proszę wybrać inny.
portal-refused-taken = Ten termin właśnie zajął ktoś inny. Proszę wybrać inny.
portal-refused-hold-unknown = Ta rezerwacja jest już zakończona lub nie istnieje. Proszę zacząć od nowa.
portal-refused-hold-expired = Termin był zarezerwowany do godz. { $time } i jest teraz znów wolny. Wizyta nie została umówiona. Proszę jeszcze raz wybrać termin.
portal-refused-booking = Nie ma takiej wizyty. Proszę sprawdzić adres z potwierdzenia.
portal-refused-cancelled = Ta wizyta jest już odwołana. Proszę umówić nową.
portal-refused-over = Ta wizyta już się rozpoczęła lub minęła i nie można jej zmienić.
portal-refused-pin = { $left ->
    [one] Ten kod PIN jest błędny. Pozostała { $left } próba.
    [few] Ten kod PIN jest błędny. Pozostały { $left } próby.
    [many] Ten kod PIN jest błędny. Pozostało { $left } prób.
   *[other] Ten kod PIN jest błędny. Pozostało { $left } próby.
}
portal-refused-pin-locked = Kod PIN był zbyt wiele razy błędny. Proszę spróbować ponownie od godz. { $time }.
portal-refused-ticket-title = Nie znamy tego numeru
portal-refused-ticket = Być może jest z innego dnia. Proszę słuchać wywołań w poczekalni.
portal-refused-again = To zostało już wysłane. Proszę odświeżyć stronę i spróbować jeszcze raz.
portal-refused-malformed = Nie udało się odczytać tych danych. Proszę wrócić i spróbować jeszcze raz.
portal-refused-storage-title = Obecnie nie możemy niczego zapisać
portal-refused-storage = Nic nie zostało zmienione. Proszę spróbować ponownie za kilka minut.
portal-refused-again-do = Wybierz termin

# “I will be late”, from the phone.
portal-phone-late = Przyjdę później
portal-phone-late-hint = Wtedy najpierw wywołamy inne osoby, a Państwa miejsce zostanie zachowane. Można to zrobić raz podczas wizyty. O ile później?
portal-phone-late-minutes = { $minutes } minut
portal-phone-late-said = Przekazujemy, że przyjdą Państwo { $minutes } minut później. Proszę chwilę zaczekać.
portal-phone-late-until = Przyjdą Państwo później. Czekamy do godz. { $time }.
portal-phone-late-not-waiting = Państwa numer już nie czeka. Na stronie numeru jest napisane, co zrobić.
portal-phone-late-once = To zostało już zgłoszone. Można to zrobić raz podczas wizyty. Jeśli nie zdążą Państwo, proszę zrezygnować z miejsca.
portal-phone-back = Powrót do numeru
portal-phone-unsent = Nie udało się teraz wysłać. Proszę nacisnąć jeszcze raz.
