"""What a translation program or a translator said of a translation, and good text that does not."""

from pipeline.check.remarks import LANGUAGES
from pipeline.check.rules.remark_left import check
from pipeline.project import Project
from pipeline.values.locale import language_of
from tests.conftest import ROOT
from tests.pairs import pair
from tests.rows import each_row

SOURCE = "Many people feel better after a talk with someone they trust."


def found(locale: str, text: str, source: str = SOURCE) -> list[str]:
    return [fault.message for fault in check(pair(locale, source, text))]


GOOD = {
    "ar": "يشعر كثيرون بتحسن بعد الحديث مع شخص يثقون به.",
    "de": "Vielen geht es nach einem Gespräch besser.",
    "es": "Muchas personas se sienten mejor después de hablar.",
    "fr": "Beaucoup de gens vont mieux après avoir parlé.",
    "hi": "बात करने के बाद बहुत से लोग बेहतर महसूस करते हैं।",
    "ja": "話すと気持ちが楽になる人は多いです。",
    "ru": "Многим становится легче после разговора.",
    "zh_Hans": "很多人聊一聊之后会感觉好一些。",
}

EVERYWHERE = [
    "Here is the translation: {}",
    "Here's the translation of your text: {}",
    "Sure! {}",
    "Certainly! {}",
    "Translation: {}",
    "{} Note: I kept the placeholders.",
    "As an AI, I would say: {}",
    "As an AI language model, {}",
    "{} [translator’s note: informal]",
    "{} (Translator's note: literal)",
    "{} Let me know if you need more.",
    "{} I hope this helps!",
    "{} (translated by Google)",
    "```{}```",
    "```\n{}\n```",
    "TODO: {}",
    "{} [TODO]",
    "{} FIXME",
    "Lorem ipsum {}",
    "XXX {}",
    "{} XXXX",
    "{} [XXX]",
    "{} [needs translation]",
    "{} <|endoftext|>",
]


@each_row(("locale", "form"), [(locale, form) for locale in GOOD for form in EVERYWHERE])
def test_a_remark_in_english_is_told_in_every_language(locale: str, form: str) -> None:
    assert found(locale, form.format(GOOD[locale]))


IN_ITS_LANGUAGE = [
    ("ar", "إليك الترجمة: يشعر كثيرون بتحسن."),
    ("ar", "بالتأكيد! يشعر كثيرون بتحسن."),
    ("ar", "يشعر كثيرون بتحسن (ملاحظة المترجم: حرفيًا)."),
    ("bn", "অনুবাদ: অনেকেই ভালো বোধ করেন।"),
    ("de", "Hier ist die Übersetzung: Vielen geht es besser."),
    ("de", "Natürlich! Vielen geht es besser."),
    ("de", "Vielen geht es besser (Anm. d. Ü.)."),
    ("de", "Vielen geht es besser. Die Platzhalter bleiben."),
    ("el", "Μετάφραση: Πολλοί νιώθουν καλύτερα."),
    ("el", "Πολλοί νιώθουν καλύτερα (Σ.τ.Μ.)."),
    ("es", "Traducción: Muchas personas se sienten mejor."),
    ("es", "Aquí está la traducción al español: Muchas se sienten mejor."),
    ("es", "¡Claro! Muchas personas se sienten mejor."),
    ("es", "Muchas personas se sienten mejor (N. del T.)."),
    ("es", "Muchas se sienten mejor. Nota de la traductora: informal."),
    ("fa", "ترجمه: بسیاری حالشان بهتر می‌شود."),
    ("fa", "بسیاری بهتر می‌شوند (یادداشت مترجم)."),
    ("fil", "Narito ang salin: Marami ang gumagaan ang pakiramdam."),
    ("fr", "Voici la traduction : Beaucoup de gens vont mieux."),
    ("fr", "Bien sûr ! Beaucoup de gens vont mieux."),
    ("fr", "Beaucoup de gens vont mieux (NdT)."),
    ("he", "תרגום: אנשים רבים מרגישים טוב יותר."),
    ("hi", "अनुवाद: बहुत से लोग बेहतर महसूस करते हैं।"),
    ("hi", "ज़रूर! बहुत से लोग बेहतर महसूस करते हैं।"),
    ("ht", "Men tradiksyon an: Anpil moun santi yo pi byen."),
    ("it", "Ecco la traduzione: Molte persone si sentono meglio."),
    ("it", "Certo! Molte persone si sentono meglio."),
    ("it", "Molte persone si sentono meglio (N.d.T.)."),
    ("ja", "翻訳：話すと楽になる人は多いです。"),
    ("ja", "もちろんです！話すと楽になる人は多いです。"),
    ("ja", "話すと楽になる人は多いです（訳注：直訳）。"),
    ("ko", "다음은 번역입니다: 많은 사람이 나아집니다."),
    ("ko", "많은 사람이 나아집니다(역주)."),
    ("ne", "अनुवाद: धेरैलाई राम्रो लाग्छ।"),
    ("nl", "Hier is de vertaling: Veel mensen voelen zich beter."),
    ("nl", "Veel mensen voelen zich beter (noot van de vertaler)."),
    ("pa", "ਅਨੁਵਾਦ: ਬਹੁਤ ਲੋਕ ਬਿਹਤਰ ਮਹਿਸੂਸ ਕਰਦੇ ਹਨ।"),
    ("pl", "Oto tłumaczenie: Wielu osobom jest lepiej."),
    ("pl", "Wielu osobom jest lepiej (przyp. tłum.)."),
    ("pt_BR", "Aqui está a tradução: Muitas pessoas se sentem melhor."),
    ("pt_PT", "Tradução: Muitas pessoas sentem-se melhor."),
    ("ro", "Iată traducerea: Mulți se simt mai bine."),
    ("ru", "Вот перевод: Многим становится легче."),
    ("ru", "Конечно! Многим становится легче."),
    ("ru", "Многим становится легче (прим. перев.)."),
    ("sw", "Hii ndiyo tafsiri: Wengi hujisikia vizuri."),
    ("th", "คำแปล: หลายคนรู้สึกดีขึ้น"),
    ("tr", "İşte çeviri: Birçok kişi kendini daha iyi hisseder."),
    ("tr", "Birçok kişi kendini daha iyi hisseder (çevirmenin notu)."),
    ("uk", "Ось переклад: Багатьом стає легше."),
    ("uk", "Багатьом стає легше (прим. пер.)."),
    ("ur", "ترجمہ: بہت سے لوگ بہتر محسوس کرتے ہیں۔"),
    ("vi", "Đây là bản dịch: Nhiều người thấy khá hơn."),
    ("vi", "Nhiều người thấy khá hơn (chú thích của người dịch)."),
    ("zh_Hans", "以下是翻译：很多人会感觉好一些。"),
    ("zh_Hans", "当然！很多人会感觉好一些。"),
    ("zh_Hans", "很多人会感觉好一些（译注）。"),
    ("zh_Hant", "譯文：很多人會感覺好一些。"),
    ("zh_Hant", "很多人會感覺好一些（譯者註）。"),
]


