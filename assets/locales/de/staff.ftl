# Pages of those who book for others, at the booking server.
staff-name = Termine
staff-menu = Seiten
staff-menu-people = Personen
staff-sign-in = Anmelden
staff-sign-in-name = Name
staff-sign-in-do = Anmelden
staff-sign-in-wrong = Name oder Passwort stimmt nicht.
staff-sign-in-locked = Zu viele falsche Passwörter. Bitte in einer Minute noch einmal versuchen.
staff-sign-out = Abmelden
staff-signed-in = Angemeldet: { $name }
staff-other-language = English
staff-password = Passwort
staff-password-hint = Mindestens { $count } Zeichen. Ein Satz ist gut zu merken.
staff-password-short = Ein Passwort hat { $least } bis { $most } Zeichen.
staff-invitation = Passwort wählen
staff-invitation-first = Hier arbeitet noch niemand. Wählen Sie einen Namen und ein Passwort: Sie verwalten dann diese Seiten.
staff-invitation-choose = Wählen Sie ein Passwort. Danach sind Sie angemeldet.
staff-invitation-do = Übernehmen
staff-invitation-used = Dieser Link wurde schon benutzt oder ist zu alt. Bitte lassen Sie sich einen neuen geben.
staff-name-needed = Bitte einen Namen mit höchstens 60 Zeichen eingeben.
staff-name-taken = Diesen Namen gibt es schon.
staff-refused = Das geht so nicht
staff-other-origin = Dieses Formular kam nicht von unseren eigenen Seiten. Bitte öffnen Sie die Seite neu.
staff-role = Dafür reichen Ihre Rechte nicht. Bitte wenden Sie sich an die Verwaltung dieser Seiten.
staff-not-found = Das gibt es nicht, oder nicht mehr.
staff-too-long = Das war zu viel Text auf einmal, höchstens { $most } kB. Bitte im Browser zurückgehen und kürzen; was geschrieben wurde, steht dort noch.
staff-home = Zur Übersicht
staff-people = Personen
staff-people-you = Das sind Sie
staff-people-yourself = Sich selbst können Sie nicht ändern oder entfernen.
staff-people-new = Jemanden einladen
staff-people-name = Name zum Anmelden
staff-people-role = Aufgabe
staff-people-invite = Einladen
staff-people-link = Link für { $name }
staff-people-link-hint = Der Link gilt drei Tage und nur einmal. Er wird nicht noch einmal gezeigt.
staff-people-remove = Entfernen
staff-people-remove-whom = { $name } entfernen
staff-people-gone = Das gibt es nicht mehr. Die Liste ist jetzt neu.
staff-people-last = Das geht nicht: Jemand muss alles verwalten können. Geben Sie zuerst jemand anderem diese Aufgabe.
staff-people-change = Ändern …
staff-people-change-whom = { $name }: ändern
staff-people-change-do = Ändern
staff-people-some = Nur an diesen Standorten:
staff-people-role-needed = Bitte wählen Sie eine Aufgabe.
staff-people-office-needed = Bitte wählen Sie mindestens einen Standort und dort eine Aufgabe.
staff-people-signed-on = Zuletzt angemeldet: { $time }
staff-people-signed-on-never = Noch nicht angemeldet
staff-people-renew = Neues Passwort: Link machen
staff-people-renew-whom = { $name }: Link für ein neues Passwort machen
staff-people-invited = Eingeladen
staff-people-invited-until = Der Link gilt bis: { $time }
staff-people-back = Zurücknehmen
staff-people-back-whom = Einladung von { $name } zurücknehmen
staff-role-nothing = nichts
staff-role-clerk = Termine buchen und absagen
staff-role-supervisor = Auch für alle gemeinsam: verschieben, absagen, auswerten
staff-role-administrator = Auch Standorte, Dienstleistungen und Personen verwalten
staff-day = Termine
staff-day-before = Tag davor
staff-day-after = Tag danach
staff-day-go = Anderer Tag
staff-day-show = Zeigen
staff-day-count = { $count ->
    [0] An diesem Tag ist nichts gebucht.
    [one] Ein Termin
   *[other] { $count } Termine
}
staff-find = Gefunden
staff-find-label = Terminnummer, Name, Telefon oder E-Mail
staff-find-do = Suchen
staff-find-count = { $count ->
    [0] Nichts gefunden. Gesucht wird ab heute, an allen Standorten, an denen Sie arbeiten: nach der ganzen Terminnummer oder einem Teil von Name, Telefonnummer oder E-Mail-Adresse.
    [one] Ein Termin
   *[other] { $count } Termine
}
staff-column-time = Zeit
staff-column-name = Name
staff-column-services = Dienstleistungen
staff-column-code = Terminnummer
staff-column-state = Stand
staff-no-name = kein Name
staff-state-booked = gebucht
staff-state-held = reserviert
staff-state-offered = andere Zeit angeboten
staff-state-cancelled = abgesagt
staff-state-waiting = ist da
staff-state-called = aufgerufen
staff-state-serving = in Bearbeitung
staff-state-finished = erledigt
staff-state-no-show = nicht erschienen
staff-state-ended = beendet
staff-wishes = Wünsche
staff-wish-interpreter = Dolmetscher
staff-wish-persons = { $count } Personen
staff-booking = Termin
staff-cancel = Termin absagen …
staff-cancel-sure = Die Zeit ist danach wieder frei. Wer eine E-Mail-Adresse angegeben hat, bekommt eine E-Mail.
staff-reason = Warum
staff-reason-asked = Die Person hat darum gebeten.
staff-reason-own = Eigene Worte:
staff-reason-own-text = Text für die E-Mail
staff-reason-others = In anderen Sprachen
staff-reason-needed = Bitte einen Grund wählen, oder einen deutschen Text schreiben.
staff-reason-long = Der Text ist zu lang. Höchstens 500 Zeichen.
staff-move = Termin verschieben
staff-move-from = Bisher
staff-move-office = Standort
staff-move-when = Bitte eine Zeit wählen.
staff-move-do = Verschieben
staff-move-by-hand = Es gibt keine E-Mail an diese Person. Bitte sagen Sie ihr die neue Zeit selbst.
staff-to-booking = Zu diesem Termin
staff-contact = Name und Kontakt ändern …
staff-contact-hint = Eine neue E-Mail-Adresse bekommt die Bestätigung noch einmal.
staff-contact-changed = Inzwischen hat jemand anderes Name oder Kontakt geändert. Es wurde nichts gespeichert: Oben steht, was jetzt gilt, in den Feldern, was Sie eingegeben haben. Bitte prüfen Sie es und speichern Sie noch einmal.
staff-contact-do = Ändern
staff-book-phone = Telefon (freiwillig)
staff-paper = Brief drucken …
staff-paper-address = Anschrift
staff-paper-hint = Name, Straße und Ort, jedes in einer Zeile. Die Anschrift steht nur im Brief und wird nicht gespeichert.
staff-paper-do = Brief öffnen (PDF)
staff-paper-address-wrong = Eine Anschrift hat höchstens sechs Zeilen mit je 45 Zeichen.
staff-paper-fonts = Auf dem Server fehlt die Schrift „Noto Sans“. Bitte wenden Sie sich an die Technik.
staff-paper-fault = Der Brief konnte nicht geschrieben werden. Bitte wenden Sie sich an die Technik.
staff-note = Notiz
staff-note-hint = Nur hier zu sehen. Wird mit dem Namen gelöscht. Nichts über Gesundheit oder Herkunft.
staff-note-changed = Inzwischen hat jemand anderes die Notiz geändert. Es wurde nichts gespeichert: Oben steht die neue Notiz, im Feld Ihr Text. Bitte bringen Sie beides zusammen und speichern Sie noch einmal.
staff-note-empty = gelöscht
staff-note-do = Notiz merken
staff-note-long = Die Notiz ist zu lang. Höchstens 1000 Zeichen.
staff-ring = Niemand hat dieser Person gesagt, dass der Termin ausfällt. Bitte anrufen:
staff-ring-done = Angerufen
staff-ring-hint = Danach wird die Telefonnummer gelöscht, spätestens nach sieben Tagen.
staff-cancel-do = Jetzt absagen
staff-to-day = Zu diesem Tag
staff-to-citizen = Seite für Bürgerinnen und Bürger
staff-book = Termin buchen
staff-book-do = Termin buchen
staff-book-filter = Dienstleistung suchen, dann Eingabetaste
staff-book-from = Ab
staff-book-emergency = Notfall
staff-book-times = Freie Zeiten zeigen
staff-book-length = Zusammen { $minutes } Minuten.
staff-book-time = Wann
staff-book-nothing-free = In dieser Zeit ist nichts frei.
staff-book-email = E-Mail (freiwillig)
staff-book-language = Sprache
staff-book-more = Weitere Angaben
staff-book-interpreter-none = nicht nötig
staff-book-way = Wie gedolmetscht wird
staff-book-persons = Personen insgesamt
staff-book-certain = Verbindlich buchen
staff-booked = Gebucht
staff-booked-done = Der Termin ist gebucht. Bitte vorlesen:
staff-booked-until = bis etwa { $time }
staff-booked-pin = PIN
staff-booked-pin-hint = Zum Verschieben oder Absagen. Sie steht auch im Brief.
staff-booked-place = Ort
staff-booked-next = Nächster Anruf
staff-booked-show = Diesen Termin ansehen

