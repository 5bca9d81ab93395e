# Pages of the administration: an office is changed, looked at and saved.
admin-title = Change an office
admin-title-of = { $office }: settings
admin-menu = Settings
admin-intro = Whatever you change here is your draft at first. You see what it does before you save it.
admin-only-look = You can look at everything. Administrators can change it.
admin-draft = You have changes that are not saved yet.
admin-preview-do = Look and save
admin-discard = Give the draft up
admin-discard-sure = All changes that are not saved yet will be lost.
admin-discard-do = Yes, give up
admin-others = Somebody else is changing this office, too: { $names }. Whoever saves last is asked; nothing is lost.
admin-count =
    { $count ->
        [one] one entry
       *[other] { $count } entries
      }
admin-changed = changed
admin-faults =
    { $count ->
        [one] one value does not fit
       *[other] { $count } values do not fit
      }
admin-faults-here =
    { $count ->
        [one] One value does not fit yet.
       *[other] { $count } values do not fit yet.
      } Your draft stays as it is until then.
admin-up = Back to the overview
admin-nothing-yet = No entry yet.
admin-unnamed = Without a name
admin-add = Add
admin-add-to = { $name }: add
admin-remove = Remove
admin-remove-whom = Remove { $name }
admin-up-whom = Move { $name } up
admin-down-whom = Move { $name } down
admin-take = Take over
admin-take-hint = Goes into your draft; it is saved later.
admin-optional = can be left out
admin-other-languages = Other languages ({ $count } of 8)
admin-none = –
admin-text = Text
admin-yes = yes
admin-no = no
admin-elsewhere = You have changed something in another window meanwhile. What you filled in is still here: please look and press again.
admin-not-saved = Nothing was saved: the office has changed meanwhile. Your draft is still there.
admin-preview-of = { $office }: what changes
admin-newer = Somebody else has saved meanwhile (revision { $revision }). Your draft is still there. Bring your changes onto the new revision; then you see both together and can save.
admin-merge = Bring my changes over
admin-wrong = It cannot be saved like this yet
admin-does = What it does
admin-does-nothing = No free time is lost, no appointment loses its place.
admin-gone =
    { $count ->
        [one] Free times for { $service } are lost: { $times }
       *[other] Free times for { $count } services are lost, most for { $service }: { $times }
      }
admin-new =
    { $count ->
        [one] Free times for { $service } are added: { $times }
       *[other] Free times for { $count } services are added, most for { $service }: { $times }
      }
admin-less =
    { $count ->
        [one] Fewer hours are free altogether for { $service }: { $after } instead of { $before }
       *[other] Fewer hours are free altogether for { $count } services, most so for { $service }: { $after } instead of { $before }
      }
admin-more =
    { $count ->
        [one] More hours are free altogether for { $service }: { $after } instead of { $before }
       *[other] More hours are free altogether for { $count } services, most so for { $service }: { $after } instead of { $before }
      }
admin-times = Free times by service
admin-times-gone = Lost
admin-times-days = Most on
admin-times-new = Added
admin-times-free = Free hours
admin-times-hours = { $after } instead of { $before }
admin-lost =
    { $count ->
        [one] One appointment loses its place
       *[other] { $count } appointments lose their place
      }
admin-lost-stand = These appointments still stand. Please move or cancel them.
admin-lost-closed = closed then
admin-lost-counter = no counter or place for it is free then
admin-reseated =
    { $count ->
        [one] One appointment gets another counter or place and keeps its time
       *[other] { $count } appointments get another counter or place and keep their time
      }
admin-relocated =
    { $count ->
        [one] One appointment will be at another place
       *[other] { $count } appointments will be at another place
      }
admin-relocated-told = The time stays the same. Whoever left an e-mail address is told when you save; please call all others.
admin-relocated-before = Until now
admin-relocated-after = Then
admin-why = Why
admin-changes = Changes side by side
admin-changes-none = Nothing is changed.
admin-is-new = new
admin-is-gone = removed
admin-what = Value
admin-before = so far
admin-after = from now on
admin-save = Save
admin-save-hint = Holds at once.
admin-number-taken = Another office has this number: { $office }.
admin-number-changed = The number { $number } must stay: QR codes of appointments carry it.
admin-service-booked = The service { $service } is still booked { $count ->
    [one] once
   *[other] { $count } times
  }, until { $until }. It has to stay until then; take “can be booked online” out.
