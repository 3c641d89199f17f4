"""One ratio in every shipped language, of which the numbers may change places."""

RATIOS = {
    "es": "3 de cada 10 personas",
    "de": "3 von 10 Menschen",
    "fr": "3 personnes sur 10",
    "it": "3 persone su 10",
    "pt_BR": "3 em cada 10 pessoas",
    "pt_PT": "3 em 10 pessoas",
    "nl": "3 op de 10 mensen",
    "pl": "3 na 10 osób",
    "ru": "3 из 10 человек",
    "uk": "3 з 10 людей",
    "el": "3 στους 10 ανθρώπους",
    "ro": "3 din 10 oameni",
    "tr": "10 kişiden 3’ü",
    "ar": "3 من كل 10 أشخاص",
    "fa": "از هر 10 نفر 3 نفر",
    "fa_AF": "از هر 10 نفر 3 نفر",
    "ur": "10 میں سے 3 لوگ",
    "hi": "10 में से 3 लोग",
    "ne": "10 जना मध्ये 3 जना",
    "bn": "প্রতি 10 জনে 3 জন",
    "pa": "10 ਵਿੱਚੋਂ 3 ਲੋਕ",
    "vi": "cứ 10 người thì có 3",
    "th": "3 ใน 10 คน",
    "ja": "10人中3人",
    "ko": "10명 중 3명",
    "zh_Hans": "每10人中有3人",
    "zh_Hant": "每10人中有3人",
    "sw": "watu 3 kati ya 10",
    "fil": "3 sa bawat 10 tao",
    "ht": "3 moun sou 10",
}
"""Three in ten people, by locale."""

OF_ALL = {"3 in 10 people": RATIOS}
"""By the English, as the other stocks are."""
