# Pages of the administration: an office is changed, looked at and saved.
admin-title = Standort ändern
admin-title-of = { $office }: Einrichtung
admin-menu = Einrichtung
admin-intro = Alles, was Sie hier ändern, bleibt zuerst Ihr Entwurf. Sie sehen, was es bewirkt, bevor Sie es speichern.
admin-only-look = Sie können alles ansehen. Ändern kann es die Administration.
admin-draft = Sie haben Änderungen, die noch nicht gespeichert sind.
admin-preview-do = Ansehen und speichern
admin-discard = Entwurf verwerfen
admin-discard-sure = Alle Änderungen, die noch nicht gespeichert sind, gehen verloren.
admin-discard-do = Ja, verwerfen
admin-others = Hier ändert gerade auch jemand etwas: { $names }. Wer zuletzt speichert, wird gefragt; nichts geht verloren.
admin-count =
    { $count ->
        [one] ein Eintrag
       *[other] { $count } Einträge
      }
admin-changed = geändert
admin-faults =
    { $count ->
        [one] eine Angabe passt nicht
       *[other] { $count } Angaben passen nicht
      }
admin-faults-here =
    { $count ->
        [one] Eine Angabe passt noch nicht.
       *[other] { $count } Angaben passen noch nicht.
      } Ihr Entwurf bleibt so lange, wie er ist.
admin-up = Zurück zur Übersicht
admin-nothing-yet = Noch kein Eintrag.
admin-unnamed = Ohne Namen
admin-add = Hinzufügen
admin-add-to = { $name }: hinzufügen
admin-remove = Entfernen
admin-remove-whom = { $name } entfernen
admin-up-whom = { $name } nach oben
admin-down-whom = { $name } nach unten
admin-take = Übernehmen
admin-take-hint = Kommt in Ihren Entwurf; gespeichert wird es später.
admin-optional = kann fehlen
admin-other-languages = Andere Sprachen ({ $count } von 8)
admin-none = –
admin-text = Text
admin-yes = ja
admin-no = nein
admin-elsewhere = In einem anderen Fenster haben Sie inzwischen etwas geändert. Was Sie hier eingetragen haben, steht noch da: Bitte sehen Sie es an und drücken Sie noch einmal.
admin-not-saved = Es wurde nichts gespeichert: Der Standort hat sich inzwischen geändert. Ihr Entwurf ist noch da.
admin-preview-of = { $office }: Was sich ändert
admin-newer = Inzwischen hat jemand anderes gespeichert (Fassung { $revision }). Ihr Entwurf ist noch da. Übertragen Sie Ihre Änderungen auf die neue Fassung; danach sehen Sie beides zusammen und können speichern.
admin-merge = Meine Änderungen übertragen
admin-wrong = So kann es noch nicht gespeichert werden
admin-does = Was es bewirkt
admin-does-nothing = Keine freie Zeit fällt weg, kein Termin verliert seinen Platz.
admin-gone =
    { $count ->
        [one] Für { $service } fallen freie Zeiten weg: { $times }
       *[other] Für { $count } Dienstleistungen fallen freie Zeiten weg, am meisten für { $service }: { $times }
      }
admin-new =
    { $count ->
        [one] Für { $service } kommen freie Zeiten dazu: { $times }
       *[other] Für { $count } Dienstleistungen kommen freie Zeiten dazu, am meisten für { $service }: { $times }
      }
admin-less =
    { $count ->
        [one] Für { $service } sind zusammen weniger Stunden frei: { $after } statt { $before }
       *[other] Für { $count } Dienstleistungen sind zusammen weniger Stunden frei, am meisten für { $service }: { $after } statt { $before }
      }
admin-more =
    { $count ->
        [one] Für { $service } sind zusammen mehr Stunden frei: { $after } statt { $before }
       *[other] Für { $count } Dienstleistungen sind zusammen mehr Stunden frei, am meisten für { $service }: { $after } statt { $before }
      }
admin-times = Freie Zeiten nach Dienstleistung
admin-times-gone = Fallen weg
admin-times-days = Am meisten am
admin-times-new = Kommen dazu
admin-times-free = Freie Stunden
admin-times-hours = { $after } statt { $before }
admin-lost =
    { $count ->
        [one] Ein Termin verliert seinen Platz
       *[other] { $count } Termine verlieren ihren Platz
      }
