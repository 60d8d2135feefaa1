"""Only public addresses are asked, within bounds, and whoever answers cannot change that."""

import gzip
import socket
import time
from collections.abc import Iterator
from threading import Event, Thread

import httpx
import pytest

from shared.domain.documents import DocumentTrouble
from workers.tests.web_server import HOST, Answer, Site, serving
from workers.web.addresses import AddressBook, is_public
from workers.web.errors import AddressRefused, PageRefused, Unreachable, WebError
from workers.web.fetch import Fetcher, Manners, Time
from workers.web.urls import links_of, parse_url


@pytest.fixture
def site() -> Iterator[Site]:
    with serving() as served:
        yield served


@pytest.mark.parametrize(
    "address",
    ["192.0.0.192", "168.63.129.16", "::ffff:192.0.0.8",
     "127.0.0.1", "127.8.8.8", "10.0.0.1", "172.16.5.5", "192.168.1.1", "169.254.169.254",
     "100.64.0.1",
     "0.0.0.1", "255.255.255.255", "224.0.0.1", "240.0.0.1", "192.0.2.1", "198.18.0.1",
     "::1", "::", "::ffff:127.0.0.1", "::ffff:10.0.0.1", "::127.0.0.1", "fe80::1",
     "fe80::1%eth0", "fc00::1", "fd12::1", "ff02::1", "fec0::1", "64:ff9b::7f00:1",
     "2002:7f00:1::", "2001:0:1::1", "2001:db8::1", "x", ""],
)  # fmt: skip
def test_an_address_of_no_public_network_is_refused(address: str) -> None:
    assert not is_public(address)


@pytest.mark.parametrize(
    "address", ["8.8.8.8", "93.184.216.34", "2606:4700::1111", "::ffff:8.8.8.8"]
)
def test_a_public_address_is_taken(address: str) -> None:
    assert is_public(address)


@pytest.mark.parametrize(
    ("url", "trouble"),
    [
        ("http://127.0.0.1/", DocumentTrouble.ADDRESS_PRIVATE),
        ("http://localhost/", DocumentTrouble.ADDRESS_PRIVATE),
        ("http://2130706433/", DocumentTrouble.ADDRESS_PRIVATE),
        ("http://0x7f000001/", DocumentTrouble.ADDRESS_PRIVATE),
        ("http://0x7f.1/", DocumentTrouble.ADDRESS_PRIVATE),
        ("http://0177.0.0.1/", DocumentTrouble.URL_REFUSED),
        ("http://127.1/", DocumentTrouble.ADDRESS_PRIVATE),
        ("http://10.1.2.3/", DocumentTrouble.ADDRESS_PRIVATE),
        ("http://169.254.169.254/latest/meta-data/", DocumentTrouble.ADDRESS_PRIVATE),
        ("http://[::1]/", DocumentTrouble.ADDRESS_PRIVATE),
        ("http://[::ffff:127.0.0.1]/", DocumentTrouble.ADDRESS_PRIVATE),
        ("http://[::ffff:a9fe:a9fe]/", DocumentTrouble.ADDRESS_PRIVATE),
        ("http://8.8.8.8:22/", DocumentTrouble.URL_REFUSED),
        ("https://127.0.0.1:6379/", DocumentTrouble.URL_REFUSED),
    ],
)
def test_no_form_of_a_private_address_is_connected_to(url: str, trouble: DocumentTrouble) -> None:
    """Given the system's own resolver, as an installation has it."""
    with pytest.raises(AddressRefused) as caught:
        Fetcher(manners=Manners(delay=0)).get(parse_url(url))
    assert caught.value.trouble is trouble


@pytest.mark.parametrize(
    "url",
    ["file:///etc/passwd", "ftp://a.ru/", "gopher://a.ru/", "http://", "//a.ru/", "/x",
     "javascript:1", "http://user@a.ru/", "http://user:pass@a.ru/", "http://[::1",
     "http://a.ru/" + "x" * 3_000],
)  # fmt: skip
def test_an_address_that_is_none_of_the_web_is_refused(url: str) -> None:
    with pytest.raises(AddressRefused) as caught:
        parse_url(url)
    assert caught.value.trouble is DocumentTrouble.URL_REFUSED


@pytest.mark.parametrize("answers", [["10.0.0.1"], ["8.8.8.8", "127.0.0.1"], ["::ffff:10.0.0.1"]])
def test_a_name_that_leads_to_a_private_address_is_refused(answers: list[str]) -> None:
    with pytest.raises(AddressRefused):
        AddressBook(lambda *_: answers).address("innocent.example", 443)