admin-fault-unreadable = This value is missing or cannot be read.
admin-fault-empty = At least one entry is missing here.
admin-fault-twice = { $id } is here twice.
admin-fault-missing = { $id } does not exist any more. Please choose something else.
admin-remedy-counter-twice = A counter stands in one row at a time. Take it out of the other one.
admin-remedy-german = The German text is missing.
admin-remedy-three-questions = Three questions in a row at most.
admin-remedy-no-hash = Begin the name without #.
admin-remedy-name-fees = Only one fee can be without “for whom”.
admin-remedy-above-day = That is more than in the whole day.
admin-remedy-before-first = That is before the first day.
admin-remedy-release-late = These times are over by then. Please release earlier.
admin-remedy-goes-round = The questions go round. No answer can lead back.
admin-remedy-answer-empty = Choose services or the next question.
admin-remedy-first-week = “Every … weeks” needs “from day”.
admin-remedy-never-booked = No counter or place of the opening hours offers this.
admin-remedy-counter-once = Each counter once only.
admin-remedy-never-asked = No answer leads to this question.
admin-remedy-offered-nowhere = No counter offers this.
admin-remedy-weekdays = Choose one day at least.
admin-remedy-dates = Either single days, or weekdays and in which weeks.
admin-remedy-weeks = Either certain weeks of the month or every … weeks, not both.
admin-remedy-never-visited = No row of the opening hours names this place.
admin-remedy-way = At the same time, or right before, the office is at another place. Leave time for the way.
admin-remedy-say-instead = Please say what to do instead.
admin-remedy-name-used = The program needs this name itself. Please choose another one.
admin-remedy-lanes = 64 counters and places at most side by side.
admin-remedy-five-minutes = Full five minutes only.
admin-remedy-id = Up to 40 characters: small letters a–z, digits and hyphen.
admin-remedy-languages = ISO 639 codes with commas between them: de, tr, kmr.
admin-remedy-needed = Please fill this in.
admin-remedy-grid = Possible are 5, 10, 15, 20, 30 or 60.
admin-remedy-fee = 10,000 euros at most.
admin-remedy-colour = Write # and six characters, such as #2044aa.
admin-remedy-web = Write an address that begins with https://.
admin-remedy-email = Write an address like name@example.org.
admin-remedy-letters = One line of visible characters only.
admin-remedy-from-to = “From” must be before “to”.
admin-remedy-numbers = Possible are { $numbers }.
admin-remedy-at-least = At least { $numbers }.
admin-remedy-at-most = At most { $numbers }.
admin-remedy-other = This value does not fit.
admin-section-office = Office
admin-section-areas = Waiting areas
admin-section-services = Services
admin-section-counters = Counters
admin-section-stops = Places (mobile office)
admin-section-hours = Opening hours and places
admin-section-closures = Closures
admin-section-rules = Rules
admin-section-questions = Questions that help to choose
admin-section-texts = Texts for screens
admin-section-urgent-reasons = Reasons for going first
admin-section-outcomes = Outcomes of a visit
admin-section-pause-reasons = Reasons for a break
admin-section-admit-reasons = Reasons for letting in by hand
admin-field-name = Name
admin-field-address = Address
admin-field-map-url = Address of the map
admin-field-step-free = Reached without a step
admin-field-languages = Languages that somebody there speaks
admin-field-information-desk = Where to turn to
admin-field-holidays = Public holidays
admin-field-time-zone = Time zone
admin-field-accent = Colour
admin-field-public-url = Address of the booking pages
admin-field-walk-in-paused = Without an appointment: nobody at the moment
admin-field-horizon-days = Can be booked so many days ahead
admin-field-notice-minutes = Book at least so many minutes before
admin-field-grid-minutes = Appointments begin every … minutes
admin-field-hold-minutes = A time is held for so many minutes
admin-field-email = E-mail address
admin-field-phone = Telephone number
admin-field-most-persons = At most so many people in one appointment
admin-field-interpreters = Interpreting
admin-field-minutes-interpreter = So many minutes longer with an interpreter
admin-field-interpreter-languages = Languages into which somebody interprets
admin-field-interpreter-email = Who finds interpreters, by e-mail
admin-field-confirm-by-mail-minutes = Confirmed by e-mail within so many minutes
admin-field-most-open-bookings = Open appointments for each contact and service
admin-field-remind-days-before = Reminder so many days before
admin-field-remind-at = Reminder at
admin-field-window-before-minutes = Check in from … minutes before
admin-field-window-after-minutes = Check in until … minutes after
admin-field-late = Who comes too late
admin-field-show-names = Show names at the counter
admin-field-appointment-lead-minutes = Lead of appointments in minutes
admin-field-appointment-grace-minutes = Call appointments at most so many minutes late
admin-field-urgent-boost-minutes = Lead of urgent visits in minutes
admin-field-hold-back-minutes = Call no earlier than … minutes before
admin-field-max-calls = Calls until “did not come”
admin-field-recall-counts-after-seconds = A new call counts after … seconds
admin-field-id = Short name
admin-field-letter = Letter of its numbers
admin-field-way = The way there
admin-field-direction = Arrow
admin-field-description = Description
admin-field-minutes = Duration in minutes
admin-field-minutes-more = Each further one, in minutes
admin-field-most = At most so many in one appointment
admin-field-alone = Booked alone, together with nothing else
admin-field-only-with = Booked together with these services only
admin-field-area = Waiting area
admin-field-group = Group
admin-field-icon = Sign
admin-field-keywords = Other words for the search
admin-field-documents = Documents
admin-field-fees = Fees
admin-field-cents = Euros
admin-field-forms = Forms
admin-field-url = Address
admin-field-online = Can be booked online
admin-field-on-request = On request
admin-field-online-message = What to do instead
admin-field-named-on-ticket = Named on the ticket
admin-field-walk-in = Also without an appointment
admin-field-walk-in-message = What is said without an appointment
admin-field-walk-in-limit = Without an appointment at most a day
admin-field-walk-in-limit-per-hour = Without an appointment at most an hour
admin-field-walk-in-hours = Hours without an appointment
admin-field-weekdays = Weekdays
admin-field-month-weeks = Only in these weeks of the month
admin-field-dates = Single days
admin-field-stop = Place
admin-field-access = Access
admin-field-from = From
admin-field-to = To
admin-field-services = Services
admin-field-places = Places
admin-field-counters = Counters
admin-field-valid-from = From day
admin-field-valid-until = Until day
admin-field-every-weeks = Every … weeks
admin-field-keep = Kept back
admin-field-release-days-before = Release so many days before
admin-field-release-at = Release at
admin-field-date = Day
admin-field-until = Last day
admin-field-reason = Why, and how to go on
admin-field-text = Text
admin-field-answers = Answers
admin-field-next = Next question
admin-hint-address = In one line: street, number, postal code, town.
admin-hint-map-url = Begins with https://. Without it the address is looked for on a map.
admin-hint-languages = Codes with commas between them: de, en, tr, uk.
admin-hint-interpreter-languages = Codes with commas between them: ar, ti, gsg. Empty: all that the program knows. “Another one” is always there.
admin-hint-information-desk = Such as: at the information desk.
admin-hint-holidays = Closed on the public holidays of this Land.
admin-hint-time-zone = In Germany: Europe/Berlin.
admin-hint-accent = Six characters after #, such as #2044aa.
admin-hint-public-url = Only where it is not that of the whole town.
admin-hint-walk-in-paused = While something stands here nobody gets a ticket without an appointment; this text is shown.
admin-hint-grid-minutes = 5, 10, 15, 20, 30 or 60.
admin-hint-confirm-by-mail-minutes = 0 means that nobody has to confirm. Else 5 to 1440.
admin-hint-interpreter-email = Is told of each appointment with an interpreter, and when it changes. Empty: nobody.
admin-hint-most-open-bookings = 0 means as many as somebody likes.
admin-hint-remind-days-before = 0 means no reminder.
admin-hint-show-names = Names come to the office only then, and are deleted a minute after the visit.
admin-hint-appointment-lead-minutes = So much earlier somebody without an appointment had to come to be called first.
admin-hint-appointment-grace-minutes = Otherwise nobody is taken without an appointment any more.
admin-hint-hold-back-minutes = Earlier only if nobody else is next.
admin-hint-id = Short and without spaces. Best never changed afterwards.
admin-hint-letter = Each waiting area has its own.
admin-hint-way = Such as: first floor, on the right.
admin-hint-minutes-more = Empty: as long as the first one.
admin-hint-most-persons = 1 to 9. With 1 nobody is asked.
admin-hint-most = Empty: six at most.
admin-hint-only-with = None chosen: with all that do not say otherwise themselves.
admin-hint-group = What belongs together stands together: identity documents.
admin-hint-keywords = With commas between them: ID, card.
admin-hint-name = For whom, such as: under 24. Empty is the usual fee.
admin-hint-on-request = Citizens propose days, you answer with a time.
admin-hint-online-message = Shown where it cannot be booked online.
admin-hint-walk-in-message = Shown where it needs an appointment.
admin-hint-walk-in-hours = Empty: during all opening hours.
admin-hint-services = Nothing chosen means all.
admin-hint-access = For example: entrance in the yard, please ring.
admin-hint-month-weeks = None chosen means: in every week.
admin-hint-dates = Instead of weekdays.
admin-hint-stop = Empty: at the office’s own address.
admin-hint-places = So many appointments side by side without a counter of their own. Empty if you choose counters.
admin-hint-counters = At these counters. For closures nothing chosen means the whole office.
admin-hint-every-weeks = Such as 2; counted from the week of “From day”.
admin-hint-keep = Until then nobody can book them on the internet.
admin-hint-release-days-before = From then on they are there for everybody. 0 is the day itself.
admin-hint-until = Only if it is several days.
admin-hint-reason = Everybody reads this who wanted to come on that day.
admin-hint-from = Only if a part of the day stays open.
admin-option-left = to the left
admin-option-right = to the right
admin-option-up = straight on or up
admin-option-down = down
admin-option-mon = Mon
admin-option-tue = Tue
admin-option-wed = Wed
admin-option-thu = Thu
admin-option-fri = Fri
admin-option-sat = Sat
admin-option-sun = Sun
admin-option-first = first
admin-option-second = second
admin-option-third = third
admin-option-fourth = fourth
admin-option-last = last
admin-option-none = do not ask
admin-option-optional = ask, can be left empty
admin-option-required = has to be filled in
admin-option-on-site = on site
admin-option-telephone = by telephone
admin-option-video = by video
admin-option-card = identity card
admin-option-passport = passport
admin-option-house = house
admin-option-car = car
admin-option-parking = parking
admin-option-people = people
admin-option-document = paper
admin-option-rings = rings
admin-option-shop = shop
admin-option-stamp = stamp
admin-option-staff = for bookings at the telephone and the counter
admin-option-emergency = for emergencies
admin-option-walk-in = waits without an appointment
admin-option-desk = is sent to the information desk
admin-option-bw = Baden-Württemberg
admin-option-by = Bavaria
admin-option-be = Berlin
admin-option-bb = Brandenburg
admin-option-hb = Bremen
admin-option-hh = Hamburg
admin-option-he = Hesse
admin-option-mv = Mecklenburg-Western Pomerania
admin-option-ni = Lower Saxony
admin-option-nw = North Rhine-Westphalia
admin-option-rp = Rhineland-Palatinate
admin-option-sl = Saarland
admin-option-sn = Saxony
admin-option-st = Saxony-Anhalt
admin-option-sh = Schleswig-Holstein
admin-option-th = Thuringia
admin-revisions = Earlier revisions
admin-revisions-of = { $office }: revisions
admin-revisions-intro = Every saved change is a revision. You can look at each, and go back to each.
admin-revision = Revision { $number }
admin-revision-changes = What changed with this revision
admin-in-force = in force
admin-by-command-line = from the command line
admin-by-gone = somebody who does not work here any more
admin-go-back = Go back to this revision
admin-go-back-hint = You see first what it does.
admin-go-back-draft = You have a draft that is not saved yet. It is replaced by this.

