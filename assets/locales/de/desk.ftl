# Seiten für das Personal am Standort-Server: Arbeitsplatz, Anmeldung, Geräte, Personal.

desk-skip = Zum Inhalt
desk-menu = Hauptmenü
desk-menu-counters = Schalter
desk-menu-devices = Geräte
desk-menu-staff = Personal
desk-menu-notices = Hinweise
desk-sign-out = Abmelden
desk-signed-in-as = Angemeldet: { $name }
desk-other-language = English
desk-demo-clock = Vorführung mit gestellter Uhr
desk-back = Zurück

## Anmelden
desk-sign-in-title = Anmelden
desk-sign-in-name = Name
desk-sign-in-password = Passwort
desk-sign-in-do = Anmelden
desk-sign-in-wrong = Name oder Passwort stimmt nicht. Bitte versuchen Sie es noch einmal.
desk-sign-in-locked = Zu viele falsche Versuche. Bitte versuchen Sie es ab { $time } wieder.
desk-sign-in-first = Hier hat sich noch niemand eingerichtet. Bitte öffnen Sie den Link, den der Standort-Server beim ersten Start ausgegeben hat.

## Erste Einrichtung
desk-setup-title = Zugang anlegen
desk-setup-intro = Legen Sie hier den ersten Zugang an, für die Administration. Weitere Personen fügen Sie danach unter „Personal“ hinzu. Dieser Link gilt nur einmal.
desk-setup-invited = Guten Tag! Bitte wählen Sie ein Passwort. Danach sind Sie angemeldet. Dieser Link gilt nur einmal.
desk-setup-name = Ihr Name, zum Anmelden und für Kolleginnen und Kollegen
desk-setup-as = Sie melden sich künftig an als: { $name }
desk-setup-do = Zugang anlegen
desk-setup-used = Dieser Link ist benutzt oder zu alt. Bitte lassen Sie sich einen neuen geben.
desk-password-hint = Mindestens { $count } Zeichen. Drei oder vier Wörter merken sich leicht.
desk-password-short = Das Passwort muss { $least } bis { $most } Zeichen haben.
desk-name-taken = Diesen Namen gibt es schon, oder der Link wurde inzwischen benutzt.
desk-name-needed = Der Name muss 1 bis 60 Zeichen haben.

## Schalter wählen
desk-counters-title = Welcher Schalter?
desk-counters-free = frei
desk-counters-yours = Hier sitzen Sie
desk-counters-taken = besetzt: { $name }
desk-counters-take = { $counter } nehmen
desk-counters-go = Weiter an { $counter }
desk-counters-none = Der Standort-Server kennt diesen Standort noch nicht. Er braucht einmal eine Verbindung zum Buchungsserver. Diese Seite geht von selbst weiter.
desk-counters-all = ruft alle Anliegen auf

## Arbeitsplatz
desk-online = verbunden
desk-offline = seit { $time } keine Verbindung
desk-offline-what = Sie sehen den Stand von { $time }. Bitte rufen Sie der Reihe nach von Hand aus. Die Tasten gehen wieder, sobald die Verbindung da ist.
desk-unsent = Nicht angekommen. Bitte sehen Sie nach, ob die Verbindung da ist, und drücken Sie dann noch einmal.
desk-still-sending = Die letzte Taste ist noch unterwegs. Bitte einen Augenblick.
desk-just-changed = Die Seite hat sich gerade geändert. Bitte noch einmal drücken.
desk-choice-gone = „{ $choice }“ steht nicht mehr zur Wahl. Es ist nichts geschehen. Bitte wählen Sie noch einmal.
desk-letters = Buchstabentasten benutzen
desk-refresh = Aktualisieren
desk-no-script = Ohne JavaScript zeigt diese Seite Neues erst nach „Aktualisieren“.
desk-leave = Schalter verlassen
desk-now = Am Schalter
desk-nobody = Niemand am Schalter
desk-state-called = aufgerufen
desk-state-serving = in Bedienung
desk-calls = gezählte Aufrufe: { $calls } von { $needed }
desk-not-shown = Anzeige gestört, bitte ausrufen.
desk-called-out = Ich habe ausgerufen
desk-announce-called = { $number } ist aufgerufen.
desk-announce-serving = { $number } ist in Bedienung.
desk-announce-nobody = Niemand ist am Schalter.

