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
staff-fault = Der Server meldet: { $fault }
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
staff-find-label = Terminnummer oder Name
staff-find-do = Suchen
staff-find-count = { $count ->
    [0] Nichts gefunden. Gesucht wird nach der ganzen Terminnummer oder einem Teil des Namens, ab heute.
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
staff-state-cancelled = abgesagt
staff-state-waiting = ist da
staff-state-called = aufgerufen
staff-state-serving = in Bearbeitung
staff-state-finished = erledigt
staff-state-no-show = nicht erschienen
staff-state-ended = beendet
staff-wishes = Wünsche
staff-wish-interpreter = Dolmetscher
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
staff-letter-office-offer = Neue Zeit angeboten
staff-letter-office-cancelled = Vom Amt abgesagt
staff-letter-reminder = Erinnerung
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
staff-close-kept = Wer an einem anderen Schalter zur selben Zeit Platz hat, behält den Termin.
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
