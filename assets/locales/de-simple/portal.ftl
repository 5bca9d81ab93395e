# The booking server’s pages: booking, confirmation, the citizen’s phone. By the rules of the Netzwerk Leichte Sprache.

portal-name = Termine
portal-skip = Zum Inhalt
portal-languages = Sprache · Language
portal-demo = Vorführung: Die Uhr zeigt { $time }.
portal-steps = Schritt { $step } von 4
portal-back = Zurück
portal-home = Zu allen Orten

# The error summary above a form.
portal-summary = Bitte prüfen Sie Ihre Angaben

portal-offices-title = Einen Termin ausmachen
portal-offices-lead = Wohin möchten Sie kommen?
portal-offices-none = Hier gibt es gerade keine Termine.

portal-services-title = Was möchten Sie machen?
portal-services-lead = Sie können mehrere Dinge in einem Termin machen. Wählen Sie aus. Wie oft brauchen Sie es?
portal-services-minutes = ungefähr { $minutes } Minuten
portal-services-hours =
    ungefähr { $hours ->
        [one] { $hours } Stunde
       *[other] { $hours } Stunden
    }{ $minutes ->
        [0] { "" }
        [one] { " " }und { $minutes } Minute
       *[other] { " " }und { $minutes } Minuten
    }
portal-services-documents = Das bringen Sie mit
portal-services-next = Freie Zeiten zeigen
portal-services-choose = Bitte wählen Sie etwas aus.
portal-services-too-much = Das dauert zusammen zu lange. Bitte machen Sie mehrere Termine aus.
portal-services-too-many = Sie haben von einer Sache zu viel gewählt. In einem Termin geht das höchstens { $most } Mal.
portal-services-apart = Das geht nicht in einem Termin: „{ $service }“ und „{ $other }“. Bitte machen Sie 2 Termine aus.

portal-times-title = Wann möchten Sie kommen?
portal-times-move-title = Wann möchten Sie jetzt kommen?
portal-times-lead = { $services } – { $length }
portal-times-free = { $count ->
    [one] 1 freie Zeit
   *[other] { $count } freie Zeiten
}
portal-times-morning = Am Vormittag
portal-times-afternoon = Am Nachmittag
portal-times-soonest = Die nächste freie Zeit: { $time }
portal-times-release = Bald gibt es hier mehr Zeiten. Ab dann: { $time }.
portal-times-month-before = Monat davor
portal-times-month-after = Monat danach
portal-times-day-free = frei
portal-times-day-full = nichts frei
portal-times-day-later = noch nicht offen
portal-times-day-later-from = noch nicht offen. Zeiten gibt es ab: { $time }
portal-times-day-closed = geschlossen
portal-times-elsewhere = Andere Orte
portal-stops-title = An diesen Orten sind wir
portal-stops-all = Alle Orte
portal-stops-days = Die nächsten Tage: { $days }
portal-times-nothing = Gerade ist keine Zeit frei. Das können Sie machen:
portal-times-nothing-else = Gerade ist leider keine Zeit frei. Wird eine Zeit frei? Dann steht sie hier.
portal-times-nothing-move = Gerade ist keine andere Zeit frei. Ihr Termin bleibt, wie er ist. Wird eine Zeit frei? Dann steht sie hier.
portal-times-change = Etwas anderes auswählen

portal-contact-title = Wer kommt?
portal-contact-held = Diese Zeit ist bis { $time } für Sie frei.
portal-contact-name = Name
portal-contact-name-hint = Haben Sie nichts dabei? Dann finden wir Ihren Termin mit Ihrem Namen.
portal-contact-email = E‑Mail-Adresse
portal-contact-optional = Sie müssen das nicht ausfüllen
portal-contact-interpreter = Soll jemand übersetzen? In welche Sprache?
portal-contact-next = Weiter
portal-contact-name-missing = Bitte schreiben Sie Ihren Namen.
portal-contact-name-wrong = Der Name ist zu lang. Oder ein Zeichen ist falsch.
portal-contact-email-wrong = Eine E‑Mail-Adresse sieht so aus: name@example.org. Oder lassen Sie das Feld leer.
portal-contact-privacy = Wir löschen Ihre Angaben. Das machen wir in der Nacht nach Ihrem Termin.