desk-next = Nächste
desk-next-probably = voraussichtlich { $number } – { $what }
desk-next-nobody = Zurzeit wartet niemand für diesen Schalter.
desk-with-appointment = Termin { $time }
desk-without-appointment = ohne Termin
desk-late = ohne Termin (zu spät gekommen)
desk-late-short = zu spät
desk-what = { $due }, { $services }
desk-services-unknown = Anliegen noch nicht bekannt
desk-times = { $count } × { $service }
desk-start = Beginnen
desk-recall = Noch einmal aufrufen
desk-no-show = Nicht da
desk-put-back = Zurückstellen
desk-put-back-hint = behält den Platz, kommt etwas später
desk-finish = Fertig
desk-park = Parken
desk-parked = Bei Ihnen geparkt
desk-parked-free = Weitermachen können Sie, sobald Ihr Schalter frei ist.
desk-take = Weiter
desk-leave-to-all = An alle weitergeben und gehen
desk-ask = { $number } abschließen?
desk-ask-yes = Ja, abschließen und Nächste
desk-ask-no = Nein
desk-undo = Rückgängig
desk-undo-call = Aufruf { $number }
desk-undo-start = Beginn { $number }
desk-undo-finish = Abschluss { $number }
desk-undo-put-back = Zurückstellen { $number }
desk-undo-no-show = „Nicht da“ { $number }
desk-undo-park = Parken { $number }
desk-undo-take = „Weiter“ { $number }
desk-undo-transfer = Weitergabe { $number }
desk-undo-cancel = „Möchte nicht mehr“ { $number }
desk-undo-urgent = Vorziehen { $number }
desk-undo-merge = Zusammenlegung { $number }
desk-undo-services = Anliegen { $number }
desk-undo-take-over = Übernahme { $number }
desk-seconds-left = noch { $seconds } s
desk-key-space = Leertaste
desk-key-enter = Enter
desk-key-escape = Esc

desk-why-appointment = Warum? Der Termin um { $time } ist als nächster an der Reihe.
desk-why-walk-in = Warum? Wartet seit { $time } und damit am längsten.
desk-why-urgent = Warum? Ist als dringend vorgezogen.
desk-why-early = Warum? Sonst wartet hier niemand, darum kommt der Termin um { $time } schon früher dran.
desk-why-companion = Warum? Gehört zu { $number }, und sie werden nacheinander an einem Schalter bedient.
desk-why-held = Warum? Eigentlich noch nicht an der Reihe, aber sonst wartet hier niemand.

desk-waiting = Wer wartet
desk-waiting-here = { $count ->
    [one] 1 Person
   *[other] { $count } Personen
}
desk-waiting-none = Niemand wartet für diesen Schalter.
desk-waiting-others = { $count ->
    [one] Eine weitere Person wartet auf andere Schalter.
   *[other] { $count } weitere Personen warten auf andere Schalter.
}
desk-waiting-more = und { $count } weitere
desk-waiting-held = zurückgestellt bis { $time }
desk-together = zusammen mit { $number }
desk-together-there = zusammen mit { $number }, gerade an { $counter }
desk-wish-pick-up = bitte abholen
desk-wish-more-time = braucht mehr Zeit
desk-wish-interpreter = Dolmetschen gewünscht
desk-interpreting = Dolmetschen: { $what }
desk-language-other = andere Sprache
desk-way-on-site = vor Ort
desk-way-telephone = Telefon
desk-way-video = Video
desk-persons = { $count } Personen
desk-wish = Wunsch
desk-wish-is = Gilt
desk-wish-yes = ja
desk-wish-no = nicht mehr
desk-wish-keep = Merken
desk-note-read-twice = zweimal eingelesen
desk-note-cancelled = Termin war abgesagt
desk-note-moved = Termin war verlegt
desk-note-not-confirmed = Termin war nicht bestätigt
desk-note-number-taken = andere Nummer auf dem Papier
desk-note-clock = Ankunftszeit unsicher
desk-minutes = { $minutes } min

