# The booking server's pages: booking, confirmation, the citizen's phone.

portal-name = Termine
portal-skip = Zum Inhalt
portal-languages = Sprache · Language
portal-demo = Vorführung: Die Uhr zeigt { $time }.
portal-steps = Schritt { $step } von 4
portal-back = Zurück
portal-home = Zu allen Standorten

# The error summary above a form.
portal-summary = Bitte prüfen Sie Ihre Angaben

portal-offices-title = Termin buchen
portal-offices-lead = Wo möchten Sie einen Termin buchen?
portal-offices-none = Zurzeit kann hier kein Termin gebucht werden.

portal-services-title = Was möchten Sie erledigen?
portal-services-lead = Sie können mehrere Anliegen in einem Termin erledigen. Wählen Sie aus, wie oft Sie jedes brauchen.
portal-services-minutes = etwa { $minutes } Minuten
portal-services-hours =
    etwa { $hours ->
        [one] { $hours } Stunde
       *[other] { $hours } Stunden
    }{ $minutes ->
        [0] { "" }
        [one] { " " }{ $minutes } Minute
       *[other] { " " }{ $minutes } Minuten
    }
portal-services-documents = Das bringen Sie mit
portal-services-next = Freie Zeiten zeigen
portal-services-choose = Wählen Sie mindestens ein Anliegen aus.
portal-services-too-much = Zusammen würde das zu lange dauern. Bitte buchen Sie mehrere Termine.
portal-services-too-many = Von einem Ihrer Anliegen sind in einem Termin höchstens { $most } möglich.
portal-services-apart = „{ $service }“ und „{ $other }“ gehen nicht in einem Termin. Bitte buchen Sie zwei Termine.

portal-times-title = Wann möchten Sie kommen?
portal-times-move-title = Auf welche Zeit möchten Sie den Termin verschieben?
portal-times-lead = { $services } – { $length }
portal-times-free = { $count ->
    [one] 1 freie Zeit
   *[other] { $count } freie Zeiten
}
portal-times-morning = Vormittag
portal-times-afternoon = Nachmittag
portal-times-soonest = Nächste freie Zeit: { $time }
portal-times-release = Weitere Zeiten gibt es hier ab: { $time }.
portal-times-month-before = Vorheriger Monat
portal-times-month-after = Nächster Monat
portal-times-day-free = frei
portal-times-day-full = ausgebucht
portal-times-day-later = noch nicht freigegeben
portal-times-day-later-from = noch nicht freigegeben, Zeiten gibt es ab: { $time }
portal-times-day-closed = geschlossen
portal-times-elsewhere = Andere Standorte
portal-stops-title = Orte
portal-stops-all = Alle Orte
portal-stops-days = Nächste Tage: { $days }
portal-times-nothing = Zurzeit ist keine Zeit frei. Das können Sie tun:
portal-times-nothing-else = Zurzeit ist leider keine Zeit frei. Sobald eine frei wird, steht sie auf dieser Seite.
portal-times-nothing-move = Zurzeit ist keine andere Zeit frei. Ihr Termin bleibt, wie er ist. Sobald eine Zeit frei wird, steht sie auf dieser Seite.
portal-times-change = Anliegen ändern

portal-contact-title = Wer kommt?
portal-contact-held = Wir halten diese Zeit bis { $time } für Sie frei.
portal-contact-name = Name
portal-contact-name-hint = So finden wir Ihren Termin, wenn Sie nichts dabeihaben.
portal-contact-email = E-Mail-Adresse
portal-contact-optional = freiwillig
portal-contact-interpreter = Brauchen Sie jemanden, der übersetzt? In welche Sprache?
portal-contact-next = Weiter
portal-contact-name-missing = Geben Sie Ihren Namen ein.
portal-contact-name-wrong = Der Name ist zu lang oder enthält Zeichen, die nicht in einen Namen gehören.
portal-contact-email-wrong = Geben Sie eine E-Mail-Adresse ein wie name@example.org – oder lassen Sie das Feld leer.
portal-contact-privacy = Ihre Angaben löschen wir in der Nacht nach Ihrem Termin.

