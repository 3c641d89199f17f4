"""Orders of a crisis note in each language, and what they are without their "not", or with one."""

LEAVE = "Do not leave the person alone."
WAIT = "Do not wait."
CALL = "Call for help now."

ALONE = {
    "es": ("No deje sola a la persona.", "Deje sola a la persona."),
    "fr": ("Ne laissez pas la personne seule.", "Laissez la personne seule."),
    "de": ("Lassen Sie die Person nicht allein.", "Lassen Sie die Person allein."),
    "it": ("Non lasci la persona da sola.", "Lasci la persona sola."),
    "pt_BR": ("Não deixe a pessoa sozinha.", "Deixe a pessoa sozinha."),
    "ro": ("Nu lăsați persoana singură.", "Lăsați persoana singură."),
    "nl": ("Laat de persoon niet alleen.", "Laat de persoon alleen."),
    "pl": ("Proszę nie zostawiać tej osoby samej.", "Proszę zostawić tę osobę samą."),
    "ru": ("Не оставляйте человека одного.", "Оставьте человека одного."),
    "uk": ("Не залишайте людину саму.", "Залиште людину саму."),
    "tr": ("Kişiyi yalnız bırakmayın.", "Kişiyi yalnız bırakın."),
    "ar": ("لا تترك الشخص وحده.", "اترك الشخص وحده."),
    "fa": ("فرد را تنها نگذارید.", "فرد را تنها بگذارید."),
    "hi": ("व्यक्ति को अकेला न छोड़ें।", "व्यक्ति को अकेला छोड़ दें।"),
    "ne": ("व्यक्तिलाई एक्लै नछोड्नुहोस्।", "व्यक्तिलाई एक्लै छोड्नुहोस्।"),
    "pa": ("ਵਿਅਕਤੀ ਨੂੰ ਇਕੱਲਾ ਨਾ ਛੱਡੋ।", "ਵਿਅਕਤੀ ਨੂੰ ਇਕੱਲਾ ਛੱਡੋ।"),
    "ur": ("اس شخص کو اکیلا نہ چھوڑیں۔", "اس شخص کو اکیلا چھوڑ دیں۔"),
    "bn": ("ব্যক্তিকে একা রাখবেন না।", "ব্যক্তিকে একা রাখুন।"),
    "vi": ("Đừng để người đó một mình.", "Hãy để người đó một mình."),
    "th": ("อย่าปล่อยให้เขาอยู่คนเดียว", "ปล่อยให้เขาอยู่คนเดียว"),
    "zh_Hans": ("不要让这个人独自待着。", "让这个人独自待着。"),
    "ja": ("その人を一人にしないでください。", "その人を一人にしてください。"),
    "ko": ("그 사람을 혼자 두지 마세요.", "그 사람을 혼자 두세요."),
    "sw": ("Usimwache mtu huyo peke yake.", "Mwache mtu huyo peke yake."),
    "ht": ("Pa kite moun nan poukont li.", "Kite moun nan poukont li."),
    "fil": ("Huwag iwan ang tao nang mag-isa.", "Iwan ang tao nang mag-isa."),
    "el": ("Μην αφήνετε το άτομο μόνο του.", "Αφήστε το άτομο μόνο του."),
    "zh_Hant": ("不要讓這個人獨自待著。", "讓這個人獨自待著。"),
}
"""Not to leave somebody alone, and to do so."""

WAITING = {
    "es": ("No espere.", "Espere."),
    "fr": ("N’attendez pas.", "Attendez."),
    "de": ("Warten Sie nicht.", "Warten Sie."),
    "it": ("Non aspetti.", "Aspetti."),
    "pt_BR": ("Não espere.", "Espere."),
    "ro": ("Nu așteptați.", "Așteptați."),
    "nl": ("Wacht niet.", "Wacht."),
    "pl": ("Proszę nie czekać.", "Proszę czekać."),
    "ru": ("Не ждите.", "Ждите."),
    "uk": ("Не чекайте.", "Чекайте."),
    "tr": ("Beklemeyin.", "Bekleyin."),
    "ar": ("لا تنتظر.", "انتظر."),
    "fa": ("منتظر نمانید.", "صبر کنید."),
    "hi": ("इंतज़ार न करें।", "इंतज़ार करें।"),
    "zh_Hans": ("不要等待。", "请等待。"),
    "ja": ("待たないでください。", "待ってください。"),
    "ko": ("기다리지 마세요.", "기다리세요."),
    "vi": ("Đừng chờ.", "Hãy chờ."),
    "th": ("อย่ารอ", "รอ"),
    "sw": ("Usisubiri.", "Subiri."),
    "ht": ("Pa tann.", "Tann."),
    "fil": ("Huwag maghintay.", "Maghintay."),
    "el": ("Μην περιμένετε.", "Περιμένετε."),
    "bn": ("অপেক্ষা করবেন না।", "অপেক্ষা করুন।"),
    "ur": ("انتظار نہ کریں۔", "انتظار کریں۔"),
    "pa": ("ਉਡੀਕ ਨਾ ਕਰੋ।", "ਉਡੀਕ ਕਰੋ।"),
    "ne": ("नपर्खनुहोस्।", "पर्खनुहोस्।"),
}
"""Not to wait, and to wait."""

CALLING = {
    "es": ("Llame ahora.", "No llame ahora."),
    "fr": ("Appelez maintenant.", "N’appelez pas maintenant."),
    "de": ("Rufen Sie jetzt an.", "Rufen Sie nicht an."),
    "it": ("Chiami adesso.", "Non chiami adesso."),
    "ru": ("Звоните сейчас.", "Не звоните сейчас."),
    "zh_Hans": ("请现在打电话求助。", "不要打电话求助。"),
    "ja": ("今すぐ電話してください。", "電話しないでください。"),
    "ko": ("지금 전화하세요.", "전화하지 마세요."),
    "ar": ("اتصل الآن.", "لا تتصل الآن."),
    "hi": ("अभी कॉल करें।", "अभी कॉल न करें।"),
    "tr": ("Şimdi arayın.", "Şimdi aramayın."),
    "vi": ("Hãy gọi ngay.", "Đừng gọi bây giờ."),
    "th": ("โทรเดี๋ยวนี้", "อย่าโทร"),
    "pl": ("Proszę dzwonić.", "Proszę nie dzwonić."),
    "uk": ("Телефонуйте зараз.", "Не телефонуйте зараз."),
    "fa": ("تماس بگیرید.", "تماس نگیرید."),
}
"""To call, and not to."""