## Weiterleiten, vorziehen, zusammenlegen, ohne Nummer
desk-transfer = Weiterleiten
desk-transfer-to = An wen
desk-transfer-to-all = wer das Anliegen bearbeitet
desk-service = Anliegen
desk-services-change = Anliegen ändern
desk-services-more = Dazu
desk-services-none = nichts
desk-services-keep = Übernehmen
desk-service-same = wie bisher
desk-gives-up = Möchte nicht mehr
desk-gives-up-sure = Die Nummer wird gestrichen. Das lässt sich hier nicht zurücknehmen.
desk-gives-up-do = Ja, Nummer streichen
desk-finish-with = Fertig mit Ergebnis
desk-outcome = Ergebnis
desk-outcome-goes-on = keines: Übriges wartet weiter
desk-transfer-done = Hier schon erledigt
desk-outcome-done = erledigt
desk-outcome-documents-missing = Unterlagen fehlen
desk-outcome-not-responsible = nicht zuständig
desk-outcome-comes-again = kommt noch einmal
desk-quick = Ohne Nummer bedienen
desk-quick-do = Jetzt bedienen
desk-chosen = Was tun mit
desk-take-now = Jetzt bedienen
desk-join = Zusammen mit { $number } bedienen
desk-reason = Warum
desk-reason-deadline = Frist läuft ab
desk-reason-office-fault = Fehler des Amtes
desk-reason-cannot-wait = kann nicht warten
desk-make-urgent = Vorziehen
desk-urgent = vorgezogen
desk-urgent-for = vorgezogen: { $reason }
desk-handed-on = weitergeleitet an { $to }
desk-close = Schließen
desk-documents = Mitzubringen: { $documents }
desk-speaks-easy = Leichte Sprache
desk-speaks-en = Sprache: Englisch
desk-speaks-tr = Sprache: Türkisch
desk-speaks-ar = Sprache: Arabisch
desk-speaks-uk = Sprache: Ukrainisch
desk-speaks-ru = Sprache: Russisch
desk-speaks-pl = Sprache: Polnisch
desk-speaks-fr = Sprache: Französisch
desk-search = In der Liste suchen
desk-search-none = Dazu wartet niemand für diesen Schalter.
desk-search-unknown = Unter den Ersten ist dazu niemand. Wer dahinter wartet, lässt sich gerade nicht durchsuchen.
desk-elsewhere = Andere Schalter

## Gehen
desk-leaving = { $counter } verlassen: Was wird aus den Besuchen, die noch offen sind?
desk-leave-finished = Sie sind fertig: abschließen und gehen
desk-leave-to = An diesen Schalter geben und gehen

## Einstellungen dieses Browsers
desk-ask-first = Vor „Nächste“ nachfragen
desk-next-key = Taste für
desk-next-key-set = Ändern
desk-next-key-press = Drücken Sie jetzt die Taste.
desk-next-key-taken = Diese Taste tut schon etwas anderes.

## Hinweise für den Anfang
desk-hint-free = Die große Taste ruft auf, wer an der Reihe ist. Die Leertaste tut dasselbe.
desk-hint-called = Kommt die Person zu Ihnen, drücken Sie „Beginnen“. Kommt sie nicht, rufen Sie noch einmal auf.
desk-hint-serving = Sind Sie fertig, rufen Sie gleich die nächste Person auf, oder drücken Sie „Fertig“ und machen eine Pause.
desk-hint-parked = Wen Sie geparkt haben, bedienen Sie mit „Weiter“ zu Ende, sobald niemand am Schalter ist.
desk-hint-leave = Sagen Sie noch, was aus den offenen Besuchen wird. Danach ist der Schalter frei.
desk-hint-line = Diese Person wartet. Sie können sie gleich aufrufen, vorziehen oder weiterleiten. Escape schließt die Auswahl.
desk-hint-done = Verstanden

## Der ganze Raum
desk-menu-room = Raum
desk-room-title = Alle Schalter und Wartenden
desk-room-offline = Sie sehen den Stand von { $time }. Was Sie jetzt drücken, kommt erst an, wenn die Verbindung wieder da ist.
desk-room-counters = Schalter
desk-room-closed = geschlossen
desk-room-parked = Geparkt
desk-room-nobody = Zurzeit wartet niemand.
desk-room-search-none = Dazu wartet hier niemand.
desk-room-search-first = Unter den Ersten dieser Liste ist dazu niemand. Wer weiter hinten wartet, wird oben unter „Suchen“ mit der Nummer gefunden.
desk-room-expected = Heute mit Termin, noch nicht da
desk-room-expected-none = Alle sind da, oder heute gibt es keine Termine.
desk-room-check-in = Anmelden
desk-room-return = Wieder einreihen
desk-room-checked-in = Angemeldet:
desk-room-walk-in = Nummer ohne Termin geben
desk-room-walk-in-do = Nummer geben
desk-room-walk-in-paper = Wartemarke
desk-room-walk-in-no-paper = nicht drucken, Nummer sagen
desk-room-walk-in-from = Ohne Termin geht es wieder ab { $time }.
desk-room-walk-in-not-offered = Dieses Anliegen gibt es nur mit Termin.
desk-room-walk-in-service = Bitte wählen Sie ein Anliegen.
desk-room-code-find = Suchen
desk-room-code-unknown = Diese Terminnummer gehört zu keinem Termin, der hier bekannt ist.
desk-room-cancelled = Der Termin ist abgesagt.
desk-room-too-early = Noch zu früh. Anmelden geht ab { $time }.
desk-room-too-late = Zu spät. Anmelden ging bis { $time }.
desk-room-other-day = Der Termin ist zu einer anderen Zeit: { $time }.
desk-room-finished = Der Besuch { $number } ist schon beendet.
desk-room-full = Heute gibt es keine Nummern mehr.

