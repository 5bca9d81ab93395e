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
portal-services-minutes = yaklaşık { $minutes } dakika
portal-services-hours =
    yaklaşık { $hours } saat{ $minutes ->
        [0] { "" }
       *[other] { " " }{ $minutes } dakika
    }
portal-services-documents = Yanınızda getirin
portal-services-next = Boş saatleri göster
portal-services-choose = En az bir işlem seçin.
portal-services-too-much = Hepsi birlikte çok uzun sürer. Lütfen birkaç randevu alın.
portal-services-too-many = İşlemlerinizden biri bir randevuda en fazla { $most } kez yapılabilir.
portal-services-apart = “{ $service }” ve “{ $other }” aynı randevuda yapılamaz. Lütfen iki ayrı randevu alın.

portal-times-title = Ne zaman gelmek istiyorsunuz?
portal-times-move-title = Randevunuzu hangi saate almak istiyorsunuz?
portal-times-lead = { $services } – { $length }
portal-times-free = { $count ->
    [one] { $count } boş saat
   *[other] { $count } boş saat
}
portal-times-morning = Öğleden önce
portal-times-afternoon = Öğleden sonra
portal-times-soonest = En yakın boş saat: { $time }
portal-times-release = Daha fazla saat burada şu andan itibaren açılır: { $time }.
portal-times-month-before = Önceki ay
portal-times-month-after = Sonraki ay
portal-times-day-free = boş
portal-times-day-full = dolu
portal-times-day-later = henüz açılmadı
portal-times-day-later-from = henüz açılmadı, saatler şu andan itibaren: { $time }
portal-times-day-closed = kapalı
portal-times-elsewhere = Diğer yerler
portal-stops-title = Yerler
portal-stops-all = Tüm yerler
portal-stops-days = Sonraki günler: { $days }
portal-times-nothing = Şu anda boş saat yok. Şunları yapabilirsiniz:
portal-times-nothing-else = Ne yazık ki şu anda boş saat yok. Bir saat boşaldığında bu sayfada yer alır.
portal-times-nothing-move = Şu anda başka boş saat yok. Randevunuz olduğu gibi kalır. Bir saat boşaldığında bu sayfada yer alır.
portal-times-change = İşlemleri değiştir

portal-contact-title = Kim gelecek?
portal-contact-held = Bu saat, { $time } saatine kadar sizin için ayrıldı.
portal-contact-name = Ad soyad
portal-contact-name-hint = Yanınızda bir şey yoksa randevunuzu adınızla buluruz.
portal-contact-email = E-posta adresi
portal-contact-optional = isteğe bağlı
portal-contact-interpreter = Çeviri yapacak birine ihtiyacınız var mı? Hangi dile?
portal-contact-next = Devam
portal-contact-name-missing = Adınızı yazın.
portal-contact-name-wrong = Ad çok uzun veya ada uygun olmayan karakterler içeriyor.
portal-contact-email-wrong = name@example.org gibi bir e-posta adresi yazın veya alanı boş bırakın.
portal-contact-privacy = Girdiğiniz bilgileri randevunuzdan sonraki gece sileriz.

portal-check-title = Lütfen randevunuzu kontrol edin
portal-check-where = Yer
portal-check-when = Randevu
portal-check-what = İşlemler
portal-check-length = Süre
portal-check-tight = Burada çeviri için ek süre boş değil. Süre aynı kalıyor: { $length }. İsteğinizi yine de görüyoruz. Daha fazla süre isterseniz lütfen başka bir saat seçin.
portal-check-interpreter = Tercüman
portal-check-name = Ad soyad
portal-check-email = E-posta adresi
portal-check-no-email = yok
portal-check-change = Bilgileri değiştir
portal-check-book = Randevuyu kesinleştir

