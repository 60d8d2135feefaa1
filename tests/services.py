"""Fixtures that start real services, once a session and only when a test asks for them.

Embedded PostgreSQL, Redis and Chroma come from the very library that ``make run`` uses; RabbitMQ
from Debian's package. On a laptop a service that cannot start skips the test, on CI it fails it.
"""

import shutil
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NoReturn

import pytest

from ops.embedded.errors import EmbeddedError
from ops.embedded.installation import Installation
from ops.embedded.ports import free_port
from ops.embedded.rabbitmq import RabbitMQ
from shared.config import process_environment


def service_missing(error: Exception) -> NoReturn:
    """Skip the test on a laptop, fail it on CI: there nothing may be missing."""
    if process_environment().get("CI"):
        pytest.fail(f"a service could not be started: {error}", pytrace=False)
    pytest.skip(f"a service could not be started: {error}")


@pytest.fixture(scope="session")
def services_folder() -> Iterator[Path]:
    """A short path that others may pass through (PostgreSQL of root runs as another user)."""
    folder = Path(tempfile.mkdtemp(prefix="otvet-"))
    folder.chmod(0o711)
    yield folder
    shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture(scope="session")
def stores(services_folder: Path) -> Iterator[Installation]:
    """An installation of which single parts are started on demand.

    ``stores.kill(name)`` breaks one, supervisord restarts it, and ``stores.await_ready([name])``
    waits for that.
    """
    with Installation(services_folder / "stores", port=free_port()) as installation:
        try:
            installation.open()
        except EmbeddedError as error:
            service_missing(error)
        yield installation


def _start(stores: Installation, name: str, setting: str) -> str:
    try:
        if not stores.states()[name].pid:
            stores.start_programs([name])
    except EmbeddedError as error:
        service_missing(error)
    return stores.environment()[setting]


@pytest.fixture(scope="session")
def postgres_url(stores: Installation) -> str:
    """An empty PostgreSQL database, shared by the session."""
    return _start(stores, "postgres", "DATABASE_URL")


@pytest.fixture(scope="session")
def redis_url(stores: Installation) -> str:
    """A Redis database, shared by the session."""
    return _start(stores, "redis", "REDIS_URL")


@pytest.fixture(scope="session")
def embedded_broker_url(stores: Installation) -> str:
    """The embedded broker: another database of the same Redis."""
    return _start(stores, "redis", "BROKER_URL")


@pytest.fixture(scope="session")
def chroma_url(stores: Installation) -> str:
    """A Chroma server, shared by the session."""
    return _start(stores, "chroma", "CHROMA_URL")


@pytest.fixture(scope="session")
def rabbitmq(services_folder: Path) -> Iterator[RabbitMQ]:
    """A private RabbitMQ node; tests may ``kill()`` it and must ``start()`` it again."""
    node = RabbitMQ(services_folder / "rabbitmq")
    try:
        node.start()
    except EmbeddedError as error:
        node.stop()
        service_missing(error)
    yield node
    node.stop()


@pytest.fixture(scope="session")
def rabbitmq_url(rabbitmq: RabbitMQ) -> str:
    """The node's default virtual host, shared by the session."""
    return rabbitmq.url


@pytest.fixture(scope="session")
def make_rabbitmq_vhost(rabbitmq: RabbitMQ) -> Callable[[str], str]:
    """Make a virtual host of a test's own and return its address (takes a few seconds)."""
    return rabbitmq.add_vhost


@pytest.fixture(scope="session", params=["redis", "rabbitmq"])
def broker_url(request: pytest.FixtureRequest) -> str:
    """Every broker that the platform runs on, one after the other."""
    name = "embedded_broker_url" if request.param == "redis" else "rabbitmq_url"
    address: str = request.getfixturevalue(name)
    return address