def test_the_connection_goes_to_the_address_that_was_checked(site: Site) -> None:
    """Given a DNS that answers otherwise the second time, nobody asks it a second time."""
    answers = iter(["127.0.0.1", "10.0.0.1"])
    book = AddressBook(lambda *_: [next(answers)], lambda one: one == "127.0.0.1", (site.port,))
    site.pages["/"] = Answer("<p>да")
    fetched = Fetcher(book, Manners(delay=0)).get(site.url())
    assert fetched.content == "<p>да".encode()
    assert next(answers) == "10.0.0.1"
    assert site.headers[0]["Host"] == f"{HOST}:{site.port}"
    assert site.headers[0]["User-Agent"].startswith("OtvetBot/")


@pytest.mark.parametrize(
    ("target", "trouble"),
    [
        ("http://169.254.169.254/", DocumentTrouble.HOST_OTHER),
        ("http://other.test/", DocumentTrouble.HOST_OTHER),
        ("file:///etc/passwd", DocumentTrouble.URL_REFUSED),
        ("//evil.test/x", DocumentTrouble.HOST_OTHER),
        ("http://user@docs.test/", DocumentTrouble.URL_REFUSED),
        ("/again", DocumentTrouble.REDIRECTS),
    ],
)
def test_a_redirect_leads_nowhere_that_would_not_be_asked(
    site: Site, target: str, trouble: DocumentTrouble
) -> None:
    for path in ("/", "/again"):
        site.pages[path] = Answer(status=302, headers={"Location": target})
    with pytest.raises(WebError) as caught:
        site.fetcher().get(site.url())
    assert caught.value.trouble is trouble


def test_a_redirect_to_the_same_host_by_a_private_address_is_refused(site: Site) -> None:
    names = iter(["127.0.0.1", "192.168.0.1"])
    book = AddressBook(lambda *_: [next(names)], lambda one: one == "127.0.0.1", (site.port,))
    site.pages["/"] = Answer(status=301, headers={"Location": "/inside"})
    with pytest.raises(AddressRefused) as caught:
        Fetcher(book, Manners(delay=0)).get(site.url())
    assert caught.value.trouble is DocumentTrouble.ADDRESS_PRIVATE


def test_a_redirect_within_the_host_is_followed(site: Site) -> None:
    site.pages["/"] = Answer(
        status=301, headers={"Location": f"http://www.{HOST}:{site.port}/home#top"}
    )
    site.pages["/home"] = Answer("<p>дом", "text/html; charset=windows-1251")
    fetched = site.fetcher().get(site.url())
    assert (fetched.url.path, fetched.charset) == ("/home", "windows-1251")


@pytest.mark.parametrize(
    ("answer", "trouble"),
    [
        (Answer("x", status=404), DocumentTrouble.PAGE_REFUSED),
        (Answer("x", status=500), DocumentTrouble.PAGE_REFUSED),
        (Answer("x", "image/png"), DocumentTrouble.PAGE_TYPE),
        (Answer("x", headers={"Content-Encoding": "br"}), DocumentTrouble.PAGE_TYPE),
        (Answer(b"x" * 2_000), DocumentTrouble.TOO_LARGE),
        (Answer(gzip.compress(bytes(10_000_000)), headers={"Content-Encoding": "gzip"}),
         DocumentTrouble.TOO_LARGE),
        (Answer("no gzip at all", headers={"Content-Encoding": "gzip"}), DocumentTrouble.BROKEN),
    ],
)  # fmt: skip
def test_what_is_no_page_or_too_large_is_not_taken(
    site: Site, answer: Answer, trouble: DocumentTrouble
) -> None:
    site.pages["/"] = answer
    with pytest.raises(PageRefused) as caught:
        site.fetcher(Manners(delay=0, page_bytes=1_000)).get(site.url())
    assert caught.value.trouble is trouble


def test_a_compressed_page_is_unpacked(site: Site) -> None:
    site.pages["/"] = Answer(gzip.compress(b"<p>x"), headers={"Content-Encoding": "gzip"})
    assert site.fetcher().get(site.url()).content == b"<p>x"


def test_an_unknown_host_and_a_closed_port_are_told_apart(site: Site) -> None:
    for url, trouble in (
        (site.url(host="nobody.test"), DocumentTrouble.HOST_UNKNOWN),
        (parse_url(f"http://{HOST}/"), DocumentTrouble.SITE_UNREACHABLE),
    ):
        with pytest.raises(Unreachable) as caught:
            site.fetcher().get(url)
        assert caught.value.trouble is trouble


