# Pages for staff on the lobby server: desk, sign-in, devices, staff.

desk-skip = Skip to content
desk-menu = Main menu
desk-menu-counters = Counters
desk-menu-devices = Devices
desk-menu-staff = Staff
desk-menu-notices = Notices
desk-sign-out = Sign out
desk-signed-in-as = Signed in: { $name }
desk-other-language = Deutsch
desk-demo-clock = Demonstration with a set clock
desk-back = Back

## Sign in
desk-sign-in-title = Sign in
desk-sign-in-name = Name
desk-sign-in-password = Password
desk-sign-in-do = Sign in
desk-sign-in-wrong = Name or password is not right. Please try again.
desk-sign-in-locked = Too many wrong attempts. Please try again from { $time }.
desk-sign-in-first = Nobody has set up an account here yet. Please open the link that the lobby server printed when it first started.

## First set-up
desk-setup-title = Make your account
desk-setup-intro = Make the first account here, for an administrator. Afterwards add other people under “Staff”. This link works once.
desk-setup-invited = Welcome! Please choose a password. Then you are signed in. This link works once.
desk-setup-name = Your name, for signing in and for colleagues
desk-setup-as = From now on you sign in as: { $name }
desk-setup-do = Make account
desk-setup-used = This link was used or is too old. Please ask for a new one.
desk-password-hint = At least { $count } characters. Three or four words are easy to remember.
desk-password-short = The password must have { $least } to { $most } characters.
desk-name-taken = That name exists already, or the link was used meanwhile.
desk-name-needed = The name must have 1 to 60 characters.

## Choosing a counter
desk-counters-title = Which counter?
desk-counters-free = free
desk-counters-yours = You are here
desk-counters-taken = taken: { $name }
desk-counters-take = Take { $counter }
desk-counters-go = Go on at { $counter }
desk-counters-none = The lobby server does not know this office yet. It needs a connection to the booking server once. This page goes on by itself.
desk-counters-all = calls every service

## Desk
desk-online = connected
desk-offline = no connection since { $time }
desk-offline-what = You see how things were at { $time }. Please call people by voice, in this order. The keys work again as soon as the connection is back.
desk-unsent = It did not arrive. Please check that there is a connection, then press again.
desk-still-sending = The last press is still on its way. One moment, please.
desk-just-changed = The page has just changed. Please press again.
desk-choice-gone = “{ $choice }” is no longer available. Nothing has happened. Please choose again.
desk-letters = Use letter keys
desk-refresh = Refresh
desk-no-script = Without JavaScript this page shows news only after “Refresh”.
desk-leave = Leave counter
desk-now = At the counter
desk-nobody = Nobody at the counter
desk-state-called = called
desk-state-serving = being served
desk-calls = calls that count: { $calls } of { $needed }
desk-not-shown = The display is not working, please call out.
desk-called-out = I have called out
desk-announce-called = { $number } is called.
desk-announce-serving = { $number } is being served.
desk-announce-nobody = Nobody is at the counter.

desk-next = Next
desk-next-probably = probably { $number } – { $what }
desk-next-nobody = Nobody is waiting for this counter at the moment.
desk-with-appointment = appointment { $time }
desk-without-appointment = no appointment
desk-late = no appointment (came too late)
desk-late-short = too late
desk-what = { $due }, { $services }
desk-services-unknown = services not known yet
desk-times = { $count } × { $service }
desk-start = Begin
desk-recall = Call again
desk-no-show = Not here
desk-put-back = Put back
desk-put-back-hint = keeps its place, comes a little later
desk-finish = Done
desk-park = Put aside
desk-parked = Put aside by you
desk-parked-free = You can go on as soon as your counter is free.
desk-take = Go on
desk-leave-to-all = Hand them on to everybody and leave
desk-ask = Finish { $number }?
desk-ask-yes = Yes, finish and call next
desk-ask-no = No
desk-undo = Undo
desk-undo-call = call of { $number }
desk-undo-start = beginning of { $number }
desk-undo-finish = finish of { $number }
desk-undo-put-back = putting back { $number }
desk-undo-no-show = “Not here” for { $number }
desk-undo-park = putting { $number } aside
desk-undo-take = “Go on” with { $number }
desk-undo-transfer = handing on { $number }
desk-undo-cancel = “Does not want to wait” for { $number }
desk-undo-urgent = letting { $number } go first
desk-undo-merge = merging { $number }
desk-undo-services = services { $number }
desk-undo-take-over = taking over { $number }
desk-seconds-left = { $seconds } s left
desk-key-space = Space
desk-key-enter = Enter
desk-key-escape = Esc

