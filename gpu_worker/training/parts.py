"""The examples of a training: encoded, weighed, and divided into learnt and held out."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from gpu_worker.agents.backends.tokenizer import HuggingFaceTokenizer
from gpu_worker.training.errors import NoExamples
from gpu_worker.training.examples import Example, data_hash, is_held_out, read_examples
from gpu_worker.training.options import TrainingOptions
from gpu_worker.training.prompting import Encoded, encode, template_of
from gpu_worker.training.record import DataRecord

HeldOut = Sequence[tuple[Example, Encoded]]


@dataclass(frozen=True, slots=True)
class Parts:
    """The examples of a training, encoded, and what is recorded of them."""

    trained: tuple[Encoded, ...]
    held_out: HeldOut
    record: DataRecord


def read_parts(options: TrainingOptions, tokenizer: HuggingFaceTokenizer) -> Parts:
    """Read, encode and divide an agent's examples.

    Raises:
        BadExample: a line of the data is not what it should be.
        NoExamples: nothing is left to train on, or nothing to measure on.
    """
    examples = read_examples(options.data, options.agent)
    if not examples:
        raise NoExamples(f"{options.data} has no examples of the agent {options.agent!r}")
    encoded = [(one, encode(one, tokenizer, tokenizer.marks)) for one in examples]
    fitting = [(one, ids) for one, ids in encoded if ids.length <= options.max_length]
    trained = [ids for one, ids in fitting if not is_held_out(one, options.held_out)]
    # By a hash, and not by kind or agent: the first of them are as good as any to be answered.
    held_out = [(one, ids) for one, ids in fitting if is_held_out(one, options.held_out)]
    if not trained or not held_out:
        raise NoExamples(
            f"of {len(examples)} examples {len(examples) - len(fitting)} are longer than "
            f"--max-length {options.max_length} tokens, {len(held_out)} are held out and "
            f"{len(trained)} are left to train on: both must be some"
        )
    record = DataRecord(
        file=options.data.name,
        hash=data_hash(examples),
        trained=len(trained),
        held_out=len(held_out),
        too_long=len(examples) - len(fitting),
        templates=tuple(sorted({template_of(one) for one, _ in fitting})),
        kinds=dict(sorted(Counter(one.kind.value for one, _ in fitting).items())),
    )
    return Parts(_weighed(trained), held_out, record)


def _weighed(examples: Sequence[Encoded]) -> tuple[Encoded, ...]:
    """Scale the weights to a mean of one: they say what matters more, not how fast to learn."""
    mean = sum(one.weight for one in examples) / len(examples)
    return tuple(replace(one, weight=one.weight / mean) for one in examples)