# Who books many.
staff-block = Kontakt sperren …
staff-block-sure = Mit dieser E-Mail-Adresse und dieser Telefonnummer kann dann niemand mehr online buchen. Sie selbst können weiter für die Person buchen.
staff-block-for = Wie lange
staff-block-days = { $count } Tage
staff-block-do = Sperren
staff-block-is = Dieser Kontakt ist gesperrt bis: { $time }
staff-blocked = Gesperrte Kontakte
staff-blocked-none = Niemand ist gesperrt.
staff-blocked-hint = Gespeichert ist nur eine Prüfsumme, nicht die Adresse oder Nummer.
staff-blocked-email = E-Mail-Adresse
staff-blocked-phone = Telefonnummer
staff-blocked-since = Gesperrt seit
staff-blocked-until = bis
staff-blocked-lift = Sperre aufheben
staff-blocked-who = E-Mail-Adresse oder Telefonnummer
staff-blocked-not = Dieser Kontakt ist nicht gesperrt.

# A day by counters and on paper; mails that did not go out.
staff-lanes = Nach Schaltern, mit freien Zeiten
staff-lanes-place = Platz { $number }
staff-lanes-free = frei
staff-lanes-closed = An diesem Tag ist geschlossen.
staff-sheet = Notfall-Liste
staff-sheet-as-of = Stand: { $time }.
staff-sheet-print = Zum Ausdrucken, falls die Technik ausfällt. Bitte danach vernichten.
staff-letters = E-Mails, die nicht ankamen
staff-letters-off = Auf diesem Server ist kein E-Mail-Versand eingerichtet.
staff-letters-failing = Der E-Mail-Server antwortet nicht seit: { $time }
staff-letters-waiting = { $count ->
    [0] Keine E-Mail wartet.
    [one] Eine E-Mail wartet.
   *[other] { $count } E-Mails warten.
}
staff-letters-dead = { $count ->
    [0] Keine wurde aufgegeben.
    [one] Eine wurde aufgegeben.
   *[other] { $count } wurden aufgegeben.
}
staff-letters-first = Gezeigt werden die ersten { $count }. Es gibt mehr.
staff-letters-what = E-Mail
staff-letters-since = Fällig seit
staff-letters-error = Meldung
staff-letters-again = Nächster Versuch
staff-letters-given-up = aufgegeben
staff-letters-retry = Noch einmal senden
staff-letters-retry-all = Alle aufgegebenen noch einmal senden
staff-letters-drop = Verwerfen
staff-letter-confirmed = Bestätigung
staff-letter-moved = Verschoben
staff-letter-cancelled = Abgesagt
staff-letter-office-moved = Vom Amt verschoben
staff-letter-office-place = Anderer Ort
staff-letter-office-offer = Neue Zeit angeboten
staff-letter-office-cancelled = Vom Amt abgesagt
staff-letter-reminder = Erinnerung
staff-letter-interpreter = Dolmetschen
staff-mail-interpreter-subject = Dolmetschen gewünscht: { $when }, { $place }
staff-mail-interpreter-over-subject = Dolmetschen nicht mehr nötig: { $when }, { $place }
staff-mail-interpreter = Für diesen Termin wird jemand gebraucht, der dolmetscht. Ändert sich die Zeit oder der Ort, kommt eine neue Nachricht.
staff-mail-interpreter-over = Dieser Termin ist abgesagt. Es muss niemand mehr dolmetschen.
staff-mail-interpreter-left = Dieser Termin findet jetzt an einem anderen Standort statt. Hier muss niemand mehr dolmetschen.
staff-mail-open = Termin öffnen
staff-letter-confirm = Bitte um Bestätigung
staff-letter-waiting = Warteliste
staff-letter-request = Terminanfrage
staff-letter-other = Andere E-Mail

