"""compose.yaml's gpu_workers: without a GPU, with one, and with a model on a server elsewhere."""

import re
from pathlib import Path

import pytest

from ops.docker.make_secrets import files, gather
from ops.embedded.layout import ROOT
from ops.tests.compose_files import composed
from shared.config import Settings, load_settings
from shared.config_rules import AiBackend

SERVICES = composed("compose.yaml").services


def test_the_profile_for_a_gpu_adds_the_device_and_what_watches_it() -> None:
    devices = {n for n, one in SERVICES.items() if one.deploy.resources.reservations}
    assert devices == {n for n, one in SERVICES.items() if one.profiles == ["gpu"]}
    assert devices == {"gpu_worker_cuda", "dcgm_exporter"}
    assert SERVICES["gpu_worker_cuda"].environment["AI_DEVICE"] == "cuda"
    left_out = composed("compose.yaml", CPU_WORKERS="0").services["gpu_worker"]
    assert (left_out.deploy.mode, left_out.deploy.replicas) == ("replicated", "0")


def test_a_worker_without_a_gpu_may_have_its_model_on_a_server_elsewhere(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """``AI_DEVICE`` is for a model in the worker, and refuses ``AI_BASE_URL``."""
    made, read = tmp_path / "made", tmp_path / "read"
    made.mkdir()
    read.mkdir()
    written = files(gather(made, None))
    for name, text in written.items():
        if name.startswith("gpu_worker/"):
            (read / name.partition("/")[2]).write_text(text, encoding="ascii")
    given = {"AI_BASE_URL": "http://models.example.com/v1", "AI_MODEL": "qwen"}
    environment = SERVICES["gpu_worker"].environment | given | {"SECRETS_DIR": str(read)}
    for name in Settings.model_fields:
        monkeypatch.delenv(name.upper(), raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert load_settings().backend == AiBackend.OPENAI


def test_a_worker_has_the_card_that_is_its_own() -> None:
    """``count: 1`` would be the first card for each of them."""

    def cards(**variables: str) -> list[str]:
        reserved = composed("compose.yaml", **variables).services["gpu_worker_cuda"].deploy
        assert reserved.resources.reservations
        return [
            one for device in reserved.resources.reservations.devices for one in device.device_ids
        ]

    assert (cards(), cards(CUDA_DEVICE="3")) == (["0"], ["3"])


def test_dcgm_watches_what_a_dashboard_shows_and_nothing_that_only_root_may() -> None:
    lines = (ROOT / "ops" / "prometheus" / "dcgm.csv").read_text(encoding="utf-8").splitlines()
    fields = {line.partition(",")[0] for line in lines if not line.startswith("#")}
    boards = (ROOT / "ops" / "grafana" / "dashboards").glob("*.json")
    shown = {
        name
        for path in boards
        for name in re.findall(r"DCGM_\w+", path.read_text(encoding="utf-8"))
    }
    assert fields == shown
    assert not {name for name in fields if name.startswith("DCGM_FI_PROF")}
    assert SERVICES["dcgm_exporter"].command == ["-f", "/etc/otvet/dcgm.csv"]
