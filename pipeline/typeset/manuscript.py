"""A page of HTML that is set several times: what no setting changes is read once.

Of a sheet's style a few rules change from one setting to the next: those of its form, its air and
its ends. All others are parsed once, and so is the page itself; which of them fit an element is
found out once.
"""

from collections.abc import Callable, Container, Iterator
from typing import Any

from pipeline.typeset.measures import HEIGHTS

_NONE_OF_OURS = {"footnote-call", "footnote-marker", "note-call", "note-marker", "note-callback"}
"""Pseudo-elements of which WeasyPrint's own sheet says something for each element, and makes five
styles: there are some where a box floats as a footnote, which none of our stylesheets has."""

Seen = Callable[[list[Any]], None]
"""Called with the boxes of the pages that are laid out so far, after each of them; where it raises
an error, no more are."""


class Manuscript:
    """A page of HTML and its style, ready to be set.

    ``varies`` is what each setting puts something else in place of: whole rules, the first of their
    wording in the page's one ``<style>``. Where it is empty, there is one setting.
    """

    def __init__(self, engine: Any, html: str, varies: str, fetcher: Any, fonts: Any) -> None:
        self._engine, self._fetcher, self._fonts = engine, fetcher, fonts
        self._text, self._varies = html, varies
        self._page = engine.HTML(string=html, url_fetcher=fetcher)
        self._counters = engine.css.counters.CounterStyle()
        self._before = [self._css(HEIGHTS)]
        self._after: list[_Sheet] = []
        own = list(self._page.etree_element.iter("style"))
        if varies and len(own) == 1 and varies in (style := own[0].text or ""):
            before, _, after = style.partition(varies)
            own[0].text = ""
            self._before.append(self._css(before))
            # What is amiss is told with its line.
            lines = (before + varies).count("\n")
            self._after.append(self._css("\n" * lines + after))
            known = [_Sheet(sheet, _NONE_OF_OURS) for sheet in self._page._ua_stylesheets()]
            self._page._ua_stylesheets = lambda forms=False: known  # noqa: ARG005 - as it is called

    @property
    def is_read_once(self) -> bool:
        """Whether its style is parsed once for all settings."""
        return bool(self._after)

    def with_style(self, style: str) -> str:
        """Return the HTML of a setting."""
        return self._text.replace(self._varies, style, 1) if style != self._varies else self._text

    def render(
        self, style: str, variant: str, seen: Seen | None = None, *, is_trial: bool = False
    ) -> Any:
        """Return the WeasyPrint document of a setting.

        A trial has its pages as high as they will be, but its lines end as they come.
        """
        page, sheets = self._page, [*self._before]
        if self.is_read_once:
            sheets += [self._css(style), *self._after]
        elif style != self._varies:
            page = self._engine.HTML(string=self.with_style(style), url_fetcher=self._fetcher)
        page.seen, page.is_trial = seen, is_trial
        return page.render(
            font_config=self._fonts,
            counter_style=self._counters,
            stylesheets=sheets,
            pdf_variant=variant,
        )

    def _css(self, text: str) -> "_Sheet":
        return _Sheet(
            self._engine.CSS(
                string=text,
                url_fetcher=self._fetcher,
                font_config=self._fonts,
                counter_style=self._counters,
            )
        )


class _Sheet:
    """A stylesheet that remembers which of its rules fit an element."""

    def __init__(self, css: Any, without: Container[str] = ()) -> None:
        self.page_rules, self.layers = css.page_rules, css.layers
        self.matcher = self
        self._match, self._without = css.matcher.match, without
        self._found: dict[Any, Any] = {}

    def match(self, element: Any) -> Any:
        """Return the rules that fit an element, as the matcher of cssselect2 does.

        Each is its specificity, its order, its pseudo-element and what it declares.
        """
        key = element.etree_element
        if key not in self._found:
            found = self._match(element)
            self._found[key] = [rule for rule in found if rule[2] not in self._without]
        return self._found[key]


def watched(make_pages: Callable[..., Iterator[Any]]) -> Callable[..., Iterator[Any]]:
    """Return WeasyPrint's function that makes pages so that the page's ``seen`` sees them.

    And so that who sets lines knows whether they are a trial.

    It sees none once one will be made again: a text on it says how many pages there are, or on
    which another stands.
    """

    def make(context: Any, root_box: Any, html: Any, pages: list[Any]) -> Iterator[Any]:
        seen = None if pages else getattr(html, "seen", None)
        context.is_trial = getattr(html, "is_trial", False)
        lookups = context.target_collector.counter_lookup_items.values()
        if any(lookup.missing_target_counters for lookup in lookups):
            seen = None
        made: list[Any] = []
        for page in make_pages(context, root_box, html, pages):
            state = context.page_maker[len(made)][-1]
            made.append(page)
            if state["content_changed"] or state["pages_wanted"]:
                seen = None
            if seen:
                seen(made)
            yield page

    return make