## Zahlen
desk-menu-statistics = Zahlen
desk-statistics-title = Zahlen des Tages
desk-statistics-today = Heute
desk-statistics-month = Letzte 30 Tage
desk-statistics-appointments = mit Termin
desk-statistics-walk-ins = ohne Termin
desk-statistics-came = gekommen
desk-statistics-served = bedient
desk-statistics-no-show = nicht erschienen
desk-statistics-waiting = warten noch
desk-statistics-half = die Hälfte höchstens
desk-statistics-most = 19 von 20 höchstens
desk-statistics-minutes = { $minutes } min
desk-statistics-percent = { $percent } %
desk-statistics-wait-means = Wartezeit: von der Ankunft bis zum ersten Aufruf, mit Termin frühestens ab dem Termin.
desk-statistics-services = Bedienzeit je Anliegen
desk-statistics-service-means = Bedienzeit: vom Beginn bis zum Abschluss ohne die Zeit, in der jemand geparkt war; nur Besuche mit einem einzigen Anliegen.
desk-statistics-told = Wie gut die angezeigten Wartezeiten waren
desk-statistics-tickets = aufgerufene Nummern
desk-statistics-error = im Mittel daneben
desk-statistics-within = in der angezeigten Spanne
desk-statistics-told-means = Verglichen wird die Mitte der Wartezeit, die beim Ausgeben der Nummer vorhergesagt wurde, mit der Zeit bis zum ersten Aufruf, für alle aufgerufenen Nummern.

## Hilfe rufen, Nachrichten
desk-alarm-call = Hilfe rufen
desk-alarm-hint = still, an alle Kolleginnen und Kollegen
desk-alarm-unsent = Nicht angekommen. Bitte Notruf benutzen. Der Hilferuf wird weiter gesendet, bis er ankommt.
desk-alarm-unsent-over = Nicht mehr senden
desk-alarm-title = Hilfe! { $counter }
desk-alarm-called = Hilfe ist gerufen. Noch hat niemand geantwortet.
desk-alarm-comes = { $name } kommt zu Ihnen.
desk-alarm-there = { $counter } braucht Hilfe.
desk-alarm-comes-there = { $name } kommt zu { $counter }.
desk-alarm-reception = Empfang
desk-alarm-comes-reception = { $name } kommt zum Empfang.
desk-alarm-answer = Ich komme
desk-alarm-end = Beenden
desk-message = { $name }, { $time }: { $text }
desk-message-read = Gelesen
desk-message-text = Nachricht
desk-message-send = Senden
desk-message-wrong = Eine Nachricht hat 1 bis { $most } Zeichen.
desk-message-sent = Gesendet.

## Pause, Übernahme
desk-break = Pause machen
desk-break-do = Pause beginnen
desk-break-minutes = Wie lange
desk-break-break = Pause
desk-break-lunch = Mittagspause
desk-break-meeting = Besprechung
desk-break-errand = Botengang
desk-break-until = { $reason } bis { $time }
desk-go-on = Weiter
desk-away = abwesend
desk-take-over = Übernehmen

