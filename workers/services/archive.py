"""The archive of a visitor's data: ``visitor.json`` for programs, ``visitor.md`` for people."""

import io
import zipfile
from collections.abc import Iterable
from datetime import datetime
from typing import Any
from uuid import UUID

import orjson

from shared.storage.everything import Found

_FORMAT = "otvet-visitor-export"
_VERSION = 1
_WHO = {
    "visitor": "Посетитель / Visitor",
    "agent": "ИИ-помощник / AI agent",
    "operator": "Оператор / Operator",
    "system": "Система / System",
}


def build_archive(
    visitor_id: UUID, at: datetime, found: Iterable[Found]
) -> tuple[bytes, dict[str, int]]:
    """Return a ZIP archive and how many rows of each table are in it."""
    tables: dict[str, list[dict[str, Any]]] = {}
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for one in found:
            tables[one.table] = one.rows
            for path, content in one.files:
                archive.writestr(path, content)
        whole = {
            "format": _FORMAT,
            "version": _VERSION,
            "visitor_id": str(visitor_id),
            "exported_at": at.isoformat(),
            "tables": tables,
        }
        archive.writestr("visitor.json", orjson.dumps(whole, option=orjson.OPT_INDENT_2))
        archive.writestr("visitor.md", _readable(visitor_id, at, tables))
    return packed.getvalue(), {table: len(rows) for table, rows in tables.items() if rows}


def _readable(visitor_id: UUID, at: datetime, tables: dict[str, list[dict[str, Any]]]) -> str:
    lines = [f"# {visitor_id}", "", f"{at:%Y-%m-%d %H:%M} UTC", ""]
    for visitor in tables.get("visitors", []):
        lines += [f"- {key}: {_plain(value)}" for key, value in visitor.items() if value]
    said: dict[str, list[dict[str, Any]]] = {}
    for message in tables.get("messages", []):
        said.setdefault(message["conversation_id"], []).append(message)
    conversations = sorted(tables.get("conversations", []), key=lambda one: one["created_at"])
    for conversation in conversations:
        lines += ["", f"## {conversation['created_at']}", ""]
        messages = sorted(said.get(conversation["id"], []), key=lambda one: one["seq"])
        for message in messages:
            who = message.get("operator_name") or _WHO[message["sender"]]
            lines += [f"**{who}**, {message['at']}", "", message["text"], ""]
        if conversation.get("score"):
            lines += [f"Оценка / Rating: {conversation['score']}", ""]
    return "\n".join(lines) + "\n"


def _plain(value: object) -> str:
    return value if isinstance(value, str) else orjson.dumps(value).decode()
