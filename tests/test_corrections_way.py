"""What operators corrected is read by the evaluation and the training as the command writes it."""

import asyncio
import json
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from psycopg import Connection
from psycopg.types.json import Jsonb

from gpu_worker.evaluation.knowledge import read_knowledge
from gpu_worker.evaluation.questions import Kind, read_questions
from gpu_worker.training.dataset.corrections import Correction, corrected
from gpu_worker.training.dataset.lessons import Recipe
from gpu_worker.training.examples import read_lines
from shared.config import SettingsError
from shared.domain.words import Sender
from shared.kernel.ids import uuid7
from shared.tests.rows import new_conversation, new_site
from tests.fixtures import MakeSettings
from workers.corrections import export

pytestmark = pytest.mark.services

PORTS = "Откройте на роутере порты UDP 500 и 4500."
NETWORK = frozenset({"network"})
CODE = "Введите шесть цифр из приложения."


class Shelf:
    """A site with two passages and what was said against answers from them."""

    def __init__(
        self, connection: Connection[Any], out: Path, make: MakeSettings, url: str
    ) -> None:
        self._connection = connection
        self.out = out
        self._settings = make(database_url=url)
        self.site_id = new_site(connection, site_key=f"way-{uuid7().hex}")
        self.conversation = new_conversation(connection, self.site_id)
        self.ports = self._passage(
            "network", "VPN › Ошибка 809", f"{PORTS}\n\nЗатем перезапустите."
        )
        self.code = self._passage("network", "VPN › Код", CODE)

    def correct(self, **columns: object) -> None:
        message_id, values = uuid7(), {"kind": "answer", "agent": "network"} | columns
        self._connection.execute(
            "INSERT INTO messages (id, conversation_id, seq, sender, text, at)"
            " VALUES (%s, %s, 1, 'agent', 'x', now())",
            (message_id, self.conversation),
        )
        values = {
            "id": uuid7(),
            "site_id": self.site_id,
            "conversation_id": self.conversation,
            "message_id": message_id,
            "asked": ["впн просит код"],
            "question": "vpn просит код",
            "created_by_name": "Анна",
            "updated_by_name": "Анна",
        } | values
        names = ", ".join(values)
        marks = ", ".join(["%s"] * len(values))
        self._connection.execute(
            f"INSERT INTO corrections ({names}) VALUES ({marks})",  # noqa: S608 (our names)
            list(values.values()),
        )

    def words(self, passage_id: UUID) -> dict[str, Any]:
        row = self._connection.execute(
            "SELECT title, text FROM passages WHERE id = %s", (passage_id,)
        ).fetchone()
        assert row is not None
        return {
            "id": str(passage_id), "agent": "network", "title": row[0], "text": row[1], "url": None,
        }  # fmt: skip

    def export(self) -> str:
        row = self._connection.execute(
            "SELECT site_key FROM sites WHERE id = %s", (self.site_id,)
        ).fetchone()
        assert row is not None
        return asyncio.run(export(self._settings, row[0], self.out))

    def _passage(self, agent: str, title: str, text: str) -> UUID:
        document, passage = uuid7(), uuid7()
        self._connection.execute(
            "INSERT INTO documents (id, site_id, agent, name, text, content_hash, state)"
            " VALUES (%s, %s, %s, %s, '', '', 'ready')",
            (document, self.site_id, agent, f"{document}.md"),
        )
        self._connection.execute(
            "INSERT INTO passages (id, document_id, version, ordinal, title, text)"
            " VALUES (%s, %s, 1, 1, %s, %s)",
            (passage, document, title, text),
        )
        return passage


@pytest.fixture
def shelf(
    connection: Connection[Any], tmp_path: Path, make_settings: MakeSettings, database_url: str
) -> Shelf:
    return Shelf(connection, tmp_path, make_settings, database_url)


def test_the_evaluation_reads_the_questions_with_their_labels(shelf: Shelf) -> None:
    history = Jsonb([{"sender": "visitor", "text": "привет", "agent": None}])
    shelf.correct(passages=Jsonb([shelf.words(shelf.code)]))
    shelf.correct(passages=Jsonb([shelf.words(shelf.ports)]), history=history)
    shelf.correct(kind="wrong_agent", right_agent="network", agent="access")
    shelf.correct(kind="hand_over", agent=None)
    shelf.correct(passages=Jsonb([shelf.words(shelf.code) | {"id": None}]))
    shelf.correct(state="discarded")
    assert shelf.export().startswith("5 questions and 0 examples")
    knowledge = read_knowledge(shelf.out / "knowledge")
    written, handed, routed, followed, answered = read_questions(
        shelf.out / "questions.jsonl", knowledge
    )
    assert answered.passages
    (label,) = answered.passages
    assert CODE in knowledge.passages[label].text
    assert (answered.kind, answered.agents) == (Kind.ANSWERABLE, NETWORK)
    assert followed.passages
    (label,) = followed.passages
    assert PORTS in knowledge.passages[label].text
    assert followed.kind is Kind.FOLLOW_UP
    assert [said.sender for said in followed.history] == [Sender.VISITOR]
    assert (routed.agents, routed.passages, routed.kind) == (NETWORK, None, None)
    assert (handed.kind, handed.passages) == (Kind.OUT_OF_SCOPE, frozenset())
    assert (written.agents, written.passages) == (NETWORK, None)


def test_the_training_reads_the_examples_and_finds_what_each_stands_on(shelf: Shelf) -> None:
    shown = Jsonb([shelf.words(shelf.ports), shelf.words(shelf.code)])
    right = Jsonb([shelf.words(shelf.code)])
    shelf.correct(answer="Откройте порты [1]", right_answer=CODE, passages=right, shown=shown)
    shelf.correct(kind="hand_over", answer="Откройте порты [1]")
    shelf.correct(passages=right, answer="Откройте порты [1]")
    assert "and 1 examples" in shelf.export()
    (line,) = read_lines(shelf.out / "corrections.jsonl", Correction)
    assert (line.agent, line.question, line.corrected) == ("network", "vpn просит код", CODE)
    assert [(one.n, one.text == CODE) for one in line.sources] == [(1, False), (2, True)]
    (made,) = corrected([line], Recipe(), 3.0)
    assert made.is_supported
    assert made.example.answer.endswith("[2]") or "[2]" in made.example.answer


def test_a_right_passage_that_never_came_up_is_among_the_sources(shelf: Shelf) -> None:
    others = [
        {
            "id": str(uuid7()),
            "agent": "network",
            "title": f"T{n}",
            "text": f"Другое {n}",
            "url": None,
        }
        for n in range(5)
    ]
    right = Jsonb([shelf.words(shelf.code)])
    shelf.correct(right_answer=CODE, passages=right, shown=Jsonb(others))
    shelf.export()
    (row,) = map(json.loads, (shelf.out / "corrections.jsonl").read_text().splitlines())
    assert [one["text"] for one in row["sources"]] == ["Другое 0", "Другое 1", CODE]


def test_a_site_that_is_not_there_is_named(make_settings: MakeSettings, database_url: str) -> None:
    with pytest.raises(SettingsError, match="nobody"):
        asyncio.run(export(make_settings(database_url=database_url), "nobody", Path()))
