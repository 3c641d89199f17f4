"""What a translation program, or a translator, says of its work, and forgets to take out."""

import re
from dataclasses import dataclass
from functools import cache

from pipeline.check.writing import UNSPACED, edges_of_words
from pipeline.values.lazy_regex import lazy_regex
from pipeline.values.locale import language_of


@dataclass(frozen=True, slots=True, kw_only=True)
class _Words:
    """A language's words for such remarks, as regular expressions in small letters."""

    translation: str
    """The nouns for a translation, before a colon: ``traducción:``."""
    sure: str
    """What a program says before it does what it was asked, before an exclamation mark."""
    note: str
    """A translator's note, and short forms of it."""
    model: str = "(?!)"
    """A language model, and an assistant that is one."""
    slot: str = "(?!)"
    """A placeholder, and the formatting that was kept."""


_WORDS = {
    "ar": _Words(
        translation="(?:ال)?ترجمة|النص المترجم",
        sure="بالتأكيد|بالطبع|حسنا|حسنًا|تفضل",
        note="ملاحظة المترجمة?|ملحوظة المترجم|تعليق المترجم",
        model="نموذج لغوي|نموذج لغة|كنموذج|مساعد ذكاء",
        slot="العناصر? النائبة?|رموز التنسيق",
    ),
    "bn": _Words(
        translation="অনুবাদ",
        sure="অবশ্যই|নিশ্চয়ই",
        note="অনুবাদকের (?:নোট|টীকা|মন্তব্য)",
        model="ভাষা মডেল",
        slot="প্লেসহোল্ডার",
    ),
    "de": _Words(
        translation="übersetzung",
        sure="natürlich|gerne?|klar|selbstverständlich",
        note=r"anm(?:erkung|\.)? (?:der|des|d\.) ?(?:übersetz\w+|übers\.|ü\.)|a\. ?d\. ?ü\.",
        model="sprachmodell|als ki[- ]",
        slot="platzhalter|formatierung (?:bei|über)",
    ),
    "el": _Words(
        translation="μετάφραση",
        sure="βεβαίως|φυσικά|σίγουρα",
        note=r"σημείωση (?:του|της) μεταφραστ\w+|σ\.\s?τ\.\s?μ\.?",
        model="γλωσσικό μοντέλο",
        slot="σύμβολα κράτησης",
    ),
    "en": _Words(
        translation="translat(?:ion|ed text)",
        sure="sure(?: thing)?|certainly|of course|absolutely",
        note=r"translator[’']?s?[’']? note|note (?:from|by|of) the translator|tn(?=:)",
        model=r"language model|as an ai\b|ai assistant|i hope this helps|let me know if you"
        r"|translated (?:by|with|using) \w+|machine[- ]translat\w+|i (?:cannot|can[’']t) translate"
        r"|here(?: is|[’']s) (?:the|your|a) (?:\w+ )?translation",
        slot=r"placeholders?|i (?:have )?(?:kept|preserved|left|retained) the"
        "|formatting (?:was |is )?(?:kept|preserved|unchanged)",
    ),
    "es": _Words(
        translation="traducci[oó]n|texto traducido",
        sure="claro(?: que sí)?|por supuesto|desde luego|con gusto",
        note=r"notas? (?:del?|de la) traductora?|n\. ?del? ?(?:la )?t\.|ndt",
        model="modelo de lenguaje|asistente de ia|como (?:una )?ia,",
        slot="marcadores de posición|he (?:mantenido|conservado|dejado) (?:el|la|los|las)",
    ),
    "fa": _Words(
        translation="ترجمه",
        sure="البته|حتما|حتماً|بله",
        note="(?:یادداشت|توضیح|پانویس) مترجم|(?<!\\w)مترجم(?=:)",
        model="مدل زبانی|هوش مصنوعی هستم",
        slot="جای[‌ ]?نگهدار|جانگهدار",
    ),
    "fil": _Words(
        translation="(?:pagsasa|sa)lin",
        sure="sige|siyempre|oo naman|tiyak",
        note="tala ng (?:tagasalin|nagsalin)",
        model="modelo ng wika",
    ),
    "fr": _Words(
        translation="traduction|texte traduit",
        sure="bien sûr|certainement|volontiers|avec plaisir",
        note=r"notes? (?:du|de la) tradu\w+|n\. ?d\. ?[lt]\. ?t?\.?|ndt|ndlt",
        model="modèle de langage|en tant qu[’']ia",
        slot=r"espaces? réservés?|j[’']ai (?:conservé|gardé|laissé) (?:le|la|les)",
    ),
    "he": _Words(
        translation="תרגום|התרגום",
        sure="בוודאי|בטח|כמובן",
        note="הערת (?:ה)?מתרגמת?|הערת (?:ה)?תרגום",
        model="מודל שפה",
    ),
    "hi": _Words(
        translation="अनुवाद",
        sure="ज़रूर|जरूर|बिल्कुल|अवश्य",
        note="अनुवादक की टिप्पणी|अनुवादक का नोट",
        model="भाषा मॉडल",
        slot="प्लेसहोल्डर",
    ),
    "ht": _Words(
        translation="tradiksyon",
        sure="natirèlman|wi|dakò",
        note="nòt tradiktè|nòt moun ki tradui",
        model="modèl lang",
    ),
    "it": _Words(
        translation="traduzione|testo tradotto",
        sure="certo|certamente|naturalmente|ecco",
        note=r"not[ae] del(?:la)? tradut\w+|n\. ?d\. ?t\.|ndt",
        model="modello linguistico",
        slot="segnaposto|ho (?:mantenuto|conservato|lasciato) (?:il|la|i|le)",
    ),
    "ja": _Words(
        translation="翻訳(?:文|結果)?|訳文|和訳",
        sure="もちろん(?:です)?|承知(?:しました|いたしました)|かしこまりました",
        note="訳者?注|訳註|翻訳者(?:注|による)",
        model="言語モデル|aiとして",
        slot="プレースホルダー?|書式は(?:そのまま|保持)",
    ),
    "ko": _Words(
        translation="번역(?:문|본|결과)?",
        sure="물론(?:입니다|이죠|이에요)?|네|알겠습니다",
        note="역자 ?주|역주|옮긴이 ?주|번역자 ?(?:주|노트)",
        model="언어 ?모델",
        slot="플레이스홀더|자리 ?표시자",
    ),
    "ne": _Words(
        translation="अनुवाद",
        sure="अवश्य|पक्कै|हुन्छ",
        note="अनुवादकको (?:टिप्पणी|नोट)",
        model="भाषा मोडेल",
    ),
    "nl": _Words(
        translation="vertaling|vertaalde tekst",
        sure="natuurlijk|zeker|graag",
        note=r"noot van de vertaler|n\. ?v\. ?d\. ?v\.|opmerking van de vertaler",
        model="taalmodel",
        slot="tijdelijke aanduiding|plaatsaanduiding",
    ),
    "pa": _Words(
        translation="ਅਨੁਵਾਦ",
        sure="ਜ਼ਰੂਰ|ਬਿਲਕੁਲ",
        note="ਅਨੁਵਾਦਕ ਦ[ਾੀ] (?:ਨੋਟ|ਟਿੱਪਣੀ)",
        model="ਭਾਸ਼ਾ ਮਾਡਲ",
    ),
    "pl": _Words(
        translation="tłumaczenie|przekład",
        sure="oczywiście|jasne|pewnie|proszę bardzo",
        note=r"przyp(?:is|\.) (?:tłum\w*|tł)\.?|uwag[ai] tłumacz\w*|od tłumacz\w*(?=:)",
        model="model(?:em)? językow\\w+",
        slot="symbol\\w* zastępcz\\w+",
    ),
    "pt": _Words(
        translation="tradução|texto traduzido",
        sure="claro|com certeza|certamente|com prazer",
        note=r"notas? d[oa] tradu\w+|n\. ?d[oa]? ?t\.|ndt",
        model="modelo de linguagem",
        slot=r"espaços? reservados?|mantive (?:o|a|os|as)",
    ),
    "ro": _Words(
        translation="traducere(?:a)?|text(?:ul)? tradus",
        sure="sigur|desigur|bineînțeles",
        note=r"not[ăa] (?:a )?traducătorul\w+|n\. ?t(?:rad)?\.",
        model="model (?:lingvistic|de limbaj)",
        slot="substituent\\w*",
    ),
    "ru": _Words(
        translation="перевод",
        sure="конечно|разумеется|хорошо",
        note=r"прим(?:ечание|\.) ?(?:пер(?:ев)?\.|перевод\w+)",
        model="языков\\w+ модел\\w+",
        slot="плейсхолдер\\w*|заполнител\\w+",
    ),
    "sw": _Words(
        translation="tafsiri",
        sure="bila shaka|hakika|ndiyo",
        note="(?:maelezo|dokezo) (?:ya|la) mfasiri|maelezo ya mtafsiri",
        model="modeli ya lugha",
    ),
    "th": _Words(
        translation="(?:คำ|บท)แปล",
        sure="แน่นอน(?:ครับ|ค่ะ)?|ได้เลย(?:ครับ|ค่ะ)?",
        note="(?:หมายเหตุ|เชิงอรรถ)(?:ของ)?ผู้แปล",
        model="โมเดลภาษา|แบบจำลองภาษา",
    ),
    "tr": _Words(
        translation="çeviri(?:si)?|tercüme(?:si)?",
        sure="elbette|tabii(?: ki)?|kesinlikle",
        note=r"çevirmen(?:in)? notu|ç\. ?n\.",
        model="dil modeli",
        slot="yer tutucu\\w*",
    ),
    "uk": _Words(
        translation="переклад",
        sure="звичайно|звісно|авжеж",
        note=r"прим(?:ітка|\.) ?(?:пер(?:екл)?\.|переклад\w+)",
        model="мовн\\w+ модел\\w+",
        slot="плейсхолдер\\w*|заповнювач\\w*",
    ),
    "ur": _Words(
        translation="ترجمہ",
        sure="ضرور|یقیناً|بالکل",
        note="مترجم ک[اےی] (?:نوٹ|وضاحت)",
        model="زبان کا ماڈل|لینگویج ماڈل",
        slot="پلیس ہولڈر",
    ),
    "vi": _Words(
        translation="bản dịch|dịch(?=:)",
        sure="chắc chắn(?: rồi)?|dĩ nhiên|tất nhiên|vâng",
        note="(?:chú thích|ghi chú|lời) (?:của )?người dịch|nd(?=:)",
        model="mô hình ngôn ngữ",
        slot="trình giữ chỗ|phần giữ chỗ",
    ),
    "zh": _Words(
        translation="(?:翻译|翻譯|译文|譯文)(?:结果|結果|如下)?",
        sure="当然|當然|好的|没问题|沒問題",
        note="(?:译|譯)者?(?:注|註|按)",
        model="(?:语言|語言)模型|人工智[能慧]助[手理]",
        slot="占位符|佔位符|保留了?(?:原有|原文|所有)?(?:的)?格式",
    ),
}


