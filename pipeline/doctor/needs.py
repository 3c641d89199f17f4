"""The system libraries that the typesetter loads."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Need:
    """A system library that the typesetter loads."""

    name: str
    files: tuple[str, ...]
    """The names that WeasyPrint tries, one system's after another's."""
    version_call: str = ""
    """The library's function that tells its version: a text, or a number such as 15012."""
    least: str = ""
    """The earliest version that will do, where there is one."""


# The names are those of weasyprint/text/ffi.py 70.0, in its order; a test compares them.
# Pango: "First steps" in WeasyPrint's documentation asks for 1.44.0.
# HarfBuzz: Font.subset in weasyprint/pdf/fonts.py asks for 4.1.0, which has
# hb_set_add_sorted_array; below it WeasyPrint logs a warning, and here a warning refuses a sheet.
# pangoft2 and harfbuzz-subset tell the version of the Pango and HarfBuzz that they are linked to.
NEEDS = (
    Need(
        name="gobject-2.0",
        files=(
            "libgobject-2.0-0",
            "gobject-2.0-0",
            "gobject-2.0",
            "libgobject-2.0.so.0",
            "libgobject-2.0.0.dylib",
            "libgobject-2.0-0.dll",
        ),
    ),
    Need(
        name="pango-1.0",
        files=(
            "libpango-1.0-0",
            "pango-1.0-0",
            "pango-1.0",
            "libpango-1.0.so.0",
            "libpango-1.0.dylib",
            "libpango-1.0-0.dll",
        ),
        version_call="pango_version",
        least="1.44.0",
    ),
    Need(
        name="harfbuzz",
        files=(
            "libharfbuzz-0",
            "harfbuzz",
            "harfbuzz-0.0",
            "libharfbuzz.so.0",
            "libharfbuzz.0.dylib",
            "libharfbuzz-0.dll",
        ),
        version_call="hb_version_string",
        least="4.1.0",
    ),
    Need(
        name="harfbuzz-subset",
        files=(
            "libharfbuzz-subset-0",
            "harfbuzz-subset",
            "harfbuzz-subset-0.0",
            "libharfbuzz-subset.so.0",
            "libharfbuzz-subset.0.dylib",
            "libharfbuzz-subset-0.dll",
        ),
        version_call="hb_version_string",
        least="4.1.0",
    ),
    Need(
        name="fontconfig",
        files=(
            "libfontconfig-1",
            "fontconfig-1",
            "fontconfig",
            "libfontconfig.so.1",
            "libfontconfig.1.dylib",
            "libfontconfig-1.dll",
        ),
        version_call="FcGetVersion",
    ),
    Need(
        name="pangoft2-1.0",
        files=(
            "libpangoft2-1.0-0",
            "pangoft2-1.0-0",
            "pangoft2-1.0",
            "libpangoft2-1.0.so.0",
            "libpangoft2-1.0.dylib",
            "libpangoft2-1.0-0.dll",
        ),
        version_call="pango_version",
        least="1.44.0",
    ),
)
