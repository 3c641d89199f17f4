"""Time and medicine that words count, and ages with a bound, in every language, with slips."""

WEEKS_ON = {
    "ar": ("راجع طبيبك بعد أسبوعين.", "راجع طبيبك بعد ثلاثة أسابيع."),
    "bn": ("দুই সপ্তাহ পর ডাক্তার দেখান।", "তিন সপ্তাহ পর ডাক্তার দেখান।"),
    "de": ("Gehen Sie nach zwei Wochen zum Arzt.", "Gehen Sie nach drei Wochen zum Arzt."),
    "el": (
        "Δείτε τον γιατρό σας μετά από δύο εβδομάδες.",
        "Δείτε τον γιατρό σας μετά από τρεις εβδομάδες.",
    ),
    "es": ("Vea a su médico tras dos semanas.", "Vea a su médico tras tres semanas."),
    "fa": ("پس از دو هفته نزد پزشک خود بروید.", "پس از سه هفته نزد پزشک خود بروید."),
    "fil": (
        "Magpatingin sa doktor pagkatapos ng dalawang linggo.",
        "Magpatingin sa doktor pagkatapos ng tatlong linggo.",
    ),
    "fr": (
        "Consultez votre médecin au bout de deux semaines.",
        "Consultez votre médecin au bout de trois semaines.",
    ),
    "he": ("פנו לרופא אחרי שבועיים.", "פנו לרופא אחרי שלושה שבועות."),
    "hi": ("दो हफ़्ते बाद अपने डॉक्टर से मिलें।", "तीन हफ़्ते बाद अपने डॉक्टर से मिलें।"),
    "ht": ("Wè doktè ou apre de semèn.", "Wè doktè ou apre twa semèn."),
    "it": ("Consulti il medico dopo due settimane.", "Consulti il medico dopo tre settimane."),
    "ja": ("二週間後に医師の診察を受けてください。", "三週間後に医師の診察を受けてください。"),
    "ko": ("두 주 후에 의사를 만나세요.", "세 주 후에 의사를 만나세요."),
    "ne": ("दुई हप्तापछि डाक्टरलाई भेट्नुहोस्।", "तीन हप्तापछि डाक्टरलाई भेट्नुहोस्।"),
    "nl": ("Ga na twee weken naar uw arts.", "Ga na drie weken naar uw arts."),
    "pa": ("ਦੋ ਹਫ਼ਤਿਆਂ ਬਾਅਦ ਡਾਕਟਰ ਨੂੰ ਮਿਲੋ।", "ਤਿੰਨ ਹਫ਼ਤੇ ਬਾਅਦ ਡਾਕਟਰ ਨੂੰ ਮਿਲੋ।"),
    "pl": (
        "Proszę iść do lekarza po dwóch tygodniach.",
        "Proszę iść do lekarza po trzech tygodniach.",
    ),
    "pt_BR": (
        "Consulte seu médico depois de duas semanas.",
        "Consulte seu médico depois de três semanas.",
    ),
    "ro": ("Mergeți la medic după două săptămâni.", "Mergeți la medic după trei săptămâni."),
    "ru": ("Обратитесь к врачу через две недели.", "Обратитесь к врачу через три недели."),
    "so": (
        "La kulan dhakhtarka laba toddobaad ka dib.",
        "La kulan dhakhtarka saddex toddobaad ka dib.",
    ),
    "sw": ("Muone daktari wako baada ya wiki mbili.", "Muone daktari wako baada ya wiki tatu."),
    "th": ("ไปพบแพทย์หลังจากสองสัปดาห์", "ไปพบแพทย์หลังจากสามสัปดาห์"),
    "tr": ("İki hafta sonra doktorunuza görünün.", "Üç hafta sonra doktorunuza görünün."),
    "uk": ("Зверніться до лікаря через два тижні.", "Зверніться до лікаря через три тижні."),
    "ur": ("دو ہفتے بعد اپنے ڈاکٹر سے ملیں۔", "تین ہفتے بعد اپنے ڈاکٹر سے ملیں۔"),
    "vi": ("Hãy gặp bác sĩ sau hai tuần.", "Hãy gặp bác sĩ sau ba tuần."),
    "zh_Hans": ("两周后去看医生。", "三周后去看医生。"),
    "zh_Hant": ("兩個星期後去看醫生。", "三個星期後去看醫生。"),
}
"""See your doctor after two weeks, and three."""

