"""The archive of a visitor's data: ``visitor.json`` for programs, ``visitor.md`` for people."""

import zipfile
from collections.abc import Iterator
from datetime import datetime
from typing import IO, Any
from uuid import UUID

import orjson

from shared.storage.everything import Everything, Row

_FORMAT = "otvet-visitor-export"
_VERSION = 1
_WHO = {
    "visitor": "Посетитель / Visitor",
    "agent": "ИИ-помощник / AI agent",
    "operator": "Оператор / Operator",
    "system": "Система / System",
}
_SAID = ("seq", "sender", "operator_name", "at", "text")


def write_archive(
    target: IO[bytes], visitor_id: UUID, at: datetime, everything: Everything
) -> dict[str, int]:
    """Write a ZIP archive and return how many rows of each table are in it.

    Rows and files are written as they are read; what was said stays in memory for the page that
    people read, everything else does not.
    """
    counts: dict[str, int] = {}
    page = _Page(visitor_id, at)
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        with archive.open("visitor.json", "w") as entry:
            for text in _whole(visitor_id, at, everything, page, counts):
                entry.write(text)
        with archive.open("visitor.md", "w") as entry:
            for line in page.lines():
                entry.write(f"{line}\n".encode())
        for file in everything.files:
            # Pictures and office files are compressed already: pressing them again only costs.
            info = zipfile.ZipInfo(file.path, at.timetuple()[:6])
            with archive.open(info, "w") as entry:
                for piece in everything.pieces(file):
                    entry.write(piece)
    return {table: found for table, found in counts.items() if found}


def _whole(
    visitor_id: UUID, at: datetime, everything: Everything, page: "_Page", counts: dict[str, int]
) -> Iterator[bytes]:
    """Yield one JSON document, a row on each line."""
    head = {
        "format": _FORMAT,
        "version": _VERSION,
        "visitor_id": str(visitor_id),
        "exported_at": at.isoformat(),
    }
    yield orjson.dumps(head)[:-1] + b',"tables":{'
    for number, (table, rows) in enumerate(everything.tables()):
        yield (b",\n" if number else b"\n") + orjson.dumps(table) + b":["
        counts[table] = 0
        for row in rows:
            yield (b",\n" if counts[table] else b"\n") + orjson.dumps(row)
            counts[table] += 1
            page.add(table, row)
        yield b"]"
    yield b"\n}}"


class _Page:
    """What a person reads: who it is, and what was said in order."""

    def __init__(self, visitor_id: UUID, at: datetime) -> None:
        self._head = [f"# {visitor_id}", "", f"{at:%Y-%m-%d %H:%M} UTC", ""]
        self._conversations: list[Row] = []
        self._said: dict[str, list[dict[str, Any]]] = {}

    def add(self, table: str, row: Row) -> None:
        if table == "visitors":
            self._head += [f"- {key}: {_plain(value)}" for key, value in row.items() if value]
        elif table == "conversations":
            self._conversations.append(row)
        elif table == "messages":
            kept = {name: row[name] for name in _SAID}
            self._said.setdefault(row["conversation_id"], []).append(kept)

    def lines(self) -> Iterator[str]:
        yield from self._head
        for conversation in sorted(self._conversations, key=lambda one: one["created_at"]):
            yield from ("", f"## {conversation['created_at']}", "")
            messages = self._said.get(conversation["id"], [])
            for message in sorted(messages, key=lambda one: one["seq"]):
                who = message["operator_name"] or _WHO[message["sender"]]
                yield from (f"**{who}**, {message['at']}", "", message["text"], "")
            if conversation.get("score"):
                yield from (f"Оценка / Rating: {conversation['score']}", "")


def _plain(value: object) -> str:
    return value if isinstance(value, str) else orjson.dumps(value).decode()