@dataclass(frozen=True, slots=True)
class Remarks:
    """A language's remarks, beside the English ones, as patterns of a text in small letters."""

    sure: re.Pattern[str]
    """At the beginning of a text, up to an exclamation mark."""
    titled: re.Pattern[str]
    """Of the translation, before a colon."""
    about: re.Pattern[str]
    """Of the translator, and of the program and what it kept."""


@cache
def remarks_of(locale: str) -> Remarks:
    """Return what is said in a language, in English alone where nobody has written it down."""
    language = language_of(locale)
    rows = [_WORDS[name] for name in dict.fromkeys((language, "en")) if name in _WORDS]
    begins, ends = edges_of_words(language)
    together = language in UNSPACED
    between = r"[^。！？.!?、，,:：\s]{0,8}" if together else r"(?:[^\S\n]+[^\s:.!?]+){0,3}"
    translations = "|".join(row.translation for row in rows)
    others = "|".join(f"{row.note}|{row.model}|{row.slot}" for row in rows)
    return Remarks(
        re.compile(rf"\W*(?:{'|'.join(row.sure for row in rows)})\s?[!！]"),
        re.compile(rf"{begins}(?:{translations}){ends}{between}\s?[:：]"),
        re.compile(rf"{begins}(?:{others}){ends}"),
    )


