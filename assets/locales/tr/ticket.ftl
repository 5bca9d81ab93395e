# What the ticket says. 48 characters to a line.
ticket-copy = Kopya
ticket-your-number = Numaranız
ticket-with-appointment = Randevu saati: { $time }
ticket-without-appointment = randevusuz
ticket-wait-here = Lütfen burada bekleyin:
ticket-estimate = Bekleme süresi: { $span }
ticket-phone = Sıranızı telefonunuzdan görün:
ticket-code = Bu QR kodu terminalde numaranızı gösterir:
ticket-watch = Numaranız ekranda görünecek.
ticket-alone = Lütfen görevliler sizi çağırana kadar bekleyin.
