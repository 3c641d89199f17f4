"""Every other day, a minus, a choice of two, a dose by weight: by language, good before a slip."""

EVERY_OTHER = {
    "es": ("Tómelo cada dos días.", "Tómelo todos los días."),
    "fr": ("Prenez-le un jour sur deux.", "Prenez-le tous les jours."),
    "de": ("Nehmen Sie es jeden zweiten Tag.", "Nehmen Sie es jeden Tag."),
    "it": ("Lo prenda a giorni alterni.", "Lo prenda tutti i giorni."),
    "pt_BR": ("Tome em dias alternados.", "Tome todos os dias."),
    "ro": ("Luați-l o dată la două zile.", "Luați-l în fiecare zi."),
    "nl": ("Neem het om de dag.", "Neem het elke dag."),
    "pl": ("Proszę przyjmować co drugi dzień.", "Proszę przyjmować codziennie."),
    "ru": ("Принимайте через день.", "Принимайте каждый день."),
    "uk": ("Приймайте через день.", "Приймайте щодня."),
    "el": ("Πάρτε το μέρα παρά μέρα.", "Πάρτε το κάθε μέρα."),
    "tr": ("Gün aşırı alın.", "Her gün alın."),
    "ar": ("تناوله يومًا بعد يوم.", "تناوله كل يوم."),
    "fa": ("یک روز در میان مصرف کنید.", "هر روز مصرف کنید."),
    "ur": ("ایک دن چھوڑ کر لیں۔", "ہر روز لیں۔"),
    "hi": ("इसे एक दिन छोड़कर लें।", "इसे हर दिन लें।"),
    "bn": ("একদিন পরপর খান।", "প্রতিদিন খান।"),
    "ne": ("एक दिन बिराएर खानुहोस्।", "हरेक दिन खानुहोस्।"),
    "pa": ("ਇੱਕ ਦਿਨ ਛੱਡ ਕੇ ਲਓ।", "ਹਰ ਰੋਜ਼ ਲਓ।"),
    "vi": ("Uống cách ngày.", "Uống mỗi ngày."),
    "th": ("กินวันเว้นวัน", "กินทุกวัน"),
    "ja": ("1日おきに飲む。", "毎日飲む。"),
    "ko": ("하루 걸러 드세요.", "매일 드세요."),
    "zh_Hans": ("隔天服用。", "每天服用。"),
    "zh_Hant": ("隔天服用。", "每天服用。"),
    "sw": ("Meza kila siku ya pili.", "Meza kila siku."),
    "fil": ("Inumin ito tuwing ikalawang araw.", "Inumin ito araw-araw."),
    "ht": ("Pran li chak de jou.", "Pran li chak jou."),
}
"""Take it every other day, and every day."""

COLD = {
    "es": ("Guárdelo a −18 °C.", "Guárdelo a 18 °C."),
    "fr": ("Gardez-le à moins 18 °C.", "Gardez-le à 18 °C."),
    "de": ("Lagern Sie es bei -18 °C.", "Lagern Sie es bei 18 °C."),
    "it": ("Lo conservi a −18 °C.", "Lo conservi a 18 °C."),
    "pt_BR": ("Guarde a −18 °C.", "Guarde a 18 °C."),
    "ro": ("Păstrați la minus 18 °C.", "Păstrați la 18 °C."),
    "nl": ("Bewaar het bij min 18 °C.", "Bewaar het bij 18 °C."),
    "pl": ("Przechowuj w −18 °C.", "Przechowuj w 18 °C."),
    "ru": ("Храните при −18 °C.", "Храните при 18 °C."),
    "uk": ("Зберігайте при мінус 18 °C.", "Зберігайте при 18 °C."),
    "el": ("Φυλάξτε το στους −18 °C.", "Φυλάξτε το στους 18 °C."),
    "tr": ("−18 °C’de saklayın.", "18 °C’de saklayın."),
    "ar": ("احفظه عند 18 درجة مئوية تحت الصفر.", "احفظه عند 18 درجة مئوية."),
    "fa": ("در دمای منفی ۱۸ درجه نگه دارید.", "در دمای ۱۸ درجه نگه دارید."),
    "ur": ("اسے منفی 18 °C پر رکھیں۔", "اسے 18 °C پر رکھیں۔"),
    "hi": ("इसे −18 °C पर रखें।", "इसे 18 °C पर रखें।"),
    "bn": ("মাইনাস ১৮ °C-এ রাখুন।", "১৮ °C-এ রাখুন।"),
    "ne": ("−१८ °C मा राख्नुहोस्।", "१८ °C मा राख्नुहोस्।"),
    "pa": ("ਇਸ ਨੂੰ −18 °C ’ਤੇ ਰੱਖੋ।", "ਇਸ ਨੂੰ 18 °C ’ਤੇ ਰੱਖੋ।"),
    "vi": ("Bảo quản ở âm 18 °C.", "Bảo quản ở 18 °C."),
    "th": ("เก็บที่ลบ 18 °C", "เก็บที่ 18 °C"),
    "ja": ("氷点下18度で保管。", "18度で保管。"),
    "ko": ("영하 18도에 보관하세요.", "18도에 보관하세요."),
    "zh_Hans": ("在零下18摄氏度保存。", "在18摄氏度保存。"),
    "zh_Hant": ("在−18 °C保存。", "在18 °C保存。"),
    "sw": ("Hifadhi katika −18 °C.", "Hifadhi katika 18 °C."),
    "fil": ("Itago ito sa −18 °C.", "Itago ito sa 18 °C."),
    "ht": ("Kenbe li nan −18 °C.", "Kenbe li nan 18 °C."),
}
"""Store it at −18 °C, and at 18 °C."""