portal-check-title = Bitte prüfen Sie Ihren Termin
portal-check-where = Ort
portal-check-when = Termin
portal-check-what = Das möchten Sie machen
portal-check-length = So lange dauert es
portal-check-tight = Für das Übersetzen ist hier nicht mehr Zeit frei. So lange dauert es: { $length }. Wir sehen Ihren Wunsch trotzdem. Möchten Sie mehr Zeit? Dann wählen Sie eine andere Zeit.
portal-check-interpreter = Übersetzen
portal-check-name = Name
portal-check-email = E‑Mail-Adresse
portal-check-no-email = keine
portal-check-change = Etwas ändern
portal-check-book = Termin jetzt ausmachen

portal-booking-title = Ihr Termin
portal-booking-done = Sie haben jetzt einen Termin.
portal-booking-already = Diesen Termin haben Sie schon gebucht.
portal-booking-moved = Ihr Termin ist jetzt zu einer anderen Zeit. Der alte QR-Code gilt nicht mehr. Bitte nehmen Sie diesen QR-Code.
portal-booking-cancelled = Dieser Termin ist abgesagt.
portal-booking-new = Einen neuen Termin ausmachen
portal-booking-qr = Mit diesem QR-Code melden Sie sich an
portal-booking-how = Am Eingang steht ein Gerät mit einer Kamera. Halten Sie den QR-Code vor die Kamera. Das geht mit dem Handy. Das geht auch mit Papier.
portal-booking-window = Anmelden geht von { $from } bis { $to }.
portal-booking-short-code = Termin-Nummer
portal-booking-short-code-hint = Haben Sie keinen QR-Code dabei? Dann tippen Sie diese Nummer ein.
portal-booking-pin = PIN
portal-booking-pin-hint = Mit der PIN sagen Sie den Termin ab. Mit der PIN ändern Sie die Zeit. Die PIN steht nur hier. Drucken Sie diese Seite. Oder schreiben Sie die PIN auf.
portal-booking-keep = Speichern Sie die Adresse von dieser Seite. Oder drucken Sie die Seite aus. Mit der Adresse sehen Sie Ihren Termin wieder. Die PIN sehen Sie dort nicht. Vorsicht: Mit der Adresse kann jeder Ihren Termin sehen.
portal-booking-print = Seite drucken
portal-booking-documents = Das bringen Sie mit
portal-booking-change = Termin ändern
portal-booking-move = Andere Zeit aussuchen
portal-booking-cancel = Termin absagen
portal-booking-cancel-do = Termin absagen
portal-booking-pin-label = PIN
portal-booking-pin-digits = Die PIN hat 6 Ziffern
portal-booking-save-qr = QR-Code als Bild speichern
portal-booking-over = Dieser Termin ist vorbei.

portal-offer-title = Neue Zeit für Ihren Termin
portal-offer-until = Die neue Zeit ist für Sie frei bis: { $time }.
portal-offer-over = Diese Zeit ist nicht mehr für Sie frei. Sie können eine andere Zeit wählen.
portal-move-title = Andere Zeit aussuchen
portal-move-from = Alte Zeit
portal-move-to = Neue Zeit
portal-move-do = Diese Zeit nehmen
portal-move-other = Andere Zeit aussuchen
portal-move-stands = Der alte Termin bleibt, bis der neue Termin sicher ist.

