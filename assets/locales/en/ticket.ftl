# ticket
# What the ticket says. 48 characters to a line; only characters that the printer knows (Windows-1252).
ticket-copy = Copy
ticket-your-number = Your number
ticket-with-appointment = with appointment { $time }
ticket-without-appointment = without appointment
ticket-wait-here = Please wait here:
ticket-estimate = Wait: { $span }
ticket-phone = See on your phone when it is your turn:
ticket-code = At the terminal this QR code shows your number:
ticket-watch = Your number will appear on the display.
ticket-alone = Please wait until our staff call you.

# What staff read when a device does not work.
camera-not-found = No camera found. Plug in the camera’s cable.
camera-other-name = There are cameras, but none with the name in `camera.name`. `foyer-kiosk --check` lists those that are there.
camera-busy = Another program is using the camera. End it.
camera-refused = The camera sends no picture format that can be read. Check the setting “camera”.
camera-stalled = The camera has stopped sending pictures. It is being restarted; if that does not help, unplug it for a moment.
camera-lost = The connection to the camera was lost. Check the cable.
camera-garbled = The camera’s pictures are disturbed. Check cable and socket.
camera-black = The camera sees nothing but black. Remove what covers it, or switch on the light.
camera-frozen = The camera shows the same picture all the time. It is being restarted; otherwise unplug its cable for a moment.
camera-no-pictures = There is no picture in the folder for camera pictures.
camera-crashed = The camera reported an error. It is being restarted.
printer-off = The printer does not answer. Switch it on and check the cable.
printer-silent = The printer does not say how it is. Switch it off and on again.
printer-paper-out = The paper has run out. Put in a new roll.
printer-cover-open = The printer’s cover is open. Close it.
printer-cutter = The printer’s cutter is stuck. Open the cover and take the paper out.
printer-fault = The printer reports an error. Switch it off and on again.
printer-interrupted = The connection to the printer broke while printing. Check whether the ticket is there.
printer-no-answer = The printer did not confirm that it has finished. Check whether the ticket is there.
printer-no-list = The list cannot be read. Please tell the technician.
printer-busy = The printer still has other tickets to print.
printer-too-late = The order reached the terminal too late. Nothing was printed.
printer-absent = This terminal has no printer. Whoever waits remembers the number or photographs it.
printer-forgotten = Nothing was printed. The terminal was started again afterwards.
printer-near-end = The paper will soon run out. Have a new roll ready.
reader-not-found = The QR code reader is not connected. Plug in its cable.
reader-refused = The QR code reader cannot be opened. Check the setting “reader” and the rights to the device.
reader-lost = The connection to the QR code reader broke. Check the cable.
sound-missing = No sound: plug in the loudspeaker or the headset socket.
voice-missing = Nothing can be read aloud: the program espeak-ng is missing, or a voice.
