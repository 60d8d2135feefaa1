"""What operators say against answers is kept with all that was, listed, discarded and exported."""

import io
import json
import zipfile
from typing import Any
from uuid import UUID

import httpx
import pytest
from psycopg import Connection

from handlers.tests.conftest import Place
from handlers.tests.door import Door
from handlers.tests.test_http import refused
from handlers.tests.test_provenance import ASKED, Talk, full, score
from shared.kernel.ids import uuid7
from shared.tests.rows import new_operator, new_site

pytestmark = pytest.mark.services

CORRECTIONS = "/api/v1/corrections"
RIGHT = {"kind": "answer", "right_answer": " Откройте UDP 500 и 4500. "}


class Desk:
    """A site of its own, with an answered turn, an operator and a supervisor."""

    def __init__(self, door: Door, connection: Connection[Any], place: Place) -> None:
        self.door = door
        self.connection = connection
        self.talk = Talk(connection, place)
        self.site_id = place.id
        self.passage = self.new_passage("VPN › Ошибка 809", "809: порты UDP 500 и 4500 закрыты.")
        self.answer = self.talk.answer(full(score(self.passage)).model_dump(mode="json"))
        self.operator = door.token(place.operator)
        self.chief = door.token(place.admin)

    def new_passage(self, title: str, text: str) -> UUID:
        document, passage = uuid7(), uuid7()
        self.connection.execute(
            "INSERT INTO documents (id, site_id, agent, name, text, content_hash, state)"
            " VALUES (%s, %s, 'network', %s, '', '', 'ready')",
            (document, self.site_id, f"{document}.md"),
        )
        self.connection.execute(
            "INSERT INTO passages (id, document_id, version, ordinal, title, text)"
            " VALUES (%s, %s, 1, 1, %s, %s)",
            (passage, document, title, text),
        )
        return passage

    def call(self, method: str, path: str, token: str | None = None, **more: Any) -> httpx.Response:  # noqa: ANN401
        return self.door.request(
            method, path, origin=self.door.console, token=token or self.operator, **more
        )

    def path(self, message_id: object = None) -> str:
        return (
            f"/api/v1/conversations/{self.talk.id}/messages/{message_id or self.answer}/correction"
        )

    def put(self, message_id: object = None, **body: object) -> httpx.Response:
        return self.call("PUT", self.path(message_id), json=body)

    def listed(self, query: str = "") -> list[dict[str, Any]]:
        reply = self.call("GET", f"{CORRECTIONS}?site_id={self.site_id}{query}", self.chief)
        assert reply.status_code == 200, reply.text
        items: list[dict[str, Any]] = reply.json()["items"]
        return items

    def export(self, use: str) -> httpx.Response:
        path = f"{CORRECTIONS}/export?site_id={self.site_id}&use={use}"
        return self.call("GET", path, self.chief)


@pytest.fixture
def desk(door: Door, connection: Connection[Any]) -> Desk:
    site_id = new_site(connection)
    emails = [f"{role}-{site_id.hex}@desk.example" for role in ("chief", "anna")]
    new_operator(connection, site_id, email=emails[0], role="supervisor", name="Старшая")
    new_operator(connection, site_id, email=emails[1], role="operator", name="Анна")
    return Desk(door, connection, Place(site_id, "", "", emails[0], emails[1], ""))


def test_a_correction_keeps_what_was_asked_answered_and_should_have_been(desk: Desk) -> None:
    assert desk.call("GET", desk.path()).json() is None
    kept = desk.put(**RIGHT, passages=[{"passage_id": str(desk.passage)}], comment="порты").json()
    assert kept["asked"] == list(ASKED)
    assert kept["question"] == "не работает vpn ошибка 809"
    assert [said["text"] for said in kept["history"]] == ["раньше", "отвечено"]
    assert (kept["agent"], kept["right_agent"]) == ("network", None)
    assert kept["answer"] == "Откройте порты [1]"
    assert kept["right_answer"] == "Откройте UDP 500 и 4500."
    assert [one["text"] for one in kept["passages"]] == ["809: порты UDP 500 и 4500 закрыты."]
    assert (kept["state"], kept["created_by_name"], kept["comment"]) == ("active", "Анна", "порты")
    assert desk.call("GET", desk.path()).json() == kept
    assert desk.listed() == [kept]