# A whole office, or a part of it, closes.
staff-book-phone-short = Telefon
staff-close = Schließen und absagen
staff-close-link = Schließen …
staff-close-date = Tag
staff-close-until = bis zum Tag (freiwillig)
staff-close-from = von (freiwillig)
staff-close-to = bis (freiwillig)
staff-close-counters = Nur diese Schalter (keiner gewählt: der ganze Standort)
staff-close-way = Was geschieht mit den Terminen
staff-close-offer = Die nächste freie Zeit anbieten und 24 Stunden frei halten. Wer sie nicht annimmt, bekommt danach eine Absage.
staff-close-cancel = Absagen
staff-close-look = Zeigen, wen das betrifft
staff-close-when = Bitte einen Tag wählen.
staff-close-wrong = Tag oder Zeit passt nicht. Höchstens 92 Tage, von vor bis, in vollen fünf Minuten.
staff-close-preview = Das geschieht
staff-close-kept = { $count ->
    [one] Einer behält seine Zeit an einem anderen Schalter.
   *[other] { $count } behalten ihre Zeit an einem anderen Schalter.
}
staff-close-count = { $count ->
    [0] Kein Termin ist betroffen.
    [one] Ein Termin ist betroffen.
   *[other] { $count } Termine sind betroffen.
}
staff-close-mailed = { $count ->
    [one] Einer bekommt eine E-Mail.
   *[other] { $count } bekommen eine E-Mail.
}
staff-close-to-ring = { $count ->
    [one] Einer hat nur ein Telefon: bitte anrufen.
   *[other] { $count } haben nur ein Telefon: bitte anrufen.
}
staff-close-unreached = { $count ->
    [one] Einer ist nicht zu erreichen.
   *[other] { $count } sind nicht zu erreichen.
}
staff-close-ring = Bitte anrufen
staff-close-do-offer = Schließen und neue Zeiten anbieten
staff-close-do-cancel = Schließen und absagen
staff-close-earlier = Bisherige Schließungen
staff-reopen = Wieder öffnen
staff-reopen-link = Wieder öffnen …
staff-reopen-do = Jetzt wieder öffnen
staff-reopen-back = Zurück, ohne zu öffnen
staff-reopen-is = wieder geöffnet
staff-reopen-done = Diese Schließung ist zurückgenommen seit: { $time }
staff-reopen-not-in-plan = Diese Schließung steht nicht mehr im Plan. Jemand hat ihn geändert, oder eine längere Schließung gilt an ihrer Stelle.
staff-reopen-times = Diese Zeiten können sofort wieder gebucht werden.
staff-reopen-still-closed = Wegen einer anderen Schließung bleibt geschlossen: { $days }
staff-reopen-due = { $count ->
    [one] Ein Termin ist noch nicht bearbeitet und bleibt, wie er ist.
   *[other] { $count } Termine sind noch nicht bearbeitet und bleiben, wie sie sind.
}
staff-reopen-cancelled = { $count ->
    [one] Ein Termin ist abgesagt und bleibt abgesagt.
   *[other] { $count } Termine sind abgesagt und bleiben abgesagt.
}
staff-reopen-offered = { $count ->
    [one] Einer Person ist eine neue Zeit angeboten. Das Angebot gilt weiter; nimmt sie es nicht an, bekommt sie eine Absage.
   *[other] { $count } Personen ist eine neue Zeit angeboten. Die Angebote gelten weiter; wer seines nicht annimmt, bekommt eine Absage.
}
staff-reopen-no-mail = Niemand bekommt eine Nachricht, dass wieder geöffnet ist.
staff-closing = Schließung
staff-closing-all = Alle Termine
staff-closing-nobody = Kein Termin war betroffen.
staff-closing-until = frei gehalten bis
staff-closing-accept = Nimmt an: { $time }
staff-closing-due = noch nicht bearbeitet
staff-closing-kept = bleibt
staff-closing-cancelled = abgesagt
staff-closing-offered = neue Zeit angeboten
staff-closing-accepted = neue Zeit angenommen
staff-closing-due-count = Noch zu bearbeiten: { $count }
staff-closing-kept-count = Bleiben, wie sie sind: { $count }
staff-closing-cancelled-count = Abgesagt: { $count }
staff-closing-offered-count = Neue Zeit angeboten: { $count }
staff-closing-accepted-count = Neue Zeit angenommen: { $count }