TABLETS = {
    "ar": ("تناول قرصين مرتين في اليوم.", "تناول قرصًا واحدًا مرتين في اليوم."),
    "he": ("קחו שתי טבליות פעמיים ביום.", "קחו טבליה אחת פעמיים ביום."),
    "es": ("Tome dos tabletas dos veces al día.", "Tome una tableta dos veces al día."),
    "de": (
        "Nehmen Sie zweimal täglich zwei Tabletten.",
        "Nehmen Sie zweimal täglich eine Tablette.",
    ),
    "fr": ("Prenez deux comprimés deux fois par jour.", "Prenez un comprimé deux fois par jour."),
    "zh_Hans": ("每日两次，每次两片。", "每日两次，每次一片。"),
    "tr": ("Günde iki kez iki tablet alın.", "Günde iki kez bir tablet alın."),
    "it": (
        "Prenda due compresse due volte al giorno.",
        "Prenda una compressa due volte al giorno.",
    ),
    "pt_BR": ("Tome dois comprimidos duas vezes ao dia.", "Tome um comprimido duas vezes ao dia."),
    "ro": ("Luați două comprimate de două ori pe zi.", "Luați un comprimat de două ori pe zi."),
    "nl": ("Neem twee keer per dag twee tabletten.", "Neem twee keer per dag één tablet."),
    "hi": ("दिन में दो बार दो गोलियाँ लें।", "दिन में दो बार एक गोली लें।"),
    "ur": ("دن میں دو بار دو گولیاں لیں۔", "دن میں دو بار ایک گولی لیں۔"),
    "uk": ("Приймайте дві таблетки двічі на день.", "Приймайте одну таблетку двічі на день."),
    "pl": (
        "Proszę przyjmować dwie tabletki dwa razy dziennie.",
        "Proszę przyjmować jedną tabletkę dwa razy dziennie.",
    ),
    "ru": ("Принимайте две таблетки дважды в день.", "Принимайте одну таблетку дважды в день."),
    "el": ("Παίρνετε δύο δισκία δύο φορές την ημέρα.", "Παίρνετε ένα δισκίο δύο φορές την ημέρα."),
}
"""Take 2 tablets twice a day, and one tablet."""

