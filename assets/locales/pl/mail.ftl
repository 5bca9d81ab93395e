# Mails to citizens, and what pages say of them.

mail-subject-confirmed = Wizyta umówiona: { $when }, { $place }
mail-subject-together = Wizyty umówione: { $place }
mail-subject-moved = Wizyta przełożona: { $when }, { $place }
mail-subject-cancelled = Wizyta odwołana: { $when }, { $place }
mail-subject-office-moved = Państwa wizyta ma nowy termin: { $when }, { $place }
mail-subject-office-place = Państwa wizyta odbędzie się w innym miejscu: { $when }, { $place }
mail-subject-office-cancelled = Niestety Państwa wizyta się nie odbędzie: { $when }, { $place }
mail-subject-office-offer = Proponujemy Państwu inny termin wizyty: { $when }, { $place }
mail-subject-reminder = Przypomnienie o wizycie: { $when }, { $place }
mail-subject-new-code = Nowy kod QR do Państwa wizyty: { $when }, { $place }
mail-subject-confirm = Proszę potwierdzić wizytę: { $when }, { $place }
mail-subject-offer = Zwolnił się termin: { $when }, { $place }

mail-greeting = Dzień dobry, { $name }!
mail-greeting-nameless = Dzień dobry!

mail-cancelled = Wizyta jest odwołana. Nie muszą Państwo nic więcej robić.
mail-office-moved = Musieliśmy przełożyć Państwa wizytę na inny termin. Przepraszamy. Poprzedni kod QR nie jest już ważny, proszę używać kodu z tej wiadomości.
mail-office-moved-else = Nowy termin Państwu nie odpowiada? Wizytę można przełożyć lub odwołać.
mail-office-place = Państwa wizyta odbędzie się w innym miejscu. Godzina się nie zmienia, a kod QR pozostaje ważny. Przepraszamy.
mail-office-place-before = Dotychczasowe miejsce
mail-office-place-else = Nowe miejsce Państwu nie odpowiada? Wizytę można przełożyć lub odwołać.
mail-office-cancelled = Niestety musieliśmy odwołać Państwa wizytę. Przepraszamy. Proszę umówić nową wizytę.
mail-office-offer = Niestety Państwa wizyta nie może się odbyć. Przepraszamy. Zarezerwowaliśmy dla Państwa inny termin.
mail-office-offer-until = Prosimy przyjąć nowy termin do: { $time }. Potem Państwa wizyta zostanie odwołana.
mail-office-offer-do = Przyjmij nowy termin
mail-reminder = Przypominamy o Państwa wizycie.
mail-reminder-else = Nie mogą Państwo przyjść? Proszę odwołać wizytę, wtedy skorzysta z niej ktoś inny.
mail-new-code = Państwa wizyta pozostaje bez zmian. Nowy jest tylko kod QR: poprzedni nie jest już ważny, proszę używać kodu z tej wiadomości.
mail-confirm = Proszę potwierdzić wizytę. Trzymamy dla Państwa ten termin do: { $time }.
mail-confirm-do = Potwierdź wizytę
mail-offer = Są Państwo na liście oczekujących i ten termin się zwolnił. Trzymamy go dla Państwa do: { $time }.
mail-offer-do = Wybierz ten termin

mail-reason-illness = Kilka osób z naszego zespołu zachorowało.
mail-reason-technical = Mamy awarię techniczną.
mail-reason-building = Nasz budynek jest tego dnia zamknięty.

mail-map = Pokaż na mapie
mail-fees = Opłaty
mail-forms = Formularze
mail-check-in = Jak zgłosić się na miejscu
mail-qr-elsewhere = Kod QR znajduje się w załączniku do tej wiadomości i na stronie wizyty.
mail-together = Te wizyty są umówione. Każda ma własny numer i własny kod PIN.
mail-together-code = Kod QR do zgłoszenia się znajduje się na stronie wizyty.
mail-pin = Kod PIN pozwala odwołać lub przełożyć wizytę.
mail-open = Zobacz wizytę
mail-labelled = { $label }: { $value }
mail-in-calendar = Plik w załączniku dodaje wizytę do Państwa kalendarza.
mail-out-of-calendar = Plik w załączniku usuwa wizytę z Państwa kalendarza.
mail-keep = Proszę nie przekazywać tej wiadomości innym. Kto ją ma, może zobaczyć i zmienić Państwa wizytę.
mail-not-you = Nie umawiali się Państwo u nas? W takim razie ktoś pomylił adres. Proszę usunąć tę wiadomość.
mail-automatic = Ta wiadomość została wysłana automatycznie.

mail-calendar-summary = Wizyta: { $place }

mail-page-calendar = Dodaj wizytę do kalendarza
mail-page-sent = Te informacje wysyłamy Państwu także e-mailem.

# The waiting list.
mail-subject-waiting = Są Państwo na liście oczekujących: { $place }
mail-subject-waiting-over = Nie są już Państwo na liście oczekujących: { $place }
mail-waiting = Są Państwo na liście oczekujących. Gdy zwolni się pasujący termin, napiszemy i zatrzymamy go przez 2 godziny. Pod linkiem można się wykreślić.
mail-waiting-let-pass = Trzymaliśmy dla Państwa trzy terminy i żaden nie został przyjęty. Dlatego nie są już Państwo na liście. Można zapisać się ponownie.
mail-waiting-nothing-free = Niestety do ostatniego dnia nie zwolnił się żaden pasujący termin. Przykro nam. Nie są już Państwo na liście oczekujących.

# A time that staff find.
mail-subject-requested = Zapytanie do nas dotarło: { $place }
mail-subject-request-answered = Odpowiedź na zapytanie: { $place }
mail-request-declined = Niestety nie możemy zaproponować terminu. Przykro nam.
mail-request-unanswered = Nie odpowiedzieliśmy na czas. Przykro nam. Prosimy zapytać jeszcze raz.