desk-why-appointment = Why? The appointment at { $time } is next in line.
desk-why-walk-in = Why? Waiting since { $time }, longer than anybody else.
desk-why-urgent = Why? Moved forward as urgent.
desk-why-early = Why? Nobody else is waiting here, so the appointment at { $time } comes earlier.
desk-why-companion = Why? Belongs to { $number }, and they are served one after the other at one counter.
desk-why-held = Why? Not due yet, but nobody else is waiting here.

desk-waiting = Who is waiting
desk-waiting-here = { $count ->
    [one] 1 person
   *[other] { $count } people
}
desk-waiting-none = Nobody is waiting for this counter.
desk-waiting-others = { $count ->
    [one] One more person is waiting for other counters.
   *[other] { $count } more people are waiting for other counters.
}
desk-waiting-more = and { $count } more
desk-waiting-held = put back until { $time }
desk-together = together with { $number }
desk-together-there = together with { $number }, now at { $counter }
desk-wish-pick-up = please fetch
desk-wish-more-time = needs more time
desk-wish-interpreter = needs an interpreter
desk-interpreting = interpreter: { $what }
desk-language-other = another language
desk-way-on-site = on site
desk-way-telephone = telephone
desk-way-video = video
desk-persons = { $count } people
desk-wish = Wish
desk-wish-is = Applies
desk-wish-yes = yes
desk-wish-no = no longer
desk-wish-keep = Keep
desk-note-read-twice = read twice
desk-note-cancelled = appointment had been cancelled
desk-note-moved = appointment had been moved
desk-note-not-confirmed = appointment had not been confirmed
desk-note-number-taken = another number on the paper
desk-note-clock = time of arrival is uncertain
desk-minutes = { $minutes } min

## Handing on, letting somebody go first, joining, without a number
desk-transfer = Hand on
desk-transfer-to = To whom
desk-transfer-to-all = whoever handles the request
desk-service = Request
desk-services-change = Change services
desk-services-more = In addition
desk-services-none = nothing
desk-services-keep = Apply
desk-service-same = as before
desk-gives-up = Does not want to wait
desk-gives-up-sure = The number is struck off. That cannot be undone here.
desk-gives-up-do = Yes, strike it off
desk-finish-with = Done, with result
desk-outcome = Result
desk-outcome-goes-on = none: the rest goes on waiting
desk-transfer-done = Already done here
desk-outcome-done = settled
desk-outcome-documents-missing = documents missing
desk-outcome-not-responsible = not responsible
desk-outcome-comes-again = will come again
desk-quick = Serve without a number
desk-quick-do = Serve now
desk-chosen = What to do with
desk-take-now = Serve now
desk-join = Serve together with { $number }
desk-reason = Why
desk-reason-deadline = a deadline is near
desk-reason-office-fault = the office’s mistake
desk-reason-cannot-wait = cannot wait
desk-make-urgent = Let go first
desk-urgent = goes first
desk-urgent-for = goes first: { $reason }
desk-handed-on = handed on to { $to }
desk-close = Close
desk-documents = To bring along: { $documents }
desk-speaks-easy = easy German
desk-speaks-en = language: English
desk-speaks-tr = language: Turkish
desk-speaks-ar = language: Arabic
desk-speaks-uk = language: Ukrainian
desk-speaks-ru = language: Russian
desk-speaks-pl = language: Polish
desk-speaks-fr = language: French
desk-search = Search the list
desk-search-none = Nobody waiting for this counter matches that.
desk-search-unknown = Nobody at the front of the list matches that. Those behind cannot be searched just now.
desk-elsewhere = Other counters

## Leaving
desk-leaving = Leaving { $counter }: what becomes of the visits that are still open?
desk-leave-finished = They are done: finish them and leave
desk-leave-to = Give them to this counter and leave

## Settings of this browser
desk-ask-first = Ask before “Next”
desk-next-key = Key for
desk-next-key-set = Change
desk-next-key-press = Press the key now.
desk-next-key-taken = That key does something else already.

