# The booking server’s pages: booking, confirmation, the citizen’s phone.

portal-name = Rendez-vous
portal-skip = Aller au contenu
portal-languages = Langue · Language
portal-demo = Démonstration : l’horloge indique { $time }.
portal-steps = Étape { $step } sur 4
portal-back = Retour
portal-home = Voir tous les lieux

# The error summary above a form.
portal-summary = Veuillez vérifier vos informations

portal-offices-title = Prendre rendez-vous
portal-offices-lead = Où souhaitez-vous prendre rendez-vous ?
portal-offices-none = Aucun rendez-vous ne peut être pris ici pour le moment.

portal-services-title = Quelle démarche souhaitez-vous faire ?
portal-services-lead = Vous pouvez faire plusieurs démarches en un seul rendez-vous. Indiquez le nombre pour chacune.
portal-services-how-often = Combien de fois : { $service }
portal-services-minutes = { $minutes ->
    [one] environ { $minutes } minute
   *[other] environ { $minutes } minutes
}
portal-services-documents = À apporter
portal-services-next = Afficher les heures libres
portal-services-choose = Choisissez au moins une démarche.
portal-services-too-much = L’ensemble durerait trop longtemps. Veuillez prendre plusieurs rendez-vous.

portal-times-title = Quand souhaitez-vous venir ?
portal-times-move-title = À quelle heure souhaitez-vous déplacer le rendez-vous ?
portal-times-lead = { $minutes ->
    [one] { $services } – environ { $minutes } minute
   *[other] { $services } – environ { $minutes } minutes
}
portal-times-free = { $count ->
    [one] { $count } heure libre
   *[other] { $count } heures libres
}
portal-times-morning = Matin
portal-times-afternoon = Après-midi
portal-times-soonest = Prochaine heure libre : { $time }
portal-times-month-before = Mois précédent
portal-times-month-after = Mois suivant
portal-times-day-free = libre
portal-times-day-full = complet
portal-times-day-closed = fermé
portal-times-elsewhere = Autres bureaux
portal-times-elsewhere-next = { $office } : { $time }
portal-times-nothing = Il n’y a aucune heure libre pour le moment. Veuillez réessayer plus tard.
portal-times-change = Modifier les démarches

portal-contact-title = Qui vient ?
portal-contact-held = Cette heure vous est réservée jusqu’à { $time }.
portal-contact-name = Nom
portal-contact-name-hint = Il nous permet de retrouver votre rendez-vous si vous n’avez rien sur vous.
portal-contact-email = Adresse électronique
portal-contact-optional = facultatif
portal-contact-interpreter = J’ai besoin d’un interprète
portal-contact-next = Continuer
portal-contact-name-missing = Indiquez votre nom.
portal-contact-name-wrong = Le nom est trop long ou contient des caractères impossibles dans un nom.
portal-contact-email-wrong = Indiquez une adresse électronique comme name@example.org ou laissez le champ vide.
portal-contact-privacy = Le nom et l’adresse électronique sont effacés la nuit suivant votre rendez-vous.

portal-check-title = Veuillez vérifier votre rendez-vous
portal-check-where = Lieu
portal-check-when = Rendez-vous
portal-check-what = Démarches
portal-check-length = Durée
portal-check-interpreter = Interprète
portal-check-name = Nom
portal-check-email = Adresse électronique
portal-check-no-email = aucune
portal-check-change = Modifier les informations
portal-check-book = Confirmer le rendez-vous

portal-booking-title = Votre rendez-vous
portal-booking-done = Votre rendez-vous est pris.
portal-booking-moved = Votre rendez-vous a été déplacé. L’ancien code QR n’est plus valable, veuillez utiliser celui-ci.
portal-booking-cancelled = Ce rendez-vous est annulé.
portal-booking-new = Prendre un nouveau rendez-vous
portal-booking-qr = Code QR à présenter à la borne
portal-booking-how = À l’entrée, présentez ce code QR devant la caméra de la borne, sur téléphone ou sur papier.
portal-booking-window = Vous pourrez vous présenter de { $from } à { $to }.
portal-booking-short-code = Numéro de rendez-vous
portal-booking-short-code-hint = À saisir si vous n’avez pas le code QR sur vous.
portal-booking-pin = Code PIN
portal-booking-pin-hint = Le code PIN permet d’annuler ou de déplacer le rendez-vous. Il n’est affiché que cette fois : veuillez le noter maintenant.
portal-booking-keep = Conservez l’adresse de cette page ou imprimez-la. Toute personne qui connaît l’adresse voit votre rendez-vous.
portal-booking-documents = À apporter
portal-booking-change = Modifier le rendez-vous
portal-booking-move = Déplacer le rendez-vous
portal-booking-cancel = Annuler le rendez-vous
portal-booking-cancel-do = Annuler le rendez-vous
portal-booking-pin-label = Code PIN
portal-booking-pin-digits = Six chiffres figurant sur votre confirmation
portal-booking-save-qr = Enregistrer le code QR comme image
portal-booking-over = Ce rendez-vous est passé.

portal-move-title = Déplacer le rendez-vous
portal-move-from = Avant
portal-move-to = Après
portal-move-do = Déplacer à cette heure
portal-move-other = Choisir une autre heure
portal-move-stands = Votre rendez-vous actuel reste valable tant que le nouveau n’est pas certain.

