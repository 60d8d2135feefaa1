"""The files that browsers load: as many bytes on the line as the budgets say."""

import gzip
import json
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import httpx
import pytest
import uvicorn
from fastapi import FastAPI

from handlers.api import pages
from handlers.api.context import services
from handlers.api.problems import handle_errors
from ops.embedded.ports import free_port
from shared.contracts.look import WidgetLook
from shared.kernel.errors import ErrorCode, NotFound, RateLimited, Unavailable
from tests.plain_http import no_authorities

_SCRIPT = "const answer = 'готово';\n" * 400


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return what was built: a script and a picture."""
    (tmp_path / "widget.js").write_text(_SCRIPT, "utf-8")
    (tmp_path / "icon.png").write_bytes(bytes(range(256)) * 8)
    return tmp_path


_LOOK = WidgetLook(
    accent="#0a7a4b", theme="dark", side="left", icon="question", label={"ru": "Помощь"}, logo=False
)


class _Sites:
    """Knows one site, or nobody does just now."""

    def __init__(self) -> None:
        self.look = _LOOK
        self.away = False
        self.asked: list[tuple[str, str]] = []

    async def look_for_script(self, site_key: str, referer: str) -> WidgetLook:
        self.asked.append((site_key, referer))
        if self.away:
            raise Unavailable
        if site_key != "shop-key-1":
            raise NotFound(ErrorCode.SITE_UNKNOWN)
        return self.look


class _Limits:
    def __init__(self) -> None:
        self.over = False

    async def hit(self, *_: object) -> None:
        if self.over:
            raise RateLimited(retry_after=1)


@pytest.fixture
def sites() -> _Sites:
    return _Sites()


@pytest.fixture
def limits() -> _Limits:
    return _Limits()


@pytest.fixture
def browser(folder: Path, sites: _Sites, limits: _Limits) -> Iterator[httpx.Client]:
    """Return somebody who asks for them, over a real line."""
    app = FastAPI()
    app.include_router(pages.router)
    handle_errors(app)
    settings = SimpleNamespace(widget_dir=folder, sessions_per_minute=10, trust_forwarded=False)
    found = SimpleNamespace(settings=settings, site_pages=sites, limits=limits)
    app.dependency_overrides[services] = lambda: found
    port = free_port()
    server = uvicorn.Server(uvicorn.Config(app, port=port, log_config=None, lifespan="off"))
    thread = threading.Thread(target=server.run)
    thread.start()
    try:
        until = time.monotonic() + 30
        while not server.started and time.monotonic() < until:
            time.sleep(0.01)
        with httpx.Client(
            base_url=f"http://127.0.0.1:{port}", timeout=10, verify=no_authorities()
        ) as client:
            yield client
    finally:
        server.should_exit = True
        thread.join()


def test_a_script_comes_packed_to_those_who_unpack(browser: httpx.Client) -> None:
    found = browser.get("/widget.js", headers={"Accept-Encoding": "br, gzip"})
    assert found.headers["content-encoding"] == "gzip"
    assert int(found.headers["content-length"]) == len(gzip.compress(_SCRIPT.encode(), mtime=0))
    assert found.text == _SCRIPT
    assert found.headers["content-type"].startswith("text/javascript")
    assert found.headers["vary"] == "Accept-Encoding"
    assert found.headers["access-control-allow-origin"] == "*"


def test_it_comes_as_it_is_to_others(browser: httpx.Client) -> None:
    found = browser.get("/widget.js", headers={"Accept-Encoding": "identity"})
    assert "content-encoding" not in found.headers
    assert found.text == _SCRIPT
    assert found.headers["vary"] == "Accept-Encoding"


def test_what_is_packed_already_is_left_alone(browser: httpx.Client, folder: Path) -> None:
    found = browser.get("/widget/icon.png", headers={"Accept-Encoding": "gzip"})
    assert "content-encoding" not in found.headers
    assert found.content == (folder / "icon.png").read_bytes()


def test_a_file_that_was_built_anew_is_packed_anew(browser: httpx.Client, folder: Path) -> None:
    assert browser.get("/widget.js").text == _SCRIPT
    (folder / "widget.js").write_text("2", "utf-8")
    assert browser.get("/widget.js").text == "2"


GZIP, PLAIN = {"Accept-Encoding": "gzip"}, {"Accept-Encoding": "identity"}


def test_what_a_browser_takes_is_read_with_its_weights(browser: httpx.Client) -> None:
    for asked, packed in {
        "gzip;q=0": None,
        "gzip; q=0.000, *;q=1": None,
        "br, GZIP ; Q=0": None,
        "*;q=0": None,
        "not-gzip": None,
        "gzip;q=nonsense": None,
        "gzip;q=0.2, identity;q=0.8": None,
        "": None,
        "gzip;q=0.001": "gzip",
        "br;q=1.0, gzip;q=0.8, *;q=0.1": "gzip",
        "x-gzip": "gzip",
        "*": "gzip",
        "deflate, GZip": "gzip",
    }.items():
        found = browser.get("/widget.js", headers={"Accept-Encoding": asked})
        assert found.headers.get("content-encoding") == packed, asked
        assert found.text == _SCRIPT


def test_a_wish_in_two_lines_is_one_wish(browser: httpx.Client) -> None:
    lines = [("Accept-Encoding", "br"), ("Accept-Encoding", "gzip")]
    assert browser.get("/widget.js", headers=lines).headers["content-encoding"] == "gzip"


@pytest.mark.parametrize("asked", [GZIP, PLAIN])
def test_what_a_browser_has_already_is_not_sent_again(
    browser: httpx.Client, folder: Path, asked: dict[str, str]
) -> None:
    first = browser.get("/widget.js", headers=asked)
    tag = first.headers["etag"]
    for known in (tag, f"W/{tag}", f'"other", {tag}', "*"):
        again = browser.get("/widget.js", headers=asked | {"If-None-Match": known})
        assert (again.status_code, again.content) == (304, b""), known
        for name in ("etag", "vary", "cache-control", "access-control-allow-origin"):
            assert again.headers[name] == first.headers[name], name
        assert "content-encoding" not in again.headers
    since = asked | {"If-Modified-Since": first.headers["last-modified"]}
    assert browser.get("/widget.js", headers=since).status_code == 304
    (folder / "widget.js").write_text("2", "utf-8")
    anew = browser.get("/widget.js", headers=asked | {"If-None-Match": tag})
    assert (anew.status_code, anew.text) == (200, "2")


def test_packed_and_plain_are_not_taken_for_each_other(browser: httpx.Client) -> None:
    tags = [browser.get("/widget.js", headers=asked).headers["etag"] for asked in (GZIP, PLAIN)]
    assert tags[0] != tags[1]
    for asked, other in ((GZIP, tags[1]), (PLAIN, tags[0])):
        found = browser.get("/widget.js", headers=asked | {"If-None-Match": other})
        assert (found.status_code, found.text) == (200, _SCRIPT)


@pytest.mark.parametrize("asked", [GZIP, PLAIN])
@pytest.mark.parametrize("path", ["/widget.js", "/widget/icon.png"])
def test_a_head_says_what_a_get_would(
    browser: httpx.Client, path: str, asked: dict[str, str]
) -> None:
    told, got = (browser.request(how, path, headers=asked) for how in ("HEAD", "GET"))
    assert (told.status_code, told.content) == (200, b"")
    for moment in (told, got):
        moment.headers.pop("date")
    assert told.headers == got.headers
    known = asked | {"If-None-Match": got.headers["etag"]}
    assert browser.head(path, headers=known).status_code == 304


def test_a_piece_is_one_of_the_file_as_it_is(browser: httpx.Client) -> None:
    piece = {"Range": "bytes=10-29"}
    found = browser.get("/widget.js", headers=PLAIN | piece)
    assert (found.status_code, found.content) == (206, _SCRIPT.encode()[10:30])
    assert "content-encoding" not in found.headers
    whole = browser.get("/widget.js", headers=GZIP | piece)
    assert (whole.status_code, whole.text) == (200, _SCRIPT)
    assert "accept-ranges" not in whole.headers
    # Half of the packed one is not gone on with by bytes of the other.
    tag = whole.headers["etag"]
    other = browser.get("/widget.js", headers=PLAIN | piece | {"If-Range": tag})
    assert (other.status_code, other.text) == (200, _SCRIPT)


def _said(script: str) -> Any:  # noqa: ANN401
    head, code = script[: -len(_SCRIPT)], script[-len(_SCRIPT) :]
    assert code == _SCRIPT
    assert head.startswith("globalThis[Symbol.for('otvet.site')]=")
    assert head.isascii()
    return json.loads(head.partition("=")[2].removesuffix(";"))


@pytest.mark.parametrize("encoding", ["gzip", "identity"])
def test_the_look_of_a_site_stands_before_the_script_that_says_which_one(
    browser: httpx.Client, sites: _Sites, encoding: str
) -> None:
    headers = {"Accept-Encoding": encoding, "Referer": "https://shop.example.com/page"}
    found = browser.get("/widget.js?site_key=shop-key-1", headers=headers)
    assert _said(found.text) == {
        "site_key": "shop-key-1",
        "look": {
            "accent": "#0a7a4b", "theme": "dark", "side": "left", "icon": "question",
            "label": {"ru": "Помощь"}, "logo": False,
        },
    }  # fmt: skip
    assert found.headers.get("content-encoding", "identity") == encoding
    assert "max-age=300" in found.headers["cache-control"]
    assert sites.asked == [("shop-key-1", "https://shop.example.com/page")]


def test_no_script_comes_of_a_site_that_is_not_there(browser: httpx.Client) -> None:
    assert browser.get("/widget.js?site_key=nobody-knows-it").status_code == 404
    assert browser.get("/widget.js?site_key=x").status_code == 400


def test_a_look_that_nobody_can_say_keeps_no_script_away(
    browser: httpx.Client, sites: _Sites, limits: _Limits
) -> None:
    sites.away = True
    found = browser.get("/widget.js?site_key=shop-key-1")
    assert _said(found.text) == {"site_key": "shop-key-1"}
    sites.away = False
    limits.over = True
    assert _said(browser.get("/widget.js?site_key=shop-key-1").text) == {"site_key": "shop-key-1"}


@pytest.mark.parametrize("asked", [GZIP, PLAIN])
def test_a_script_with_its_look_is_sent_again_only_when_one_of_them_is_new(
    browser: httpx.Client, sites: _Sites, asked: dict[str, str]
) -> None:
    path = "/widget.js?site_key=shop-key-1"
    first = browser.get(path, headers=asked)
    tag = first.headers["etag"]
    assert tag != browser.get("/widget.js", headers=asked).headers["etag"]
    known = asked | {"If-None-Match": tag}
    assert browser.get(path, headers=known).status_code == 304
    sites.look = _LOOK.model_copy(update={"accent": "#ffd400"})
    anew = browser.get(path, headers=known | {"Range": "bytes=0-9"})
    assert (anew.status_code, _said(anew.text)["look"]["accent"]) == (200, "#ffd400")
    told = browser.head(path, headers=asked)
    assert (told.headers["etag"], told.content) == (anew.headers["etag"], b"")
    assert told.headers["content-length"] == anew.headers["content-length"]
