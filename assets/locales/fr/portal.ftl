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
portal-services-minutes = { $minutes ->
    [one] environ { $minutes } minute
   *[other] environ { $minutes } minutes
}
portal-services-hours =
    environ { $hours ->
        [one] { $hours } heure
       *[other] { $hours } heures
    }{ $minutes ->
        [0] { "" }
        [one] { " " }{ $minutes } minute
       *[other] { " " }{ $minutes } minutes
    }
portal-services-documents = À apporter
portal-services-next = Afficher les heures libres
portal-services-choose = Choisissez au moins une démarche.
portal-services-too-much = L’ensemble durerait trop longtemps. Veuillez prendre plusieurs rendez-vous.
portal-services-too-many = L’une de vos démarches est possible { $most } fois au plus par rendez-vous.
portal-services-apart = « { $service } » et « { $other } » ne sont pas possibles dans un même rendez-vous. Veuillez prendre deux rendez-vous.

portal-times-title = Quand souhaitez-vous venir ?
portal-times-move-title = À quelle heure souhaitez-vous déplacer le rendez-vous ?
portal-times-lead = { $services } – { $length }
portal-times-free = { $count ->
    [one] { $count } heure libre
   *[other] { $count } heures libres
}
portal-times-morning = Matin
portal-times-afternoon = Après-midi
portal-times-soonest = Prochaine heure libre : { $time }
portal-times-release = D’autres horaires seront proposés ici à partir de : { $time }.
portal-times-month-before = Mois précédent
portal-times-month-after = Mois suivant
portal-times-day-free = libre
portal-times-day-full = complet
portal-times-day-later = pas encore ouvert
portal-times-day-later-from = pas encore ouvert, horaires à partir de : { $time }
portal-times-day-closed = fermé
portal-times-elsewhere = Autres bureaux
portal-stops-title = Lieux
portal-stops-all = Tous les lieux
portal-stops-days = Prochains jours : { $days }
portal-times-nothing = Il n’y a aucune heure libre pour le moment. Voici ce que vous pouvez faire :
portal-times-nothing-else = Malheureusement, aucune heure n’est libre pour le moment. Dès qu’une heure se libère, elle figure sur cette page.
portal-times-nothing-move = Aucune autre heure n’est libre pour le moment. Votre rendez-vous reste inchangé. Dès qu’une heure se libère, elle figure sur cette page.
portal-times-change = Modifier les démarches

portal-contact-title = Qui vient ?
portal-contact-held = Cette heure vous est réservée jusqu’à { $time }.
portal-contact-name = Nom
portal-contact-name-hint = Il nous permet de retrouver votre rendez-vous si vous n’avez rien sur vous.
portal-contact-email = Adresse électronique
portal-contact-optional = facultatif
portal-contact-interpreter = Avez-vous besoin d’un interprète ? Dans quelle langue ?
portal-contact-next = Continuer
portal-contact-name-missing = Indiquez votre nom.
portal-contact-name-wrong = Le nom est trop long ou contient des caractères impossibles dans un nom.
portal-contact-email-wrong = Indiquez une adresse électronique comme name@example.org ou laissez le champ vide.
portal-contact-privacy = Nous effaçons vos données dans la nuit qui suit votre rendez-vous.

portal-check-title = Veuillez vérifier votre rendez-vous
portal-check-where = Lieu
portal-check-when = Rendez-vous
portal-check-what = Démarches
portal-check-length = Durée
portal-check-tight = Il n’y a pas de temps supplémentaire libre ici pour l’interprétation. La durée reste : { $length }. Nous voyons tout de même votre souhait. Si vous voulez plus de temps, veuillez choisir un autre horaire.
portal-check-interpreter = Interprète
portal-check-name = Nom
portal-check-email = Adresse électronique
portal-check-no-email = aucune
portal-check-change = Modifier les informations
portal-check-book = Confirmer le rendez-vous

