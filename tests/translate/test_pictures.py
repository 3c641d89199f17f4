"""A picture's version in a locale."""

from pipeline.translate.pictures import local_pictures

IMAGES = ("a.svg", "a.es.svg", "sub/b.png", "sub/b.es_MX.png", "sub/b.es.svg", "c.svg", "c.fr.svg")


def test_a_locale_takes_its_own_picture_and_then_its_parents() -> None:
    names = ("a.svg", "sub/b.png", "c.svg")
    assert local_pictures(names, "es", IMAGES) == {"a.svg": "a.es.svg", "sub/b.png": "sub/b.es.svg"}
    assert local_pictures(names, "es_MX", IMAGES)["sub/b.png"] == "sub/b.es_MX.png"
    assert local_pictures(names, "es_MX", IMAGES)["a.svg"] == "a.es.svg"


def test_no_language_takes_another_languages_picture() -> None:
    assert local_pictures(("c.svg",), "ht", IMAGES) == {}