## Antworten
desk-refused-no-office = Der Standort-Server kennt diesen Standort noch nicht. Er braucht einmal eine Verbindung zum Buchungsserver.
desk-refused-not-found = Das gibt es hier nicht mehr. Die Seite zeigt jetzt den neuen Stand.
desk-refused-counter-not-open = Sie sitzen nicht mehr an diesem Schalter. Bitte wählen Sie ihn noch einmal.
desk-refused-counter-taken = { $counter } ist besetzt: { $name }. Bitte wählen Sie einen anderen Schalter.
desk-refused-one-counter = Sie sitzen schon an { $counter }. Bitte verlassen Sie ihn zuerst.
desk-refused-counter-busy = Am Schalter ist noch { $number }. Bitte schließen Sie das zuerst ab, oder stellen Sie zurück.
desk-refused-companion = { $number } gehört zu { $with } und wird nicht gleichzeitig an einen anderen Schalter gerufen.
desk-refused-nobody-waiting = Zurzeit wartet niemand für diesen Schalter.
desk-refused-nobody-here = Am Schalter ist gerade niemand.
desk-refused-not-now = Das geht gerade nicht: { $number } ist { $state }.
desk-refused-elsewhere = Inzwischen hat sich am Schalter etwas geändert. Die Seite zeigt jetzt den neuen Stand; bitte drücken Sie bei Bedarf noch einmal.
desk-refused-parked-here = { $number } ist bei Ihnen noch geparkt. Machen Sie damit weiter, oder geben Sie den Besuch an alle weiter.
desk-refused-parked-elsewhere = Diesen Besuch hat jemand anderes geparkt, der noch an einem Schalter ist.
desk-refused-already-urgent = Dieser Besuch ist schon vorgezogen.
desk-refused-calls = Erst { $calls } von { $needed } gezählten Aufrufen. Bitte rufen Sie noch einmal auf.
desk-refused-too-recent = „Nicht da“ geht ab { $time }. Der letzte Aufruf ist noch keine { $seconds } Sekunden her.
desk-refused-comes-later = { $number } kommt später, bis { $time }. „Nicht da“ geht erst dann; bis dahin hilft „Zurückstellen“.
desk-refused-not-shown = Die Anzeige hat den Aufruf nicht gezeigt. Bitte rufen Sie { $number } aus und drücken Sie „Ich habe ausgerufen“.
desk-refused-nothing-to-undo = Es gibt nichts mehr zurückzunehmen. Das geht 60 Sekunden lang.
desk-refused-changed-since = Das lässt sich nicht mehr zurücknehmen, weil seitdem etwas anderes geschehen ist.
desk-refused-storage = Der Standort-Server kann gerade nicht speichern. Es ist nichts geschehen. Bitte drücken Sie noch einmal; hilft das nicht, rufen Sie bitte die Technik.
desk-refused-paused = Der Schalter macht Pause. Drücken Sie zuerst „Weiter“.
desk-refused-still-here = { $number } ist noch an diesem Schalter. Bitte schließen Sie ab oder stellen Sie zurück, bevor Sie Pause machen.
desk-refused-clerk-there = Dort ist noch jemand am Arbeitsplatz. Übernehmen können Sie nur, wenn dort gerade niemand ist.
desk-refused-interrupted = Alles ist unterbrochen. Es geht weiter, sobald die Aufsicht „Weiter“ drückt.
desk-refused-moment = Diese Uhrzeit geht hier nicht. Bitte prüfen Sie die Angabe.
desk-refused-late = Später kommen geht nur einmal und höchstens um 15 Minuten.
desk-refused-other = Das ging nicht. Bitte versuchen Sie es noch einmal.
desk-refused-no-numbers = Für heute sind alle Nummern vergeben. Bitte bedienen Sie ohne Nummer.
desk-refused-too-many-services = Ein Besuch kann höchstens zehn Anliegen haben. Bitte schließen Sie zuerst ab, was erledigt ist.
desk-refused-no-service = Es ist kein Anliegen übrig. Ist alles erledigt, drücken Sie bitte „Fertig“.
desk-refused-form = Diese Seite war veraltet. Bitte versuchen Sie es noch einmal.
desk-refused-origin = Diese Anfrage kam von einer anderen Seite und wurde nicht ausgeführt.
desk-refused-role = Dafür reicht Ihr Zugang nicht. Bitte fragen Sie jemanden aus der Administration.
desk-not-here-title = Diese Seite gibt es nicht
desk-not-here = Unter dieser Adresse ist nichts.

desk-state-word-waiting = wartend
desk-state-word-called = aufgerufen
desk-state-word-serving = in Bedienung
desk-state-word-parked = geparkt
desk-state-word-over = schon abgeschlossen
desk-state-word-no-show = nicht erschienen
desk-state-word-cancelled = nicht mehr da
desk-state-word-unserved = heute nicht mehr an der Reihe

