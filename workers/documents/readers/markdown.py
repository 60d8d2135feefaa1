"""Markdown: kept as it is, but for what the splitter does not know and visitors cannot read.

That is HTML between the lines, pictures, badges, anchors of headings, rules, and lists of links
into the document itself. Code stays as it is.
"""

import html
import re

from shared.domain.documents import DocumentTrouble
from workers.documents.document import Limits
from workers.documents.errors import OverLimit
from workers.documents.writer import clean, one_line

_FRONT = re.compile(r"\A---[ \t]*\n(.*?)\n(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL)
_TITLE = re.compile(r"^title[ \t]*:[ \t]*[\"']?(.+?)[\"']?[ \t]*$", re.MULTILINE | re.IGNORECASE)
_FENCE = re.compile(r"^\s*(```|~~~)")
_UNDERLINED = re.compile(r"^ {0,3}(=+|-{2,})\s*$")
_RULE = re.compile(r"^ {0,3}(?:\* ?){3,}$|^ {0,3}(?:_ ?){3,}$|^ {0,3}(?:- ?){3,}$")
_INWARD = re.compile(r"\s*(?:[-*+]|\d{1,3}[.)])\s+\[[^\]]{0,300}\]\(#[^)]{0,300}\)\s*")
"""A line of a table of contents."""
_ANCHOR = re.compile(r"\s*\{#[\w.:-]{1,100}\}\s*$")
_CODE = re.compile(r"(`+[^`]{1,1000}`+)")
_PICTURE = re.compile(
    r"\[!\[[^\]]{0,300}\]\([^)]{0,1000}\)\]\([^)]{0,1000}\)|!\[[^\]]{0,300}\]\([^)]{0,1000}\)"
)
_BREAK = re.compile(r"<br\s{0,3}/?>\s{0,3}", re.IGNORECASE)
_SUMMARY = re.compile(r"<summary>\s{0,9}([^<>]{1,300}?)\s{0,9}</summary>", re.IGNORECASE)
_TAG = re.compile(
    r"</?(?:a|abbr|b|blockquote|center|details|div|em|font|h[1-6]|i|img|kbd|li|mark|ol|p|small"
    r"|span|strong|sub|summary|sup|u|ul)(?:\s[^<>]{0,500})?/?>",
    re.IGNORECASE,
)
_ENTITY = re.compile(r"&(?:nbsp|mdash|ndash|laquo|raquo|quot|amp|hellip|#\d{2,5});", re.IGNORECASE)
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
    lines = _readable(_with_hashes(text.split("\n")))
    short = (line for line in lines if len(line) <= _LINE)
    heading = next((match[1] for line in short if (match := _H1.match(line))), "")
    if heading:
        return heading, "\n".join(lines).strip() + "\n"
    title = title or fallback
    body = "\n".join(lines).strip()
    return title, f"# {title}\n\n{body}\n" if body else ""


def _readable(lines: list[str]) -> list[str]:
    """Leave out what visitors cannot read."""
    found: list[str] = []
    in_fence = False
    for line in lines:
        is_fence = bool(_FENCE.match(line))
        in_fence ^= is_fence
        if in_fence or is_fence or len(line) > _LINE:
            found.append(line)
            continue
        if _RULE.match(line) or _INWARD.fullmatch(line):
            continue
        plain = _plain(line)
        if plain.strip() or not line.strip():
            found.append(plain)
    return found


def _plain(line: str) -> str:
    """Return a line without pictures and HTML, but for what it has as code."""
    if line.startswith("#"):
        line = _ANCHOR.sub("", line)
    parts = _CODE.split(line)
    for place in range(0, len(parts), 2):  # the others are code
        part = _PICTURE.sub("", parts[place])
        part = _BREAK.sub(" " if line.lstrip().startswith("|") else "\n", part)
        part = _SUMMARY.sub(r"**\1**", part)
        part = _TAG.sub("", part)
        parts[place] = _ENTITY.sub(_unescaped, part)
    return "".join(parts).rstrip()


def _unescaped(entity: re.Match[str]) -> str:
    """Return the sign that is meant; one that would begin a tag or a comment stays as written."""
    sign = html.unescape(entity[0]).replace("\u00a0", " ")
    return entity[0] if sign in "<>" else sign


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