# Requests: the citizen proposes days, staff give a time.
staff-menu-office = Dieser Standort
staff-menu-day = Tagesliste
staff-menu-lanes = Nach Schaltern
staff-menu-letters = E-Mails
staff-menu-blocked = Gesperrte
staff-menu-requests = { $count ->
    [0] Anfragen
   *[other] Anfragen ({ $count })
}
staff-close-day = Diesen Tag schließen …
staff-requests = Terminanfragen
staff-requests-wait = { $count ->
    [one] Eine Anfrage wartet auf Antwort.
   *[other] { $count } Anfragen warten auf Antwort.
}
staff-requests-answer = Jetzt beantworten
staff-requests-none = Keine Anfrage wartet auf Antwort.
staff-request-days = Passende Tage
staff-request-words = Nachricht
staff-request-contact = Kontakt
staff-request-since = Gefragt am
staff-request-by-hand = Diese Person hat keine E-Mail-Adresse angegeben. Bitte rufen Sie an. Wenn Sie ablehnen, wird die Telefonnummer danach gelöscht.
staff-request-wished = Freie Zeiten an diesen Tagen
staff-request-none-wished = An den gewünschten Tagen ist nichts frei.
staff-request-others = Nächste freie Zeiten an allen Tagen
staff-request-book = Diese Zeit buchen
staff-request-booked = Gebucht: { $when }.
staff-request-ring = Bitte anrufen, es gibt keine E-Mail:
staff-request-ring-once = Die Nummer steht nur jetzt hier.
staff-requests-choose = Bitte wählen Sie eine andere Anfrage aus der Liste.
staff-request-no = Keine Zeit anbieten …
staff-request-reason = Grund
staff-request-reason-hint = Steht so in der E-Mail. Bitte in der Sprache schreiben, die oben steht, oder auf Deutsch.
staff-request-why = Bitte schreiben Sie, warum es keine Zeit gibt.
staff-request-no-do = Ohne Termin beantworten
staff-request-declined = Die Anfrage ist ohne Termin beantwortet.
staff-request-gone = Diese Anfrage hat schon jemand beantwortet, oder sie wurde zurückgezogen.

