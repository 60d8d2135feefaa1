"""Ten thousand conversations with half a million messages, as the inbox's figures need them.

Words are drawn from the demo's knowledge by how often they stand there, so that a few are in
almost every conversation and most in few; names, telephones and requests are made up.
"""

import random
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime, timedelta
from itertools import accumulate
from pathlib import Path
from typing import Any
from uuid import UUID

from psycopg import Connection

from shared.kernel.ids import uuid7
from shared.kernel.text import preview

_KNOWLEDGE = Path("ops/embedded/demo/knowledge")
_NAMES = ("Мария", "Иван", "Ольга", "Пётр", "Анна", "Сергей", "Елена", "Дмитрий")
_SURNAMES = ("Соколова", "Громов", "Ёлкина", "Литвин", "Чернова", "Белов", "Зайцева", "Орлов")
_STATUSES = ("agent", "waiting", "operator", "closed")
_SHARES = (20, 3, 7, 70)
_CONVERSATIONS = """
COPY conversations (id, site_id, visitor_id, status, operator_id, last_seq, spoken_seq, agent,
    last_sender, last_text, last_at, waiting_since, score, created_at, updated_at) FROM STDIN
"""
_MESSAGES = """
COPY messages (id, conversation_id, seq, sender, agent, text, at) FROM STDIN
"""


class Talk:
    """Makes sentences."""

    def __init__(self, seed: int) -> None:
        """Count the words of the demo's knowledge."""
        self.random = random.Random(seed)  # noqa: S311 (the same data in every run)
        text = "\n".join(path.read_text("utf-8") for path in sorted(_KNOWLEDGE.rglob("*.md")))
        counts = Counter(re.findall(r"[^\W\d_]{2,}|[a-zA-Z]+", text))
        self.words = list(counts)
        self._weights = list(accumulate(counts.values()))

    def sentence(self) -> str:
        """Return five to thirty words."""
        words = self.random.choices(
            self.words, cum_weights=self._weights, k=self.random.randint(5, 30)
        )
        chance = self.random.random()
        if chance < 0.01:
            words.append(
                f"+7 (9{self.random.randint(10, 99)}) {self.random.randint(100, 999)}-12-34"
            )
        elif chance < 0.03:
            words.append(f"INC-{self.random.randint(10_000, 99_999)}")
        elif chance < 0.04:
            words.append(f"{self.random.choice(('ivanov', 'petrova'))}@corp.example")
        return " ".join(words)

    def name(self) -> str:
        """Return a visitor's name."""
        return f"{self.random.choice(_NAMES)} {self.random.choice(_SURNAMES)}"


def fill(
    connection: Connection[Any],
    sites: Sequence[UUID],
    operator_id: UUID,
    *,
    conversations: int,
    messages: int,
    seed: int = 1,
) -> None:
    """Fill ``sites`` in turn; every word is indexed on the way, by the database itself."""
    talk = Talk(seed)
    now = datetime.now(UTC)
    made = [_Made(talk, sites[n % len(sites)], now, operator_id) for n in range(conversations)]
    weights = list(accumulate(talk.random.lognormvariate(0, 0.8) for _ in made))
    lengths = Counter(talk.random.choices(range(conversations), cum_weights=weights, k=messages))
    for number, one in enumerate(made):
        one.length = max(2, lengths[number])
    with connection.transaction(), connection.cursor() as cursor:
        with cursor.copy("COPY visitors (id, site_id, name) FROM STDIN") as copy:
            for one in made:
                copy.write_row((one.visitor_id, one.site_id, talk.name()))
        rows = list(_messages(made, talk))
        with cursor.copy(_CONVERSATIONS) as copy:
            for one in made:
                copy.write_row(one.row())
        for start in range(0, len(rows), 50_000):
            with cursor.copy(_MESSAGES) as copy:
                for row in rows[start : start + 50_000]:
                    copy.write_row(row)
    connection.execute("VACUUM ANALYZE")


class _Made:
    def __init__(self, talk: Talk, site_id: UUID, now: datetime, operator_id: UUID) -> None:
        self.id, self.visitor_id, self.site_id = uuid7(), uuid7(), site_id
        (self.status,) = talk.random.choices(_STATUSES, _SHARES)
        self.operator_id = operator_id if self.status == "operator" else None
        self.at = now - timedelta(minutes=talk.random.randint(1, 60 * 24 * 365))
        self.waiting_since = self.at if self.status == "waiting" else None
        self.score = talk.random.choice((None, None, 1, 2, 3, 4, 5))
        self.length = 0
        self.last: tuple[str, str] = ("visitor", "")

    def row(self) -> tuple[Any, ...]:
        sender, text = self.last
        began = self.at - timedelta(minutes=self.length)
        return (
            self.id, self.site_id, self.visitor_id, self.status, self.operator_id, self.length,
            self.length, "network", sender, preview(text), self.at, self.waiting_since,
            self.score, began, self.at,
        )  # fmt: skip


def _messages(made: Sequence[_Made], talk: Talk) -> Iterator[tuple[Any, ...]]:
    for one in made:
        for seq in range(1, one.length + 1):
            sender = "visitor" if seq % 2 else "agent"
            text = talk.sentence()
            at = one.at - timedelta(minutes=one.length - seq)
            agent = "network" if sender == "agent" else None
            one.last = (sender, text)
            yield (uuid7(), one.id, seq, sender, agent, text, at)
