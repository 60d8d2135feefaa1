"""What is seen of an answer while it is made, and when it is started over, on real Redis."""

from collections.abc import AsyncIterator, Callable
from typing import Any

import orjson
import pytest
from redis import Redis
from redis.asyncio import Redis as AsyncRedis
from redis.client import PubSub

from gpu_worker.actors.progress import LiveProgress
from gpu_worker.agents.progress import Superseded
from shared.contracts.queues import AiRequest
from shared.domain.words import Outcome, Stage
from shared.storage.state import Accepted
from shared.tests.samples import ai_request
from shared.tests.talk import Talk

pytestmark = pytest.mark.services

HALF, QUOTE = "Половина отв", "Перезапустите программу VPN. [1]"


class Screen:
    """What a client shows, by the rule of ``message.delta`` that clients are written to."""

    def __init__(self, channel: PubSub) -> None:
        self._channel = channel
        self.text = ""
        self.message = ""
        self.deltas = 0

    def look(self) -> "Screen":
        """Take in what came."""
        while (item := self._channel.get_message(timeout=0.2)) is not None:
            if item["type"] != "message":
                continue
            frame = orjson.loads(item["data"])
            if frame["event"] == "message.delta":
                self.deltas += 1
                offset, text = frame["data"]["offset"], frame["data"]["text"]
                if offset <= len(self.text):
                    self.text += text[len(self.text) - offset :]
            elif frame["event"] == "message.completed":
                self.message, self.text = frame["data"]["message"]["text"], ""
        return self


class Desk:
    """A conversation with one question, and the progress of its answer."""

    def __init__(self, talk: Talk, accepted: Accepted, screen: Screen) -> None:
        self.talk, self.accepted, self.screen = talk, accepted, screen
        self.request: AiRequest = ai_request(
            conversation_id=talk.id,
            epoch=accepted.entry.epoch,
            answer_id=accepted.entry.answer_id,
            turn=accepted.turn_messages(),
        )
        self.now = 0.0
        self.kept = 0
        self.progress = LiveProgress(
            talk.workers, self.request, keep=self._keep, clock=lambda: self.now
        )

    def _keep(self) -> None:
        self.kept += 1

    def complete(self, text: str) -> None:
        completion = self.talk.complete(self.accepted, outcome=Outcome.QUOTED, text=text)
        assert completion.result == "done"


@pytest.fixture
async def desk(async_redis: AsyncRedis, redis: Redis) -> AsyncIterator[Desk]:
    talk = await Talk(async_redis, redis).begin()
    accepted = await talk.say("не работает vpn")
    channel = redis.pubsub(ignore_subscribe_messages=True)  # type: ignore[no-untyped-call]
    channel.subscribe(f"conv:{talk.id}")
    channel.get_message(timeout=1)
    yield Desk(talk, accepted, Screen(channel))
    channel.close()


async def test_an_answer_that_is_started_over_is_not_glued_to_the_first(desk: Desk) -> None:
    desk.progress.stage(Stage.WRITING, "network")
    desk.progress.delta(HALF)
    assert desk.screen.look().text == HALF
    desk.progress.start_over()
    desk.progress.stage(Stage.WRITING, "network")
    for piece in QUOTE.split(" "):
        desk.now += 1
        desk.progress.delta(piece)
    desk.progress.stage(Stage.CHECKING, "network")
    desk.progress.flush()
    assert desk.screen.look().text == HALF, "nothing is put behind the first answer's words"
    desk.complete(QUOTE)
    assert desk.screen.look().message == QUOTE
    assert desk.screen.text == ""


async def test_who_comes_in_after_an_answer_was_started_over_sees_none_of_it(desk: Desk) -> None:
    desk.progress.delta(HALF)
    desk.progress.start_over()
    desk.progress.stage(Stage.WRITING, "network")
    desk.progress.delta(QUOTE)
    partial = (await desk.talk.resume()).partial
    assert partial is not None
    assert partial.text == ""


async def test_an_answer_that_had_shown_nothing_streams_as_if_it_were_the_first(desk: Desk) -> None:
    desk.progress.start_over()
    desk.progress.delta(QUOTE)
    assert desk.screen.look().text == QUOTE
    partial = (await desk.talk.resume()).partial
    assert partial is not None
    assert partial.text == QUOTE


@pytest.mark.parametrize(
    "act",
    [
        lambda progress: progress.beat(),
        lambda progress: progress.delta("слово"),
        lambda progress: progress.start_over(),
        lambda progress: progress.stage(Stage.WRITING),
    ],
    ids=["beat", "delta", "start over", "stage"],
)
async def test_whatever_is_done_a_turn_that_was_overtaken_is_given_up(
    desk: Desk, act: Callable[[LiveProgress], None]
) -> None:
    desk.progress.delta(HALF)
    await desk.talk.say("а нет, уже работает")
    desk.now += 1
    with pytest.raises(Superseded):
        act(desk.progress)


async def test_while_nothing_can_be_shown_the_lease_is_kept_and_redis_is_spared(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[object] = []
    ask = desk.talk.workers.is_current

    def counting(*details: Any) -> bool:  # noqa: ANN401
        asked.append(details)
        return ask(*details)

    monkeypatch.setattr(desk.talk.workers, "is_current", counting)
    for _ in range(1_000):
        desk.now += 0.01
        desk.progress.beat()
    assert 3 <= desk.kept <= 5, "ten seconds, and the lease is of eight"
    assert 10 <= len(asked) <= 20
    assert desk.screen.look().deltas == 0


async def test_after_starting_over_a_long_second_answer_still_hears_that_it_is_unwanted(
    desk: Desk,
) -> None:
    desk.progress.delta(HALF)
    desk.progress.start_over()
    await desk.talk.say("а нет, уже работает")
    desk.now += 1
    with pytest.raises(Superseded):
        desk.progress.delta("слово")
