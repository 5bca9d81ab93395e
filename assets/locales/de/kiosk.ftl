# The entrance terminal's screens. Say what is, then what to do; plain words, formal "Sie".

# Everywhere
kiosk-back = Zurück
kiosk-done = Fertig
kiosk-demo-clock = Vorführzeit
kiosk-link-lost = Keine Verbindung seit { $time }
kiosk-help-desk = Hilfe: { $desk }
kiosk-help-staff = Hilfe: beim Personal
kiosk-go-desk = Bitte melden Sie sich { $desk }.
kiosk-go-staff = Bitte sprechen Sie das Personal an.
kiosk-still-there = Brauchen Sie noch Zeit?
kiosk-more-time = Ja, mehr Zeit
kiosk-no-more-time = Nein, fertig

# Welcome
kiosk-welcome-title = Halten Sie den QR-Code Ihrer Terminbestätigung vor die Kamera
kiosk-welcome-what = Handy oder Papier
kiosk-welcome-private = Nur der QR-Code wird gelesen, nichts wird gespeichert.
kiosk-welcome-seen = QR-Code erkannt
kiosk-welcome-closer = Bitte etwas näher – oder den Bildschirm heller stellen
kiosk-welcome-one-only = Ich sehe zwei QR-Codes. Bitte halten Sie einen nach dem anderen vor die Kamera.
kiosk-welcome-type-instead = Klappt es nicht? Tippen Sie die Terminnummer ein.
kiosk-welcome-no-camera = Die Kamera geht gerade nicht.
kiosk-welcome-camera-starts = Die Kamera startet …
kiosk-type-number = Terminnummer eintippen
kiosk-walk-in = Ohne Termin
kiosk-nothing-with-me = Ich habe nichts dabei
kiosk-language = Sprache · Language · لغة

# Checking
kiosk-checking = Einen Moment bitte …
kiosk-checking-what = Wir suchen Ihren Termin.
kiosk-checking-ticket = Ihre Wartemarke kommt gleich.

# Ticket
kiosk-ticket-title = Ihre Nummer
kiosk-ticket-again = Sie sind schon angemeldet
kiosk-ticket-back = Sie sind wieder in der Reihe
kiosk-ticket-called = Sie sind aufgerufen
kiosk-ticket-go-to = Gehen Sie zu: { $counter }
kiosk-ticket-wait-here = Bitte warten Sie hier:
kiosk-ticket-place = { $area }, { $way }
kiosk-ticket-wait = Wartezeit { $span }
kiosk-ticket-alone = Bitte auf Aufruf durch Mitarbeitende warten.
kiosk-alone-list = Tagesliste von { $time }
kiosk-alone-no-list = Keine Tagesliste: Ohne Verbindung werden keine Nummern ausgegeben.
kiosk-alone-numbers = { $count } Nummern frei
kiosk-alone-handed-over = ohne Verbindung ausgegeben: { $all }, davon übergeben: { $done }
kiosk-alone-refused = nicht angenommen: { $count }
kiosk-alone-clock = Die Uhr dieses Terminals ist nicht verlässlich. Bitte stellen.
kiosk-alone-keypad = Um { $time } wurden ohne Verbindung fünf falsche Terminnummern eingetippt.
kiosk-alone-damaged = Die Tagesliste auf diesem Terminal war verändert und wird nicht benutzt.
kiosk-alone-paper-title = Ohne Verbindung ausgegeben
kiosk-alone-paper-none = Keine Wartemarken.
kiosk-alone-paper-arrived = da seit { $time }
kiosk-ticket-phone = Sehen Sie Ihren Platz in der Reihe auf dem Handy.
kiosk-ticket-printing = Ihre Wartemarke wird gedruckt …
kiosk-ticket-printed = Bitte nehmen Sie Ihre Wartemarke.
kiosk-ticket-not-printed = Es kommt kein Papier. Bitte merken oder fotografieren Sie die Nummer.
kiosk-ticket-maybe-printed = Kommt kein Papier? Bitte merken oder fotografieren Sie die Nummer.
kiosk-ticket-copy = Kopie drucken
kiosk-ticket-another = Weiteren QR-Code zeigen

