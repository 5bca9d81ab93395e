# Mails to citizens, and what pages say of them. By the rules of the Netzwerk Leichte Sprache.

mail-subject-confirmed = Sie haben einen Termin: { $when }, { $place }
mail-subject-together = Sie haben mehrere Termine: { $place }
mail-subject-moved = Ihr Termin hat eine neue Zeit: { $when }, { $place }
mail-subject-cancelled = Der Termin ist abgesagt: { $when }, { $place }
mail-subject-office-moved = Wir mussten die Zeit ändern: { $when }, { $place }
mail-subject-office-place = Neuer Ort für Ihren Termin: { $when }, { $place }
mail-subject-office-cancelled = Ihr Termin fällt aus: { $when }, { $place }
mail-subject-office-offer = Ihr Termin fällt aus. Wir haben eine neue Zeit für Sie: { $when }, { $place }
mail-subject-reminder = Denken Sie an Ihren Termin: { $when }, { $place }
mail-subject-new-code = Neuer QR-Code für Ihren Termin: { $when }, { $place }
mail-subject-confirm = Möchten Sie diesen Termin? Bitte sagen Sie es uns: { $when }, { $place }
mail-subject-offer = Eine Zeit ist frei: { $when }, { $place }

mail-greeting = Guten Tag { $name }!
mail-greeting-nameless = Guten Tag!

mail-cancelled = Der Termin ist abgesagt. Sie müssen nichts mehr machen.
mail-office-moved = Wir mussten die Zeit von Ihrem Termin ändern. Das tut uns leid. Der alte QR-Code gilt nicht mehr. Bitte nehmen Sie den QR-Code in dieser E‑Mail.
mail-office-moved-else = Passt Ihnen die neue Zeit nicht? Dann suchen Sie eine andere Zeit aus. Oder sagen Sie den Termin ab.
mail-office-place = Wir sind zu Ihrem Termin an einem anderen Ort. Die Zeit bleibt gleich. Ihr QR-Code gilt weiter. Das tut uns leid.
mail-office-place-before = Alter Ort
mail-office-place-else = Passt Ihnen der neue Ort nicht? Dann suchen Sie eine andere Zeit aus. Oder sagen Sie den Termin ab.
mail-office-cancelled = Ihr Termin fällt aus. Das tut uns leid. Bitte machen Sie einen neuen Termin aus.
mail-office-offer = Ihr Termin fällt aus. Das tut uns leid. Wir haben eine neue Zeit für Sie.
mail-office-offer-until = Sagen Sie bitte Ja zu der neuen Zeit. Das geht bis: { $time }. Danach ist Ihr Termin abgesagt.
mail-office-offer-do = Neue Zeit nehmen
mail-reminder = Sie haben bald einen Termin. Bitte denken Sie daran.
mail-reminder-else = Können Sie nicht kommen? Dann sagen Sie den Termin bitte ab. So bekommt jemand anderes die Zeit.
mail-new-code = Ihr Termin bleibt gleich. Aber der alte QR-Code gilt nicht mehr. Bitte nehmen Sie den QR-Code in dieser E‑Mail.
mail-confirm = Möchten Sie diesen Termin? Dann drücken Sie auf „Ja, ich komme“. Das geht bis: { $time }. Danach ist die Zeit wieder für andere frei.
mail-confirm-do = Ja, ich komme
mail-offer = Sie haben auf eine freie Zeit gewartet. Diese Zeit ist jetzt frei. Sie ist für Sie frei bis: { $time }.
mail-offer-do = Diese Zeit nehmen

mail-reason-illness = Bei uns sind viele Menschen krank.
mail-reason-technical = Unsere Computer gehen nicht.
mail-reason-building = Unser Haus ist an dem Tag zu.

mail-map = Auf der Karte zeigen
mail-fees = Das kostet es
mail-forms = Zum Ausfüllen
mail-check-in = So melden Sie sich an
mail-qr-elsewhere = Der QR-Code hängt an dieser E‑Mail. Sie finden ihn auch auf der Seite von Ihrem Termin.
mail-together = Sie haben jetzt diese Termine. Jeder Termin hat eine eigene Nummer und eine eigene PIN.
mail-together-code = Den QR-Code finden Sie auf der Seite vom Termin.
mail-pin = Mit der PIN sagen Sie den Termin ab. Mit der PIN ändern Sie die Zeit.
mail-open = Termin ansehen
mail-labelled = { $label }: { $value }
mail-in-calendar = An dieser E‑Mail hängt eine Datei. Damit kommt der Termin in Ihren Kalender.
mail-out-of-calendar = An dieser E‑Mail hängt eine Datei. Damit verschwindet der Termin aus Ihrem Kalender.
mail-keep = Bitte zeigen Sie diese E‑Mail nicht anderen Menschen. Mit der E‑Mail kann jeder Ihren Termin sehen und ändern.
mail-not-you = Haben Sie keinen Termin ausgemacht? Dann ist diese E‑Mail nicht für Sie. Bitte löschen Sie die E‑Mail.
mail-automatic = Ein Computer hat diese E‑Mail geschickt.

mail-calendar-summary = Termin: { $place }

mail-page-calendar = Termin in den Kalender eintragen
mail-page-sent = Das alles bekommen Sie auch als E‑Mail.

# The waiting list.
mail-subject-waiting = Sie sind auf der Warte-Liste: { $place }
mail-subject-waiting-over = Sie sind nicht mehr auf der Warte-Liste: { $place }
mail-waiting = Sie sind auf der Warte-Liste. Vielleicht wird eine Zeit frei. Dann bekommen Sie eine E‑Mail. Die Zeit ist dann 2 Stunden lang nur für Sie frei. Möchten Sie nicht mehr warten? Dann drücken Sie unten auf den Knopf.
mail-waiting-let-pass = Wir haben 3 Zeiten für Sie frei gehalten. Sie haben keine Zeit genommen. Darum sind Sie nicht mehr auf der Warte-Liste. Sie können sich wieder auf die Warte-Liste schreiben.
mail-waiting-nothing-free = Leider ist keine Zeit frei geworden. Das tut uns leid. Sie sind jetzt nicht mehr auf der Warte-Liste.

# A time that staff find.
mail-subject-requested = Ihre Anfrage ist bei uns: { $place }
mail-subject-request-answered = Antwort auf Ihre Anfrage: { $place }
mail-request-declined = Leider haben wir keinen Termin für Sie. Das tut uns leid.
mail-request-unanswered = Wir haben Ihnen nicht geantwortet. Das tut uns leid. Bitte fragen Sie noch einmal.