portal-check-title = Bitte prüfen Sie Ihren Termin
portal-check-where = Ort
portal-check-when = Termin
portal-check-what = Anliegen
portal-check-length = Dauer
portal-check-tight = Für das Dolmetschen ist hier keine zusätzliche Zeit frei. Die Dauer bleibt: { $length }. Ihr Wunsch kommt trotzdem bei uns an. Wenn Sie mehr Zeit möchten, wählen Sie bitte eine andere Zeit.
portal-check-interpreter = Dolmetschen
portal-check-name = Name
portal-check-email = E-Mail-Adresse
portal-check-no-email = keine
portal-check-change = Angaben ändern
portal-check-book = Termin verbindlich buchen

portal-booking-title = Ihr Termin
portal-booking-done = Ihr Termin ist gebucht.
portal-booking-already = Diesen Termin haben Sie schon gebucht.
portal-booking-moved = Ihr Termin ist verschoben. Der bisherige QR-Code gilt nicht mehr, bitte verwenden Sie diesen.
portal-booking-cancelled = Dieser Termin ist abgesagt.
portal-booking-new = Neuen Termin buchen
portal-booking-qr = QR-Code für die Anmeldung am Terminal
portal-booking-how = Halten Sie diesen QR-Code am Eingang vor die Kamera des Terminals – auf dem Handy oder auf Papier.
portal-booking-window = Anmelden können Sie sich von { $from } bis { $to }.
portal-booking-short-code = Terminnummer
portal-booking-short-code-hint = Zum Eintippen, wenn Sie den QR-Code nicht dabeihaben.
portal-booking-pin = PIN
portal-booking-pin-hint = Mit der PIN sagen Sie den Termin ab oder verschieben ihn. Nur hier steht die PIN: Drucken Sie diese Seite aus oder schreiben Sie die PIN auf.
portal-booking-keep = Bewahren Sie die Adresse dieser Seite auf oder drucken Sie die Seite aus. Unter der Adresse sehen Sie Ihren Termin wieder, die PIN aber nicht. Wer die Adresse kennt, sieht Ihren Termin.
portal-booking-print = Seite drucken
portal-booking-documents = Das bringen Sie mit
portal-booking-change = Termin ändern
portal-booking-move = Termin verschieben
portal-booking-cancel = Termin absagen
portal-booking-cancel-do = Termin absagen
portal-booking-pin-label = PIN
portal-booking-pin-digits = Sechs Ziffern aus Ihrer Bestätigung
portal-booking-save-qr = QR-Code als Bild speichern
portal-booking-over = Dieser Termin ist vorbei.

portal-offer-title = Neue Zeit für Ihren Termin
portal-offer-until = Wir halten die neue Zeit für Sie frei bis: { $time }.
portal-offer-over = Diese Zeit ist nicht mehr für Sie frei gehalten. Sie können eine andere wählen.
portal-move-title = Termin verschieben
portal-move-from = Bisher
portal-move-to = Neu
portal-move-do = Auf diese Zeit verschieben
portal-move-other = Andere Zeit wählen
portal-move-stands = Ihr bisheriger Termin bleibt bestehen, bis der neue sicher ist.

