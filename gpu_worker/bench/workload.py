"""What is asked of every arm: random prompts, each for one agent's adapter or for none."""

import random
from collections.abc import Sequence
from dataclasses import dataclass, replace

_AGENTS = ("network", "applications", "hardware", "access", "security")


@dataclass(frozen=True, slots=True)
class Ask:
    """One request: ``new_tokens`` greedy tokens after a prompt, by an adapter or the bare model."""

    prompt_ids: tuple[int, ...]
    adapter: str | None
    new_tokens: int


def adapter_names(count: int) -> tuple[str, ...]:
    """Return the demo's agents first, then numbered ones."""
    return (*_AGENTS, *(f"agent-{n}" for n in range(len(_AGENTS) + 1, count + 1)))[:count]


def draw(
    dice: random.Random,
    *,
    requests: int,
    adapters: Sequence[str],
    prompt: tuple[int, int],
    new_tokens: int,
    vocab: int,
) -> tuple[Ask, ...]:
    """Draw requests that share no beginning, adapters in turn, in a shuffled order.

    ``prompt`` is the least and the greatest number of prompt tokens.
    """
    names = [adapters[n % len(adapters)] for n in range(requests)]
    dice.shuffle(names)
    return tuple(
        Ask(tokens(dice, dice.randint(*prompt), vocab), name, new_tokens) for name in names
    )


def tokens(dice: random.Random, count: int, vocab: int) -> tuple[int, ...]:
    """Draw token ids; the first ten ids are left to control tokens."""
    return tuple(dice.randrange(10, vocab) for _ in range(count))


def bare(asks: Sequence[Ask]) -> tuple[Ask, ...]:
    """Return the same requests for the model without adapters."""
    return tuple(replace(ask, adapter=None) for ask in asks)
