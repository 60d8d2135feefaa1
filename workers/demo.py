"""Loads the demo site: ``python -m workers.demo --data DIR --out FILE [--wait SECONDS]``.

It ends when the documents can be found, or after that wait. Run again, it brings agents and
documents to what is in ``DIR`` and leaves the site, passwords and conversations alone, and what
was edited or deleted in the console, the site itself among it.
"""

import argparse
import json
import secrets
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import psycopg
from psycopg import Connection
from psycopg.types.json import Jsonb

from shared.auth.passwords import hash_password
from shared.config import SettingsError, load_settings, reveal
from shared.domain.origins import parse_origin, with_other_name
from shared.domain.versions import Made
from shared.storage.demo import (
    agents_of,
    demo_site_key,
    has_sites,
    upsert_agent,
    upsert_operator,
    upsert_site,
)
from shared.storage.documents import documents_on_their_way
from shared.storage.put_documents import NewDocument, put_document_blocking

_EMAIL = "operator@demo.example"
_KEY_PREFIX = "demo-"
_POLL = 0.2
_AGENTS = Path(__file__).parent / "data" / "default_agents.json"


def load(connection: Connection[Any], data: Path, out: Path, public_url: str) -> dict[str, str]:
    """Make or refresh the demo site; returns what ``out`` then holds."""
    kept = json.loads(out.read_text(encoding="utf-8")) if out.exists() else {}
    texts = json.loads((data / "site.json").read_text(encoding="utf-8"))
    # Without the file its site is still there, under the key that sites have embedded; with it
    # the key may have been made anew.
    known = demo_site_key(connection, _KEY_PREFIX, kept.get("site_key"))
    if kept and known is None and has_sites(connection):
        return dict(kept)  # an administrator has deleted it, and it does not come back
    site_key = known or f"{_KEY_PREFIX}{secrets.token_urlsafe(12)}"
    password = kept.get("operator_password") or secrets.token_urlsafe(12)
    origins = sorted(map(str, with_other_name(parse_origin(public_url))))
    with connection.transaction():
        site_id = upsert_site(
            connection,
            site_key=site_key,
            name=texts["name"],
            locale=texts.get("locale", "ru"),
            origins=origins,
            greeting=Jsonb(texts["greeting"]),
        )
        there = agents_of(connection, site_id)
        for position, agent in enumerate(texts.get("agents") or default_agents()):
            if not there or agent["slug"] in there:  # one that was deleted does not come back
                upsert_agent(connection, site_id, position, agent)
        there = agents_of(connection, site_id)
        if not kept:
            upsert_operator(
                connection,
                site_id,
                email=_EMAIL,
                name="Анна Демченко",
                password_hash=hash_password(password),
            )
        for slug, name, text in documents(data / "knowledge"):
            if slug in there:
                new = NewDocument(slug, name, text, how=Made.DEMO)
                put_document_blocking(connection, site_id, new)
    result = {
        "base_url": public_url,
        "site_key": site_key,
        "origin": public_url,
        "operator_email": kept.get("operator_email", _EMAIL),
        "operator_password": password,
    }
    out.touch(mode=0o600)
    out.write_text(json.dumps(result, indent=2) + "\n", encoding="utf-8")
    return result


def await_indexed(connection: Connection[Any], site_key: str, patience: float) -> bool:
    """Wait until a site's documents can be found; false when that takes longer, in seconds."""
    until = time.monotonic() + patience
    while documents_on_their_way(connection, site_key):
        if time.monotonic() >= until:
            return False
        time.sleep(_POLL)
    return True


def default_agents() -> list[dict[str, Any]]:
    """Return the five agents of an IT help desk, as an installation begins with them."""
    kept: list[dict[str, Any]] = json.loads(_AGENTS.read_text(encoding="utf-8"))["agents"]
    return kept


def documents(folder: Path) -> Iterator[tuple[str, str, str]]:
    """Yield ``(agent, file name, text)`` of every document in ``folder/<agent>/``."""
    for path in sorted(folder.glob("*/*.md")):
        yield path.parent.name, path.name, path.read_text(encoding="utf-8")


def main() -> int:
    """Load the demo that the command line names."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--wait", type=float, default=0.0, metavar="SECONDS")
    options = parser.parse_args()
    try:
        settings = load_settings("DATABASE_URL")
    except SettingsError as error:
        sys.stderr.write(f"otvet: {error}\n")
        return 78
    with psycopg.connect(reveal(settings.database_url), autocommit=True) as connection:
        made = load(connection, options.data, options.out, settings.public_url)
        await_indexed(connection, made["site_key"], options.wait)
    return 0


if __name__ == "__main__":
    sys.exit(main())