portal-phone-title = Ihre Nummer
portal-phone-number = Nummer { $number }
portal-phone-area = Bitte warten Sie hier: { $area }
portal-phone-estimate = Wartezeit: { $span }
portal-phone-as-of = Stand: { $time }
portal-phone-reload = Diese Seite zeigt den Stand, wenn Sie sie neu laden.
portal-phone-lost = Die Verbindung ist unterbrochen. Die Anzeige kann veraltet sein. Bitte achten Sie auf die Aufrufe im Wartebereich.
portal-phone-waiting = Sie warten. Wir rufen Ihre Nummer auf.
portal-phone-called = Bitte kommen Sie jetzt: { $counter }
portal-phone-called-nowhere = Bitte kommen Sie jetzt. Die Anzeige sagt, wohin.
portal-phone-serving = Sie werden bedient: { $counter }
portal-phone-serving-nowhere = Sie werden bedient.
portal-phone-parked = Es geht gleich weiter. Bitte bleiben Sie in der Nähe.
portal-phone-finished = Ihr Besuch ist beendet. Auf Wiedersehen!
portal-phone-no-show = Wir haben Sie mehrmals aufgerufen. Halten Sie Ihre Wartemarke am Terminal noch einmal vor die Kamera, dann warten Sie wieder mit.
portal-phone-cancelled = Ihre Nummer wird nicht mehr aufgerufen, weil der Termin abgesagt wurde.
portal-phone-unserved = Heute konnten wir Sie leider nicht mehr aufrufen. Bitte buchen Sie einen neuen Termin.

# What the phone’s page does with the ticket.
portal-phone-also = Gilt auch für: { $numbers }
portal-phone-ahead = { $count ->
    [0] Niemand mehr vor Ihnen
    [one] Noch { $count } Person vor Ihnen
   *[other] Noch { $count } Personen vor Ihnen
}
portal-phone-alert = Bei Aufruf melden
portal-phone-alert-hint = Mit Ton, Vibration und Mitteilung, soweit Ihr Handy das kann. Lassen Sie diese Seite dafür offen.
portal-phone-alert-on = So klingt Ihr Aufruf. Bitte lassen Sie diese Seite offen und das Handy auf laut.
portal-phone-give-up = Ich gebe meinen Platz auf
portal-phone-give-up-sure = Ihre Nummer wird dann nicht mehr aufgerufen. Das lässt sich nicht zurücknehmen.
portal-phone-give-up-yes = Ja, Platz aufgeben
portal-phone-giving-up = Ihr Platz wird aufgegeben. Einen Augenblick bitte.
portal-phone-gave-up = Sie haben Ihren Platz aufgegeben. Ihre Nummer wird nicht mehr aufgerufen.
portal-phone-over-title = Besuch beendet
portal-phone-over = Ihr Besuch ist beendet. Diese Nummer gilt nicht mehr.

portal-refused-title = Das geht leider nicht
portal-refused-not-found-title = Diese Seite gibt es nicht
portal-refused-not-found = Bitte prüfen Sie die Adresse.
portal-refused-method-title = Diese Seite lässt sich so nicht öffnen
portal-refused-method = Bitte beginnen Sie auf der ersten Seite. Was Sie gebucht haben, bleibt gebucht.
portal-refused-office = Diesen Standort gibt es nicht. Bitte wählen Sie einen aus der Liste.
portal-refused-service = Dieses Anliegen wird hier nicht angeboten. Bitte wählen Sie neu aus.
portal-refused-not-offered = Diese Zeit wird nicht angeboten. Bitte wählen Sie eine andere.
portal-refused-taken = Diese Zeit hat gerade jemand anderes gebucht. Bitte wählen Sie eine andere.
portal-refused-hold-unknown = Diese Buchung ist schon abgeschlossen oder gibt es nicht. Bitte beginnen Sie neu.
portal-refused-hold-expired = Die Zeit war nur bis { $time } für Sie frei gehalten. Es wurde nichts gebucht. Bitte wählen Sie noch einmal eine Zeit.
portal-refused-booking = Diesen Termin gibt es nicht. Bitte prüfen Sie die Adresse aus Ihrer Bestätigung.
portal-refused-cancelled = Dieser Termin ist schon abgesagt. Bitte buchen Sie einen neuen.
portal-refused-blocked = Mit diesen Kontaktdaten können Sie hier keinen Termin buchen. Das gilt bis: { $date }. Bitte rufen Sie uns an.
portal-refused-asked = Von Ihnen liegen schon Anfragen bei uns. Mehr sind gleichzeitig nicht möglich. Bitte warten Sie auf unsere Antwort, oder ziehen Sie eine Anfrage zurück.
portal-refused-many =
    Sie haben dafür schon { $most ->
        [one] einen Termin
       *[other] { $most } Termine
    }. Mehr sind gleichzeitig nicht möglich. Brauchen Sie einen anderen Termin? Dann sagen Sie bitte zuerst einen ab.