# All offices, and offices as files.
admin-city = All offices
admin-city-none = No office yet. Make one, or take a file.
admin-city-line = Number { $number } · revision { $revision } · { $bookings ->
    [one] one appointment
   *[other] { $bookings } appointments
  } from now on
admin-city-is-new = This office is new.
admin-city-drafts = Your drafts
admin-city-not-yet = not yet
admin-city-save = Save all that fit
admin-city-save-hint = Holds at once. Look at each one first.
admin-city-saved = Saved: { $names }
admin-city-not-saved = Not saved, because something has changed meanwhile: { $names }. Please look at it again.
admin-city-file = As a file
admin-city-file-hint = A file holds everything about one office or all offices, no appointments and no passwords.
admin-city-down = Download all offices
admin-city-up = Choose a file
admin-city-up-hint = A file of this page or one written by hand (TOML, UTF-8). What is in it becomes your draft first.
admin-city-up-do = Upload and look
admin-file = File
admin-file-of = Download { $office } as a file
admin-file-found = In the file
admin-file-line = Line { $line }
admin-file-same = as before
admin-file-taken = taken over as a draft
admin-file-not-taken = not taken over
admin-file-has-draft = not taken over: you have a draft that is not saved yet
admin-file-asks = An office of the file was not taken over, because you have changed something of it and not saved it yet. If the file shall replace your draft, tick it below and upload the file once more.
admin-file-replace = Drafts that the file may replace
admin-file-replace-hint = What you have changed of an office that is ticked is lost then.
admin-file-wrong = Not everything in the file fits yet. Correct the file and upload it again, or change the draft here.
admin-file-unknown = The program does not know this; it was left out. Is it a slip, perhaps?
admin-file-empty = Please choose a file. There is nothing in this one.
admin-file-large = The file is too large. At most { $most } MB.
admin-file-not-text = Line { $line } of the file cannot be read: it is not text in UTF-8. Please save the file as “UTF-8” in your program and upload it again.
admin-file-not-toml = Line { $line } of the file cannot be read: { $shown }
admin-file-deep = The file is nested too deeply. No file of ours looks like this.
admin-file-not-ours = This file describes no office: an id is missing.
admin-new-office = New office
admin-new-intro = You begin with a template and then change what is different. The office is not seen until you save it.
admin-new-wrong = The office cannot be made like this yet.
admin-new-name-hint = For example: Citizens’ office North.
admin-new-name-wrong = Please enter a name of at most 200 characters.
admin-new-id-hint = Stands in the address of its pages and stays for ever, for example: nord.
admin-new-id-taken = This id exists already. Please choose another one.
admin-new-from = Template
admin-new-from-hint = Areas, services, counters, hours and rules are taken over; address and closing days are not.
admin-new-example = Example
admin-new-do = Begin the draft
admin-field-number = Number
admin-field-ends-on = Last day of this office
admin-hint-number = Stands in the QR codes of appointments and stays for ever. Each office has its own.
admin-hint-ends-on = Empty: the office stays. After this day there are no appointments, and it is no longer on the pages for citizens.
admin-remedy-number = Numbers begin with 1.
admin-ends-booked =
    { $count ->
        [one] One appointment is booked after the last day. Please cancel or move it first.
       *[other] { $count } appointments are booked after the last day. Please cancel or move them first.
      }