## Geräte
desk-devices-title = Geräte
desk-devices-none = Noch ist kein Gerät angemeldet.
desk-devices-new = Gerät anmelden
desk-devices-name = Name, zum Beispiel „Terminal Eingang“
desk-devices-kind = Was ist es?
desk-devices-kiosk = Terminal am Eingang
desk-devices-display = Anzeige im Wartebereich
desk-devices-areas = Welche Wartebereiche zeigt es? Ohne Auswahl alle.
desk-devices-make = Anmeldecode erzeugen
desk-devices-code = Anmeldecode für „{ $name }“
desk-devices-code-hint = Geben Sie ihn am Gerät ein. Er gilt einmal und bis { $time }. Er wird nur jetzt gezeigt.
desk-devices-name-needed = Bitte geben Sie dem Gerät einen Namen.
desk-devices-works = in Ordnung
desk-devices-trouble = gestört
desk-devices-connected = verbunden
desk-devices-away = nicht verbunden
desk-devices-away-since = nicht verbunden seit { $time }
desk-devices-revoke = Sperren
desk-devices-revoke-label = { $name } sperren
desk-devices-revoked = gesperrt
desk-devices-revoked-now = „{ $name }“ ist gesperrt.
desk-devices-part-printer = Drucker
desk-devices-part-camera = Kamera
desk-devices-part-reader = QR-Code-Leser
desk-devices-part-sound = Ton
desk-devices-part-service = Betrieb
desk-devices-part-journal = Festplatte
desk-devices-part-staff = Personalseite
desk-devices-part-alone = Betrieb ohne Server
desk-devices-part-voice = Sprachausgabe
desk-devices-part-screen = Bildschirm
desk-devices-part-slides = Bilder
desk-devices-part-panel = Bildschirmgröße

## Personal
desk-staff-title = Personal
desk-staff-new = Person hinzufügen
desk-staff-name = Name, zum Anmelden und für Kolleginnen und Kollegen
desk-staff-role = Darf
desk-staff-role-clerk = Schalter bedienen
desk-staff-role-supervisor = Schalter bedienen und den ganzen Raum sehen
desk-staff-role-administrator = alles, auch Geräte und Personal
desk-staff-add = Einladungslink erzeugen
desk-staff-link = Einladungslink für „{ $name }“
desk-staff-link-hint = Geben Sie ihn der Person. Er gilt einmal und drei Tage lang. Er wird nur jetzt gezeigt.
desk-staff-remove = Entfernen
desk-staff-remove-label = { $name } entfernen
desk-staff-removed = „{ $name }“ kann sich nicht mehr anmelden.
desk-staff-yourself = Sie können Ihren eigenen Zugang nicht entfernen.
desk-staff-you = Sie

## Hinweise
desk-notices-title = Hinweise
desk-notices-none = Keine Hinweise.
desk-notices-dismiss = Erledigt
desk-notice-terminal-clock = Die Uhr an „{ $subject }“ geht falsch. Es zählt die Uhr des Standort-Servers.
desk-notice-keypad-locked = An „{ $subject }“ wurden zu viele falsche Terminnummern getippt. Die Eingabe ruht eine Minute.
desk-notice-part-broken = An „{ $subject }“ ist etwas gestört.
desk-notice-print-failed = Eine Wartemarke kam vielleicht nicht aus dem Drucker: { $subject }.
desk-notice-call-not-shown = Keine Anzeige hat den Aufruf von { $subject } gezeigt.
desk-notice-booking-trouble = Etwas vom Buchungsserver war nicht zu gebrauchen.
desk-notice-read-twice = Zwei Wartemarken gehören zu einem Besuch: { $subject }. Beide Nummern werden aufgerufen.
desk-notice-alone-cancelled = { $subject } wurde ohne Verbindung eingelassen; der Termin war abgesagt.
desk-notice-alone-moved = { $subject } wurde ohne Verbindung eingelassen; der Termin war verlegt.
desk-notice-alone-not-confirmed = { $subject } wurde ohne Verbindung eingelassen; der Termin war nicht bestätigt.
desk-notice-alone-number-taken = Die Nummer auf einer Wartemarke war schon vergeben. Der Besuch hat jetzt { $subject }.
desk-notice-alone-clock = { $subject } wurde ohne Verbindung eingelassen, als die Uhr des Terminals nicht verlässlich war.
desk-notice-alone-missed = { $subject } wurde ohne Verbindung eingelassen und erst nach dem Ende des Tages gemeldet.
desk-notice-restored = { $subject } kannte einen neueren Stand als dieser Server: Seine Daten stammen aus einer Sicherung. Neue Wartemarken beginnen mit einem anderen Buchstaben. Bitte die Wartenden mit ihren Wartemarken vergleichen.
desk-notice-clock-leapt = Die Uhr dieses Standort-Servers ist gesprungen und wird nicht beachtet; der Tag läuft weiter wie zuvor. Bitte die Uhr prüfen lassen. Geht sie jetzt richtig, den Standort-Server neu starten.

