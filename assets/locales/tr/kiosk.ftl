# The entrance terminal’s screens. Say what is, then what to do; plain words, polite.

# Everywhere
kiosk-back = Geri
kiosk-done = Bitti
kiosk-demo-clock = Gösterim saati
kiosk-link-lost = Bağlantı yok: { $time } saatinden beri
kiosk-help-desk = Yardım: { $desk }
kiosk-help-staff = Yardım: görevlilerimizde
kiosk-go-desk = Lütfen buraya başvurun: { $desk }.
kiosk-go-staff = Lütfen görevlilerimize başvurun.
kiosk-still-there = Daha fazla zamana ihtiyacınız var mı?
kiosk-more-time = Evet, daha fazla zaman
kiosk-no-more-time = Hayır, bitti

# Welcome
kiosk-welcome-title = Randevu onayınızdaki QR kodunu kameraya tutun
kiosk-welcome-what = Telefonda veya kâğıtta
kiosk-welcome-private = Yalnızca QR kodu okunur, hiçbir şey kaydedilmez.
kiosk-welcome-seen = QR kodu görüldü
kiosk-welcome-closer = Lütfen biraz yaklaştırın veya ekranı daha parlak yapın
kiosk-welcome-one-only = İki QR kodu görüyorum. Lütfen önce birini, sonra diğerini kameraya tutun.
kiosk-welcome-type-instead = Olmuyor mu? Randevu numaranızı yazın.
kiosk-welcome-no-camera = Kamera şu anda çalışmıyor.
kiosk-welcome-camera-starts = Kamera açılıyor…
kiosk-type-number = Randevu numarasını yaz
kiosk-walk-in = Randevum yok
kiosk-nothing-with-me = Yanımda hiçbir şey yok
kiosk-language = Dil · Sprache · Language

# Checking
kiosk-checking = Bir saniye lütfen…
kiosk-checking-what = Randevunuzu arıyoruz.
kiosk-checking-ticket = Sıra numaranız hazırlanıyor.

# Ticket
kiosk-ticket-title = Numaranız
kiosk-ticket-again = Kaydınız zaten yapıldı
kiosk-ticket-back = Yeniden sıradasınız
kiosk-ticket-called = Sıra sizde
kiosk-ticket-go-to = Lütfen buraya gidin: { $counter }
kiosk-ticket-wait-here = Lütfen burada bekleyin:
kiosk-ticket-place = { $area }, { $way }
kiosk-ticket-wait = Bekleme süresi: { $span }
kiosk-ticket-alone = Lütfen görevliler sizi çağırana kadar bekleyin.
kiosk-ticket-phone = Sıradaki yerinizi telefonunuzdan görün.
kiosk-ticket-printing = Sıra fişiniz basılıyor…
kiosk-ticket-printed = Lütfen sıra fişinizi alın.
kiosk-ticket-not-printed = Fiş basılamıyor. Lütfen numarayı aklınızda tutun veya fotoğrafını çekin.
kiosk-ticket-maybe-printed = Fiş çıkmadı mı? Lütfen numarayı aklınızda tutun veya fotoğrafını çekin.
kiosk-ticket-copy = Kopya bastır
kiosk-ticket-another = Başka QR kodu göster

# People together, and what they wish of whoever calls
kiosk-another-title = Sonraki QR kodunu kameraya tutun
kiosk-ticket-together = { $numbers } ile birlikte
kiosk-wish-open = Yardım veya daha fazla süre
kiosk-wish-title = Ne istersiniz?
kiosk-wish-for = { $number } numarası için
kiosk-wish-pick-up = Lütfen beni almaya gelin
kiosk-wish-more-time = Daha fazla süreye ihtiyacım var
kiosk-wish-interpreter = Tercümana ihtiyacım var
kiosk-wish-what = Personel isteğinizi sizi çağırmadan önce görür. Geri almak için yeniden basın.
kiosk-wish-private = Yalnızca bu istek kaydedilir, nedeni kaydedilmez.

