"""``polyleaf locale``: start a language."""

import argparse
import sys
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from pipeline.cli import options
from pipeline.cli.here import here
from pipeline.cli.report import complain, nothing_to_translate
from pipeline.values.errors import PolyleafError
from pipeline.values.finding import has_errors

if TYPE_CHECKING:
    from pipeline.project.sources import Sources

SUMMARY = "start a language, or give one up"
DESCRIPTION = (
    "Make the folder and the catalogs of a locale, and say what is still missing before it can "
    "be printed. A locale with a parent, such as es_MX with es, takes its texts over."
)


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add what the command takes."""
    parser.add_argument("locale", metavar="LOCALE", help="a locale such as fr, pt_BR or zh_Hans")
    parser.add_argument(
        "--remove",
        action="store_true",
        help="remove the locale's catalogs, as long as nobody has translated a word of them",
    )
    options.add_today(parser)


def run(words: argparse.Namespace) -> int:
    """Start a language, or give one up."""
    from pipeline.project import Project
    from pipeline.project.sources import read_sources

    project = Project.at(words.project)
    if words.remove:
        return _remove(read_sources(project), words)
    sources = read_sources(project)
    _refuse_several(words.locale)
    name = _new_name(sources, words.locale)
    if nothing_to_translate(sources):
        return 1
    project.start_locale(name)
    return _start(read_sources(project), name, words)


def _refuse_several(word: str) -> None:
    from pipeline.records.naming import language_meant
    from pipeline.records.typography import is_known_locale

    first, *others = options.split([word]) or [word]
    if others and all(is_known_locale(language_meant(one)) for one in (first, *others)):
        raise PolyleafError(f"one language is started at a time: polyleaf locale {first}")


def _refuse_own_language(sources: "Sources", name: str, word: str) -> None:
    """Refuse the language in which all is written: as in other commands, ``en_US`` means it too."""
    from pipeline.records.naming import of_main_country, of_main_script

    own = {one.language for one in sources.articles.facts}
    if own & {name, of_main_country(name), of_main_script(name)} and len(own) == 1:
        raise PolyleafError(
            f"'{word}' is the language in which all articles are written ({min(own)}): there is "
            f"nothing to translate; print it with polyleaf pdf {min(own)}"
        )


def _new_name(sources: "Sources", word: str) -> str:
    """Return the name to start a locale under, and say where it is not the word that was typed."""
    from pipeline.records.naming import gettext_form, new_name, of_main_script, scripts_of

    name, there = new_name(word), sources.project.locales()
    _refuse_own_language(sources, name, word)
    same = next((one for one in (name, of_main_script(name)) if one in there), "")
    if same not in ("", gettext_form(word)):
        raise PolyleafError(f"'{word}' is written as {same}, which is there: translate that one")
    kin = [one for one in there if one.startswith(f"{name}_")]
    if name not in there and len(kin) >= (1 if scripts_of(name) else 2):
        raise PolyleafError(
            f"'{word}' is here as {' and '.join(kin)}: translate one of these, or add the country "
            "or the script that sets the new one apart"
        )
    if name != word:
        print(f"'{word}' is taken as {name}", file=sys.stderr)
    if name not in there:
        _say_of_country(name, there)
    return name


def _say_of_country(name: str, there: Sequence[str]) -> None:
    """Say what a locale is that differs from its language only by the main country."""
    from pipeline.project import base
    from pipeline.records.naming import of_main_country

    language = of_main_country(name)
    if not language or base.has_words(name):
        return
    said = f"{name} is for one country: polyleaf locale {language} is for all who read the language"
    if language in there:
        said = (
            f"{name} takes its texts from {language}, which is there, and holds only what differs; "
            f"where nothing does: polyleaf locale {name} --remove"
        )
    print(here(said), file=sys.stderr)


def _start(sources: "Sources", name: str, words: argparse.Namespace) -> int:
    from pipeline.desk.messages import update_catalogs
    from pipeline.desk.status import progress, table
    from pipeline.records.glossary import terms_of
    from pipeline.records.language import what_checks_lack
    from pipeline.records.typography import parents_of, what_printing_lacks

    update = update_catalogs(sources, [name], datetime.now(UTC))
    for path in update.files:
        print(path)
    sources.project.keep_locale(name)
    sys.stdout.write(table(list(progress(sources, [name], words.today))))
    needed = map(": ".join, what_printing_lacks(name))
    _say("It cannot be printed before this is there:", needed)
    unseen = what_checks_lack(name, terms_of(sources.terms, name))
    _say("The checks would find more with:", unseen)
    if not any(sources.credits(one)[0] for one in (name, *parents_of(name))):
        _say("Nobody can approve it before this is there:", [_CREDITS.format(name=name)])
    findings = [*sources.findings, *update.findings]
    complain(findings)
    return 1 if has_errors(findings) else 0


_CREDITS = 'locales/{name}/credits.toml: who translates: [[translated]], by = "…", and on = the day'


def _remove(sources: "Sources", words: argparse.Namespace) -> int:
    """Remove a locale that holds no work of anybody's."""
    from pipeline.catalog.messages import SHEET
    from pipeline.project.named_locales import known_locales

    project = sources.project
    (name,) = known_locales(sources, [words.locale])
    if name not in project.locales():
        raise PolyleafError(f"{name} is the article's own language: it has no catalogs")
    for article in [SHEET, *(one.id for one in sources.articles.facts), *sources.broken.values()]:
        catalog, _, _ = project.catalog(name, article)
        done = len([one for one in catalog.translations.values() if one.text]) if catalog else 1
        if done or project.approvals(name)[0]:
            raise PolyleafError(
                f"somebody has worked on {article} in {name}: if it must go, remove "
                f"locales/{name}/ by hand"
            )
    project.remove_locale(name)
    print(f"removed: locales/{name}/", file=sys.stderr)
    return 0


def _say(head: str, lines: Iterable[str]) -> None:
    """Print lines below their head, and nothing where there are none."""
    for number, line in enumerate(lines):
        sys.stdout.write(f"\n{head}\n" * (number == 0) + f"    {line}\n")
