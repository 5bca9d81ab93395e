# The entrance terminal's screens. Say what is, then what to do; plain words.

# Everywhere
kiosk-back = Back
kiosk-done = Done
kiosk-demo-clock = Demo time
kiosk-link-lost = No connection since { $time }
kiosk-help-desk = Help: { $desk }
kiosk-help-staff = Help: ask our staff
kiosk-go-desk = Please ask for help: { $desk }.
kiosk-go-staff = Please ask our staff for help.
kiosk-still-there = Do you need more time?
kiosk-more-time = Yes, more time
kiosk-no-more-time = No, I am done

# Welcome
kiosk-welcome-title = Hold the QR code of your appointment in front of the camera
kiosk-welcome-what = Phone or paper
kiosk-welcome-private = Only the QR code is read, nothing is stored.
kiosk-welcome-seen = QR code found
kiosk-welcome-closer = A little closer, please – or make your screen brighter
kiosk-welcome-one-only = I see two QR codes. Please hold one after the other in front of the camera.
kiosk-welcome-type-instead = Not working? Type your appointment number.
kiosk-welcome-no-camera = The camera does not work right now.
kiosk-welcome-camera-starts = The camera is starting …
kiosk-type-number = Type appointment number
kiosk-walk-in = No appointment
kiosk-nothing-with-me = I have nothing with me
kiosk-language = Language · Sprache · لغة

# Checking
kiosk-checking = One moment, please …
kiosk-checking-what = We are looking for your appointment.
kiosk-checking-ticket = Your ticket is on its way.

# Ticket
kiosk-ticket-title = Your number
kiosk-ticket-again = You are already checked in
kiosk-ticket-back = You are in the queue again
kiosk-ticket-called = It is your turn
kiosk-ticket-go-to = Go to: { $counter }
kiosk-ticket-wait-here = Please wait here:
kiosk-ticket-place = { $area }, { $way }
kiosk-ticket-wait = Waiting time { $span }
kiosk-ticket-alone = Please wait until our staff call you.
kiosk-alone-list = Day list of { $time }
kiosk-alone-no-list = No day list: without a connection no numbers are given.
kiosk-alone-numbers = { $count } numbers left
kiosk-alone-handed-over = given without a connection: { $all }, of which handed over: { $done }
kiosk-alone-refused = not accepted: { $count }
kiosk-alone-clock = This terminal’s clock cannot be relied on. Please set it.
kiosk-alone-keypad = At { $time } five wrong appointment numbers were typed while offline.
kiosk-alone-damaged = The day list on this terminal had been changed and is not used.
kiosk-alone-paper-title = Given without a connection
kiosk-alone-paper-none = No tickets.
kiosk-alone-paper-arrived = here since { $time }
kiosk-ticket-phone = See your place in the queue on your phone.
kiosk-ticket-printing = Your ticket is being printed …
kiosk-ticket-printed = Please take your ticket.
kiosk-ticket-not-printed = There is no paper. Please remember the number or take a photo.
kiosk-ticket-maybe-printed = No paper? Please remember the number or take a photo.
kiosk-ticket-copy = Print a copy
kiosk-ticket-another = Show another QR code

# People together, and what they wish of whoever calls
kiosk-another-title = Hold the next QR code in front of the camera
kiosk-ticket-together = Together with { $numbers }
kiosk-wish-open = Help or more time
kiosk-wish-title = What would you like?
kiosk-wish-for = For number { $number }
kiosk-wish-pick-up = Please come and fetch me
kiosk-wish-more-time = I need more time
kiosk-wish-interpreter = I need an interpreter
kiosk-wish-what = Staff see your wish before they call you. Press again to take it back.
kiosk-wish-private = We store only this wish, never a reason.

# Keypad
kiosk-keypad-title = Type your appointment number
kiosk-keypad-where = 8 characters, for example K7M4-3PXR. You find it in your confirmation.
kiosk-keypad-wrong = One character is wrong. Please check the appointment number.
kiosk-keypad-pin = This looks like your PIN. Please type the appointment number: 8 characters with letters, for example K7M4-3PXR.
kiosk-keypad-send = Check in

