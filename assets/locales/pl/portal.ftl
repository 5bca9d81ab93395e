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
portal-services-minutes = { $minutes ->
    [one] około { $minutes } minuty
    [few] około { $minutes } minut
    [many] około { $minutes } minut
   *[other] około { $minutes } minuty
}
portal-services-hours =
    około { $hours ->
        [one] { $hours } godziny
        [few] { $hours } godzin
        [many] { $hours } godzin
       *[other] { $hours } godziny
    }{ $minutes ->
        [0] { "" }
        [one] { " " }{ $minutes } minuty
        [few] { " " }{ $minutes } minut
        [many] { " " }{ $minutes } minut
       *[other] { " " }{ $minutes } minuty
    }
portal-services-documents = Co zabrać ze sobą
portal-services-next = Pokaż wolne terminy
portal-services-choose = Proszę wybrać co najmniej jedną sprawę.
portal-services-too-much = Razem trwałoby to zbyt długo. Proszę umówić kilka wizyt.
portal-services-too-many = Największa liczba tej samej sprawy podczas jednej wizyty: { $most }.
portal-services-apart = „{ $service }” i „{ $other }” nie można załatwić podczas jednej wizyty. Proszę umówić dwie wizyty.

portal-times-title = Kiedy chcą Państwo przyjść?
portal-times-move-title = Na kiedy przełożyć wizytę?
portal-times-lead = { $services } – { $length }
portal-times-free = { $count ->
    [one] { $count } wolny termin
    [few] { $count } wolne terminy
    [many] { $count } wolnych terminów
   *[other] { $count } wolnego terminu
}
portal-times-morning = Przed południem
portal-times-afternoon = Po południu
portal-times-soonest = Najbliższy wolny termin: { $time }
portal-times-release = Kolejne terminy pojawią się tutaj: { $time }.
portal-times-month-before = Poprzedni miesiąc
portal-times-month-after = Następny miesiąc
portal-times-day-free = wolne
portal-times-day-full = brak miejsc
portal-times-day-later = jeszcze nieudostępnione
portal-times-day-later-from = jeszcze nieudostępnione, terminy pojawią się: { $time }
portal-times-day-closed = nieczynne
portal-times-elsewhere = Inne urzędy
portal-stops-title = Miejsca
portal-stops-all = Wszystkie miejsca
portal-stops-days = Najbliższe dni: { $days }
portal-times-nothing = Obecnie nie ma wolnych terminów. Oto, co można zrobić:
portal-times-nothing-else = Niestety obecnie nie ma wolnych terminów. Gdy jakiś się zwolni, pojawi się na tej stronie.
portal-times-nothing-move = Obecnie nie ma innych wolnych terminów. Państwa wizyta pozostaje bez zmian. Gdy jakiś termin się zwolni, pojawi się na tej stronie.
portal-times-change = Zmień sprawy

portal-contact-title = Kto przyjdzie?
portal-contact-held = Ten termin jest zarezerwowany do godz. { $time }.
portal-contact-name = Imię i nazwisko
portal-contact-name-hint = Dzięki temu znajdziemy wizytę, gdy nie mają Państwo nic przy sobie.
portal-contact-email = Adres e-mail
portal-contact-optional = nieobowiązkowo
portal-contact-interpreter = Czy potrzebują Państwo tłumacza? Na jaki język?
portal-contact-next = Dalej
portal-contact-name-missing = Proszę podać imię i nazwisko.
portal-contact-name-wrong = Nazwisko jest za długie lub zawiera znaki, które do niego nie pasują.
portal-contact-email-wrong = Proszę podać adres e-mail, na przykład name@example.org, albo zostawić pole puste.
portal-contact-privacy = Dane usuwamy w nocy po wizycie.

portal-check-title = Proszę sprawdzić wizytę
portal-check-where = Miejsce
portal-check-when = Termin
portal-check-what = Sprawy
portal-check-length = Czas trwania
portal-check-tight = Nie ma tu dodatkowego czasu na tłumaczenie. Czas wizyty pozostaje bez zmian: { $length }. Mimo to widzimy Państwa życzenie. Jeśli potrzebują Państwo więcej czasu, proszę wybrać inny termin.
portal-check-interpreter = Tłumacz
portal-check-name = Imię i nazwisko
portal-check-email = Adres e-mail
portal-check-no-email = brak
portal-check-change = Zmień dane
portal-check-book = Umów wizytę

