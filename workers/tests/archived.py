"""Sites with something of everything, and archives of them with something changed."""

import hashlib
import json
import secrets
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any
from uuid import UUID

from psycopg import Connection
from psycopg.types.json import Jsonb

from shared.domain.versions import Made
from shared.kernel.ids import uuid7
from shared.storage.put_documents import NewDocument, put_document_blocking
from shared.tests.rows import new_conversation, new_site

Change = Callable[[dict[str, bytes]], None]
"""Changes the files of an archive, by their names."""


def new_full_site(connection: Connection[Any]) -> str:
    """Make a site with something of everything; returns its key."""
    key = f"test-{secrets.token_hex(6)}"
    site_id = new_site(connection, site_key=key, name="Магазин")
    connection.execute(
        """
        UPDATE sites SET wildcards = true, origins = '{https://a.example,https://*.b.example}',
            text_limit = 900, uploads = false,
            look = '{"accent": "#112233", "title": {"ru": "Помощь"}}',
            hours = '{"zone": "Europe/Moscow", "week": [[[540, 1080]], [], [], [], [], [], []],
                      "holidays": [{"day": "2027-01-01", "name": "НГ", "intervals": []}]}'
        WHERE id = %s
        """,
        (site_id,),
    )
    connection.execute(
        "UPDATE agents SET wrong_share = 0.02, enabled = false, knowledge = 'shared',"
        " instructions = '{\"ru\": \"Кратко.\"}' WHERE site_id = %s AND slug = 'access'",
        (site_id,),
    )
    for name, text in (("vpn.md", "# VPN\n\nШаги.\u2028Ещё."), ("wifi.md", "# Wi-Fi\n\nШаги.")):
        new = NewDocument("network", name, text, how=Made.UPLOAD)
        put_document_blocking(connection, site_id, new)
    connection.execute(
        "UPDATE documents SET state = 'ready', is_shared = name = 'vpn.md' WHERE site_id = %s",
        (site_id,),
    )
    connection.execute(
        "INSERT INTO replies (id, site_id, shortcut, title, texts)"
        " VALUES (%s, %s, 'привет', 'П', %s)",
        (uuid7(), site_id, Jsonb({"ru": "Здравствуйте!"})),
    )
    connection.execute(
        "INSERT INTO labels (id, site_id, name, colour) VALUES (%s, %s, 'Срочно', 'red')",
        (uuid7(), site_id),
    )
    conversation_id = new_conversation(connection, site_id)
    message_id = uuid7()
    connection.execute(
        "INSERT INTO messages (id, conversation_id, seq, sender, text, at)"
        " VALUES (%s, %s, 1, 'agent', 'Ответ', now())",
        (message_id, conversation_id),
    )
    for of, question in ((None, "Не работает VPN"), (conversation_id, "Слова посетителя")):
        connection.execute(
            """
            INSERT INTO cases (id, site_id, conversation_id, question, history, agent, action,
                document_id, contains, note, created_by_name, updated_by_name)
            SELECT %s, site_id, %s, %s, '[{"sender": "visitor", "text": "Привет", "agent": null}]',
                'network', 'answer', id, '{порт}', '', 'Анна', 'Анна'
            FROM documents WHERE site_id = %s AND name = 'vpn.md'
            """,
            (uuid7(), of, question, site_id),
        )
    connection.execute(
        """
        INSERT INTO corrections (id, site_id, conversation_id, message_id, kind, asked,
            right_answer, passages, created_by_name, updated_by_name)
        VALUES (%s, %s, %s, %s, 'answer', '{Слова посетителя}', 'Так', %s, 'Анна', 'Анна')
        """,
        (
            uuid7(),
            site_id,
            conversation_id,
            message_id,
            Jsonb([{"id": None, "agent": "network", "title": "T", "text": "W", "url": None}]),
        ),
    )
    return key


def id_of(connection: Connection[Any], key: str) -> UUID:
    """The id of a site."""
    row = connection.execute("SELECT id FROM sites WHERE site_key = %s", (key,)).fetchone()
    assert row is not None
    return UUID(str(row[0]))


def contents(path: Path) -> dict[str, bytes]:
    """The files of an archive but for its manifest, which has its moment and its site."""
    with zipfile.ZipFile(path) as packed:
        return {name: packed.read(name) for name in packed.namelist() if name != "manifest.json"}


def line(name: str, **values: Any) -> Change:  # noqa: ANN401 (values of JSON)
    """Change the first line of a file of an archive."""

    def change(files: dict[str, bytes]) -> None:
        first, *rest = files[name].split(b"\n")
        told = json.loads(first) | values
        files[name] = b"\n".join([json.dumps(told).encode(), *rest])

    return change


def twice(name: str) -> Change:
    """Say the first line of a file of an archive once more."""

    def change(files: dict[str, bytes]) -> None:
        files[name] += files[name].split(b"\n")[0] + b"\n"

    return change


def repack(source: Path, target: Path, change: Change, manifest: dict[str, Any]) -> None:
    """Write an archive anew, with right hashes, so that what is in it is looked at."""
    files = contents(source)
    change(files)
    with zipfile.ZipFile(source) as packed:
        told = json.loads(packed.read("manifest.json")) | manifest
    for name, body in files.items():
        told["files"][name] = {
            "sha256": hashlib.sha256(body).hexdigest(),
            "count": 1 if name == "site.json" else body.count(b"\n"),
        }
    with zipfile.ZipFile(target, "w") as packed:
        packed.writestr("manifest.json", json.dumps(told))
        for name, body in files.items():
            packed.writestr(name, body)