# Without an appointment
kiosk-walk-in-title = What would you like to do?
kiosk-walk-in-wait = Waiting time without appointment: { $span }
kiosk-walk-in-full = It is very busy. There may be no more numbers today.
kiosk-walk-in-none = Nothing is offered here without an appointment.
kiosk-walk-in-take = Take a number
kiosk-walk-in-more = More services ({ $page }/{ $pages })

# Without an appointment: searching, hours, pauses
kiosk-walk-in-search = Search
kiosk-walk-in-search-what = Type a word, for example “pass”.
kiosk-walk-in-search-none = We find nothing for this. Please try another word.
kiosk-walk-in-search-more = There is more. Please go on typing.
kiosk-walk-in-ahead = People before you: { $count }
kiosk-walk-in-not-now = Without an appointment again: { $when }.
kiosk-walk-in-book = Book an appointment:
kiosk-not-now-title = Not without an appointment now
kiosk-paused-title = There are no numbers at the moment

# Nothing with me, languages
kiosk-nothing-title = Your name is enough
kiosk-nothing-what = With an appointment: say your name. You do not need a QR code.
kiosk-nothing-walk-in = Without an appointment: you can take a number here.
kiosk-languages-title = Language · Sprache

# Refusals
kiosk-fact-appointment = Appointment
kiosk-fact-new-appointment = New appointment
kiosk-fact-was = Your appointment was
kiosk-fact-now = Now
kiosk-fact-place = Place
kiosk-fact-number = Your number
kiosk-unreadable-title = This QR code is not ours
kiosk-unreadable-what = Please show the QR code of your appointment.
kiosk-unknown-title = This QR code is not valid here
kiosk-unknown-what = Please check that you have the latest confirmation.
kiosk-unknown-number-title = We do not know this appointment number
kiosk-unknown-number-what = Please check the 8 characters and type them again.
kiosk-type-again = Type it again
kiosk-locked-title = Please wait a moment
kiosk-locked-what = You can type again from { $time }. The QR code works at once.
kiosk-wrong-office-title = Your appointment is at another place
kiosk-wrong-office-what = Please go there and check in there.
kiosk-wrong-office-unknown = You find the place in your confirmation.
kiosk-cancelled-title = This appointment is cancelled
kiosk-cancelled-what = You can take a number here without an appointment.
kiosk-moved-title = Your appointment has moved
kiosk-moved-what = Please check in here on { $date } from { $time }.
kiosk-finished-title = Your visit is over
kiosk-finished-what = Do you need anything else? You can take a new number without an appointment.
kiosk-wrong-day-title = Your appointment is on another day
kiosk-wrong-day-what = Please come on that day. You can check in from { $time }.
kiosk-past-day-title = Your appointment is over
kiosk-past-day-what = You can take a number here without an appointment.
kiosk-too-early-title = You are too early
kiosk-too-early-what = Please check in here from { $time }.
kiosk-too-late-title = The check-in time is over
kiosk-too-late-what = You could check in until { $time }.
kiosk-late-offer = You can wait without an appointment: { $span }.
kiosk-late-take = Wait without an appointment
kiosk-not-confirmed-title = This appointment was not confirmed
kiosk-not-confirmed-what = Your time is no longer kept. You can take a number without an appointment.
kiosk-closed-today-title = We are closed today
kiosk-queue-full-title = There are no more numbers today
kiosk-queue-full-opens = Please come again: { $when }.
kiosk-queue-full-later = Please come on another day or book an appointment.
kiosk-closed-title = We are closed now
kiosk-closed-opens = Open again: { $when }.
kiosk-not-offered-title = This needs an appointment
kiosk-not-offered-what = Please book an appointment.
kiosk-no-answer-title = This is taking too long
kiosk-no-answer-what = Please try again in a moment.
kiosk-no-answer-valid-what = Your QR code is valid. We cannot give you a number right now. Please try again in a moment.
kiosk-try-again = Try again

