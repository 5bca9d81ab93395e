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

# Who waits in vain, at the foot.
display-unserved = { $numbers }: Ne yazık ki bugün size artık hizmet veremiyoruz. Lütfen yeni bir randevu alın.
# On the whole screen, while everything stands still.
display-interrupted-title = Hizmete ara verildi
display-interrupted-what = Lütfen görevlileri ve duyuruları dinleyin. Numaranız geçerli kalır.
# While the office is closed. $time is a time of today, or a day and a time.
display-opens = Açılış: { $time }
