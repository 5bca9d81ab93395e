# The booking server’s pages: booking, confirmation, the citizen’s phone.

portal-name = Appointments
portal-skip = To the content
portal-languages = Language · Sprache
portal-demo = Demonstration: the clock shows { $time }.
portal-steps = Step { $step } of 4
portal-back = Back
portal-home = To all offices

# The error summary above a form.
portal-summary = Please check what you entered

portal-offices-title = Book an appointment
portal-offices-lead = Where would you like to book an appointment?
portal-offices-none = No appointment can be booked here at the moment.

portal-services-title = What would you like to do?
portal-services-lead = You can do several things in one appointment. Choose how often you need each.
portal-services-minutes = about { $minutes } minutes
portal-services-hours =
    about { $hours ->
        [one] { $hours } hour
       *[other] { $hours } hours
    }{ $minutes ->
        [0] { "" }
        [one] { " " }{ $minutes } minute
       *[other] { " " }{ $minutes } minutes
    }
portal-services-documents = What to bring
portal-services-next = Show free times
portal-services-choose = Choose at least one service.
portal-services-too-much = Together this would take too long. Please book several appointments.
portal-services-too-many = At most { $most } of the same service are possible in one appointment.
portal-services-apart = “{ $service }” and “{ $other }” are not possible in one appointment. Please book two appointments.

portal-times-title = When would you like to come?
portal-times-move-title = To which time would you like to move the appointment?
portal-times-lead = { $services } – { $length }
portal-times-free = { $count ->
    [one] 1 free time
   *[other] { $count } free times
}
portal-times-morning = Morning
portal-times-afternoon = Afternoon
portal-times-soonest = Next free time: { $time }
portal-times-release = More times will be here from: { $time }.
portal-times-month-before = Previous month
portal-times-month-after = Next month
portal-times-day-free = free
portal-times-day-full = fully booked
portal-times-day-later = not released yet
portal-times-day-later-from = not released yet, times from: { $time }
portal-times-day-closed = closed
portal-times-elsewhere = Other offices
portal-stops-title = Places
portal-stops-all = All places
portal-stops-days = Next days: { $days }
portal-times-nothing = No time is free at the moment. This is what you can do:
portal-times-nothing-else = Unfortunately no time is free at the moment. As soon as one becomes free, it will be on this page.
portal-times-nothing-move = No other time is free at the moment. Your appointment stays as it is. As soon as a time becomes free, it will be on this page.
portal-times-change = Change services

portal-contact-title = Who is coming?
portal-contact-held = We keep this time for you until { $time }.
portal-contact-name = Name
portal-contact-name-hint = With it we find your appointment if you have nothing with you.
portal-contact-email = E-mail address
portal-contact-optional = optional
portal-contact-interpreter = Do you need somebody to interpret? Into which language?
portal-contact-next = Continue
portal-contact-name-missing = Enter your name.
portal-contact-name-wrong = The name is too long or has characters that do not belong in a name.
portal-contact-email-wrong = Enter an e-mail address like name@example.org – or leave the field empty.
portal-contact-privacy = We delete what you entered in the night after your appointment.

portal-check-title = Please check your appointment
portal-check-where = Place
portal-check-when = Appointment
portal-check-what = Services
portal-check-length = Duration
portal-check-tight = There is no extra time for interpreting here. The length stays: { $length }. We will still see your wish. If you would like more time, please choose another time.
portal-check-interpreter = Interpreter
portal-check-name = Name
portal-check-email = E-mail address
portal-check-no-email = none
portal-check-change = Change details
portal-check-book = Book the appointment