admin-lost-stand = Diese Termine gelten weiter. Bitte verlegen Sie sie oder sagen Sie sie ab.
admin-lost-closed = dann geschlossen
admin-lost-counter = dann kein passender Schalter oder Platz frei
admin-reseated =
    { $count ->
        [one] Ein Termin bekommt einen anderen Schalter oder Platz und behält seine Zeit
       *[other] { $count } Termine bekommen einen anderen Schalter oder Platz und behalten ihre Zeit
      }
admin-relocated =
    { $count ->
        [one] Ein Termin ist dann an einem anderen Ort
       *[other] { $count } Termine sind dann an einem anderen Ort
      }
admin-relocated-told = Die Zeit bleibt gleich. Wer eine E-Mail-Adresse angegeben hat, bekommt beim Speichern eine Nachricht; alle anderen bitte anrufen.
admin-relocated-before = Bisher
admin-relocated-after = Dann
admin-why = Warum
admin-changes = Änderungen nebeneinander
admin-changes-none = Es ist nichts geändert.
admin-is-new = neu
admin-is-gone = entfällt
admin-what = Angabe
admin-before = bisher
admin-after = künftig
admin-save = Speichern
admin-save-hint = Gilt sofort.
admin-number-taken = Diese Nummer hat schon ein anderer Standort: { $office }.
admin-number-changed = Die Nummer { $number } muss bleiben: Sie steht in den QR-Codes von Terminen.
admin-service-booked = Die Dienstleistung { $service } ist noch { $count ->
    [one] einmal
   *[other] { $count }-mal
  } gebucht, bis { $until }. Sie muss bis dahin bleiben; nehmen Sie „online buchbar“ heraus.
