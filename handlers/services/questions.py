"""Questions in about the same words, put together.

One pass, newest first: a question joins the group whose words it shares most of, or begins one
(leader clustering, Hartigan 1975, with the Jaccard index of stems as likeness). It needs no model,
is the same every time, and says why two questions stand together: by their words.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

from shared.contracts.analytics import QuestionExample, QuestionGroup
from shared.kernel.text import preview
from shared.storage.episode_lists import QuestionRow

_ALIKE = 0.5


@dataclass(slots=True)
class _Group:
    stems: frozenset[str]
    rows: list[QuestionRow] = field(default_factory=list)


def group_questions(rows: Sequence[QuestionRow], most: int) -> list[QuestionGroup]:
    """Return up to ``most`` groups of ``rows`` (newest first), the largest first."""
    groups: list[_Group] = []
    by_stem: defaultdict[str, list[int]] = defaultdict(list)
    for row in rows:
        stems = frozenset(row.stems) or frozenset({row.text.casefold().strip()})
        near = {index for stem in stems for index in by_stem[stem]}
        best = max(
            near, key=lambda index: (_alike(groups[index].stems, stems), -index), default=None
        )
        if best is None or _alike(groups[best].stems, stems) < _ALIKE:
            best = len(groups)
            groups.append(_Group(stems))
            for stem in stems:
                by_stem[stem].append(best)
        groups[best].rows.append(row)
    # Sorting is stable: of groups of one size the one with the newest question comes first.
    groups.sort(key=lambda group: -len(group.rows))
    return [_shown(group) for group in groups[:most]]


def _alike(one: frozenset[str], other: frozenset[str]) -> float:
    return len(one & other) / len(one | other)


def _shown(group: _Group) -> QuestionGroup:
    newest = group.rows[0]
    return QuestionGroup(
        question=preview(newest.text),
        count=len(group.rows),
        last_at=newest.at,
        agents=tuple(sorted({row.agent for row in group.rows if row.agent is not None})),
        examples=tuple(
            QuestionExample(conversation_id=row.conversation_id, text=preview(row.text), at=row.at)
            for row in group.rows
        ),
    )