# Keypad
kiosk-keypad-title = Randevu numaranızı yazın
kiosk-keypad-where = 8 karakter, örneğin K7M4-3PXR. Randevu onayınızda yazar.
kiosk-keypad-wrong = Bir karakter yanlış. Lütfen randevu numarasını kontrol edin.
kiosk-keypad-pin = Bu, PIN’iniz olabilir. Lütfen randevu numarasını yazın: harfler ve rakamlardan oluşan 8 karakter, örneğin K7M4-3PXR.
kiosk-keypad-send = Kaydımı yap

# Without an appointment
kiosk-walk-in-title = Hangi işlem için geldiniz?
kiosk-walk-in-wait = Randevusuz bekleme süresi: { $span }
kiosk-walk-in-full = Şu anda çok yoğunuz. Bugün numara kalmayabilir.
kiosk-walk-in-none = Burada randevusuz işlem yapılmıyor.
kiosk-walk-in-take = Numara al
kiosk-walk-in-more = Diğer işlemler ({ $page }/{ $pages })

# Without an appointment: searching, hours, pauses
kiosk-walk-in-search = Ara
kiosk-walk-in-search-what = Bir kelime yazın, örneğin “pas”.
kiosk-walk-in-search-none = Bununla ilgili bir şey bulunamadı. Lütfen başka bir kelime deneyin.
kiosk-walk-in-search-more = Daha fazlası var. Lütfen yazmaya devam edin.
kiosk-walk-in-ahead = Önünüzdeki kişi sayısı: { $count }
kiosk-walk-in-not-now = Randevusuz yeniden: { $when }.
kiosk-walk-in-book = Randevu al:
kiosk-not-now-title = Şu anda randevusuz olmuyor
kiosk-paused-title = Şu anda numara verilmiyor

# Nothing with me, languages
kiosk-nothing-title = Adınız yeterli
kiosk-nothing-what = Randevunuz varsa: Adınızı söyleyin. QR koduna gerek yok.
kiosk-nothing-walk-in = Randevunuz yoksa: Buradan numara alabilirsiniz.
kiosk-languages-title = Dil · Sprache · Language

# Refusals
kiosk-fact-appointment = Randevunuz
kiosk-fact-new-appointment = Yeni randevu
kiosk-fact-was = Randevu zamanı
kiosk-fact-now = Şu an
kiosk-fact-place = Yer
kiosk-fact-number = Numaranız
kiosk-unreadable-title = Bu QR kodu bize ait değil
kiosk-unreadable-what = Lütfen randevu onayınızdaki QR kodunu gösterin.
kiosk-unknown-title = Bu QR kodu burada geçerli değil
kiosk-unknown-what = Lütfen en son randevu onayını gösterdiğinizden emin olun.
kiosk-unknown-number-title = Bu randevu numarası kayıtlı değil
kiosk-unknown-number-what = Lütfen 8 karakteri kontrol edip yeniden yazın.
kiosk-type-again = Yeniden yaz
kiosk-locked-title = Lütfen kısa bir süre bekleyin
kiosk-locked-what = Saat { $time } ve sonrasında yeniden yazabilirsiniz. QR kodu hemen okunur.
kiosk-wrong-office-title = Randevunuz başka bir yerde
kiosk-wrong-office-what = Lütfen oraya gidip kaydınızı orada yapın.
kiosk-wrong-office-unknown = Yer, randevu onayınızda yazar.
kiosk-cancelled-title = Bu randevu iptal edilmiş
kiosk-cancelled-what = Buradan randevusuz numara alabilirsiniz.
kiosk-moved-title = Randevunuz değiştirilmiş
kiosk-moved-what = Lütfen { $date } günü saat { $time } ve sonrasında burada kaydınızı yapın.
kiosk-finished-title = İşleminiz tamamlandı
kiosk-finished-what = Başka bir işiniz mi var? Randevusuz yeni numara alabilirsiniz.
kiosk-wrong-day-title = Randevunuz başka bir günde
kiosk-wrong-day-what = Lütfen o gün gelin. Saat { $time } ve sonrasında kaydınızı yapabilirsiniz.
kiosk-past-day-title = Randevunuz geçmiş
kiosk-past-day-what = Buradan randevusuz numara alabilirsiniz.
kiosk-too-early-title = Biraz erken geldiniz
kiosk-too-early-what = Lütfen saat { $time } ve sonrasında burada kaydınızı yapın.
kiosk-too-late-title = Kayıt süresi geçti
kiosk-too-late-what = Kayıt saat { $time } itibarıyla sona erdi.
kiosk-late-offer = Randevusuz bekleyebilirsiniz: { $span }.
kiosk-late-take = Randevusuz bekle
kiosk-not-confirmed-title = Bu randevu onaylanmamış
kiosk-not-confirmed-what = Bu saat artık sizin için ayrılmış değil. Randevusuz numara alabilirsiniz.
kiosk-closed-today-title = Bugün kapalıyız
kiosk-queue-full-title = Bugün numara kalmadı
kiosk-queue-full-opens = Lütfen yeniden gelin: { $when }.
kiosk-queue-full-later = Lütfen başka bir gün gelin veya randevu alın.
kiosk-closed-title = Şu anda kapalıyız
kiosk-closed-opens = Yeniden açılış: { $when }.
kiosk-not-offered-title = Bunun için randevu gerekir
kiosk-not-offered-what = Lütfen randevu alın.
kiosk-no-answer-title = Bu işlem şu anda çok uzun sürüyor
kiosk-no-answer-what = Lütfen birazdan yeniden deneyin.
kiosk-no-answer-valid-what = QR kodunuz geçerli. Şu anda numara veremiyoruz. Lütfen birazdan yeniden deneyin.
kiosk-try-again = Yeniden dene