portal-booking-title = Państwa wizyta
portal-booking-done = Wizyta jest umówiona.
portal-booking-already = Ta wizyta jest już przez Państwa umówiona.
portal-booking-moved = Wizyta jest przełożona. Poprzedni kod QR nie jest już ważny, proszę używać tego kodu.
portal-booking-cancelled = Ta wizyta jest odwołana.
portal-booking-new = Umów nową wizytę
portal-booking-qr = Kod QR do zgłoszenia się przy urządzeniu
portal-booking-how = Proszę zbliżyć ten kod QR do kamery urządzenia przy wejściu – na telefonie lub na papierze.
portal-booking-window = Zgłosić się można od godz. { $from } do godz. { $to }.
portal-booking-short-code = Numer wizyty
portal-booking-short-code-hint = Do wpisania, gdy nie mają Państwo przy sobie kodu QR.
portal-booking-pin = PIN
portal-booking-pin-hint = Kod PIN pozwala odwołać lub przełożyć wizytę. Kod PIN jest podany tylko tutaj: proszę wydrukować tę stronę lub zapisać kod PIN.
portal-booking-keep = Proszę zachować adres tej strony lub ją wydrukować. Pod tym adresem znów zobaczą Państwo swoją wizytę, ale bez kodu PIN. Kto zna adres, widzi Państwa wizytę.
portal-booking-print = Wydrukuj stronę
portal-booking-documents = Co zabrać ze sobą
portal-booking-change = Zmień wizytę
portal-booking-move = Przełóż wizytę
portal-booking-cancel = Odwołaj wizytę
portal-booking-cancel-do = Odwołaj wizytę
portal-booking-pin-label = PIN
portal-booking-pin-digits = Sześć cyfr z potwierdzenia
portal-booking-save-qr = Zapisz kod QR jako obraz
portal-booking-over = Ta wizyta już minęła.

portal-offer-title = Nowy termin Państwa wizyty
portal-offer-until = Trzymamy nowy termin dla Państwa do: { $time }.
portal-offer-over = Ten termin nie jest już dla Państwa zarezerwowany. Można wybrać inny.
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
portal-refused-method-title = Tej strony nie można tak otworzyć
portal-refused-method = Proszę zacząć od pierwszej strony. Umówione wizyty pozostają ważne.
portal-refused-office = Nie ma takiego urzędu. Proszę wybrać z listy.
portal-refused-service = Tej sprawy nie można tu załatwić. Proszę wybrać ponownie.
portal-refused-not-offered = Ten termin nie jest dostępny. Proszę wybrać inny.
portal-refused-taken = Ten termin właśnie zajął ktoś inny. Proszę wybrać inny.
portal-refused-hold-unknown = Ta rezerwacja jest już zakończona lub nie istnieje. Proszę zacząć od nowa.
portal-refused-hold-expired = Termin był zarezerwowany tylko do godz. { $time }. Wizyta nie została umówiona. Proszę jeszcze raz wybrać termin.
portal-refused-booking = Nie ma takiej wizyty. Proszę sprawdzić adres z potwierdzenia.
portal-refused-cancelled = Ta wizyta jest już odwołana. Proszę umówić nową.
portal-refused-blocked = Z tymi danymi nie można umówić wizyty online. Obowiązuje to do: { $date }. Prosimy do nas zadzwonić.
portal-refused-asked = Mamy już zapytania od Państwa. Więcej naraz nie można. Prosimy poczekać na naszą odpowiedź lub wycofać jedno zapytanie.
portal-refused-many =
    Mają już Państwo { $most ->
        [one] jedną wizytę
        [few] { $most } wizyty
        [many] { $most } wizyt
       *[other] { $most } wizyty
    } w tej sprawie. Więcej naraz nie można. Potrzebny jest inny termin? Prosimy najpierw odwołać jedną wizytę.
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
portal-refused-too-often-title = Zbyt wiele prób
portal-refused-too-often = Proszę odczekać minutę i spróbować ponownie. Państwa rezerwacje pozostają ważne.
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

