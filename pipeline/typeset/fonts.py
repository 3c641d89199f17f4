"""A fontconfig of our own: a sheet sees the families that its locale names, and nothing else.

A missing glyph is then a warning of the typesetter, never a silent letter from another font.
"""

import hashlib
import os
import shutil
import subprocess
import unicodedata
from collections.abc import Collection, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from functools import cache, partial
from html import escape
from pathlib import Path

from pipeline.records.typography import font_package, is_chosen_by_style
from pipeline.typeset.scratch import scratch_folder
from pipeline.values.errors import PolyleafError

_FOLDERS = (
    "/usr/share/fonts",
    "/usr/local/share/fonts",
    "~/.local/share/fonts",
    "~/.fonts",
    "/opt/homebrew/share/fonts",
    "/Library/Fonts",
    "~/Library/Fonts",
)

escaped = partial(escape, quote=False)
"""Return a text as it stands in XML. The library's own for that loads a client for the network."""

_CONFIGURATION = """<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">
<fontconfig>
{folders}
  <cachedir>/var/cache/fontconfig</cachedir>
  <cachedir prefix="xdg">fontconfig</cachedir>
  <selectfont>
    <rejectfont><pattern></pattern></rejectfont>
    <acceptfont>
{families}
    </acceptfont>
  </selectfont>
{styles}</fontconfig>
"""

_BY_STYLE = """\
  <match target="pattern">
    <test qual="first" name="family"><string>{family}</string></test>
    <test name="weight" compare="less"><const>semibold</const></test>
    <edit name="style" mode="assign"><string>Regular</string></edit>
  </match>
  <match target="pattern">
    <test qual="first" name="family"><string>{family}</string></test>
    <test name="weight" compare="more_eq"><const>semibold</const></test>
    <edit name="style" mode="assign"><string>Bold</string></edit>
  </match>
  <match target="font">
    <test name="family"><string>{family}</string></test>
    <test name="style"><string>Bold</string></test>
    <edit name="weight" mode="assign"><const>bold</const></edit>
  </match>
"""
"""Finds a family's bold by its style's name, and then says that it is bold: WeasyPrint 70 takes two
fonts of one description for one font."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FontFile:
    """One font file that a sheet may use."""

    family: str
    style: str
    path: str
    letters: str = ""
    """What fontconfig says of the letters it has: ranges of code points in hexadecimal."""
    digest: str = ""
    """The hash of its bytes, where it is known."""

    @property
    def sha256(self) -> str:
        """The hash of the file's bytes."""
        return self.digest or _hash(self.path)


@dataclass(frozen=True, slots=True, kw_only=True)
class FontSet:
    """The fonts of some locales: a configuration file, and what is installed of it."""

    configuration: Path
    files: tuple[FontFile, ...]

    def of(self, families: Collection[str]) -> "FontSet | None":
        """Return the fonts of some families alone, ``None`` where one of them is not here."""
        files = tuple(file for file in self.files if file.family in families)
        is_whole = {file.family for file in files}.issuperset(families)
        return FontSet(configuration=self.configuration, files=files) if is_whole else None

    def lacks(self, text: str) -> str:
        """Return the letters of a text that none of the fonts has, each once.

        A letter with a mark counts as there where its parts are: the typesetter joins them.
        """
        has = _letters(tuple(dict.fromkeys(file.letters for file in self.files)))
        return "".join(
            letter
            for letter in dict.fromkeys(unicodedata.normalize("NFC", text))
            if not letter.isascii()
            and unicodedata.category(letter) not in ("Cc", "Cf", "Zs", "Zl", "Zp")
            and not "\ufe00" <= letter <= "\ufe0f"
            and ord(letter) not in has
            and not all(ord(part) in has for part in unicodedata.normalize("NFD", letter))
        )


@cache
def _letters(charsets: tuple[str, ...]) -> frozenset[int]:
    """Return the code points that ranges such as ``20-7e a0`` name."""
    found: set[int] = set()
    for part in " ".join(charsets).split():
        first, _, last = part.partition("-")
        found.update(range(int(first, 16), int(last or first, 16) + 1))
    return frozenset(found)


def font_set(families: Iterable[str], folder: Path) -> FontSet:
    """Write a configuration into ``folder`` that shows some families alone, and list their files.

    Raise `PolyleafError` that names each family that is not installed and its Debian package.
    """
    return _font_set(tuple(dict.fromkeys(families)), folder, _FOLDERS)


