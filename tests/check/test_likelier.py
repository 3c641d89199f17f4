"""Short texts that are in a relative's language, and good ones that look a little like it."""

from pipeline.check.likelier import words_in
from pipeline.check.rule import Fault
from pipeline.check.rules import RULES_BY_CODE
from pipeline.records.vocabulary import other_vocabularies, vocabulary
from pipeline.values.finding import Severity
from tests.pairs import pair
from tests.rows import each_row
from tests.vocabulary import in_use


def told(locale: str, source: str, target: str) -> list[Fault]:
    check = RULES_BY_CODE["TXT009"].check
    assert check
    return list(check(pair(locale, source, target)))


ALONE = "You are not alone."


@each_row(
    ("locale", "source", "target", "name"),
    [
        ("pt_BR", "Talk to your doctor.", "Hable con su médico.", "Spanish"),
        ("pt_BR", "How are you today?", "¿Cómo está usted hoy?", "Spanish"),
        ("pt_PT", ALONE, "Usted no está solo.", "Spanish"),
        ("pt_BR", "Sleep is good for you.", "Le sommeil vous fait du bien.", "French"),
        ("es", ALONE, "Você não está sozinho.", "Portuguese"),
        ("es", "Rest helps.", "O descanso ajuda muito.", "Portuguese"),
        ("es", ALONE, "Lei non è solo.", "Italian"),
        ("it", ALONE, "Usted no está solo.", "Spanish"),
        ("fr", "Take one tablet a day.", "Tome una pastilla al día.", "Spanish"),
        ("fr", ALONE, "Ou pa poukont ou.", "Haitian Creole"),
        ("ht", ALONE, "Vous n’êtes pas seul.", "French"),
        ("de", ALONE, "U bent niet alleen.", "Dutch"),
        ("nl", ALONE, "Sie sind nicht allein.", "German"),
        ("tr", ALONE, "Sie sind nicht allein.", "German"),
        ("fil", ALONE, "Usted no está solo.", "Spanish"),
        ("vi", ALONE, "Vous n’êtes pas seul.", "French"),
        ("uk", ALONE, "Вы не одни.", "Russian"),
        ("uk", "Sleep helps.", "Сон помогает восстановить силы.", "Russian"),
        ("ru", ALONE, "Ви не самі.", "Ukrainian"),
        ("ur", ALONE, "شما تنها نیستید.", "Persian"),
        ("ur", ALONE, "أنت لست وحدك.", "Arabic"),
        ("fa", ALONE, "آپ اکیلے نہیں ہیں۔", "Urdu"),
        ("fa_AF", "Talk to your doctor.", "تحدث إلى طبيبك.", "Arabic"),
        ("ar", "Talk to your doctor.", "با پزشک خود صحبت کنید.", "Persian"),
        ("ne", ALONE, "आप अकेले नहीं हैं।", "Hindi"),
        ("zh_Hans", ALONE, "您並不孤單。", "Traditional Chinese"),
        ("zh_Hant", "Call your doctor.", "请打电话给医生。", "Simplified Chinese"),
        ("ja", ALONE, "你们不是一个人。", "Simplified Chinese"),
    ],
)
def test_a_short_text_of_a_relative_is_told(
    locale: str, source: str, target: str, name: str
) -> None:
    (fault,) = told(locale, source, target)
    assert fault.message.startswith(f"this looks like {name}, not like ")
    assert fault.severity is None