portal-booking-title = Votre rendez-vous
portal-booking-done = Votre rendez-vous est pris.
portal-booking-already = Vous avez déjà pris ce rendez-vous.
portal-booking-moved = Votre rendez-vous a été déplacé. L’ancien code QR n’est plus valable, veuillez utiliser celui-ci.
portal-booking-cancelled = Ce rendez-vous est annulé.
portal-booking-new = Prendre un nouveau rendez-vous
portal-booking-qr = Code QR à présenter à la borne
portal-booking-how = À l’entrée, présentez ce code QR devant la caméra de la borne, sur téléphone ou sur papier.
portal-booking-window = Vous pourrez vous présenter de { $from } à { $to }.
portal-booking-short-code = Numéro de rendez-vous
portal-booking-short-code-hint = À saisir si vous n’avez pas le code QR sur vous.
portal-booking-pin = Code PIN
portal-booking-pin-hint = Le code PIN permet d’annuler ou de déplacer le rendez-vous. Il n’est indiqué qu’ici : imprimez cette page ou notez le code PIN.
portal-booking-keep = Conservez l’adresse de cette page ou imprimez-la. À cette adresse, vous reverrez votre rendez-vous, mais pas le code PIN. Toute personne qui connaît l’adresse voit votre rendez-vous.
portal-booking-print = Imprimer la page
portal-booking-documents = À apporter
portal-booking-change = Modifier le rendez-vous
portal-booking-move = Déplacer le rendez-vous
portal-booking-cancel = Annuler le rendez-vous
portal-booking-cancel-do = Annuler le rendez-vous
portal-booking-pin-label = Code PIN
portal-booking-pin-digits = Six chiffres figurant sur votre confirmation
portal-booking-save-qr = Enregistrer le code QR comme image
portal-booking-over = Ce rendez-vous est passé.

portal-offer-title = Une nouvelle heure pour votre rendez-vous
portal-offer-until = Nous vous réservons la nouvelle heure jusqu’au : { $time }.
portal-offer-over = Cette heure ne vous est plus réservée. Vous pouvez en choisir une autre.
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
portal-refused-method-title = Cette page ne peut pas être ouverte ainsi
portal-refused-method = Veuillez commencer par la première page. Ce que vous avez réservé reste réservé.
portal-refused-office = Ce lieu n’existe pas. Veuillez en choisir un dans la liste.
portal-refused-service = Cette démarche n’est pas proposée ici. Veuillez choisir à nouveau.
portal-refused-not-offered = Cette heure n’est pas proposée. Veuillez en choisir une autre.
portal-refused-taken = Quelqu’un d’autre vient de prendre cette heure. Veuillez en choisir une autre.
portal-refused-hold-unknown = Cette réservation est déjà terminée ou n’existe pas. Veuillez recommencer.
portal-refused-hold-expired = Cette heure ne vous était réservée que jusqu’à { $time }. Rien n’a été réservé. Veuillez choisir à nouveau une heure.
portal-refused-booking = Ce rendez-vous n’existe pas. Veuillez vérifier l’adresse figurant sur votre confirmation.
portal-refused-cancelled = Ce rendez-vous est déjà annulé. Veuillez en prendre un nouveau.
portal-refused-blocked = Vous ne pouvez pas prendre de rendez-vous en ligne avec ces coordonnées. Cela vaut jusqu’au : { $date }. Veuillez nous appeler.
portal-refused-asked = Nous avons déjà des demandes de votre part. Il n’est pas possible d’en envoyer plus en même temps. Veuillez attendre notre réponse ou retirer une demande.
portal-refused-many =
    Vous avez déjà { $most ->
        [one] un rendez-vous
       *[other] { $most } rendez-vous
    } pour cela. Il n’est pas possible d’en avoir plus en même temps. Il vous en faut un autre ? Alors annulez d’abord l’un d’eux.
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
portal-refused-too-often-title = Trop de demandes
portal-refused-too-often = Veuillez patienter une minute, puis réessayer. Vos rendez-vous réservés sont conservés.
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