# Series and groups.
staff-menu-series = Serie
staff-menu-group = Gruppe
staff-series = Serie buchen
staff-series-lead = Dieselben Dienstleistungen an mehreren Tagen, alle auf einmal gebucht. Jeder Termin bekommt eine eigene Terminnummer.
staff-series-first = Erster Tag
staff-series-time = Uhrzeit
staff-series-every = Alle
staff-series-unit = Tage oder Wochen
staff-series-weeks = Wochen
staff-series-days = Tage
staff-series-times = Wie oft
staff-series-until = oder bis zum Tag
staff-series-look = Tage zeigen
staff-series-which = Welche Tage
staff-series-free = Frei zur gewünschten Zeit: { $free } von { $count }.
staff-series-instead = Stattdessen frei, bitte selbst ankreuzen.
staff-series-past = Die gewünschte Zeit ist vorbei.
staff-series-beyond = So weit voraus kann noch nicht gebucht werden.
staff-series-closed = An diesem Tag ist geschlossen.
staff-series-not-offered = Um diese Uhrzeit gibt es hier keine Termine.
staff-series-taken = Die gewünschte Zeit ist vergeben.
staff-series-first-wrong = Bitte den ersten Tag und eine Uhrzeit eingeben.
staff-series-every-wrong = Der Abstand muss zwischen einem Tag und 52 Wochen liegen.
staff-series-end-missing = Bitte eingeben, wie oft oder bis zu welchem Tag.
staff-series-none = Bitte mindestens einen Tag ankreuzen.
staff-series-lost = Es wurde nichts gebucht: Eine der Zeiten ist nicht mehr frei. Bitte die Tage noch einmal ansehen.
staff-series-do = Angekreuzte Tage verbindlich buchen
staff-group = Gruppe buchen
staff-group-lead = Mehrere Plätze für eine Familie oder eine Schulklasse. Alle haben einen Kontakt, aber jeder Platz hat eine eigene Terminnummer zum Anmelden. Die Dienstleistungen gelten für jeden Platz.
staff-group-count = Wie viele Plätze
staff-group-when = Beginn
staff-group-at-once = alle zur selben Zeit
staff-group-within = nacheinander, Beginn in { $minutes } Minuten
staff-group-from = Ab dem Tag
staff-group-length = { $count } Plätze, je { $minutes } Minuten.
staff-group-do = { $count } Plätze verbindlich buchen
staff-group-nothing-free = So viele Plätze sind nirgends zugleich frei. Bitte den Beginn auf eine längere Zeit verteilen, oder weniger Plätze wählen.
staff-group-lost = Es wurde nichts gebucht: So viele Plätze sind zu dieser Zeit nicht mehr frei. Bitte eine andere Zeit wählen.
staff-together = Gemeinsam gebuchte Termine
staff-together-done = Alle Termine sind gebucht. Die PIN steht nur jetzt hier und später im Brief.
staff-together-count = { $count ->
    [0] Alle Termine sind abgesagt.
    [one] Ein Termin
   *[other] { $count } Termine
}
staff-together-elsewhere = { $count ->
    [one] Ein weiterer Termin davon ist an einem Standort, an dem Sie nicht arbeiten. Er bleibt, wie er ist.
   *[other] { $count } weitere Termine davon sind an Standorten, an denen Sie nicht arbeiten. Sie bleiben, wie sie sind.
}
staff-together-too-many = Auf einmal sind höchstens { $most } Termine möglich. Bitte wählen Sie weniger.
staff-together-mailed = Eine E-Mail mit allen Terminnummern ist unterwegs.
staff-together-with = Gemeinsam gebucht
staff-together-show = Alle Termine dieser Serie oder Gruppe
staff-together-paper = Einen Brief mit allen drucken …
staff-together-cancel = Alle absagen …
staff-together-cancel-sure = Alle Termine, die noch nicht begonnen haben, werden abgesagt. Wer eine E-Mail-Adresse angegeben hat, bekommt eine E-Mail über alle. Einzelne Termine sagen Sie auf ihrer eigenen Seite ab.
staff-together-cancel-do = Jetzt alle absagen
staff-letter-together = Bestätigung mehrerer Termine