portal-phone-title = Votre numéro
portal-phone-number = Numéro { $number }
portal-phone-area = Veuillez attendre ici : { $area }
portal-phone-estimate = Temps d’attente : { $span }
portal-phone-as-of = Situation à { $time }
portal-phone-reload = Rechargez cette page pour voir où vous en êtes.
portal-phone-lost = La connexion est interrompue. L’affichage n’est peut-être plus à jour. Veuillez écouter les appels dans l’espace d’attente.
portal-phone-waiting = Vous êtes dans la file. Nous appellerons votre numéro.
portal-phone-called = Veuillez venir maintenant : { $counter }
portal-phone-called-nowhere = Veuillez venir maintenant. L’écran indique où.
portal-phone-serving = On s’occupe de vous : { $counter }
portal-phone-serving-nowhere = On s’occupe de vous.
portal-phone-parked = Nous reprenons dans un instant. Veuillez rester à proximité.
portal-phone-finished = Votre visite est terminée. Au revoir !
portal-phone-no-show = Nous vous avons appelé plusieurs fois. Présentez à nouveau votre ticket devant la caméra de la borne pour reprendre place dans la file.
portal-phone-cancelled = Votre numéro ne sera plus appelé, car le rendez-vous a été annulé.
portal-phone-unserved = Nous n’avons malheureusement pas pu vous appeler aujourd’hui. Veuillez prendre un nouveau rendez-vous.

# What the phone’s page does with the ticket.
portal-phone-also = Valable aussi pour : { $numbers }
portal-phone-ahead = { $count ->
    [0] Plus personne devant vous
    [one] Encore { $count } personne devant vous
   *[other] Encore { $count } personnes devant vous
}
portal-phone-alert = Me prévenir à l’appel
portal-phone-alert-hint = Par un son, une vibration et une notification, si votre téléphone le permet. Laissez cette page ouverte.
portal-phone-alert-on = Voici le son de votre appel. Veuillez laisser cette page ouverte et le son activé.
portal-phone-give-up = Je renonce à ma place
portal-phone-give-up-sure = Votre numéro ne sera alors plus appelé. C’est définitif.
portal-phone-give-up-yes = Oui, je renonce à ma place
portal-phone-giving-up = Votre place est en cours d’annulation. Un instant, s’il vous plaît.
portal-phone-gave-up = Vous avez renoncé à votre place. Votre numéro ne sera plus appelé.
portal-phone-over-title = Visite terminée
portal-phone-over = Votre visite est terminée. Ce numéro n’est plus valable.

portal-refused-title = Ce n’est malheureusement pas possible
portal-refused-not-found-title = Cette page n’existe pas
portal-refused-not-found = Veuillez vérifier l’adresse.
portal-refused-office = Ce lieu n’existe pas. Veuillez en choisir un dans la liste.
portal-refused-service = Cette démarche n’est pas proposée ici. Veuillez choisir à nouveau.
portal-refused-not-offered = Cette heure n’est pas proposée. Veuillez en choisir une autre.
portal-refused-taken = Quelqu’un d’autre vient de prendre cette heure. Veuillez en choisir une autre.
portal-refused-hold-unknown = Cette réservation est déjà terminée ou n’existe pas. Veuillez recommencer.
portal-refused-hold-expired = Cette heure vous était réservée jusqu’à { $time } ; elle est de nouveau libre. Rien n’a été réservé. Veuillez choisir à nouveau une heure.
portal-refused-booking = Ce rendez-vous n’existe pas. Veuillez vérifier l’adresse figurant sur votre confirmation.
portal-refused-cancelled = Ce rendez-vous est déjà annulé. Veuillez en prendre un nouveau.
portal-refused-over = Ce rendez-vous a commencé ou est passé et ne peut plus être modifié.
portal-refused-pin = { $left ->
    [one] Ce code PIN est faux. Il vous reste { $left } essai.
   *[other] Ce code PIN est faux. Il vous reste { $left } essais.
}
portal-refused-pin-locked = Le code PIN a été faux trop souvent. Veuillez réessayer à partir de { $time }.
portal-refused-ticket-title = Ce numéro est inconnu
portal-refused-ticket = Il date peut-être d’un autre jour. Veuillez écouter les appels dans l’espace d’attente.
portal-refused-again = Cela a déjà été envoyé. Veuillez recharger la page et réessayer.
portal-refused-malformed = Nous n’avons pas pu lire ces informations. Veuillez revenir en arrière et réessayer.
portal-refused-storage-title = Nous ne pouvons rien enregistrer pour le moment
portal-refused-storage = Rien n’a été modifié. Veuillez réessayer dans quelques minutes.
portal-refused-again-do = Choisir une heure

# “I will be late”, from the phone.
portal-phone-late = J’arriverai plus tard
portal-phone-late-hint = D’autres passeront alors avant vous et vous gardez votre place. C’est possible une fois par visite. De combien de minutes ?
portal-phone-late-minutes = { $minutes } minutes
portal-phone-late-said = Nous signalons que vous arriverez { $minutes } minutes plus tard. Un instant, s’il vous plaît.
portal-phone-late-until = Vous arriverez plus tard. Nous vous attendons jusqu’à { $time }.
portal-phone-late-not-waiting = Votre numéro n’attend plus. La page de votre numéro indique ce qu’il faut faire.
portal-phone-late-once = Vous l’avez déjà signalé. C’est possible une fois par visite. Si vous n’arrivez pas à temps, veuillez renoncer à votre place.
portal-phone-back = Retour à votre numéro
portal-phone-unsent = L’envoi n’a pas abouti. Veuillez appuyer encore une fois.
