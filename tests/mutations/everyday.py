"""Good sentences of everyday in every language, each with what a slip makes of it.

Halves of tablets and of the day, bounds, periods, doses and numbers in words, negations, years of
other eras.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from tests.mutations import counts, often
from tests.mutations.halves import (
    DOSES_BY_DAY,
    HALVES_OF_DAY,
    LEFT,
    MORNING,
    NIGHT,
    RIGHT,
    SIDES,
    TWO_DOSES,
)
from tests.mutations.kind import Damage, Kind, Place
from tests.mutations.opposites import (
    ADVICE,
    AFTER,
    ALWAYS,
    BEFORE,
    DO_NOT,
    DRIVE,
    LESS,
    MORE,
    NEVER,
)
from tests.mutations.orders import ALONE, CALL, CALLING, LEAVE, WAIT, WAITING

HALVES = {
    "es": ("Tome medio comprimido.", "Tome un comprimido y medio."),
    "fr": ("Prenez un demi-comprimé.", "Prenez un comprimé et demi."),
    "de": ("Nehmen Sie eine halbe Tablette.", "Nehmen Sie anderthalb Tabletten."),
    "it": ("Prenda mezza compressa.", "Prenda una compressa e mezza."),
    "pt_BR": ("Tome meio comprimido.", "Tome um comprimido e meio."),
    "ro": ("Luați o jumătate de comprimat.", "Luați un comprimat și jumătate."),
    "pl": ("Weź pół tabletki.", "Weź półtorej tabletki."),
    "ru": ("Примите полтаблетки.", "Примите полторы таблетки."),
    "uk": ("Прийміть пів таблетки.", "Прийміть півтори таблетки."),
    "nl": ("Neem een halve tablet.", "Neem anderhalve tablet."),
    "el": ("Πάρτε μισό δισκίο.", "Πάρτε ενάμισι δισκίο."),
    "tr": ("Yarım tablet alın.", "Bir buçuk tablet alın."),
    "vi": ("Uống nửa viên.", "Uống một viên rưỡi."),
    "th": ("กินครึ่งเม็ด", "กินหนึ่งเม็ดครึ่ง"),
    "ja": ("半錠服用。", "1錠半服用。"),
    "zh_Hans": ("服用半片。", "服用一片半。"),
    "ar": ("خذ نصف قرص.", "خذ قرصًا ونصف."),
    "fa": ("نصف قرص بخورید.", "یک و نیم قرص بخورید."),
    "ur": ("آدھی گولی لیں۔", "ڈیڑھ گولی لیں۔"),
    "hi": ("आधी गोली लें।", "डेढ़ गोली लें।"),
    "ne": ("आधा चक्की खानुहोस्।", "डेढ चक्की खानुहोस्।"),
    "bn": ("অর্ধেক ট্যাবলেট খান।", "দেড়টি ট্যাবলেট খান।"),
    "fil": ("Uminom ng kalahating tableta.", "Uminom ng isa at kalahating tableta."),
    "ko": ("반 알을 드세요.", "한 알 반을 드세요."),
    "pa": ("ਅੱਧੀ ਗੋਲੀ ਲਓ।", "ਡੇਢ ਗੋਲੀ ਲਓ।"),
    "sw": ("Meza nusu kidonge.", "Meza kidonge kimoja na nusu."),
    "ht": ("Pran yon mwatye grenn.", "Pran yon grenn edmi."),
}
"""Half a tablet, and one and a half."""

NO_MORE = "Do not take more than 4 tablets a day."
LEAST = "Sleep at least 7 hours."
UP_TO = "Wait up to 3 weeks."
OVER = "It lasts more than 2 weeks."

SOURCES = (NO_MORE, LEAST, UP_TO, OVER)

GOOD_BOUNDS = {
    "ar": (
        "لا تتناول أكثر من 4 أقراص في اليوم.",
        "نم 7 ساعات على الأقل.",
        "انتظر حتى 3 أسابيع.",
        "يستمر أكثر من 2 أسبوعين.",
    ),
    "bn": (
        "দিনে 4টির বেশি ট্যাবলেট খাবেন না।",
        "অন্তত 7 ঘণ্টা ঘুমান।",
        "3 সপ্তাহ পর্যন্ত অপেক্ষা করুন।",
        "এটি 2 সপ্তাহের বেশি থাকে।",
    ),
    "de": (
        "Nehmen Sie nicht mehr als 4 Tabletten am Tag.",
        "Schlafen Sie mindestens 7 Stunden.",
        "Warten Sie bis zu 3 Wochen.",
        "Es dauert länger als 2 Wochen, also über 2 Wochen.",
    ),
    "el": (
        "Μην παίρνετε περισσότερα από 4 δισκία την ημέρα.",
        "Κοιμηθείτε τουλάχιστον 7 ώρες.",
        "Περιμένετε έως 3 εβδομάδες.",
        "Διαρκεί περισσότερο από 2 εβδομάδες.",
    ),
    "es": (
        "No tome más de 4 comprimidos al día.",
        "Duerma al menos 7 horas.",
        "Espere hasta 3 semanas.",
        "Dura más de 2 semanas.",
    ),
    "fa": (
        "بیش از 4 قرص در روز نخورید.",
        "دست‌کم 7 ساعت بخوابید.",
        "تا 3 هفته صبر کنید.",
        "بیش از 2 هفته طول می‌کشد.",
    ),
    "fil": (
        "Huwag uminom ng higit sa 4 na tableta sa isang araw.",
        "Matulog nang hindi bababa sa 7 oras.",
        "Maghintay nang hanggang 3 linggo.",
        "Tumatagal ito nang higit sa 2 linggo.",
    ),
    "fr": (
        "Ne prenez pas plus de 4 comprimés par jour.",
        "Dormez au moins 7 heures.",
        "Attendez jusqu’à 3 semaines.",
        "Cela dure plus de 2 semaines.",
    ),
    "hi": (
        "दिन में 4 से ज़्यादा गोलियाँ न लें।",
        "कम से कम 7 घंटे सोएँ।",
        "3 सप्ताह तक इंतज़ार करें।",
        "यह 2 सप्ताह से ज़्यादा रहता है।",
    ),
    "ht": (
        "Pa pran plis pase 4 grenn pa jou.",
        "Dòmi omwen 7 èdtan.",
        "Tann jiska 3 semèn.",
        "Li dire plis pase 2 semèn.",
    ),
    "it": (
        "Non prenda più di 4 compresse al giorno.",
        "Dorma almeno 7 ore.",
        "Aspetti fino a 3 settimane.",
        "Dura più di 2 settimane.",
    ),
    "ja": (
        "1日4錠を超えて服用しないでください。",
        "少なくとも7時間は眠ってください。",
        "3週間まで待ってください。",
        "2週間以上続きます。",
    ),
    "ko": (
        "하루에 4정을 넘게 복용하지 마세요.",
        "최소 7시간은 주무세요.",
        "3주까지 기다리세요.",
        "2주 넘게 계속됩니다.",
    ),
    "ne": (
        "दिनमा 4 भन्दा बढी चक्की नखानुहोस्।",
        "कम्तीमा 7 घण्टा सुत्नुहोस्।",
        "3 हप्तासम्म पर्खनुहोस्।",
        "यो 2 हप्ताभन्दा बढी रहन्छ।",
    ),
    "nl": (
        "Neem niet meer dan 4 tabletten per dag.",
        "Slaap minstens 7 uur.",
        "Wacht tot 3 weken.",
        "Het duurt meer dan 2 weken.",
    ),
    "pa": (
        "ਦਿਨ ਵਿੱਚ 4 ਤੋਂ ਵੱਧ ਗੋਲੀਆਂ ਨਾ ਲਓ।",
        "ਘੱਟੋ-ਘੱਟ 7 ਘੰਟੇ ਸੌਂਵੋ।",
        "3 ਹਫ਼ਤਿਆਂ ਤੱਕ ਉਡੀਕ ਕਰੋ।",
        "ਇਹ 2 ਹਫ਼ਤਿਆਂ ਤੋਂ ਵੱਧ ਰਹਿੰਦਾ ਹੈ।",
    ),
    "pl": (
        "Proszę nie brać więcej niż 4 tabletki dziennie.",
        "Proszę spać co najmniej 7 godzin.",
        "Proszę czekać do 3 tygodni.",
        "To trwa ponad 2 tygodnie.",
    ),
    "pt_BR": (
        "Não tome mais de 4 comprimidos por dia.",
        "Durma pelo menos 7 horas.",
        "Espere até 3 semanas.",
        "Dura mais de 2 semanas.",
    ),
    "ro": (
        "Nu luați mai mult de 4 comprimate pe zi.",
        "Dormiți cel puțin 7 ore.",
        "Așteptați până la 3 săptămâni.",
        "Durează mai mult de 2 săptămâni.",
    ),
    "ru": (
        "Не принимайте больше 4 таблеток в день.",
        "Спите не менее 7 часов.",
        "Подождите до 3 недель.",
        "Это длится больше 2 недель.",
    ),
    "sw": (
        "Usinywe zaidi ya vidonge 4 kwa siku.",
        "Lala angalau saa 7.",
        "Subiri hadi wiki 3.",
        "Hudumu zaidi ya wiki 2.",
    ),
    "th": (
        "อย่ารับประทานเกิน 4 เม็ดต่อวัน",
        "นอนอย่างน้อย 7 ชั่วโมง",
        "รอได้ถึง 3 สัปดาห์",
        "เป็นอยู่นานกว่า 2 สัปดาห์",
    ),
    "tr": (
        "Günde 4 tabletten fazla almayın.",
        "En az 7 saat uyuyun.",
        "3 haftaya kadar bekleyin.",
        "2 haftadan fazla sürer.",
    ),
    "uk": (
        "Не приймайте більше 4 таблеток на день.",
        "Спіть щонайменше 7 годин.",
        "Зачекайте до 3 тижнів.",
        "Це триває понад 2 тижні.",
    ),
    "ur": (
        "دن میں 4 سے زیادہ گولیاں نہ لیں۔",
        "کم از کم 7 گھنٹے سوئیں۔",
        "3 ہفتوں تک انتظار کریں۔",
        "یہ 2 ہفتوں سے زیادہ رہتا ہے۔",
    ),
    "vi": (
        "Không uống quá 4 viên mỗi ngày.",
        "Hãy ngủ ít nhất 7 tiếng.",
        "Chờ đến 3 tuần.",
        "Tình trạng này kéo dài hơn 2 tuần.",
    ),
    "zh_Hans": (
        "每天不要服用超过4片。",
        "至少睡7小时。",
        "最多等待3周。",
        "持续超过2周。",
    ),
    "zh_Hant": (
        "每天不要服用超過4片。",
        "至少睡7小時。",
        "最多等待3週。",
        "持續超過2週。",
    ),
}
"""The four of them in each language."""

MORNINGS = {
    "es": ("Venga a las 9 de la mañana.", "Venga a las 9 p. m."),
    "fr": ("Venez à 9 h du matin.", "Venez à 9 h du soir."),
    "de": ("Kommen Sie um 9 Uhr morgens.", "Kommen Sie um 9 Uhr abends."),
    "it": ("Venga alle 9 di mattina.", "Venga alle 9 di sera."),
    "pt_BR": ("Venha às 9 da manhã.", "Venha às 9 da noite."),
    "nl": ("Kom om 9 uur ’s ochtends.", "Kom om 9 uur ’s avonds."),
    "pl": ("Proszę przyjść o 9 rano.", "Proszę przyjść o 9 wieczorem."),
    "ru": ("Приходите в 9 утра.", "Приходите в 9 вечера."),
    "uk": ("Приходьте о 9 ранку.", "Приходьте о 9 вечора."),
    "tr": ("Sabah 9’da gelin.", "Akşam 9’da gelin."),
    "ar": ("تعال الساعة 9 صباحًا.", "تعال الساعة 9 مساءً."),
    "fa": ("ساعت ۹ صبح بیایید.", "ساعت ۹ عصر بیایید."),
    "hi": ("सुबह 9 बजे आइए।", "शाम 9 बजे आइए।"),
    "vi": ("Hãy đến lúc 9 giờ sáng.", "Hãy đến lúc 9 giờ tối."),
    "ja": ("午前9時に来てください。", "午後9時に来てください。"),
    "ko": ("오전 9시에 오세요.", "오후 9시에 오세요."),
    "zh_Hans": ("请上午9点来。", "请下午9点来。"),
    "zh_Hant": ("請上午9點來。", "請下午9點來。"),
    "el": ("Ελάτε στις 9 π.μ.", "Ελάτε στις 9 μ.μ."),
}
"""Come at 9 am, and at 9 pm."""

EVENINGS = {
    "fr": ("Appelez avant 19 h 30.", "Appelez avant 7 h 30."),
    "de": ("Rufen Sie vor 19.30 Uhr an.", "Rufen Sie vor 7.30 Uhr an."),
    "it": ("Chiami prima delle 19.30.", "Chiami prima delle 7.30."),
    "es": ("Llame antes de las 19:30.", "Llame antes de las 7:30."),
    "pt_BR": ("Ligue antes das 19h30.", "Ligue antes das 7h30."),
    "nl": ("Bel vóór 19.30 uur.", "Bel vóór 7.30 uur."),
    "pl": ("Proszę dzwonić przed 19.30.", "Proszę dzwonić przed 7.30."),
    "ro": ("Sunați înainte de ora 19:30.", "Sunați înainte de ora 7:30."),
    "ru": ("Звоните до 19:30.", "Звоните до 7:30."),
    "uk": ("Телефонуйте до 19:30.", "Телефонуйте до 7:30."),
    "tr": ("19.30’dan önce arayın.", "7.30’dan önce arayın."),
    "th": ("โทรก่อน 19.30 น.", "โทรก่อน 07.30 น."),
    "vi": ("Hãy gọi trước 19 giờ 30.", "Hãy gọi trước 7 giờ 30."),
    "ja": ("19時30分までにお電話ください。", "7時30分までにお電話ください。"),
}
"""Call before 7:30 pm, and half a day too early."""

HALF_TO = {
    "de": ("Rufen Sie vor halb acht Uhr abends an.", "Rufen Sie vor halb sieben Uhr abends an."),
    "nl": ("Bel vóór half acht ’s avonds.", "Bel vóór half zeven ’s avonds."),
}
"""The same in words, and an hour too early."""

TIMES = {
    "ar": ("خذها 3 مرات في اليوم.", "خذها 3 مرات في الأسبوع."),
    "bn": ("দিনে 3 বার খান।", "সপ্তাহে 3 বার খান।"),
    "de": ("Nehmen Sie sie 3-mal täglich.", "Nehmen Sie sie 3-mal wöchentlich."),
    "el": ("Πάρτε τα 3 φορές την ημέρα.", "Πάρτε τα 3 φορές την εβδομάδα."),
    "es": ("Tómelas 3 veces al día.", "Tómelas 3 veces por semana."),
    "fa": ("روزی 3 بار بخورید.", "هفته‌ای 3 بار بخورید."),
    "fil": ("Inumin nang 3 beses sa isang araw.", "Inumin nang 3 beses sa isang linggo."),
    "fr": ("Prenez-les 3 fois par jour.", "Prenez-les 3 fois par semaine."),
    "hi": ("दिन में 3 बार लें।", "सप्ताह में 3 बार लें।"),
    "ht": ("Pran yo 3 fwa pa jou.", "Pran yo 3 fwa pa semèn."),
    "it": ("Le prenda 3 volte al giorno.", "Le prenda 3 volte alla settimana."),
    "ja": ("1日に3回飲んでください。", "週に3回飲んでください。"),
    "ko": ("하루에 3번 드세요.", "일주일에 3번 드세요."),
    "ne": ("दिनमा 3 पटक लिनुहोस्।", "हप्तामा 3 पटक लिनुहोस्।"),
    "nl": ("Neem ze 3 keer per dag.", "Neem ze 3 keer per week."),
    "pa": ("ਦਿਨ ਵਿੱਚ 3 ਵਾਰ ਲਓ।", "ਹਫ਼ਤੇ ਵਿੱਚ 3 ਵਾਰ ਲਓ।"),
    "pl": ("Proszę brać 3 razy dziennie.", "Proszę brać 3 razy w tygodniu."),
    "pt_BR": ("Tome 3 vezes ao dia.", "Tome 3 vezes por semana."),
    "ro": ("Luați-le de 3 ori pe zi.", "Luați-le de 3 ori pe săptămână."),
    "ru": ("Принимайте их 3 раза в день.", "Принимайте их 3 раза в неделю."),
    "sw": ("Meza mara 3 kwa siku.", "Meza mara 3 kwa wiki."),
    "th": ("รับประทานวันละ 3 ครั้ง", "รับประทานสัปดาห์ละ 3 ครั้ง"),
    "tr": ("Günde 3 kez alın.", "Haftada 3 kez alın."),
    "uk": ("Приймайте 3 рази на день.", "Приймайте 3 рази на тиждень."),
    "ur": ("دن میں 3 بار لیں۔", "ہفتے میں 3 بار لیں۔"),
    "vi": ("Uống 3 lần mỗi ngày.", "Uống 3 lần mỗi tuần."),
    "zh_Hans": ("每天服用3次。", "每周服用3次。"),
    "zh_Hant": ("每天服用3次。", "每週服用3次。"),
}
"""Take them 3 times a day, and a week."""

IN_WORDS = {
    "ar": ("خذ ثلاثة أقراص.", "خذ خمسة أقراص."),
    "bn": ("তিন ট্যাবলেট খান।", "পাঁচ ট্যাবলেট খান।"),
    "de": ("Nehmen Sie drei Tabletten.", "Nehmen Sie fünf Tabletten."),
    "el": ("Πάρτε τρία δισκία.", "Πάρτε πέντε δισκία."),
    "es": ("Tome tres comprimidos.", "Tome cinco comprimidos."),
    "fa": ("سه قرص بخورید.", "پنج قرص بخورید."),
    "fil": ("Uminom ng tatlo na tableta.", "Uminom ng lima na tableta."),
    "fr": ("Prenez trois comprimés.", "Prenez cinq comprimés."),
    "hi": ("तीन गोलियाँ लें।", "पाँच गोलियाँ लें।"),
    "ht": ("Pran twa grenn.", "Pran senk grenn."),
    "it": ("Prenda tre compresse.", "Prenda cinque compresse."),
    "ne": ("तीन चक्की खानुहोस्।", "पाँच चक्की खानुहोस्।"),
    "nl": ("Neem drie tabletten.", "Neem vijf tabletten."),
    "pa": ("ਤਿੰਨ ਗੋਲੀਆਂ ਲਓ।", "ਪੰਜ ਗੋਲੀਆਂ ਲਓ।"),
    "pl": ("Proszę wziąć trzy tabletki.", "Proszę wziąć pięć tabletek."),
    "pt_BR": ("Tome três comprimidos.", "Tome cinco comprimidos."),
    "ro": ("Luați trei comprimate.", "Luați cinci comprimate."),
    "ru": ("Примите три таблетки.", "Примите пять таблеток."),
    "tr": ("Üç tablet alın.", "Beş tablet alın."),
    "uk": ("Прийміть три таблетки.", "Прийміть п’ять таблеток."),
    "ur": ("تین گولیاں لیں۔", "پانچ گولیاں لیں۔"),
    "vi": ("Uống ba viên.", "Uống năm viên."),
}
"""Take three tablets, and five."""

DENIED = {
    "es": ("No es verdad que la depresión lleva al suicidio.", "La depresión lleva al suicidio."),
    "fr": ("La dépression ne mène pas au suicide.", "La dépression mène au suicide."),
    "de": ("Depression führt nicht zum Suizid.", "Depression führt zum Suizid."),
    "it": ("La depressione non porta al suicidio.", "La depressione porta al suicidio."),
    "pt_BR": ("A depressão não leva ao suicídio.", "A depressão leva ao suicídio."),
    "pl": ("Depresja nie prowadzi do samobójstwa.", "Depresja prowadzi do samobójstwa."),
    "ru": ("Депрессия не приводит к самоубийству.", "Депрессия приводит к самоубийству."),
    "uk": ("Депресія не призводить до самогубства.", "Депресія призводить до самогубства."),
    "nl": ("Depressie leidt niet tot zelfdoding.", "Depressie leidt tot zelfdoding."),
    "tr": ("Depresyon intihara yol açmaz.", "Depresyon intihara yol açar."),
    "vi": ("Trầm cảm không dẫn đến tự tử.", "Trầm cảm dẫn đến tự tử."),
    "ja": ("うつ病は自殺につながりません。", "うつ病は自殺につながります。"),
    "ko": ("우울증은 자살로 이어지지 않습니다.", "우울증은 자살로 이어집니다."),
    "el": ("Η κατάθλιψη δεν οδηγεί στην αυτοκτονία.", "Η κατάθλιψη οδηγεί στην αυτοκτονία."),
    "ro": ("Depresia nu duce la suicid.", "Depresia duce la suicid."),
    "zh_Hans": ("抑郁不会导致自杀。", "抑郁会导致自杀。"),
    "zh_Hant": ("憂鬱不會導致自殺。", "憂鬱會導致自殺。"),
    "ar": ("الاكتئاب لا يؤدي إلى الانتحار.", "الاكتئاب يؤدي إلى الانتحار."),
    "hi": ("अवसाद आत्महत्या की ओर नहीं ले जाता।", "अवसाद आत्महत्या की ओर ले जाता है।"),
    "fa": ("افسردگی به خودکشی منجر نمی‌شود.", "افسردگی به خودکشی منجر می‌شود."),
}
"""Depression does not lead to suicide, and without the negation."""

ERAS = {
    "th": ("ใน พ.ศ. 2559 มีการศึกษา", "ใน พ.ศ. 2558 มีการศึกษา", "ใน พ.ศ. 2016 มีการศึกษา"),
    "fa": ("در سال ۱۳۹۵ پژوهش شد.", "در سال ۱۳۹۷ پژوهش شد."),
    "zh_Hant": ("民國105年做了研究。", "民國106年做了研究。"),
    "ja": ("平成28年に研究があった。", "平成29年に研究があった。"),
    "ar": ("أُجريت دراسة عام 1437هـ.", "أُجريت دراسة عام 1440هـ."),
    "ne": ("वि.सं. २०७३ मा अध्ययन भयो।", "वि.सं. २०७५ मा अध्ययन भयो।"),
}
"""In 2016 there was a study, in the years of another era."""

SCALES = {
    "ja": ("約1万5千人", "約1万6千人", "約15万人"),
    "ko": ("약 1만 5천 명", "약 1만 6천 명", "약 15만 명"),
    "zh_Hans": ("约1.5万人", "约15万人", "约1.5亿人"),
    "zh_Hant": ("約1.5萬人", "約15萬人", "約1.5億人"),
    "th": ("ประมาณ 1.5 หมื่นคน", "ประมาณ 1.5 แสนคน"),
    "tr": ("yaklaşık 15 bin kişi", "yaklaşık 15 milyon kişi"),
    "vi": ("khoảng 15 nghìn người", "khoảng 15 triệu người"),
    "sw": ("takriban watu elfu 15", "takriban watu milioni 15"),
    "ur": ("تقریباً 15 ہزار لوگ", "تقریباً 15 لاکھ لوگ"),
    "pl": ("około 15 tysięcy osób", "około 15 milionów osób"),
}
"""About 15,000 people, with a word for the thousands."""

LETTERS = {
    "es": ("Se sabe (Beck, 1967a).", "Se sabe (Beck, 1967b).", "Se sabe (Beck, 1967)."),
    "de": ("Bekannt (Beck, 1967a).", "Bekannt (Beck, 1967b).", "Bekannt (Beck, 1967)."),
    "ru": ("Известно (Бек, 1967а).", "Известно (Бек, 1967б).", "Известно (Бек, 1967)."),
    "tr": ("Bilinir (Beck, 1967a).", "Bilinir (Beck, 1967b).", "Bilinir (Beck, 1967)."),
    "zh_Hans": (
        "众所周知（贝克，1967a）。",
        "众所周知（贝克，1967b）。",
        "众所周知（贝克，1967）。",
    ),
}
"""Known (Beck, 1967a), with another letter behind the year, and with none."""


WEEKS = {
    "es": ("Dura 2 semanas.", "Dura 3 semanas."),
    "fr": ("Cela dure deux semaines.", "Cela dure trois semaines."),
    "de": ("Es dauert 14 Tage.", "Es dauert 3 Wochen."),
    "ru": ("Это длится 2 недели.", "Это длится 3 недели."),
    "ar": ("يستمر أسبوعين.", "يستمر ٣ أسابيع."),
    "fa": ("۲ هفته طول می‌کشد.", "۳ هفته طول می‌کشد."),
    "hi": ("यह दो सप्ताह रहता है।", "यह तीन सप्ताह रहता है।"),
    "zh_Hans": ("持续两周。", "持续3周。"),
    "ja": ("2週間続く。", "3週間続く。"),
    "ko": ("2주 동안 계속됩니다.", "3주 동안 계속됩니다."),
    "vi": ("Kéo dài hai tuần.", "Kéo dài ba tuần."),
    "th": ("นาน 2 สัปดาห์", "นาน 3 สัปดาห์"),
    "tr": ("2 hafta sürer.", "3 hafta sürer."),
    "sw": ("Hudumu wiki 2.", "Hudumu wiki 3."),
    "ht": ("Li dire 2 semèn.", "Li dire 3 semèn."),
}
"""14 days in the language's own unit, and another time."""


