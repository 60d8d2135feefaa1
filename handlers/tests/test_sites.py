"""Administrators run their sites; what they decide holds for the widgets at once."""

import asyncio
import secrets
import time
from collections.abc import Iterator
from typing import Any

import httpx
import pytest
from psycopg import Connection

from handlers.tests.conftest import Place
from handlers.tests.door import SHOP, Door
from handlers.tests.test_http import refused
from handlers.tests.wire import Socket

pytestmark = pytest.mark.services

SITES = "/api/v1/sites"
WEEK = [[{"start": "09:00", "end": "18:00"}]] * 5 + [[], []]
HOURS = {"zone": "Europe/Moscow", "week": WEEK, "holidays": []}
ACCENT = {"accent": "#4f46e5"}
NOBODY = {"zone": "UTC", "week": [[]] * 7, "holidays": []}


def ask(door: Door, method: str, path: str, email: str, **body: Any) -> httpx.Response:  # noqa: ANN401
    more = {"json": body} if method != "GET" else {}
    return door.request(method, SITES + path, origin=door.console, token=door.token(email), **more)


def change(door: Door, place: Place, **body: Any) -> Any:  # noqa: ANN401
    reply = ask(door, "PATCH", f"/{place.id}", place.admin, **body)
    assert reply.status_code == 200, reply.text
    return reply.json()


@pytest.fixture
def own(door: Door, shop: Place, connection: Connection[Any]) -> Iterator[Place]:
    """A site of a test's own, in the hands of the shop's administrator until the test ends."""
    body = {"name": "Своя", "origins": [SHOP], "agents_from": str(shop.id)}
    reply = ask(door, "POST", "", shop.admin, **body)
    assert reply.status_code == 201, reply.text
    made = reply.json()
    yield Place(made["id"], made["site_key"], SHOP, shop.admin, shop.operator, shop.colleague)
    connection.execute("DELETE FROM operator_sites WHERE site_id = %s", (made["id"],))


@pytest.fixture(autouse=True)
def heard(door: Door) -> Iterator[None]:
    """Each test's process has heard of the last change before the next begins."""
    yield
    time.sleep(0.05)


def audit(connection: Connection[Any], site_id: object) -> list[tuple[str, Any, Any]]:
    return connection.execute(
        "SELECT action, before, after FROM audit_log WHERE subject = %s ORDER BY at, id",
        (str(site_id),),
    ).fetchall()


def test_a_new_site_is_its_maker_s_with_a_key_and_the_agents_of_another(
    door: Door, shop: Place, own: Place, connection: Connection[Any]
) -> None:
    listed = ask(door, "GET", "", shop.admin).json()["items"]
    found = next(one for one in listed if one["id"] == own.id)
    assert found["enabled"]
    assert found["origins"] == [SHOP]
    session = door.open_session(own.key)
    assert [one["slug"] for one in session["settings"]["agents"]] == ["network", "access"]
    action, _, after = audit(connection, own.id)[0]
    assert action == "site.created"
    assert after["name"] == "Своя"


@pytest.mark.parametrize(
    "origin",
    ["shop.example.com", "https://shop.example.com/", "https://shop.example.com/help", "ftp://a.b",
     "https://a@shop.example.com", "https://SHOP.example.com", "https://магазин.рф", "null"],
)  # fmt: skip
def test_an_origin_that_no_browser_would_send_is_refused(
    door: Door, own: Place, origin: str
) -> None:
    reply = ask(door, "PATCH", f"/{own.id}", own.admin, origins=[SHOP, origin])
    refused(reply, 400, "origin_unusable")
    assert ask(door, "GET", f"/{own.id}", own.admin).json()["origins"] == [SHOP]


@pytest.mark.parametrize("host", ["com", "co.uk", "msk.ru", "localhost", "github.io", "xn--p1ai"])
def test_a_wildcard_for_names_of_strangers_is_refused_with_consent_too(
    door: Door, own: Place, host: str
) -> None:
    reply = ask(
        door, "PATCH", f"/{own.id}", own.admin, origins=[f"https://*.{host}"], wildcards=True
    )
    refused(reply, 400, "wildcard_unusable")


def test_a_wildcard_needs_consent_and_the_consent_cannot_be_taken_away_under_it(
    door: Door, own: Place
) -> None:
    wild = [SHOP, "https://*.shop.example.co.uk"]
    refused(ask(door, "PATCH", f"/{own.id}", own.admin, origins=wild), 400, "wildcard_unusable")
    assert change(door, own, origins=wild, wildcards=True)["origins"] == wild
    for origin, status in (
        ("https://a.b.shop.example.co.uk", 200),
        ("https://shop.example.co.uk", 403),
        ("https://evilshop.example.co.uk", 403),
        ("http://a.shop.example.co.uk", 403),
    ):
        reply = door.request(
            "POST", "/api/v1/visitor/sessions", origin=origin, json={"site_key": own.key}
        )
        assert reply.status_code == status, origin
    refused(ask(door, "PATCH", f"/{own.id}", own.admin, wildcards=False), 400, "wildcard_unusable")
    assert change(door, own, origins=[SHOP], wildcards=False)["wildcards"] is False