admin-ends-close = Cancel or move these appointments

# What is linked to an office, and programs of others.
admin-links = Lobby server and calendars
admin-links-of = { $office }: lobby server and calendars
admin-gone-already = That is not there, or not any more. The list is up to date now.
admin-lobby = Lobby server
admin-lobby-none = No lobby server has signed on yet.
admin-lobby-since = Signed on since: { $time }
admin-lobby-seen = Last heard of: { $time }
admin-lobby-make = Sign a lobby server on …
admin-lobby-make-sure = You get a code that you type in at the lobby server. If another one signs on with it, the one of before gets nothing more.
admin-lobby-make-do = Show a code
admin-lobby-code = Code for the lobby server
admin-lobby-code-hint = It is good for 30 minutes and once only. It is not shown again.
admin-calendars = Calendars of the counters
admin-calendars-intro = With a secret link a calendar program shows a counter’s appointments. Whoever has the link sees them.
admin-calendar-has = has a link
admin-calendar-none = no link
admin-calendar-make = Make a link
admin-calendar-anew = New link
admin-calendar-end = End the link
admin-calendar-of = Calendar of { $counter }
admin-calendar-hint = An earlier link holds no more. This one is not shown again.
admin-programs = Programs
admin-programs-all = all offices
admin-programs-name = Whose program it is
admin-programs-name-wrong = Please say in at most 60 characters whose program it is.
admin-programs-right-needed = Please choose what the program may do.
admin-programs-url-wrong = Please enter an address that begins with https://. Others could read along on the way.
admin-made-at = made: { $time }
admin-made-hint = Please hand it on now. It is not shown again.
admin-tokens = Tokens
admin-tokens-intro = With a token a program asks here what becomes of appointments.
admin-token-new = New token …
admin-token-rights = What it may do
admin-token-do = Make a token
admin-token-made = Token for { $name }
admin-token-back = Take back
admin-token-revoked = taken back: { $time }
admin-right-feed = read what becomes of appointments
admin-right-names = names and contacts, too
admin-right-metrics = read measurements
admin-right-statistics = read the figures of statistics
admin-hooks = Addresses that are told
admin-hooks-intro = The server tells them by itself what becomes of appointments. Each message is signed.
admin-hook-new = New address …
admin-hook-do = Add the address
admin-hook-made = Secret for { $name }, to verify signatures
admin-hook-told = Last taken: { $time }
admin-hook-never = Nothing taken yet
admin-hook-failed =
    { $count ->
        [one] Tried once in vain: { $error }
       *[other] Tried { $count } times in vain: { $error }
      }
