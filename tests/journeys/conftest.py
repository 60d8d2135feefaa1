"""Fixtures of the journeys: the product on a broker, a browser, the people in it."""

import re
import shutil
import tempfile
from collections.abc import Generator, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect, sync_playwright

from ops.embedded.layout import ROOT
from tests.journeys.people import People
from tests.journeys.product import Product
from tests.journeys.quiet import QUIET
from tests.services import service_missing

_EXPECT_MS = 10_000
CHROMIUM = "/usr/bin/chromium"
ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    QUIET,
]
_FAILED = pytest.StashKey[bool]()
_RESULTS = ROOT / "test-results"


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item,
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    report = yield
    if report.failed:
        item.stash[_FAILED] = True
    return report


@pytest.fixture(scope="package")
def product(request: pytest.FixtureRequest) -> Iterator[Product]:
    """Yield the product on the broker that the test names.

    A product that does not start is no missing service: then the test fails, on a laptop too.
    """
    # A journey's own receiver of webhooks listens on this machine.
    settings = {"WEBHOOK_NETWORKS": "127.0.0.0/8"}
    if request.param == "rabbitmq":
        settings["BROKER_URL"] = request.getfixturevalue("rabbitmq_url")
    folder = Path(tempfile.mkdtemp(prefix="otvet-j-"))
    folder.chmod(0o711)  # PostgreSQL of root runs as another user
    made = Product(folder, settings)
    evidence = _RESULTS / f"start-{request.param}"
    shutil.rmtree(evidence, ignore_errors=True)
    try:
        try:
            made.start()
        except BaseException:
            shutil.copytree(made.logs, evidence)
            raise
        yield made
    finally:
        made.stop()
        shutil.rmtree(folder, ignore_errors=True)


@contextmanager
def chromium() -> Iterator[Browser]:
    """Start Debian's Chromium; until it ends, no event loop can run in this thread besides."""
    if not Path(CHROMIUM).exists():
        service_missing(FileNotFoundError(CHROMIUM))
    expect.set_options(timeout=_EXPECT_MS)
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        yield started
        started.close()


@pytest.fixture(scope="package")
def browser() -> Iterator[Browser]:
    """Yield a browser for all journeys."""
    with chromium() as started:
        yield started


@pytest.fixture
def people(request: pytest.FixtureRequest, browser: Browser, product: Product) -> Iterator[People]:
    """Yield whoever the test needs; fails when a browser's console showed an error.

    The product is whole when they come: what a test broke must not fail its neighbours.
    """
    product.await_whole()
    made = People(browser, product)
    yield made
    complaints = made.complaints()
    if complaints or request.node.stash.get(_FAILED, False):
        made.keep_evidence(_RESULTS / re.sub(r"[^\w-]+", "-", request.node.name))
    made.leave()
    assert not complaints, "errors on a browser's console"