# Out of service
kiosk-out-title = This terminal is out of service
kiosk-out-what = Please ask our staff. Your appointment is still valid.
kiosk-out-starting-title = One moment, please
kiosk-out-starting-what = This terminal is starting.

# What only staff read, in German and English alone
kiosk-staff-title = For staff
kiosk-staff-tries = The terminal keeps trying by itself.
kiosk-staff-bad-start = The start did not succeed: { $reason }
kiosk-staff-not-enrolled = This terminal is not enrolled. Make a code for a terminal at the lobby server and run here: { $command }
kiosk-staff-refused = The lobby server does not accept this terminal ({ $reason }). Enrol it again with: { $command }
kiosk-staff-no-lobby = The lobby server { $server } cannot be reached. Is it running, and is the network up?

# What is said aloud and stands nowhere.
kiosk-speak-keys = Arrow keys: choose. Enter: press. Speech key: stop, or hear it again. Plus and minus: louder and quieter. Page up and page down: faster and slower. Escape: back.
kiosk-speak-choices = You can choose: { $keys }
kiosk-speak-private = Other people could hear the details of your appointment. Should they be read aloud? Then press five.
kiosk-speak-any-key = If you need more time, press any key.
kiosk-speak-pace = This is how fast it speaks now.
kiosk-speak-typed = Typed: { $signs }
kiosk-speak-deleted = Deleted: { $sign }
kiosk-speak-delete = Delete the last character
kiosk-speak-chosen = Chosen: { $count }
kiosk-speak-aim = Short tones help you: the higher the tone, the nearer the QR code. The faster the tones, the nearer it is to the middle.
kiosk-speak-languages = With the arrow keys you hear the languages, each in its own voice.
kiosk-speak-keypad = Type the characters, or choose them with the arrow keys.

# The aids: each key says its name and how it stands
kiosk-aids-title = Accessibility
kiosk-aids-what = This is for you alone, and only now.
kiosk-aids-state = { $aid }: { $state }
kiosk-aids-speech = Read aloud
kiosk-aids-letters = Large letters
kiosk-aids-time = More time
kiosk-aids-low = Keys further down
kiosk-aids-off = off
kiosk-aids-on = on
kiosk-aids-large = large
kiosk-aids-largest = very large
kiosk-aids-double = twice as long
kiosk-aids-triple = three times as long
kiosk-aids-missing = not possible here