admin-hook-next = Next try: { $time }
admin-hook-dead = Given up. Please check the address and try again.
admin-hook-failing = fails
admin-hook-again = Try again now
admin-keys = Keys of the QR codes
admin-keys-intro = A key signs the QR codes of appointments, so that nobody forges any.
admin-key = Key { $number }
admin-key-active = signs
admin-key-retired = only verifies
admin-key-revoked = revoked
admin-key-bookings =
    { $count ->
        [one] one appointment from now on
       *[other] { $count } appointments from now on
      }
admin-key-rotate = New key …
admin-key-rotate-sure = From now on a new key signs. QR codes of before stay valid.
admin-key-rotate-do = Change the key
admin-key-revoke = Revoke …
admin-key-revoke-sure = Only if the key has come into the wrong hands: its QR codes hold no more then. Whoever is still to come gets a new one by mail.
admin-key-revoke-do = Revoke the key

# People in the file of all offices.
admin-members-before = before: { $roles };
admin-members-then = from now on: { $roles }
admin-members-new = new, is invited: { $roles }
admin-members-office = One of the offices is not here yet. Save it first, then upload the file again.
admin-members-do = Take over for these people
admin-members-hint = Whoever is not in the file stays. Whoever is new gets a link and chooses a password.
admin-members-not = Not taken over: { $names }. Please change that under “People”.