admin-fault-unreadable = Diese Angabe fehlt, oder sie ist nicht zu lesen.
admin-fault-empty = Hier fehlt mindestens ein Eintrag.
admin-fault-twice = { $id } steht hier zweimal.
admin-fault-missing = { $id } gibt es nicht mehr. Bitte wählen Sie etwas anderes.
admin-remedy-counter-twice = Ein Schalter steht zur selben Zeit nur in einer Zeile. Nehmen Sie ihn aus der anderen heraus.
admin-remedy-german = Der deutsche Text fehlt.
admin-remedy-three-questions = Höchstens drei Fragen nacheinander.
admin-remedy-no-hash = Beginnen Sie die Kennung ohne #.
admin-remedy-name-fees = Nur eine Gebühr kann ohne „für wen“ stehen.
admin-remedy-above-day = Das ist mehr als am ganzen Tag.
admin-remedy-before-first = Das liegt vor dem ersten Tag.
admin-remedy-release-late = Dann sind diese Zeiten schon vorbei. Bitte früher freigeben.
admin-remedy-goes-round = Die Fragen drehen sich im Kreis. Keine Antwort kann zurückführen.
admin-remedy-answer-empty = Wählen Sie Dienstleistungen oder die nächste Frage.
admin-remedy-first-week = Für „alle … Wochen“ braucht es „gilt ab“.
admin-remedy-never-booked = Kein Schalter und kein Platz in den Öffnungszeiten bietet das an.
admin-remedy-counter-once = Jeder Schalter nur einmal.
admin-remedy-never-asked = Zu dieser Frage führt keine Antwort.
admin-remedy-offered-nowhere = Kein Schalter bietet das an.
admin-remedy-weekdays = Wählen Sie mindestens einen Tag.
admin-remedy-dates = Entweder einzelne Tage, oder Wochentage und in welchen Wochen.
admin-remedy-weeks = Entweder bestimmte Wochen im Monat oder alle … Wochen, nicht beides.
admin-remedy-never-visited = Keine Zeile der Öffnungszeiten nennt diesen Ort.
admin-remedy-way = Zur selben Zeit oder gleich davor ist der Standort an einem anderen Ort. Lassen Sie Zeit für den Weg.
admin-remedy-say-instead = Bitte sagen Sie, was man stattdessen tun kann.
admin-remedy-name-used = Diese Kennung braucht das Programm selbst. Bitte wählen Sie eine andere.
admin-remedy-lanes = Höchstens 64 Schalter und Plätze zur selben Zeit.
admin-remedy-five-minutes = Nur volle fünf Minuten.
admin-remedy-id = Bis zu 40 Zeichen: kleine Buchstaben a–z, Ziffern und Bindestrich.
admin-remedy-languages = Kürzel nach ISO 639, mit Komma getrennt: de, tr, kmr.
admin-remedy-needed = Bitte ausfüllen.
admin-remedy-grid = Möglich sind 5, 10, 15, 20, 30 oder 60.
admin-remedy-fee = Höchstens 10.000 Euro.
admin-remedy-colour = Schreiben Sie # und sechs Zeichen, zum Beispiel #2044aa.
admin-remedy-web = Schreiben Sie eine Adresse, die mit https:// beginnt.
admin-remedy-email = Schreiben Sie eine Adresse wie name@example.org.
admin-remedy-letters = Nur eine Zeile aus sichtbaren Zeichen.
admin-remedy-from-to = „Von“ muss vor „bis“ liegen.
admin-remedy-numbers = Möglich sind { $numbers }.
admin-remedy-at-least = Mindestens { $numbers }.
admin-remedy-at-most = Höchstens { $numbers }.
admin-remedy-other = Diese Angabe passt nicht.
admin-section-office = Standort
admin-section-areas = Wartebereiche
admin-section-services = Dienstleistungen
admin-section-counters = Schalter
admin-section-stops = Orte (mobiler Standort)
admin-section-hours = Öffnungszeiten und Plätze
admin-section-closures = Schließtage
admin-section-rules = Regeln
admin-section-questions = Fragen zur Auswahl
admin-section-texts = Texte für Bildschirme
admin-section-urgent-reasons = Gründe für Vorrang
admin-section-outcomes = Ergebnisse eines Besuchs
admin-section-pause-reasons = Gründe für Pausen
admin-section-admit-reasons = Gründe für Einlass von Hand
admin-field-name = Name
admin-field-address = Anschrift
admin-field-map-url = Adresse der Karte
admin-field-step-free = Ohne Stufen erreichbar
admin-field-languages = Sprachen, die dort jemand spricht
admin-field-information-desk = Wohin man sich wendet
admin-field-holidays = Feiertage
admin-field-time-zone = Zeitzone
admin-field-accent = Farbe
admin-field-public-url = Adresse der Terminseiten
admin-field-walk-in-paused = Ohne Termin: zurzeit niemand
admin-field-horizon-days = Buchbar so viele Tage im Voraus
admin-field-notice-minutes = Spätestens so viele Minuten vorher buchen
admin-field-grid-minutes = Termine beginnen alle … Minuten
admin-field-hold-minutes = So viele Minuten wird eine Zeit freigehalten
admin-field-email = E-Mail-Adresse
admin-field-phone = Telefonnummer
admin-field-most-persons = Höchstens so viele Personen in einem Termin
admin-field-interpreters = Dolmetschen
admin-field-minutes-interpreter = Mit Dolmetschen so viele Minuten länger
admin-field-interpreter-languages = Sprachen, in die gedolmetscht wird
admin-field-interpreter-email = Wer das Dolmetschen besorgt, per E-Mail
admin-field-confirm-by-mail-minutes = Bestätigung per E-Mail innerhalb von Minuten
admin-field-most-open-bookings = Offene Termine je Kontakt und Anliegen
admin-field-remind-days-before = Erinnerung so viele Tage vorher
admin-field-remind-at = Erinnerung um
admin-field-window-before-minutes = Anmelden ab … Minuten vor dem Termin
admin-field-window-after-minutes = Anmelden bis … Minuten nach dem Termin
admin-field-late = Wer zu spät kommt
admin-field-show-names = Namen am Schalter zeigen
admin-field-appointment-lead-minutes = Vorrang von Terminen in Minuten
admin-field-appointment-grace-minutes = Termine höchstens so viele Minuten später aufrufen
admin-field-urgent-boost-minutes = Vorrang bei Dringlichkeit in Minuten
admin-field-hold-back-minutes = Nicht früher als … Minuten vor dem Termin aufrufen
admin-field-max-calls = Aufrufe bis „nicht erschienen“
admin-field-recall-counts-after-seconds = Ein neuer Aufruf zählt nach … Sekunden
admin-field-id = Kennung
admin-field-letter = Buchstabe der Nummern
admin-field-way = Weg dorthin
admin-field-direction = Pfeil
admin-field-description = Beschreibung
admin-field-minutes = Dauer in Minuten
admin-field-minutes-more = Jedes weitere Mal, in Minuten
admin-field-most = Höchstens so oft in einem Termin
admin-field-alone = Nur allein buchbar, mit nichts anderem zusammen
admin-field-only-with = Nur zusammen mit diesen Leistungen buchbar
admin-field-area = Wartebereich
admin-field-group = Gruppe
admin-field-icon = Zeichen
admin-field-keywords = Andere Wörter für die Suche
admin-field-documents = Unterlagen
admin-field-fees = Gebühren
admin-field-cents = Euro
admin-field-forms = Formulare
admin-field-url = Adresse
admin-field-online = Online buchbar
admin-field-on-request = Auf Anfrage
admin-field-online-message = Was man stattdessen tut
admin-field-named-on-ticket = Auf der Wartemarke nennen
admin-field-walk-in = Auch ohne Termin
admin-field-walk-in-message = Was ohne Termin gesagt wird
admin-field-walk-in-limit = Ohne Termin höchstens am Tag
admin-field-walk-in-limit-per-hour = Ohne Termin höchstens in der Stunde
admin-field-walk-in-hours = Zeiten ohne Termin
admin-field-weekdays = Wochentage
admin-field-month-weeks = Nur in diesen Wochen des Monats
admin-field-dates = Einzelne Tage
admin-field-stop = Ort
admin-field-access = Zugang
admin-field-from = Von
admin-field-to = Bis
admin-field-services = Dienstleistungen
admin-field-places = Plätze
admin-field-counters = Schalter
admin-field-valid-from = Gilt ab Tag
admin-field-valid-until = Gilt bis Tag
admin-field-every-weeks = Alle … Wochen
admin-field-keep = Zurückgehalten
admin-field-release-days-before = Freigeben so viele Tage vorher
admin-field-release-at = Freigeben um
admin-field-date = Tag
admin-field-until = Letzter Tag
admin-field-reason = Grund, und wie es weitergeht
admin-field-text = Text
admin-field-answers = Antworten
admin-field-next = Nächste Frage
admin-hint-address = In einer Zeile: Straße, Hausnummer, Postleitzahl, Ort.
admin-hint-map-url = Beginnt mit https://. Ohne sie wird die Anschrift auf einer Karte gesucht.
admin-hint-languages = Kürzel mit Komma getrennt: de, en, tr, uk.
admin-hint-interpreter-languages = Kürzel mit Komma getrennt: ar, ti, gsg. Leer: alle, die das Programm kennt. „Eine andere“ steht immer dabei.
admin-hint-information-desk = Zum Beispiel: an der Infotheke.
admin-hint-holidays = An den Feiertagen dieses Landes ist geschlossen.
admin-hint-time-zone = In Deutschland: Europe/Berlin.
admin-hint-accent = Sechs Zeichen nach #, zum Beispiel #2044aa.
admin-hint-public-url = Nur wenn sie anders ist als sonst in der Stadt.
admin-hint-walk-in-paused = Solange hier etwas steht, bekommt niemand ohne Termin eine Wartemarke; dieser Text wird gezeigt.
admin-hint-grid-minutes = 5, 10, 15, 20, 30 oder 60.
admin-hint-confirm-by-mail-minutes = 0 heißt: niemand muss bestätigen. Sonst 5 bis 1440.
admin-hint-interpreter-email = Bekommt bei jedem Termin mit Dolmetschen eine Nachricht, und wenn er sich ändert. Leer: niemand.
admin-hint-most-open-bookings = 0 heißt: so viele, wie jemand möchte.
admin-hint-remind-days-before = 0 heißt: keine Erinnerung.
admin-hint-show-names = Namen kommen nur dann in den Standort und werden eine Minute nach dem Besuch gelöscht.
admin-hint-appointment-lead-minutes = So viel früher hätte jemand ohne Termin kommen müssen, um vorher dranzukommen.
admin-hint-appointment-grace-minutes = Sonst wird niemand ohne Termin mehr angenommen.
admin-hint-hold-back-minutes = Früher nur, wenn sonst niemand dran wäre.
admin-hint-id = Kurz und ohne Leerzeichen. Danach am besten nicht mehr ändern.
admin-hint-letter = Jeder Wartebereich hat einen eigenen.
admin-hint-way = Zum Beispiel: 1. Obergeschoss, rechts.
admin-hint-minutes-more = Leer: genauso lange wie das erste Mal.
admin-hint-most-persons = 1 bis 9. Bei 1 wird niemand danach gefragt.
admin-hint-most = Leer: höchstens sechsmal.
admin-hint-only-with = Keine gewählt: mit allen, die selbst nichts anderes sagen.
admin-hint-group = Was zusammengehört, steht zusammen: Ausweise.
admin-hint-keywords = Mit Komma getrennt: Perso, Ausweis.
admin-hint-name = Für wen, zum Beispiel: unter 24 Jahren. Leer ist die übliche Gebühr.
admin-hint-on-request = Bürger schlagen Tage vor, Sie antworten mit einer Zeit.
admin-hint-online-message = Wird gezeigt, wenn es nicht online buchbar ist.
admin-hint-walk-in-message = Wird gezeigt, wenn es das nur mit Termin gibt.
admin-hint-walk-in-hours = Leer: während der ganzen Öffnungszeit.
admin-hint-services = Nichts gewählt heißt: alle.
admin-hint-access = Zum Beispiel: Eingang im Hof, bitte klingeln.
admin-hint-month-weeks = Nichts gewählt heißt: in jeder Woche.
admin-hint-dates = Anstelle von Wochentagen.
admin-hint-stop = Leer: unter der Anschrift des Standorts.
admin-hint-places = So viele Termine gleichzeitig, ohne festen Schalter. Leer, wenn Sie Schalter wählen.
admin-hint-counters = An diesen Schaltern. Bei Schließtagen heißt nichts gewählt: der ganze Standort.
admin-hint-every-weeks = Zum Beispiel 2; gezählt ab der Woche von „Gilt ab Tag“.
admin-hint-keep = Solange kann niemand sie im Internet buchen.
admin-hint-release-days-before = Von da an sind sie für alle da. 0 ist der Tag selbst.
admin-hint-until = Nur wenn es mehrere Tage sind.
admin-hint-reason = Das lesen alle, die an diesem Tag kommen wollten.
admin-hint-from = Nur wenn ein Teil des Tages offen bleibt.
admin-option-left = nach links
admin-option-right = nach rechts
admin-option-up = geradeaus oder nach oben
admin-option-down = nach unten
admin-option-mon = Mo
admin-option-tue = Di
admin-option-wed = Mi
admin-option-thu = Do
admin-option-fri = Fr
admin-option-sat = Sa
admin-option-sun = So
admin-option-first = erste
admin-option-second = zweite
admin-option-third = dritte
admin-option-fourth = vierte
admin-option-last = letzte
admin-option-none = nicht fragen
admin-option-optional = fragen, kann leer bleiben
admin-option-required = muss ausgefüllt werden
admin-option-on-site = vor Ort
admin-option-telephone = am Telefon
admin-option-video = per Video
admin-option-card = Ausweis
admin-option-passport = Pass
admin-option-house = Haus
admin-option-car = Auto
admin-option-parking = Parken
admin-option-people = Menschen
admin-option-document = Papier
admin-option-rings = Ringe
admin-option-shop = Geschäft
admin-option-stamp = Stempel
admin-option-staff = für Buchungen am Telefon und am Schalter
admin-option-emergency = für Notfälle
admin-option-walk-in = wartet ohne Termin
admin-option-desk = wird an die Auskunft geschickt
admin-option-bw = Baden-Württemberg
admin-option-by = Bayern
admin-option-be = Berlin
admin-option-bb = Brandenburg
admin-option-hb = Bremen
admin-option-hh = Hamburg
admin-option-he = Hessen
admin-option-mv = Mecklenburg-Vorpommern
admin-option-ni = Niedersachsen
admin-option-nw = Nordrhein-Westfalen
admin-option-rp = Rheinland-Pfalz
admin-option-sl = Saarland
admin-option-sn = Sachsen
admin-option-st = Sachsen-Anhalt
admin-option-sh = Schleswig-Holstein
admin-option-th = Thüringen
admin-revisions = Frühere Fassungen
admin-revisions-of = { $office }: Fassungen
admin-revisions-intro = Jede gespeicherte Änderung ist eine Fassung. Sie können jede ansehen und zu jeder zurückkehren.
admin-revision = Fassung { $number }
admin-revision-changes = Was sich mit dieser Fassung geändert hat
admin-in-force = gilt
admin-by-command-line = über die Befehlszeile
admin-by-gone = jemand, der nicht mehr hier arbeitet
admin-go-back = Zu dieser Fassung zurückkehren
admin-go-back-hint = Sie sehen zuerst, was es bewirkt.
admin-go-back-draft = Sie haben einen Entwurf, der noch nicht gespeichert ist. Er wird dabei ersetzt.

