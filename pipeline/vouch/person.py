"""Whether somebody said who they are and what they did, or pasted an example."""

import re

from pipeline.records.person import (
    TITLES,
    folded,
    is_one_name,
    is_two_people,
    is_unspaced,
    names_in,
    without_place,
)
from pipeline.values.errors import PolyleafError


def _words(text: str) -> frozenset[str]:
    return frozenset(folded(text.replace("'", "").replace("’", "")))


_NOBODY = _words(
    """
    a admin administrator an anonymous anybody anyone asdf everybody everyone example first for
    full here i last
    me my myself n na name no nobody none noone of one our placeholder qwerty sample somebody
    someone surname tbd test tester testing the to todo unknown unnamed us user we xx xxx you
    your alguien apellido nadie nombre nosotros nom nous personne prénom quelquun jemand nachname
    niemand vorname wir
    """
)
"""Words that stand where a name should."""

_EXAMPLES = frozenset(
    map(
        _words,
        """
        John Doe, Jane Doe, Joe Bloggs, Max Mustermann, Erika Mustermann, Lieschen Müller,
        Otto Normalverbraucher, Fulano de Tal, Fulana de Tal, Juan Nadie, Monsieur Untel,
        Madame Unetelle, فلان الفلاني, فلانة الفلانية, 张三, 李四, 張三, 홍길동
        tu nombre, su nombre, mi nombre, nombre y apellido, nombre y apellidos, nombre completo
        seu nome, teu nome, meu nome, nome completo, nome e sobrenome, nome e apelido
        votre nom, ton nom, mon nom, nom complet, nom et prénom, nom de famille
        il tuo nome, tuo nome, il mio nome, nome e cognome
        dein Name, Ihr Name, mein Name, voller Name, Vor- und Nachname
        numele tău, nume și prenume, imię i nazwisko, twoje imię, adınız soyadınız, ad soyad
        ваше имя, твоё имя, имя и фамилия, имя фамилия, ваше ім'я, ім'я та прізвище
        اسمك, اسمي, الاسم, اسمك الكامل, الاسم الكامل, نام شما, نام و نام خانوادگی, آپ کا نام
        आपका नाम, tên của bạn, họ và tên, jina lako, jina kamili, non ou, pangalan mo
        same as above, as above, see above, wie oben, siehe oben, dieselbe, derselbe
        la misma, el mismo, la misma persona, como antes, como arriba, véase arriba
        la même, le même, comme avant, voir plus haut
        姓名, 名字, 你的名字, 您的姓名, 이름, 성명
        """.replace("\n", ",").split(","),
    )
) - {frozenset()}
"""Names that stand for anybody, and words that ask for one."""

_ROLES = _words(
    """
    approver author certified clinic clinical clinician clinicians colleague coordinator
    doctor doctors dr editor editors gp health hospital interpreter licensed manager md
    medical mental mr mrs ms native nurse nurses office officer organisation organization
    person physician physicians prof professor psychiatrist psychologist publisher reader
    registered reviewer reviser senior speaker staff team therapist translator translators
    administration agency assistant board center centre clerk colleagues committee company
    counter crew department dept desk head front frontdesk group helpdesk it management people
    pharmacist pharmacy practice reception receptionist room secretary service services student
    unit volunteer volunteers worker workers
    administración clínica consulta consultorio doctora enfermera enfermeras enfermería enfermero
    equipo grupo mostrador médica médico médicos oficina personal psicóloga psicólogo recepción
    recepcionista revisor revisora secretaria secretaría traductor traductora
    accueil bureau cabinet clinique docteur infirmier infirmière infirmières médecin médecins
    personnel réception relecteur relectrice réviseur secrétaire secrétariat traducteur
    traductrice équipe
    abteilung anmeldung arzt büro doktor empfang klinik krankenschwester krankenhaus leitung
    mitarbeiter mitarbeiterin pflege pfleger praxis prüfer prüferin rezeption schwester sekretariat
    station verwaltung ärztin übersetzer übersetzerin
    enfermagem equipa equipe médica recepção revisora tradutor tradutora
    infermiera infermiere medico revisore segreteria traduttore traduttrice ufficio
    lekarz lekarka pielęgniarka recepcja tłumacz tłumaczka doctor doktor hemşire tercüman çevirmen
    врач медсестра клиника переводчик переводчица регистратура редактор сотрудник
    лікар лікарка медсестра клініка перекладач перекладачка реєстратура
    استقبال الاستقبال ممرض الممرض ممرضة الممرضة طبيب الطبيب طبيبة الطبيبة عيادة العيادة فريق الفريق
    مترجم المترجم مترجمة المترجمة مكتب المكتب موظف الموظف موظفة الموظفة
    پزشک پرستار مترجم 医生 醫生 护士 護士 翻译 翻譯 前台 诊所 診所
    """
)
"""What somebody is, which does not say who: roles, desks, rooms and groups."""