## Hints for the first days
desk-hint-free = The big key calls whoever is next. The space bar does the same.
desk-hint-called = When the person comes to you, press “Begin”. If they do not, call again.
desk-hint-serving = When you are done, call the next person right away, or press “Done” and take a break.
desk-hint-parked = Whoever you have put aside is served on with “Go on”, as soon as nobody is at the counter.
desk-hint-leave = Say what becomes of the visits that are still open. Then the counter is free.
desk-hint-line = This person is waiting. You can call them now, let them go first or hand them on. Escape closes the choice.
desk-hint-done = Got it

## The whole room
desk-menu-room = Room
desk-room-title = All counters and everybody waiting
desk-room-offline = You see how it was at { $time }. What you press now arrives once the link is back.
desk-room-counters = Counters
desk-room-closed = closed
desk-room-parked = Put aside
desk-room-nobody = Nobody is waiting.
desk-room-search-none = Nobody here matches that.
desk-room-search-first = Nobody at the front of this list matches that. Whoever waits further back is found by number under “Find” above.
desk-room-expected = Booked for today, not here yet
desk-room-expected-none = Everybody is here, or nobody has booked today.
desk-room-check-in = Check in
desk-room-return = Back into the queue
desk-room-checked-in = Checked in:
desk-room-walk-in = Give a number without an appointment
desk-room-walk-in-do = Give a number
desk-room-walk-in-paper = Ticket
desk-room-walk-in-no-paper = do not print, tell the number
desk-room-walk-in-from = Without an appointment it works again from { $time }.
desk-room-walk-in-not-offered = This request needs an appointment.
desk-room-walk-in-service = Please choose a request.
desk-room-code-find = Find
desk-room-code-unknown = This appointment number belongs to no appointment known here.
desk-room-cancelled = The appointment is cancelled.
desk-room-too-early = Too early. Checking in works from { $time }.
desk-room-too-late = Too late. Checking in worked until { $time }.
desk-room-other-day = The appointment is at another time: { $time }.
desk-room-finished = The visit { $number } is over.
desk-room-full = There are no more numbers today.

## Figures
desk-menu-statistics = Figures
desk-statistics-title = Figures of the day
desk-statistics-today = Today
desk-statistics-month = Last 30 days
desk-statistics-appointments = with appointment
desk-statistics-walk-ins = without appointment
desk-statistics-came = came
desk-statistics-served = served
desk-statistics-no-show = did not appear
desk-statistics-waiting = still waiting
desk-statistics-half = half at most
desk-statistics-most = 19 of 20 at most
desk-statistics-minutes = { $minutes } min
desk-statistics-percent = { $percent } %
desk-statistics-wait-means = Wait: from arrival to the first call, with an appointment not before its time.
desk-statistics-services = Time at the counter by request
desk-statistics-service-means = Time at the counter: from beginning to end without interruptions; visits for a single request only.
desk-statistics-told = How good the waits shown were
desk-statistics-tickets = numbers called
desk-statistics-error = off on average
desk-statistics-within = within the span shown
desk-statistics-told-means = The middle of the wait that was forecast when the number was given is compared with the time to the first call, for all numbers called.

## Calling for help, messages
desk-alarm-call = Call for help
desk-alarm-hint = silently, to all colleagues
desk-alarm-unsent = It did not arrive. Please use the emergency call. Your call for help is sent again until it arrives.
desk-alarm-unsent-over = Stop sending
desk-alarm-title = Help! { $counter }
desk-alarm-called = Help was called. Nobody has answered yet.
desk-alarm-comes = { $name } is coming to you.
desk-alarm-there = { $counter } needs help.
desk-alarm-comes-there = { $name } is going to { $counter }.
desk-alarm-reception = Reception
desk-alarm-comes-reception = { $name } is going to reception.
desk-alarm-answer = I am coming
desk-alarm-end = End
desk-message = { $name }, { $time }: { $text }
desk-message-read = Read
desk-message-text = Message
desk-message-send = Send
desk-message-wrong = A message has 1 to { $most } characters.
desk-message-sent = Sent.

## Breaks, taking over
desk-break = Take a break
desk-break-do = Begin the break
desk-break-minutes = How long
desk-break-break = Break
desk-break-lunch = Lunch
desk-break-meeting = Meeting
desk-break-errand = Errand
desk-break-until = { $reason } until { $time }
desk-go-on = Go on
desk-away = away
desk-take-over = Take over

