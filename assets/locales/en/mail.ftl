# Mails to citizens, and what pages say of them.

mail-subject-confirmed = Appointment booked: { $when }, { $place }
mail-subject-together = Appointments booked: { $place }
mail-subject-moved = Appointment moved: { $when }, { $place }
mail-subject-cancelled = Appointment cancelled: { $when }, { $place }
mail-subject-office-moved = Your appointment has a new time: { $when }, { $place }
mail-subject-office-place = Your appointment is at another place: { $when }, { $place }
mail-subject-office-cancelled = We have to cancel your appointment: { $when }, { $place }
mail-subject-office-offer = We have to offer you another time for your appointment: { $when }, { $place }
mail-subject-reminder = Reminder of your appointment: { $when }, { $place }
mail-subject-new-code = New QR code for your appointment: { $when }, { $place }
mail-subject-confirm = Please confirm your appointment: { $when }, { $place }
mail-subject-offer = A time has become free: { $when }, { $place }

mail-greeting = Hello { $name },
mail-greeting-nameless = Hello,

mail-cancelled = Your appointment is cancelled. There is nothing more for you to do.
mail-office-moved = We had to move your appointment to another time. We are sorry. The earlier QR code is no longer valid, please use the one in this e-mail.
mail-office-moved-else = Does the new time not suit you? Then you can move or cancel the appointment.
mail-office-place = We will be at another place for your appointment. The time stays the same and your QR code remains valid. We are sorry.
mail-office-place-before = Place until now
mail-office-place-else = Does the new place not suit you? Then you can move or cancel the appointment.
mail-office-cancelled = We have to cancel your appointment. We are sorry. Please book a new one.
mail-office-offer = Unfortunately your appointment cannot take place. We are sorry. We have kept another time free for you.
mail-office-offer-until = Please accept the new time until: { $time }. After that your appointment is cancelled.
mail-office-offer-do = Accept the new time
mail-reminder = We remind you of your appointment.
mail-reminder-else = You cannot come? Please cancel the appointment, so that somebody else can have it.
mail-new-code = Your appointment stays as it is. Only the QR code is new: the earlier one is no longer valid, please use the one in this e-mail.
mail-confirm = Please confirm your appointment. We keep the time for you until: { $time }.
mail-confirm-do = Confirm the appointment
mail-offer = You are on the waiting list, and this time has become free. We keep it for you until: { $time }.
mail-offer-do = Take this time

mail-reason-illness = Several members of our staff are ill.
mail-reason-technical = Our technical systems are down.
mail-reason-building = Our building is closed on that day.

mail-map = Show on the map
mail-fees = Fees
mail-forms = Forms
mail-check-in = How to check in
mail-qr-elsewhere = The QR code is attached to this e-mail, and on the page of your appointment.
mail-together = These appointments are booked. Each has an appointment number and a PIN of its own.
mail-together-code = The QR code for checking in is on the appointment’s page.
mail-pin = With the PIN you cancel or move the appointment.
mail-open = See the appointment
mail-labelled = { $label }: { $value }
mail-in-calendar = The attached file puts the appointment into your calendar.
mail-out-of-calendar = The attached file takes the appointment out of your calendar.
mail-keep = Please do not pass this e-mail on. Whoever has it can see and change your appointment.
mail-not-you = You have not booked anything with us? Then somebody mistyped the address. Please delete this e-mail.
mail-automatic = This e-mail was sent automatically.

mail-calendar-summary = Appointment: { $place }

mail-page-calendar = Add the appointment to your calendar
mail-page-sent = We are also sending you these details by e-mail.

# The waiting list.
mail-subject-waiting = You are on the waiting list: { $place }
mail-subject-waiting-over = You are no longer on the waiting list: { $place }
mail-waiting = You are on the waiting list. If a suitable time becomes free, we write to you and keep it for you for 2 hours. The link takes you off the waiting list.
mail-waiting-let-pass = We kept three times for you, and you took none of them. So you are no longer on the waiting list. You are welcome to put yourself on it again.
mail-waiting-nothing-free = Unfortunately no suitable time became free up to your last day. We are sorry. You are no longer on the waiting list now.

# A time that staff find.
mail-subject-requested = We have received what you asked for: { $place }
mail-subject-request-answered = Answer to what you asked for: { $place }
mail-request-declined = Unfortunately we cannot offer you a time. We are sorry.
mail-request-unanswered = We did not answer you in time. We are sorry. Please ask once more.