def test_the_newest_word_on_an_answer_holds(desk: Desk) -> None:
    first = desk.put(**RIGHT).json()
    body = {"kind": "wrong_agent", "right_agent": "access"}
    second = desk.call("PUT", desk.path(), desk.chief, json=body).json()
    assert second["id"] == first["id"]
    assert (second["created_by_name"], second["updated_by_name"]) == ("Анна", "Старшая")
    assert (second["kind"], second["right_agent"], second["right_answer"]) == (
        "wrong_agent", "access", "",
    )  # fmt: skip
    assert len(desk.listed()) == 1


def test_a_passage_may_be_written_by_hand(desk: Desk) -> None:
    written = {"title": "VPN › Порты", "text": "Нужны UDP 500 и 4500."}
    kept = desk.put(kind="answer", passages=[written]).json()
    expected = written | {"passage_id": None, "agent": "network", "url": None}
    assert kept["passages"] == [expected]


def test_an_operator_s_own_answer_corrects_the_agents_before_it(desk: Desk) -> None:
    own = desk.talk._say(6, "operator", "Откройте UDP 500 и 4500, затем перезапустите клиент.")
    kept = desk.put(own, kind="answer", right_answer="Откройте UDP 500 и 4500.").json()
    assert kept["asked"] == list(ASKED)
    assert kept["answer"] == "Откройте порты [1]"
    assert kept["agent"] == "network"


def test_a_hand_off_that_should_have_been_an_answer_is_corrected_too(desk: Desk) -> None:
    desk.connection.execute(
        "UPDATE messages SET sender = 'system', outcome = 'handed_off', agent = NULL WHERE id = %s",
        (desk.answer,),
    )
    kept = desk.put(**RIGHT).json()
    assert (kept["agent"], kept["answer"]) == ("network", "")


@pytest.mark.parametrize(
    "body",
    [
        {},
        {"kind": "answer"},
        {"kind": "answer", "right_answer": "  "},
        {"kind": "wrong_agent"},
        {"kind": "wrong_agent", "right_agent": "nobody"},
        {"kind": "answer", "right_answer": "x", "right_agent": "access"},
        {"kind": "hand_over", "right_answer": "x"},
        {"kind": "answer", "passages": [{"passage_id": str(uuid7())}]},
        {"kind": "answer", "passages": [{"title": "без слов"}]},
        {"kind": "answer", "right_answer": "x" * 4_001},
        {"kind": "answer", "right_answer": "x", "surprise": 1},
        {"kind": "answer", "right_answer": "NUL \x00"},
    ],
)
def test_what_says_too_little_or_what_is_not_there_is_refused(
    desk: Desk, body: dict[str, Any]
) -> None:
    refused(desk.put(**body), 400, "invalid_payload")
    assert desk.listed() == []


def test_a_visitor_s_own_words_are_no_answer_to_correct(desk: Desk) -> None:
    refused(desk.put(desk.talk.question, **RIGHT), 404, "not_found")
    refused(desk.put(uuid7(), **RIGHT), 404, "not_found")


def test_it_is_found_by_what_it_is_and_paged(desk: Desk) -> None:
    made = [desk.put(**RIGHT).json()["id"]]
    for seq in (6, 7):
        own = desk.talk._say(seq, "operator", "Сам")
        made.append(desk.put(own, kind="wrong_agent", right_agent="access").json()["id"])
    newest_first = made[::-1]
    assert [one["id"] for one in desk.listed()] == newest_first
    assert [one["id"] for one in desk.listed("&kind=answer")] == made[:1]
    assert [one["id"] for one in desk.listed("&agent=access")] == newest_first[:2]
    assert desk.listed("&state=discarded") == []
    path = f"{CORRECTIONS}?site_id={desk.site_id}&limit=2"
    page = desk.call("GET", path, desk.chief).json()
    assert [one["id"] for one in page["items"]] == newest_first[:2]
    below = desk.call("GET", f"{path}&before={page['next']}", desk.chief).json()
    assert ([one["id"] for one in below["items"]], below["next"]) == (newest_first[2:], None)
    reply = desk.call("GET", f"{path}&before=yesterday", desk.chief)
    refused(reply, 400, "invalid_payload")


