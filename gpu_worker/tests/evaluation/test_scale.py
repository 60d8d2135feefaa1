"""How searching grows is measured with what serves visitors, Chroma included."""

import json
from pathlib import Path

import pytest

from gpu_worker.evaluation.scale import main
from gpu_worker.tests.support import DOCUMENTS


@pytest.mark.services
def test_each_size_gets_a_line_of_figures(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("EMBEDDING_MODEL", "lexical")
    for agent, text in DOCUMENTS.items():
        (tmp_path / agent).mkdir()
        (tmp_path / agent / "a.md").write_text(text, "utf-8")
    questions, out = tmp_path / "q.jsonl", tmp_path / "out.json"
    questions.write_text('{"id": "1", "text": "vpn не подключается", "history": []}\n', "utf-8")
    asked = ["--knowledge", str(tmp_path), "--questions", str(questions), "--json", str(out)]
    assert main([*asked, "--passages", "30,60"]) == 0
    rows = json.loads(out.read_text("utf-8"))
    assert [row["passages"] for row in rows] == [30, 60]
    assert all(0 < row["p50_ms"] <= row["p95_ms"] for row in rows)