async def test_a_socket_opens_below_a_wildcard_and_not_beside_it(door: Door, own: Place) -> None:
    name = f"w{secrets.token_hex(4)}.example.com"
    change(door, own, origins=[f"https://*.{name}"], wildcards=True)
    token = door.request(
        "POST",
        "/api/v1/visitor/sessions",
        origin=f"https://a.{name}",
        json={"site_key": own.key},
    ).json()["token"]
    await asyncio.sleep(0.3)  # the guard's list is read anew beside what is under way
    async with await Socket.open(door, origin=f"https://b.{name}") as socket:
        assert (await socket.join("/visitor", {"token": token})).startswith("40/visitor,")
    beside = door.request("GET", "/socket.io/?EIO=4&transport=polling", origin=f"https://{name}")
    assert (beside.status_code, beside.json()["code"]) == (403, "origin_forbidden")


def test_a_new_origin_may_ask_at_once_across_origins(door: Door, own: Place) -> None:
    origin = f"https://new-{secrets.token_hex(4)}.example.com"
    change(door, own, origins=[SHOP, origin])
    until = time.monotonic() + 5
    headers = {"Access-Control-Request-Method": "POST"}
    path = "/api/v1/visitor/sessions"
    while door.request("OPTIONS", path, origin=origin, headers=headers).status_code != 200:
        assert time.monotonic() < until
        time.sleep(0.05)


def test_a_rotated_key_leaves_the_old_one_good_for_its_grace_and_no_longer(
    door: Door, second_door: Door, own: Place, connection: Connection[Any]
) -> None:
    assert second_door.open_session(own.key)["token"]  # it knows the site by heart now
    made = ask(door, "POST", f"/{own.id}/key", own.admin, grace_hours=1).json()
    assert made["site_key"] != own.key
    assert made["site_key"].partition("-")[0] == own.key.partition("-")[0]
    assert made["previous_key"] == own.key
    for key in (own.key, made["site_key"]):
        assert door.open_session(key)["token"]
        assert second_door.open_session(key)["token"]
    dead = ask(door, "POST", f"/{own.id}/key", own.admin, grace_hours=0).json()
    until = time.monotonic() + 5
    for key in (own.key, made["site_key"]):
        for process in (door, second_door):
            while (reply := _session(process, key)).status_code == 200:
                assert time.monotonic() < until
                time.sleep(0.05)
            refused(reply, 404, "site_unknown")
    assert door.open_session(dead["site_key"])["token"]
    assert [one[0] for one in audit(connection, own.id)][1:] == ["site.key-rotated"] * 2


def _session(door: Door, key: str) -> httpx.Response:
    return door.request("POST", "/api/v1/visitor/sessions", json={"site_key": key})


def test_a_disabled_site_answers_nobody_until_it_is_enabled_again(door: Door, own: Place) -> None:
    assert change(door, own, enabled=False)["enabled"] is False
    refused(_session(door, own.key), 404, "site_unknown")
    assert change(door, own, enabled=True)["enabled"] is True
    assert _session(door, own.key).status_code == 200


def test_the_look_is_told_before_anybody_opens_anything_and_in_the_session(
    door: Door, own: Place, connection: Connection[Any]
) -> None:
    look = {
        "accent": "#0a7a4b", "theme": "dark", "side": "left", "icon": "question", "logo": False,
        "label": {"ru": "Помощь", "en": "Help"}, "title": {"ru": "Магазин", "en": ""},
        "placeholder": {"ru": "Спросите", "en": ""},
    }  # fmt: skip
    change(door, own, look=look, greeting={"ru": "Привет! Чем помочь?", "en": ""})
    reply = door.request("GET", f"/api/v1/visitor/look?site_key={own.key}")
    assert reply.status_code == 200
    assert "max-age=300" in reply.headers["Cache-Control"]
    assert reply.headers["Access-Control-Allow-Origin"] == SHOP
    public = {name: look[name] for name in ("accent", "theme", "side", "icon", "logo", "label")}
    assert reply.json() == public
    settings = door.open_session(own.key)["settings"]
    assert settings["look"] == public
    assert (settings["title"], settings["placeholder"]) == ("Магазин", "Спросите")
    assert settings["greeting"] == "Привет! Чем помочь?"
    action, before, after = audit(connection, own.id)[-1]
    assert (action, before["look.accent"], after["look.accent"]) == (
        "site.changed", "#4f46e5", "#0a7a4b",
    )  # fmt: skip
    assert "look.logo" in after
    assert "name" not in after


