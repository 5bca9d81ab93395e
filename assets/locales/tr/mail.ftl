# Mails to citizens, and what pages say of them.

mail-subject-confirmed = Randevunuz alındı: { $when }, { $place }
mail-subject-together = Randevularınız alındı: { $place }
mail-subject-moved = Randevunuz değiştirildi: { $when }, { $place }
mail-subject-cancelled = Randevunuz iptal edildi: { $when }, { $place }
mail-subject-office-moved = Randevunuzun saati değişti: { $when }, { $place }
mail-subject-office-place = Randevunuz başka bir yerde: { $when }, { $place }
mail-subject-office-cancelled = Randevunuzu iptal etmek zorundayız: { $when }, { $place }
mail-subject-office-offer = Randevunuz için yeni bir saat öneriyoruz: { $when }, { $place }
mail-subject-reminder = Randevu hatırlatması: { $when }, { $place }
mail-subject-new-code = Randevunuz için yeni QR kodu: { $when }, { $place }
mail-subject-confirm = Lütfen randevunuzu onaylayın: { $when }, { $place }
mail-subject-offer = Bir saat boşaldı: { $when }, { $place }

mail-greeting = Sayın { $name },
mail-greeting-nameless = Merhaba,

mail-cancelled = Randevunuz iptal edildi. Başka bir şey yapmanız gerekmiyor.
mail-office-moved = Randevunuzu başka bir saate almak zorunda kaldık. Özür dileriz. Önceki QR kodu artık geçerli değil, lütfen bu e-postadaki kodu kullanın.
mail-office-moved-else = Yeni saat size uymuyor mu? Randevuyu başka bir saate alabilir veya iptal edebilirsiniz.
mail-office-place = Randevunuz başka bir yerde olacak. Saat aynı kalıyor, QR kodunuz geçerli. Özür dileriz.
mail-office-place-before = Önceki yer
mail-office-place-else = Yeni yer size uymuyor mu? Randevuyu başka bir saate alabilir veya iptal edebilirsiniz.
mail-office-cancelled = Randevunuzu iptal etmek zorundayız. Özür dileriz. Lütfen yeni bir randevu alın.
mail-office-offer = Randevunuz maalesef gerçekleşemiyor. Özür dileriz. Sizin için başka bir saat ayırdık.
mail-office-offer-until = Lütfen yeni saati şu zamana kadar kabul edin: { $time }. Sonra randevunuz iptal edilir.
mail-office-offer-do = Yeni saati kabul et
mail-reminder = Size randevunuzu hatırlatmak istiyoruz.
mail-reminder-else = Gelemiyor musunuz? Lütfen randevuyu iptal edin, böylece başka biri bu saati alabilir.
mail-new-code = Randevunuz aynı kalıyor. Yalnızca QR kodu yenilendi: Önceki kod artık geçerli değil, lütfen bu e-postadaki kodu kullanın.
mail-confirm = Lütfen randevunuzu onaylayın. Bu saati sizin için şu zamana kadar tutuyoruz: { $time }.
mail-confirm-do = Randevuyu onayla
mail-offer = Bekleme listesindesiniz ve bu saat boşaldı. Sizin için şu zamana kadar tutuyoruz: { $time }.
mail-offer-do = Bu saati al

mail-reason-illness = Birkaç çalışanımız hasta.
mail-reason-technical = Teknik sistemlerimiz çalışmıyor.
mail-reason-building = Binamız o gün kapalı.

mail-map = Haritada göster
mail-fees = Ücretler
mail-forms = Formlar
mail-check-in = Geldiğinizi nasıl bildirirsiniz
mail-qr-elsewhere = QR kodu bu e-postanın ekinde ve randevunuzun sayfasında bulunur.
mail-together = Bu randevular alındı. Her birinin kendi numarası ve kendi PIN’i var.
mail-together-code = Kayıt için QR kodunu randevunun sayfasında bulursunuz.
mail-pin = Randevunuzu PIN ile iptal eder veya değiştirirsiniz.
mail-open = Randevuyu gör
mail-labelled = { $label }: { $value }
mail-in-calendar = Ekteki dosya randevuyu takviminize ekler.
mail-out-of-calendar = Ekteki dosya randevuyu takviminizden çıkarır.
mail-keep = Lütfen bu e-postayı başkasına iletmeyin. Bu e-posta kimdeyse randevunuzu görebilir ve değiştirebilir.
mail-not-you = Bizden randevu almadınız mı? O zaman biri adresi yanlış yazmıştır. Lütfen bu e-postayı silin.
mail-automatic = Bu e-posta otomatik olarak gönderildi.

mail-calendar-summary = Randevu: { $place }

mail-page-calendar = Randevuyu takvime ekle
mail-page-sent = Bu bilgileri size e-posta ile de gönderiyoruz.

# The waiting list.
mail-subject-waiting = Bekleme listesindesiniz: { $place }
mail-subject-waiting-over = Artık bekleme listesinde değilsiniz: { $place }
mail-waiting = Bekleme listesindesiniz. Uygun bir saat boşalırsa size yazarız ve saati sizin için 2 saat tutarız. Aşağıdaki bağlantıyla listeden çıkabilirsiniz.
mail-waiting-let-pass = Sizin için üç saat tuttuk, hiçbirini almadınız. Bu nedenle artık bekleme listesinde değilsiniz. Dilerseniz yeniden yazılabilirsiniz.
mail-waiting-nothing-free = Ne yazık ki son gününüze kadar uygun bir saat boşalmadı. Üzgünüz. Artık bekleme listesinde değilsiniz.

# A time that staff find.
mail-subject-requested = Talebiniz bize ulaştı: { $place }
mail-subject-request-answered = Talebinize yanıt: { $place }
mail-request-declined = Ne yazık ki size bir saat sunamıyoruz. Üzgünüz.
mail-request-unanswered = Talebinizi zamanında yanıtlayamadık. Üzgünüz. Lütfen yeniden başvurun.