## Der ganze Raum: Hinweise an alle, Unterbrechung, Marken ohne Termin, Schalter
desk-notice-not-served = { $subject } wartet, aber kein offener Schalter bedient das Anliegen.
desk-notice-terminal-silent = „{ $subject }“ meldet sich nicht mehr.
desk-trouble-silent = „{ $subject }“ meldet sich nicht. Bitte nachsehen, ob das Gerät läuft.
desk-trouble-silent-since = „{ $subject }“ meldet sich seit { $time } nicht mehr. Bitte nachsehen, ob das Gerät läuft.
desk-trouble-parts = An „{ $subject }“ ist etwas gestört: { $parts }.
desk-trouble-many = { $more ->
    [0] { $subjects } sind gestört.
    [1] { $subjects } und ein weiteres Gerät sind gestört.
   *[other] { $subjects } und { $more } weitere Geräte sind gestört.
} Bitte nachsehen, ob sie laufen.
desk-house-late = Bis zum Schließen nicht mehr an der Reihe
desk-house-late-told = wissen Bescheid: { $numbers }
desk-house-title = Der ganze Standort
desk-house-all = alle Anliegen
desk-house-interrupted = Alles ist unterbrochen seit { $time }.
desk-house-interrupted-text = Alles ist unterbrochen seit { $time }. Auf den Bildschirmen steht: { $text }
desk-house-interrupt = Alles unterbrechen
desk-house-interrupt-what = Aufrufe werden zurückgenommen, Anzeigen schweigen, niemand kann sich anmelden, und keine Frist läuft. Nach „Weiter“ gilt dieselbe Reihenfolge.
desk-house-no-alarm = Das ist keine Alarmanlage: Rufen Sie die Feuerwehr unter 112.
desk-house-interrupt-do = Ja, alles unterbrechen
desk-house-text = Was auf den Bildschirmen steht
desk-house-text-usual = der übliche Satz
desk-house-paused = Ohne Termin gibt es keine Wartemarken: { $scope }
desk-house-pause = Keine Wartemarken ohne Termin
desk-house-pause-what = Wer einen Termin hat, kann sich weiter anmelden. Das gilt bis „Wieder ausgeben“, längstens bis zum Ende des Tages.
desk-house-pause-do = Keine mehr ausgeben
desk-house-resume = Wieder ausgeben
desk-house-scope = Wofür
desk-house-told = Auf allen Bildschirmen bis { $time }: { $text }
desk-house-tell = Hinweis an alle Bildschirme
desk-house-tell-text = Hinweis für Anzeigen und Terminals
desk-house-tell-long = Wie lange
desk-house-tell-do = Zeigen
desk-house-tell-wrong = Ein Hinweis hat 1 bis { $most } Zeichen, ohne Steuerzeichen.
desk-house-untell = Nicht mehr zeigen
desk-house-close = Schalter schließen
desk-house-close-do = Diesen Schalter schließen
desk-house-open = Schalter öffnen
desk-house-open-do = Diesen Schalter öffnen
desk-house-counter = Welcher Schalter
desk-house-clerk = Für wen
desk-house-left = Wer dort noch ist
desk-house-left-all = wartet auf alle, die das Anliegen bedienen
desk-house-left-finished = ist bedient: abschließen
desk-house-sits = { $name } sitzt schon an { $counter }.

