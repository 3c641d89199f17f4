"""What an organisation waits for: many locales, many articles, many paragraphs."""

import random
import re
import shutil
import statistics
import tempfile
import time
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

from babel.localedata import locale_identifiers

from pipeline.project import Project
from pipeline.project.sources import read_sources
from pipeline.publish.inputs import Hashes
from pipeline.publish.order import make_order
from pipeline.publish.sheet import Prepared, prepare_sheet
from pipeline.typeset.engine import typeset, warm_up
from pipeline.values.errors import PolyleafError
from tests.bench.timing import HEAD, Timing, polyleaf

ROUNDS = 5
LOCALES = 24
CORES = 2
GROWTH_LOCALES = (1, 2, 5, 10, 25, 50, 100)
GROWTH_ARTICLES = (1, 2, 5, 10, 25, 50)
PARAGRAPHS = ((5_000, 500), (20_000, 2_000))


def many_locales(project: Project) -> str:
    """Measure a run of many locales against a loop of single commands and the bare layout."""
    with tempfile.TemporaryDirectory(prefix="polyleaf-bench-") as folder:
        root = Path(folder)
        names = _locales(project, root, LOCALES)
        one_go, loop = Timing(f"pdf, {LOCALES} locales in one go"), Timing("the same in a loop")
        layout = Timing(f"their bare layout over {CORES} cores")
        nothing, changed = Timing("nothing changed"), Timing("one catalog changed")
        for number in range(ROUNDS):
            one_go.add(polyleaf(root, "pdf", *names, "--force"))
            loop.add(*(polyleaf(root, "pdf", name, "--force") for name in names))
            layout.seconds.append(_bare_layout(root, names) / CORES)
            nothing.add(polyleaf(root, "pdf", *names))
            _change(root, names[0], number)
            changed.add(polyleaf(root, "pdf", *names))
    return "\n".join(
        [
            HEAD,
            one_go.row(loop, "a quarter of the loop"),
            loop.row(loop),
            one_go.row(layout, "1.2 of the layout"),
            layout.row(layout),
            nothing.row(one_go, "0.5 s"),
            changed.row(one_go),
            f"medians of {ROUNDS} runs, taken in turn; peak memory of the largest process",
            "",
        ]
    )


def _locales(project: Project, root: Path, count: int) -> list[str]:
    """Copy a project with as many locales: the Spanish texts under the names of variants."""
    shutil.copytree(project.source, root / "source", dirs_exist_ok=True)
    catalogs = project.root / "locales" / "es"
    variants = [
        name
        for name in sorted(locale_identifiers())
        if re.fullmatch(r"(es|en|fr)_([A-Z]{2}|\d{3})", name)
    ][:count]
    if len(variants) < count:
        raise PolyleafError(f"CLDR has only {len(variants)} variants to measure with")
    for name in variants:
        shutil.copytree(catalogs, root / "locales" / name, dirs_exist_ok=True)
        for file in (root / "locales" / name).rglob("*.po"):
            text = file.read_text(encoding="utf-8")
            file.write_text(text.replace("Language: es", f"Language: {name}"), encoding="utf-8")
    return variants


def _bare_layout(root: Path, names: Sequence[str]) -> float:
    """Return the seconds that WeasyPrint alone needs for the pages, one after another."""
    warm_up()
    seconds = 0.0
    with tempfile.TemporaryDirectory() as folder:
        for made in prepared(Project.at(root), names, Path(folder)):
            begin = time.perf_counter()
            typeset(made.html, made.fonts, "bench.pdf")
            seconds += time.perf_counter() - begin
    return seconds


def prepared(project: Project, names: Sequence[str], folder: Path) -> Iterator[Prepared]:
    """Yield the handouts of the first article as they go to the typesetter."""
    sources = read_sources(project)
    hashes = Hashes.of(sources.project)
    order, _ = make_order(
        sources.project,
        region="",
        clinic="",
        paper="",
        edition="handout",
        draft=False,
        today=date.today(),
        force=True,
    )
    if order is None:
        raise PolyleafError("the sheets to measure cannot be ordered")
    for name in names:
        made = prepare_sheet(sources, hashes, sources.articles[0], name, order, folder)
        if not isinstance(made, Prepared):
            raise PolyleafError(f"the sheet to measure does not build: {made}")
        yield made


def _change(root: Path, name: str, number: int) -> None:
    for file in (root / "locales" / name).rglob("attachment*.po"):
        text = file.read_text(encoding="utf-8")
        text = re.sub(
            r'msgstr "Reflexiones finales.*"', f'msgstr "Reflexiones finales {number}"', text
        )
        file.write_text(text, encoding="utf-8")


def growth(project: Project) -> tuple[list[tuple[int, float]], list[tuple[int, float]]]:
    """Measure one run for each number of locales, and of articles: pairs of number and seconds."""
    by_locales, by_articles = [], []
    for count in GROWTH_LOCALES:
        with tempfile.TemporaryDirectory(prefix="polyleaf-bench-") as folder:
            names = _locales(project, Path(folder), count)
            by_locales.append((count, _once(polyleaf(Path(folder), "pdf", *names))))
    for count in GROWTH_ARTICLES:
        with tempfile.TemporaryDirectory(prefix="polyleaf-bench-") as folder:
            root = Path(folder)
            shutil.copytree(project.source, root / "source")
            (root / "locales").mkdir()
            article = next((root / "source").glob("*.md"))
            text = article.read_text(encoding="utf-8")
            for number in range(1, count):
                copy = article.with_name(f"copy-{number}.md")
                copy.write_text(text.replace(f"id: {article.stem}", f"id: copy-{number}"), "utf-8")
            by_articles.append((count, _once(polyleaf(root, "pdf", "en"))))
    return by_locales, by_articles


