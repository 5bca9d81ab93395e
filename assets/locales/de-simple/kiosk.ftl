# The entrance terminal’s screens. By the rules of the Netzwerk Leichte Sprache: one thought a sentence, no more than
# twelve words, no genitive, no subjunctive, long words with a hyphen, always the same word for the same thing.

# Everywhere
kiosk-back = Zurück
kiosk-done = Fertig
kiosk-demo-clock = Vorführ-Zeit
kiosk-link-lost = Keine Verbindung seit { $time }
kiosk-help-desk = Hilfe bekommen Sie { $desk }
kiosk-help-staff = Hilfe bekommen Sie beim Personal
kiosk-go-desk = Hilfe bekommen Sie { $desk }.
kiosk-go-staff = Bitte fragen Sie das Personal.
kiosk-still-there = Brauchen Sie noch Zeit?
kiosk-more-time = Ja, mehr Zeit
kiosk-no-more-time = Nein, fertig

# Welcome
kiosk-welcome-title = Halten Sie den QR-Code vor die Kamera
kiosk-welcome-what = Auf dem Handy oder auf Papier
kiosk-welcome-private = Die Kamera liest nur den QR-Code. Wir speichern nichts.
kiosk-welcome-seen = Wir sehen den QR-Code
kiosk-welcome-closer = Bitte gehen Sie näher heran. Oder machen Sie das Handy heller.
kiosk-welcome-one-only = Wir sehen zwei QR-Codes. Zeigen Sie erst einen. Dann zeigen Sie den anderen.
kiosk-welcome-type-instead = Geht es nicht? Tippen Sie die Termin-Nummer ein.
kiosk-welcome-no-camera = Die Kamera geht gerade nicht.
kiosk-welcome-camera-starts = Die Kamera geht gleich an …
kiosk-type-number = Termin-Nummer eintippen
kiosk-walk-in = Kein Termin
kiosk-nothing-with-me = Ich habe nichts dabei
kiosk-language = Sprache · Language · لغة

# Checking
kiosk-checking = Bitte warten Sie kurz …
kiosk-checking-what = Wir suchen Ihren Termin.
kiosk-checking-ticket = Ihre Nummer kommt gleich.

# Ticket
kiosk-ticket-title = Ihre Nummer
kiosk-ticket-again = Sie sind schon angemeldet
kiosk-ticket-back = Sie warten jetzt wieder mit
kiosk-ticket-called = Sie sind jetzt dran
kiosk-ticket-go-to = Gehen Sie zu: { $counter }
kiosk-ticket-wait-here = Bitte warten Sie hier:
kiosk-ticket-place = { $area }, { $way }
kiosk-ticket-wait = Warte-Zeit: { $span }
kiosk-ticket-alone = Bitte warten Sie. Wir rufen Sie auf.
kiosk-ticket-phone = Sie haben ein Handy? Das Handy zeigt: Wann sind Sie dran?
kiosk-ticket-printing = Ihr Zettel kommt gleich …
kiosk-ticket-printed = Bitte nehmen Sie Ihren Zettel.
kiosk-ticket-not-printed = Es kommt kein Zettel. Bitte merken Sie sich die Nummer. Oder machen Sie ein Foto.
kiosk-ticket-maybe-printed = Kommt kein Zettel? Bitte merken Sie sich die Nummer. Oder machen Sie ein Foto.
kiosk-ticket-copy = Noch einmal drucken
kiosk-ticket-another = Noch einen QR-Code zeigen

# People together, and what they wish of whoever calls
kiosk-another-title = Halten Sie den nächsten QR-Code vor die Kamera
kiosk-ticket-together = Zusammen mit { $numbers }
kiosk-wish-open = Hilfe oder mehr Zeit
kiosk-wish-title = Was wünschen Sie?
kiosk-wish-for = Für die Nummer { $number }
kiosk-wish-pick-up = Bitte holen Sie mich ab
kiosk-wish-more-time = Ich brauche mehr Zeit
kiosk-wish-interpreter = Ich brauche jemanden, der übersetzt
kiosk-wish-what = Das Personal sieht Ihren Wunsch. Möchten Sie das nicht mehr? Drücken Sie noch einmal.
kiosk-wish-private = Wir speichern nur den Wunsch. Wir speichern keinen Grund.