WARM = {
    locale: (cold.replace("18", "5"), f"{warm}")
    for locale, (warm, cold) in {
        "es": ("Guárdelo a −5 °C.", "Guárdelo a 18 °C."),
        "de": ("Lagern Sie es bei −5 °C.", "Lagern Sie es bei 18 °C."),
        "ru": ("Храните при −5 °C.", "Храните при 18 °C."),
        "ar": ("احفظه عند -5 °C.", "احفظه عند 18 °C."),
        "zh_Hans": ("在−5 °C保存。", "在18 °C保存。"),
    }.items()
}
"""Store it at 5 °C, and at −5 °C."""

CHOICE = {
    "es": ("Tome 1 o 2 tabletas.", "Tome 1 y 2 tabletas."),
    "fr": ("Prenez 1 ou 2 comprimés.", "Prenez 1 et 2 comprimés."),
    "de": ("Nehmen Sie 1 oder 2 Tabletten.", "Nehmen Sie 1 und 2 Tabletten."),
    "it": ("Prenda 1 o 2 compresse.", "Prenda 1 e 2 compresse."),
    "pt_BR": ("Tome 1 ou 2 comprimidos.", "Tome 1 e 2 comprimidos."),
    "nl": ("Neem 1 of 2 tabletten.", "Neem 1 en 2 tabletten."),
    "pl": ("Proszę wziąć 1 lub 2 tabletki.", "Proszę wziąć 1 i 2 tabletki."),
    "ru": ("Примите 1 или 2 таблетки.", "Примите 1 и 2 таблетки."),
    "ar": ("تناول 1 أو 2 من الأقراص.", "تناول 1 و 2 من الأقراص."),
    "hi": ("1 या 2 गोलियाँ लें।", "1 और 2 गोलियाँ लें।"),
    "vi": ("Uống 1 hoặc 2 viên.", "Uống 1 và 2 viên."),
    "zh_Hans": ("服用1或2片。", "服用1和2片。"),
    "tr": ("1 veya 2 tablet alın.", "1 ve 2 tablet alın."),
}
"""Take 1 or 2 tablets, and 1 and 2."""

BY_WEIGHT = {
    "es": ("Tome 2 mg/kg al día.", "Tome 2 mg al día."),
    "de": ("Nehmen Sie 2 mg pro kg am Tag.", "Nehmen Sie 2 mg am Tag."),
    "fr": ("Prenez 2 mg/kg par jour.", "Prenez 2 mg par jour."),
    "ru": ("Принимайте 2 мг/кг в день.", "Принимайте 2 мг в день."),
    "zh_Hans": ("每天2毫克/千克。", "每天2毫克。"),
}
"""Take 2 mg/kg a day, and 2 mg."""

MILLIONS = {
    "es": ("Unos 1,5 millones de personas.", "Unos 1,5 mil millones de personas."),
    "de": ("Etwa 1,5 Millionen Menschen.", "Etwa 1,5 Milliarden Menschen."),
    "fr": ("Environ 1,5 million de personnes.", "Environ 1,5 milliard de personnes."),
    "ru": ("Около 1,5 миллиона человек.", "Около 1,5 миллиарда человек."),
    "tr": ("Yaklaşık 1,5 milyon kişi.", "Yaklaşık 1,5 milyar kişi."),
    "ar": ("نحو 1.5 مليون شخص.", "نحو 1.5 مليار شخص."),
}
"""About 1.5 million people, and a thousand times as many."""

LESS_THAN_ONE = {
    "es": ("Tome 0,5 mg.", "Tome 5 mg."),
    "de": ("Nehmen Sie 0,5 mg.", "Nehmen Sie 5 mg."),
    "ru": ("Примите 0,5 мг.", "Примите 5 мг."),
    "ar": ("تناول ٠٫٥ ملغ.", "تناول ٥ ملغ."),
    "hi": ("0.5 मिग्रा लें।", "5 मिग्रा लें।"),
    "zh_Hans": ("服用0.5毫克。", "服用5毫克。"),
}
"""Take .5 mg, and 5 mg."""

SHARES = {
    "es": ("El 20 % de las personas.", "El 5 % de las personas."),
    "de": ("20 % der Menschen.", "5 % der Menschen."),
    "tr": ("İnsanların %20’si.", "İnsanların %5’i."),
    "ja": ("20%の人。", "5%の人。"),
}
"""One in five people, in percent."""
