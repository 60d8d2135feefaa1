"""A long random walk over one conversation: whatever happens, in whatever order, the rules hold."""

import random
import secrets
from collections import Counter
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from uuid import UUID

import pytest
from redis.asyncio import Redis as AsyncRedis

from shared.domain.words import ConversationStatus, Outcome
from shared.kernel.errors import Conflict, Forbidden
from shared.storage.floor import FloorCommand
from shared.storage.keys import conversation_key
from shared.storage.state import Accepted, Frame, LiveState
from shared.tests.conftest import Begin
from shared.tests.talk import ANNA, BORIS, Talk

pytestmark = pytest.mark.services

STEPS = 1_200
_AGENT_FRAMES = {"message.delta", "generation.stage", "message.completed"}


@dataclass
class Walk:
    """The conversation, and what was done in it so far."""

    talk: Talk
    chance: random.Random
    requests: list[tuple[Accepted, str]] = field(default_factory=list)
    unannounced: list[tuple[Accepted, str]] = field(default_factory=list)
    seqs: dict[UUID, int] = field(default_factory=dict)
    results: Counter[str] = field(default_factory=Counter)

    def operator(self) -> UUID:
        return self.chance.choice([ANNA, BORIS])

    def request(self) -> Accepted | None:
        """Mostly the newest request, at times an old one."""
        if not self.requests:
            return None
        if self.chance.random() < 0.7:
            return self.requests[-1][0]
        return self.chance.choice(self.requests[-8:])[0]

    def place(self, message_id: UUID, seq: int) -> None:
        assert self.seqs.setdefault(message_id, seq) == seq, "a message got a second place"

    async def visitor_speaks(self) -> None:
        client_id = secrets.token_hex(8)
        accepted = await self.talk.accept(f"вопрос {len(self.seqs)}", client_id)
        self.place(accepted.entry.message_id, accepted.entry.seq)
        if self.chance.random() < 0.9:
            await self.talk.announce(accepted, client_id)
        else:
            self.unannounced.append((accepted, client_id))
        if accepted.entry.status is ConversationStatus.AGENT:
            self.requests.append((accepted, client_id))

    async def visitor_repeats(self) -> None:
        if not self.requests:
            return
        accepted, client_id = self.chance.choice(self.requests[-8:])
        again = await self.talk.accept("другой текст", client_id)
        assert again.entry.result == "repeated"
        self.place(again.entry.message_id, accepted.entry.seq)

    async def broker_confirms_late(self) -> None:
        if self.unannounced:
            accepted, client_id = self.unannounced.pop(0)
            assert await self.talk.announce(accepted, client_id)

    async def operator_speaks(self) -> None:
        accepted = await self.talk.reply(self.operator())
        self.place(accepted.entry.message_id, accepted.entry.seq)

    async def floor_moves(self) -> None:
        command = self.chance.choice([*FloorCommand, FloorCommand.TAKE, *[FloorCommand.RETURN] * 4])
        operator = None if command is FloorCommand.HANDOFF else self.operator()
        moved = await self.talk.move(command, operator)
        self.place(moved.entry.message_id, moved.entry.seq)

    async def visitor_stops(self) -> None:
        stopped = await self.talk.stop()
        if stopped:
            self.place(stopped.entry.message_id, stopped.entry.seq)

    async def agent_works(self) -> None:
        if request := self.request():
            self.talk.stage(request)
            self.talk.delta(request, 0, "раз")
            self.talk.delta(request, 3, " два")

    async def agent_answers(self) -> None:
        if request := self.request():
            hand_off = self.chance.random() < 0.15
            done = self.talk.hand_off(request) if hand_off else self.talk.complete(request)
            self.results[done.result] += 1
            if done.message:
                self.place(done.message.id, done.message.seq)


def check_step(before: LiveState, after: LiveState, name: str) -> None:
    """What no single step may break."""
    assert after.seq - before.seq in (0, 1), f"{name}: seq jumped"
    assert after.epoch - before.epoch in (0, 1), f"{name}: epoch jumped"
    assert after.n >= before.n, f"{name}: n went back"
    assert after.seq == before.seq or after.n > before.n, f"{name}: a message without a number"
    assert before.answered_seq <= after.answered_seq <= after.visitor_seq or not after.visitor_seq
    has_operator = after.operator is not None
    assert has_operator == (after.status is ConversationStatus.OPERATOR), name
    assert (after.waiting_since is not None) == (after.status is ConversationStatus.WAITING), name
    if after.status is not before.status and name != "agent_answers":
        assert after.epoch == before.epoch + 1, f"{name}: the floor moved within an epoch"


def check_frames(frames: list[Frame], seqs: dict[UUID, int]) -> None:
    """What everybody who listened all the time has seen."""
    numbers = [frame.n for frame in frames]
    assert numbers == sorted(set(numbers)), "frames doubled or out of order"
    status, shown = "agent", Counter[str]()
    for frame in frames:
        if frame.event == "conversation.status":
            status = frame.data["status"]
        if frame.event in _AGENT_FRAMES and frame.data.get("message", {}).get("sender") != "system":
            assert status == "agent", f"an agent spoke while {status} had the floor"
        if "message" in frame.data:
            message = frame.data["message"]
            shown[message["id"]] += 1
            assert seqs[UUID(message["id"])] == message["seq"]
    assert set(shown.values()) == {1}, "a message was shown twice"
    assert len(set(seqs.values())) == len(seqs), "two messages share a place"


@pytest.mark.parametrize("seed", [1, 2])
async def test_a_random_walk_breaks_no_rule(
    begin: Begin, async_redis: AsyncRedis, seed: int
) -> None:
    walk = Walk(await begin(), random.Random(seed))  # noqa: S311 (a walk that can be walked again)
    steps: list[tuple[Callable[[], Awaitable[None]], int]] = [
        (walk.visitor_speaks, 6),
        (walk.visitor_repeats, 2),
        (walk.broker_confirms_late, 1),
        (walk.operator_speaks, 3),
        (walk.floor_moves, 4),
        (walk.visitor_stops, 2),
        (walk.agent_works, 4),
        (walk.agent_answers, 5),
    ]
    frames: list[Frame] = []
    async with async_redis.pubsub() as pubsub:
        await pubsub.subscribe(conversation_key(walk.talk.id))
        before = await walk.talk.state()
        weights = [weight for _, weight in steps]
        for step, _ in walk.chance.choices(steps, weights, k=STEPS // 2):
            try:
                await step()
            except (Conflict, Forbidden) as refusal:
                walk.results[refusal.code] += 1
            after = await walk.talk.state()
            check_step(before, after, step.__name__)
            before = after
            while item := await pubsub.get_message(ignore_subscribe_messages=True, timeout=0):
                frames.append(Frame.model_validate_json(item["data"]))
        while item := await pubsub.get_message(ignore_subscribe_messages=True, timeout=0.3):
            frames.append(Frame.model_validate_json(item["data"]))
    check_frames(frames, walk.seqs)
    done = Counter(
        frame.data["message"]["outcome"]
        for frame in frames
        if frame.event == "message.completed"
        and frame.data["message"]["outcome"] != Outcome.STOPPED  # the visitor's doing
    )
    del done["stopped"]  # what the visitor stopped is told by the stop
    assert walk.results["done"] == sum(done.values()) >= 10
    # The walk went where the rules can break, not only where nothing happens.
    assert all(walk.results[name] >= 5 for name in ("stale", "repeated", "conversation_taken"))