# Mails, and the office's own sentences in them.
admin-mails = Look at the mails
admin-mails-of = { $office }: mails
admin-mails-intro = This is how the mails look with your draft, with invented details.
admin-mails-edit = Change own sentences
admin-mails-kind = Mail
admin-mails-language = Language
admin-mails-show = Show
admin-mails-subject = Subject:
admin-mails-page = As a page
admin-mails-text = As text
admin-mail-intro = Each sentence is a paragraph of its own in the mail. All may stay empty.
admin-mail-confirmed = Appointment booked
admin-mail-reminder = Reminder
admin-mail-moved = Appointment moved
admin-mail-cancelled = Appointment cancelled
admin-mail-office-moved = Moved by the office
admin-mail-office-cancelled = Cancelled by the office
admin-mail-office-offer = Another time offered
admin-mail-confirm-address = Please confirm
admin-mail-offer = Waiting list: a time became free
admin-mail-together = Several appointments booked
admin-mail-together-cancelled = Several appointments cancelled by the office
admin-mail-office-place = Another place
admin-mail-waiting = Waiting list: signed up
admin-mail-waiting-let-pass = Waiting list: all offers passed
admin-mail-waiting-nothing-free = Waiting list: nothing became free
admin-mail-requested = Request for a time received
admin-mail-request-declined = Request for a time: no appointment
admin-mail-request-unanswered = Request for a time: not answered
admin-mail-new-code = New QR code
admin-section-mail = Own sentences in mails
admin-field-opening = After the greeting
admin-field-confirmed = When it is booked
admin-field-confirm = When it still has to be confirmed
admin-field-moved = When it is moved
admin-field-cancelled = When it is cancelled
admin-field-offer = When a time is offered
admin-field-reminder = In the reminder
admin-field-closing = At the end
admin-hint-opening = Stands in every mail.
admin-hint-closing = Stands in every mail, for example a regard.

# An office that was saved by mistake.
admin-delete = Delete this office …
admin-delete-sure = Nobody has booked here yet. The office goes with all its revisions and drafts. This cannot be undone.
admin-delete-do = Delete for good
admin-delete-booked = This office cannot be deleted, because an appointment was booked or asked for here. Fill in its last day under “Office” instead. After that it is not on the booking pages any more.
admin-delete-lobby = This office cannot be deleted, because a lobby server has signed on here. Fill in its last day under “Office” instead. After that it is not on the booking pages any more.
admin-delete-closed = This office cannot be deleted, because it was closed before. Fill in its last day under “Office” instead. After that it is not on the booking pages any more.
admin-delete-named = This office cannot be deleted yet, because a person, an invitation or a program has a role or access at this very office. Please change that first under “People” or “Programs”.
admin-delete-changed = The office has changed meanwhile and is still there. Please have another look.
