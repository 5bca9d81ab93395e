# Pages of those who book for others, at the booking server.
staff-name = Appointments
staff-menu = Pages
staff-menu-people = People
staff-sign-in = Sign in
staff-sign-in-name = Name
staff-sign-in-do = Sign in
staff-sign-in-wrong = Name or password is wrong.
staff-sign-in-locked = Too many wrong passwords. Please try again in a minute.
staff-sign-out = Sign out
staff-signed-in = Signed in: { $name }
staff-other-language = Deutsch
staff-password = Password
staff-password-hint = At least { $count } characters. A sentence is easy to remember.
staff-password-short = A password has { $least } to { $most } characters.
staff-invitation = Choose a password
staff-invitation-first = Nobody works here yet. Choose a name and a password: you will then manage these pages.
staff-invitation-choose = Choose a password. You are signed in after that.
staff-invitation-do = Continue
staff-invitation-used = This link was used before or is too old. Please ask for a new one.
staff-name-needed = Please enter a name of at most 60 characters.
staff-name-taken = This name exists already.
staff-refused = This is not possible
staff-other-origin = This form did not come from our own pages. Please open the page again.
staff-role = Your rights do not reach that far. Please ask whoever manages these pages.
staff-not-found = There is no such thing, or no longer.
staff-fault = The server says: { $fault }
staff-home = To the overview
staff-people = People
staff-people-you = This is you
staff-people-yourself = You cannot change or remove yourself.
staff-people-new = Invite somebody
staff-people-name = Name to sign in with
staff-people-role = Task
staff-people-invite = Invite
staff-people-link = Link for { $name }
staff-people-link-hint = The link is valid for three days and once only. It is not shown again.
staff-people-remove = Remove
staff-people-remove-whom = Remove { $name }
staff-people-gone = That is not there any more. The list is up to date now.
staff-people-last = That cannot be: somebody has to be able to administer everything. Give this task to somebody else first.
staff-people-change = Change …
staff-people-change-whom = Change { $name }
staff-people-change-do = Change
staff-people-some = Only at these offices:
staff-people-role-needed = Please choose a task.
staff-people-office-needed = Please choose at least one office, and a task there.
staff-people-signed-on = Last signed on: { $time }
staff-people-signed-on-never = Not signed on yet
staff-people-renew = New password: make a link
staff-people-renew-whom = { $name }: make a link for a new password
staff-people-invited = Invited
staff-people-invited-until = The link is good until: { $time }
staff-people-back = Take back
staff-people-back-whom = Take back { $name }’s invitation
staff-role-nothing = nothing
staff-role-clerk = Book and cancel appointments
staff-role-supervisor = Also for all at once: move, cancel, evaluate
staff-role-administrator = Also manage offices, services and people
staff-day = Appointments
staff-day-before = Day before
staff-day-after = Day after
staff-day-go = Another day
staff-day-show = Show
staff-day-count = { $count ->
    [0] Nothing is booked on this day.
    [one] One appointment
   *[other] { $count } appointments
}
staff-find = Found
staff-find-label = Appointment number or name
staff-find-do = Search
staff-find-count = { $count ->
    [0] Nothing found. The search is for a whole appointment number or a part of a name, from today on.
    [one] One appointment
   *[other] { $count } appointments
}
staff-column-time = Time
staff-column-name = Name
staff-column-services = Services
staff-column-code = Appointment number
staff-column-state = State
staff-no-name = no name
staff-state-booked = booked
staff-state-held = held
staff-state-cancelled = cancelled
staff-state-waiting = is here
staff-state-called = called
staff-state-serving = being served
staff-state-finished = finished
staff-state-no-show = did not come
staff-state-ended = ended
staff-wishes = Wishes
staff-wish-interpreter = Interpreter
staff-booking = Appointment
staff-cancel = Cancel the appointment …
staff-cancel-sure = Its time is free again afterwards. Whoever gave an e-mail address gets an e-mail.
staff-reason = Why
staff-reason-asked = The person asked for it.
staff-reason-own = In my own words:
staff-reason-own-text = Text for the e-mail
staff-reason-others = In other languages
staff-reason-needed = Please choose a reason, or write a text in German.
staff-reason-long = The text is too long. 500 characters at most.
staff-move = Move the appointment
staff-move-from = Until now
staff-move-office = Office
staff-move-when = Please choose a time.
staff-move-do = Move
staff-move-by-hand = No e-mail goes to this person. Please tell them the new time yourself.
staff-to-booking = To this appointment
staff-contact = Change name and contact …
staff-contact-hint = A new e-mail address gets the confirmation again.
staff-contact-do = Change
staff-book-phone = Telephone (optional)
staff-paper = Print a letter …
staff-paper-address = Address
staff-paper-hint = Name, street and town, each on a line. The address is only in the letter and is not stored.
staff-paper-do = Open the letter (PDF)
staff-paper-address-wrong = An address has six lines of 45 characters at most.
staff-paper-fonts = The font “Noto Sans” is missing on the server. Please ask whoever looks after it.
staff-paper-fault = The letter could not be written. Please ask whoever looks after the server.
staff-note = Note
staff-note-hint = Seen only here. Deleted together with the name. Nothing about health or origin.
staff-note-do = Keep the note
staff-note-long = The note is too long. 1000 characters at most.
staff-ring = Nobody has told this person that the appointment is cancelled. Please ring:
staff-ring-done = Rung up
staff-ring-hint = The telephone number is deleted then, after seven days at the latest.
staff-cancel-do = Cancel now
staff-to-day = To this day
staff-to-citizen = The citizen’s page
staff-book = Book an appointment
staff-book-do = Book an appointment
staff-book-filter = Search for a service, then press Enter
staff-book-from = From
staff-book-emergency = Emergency
staff-book-times = Show free times
staff-book-length = { $minutes } minutes together.
staff-book-time = When
staff-book-nothing-free = Nothing is free in this time.
staff-book-email = E-mail (optional)
staff-book-language = Language
staff-book-certain = Book now
staff-booked = Booked
staff-booked-done = The appointment is booked. Please read aloud:
staff-booked-until = until about { $time }
staff-booked-pin = PIN
staff-booked-pin-hint = For moving or cancelling. It is in the letter, too.
staff-booked-place = Place
staff-booked-next = Next call
staff-booked-show = Look at this appointment