portal-refused-over = Dieser Termin hat begonnen oder ist vorbei und kann nicht mehr geändert werden.
portal-refused-pin = { $left ->
    [one] Diese PIN ist falsch. Sie haben noch 1 Versuch.
   *[other] Diese PIN ist falsch. Sie haben noch { $left } Versuche.
}
portal-refused-pin-locked = Die PIN war zu oft falsch. Bitte versuchen Sie es ab { $time } noch einmal.
portal-refused-ticket-title = Diese Nummer kennen wir nicht
portal-refused-ticket = Vielleicht ist sie von einem anderen Tag. Bitte achten Sie auf die Aufrufe im Wartebereich.
portal-refused-again = Das wurde schon gesendet. Bitte laden Sie die Seite neu und versuchen Sie es noch einmal.
portal-refused-malformed = Diese Angaben konnten wir nicht lesen. Bitte gehen Sie zurück und versuchen Sie es noch einmal.
portal-refused-storage-title = Zurzeit können wir nichts speichern
portal-refused-storage = Es wurde nichts geändert. Bitte versuchen Sie es in einigen Minuten noch einmal.
portal-refused-too-often-title = Das war etwas oft
portal-refused-too-often = Bitte warten Sie eine Minute und versuchen Sie es dann noch einmal. Was Sie gebucht haben, bleibt gebucht.
portal-refused-again-do = Zeit wählen

# “I will be late”, from the phone.
portal-phone-late = Ich komme später
portal-phone-late-hint = Andere kommen dann zuerst dran, Ihr Platz bleibt Ihnen. Das geht einmal je Besuch. Wie viel später?
portal-phone-late-minutes = { $minutes } Minuten
portal-phone-late-said = Wir sagen weiter, dass Sie { $minutes } Minuten später kommen. Einen Augenblick bitte.
portal-phone-late-until = Sie kommen später. Wir warten auf Sie bis { $time }.
portal-phone-late-not-waiting = Ihre Nummer wartet nicht mehr. Auf der Seite Ihrer Nummer steht, was jetzt gilt.
portal-phone-late-once = Das haben Sie schon gesagt. Es geht einmal je Besuch. Wenn Sie es nicht schaffen, geben Sie Ihren Platz bitte auf.
portal-phone-back = Zurück zu Ihrer Nummer
portal-phone-unsent = Das ließ sich gerade nicht senden. Bitte drücken Sie noch einmal.

# Choosing services: search, numbers, what it costs.
portal-search-do = Suchen
portal-services-search = Anliegen suchen
portal-services-found = { $count ->
    [one] 1 Anliegen gefunden
   *[other] { $count } Anliegen gefunden
}
portal-services-found-none = Nichts gefunden. Versuchen Sie ein anderes Wort.
portal-services-all = Alle Anliegen zeigen
portal-services-others = Weitere Anliegen
portal-services-take-do = Auswählen
portal-services-take = Auswählen: { $service }
portal-services-less = Eins weniger: { $service }
portal-services-more = Eins mehr: { $service }
portal-services-details = Unterlagen, Kosten, Formulare
portal-services-fees = Das kostet es
portal-services-forms = Formulare zum Ausfüllen
portal-services-free = gebührenfrei
portal-services-fee-from = ab { $fee }
portal-services-nothing = Noch nichts ausgewählt
portal-services-count = { $count ->
    [one] 1 Anliegen
   *[other] { $count } Anliegen
}

# The assistant: a few questions that lead to the right services.
portal-questions-start = Ich weiß nicht, was ich brauche
portal-questions-count = Frage { $number } von höchstens 3
portal-questions-unknown = Ich weiß es nicht: alle Anliegen zeigen
portal-questions-done = Das passt zu Ihren Antworten. Sie können es noch ändern.

