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
portal-services-how-often = Wie oft: { $service }
portal-services-minutes = ungefähr { $minutes } Minuten
portal-services-documents = Das bringen Sie mit
portal-services-next = Freie Zeiten zeigen
portal-services-choose = Bitte wählen Sie etwas aus.
portal-services-too-much = Das dauert zusammen zu lange. Bitte machen Sie mehrere Termine aus.

portal-times-title = Wann möchten Sie kommen?
portal-times-move-title = Wann möchten Sie jetzt kommen?
portal-times-lead = { $services } – ungefähr { $minutes } Minuten
portal-times-free = { $count ->
    [one] 1 freie Zeit
   *[other] { $count } freie Zeiten
}
portal-times-morning = Am Vormittag
portal-times-afternoon = Am Nachmittag
portal-times-soonest = Die nächste freie Zeit: { $time }
portal-times-month-before = Monat davor
portal-times-month-after = Monat danach
portal-times-day-free = frei
portal-times-day-full = nichts frei
portal-times-day-closed = geschlossen
portal-times-elsewhere = Andere Orte
portal-times-elsewhere-next = { $office }: { $time }
portal-times-nothing = Gerade ist keine Zeit frei. Bitte versuchen Sie es später noch einmal.
portal-times-change = Etwas anderes auswählen

portal-contact-title = Wer kommt?
portal-contact-held = Diese Zeit ist bis { $time } für Sie frei.
portal-contact-name = Name
portal-contact-name-hint = Haben Sie nichts dabei? Dann finden wir Ihren Termin mit Ihrem Namen.
portal-contact-email = E-Mail-Adresse
portal-contact-optional = Sie müssen das nicht ausfüllen
portal-contact-interpreter = Ich brauche jemanden, der übersetzt
portal-contact-next = Weiter
portal-contact-name-missing = Bitte schreiben Sie Ihren Namen.
portal-contact-name-wrong = Der Name ist zu lang. Oder ein Zeichen ist falsch.
portal-contact-email-wrong = Eine E-Mail-Adresse sieht so aus: name@example.org. Oder lassen Sie das Feld leer.
portal-contact-privacy = Wir löschen Ihren Namen und Ihre E-Mail-Adresse. Das machen wir in der Nacht nach Ihrem Termin.

portal-check-title = Bitte prüfen Sie Ihren Termin
portal-check-where = Ort
portal-check-when = Termin
portal-check-what = Das möchten Sie machen
portal-check-length = So lange dauert es
portal-check-interpreter = Übersetzen
portal-check-name = Name
portal-check-email = E-Mail-Adresse
portal-check-no-email = keine
portal-check-change = Etwas ändern
portal-check-book = Termin jetzt ausmachen

portal-booking-title = Ihr Termin
portal-booking-done = Sie haben jetzt einen Termin.
portal-booking-moved = Ihr Termin ist jetzt zu einer anderen Zeit. Der alte QR-Code gilt nicht mehr. Bitte nehmen Sie diesen QR-Code.
portal-booking-cancelled = Dieser Termin ist abgesagt.
portal-booking-new = Einen neuen Termin ausmachen
portal-booking-qr = Mit diesem QR-Code melden Sie sich an
portal-booking-how = Am Eingang steht ein Gerät mit einer Kamera. Halten Sie den QR-Code vor die Kamera. Das geht mit dem Handy. Das geht auch mit Papier.
portal-booking-window = Anmelden geht von { $from } bis { $to }.
portal-booking-short-code = Termin-Nummer
portal-booking-short-code-hint = Haben Sie keinen QR-Code dabei? Dann tippen Sie diese Nummer ein.
portal-booking-pin = PIN
portal-booking-pin-hint = Mit der PIN sagen Sie den Termin ab. Mit der PIN ändern Sie die Zeit. Sie sehen die PIN nur jetzt. Bitte schreiben Sie die PIN auf.
portal-booking-keep = Speichern Sie die Adresse von dieser Seite. Oder drucken Sie die Seite aus. Vorsicht: Mit der Adresse kann jeder Ihren Termin sehen.
portal-booking-documents = Das bringen Sie mit
portal-booking-change = Termin ändern
portal-booking-move = Andere Zeit aussuchen
portal-booking-cancel = Termin absagen
portal-booking-cancel-do = Termin absagen
portal-booking-pin-label = PIN
portal-booking-pin-digits = Die PIN hat 6 Ziffern
portal-booking-save-qr = QR-Code als Bild speichern
portal-booking-over = Dieser Termin ist vorbei.

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
portal-refused-office = Diesen Ort gibt es nicht. Bitte wählen Sie einen Ort aus.
portal-refused-service = Das geht hier nicht. Bitte wählen Sie noch einmal aus.
portal-refused-not-offered = Diese Zeit gibt es nicht. Bitte wählen Sie eine andere Zeit.
portal-refused-taken = Diese Zeit ist gerade weg. Bitte wählen Sie eine andere Zeit.
portal-refused-hold-unknown = Das ist schon fertig. Oder es gibt das nicht. Bitte fangen Sie neu an.
portal-refused-hold-expired = Diese Zeit war bis { $time } für Sie frei. Jetzt ist die Zeit vorbei. Sie haben noch keinen Termin. Bitte wählen Sie noch einmal eine Zeit.
portal-refused-booking = Diesen Termin gibt es nicht. Bitte prüfen Sie die Adresse.
portal-refused-cancelled = Dieser Termin ist schon abgesagt. Bitte machen Sie einen neuen Termin aus.
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
