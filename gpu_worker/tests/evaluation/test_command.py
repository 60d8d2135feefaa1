"""The command writes predictions, figures and a page, and says in a sentence why it cannot."""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from gpu_worker.evaluation.__main__ import main
from gpu_worker.tests.evaluation.support import knowledge_folder, write_questions

ACCESS = "Доступ и пароли"
HEADING = "printers.md#Заменить картридж"
LABELLED: list[dict[str, object]] = [
    {
        "id": "vpn",
        "text": "впн не коннектится <script>alert(1)</script>",
        "kind": "answerable",
        "agents": ["network"],
        "passages": [["network", 1]],
    },
    {
        "id": "ink",
        "text": "кто меняет картридж",
        "kind": "answerable",
        "agents": ["Печать"],
        "passages": [["Печать", HEADING]],
    },
    {
        "id": "odd",
        "text": "пропуск & «<b>бюро</b>»",
        "kind": "answerable",
        "agents": [ACCESS],
        "passages": [[ACCESS, 2]],
    },
    {"id": "hello", "text": "здравствуйте", "kind": "greeting", "agents": [], "passages": []},
    {"id": "person", "text": "позовите оператора", "kind": "human_request"},
    {"id": "soup", "text": "рецепт борща", "kind": "out_of_scope", "agents": [], "passages": []},
]