# Which office.
portal-offices-search = Nach Anliegen, Name oder Straße suchen
portal-offices-speaks = Wo man diese Sprache spricht
portal-offices-speaks-any = beliebig
portal-offices-step-free-only = Nur ohne Stufen
portal-offices-step-free = Ohne Stufen erreichbar
portal-offices-languages = Wir sprechen: { $languages }
portal-offices-offers = Bietet an: { $services }
portal-offices-found = { $count ->
    [one] 1 Standort gefunden
   *[other] { $count } Standorte gefunden
}
portal-offices-found-none = Kein Standort passt dazu.
portal-offices-all = Alle Standorte zeigen

# Which of the free times are shown.
portal-times-narrow = Zeiten eingrenzen
portal-times-narrow-from = Ab diesem Tag
portal-day-wrong = Diesen Tag kennen wir nicht. Geben Sie ihn so ein: { $example }.
portal-times-narrow-half = Tageszeit
portal-times-narrow-any = beliebig
portal-times-narrow-step-free = Andere Standorte nur ohne Stufen
portal-times-narrow-speaks = Andere Standorte, wo man diese Sprache spricht
portal-times-narrow-do = Zeiten zeigen
portal-times-nothing-fits = So ist keine Zeit frei. Wählen Sie einen früheren Tag, eine andere Tageszeit oder einen anderen Ort.
portal-times-day-unfit = frei, aber nicht wie gewünscht

# Who comes: what else is asked, and how long the time is held.
portal-contact-held-soon = Wir halten die Zeit noch 2 Minuten für Sie frei.
portal-contact-held-over = Die Zeit ist nicht mehr für Sie frei gehalten. Gehen Sie trotzdem weiter: Ihre Angaben bleiben erhalten.
portal-contact-email-missing = Geben Sie Ihre E-Mail-Adresse ein. Dieser Standort braucht sie.
portal-contact-phone = Telefonnummer
portal-contact-phone-missing = Geben Sie Ihre Telefonnummer ein. Dieser Standort braucht sie.
portal-contact-phone-wrong = Geben Sie eine Telefonnummer ein wie 01234 5678 oder +49 1234 5678.
portal-contact-persons = Wie viele Personen kommen insgesamt?
portal-contact-support = Brauchen Sie Unterstützung?
portal-contact-more-time = Ich brauche mehr Zeit, zum Beispiel für den Weg
portal-contact-pick-up = Bitte holen Sie mich im Wartebereich ab
portal-contact-interpreter-none = Nein
portal-contact-interpreter-other = Eine andere Sprache
portal-contact-way = Wie soll übersetzt werden?
portal-contact-way-on-site = vor Ort
portal-contact-way-telephone = am Telefon
portal-contact-way-video = per Video
portal-check-phone = Telefonnummer
portal-check-no-phone = keine
portal-check-persons = Personen
portal-check-wishes = Wünsche

# The time is gone: another one, with everything that was typed.
portal-again-title = Wählen Sie eine neue Zeit
portal-again-kept = Ihre Angaben sind noch da. Sie müssen nichts noch einmal eintippen.
portal-again-day = Lieber an einem anderen Tag?
portal-contact-held-longer = Länger frei halten