portal-phone-title = Ihre Nummer
portal-phone-number = Nummer { $number }
portal-phone-area = Bitte warten Sie hier: { $area }
portal-phone-estimate = Warte-Zeit: { $span }
portal-phone-as-of = So ist es um { $time }
portal-phone-reload = Bitte laden Sie die Seite neu. Dann sehen Sie: Wann sind Sie dran?
portal-phone-lost = Es gibt gerade keine Verbindung. Diese Seite ist vielleicht alt. Bitte hören Sie gut zu.
portal-phone-waiting = Bitte warten Sie. Wir rufen Ihre Nummer.
portal-phone-called = Bitte kommen Sie jetzt: { $counter }
portal-phone-called-nowhere = Bitte kommen Sie jetzt. Wohin? Das steht auf dem Bildschirm.
portal-phone-serving = Sie sind jetzt dran: { $counter }
portal-phone-serving-nowhere = Sie sind jetzt dran.
portal-phone-parked = Es geht gleich weiter. Bitte bleiben Sie in der Nähe.
portal-phone-finished = Ihr Besuch ist zu Ende. Auf Wiedersehen!
portal-phone-no-show = Wir haben Sie mehrmals gerufen. Halten Sie Ihren Zettel noch einmal vor die Kamera. Dann warten Sie wieder mit.
portal-phone-cancelled = Der Termin ist abgesagt. Wir rufen Ihre Nummer nicht mehr.
portal-phone-unserved = Wir haben heute leider keine Zeit mehr. Bitte machen Sie einen neuen Termin aus.

# What the phone’s page does with the ticket.
portal-phone-also = Auch für: { $numbers }
portal-phone-ahead = { $count ->
    [0] Vor Ihnen ist niemand mehr
    [one] Noch { $count } Person vor Ihnen
   *[other] Noch { $count } Personen vor Ihnen
}
portal-phone-alert = Sagen Sie mir: Ich bin dran
portal-phone-alert-hint = Ihr Handy macht dann einen Ton. Lassen Sie diese Seite offen.
portal-phone-alert-on = So klingt der Ton. Lassen Sie diese Seite offen. Stellen Sie das Handy laut.
portal-phone-give-up = Ich will nicht mehr warten
portal-phone-give-up-sure = Wir rufen Ihre Nummer dann nicht mehr. Sie können das nicht mehr ändern.
portal-phone-give-up-yes = Ja, ich will nicht mehr warten
portal-phone-giving-up = Wir streichen Ihre Nummer. Bitte warten Sie kurz.
portal-phone-gave-up = Sie wollen nicht mehr warten. Wir rufen Ihre Nummer nicht mehr.
portal-phone-over-title = Ihr Besuch ist zu Ende
portal-phone-over = Ihr Besuch ist zu Ende. Diese Nummer gilt nicht mehr.

portal-refused-title = Das geht leider nicht
portal-refused-not-found-title = Diese Seite gibt es nicht
portal-refused-not-found = Bitte prüfen Sie die Adresse.
portal-refused-method-title = Das geht so nicht
portal-refused-method = Bitte fangen Sie auf der ersten Seite an. Ihr Termin bleibt gebucht.
portal-refused-office = Diesen Ort gibt es nicht. Bitte wählen Sie einen Ort aus.
portal-refused-service = Das geht hier nicht. Bitte wählen Sie noch einmal aus.
portal-refused-not-offered = Diese Zeit gibt es nicht. Bitte wählen Sie eine andere Zeit.
portal-refused-taken = Diese Zeit ist gerade weg. Bitte wählen Sie eine andere Zeit.
portal-refused-hold-unknown = Das ist schon fertig. Oder es gibt das nicht. Bitte fangen Sie neu an.
portal-refused-hold-expired = Diese Zeit war bis { $time } für Sie frei. Jetzt ist die Zeit vorbei. Sie haben noch keinen Termin. Bitte wählen Sie noch einmal eine Zeit.
portal-refused-booking = Diesen Termin gibt es nicht. Bitte prüfen Sie die Adresse.
portal-refused-cancelled = Dieser Termin ist schon abgesagt. Bitte machen Sie einen neuen Termin aus.
portal-refused-blocked = Sie können hier im Moment keinen Termin ausmachen. Das gilt bis: { $date }. Bitte rufen Sie uns an.
portal-refused-asked = Sie haben uns schon gefragt. Mehr Anfragen gehen im Moment nicht. Bitte warten Sie auf unsere Antwort. Oder löschen Sie eine Anfrage.
portal-refused-many =
    Sie haben dafür schon { $most ->
        [one] einen Termin
       *[other] { $most } Termine
    }. Mehr Termine gehen nicht. Brauchen Sie einen anderen Termin? Dann sagen Sie bitte erst einen Termin ab.