@pytest.fixture(autouse=True)
def no_settings(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Whatever .env the developer has is not read."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("EMBEDDING_MODEL", raising=False)


def run(folder: Path, rows: Sequence[object], *more: str) -> int:
    questions = write_questions(folder / "q.jsonl", rows)
    knowledge = folder / "knowledge"
    if not knowledge.exists():
        knowledge_folder(knowledge)
    given = {"knowledge": knowledge, "questions": questions}
    made = {"json": folder / "out.json", "predictions": folder / "out.jsonl"}
    named = [str(part) for name, path in (given | made).items() for part in (f"--{name}", path)]
    return main([*named, *more])


def predictions(folder: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (folder / "out.jsonl").read_text("utf-8").splitlines()]


def test_a_prediction_is_written_for_every_question_in_their_order(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(tmp_path, LABELLED) == 0
    rows = predictions(tmp_path)
    assert [row["id"] for row in rows] == [row["id"] for row in LABELLED]
    names = {"id", "agent", "agents", "ranked", "action", "confidence", "latency_ms"}
    assert all(set(row) == names for row in rows)
    # Six passages are all there are.
    assert all(len({tuple(label) for label in row["ranked"]}) == 6 for row in rows)
    by_id = {row["id"]: row for row in rows}
    assert by_id["vpn"]["ranked"][0] == ["network", 1]
    assert by_id["ink"]["ranked"][0] == ["Печать", HEADING]
    assert by_id["ink"]["agent"] == "Печать"
    assert by_id["odd"]["ranked"][0] == [ACCESS, 3]
    assert by_id["hello"]["action"] == "greet"
    assert by_id["hello"]["agents"] == []
    assert by_id["hello"]["agent"] is None
    assert by_id["person"]["action"] == "human"
    # Six passages say little about how sure one must be: it may ask back, but not answer.
    assert by_id["soup"]["action"] in {"handoff", "suggest"}
    assert "routed" in capsys.readouterr().out


def test_figures_come_with_interval_target_and_meaning(tmp_path: Path) -> None:
    assert run(tmp_path, LABELLED) == 0
    written = json.loads((tmp_path / "out.json").read_text("utf-8"))
    assert written["questions"] == {"file": str(tmp_path / "q.jsonl"), "count": 6, "labelled": 6}
    recall = written["figures"]["r_at_1"]
    assert recall["value"] == pytest.approx(2 / 3, abs=1e-3)
    assert recall["low"] <= recall["value"] <= recall["high"]
    assert written["figures"]["routed"]["floor"] == 0.78
    assert written["figures"]["service_right"]["value"] == 1
    assert set(written["kinds"]) == {"answerable", "greeting", "human_request", "out_of_scope"}
    assert written["stages_ms"]["routing"]["p95"] > 0
    assert written["curve"][0]["answered"] == 0
    assert sum(one["count"] for one in written["reliability"]) == 4
    assert 0 < written["figures"]["expected_calibration_error"]["value"] < 1


def test_without_labels_there_are_predictions_and_no_figures(tmp_path: Path) -> None:
    bare = [{"id": row["id"], "text": row["text"], "history": []} for row in LABELLED]
    assert run(tmp_path, LABELLED) == 0
    labelled = [{**row, "latency_ms": 0} for row in predictions(tmp_path)]
    assert run(tmp_path, bare, "--html", str(tmp_path / "out.html")) == 0
    assert [{**row, "latency_ms": 0} for row in predictions(tmp_path)] == labelled
    written = json.loads((tmp_path / "out.json").read_text("utf-8"))
    assert written["questions"]["labelled"] == 0
    assert written["figures"]["routed"]["value"] is None
    assert written["figures"]["expected_calibration_error"]["value"] is None
    assert written["reliability"] == []
    assert "<svg" not in (tmp_path / "out.html").read_text("utf-8")


def test_a_follow_up_is_searched_with_what_went_before(tmp_path: Path) -> None:
    history = [{"sender": "visitor", "text": "кто меняет картридж"}]
    assert run(tmp_path, [{"id": "1", "text": "а когда?", "history": history}]) == 0
    assert predictions(tmp_path)[0]["ranked"][0] == ["Печать", HEADING]


def test_ten_passages_are_ranked_also_for_what_is_no_question(tmp_path: Path) -> None:
    folder = knowledge_folder(tmp_path / "knowledge")
    lines = "\n".join(f"Кабинет номер {n} открывает дежурный." for n in range(20))
    (folder / "Кабинеты.txt").write_text(lines, "utf-8")
    rows = [{"id": "1", "text": "привет"}, {"id": "2", "text": "кто откроет кабинет 7"}]
    assert run(tmp_path, rows) == 0
    assert [len(row["ranked"]) for row in predictions(tmp_path)] == [10, 10]


def test_the_page_holds_words_of_visitors_as_text_and_loads_nothing(tmp_path: Path) -> None:
    page = tmp_path / "out.html"
    broken = [{**row, "passages": [[ACCESS, 2]]} for row in LABELLED[:1]]
    (knowledge_folder(tmp_path / "knowledge") / "<i>.txt").write_text("<b>жирно</b>", "utf-8")
    assert run(tmp_path, [*LABELLED[1:], *broken], "--html", str(page)) == 0
    written = page.read_text("utf-8")
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in written
    assert "<script" not in written
    assert "«&lt;b&gt;бюро&lt;/b&gt;»" in written
    assert "<b>" not in written
    assert written.count("<svg") == 2
    assert "Confidence against what is right" in written
    assert "prefers-color-scheme" in written or "light-dark(" in written
    assert not any(word in written for word in ("http:", "https:", "src=", "@import", "url("))


def test_the_page_of_two_runs_differs_in_times_alone(tmp_path: Path) -> None:
    pages = []
    for _ in range(2):
        assert run(tmp_path, LABELLED, "--html", str(tmp_path / "out.html")) == 0
        pages.append((tmp_path / "out.html").read_text("utf-8").partition("<h2>Failures")[2])
    assert pages[0] == pages[1]


@pytest.mark.parametrize(
    ("rows", "more", "says"),
    [
        (["{"], [], "q.jsonl, line 1"),
        ([{"id": "1", "text": "t", "passages": [["network", 9]]}], [], "[network, 9]"),
        ([], [], "no questions"),
        (LABELLED, ["--calibration", "none.json"], "none.json"),
        (LABELLED, ["--predictions", "no/such/folder"], "cannot be written"),
        (LABELLED, ["--html", "no/such/folder"], "cannot be written"),
        (LABELLED, ["--knowledge", "nowhere"], "nowhere is not a folder"),
    ],
)
def test_what_cannot_be_done_ends_with_a_sentence_and_two(
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    rows: Sequence[object],
    more: Sequence[str],
    says: str,
) -> None:
    assert run(tmp_path, rows, *more) == 2
    error = capsys.readouterr().err
    assert error.startswith("evaluation: ")
    assert says in error


def test_settings_that_cannot_be_read_do_not_keep_from_measuring(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GPU_WORKER_THREADS", "many")
    assert run(tmp_path, LABELLED) == 0
    assert "GPU_WORKER_THREADS" in capsys.readouterr().err
