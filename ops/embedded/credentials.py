"""The secrets of an installation, made at its first start and kept with mode 0600."""

import json
import secrets
from dataclasses import dataclass

from ops.embedded.layout import Layout, write_private


@dataclass(frozen=True, slots=True)
class Credentials:
    """What the embedded parts ask for, and the key that signs tokens."""

    secret_key: str
    postgres: str
    redis: str


def load_credentials(layout: Layout) -> Credentials:
    """Return the secrets of this data folder, making those that are missing."""
    if not layout.secret_key.exists():
        write_private(layout.secret_key, secrets.token_urlsafe(48) + "\n")
    parts = layout.data / "credentials.json"
    if not parts.exists():
        made = {"postgres": secrets.token_urlsafe(24), "redis": secrets.token_urlsafe(24)}
        write_private(parts, json.dumps(made, indent=2) + "\n")
    kept = json.loads(parts.read_text(encoding="utf-8"))
    return Credentials(
        secret_key=layout.secret_key.read_text(encoding="utf-8").strip(),
        postgres=kept["postgres"],
        redis=kept["redis"],
    )