def test_a_host_that_answers_a_byte_at_a_time_is_left(site: Site) -> None:
    """Given headers that never end, each byte in time, the page's own time ends it."""
    with socket.create_server(("127.0.0.1", 0)) as server:

        def drip() -> None:
            peer, _ = server.accept()
            with peer:
                peer.sendall(b"HTTP/1.1 200 OK\r\nX: ")
                for _ in range(200):
                    try:
                        peer.sendall(b"x")
                    except OSError:
                        return
                    time.sleep(0.05)

        thread = Thread(target=drip, daemon=True)
        thread.start()
        port = server.getsockname()[1]
        book = AddressBook(lambda *_: ["127.0.0.1"], lambda _: True, (port,))
        began = time.monotonic()
        with pytest.raises(Unreachable):
            Fetcher(book, Manners(delay=0, page_seconds=0.5)).get(
                parse_url(f"http://a.test:{port}/")
            )
        assert time.monotonic() - began < 3
        thread.join()


def test_a_name_server_that_does_not_answer_holds_nobody() -> None:
    """Given a resolver without a time limit, as the system's, the page's own time ends it."""
    answers = Event()

    def silent(*_: object) -> list[str]:
        answers.wait(20)
        return ["127.0.0.1"]

    book = AddressBook(silent, lambda _: True)
    began = time.monotonic()
    try:
        with pytest.raises(Unreachable) as caught:
            Fetcher(book, Manners(delay=0, page_seconds=0.3)).get(parse_url("http://slow.test/"))
    finally:
        answers.set()
    assert time.monotonic() - began < 3
    assert caught.value.trouble is DocumentTrouble.SITE_UNREACHABLE


def test_names_that_nobody_answers_for_take_no_more_than_a_few_threads() -> None:
    answers, asked = Event(), list[str]()

    def silent(host: str, _: int) -> list[str]:
        asked.append(host)
        answers.wait(20)
        return ["127.0.0.1"]

    book = AddressBook(silent, lambda _: True)
    try:
        for n in range(12):
            with pytest.raises(Unreachable):
                book.address(f"slow{n}.test", 80, 0.05)
    finally:
        answers.set()
    assert len(asked) <= 8
    assert book.address("slow.test", 80, 5) == "127.0.0.1"


def test_a_host_is_asked_with_a_pause_between(site: Site) -> None:
    site.pages["/"] = Answer("x")
    now, slept = [0.0], list[float]()

    def sleep(seconds: float) -> None:
        slept.append(seconds)
        now[0] += seconds

    fetcher = site.fetcher(Manners(delay=1.0), Time(lambda: now[0], sleep))
    for _ in range(3):
        fetcher.get(site.url())
    fetcher.slow_down(100)
    fetcher.get(site.url())
    fetcher.get(site.url())
    assert slept == [1.0, 1.0, 1.0, 10.0]


def test_links_are_found_quickly_in_whatever_a_page_holds() -> None:
    page = (
        b"""<a href="/a">x</a> <A class=b HREF='b.html#x'>y</A><a href=https://o.test/c?x=1&amp;y=2>"""
        b"""<a href="mailto:a@b"> <a href="/pic.png"> <a href="/a"> <abbr href="/no">"""
    )
    base = httpx.URL("https://d.test/x/")
    assert [str(link) for link in links_of(page, base)] == [
        "https://d.test/a",
        "https://d.test/x/b.html",
        "https://o.test/c?x=1&y=2",
    ]
    began = time.monotonic()
    assert links_of(b"<a " * 500_000, base) == links_of(b'<a href="' * 200_000, base) == []
    assert time.monotonic() - began < 5


@pytest.mark.parametrize(
    ("type_", "charset"),
    [
        ("text/html; charset=windows-1251", "windows-1251"),
        ('text/html;Charset="KOI8-R"', "KOI8-R"),
        ("text/html", None),
        ("text/html; charset*=us-ascii''%00", None),
        ("text/html; charset*=utf-8''a; charset*0=b", None),
        ("text/html; charset*=a%00'b'c", None),
    ],
)
def test_an_encoding_is_taken_only_if_it_may_be_one(
    site: Site, type_: str, charset: str | None
) -> None:
    site.pages["/"] = Answer("x", type_)
    assert site.fetcher().get(site.url()).charset == charset
