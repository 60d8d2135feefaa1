"""Documents that are lists of questions and answers: as pairs for a form, as Markdown otherwise.

Such a document has an optional H1 title and one H2 section a pair, with what the splitter keeps
beside a section in comments right under the heading (see ``shared.domain.passages``). What is
written here is read back as it was.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

_HEADING = re.compile(r"^(#{1,6})[ \t]+(.+?)[ \t]*#*$")
_NOTE = re.compile(r"^<!--\s*(phrasings|agent|url):(.*?)-->$", re.IGNORECASE)
_FENCE = re.compile(r"^\s*(```|~~~)")
_STRUCTURE = re.compile(r"^(\s*)(\\*)(#{1,6}(?=\s)|```|~~~)", re.MULTILINE)
_LINE_LIMIT = 1_000
"""Of a heading: on longer lines its pattern takes for ever."""


@dataclass(frozen=True, slots=True)
class Pair:
    """A question, how else it is asked, and its answer in Markdown without headings.

    ``agent`` and ``url`` are what a section may say of itself; empty: nothing.
    """

    question: str
    answer: str
    phrasings: tuple[str, ...] = ()
    agent: str = ""
    url: str = ""


def write_answers(title: str, pairs: Iterable[Pair]) -> str:
    """Return the Markdown of a list of questions and answers."""
    parts = [f"# {_heading(title)}\n"] if _heading(title) else []
    for pair in pairs:
        phrasings = filter(None, (_note(phrase).replace(";", ",") for phrase in pair.phrasings))
        said = {"phrasings": "; ".join(phrasings), "agent": pair.agent, "url": pair.url}
        notes = [f"<!-- {name}: {_note(value)} -->\n" for name, value in said.items() if value]
        parts.append(f"## {_heading(pair.question)}\n{''.join(notes)}\n{_escaped(pair.answer)}\n")
    return "\n".join(parts)


def read_answers(text: str) -> tuple[str, list[Pair]] | None:
    """Return the title and the pairs of such a document; nothing when it is another one."""
    title = ""
    sections: list[tuple[str, list[str]]] = []
    in_fence = False
    for raw in text.replace("\r\n", "\n").split("\n"):
        line = raw.rstrip()
        in_fence ^= bool(_FENCE.match(line))
        match = None if in_fence or len(line) > _LINE_LIMIT else _HEADING.match(line)
        if match is None:
            if sections:
                sections[-1][1].append(line)
            elif line:
                return None
        elif match[1] == "##":
            sections.append((match[2], []))
        elif match[1] == "#" and not sections and not title:
            title = match[2]
        else:
            return None
    pairs = [_pair(question, lines) for question, lines in sections]
    whole = [pair for pair in pairs if pair is not None]
    return (title, whole) if whole and len(whole) == len(pairs) else None


def _pair(question: str, lines: Sequence[str]) -> Pair | None:
    notes: dict[str, str] = {}
    start = 0
    while start < len(lines):
        match = _NOTE.match(lines[start])
        if match is None and lines[start]:
            break
        if match is not None:
            notes[match[1].lower()] = " ".join(match[2].split())
        start += 1
    body = "\n".join(lines[start:]).strip()
    if not body or "<!--" in body:
        return None
    phrasings = (phrase.strip() for phrase in notes.get("phrasings", "").split(";"))
    return Pair(
        question=_unescaped(question),
        answer=_unescaped(body),
        phrasings=tuple(filter(None, phrasings)),
        agent=notes.get("agent", ""),
        url=notes.get("url", ""),
    )


def _heading(text: str) -> str:
    return " ".join(text.split()).lstrip("# ").rstrip("# ").replace("<!--", "<! --")


def _note(text: str) -> str:
    return " ".join(text.replace("-->", "").split())


def _escaped(text: str) -> str:
    plain = text.replace("\r\n", "\n").replace("<!--", "<! --").strip()
    lines = "\n".join(line.rstrip() for line in plain.split("\n"))
    return _STRUCTURE.sub(r"\1\2\\\3", lines)


def _unescaped(text: str) -> str:
    return _STRUCTURE.sub(lambda m: f"{m[1]}{m[2][:-1]}{m[3]}" if m[2] else m[0], text)