ADULTS = "People aged 18 or older can take part."
MINORS = "People under 18 can take part."
AGES = {
    "ar": (
        (
            "يمكن للأشخاص من عمر 18 عامًا فأكثر المشاركة.",
            "يمكن لمن هم في الثامنة عشرة (18) فما فوق المشاركة.",
        ),
        (
            "يمكن للأشخاص حتى عمر 18 عامًا المشاركة.",
            "يمكن للأشخاص دون 18 عامًا المشاركة.",
        ),
    ),
    "bn": (
        ("১৮ বছর বা তার বেশি বয়সীরা অংশ নিতে পারেন।",),
        (
            "১৮ বছরের কম বয়সীরা অংশ নিতে পারেন।",
            "১৮ বছর পর্যন্ত বয়সীরা অংশ নিতে পারেন।",
        ),
    ),
    "de": (
        (
            "Personen ab 18 Jahren können teilnehmen.",
            "Menschen, die 18 Jahre oder älter sind, können teilnehmen.",
        ),
        (
            "Personen bis 18 Jahre können teilnehmen.",
            "Menschen unter 18 Jahren können teilnehmen.",
        ),
    ),
    "el": (
        ("Άτομα 18 ετών και άνω μπορούν να συμμετάσχουν.",),
        (
            "Άτομα έως 18 ετών μπορούν να συμμετάσχουν.",
            "Άτομα κάτω των 18 ετών μπορούν να συμμετάσχουν.",
        ),
    ),
    "es": (
        (
            "Pueden participar personas de 18 años o más.",
            "Pueden participar mayores de 18 años.",
            "Pueden participar personas a partir de los 18 años.",
        ),
        (
            "Pueden participar personas de hasta 18 años.",
            "Pueden participar menores de 18 años.",
        ),
    ),
    "fa": (
        (
            "افراد ۱۸ سال و بالاتر می‌توانند شرکت کنند.",
            "افراد ۱۸ سال به بالا می‌توانند شرکت کنند.",
        ),
        (
            "افراد زیر ۱۸ سال می‌توانند شرکت کنند.",
            "افراد تا ۱۸ سال می‌توانند شرکت کنند.",
        ),
    ),
    "fil": (
        ("Puwedeng sumali ang mga 18 taong gulang pataas.",),
        (
            "Puwedeng sumali ang mga wala pang 18 taong gulang.",
            "Puwedeng sumali ang mga 18 taong gulang pababa.",
        ),
    ),
    "fr": (
        (
            "Les personnes de 18 ans ou plus peuvent participer.",
            "Les personnes âgées de 18 ans et plus peuvent participer.",
            "On peut participer dès 18 ans.",
            "On peut participer à partir de 18 ans.",
        ),
        (
            "Les personnes de moins de 18 ans peuvent participer.",
            "On peut participer jusqu’à 18 ans.",
        ),
    ),
    "hi": (
        (
            "18 साल या उससे ज़्यादा उम्र के लोग भाग ले सकते हैं।",
            "18 वर्ष और उससे अधिक उम्र के लोग भाग ले सकते हैं।",
        ),
        (
            "18 साल से कम उम्र के लोग भाग ले सकते हैं।",
            "18 साल तक के लोग भाग ले सकते हैं।",
        ),
    ),
    "ht": (
        ("Moun ki gen 18 an oswa plis ka patisipe.",),
        (
            "Moun ki poko gen 18 an ka patisipe.",
            "Moun ki gen mwens pase 18 an ka patisipe.",
        ),
    ),
    "it": (
        (
            "Possono partecipare le persone dai 18 anni in su.",
            "Possono partecipare le persone di 18 anni o più.",
            "Possono partecipare i maggiori di 18 anni.",
        ),
        (
            "Possono partecipare le persone fino a 18 anni.",
            "Possono partecipare i minori di 18 anni.",
        ),
    ),
    "ja": (
        ("18歳以上の方が参加できます。",),
        (
            "18歳以下の方が参加できます。",
            "18歳未満の方が参加できます。",
            "18歳までの方が参加できます。",
        ),
    ),
    "ko": (
        ("18세 이상은 참여할 수 있습니다.",),
        (
            "18세 이하는 참여할 수 있습니다.",
            "18세 미만은 참여할 수 있습니다.",
        ),
    ),
    "ne": (
        ("१८ वर्ष वा सोभन्दा माथिका मानिसहरू सहभागी हुन सक्छन्।",),
        (
            "१८ वर्षमुनिका मानिसहरू सहभागी हुन सक्छन्।",
            "१८ वर्षसम्मका मानिसहरू सहभागी हुन सक्छन्।",
        ),
    ),
    "nl": (
        (
            "Mensen van 18 jaar of ouder kunnen meedoen.",
            "Mensen vanaf 18 jaar kunnen meedoen.",
        ),
        (
            "Mensen tot 18 jaar kunnen meedoen.",
            "Mensen onder de 18 jaar kunnen meedoen.",
            "Mensen jonger dan 18 jaar kunnen meedoen.",
        ),
    ),
    "pa": (
        ("18 ਸਾਲ ਜਾਂ ਇਸ ਤੋਂ ਵੱਧ ਉਮਰ ਦੇ ਲੋਕ ਹਿੱਸਾ ਲੈ ਸਕਦੇ ਹਨ।",),
        (
            "18 ਸਾਲ ਤੋਂ ਘੱਟ ਉਮਰ ਦੇ ਲੋਕ ਹਿੱਸਾ ਲੈ ਸਕਦੇ ਹਨ।",
            "18 ਸਾਲ ਤੱਕ ਦੇ ਲੋਕ ਹਿੱਸਾ ਲੈ ਸਕਦੇ ਹਨ।",
        ),
    ),
    "pl": (
        (
            "Mogą brać udział osoby od 18 lat.",
            "Mogą brać udział osoby w wieku 18 lat lub starsze.",
            "Mogą brać udział osoby, które ukończyły 18 lat.",
            "Mogą brać udział osoby powyżej 18. roku życia.",
        ),
        (
            "Mogą brać udział osoby do 18 lat.",
            "Mogą brać udział osoby poniżej 18 lat.",
            "Mogą brać udział osoby młodsze niż 18 lat.",
            "Mogą brać udział osoby do 18. roku życia.",
        ),
    ),
    "pt_BR": (
        (
            "Pessoas com 18 anos ou mais podem participar.",
            "Pessoas a partir de 18 anos podem participar.",
            "Maiores de 18 anos podem participar.",
        ),
        (
            "Pessoas de até 18 anos podem participar.",
            "Menores de 18 anos podem participar.",
        ),
    ),
    "ro": (
        (
            "Pot participa persoanele de 18 ani sau mai mari.",
            "Pot participa persoanele de la 18 ani în sus.",
            "Pot participa persoanele de peste 18 ani.",
        ),
        (
            "Pot participa persoanele sub 18 ani.",
            "Pot participa persoanele până la 18 ani.",
            "Pot participa persoanele mai mici de 18 ani.",
        ),
    ),
    "ru": (
        (
            "Участвовать могут люди от 18 лет.",
            "Участвовать могут люди 18 лет и старше.",
            "Участвовать могут люди с 18 лет.",
        ),
        (
            "Участвовать могут люди до 18 лет.",
            "Участвовать могут люди младше 18 лет.",
        ),
    ),
    "sw": (
        (
            "Watu wenye umri wa miaka 18 au zaidi wanaweza kushiriki.",
            "Watu wa miaka 18 na kuendelea wanaweza kushiriki.",
        ),
        (
            "Watu wenye umri wa chini ya miaka 18 wanaweza kushiriki.",
            "Watu wa hadi miaka 18 wanaweza kushiriki.",
        ),
    ),
    "th": (
        (
            "ผู้ที่มีอายุ 18 ปีขึ้นไปเข้าร่วมได้",
            "ผู้ที่มีอายุตั้งแต่ 18 ปีเข้าร่วมได้",
        ),
        (
            "ผู้ที่มีอายุไม่เกิน 18 ปีเข้าร่วมได้",
            "ผู้ที่มีอายุต่ำกว่า 18 ปีเข้าร่วมได้",
        ),
    ),
    "tr": (
        (
            "18 yaş ve üzeri kişiler katılabilir.",
            "18 yaşından büyükler katılabilir.",
        ),
        (
            "18 yaş altı kişiler katılabilir.",
            "18 yaşına kadar olanlar katılabilir.",
            "18 yaşından küçükler katılabilir.",
        ),
    ),
    "uk": (
        (
            "Участь можуть брати люди від 18 років.",
            "Участь можуть брати люди віком 18 років і старші.",
        ),
        (
            "Участь можуть брати люди до 18 років.",
            "Участь можуть брати люди молодші за 18 років.",
        ),
    ),
    "ur": (
        ("18 سال یا اس سے زیادہ عمر کے لوگ حصہ لے سکتے ہیں۔",),
        (
            "18 سال سے کم عمر کے لوگ حصہ لے سکتے ہیں۔",
            "18 سال تک کے لوگ حصہ لے سکتے ہیں۔",
        ),
    ),
    "vi": (
        (
            "Người từ 18 tuổi trở lên có thể tham gia.",
            "Người trên 18 tuổi có thể tham gia.",
            "Người đủ 18 tuổi trở lên có thể tham gia.",
        ),
        (
            "Người dưới 18 tuổi có thể tham gia.",
            "Người từ 18 tuổi trở xuống có thể tham gia.",
        ),
    ),
    "zh_Hans": (
        (
            "18岁及以上的人可以参加。",
            "年满18岁者可以参加。",
        ),
        (
            "18岁以下的人可以参加。",
            "未满18岁的人可以参加。",
            "18岁及以下的人可以参加。",
        ),
    ),
    "zh_Hant": (
        (
            "18歲及以上的人可以參加。",
            "年滿18歲者可以參加。",
        ),
        (
            "18歲以下的人可以參加。",
            "未滿18歲的人可以參加。",
        ),
    ),
}
"""What says that somebody has that age at least, and what that nobody is as old, or older."""