# All offices, and offices as files.
admin-city = Alle Standorte
admin-city-none = Noch kein Standort. Legen Sie einen an, oder nehmen Sie eine Datei.
admin-city-line = Nummer { $number } · Fassung { $revision } · { $bookings ->
    [one] ein Termin
   *[other] { $bookings } Termine
  } ab jetzt
admin-city-is-new = Dieser Standort ist neu.
admin-city-drafts = Ihre Entwürfe
admin-city-not-yet = noch nicht
admin-city-save = Alle speichern, die passen
admin-city-save-hint = Gilt sofort. Sehen Sie vorher jeden an.
admin-city-saved = Gespeichert: { $names }
admin-city-not-saved = Nicht gespeichert, weil sich inzwischen etwas geändert hat: { $names }. Bitte sehen Sie es noch einmal an.
admin-city-file = Als Datei
admin-city-file-hint = Eine Datei enthält alle Angaben eines Standorts oder aller Standorte, keine Termine und keine Passwörter.
admin-city-down = Alle Standorte herunterladen
admin-city-up = Datei auswählen
admin-city-up-hint = Eine Datei dieser Seite oder eine von Hand geschriebene (TOML, UTF-8). Was darin steht, wird zuerst Ihr Entwurf.
admin-city-up-do = Hochladen und ansehen
admin-file = Datei
admin-file-of = { $office } als Datei herunterladen
admin-file-found = In der Datei
admin-file-line = Zeile { $line }
admin-file-same = wie bisher
admin-file-taken = als Entwurf übernommen
admin-file-not-taken = nicht übernommen
admin-file-has-draft = nicht übernommen: Sie haben einen Entwurf, der noch nicht gespeichert ist
admin-file-asks = Ein Standort der Datei wurde nicht übernommen, weil Sie an ihm schon etwas geändert und noch nicht gespeichert haben. Soll die Datei Ihren Entwurf ersetzen, kreuzen Sie ihn unten an und laden Sie die Datei noch einmal hoch.
admin-file-replace = Entwürfe, die die Datei ersetzen darf
admin-file-replace-hint = Was Sie an einem angekreuzten Standort geändert haben, geht dabei verloren.
admin-file-wrong = In der Datei passt noch nicht alles. Berichtigen Sie die Datei und laden Sie sie noch einmal hoch, oder ändern Sie den Entwurf hier.
admin-file-unknown = Das kennt das Programm nicht; es wurde weggelassen. Ist es vielleicht ein Schreibfehler?
admin-file-empty = Bitte wählen Sie eine Datei aus. In dieser steht nichts.
admin-file-large = Die Datei ist zu groß. Höchstens { $most } MB.
admin-file-not-text = Zeile { $line } der Datei ist nicht zu lesen: Das ist kein Text in UTF-8. Bitte speichern Sie die Datei in Ihrem Programm als „UTF-8“ und laden Sie sie noch einmal hoch.
admin-file-not-toml = Zeile { $line } der Datei ist nicht zu lesen: { $shown }
admin-file-deep = Die Datei ist zu tief verschachtelt. So sieht keine Datei von uns aus.
admin-file-not-ours = Diese Datei beschreibt keinen Standort: Es fehlt eine Kennung (id).
admin-new-office = Neuer Standort
admin-new-intro = Sie fangen mit einer Vorlage an und ändern dann, was anders ist. Zu sehen ist der Standort erst, wenn Sie ihn speichern.
admin-new-wrong = So kann der Standort noch nicht angelegt werden.
admin-new-name-hint = Zum Beispiel: Bürgerbüro Nord.
admin-new-name-wrong = Bitte einen Namen mit höchstens 200 Zeichen eingeben.
admin-new-id-hint = Steht in der Adresse der Terminseiten und bleibt für immer, zum Beispiel: nord.
admin-new-id-taken = Diese Kennung gibt es schon. Bitte wählen Sie eine andere.
admin-new-from = Vorlage
admin-new-from-hint = Bereiche, Dienstleistungen, Schalter, Zeiten und Regeln werden übernommen; Anschrift und Schließtage nicht.
admin-new-example = Beispiel
admin-new-do = Entwurf anlegen
admin-field-number = Nummer
admin-field-ends-on = Letzter Tag dieses Standorts
admin-hint-number = Steht in den QR-Codes der Termine und bleibt für immer. Jeder Standort hat eine eigene.
admin-hint-ends-on = Leer: Der Standort bleibt. Nach diesem Tag gibt es keine Termine mehr, und er steht nicht mehr auf den Terminseiten.
admin-remedy-number = Nummern beginnen mit 1.
admin-ends-booked =
    { $count ->
        [one] Nach dem letzten Tag ist noch ein Termin gebucht. Bitte sagen Sie ihn zuerst ab, oder verlegen Sie ihn.
       *[other] Nach dem letzten Tag sind noch { $count } Termine gebucht. Bitte sagen Sie diese zuerst ab, oder verlegen Sie sie.
      }
