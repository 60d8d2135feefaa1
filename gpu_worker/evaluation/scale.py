"""How searching grows with the knowledge: ``python -m gpu_worker.evaluation.scale --help``.

Made passages, sentences of a knowledge folder mixed anew, lie in a real Chroma server; questions
are asked of the index that serves visitors. Vectors are near to their sentence's, so that neither
Chroma's graph nor the postings are emptier than with real passages. CPU time is this process's;
memory is what reading the passages and building the index add to it, at most and in the end.
"""

import argparse
import json
import random
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from multiprocessing import get_context
from pathlib import Path
from tempfile import TemporaryDirectory
from uuid import UUID, uuid4

import numpy as np
from numpy.typing import NDArray
from razdel import sentenize

from gpu_worker.agents.calibration import load_calibration
from gpu_worker.agents.reading import Reader
from gpu_worker.agents.understanding import repair, understand
from gpu_worker.evaluation.embedding import configured_embedder, keep_logs_quiet
from gpu_worker.evaluation.knowledge import Knowledge, read_knowledge
from gpu_worker.evaluation.questions import read_questions
from gpu_worker.retrieval.knowledge import KnowledgeIndex
from shared.storage.vectors import PassageStore, StoredPassage, VectorStoreDown

_SENTENCES = 4
_NOISE = 0.5
_WARM = 20
_BATCH = 500
_KIB = 1024


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure each size, print a line each and write the JSON; return the exit code."""
    parser = argparse.ArgumentParser(prog="python -m gpu_worker.evaluation.scale")
    parser.add_argument("--knowledge", type=Path, required=True, help="folder of agents")
    parser.add_argument("--questions", type=Path, required=True, help="questions over it, JSONL")
    parser.add_argument("--passages", default="1000,10000,100000", help="sizes to measure")
    parser.add_argument("--json", type=Path, required=True, help="where the figures go")
    options = parser.parse_args(arguments)
    knowledge = read_knowledge(options.knowledge)
    texts = [question.text for question in read_questions(options.questions, knowledge)]
    rows = []
    # Each step has a process of its own: memory that another one left free would hide its need.
    new = ProcessPoolExecutor(
        1, get_context("spawn"), initializer=keep_logs_quiet, max_tasks_per_child=1
    )
    with _chroma() as url, new:
        for size in map(int, options.passages.split(",")):
            site = new.submit(_fill, size, url, knowledge).result()
            rows.append(new.submit(_measure, size, site, url, knowledge, texts).result())
            sys.stdout.write(json.dumps(rows[-1]) + "\n")
            sys.stdout.flush()
    options.json.write_text(json.dumps(rows, indent=2) + "\n", "utf-8")
    return 0


def _fill(size: int, url: str, knowledge: Knowledge) -> UUID:
    """Store made passages for a new site; return it."""
    embedder, site = configured_embedder(), uuid4()
    sentences = [
        one.text for passage in knowledge.passages.values() for one in sentenize(passage.text)
    ]
    vectors = embedder.documents(sentences)
    store = PassageStore(url)
    for passages, rows in _made(size, sentences, vectors, knowledge.agents):
        store.upsert(site, embedder.name, passages, rows)
    store.close()
    return site


def _measure(
    size: int, site: UUID, url: str, knowledge: Knowledge, texts: Sequence[str]
) -> dict[str, float | int]:
    embedder, store = configured_embedder(), PassageStore(url)
    calibration = load_calibration(embedding_model=embedder.name)
    embedder.queries(texts[:1])
    index = KnowledgeIndex(store, embedder, calibration.fusion)
    before, began, worked = _forget_peak(), time.perf_counter(), time.process_time()
    index.refresh(site, 1)
    built, computed = time.perf_counter() - began, time.process_time() - worked
    peak, held = _memory("VmHWM") - before, _memory("VmRSS") - before
    reader, spent, used = Reader(index, calibration), [], []
    warm, agents = texts[:_WARM], dict.fromkeys(knowledge.agents)
    for text in (*warm, *texts):
        began, worked = time.perf_counter(), time.process_time()
        lexicon = index.lexicon(site)
        messages, steps = repair((text,), lexicon)
        reader.read(site, understand(messages, steps, (), lexicon), agents)
        spent.append(1_000 * (time.perf_counter() - began))
        used.append(1_000 * (time.process_time() - worked))
    store.close()
    (p50, p95), (cpu_p50, cpu_p95) = (
        np.percentile(times[len(warm) :], (50, 95)).round(1).tolist() for times in (spent, used)
    )
    return {
        "passages": size,
        "p50_ms": p50,
        "p95_ms": p95,
        "cpu_p50_ms": cpu_p50,
        "cpu_p95_ms": cpu_p95,
        "index_s": round(built, 1),
        "index_cpu_s": round(computed, 1),
        "peak_mib": round(peak),
        "held_mib": round(held),
        "questions": len(texts),
    }


def _forget_peak() -> float:
    """Let the peak of this process's memory begin anew (Linux); return what it takes now, MiB."""
    Path("/proc/self/clear_refs").write_text("5", "ascii")
    return _memory("VmRSS")


def _memory(name: str) -> float:
    lines = Path("/proc/self/status").read_text("ascii").splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith(name)) / _KIB


def _made(
    size: int, sentences: Sequence[str], vectors: NDArray[np.float32], agents: Sequence[str]
) -> Iterator[tuple[list[StoredPassage], list[NDArray[np.float32]]]]:
    dice, noise = random.Random(size), np.random.default_rng(size)  # noqa: S311 - texts
    for start in range(0, size, _BATCH):
        passages, rows = [], []
        for ordinal in range(start, min(size, start + _BATCH)):
            chosen = dice.sample(range(len(sentences)), _SENTENCES)
            near = vectors[chosen[:2]] + _NOISE * noise.standard_normal(
                (2, vectors.shape[1]), np.float32
            ) / np.sqrt(np.float32(vectors.shape[1]))
            rows.append(near / np.linalg.norm(near, axis=1, keepdims=True))
            text = " ".join(sentences[at] for at in chosen)
            title = sentences[chosen[0]][:60]
            agent = agents[ordinal % len(agents)]
            passages.append(StoredPassage(uuid4(), UUID(int=1), 1, agent, ordinal, title, text))
        yield passages, rows


@contextmanager
def _chroma() -> Iterator[str]:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = int(probe.getsockname()[1])
    command = Path(sys.executable).with_name("chroma")
    with TemporaryDirectory(prefix="otvet-scale-") as folder:
        address = ["--path", folder, "--host", "127.0.0.1", "--port", str(port)]
        server = subprocess.Popen(  # noqa: S603 (our own environment's chroma)
            [str(command), "run", *address], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        try:
            url = f"http://127.0.0.1:{port}"
            _wait(url)
            yield url
        finally:
            server.terminate()
            server.wait(10)


def _wait(url: str) -> None:
    store = PassageStore(url)
    for _ in range(100):
        try:
            store.ping()
        except VectorStoreDown:
            time.sleep(0.2)
        else:
            store.close()
            return
    raise SystemExit("scale: Chroma did not start")


if __name__ == "__main__":
    keep_logs_quiet()
    raise SystemExit(main())
