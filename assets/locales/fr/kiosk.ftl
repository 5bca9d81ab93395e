# The entrance terminal’s screens. Say what is, then what to do; plain words, polite.

# Everywhere
kiosk-back = Retour
kiosk-done = Terminé
kiosk-demo-clock = Heure fictive
kiosk-link-lost = Pas de connexion depuis { $time }
kiosk-help-desk = Aide : { $desk }
kiosk-help-staff = Aide : auprès du personnel
kiosk-go-desk = Adressez-vous ici : { $desk }.
kiosk-go-staff = Veuillez vous adresser au personnel.
kiosk-still-there = Avez-vous encore besoin de temps ?
kiosk-more-time = Oui, encore un peu
kiosk-no-more-time = Non, j’ai terminé

# Welcome
kiosk-welcome-title = Présentez le code QR de votre rendez-vous devant la caméra
kiosk-welcome-what = Sur téléphone ou sur papier
kiosk-welcome-private = Seul le code QR est lu, rien n’est enregistré.
kiosk-welcome-seen = Code QR reconnu
kiosk-welcome-closer = Un peu plus près, s’il vous plaît, ou un écran plus lumineux
kiosk-welcome-one-only = Je vois deux codes QR. Présentez-les l’un après l’autre devant la caméra.
kiosk-welcome-type-instead = Cela ne marche pas ? Saisissez le numéro de rendez-vous.
kiosk-welcome-no-camera = La caméra ne fonctionne pas.
kiosk-welcome-camera-starts = La caméra démarre…
kiosk-type-number = Saisir le numéro de rendez-vous
kiosk-walk-in = Sans rendez-vous
kiosk-nothing-with-me = Je n’ai rien sur moi
kiosk-language = Langue · Sprache · Language

# Checking
kiosk-checking = Un instant, s’il vous plaît…
kiosk-checking-what = Nous cherchons votre rendez-vous.
kiosk-checking-ticket = Votre ticket arrive.

# Ticket
kiosk-ticket-title = Votre numéro
kiosk-ticket-again = Votre arrivée est déjà enregistrée
kiosk-ticket-back = Vous êtes de nouveau dans la file
kiosk-ticket-called = C’est votre tour
kiosk-ticket-go-to = Rendez-vous ici : { $counter }
kiosk-ticket-wait-here = Veuillez attendre ici :
kiosk-ticket-place = { $area }, { $way }
kiosk-ticket-wait = Temps d’attente : { $span }
kiosk-ticket-alone = Veuillez attendre que le personnel vous appelle.
kiosk-ticket-phone = Suivez votre place dans la file sur votre téléphone.
kiosk-ticket-printing = Impression de votre ticket…
kiosk-ticket-printed = Veuillez prendre votre ticket.
kiosk-ticket-not-printed = Il n’y a pas de papier. Veuillez retenir ou photographier le numéro.
kiosk-ticket-maybe-printed = Pas de papier ? Veuillez retenir ou photographier le numéro.
kiosk-ticket-copy = Imprimer une copie
kiosk-ticket-another = Présenter un autre code QR

# People together, and what they wish of whoever calls
kiosk-another-title = Présentez le code QR suivant devant la caméra
kiosk-ticket-together = Avec { $numbers }
kiosk-wish-open = Aide ou plus de temps
kiosk-wish-title = Que souhaitez-vous ?
kiosk-wish-for = Pour le numéro { $number }
kiosk-wish-pick-up = Venez me chercher, s’il vous plaît
kiosk-wish-more-time = J’ai besoin de plus de temps
kiosk-wish-interpreter = J’ai besoin d’un interprète
kiosk-wish-what = Le personnel voit votre souhait avant l’appel. Appuyez de nouveau pour l’annuler.
kiosk-wish-private = Nous n’enregistrons que ce souhait, jamais la raison.