portal-booking-title = Randevunuz
portal-booking-done = Randevunuz alındı.
portal-booking-already = Bu randevuyu zaten aldınız.
portal-booking-moved = Randevunuz değiştirildi. Önceki QR kodu artık geçerli değil, lütfen bunu kullanın.
portal-booking-cancelled = Bu randevu iptal edildi.
portal-booking-new = Yeni randevu al
portal-booking-qr = Cihazda kayıt için QR kodu
portal-booking-how = Bu QR kodunu girişteki cihazın kamerasına tutun: telefonda veya kâğıtta.
portal-booking-window = Kayıt saatleri: { $from } – { $to }.
portal-booking-short-code = Randevu numarası
portal-booking-short-code-hint = QR kodu yanınızda değilse bu numarayı yazın.
portal-booking-pin = PIN
portal-booking-pin-hint = Randevunuzu PIN ile iptal eder veya değiştirirsiniz. PIN yalnızca burada yazıyor: Bu sayfayı yazdırın veya PIN’i not edin.
portal-booking-keep = Bu sayfanın adresini saklayın veya sayfayı yazdırın. Bu adreste randevunuzu yeniden görürsünüz, ama PIN’i görmezsiniz. Adresi bilen herkes randevunuzu görür.
portal-booking-print = Sayfayı yazdır
portal-booking-documents = Yanınızda getirin
portal-booking-change = Randevuyu değiştir
portal-booking-move = Başka saate al
portal-booking-cancel = Randevuyu iptal et
portal-booking-cancel-do = Randevuyu iptal et
portal-booking-pin-label = PIN
portal-booking-pin-digits = Onayınızdaki altı rakam
portal-booking-save-qr = QR kodunu resim olarak kaydet
portal-booking-over = Bu randevu geçti.

portal-offer-title = Randevunuz için yeni saat
portal-offer-until = Yeni saati sizin için şu zamana kadar ayırıyoruz: { $time }.
portal-offer-over = Bu saat artık sizin için ayrılmış değil. Başka bir saat seçebilirsiniz.
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
portal-refused-method-title = Bu sayfa bu şekilde açılamıyor
portal-refused-method = Lütfen ilk sayfadan başlayın. Aldığınız randevu geçerli kalır.
portal-refused-office = Böyle bir yer yok. Lütfen listeden birini seçin.
portal-refused-service = Bu işlem burada yapılmıyor. Lütfen yeniden seçin.
portal-refused-not-offered = Bu saat sunulmuyor. Lütfen başka bir saat seçin.
portal-refused-taken = Bu saati az önce başkası aldı. Lütfen başka bir saat seçin.
portal-refused-hold-unknown = Bu işlem zaten tamamlanmış veya yok. Lütfen baştan başlayın.
portal-refused-hold-expired = Bu saat yalnızca { $time } saatine kadar sizin için ayrılmıştı. Randevu alınmadı. Lütfen yeniden bir saat seçin.
portal-refused-booking = Böyle bir randevu yok. Lütfen onayınızdaki adresi kontrol edin.
portal-refused-cancelled = Bu randevu zaten iptal edilmiş. Lütfen yeni randevu alın.
portal-refused-blocked = Bu iletişim bilgileriyle çevrim içi randevu alamazsınız. Şu tarihe kadar geçerlidir: { $date }. Lütfen bizi arayın.
portal-refused-asked = Bizde zaten bekleyen talepleriniz var. Aynı anda daha fazlası mümkün değil. Lütfen yanıtımızı bekleyin ya da bir talebi geri çekin.
portal-refused-many =
    Bunun için zaten { $most ->
        [one] bir randevunuz
       *[other] { $most } randevunuz
    } var. Aynı anda daha fazlası mümkün değil. Başka bir randevu gerekiyorsa lütfen önce birini iptal edin.
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
portal-refused-too-often-title = Bu biraz sık oldu
portal-refused-too-often = Lütfen bir dakika bekleyin ve yeniden deneyin. Aldığınız randevular geçerli kalır.
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