# Keypad
kiosk-keypad-title = Tippen Sie die Termin-Nummer ein
kiosk-keypad-where = Die Termin-Nummer hat 8 Zeichen. Zum Beispiel: K7M4-3PXR. Sie steht in Ihrem Brief oder in Ihrer E-Mail.
kiosk-keypad-wrong = Ein Zeichen ist falsch. Bitte prüfen Sie die Termin-Nummer.
kiosk-keypad-pin = Das ist wohl Ihre PIN. Wir brauchen die Termin-Nummer. Sie hat 8 Zeichen. Zum Beispiel: K7M4-3PXR.
kiosk-keypad-send = Anmelden

# Without an appointment
kiosk-walk-in-title = Was möchten Sie machen?
kiosk-walk-in-wait = Warte-Zeit: { $span }
kiosk-walk-in-full = Heute sind sehr viele Menschen hier. Vielleicht bekommen Sie keine Nummer mehr.
kiosk-walk-in-none = Hier brauchen Sie immer einen Termin.
kiosk-walk-in-take = Nummer nehmen
kiosk-walk-in-more = Mehr zeigen ({ $page } von { $pages })

# Without an appointment: searching, hours, pauses
kiosk-walk-in-search = Suchen
kiosk-walk-in-search-what = Tippen Sie ein Wort ein. Zum Beispiel: Pass.
kiosk-walk-in-search-none = Wir finden nichts. Bitte tippen Sie ein anderes Wort ein.
kiosk-walk-in-search-more = Es gibt noch mehr. Tippen Sie weiter.
kiosk-walk-in-ahead = Personen vor Ihnen: { $count }
kiosk-walk-in-not-now = Ohne Termin geht es wieder: { $when }.
kiosk-walk-in-book = Einen Termin machen Sie hier:
kiosk-not-now-title = Jetzt geht das nur mit Termin
kiosk-paused-title = Jetzt gibt es keine Nummern

# Nothing with me, languages
kiosk-nothing-title = Ihr Name reicht
kiosk-nothing-what = Haben Sie einen Termin? Sagen Sie Ihren Namen. Sie brauchen keinen QR-Code.
kiosk-nothing-walk-in = Haben Sie keinen Termin? Dann nehmen Sie hier eine Nummer.
kiosk-languages-title = Sprache · Language

# Refusals
kiosk-fact-appointment = Ihr Termin
kiosk-fact-new-appointment = Neuer Termin
kiosk-fact-was = Ihr Termin war
kiosk-fact-now = Jetzt ist es
kiosk-fact-place = Ort
kiosk-fact-number = Ihre Nummer
kiosk-unreadable-title = Dieser QR-Code ist nicht von uns
kiosk-unreadable-what = Bitte zeigen Sie den QR-Code für Ihren Termin.
kiosk-unknown-title = Dieser QR-Code gilt hier nicht
kiosk-unknown-what = Haben Sie mehrere Briefe oder E-Mails von uns? Bitte zeigen Sie den neuesten QR-Code.
kiosk-unknown-number-title = Diese Termin-Nummer kennen wir nicht
kiosk-unknown-number-what = Bitte prüfen Sie die 8 Zeichen. Tippen Sie die Zeichen noch einmal ein.
kiosk-type-again = Noch einmal eintippen
kiosk-locked-title = Bitte warten Sie kurz
kiosk-locked-what = Sie können ab { $time } wieder tippen. Der QR-Code geht sofort.
kiosk-wrong-office-title = Ihr Termin ist an einem anderen Ort
kiosk-wrong-office-what = Bitte gehen Sie zu diesem Ort. Melden Sie sich dort an.
kiosk-wrong-office-unknown = Der Ort steht in Ihrem Brief oder in Ihrer E-Mail.
kiosk-cancelled-title = Dieser Termin ist abgesagt
kiosk-cancelled-what = Sie können hier eine Nummer ohne Termin nehmen.
kiosk-moved-title = Ihr Termin ist jetzt zu einer anderen Zeit
kiosk-moved-what = Bitte kommen Sie an diesem Tag: { $date }. Melden Sie sich ab { $time } hier an.
kiosk-finished-title = Ihr Besuch ist zu Ende
kiosk-finished-what = Brauchen Sie noch etwas? Sie können eine neue Nummer nehmen.
kiosk-wrong-day-title = Ihr Termin ist an einem anderen Tag
kiosk-wrong-day-what = Bitte kommen Sie an diesem Tag. Melden Sie sich ab { $time } hier an.
kiosk-past-day-title = Ihr Termin ist schon vorbei
kiosk-past-day-what = Sie können hier eine Nummer ohne Termin nehmen.
kiosk-too-early-title = Sie sind noch zu früh
kiosk-too-early-what = Bitte melden Sie sich ab { $time } hier an.
kiosk-too-late-title = Die Zeit zum Anmelden ist vorbei
kiosk-too-late-what = Anmelden ging nur bis { $time }.
kiosk-late-offer = Sie können auch ohne Termin warten. Das dauert { $span }.
kiosk-late-take = Ohne Termin warten
kiosk-not-confirmed-title = Dieser Termin gilt nicht mehr
kiosk-not-confirmed-what = Wir haben keine Antwort von Ihnen bekommen. Sie können hier eine Nummer ohne Termin nehmen.
kiosk-closed-today-title = Heute ist geschlossen
kiosk-queue-full-title = Heute gibt es keine Nummern mehr
kiosk-queue-full-opens = Bitte kommen Sie wieder: { $when }.
kiosk-queue-full-later = Bitte kommen Sie an einem anderen Tag. Oder machen Sie einen Termin aus.
kiosk-closed-title = Jetzt ist geschlossen
kiosk-closed-opens = Dann ist wieder offen: { $when }.
kiosk-not-offered-title = Dafür brauchen Sie einen Termin
kiosk-not-offered-what = Bitte machen Sie einen Termin aus.
kiosk-no-answer-title = Das dauert gerade zu lange
kiosk-no-answer-what = Bitte versuchen Sie es gleich noch einmal.
kiosk-no-answer-valid-what = Ihr QR-Code ist richtig. Sie bekommen aber gerade keine Nummer. Bitte versuchen Sie es gleich noch einmal.
kiosk-try-again = Noch einmal versuchen