# The waiting list.
portal-wait-list = Warteliste
portal-wait-link = Auf die Warteliste setzen
portal-wait-hint = Keine Zeit passt Ihnen? Wird eine frei, schreiben wir Ihnen eine E-Mail und halten die Zeit 2 Stunden für Sie frei.
portal-wait-from = Frühestens an diesem Tag
portal-wait-until = Spätestens an diesem Tag
portal-wait-from-wrong = Wählen Sie als ersten Tag einen bis { $last }.
portal-wait-days-wrong = Wählen Sie einen Tag bis { $last }, und nicht vor dem ersten Tag.
portal-wait-notice = Wann müssen Sie es spätestens wissen?
portal-wait-notice-hours = 3 Stunden vorher genügt
portal-wait-notice-day = Einen Tag vorher
portal-wait-notice-days = Drei Tage vorher
portal-wait-notice-week = Eine Woche vorher
portal-wait-email-missing = Geben Sie Ihre E-Mail-Adresse ein wie name@example.org. Dorthin schreiben wir Ihnen.
portal-wait-many = Mit dieser E-Mail-Adresse warten Sie schon auf mehrere Termine. Mehr ist gleichzeitig nicht möglich. Über die Adresse in unserer E-Mail können Sie sich von einer Warteliste streichen.
portal-wait-privacy = Wir löschen Ihre E-Mail-Adresse, sobald Sie nicht mehr auf der Warteliste stehen.
portal-wait-your-title = Ihr Platz auf der Warteliste
portal-wait-done = Sie stehen auf der Warteliste. Wir haben Ihnen eine E-Mail geschickt.
portal-wait-stands = Sie stehen auf der Warteliste. Wird eine passende Zeit frei, schreiben wir Ihnen eine E-Mail.
portal-wait-days = Zeitraum
portal-wait-span = { $from } bis { $until }
portal-wait-offer = Diese Zeit ist frei geworden: { $when }. Wir halten sie für Sie frei bis: { $time }.
portal-wait-pass = Diese Zeit passt mir nicht
portal-wait-pass-hint = Dann bekommt sie jemand anderes, und Sie warten weiter. Nach drei Zeiten, die Sie nicht nehmen, endet die Warteliste für Sie.
portal-wait-leave = Von der Warteliste streichen
portal-wait-left = Sie stehen nicht mehr auf der Warteliste. Ihre E-Mail-Adresse ist gelöscht.
portal-refused-asking = Diesen Eintrag gibt es nicht mehr. Er ist erledigt, gelöscht oder abgelaufen.

# A time that staff find: the citizen proposes days.
portal-request-title = Termin anfragen
portal-request-lead = Nennen Sie uns bis zu drei Tage, an denen es Ihnen passt. Wir suchen eine Zeit und antworten Ihnen.
portal-request-else = Passt keine dieser Zeiten? Dann schlagen Sie uns Tage vor.
portal-request-day = { $number }. Vorschlag
portal-request-on = Tag
portal-request-days-wrong = Geben Sie mindestens einen Tag an, spätestens { $last }.
portal-request-words = Was sollen wir noch wissen?
portal-request-words-wrong = Bitte kürzen Sie den Text auf 1000 Zeichen.
portal-request-do = Anfrage senden
portal-request-privacy = Ihre Angaben löschen wir mit unserer Antwort, spätestens nach 30 Tagen.
portal-request-your-title = Ihre Anfrage
portal-request-done = Ihre Anfrage ist bei uns. Wir antworten Ihnen so bald wie möglich.
portal-request-days = Vorschläge
portal-request-proposal = { $day } – { $half }
portal-request-withdraw = Anfrage zurückziehen
portal-request-withdrawn = Ihre Anfrage ist zurückgezogen. Ihre Angaben sind gelöscht.

# The office wants to know that the address is right before it books.
portal-unconfirmed-title = Bitte bestätigen Sie Ihren Termin
portal-unconfirmed = Ihr Termin ist noch nicht sicher. Wir haben Ihnen eine E-Mail geschickt. Bitte bestätigen Sie darin den Termin, sonst wird die Zeit wieder frei. Das geht bis: { $time }.
portal-unconfirmed-here = Sind Sie schon bei uns? Dann melden Sie sich am Terminal mit dieser Nummer an. Das genügt.
portal-unconfirmed-none = Keine E-Mail bekommen? Sehen Sie auch im Ordner für Werbung nach, und prüfen Sie Ihre Adresse.

# The free times change while one looks at them.
portal-times-renewed = Die freien Zeiten haben sich geändert.