# What reception and desk know of who comes.
desk-waiting-late = kommt später, bis { $time }
desk-room-find = Nummer, Terminnummer oder Uhrzeit des Termins
desk-room-find-names = Nummer, Terminnummer, Uhrzeit des Termins oder Nachname
desk-room-find-number = Diese Nummer gibt es heute nicht.
desk-room-find-time = Um diese Zeit hat heute niemand einen Termin.
desk-room-find-name = Diesen Namen hat heute niemand, der einen Termin hat. Die Suche ist festgehalten.
desk-room-find-wrong = Dazu ist nichts bekannt. Gesucht wird nach A 017, K7M4-3PXR oder 10:30.
desk-room-open = Öffnen
desk-room-admit = Als pünktlich anmelden
desk-room-choose-reason = Bitte wählen
desk-house-choose = Bitte wählen Sie zuerst aus, wen oder was es betrifft.
desk-room-reason-missing = Bitte wählen Sie einen Grund.
desk-admit-no-code = QR-Code und Terminnummer nicht dabei
desk-admit-delayed-by-us = durch uns verspätet
desk-admit-delayed-by-transport = Bus oder Bahn verspätet
desk-admit-goodwill = Kulanz
desk-staff-searches = Suchen nach Namen
desk-staff-searches-hint = Wer in den letzten 30 Tagen nach einem Namen gesucht hat. Der Name selbst ist nicht festgehalten.
desk-print = Wartemarke noch einmal drucken
desk-print-where-label = Terminal
desk-print-where = Bitte wählen Sie ein Terminal.
desk-print-away = „{ $kiosk }“ ist nicht verbunden. Bitte wählen Sie ein anderes Terminal, oder sagen Sie die Nummer.
desk-print-ordered = „{ $kiosk }“ druckt eine Kopie von { $number }.
desk-sheet-title = Notfallblatt
desk-sheet-as-of = Stand: { $time }
desk-sheet-here = Schon da
desk-sheet-expected = Mit Termin, noch nicht da
desk-sheet-time = Termin
desk-sheet-number = Nummer
desk-sheet-code = Terminnummer
desk-sheet-services = Anliegen
desk-sheet-state = Stand
desk-sheet-show = Notfallblatt zeigen
desk-sheet-print = Drucken
desk-kept-title = Keine Verbindung
desk-kept-age = Sie sehen das Notfallblatt, { $minutes } min alt. Bitte rufen Sie der Reihe nach von Hand aus. Wenn die Verbindung wieder da ist, steht es hier.
desk-kept-over = Das Notfallblatt war von einem anderen Tag und ist gelöscht.
desk-kept-back = Die Verbindung ist wieder da.
desk-kept-go-on = Zurück zum Arbeitsplatz
desk-remark = Notiz
desk-remark-hint = Für alle, die diesen Besuch bedienen. Wird mit dem Besuch gelöscht.
desk-remark-keep = Notiz behalten
desk-remark-says = Notiz: { $note }
desk-remark-of = Notiz zu { $number }: { $note }
desk-room-find-more = { $count ->
    [one] Eine weitere Zeile passt dazu. Bitte suchen Sie genauer.
   *[other] { $count } weitere passen dazu. Bitte suchen Sie genauer.
}
desk-remark-wrong = Eine Notiz hat höchstens { $most } Zeichen.

## Anzeige in einem Browser
desk-wall-settings-title = Einstellungen der Anzeige
desk-wall-enrol-how = Erzeugen Sie an einem Arbeitsplatz unter „Geräte“ einen Anmeldecode für eine Anzeige und geben Sie ihn hier ein.
desk-wall-code = Anmeldecode
desk-wall-inch = Diagonale des Bildschirms in Zoll
desk-wall-metres = Abstand zum hintersten Sitzplatz in Metern
desk-wall-volume = Lautstärke in Prozent, 0 für stumm
desk-wall-languages = Sprachen, im Wechsel
desk-wall-motion = Bewegung
desk-wall-still = Nichts bewegt sich
desk-wall-enrol = Anmelden
desk-wall-back = Zurück zur Anzeige, ohne etwas zu ändern
desk-wall-keep = Übernehmen
desk-wall-wrong-code = Dieser Code ist falsch, schon benutzt oder älter als 15 Minuten. Bitte erzeugen Sie einen neuen.
desk-wall-other-kind = Dieser Code ist für ein Terminal. Bitte erzeugen Sie einen für eine Anzeige.
desk-wall-too-many = Zu viele falsche Codes. Bitte versuchen Sie es ab { $time } wieder.
desk-wall-wrong-inch = Bitte geben Sie die Diagonale in Zoll an, 5 bis 200.
desk-wall-wrong-metres = Bitte geben Sie den Abstand in Metern an, 0,5 bis 50.
desk-wall-wrong-volume = Bitte geben Sie die Lautstärke in Prozent an, 0 bis 100.
desk-wall-wrong-languages = Bitte wählen Sie mindestens eine Sprache.
desk-wall-sound-on = Ton einschalten
desk-wall-full = Ganzer Bildschirm
desk-wall-no-script = Diese Anzeige braucht einen neueren Browser (Chromium 94, Firefox 92, Safari 15.4 oder neuer) mit JavaScript.