portal-booking-title = Your appointment
portal-booking-done = Your appointment is booked.
portal-booking-already = You have already booked this appointment.
portal-booking-moved = Your appointment has been moved. The earlier QR code is no longer valid, please use this one.
portal-booking-cancelled = This appointment is cancelled.
portal-booking-new = Book a new appointment
portal-booking-qr = QR code for checking in at the terminal
portal-booking-how = Hold this QR code in front of the terminal’s camera at the entrance – on your phone or on paper.
portal-booking-window = You can check in from { $from } to { $to }.
portal-booking-short-code = Appointment number
portal-booking-short-code-hint = For typing, if you do not have the QR code with you.
portal-booking-pin = PIN
portal-booking-pin-hint = With the PIN you cancel or move the appointment. The PIN is shown only here: print this page, or write the PIN down.
portal-booking-keep = Keep the address of this page, or print the page. At the address you will see your appointment again, but not the PIN. Whoever knows the address can see your appointment.
portal-booking-print = Print page
portal-booking-documents = What to bring
portal-booking-change = Change the appointment
portal-booking-move = Move the appointment
portal-booking-cancel = Cancel the appointment
portal-booking-cancel-do = Cancel the appointment
portal-booking-pin-label = PIN
portal-booking-pin-digits = Six digits from your confirmation
portal-booking-save-qr = Save the QR code as a picture
portal-booking-over = This appointment is over.

portal-offer-title = A new time for your appointment
portal-offer-until = We keep the new time free for you until: { $time }.
portal-offer-over = This time is no longer kept free for you. You can choose another one.
portal-move-title = Move the appointment
portal-move-from = Until now
portal-move-to = New
portal-move-do = Move to this time
portal-move-other = Choose another time
portal-move-stands = Your present appointment stands until the new one is certain.

portal-phone-title = Your number
portal-phone-number = Number { $number }
portal-phone-area = Please wait here: { $area }
portal-phone-estimate = Waiting time: { $span }
portal-phone-as-of = As of { $time }
portal-phone-reload = Reload this page to see how things stand.
portal-phone-lost = The connection is interrupted. What you see may be out of date. Please listen for the calls in the waiting area.
portal-phone-waiting = You are waiting. We will call your number.
portal-phone-called = Please come now: { $counter }
portal-phone-called-nowhere = Please come now. The display says where to.
portal-phone-serving = You are being served: { $counter }
portal-phone-serving-nowhere = You are being served.
portal-phone-parked = It will go on in a moment. Please stay nearby.
portal-phone-finished = Your visit has ended. Goodbye!
portal-phone-no-show = We called you several times. Hold your ticket in front of the terminal’s camera again, and you are back in the queue.
portal-phone-cancelled = Your number will not be called, because the appointment was cancelled.
portal-phone-unserved = Unfortunately we could not call you today. Please book a new appointment.

# What the phone’s page does with the ticket.
portal-phone-also = Also for: { $numbers }
portal-phone-ahead = { $count ->
    [0] Nobody left before you
    [one] { $count } person before you
   *[other] { $count } people before you
}
portal-phone-alert = Alert me when I am called
portal-phone-alert-hint = With sound, vibration and a notification, as far as your phone can. Keep this page open.
portal-phone-alert-on = This is what your call sounds like. Please keep this page open and the sound on.
portal-phone-give-up = I give up my place
portal-phone-give-up-sure = Your number will then not be called. This cannot be undone.
portal-phone-give-up-yes = Yes, give up my place
portal-phone-giving-up = Giving up your place. One moment, please.
portal-phone-gave-up = You have given up your place. Your number will not be called.
portal-phone-over-title = Visit ended
portal-phone-over = Your visit has ended. This number is no longer valid.

portal-refused-title = Unfortunately that is not possible
portal-refused-not-found-title = There is no such page
portal-refused-not-found = Please check the address.
portal-refused-method-title = This page cannot be opened like this
portal-refused-method = Please begin on the first page. What you have booked stays booked.
portal-refused-office = There is no such office. Please choose one from the list.
portal-refused-service = This service is not offered here. Please choose again.
portal-refused-not-offered = This time is not offered. Please choose another one.
portal-refused-taken = Somebody else has just booked this time. Please choose another one.
portal-refused-hold-unknown = This booking is already complete or does not exist. Please begin again.
portal-refused-hold-expired = The time was kept for you only until { $time }. Nothing was booked. Please choose a time again.
portal-refused-booking = There is no such appointment. Please check the address in your confirmation.
portal-refused-cancelled = This appointment is already cancelled. Please book a new one.
portal-refused-blocked = You cannot book an appointment online with these contact details. This holds until: { $date }. Please call us.
portal-refused-asked = You have asked us for appointments already. More at the same time are not possible. Please wait for our answer, or withdraw one of them.
portal-refused-many =
    You already have { $most ->
        [one] one appointment
       *[other] { $most } appointments
    } for this. More at the same time are not possible. Do you need another one? Then please cancel one first.
