"""A Chroma server: the connection, bounded in time and with errors of ours; what it has of ours.

Unavailable (503)
└── VectorStoreDown         Chroma is down, slow or broken; the same call may succeed later
Conflict (409)
└── EmbeddingModelMismatch  the collection holds vectors of another embedding model
"""

import re
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import timedelta
from urllib.parse import SplitResult, urlsplit
from uuid import UUID

import httpx
from chromadb.api import ServerAPI
from chromadb.api.fastapi import FastAPI
from chromadb.config import Settings, System
from chromadb.errors import ChromaError, InvalidDimensionException, NotFoundError

from shared.kernel.errors import Conflict, ErrorCode, Unavailable

# A site's, and those that a replacement of its vectors has beside it: ``shared.storage.vectors``.
_OURS = re.compile("site-[0-9a-f]{32}(-next|-gone)?")
_PAGE = 100


class VectorStoreDown(Unavailable):
    """Chroma is down, slow or broken; the same call may succeed later."""

    default_code = ErrorCode.STORE_UNAVAILABLE


class EmbeddingModelMismatch(Conflict):
    """The site's collection holds vectors of another embedding model."""

    default_code = ErrorCode.STORE_UNAVAILABLE


@dataclass(frozen=True, slots=True)
class ChromaState:
    """A Chroma server: its version, and how many collections it has."""

    version: str
    collections: int


def chroma_state(url: str, timeout: timedelta) -> ChromaState:
    """Return what a server says of itself.

    Raises:
        VectorStoreDown: it cannot be reached, or does not answer in time.
    """
    with _connected(url, timeout) as server:
        return ChromaState(server.get_version(), server.count_collections())


def collection_name(site_id: UUID) -> str:
    """Return the name of a site's collection."""
    return f"site-{site_id.hex}"


def our_collections(url: str, timeout: timedelta) -> list[str]:
    """Return the names of the collections that a server has of any site, whoever's it is.

    Raises:
        VectorStoreDown: it cannot be reached, or does not answer in time.
    """
    with _connected(url, timeout) as server:
        return _ours(server)


def drop_our_collections(url: str, timeout: timedelta) -> None:
    """Remove the collections of every site; what else a server has stays.

    Raises:
        VectorStoreDown: it cannot be reached, or does not answer in time; some may be gone.
    """
    with _connected(url, timeout) as server:
        for name in _ours(server):
            drop(server, name)


def drop(server: ServerAPI, name: str) -> None:
    """Remove a collection, if it is there."""
    with suppress(NotFoundError):
        server.delete_collection(name)


def connect(url: SplitResult, timeout: float) -> ServerAPI:
    """Return chromadb's HTTP client with a time limit, in seconds, on every request.

    ``chromadb.HttpClient`` has no setting for one and asks the server three things while it is
    made, waiting for ever; so the part below it is used, whose session can be bounded first.
    """
    system = System(
        Settings(
            chroma_api_impl="chromadb.api.fastapi.FastAPI",
            chroma_server_host=url.hostname or "127.0.0.1",
            chroma_server_http_port=url.port or (443 if url.scheme == "https" else 8000),
            chroma_server_ssl_enabled=url.scheme == "https",
            anonymized_telemetry=False,
        )
    )
    server = system.instance(FastAPI)
    _session(server).timeout = httpx.Timeout(timeout)
    system.start()
    return server


def disconnect(server: ServerAPI) -> None:
    """Close the connections of a client made by ``connect``."""
    _session(server).close()


@contextmanager
def clear_errors() -> Iterator[None]:
    """Turn what chromadb and its HTTP client raise into errors of ours."""
    try:
        yield
    except InvalidDimensionException as error:
        raise EmbeddingModelMismatch(detail=str(error)) from error
    except (ChromaError, httpx.HTTPError) as error:
        raise VectorStoreDown(detail=f"Chroma: {type(error).__name__}") from error


@contextmanager
def _connected(url: str, timeout: timedelta) -> Iterator[ServerAPI]:
    """Ask a server of which nothing is known yet: it may be no Chroma at all."""
    try:
        server = connect(urlsplit(url), timeout.total_seconds())
        try:
            yield server
        finally:
            disconnect(server)
    except Exception as error:  # a bare one is what chromadb raises when something else answers
        raise VectorStoreDown(detail=f"Chroma: {type(error).__name__} {error}".strip()) from error


def _ours(server: ServerAPI) -> list[str]:
    names: list[str] = []
    while page := server.list_collections(limit=_PAGE, offset=len(names)):
        names += [collection.name for collection in page]
    return [name for name in names if _OURS.fullmatch(name)]


def _session(server: ServerAPI) -> httpx.Client:
    session = getattr(server, "_session", None)
    if not isinstance(session, httpx.Client):
        raise VectorStoreDown(detail="this chromadb keeps its HTTP session elsewhere")
    return session