# Choosing services: search, numbers, what it costs.
portal-search-do = Ara
portal-services-search = İşlem arayın
portal-services-found = { $count ->
    [one] 1 işlem bulundu
   *[other] { $count } işlem bulundu
}
portal-services-found-none = Sonuç yok. Başka bir kelime deneyin.
portal-services-all = Tüm işlemleri göster
portal-services-others = Diğer işlemler
portal-services-take-do = Seç
portal-services-take = Seç: { $service }
portal-services-less = Bir eksik: { $service }
portal-services-more = Bir fazla: { $service }
portal-services-details = Belgeler, ücretler, formlar
portal-services-fees = Ücreti
portal-services-forms = Doldurulacak formlar
portal-services-free = ücretsiz
portal-services-fee-from = en az { $fee }
portal-services-nothing = Henüz bir şey seçilmedi
portal-services-count = { $count ->
    [one] 1 işlem
   *[other] { $count } işlem
}

# The assistant: a few questions that lead to the right services.
portal-questions-start = Neye ihtiyacım olduğunu bilmiyorum
portal-questions-count = Soru { $number }, en fazla 3 soru
portal-questions-unknown = Bilmiyorum: tüm işlemleri göster
portal-questions-done = Bu, cevaplarınıza uyuyor. Hâlâ değiştirebilirsiniz.

# Which office.
portal-offices-search = İşleme, ada veya sokağa göre arayın
portal-offices-speaks = Şu dilin konuşulduğu yerler
portal-offices-speaks-any = fark etmez
portal-offices-step-free-only = Yalnızca basamaksız
portal-offices-step-free = Basamaksız erişim
portal-offices-languages = Konuştuğumuz diller: { $languages }
portal-offices-offers = Sunulan işlemler: { $services }
portal-offices-found = { $count ->
    [one] 1 yer bulundu
   *[other] { $count } yer bulundu
}
portal-offices-found-none = Buna uyan bir yer yok.
portal-offices-all = Tüm yerleri göster

# Which of the free times are shown.
portal-times-narrow = Saatleri daralt
portal-times-narrow-from = Şu günden itibaren
portal-day-wrong = Böyle bir gün bulamadık. Günü şöyle yazın: { $example }.
portal-times-narrow-half = Günün saati
portal-times-narrow-any = fark etmez
portal-times-narrow-step-free = Diğer yerler: yalnızca basamaksız
portal-times-narrow-speaks = Bu dilin konuşulduğu diğer yerler
portal-times-narrow-do = Saatleri göster
portal-times-nothing-fits = Bu koşullarla boş saat yok. Daha erken bir gün, günün başka bir saatini veya başka bir yer seçin.
portal-times-day-unfit = boş saat var, ama seçtiğiniz gibi değil

# Who comes: what else is asked, and how long the time is held.
portal-contact-held-soon = Bu saati sizin için 2 dakika daha tutuyoruz.
portal-contact-held-over = Bu saat artık sizin için tutulmuyor. Yine de devam edin: Girdikleriniz kaybolmaz.
portal-contact-email-missing = E-posta adresinizi girin. Bu yer için gereklidir.
portal-contact-phone = Telefon numarası
portal-contact-phone-missing = Telefon numaranızı girin. Bu yer için gereklidir.
portal-contact-phone-wrong = 01234 5678 veya +49 1234 5678 gibi bir telefon numarası girin.
portal-contact-persons = Toplam kaç kişi geliyor?
portal-contact-support = Desteğe ihtiyacınız var mı?
portal-contact-more-time = Daha fazla zamana ihtiyacım var, örneğin yürümek için
portal-contact-pick-up = Lütfen beni bekleme alanından alın
portal-contact-interpreter-none = Hayır
portal-contact-interpreter-other = Başka bir dil
portal-contact-way = Çeviri nasıl yapılsın?
portal-contact-way-on-site = yerinde
portal-contact-way-telephone = telefonla
portal-contact-way-video = görüntülü
portal-check-phone = Telefon numarası
portal-check-no-phone = yok
portal-check-persons = Kişi sayısı
portal-check-wishes = İstekler

# The time is gone: another one, with everything that was typed.
portal-again-title = Yeni bir saat seçin
portal-again-kept = Girdikleriniz hâlâ duruyor. Hiçbir şeyi yeniden yazmanız gerekmiyor.
portal-again-day = Başka bir gün mü?
portal-contact-held-longer = Daha uzun tut