## Answers
desk-refused-no-office = The lobby server does not know this office yet. It needs a connection to the booking server once.
desk-refused-not-found = That is no longer here. The page now shows how things are.
desk-refused-counter-not-open = You no longer have this counter. Please choose it again.
desk-refused-counter-taken = { $counter } is taken: { $name }. Please choose another counter.
desk-refused-one-counter = You are already at { $counter }. Please leave it first.
desk-refused-counter-busy = { $number } is still at the counter. Please finish that first, or put it back.
desk-refused-companion = { $number } belongs to { $with } and is not called to another counter at the same time.
desk-refused-nobody-waiting = Nobody is waiting for this counter at the moment.
desk-refused-nobody-here = Nobody is at the counter just now.
desk-refused-not-now = Not possible now: { $number } is { $state }.
desk-refused-elsewhere = Something has changed at the counter meanwhile. The page now shows how things are; please press again if needed.
desk-refused-parked-here = { $number } is still put aside by you. Go on with it, or hand the visit on to everybody.
desk-refused-parked-elsewhere = Somebody else has put this visit aside and is still at a counter.
desk-refused-already-urgent = This visit goes first already.
desk-refused-calls = Only { $calls } of { $needed } calls that count so far. Please call again.
desk-refused-too-recent = “Not here” is possible from { $time }. The last call is less than { $seconds } seconds old.
desk-refused-comes-later = { $number } comes later, by { $time }. “Not here” works only then; until then use “Put back”.
desk-refused-not-shown = The display has not shown the call. Please call out { $number } and press “I have called out”.
desk-refused-nothing-to-undo = There is nothing left to undo. It is possible for 60 seconds.
desk-refused-changed-since = This can no longer be undone because something else has happened since.
desk-refused-storage = The lobby server cannot store anything at the moment. Nothing has happened. Please press again; if that does not help, call your technician.
desk-refused-paused = This counter is on a break. Press “Go on” first.
desk-refused-still-here = { $number } is still at this counter. Please finish or put back before you take a break.
desk-refused-clerk-there = Somebody is still at that desk. You can take over only where nobody is at the desk.
desk-refused-interrupted = Everything is interrupted. It goes on as soon as the supervisor presses “Go on”.
desk-refused-moment = This time is not possible here. Please check it.
desk-refused-late = Coming later is possible once, and by 15 minutes at most.
desk-refused-other = That did not work. Please try again.
desk-refused-no-numbers = All numbers of today are given. Please serve without a number.
desk-refused-too-many-services = A visit can have ten services at most. Please finish what is done first.
desk-refused-no-service = No service is left. If everything is done, please press “Done”.
desk-refused-form = This page was out of date. Please try again.
desk-refused-origin = This request came from another site and was not carried out.
desk-refused-role = Your account may not do this. Please ask an administrator.
desk-not-here-title = There is no such page
desk-not-here = There is nothing at this address.

desk-state-word-waiting = waiting
desk-state-word-called = called
desk-state-word-serving = being served
desk-state-word-parked = put aside
desk-state-word-over = already finished
desk-state-word-no-show = did not come
desk-state-word-cancelled = no longer here
desk-state-word-unserved = not served today

## Devices
desk-devices-title = Devices
desk-devices-none = No device is enrolled yet.
desk-devices-new = Enrol a device
desk-devices-name = Name, for example “Kiosk entrance”
desk-devices-kind = What is it?
desk-devices-kiosk = Kiosk at the entrance
desk-devices-display = Display in a waiting area
desk-devices-areas = Which waiting areas does it show? All, if none is chosen.
desk-devices-make = Make enrolment code
desk-devices-code = Enrolment code for “{ $name }”
desk-devices-code-hint = Type it at the device. It works once and until { $time }. It is shown only now.
desk-devices-name-needed = Please give the device a name.
desk-devices-works = in order
desk-devices-trouble = out of order
desk-devices-connected = connected
desk-devices-away = not connected
desk-devices-away-since = not connected since { $time }
desk-devices-revoke = Revoke
desk-devices-revoke-label = Revoke { $name }
desk-devices-revoked = revoked
desk-devices-revoked-now = “{ $name }” is revoked.
desk-devices-part-printer = Printer
desk-devices-part-camera = Camera
desk-devices-part-reader = QR code reader
desk-devices-part-sound = Sound
desk-devices-part-service = Service
desk-devices-part-journal = Disk
desk-devices-part-staff = Staff page
desk-devices-part-alone = Work without the server
desk-devices-part-voice = Voice
desk-devices-part-screen = Screen
desk-devices-part-slides = Slides
desk-devices-part-panel = Panel size