# Keypad
kiosk-keypad-title = Saisissez le numéro de rendez-vous
kiosk-keypad-where = 8 caractères, par exemple K7M4-3PXR. Il figure sur votre confirmation.
kiosk-keypad-wrong = Un caractère est faux. Veuillez vérifier le numéro de rendez-vous.
kiosk-keypad-pin = C’est sans doute votre code PIN. Veuillez saisir le numéro de rendez-vous : 8 caractères avec des lettres, par exemple K7M4-3PXR.
kiosk-keypad-send = Valider

# Without an appointment
kiosk-walk-in-title = Quelle démarche souhaitez-vous faire ?
kiosk-walk-in-wait = Attente sans rendez-vous : { $span }
kiosk-walk-in-full = Il y a beaucoup de monde. Il n’y aura peut-être plus de numéro aujourd’hui.
kiosk-walk-in-none = Ici, tout se fait sur rendez-vous.
kiosk-walk-in-take = Prendre un numéro
kiosk-walk-in-more = Autres démarches ({ $page }/{ $pages })

# Without an appointment: searching, hours, pauses
kiosk-walk-in-search = Chercher
kiosk-walk-in-search-what = Tapez un mot, par exemple « passeport ».
kiosk-walk-in-search-none = Nous ne trouvons rien. Essayez un autre mot.
kiosk-walk-in-search-more = Il y en a plus. Continuez à taper.
kiosk-walk-in-ahead = Personnes avant vous : { $count }
kiosk-walk-in-not-now = De nouveau sans rendez-vous : { $when }.
kiosk-walk-in-book = Prendre rendez-vous :
kiosk-not-now-title = Pas sans rendez-vous pour le moment
kiosk-paused-title = Il n’y a pas de numéros pour le moment

# Nothing with me, languages
kiosk-nothing-title = Votre nom suffit
kiosk-nothing-what = Avec rendez-vous : donnez simplement votre nom. Le code QR n’est pas nécessaire.
kiosk-nothing-walk-in = Sans rendez-vous : vous pouvez prendre un numéro ici.
kiosk-languages-title = Langue · Sprache · Language

# Refusals
kiosk-fact-appointment = Votre rendez-vous
kiosk-fact-new-appointment = Nouveau rendez-vous
kiosk-fact-was = Rendez-vous prévu
kiosk-fact-now = Maintenant
kiosk-fact-place = Lieu
kiosk-fact-number = Votre numéro
kiosk-unreadable-title = Ce code QR n’est pas le nôtre
kiosk-unreadable-what = Veuillez présenter le code QR de votre confirmation de rendez-vous.
kiosk-unknown-title = Ce code QR n’est pas valable ici
kiosk-unknown-what = Vérifiez qu’il s’agit bien de votre dernière confirmation.
kiosk-unknown-number-title = Ce numéro de rendez-vous est inconnu
kiosk-unknown-number-what = Veuillez vérifier les 8 caractères et les saisir à nouveau.
kiosk-type-again = Saisir à nouveau
kiosk-locked-title = Veuillez patienter un instant
kiosk-locked-what = Vous pourrez saisir à nouveau à partir de { $time }. Le code QR fonctionne tout de suite.
kiosk-wrong-office-title = Votre rendez-vous est ailleurs
kiosk-wrong-office-what = Veuillez vous y rendre et vous présenter là-bas.
kiosk-wrong-office-unknown = Le lieu figure sur votre confirmation.
kiosk-cancelled-title = Ce rendez-vous est annulé
kiosk-cancelled-what = Vous pouvez prendre ici un numéro sans rendez-vous.
kiosk-moved-title = Votre rendez-vous a été déplacé
kiosk-moved-what = Veuillez vous présenter ici le { $date } à partir de { $time }.
kiosk-finished-title = Votre visite est terminée
kiosk-finished-what = Besoin d’autre chose ? Vous pouvez prendre un nouveau numéro sans rendez-vous.
kiosk-wrong-day-title = Votre rendez-vous est un autre jour
kiosk-wrong-day-what = Veuillez venir ce jour-là. Vous pourrez vous présenter à partir de { $time }.
kiosk-past-day-title = Votre rendez-vous est passé
kiosk-past-day-what = Vous pouvez prendre ici un numéro sans rendez-vous.
kiosk-too-early-title = Vous êtes en avance
kiosk-too-early-what = Veuillez vous présenter ici à partir de { $time }.
kiosk-too-late-title = L’heure d’arrivée est dépassée
kiosk-too-late-what = Vous pouviez vous présenter jusqu’à { $time }.
kiosk-late-offer = Vous pouvez attendre sans rendez-vous : { $span }.
kiosk-late-take = Attendre sans rendez-vous
kiosk-not-confirmed-title = Ce rendez-vous n’a pas été confirmé
kiosk-not-confirmed-what = L’heure n’est plus réservée. Vous pouvez prendre un numéro sans rendez-vous.
kiosk-closed-today-title = C’est fermé aujourd’hui
kiosk-queue-full-title = Il n’y a plus de numéro aujourd’hui
kiosk-queue-full-opens = Veuillez revenir : { $when }.
kiosk-queue-full-later = Veuillez revenir un autre jour ou prendre rendez-vous.
kiosk-closed-title = C’est fermé en ce moment
kiosk-closed-opens = Réouverture : { $when }.
kiosk-not-offered-title = Uniquement sur rendez-vous
kiosk-not-offered-what = Veuillez prendre rendez-vous.
kiosk-no-answer-title = Cela prend trop de temps
kiosk-no-answer-what = Veuillez réessayer dans un instant.
kiosk-no-answer-valid-what = Votre code QR est valable. Nous ne pouvons pas donner de numéro pour le moment. Veuillez réessayer dans un instant.
kiosk-try-again = Réessayer

