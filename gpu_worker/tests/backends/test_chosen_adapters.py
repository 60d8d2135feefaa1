"""A site may choose another version of an adapter than the one that is active."""

from gpu_worker.agents.backends.adapters import AdapterWatch
from gpu_worker.tests.backends.test_adapter_watch import ACCESS, NETWORK, Desk, Version
from shared.contracts.queues import AgentProfile


def chosen(agent: AgentProfile, version: str) -> AgentProfile:
    return agent.model_copy(update={"adapter": version})


class ChoosingDesk(Desk):
    """A desk whose folder has versions 1 to 3 of each agent."""

    def __init__(self) -> None:
        super().__init__(access="1", network="1")
        self.watch = AdapterWatch(
            self.engine, self._find, every=0, choose=self._choose, clock=lambda: self.now
        )

    def _choose(self, slug: str, version: str) -> Version:
        if version not in {"1", "2", "3"}:
            raise LookupError(f"{slug} has no version {version}")
        return Version(slug, version)


def test_what_is_chosen_is_loaded_when_it_is_first_asked_for_beside_the_active_one() -> None:
    desk = ChoosingDesk()
    assert desk.blend(chosen(ACCESS, "2")) == {"access@2": 1.0}
    assert desk.blend(chosen(ACCESS, "2"), NETWORK) == {"access@2": 0.5, "network@1": 0.5}
    assert desk.engine.asked.count("access@2") == 1
    assert desk.blend(ACCESS) == {"access@1": 1.0}, "another site has not chosen"
    assert desk.blend(chosen(ACCESS, "1")) == {"access@1": 1.0}


def test_an_empty_choice_is_the_bare_model() -> None:
    desk = ChoosingDesk()
    assert desk.blend(chosen(ACCESS, "")) == {}
    assert desk.blend(chosen(ACCESS, ""), NETWORK) == {"network@1": 0.5}


def test_what_is_not_there_or_broken_is_the_active_one_instead_and_tried_later() -> None:
    desk = ChoosingDesk()
    desk.engine.refuses = {"access@3"}
    for _ in range(3):
        assert desk.blend(chosen(ACCESS, "9")) == {"access@1": 1.0}
        assert desk.blend(chosen(ACCESS, "3")) == {"access@1": 1.0}
    assert desk.engine.asked.count("access@3") == 1
    desk.now += 301
    desk.engine.refuses = set()
    assert desk.blend(chosen(ACCESS, "3")) == {"access@3": 1.0}


def test_a_choice_that_nobody_asks_for_any_more_leaves_and_the_active_one_stays() -> None:
    desk = ChoosingDesk()
    desk.blend(chosen(ACCESS, "2"))
    desk.now += 599
    desk.blend(chosen(ACCESS, "2"))
    for _ in range(3):
        desk.now += 300
        desk.watch.look()
    assert "access@2" in desk.engine.names, "retired, and unloaded at the look after"
    desk.watch.look()
    assert desk.engine.names == {"access@1", "network@1"}
    assert desk.blend(chosen(ACCESS, "2")) == {"access@2": 1.0}, "and comes again"


def test_a_choice_that_becomes_the_active_one_is_not_unloaded_with_the_choice() -> None:
    desk = ChoosingDesk()
    desk.blend(chosen(ACCESS, "2"))
    desk.put(access="2", network="1")
    for _ in range(4):
        desk.now += 400
        desk.watch.look()
    assert desk.blend(ACCESS) == {"access@2": 1.0}
    assert desk.engine.names == {"access@2", "network@1"}