_ARTICLES = _words(
    "am au de del der des die du el il la las le les lo los of un una une at and in y et und"
)
"""Words between the others; some of them are family names, too."""

_MACHINES = _words(
    """
    ai alexa automatic automatically bing bot chatbot chatgpt computer copilot deepl engine
    gemini generated google gpt language llm machine microsoft model mt nmt openai papago polyleaf
    program robot script siri software system translate translation
    """
)
"""Who cannot vouch for anything."""

_EMPTY = _words(
    """
    a active all and answer answered answers are as be been by check checked confirm confirmed
    correct did done double fine found good google googled got have homepage how i in internet is
    it its looked looks me my myself n na no none number numbers of ok okay on online picked
    reached replied right search searched see seen somebody someone spoke still sure tbd test
    tested that the them then there they this through today todo up valid verified voice was we
    web website well words work worked working works xx xxx yes
    above as before ditto idem last previously same see year
    antes comprobado comprobé correcto hecho igual mismo sigue todo verificado verifiqué
    al bien contestan contestaron atendieron e ella ellos en es está funciona funcionó la las lo
    los me número que respondieron se su sí un una y yo
    a ai au bien c est et fonctionne il ils j jai je le les marche me m numéro on ont oui répondu
    avant contrôlé déjà fait même tout va vérifié
    aber alles antwort das dem den der die er es funktioniert geht geklappt gemeldet gut hat habe
    haben ich ist jemand nummer sich sie und war wurde
    dito erledigt geprüft gleich immer kontrolliert oben passt richtig siehe stimmt vorher wie
    überprüft
    certo com confirmado confirmei deu feito foi já o responderam sim tudo um uma verificado
    bene che controllato fatto funziona ha hanno ho il numero risposto sì tutto verificato
    działa numer odebrali sprawdzone sprawdziłam sprawdziłem tak
    да все всё номер ответили проверено проверил проверила работает хорошо я
    відповіли перевірено перевірив перевірила працює так усе
    các được rồi đã thử số tôi kontrol edildi ettim çalışıyor numara evet
    التحقق الرقم بالرقم به بهم تحققت تعمل تم تمام جربت رقم رد ردوا صحيح علي نعم هو هي و ويعمل يعمل
    可以用 已核实 已确认 没问题 確認済み
    """
)
"""Words of a way of checking that nobody could follow up."""

_CALLS = _words(
    """
    call called calling chatted dial dialed dialled emergency hotline line phone phoned rang
    ring service sms telephoned texted tried try
    llamada llamado llamamos llamé llamo marcado marcamos marqué línea emergencias probé
    telefoneado telefoneé urgencias
    appel appelé appelée composé téléphoné urgences
    angerufen anruf gewählt hotline notruf probiert telefoniert
    liguei ligamos ligou disquei chamei chiamato chiamata telefonato linea
    dzwoniłam dzwoniłem zadzwoniłam zadzwoniłem
    дозвонился дозвонилась звонил звонила позвонил позвонила позвонили
    дзвонив дзвонила зателефонував зателефонувала подзвонив подзвонила
    gọi aradım aradık اتصلت اتصلنا الخط بالخط 打了电话 打电话了 打过电话
    """
)
"""Words of somebody who rang the very number that they checked."""


