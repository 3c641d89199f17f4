"""Halves of the day, and sides, in each language: what is in the morning, and what at night."""

MORNING, NIGHT = "Take it in the morning.", "Take it at night."
LEFT, RIGHT = "Your left arm hurts.", "Your right arm hurts."
TWO_DOSES = "Take 10 mg in the morning and 20 mg at night."

HALVES_OF_DAY = {
    "es": ("Tómelo por la mañana.", "Tómelo por la noche."),
    "fr": ("Prenez-le le matin.", "Prenez-le le soir."),
    "de": ("Nehmen Sie es morgens.", "Nehmen Sie es abends."),
    "it": ("Lo prenda la mattina.", "Lo prenda la sera."),
    "pt_BR": ("Tome de manhã.", "Tome à noite."),
    "ro": ("Luați-l dimineața.", "Luați-l seara."),
    "nl": ("Neem het ’s ochtends in.", "Neem het ’s avonds in."),
    "pl": ("Proszę brać rano.", "Proszę brać wieczorem."),
    "ru": ("Принимайте утром.", "Принимайте вечером."),
    "uk": ("Приймайте вранці.", "Приймайте ввечері."),
    "tr": ("Sabah alın.", "Gece alın."),
    "ar": ("تناوله في الصباح.", "تناوله في المساء."),
    "fa": ("صبح بخورید.", "شب بخورید."),
    "hi": ("इसे सुबह लें।", "इसे रात में लें।"),
    "ne": ("बिहान खानुहोस्।", "राति खानुहोस्।"),
    "pa": ("ਇਹ ਸਵੇਰੇ ਲਓ।", "ਇਹ ਰਾਤ ਨੂੰ ਲਓ।"),
    "ur": ("اسے صبح لیں۔", "اسے رات کو لیں۔"),
    "bn": ("সকালে খান।", "রাতে খান।"),
    "vi": ("Uống vào buổi sáng.", "Uống vào buổi tối."),
    "th": ("กินตอนเช้า", "กินตอนกลางคืน"),
    "zh_Hans": ("早上服用。", "晚上服用。"),
    "zh_Hant": ("早上服用。", "晚上服用。"),
    "ja": ("朝に飲む。", "夜に飲む。"),
    "ko": ("아침에 드세요.", "저녁에 드세요."),
    "sw": ("Meza asubuhi.", "Meza usiku."),
    "ht": ("Pran li nan maten.", "Pran li aswè."),
    "fil": ("Inumin ito sa umaga.", "Inumin ito sa gabi."),
    "el": ("Πάρτε το το πρωί.", "Πάρτε το το βράδυ."),
}
"""In the morning, and at night."""

SIDES = {
    "es": ("Le duele el brazo izquierdo.", "Le duele el brazo derecho."),
    "fr": ("Votre bras gauche fait mal.", "Votre bras droit fait mal."),
    "de": ("Ihr linker Arm schmerzt.", "Ihr rechter Arm schmerzt."),
    "it": ("Il braccio sinistro fa male.", "Il braccio destro fa male."),
    "pt_BR": ("O braço esquerdo dói.", "O braço direito dói."),
    "ro": ("Vă doare brațul stâng.", "Vă doare brațul drept."),
    "nl": ("Uw linkerarm doet pijn.", "Uw rechterarm doet pijn."),
    "pl": ("Boli Pana lewa ręka.", "Boli Pana prawa ręka."),
    "ru": ("Болит левая рука.", "Болит правая рука."),
    "uk": ("Болить ліва рука.", "Болить права рука."),
    "tr": ("Sol kolunuz ağrıyor.", "Sağ kolunuz ağrıyor."),
    "ar": ("ذراعك الأيسر يؤلمك.", "ذراعك الأيمن يؤلمك."),
    "fa": ("بازوی چپ درد دارد.", "بازوی راست درد دارد."),
    "hi": ("बाईं बाँह में दर्द है।", "दाईं बाँह में दर्द है।"),
    "ne": ("बायाँ हात दुख्छ।", "दायाँ हात दुख्छ।"),
    "pa": ("ਖੱਬੀ ਬਾਂਹ ਦੁਖਦੀ ਹੈ।", "ਸੱਜੀ ਬਾਂਹ ਦੁਖਦੀ ਹੈ।"),
    "ur": ("بائیں بازو میں درد ہے۔", "دائیں بازو میں درد ہے۔"),
    "bn": ("বাম হাতে ব্যথা।", "ডান হাতে ব্যথা।"),
    "vi": ("Tay trái đau.", "Tay phải đau."),
    "th": ("แขนซ้ายเจ็บ", "แขนขวาเจ็บ"),
    "zh_Hans": ("左臂疼痛。", "右臂疼痛。"),
    "zh_Hant": ("左臂疼痛。", "右臂疼痛。"),
    "ja": ("左腕が痛い。", "右腕が痛い。"),
    "ko": ("왼팔이 아픕니다.", "오른팔이 아픕니다."),
    "sw": ("Mkono wa kushoto unauma.", "Mkono wa kulia unauma."),
    "ht": ("Bra goch ou fè mal.", "Bra dwat ou fè mal."),
    "fil": ("Masakit ang kaliwang braso.", "Masakit ang kanang braso."),
    "el": ("Πονάει το αριστερό χέρι.", "Πονάει το δεξί χέρι."),
}
"""The left arm, and the right one."""

DOSES_BY_DAY = {
    "es": (
        "Tome 10 mg por la mañana y 20 mg por la noche.",
        "Tome 10 mg por la noche y 20 mg por la mañana.",
    ),
    "de": (
        "Nehmen Sie morgens 10 mg und abends 20 mg.",
        "Nehmen Sie morgens 20 mg und abends 10 mg.",
    ),
    "fr": ("Prenez 10 mg le matin et 20 mg le soir.", "Prenez 10 mg le soir et 20 mg le matin."),
    "ar": (
        "تناول 10 ملغ في الصباح و20 ملغ في المساء.",
        "تناول 10 ملغ في المساء و20 ملغ في الصباح.",
    ),
    "zh_Hans": ("早上10毫克，晚上20毫克。", "早上20毫克，晚上10毫克。"),
    "ja": ("朝10 mg、夜20 mg。", "朝20 mg、夜10 mg。"),
    "ru": ("Принимайте утром 10 мг, вечером 20 мг.", "Принимайте утром 20 мг, вечером 10 мг."),
    "hi": ("सुबह 10 मिग्रा और रात में 20 मिग्रा लें।", "सुबह 20 मिग्रा और रात में 10 मिग्रा लें।"),
    "tr": ("Sabah 10 mg, akşam 20 mg alın.", "Sabah 20 mg, akşam 10 mg alın."),
    "ko": ("아침에 10 mg, 저녁에 20 mg을 드세요.", "아침에 20 mg, 저녁에 10 mg을 드세요."),
    "pl": ("Rano 10 mg, wieczorem 20 mg.", "Rano 20 mg, wieczorem 10 mg."),
    "vi": ("Uống 10 mg buổi sáng và 20 mg buổi tối.", "Uống 10 mg buổi tối và 20 mg buổi sáng."),
    "th": ("กิน 10 มก. ตอนเช้า และ 20 มก. ตอนเย็น", "กิน 20 มก. ตอนเช้า และ 10 มก. ตอนเย็น"),
    "fa": ("صبح ۱۰ میلی‌گرم و شب ۲۰ میلی‌گرم.", "صبح ۲۰ میلی‌گرم و شب ۱۰ میلی‌گرم."),
}
"""Two doses, and the same the other way round."""