# Out of service
kiosk-out-title = Cette borne est hors service
kiosk-out-what = Veuillez vous adresser au personnel. Votre rendez-vous reste valable.
kiosk-out-starting-title = Un instant, s’il vous plaît
kiosk-out-starting-what = Cette borne démarre.

# What is said aloud and stands nowhere.
kiosk-speak-keys = Flèches : choisir. Entrée : appuyer. Touche de lecture : arrêter ou réécouter. Plus et moins : plus fort et moins fort. Page précédente et page suivante : plus vite et moins vite. Échap : retour.
kiosk-speak-choices = Vous pouvez choisir : { $keys }
kiosk-speak-private = D’autres personnes pourraient entendre les détails de votre rendez-vous. Faut-il les lire à haute voix ? Appuyez alors sur cinq.
kiosk-speak-any-key = S’il vous faut plus de temps, appuyez sur une touche.
kiosk-speak-pace = La voix parle maintenant à cette vitesse.
kiosk-speak-typed = Saisi : { $signs }
kiosk-speak-deleted = Effacé : { $sign }
kiosk-speak-delete = Effacer le dernier caractère
kiosk-speak-chosen = Choisi : { $count }
kiosk-speak-aim = Des sons brefs vous aident : plus le son est aigu, plus le code QR est proche. Plus les sons sont rapides, plus il est au milieu.
kiosk-speak-languages = Avec les flèches, vous entendez les langues, chacune dans sa propre voix.
kiosk-speak-keypad = Saisissez les caractères ou choisissez-les avec les flèches.

# The aids: each key says its name and how it stands
kiosk-aids-title = Accessibilité
kiosk-aids-what = C’est pour vous seul et seulement maintenant.
kiosk-aids-state = { $aid } : { $state }
kiosk-aids-speech = Lecture à haute voix
kiosk-aids-letters = Grands caractères
kiosk-aids-time = Plus de temps
kiosk-aids-low = Touches plus bas
kiosk-aids-off = non
kiosk-aids-on = oui
kiosk-aids-large = grands
kiosk-aids-largest = très grands
kiosk-aids-double = deux fois plus long
kiosk-aids-triple = trois fois plus long
kiosk-aids-missing = impossible ici

# While everything stands still, and while staff give no tickets without an appointment.
kiosk-interrupted-title = Le service est interrompu
kiosk-interrupted-what = Veuillez écouter le personnel et les annonces. Votre numéro reste valable.
kiosk-paused-usual = Il n’y a pas de numéros sans rendez-vous pour le moment. Si vous avez rendez-vous, veuillez vous présenter ici.