## Staff
desk-staff-title = Staff
desk-staff-new = Add a person
desk-staff-name = Name, for signing in and for colleagues
desk-staff-role = May
desk-staff-role-clerk = work at counters
desk-staff-role-supervisor = work at counters and see the whole room
desk-staff-role-administrator = everything, devices and staff included
desk-staff-add = Make invitation link
desk-staff-link = Invitation link for “{ $name }”
desk-staff-link-hint = Give it to the person. It works once, for three days. It is shown only now.
desk-staff-remove = Remove
desk-staff-remove-label = Remove { $name }
desk-staff-removed = “{ $name }” can no longer sign in.
desk-staff-yourself = You cannot remove your own account.
desk-staff-you = you

## Notices
desk-notices-title = Notices
desk-notices-none = No notices.
desk-notices-dismiss = Done
desk-notice-terminal-clock = The clock of “{ $subject }” is wrong. The lobby server’s clock counts.
desk-notice-keypad-locked = Too many wrong appointment numbers were typed at “{ $subject }”. The keypad rests for a minute.
desk-notice-part-broken = Something is out of order at “{ $subject }”.
desk-notice-print-failed = A ticket may not have come out of the printer: { $subject }.
desk-notice-call-not-shown = No display has shown the call of { $subject }.
desk-notice-booking-trouble = Something that the booking server sent could not be used.
desk-notice-read-twice = Two tickets belong to one visit: { $subject }. Both numbers are called.
desk-notice-alone-cancelled = { $subject } was let in without a connection; the appointment had been cancelled.
desk-notice-alone-moved = { $subject } was let in without a connection; the appointment had been moved.
desk-notice-alone-not-confirmed = { $subject } was let in without a connection; the appointment had not been confirmed.
desk-notice-alone-number-taken = The number on a ticket had been given already. The visit now has { $subject }.
desk-notice-alone-clock = { $subject } was let in without a connection while the terminal’s clock could not be relied on.
desk-notice-alone-missed = { $subject } was let in without a connection and reported only after the day had ended.
desk-notice-restored = { $subject } knew a newer state than this server: its data come from a backup. New tickets begin with another letter. Please compare who waits with their tickets.
desk-notice-clock-leapt = The clock of this lobby server has leapt and is not followed; the day goes on as before. Please have the clock checked. If it is right now, start the lobby server again.

## The whole room: notices to everybody, interruption, tickets without an appointment, counters
desk-notice-not-served = { $subject } is waiting, but no open counter serves the request.
desk-notice-terminal-silent = “{ $subject }” no longer answers.
desk-trouble-silent = “{ $subject }” does not answer. Please check whether it is running.
desk-trouble-silent-since = “{ $subject }” has not answered since { $time }. Please check whether it is running.
desk-trouble-parts = Out of order at “{ $subject }”: { $parts }.
desk-trouble-many = { $more ->
    [0] { $subjects } are out of order.
    [1] { $subjects } and one more are out of order.
   *[other] { $subjects } and { $more } more are out of order.
} Please check whether they are running.
desk-house-late = Will not be served before closing
desk-house-late-told = have been told: { $numbers }
desk-house-title = The whole office
desk-house-all = all requests
desk-house-interrupted = Everything is interrupted since { $time }.
desk-house-interrupted-text = Everything is interrupted since { $time }. The screens say: { $text }
desk-house-interrupt = Interrupt everything
desk-house-interrupt-what = Calls are taken back, displays are silent, nobody can check in, and no time limit runs. After “Go on” the order is the same.
desk-house-no-alarm = This is no alarm system: call the fire brigade on 112.
desk-house-interrupt-do = Yes, interrupt everything
desk-house-text = What the screens say
desk-house-text-usual = the usual sentence
desk-house-paused = No tickets without an appointment: { $scope }
desk-house-pause = No tickets without an appointment
desk-house-pause-what = Whoever has an appointment can still check in. It holds until “Give tickets again”, at the longest until the end of the day.
desk-house-pause-do = Give no more
desk-house-resume = Give tickets again
desk-house-scope = What for
desk-house-told = On all screens until { $time }: { $text }
desk-house-tell = Notice to all screens
desk-house-tell-text = Notice for displays and kiosks
desk-house-tell-long = How long
desk-house-tell-do = Show
desk-house-tell-wrong = A notice has 1 to { $most } characters and no control characters.
desk-house-untell = Show no longer
desk-house-close = Close a counter
desk-house-close-do = Close this counter
desk-house-open = Open a counter
desk-house-open-do = Open this counter
desk-house-counter = Which counter
desk-house-clerk = For whom
desk-house-left = Whoever is still there
desk-house-left-all = waits for all who serve the request
desk-house-left-finished = was served: finish
desk-house-sits = { $name } already sits at { $counter }.