# People together, and what they wish of whoever calls
kiosk-another-title = Halten Sie den nächsten QR-Code vor die Kamera
kiosk-ticket-together = Zusammen mit { $numbers }
kiosk-wish-open = Hilfe oder mehr Zeit
kiosk-wish-title = Was wünschen Sie?
kiosk-wish-for = Für die Nummer { $number }
kiosk-wish-pick-up = Bitte holen Sie mich ab
kiosk-wish-more-time = Ich brauche mehr Zeit
kiosk-wish-interpreter = Ich brauche jemanden, der übersetzt
kiosk-wish-what = Das Personal sieht Ihren Wunsch vor dem Aufruf. Noch einmal drücken nimmt ihn zurück.
kiosk-wish-private = Wir speichern nur diesen Wunsch, keinen Grund.

# Keypad
kiosk-keypad-title = Terminnummer eintippen
kiosk-keypad-where = 8 Zeichen, zum Beispiel K7M4-3PXR. Sie steht in Ihrer Terminbestätigung.
kiosk-keypad-wrong = Ein Zeichen stimmt nicht. Bitte prüfen Sie die Terminnummer.
kiosk-keypad-pin = Das ist wohl Ihre PIN. Bitte tippen Sie die Terminnummer ein: 8 Zeichen mit Buchstaben, zum Beispiel K7M4-3PXR.
kiosk-keypad-send = Anmelden

# Without an appointment
kiosk-walk-in-title = Was möchten Sie erledigen?
kiosk-walk-in-wait = Wartezeit ohne Termin: { $span }
kiosk-walk-in-full = Zurzeit ist es sehr voll. Vielleicht gibt es heute keine Nummer mehr.
kiosk-walk-in-none = Ohne Termin wird hier nichts angeboten.
kiosk-walk-in-take = Nummer nehmen
kiosk-walk-in-more = Weitere Anliegen ({ $page }/{ $pages })

# Without an appointment: searching, hours, pauses
kiosk-walk-in-search = Suchen
kiosk-walk-in-search-what = Tippen Sie ein Wort ein, zum Beispiel „Pass“.
kiosk-walk-in-search-none = Dazu finden wir nichts. Bitte versuchen Sie ein anderes Wort.
kiosk-walk-in-search-more = Es gibt mehr. Bitte tippen Sie weiter.
kiosk-walk-in-ahead = Personen vor Ihnen: { $count }
kiosk-walk-in-not-now = Ohne Termin wieder: { $when }.
kiosk-walk-in-book = Termin buchen:
kiosk-not-now-title = Jetzt geht das nicht ohne Termin
kiosk-paused-title = Zurzeit gibt es keine Nummern

# Nothing with me, languages
kiosk-nothing-title = Ihr Name genügt
kiosk-nothing-what = Mit Termin: Sagen Sie Ihren Namen. Sie brauchen keinen QR-Code.
kiosk-nothing-walk-in = Ohne Termin: Sie können hier eine Nummer nehmen.
kiosk-languages-title = Sprache · Language

