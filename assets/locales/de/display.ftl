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
display-staff-waiting = Für das Personal: { $host } antwortet noch nicht. Läuft der Server, und steckt das Netzwerkkabel? Es geht von selbst weiter.

# What only staff read, in German and English alone: not enrolled, or no longer.
display-staff-enrol-title = Diese Anzeige ist noch nicht angemeldet.
display-staff-refused-title = Diese Anzeige ist nicht mehr angemeldet.
display-staff-enrol-code = Erzeugen Sie am Arbeitsplatz unter „Geräte“ einen Anmeldecode für eine Anzeige.
display-staff-enrol-command = Geben Sie auf diesem Rechner ein:
display-staff-enrol-placeholder = ANMELDECODE
display-staff-enrol-then = Danach geht es hier von selbst weiter.
display-staff-enrol-fault = Für das Personal: { $fault }

# Who waits in vain, at the foot.
display-unserved = { $numbers }: Heute können wir Sie leider nicht mehr bedienen. Bitte vereinbaren Sie einen neuen Termin.
# On the whole screen, while everything stands still.
display-interrupted-title = Der Betrieb ist unterbrochen
display-interrupted-what = Bitte achten Sie auf das Personal und auf Durchsagen. Ihre Nummer gilt weiter.
# While the office is closed. $time is a time of today, or a day and a time.
display-opens = Geöffnet ab { $time }