portal-refused-over = Dieser Termin ist vorbei. Oder er hat schon angefangen. Sie können nichts mehr ändern.
portal-refused-pin = { $left ->
    [one] Diese PIN ist falsch. Sie haben noch 1 Versuch.
   *[other] Diese PIN ist falsch. Sie haben noch { $left } Versuche.
}
portal-refused-pin-locked = Die PIN war zu oft falsch. Bitte versuchen Sie es ab { $time } noch einmal.
portal-refused-ticket-title = Diese Nummer kennen wir nicht
portal-refused-ticket = Vielleicht ist die Nummer von einem anderen Tag. Bitte hören Sie gut zu.
portal-refused-again = Das haben Sie schon geschickt. Bitte laden Sie die Seite neu. Versuchen Sie es noch einmal.
portal-refused-malformed = Das können wir nicht lesen. Bitte gehen Sie zurück. Versuchen Sie es noch einmal.
portal-refused-storage-title = Wir können gerade nichts speichern
portal-refused-storage = Alles ist so wie vorher. Bitte versuchen Sie es bald noch einmal.
portal-refused-too-often-title = Bitte warten Sie kurz
portal-refused-too-often = Sie haben sehr oft gedrückt. Bitte warten Sie 1 Minute. Dann versuchen Sie es noch einmal.
portal-refused-again-do = Zeit wählen

# “I will be late”, from the phone.
portal-phone-late = Ich komme später
portal-phone-late-hint = Dann kommen andere zuerst dran. Ihren Platz behalten Sie. Das geht nur 1 Mal. Wie viel später kommen Sie?
portal-phone-late-minutes = { $minutes } Minuten
portal-phone-late-said = Wir sagen weiter: Sie kommen { $minutes } Minuten später. Bitte warten Sie kurz.
portal-phone-late-until = Sie kommen später. Wir warten auf Sie bis { $time }.
portal-phone-late-not-waiting = Ihre Nummer wartet nicht mehr. Bitte gehen Sie zurück. Dort steht, was Sie tun können.
portal-phone-late-once = Das haben Sie schon gesagt. Das geht nur 1 Mal.
portal-phone-back = Zurück zu Ihrer Nummer
portal-phone-unsent = Das hat nicht geklappt. Bitte drücken Sie noch einmal.

# Choosing services: search, numbers, what it costs.
portal-search-do = Suchen
portal-services-search = Was suchen Sie?
portal-services-found = { $count ->
    [one] 1 Treffer
   *[other] { $count } Treffer
}
portal-services-found-none = Wir haben nichts gefunden. Bitte schreiben Sie ein anderes Wort.
portal-services-all = Alles zeigen
portal-services-others = Andere Dinge
portal-services-take-do = Auswählen
portal-services-take = Auswählen: { $service }
portal-services-less = Eins weniger: { $service }
portal-services-more = Eins mehr: { $service }
portal-services-details = Was brauche ich? Was kostet es?
portal-services-fees = So viel kostet es
portal-services-forms = Das füllen Sie vorher aus
portal-services-free = kostet nichts
portal-services-fee-from = ab { $fee }
portal-services-nothing = Sie haben noch nichts ausgewählt
portal-services-count = { $count ->
    [one] 1 Sache ausgewählt
   *[other] { $count } Sachen ausgewählt
}

# The assistant: a few questions that lead to the right services.
portal-questions-start = Ich weiß nicht, was ich brauche
portal-questions-count = Frage { $number }. Es sind höchstens 3 Fragen.
portal-questions-unknown = Ich weiß es nicht: alles zeigen
portal-questions-done = Das passt zu Ihren Antworten. Sie können das noch ändern.

