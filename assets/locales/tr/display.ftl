# The wall display.

# In the big place, while nobody is called.
display-idle = Lütfen numaranız burada görünene kadar bekleyin.
# Under a number that was called and is taken back.
display-withdrawn = Lütfen biraz daha bekleyin.
# At the foot, in turns.
display-wait = Randevusuz bekleme süresi: { $span }
display-order = Numaralar sırayla çağrılmaz.
display-demo = Gösterim: saat elle ayarlı
display-link-lost = Bağlantı yok: { $time } saatinden beri. Lütfen anonsları dinleyin.
# $part of $parts: which part of the calls the list shows, where they do not fit at once.
display-page = { $part } / { $parts }

# Before the first picture.
display-waiting-title = Bu ekran bağlantı bekliyor.
display-waiting-citizens = Lütfen anonsları dinleyin.
