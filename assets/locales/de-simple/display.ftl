# The wall display.

# In the big place, while nobody is called.
display-idle = Hier steht bald Ihre Nummer. Bitte warten Sie.
# Under a number that was called and is taken back.
display-withdrawn = Bitte warten Sie noch.
# At the foot, in turns.
display-wait = Warte-Zeit ohne Termin: { $span }
display-order = Die Nummern kommen nicht der Reihe nach.
display-demo = Vorführung: Die Uhr ist gestellt
display-link-lost = Keine Verbindung seit { $time }. Bitte hören Sie gut zu.
# $part of $parts: which part of the calls the list shows, where they do not fit at once.
display-page = { $part } von { $parts }

# Before the first picture.
display-waiting-title = Dieser Bildschirm geht gleich an.
display-waiting-citizens = Bitte hören Sie gut zu. Wir rufen Ihre Nummer.

# Who waits in vain, at the foot.
display-unserved = { $numbers }: Wir haben heute leider keine Zeit mehr. Bitte machen Sie einen neuen Termin aus.
# On the whole screen, while everything stands still.
display-interrupted-title = Jetzt ist eine Pause für alle
display-interrupted-what = Bitte hören Sie auf das Personal. Ihre Nummer gilt weiter.
# While the office is closed. $time is a time of today, or a day and a time.
display-opens = Wir öffnen wieder: { $time }
