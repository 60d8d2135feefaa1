"""A gateway before a platform that counts what it is asked."""

import secrets
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing
from pathlib import Path
from typing import Any

import pytest

from ops.embedded.errors import EmbeddedError
from ops.tests.asking import BANK_KEY, SHOP, SHOP_KEY, TABLE_KEY, WILD_KEY
from ops.tests.fake_platform import SECRET, FakePlatform
from ops.tests.gateway import Gateway
from tests.services import service_missing

Start = Callable[..., Gateway]


@pytest.fixture
def platform() -> Iterator[FakePlatform]:
    """A platform with four sites."""
    sites = {
        SHOP_KEY: [SHOP],
        BANK_KEY: ["https://bank.example.com:8443"],
        WILD_KEY: ["https://*.wild.example.org"],
        TABLE_KEY: ["https://example.com", "http://127.0.0.1:8080"],
    }
    with closing(FakePlatform(sites)) as opened:
        yield opened


@pytest.fixture
def start(services_folder: Path, platform: FakePlatform) -> Iterator[Start]:
    """Start a gateway before the platform, with settings of the plugin."""
    with ExitStack() as stack:

        def started(**settings: Any) -> Gateway:  # noqa: ANN401
            folder = services_folder / f"gateway-{secrets.token_hex(4)}"
            try:
                gateway = Gateway(folder, platform.address, SECRET, settings)
            except EmbeddedError as error:
                service_missing(error)
            return stack.enter_context(closing(gateway))

        yield started