def installed_fonts(families: Iterable[str]) -> FontSet | None:
    """Return what is installed of some families, whatever is missing, to ask for their letters.

    Their configuration is gone. ``None`` stands where fontconfig cannot tell.
    """
    with suppress(PolyleafError), scratch_folder() as folder:
        return _shown(tuple(dict.fromkeys(families)), folder, _FOLDERS)
    return None


@cache
def _font_set(families: tuple[str, ...], folder: Path, roots: tuple[str, ...]) -> FontSet:
    found = _shown(families, folder, roots)
    here = {file.family for file in found.files}
    if missing := [family for family in families if family not in here]:
        packages = " ".join(sorted({font_package(family) for family in missing} - {""}))
        raise PolyleafError(
            f"missing font{'s' if len(missing) > 1 else ''}: {', '.join(missing)}; "
            + (
                f"on Debian and Ubuntu: apt-get install {packages}"
                if packages
                else "install it, so that fc-list names it"
            )
        )
    return found


def _shown(families: tuple[str, ...], folder: Path, roots: tuple[str, ...]) -> FontSet:
    """Write the configuration of some families, and ask which files it shows."""
    name = hashlib.sha256("\n".join(families).encode()).hexdigest()[:12]
    path = folder / f"fonts-{name}.conf"
    path.write_text(
        _CONFIGURATION.format(
            folders="\n".join(
                f"  <dir>{escaped(str(Path(name).expanduser()))}</dir>" for name in roots
            ),
            families="\n".join(
                '      <pattern><patelt name="family"><string>'
                f"{escaped(family)}</string></patelt></pattern>"
                for family in families
            ),
            styles="".join(
                _BY_STYLE.format(family=escaped(family))
                for family in families
                if is_chosen_by_style(family)
            ),
        ),
        encoding="utf-8",
    )
    return FontSet(configuration=path, files=_installed(path))


def _installed(configuration: Path) -> tuple[FontFile, ...]:
    """Ask fontconfig which files it shows under a configuration."""
    command = shutil.which("fc-list")
    if not command:
        raise PolyleafError(
            "fontconfig's command fc-list is missing; "
            "on Debian and Ubuntu: apt-get install fontconfig"
        )
    result = subprocess.run(
        [command, "--format=%{family[0]}\t%{style[0]}\t%{file}\t%{charset}\n"],
        env={**os.environ, "FONTCONFIG_FILE": str(configuration)},
        capture_output=True,
        text=True,
        check=False,
    )
    if result.returncode:
        raise PolyleafError(
            f"fontconfig does not work ({result.stderr.strip() or 'fc-list failed'}); "
            "on Debian and Ubuntu: apt-get install --reinstall fontconfig libfontconfig1"
        )
    rows = (line.split("\t") for line in sorted(result.stdout.splitlines()) if line)
    return tuple(
        FontFile(family=family, style=style, path=path, letters=letters)
        for family, style, path, letters in rows
    )


def font_places() -> tuple[Path, ...]:
    """Return the folders of fonts, of fontconfig's own settings, and of its caches.

    Whoever collects fonts elsewhere puts links into these folders: where they lead is one too.
    """
    home = Path("~").expanduser()
    settings = Path(os.environ.get("XDG_CONFIG_HOME", "") or home / ".config")
    cache = Path(os.environ.get("XDG_CACHE_HOME", "") or home / ".cache")
    folders = [Path(name).expanduser() for name in _FOLDERS]
    return (
        *(
            Path("/etc/fonts"),
            settings / "fontconfig",
            home / ".fonts.conf",
            home / ".fonts.conf.d",
        ),
        *(Path("/var/cache/fontconfig"), cache / "fontconfig", home / ".fontconfig"),
        *folders,
        *(link for folder in folders for link in _links(folder)),
    )


def _links(folder: Path) -> Iterator[Path]:
    """Yield the links below a folder, and those below what they lead to."""
    waiting, seen = [folder], set[str]()
    while waiting:
        place = os.path.realpath(waiting.pop())
        if place in seen:
            continue
        seen.add(place)
        with suppress(OSError), os.scandir(place) as entries:
            for entry in entries:
                if entry.is_symlink():
                    yield Path(entry.path)
                if entry.is_dir():
                    waiting.append(Path(entry.path))


@cache
def _hash(path: str) -> str:
    return hashlib.sha256(Path(path).read_bytes()).hexdigest()


def forget() -> None:
    """Look at fonts anew: a process that stands ready outlives a font that is installed."""
    _font_set.cache_clear()
    _hash.cache_clear()
