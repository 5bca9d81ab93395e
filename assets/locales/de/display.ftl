# The wall display.

# In the big place, while nobody is called.
display-idle = Bitte warten Sie, bis Ihre Nummer hier erscheint.
# Under a number that was called and is taken back.
display-withdrawn = Bitte warten Sie noch.
# At the foot, in turns.
display-wait = Wartezeit ohne Termin: { $span }
display-order = Die Nummern werden nicht der Reihe nach aufgerufen.
display-demo = Vorführung: gestellte Uhr
display-link-lost = Verbindung unterbrochen seit { $time }. Bitte achten Sie auf Durchsagen.
# $part of $parts: which part of the calls the list shows, where they do not fit at once.
display-page = { $part } von { $parts }

# Before the first picture.
display-waiting-title = Diese Anzeige wartet auf den Standort-Server.
display-waiting-citizens = Bitte achten Sie auf Durchsagen.
display-waiting-staff = Für das Personal: { $host } antwortet noch nicht. Läuft der Server, und steckt das Netzwerkkabel? Es geht von selbst weiter.

# Not enrolled, or no longer.
display-enrol-title = Diese Anzeige ist noch nicht angemeldet.
display-refused-title = Diese Anzeige ist nicht mehr angemeldet.
display-enrol-code = Erzeugen Sie am Arbeitsplatz unter „Geräte“ einen Anmeldecode für eine Anzeige.
display-enrol-command = Geben Sie auf diesem Rechner ein:
display-enrol-placeholder = ANMELDECODE
display-enrol-then = Danach geht es hier von selbst weiter.
display-enrol-fault = Für das Personal: { $fault }
