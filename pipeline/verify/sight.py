"""Whether what is read can be seen: its contrast, what is drawn through it, what covers it."""

from collections.abc import Iterator, Sequence

from pipeline.verify.account import Part
from pipeline.verify.letters import Letter, linear
from pipeline.verify.page import Page
from pipeline.verify.pixels import INK_SCALE, Ink

LEAST_CONTRAST = 7.0
"""Between letters and what they stand on: WCAG 2.2, success criterion 1.4.6."""

_EVEN = 24
"""By how much pixels of an even ground differ at most, of 255."""

_DARKNESS = 0.9
"""Which part of the way from the ground to its own colour a piece of text must show somewhere."""

_ENOUGH = 4
"""Letters of which some show a full stroke."""

_HALVES = ((0.1, 0.05, 0.2, 0.3, 0.4), (0.9, 0.95, 0.8, 0.7, 0.6))
"""Where between the lower and the upper edge of a letter its ink is looked for: some of it must
show in either half. Some letters, like こ, have none between, and the lower half of 느 has only a
stroke that is as high as a tenth of the letter."""


_NEAR = 0.7
"""Points of a letter's upper and lower edge that may stand on something else than the rest."""


def unseen(pages: Sequence[Page], parts: Sequence[Part]) -> Iterator[tuple[Part, str]]:
    """Yield what a reader cannot see well, and what is wrong with it."""
    by_number = {page.number: page for page in pages}
    shown: dict[int, bytes] = {}
    for part in parts:
        page = by_number[part.page]
        if id(page.ink) not in shown:
            shown[id(page.ink)] = _differing(page.ink, page.ground)
        letters = [glyph.letter for glyph in part.glyphs]
        wrong = _wrong(page, shown[id(page.ink)], letters)
        if wrong:
            yield part, wrong


def _differing(ink: Ink, ground: Ink) -> bytes:
    """Return zeros where two pictures of a page are the same."""
    both = int.from_bytes(ink.pixels) ^ int.from_bytes(ground.pixels)
    return both.to_bytes(len(ink.pixels))


def _wrong(page: Page, shown: bytes, letters: Sequence[Letter]) -> str:
    boxes = [_box(letter) for letter in letters]
    grounds = _grounds(page.ground, boxes)
    if not grounds:
        return "is crossed or covered"
    for light, ground in {(one.light, on) for one, on in zip(letters, grounds, strict=True)}:
        contrast = _contrast(light, linear(ground))
        if contrast < LEAST_CONTRAST - 0.05:
            return f"has a contrast of {contrast:.1f} to 1, less than {LEAST_CONTRAST:g} to 1"
    plain = [
        (one, box)
        for one, box in zip(letters, boxes, strict=True)
        if not one.told and one.text.isalnum()
    ]
    if not all(_has_ink(shown, page.ink, letter) for letter, _ in plain):
        return "is covered or cut off"
    if len(plain) >= _ENOUGH and _darkness(page.ink, plain, grounds[0]) < _DARKNESS:
        return "is paler than its colour"
    return ""


def _grounds(ground: Ink, boxes: "Sequence[_Box]") -> list[int]:
    """Return the value that letters stand on, one for all or one for each; none if it is uneven."""
    low, high = _extremes(ground, _around(boxes))
    if high - low <= _EVEN:
        return [high] * len(boxes)
    found = []
    for box in boxes:
        low, high = _extremes(ground, box)
        if high - low > _EVEN:
            return []
        found.append(high)
    return found


_Box = tuple[float, float, float, float]


def _around(boxes: Sequence[_Box]) -> _Box:
    """Return the least box that has all of some in it."""
    lefts, bottoms, rights, tops = zip(*boxes, strict=True)
    return min(lefts), min(bottoms), max(rights), max(tops)


def _box(letter: Letter) -> _Box:
    """Return where a letter's ink is; of words that the file tells, a band over the baseline."""
    if letter.told or letter.right <= letter.left or letter.top <= letter.bottom:
        third = letter.size / 3
        return letter.start, letter.y + third / 2, letter.end, letter.y + third
    # A line under a word crosses its tails, and a frame may come near its edges.
    bottom = max(letter.bottom, min(letter.y, letter.top - 2 * _NEAR))
    slack = min(_NEAR, (letter.top - bottom) / 4)
    return letter.left, bottom + slack, letter.right, letter.top - slack


def _extremes(ink: Ink, box: _Box) -> tuple[int, int]:
    """Return the darkest and the lightest pixel in a box; what lies off the paper is white."""
    found = b"".join(_pixels(ink, box)) or _WHITE
    # To look for a value is far faster than to compare all: ground is even, and ink is black.
    low = next(value for value in _VALUES if value in found)
    return low, next(value for value in reversed(_VALUES) if value in found)


_WHITE, _VALUES = b"\xff", range(256)


def _pixels(ink: Ink, box: _Box) -> Iterator[bytes]:
    left, bottom, right, top = box
    first, last = max(int(left * INK_SCALE + 0.5), 0), min(int(right * INK_SCALE), ink.width)
    last = max(last, first + 1)
    upper = max(int(ink.height - top * INK_SCALE + 0.5), 0)
    lower = min(max(int(ink.height - bottom * INK_SCALE), upper + 1), ink.height)
    for row in range(upper, lower):
        start = row * ink.stride
        yield ink.pixels[start + first : start + last]


def _contrast(first: float, second: float) -> float:
    if first < 0:
        return 1.0
    low, high = sorted((first, second))
    return (high + 0.05) / (low + 0.05)


def _has_ink(shown: bytes, ink: Ink, letter: Letter) -> bool:
    """Say whether both halves of a letter show."""
    left = max(int(letter.left * INK_SCALE) - 1, 0)
    right = min(int(letter.right * INK_SCALE) + 2, ink.width)
    height = letter.top - letter.bottom
    halves = ((-0.5, 0, 0.5, 1, 1.5),) if letter.is_stroke else _HALVES
    for half in halves:
        for part in half:
            row = int(ink.height - (letter.bottom + part * height) * INK_SCALE)
            start = row * ink.stride
            is_on_paper = 0 <= row < ink.height and left < right
            if is_on_paper and shown.count(0, start + left, start + right) < right - left:
                break
        else:
            return False
    return True


def _darkness(ink: Ink, letters: Sequence[tuple[Letter, _Box]], ground: int) -> float:
    """Return which part of the way from the ground to their colour the clearest pixel shows."""
    low, high = _extremes(ink, _around([box for _, box in letters]))
    way = max(abs(ground - low), abs(ground - high))
    light = min(letter.light for letter, _ in letters)
    value = 1.055 * light ** (1 / 2.4) - 0.055 if light > 0.0031308 else 12.92 * max(light, 0)
    return float(way / max(abs(ground - 255 * value), 1))