# Out of service
kiosk-out-title = Bu cihaz şu anda hizmet dışı
kiosk-out-what = Lütfen görevlilerimize başvurun. Randevunuz geçerlidir.
kiosk-out-starting-title = Bir saniye lütfen
kiosk-out-starting-what = Bu cihaz açılıyor.

# What is said aloud and stands nowhere.
kiosk-speak-keys = Ok tuşları: seçmek. Enter: basmak. Okuma tuşu: durdurmak veya yeniden dinlemek. Artı ve eksi: sesi açmak ve kısmak. Page Up ve Page Down: hızlı ve yavaş. Escape: geri.
kiosk-speak-choices = Seçenekler: { $keys }
kiosk-speak-private = Randevunuzun ayrıntılarını başkaları duyabilir. Yüksek sesle okunsun mu? O zaman beşe basın.
kiosk-speak-any-key = Daha fazla zamana ihtiyacınız varsa herhangi bir tuşa basın.
kiosk-speak-pace = Şimdi bu hızda konuşuluyor.
kiosk-speak-typed = Yazılan: { $signs }
kiosk-speak-deleted = Silindi: { $sign }
kiosk-speak-delete = Son karakteri sil
kiosk-speak-chosen = Seçilen: { $count }
kiosk-speak-aim = Kısa sesler size yardım eder: Ses ne kadar tizse QR kodu o kadar yakındır. Sesler ne kadar hızlıysa kod o kadar ortadadır.
kiosk-speak-languages = Ok tuşlarıyla dilleri dinleyin, her birini kendi sesiyle.
kiosk-speak-keypad = Karakterleri yazın veya ok tuşlarıyla seçin.

# The aids: each key says its name and how it stands
kiosk-aids-title = Kullanım yardımı
kiosk-aids-what = Bu yalnızca sizin için ve yalnızca şimdi geçerlidir.
kiosk-aids-state = { $aid }: { $state }
kiosk-aids-speech = Sesli okuma
kiosk-aids-letters = Büyük yazı
kiosk-aids-time = Daha fazla zaman
kiosk-aids-low = Tuşlar daha aşağıda
kiosk-aids-off = kapalı
kiosk-aids-on = açık
kiosk-aids-large = büyük
kiosk-aids-largest = çok büyük
kiosk-aids-double = iki kat uzun
kiosk-aids-triple = üç kat uzun
kiosk-aids-missing = burada mümkün değil

# While everything stands still, and while staff give no tickets without an appointment.
kiosk-interrupted-title = Hizmete ara verildi
kiosk-interrupted-what = Lütfen görevlileri ve duyuruları dinleyin. Numaranız geçerli kalır.
kiosk-paused-usual = Şu anda randevusuz numara verilmiyor. Randevunuz varsa lütfen burada bildirin.