portal-refused-over = This appointment has begun or is over and can no longer be changed.
portal-refused-pin = { $left ->
    [one] This PIN is wrong. You have 1 more try.
   *[other] This PIN is wrong. You have { $left } more tries.
}
portal-refused-pin-locked = The PIN was wrong too often. Please try again from { $time }.
portal-refused-ticket-title = We do not know this number
portal-refused-ticket = It may be from another day. Please listen for the calls in the waiting area.
portal-refused-again = This was sent before. Please reload the page and try again.
portal-refused-malformed = We could not read this. Please go back and try again.
portal-refused-storage-title = We cannot store anything at the moment
portal-refused-storage = Nothing was changed. Please try again in a few minutes.
portal-refused-too-often-title = That was a little too often
portal-refused-too-often = Please wait a minute and then try again. What you have booked stays booked.
portal-refused-again-do = Choose a time

# “I will be late”, from the phone.
portal-phone-late = I will be late
portal-phone-late-hint = Others will go first then, and you keep your place. Possible once per visit. How much later?
portal-phone-late-minutes = { $minutes } minutes
portal-phone-late-said = We are passing on that you will be { $minutes } minutes late. One moment, please.
portal-phone-late-until = You will be late. We will wait for you until { $time }.
portal-phone-late-not-waiting = Your number is no longer waiting. The page of your number says what to do now.
portal-phone-late-once = You have already told us. This is possible once per visit. If you cannot make it, please give up your place.
portal-phone-back = Back to your number
portal-phone-unsent = That could not be sent just now. Please press again.

# Choosing services: search, numbers, what it costs.
portal-search-do = Search
portal-services-search = Search for a service
portal-services-found = { $count ->
    [one] 1 service found
   *[other] { $count } services found
}
portal-services-found-none = Nothing found. Try another word.
portal-services-all = Show all services
portal-services-others = Other services
portal-services-take-do = Choose
portal-services-take = Choose: { $service }
portal-services-less = One less: { $service }
portal-services-more = One more: { $service }
portal-services-details = Documents, fees, forms
portal-services-fees = What it costs
portal-services-forms = Forms to fill in
portal-services-free = free of charge
portal-services-fee-from = from { $fee }
portal-services-nothing = Nothing chosen yet
portal-services-count = { $count ->
    [one] 1 service
   *[other] { $count } services
}

# The assistant: a few questions that lead to the right services.
portal-questions-start = I do not know what I need
portal-questions-count = Question { $number } of 3 at most
portal-questions-unknown = I do not know: show all services
portal-questions-done = This fits your answers. You can still change it.

# Which office.
portal-offices-search = Search by service, name or street
portal-offices-speaks = Where this language is spoken
portal-offices-speaks-any = any
portal-offices-step-free-only = Step-free only
portal-offices-step-free = Step-free access
portal-offices-languages = We speak: { $languages }
portal-offices-offers = Offers: { $services }
portal-offices-found = { $count ->
    [one] 1 office found
   *[other] { $count } offices found
}
portal-offices-found-none = No office fits this.
portal-offices-all = Show all offices

# Which of the free times are shown.
portal-times-narrow = Narrow down the times
portal-times-narrow-from = From this day on
portal-day-wrong = We do not know this day. Enter it like this: { $example }.
portal-times-narrow-half = Time of day
portal-times-narrow-any = any
portal-times-narrow-step-free = Other offices: step-free only
portal-times-narrow-speaks = Other offices where this language is spoken
portal-times-narrow-do = Show times
portal-times-nothing-fits = No time is free like this. Choose an earlier day, another time of day or another place.
portal-times-day-unfit = free, but not as you asked