def unwritten(text: str, locale: str, source: str = "") -> str:
    """Return what stands in a text for one that is still to be written, empty for nothing.

    ``source`` is the English, which may speak of all, of a test or of a translation itself.
    """
    small = text.lower()
    if not any(one in small for one in _MAY_BE_UNWRITTEN):
        return _left_for_later(text, small, language_of(locale), source)
    found = _UNWRITTEN.search(text)
    if not found and language_of(locale) not in _TODO_IS_ALL:
        found = _TODO.search(text)
    elif not found and not _OF_ALL.search(source):
        # All in capitals, it may be the word: TODO CAMBIA.
        found = _ALONE.fullmatch(small) or (_TODO.search(text) if text != text.upper() else None)
    return found[0] if found else _left_for_later(text, small, language_of(locale), source)


def _left_for_later(text: str, small: str, language: str, source: str) -> str:
    """Return what says, alone or in brackets, that a text is to be translated later."""
    if not source or (len(text) > _SHORT and not _OPENS.search(text)):
        return ""
    if _STANDS_IN.fullmatch(small) and not _OF_A_TEST.search(source):
        return text.strip()
    if _FILLS.fullmatch(small) and len(source.split()) >= _A_SENTENCE and not _SAME.search(source):
        return text.strip()
    later = _later(language)
    found = later.search(small) if later else None
    return found[0] if found and not _SPEAKS_OF_WORK.search(source) else ""