_HEARSAY = _words(
    """
    always aware common everybody everyone heard just knew know knowledge known knows memory
    memorised memorized myself obvious obviously read remember remembered someone that told
    internet conocido mundo sabe saben todos busqué buscado visto connu monde sait savent trouvé
    cherché bekannt weiß wissen jeder gesucht gefunden gesehen
    colleague compañera compañero colega collègue dit dijeron gesagt kollege kollegin
    facebook instagram reddit tiktok whatsapp wikipedia youtube
    """
)
"""Words of somebody who asked nobody and read nothing."""

_PLACES = _words(
    """
    address agency authorities authority board brochure bureau county council department
    directory document email gazette government homepage leaflet letter mail ministry office
    offices operator page pages police poster provider regulator site sites url webpage website
    autoridad carta correo folleto gobierno ministerio oficina página sitio
    autorité courrier lettre mairie ministère préfecture
    amt behörde brief büro ministerium seite webseite
    autoridade escritório ministério página prefeitura site autorità lettera ministero pagina sito
    list ministerstwa ministerstwie ministerstwo strona stronie strony urząd
    ведомство министерства министерстве министерство офис письмо сайт сайта сайте страница странице
    лист міністерства міністерстві міністерство сайті сторінка сторінці
    bakanlık bakanlığı sayfası sitesi phòng sở trang
    """
)
"""What a way of checking rests on: a page, an office, a letter."""


_BODIES = _words(
    """
    agency clinic clinics foundation gmbh hospital hospitals inc institute llc ltd ministry
    university
    clínica fundación hospital instituto ministerio universidad
    clinique fondation hôpital ministère université
    klinik klinikum krankenhaus ministerium praxis stiftung universität
    clinica fondazione ospedale università hospital universidade
    klinika szpital клиника больница клініка лікарня عيادة العيادة مستشفى المستشفى بیمارستان
    """
)
"""Words of what no person is called; a place in brackets behind a name is something else."""

_FOR_ANOTHER = re.compile(
    r"(?i:\b(?:on behalf|signed|gezeichnet|unterschrieben|firmado|firmada|assinado|signé|signée)\b"
    r"|\bin (?:vertretung|auftrag)\b|\bim auftrag\b|\ben nombre de\b|\bau nom de\b|\bpor orden\b)"
    r"|\b(?:p\. ?[poa]|i\. ?[AV]|gez)\.|\bpp\b|\w (?:for|für|por|pour|per) \w|\w: "
)
"""Words of somebody who signs for another, or writes what a signature is beside it."""


def refuse_name(by: str) -> str:
    """Return a person's name with single spaces, or refuse what is no name."""
    given, by = by, " ".join(by.split())
    # The joiners of Persian and Indic names are letters' business, other control characters not.
    plain = by.replace("\u200c", "").replace("\u200d", "")
    if sum(map(str.isalpha, plain)) < 2 or not plain.isprintable():
        raise PolyleafError(f"--by {given!r} is not a name: write the name of whoever did it")
    if "@" in by:
        raise PolyleafError(f"--by '{by}' has an address in it: write the name alone")
    elided = re.sub(r"(?i)\b[dl]['’](?=\w)", "", plain)
    words = frozenset(word for word in _words(elided) if not word.isdecimal())
    core = words - _ARTICLES
    is_title = _ARTICLES.issuperset(folded(elided)[:1]) and TITLES.issuperset(names_in(elided))
    is_role = bool(core) and core <= _NOBODY | _ROLES and (is_title or not core <= TITLES)
    if is_role or _is_nobody(words):
        what = (
            "a program, which can vouch for nothing"
            if words & _MACHINES and words <= _MACHINES | _NOBODY
            else "what somebody is, not who"
            if words & _ROLES
            else "an example, not a name"
        )
        raise PolyleafError(f"--by '{by}' is {what}: write the name of whoever did it")
    alone = without_place(plain)
    if _FOR_ANOTHER.search(alone):
        raise PolyleafError(
            f"--by '{by}' has words in it that are no name: whoever read it signs, with first name "
            "and family name alone, and nobody for another"
        )
    if _words(alone) & _BODIES:
        raise PolyleafError(
            f"--by '{by}' is a place or a body, not a person: write the name of whoever did it; a "
            "place may stand in brackets behind it"
        )
    if is_two_people(alone):
        raise PolyleafError(
            f"--by '{by}' is more than one person: each signs alone; who writes the family name "
            "first leaves the comma out"
        )
    if re.search(r"[&+;]|(?<=\w) ?/ ?(?=\w)|\s(?:and|und)\s", alone):
        raise PolyleafError(f"--by '{by}' is more than one person: each signs alone")
    if all(len(one) == 1 and one.upper() != one for one in names_in(by)):
        raise PolyleafError(f"--by '{by}' is initials, not a name: write the name in full")
    if is_one_name(by):
        raise PolyleafError(
            f"--by '{by}' is one name, which many have: write first name and family name; who has "
            f'one name alone adds the place: --by "{without_place(by)} (…)"'
        )
    return by