# Which office.
portal-offices-search = Was brauchen Sie? Oder: Wie heißt der Ort?
portal-offices-speaks = Welche Sprache sprechen Sie?
portal-offices-speaks-any = egal
portal-offices-step-free-only = Nur ohne Stufen
portal-offices-step-free = Ohne Stufen
portal-offices-languages = Wir sprechen: { $languages }
portal-offices-offers = Das geht hier: { $services }
portal-offices-found = { $count ->
    [one] 1 Ort gefunden
   *[other] { $count } Orte gefunden
}
portal-offices-found-none = Wir haben keinen Ort gefunden.
portal-offices-all = Alle Orte zeigen

# Which of the free times are shown.
portal-times-narrow = Nur manche Zeiten zeigen
portal-times-narrow-from = Ab welchem Tag?
portal-day-wrong = Diesen Tag gibt es nicht. Bitte schreiben Sie den Tag so: { $example }.
portal-times-narrow-half = Am Vormittag oder am Nachmittag?
portal-times-narrow-any = egal
portal-times-narrow-step-free = Andere Orte: nur ohne Stufen
portal-times-narrow-speaks = Andere Orte: Dort spricht jemand diese Sprache
portal-times-narrow-do = Zeiten zeigen
portal-times-nothing-fits = So ist keine Zeit frei. Bitte wählen Sie einen anderen Tag. Oder eine andere Zeit am Tag. Oder einen anderen Ort.
portal-times-day-unfit = frei, aber nicht so, wie Sie es möchten

# Who comes: what else is asked, and how long the time is held.
portal-contact-held-soon = Die Zeit ist noch 2 Minuten für Sie frei.
portal-contact-held-over = Die Zeit ist nicht mehr für Sie frei. Gehen Sie trotzdem weiter. Ihre Angaben bleiben da.
portal-contact-email-missing = Bitte schreiben Sie Ihre E‑Mail-Adresse. Wir brauchen sie hier.
portal-contact-phone = Telefon-Nummer
portal-contact-phone-missing = Bitte schreiben Sie Ihre Telefon-Nummer. Wir brauchen sie hier.
portal-contact-phone-wrong = Eine Telefon-Nummer sieht so aus: 01234 5678.
portal-contact-persons = Wie viele Menschen kommen zusammen?
portal-contact-support = Brauchen Sie Hilfe?
portal-contact-more-time = Ich brauche mehr Zeit, zum Beispiel für den Weg
portal-contact-pick-up = Bitte holen Sie mich im Warte-Bereich ab
portal-contact-interpreter-none = Nein
portal-contact-interpreter-other = Eine andere Sprache
portal-contact-way = Wie soll jemand übersetzen?
portal-contact-way-on-site = Die Person kommt dazu
portal-contact-way-telephone = am Telefon
portal-contact-way-video = mit Video
portal-check-phone = Telefon-Nummer
portal-check-no-phone = keine
portal-check-persons = So viele kommen
portal-check-wishes = Das wünschen Sie sich

# The time is gone: another one, with everything that was typed.
portal-again-title = Wählen Sie eine neue Zeit
portal-again-kept = Ihre Angaben sind noch da. Sie müssen nichts noch einmal schreiben.
portal-again-day = Lieber an einem anderen Tag?
portal-contact-held-longer = Ich brauche länger