# Who comes: what else is asked, and how long the time is held.
portal-contact-held-soon = We will keep this time for you for another 2 minutes.
portal-contact-held-over = The time is no longer kept for you. Go on anyway: what you have entered stays.
portal-contact-email-missing = Enter your e-mail address. This office needs it.
portal-contact-phone = Telephone number
portal-contact-phone-missing = Enter your telephone number. This office needs it.
portal-contact-phone-wrong = Enter a telephone number such as 01234 5678 or +49 1234 5678.
portal-contact-persons = How many people are coming altogether?
portal-contact-support = Do you need support?
portal-contact-more-time = I need more time, for example to walk to the counter
portal-contact-pick-up = Please fetch me from the waiting area
portal-contact-interpreter-none = No
portal-contact-interpreter-other = Another language
portal-contact-way = How should it be interpreted?
portal-contact-way-on-site = on site
portal-contact-way-telephone = by telephone
portal-contact-way-video = by video
portal-check-phone = Telephone number
portal-check-no-phone = none
portal-check-persons = People
portal-check-wishes = Wishes

# The time is gone: another one, with everything that was typed.
portal-again-title = Choose a new time
portal-again-kept = What you entered is still there. You need not type anything again.
portal-again-day = Rather on another day?
portal-contact-held-longer = Keep it longer

# The waiting list.
portal-wait-list = Waiting list
portal-wait-link = Put me on the waiting list
portal-wait-hint = No time suits you? If one becomes free, we write you an e-mail and keep the time for you for 2 hours.
portal-wait-from = On this day at the earliest
portal-wait-until = On this day at the latest
portal-wait-from-wrong = Choose a first day up to { $last }.
portal-wait-days-wrong = Choose a day up to { $last }, and not before the first day.
portal-wait-notice = When do you have to know at the latest?
portal-wait-notice-hours = 3 hours before is enough
portal-wait-notice-day = One day before
portal-wait-notice-days = Three days before
portal-wait-notice-week = One week before
portal-wait-email-missing = Enter your e-mail address like name@example.org. We write to you there.
portal-wait-many = With this e-mail address you are waiting for several appointments already. More at the same time are not possible. With the link in our e-mail you can take yourself off a waiting list.
portal-wait-privacy = We delete your e-mail address as soon as you are off the waiting list.
portal-wait-your-title = Your place on the waiting list
portal-wait-done = You are on the waiting list. We have sent you an e-mail.
portal-wait-stands = You are on the waiting list. If a suitable time becomes free, we write you an e-mail.
portal-wait-days = Days
portal-wait-span = { $from } to { $until }
portal-wait-offer = This time has become free: { $when }. We keep it for you until: { $time }.
portal-wait-pass = This time does not suit me
portal-wait-pass-hint = Then somebody else gets it, and you go on waiting. After three times that you do not take, you are off the waiting list.
portal-wait-leave = Take me off the waiting list
portal-wait-left = You are off the waiting list. Your e-mail address is deleted.
portal-refused-asking = This entry no longer exists. It is settled, deleted or over.

# A time that staff find: the citizen proposes days.
portal-request-title = Ask for an appointment
portal-request-lead = Name up to three days that suit you. We look for a time and answer you.
portal-request-else = None of these times suits you? Then propose days to us.
portal-request-day = Proposal { $number }
portal-request-on = Day
portal-request-days-wrong = Give at least one day, { $last } at the latest.
portal-request-words = What else should we know?
portal-request-words-wrong = Please shorten the text to 1000 characters.
portal-request-do = Send
portal-request-privacy = We delete what you entered with our answer, after 30 days at the latest.
portal-request-your-title = What you asked for
portal-request-done = We have received what you asked for. We answer you as soon as possible.
portal-request-days = Proposals
portal-request-proposal = { $day } – { $half }
portal-request-withdraw = Withdraw it
portal-request-withdrawn = It is withdrawn. What you entered is deleted.

# The office wants to know that the address is right before it books.
portal-unconfirmed-title = Please confirm your appointment
portal-unconfirmed = Your appointment is not certain yet. We have sent you an e-mail. Please confirm the appointment there, or the time becomes free again. You can do so until: { $time }.
portal-unconfirmed-here = Are you here already? Then check in at the terminal with this number. That is enough.
portal-unconfirmed-none = No e-mail? Look into the folder for advertisements, too, and check your address.

# The free times change while one looks at them.
portal-times-renewed = The free times have changed.