# Choosing services: search, numbers, what it costs.
portal-search-do = Szukaj
portal-services-search = Szukaj sprawy
portal-services-found = { $count ->
    [one] Znaleziono 1 sprawę
    [few] Znaleziono { $count } sprawy
    [many] Znaleziono { $count } spraw
   *[other] Znaleziono { $count } sprawy
}
portal-services-found-none = Nic nie znaleziono. Proszę spróbować innego słowa.
portal-services-all = Pokaż wszystkie sprawy
portal-services-others = Inne sprawy
portal-services-take-do = Wybierz
portal-services-take = Wybierz: { $service }
portal-services-less = O jedną mniej: { $service }
portal-services-more = O jedną więcej: { $service }
portal-services-details = Dokumenty, opłaty, formularze
portal-services-fees = Ile to kosztuje
portal-services-forms = Formularze do wypełnienia
portal-services-free = bezpłatnie
portal-services-fee-from = od { $fee }
portal-services-nothing = Nic jeszcze nie wybrano
portal-services-count = { $count ->
    [one] 1 sprawa
    [few] { $count } sprawy
    [many] { $count } spraw
   *[other] { $count } sprawy
}

# The assistant: a few questions that lead to the right services.
portal-questions-start = Nie wiem, czego potrzebuję
portal-questions-count = Pytanie { $number } z najwyżej 3
portal-questions-unknown = Nie wiem: pokaż wszystkie sprawy
portal-questions-done = To pasuje do Państwa odpowiedzi. Można to jeszcze zmienić.

# Which office.
portal-offices-search = Szukaj według sprawy, nazwy lub ulicy
portal-offices-speaks = Gdzie mówi się w tym języku
portal-offices-speaks-any = dowolny
portal-offices-step-free-only = Tylko bez schodów
portal-offices-step-free = Dostęp bez schodów
portal-offices-languages = Mówimy w językach: { $languages }
portal-offices-offers = Sprawy: { $services }
portal-offices-found = { $count ->
    [one] Znaleziono 1 urząd
    [few] Znaleziono { $count } urzędy
    [many] Znaleziono { $count } urzędów
   *[other] Znaleziono { $count } urzędu
}
portal-offices-found-none = Żaden urząd nie pasuje.
portal-offices-all = Pokaż wszystkie urzędy

# Which of the free times are shown.
portal-times-narrow = Zawęź terminy
portal-times-narrow-from = Od tego dnia
portal-day-wrong = Nie ma takiego dnia. Proszę wpisać go tak: { $example }.
portal-times-narrow-half = Pora dnia
portal-times-narrow-any = dowolna
portal-times-narrow-step-free = Inne urzędy: tylko bez schodów
portal-times-narrow-speaks = Inne urzędy, w których mówi się w tym języku
portal-times-narrow-do = Pokaż terminy
portal-times-nothing-fits = Przy takim wyborze nie ma wolnych terminów. Proszę wybrać wcześniejszy dzień, inną porę dnia lub inne miejsce.
portal-times-day-unfit = są wolne terminy, ale nie takie, jak wybrano

# Who comes: what else is asked, and how long the time is held.
portal-contact-held-soon = Trzymamy ten termin dla Państwa jeszcze przez 2 minuty.
portal-contact-held-over = Ten termin nie jest już dla Państwa trzymany. Proszę mimo to przejść dalej: dane pozostaną.
portal-contact-email-missing = Proszę podać adres e-mail. Ten urząd go potrzebuje.
portal-contact-phone = Numer telefonu
portal-contact-phone-missing = Proszę podać numer telefonu. Ten urząd go potrzebuje.
portal-contact-phone-wrong = Proszę podać numer telefonu, na przykład 01234 5678 lub +49 1234 5678.
portal-contact-persons = Ile osób łącznie przyjdzie?
portal-contact-support = Czy potrzebują Państwo wsparcia?
portal-contact-more-time = Potrzebuję więcej czasu, na przykład na dojście
portal-contact-pick-up = Proszę odebrać mnie z poczekalni
portal-contact-interpreter-none = Nie
portal-contact-interpreter-other = Inny język
portal-contact-way = Jak tłumaczyć?
portal-contact-way-on-site = na miejscu
portal-contact-way-telephone = przez telefon
portal-contact-way-video = przez wideo
portal-check-phone = Numer telefonu
portal-check-no-phone = brak
portal-check-persons = Liczba osób
portal-check-wishes = Życzenia

