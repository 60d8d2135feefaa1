"""The real worker process with a model that is not there yet."""

import shutil
import signal
import subprocess
import sys
from pathlib import Path

import httpx
import pytest

from gpu_worker.tests.backends.support import eventually
from ops.embedded.ports import free_port
from shared.config import process_environment
from tests.brokers import Broker

pytestmark = pytest.mark.services

ROOT = Path(__file__).parents[3]


def test_a_worker_serves_at_once_and_takes_the_model_up_when_it_is_mended(
    tmp_path: Path, redis_url: str, embedded_broker: Broker, checkpoint: Path
) -> None:
    port, model, log = free_port(), tmp_path / "model", tmp_path / "worker.log"
    url = f"http://127.0.0.1:{port}"
    settings = {
        "REDIS_URL": redis_url, "BROKER_URL": embedded_broker.url, "METRICS_PORT": str(port),
        "CHROMA_URL": "http://127.0.0.1:1", "AI_MODEL": str(model), "GPU_WORKER_THREADS": "2",
        "AI_CONTEXT_TOKENS": "2048", "AI_BATCH": "2", "AI_DEVICE": "cpu", "DRAIN_TIMEOUT": "PT2S",
    }  # fmt: skip

    def has(path: str, text: str) -> bool:
        assert process.poll() is None, log.read_text("utf-8")
        try:
            return text in httpx.get(f"{url}{path}", trust_env=False).text
        except httpx.TransportError:
            return False

    with log.open("wb") as output:
        process = subprocess.Popen(
            [sys.executable, "-m", "gpu_worker.main"],
            cwd=ROOT,
            env={"PATH": process_environment()["PATH"], "OMP_NUM_THREADS": "1", **settings},
            stdout=output,
            stderr=subprocess.STDOUT,
        )
    try:
        eventually(lambda: has("/healthz", '"ok": true'), 60)
        eventually(lambda: "model.not_loaded" in log.read_text("utf-8"), 60)
        eventually(lambda: "gpu_worker.started" in log.read_text("utf-8"), 60)
        assert has("/metrics", "\notvet_model_ready 0.0\n")
        staged = tmp_path / "staged"
        shutil.copytree(checkpoint, staged)
        staged.rename(model)
        eventually(lambda: has("/metrics", "\notvet_model_ready 1.0\n"), 60)
        assert has("/healthz", '"ok": true')
        process.send_signal(signal.SIGTERM)
        assert process.wait(30) == 0
    finally:
        process.kill()
        process.wait()
    text = log.read_text("utf-8")
    assert text.index("gpu_worker.started") < text.index("model.loaded")
    assert "Traceback" not in text
