# The wall display.

# In the big place, while nobody is called.
display-idle = Please wait until your number appears here.
# Under a number that was called and is taken back.
display-withdrawn = Please wait a little longer.
# At the foot, in turns.
display-wait = Waiting time without an appointment: { $span }
display-order = Numbers are not called in order.
display-demo = Demonstration: clock set by hand
display-link-lost = Connection lost since { $time }. Please listen for announcements.
# $part of $parts: which part of the calls the list shows, where they do not fit at once.
display-page = { $part } of { $parts }

# Before the first picture.
display-waiting-title = This display is waiting for the office’s server.
display-waiting-citizens = Please listen for announcements.
display-staff-waiting = For staff: { $host } does not answer yet. Is the server running, and is the network cable plugged in? It goes on by itself.

# What only staff read, in German and English alone: not enrolled, or no longer.
display-staff-enrol-title = This display is not signed on yet.
display-staff-refused-title = This display is no longer signed on.
display-staff-enrol-code = At a desk, under “Devices”, make a sign-on code for a display.
display-staff-enrol-command = On this computer, type:
display-staff-enrol-placeholder = SIGN-ON-CODE
display-staff-enrol-then = It then goes on here by itself.
display-staff-enrol-fault = For staff: { $fault }

# Who waits in vain, at the foot.
display-unserved = { $numbers }: We are sorry, we cannot serve you today any more. Please book a new appointment.
# On the whole screen, while everything stands still.
display-interrupted-title = Service is interrupted
display-interrupted-what = Please listen to our staff and to announcements. Your number stays valid.
# While the office is closed. $time is a time of today, or a day and a time.
display-opens = Opens { $time }
