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
staff-too-long = That was too much text at once, at most { $most } kB. Please go back in the browser and shorten it; what was written is still there.
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
staff-find-label = Appointment number, name, telephone or e-mail
staff-find-do = Search
staff-find-count = { $count ->
    [0] Nothing found. The search is from today on, at all offices where you work: for a whole appointment number or a part of a name, telephone number or e-mail address.
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
staff-state-offered = another time offered
staff-state-cancelled = cancelled
staff-state-waiting = is here
staff-state-called = called
staff-state-serving = being served
staff-state-finished = finished
staff-state-no-show = did not come
staff-state-ended = ended
staff-wishes = Wishes
staff-wish-interpreter = Interpreter
staff-wish-persons = { $count } persons
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
staff-contact-changed = Somebody else has changed the name or contact meanwhile. Nothing was saved: what is true now stands above, what you typed in the fields. Please check it and save again.
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
staff-note-changed = Somebody else has changed the note meanwhile. Nothing was saved: the new note stands above, your text in the field. Please bring both together and save again.
staff-note-empty = deleted
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
staff-book-more = More details
staff-book-interpreter-none = not needed
staff-book-way = How it is interpreted
staff-book-persons = Persons altogether
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
staff-letters-first = These are the first { $count }. There are more.
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
staff-letter-office-place = Another place
staff-letter-office-offer = New time offered
staff-letter-office-cancelled = Cancelled by the office
staff-letter-reminder = Reminder
staff-letter-interpreter = Interpreter
staff-mail-interpreter-subject = Interpreter wished for: { $when }, { $place }
staff-mail-interpreter-over-subject = Interpreter no longer needed: { $when }, { $place }
staff-mail-interpreter = Somebody has to interpret at this appointment. If its time or place changes, another message follows.
staff-mail-interpreter-over = This appointment is cancelled. Nobody has to interpret any more.
staff-mail-interpreter-left = This appointment now takes place at another office. Nobody has to interpret here any more.
staff-mail-open = Open the appointment
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
staff-close-kept = { $count ->
    [one] One keeps its time at another counter.
   *[other] { $count } keep their time at another counter.
}
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
staff-reopen = Open again
staff-reopen-link = Open again …
staff-reopen-do = Open again now
staff-reopen-back = Back without opening
staff-reopen-is = open again
staff-reopen-done = This closing was taken back: { $time }
staff-reopen-not-in-plan = This closing is no longer in the plan. Somebody has changed the plan, or a longer closing has taken its place.
staff-reopen-times = These times can be booked again at once.
staff-reopen-still-closed = Still closed for another reason: { $days }
staff-reopen-due = { $count ->
    [one] One appointment is not worked on yet and stays as it is.
   *[other] { $count } appointments are not worked on yet and stay as they are.
}
staff-reopen-cancelled = { $count ->
    [one] One appointment is cancelled and stays cancelled.
   *[other] { $count } appointments are cancelled and stay cancelled.
}
staff-reopen-offered = { $count ->
    [one] One person was offered another time. The offer stands; whoever does not accept it is cancelled.
   *[other] { $count } persons were offered another time. The offers stand; whoever does not accept theirs is cancelled.
}
staff-reopen-no-mail = Nobody gets a message that it is open again.
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

# Requests: the citizen proposes days, staff give a time.
staff-menu-office = This office
staff-menu-day = Day list
staff-menu-lanes = By counter
staff-menu-letters = E-mails
staff-menu-blocked = Blocked
staff-menu-requests = { $count ->
    [0] Requests
   *[other] Requests ({ $count })
}
staff-close-day = Close this day …
staff-requests = Requests for appointments
staff-requests-wait = { $count ->
    [one] One request waits for an answer.
   *[other] { $count } requests wait for an answer.
}
staff-requests-answer = Answer now
staff-requests-none = No request waits for an answer.
staff-request-days = Days that suit
staff-request-words = Message
staff-request-contact = Contact
staff-request-since = Asked on
staff-request-by-hand = This person has given no e-mail address. Please ring. If you refuse, the number is deleted afterwards.
staff-request-wished = Free times on these days
staff-request-none-wished = Nothing is free on the days that were proposed.
staff-request-others = Next free times on all days
staff-request-book = Book this time
staff-request-booked = Booked: { $when }.
staff-request-ring = Please ring, there is no e-mail:
staff-request-ring-once = The number is shown here only now.
staff-requests-choose = Please choose another request from the list.
staff-request-no = Offer no time …
staff-request-reason = Reason
staff-request-reason-hint = Goes into the e-mail as it is. Please write in the language shown above, or in German.
staff-request-why = Please write why there is no time.
staff-request-no-do = Answer without an appointment
staff-request-declined = The request is answered without an appointment.
staff-request-gone = Somebody has answered this request already, or it was withdrawn.

# Series and groups.
staff-menu-series = Series
staff-menu-group = Group
staff-series = Book a series
staff-series-lead = The same services on several days, all booked at once. Each appointment gets a number of its own.
staff-series-first = First day
staff-series-time = Time
staff-series-every = Every
staff-series-unit = Days or weeks
staff-series-weeks = weeks
staff-series-days = days
staff-series-times = How often
staff-series-until = or until
staff-series-look = Show the days
staff-series-which = Which days
staff-series-free = Free at the wanted time: { $free } of { $count }.
staff-series-instead = Free instead; tick it yourself.
staff-series-past = The wanted time is over.
staff-series-beyond = It is too early to book so far ahead.
staff-series-closed = The office is closed that day.
staff-series-not-offered = There are no appointments here at that time.
staff-series-taken = The wanted time is taken.
staff-series-first-wrong = Please enter the first day and a time.
staff-series-every-wrong = The interval must be between one day and 52 weeks.
staff-series-end-missing = Please enter how often, or until which day.
staff-series-none = Please tick at least one day.
staff-series-lost = Nothing was booked: one of the times is no longer free. Please look at the days again.
staff-series-do = Book the ticked days
staff-group = Book for a group
staff-group-lead = Several places for a family or a class. All have one contact, but each place has an appointment number of its own to check in with. The services are for each place.
staff-group-count = How many places
staff-group-when = Begin
staff-group-at-once = all at the same time
staff-group-within = one after the other, within { $minutes } minutes
staff-group-from = From
staff-group-length = { $count } places, { $minutes } minutes each.
staff-group-do = Book { $count } places
staff-group-nothing-free = So many places are nowhere free at once. Please spread the begin over a longer time, or choose fewer places.
staff-group-lost = Nothing was booked: so many places are no longer free at that time. Please choose another time.
staff-together = Appointments booked together
staff-together-done = All appointments are booked. The PIN is shown only now, and later in the letter.
staff-together-count = { $count ->
    [0] All appointments are cancelled.
    [one] One appointment
   *[other] { $count } appointments
}
staff-together-elsewhere = { $count ->
    [one] One more of these appointments is at an office where you do not work. It stays as it is.
   *[other] { $count } more of these appointments are at offices where you do not work. They stay as they are.
}
staff-together-too-many = At most { $most } appointments are possible at once. Please choose fewer.
staff-together-mailed = An e-mail with all numbers is on its way.
staff-together-with = Booked together
staff-together-show = All appointments of this series or group
staff-together-paper = Print one letter with all …
staff-together-cancel = Cancel all …
staff-together-cancel-sure = All appointments that have not begun are cancelled. Whoever gave an e-mail address gets one e-mail about all. A single appointment is cancelled on its own page.
staff-together-cancel-do = Cancel all now
staff-letter-together = Confirmation of several appointments

# Figures of offices.
staff-menu-statistics = Statistics
staff-statistics = Statistics
staff-statistics-from = From
staff-statistics-to = To
staff-statistics-office = Office
staff-statistics-all-offices = All offices
staff-statistics-service = Service
staff-statistics-all-services = All services
staff-statistics-show = Show
staff-statistics-period = Period
staff-statistics-week = Last 7 days
staff-statistics-four-weeks = Last 4 weeks
staff-statistics-this-month = This month
staff-statistics-last-month = Last month
staff-statistics-days-wrong = “To” must not be before “From”, and 400 days at most can be shown at once. Please change the days.
staff-statistics-none = There are no figures for this selection yet.
staff-statistics-none-why = Visits count once they have ended and the office’s server has reported them. Appointments count from the day after. Please choose other days, or check whether the office’s server is connected.
staff-statistics-unknown = { $count ->
    [one] Of one appointment it is not known whether anybody came: the office’s server reported nothing that day.
   *[other] Of { $count } appointments it is not known whether anybody came: the office’s server reported nothing on those days.
}
staff-statistics-minutes = { $minutes } min
staff-statistics-percent = { $percent } %
staff-statistics-few = too few
staff-statistics-hour = { $hour }:00
staff-statistics-visits = Visits
staff-statistics-served = { $count ->
    [one] one of them served
   *[other] { $count } of them served
}
staff-statistics-wait = Wait
staff-statistics-half-waited = at most, for half of all visits
staff-statistics-service-time = Service time
staff-statistics-half-took = at most, for half of all visits
staff-statistics-bookings = Appointments
staff-statistics-stood = stood until their time
staff-statistics-no-shows = No-shows
staff-statistics-no-shows-of = { $absent } of { $bookings } appointments
staff-statistics-use = Use of capacity
staff-statistics-use-of = { $booked } of { $offered } hours booked
staff-statistics-estimates = Announced wait
staff-statistics-within = called within the announced span
staff-statistics-with-value = with appointment: { $value }
staff-statistics-without-value = without appointment: { $value }
staff-statistics-unserved-value = still there at closing: { $value }
staff-statistics-most-value = for nine in ten: { $value }
staff-statistics-late-value = late, waited without appointment: { $value }
staff-statistics-cancelled-value = cancelled by citizens: { $value }
staff-statistics-cancelled-by-office-value = cancelled by the office: { $value }
staff-statistics-moves-value = moved: { $value }
staff-statistics-expired-value = not confirmed: { $value }
staff-statistics-error-value = off on average: { $value }
staff-statistics-error-most-value = nine in ten at most: { $value }
staff-statistics-all = all
staff-statistics-with = with appointment
staff-statistics-without = without appointment
staff-statistics-half = half at most
staff-statistics-most = nine in ten at most
staff-statistics-visits-by-hour = Visits by time of day
staff-statistics-wait-by-hour = Wait by time of day, in minutes
staff-statistics-use-by-day = Use of capacity in percent, by day
staff-statistics-no-shows-by-hour = No-shows in percent, by time of day
staff-statistics-drawing = Chart: { $title }. The figures are in the tables below.
staff-statistics-xlsx = As an Excel file
staff-statistics-csv = As a CSV file
staff-statistics-by-service = By service
staff-statistics-by-service-hint = Whoever came for several services counts with the first. A service’s time is that of visits for it alone.
staff-statistics-by-hour = By time of day
staff-statistics-by-day = By day
staff-statistics-by-office = By office
staff-statistics-time = Time
staff-statistics-day = Day
staff-statistics-kind = Visits
staff-statistics-no-service = not known
staff-statistics-short-visits = Visits
staff-statistics-short-wait-50 = Wait: half up to (min)
staff-statistics-short-wait-90 = Wait: 9 in 10 up to (min)
staff-statistics-short-service-50 = Service: half up to (min)
staff-statistics-short-stood = Appointments
staff-statistics-short-no-shows = No-shows
staff-statistics-short-use = Use (%)
staff-statistics-dash = A dash means: not known, or fewer than five visits.
staff-statistics-means = What the figures mean
staff-statistics-means-visits = Visits that began on these days and have ended: served, not appeared, given up, or still open at closing. Whoever was late for an appointment and waited without one counts as without. Visits that were put together are one. The time of day is that of check-in.
staff-statistics-means-wait = From check-in, but not before the booked time, to the first call. Whoever is called before the booked time has not waited.
staff-statistics-means-service-time = All time at the counter, without the time for which a visit was parked. Only of visits that were served.
staff-statistics-means-bookings = Appointments count on the day for which they were, from the day after. “Stood until their time” are all that were not cancelled. “Not confirmed” are held times that nobody booked.
staff-statistics-means-no-shows = Appointments for which nobody checked in, or nobody came after all calls, of all that stood. Days on which the office’s server reported nothing do not count.
staff-statistics-means-use = Minutes of appointments that stood, in steps of five minutes and in the hour in which they lay, of all minutes that the plan had for appointments, including those kept for staff and emergencies. The plan counts as it was at the end of the day.
staff-statistics-means-estimates = The time from check-in to the first call is compared with what was announced at check-in. Visits with an interruption do not count.
staff-statistics-percentiles = Half, nine in ten
staff-statistics-means-percentiles = “Half at most 8 min”: for half of all visits it was 8 minutes at most. It is always a value that really occurred (nearest rank), rounded up to whole minutes. Of fewer than five visits no times are shown.
staff-statistics-persons = Persons
staff-statistics-means-persons = There are no figures of single persons, neither of citizens nor of staff: who served is not reported. Single visits are kept without names for 90 days, after that only sums of a day by service and by hour, never by both at once.
staff-statistics-term = Term
staff-statistics-meaning = Meaning
staff-statistics-sheet-total = Total
staff-statistics-sheet-services = Services
staff-statistics-sheet-hours = Time of day
staff-statistics-sheet-days = Days
staff-statistics-sheet-offices = Offices
staff-statistics-sheet-means = Meaning
staff-statistics-column-visits = visits
staff-statistics-column-served = served
staff-statistics-column-absent = called, did not come
staff-statistics-column-given-up = given up
staff-statistics-column-unserved = still there at closing
staff-statistics-column-wait-mean = wait, mean (s)
staff-statistics-column-wait-50 = wait, half up to (min)
staff-statistics-column-wait-90 = wait, 90 % up to (min)
staff-statistics-column-wait-95 = wait, 95 % up to (min)
staff-statistics-column-service-mean = service time, mean (s)
staff-statistics-column-service-50 = service time, half up to (min)
staff-statistics-column-service-90 = service time, 90 % up to (min)
staff-statistics-column-service-95 = service time, 95 % up to (min)
staff-statistics-column-error-mean = announcement off, mean (s)
staff-statistics-column-error-90 = announcement off, 90 % up to (min)
staff-statistics-column-bias = longer than announced, mean (s)
staff-statistics-column-within = within the announced span (%)
staff-statistics-column-stood = appointments that stood
staff-statistics-column-came = checked in
staff-statistics-column-late = late
staff-statistics-column-no-shows = no-shows
staff-statistics-column-no-show-percent = no-shows (%)
staff-statistics-column-unknown = not known
staff-statistics-column-cancelled = cancelled by citizens
staff-statistics-column-cancelled-by-office = cancelled by the office
staff-statistics-column-expired = not confirmed
staff-statistics-column-moves = moved on request
staff-statistics-column-moves-by-office = moved by the office
staff-statistics-column-booked = booked (min)
staff-statistics-column-offered = planned (min)
staff-statistics-column-use = use (%)

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