# Refusals
kiosk-fact-appointment = Ihr Termin
kiosk-fact-new-appointment = Neuer Termin
kiosk-fact-was = Ihr Termin war
kiosk-fact-now = Jetzt
kiosk-fact-place = Ort
kiosk-fact-number = Ihre Nummer
kiosk-unreadable-title = Dieser QR-Code ist nicht von uns
kiosk-unreadable-what = Bitte zeigen Sie den QR-Code aus Ihrer Terminbestätigung.
kiosk-unknown-title = Dieser QR-Code gilt hier nicht
kiosk-unknown-what = Bitte prüfen Sie, ob es die neueste Terminbestätigung ist.
kiosk-unknown-number-title = Diese Terminnummer kennen wir nicht
kiosk-unknown-number-what = Bitte prüfen Sie die 8 Zeichen und tippen Sie sie noch einmal ein.
kiosk-type-again = Noch einmal eintippen
kiosk-locked-title = Bitte warten Sie kurz
kiosk-locked-what = Sie können ab { $time } wieder tippen. Der QR-Code geht sofort.
kiosk-wrong-office-title = Ihr Termin ist an einem anderen Ort
kiosk-wrong-office-what = Bitte gehen Sie dorthin und melden Sie sich dort an.
kiosk-wrong-office-unknown = Den Ort finden Sie in Ihrer Terminbestätigung.
kiosk-cancelled-title = Dieser Termin ist abgesagt
kiosk-cancelled-what = Sie können hier ohne Termin eine Nummer nehmen.
kiosk-moved-title = Ihr Termin ist verschoben
kiosk-moved-what = Bitte melden Sie sich { $date } ab { $time } hier an.
kiosk-finished-title = Ihr Besuch ist beendet
kiosk-finished-what = Brauchen Sie noch etwas? Sie können ohne Termin eine neue Nummer nehmen.
kiosk-wrong-day-title = Ihr Termin ist an einem anderen Tag
kiosk-wrong-day-what = Bitte kommen Sie an diesem Tag. Sie können sich ab { $time } anmelden.
kiosk-past-day-title = Ihr Termin ist schon vorbei
kiosk-past-day-what = Sie können hier ohne Termin eine Nummer nehmen.
kiosk-too-early-title = Sie sind noch zu früh
kiosk-too-early-what = Bitte melden Sie sich ab { $time } hier an.
kiosk-too-late-title = Die Anmeldezeit ist vorbei
kiosk-too-late-what = Anmelden ging bis { $time }.
kiosk-late-offer = Sie können ohne Termin warten: { $span }.
kiosk-late-take = Ohne Termin warten
kiosk-not-confirmed-title = Dieser Termin wurde nicht bestätigt
kiosk-not-confirmed-what = Die Zeit ist nicht mehr frei gehalten. Sie können ohne Termin eine Nummer nehmen.
kiosk-closed-today-title = Heute ist geschlossen
kiosk-queue-full-title = Heute gibt es keine Nummern mehr
kiosk-queue-full-opens = Bitte kommen Sie wieder: { $when }.
kiosk-queue-full-later = Bitte kommen Sie an einem anderen Tag oder buchen Sie einen Termin.
kiosk-closed-title = Jetzt ist geschlossen
kiosk-closed-opens = Geöffnet wieder: { $when }.
kiosk-not-offered-title = Das geht nur mit Termin
kiosk-not-offered-what = Bitte buchen Sie einen Termin.
kiosk-no-answer-title = Das dauert gerade zu lange
kiosk-no-answer-what = Bitte versuchen Sie es gleich noch einmal.
kiosk-no-answer-valid-what = Ihr QR-Code ist gültig. Wir können gerade keine Nummer ausgeben. Bitte versuchen Sie es gleich noch einmal.
kiosk-try-again = Noch einmal versuchen

# Out of service
kiosk-out-title = Dieses Terminal ist gerade außer Betrieb
kiosk-out-what = Bitte sprechen Sie das Personal an. Ihr Termin bleibt gültig.
kiosk-out-starting-title = Einen Moment bitte
kiosk-out-starting-what = Dieses Terminal startet gerade.

# What only staff read, in German and English alone
kiosk-staff-title = Für das Personal
kiosk-staff-tries = Das Terminal versucht es von selbst weiter.
kiosk-staff-bad-start = Der Start ist nicht gelungen: { $reason }
kiosk-staff-not-enrolled = Dieses Terminal ist nicht angemeldet. Am Standort-Server einen Anmeldecode für ein Terminal erzeugen und hier aufrufen: { $command }
kiosk-staff-refused = Der Standort-Server lässt dieses Terminal nicht zu ({ $reason }). Neu anmelden mit: { $command }
kiosk-staff-no-lobby = Der Standort-Server { $server } ist nicht zu erreichen. Läuft er, und steht das Netz?

