# Mails to citizens, and what pages say of them.

mail-subject-confirmed = Rendez-vous pris : { $when }, { $place }
mail-subject-together = Rendez-vous pris : { $place }
mail-subject-moved = Rendez-vous déplacé : { $when }, { $place }
mail-subject-cancelled = Rendez-vous annulé : { $when }, { $place }
mail-subject-office-moved = Votre rendez-vous a un nouvel horaire : { $when }, { $place }
mail-subject-office-place = Votre rendez-vous a lieu ailleurs : { $when }, { $place }
mail-subject-office-cancelled = Nous devons annuler votre rendez-vous : { $when }, { $place }
mail-subject-office-offer = Nous vous proposons une autre heure pour votre rendez-vous : { $when }, { $place }
mail-subject-reminder = Rappel de votre rendez-vous : { $when }, { $place }
mail-subject-new-code = Nouveau code QR pour votre rendez-vous : { $when }, { $place }
mail-subject-confirm = Veuillez confirmer votre rendez-vous : { $when }, { $place }
mail-subject-offer = Un horaire s’est libéré : { $when }, { $place }

mail-greeting = Bonjour { $name },
mail-greeting-nameless = Bonjour,

mail-cancelled = Votre rendez-vous est annulé. Vous n’avez plus rien à faire.
mail-office-moved = Nous avons dû déplacer votre rendez-vous. Veuillez nous en excuser. L’ancien code QR n’est plus valable, veuillez utiliser celui de ce message.
mail-office-moved-else = Le nouvel horaire ne vous convient pas ? Vous pouvez déplacer ou annuler le rendez-vous.
mail-office-place = Votre rendez-vous aura lieu à un autre endroit. L’heure ne change pas et votre code QR reste valable. Veuillez nous en excuser.
mail-office-place-before = Lieu précédent
mail-office-place-else = Le nouveau lieu ne vous convient pas ? Vous pouvez déplacer ou annuler le rendez-vous.
mail-office-cancelled = Nous devons annuler votre rendez-vous. Veuillez nous en excuser. Vous pouvez prendre un nouveau rendez-vous.
mail-office-offer = Votre rendez-vous ne peut malheureusement pas avoir lieu. Nous en sommes désolés. Nous vous avons réservé une autre heure.
mail-office-offer-until = Veuillez accepter la nouvelle heure avant : { $time }. Ensuite, votre rendez-vous sera annulé.
mail-office-offer-do = Accepter la nouvelle heure
mail-reminder = Nous vous rappelons votre rendez-vous.
mail-reminder-else = Vous ne pouvez pas venir ? Veuillez annuler le rendez-vous, quelqu’un d’autre pourra en profiter.
mail-new-code = Votre rendez-vous ne change pas. Seul le code QR est nouveau : l’ancien n’est plus valable, veuillez utiliser celui de ce message.
mail-confirm = Veuillez confirmer votre rendez-vous. Nous vous gardons cet horaire jusqu’au moment suivant : { $time }.
mail-confirm-do = Confirmer le rendez-vous
mail-offer = Vous êtes sur la liste d’attente et cet horaire s’est libéré. Nous vous le gardons jusqu’au moment suivant : { $time }.
mail-offer-do = Prendre cet horaire

mail-reason-illness = Plusieurs de nos agents sont malades.
mail-reason-technical = Nos systèmes techniques sont en panne.
mail-reason-building = Notre bâtiment est fermé ce jour-là.

mail-map = Voir sur la carte
mail-fees = Frais
mail-forms = Formulaires
mail-check-in = Comment vous présenter
mail-qr-elsewhere = Le code QR est joint à ce message et se trouve sur la page de votre rendez-vous.
mail-together = Ces rendez-vous sont pris. Chacun a son propre numéro et son propre code PIN.
mail-together-code = Le code QR pour l’enregistrement se trouve sur la page du rendez-vous.
mail-pin = Le code PIN permet d’annuler ou de déplacer le rendez-vous.
mail-open = Voir le rendez-vous
mail-labelled = { $label } : { $value }
mail-in-calendar = Le fichier joint ajoute le rendez-vous à votre agenda.
mail-out-of-calendar = Le fichier joint retire le rendez-vous de votre agenda.
mail-keep = Veuillez ne pas transmettre ce message. Toute personne qui l’a peut voir et modifier votre rendez-vous.
mail-not-you = Vous n’avez rien réservé chez nous ? Quelqu’un s’est alors trompé d’adresse. Veuillez supprimer ce message.
mail-automatic = Ce message a été envoyé automatiquement.

mail-calendar-summary = Rendez-vous : { $place }

mail-page-calendar = Ajouter le rendez-vous à votre agenda
mail-page-sent = Nous vous envoyons aussi ces informations par courriel.

# The waiting list.
mail-subject-waiting = Vous êtes sur la liste d’attente : { $place }
mail-subject-waiting-over = Vous n’êtes plus sur la liste d’attente : { $place }
mail-waiting = Vous êtes sur la liste d’attente. Si un horaire qui vous convient se libère, nous vous écrivons et vous le gardons 2 heures. Le lien permet de quitter la liste.
mail-waiting-let-pass = Nous vous avons gardé trois horaires et vous n’en avez pris aucun. Vous n’êtes donc plus sur la liste d’attente. Vous pouvez vous y réinscrire.
mail-waiting-nothing-free = Malheureusement, aucun horaire ne s’est libéré jusqu’à votre dernier jour. Nous en sommes désolés. Vous n’êtes plus sur la liste d’attente.

# A time that staff find.
mail-subject-requested = Votre demande nous est parvenue : { $place }
mail-subject-request-answered = Réponse à votre demande : { $place }
mail-request-declined = Malheureusement, nous ne pouvons pas vous proposer d’horaire. Nous en sommes désolés.
mail-request-unanswered = Nous n’avons pas répondu à temps à votre demande. Nous en sommes désolés. Veuillez la renouveler.