admin-ends-close = Diese Termine absagen oder verlegen

# What is linked to an office, and programs of others.
admin-links = Standort-Server und Kalender
admin-links-of = { $office }: Standort-Server und Kalender
admin-gone-already = Das gibt es nicht, oder nicht mehr. Die Liste ist jetzt neu.
admin-lobby = Standort-Server
admin-lobby-none = Noch hat sich kein Standort-Server angemeldet.
admin-lobby-since = Angemeldet seit: { $time }
admin-lobby-seen = Zuletzt gehört: { $time }
admin-lobby-make = Einen Standort-Server anmelden …
admin-lobby-make-sure = Sie bekommen einen Code, den Sie am Standort-Server eingeben. Meldet sich damit ein anderer an, bekommt der bisherige nichts mehr.
admin-lobby-make-do = Code zeigen
admin-lobby-code = Code für den Standort-Server
admin-lobby-code-hint = Er gilt 30 Minuten und nur einmal. Er wird nicht noch einmal gezeigt.
admin-calendars = Kalender der Schalter
admin-calendars-intro = Mit einem geheimen Link zeigt ein Kalenderprogramm die Termine eines Schalters. Wer den Link hat, sieht sie.
admin-calendar-has = hat einen Link
admin-calendar-none = ohne Link
admin-calendar-make = Link machen
admin-calendar-anew = Neuer Link
admin-calendar-end = Link beenden
admin-calendar-of = Kalender von { $counter }
admin-calendar-hint = Ein früherer Link gilt nicht mehr. Dieser wird nicht noch einmal gezeigt.
admin-programs = Programme
admin-programs-all = alle Standorte
admin-programs-name = Von wem das Programm ist
admin-programs-name-wrong = Bitte sagen Sie mit höchstens 60 Zeichen, von wem das Programm ist.
admin-programs-right-needed = Bitte wählen Sie, was das Programm darf.
admin-programs-url-wrong = Bitte eine Adresse eingeben, die mit https:// beginnt. Andere könnten unterwegs mitlesen.
admin-made-at = gemacht: { $time }
admin-made-hint = Bitte gleich weitergeben. Es wird nicht noch einmal gezeigt.
admin-tokens = Zugänge
admin-tokens-intro = Mit einem Zugang fragt ein Programm hier nach, was aus Terminen wird.
admin-token-new = Neuer Zugang …
admin-token-rights = Was es darf
admin-token-do = Zugang machen
admin-token-made = Zugang für { $name }
admin-token-back = Zurücknehmen
admin-token-revoked = zurückgenommen: { $time }
admin-right-feed = lesen, was aus Terminen wird
admin-right-names = auch Namen und Kontakt
admin-right-metrics = Messwerte lesen
admin-right-statistics = Zahlen der Statistik lesen
admin-hooks = Adressen, die Nachricht bekommen
admin-hooks-intro = Dorthin schickt der Server von sich aus, was aus Terminen wird. Jede Nachricht trägt eine Unterschrift.
admin-hook-new = Neue Adresse …
admin-hook-do = Adresse eintragen
admin-hook-made = Geheimnis für { $name }, zum Prüfen der Unterschrift
admin-hook-told = Zuletzt angenommen: { $time }
admin-hook-never = Noch nichts angenommen
admin-hook-failed =
    { $count ->
        [one] Einmal vergeblich versucht: { $error }
       *[other] { $count }-mal vergeblich versucht: { $error }
      }