# Choosing services: search, numbers, what it costs.
portal-search-do = Rechercher
portal-services-search = Rechercher une démarche
portal-services-found = { $count ->
    [one] { $count } démarche trouvée
   *[other] { $count } démarches trouvées
}
portal-services-found-none = Aucun résultat. Essayez un autre mot.
portal-services-all = Afficher toutes les démarches
portal-services-others = Autres démarches
portal-services-take-do = Choisir
portal-services-take = Choisir : { $service }
portal-services-less = Une de moins : { $service }
portal-services-more = Une de plus : { $service }
portal-services-details = Documents, frais, formulaires
portal-services-fees = Ce que cela coûte
portal-services-forms = Formulaires à remplir
portal-services-free = gratuit
portal-services-fee-from = à partir de { $fee }
portal-services-nothing = Rien de choisi pour l’instant
portal-services-count = { $count ->
    [one] { $count } démarche
   *[other] { $count } démarches
}

# The assistant: a few questions that lead to the right services.
portal-questions-start = Je ne sais pas ce qu’il me faut
portal-questions-count = Question { $number } sur 3 au plus
portal-questions-unknown = Je ne sais pas : afficher toutes les démarches
portal-questions-done = Voici ce qui correspond à vos réponses. Vous pouvez encore changer.

# Which office.
portal-offices-search = Rechercher par démarche, nom ou rue
portal-offices-speaks = Où l’on parle cette langue
portal-offices-speaks-any = peu importe
portal-offices-step-free-only = Sans marches uniquement
portal-offices-step-free = Accessible sans marches
portal-offices-languages = Nous parlons : { $languages }
portal-offices-offers = Propose : { $services }
portal-offices-found = { $count ->
    [one] { $count } bureau trouvé
   *[other] { $count } bureaux trouvés
}
portal-offices-found-none = Aucun bureau ne correspond.
portal-offices-all = Afficher tous les bureaux

# Which of the free times are shown.
portal-times-narrow = Affiner les horaires
portal-times-narrow-from = À partir de ce jour
portal-day-wrong = Nous ne reconnaissons pas ce jour. Saisissez-le ainsi : { $example }.
portal-times-narrow-half = Moment de la journée
portal-times-narrow-any = peu importe
portal-times-narrow-step-free = Autres bureaux : sans marches uniquement
portal-times-narrow-speaks = Autres bureaux où l’on parle cette langue
portal-times-narrow-do = Afficher les horaires
portal-times-nothing-fits = Aucun horaire n’est libre ainsi. Choisissez un jour plus proche, un autre moment de la journée ou un autre lieu.
portal-times-day-unfit = libre, mais pas selon vos souhaits

# Who comes: what else is asked, and how long the time is held.
portal-contact-held-soon = Nous vous gardons cet horaire encore 2 minutes.
portal-contact-held-over = Cet horaire ne vous est plus réservé. Continuez quand même : vos données restent.
portal-contact-email-missing = Indiquez votre adresse e-mail. Ce bureau en a besoin.
portal-contact-phone = Numéro de téléphone
portal-contact-phone-missing = Indiquez votre numéro de téléphone. Ce bureau en a besoin.
portal-contact-phone-wrong = Indiquez un numéro comme 01234 5678 ou +49 1234 5678.
portal-contact-persons = Combien de personnes viennent au total ?
portal-contact-support = Avez-vous besoin d’aide ?
portal-contact-more-time = J’ai besoin de plus de temps, par exemple pour marcher
portal-contact-pick-up = Veuillez venir me chercher dans l’espace d’attente
portal-contact-interpreter-none = Non
portal-contact-interpreter-other = Une autre langue
portal-contact-way = Comment l’interprète doit-il intervenir ?
portal-contact-way-on-site = sur place
portal-contact-way-telephone = par téléphone
portal-contact-way-video = par vidéo
portal-check-phone = Numéro de téléphone
portal-check-no-phone = aucun
portal-check-persons = Personnes
portal-check-wishes = Souhaits

# The time is gone: another one, with everything that was typed.
portal-again-title = Choisissez un nouvel horaire
portal-again-kept = Vos données sont toujours là. Vous n’avez rien à retaper.
portal-again-day = Plutôt un autre jour ?
portal-contact-held-longer = Garder plus longtemps