@each_row(
    ("locale", "source", "target"),
    [
        ("pt_BR", ALONE, "Você não está só."),
        ("pt_BR", "Talk to someone close.", "Converse com alguém próximo."),
        ("pt_PT", "Avoid coffee in the evening.", "Evite o café à noite."),
        ("pt_BR", "Buenos Aires and Madrid", "Buenos Aires e Madri"),
        ("es", "Talk to your doctor.", "Hable con su médico."),
        ("es", "Avoid coffee and alcohol.", "Evite el café y el alcohol."),
        ("es", "Take a walk each day.", "Camine un poco cada mañana."),
        ("es", "Icons to show", "Conjunto de iconos"),
        ("it", "Avoid coffee in the evening.", "Eviti il caffè la sera."),
        ("it", "Skip the bar.", "Salti la barra."),
        ("fr", "Avoid coffee in the evening.", "Évitez le café le soir."),
        ("fr", "A menu à la carte", "Un menu à la carte"),
        ("ro", "Avoid coffee in the evening.", "Evitați cafeaua seara."),
        ("de", "Avoid coffee in the evening.", "Meiden Sie abends Kaffee."),
        ("nl", "Avoid coffee in the evening.", "Drink ’s avonds geen koffie."),
        ("nl", "Save the file.", "Bewaar het bestand."),
        ("ht", "Avoid coffee in the evening.", "Pa bwè kafe leswa."),
        ("fil", "Avoid coffee in the evening.", "Iwasan ang kape sa gabi."),
        ("fil", "Go to the hospital.", "Pumunta po sa ospital o klinika."),
        ("sw", "Avoid coffee in the evening.", "Epuka kahawa wakati wa jioni."),
        ("tr", "Avoid coffee in the evening.", "Akşamları kahve içmeyin."),
        ("vi", "Avoid coffee in the evening.", "Tránh uống cà phê vào buổi tối."),
        ("pl", "Avoid coffee in the evening.", "Wieczorem proszę nie pić kawy."),
        ("uk", "Go to the hospital.", "Ідіть до лікарні або до аптеки."),
        ("uk", "Take a shower.", "Приймайте душ і лягайте спати."),
        ("ru", "Avoid coffee in the evening.", "Не пейте кофе по вечерам."),
        ("ru", "Water, bread, milk", "Вода, хлеб, молоко"),
        ("ar", "Avoid coffee in the evening.", "تجنّب القهوة مساءً."),
        ("ar", "Needed attention", "يحتاج إلى توجّه"),
        ("fa", "Avoid coffee in the evening.", "عصرها قهوه ننوشید."),
        ("fa", "Needs attention", "نیازمند توجّه"),
        ("ur", "Avoid coffee in the evening.", "شام کو کافی نہ پئیں۔"),
        ("hi", "Avoid coffee in the evening.", "शाम को कॉफ़ी न पिएँ।"),
        ("ne", "Avoid coffee in the evening.", "साँझ कफी नपिउनुहोस्।"),
        ("pa", "Avoid coffee in the evening.", "ਸ਼ਾਮ ਨੂੰ ਕੌਫ਼ੀ ਨਾ ਪੀਓ।"),
        ("bn", "Avoid coffee in the evening.", "সন্ধ্যায় কফি খাবেন না।"),
        ("zh_Hans", "Avoid coffee in the evening.", "晚上不要喝咖啡。"),
        ("zh_Hant", "Avoid coffee in the evening.", "晚上不要喝咖啡。"),
        ("zh_Hant", "Taipei City, Taiwan", "台灣台北市"),
        ("ja", "Depression and anxiety", "憂鬱症、不安障害"),
        ("ja", "Emergency number", "緊急通報番号"),
        ("fr", "Store away from light.", "À conserver à l’abri de la lumière, à moins de 25 °C."),
        ("ja", "Open Mon–Fri, 8 am–6 pm.", "月〜金 午前8時〜午後6時、土 午前9時〜正午。"),
        # Names of others, and what the source has in their language itself.
        ("pt_BR", "The Hospital Clínic de Barcelona", "O Hospital Clínic de Barcelona"),
        ("pt_BR", "Ask the Fundación Ayuda y Consejo.", "Pergunte à Fundación Ayuda y Consejo."),
        ("pt_BR", "Say: ¿Hay alguien que hable español?", "Diga: ¿Hay alguien que hable español?"),
        ("fr", "In Spanish: no está solo.", "En espagnol : no está solo."),
        ("es", "Português: você não está só.", "Português: você não está só."),
        ("uk", "In Russian: вы не одни.", "Російською: вы не одни."),
    ],
)
def test_a_good_short_text_is_not_told(locale: str, source: str, target: str) -> None:
    assert told(locale, source, target) == []


def test_two_words_that_the_language_may_have_too_are_a_warning() -> None:
    (fault,) = told("pt_PT", "Ask a close friend.", "Pregunte a un amigo cercano.")
    assert fault.severity is Severity.WARNING


def test_a_language_whose_words_are_not_known_is_not_judged_by_them() -> None:
    assert vocabulary("da") == frozenset()
    assert vocabulary("pa_Arab") == frozenset()
    assert told("da", ALONE, "Du er ikke alene.") == []


def test_names_and_parts_of_addresses_are_no_words() -> None:
    assert words_in("Rest at Casa Verde or www.example.org, l10n too.") == {
        *("rest", "at", "or", "too")
    }


def test_no_word_begins_behind_a_vowel_sign() -> None:
    """What follows a hyphen belongs to the word before, in scripts whose vowels are marks, too."""
    assert words_in("यह जैव-रासायनिक है।") == {"यह", "जैव", "है"}
    assert words_in("it is bio-chemical") == words_in("it is bio")


def test_the_words_are_those_of_the_shipped_catalogs() -> None:
    wanted = in_use()
    assert set(other_vocabularies("en")) | {"en"} <= set(wanted)
    for name, words in wanted.items():
        missing = words - vocabulary(name)
        assert len(missing) <= len(words) / 10, (
            f"write it anew: .venv/bin/python -m tests.vocabulary ({name})"
        )
