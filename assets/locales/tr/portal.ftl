# The booking server’s pages: booking, confirmation, the citizen’s phone.

portal-name = Randevular
portal-skip = İçeriğe geç
portal-languages = Dil · Language
portal-demo = Gösterim: Saat { $time }.
portal-steps = Adım { $step } / 4
portal-back = Geri
portal-home = Tüm yerler

# The error summary above a form.
portal-summary = Lütfen bilgilerinizi kontrol edin

portal-offices-title = Randevu alın
portal-offices-lead = Nereden randevu almak istiyorsunuz?
portal-offices-none = Şu anda buradan randevu alınamıyor.

portal-services-title = Hangi işlem için geleceksiniz?
portal-services-lead = Bir randevuda birkaç işlem yaptırabilirsiniz. Her birine kaç kez ihtiyacınız olduğunu seçin.
portal-services-how-often = Kaç kez: { $service }
portal-services-minutes = yaklaşık { $minutes } dakika
portal-services-documents = Yanınızda getirin
portal-services-next = Boş saatleri göster
portal-services-choose = En az bir işlem seçin.
portal-services-too-much = Hepsi birlikte çok uzun sürer. Lütfen birkaç randevu alın.

portal-times-title = Ne zaman gelmek istiyorsunuz?
portal-times-move-title = Randevunuzu hangi saate almak istiyorsunuz?
portal-times-lead = { $services } – yaklaşık { $minutes } dakika
portal-times-free = { $count ->
    [one] { $count } boş saat
   *[other] { $count } boş saat
}
portal-times-morning = Öğleden önce
portal-times-afternoon = Öğleden sonra
portal-times-soonest = En yakın boş saat: { $time }
portal-times-month-before = Önceki ay
portal-times-month-after = Sonraki ay
portal-times-day-free = boş
portal-times-day-full = dolu
portal-times-day-closed = kapalı
portal-times-elsewhere = Diğer yerler
portal-times-elsewhere-next = { $office }: { $time }
portal-times-nothing = Şu anda boş saat yok. Lütfen daha sonra yeniden deneyin.
portal-times-change = İşlemleri değiştir

portal-contact-title = Kim gelecek?
portal-contact-held = Bu saat, { $time } saatine kadar sizin için ayrıldı.
portal-contact-name = Ad soyad
portal-contact-name-hint = Yanınızda bir şey yoksa randevunuzu adınızla buluruz.
portal-contact-email = E-posta adresi
portal-contact-optional = isteğe bağlı
portal-contact-interpreter = Tercümana ihtiyacım var
portal-contact-next = Devam
portal-contact-name-missing = Adınızı yazın.
portal-contact-name-wrong = Ad çok uzun veya ada uygun olmayan karakterler içeriyor.
portal-contact-email-wrong = name@example.org gibi bir e-posta adresi yazın veya alanı boş bırakın.
portal-contact-privacy = Adınızı ve e-posta adresinizi randevunuzdan sonraki gece sileriz.

portal-check-title = Lütfen randevunuzu kontrol edin
portal-check-where = Yer
portal-check-when = Randevu
portal-check-what = İşlemler
portal-check-length = Süre
portal-check-interpreter = Tercüman
portal-check-name = Ad soyad
portal-check-email = E-posta adresi
portal-check-no-email = yok
portal-check-change = Bilgileri değiştir
portal-check-book = Randevuyu kesinleştir

portal-booking-title = Randevunuz
portal-booking-done = Randevunuz alındı.
portal-booking-moved = Randevunuz değiştirildi. Önceki QR kodu artık geçerli değil, lütfen bunu kullanın.
portal-booking-cancelled = Bu randevu iptal edildi.
portal-booking-new = Yeni randevu al
portal-booking-qr = Cihazda kayıt için QR kodu
portal-booking-how = Bu QR kodunu girişteki cihazın kamerasına tutun: telefonda veya kâğıtta.
portal-booking-window = Kayıt saatleri: { $from } – { $to }.
portal-booking-short-code = Randevu numarası
portal-booking-short-code-hint = QR kodu yanınızda değilse bu numarayı yazın.
portal-booking-pin = PIN
portal-booking-pin-hint = Randevunuzu PIN ile iptal eder veya değiştirirsiniz. PIN yalnızca bir kez gösterilir: Lütfen şimdi not edin.
portal-booking-keep = Bu sayfanın adresini saklayın veya sayfayı yazdırın. Adresi bilen herkes randevunuzu görür.
portal-booking-documents = Yanınızda getirin
portal-booking-change = Randevuyu değiştir
portal-booking-move = Başka saate al
portal-booking-cancel = Randevuyu iptal et
portal-booking-cancel-do = Randevuyu iptal et
portal-booking-pin-label = PIN
portal-booking-pin-digits = Onayınızdaki altı rakam
portal-booking-save-qr = QR kodunu resim olarak kaydet
portal-booking-over = Bu randevu geçti.

portal-move-title = Randevuyu başka saate al
portal-move-from = Önceki saat
portal-move-to = Yeni saat
portal-move-do = Bu saate al
portal-move-other = Başka saat seç
portal-move-stands = Yeni randevu kesinleşene kadar önceki randevunuz geçerlidir.

