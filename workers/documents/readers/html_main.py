"""Which part of a page is the page: without menus, banners, footers and what is not shown."""

import re

from lxml import html

_NEVER = (
    "script", "style", "noscript", "template", "svg", "canvas", "iframe", "object", "embed",
    "video", "audio", "map", "nav", "dialog", "button", "input", "select", "textarea", "option",
    "progress", "meter", "head", "link", "meta", "base", "math",
)  # fmt: skip
_AROUND = ("header", "footer", "aside")
_ROLES = frozenset((
    "navigation", "banner", "contentinfo", "search", "complementary", "menu", "menubar", "dialog",
    "alertdialog",
))  # fmt: skip
_WORDS = frozenset((
    "cookie", "cookies", "breadcrumb", "breadcrumbs", "navbar", "navigation", "menu", "sidebar",
    "pagination", "pager", "sharing", "advert", "advertisement", "ads", "popup", "footer",
    "subscribe", "crumbs", "topbar", "share", "gdpr", "consent", "headerlink", "permalink",
))  # fmt: skip
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
_ENOUGH, _SHARE = 200, 0.25


def main_part(root: html.HtmlElement) -> html.HtmlElement:
    """Take away what is around the text, in place, and return the element that holds it."""
    body = root.find("body")
    body = root if body is None else body
    for element in list(body.iter(*_NEVER)):
        _drop(element)
    whole = max(_length(body), 1)
    for element in list(body.iterdescendants()):
        if isinstance(element.tag, str) and _is_around(element, whole):
            _drop(element)
    chosen = _chosen(body)
    if chosen is body:
        _drop_link_lists(body)
    return chosen


def _chosen(body: html.HtmlElement) -> html.HtmlElement:
    whole = _length(body)
    for path in (".//main", ".//*[@role='main']", ".//article", ".//*[@id='content']"):
        found = body.xpath(path)
        if len(found) == 1:
            length = _length(found[0])
            if length and (length >= _ENOUGH or length >= whole * _SHARE):
                return found[0]
    return body


def _is_around(element: html.HtmlElement, whole: int) -> bool:
    if element.getparent() is None:
        return False  # went with something above it
    if "hidden" in element.attrib or element.get("aria-hidden") == "true":
        return True
    if _HIDDEN.search(element.get("style", "")) or element.get("role") in _ROLES:
        return True
    if element.tag in _AROUND:
        return not any(parent.tag in ("article", "main") for parent in element.iterancestors())
    named = _CAMEL.sub(" ", f"{element.get('class', '')} {element.get('id', '')}")
    words = set(re.split(r"[^a-z]+", named.lower()))
    # A class says little: what holds most of the page is the page.
    return bool(words & _WORDS) and _length(element) < whole * 0.4


def _drop_link_lists(body: html.HtmlElement) -> None:
    """Take away lists that are nothing but links: a menu that does not say so."""
    for element in list(body.iter("ul", "ol")):
        length = _length(element)
        linked = sum(_length(link) for link in element.iter("a"))
        if (
            length
            and len(element) >= 4
            and linked >= length * 0.95
            and element.getparent() is not None
        ):
            _drop(element)


def _drop(element: html.HtmlElement) -> None:
    if element.getparent() is not None:
        element.drop_tree()


def _length(element: html.HtmlElement) -> int:
    return sum(len("".join(text.split())) for text in element.itertext())