_SHORT = 40
"""Letters of a text that may be nothing but such a remark."""
_OPENS = lazy_regex(r"[\[(<（【]")
_OF_ALL = lazy_regex(
    r"(?i)\b(?:all|every\w*|each|whole|entire\w*|any\w*|always|total\w*|full\w*)\b"
)
_OF_A_TEST = lazy_regex(r"(?i)\b(?:test\w*|exam\w*|xxx|placeholder|empty|blank|abc)\b")
_SPEAKS_OF_WORK = lazy_regex(r"(?i)translat|pending|await|complete|fill|to do|todo|follow|wait")
_ALONE = lazy_regex(r"\W*todo\W*")
_STANDS_IN = lazy_regex(r"\W*(?:x{3,}|test(?:ing)?|tba|tbc|wip|placeholder|dummy|foo|abc|aaa+)\W*")
_FILLS = lazy_regex(
    r"\W*(?:x|n/?a|n\.\s?a\.?|nil|null|none|same(?: as above)?|ditto|[ií]dem|id\.?|dito|dto\.?"
    r"|同上|〃|ибид|то же)\W*"
)
"""What fills a field that must not be empty, alone, in small letters."""
_A_SENTENCE = 3
"""Words of an English text that no such sign translates."""
_SAME = lazy_regex(
    r"(?i)\b(?:same|above|again|before|likewise|ditto|not applicable|none|no(?:thing)?)\b"
)