# What is said aloud and stands nowhere.
kiosk-speak-keys = Pfeiltasten: wählen. Eingabetaste: drücken. Vorlesetaste: anhalten oder noch einmal hören. Plus und Minus: lauter und leiser. Bild auf und Bild ab: schneller und langsamer. Escape: zurück.
kiosk-speak-choices = Sie können wählen: { $keys }
kiosk-speak-private = Einzelheiten zu Ihrem Termin können andere mithören. Sollen sie laut vorgelesen werden? Dann drücken Sie die Fünf.
kiosk-speak-any-key = Wenn Sie mehr Zeit brauchen, drücken Sie eine beliebige Taste.
kiosk-speak-pace = So schnell wird jetzt gesprochen.
kiosk-speak-typed = Eingetippt: { $signs }
kiosk-speak-deleted = Gelöscht: { $sign }
kiosk-speak-delete = Letztes Zeichen löschen
kiosk-speak-chosen = Ausgewählt: { $count }
kiosk-speak-aim = Kurze Töne helfen Ihnen: Je höher der Ton, desto näher ist der QR-Code. Je schneller die Töne, desto besser liegt er in der Mitte.
kiosk-speak-languages = Mit den Pfeiltasten hören Sie die Sprachen, jede in ihrer eigenen Stimme.
kiosk-speak-keypad = Tippen Sie die Zeichen, oder wählen Sie sie mit den Pfeiltasten.

# The aids: each key says its name and how it stands
kiosk-aids-title = Bedienhilfe
kiosk-aids-what = Das gilt nur für Sie und nur jetzt.
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

