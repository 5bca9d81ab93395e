# Mails to citizens, and what pages say of them.

mail-subject-confirmed = Termin gebucht: { $when }, { $place }
mail-subject-together = Termine gebucht: { $place }
mail-subject-moved = Termin verschoben: { $when }, { $place }
mail-subject-cancelled = Termin abgesagt: { $when }, { $place }
mail-subject-office-moved = Ihr Termin hat eine neue Zeit: { $when }, { $place }
mail-subject-office-place = Ihr Termin ist an einem anderen Ort: { $when }, { $place }
mail-subject-office-cancelled = Ihr Termin fällt leider aus: { $when }, { $place }
mail-subject-office-offer = Ihr Termin fällt leider aus, wir bieten Ihnen eine neue Zeit an: { $when }, { $place }
mail-subject-reminder = Erinnerung an Ihren Termin: { $when }, { $place }
mail-subject-new-code = Neuer QR-Code für Ihren Termin: { $when }, { $place }
mail-subject-confirm = Bitte bestätigen Sie Ihren Termin: { $when }, { $place }
mail-subject-offer = Eine Zeit ist frei geworden: { $when }, { $place }

mail-greeting = Guten Tag { $name }!
mail-greeting-nameless = Guten Tag!

mail-cancelled = Ihr Termin ist abgesagt. Sie müssen nichts mehr tun.
mail-office-moved = Wir mussten Ihren Termin auf eine andere Zeit legen. Das tut uns leid. Der bisherige QR-Code gilt nicht mehr, bitte verwenden Sie den in dieser E-Mail.
mail-office-moved-else = Passt Ihnen die neue Zeit nicht? Dann können Sie den Termin verschieben oder absagen.
mail-office-place = Wir sind zu Ihrem Termin an einem anderen Ort. Die Zeit bleibt gleich, Ihr QR-Code gilt weiter. Das tut uns leid.
mail-office-place-before = Bisheriger Ort
mail-office-place-else = Passt Ihnen der neue Ort nicht? Dann können Sie den Termin verschieben oder absagen.
mail-office-cancelled = Ihr Termin fällt leider aus. Das tut uns leid. Bitte buchen Sie einen neuen Termin.
mail-office-offer = Ihr Termin kann leider nicht stattfinden. Das tut uns leid. Wir haben eine neue Zeit für Sie frei gehalten.
mail-office-offer-until = Bitte nehmen Sie die neue Zeit an bis: { $time }. Danach ist Ihr Termin abgesagt.
mail-office-offer-do = Neue Zeit annehmen
mail-reminder = Wir erinnern Sie an Ihren Termin.
mail-reminder-else = Sie können nicht kommen? Bitte sagen Sie den Termin ab, dann kann ihn jemand anderes nehmen.
mail-new-code = Ihr Termin bleibt, wie er ist. Nur der QR-Code ist neu: Der bisherige gilt nicht mehr, bitte verwenden Sie den in dieser E-Mail.
mail-confirm = Bitte bestätigen Sie Ihren Termin. Wir halten die Zeit für Sie frei bis: { $time }.
mail-confirm-do = Termin bestätigen
mail-offer = Sie stehen auf der Warteliste, und diese Zeit ist frei geworden. Wir halten sie für Sie frei bis: { $time }.
mail-offer-do = Diese Zeit nehmen

mail-reason-illness = Bei uns sind mehrere Menschen krank geworden.
mail-reason-technical = Unsere Technik ist ausgefallen.
mail-reason-building = Unser Gebäude ist an diesem Tag geschlossen.

mail-map = Auf der Karte zeigen
mail-fees = Gebühren
mail-forms = Formulare
mail-check-in = So melden Sie sich an
mail-qr-elsewhere = Den QR-Code finden Sie im Anhang dieser E-Mail und auf der Seite Ihres Termins.
mail-together = Diese Termine sind gebucht. Jeder hat eine eigene Terminnummer und eine eigene PIN.
mail-together-code = Den QR-Code zum Anmelden sehen Sie auf der Seite des Termins.
mail-pin = Mit der PIN sagen Sie den Termin ab oder verschieben ihn.
mail-open = Termin ansehen
mail-labelled = { $label }: { $value }
mail-in-calendar = Die Datei im Anhang trägt den Termin in Ihren Kalender ein.
mail-out-of-calendar = Die Datei im Anhang nimmt den Termin aus Ihrem Kalender.
mail-keep = Bitte geben Sie diese E-Mail nicht weiter. Wer sie hat, kann Ihren Termin sehen und ändern.
mail-not-you = Sie haben bei uns nichts gebucht? Dann hat sich jemand bei der Adresse vertippt. Bitte löschen Sie diese E-Mail.
mail-automatic = Diese E-Mail wurde automatisch verschickt.

mail-calendar-summary = Termin: { $place }

mail-page-calendar = Termin in den Kalender eintragen
mail-page-sent = Wir schicken Ihnen diese Angaben auch per E-Mail.

# The waiting list.
mail-subject-waiting = Sie stehen auf der Warteliste: { $place }
mail-subject-waiting-over = Sie stehen nicht mehr auf der Warteliste: { $place }
mail-waiting = Sie stehen auf der Warteliste. Wird eine passende Zeit frei, schreiben wir Ihnen und halten sie 2 Stunden für Sie frei. Hier unten können Sie die Warteliste auch verlassen.
mail-waiting-let-pass = Wir haben drei Zeiten für Sie frei gehalten, und Sie haben keine genommen. Deshalb stehen Sie nicht mehr auf der Warteliste. Sie können sich gern wieder eintragen.
mail-waiting-nothing-free = Bis zu Ihrem letzten Tag ist leider keine passende Zeit frei geworden. Das tut uns leid. Sie stehen nun nicht mehr auf der Warteliste.

# A time that staff find.
mail-subject-requested = Ihre Anfrage ist bei uns: { $place }
mail-subject-request-answered = Antwort auf Ihre Anfrage: { $place }
mail-request-declined = Leider können wir Ihnen keine Zeit anbieten. Das tut uns leid.
mail-request-unanswered = Wir haben Ihre Anfrage nicht rechtzeitig beantwortet. Das tut uns leid. Bitte fragen Sie noch einmal an.
