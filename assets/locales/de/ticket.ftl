# ticket
# Was auf der Wartemarke steht, 48 Zeichen je Zeile. Hat der Drucker einen Buchstaben nicht, wird die Marke gezeichnet.
ticket-copy = Kopie
ticket-your-number = Ihre Nummer
ticket-with-appointment = mit Termin { $time }
ticket-without-appointment = ohne Termin
ticket-wait-here = Bitte warten Sie hier:
ticket-estimate = Wartezeit: { $span }
ticket-phone = Auf dem Telefon sehen Sie, wann Sie dran sind:
ticket-code = Am Terminal zeigt dieser QR-Code Ihre Nummer:
ticket-watch = Ihre Nummer erscheint auf der Anzeige.
ticket-alone = Bitte auf Aufruf durch Mitarbeitende warten.

# Was Beschäftigte lesen, wenn ein Gerät nicht arbeitet.
camera-not-found = Keine Kamera gefunden. Stecken Sie das Kabel der Kamera ein.
camera-other-name = Es sind Kameras da, aber keine mit dem Namen aus `camera.name`. `foyer-kiosk --check` zählt die vorhandenen auf.
camera-busy = Ein anderes Programm benutzt die Kamera. Beenden Sie es.
camera-refused = Die Kamera liefert kein lesbares Bildformat. Prüfen Sie die Einstellung „camera“.
camera-stalled = Die Kamera liefert keine Bilder mehr. Sie wird neu gestartet; sonst ziehen Sie das Kabel kurz ab.
camera-lost = Die Verbindung zur Kamera ist abgerissen. Prüfen Sie das Kabel.
camera-garbled = Die Bilder der Kamera sind gestört. Prüfen Sie Kabel und Anschluss.
camera-black = Die Kamera sieht nur Schwarz. Nehmen Sie weg, was sie verdeckt, oder machen Sie Licht.
camera-frozen = Die Kamera zeigt immer dasselbe Bild. Sie wird neu gestartet; sonst ziehen Sie das Kabel kurz ab.
camera-no-pictures = Im Ordner für Kamerabilder liegt kein Bild.
camera-crashed = Die Kamera hat einen Fehler gemeldet. Sie wird neu gestartet.
printer-off = Der Drucker antwortet nicht. Schalten Sie ihn ein und prüfen Sie das Kabel.
printer-silent = Der Drucker meldet seinen Zustand nicht. Schalten Sie ihn aus und wieder ein.
printer-paper-out = Das Papier ist zu Ende. Legen Sie eine neue Rolle ein.
printer-cover-open = Die Klappe des Druckers ist offen. Schließen Sie sie.
printer-cutter = Das Messer des Druckers klemmt. Öffnen Sie die Klappe und entfernen Sie das Papier.
printer-fault = Der Drucker meldet einen Fehler. Schalten Sie ihn aus und wieder ein.
printer-interrupted = Die Verbindung zum Drucker ist beim Drucken abgerissen. Prüfen Sie, ob die Wartemarke da ist.
printer-no-answer = Der Drucker hat nicht bestätigt, dass er fertig ist. Prüfen Sie, ob die Wartemarke da ist.
printer-no-list = Die Liste lässt sich nicht lesen. Bitte der Technik melden.
printer-busy = Der Drucker hat noch andere Wartemarken zu drucken.
printer-too-late = Der Auftrag kam zu spät am Terminal an. Es wurde nichts gedruckt.
printer-absent = Dieses Terminal hat keinen Drucker. Wer wartet, merkt sich die Nummer oder fotografiert sie.
printer-forgotten = Es wurde nichts gedruckt. Danach wurde das Terminal neu gestartet.
printer-near-end = Das Papier geht bald zu Ende. Legen Sie eine neue Rolle bereit.
reader-not-found = Der QR-Code-Leser ist nicht angeschlossen. Stecken Sie sein Kabel ein.
reader-refused = Der QR-Code-Leser lässt sich nicht öffnen. Prüfen Sie die Einstellung „reader“ und die Rechte am Gerät.
reader-lost = Die Verbindung zum QR-Code-Leser ist abgerissen. Prüfen Sie das Kabel.
sound-missing = Kein Ton: Stecken Sie Lautsprecher oder Kopfhörerbuchse ein.
voice-missing = Nichts kann vorgelesen werden: Das Programm espeak-ng fehlt, oder eine Stimme.