# The waiting list.
portal-wait-list = Warte-Liste
portal-wait-link = Auf die Warte-Liste schreiben
portal-wait-hint = Passt Ihnen keine Zeit? Vielleicht wird eine Zeit frei. Dann schreiben wir Ihnen eine E‑Mail. Die Zeit ist dann 2 Stunden lang nur für Sie frei.
portal-wait-from = An diesem Tag kann es anfangen
portal-wait-until = Das ist der letzte Tag für Sie
portal-wait-from-wrong = Bitte wählen Sie einen anderen Tag. Der letzte mögliche Tag ist: { $last }.
portal-wait-days-wrong = Bitte wählen Sie einen anderen Tag. Der letzte mögliche Tag ist: { $last }. Der letzte Tag ist nicht vor dem ersten Tag.
portal-wait-notice = Wann müssen Sie die neue Zeit wissen?
portal-wait-notice-hours = 3 Stunden vorher ist gut
portal-wait-notice-day = 1 Tag vorher
portal-wait-notice-days = 3 Tage vorher
portal-wait-notice-week = 1 Woche vorher
portal-wait-email-missing = Bitte schreiben Sie Ihre E‑Mail-Adresse. Zum Beispiel: name@example.org. Wir schreiben Ihnen dann eine E‑Mail.
portal-wait-many = Sie warten schon auf mehrere Termine. Mehr geht im Moment nicht. Sie haben E‑Mails von uns. In jeder E‑Mail steht eine Adresse. Auf dieser Seite können Sie sagen: Ich will nicht mehr warten.
portal-wait-privacy = Wir löschen Ihre E‑Mail-Adresse. Das machen wir, wenn Sie nicht mehr auf der Warte-Liste sind.
portal-wait-your-title = Ihr Platz auf der Warte-Liste
portal-wait-done = Sie sind auf der Warte-Liste. Sie bekommen von uns eine E‑Mail.
portal-wait-stands = Sie sind auf der Warte-Liste. Wird eine Zeit frei? Dann schreiben wir Ihnen eine E‑Mail.
portal-wait-days = An diesen Tagen
portal-wait-span = { $from } bis { $until }
portal-wait-offer = Diese Zeit ist jetzt frei: { $when }. Die Zeit ist für Sie frei bis: { $time }.
portal-wait-pass = Diese Zeit passt mir nicht
portal-wait-pass-hint = Dann bekommt ein anderer Mensch die Zeit. Sie warten weiter. Das geht 3 Mal. Danach sind Sie nicht mehr auf der Warte-Liste.
portal-wait-leave = Nicht mehr warten
portal-wait-left = Sie sind nicht mehr auf der Warte-Liste. Wir haben Ihre E‑Mail-Adresse gelöscht.
portal-refused-asking = Diesen Eintrag gibt es nicht mehr. Er ist fertig oder gelöscht.

# A time that staff find: the citizen proposes days.
portal-request-title = Nach einem Termin fragen
portal-request-lead = Schreiben Sie uns bis zu 3 Tage. An diesen Tagen haben Sie Zeit. Wir suchen einen Termin und antworten Ihnen.
portal-request-else = Passt keine Zeit? Dann schreiben Sie uns, wann Sie können.
portal-request-day = Vorschlag { $number }
portal-request-on = Tag
portal-request-days-wrong = Bitte wählen Sie einen Tag. Der letzte mögliche Tag ist: { $last }.
portal-request-words = Was sollen wir noch wissen?
portal-request-words-wrong = Der Text ist zu lang. Bitte schreiben Sie weniger.
portal-request-do = Anfrage senden
portal-request-privacy = Wir löschen Ihre Angaben mit unserer Antwort. Das machen wir spätestens nach 30 Tagen.
portal-request-your-title = Ihre Anfrage
portal-request-done = Ihre Anfrage ist bei uns. Wir antworten Ihnen bald.
portal-request-days = Ihre Vorschläge
portal-request-proposal = { $day } – { $half }
portal-request-withdraw = Anfrage löschen
portal-request-withdrawn = Ihre Anfrage ist gelöscht. Auch Ihre Angaben sind gelöscht.

# The office wants to know that the address is right before it books.
portal-unconfirmed-title = Sagen Sie uns: Ich komme
portal-unconfirmed = Ihr Termin ist noch nicht sicher. Sie bekommen von uns eine E‑Mail. Drücken Sie bitte in der E‑Mail auf den Knopf. Erst dann ist der Termin sicher. Das geht bis: { $time }.
portal-unconfirmed-here = Sind Sie schon bei uns? Dann tippen Sie diese Nummer am Terminal ein. Mehr müssen Sie nicht machen.
portal-unconfirmed-none = Haben Sie keine E‑Mail bekommen? Dann prüfen Sie bitte Ihre E‑Mail-Adresse.

# The free times change while one looks at them.
portal-times-renewed = Die freien Zeiten sind jetzt anders.
