"""The whole product in a folder of its own, as load and fault runs need it."""

import json
import shutil
import tempfile
import time
import urllib.request
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from ops.embedded.installation import Installation
from ops.embedded.ports import free_port
from tests.load.client import Target

# A run is one address and many visitors who do not pause to read.
OPEN_LIMITS = {
    "SOCKETS_PER_ADDRESS": "100000",
    "SOCKET_EVENTS_PER_SECOND": "1000",
    "MESSAGES_PER_MINUTE": "100000",
    "SESSIONS_PER_MINUTE": "100000",
}
DEMO = Path("ops/embedded/demo")
_INDEX_SECONDS = 120


@contextmanager
def running_product(
    settings: Mapping[str, str] | None = None, demo: Path = DEMO, folder: Path | None = None
) -> Iterator[tuple[Installation, Target]]:
    """Start everything, with the site of ``demo`` indexed; stop everything for certain.

    It has a folder of its own, which is removed in the end; ``folder`` names it, else it is new.
    """
    if folder is None:
        folder = Path(tempfile.mkdtemp(prefix="otvet-"))
    else:
        folder.mkdir()
    folder.chmod(0o711)
    try:
        product = Installation(
            folder / "data", port=free_port(), settings={**OPEN_LIMITS, **(settings or {})}
        )
        with product:
            product.start()
            out = folder / "data" / "demo.json"
            product.run_command(
                "demo", "-m", "workers.demo", "--data", str(demo), "--out", str(out)
            )
            made: dict[str, str] = json.loads(out.read_text(encoding="utf-8"))
            await_indexed(made)
            yield product, Target(made["base_url"], made["site_key"], made["origin"])
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def await_indexed(demo: Mapping[str, str]) -> None:
    """Return when every document of the demo site can be found."""
    credentials = {"email": demo["operator_email"], "password": demo["operator_password"]}
    token = _ask(demo, "/api/v1/auth/login", credentials)["access_token"]
    path = f"/api/v1/knowledge/documents?site_key={demo['site_key']}"
    until = time.monotonic() + _INDEX_SECONDS
    while time.monotonic() < until:
        documents = _ask(demo, path, token=token)["items"]
        if documents and all(document["state"] == "ready" for document in documents):
            return
        time.sleep(0.5)
    raise TimeoutError("the demo documents were not indexed")


def _ask(
    demo: Mapping[str, str], path: str, body: object = None, token: str | None = None
) -> dict[str, Any]:
    headers = {"Origin": demo["origin"], "Content-Type": "application/json"}
    if token:
        headers["Authorization"] = f"Bearer {token}"
    data = None if body is None else json.dumps(body).encode()
    request = urllib.request.Request(demo["base_url"] + path, data, headers)  # noqa: S310
    with urllib.request.urlopen(request, timeout=10) as response:  # noqa: S310
        answer: dict[str, Any] = json.load(response)
        return answer
