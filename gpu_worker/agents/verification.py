"""Whether an answer stands on its sources."""

import re
from collections.abc import Sequence

from razdel import sentenize

from gpu_worker.agents.backends.base import Draft, Source
from gpu_worker.retrieval.words import content_stems, words

_MARK = re.compile(r"\s*\[\d{1,2}\]")
_SUPPORTED = 0.6


def groundedness(draft: Draft, sources: Sequence[Source]) -> float:
    """Return the share of the draft's sentences that its sources support; 0 to 1.

    A sentence is supported when a source has it word for word, or has most of its content words.
    An answer without citations, or citing a source that is not there, stands on nothing.
    """
    known = {source.n for source in sources}
    if not draft.citations or any(citation.n not in known for citation in draft.citations):
        return 0.0
    verbatim = [" ".join(source.text.split()) for source in sources]
    stems = [set(content_stems(words(f"{source.title}\n{source.text}"))) for source in sources]
    sentences = _sentences(_MARK.sub("", draft.text))
    supported = sum(
        any(sentence in text for text in verbatim) or _is_covered(sentence, stems)
        for sentence in sentences
    )
    return supported / len(sentences) if sentences else 0.0


def _sentences(text: str) -> list[str]:
    parts = (part.text for line in text.split("\n") for part in sentenize(line))
    return [" ".join(part.split()) for part in parts if re.search(r"\w", part)]


def _is_covered(sentence: str, stems: Sequence[set[str]]) -> bool:
    wanted = set(content_stems(words(sentence)))
    return any(len(wanted & have) >= _SUPPORTED * len(wanted) for have in stems)
