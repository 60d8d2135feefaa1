"""Markdown to the sections that are indexed: split, with long text cut at ends of sentences."""

from dataclasses import replace

from razdel import sentenize

from shared.domain.passages import Section, bounded_phrasings, said_alike, split_markdown

_WINDOW = 20_000
"""Characters that razdel is given at once: its time grows with their square."""
_SHORT = 40


def sections_of(text: str) -> tuple[str, list[Section]]:
    """Return a document's title and its sections, each text once."""
    title, sections = split_markdown(text, _sentences)
    return title, _once(sections)


def _sentences(text: str) -> list[str]:
    return [
        sentence.text
        for window in _windows(text)
        for sentence in sentenize(window)
        if sentence.text
    ]


def _windows(text: str) -> list[str]:
    """Cut at spaces, where there are any."""
    windows: list[str] = []
    start = 0
    while start < len(text):
        end = start + _WINDOW
        if end < len(text):
            space = text.rfind(" ", start + 1, end)
            end = space if space > 0 else end
        windows.append(text[start:end])
        start = end
    return windows


def _once(sections: list[Section]) -> list[Section]:
    """Leave out what was said before in the same words, whatever their case and punctuation.

    How else it is asked for is kept: the later heading and phrasings go to the first section.
    """
    kept: dict[tuple[str, ...], Section] = {}
    asked: dict[tuple[str, ...], list[str]] = {}
    known: dict[tuple[str, ...], set[str]] = {}
    for section in sections:
        text = said_alike(section.text)
        # «Да.» answers many questions, and each of them by itself.
        is_own = len(text) < _SHORT
        key = (text, section.agent, said_alike(section.title) if is_own else "")
        if kept.setdefault(key, section) is section:
            asked[key] = list(section.phrasings)
            known[key] = {"", *map(said_alike, (section.title, *section.phrasings))}
            continue
        for phrase in (section.title, *section.phrasings):
            if (normal := said_alike(phrase)) not in known[key]:
                known[key].add(normal)
                asked[key].append(phrase)
    return [
        replace(section, phrasings=bounded_phrasings(asked[key])) for key, section in kept.items()
    ]