def test_the_look_is_for_pages_of_the_site_alone(door: Door, own: Place) -> None:
    path = f"/api/v1/visitor/look?site_key={own.key}"
    refused(door.request("GET", path, origin="https://evil.example"), 403, "origin_forbidden")
    refused(door.request("GET", path, origin=None), 403, "origin_missing")
    nobody = "/api/v1/visitor/look?site_key=site-unknown-to-all"
    refused(door.request("GET", nobody), 404, "site_unknown")
    refused(door.request("GET", "/api/v1/visitor/look?site_key=x"), 400, "invalid_payload")


def test_of_a_site_that_is_not_there_no_script_comes(door: Door, own: Place) -> None:
    refused(door.request("GET", "/widget.js?site_key=unknown-to-all"), 404, "site_unknown")
    refused(door.request("GET", "/widget.js?site_key=x"), 400, "invalid_payload")
    change(door, own, enabled=False)
    refused(door.request("GET", f"/widget.js?site_key={own.key}"), 404, "site_unknown")


def test_the_page_of_a_script_is_seen_if_it_is_one_of_the_site(door: Door, own: Place) -> None:
    path = f"/widget.js?site_key={own.key}"
    for foreign in ("https://evil.example/", "about:blank", "http://[", ""):
        door.request("GET", path, origin=None, headers={"Referer": foreign})
    assert ask(door, "GET", f"/{own.id}", own.admin).json()["seen_at"] is None
    door.request("GET", path, origin=None, headers={"Referer": f"{SHOP}/help?about=vpn"})
    assert ask(door, "GET", f"/{own.id}", own.admin).json()["seen_origin"] == SHOP


def test_it_is_told_where_the_widget_was_last_seen(door: Door, own: Place) -> None:
    assert ask(door, "GET", f"/{own.id}", own.admin).json()["seen_at"] is None
    door.request("GET", f"/api/v1/visitor/look?site_key={own.key}")
    seen = ask(door, "GET", f"/{own.id}", own.admin).json()
    assert seen["seen_origin"] == SHOP
    assert seen["seen_at"]


@pytest.mark.parametrize(
    "body",
    [
        {"look": {"accent": "red"}},
        {"look": {"accent": "#FFF"}},
        {"look": {"accent": "#fff;background:url(x)"}},
        {"look": ACCENT | {"label": {"ru": "x" * 81}}},
        {"look": ACCENT | {"label": {"de": "x"}}},
        {"look": ACCENT | {"icon": "skull"}},
        {"look": {"icon": "bubble"}},
        {"name": ""},
        {"name": " \u0000 "},
        {"name": "x" * 81},
        {"hours": {"zone": "Mars/Base", "week": WEEK}},
        {"hours": {"zone": "Europe/Moscow", "week": WEEK[:6]}},
        {"hours": {"zone": "UTC", "week": [[{"start": "18:00", "end": "09:00"}], *WEEK[1:]]}},
        {"hours": {"zone": "UTC", "week": [[{"start": "9", "end": "18:00"}], *WEEK[1:]]}},
        {"hours": {"zone": "UTC", "week": [[{"start": "24:00", "end": "24:00"}], *WEEK[1:]]}},
        {"hours": {"zone": "UTC", "week": [[{"start": "09:00", "end": "12:00"},
                                            {"start": "11:00", "end": "13:00"}], *WEEK[1:]]}},
        {"hours": HOURS | {"holidays": [{"day": "2026-02-30"}]}},
        {"hours": HOURS | {"holidays": [{"day": "2026-01-01"}, {"day": "2026-01-01"}]}},
        {"limits": {"text_limit": 4_001}},
        {"limits": {"messages_per_minute": 0}},
        {"limits": {"sockets_per_visitor": 51}},
        {"origins": ["https://a.example.com"] * 101},
        {"site_key": "mine"},
        {"identity_salts": []},
    ],
    ids=lambda body: str(body)[:60],
)  # fmt: skip
def test_what_makes_no_sense_is_refused_and_nothing_is_kept(
    door: Door, own: Place, body: dict[str, Any]
) -> None:
    before = ask(door, "GET", f"/{own.id}", own.admin).json()
    refused(ask(door, "PATCH", f"/{own.id}", own.admin, **body), 400, "invalid_payload")
    assert ask(door, "GET", f"/{own.id}", own.admin).json() == before


def test_what_a_patch_does_not_name_stays(door: Door, own: Place) -> None:
    change(door, own, hours=HOURS, limits={"text_limit": 1_000})
    assert change(door, own, name="Новое имя")["hours"] == HOURS
    assert change(door, own, hours=None)["hours"] is None
    kept = change(door, own)
    assert (kept["name"], kept["limits"]["text_limit"]) == ("Новое имя", 1_000)
    assert kept["defaults"]["text_limit"] == 4_000


def test_only_administrators_see_and_change_sites(door: Door, shop: Place) -> None:
    for method, path in (
        ("GET", ""), ("POST", ""), ("GET", f"/{shop.id}"), ("PATCH", f"/{shop.id}"),
        ("POST", f"/{shop.id}/key"), ("POST", f"/{shop.id}/identity-secret"),
    ):  # fmt: skip
        refused(ask(door, method, path, shop.operator), 403, "forbidden")
