"""Fills a running demonstration with people, by its own API and sockets; once."""

import asyncio
import time
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from uuid import uuid4

import aiohttp
import httpx
import jwt

from tests.journeys.talks import LABELS, STORY, TALKS, Talk
from tests.load.client import Target, Visitor

_ANSWER_SECONDS = 90.0
_GUEST_WIFI = """# Wi‑Fi для гостей

## Как выдать гостю доступ

Закажите код на портале заявок. Код действует {hours}.

## Какую сеть выбрать

Гостям — `Corp-Guest`.{more}
"""


@dataclass(slots=True)
class Population:
    """What there is to look at."""

    conversations: dict[Talk, str]
    document_id: str
    webhook_id: str


class Office:
    """The API, as the demonstration's administrator."""

    def __init__(self, demo: Mapping[str, str]) -> None:
        """Sign in."""
        headers = {"Origin": demo["origin"]}
        self._http = httpx.Client(base_url=f"{demo['base_url']}/api/v1", headers=headers)
        who = {"email": demo["operator_email"], "password": demo["operator_password"]}
        token = self.ask("POST", "/auth/login", who)["access_token"]
        self._http.headers["Authorization"] = f"Bearer {token}"

    def ask(self, method: str, path: str, body: object = None) -> Any:  # noqa: ANN401 (JSON)
        """Return what the API answers; a refusal is raised."""
        answer = self._http.request(method, path, json=body)
        answer.raise_for_status()
        return answer.json() if answer.content else None


def populate(demo: Mapping[str, str], office: Office) -> Population:
    """Let everybody say what they have to say; what is there already stays as it is."""
    site = office.ask("GET", "/sites")["items"][0]
    document_id = _changed_document(office, demo["site_key"])
    if not office.ask("GET", "/labels")["items"]:
        _furnish(office, site["id"])
    webhook_id = office.ask("GET", "/webhooks")["items"][0]["id"]
    secret = office.ask("POST", f"/sites/{site['id']}/identity-secret", {"grace_hours": 0})[
        "secret"
    ]
    conversations = asyncio.run(
        _talk(Target(demo["base_url"], demo["site_key"], demo["origin"]), secret)
    )
    labels = {each["name"]: each["id"] for each in office.ask("GET", "/labels")["items"]}
    for talk, conversation_id in conversations.items():
        if talk.label:
            office.ask("PUT", f"/conversations/{conversation_id}/labels/{labels[talk.label]}")
    return Population(conversations, document_id, webhook_id)


def _furnish(office: Office, site_id: str) -> None:
    """What a team has made for itself."""
    made = {
        name: office.ask("POST", "/labels", {"site_id": site_id, "name": name, "colour": colour})[
            "id"
        ]
        for name, colour in LABELS.items()
    }
    for name, filters in (
        ("Срочные", {"labels": [made["Срочно"]]}),
        ("Долго ждут", {"status": ["waiting"], "waiting_over": 300}),
        ("Низкие оценки", {"scores": [1, 2]}),
    ):
        office.ask("POST", "/views", {"name": name, "filters": filters, "site_id": site_id})
    for email, role in (
        ("vera.lebedeva@corp.example", "operator"),
        ("pavel.orlov@corp.example", "supervisor"),
    ):
        office.ask(
            "POST",
            "/people/invitations",
            {"email": email, "role": role, "locale": "ru", "site_ids": [site_id]},
        )
    office.ask(
        "POST",
        "/teams",
        {"site_id": site_id, "name": "Вторая линия", "automatic": False, "members": []},
    )
    events = ["conversation.created", "handoff.started", "conversation.closed"]
    office.ask(
        "POST",
        "/webhooks",
        {"site_id": site_id, "url": "https://crm.corp.example/hooks/otvet", "events": events},
    )
    office.ask(
        "POST",
        "/keys",
        {"name": "Отчёты в BI", "site_ids": [site_id], "scopes": ["analytics.read"]},
    )
    texts = {"ru": "Здравствуйте, {visitor.name}! Меня зовут {operator.name}, сейчас посмотрю."}
    office.ask(
        "PUT", f"/replies/{uuid4()}", {"shortcut": "привет", "title": "Приветствие", "texts": texts}
    )


def _changed_document(office: Office, site_key: str) -> str:
    """Return a document of two versions."""
    known = office.ask("GET", f"/knowledge/documents?site_key={site_key}")["items"]
    found = next((each["id"] for each in known if each["name"] == "guest-wifi.md"), None)
    if found:
        return str(found)
    body = {"site_key": site_key, "agent": "network", "name": "guest-wifi.md"}
    first = _GUEST_WIFI.format(hours="четыре часа", more="")
    made = office.ask("PUT", "/knowledge/documents", {**body, "text": first})
    second = _GUEST_WIFI.format(hours="до конца дня", more=" Сеть `Corp` — только для сотрудников.")
    office.ask("PUT", "/knowledge/documents", {**body, "text": second})
    return str(made["id"])


async def _talk(target: Target, secret: str) -> dict[Talk, str]:
    found: dict[Talk, str] = {}
    async with aiohttp.ClientSession() as http:
        for number, talk in enumerate((*TALKS, STORY)):
            identity = _vouched(talk.name, number, secret) if talk.name else ""
            visitor = Visitor(target, http, identity=identity)
            await visitor.open()
            found[talk] = visitor.conversation_id
            for count, text in enumerate(talk.says, start=1):
                await visitor.send(text)
                await _answered(visitor, count)
            if talk.ends != "agent" and visitor.status == "agent":
                await visitor.command("handoff.request", {})
            await visitor.close()
    return found


def _vouched(name: str, number: int, secret: str) -> str:
    claims = {
        "sub": f"e-{number}-{uuid4().hex[:6]}",
        "aud": "otvet",
        "exp": int(time.time()) + 3600,
        "name": name,
        "attributes": {"department": "Продажи"},
    }
    return jwt.encode(claims, secret, algorithm="HS256")


async def _answered(visitor: Visitor, count: int) -> None:
    """Wait until somebody has said something to so many messages."""
    until = time.monotonic() + _ANSWER_SECONDS
    while time.monotonic() < until:
        said = [each for each in visitor.messages.values() if each["sender"] != "visitor"]
        if len(said) >= count:
            return
        await asyncio.sleep(0.2)
    raise TimeoutError(f"no answer in {visitor.conversation_id}")