@each_row(("locale", "text"), IN_ITS_LANGUAGE)
def test_a_remark_in_the_language_itself_is_told(locale: str, text: str) -> None:
    assert found(locale, text)


@each_row(
    ("locale", "source", "text"),
    [
        *((locale, SOURCE, text) for locale, text in GOOD.items()),
        ("es", "Translation: {names}", "Traducción: {names}"),
        ("es", "Of course! Ask us.", "¡Claro! Pregúntenos."),
        ("es", "You can do it!", "¡Claro! Usted puede."),
        ("es", "ALL WILL PASS", "TODO PASA"),
        ("es", "Of course, rest helps.", "Claro, el descanso ayuda."),
        ("fr", "This results in sleep.", "Cela se traduit par du sommeil : on dort."),
        ("fr", "Chapter 30", "Chapitre XXX bis"),
        ("de", "You may ask for an interpreter: it is free.", "Übersetzung: sie ist kostenlos."),
        ("pl", "An explanation: rest.", "Wytłumaczenie: odpoczynek."),
        ("ru", "A transfer to another ward.", "Перевод в другое отделение."),
        ("vi", "Services: free.", "Dịch vụ: miễn phí."),
        ("th", "Strange: it helps.", "แปลก: มันช่วย"),
        ("tr", "Turn the page: it helps.", "Sayfayı çevirin: yardım eder."),
        ("zh_Hans", "Of course! It helps.", "当然！有帮助。"),
        ("es", "Use ``` to mark code.", "Use ``` para marcar código."),
        ("es", "Tuberculosis (TB)", "Tuberculosis (TBC)"),
        ("de", "Size XXXL", "Größe XXXL"),
        ("en", "Rest helps.", "Rest helps."),
    ],
)
def test_good_text_is_none(locale: str, source: str, text: str) -> None:
    assert not found(locale, text, source)


