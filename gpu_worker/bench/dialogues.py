"""Conversations of several turns, in which every prompt holds all that was said before."""

import random
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from gpu_worker.bench.workload import Ask, tokens

_SYSTEM_TOKENS = 100
# What visitors add in the demo takes 12 to 27 tokens, and a chat template some nine more.
_FOLLOW_UP = (20, 36)

Systems = Mapping[str, tuple[int, ...]]


@dataclass(slots=True)
class Dialogue:
    """One conversation: its agent, the ids said so far, and what the visitor will say next."""

    systems: Systems
    agent: str
    coming: tuple[tuple[int, ...], ...]
    said: tuple[int, ...] = ()

    def ask(self, new_tokens: int) -> Ask:
        """Let the visitor speak; the agent reads its system prompt and all that was said."""
        spoken, self.coming = self.coming[0], self.coming[1:]
        self.said += spoken
        return Ask(self.systems[self.agent] + self.said, self.agent, new_tokens)

    def answered(self, ids: Sequence[int]) -> None:
        """Keep the answer as history."""
        self.said += tuple(ids)

    def copy(self) -> "Dialogue":
        """Return the same conversation for another arm to hold."""
        return replace(self)


def draw_dialogues(
    dice: random.Random,
    *,
    count: int,
    turns: int,
    agents: Sequence[str],
    first: tuple[int, int],
    vocab: int,
) -> list[Dialogue]:
    """Draw conversations, agents in turn.

    An agent's prompts begin with its system prompt of 100 tokens; with it, the first prompt is
    between ``first`` tokens long; later messages of the visitor take 20 to 36.
    """
    size = min(_SYSTEM_TOKENS, first[0] - 1)
    systems = {name: tokens(dice, size, vocab) for name in agents}
    dialogues = []
    for number in range(count):
        lengths = [dice.randint(*first) - size, *(dice.randint(*_FOLLOW_UP) for _ in range(turns))]
        coming = tuple(tokens(dice, length, vocab) for length in lengths[:turns])
        dialogues.append(Dialogue(systems, agents[number % len(agents)], coming))
    return dialogues


def longest(first: tuple[int, int], turns: int, new_tokens: int) -> int:
    """Return the most tokens that such a conversation can come to."""
    return first[1] + (turns - 1) * _FOLLOW_UP[1] + turns * new_tokens
