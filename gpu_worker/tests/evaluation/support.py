"""A folder of knowledge, questions over it, and predictions made by hand."""

import json
from collections.abc import Sequence
from pathlib import Path
from uuid import UUID, uuid5

from gpu_worker.evaluation.judging import Case
from gpu_worker.evaluation.predictions import Action, Prediction
from gpu_worker.evaluation.questions import Kind, Question
from gpu_worker.tests.support import SITE

ACCESS = """Пароль учётной записи сбрасывается на портале кодом из телефона.

  Заблокированная учётная запись открывается через пятнадцать минут.
Пропуск в здание выдаёт бюро пропусков на первом этаже.
"""
NETWORK = """# VPN
## VPN не подключается из дома
<!-- phrasings: впн не коннектится -->
Перезапустите программу VPN и введите новый рабочий пароль.
## Wi-Fi в переговорной слабый
Сядьте ближе к точке доступа. Точка висит на потолке.
"""
PRINTERS = """# Принтеры
## Заменить картридж
Картридж меняет дежурный инженер. Оставьте заявку на портале.
"""


def knowledge_folder(folder: Path) -> Path:
    """One agent of each layout."""
    (folder / "Печать").mkdir(parents=True)
    (folder / "Доступ и пароли.txt").write_text(ACCESS, "utf-8")
    (folder / "network.md").write_text(NETWORK, "utf-8")
    (folder / "Печать" / "printers.md").write_text(PRINTERS, "utf-8")
    return folder


def write_questions(path: Path, rows: Sequence[object]) -> Path:
    """Write lines of JSON."""
    lines = [row if isinstance(row, str) else json.dumps(row, ensure_ascii=False) for row in rows]
    path.write_text("\n".join(lines), "utf-8")
    return path


def key(name: str) -> UUID:
    """The id of a passage by any name."""
    return uuid5(SITE, name)


def case(
    kind: Kind | None,
    action: Action,
    *,
    wanted: str | None = "",
    found: str = "",
    quoted: str = "",
    belongs: Sequence[str] | None = (),
    agents: Sequence[str] = ("a",),
    confidence: float = 0.5,
    latency: float = 1.0,
) -> Case:
    """A question and what became of it; each letter of ``wanted``, ``found`` is a passage."""
    passages = None if wanted is None else frozenset(map(key, wanted))
    labels = None if belongs is None else frozenset(belongs)
    keys = tuple(map(key, found))
    return Case(
        Question(id="q", text="t", kind=kind, agents=labels, passages=passages),
        Prediction(
            id="q",
            action=action,
            agents=tuple(agents),
            found=keys,
            ranked=tuple(("a", name) for name in found),
            quoted=tuple(map(key, quoted)),
            confidence=confidence,
            route=confidence,
            latency_ms=latency,
            stage_ms={"routing": latency},
        ),
    )