# Staff page
kiosk-staff-door-pin = Please type the PIN of the staff page.
kiosk-staff-door-checking = Checking the PIN …
kiosk-staff-door-wrong = This PIN is not right.
kiosk-staff-door-locked = Too many wrong PINs. Go on in { $seconds } seconds.
kiosk-staff-door-code = The staff QR code before the camera opens it, too.
kiosk-staff-door-code-alone = Please hold the staff QR code before the camera.
kiosk-staff-door-open = Open
kiosk-staff-door-none = The staff page has no PIN yet. Run this on this computer, put the line into { $config } and restart the terminal:
kiosk-staff-tab-camera = Camera
kiosk-staff-tab-printer = Printer
kiosk-staff-tab-links = Connection
kiosk-staff-tab-refusals = Last refusals
kiosk-staff-tab-service = Sound and service
kiosk-staff-tab-about = About this terminal
kiosk-staff-state = State
kiosk-staff-starting = still starting
kiosk-staff-works = in order
kiosk-staff-frames = Pictures
kiosk-staff-frames-count = { $count } a second
kiosk-staff-read = Read, last minute
kiosk-staff-unread = Seen, not read
kiosk-staff-last-read = Last QR code
kiosk-staff-milliseconds = read in { $count } ms
kiosk-staff-last-ticket = Last ticket
kiosk-staff-no-ticket = none since the start
kiosk-staff-print-test = Print a test ticket
kiosk-staff-print-copy = Last ticket as a copy
kiosk-staff-print-alone = Print the list “Given offline”
kiosk-staff-prints = Printing …
kiosk-staff-printed = Printed.
kiosk-staff-not-printed = Not printed. { $reason }
kiosk-staff-maybe-printed = The terminal does not know whether it is printed. { $reason }
kiosk-staff-server = Lobby server
kiosk-staff-link = Connection
kiosk-staff-link-none = being made
kiosk-staff-link-since = up since { $time }
kiosk-staff-link-lost = down, last heard { $time }
kiosk-staff-link-refused = refused: { $reason }
kiosk-staff-heard = Last message
kiosk-staff-minutes-ago = { $count ->
    [0] just now
    [one] 1 minute ago
   *[other] { $count } minutes ago
}
kiosk-staff-list = Day list
kiosk-staff-list-none = none
kiosk-staff-list-of = { $time }, appointments: { $count }
kiosk-staff-numbers = Free numbers
kiosk-staff-open = Still to hand over
kiosk-staff-not-taken = Not accepted
kiosk-staff-clock = Clock
kiosk-staff-clock-system = the system’s
kiosk-staff-clock-demo = demo time
kiosk-staff-refusals-none = Nobody has been refused yet.
kiosk-staff-more = More ({ $page }/{ $pages })
kiosk-staff-volume = Volume
kiosk-staff-volume-of = { $count } of { $most }
kiosk-staff-louder = Louder
kiosk-staff-quieter = Quieter
kiosk-staff-is-in = The terminal is in service.
kiosk-staff-is-out = The terminal is out of service, also after a restart.
kiosk-staff-take-out = Take out of service
kiosk-staff-put-back = Put back into service
kiosk-staff-not-kept = The setting could not be stored and holds only until the next start. Is the disk full?
kiosk-staff-out-by-staff = Taken out of service by staff. To put it back, press the office’s name at the top for three seconds.
kiosk-staff-part-out = Taken out of service by staff.
kiosk-staff-part-journal = The terminal cannot write to its disk and gives no numbers therefore. Is it full?
kiosk-staff-part-locked = Five wrong PINs at the staff page. It is locked for a minute.
kiosk-staff-version = Foyer
kiosk-staff-protocol = Protocol
kiosk-staff-system = System
kiosk-staff-config = Settings
kiosk-staff-panel = Screen
kiosk-staff-reason-unreadable = Not one of our QR codes
kiosk-staff-reason-unknown = Unknown or not genuine
kiosk-staff-reason-keypad-locked = Keypad locked
kiosk-staff-reason-wrong-office = Another office
kiosk-staff-reason-cancelled = Appointment cancelled
kiosk-staff-reason-moved = Appointment moved
kiosk-staff-reason-finished = Visit already finished
kiosk-staff-reason-wrong-day = Another day
kiosk-staff-reason-too-early = Too early
kiosk-staff-reason-too-late = Too late
kiosk-staff-reason-not-confirmed = Appointment not confirmed
kiosk-staff-reason-office-closed = Office closed
kiosk-staff-reason-queue-full = No more numbers
kiosk-staff-reason-closed = Not open
kiosk-staff-reason-not-offered = By appointment only
kiosk-staff-reason-no-answer = No answer from the lobby server
kiosk-staff-reason-not-now = Not without an appointment at this hour
kiosk-staff-reason-paused = Tickets without an appointment are paused
kiosk-staff-reason-other = Another reason
kiosk-staff-paper-title = Test print
kiosk-staff-paper-what = Not a ticket
kiosk-staff-paper-letters = ÄÖÜ äöüß € “Çé” – §

# While everything stands still, and while staff give no tickets without an appointment.
kiosk-interrupted-title = Service is interrupted
kiosk-interrupted-what = Please listen to our staff and to announcements. Your number stays valid.
kiosk-paused-usual = There are no numbers without an appointment at the moment. If you have an appointment, please check in here.
