"""What stands in ``references.json``, and what was put in its place by mistake."""

import pytest

from pipeline.records.csl_json import UnreadableWorksError, works_of
from tests.rows import each_row

WORK = '{"id": "a", "type": "book", "title": "Mood"}'

OTHERS = {
    "BibTeX": "% made by JabRef\n\n@Article{beck1967,\n  title = {Mood},\n}\n",
    "RIS": "TY  - JOUR\r\nTI  - Mood\r\nER  - \r\n",
    "PubMed’s own format": "PMID- 12345\nOWN - NLM\nTI  - Mood\n",
    "EndNote’s own format": "%0 Journal Article\n%T Mood\n",
    "XML or a web page": '<?xml version="1.0"?>\n<xml><records/></xml>\n',
    "a table of a spreadsheet": '"Key","Item Type","Title"\n"a","book","Mood"\n',
    "YAML": "---\nreferences:\n- id: a\n  type: book\n...\n",
}


@each_row("text", [f"[{WORK}]", "[]", f" \n[{WORK}]\n"])
def test_a_list_of_works_is_read(text: str) -> None:
    assert isinstance(works_of(text), list)


@each_row("name", OTHERS)
def test_another_form_is_called_by_its_name_and_the_way_out_is_said(name: str) -> None:
    with pytest.raises(UnreadableWorksError, match=f"this is {name}") as told:
        works_of(OTHERS[name])
    assert "CSL JSON" in told.value.fix
    assert OTHERS[name].splitlines()[told.value.line - 1].strip()


@each_row(
    ("text", "fault", "fix"),
    [
        ("", "empty", "write '[]'"),
        (f"{WORK}\n{WORK}\n", "not JSON", "make it one list"),
        (f"[{WORK}]\n[{WORK}]\n", "not JSON", "make it one list"),
        (f"[{WORK},]", "not JSON", "mend the JSON"),
        (f"[{WORK}", "not JSON", "mend the JSON"),
        ("id,title\na,Mood\n", "not JSON", "mend the JSON"),
        ('[{"id": "a", "title": "M", "title": "N"}]', "'title' of 'a' stands twice", "delete one"),
        ('[{"id": "a", "volume": NaN}]', "NaN", "number"),
        ('[{"id": "a", "volume": 1e999}]', "1e999", "number"),
        (f"[\n<<<<<<< ours\n{WORK}\n=======\n{WORK}\n>>>>>>> theirs\n]", "merge", "<<<<<<<"),
        ("[" * 100_000, "nested too deeply", "brackets"),
        (f'[{{"volume": {"9" * 5000}}}]', "too long", "digits"),
    ],
)
def test_a_text_that_cannot_be_read_says_what_to_do(text: str, fault: str, fix: str) -> None:
    with pytest.raises(UnreadableWorksError, match=fault) as told:
        works_of(text)
    assert fix in told.value.fix


@each_row("place", ['"id": "a{}"', '"type": "{}"', '"title": "A {}b"', '"{}": 1'])
def test_half_a_letter_is_told_with_its_line(place: str) -> None:
    text = '[{\n "note": "\\uD83C\\uDF3F",\n ' + place.replace("{}", "\\uD800") + "\n}]"
    with pytest.raises(UnreadableWorksError) as told:
        works_of(text)
    assert (told.value.fault, told.value.line) == ("\\ud800 is half a letter", 3)