# Figures of offices.
staff-menu-statistics = Statistik
staff-statistics = Statistik
staff-statistics-from = Von
staff-statistics-to = Bis
staff-statistics-office = Standort
staff-statistics-all-offices = Alle Standorte
staff-statistics-service = Anliegen
staff-statistics-all-services = Alle Anliegen
staff-statistics-show = Anzeigen
staff-statistics-period = Zeitraum
staff-statistics-week = Letzte 7 Tage
staff-statistics-four-weeks = Letzte 4 Wochen
staff-statistics-this-month = Dieser Monat
staff-statistics-last-month = Letzter Monat
staff-statistics-days-wrong = „Bis“ darf nicht vor „Von“ liegen, und es gehen höchstens 400 Tage auf einmal. Bitte ändern Sie die Tage.
staff-statistics-none = Für diese Auswahl gibt es noch keine Zahlen.
staff-statistics-none-why = Besuche zählen, sobald sie beendet sind und der Standort-Server sie gemeldet hat. Termine zählen ab dem Tag nach dem Termin. Bitte wählen Sie andere Tage oder prüfen Sie, ob der Standort-Server verbunden ist.
staff-statistics-unknown = { $count ->
    [one] Bei einem Termin ist nicht bekannt, ob jemand kam: An diesem Tag hat der Standort-Server nichts gemeldet.
   *[other] Bei { $count } Terminen ist nicht bekannt, ob jemand kam: An diesen Tagen hat der Standort-Server nichts gemeldet.
}
staff-statistics-minutes = { $minutes } min
staff-statistics-percent = { $percent } %
staff-statistics-few = zu wenige
staff-statistics-hour = { $hour } Uhr
staff-statistics-visits = Besuche
staff-statistics-served = { $count ->
    [one] davon einer bedient
   *[other] davon { $count } bedient
}
staff-statistics-wait = Wartezeit
staff-statistics-half-waited = höchstens, für die Hälfte der Besuche
staff-statistics-service-time = Bedienzeit
staff-statistics-half-took = höchstens, für die Hälfte der Besuche
staff-statistics-bookings = Termine
staff-statistics-stood = standen bis zu ihrer Zeit
staff-statistics-no-shows = Nicht erschienen
staff-statistics-no-shows-of = { $absent } von { $bookings } Terminen
staff-statistics-use = Auslastung
staff-statistics-use-of = { $booked } von { $offered } Stunden gebucht
staff-statistics-estimates = Angesagte Wartezeit
staff-statistics-within = in der angesagten Spanne aufgerufen
staff-statistics-with-value = mit Termin: { $value }
staff-statistics-without-value = ohne Termin: { $value }
staff-statistics-unserved-value = bei Schließung noch da: { $value }
staff-statistics-most-value = für neun von zehn: { $value }
staff-statistics-late-value = zu spät, ohne Termin gewartet: { $value }
staff-statistics-cancelled-value = selbst abgesagt: { $value }
staff-statistics-cancelled-by-office-value = vom Amt abgesagt: { $value }
staff-statistics-moves-value = verlegt: { $value }
staff-statistics-expired-value = nicht bestätigt: { $value }
staff-statistics-error-value = im Mittel daneben: { $value }
staff-statistics-error-most-value = neun von zehn höchstens: { $value }
staff-statistics-all = alle
staff-statistics-with = mit Termin
staff-statistics-without = ohne Termin
staff-statistics-half = die Hälfte höchstens
staff-statistics-most = neun von zehn höchstens
staff-statistics-visits-by-hour = Besuche nach Uhrzeit
staff-statistics-wait-by-hour = Wartezeit nach Uhrzeit, in Minuten
staff-statistics-use-by-day = Auslastung in Prozent, nach Tagen
staff-statistics-no-shows-by-hour = Nicht erschienen in Prozent, nach Uhrzeit
staff-statistics-drawing = Diagramm: { $title }. Die Zahlen stehen in den Tabellen darunter.
staff-statistics-xlsx = Als Excel-Datei
staff-statistics-csv = Als CSV-Datei
staff-statistics-by-service = Nach Anliegen
staff-statistics-by-service-hint = Wer für mehrere Anliegen kam, zählt beim ersten. Die Bedienzeit eines Anliegens ist nur die von Besuchen, die allein dafür waren.
staff-statistics-by-hour = Nach Uhrzeit
staff-statistics-by-day = Nach Tagen
staff-statistics-by-office = Nach Standorten
staff-statistics-time = Uhrzeit
staff-statistics-day = Tag
staff-statistics-kind = Besuche
staff-statistics-no-service = nicht bekannt
staff-statistics-short-visits = Besuche
staff-statistics-short-wait-50 = Wartezeit: Hälfte bis (min)
staff-statistics-short-wait-90 = Wartezeit: 9 von 10 bis (min)
staff-statistics-short-service-50 = Bedienzeit: Hälfte bis (min)
staff-statistics-short-stood = Termine
staff-statistics-short-no-shows = Nicht erschienen
staff-statistics-short-use = Auslastung (%)
staff-statistics-dash = Ein Strich heißt: nicht bekannt, oder weniger als fünf Besuche.
staff-statistics-means = Was die Zahlen bedeuten
staff-statistics-means-visits = Besuche, die an diesen Tagen begannen und beendet sind: bedient, nicht erschienen, aufgegeben oder bei Schließung noch offen. Wer zu spät zum Termin kam und ohne Termin wartete, zählt ohne Termin. Zusammengelegte Besuche sind einer. Die Uhrzeit ist die der Anmeldung.
staff-statistics-means-wait = Von der Anmeldung, aber nicht vor dem gebuchten Termin, bis zum ersten Aufruf. Wer vor seinem Termin aufgerufen wird, hat nicht gewartet.
staff-statistics-means-service-time = Alle Zeit am Schalter, ohne die Zeit, in der ein Besuch geparkt war. Nur von Besuchen, die bedient wurden.
staff-statistics-means-bookings = Termine zählen an dem Tag, für den sie waren, ab dem Tag danach. „Standen bis zu ihrer Zeit“ sind alle, die nicht abgesagt wurden. „Nicht bestätigt“ sind gehaltene Zeiten, die niemand gebucht hat.
staff-statistics-means-no-shows = Termine, zu denen sich niemand angemeldet hat oder zu denen nach allen Aufrufen niemand kam, von allen, die standen. Tage, an denen der Standort-Server nichts gemeldet hat, zählen nicht.
staff-statistics-means-use = Minuten der Termine, die standen, in Schritten von fünf Minuten und in der Stunde, in der sie lagen, von allen Minuten, die der Plan für Termine vorsah, auch für Personal und Notfälle zurückgehaltene. Es gilt der Plan, wie er am Ende des Tages war.
staff-statistics-means-estimates = Verglichen wird die Zeit von der Anmeldung bis zum ersten Aufruf mit dem, was bei der Anmeldung angesagt wurde. Besuche, in die eine Unterbrechung fiel, zählen nicht.
staff-statistics-percentiles = Die Hälfte, neun von zehn
staff-statistics-means-percentiles = „Die Hälfte höchstens 8 min“: Bei der Hälfte aller Besuche waren es höchstens 8 Minuten. Es ist immer ein Wert, den es wirklich gab (nächster Rang), auf ganze Minuten aufgerundet. Von weniger als fünf Besuchen werden keine Zeiten gezeigt.
staff-statistics-persons = Personen
staff-statistics-means-persons = Es gibt keine Zahlen über einzelne Personen, weder über Bürger noch über Beschäftigte: Wer bedient hat, wird nicht gemeldet. Einzelne Besuche werden ohne Namen 90 Tage aufbewahrt, danach nur Summen eines Tages nach Anliegen und nach Stunden, nie nach beidem zugleich.
staff-statistics-term = Begriff
staff-statistics-meaning = Bedeutung
staff-statistics-sheet-total = Zusammen
staff-statistics-sheet-services = Anliegen
staff-statistics-sheet-hours = Uhrzeit
staff-statistics-sheet-days = Tage
staff-statistics-sheet-offices = Standorte
staff-statistics-sheet-means = Bedeutung
staff-statistics-column-visits = Besuche
staff-statistics-column-served = bedient
staff-statistics-column-absent = aufgerufen, nicht erschienen
staff-statistics-column-given-up = aufgegeben
staff-statistics-column-unserved = bei Schließung noch da
staff-statistics-column-wait-mean = Wartezeit, Mittel (s)
staff-statistics-column-wait-50 = Wartezeit, Hälfte bis (min)
staff-statistics-column-wait-90 = Wartezeit, 90 % bis (min)
staff-statistics-column-wait-95 = Wartezeit, 95 % bis (min)
staff-statistics-column-service-mean = Bedienzeit, Mittel (s)
staff-statistics-column-service-50 = Bedienzeit, Hälfte bis (min)
staff-statistics-column-service-90 = Bedienzeit, 90 % bis (min)
staff-statistics-column-service-95 = Bedienzeit, 95 % bis (min)
staff-statistics-column-error-mean = Ansage daneben, Mittel (s)
staff-statistics-column-error-90 = Ansage daneben, 90 % bis (min)
staff-statistics-column-bias = länger als angesagt, Mittel (s)
staff-statistics-column-within = in der angesagten Spanne (%)
staff-statistics-column-stood = Termine, die standen
staff-statistics-column-came = angemeldet
staff-statistics-column-late = zu spät
staff-statistics-column-no-shows = nicht erschienen
staff-statistics-column-no-show-percent = nicht erschienen (%)
staff-statistics-column-unknown = nicht bekannt
staff-statistics-column-cancelled = selbst abgesagt
staff-statistics-column-cancelled-by-office = vom Amt abgesagt
staff-statistics-column-expired = nicht bestätigt
staff-statistics-column-moves = auf Wunsch verlegt
staff-statistics-column-moves-by-office = vom Amt verlegt
staff-statistics-column-booked = gebucht (min)
staff-statistics-column-offered = vorgesehen (min)
staff-statistics-column-use = Auslastung (%)

# Spelling by towns, DIN 5009:2022.
staff-spell-a = Aachen
staff-spell-b = Berlin
staff-spell-c = Chemnitz
staff-spell-d = Düsseldorf
staff-spell-e = Essen
staff-spell-f = Frankfurt
staff-spell-g = Goslar
staff-spell-h = Hamburg
staff-spell-j = Jena
staff-spell-k = Köln
staff-spell-l = Leipzig
staff-spell-m = München
staff-spell-n = Nürnberg
staff-spell-p = Potsdam
staff-spell-r = Rostock
staff-spell-s = Salzwedel
staff-spell-t = Tübingen
staff-spell-u = Unna
staff-spell-v = Völklingen
staff-spell-w = Wuppertal
staff-spell-x = Xanten
staff-spell-y = Ypsilon
staff-spell-z = Zwickau
