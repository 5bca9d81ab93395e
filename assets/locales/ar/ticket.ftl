# What the ticket says. 48 characters to a line.
ticket-copy = نسخة
ticket-your-number = رقمكم
ticket-with-appointment = موعدكم الساعة { $time }
ticket-without-appointment = بدون موعد
ticket-wait-here = يُرجى الانتظار هنا:
ticket-estimate = مدة الانتظار: { $span }
ticket-phone = تابعوا دوركم على الهاتف:
ticket-code = يعرض رمز QR هذا رقمكم على الجهاز:
ticket-watch = سيظهر رقمكم على الشاشة.
ticket-alone = يُرجى الانتظار حتى يناديكم أحد الموظفين.
