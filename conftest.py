"""Fixtures for every room's tests."""

from collections.abc import Iterator

import pytest
import structlog
from hypothesis import HealthCheck, settings

pytest_plugins = ["tests.services", "tests.fixtures"]

# Two shared cores may take a second for what takes a millisecond: time is no measure here.
settings.register_profile("otvet", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("otvet")


@pytest.fixture(autouse=True)
def logs_as_they_were() -> Iterator[None]:
    """A command that is run inside a test sets up its logs; the next test has its own."""
    # The default draws a traceback with every local variable: eight seconds for an application's.
    *before, _ = structlog.get_config()["processors"]
    plain = structlog.dev.ConsoleRenderer(exception_formatter=structlog.dev.plain_traceback)
    structlog.configure(processors=[*before, plain])
    yield
    structlog.reset_defaults()