# What reception and desk know of who comes.
desk-waiting-late = comes later, by { $time }
desk-room-find = Number, appointment number or time of the appointment
desk-room-find-names = Number, appointment number, time of the appointment or surname
desk-room-find-number = There is no such number today.
desk-room-find-time = Nobody has an appointment at this time today.
desk-room-find-name = Nobody with an appointment today has this name. The search has been recorded.
desk-room-find-wrong = Nothing is known of that. Search for A 017, K7M4-3PXR or 10:30.
desk-room-open = Open
desk-room-admit = Check in as on time
desk-room-choose-reason = Please choose
desk-house-choose = Please choose first whom or what it concerns.
desk-room-reason-missing = Please choose a reason.
desk-admit-no-code = QR code and appointment number not at hand
desk-admit-delayed-by-us = delayed by us
desk-admit-delayed-by-transport = bus or train was late
desk-admit-goodwill = goodwill
desk-staff-searches = Searches by name
desk-staff-searches-hint = Who searched for a name in the last 30 days. The name itself is not recorded.
desk-print = Print the ticket again
desk-print-where-label = Terminal
desk-print-where = Please choose a terminal.
desk-print-away = “{ $kiosk }” is not connected. Please choose another terminal, or tell the number.
desk-print-ordered = “{ $kiosk }” prints a copy of { $number }.
desk-sheet-title = Emergency sheet
desk-sheet-as-of = As of { $time }
desk-sheet-here = Already here
desk-sheet-expected = With an appointment, not here yet
desk-sheet-time = Appointment
desk-sheet-number = Number
desk-sheet-code = Appointment number
desk-sheet-services = Services
desk-sheet-state = State
desk-sheet-show = Show the emergency sheet
desk-sheet-print = Print
desk-kept-title = No connection
desk-kept-age = You see the emergency sheet, { $minutes } min old. Please call people by voice, in this order. When the connection is back, it says so here.
desk-kept-over = The emergency sheet was of another day and has been deleted.
desk-kept-back = The connection is back.
desk-kept-go-on = Back to the desk
desk-remark = Note
desk-remark-hint = For everybody who serves this visit. Deleted with the visit.
desk-remark-keep = Keep the note
desk-remark-says = Note: { $note }
desk-remark-of = Note on { $number }: { $note }
desk-room-find-more = { $count ->
    [one] One more matches. Please search more precisely.
   *[other] { $count } more match. Please search more precisely.
}
desk-remark-wrong = A note has at most { $most } characters.

## Display in a browser
desk-wall-settings-title = Settings of the display
desk-wall-enrol-how = At a desk, under “Devices”, make a sign-on code for a display, and type it here.
desk-wall-code = Sign-on code
desk-wall-inch = Diagonal of the screen, in inches
desk-wall-metres = Distance to the farthest seat, in metres
desk-wall-volume = Volume in percent, 0 for silence
desk-wall-languages = Languages, in turns
desk-wall-motion = Motion
desk-wall-still = Nothing moves
desk-wall-enrol = Sign on
desk-wall-back = Back to the display, changing nothing
desk-wall-keep = Apply
desk-wall-wrong-code = This code is wrong, was used, or is older than 15 minutes. Please make a new one.
desk-wall-other-kind = This code is for a kiosk. Please make one for a display.
desk-wall-too-many = Too many wrong codes. Please try again from { $time } on.
desk-wall-wrong-inch = Please give the diagonal in inches, 5 to 200.
desk-wall-wrong-metres = Please give the distance in metres, 0.5 to 50.
desk-wall-wrong-volume = Please give the volume in percent, 0 to 100.
desk-wall-wrong-languages = Please choose at least one language.
desk-wall-sound-on = Sound on
desk-wall-full = Full screen
desk-wall-no-script = This display needs a newer browser (Chromium 94, Firefox 92, Safari 15.4 or newer) with JavaScript.