# Out of service
kiosk-out-title = Dieses Gerät geht gerade nicht
kiosk-out-what = Bitte fragen Sie das Personal. Ihr Termin gilt weiter.
kiosk-out-starting-title = Bitte warten Sie kurz
kiosk-out-starting-what = Dieses Gerät geht gleich an.

# What is said aloud and stands nowhere.
kiosk-speak-keys = So geht es mit den Tasten. Pfeil-Tasten: Sie wählen aus. Eingabe-Taste: Sie drücken. Vorlese-Taste: Sie hören es noch einmal. Plus: lauter. Minus: leiser. Bild auf: schneller. Bild ab: langsamer. Escape: zurück.
kiosk-speak-choices = Sie können wählen: { $keys }
kiosk-speak-private = Andere Menschen können Ihren Termin mit-hören. Sollen wir ihn laut vorlesen? Dann drücken Sie die Fünf.
kiosk-speak-any-key = Brauchen Sie mehr Zeit? Dann drücken Sie eine Taste.
kiosk-speak-pace = So schnell sprechen wir jetzt.
kiosk-speak-typed = Das haben Sie getippt: { $signs }
kiosk-speak-deleted = Gelöscht: { $sign }
kiosk-speak-delete = Letztes Zeichen löschen
kiosk-speak-chosen = Ausgewählt: { $count }
kiosk-speak-aim = Kurze Töne helfen Ihnen. Der Ton wird höher: Der QR-Code ist näher. Die Töne werden schneller: Der QR-Code ist mehr in der Mitte.
kiosk-speak-languages = Mit den Pfeil-Tasten hören Sie alle Sprachen.
kiosk-speak-keypad = Tippen Sie die Zeichen. Oder wählen Sie mit den Pfeil-Tasten.

# The aids: each key says its name and how it stands
kiosk-aids-title = Bedien-Hilfe
kiosk-aids-what = Das gilt nur für Sie. Und nur jetzt.
kiosk-aids-state = { $aid }: { $state }
kiosk-aids-speech = Vorlesen
kiosk-aids-letters = Große Schrift
kiosk-aids-time = Mehr Zeit
kiosk-aids-low = Tasten weiter unten
kiosk-aids-off = aus
kiosk-aids-on = an
kiosk-aids-large = groß
kiosk-aids-largest = sehr groß
kiosk-aids-double = doppelt so lang
kiosk-aids-triple = dreimal so lang
kiosk-aids-missing = geht hier nicht

# While everything stands still, and while staff give no tickets without an appointment.
kiosk-interrupted-title = Jetzt ist eine Pause für alle
kiosk-interrupted-what = Bitte hören Sie auf das Personal. Ihre Nummer gilt weiter.
kiosk-paused-usual = Ohne Termin gibt es jetzt keine Nummer. Haben Sie einen Termin? Dann melden Sie sich hier an.