admin-hook-next = Nächster Versuch: { $time }
admin-hook-dead = Aufgegeben. Bitte die Adresse prüfen und noch einmal versuchen.
admin-hook-failing = geht nicht
admin-hook-again = Jetzt noch einmal versuchen
admin-keys = Schlüssel der QR-Codes
admin-keys-intro = Mit einem Schlüssel werden die QR-Codes der Termine unterschrieben, damit niemand welche fälscht.
admin-key = Schlüssel { $number }
admin-key-active = unterschreibt
admin-key-retired = prüft nur noch
admin-key-revoked = gesperrt
admin-key-bookings =
    { $count ->
        [one] ein Termin ab jetzt
       *[other] { $count } Termine ab jetzt
      }
admin-key-rotate = Neuer Schlüssel …
admin-key-rotate-sure = Ab jetzt unterschreibt ein neuer Schlüssel. QR-Codes von vorher gelten weiter.
admin-key-rotate-do = Schlüssel wechseln
admin-key-revoke = Sperren …
admin-key-revoke-sure = Nur wenn der Schlüssel in fremde Hände gekommen ist: Seine QR-Codes gelten dann nicht mehr. Wer noch kommt, bekommt per E-Mail einen neuen.
admin-key-revoke-do = Schlüssel sperren

# People in the file of all offices.
admin-members-before = bisher: { $roles };
admin-members-then = künftig: { $roles }
admin-members-new = neu, wird eingeladen: { $roles }
admin-members-office = Einen der Standorte gibt es hier noch nicht. Speichern Sie ihn zuerst und laden Sie die Datei dann noch einmal hoch.
admin-members-do = Für diese Personen übernehmen
admin-members-hint = Wer nicht in der Datei steht, bleibt. Wer neu ist, bekommt einen Link und wählt ein Passwort.
admin-members-not = Nicht übernommen: { $names }. Bitte ändern Sie das unter „Personen“.

