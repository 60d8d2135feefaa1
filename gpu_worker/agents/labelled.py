"""Labelled questions over a folder of knowledge, for fitting and measuring.

A knowledge folder has one folder per agent with Markdown files; a question names its passages as
``[agent, "file.md#heading"]``. Of each kind of question every third is kept for the test and never
fitted on.
"""

import json
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from uuid import NAMESPACE_URL, UUID, uuid5

from gpu_worker.agents.understanding import HistoryMessage
from gpu_worker.retrieval.indexer import Indexer
from shared.contracts.queues import Passage, PassageBatch
from shared.domain.passages import passage_title, split_markdown
from shared.domain.words import Sender

SITE = uuid5(NAMESPACE_URL, "otvet:calibration")
_TEST_EVERY = 3

Keys = Mapping[tuple[str, str], UUID]


class LabelError(Exception):
    """A question names a passage that the knowledge does not have, or is malformed."""


@dataclass(frozen=True, slots=True)
class LabelledQuestion:
    """A question and the passages that answer it; none of them: nobody should answer."""

    id: str
    text: str
    kind: str
    history: tuple[HistoryMessage, ...]
    agents: frozenset[str]
    passages: frozenset[UUID]
    is_test: bool


def index_folder(folder: Path, indexer: Indexer) -> dict[tuple[str, str], UUID]:
    """Index every document of the folder and return the ids of its passages by label."""
    keys: dict[tuple[str, str], UUID] = {}
    for path in sorted(folder.glob("*/*.md")):
        agent = path.parent.name
        title, sections = split_markdown(path.read_text("utf-8"))
        passages = []
        for ordinal, section in enumerate(sections):
            label = (agent, f"{path.name}#{section.title}")
            passage_id = uuid5(SITE, f"{agent}/{path.name}/{ordinal}")
            keys.setdefault(label, passage_id)
            passages.append(
                Passage(
                    id=passage_id,
                    agent=agent,
                    ordinal=ordinal,
                    title=passage_title(title, section.title),
                    text=section.text,
                    phrasings=section.phrasings,
                )
            )
        indexer.index(_batch(path, passages))
    return keys


def load_questions(path: Path, keys: Keys) -> list[LabelledQuestion]:
    """Read labelled questions, one JSON object a line.

    Raises:
        LabelError: a line is malformed or names a passage that ``keys`` does not have.
    """
    questions: list[LabelledQuestion] = []
    seen: Counter[str] = Counter()
    for number, line in enumerate(path.read_text("utf-8").splitlines(), start=1):
        if not line.strip():
            continue
        try:
            row = json.loads(line)
            kind = str(row["kind"])
            questions.append(
                LabelledQuestion(
                    id=str(row["id"]),
                    text=str(row["text"]),
                    kind=kind,
                    history=tuple(
                        HistoryMessage(Sender(said["sender"]), str(said["text"]))
                        for said in row.get("history", ())
                    ),
                    agents=frozenset(row.get("agents", ())),
                    passages=frozenset(keys[agent, name] for agent, name in row["passages"]),
                    is_test=seen[kind] % _TEST_EVERY == _TEST_EVERY - 1,
                )
            )
        except (KeyError, TypeError, ValueError) as error:
            raise LabelError(f"{path.name}, line {number}: {error!r}") from error
        seen[kind] += 1
    return questions


def _batch(path: Path, passages: list[Passage]) -> PassageBatch:
    return PassageBatch(
        request_id="calibration",
        site_id=SITE,
        document_id=uuid5(SITE, f"{path.parent.name}/{path.name}"),
        document_name=path.name,
        document_version=1,
        passages=tuple(passages),
        is_last=True,
    )