_LATER = {
    "ar": "للترجمة|غير مترجم|قيد الترجمة|لم يترجم|يحتاج إلى ترجمة",
    "bn": "অনুবাদ (?:বাকি|করতে হবে|করা হয়নি)",
    "de": "(?:noch )?zu übersetzen|unübersetzt|nicht übersetzt|übersetzung (?:fehlt|folgt)",
    "el": "(?:προς|για) μετάφραση|αμετάφραστο",
    "es": "(?:por|para|sin|falta|pendiente de) traducir|pendiente|falta (?:la )?traducción",
    "fa": "ترجمه (?:شود|نشده|لازم)|نیاز به ترجمه",
    "fil": "(?:kailangang )?isalin|isasalin|hindi pa naisasalin",
    "fr": "à traduire|à compléter|non traduit|traduction manquante",
    "he": "לתרגם|לתרגום|לא תורגם|טרם תורגם",
    "hi": "अनुवाद (?:करना है|करें|बाकी|बाक़ी|लंबित)|अनूदित नहीं",
    "ht": "pou tradui|poko tradui",
    "it": "da tradurre|da completare|non tradotto|traduzione mancante",
    "ja": "未翻訳|要翻訳|翻訳待ち|未訳|翻訳予定",
    "ko": "번역 ?(?:필요|예정|대기|중)|미번역",
    "ne": "अनुवाद (?:गर्न बाँकी|बाँकी)",
    "nl": "(?:nog )?te vertalen|niet vertaald|vertaling (?:ontbreekt|volgt)",
    "pa": "ਅਨੁਵਾਦ (?:ਬਾਕੀ|ਕਰਨਾ)",
    "pl": "do (?:prze)?tłumaczenia|do uzupełnienia|nieprzetłumaczone|brak tłumaczenia",
    "pt": "(?:por|a|falta|para) traduzir|pendente|não traduzido|tradução em falta",
    "ro": "de tradus|netradus|traducere lipsă",
    "ru": "перевести|не переведено|(?:требуется|нужен) перевод|нет перевода",
    "sw": "kutafsiriwa|haijatafsiriwa",
    "th": "ต้องแปล|ยังไม่ได้แปล|รอแปล|รอการแปล",
    "tr": "çevrilecek|çevrilmedi|çeviri (?:bekliyor|gerekli|eksik)",
    "uk": "перекласти|не перекладено|(?:потрібен|потрібно) переклад|немає перекладу",
    "ur": "ترجمہ (?:کرنا ہے|باقی|نہیں ہوا)",
    "vi": "(?:cần|chưa|chờ) dịch",
    "zh": "(?:待|未|需)(?:翻译|翻譯|译|譯)|翻译缺失|翻譯缺失",
}
"""What a translator writes for "to be translated", in small letters: alone, or in brackets."""


@cache
def _later(language: str) -> re.Pattern[str] | None:
    forms = _LATER.get(language)
    return (
        re.compile(rf"^\W*(?:{forms})\W*$|[\[(<（【]\s*(?:{forms})\s*[\])>）】]") if forms else None
    )


_UNWRITTEN = lazy_regex(
    r"\bTO-?DO\s?[:：]|[\[(<]\s*TO-?DO\b|\bTO-?DO\s*[\])>]|\b(?:FIXME|TBD)\b|\bX{4,}\b"
    r"|[\[(<]\s*XXX\b|^\W*XXX\b|\bXXX\W*$|(?i:\blorem ipsum\b|\bdolor sit amet\b"
    r"|\[(?:\w+ ){0,2}(?:untranslated|translation needed|needs? translation|insert \w+"
    r"|your \w+ here)\]|\b(?:asdf|qwerty)\w*\b)"
)
_TODO = lazy_regex(r"\bTODO\b")
_TODO_IS_ALL = ("ca", "es", "gl", "pt")
"""Languages in which TODO is "everything" in capitals."""

_MAY_BE_UNWRITTEN = (
    *("todo", "to-do", "fixme", "tbd", "xxx"),
    *("lorem", "dolor sit", "[", "asdf", "qwerty"),
)
"""What such texts have in small letters: one or the other is found much faster."""

FENCE = lazy_regex(r"```|~~~|<\|\w+\|>|\[/?INST\]")
"""Signs that fence a program's answer in."""

LANGUAGES = frozenset(_WORDS)
"""The languages whose remarks are known."""