# Staff page
kiosk-staff-door-pin = Bitte die PIN für die Personalseite eintippen.
kiosk-staff-door-checking = Die PIN wird geprüft …
kiosk-staff-door-wrong = Diese PIN stimmt nicht.
kiosk-staff-door-locked = Zu viele falsche PINs. Weiter in { $seconds } Sekunden.
kiosk-staff-door-code = Es geht auch mit dem QR-Code für das Personal vor der Kamera.
kiosk-staff-door-code-alone = Bitte den QR-Code für das Personal vor die Kamera halten.
kiosk-staff-door-open = Öffnen
kiosk-staff-door-none = Die Personalseite hat noch keine PIN. Auf diesem Rechner aufrufen, die Zeile in { $config } eintragen und das Terminal neu starten:
kiosk-staff-tab-camera = Kamera
kiosk-staff-tab-printer = Drucker
kiosk-staff-tab-links = Verbindung
kiosk-staff-tab-refusals = Letzte Abweisungen
kiosk-staff-tab-service = Ton und Betrieb
kiosk-staff-tab-about = Über dieses Terminal
kiosk-staff-state = Zustand
kiosk-staff-starting = startet noch
kiosk-staff-works = in Ordnung
kiosk-staff-frames = Bilder
kiosk-staff-frames-count = { $count } je Sekunde
kiosk-staff-read = Gelesen, letzte Minute
kiosk-staff-unread = Gesehen, nicht gelesen
kiosk-staff-last-read = Letzter QR-Code
kiosk-staff-milliseconds = in { $count } ms gelesen
kiosk-staff-last-ticket = Letzte Wartemarke
kiosk-staff-no-ticket = seit dem Start keine
kiosk-staff-print-test = Testmarke drucken
kiosk-staff-print-copy = Letzte Wartemarke als Kopie
kiosk-staff-print-alone = Liste „Ohne Verbindung“ drucken
kiosk-staff-prints = Es wird gedruckt …
kiosk-staff-printed = Gedruckt.
kiosk-staff-not-printed = Nicht gedruckt. { $reason }
kiosk-staff-maybe-printed = Ob es gedruckt ist, weiß das Terminal nicht. { $reason }
kiosk-staff-server = Standort-Server
kiosk-staff-link = Verbindung
kiosk-staff-link-none = wird aufgebaut
kiosk-staff-link-since = steht seit { $time }
kiosk-staff-link-lost = unterbrochen, zuletzt { $time }
kiosk-staff-link-refused = abgelehnt: { $reason }
kiosk-staff-heard = Letzte Nachricht
kiosk-staff-minutes-ago = { $count ->
    [0] gerade eben
    [one] vor 1 Minute
   *[other] vor { $count } Minuten
}
kiosk-staff-list = Tagesliste
kiosk-staff-list-none = keine
kiosk-staff-list-of = { $time }, Termine: { $count }
kiosk-staff-numbers = Freie Nummern
kiosk-staff-open = Noch zu übergeben
kiosk-staff-not-taken = Nicht angenommen
kiosk-staff-clock = Uhr
kiosk-staff-clock-system = Systemuhr
kiosk-staff-clock-demo = Vorführzeit
kiosk-staff-refusals-none = Es wurde noch niemand abgewiesen.
kiosk-staff-more = Weitere ({ $page }/{ $pages })
kiosk-staff-volume = Lautstärke
kiosk-staff-volume-of = { $count } von { $most }
kiosk-staff-louder = Lauter
kiosk-staff-quieter = Leiser
kiosk-staff-is-in = Das Terminal ist in Betrieb.
kiosk-staff-is-out = Das Terminal ist außer Betrieb, auch nach einem Neustart.
kiosk-staff-take-out = Außer Betrieb nehmen
kiosk-staff-put-back = In Betrieb nehmen
kiosk-staff-not-kept = Die Einstellung ließ sich nicht speichern und gilt nur bis zum Neustart. Ist die Festplatte voll?
kiosk-staff-out-by-staff = Vom Personal außer Betrieb genommen. Wieder in Betrieb nehmen: drei Sekunden oben auf den Namen des Standorts drücken.
kiosk-staff-part-out = Vom Personal außer Betrieb genommen.
kiosk-staff-part-journal = Das Terminal kann nichts auf seine Festplatte schreiben und gibt deshalb keine Nummern aus. Ist sie voll?
kiosk-staff-part-locked = Fünf falsche PINs an der Personalseite. Sie ist für eine Minute gesperrt.
kiosk-staff-version = Foyer
kiosk-staff-protocol = Protokoll
kiosk-staff-system = System
kiosk-staff-config = Einstellungen
kiosk-staff-panel = Bildschirm
kiosk-staff-reason-unreadable = Fremder QR-Code
kiosk-staff-reason-unknown = Unbekannt oder nicht echt
kiosk-staff-reason-keypad-locked = Tastenfeld gesperrt
kiosk-staff-reason-wrong-office = Anderer Standort
kiosk-staff-reason-cancelled = Termin abgesagt
kiosk-staff-reason-moved = Termin verschoben
kiosk-staff-reason-finished = Besuch schon beendet
kiosk-staff-reason-wrong-day = Anderer Tag
kiosk-staff-reason-too-early = Zu früh
kiosk-staff-reason-too-late = Zu spät
kiosk-staff-reason-not-confirmed = Termin nicht bestätigt
kiosk-staff-reason-office-closed = Standort geschlossen
kiosk-staff-reason-queue-full = Keine Nummern mehr
kiosk-staff-reason-closed = Nicht geöffnet
kiosk-staff-reason-not-offered = Nur mit Termin
kiosk-staff-reason-no-answer = Keine Antwort vom Standort-Server
kiosk-staff-reason-not-now = Ohne Termin nicht um diese Zeit
kiosk-staff-reason-paused = Ohne Termin gerade unterbrochen
kiosk-staff-reason-other = Anderer Grund
kiosk-staff-paper-title = Testdruck
kiosk-staff-paper-what = Keine Wartemarke
kiosk-staff-paper-letters = ÄÖÜ äöüß € „Çé“ – §

# While everything stands still, and while staff give no tickets without an appointment.
kiosk-interrupted-title = Der Betrieb ist unterbrochen
kiosk-interrupted-what = Bitte achten Sie auf das Personal und auf Durchsagen. Ihre Nummer gilt weiter.
kiosk-paused-usual = Zurzeit gibt es keine Nummern ohne Termin. Mit Termin melden Sie sich bitte hier an.
