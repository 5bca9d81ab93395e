# What the ticket says. 48 characters to a line.
ticket-copy = Noch einmal gedruckt
ticket-your-number = Ihre Nummer
ticket-with-appointment = Sie haben einen Termin um { $time }
ticket-without-appointment = ohne Termin
ticket-wait-here = Bitte warten Sie hier:
ticket-estimate = Warte-Zeit: { $span }
ticket-phone = Das Handy zeigt: Wann sind Sie dran?
ticket-code = Am Terminal zeigt der QR-Code Ihre Nummer:
ticket-watch = Sie sehen Ihre Nummer auf dem Bildschirm.
ticket-alone = Bitte warten Sie. Wir rufen Sie auf.