# Mails, and the office's own sentences in them.
admin-mails = E-Mails ansehen
admin-mails-of = { $office }: E-Mails
admin-mails-intro = So sehen die E-Mails mit Ihrem Entwurf aus, mit erfundenen Angaben.
admin-mails-edit = Eigene Sätze ändern
admin-mails-kind = E-Mail
admin-mails-language = Sprache
admin-mails-show = Zeigen
admin-mails-subject = Betreff:
admin-mails-page = Als Seite
admin-mails-text = Als Text
admin-mail-intro = Jeder Satz ist ein eigener Absatz in der E-Mail. Alle dürfen leer bleiben.
admin-mail-confirmed = Termin gebucht
admin-mail-reminder = Erinnerung
admin-mail-moved = Termin verschoben
admin-mail-cancelled = Termin abgesagt
admin-mail-office-moved = Vom Amt verschoben
admin-mail-office-cancelled = Vom Amt abgesagt
admin-mail-office-offer = Andere Zeit angeboten
admin-mail-confirm-address = Bitte bestätigen
admin-mail-offer = Warteliste: Zeit frei geworden
admin-mail-together = Mehrere Termine gebucht
admin-mail-together-cancelled = Mehrere Termine vom Amt abgesagt
admin-mail-office-place = Anderer Ort
admin-mail-waiting = Warteliste: eingetragen
admin-mail-waiting-let-pass = Warteliste: alle Angebote verstrichen
admin-mail-waiting-nothing-free = Warteliste: nichts frei geworden
admin-mail-requested = Terminanfrage eingegangen
admin-mail-request-declined = Terminanfrage: kein Termin
admin-mail-request-unanswered = Terminanfrage: nicht beantwortet
admin-mail-new-code = Neuer QR-Code
admin-section-mail = Eigene Sätze in E-Mails
admin-field-opening = Nach der Anrede
admin-field-confirmed = Wenn der Termin gebucht ist
admin-field-confirm = Wenn er noch bestätigt werden muss
admin-field-moved = Wenn er verschoben wird
admin-field-cancelled = Wenn er abgesagt wird
admin-field-offer = Wenn eine Zeit angeboten wird
admin-field-reminder = In der Erinnerung
admin-field-closing = Am Schluss
admin-hint-opening = Steht in jeder E-Mail.
admin-hint-closing = Steht in jeder E-Mail, zum Beispiel ein Gruß.