def _turned(table: Mapping[str, tuple[str, ...]]) -> dict[str, tuple[str, ...]]:
    return {locale: (bad, good) for locale, (good, bad) in table.items()}


def _instead(wanted: int, *others: int) -> dict[str, tuple[str, ...]]:
    """Return the sentence about one bound, and those about others that a slip makes of it."""
    return {
        locale: (texts[wanted], *(texts[other] for other in others))
        for locale, texts in GOOD_BOUNDS.items()
    }


def _advice(wanted: int, other: int) -> dict[str, tuple[str, ...]]:
    return {locale: (texts[wanted], texts[other]) for locale, texts in ADVICE.items()}


_TURNED = ("TXT019",)


@dataclass(frozen=True, slots=True)
class Slips:
    """One English sentence, and in each language the good translation before the wrong ones."""

    source: str
    texts: Mapping[str, tuple[str, ...]]
    codes: tuple[str, ...] = ("TXT004",)
    is_error: bool = False
    literal: bool = False
    in_note: bool = False
    """Whether it is one of a crisis note."""


def _of_age(good: int, wrong: int) -> dict[str, tuple[str, ...]]:
    return {name: (ages[good][0], *ages[wrong]) for name, ages in counts.AGES.items()}


SLIPS = {
    "half a tablet made one and a half": Slips("Take half a tablet.", HALVES, is_error=True),
    "one and a half made half a tablet": Slips(
        "Take one and a half tablets.", _turned(HALVES), is_error=True
    ),
    "am made pm": Slips("Come at 9 am.", MORNINGS, is_error=True),
    "pm left out where clocks have 24 hours": Slips("Call before 7:30 pm.", EVENINGS),
    "half past made an hour too early": Slips("Call before 7:30 pm.", HALF_TO, is_error=True),
    "no more than made at least": Slips(NO_MORE, _instead(0, 1)),
    "at least made at most": Slips(LEAST, _instead(1, 0, 2)),
    "up to made more than": Slips(UP_TO, _instead(2, 3)),
    "more than made up to": Slips(OVER, _instead(3, 2)),
    "a day made a week": Slips("Take them 3 times a day.", TIMES),
    "a week made a day": Slips("Take them 3 times a week.", _turned(TIMES)),
    "after made before": Slips(AFTER, _advice(0, 1), _TURNED),
    "before made after": Slips(BEFORE, _advice(1, 0), _TURNED),
    "increases made reduces": Slips(MORE, _advice(2, 3), _TURNED),
    "reduces made increases": Slips(LESS, _advice(3, 2), _TURNED),
    "always made never": Slips(ALWAYS, _advice(4, 5), _TURNED),
    "never made always": Slips(NEVER, _advice(5, 4), _TURNED),
    "order not to do something made one to do it": Slips(
        DO_NOT, {name: (ADVICE[name][6], drive) for name, drive in DRIVE.items()}, _TURNED
    ),
    "not to leave somebody alone made to do so in a crisis note": Slips(
        LEAVE, ALONE, _TURNED, is_error=True, in_note=True
    ),
    "not to wait made to wait in a crisis note": Slips(
        WAIT, WAITING, _TURNED, is_error=True, in_note=True
    ),
    "to call made not to in a crisis note": Slips(
        CALL, CALLING, _TURNED, is_error=True, in_note=True
    ),
    "in the morning made at night": Slips(MORNING, HALVES_OF_DAY, _TURNED),
    "at night made in the morning": Slips(NIGHT, _turned(HALVES_OF_DAY), _TURNED),
    "left made right": Slips(LEFT, SIDES, _TURNED),
    "right made left": Slips(RIGHT, _turned(SIDES), _TURNED),
    "doses of morning and night exchanged": Slips(TWO_DOSES, DOSES_BY_DAY, is_error=True),
    "every other day made every day": Slips("Take it every other day.", often.EVERY_OTHER),
    "every day made every other day": Slips("Take it every day.", _turned(often.EVERY_OTHER)),
    "minus lost": Slips("Store it at −18 °C.", often.COLD, is_error=True),
    "minus added": Slips("Store it at 5 °C.", often.WARM, is_error=True),
    "one or the other made both": Slips("Take 1 or 2 tablets.", often.CHOICE, is_error=True),
    "dose by weight made a dose": Slips("Take 2 mg/kg a day.", often.BY_WEIGHT, is_error=True),
    "million made a thousand million": Slips(
        "About 1.5 million people.", often.MILLIONS, is_error=True
    ),
    "point before a dose lost": Slips("Take .5 mg.", often.LESS_THAN_ONE, is_error=True),
    "one in five made five percent": Slips("One in five people.", often.SHARES, is_error=True),
    "14 days made 3 weeks": Slips("It lasts 14 days.", WEEKS, is_error=True),
    "two weeks in words made three": Slips(
        "See your doctor after two weeks.", counts.WEEKS_ON, is_error=True
    ),
    "2 tablets made one in words": Slips(
        "Take 2 tablets twice a day.", counts.TABLETS, is_error=True
    ),
    "18 or older made under 18": Slips(counts.ADULTS, _of_age(0, 1)),
    "under 18 made 18 or older": Slips(counts.MINORS, _of_age(1, 0)),
    "dose in words made another": Slips("Take three tablets.", IN_WORDS, is_error=True),
    "negation lost before an unsafe wording": Slips(
        "Depression does not lead to suicide.", DENIED, ("SAF010",)
    ),
    "year of another era changed": Slips(
        "In 2016 there was a study.", ERAS, ("TXT004", "SAF004"), is_error=True
    ),
    "thousands made another power of ten": Slips("About 15,000 people", SCALES, is_error=True),
    "letter behind a year changed or lost": Slips(
        "Known (Beck, 1967a).", LETTERS, ("CIT010",), is_error=True, literal=True
    ),
}


def _wrong(slips: Slips) -> Callable[[Place], Iterator[Damage]]:
    def damage(place: Place) -> Iterator[Damage]:
        yield from slips.texts[place.text.locale][1:]

    return damage


KINDS = tuple(
    Kind(name, slips.codes, _wrong(slips), is_error=slips.is_error, where=name)
    for name, slips in SLIPS.items()
)