# Who books many.
staff-block = Block this contact …
staff-block-sure = Nobody can book online with this e-mail address and telephone number then. You can still book for the person.
staff-block-for = For how long
staff-block-days = { $count } days
staff-block-do = Block
staff-block-is = This contact is blocked until: { $time }
staff-blocked = Blocked contacts
staff-blocked-none = Nobody is blocked.
staff-blocked-hint = Only a checksum is stored, not the address or number.
staff-blocked-email = E-mail address
staff-blocked-phone = Telephone number
staff-blocked-since = Blocked since
staff-blocked-until = until
staff-blocked-lift = Lift the block
staff-blocked-who = E-mail address or telephone number
staff-blocked-not = This contact is not blocked.

# A day by counters and on paper; mails that did not go out.
staff-lanes = By counters, with free times
staff-lanes-place = Place { $number }
staff-lanes-free = free
staff-lanes-closed = Closed on this day.
staff-sheet = Emergency list
staff-sheet-as-of = As of: { $time }.
staff-sheet-print = For printing in case the systems fail. Please destroy it afterwards.
staff-letters = E-mails that did not arrive
staff-letters-off = This server is not set up to send e-mails.
staff-letters-failing = The e-mail server has not answered since: { $time }
staff-letters-waiting = { $count ->
    [0] No e-mail waits.
    [one] One e-mail waits.
   *[other] { $count } e-mails wait.
}
staff-letters-dead = { $count ->
    [0] None was given up.
    [one] One was given up.
   *[other] { $count } were given up.
}
staff-letters-what = E-mail
staff-letters-since = Due since
staff-letters-error = Message
staff-letters-again = Next try
staff-letters-given-up = given up
staff-letters-retry = Send again
staff-letters-retry-all = Send all that were given up again
staff-letters-drop = Discard
staff-letter-confirmed = Confirmation
staff-letter-moved = Moved
staff-letter-cancelled = Cancelled
staff-letter-office-moved = Moved by the office
staff-letter-office-offer = New time offered
staff-letter-office-cancelled = Cancelled by the office
staff-letter-reminder = Reminder
staff-letter-confirm = Request for confirmation
staff-letter-waiting = Waiting list
staff-letter-request = Request for an appointment
staff-letter-other = Other e-mail

# A whole office, or a part of it, closes.
staff-book-phone-short = Telephone
staff-close = Close and cancel
staff-close-link = Close …
staff-close-date = Day
staff-close-until = until the day (optional)
staff-close-from = from (optional)
staff-close-to = to (optional)
staff-close-counters = Only these counters (none chosen: the whole office)
staff-close-way = What becomes of the appointments
staff-close-offer = Offer the next free time and keep it for 24 hours. Whoever does not accept is cancelled after that.
staff-close-cancel = Cancel them
staff-close-look = Show whom this concerns
staff-close-when = Please choose a day.
staff-close-wrong = Day or time does not fit. 92 days at most, from before to, in full five minutes.
staff-close-preview = This will happen
staff-close-kept = Whoever has room at another counter at the same time keeps the appointment.
staff-close-count = { $count ->
    [0] No appointment is concerned.
    [one] One appointment is concerned.
   *[other] { $count } appointments are concerned.
}
staff-close-mailed = { $count ->
    [one] One gets an e-mail.
   *[other] { $count } get an e-mail.
}
staff-close-to-ring = { $count ->
    [one] One has only a telephone: please ring.
   *[other] { $count } have only a telephone: please ring.
}
staff-close-unreached = { $count ->
    [one] One cannot be reached.
   *[other] { $count } cannot be reached.
}
staff-close-ring = Please ring
staff-close-do-offer = Close and offer new times
staff-close-do-cancel = Close and cancel
staff-close-earlier = Earlier closings
staff-closing = Closing
staff-closing-all = All appointments
staff-closing-nobody = No appointment was concerned.
staff-closing-until = kept until
staff-closing-accept = Accepts: { $time }
staff-closing-due = not yet worked on
staff-closing-kept = stays
staff-closing-cancelled = cancelled
staff-closing-offered = new time offered
staff-closing-accepted = new time accepted
staff-closing-due-count = Still to be worked on: { $count }
staff-closing-kept-count = Stay as they are: { $count }
staff-closing-cancelled-count = Cancelled: { $count }
staff-closing-offered-count = New time offered: { $count }
staff-closing-accepted-count = New time accepted: { $count }

# Spelling by the ICAO’s words.
staff-spell-a = Alfa
staff-spell-b = Bravo
staff-spell-c = Charlie
staff-spell-d = Delta
staff-spell-e = Echo
staff-spell-f = Foxtrot
staff-spell-g = Golf
staff-spell-h = Hotel
staff-spell-j = Juliett
staff-spell-k = Kilo
staff-spell-l = Lima
staff-spell-m = Mike
staff-spell-n = November
staff-spell-p = Papa
staff-spell-r = Romeo
staff-spell-s = Sierra
staff-spell-t = Tango
staff-spell-u = Uniform
staff-spell-v = Victor
staff-spell-w = Whiskey
staff-spell-x = X-ray
staff-spell-y = Yankee
staff-spell-z = Zulu