# An office that was saved by mistake.
admin-delete = Diesen Standort löschen …
admin-delete-sure = Hier hat noch niemand gebucht. Der Standort verschwindet mit allen Fassungen und Entwürfen. Das lässt sich nicht zurücknehmen.
admin-delete-do = Endgültig löschen
admin-delete-booked = Dieser Standort lässt sich nicht löschen, denn hier wurde schon ein Termin gebucht oder angefragt. Tragen Sie stattdessen unter „Standort“ seinen letzten Tag ein. Danach steht er nicht mehr auf den Terminseiten.
admin-delete-lobby = Dieser Standort lässt sich nicht löschen, denn hier hat sich schon ein Standort-Server angemeldet. Tragen Sie stattdessen unter „Standort“ seinen letzten Tag ein. Danach steht er nicht mehr auf den Terminseiten.
admin-delete-closed = Dieser Standort lässt sich nicht löschen, denn er wurde schon einmal geschlossen. Tragen Sie stattdessen unter „Standort“ seinen letzten Tag ein. Danach steht er nicht mehr auf den Terminseiten.
admin-delete-named = Dieser Standort lässt sich noch nicht löschen, denn eine Person, eine Einladung oder ein Programm hat eine Aufgabe oder einen Zugang an genau diesem Standort. Bitte ändern Sie das zuerst unter „Personen“ oder „Programme“.
admin-delete-changed = Der Standort wurde inzwischen geändert und ist noch da. Bitte sehen Sie noch einmal nach.