portal-phone-title = Numaranız
portal-phone-number = Numara { $number }
portal-phone-area = Lütfen burada bekleyin: { $area }
portal-phone-estimate = Bekleme süresi: { $span }
portal-phone-as-of = Son durum: { $time }
portal-phone-reload = Güncel durumu görmek için sayfayı yenileyin.
portal-phone-lost = Bağlantı kesildi. Gördüğünüz bilgi eski olabilir. Lütfen bekleme alanındaki anonsları dinleyin.
portal-phone-waiting = Bekliyorsunuz. Numaranızı çağıracağız.
portal-phone-called = Lütfen şimdi gelin: { $counter }
portal-phone-called-nowhere = Lütfen şimdi gelin. Nereye gideceğiniz ekranda yazar.
portal-phone-serving = İşleminiz yapılıyor: { $counter }
portal-phone-serving-nowhere = İşleminiz yapılıyor.
portal-phone-parked = Birazdan devam edeceğiz. Lütfen yakında kalın.
portal-phone-finished = İşleminiz tamamlandı. Güle güle!
portal-phone-no-show = Sizi birkaç kez çağırdık. Sıra fişinizi yeniden cihazın kamerasına tutun; böylece yine sıraya girersiniz.
portal-phone-cancelled = Randevu iptal edildiği için numaranız artık çağrılmayacak.
portal-phone-unserved = Bugün maalesef sizi çağıramadık. Lütfen yeni randevu alın.

# What the phone’s page does with the ticket.
portal-phone-also = Şu numara için de geçerli: { $numbers }
portal-phone-ahead = { $count ->
    [0] Önünüzde kimse kalmadı
    [one] Önünüzde { $count } kişi var
   *[other] Önünüzde { $count } kişi var
}
portal-phone-alert = Çağrılınca haber ver
portal-phone-alert-hint = Telefonunuz izin verirse ses, titreşim ve bildirimle. Bunun için bu sayfayı açık bırakın.
portal-phone-alert-on = Çağrınız böyle duyulacak. Lütfen bu sayfayı ve telefonun sesini açık bırakın.
portal-phone-give-up = Sıramdan vazgeçiyorum
portal-phone-give-up-sure = Numaranız artık çağrılmaz. Bu işlem geri alınamaz.
portal-phone-give-up-yes = Evet, sıramdan vazgeçiyorum
portal-phone-giving-up = Sıranız bırakılıyor. Lütfen bir an bekleyin.
portal-phone-gave-up = Sıranızdan vazgeçtiniz. Numaranız artık çağrılmayacak.
portal-phone-over-title = İşleminiz tamamlandı
portal-phone-over = İşleminiz tamamlandı. Bu numara artık geçerli değil.

portal-refused-title = Bu maalesef mümkün değil
portal-refused-not-found-title = Böyle bir sayfa yok
portal-refused-not-found = Lütfen adresi kontrol edin.
portal-refused-office = Böyle bir yer yok. Lütfen listeden birini seçin.
portal-refused-service = Bu işlem burada yapılmıyor. Lütfen yeniden seçin.
portal-refused-not-offered = Bu saat sunulmuyor. Lütfen başka bir saat seçin.
portal-refused-taken = Bu saati az önce başkası aldı. Lütfen başka bir saat seçin.
portal-refused-hold-unknown = Bu işlem zaten tamamlanmış veya yok. Lütfen baştan başlayın.
portal-refused-hold-expired = Bu saat { $time } saatine kadar sizin için ayrılmıştı ve şimdi yeniden boş. Randevu alınmadı. Lütfen yeniden bir saat seçin.
portal-refused-booking = Böyle bir randevu yok. Lütfen onayınızdaki adresi kontrol edin.
portal-refused-cancelled = Bu randevu zaten iptal edilmiş. Lütfen yeni randevu alın.
portal-refused-over = Bu randevu başladı veya geçti ve artık değiştirilemez.
portal-refused-pin = { $left ->
    [one] Bu PIN yanlış. { $left } deneme hakkınız kaldı.
   *[other] Bu PIN yanlış. { $left } deneme hakkınız kaldı.
}
portal-refused-pin-locked = PIN çok kez yanlış girildi. Lütfen saat { $time } ve sonrasında yeniden deneyin.
portal-refused-ticket-title = Bu numara kayıtlı değil
portal-refused-ticket = Başka bir güne ait olabilir. Lütfen bekleme alanındaki anonsları dinleyin.
portal-refused-again = Bu zaten gönderildi. Lütfen sayfayı yenileyip bir daha deneyin.
portal-refused-malformed = Bu bilgileri okuyamadık. Lütfen geri dönüp bir daha deneyin.
portal-refused-storage-title = Şu anda kayıt yapamıyoruz
portal-refused-storage = Hiçbir şey değişmedi. Lütfen birkaç dakika sonra yeniden deneyin.
portal-refused-again-do = Saat seç

# “I will be late”, from the phone.
portal-phone-late = Geç kalacağım
portal-phone-late-hint = O zaman önce başkaları çağrılır, sıranız sizde kalır. Bu, bir ziyarette bir kez mümkündür. Ne kadar geç kalacaksınız?
portal-phone-late-minutes = { $minutes } dakika
portal-phone-late-said = { $minutes } dakika geç geleceğinizi iletiyoruz. Lütfen bir an bekleyin.
portal-phone-late-until = Geç geleceksiniz. Saat { $time } olana kadar sizi bekliyoruz.
portal-phone-late-not-waiting = Numaranız artık beklemede değil. Ne yapmanız gerektiği numaranızın sayfasında yazıyor.
portal-phone-late-once = Bunu zaten bildirdiniz. Bir ziyarette bir kez mümkündür. Yetişemeyecekseniz lütfen sıranızdan vazgeçin.
portal-phone-back = Numaranıza dönün
portal-phone-unsent = Bu şu anda gönderilemedi. Lütfen tekrar basın.
