"""Markdown: kept as it is, but for what the splitter does not know."""

import re

from shared.domain.documents import DocumentTrouble
from workers.documents.document import Limits
from workers.documents.errors import OverLimit
from workers.documents.writer import clean, one_line

_FRONT = re.compile(r"\A---[ \t]*\n(.*?)\n(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL)
_TITLE = re.compile(r"^title[ \t]*:[ \t]*[\"']?(.+?)[\"']?[ \t]*$", re.MULTILINE | re.IGNORECASE)
_FENCE = re.compile(r"^\s*(```|~~~)")
_UNDERLINED = re.compile(r"^ {0,3}(=+|-{2,})\s*$")
_LINE = 1_000
"""Of what may be a heading; the splitter takes no longer line for one."""
_H1 = re.compile(r"^# +(.+?)[ #]*$")


def read_markdown(text: str, fallback: str, limits: Limits) -> tuple[str, str]:
    """Return the title and the text, with ``#`` headings and a title above all."""
    text = clean(text)
    if len(text) > limits.text:
        raise OverLimit(DocumentTrouble.TOO_LONG, f"more than {limits.text} characters")
    title = ""
    if front := _FRONT.match(text):
        found = _TITLE.search(front[1])
        title = one_line(found[1]) if found else ""
        text = text[front.end() :]
    lines = _with_hashes(text.split("\n"))
    short = (line for line in lines if len(line) <= _LINE)
    heading = next((match[1] for line in short if (match := _H1.match(line))), "")
    if heading:
        return heading, "\n".join(lines).strip() + "\n"
    title = title or fallback
    body = "\n".join(lines).strip()
    return title, f"# {title}\n\n{body}\n" if body else ""


def _with_hashes(lines: list[str]) -> list[str]:
    """Turn headings that are underlined into headings with ``#``."""
    found: list[str] = []
    in_fence = False
    for line in lines:
        in_fence ^= bool(_FENCE.match(line))
        underline = None if in_fence else _UNDERLINED.match(line)
        above = found[-1].strip() if found else ""
        stands_alone = len(found) < 2 or not found[-2].strip()
        if (
            underline
            and above
            and stands_alone
            and not above.startswith(("#", "|", "-", ">", "```"))
        ):
            found[-1] = f"{'#' if underline[1][0] == '=' else '##'} {above}"
        else:
            found.append(line)
    return found