@each_row(
    ("locale", "source", "text"),
    [
        ("es", "Sleep well.", "TODO"),
        ("es", "Sleep well.", "TODO: traducir"),
        ("es", "Sleep well.", "Todo"),
        ("es", "Sleep well.", "XXX"),
        ("es", "Sleep well.", "FIXME"),
        ("es", "Sleep well.", "TBD"),
        ("es", "Sleep well.", "lorem ipsum"),
        ("es", "Sleep well.", "Lorem ipsum dolor sit amet."),
        ("es", "Sleep well.", "xxx"),
        ("es", "Sleep helps most people.", "n/a"),
        ("de", "Sleep helps most people.", "N.A."),
        ("fr", "Sleep helps most people.", "x"),
        ("ja", "Sleep helps most people.", "同上"),
        ("it", "Sleep helps most people.", "Idem."),
        ("es", "Sleep well.", "asdf"),
        ("es", "Sleep well.", "test"),
        ("es", "Sleep well.", "[TODO]"),
        ("es", "Sleep well.", "(TODO)"),
        ("es", "Sleep well.", "Duerma bien. TODO"),
        ("es", "Sleep well.", "TODO Duerma bien."),
        ("es", "Sleep well.", "Duerma bien (XXX)."),
        ("es", "Sleep well.", "Duerma bien. FIXME"),
        ("es", "Sleep well.", "Duerma bien. [TBD]"),
        ("de", "Sleep well.", "TODO"),
        ("de", "Sleep well.", "Schlafen Sie gut. TODO: prüfen"),
        ("ar", "Sleep well.", "TODO"),
        ("zh_Hans", "Sleep well.", "TODO"),
        ("zh_Hans", "Sleep well.", "待翻译"),
        ("ja", "Sleep well.", "未翻訳"),
        ("ko", "Sleep well.", "번역 필요"),
        ("fr", "Sleep well.", "À traduire"),
        ("fr", "Sleep well.", "à compléter"),
        ("de", "Sleep well.", "Platzhalter"),
        ("de", "Sleep well.", "noch zu übersetzen"),
        ("es", "Sleep well.", "por traducir"),
        ("es", "Sleep well.", "pendiente"),
        ("ru", "Sleep well.", "перевести"),
        ("pl", "Sleep well.", "do przetłumaczenia"),
        ("ar", "Sleep well.", "للترجمة"),
        ("bn", "Sleep well.", "অনুবাদ বাকি"),
        ("el", "Sleep well.", "προς μετάφραση"),
        ("fa", "Sleep well.", "ترجمه نشده"),
        ("fil", "Sleep well.", "isasalin"),
        ("hi", "Sleep well.", "अनुवाद बाकी"),
        ("ht", "Sleep well.", "pou tradui"),
        ("it", "Sleep well.", "da tradurre"),
        ("ne", "Sleep well.", "अनुवाद बाँकी"),
        ("nl", "Sleep well.", "nog te vertalen"),
        ("pa", "Sleep well.", "ਅਨੁਵਾਦ ਬਾਕੀ"),
        ("pt_BR", "Sleep well.", "por traduzir"),
        ("ro", "Sleep well.", "de tradus"),
        ("sw", "Sleep well.", "haijatafsiriwa"),
        ("th", "Sleep well.", "รอแปล"),
        ("tr", "Sleep well.", "çevrilecek"),
        ("uk", "Sleep well.", "не перекладено"),
        ("ur", "Sleep well.", "ترجمہ باقی"),
        ("vi", "Sleep well.", "chưa dịch"),
        ("zh_Hant", "Sleep well.", "待翻譯"),
        ("zh_Hans", "Sleep well.", "睡个好觉【待翻译】"),
        ("fr", "Sleep well.", "Dormez bien [à traduire]"),
    ],
)
def test_what_is_left_for_later_is_told(locale: str, source: str, text: str) -> None:
    assert found(locale, text, source)


@each_row(
    ("locale", "source", "text"),
    [
        ("es", "All", "Todo"),
        ("es", "Everything", "Todo"),
        ("es", "ALL", "TODO"),
        ("es", "Everything can change.", "Todo puede cambiar."),
        ("es", "EVERYTHING CHANGES", "TODO CAMBIA"),
        ("pt_BR", "Everything passes.", "Tudo passa."),
        ("it", "Test results.", "Resultados del test."),
        (
            "es",
            "Your to-do list: write TODO at the top.",
            "Su lista de tareas: escriba TODO arriba.",
        ),
        ("es", "XXX chromosomes", "Cromosomas XXX"),
        ("es", "Chapter XXX", "Capítulo XXX"),
        ("es", "Write ??? where you are unsure.", "Escriba ??? donde no esté seguro."),
        ("es", "Really???", "¿¿¿De verdad???"),
        ("es", "ALL OF US", "TODOS NOSOTROS"),
        ("es", "Test", "Prueba"),
        ("es", "Pending", "Pendiente"),
        ("es", "n/a", "n/d"),
        ("es", "The same as before.", "Ídem."),
        ("ja", "Same as in the row above", "同上"),
        ("de", "not applicable here", "n. a."),
        ("es", "Vitamin X", "Vitamina X"),
        ("es", "This is still to be translated.", "Por traducir"),
        ("es", "Pending, but it will end.", "Pendiente"),
        ("ru", "Change the subject, or move the ward's patient.", "Перевести в палату"),
    ],
)
def test_what_the_english_speaks_of_is_not_left_for_later(
    locale: str, source: str, text: str
) -> None:
    assert not found(locale, text, source)


def test_every_shipped_language_has_its_words() -> None:
    assert {language_of(name) for name in Project.at(ROOT).locales()} <= LANGUAGES