def says_who(by: str) -> bool:
    """Say whether words could name a person: they are no program, no role and no example."""
    return not _is_nobody(_words(by))


def _is_nobody(words: frozenset[str]) -> bool:
    return words <= _NOBODY | _ROLES | _MACHINES or words in _EXAMPLES


def refuse_way(how: str, *, emergency: bool) -> str:
    """Return how somebody checked a record, or refuse words that say nothing.

    A number is never confirmed by ringing it: the call keeps somebody who needs it waiting.
    """
    given, how = how, how.strip()
    plain = how.replace("\u200c", "").replace("\u200d", "")
    if sum(map(str.isalnum, plain)) < 2 or not plain.isprintable():
        raise PolyleafError(f"--how {given!r} says nothing that anybody could follow up")
    words = frozenset(word for word in _words(plain) if not word.isdecimal())
    if words & _CALLS and words <= _CALLS | _EMPTY:
        asked = (
            "nobody calls an emergency number to check it: look at the page that its authority "
            "publishes, or ask the authority's office"
            if emergency
            else "nobody calls a crisis line to check it: ask the office of the service, or look "
            "at its own site"
        )
        raise PolyleafError(f"{asked}; then say in --how what you read or whom you asked")
    if words <= _EMPTY:
        raise PolyleafError(
            f"--how '{how}' says nothing that anybody could follow up: write what you read or "
            "whom you asked"
        )
    if not _rests_on_something(plain, words):
        raise PolyleafError(
            f"--how '{how}' names nothing that anybody could follow up: write the page that you "
            "read, by its address, or the office or the person whom you asked"
        )
    return how


def _rests_on_something(how: str, words: frozenset[str]) -> bool:
    """Say whether a way of checking names a page, an office or a person.

    Words that are of no language with a list here are taken as they are.
    """
    plain = _EMPTY | _CALLS | _HEARSAY | _MACHINES
    if re.search(r"[^\W_]\.[^\W\d_]{2,}", how):
        return True
    if len(how.split()) == 1 and not is_unspaced(how):
        return False  # whose page, which office?
    if words & _PLACES:
        return True
    names = [word for word in re.findall(r"\w+", how) if not word[0].isdecimal()]
    if any(word[0].isupper() and not _words(word) <= plain | _NOBODY for word in names):
        return True
    # A script without capitals shows no names: there only words that are all plain say nothing.
    return not any(len(word) > _SHORT and word.upper() != word for word in words & plain)


_SHORT = 2
"""Letters of words that many languages have."""


def refuse_statement(name: str, said: str) -> str:
    """Return what somebody says of themselves, with single spaces, or refuse a placeholder."""
    said = " ".join(said.split())
    words = frozenset(word for word in _words(said) if not word.isdecimal())
    if said and (
        sum(map(str.isalpha, said)) < _LETTERS or words <= _NOBODY | _EMPTY | _words(name)
    ):
        raise PolyleafError(
            f"--{name} '{said}' says nothing of the person: write what makes them fit for it, such "
            'as "sworn translator, 12 years in health"'
        )
    return said


_LETTERS = 2
"""As many has the shortest qualification: MD, RN."""