def test_one_that_is_discarded_is_listed_and_not_exported_until_it_is_used_again(
    desk: Desk,
) -> None:
    made = desk.put(**RIGHT).json()
    path = f"{CORRECTIONS}/{made['id']}"
    gone = desk.call("PATCH", path, desk.chief, json={"state": "discarded"}).json()
    assert (gone["state"], gone["updated_by_name"]) == ("discarded", "Старшая")
    assert [one["id"] for one in desk.listed("&state=discarded")] == [made["id"]]
    assert desk.export("examples").text == ""
    again = desk.call("PATCH", path, desk.chief, json={"state": "active"}).json()
    assert again["state"] == "active"
    assert desk.export("examples").text.count("\n") == 1


def test_what_a_supervisor_discarded_an_operator_does_not_bring_back(desk: Desk) -> None:
    made = desk.put(**RIGHT).json()
    path = f"{CORRECTIONS}/{made['id']}"
    gone = desk.call("PATCH", path, desk.chief, json={"state": "discarded"}).json()
    refused(desk.put(kind="hand_over", comment="и всё же"), 409, "correction_discarded")
    assert desk.listed() == [gone], "nothing of it has changed"
    assert desk.export("examples").text == ""
    again = desk.call("PUT", desk.path(), desk.chief, json=RIGHT).json()
    assert (again["state"], again["updated_by_name"]) == ("active", "Старшая")
    assert desk.put(kind="hand_over").json()["kind"] == "hand_over"


def test_an_operator_corrects_and_a_supervisor_decides(desk: Desk) -> None:
    made = desk.put(**RIGHT).json()
    for method, path, body in (
        ("GET", CORRECTIONS, None),
        ("GET", f"{CORRECTIONS}/export?site_id={desk.site_id}&use=examples", None),
        ("PATCH", f"{CORRECTIONS}/{made['id']}", {"state": "discarded"}),
    ):
        refused(desk.call(method, path, json=body), 403, "forbidden")


def test_the_export_for_trainings_has_corrections_and_drafts_that_people_sent(desk: Desk) -> None:
    desk.put(**RIGHT)
    desk.connection.execute(
        "INSERT INTO draft_verdicts (trial_id, site_id, conversation_id, decision, asked, agent,"
        " draft, sent) VALUES (%s, %s, %s, 'edited', '{vpn}', 'network', 'Было', 'Стало'),"
        " (%s, %s, %s, 'refused', '{vpn}', 'network', 'Не то', '')",
        (uuid7(), desk.site_id, desk.talk.id, uuid7(), desk.site_id, desk.talk.id),
    )
    reply = desk.export("examples")
    assert 'filename="corrections.jsonl"' in reply.headers["Content-Disposition"]
    rows = [json.loads(line) for line in reply.text.splitlines()]
    assert [(row["answer"], row["corrected"]) for row in rows] == [
        ("Откройте порты [1]", "Откройте UDP 500 и 4500."), ("Было", "Стало"),
    ]  # fmt: skip
    assert [source["n"] for source in rows[0]["sources"]] == [1]


def test_the_export_for_evaluations_labels_lines_of_the_knowledge_it_brings(desk: Desk) -> None:
    desk.new_passage("Wi-Fi", "Точка висит на потолке.")
    desk.put(**RIGHT, passages=[{"passage_id": str(desk.passage)}])
    with zipfile.ZipFile(io.BytesIO(desk.export("questions").content)) as archive:
        lines = archive.read("knowledge/network.txt").decode().splitlines()
        (row,) = map(json.loads, archive.read("questions.jsonl").decode().splitlines())
    ((agent, line),) = row["passages"]
    assert agent == "network"
    assert lines[line - 1] == "VPN › Ошибка 809. 809: порты UDP 500 и 4500 закрыты."
    assert (row["text"], row["kind"]) == ("\n".join(ASKED), "follow_up")


def test_whoever_exports_is_in_the_audit_log(desk: Desk) -> None:
    desk.put(**RIGHT)
    desk.export("examples")
    rows = desk.connection.execute(
        "SELECT action, actor_name, after, request_id IS NOT NULL FROM audit_log"
        " WHERE %s = ANY(site_ids)",
        (desk.site_id,),
    ).fetchall()
    assert rows == [("corrections.exported", "Старшая", {"use": "examples", "count": 1}, True)]


def test_a_correction_goes_with_its_conversation(desk: Desk) -> None:
    desk.put(**RIGHT)
    desk.connection.execute("DELETE FROM conversations WHERE id = %s", (desk.talk.id,))
    assert desk.listed() == []