# The waiting list.
portal-wait-list = Liste d’attente
portal-wait-link = M’inscrire sur la liste d’attente
portal-wait-hint = Aucun horaire ne vous convient ? Si un horaire se libère, nous vous écrivons et nous vous le gardons 2 heures.
portal-wait-from = Au plus tôt ce jour
portal-wait-until = Au plus tard ce jour
portal-wait-from-wrong = Choisissez un premier jour jusqu’au { $last }.
portal-wait-days-wrong = Choisissez un jour jusqu’au { $last }, et pas avant le premier jour.
portal-wait-notice = Quand devez-vous le savoir au plus tard ?
portal-wait-notice-hours = 3 heures avant suffisent
portal-wait-notice-day = Un jour avant
portal-wait-notice-days = Trois jours avant
portal-wait-notice-week = Une semaine avant
portal-wait-email-missing = Indiquez votre adresse e-mail, par exemple name@example.org. Nous vous y écrirons.
portal-wait-many = Avec cette adresse e-mail, vous attendez déjà plusieurs rendez-vous. Il n’est pas possible d’en attendre plus en même temps. Le lien dans notre e-mail vous permet de vous retirer d’une liste d’attente.
portal-wait-privacy = Nous effaçons votre adresse dès que vous n’êtes plus sur la liste d’attente.
portal-wait-your-title = Votre place sur la liste d’attente
portal-wait-done = Vous êtes sur la liste d’attente. Nous vous avons envoyé un e-mail.
portal-wait-stands = Vous êtes sur la liste d’attente. Si un horaire qui vous convient se libère, nous vous écrivons.
portal-wait-days = Jours
portal-wait-span = { $from } – { $until }
portal-wait-offer = Un horaire s’est libéré : { $when }. Nous vous le gardons jusqu’à : { $time }.
portal-wait-pass = Cet horaire ne me convient pas
portal-wait-pass-hint = Quelqu’un d’autre l’aura et vous continuez d’attendre. Après trois horaires non pris, vous n’êtes plus sur la liste.
portal-wait-leave = Me retirer de la liste d’attente
portal-wait-left = Vous n’êtes plus sur la liste d’attente. Votre adresse e-mail est effacée.
portal-refused-asking = Cette inscription n’existe plus. Elle est réglée, effacée ou terminée.

# A time that staff find: the citizen proposes days.
portal-request-title = Demander un rendez-vous
portal-request-lead = Indiquez jusqu’à trois jours qui vous conviennent. Nous cherchons un horaire et vous répondons.
portal-request-else = Aucun de ces horaires ne convient ? Proposez-nous des jours.
portal-request-day = Proposition { $number }
portal-request-on = Jour
portal-request-days-wrong = Indiquez au moins un jour, au plus tard le { $last }.
portal-request-words = Que devons-nous savoir d’autre ?
portal-request-words-wrong = Veuillez raccourcir le texte à 1000 caractères.
portal-request-do = Envoyer la demande
portal-request-privacy = Nous effaçons vos données avec notre réponse, au plus tard après 30 jours.
portal-request-your-title = Votre demande
portal-request-done = Votre demande nous est parvenue. Nous vous répondons dès que possible.
portal-request-days = Propositions
portal-request-proposal = { $day } – { $half }
portal-request-withdraw = Retirer la demande
portal-request-withdrawn = Votre demande est retirée. Vos données sont effacées.

# The office wants to know that the address is right before it books.
portal-unconfirmed-title = Veuillez confirmer votre rendez-vous
portal-unconfirmed = Votre rendez-vous n’est pas encore sûr. Nous vous avons envoyé un e-mail. Veuillez y confirmer le rendez-vous, sinon l’horaire redevient libre. C’est possible jusqu’à : { $time }.
portal-unconfirmed-here = Vous êtes déjà sur place ? Annoncez-vous à la borne avec ce numéro. Cela suffit.
portal-unconfirmed-none = Pas d’e-mail ? Regardez aussi dans le dossier des publicités et vérifiez votre adresse.

# The free times change while one looks at them.
portal-times-renewed = Les horaires libres ont changé.