def _once(command: Sequence[str]) -> float:
    timing = Timing("")
    timing.add(command)
    return timing.median


def catalogs() -> str:
    """Measure `messages` on long articles with every tenth paragraph changed, beside msgmerge."""
    rows = [HEAD]
    for paragraphs, changes in PARAGRAPHS:
        ours = Timing(f"messages, {paragraphs} paragraphs")
        theirs = Timing("msgmerge on the same files")
        for seed in range(ROUNDS):
            with tempfile.TemporaryDirectory(prefix="polyleaf-bench-") as folder:
                root = Path(folder)
                old = _long_article(root, paragraphs, changes, seed)
                ours.add(polyleaf(root, "messages"))
                if shutil.which("msgmerge"):
                    template = root / "locales" / "long.pot"
                    theirs.add(
                        ["msgmerge", "-q", "-o", str(root / "m.po"), str(old), str(template)]
                    )
        aim = "2 s" if paragraphs == PARAGRAPHS[0][0] else "10 s"
        rows.append(ours.row(theirs if theirs.seconds else None, aim))
        rows += [theirs.row(theirs)] if theirs.seconds else []
    rows.append(f"medians of {ROUNDS} runs; a tenth of the paragraphs changed; ratio: to msgmerge")
    return "\n".join([*rows, ""])


def _long_article(root: Path, paragraphs: int, changes: int, seed: int) -> Path:
    """Write a project whose article has changed since it was translated; return the old catalog."""
    chance = random.Random(seed)  # noqa: S311 - the same texts in every run
    words = [
        f"{a}{b}{c}" for a in "bdfglmnprst" for b in ("a", "ei", "o") for c in ("n", "rt", "l")
    ]
    texts = [
        " ".join(chance.choices(words, k=chance.randint(12, 60))).capitalize() + "."
        for _ in range(paragraphs)
    ]
    (root / "source").mkdir()
    folder = root / "locales" / "es" / "LC_MESSAGES"
    folder.mkdir(parents=True)
    _write_article(root, texts)
    _once(polyleaf(root, "messages"))
    catalog = folder / "long.po"
    text = catalog.read_text(encoding="utf-8")
    head, body = text.split("\n\n", 1)
    translated = re.sub(r'(?m)^msgstr ""$', 'msgstr "traducido"', body)
    catalog.write_text(f"{head}\n\n{translated}", encoding="utf-8")
    shutil.copy(catalog, root / "old.po")
    for number in chance.sample(range(paragraphs), changes):
        texts[number] = "Now " + texts[number].replace(" ", " new ", 1)
    _write_article(root, texts)
    return root / "old.po"


def _write_article(root: Path, texts: Sequence[str]) -> None:
    fields = 'id: long\ntitle: Long\nversion: "1"\nlanguage: en\n'
    days = "date: 2026-01-01\nreview-by: 2027-01-01\n"
    body = "\n\n".join(texts)
    (root / "source" / "long.md").write_text(f"---\n{fields}{days}---\n\n{body}\n", "utf-8")


def plot(by_locales: Sequence[tuple[int, float]], by_articles: Sequence[tuple[int, float]]) -> str:
    """Draw the growth as an SVG picture: seconds over number, both axes linear."""
    width, height, left, bottom = 640, 360, 60, 50
    most = max(count for count, _ in (*by_locales, *by_articles))
    longest = max(seconds for _, seconds in (*by_locales, *by_articles))

    def place(count: float, seconds: float) -> tuple[float, float]:
        x = left + count / most * (width - left - 20)
        return round(x, 1), round(height - bottom - seconds / longest * (height - bottom - 30), 1)

    def line(points: Sequence[tuple[int, float]], dash: str, name: str) -> Iterator[str]:
        places = [place(*point) for point in points]
        path = " ".join(f"{x},{y}" for x, y in places)
        yield f'<polyline points="{path}" fill="none" stroke="#000" {dash}/>'
        yield from (f'<circle cx="{x}" cy="{y}" r="3"/>' for x, y in places)
        x, y = places[-1]
        yield f'<text x="{x - 8}" y="{y - 8}" text-anchor="end">{name}</text>'

    def ticks() -> Iterator[str]:
        for count in range(0, most + 1, max(most // 5, 1)):
            x, y = place(count, 0)
            yield f'<text x="{x}" y="{y + 18}" text-anchor="middle">{count}</text>'
        step = max(round(longest / 5), 1)
        for seconds in range(0, int(longest) + 1, step):
            x, y = place(0, seconds)
            yield f'<text x="{x - 8}" y="{y + 4}" text-anchor="end">{seconds} s</text>'
            yield f'<path d="M{x} {y}H{width - 20}" stroke="#ccc"/>'

    per_sheet = statistics.median(seconds / count for count, seconds in by_locales[-3:])
    parts = [
        *ticks(),
        *line(by_locales, "", "locales of one article"),
        *line(by_articles, 'stroke-dasharray="5 4"', "articles in one locale"),
        f'<text x="{left}" y="18">Sheets in one run on {CORES} cores: '
        f"{per_sheet:.2f} s a sheet</text>",
        f'<text x="{width / 2}" y="{height - 8}" text-anchor="middle">number of sheets</text>',
    ]
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" '
        f'font-family="sans-serif" font-size="13">\n'
        f'<rect width="{width}" height="{height}" fill="#fff"/>\n' + "\n".join(parts) + "\n</svg>\n"
    )
