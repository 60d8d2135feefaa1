"""The namespaces' own tables, for tests that go over every event."""

import inspect
from typing import TypeVar

Sockets = TypeVar("Sockets")


def bare(sockets: type[Sockets]) -> Sockets:
    """Make a namespace of nothing: its table is there, and nothing in it can be carried out."""
    return sockets(**dict.fromkeys(inspect.signature(sockets).parameters))
