"""Whose documents an agent answers from holds in the search and in what its model is given."""

from collections.abc import Sequence
from uuid import uuid5

import pytest

from gpu_worker.agents.backends.base import Draft
from gpu_worker.retrieval.hashed import HashedEmbedder
from gpu_worker.retrieval.indexer import Indexer
from gpu_worker.retrieval.knowledge import KnowledgeIndex
from gpu_worker.tests.support import AGENTS, SITE, ScriptedBackend, ask, batch, help_desk
from shared.contracts.queues import AgentProfile, AiResult
from shared.domain.versions import KnowledgeScope
from shared.domain.words import Outcome

ACCESS, HARDWARE, NETWORK = AGENTS
PRINTER = "принтер не печатает, документ висит в очереди"
SHARED = """# Общие сведения
## VPN и принтер у подрядчиков
Подрядчикам VPN не подключается без заявки, принтер тоже.
"""


def wide(agent: AgentProfile, scope: KnowledgeScope) -> AgentProfile:
    return agent.model_copy(update={"knowledge": scope})


def desk_with_shared(*, is_shared: bool = True) -> KnowledgeIndex:
    """The help desk with one more document of the hardware agent."""
    store, knowledge = help_desk()
    common = batch("hardware", SHARED)
    document = uuid5(SITE, "shared")
    passages = tuple(
        passage.model_copy(update={"id": uuid5(document, str(passage.ordinal))})
        for passage in common.passages
    )
    changes = {"document_id": document, "is_shared": is_shared, "passages": passages}
    Indexer(store, HashedEmbedder()).index(common.model_copy(update=changes))
    knowledge.refresh(SITE, 2)
    return knowledge


def sources(
    agents: Sequence[AgentProfile], knowledge: KnowledgeIndex | None = None
) -> tuple[AiResult, list[str]]:
    """Ask about the VPN; return the answer, and the titles that its backend was given."""
    backend = ScriptedBackend(["x"], Draft("x", ()))
    result = ask("VPN не подключается из дома", backend=backend, agents=agents, knowledge=knowledge)
    titles = [source.title for task in backend.tasks for source in task.sources]
    return result, [title.partition(" › ")[0] for title in titles]


@pytest.mark.parametrize(
    ("scope", "also"),
    [(KnowledgeScope.OWN, set()), (KnowledgeScope.SHARED, {"Общие сведения"})],
)
def test_an_agent_is_given_its_own_passages_and_those_its_scope_adds(
    scope: KnowledgeScope, also: set[str]
) -> None:
    agents = (ACCESS, HARDWARE, wide(NETWORK, scope))
    _, titles = sources(agents, desk_with_shared())
    assert titles[0] == "VPN и удалённое подключение"
    assert set(titles) == {"VPN и удалённое подключение"} | also


def test_a_document_that_is_not_shared_is_given_to_its_own_agent_and_to_one_that_may_all() -> None:
    knowledge = desk_with_shared(is_shared=False)
    narrow = (ACCESS, HARDWARE, wide(NETWORK, KnowledgeScope.SHARED))
    assert set(sources(narrow, knowledge)[1]) == {"VPN и удалённое подключение"}
    broad = (ACCESS, HARDWARE, wide(NETWORK, KnowledgeScope.ALL))
    assert "Общие сведения" in sources(broad, knowledge)[1]


def test_what_an_agent_knows_that_is_switched_off_is_found_by_one_that_may_all_alone() -> None:
    """Given that the hardware agent does not answer."""
    narrow = ask(PRINTER, agents=(ACCESS, NETWORK))
    assert narrow.outcome is not Outcome.QUOTED
    assert narrow.provenance is not None
    assert {one.agent for one in narrow.provenance.passages} <= {"access", "network"}
    broad = ask(PRINTER, agents=(ACCESS, wide(NETWORK, KnowledgeScope.ALL)))
    assert (broad.outcome, broad.agent) == (Outcome.QUOTED, "network")
    assert broad.provenance is not None
    assert broad.provenance.passages[0].agent == "hardware", "it says whose it is"
    assert broad.provenance.agents == ("network",)


def test_a_shared_document_is_found_though_its_agent_is_switched_off() -> None:
    question = "подрядчикам VPN и принтер не подключается без заявки"
    knowledge = desk_with_shared()
    agents = (ACCESS, wide(NETWORK, KnowledgeScope.SHARED))
    found = ask(question, agents=agents, knowledge=knowledge)
    assert found.provenance is not None
    assert "hardware" in {one.agent for one in found.provenance.passages}
    without = ask(question, agents=(ACCESS, NETWORK), knowledge=knowledge)
    assert without.provenance is not None
    assert "hardware" not in {one.agent for one in without.provenance.passages}
