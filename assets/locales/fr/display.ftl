# The wall display.

# In the big place, while nobody is called.
display-idle = Veuillez attendre que votre numéro s’affiche ici.
# Under a number that was called and is taken back.
display-withdrawn = Veuillez encore patienter.
# At the foot, in turns.
display-wait = Attente sans rendez-vous : { $span }
display-order = Les numéros ne sont pas appelés dans l’ordre.
display-demo = Démonstration : heure fictive
display-link-lost = Pas de connexion depuis { $time }. Veuillez écouter les annonces.
# $part of $parts: which part of the calls the list shows, where they do not fit at once.
display-page = { $part } sur { $parts }

# Before the first picture.
display-waiting-title = Cet écran attend la connexion.
display-waiting-citizens = Veuillez écouter les annonces.

# Who waits in vain, at the foot.
display-unserved = { $numbers } : Nous ne pouvons malheureusement plus vous recevoir aujourd’hui. Veuillez prendre un nouveau rendez-vous.
# On the whole screen, while everything stands still.
display-interrupted-title = Le service est interrompu
display-interrupted-what = Veuillez écouter le personnel et les annonces. Votre numéro reste valable.
# While the office is closed. $time is a time of today, or a day and a time.
display-opens = Ouverture : { $time }
