# What the ticket says. 48 characters to a line.
ticket-copy = Copie
ticket-your-number = Votre numéro
ticket-with-appointment = rendez-vous à { $time }
ticket-without-appointment = sans rendez-vous
ticket-wait-here = Veuillez attendre ici :
ticket-estimate = Attente : { $span }
ticket-phone = Suivez votre tour sur votre téléphone :
ticket-code = À la borne, ce code QR affiche votre numéro :
ticket-watch = Votre numéro s’affichera à l’écran.
ticket-alone = Veuillez attendre que le personnel vous appelle.
