"""A project of many short articles in many locales, to measure what grows with their number."""

import shutil
from pathlib import Path

from pipeline.project import Project
from tests.conftest import ARTICLE

WORDS = {
    "Sleep and low mood": "Sueño y ánimo bajo",
    "If you need help": "Si necesita ayuda",
    "Please talk to someone today.": "Hable con alguien hoy mismo, por favor.",
    "In danger now, call {emergency}.": "Si está en peligro, llame al {emergency}.",
    "Sleep": "El sueño",
    "Poor sleep and low mood often go together [@beck1967].": "Dormir mal y tener el ánimo bajo "
    "suelen ir juntos [@beck1967].",
}
"""The short article's texts in Spanish."""

LOCALES = (
    "es", "es_AR", "es_BO", "es_CL", "es_CO", "es_CR", "es_CU", "es_DO", "es_EC", "es_ES", "es_GT",
    "es_HN", "es_MX", "es_NI", "es_PA", "es_PE", "es_PR", "es_PY", "es_SV", "es_US",
)  # fmt: skip


def write_project(project: Project, root: Path, articles: int, locales: int) -> list[str]:
    """Write a project with as many articles and locales, all complete; return the locales."""
    shutil.copytree(project.source, root / "source", ignore=shutil.ignore_patterns("*.md"))
    sheet = project.catalog_file("es", "sheet").read_text(encoding="utf-8")
    for locale in LOCALES[:locales]:
        folder = root / "locales" / locale / "LC_MESSAGES"
        folder.mkdir(parents=True)
        own = sheet.replace("Language: es\\n", f"Language: {locale}\\n")
        (folder / "sheet.po").write_text(own, encoding="utf-8")
    for number in range(articles):
        name = f"sleep-{number:04}"
        text = ARTICLE.replace("id: sleep", f"id: {name}")
        (root / "source" / f"{name}.md").write_text(text, encoding="utf-8")
        for locale in LOCALES[:locales]:
            write_catalog(root, name, locale)
    return [*LOCALES[:locales]]


def write_catalog(root: Path, article: str, locale: str, last: str = "") -> None:
    """Write the catalog of one article; ``last`` stands in the place of its last sentence."""
    texts = {**WORDS, **({[*WORDS][-1]: f"{last} [@beck1967]."} if last else {})}
    head = f'msgid ""\nmsgstr ""\n"Language: {locale}\\n"\n'
    head += '"Content-Type: text/plain; charset=UTF-8\\n"\n'
    body = "".join(
        f'\n{_context(text)}msgid "{text}"\nmsgstr "{own}"\n' for text, own in texts.items()
    )
    path = root / "locales" / locale / "LC_MESSAGES" / f"{article}.po"
    path.write_text(head + body, encoding="utf-8")


def _context(text: str) -> str:
    return 'msgctxt "crisis"\n' if text in [*WORDS][1:4] else ""