# The waiting list.
portal-wait-list = Bekleme listesi
portal-wait-link = Bekleme listesine yaz
portal-wait-hint = Size uyan saat yok mu? Bir saat boşalırsa size e-posta yazarız ve saati sizin için 2 saat tutarız.
portal-wait-from = En erken bu gün
portal-wait-until = En geç bu gün
portal-wait-from-wrong = İlk gün olarak { $last } tarihine kadar bir gün seçin.
portal-wait-days-wrong = { $last } tarihine kadar bir gün seçin. Bu gün ilk günden önce olamaz.
portal-wait-notice = En geç ne zaman bilmeniz gerekir?
portal-wait-notice-hours = 3 saat önce yeterli
portal-wait-notice-day = Bir gün önce
portal-wait-notice-days = Üç gün önce
portal-wait-notice-week = Bir hafta önce
portal-wait-email-missing = E-posta adresinizi name@example.org gibi girin. Size oraya yazarız.
portal-wait-many = Bu e-posta adresiyle zaten birkaç randevu için bekliyorsunuz. Aynı anda daha fazlası mümkün değil. E-postamızdaki bağlantıyla bir bekleme listesinden çıkabilirsiniz.
portal-wait-privacy = Bekleme listesinden çıktığınızda e-posta adresinizi sileriz.
portal-wait-your-title = Bekleme listesindeki yeriniz
portal-wait-done = Bekleme listesindesiniz. Size bir e-posta gönderdik.
portal-wait-stands = Bekleme listesindesiniz. Uygun bir saat boşalırsa size e-posta yazarız.
portal-wait-days = Günler
portal-wait-span = { $from } – { $until }
portal-wait-offer = Bu saat boşaldı: { $when }. Sizin için şu zamana kadar tutuyoruz: { $time }.
portal-wait-pass = Bu saat bana uymuyor
portal-wait-pass-hint = O zaman saat başkasına verilir ve siz beklemeye devam edersiniz. Almadığınız üç saatten sonra listeden çıkarsınız.
portal-wait-leave = Bekleme listesinden çıkar
portal-wait-left = Artık bekleme listesinde değilsiniz. E-posta adresiniz silindi.
portal-refused-asking = Bu kayıt artık yok. Tamamlandı, silindi ya da süresi doldu.

# A time that staff find: the citizen proposes days.
portal-request-title = Randevu iste
portal-request-lead = Size uyan en fazla üç gün yazın. Bir saat arar ve size yanıt veririz.
portal-request-else = Bu saatlerden hiçbiri uymuyor mu? Bize gün önerin.
portal-request-day = { $number }. öneri
portal-request-on = Gün
portal-request-days-wrong = En az bir gün girin, en geç { $last }.
portal-request-words = Başka ne bilmeliyiz?
portal-request-words-wrong = Lütfen metni 1000 karaktere kısaltın.
portal-request-do = Gönder
portal-request-privacy = Girdiklerinizi yanıtımızla birlikte, en geç 30 gün sonra sileriz.
portal-request-your-title = Talebiniz
portal-request-done = Talebiniz bize ulaştı. En kısa sürede yanıt veririz.
portal-request-days = Öneriler
portal-request-proposal = { $day } – { $half }
portal-request-withdraw = Talebi geri çek
portal-request-withdrawn = Talebiniz geri çekildi. Girdikleriniz silindi.

# The office wants to know that the address is right before it books.
portal-unconfirmed-title = Lütfen randevunuzu onaylayın
portal-unconfirmed = Randevunuz henüz kesin değil. Size bir e-posta gönderdik. Lütfen randevuyu oradan onaylayın, yoksa saat yeniden boşalır. Son zaman: { $time }.
portal-unconfirmed-here = Zaten burada mısınız? O zaman terminalde bu numarayla giriş yapın. Bu yeterlidir.
portal-unconfirmed-none = E-posta gelmedi mi? Reklam klasörüne de bakın ve adresinizi kontrol edin.

# The free times change while one looks at them.
portal-times-renewed = Boş saatler değişti.