# The time is gone: another one, with everything that was typed.
portal-again-title = Proszę wybrać nowy termin
portal-again-kept = Dane są nadal zapisane. Nie trzeba niczego wpisywać ponownie.
portal-again-day = Wolą Państwo inny dzień?
portal-contact-held-longer = Trzymaj dłużej

# The waiting list.
portal-wait-list = Lista oczekujących
portal-wait-link = Zapisz na listę oczekujących
portal-wait-hint = Żaden termin nie pasuje? Gdy jakiś się zwolni, napiszemy e-mail i zatrzymamy go dla Państwa przez 2 godziny.
portal-wait-from = Najwcześniej tego dnia
portal-wait-until = Najpóźniej tego dnia
portal-wait-from-wrong = Proszę wybrać pierwszy dzień do { $last }.
portal-wait-days-wrong = Proszę wybrać dzień do { $last }, nie wcześniejszy niż pierwszy dzień.
portal-wait-notice = Kiedy najpóźniej muszą Państwo wiedzieć?
portal-wait-notice-hours = Wystarczy 3 godziny wcześniej
portal-wait-notice-day = Dzień wcześniej
portal-wait-notice-days = Trzy dni wcześniej
portal-wait-notice-week = Tydzień wcześniej
portal-wait-email-missing = Proszę podać adres e-mail, na przykład name@example.org. Tam napiszemy.
portal-wait-many = Ten adres e-mail jest już kilka razy na listach oczekujących. Więcej naraz nie można. Za pomocą linku w naszej wiadomości można wykreślić się z listy oczekujących.
portal-wait-privacy = Usuniemy adres e-mail, gdy nie będą już Państwo na liście oczekujących.
portal-wait-your-title = Państwa miejsce na liście oczekujących
portal-wait-done = Są Państwo na liście oczekujących. Wysłaliśmy e-mail.
portal-wait-stands = Są Państwo na liście oczekujących. Gdy zwolni się pasujący termin, napiszemy e-mail.
portal-wait-days = Dni
portal-wait-span = { $from } – { $until }
portal-wait-offer = Zwolnił się termin: { $when }. Trzymamy go dla Państwa do: { $time }.
portal-wait-pass = Ten termin mi nie pasuje
portal-wait-pass-hint = Wtedy dostanie go ktoś inny, a Państwo czekają dalej. Po trzech nieprzyjętych terminach znikają Państwo z listy.
portal-wait-leave = Wykreśl z listy oczekujących
portal-wait-left = Nie są już Państwo na liście oczekujących. Adres e-mail został usunięty.
portal-refused-asking = Tego wpisu już nie ma. Został załatwiony, usunięty lub wygasł.

# A time that staff find: the citizen proposes days.
portal-request-title = Zapytaj o termin
portal-request-lead = Proszę podać do trzech dogodnych dni. Poszukamy terminu i odpowiemy.
portal-request-else = Żaden z tych terminów nie pasuje? Proszę zaproponować dni.
portal-request-day = Propozycja { $number }
portal-request-on = Dzień
portal-request-days-wrong = Proszę podać co najmniej jeden dzień, najpóźniej { $last }.
portal-request-words = Co jeszcze powinniśmy wiedzieć?
portal-request-words-wrong = Proszę skrócić tekst do 1000 znaków.
portal-request-do = Wyślij zapytanie
portal-request-privacy = Dane usuwamy z odpowiedzią, najpóźniej po 30 dniach.
portal-request-your-title = Państwa zapytanie
portal-request-done = Zapytanie do nas dotarło. Odpowiemy jak najszybciej.
portal-request-days = Propozycje
portal-request-proposal = { $day } – { $half }
portal-request-withdraw = Wycofaj zapytanie
portal-request-withdrawn = Zapytanie zostało wycofane. Dane zostały usunięte.

# The office wants to know that the address is right before it books.
portal-unconfirmed-title = Proszę potwierdzić wizytę
portal-unconfirmed = Wizyta nie jest jeszcze pewna. Wysłaliśmy e-mail. Proszę potwierdzić w nim wizytę, inaczej termin znów będzie wolny. Można to zrobić do: { $time }.
portal-unconfirmed-here = Są Państwo już u nas? Proszę zameldować się przy terminalu tym numerem. To wystarczy.
portal-unconfirmed-none = Brak e-maila? Proszę zajrzeć też do folderu z reklamami i sprawdzić adres.

# The free times change while one looks at them.
portal-times-renewed = Wolne terminy się zmieniły.
