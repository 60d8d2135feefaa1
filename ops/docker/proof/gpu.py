"""The profile `gpu`: its worker takes over from those without a GPU.

The machine of this proof has none. A file by the Container Device Interface, which NVIDIA's toolkit
writes on a machine with one, gives /dev/null under the name of the device.
"""

import asyncio
import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from ops.docker.proof.shell import ProofFailedError
from ops.docker.proof.stack import Stack
from tests.load.client import Target
from tests.watching.traffic import ask

_WORKERS = ("gpu_worker", "gpu_worker_cuda")
_DEVICE = "/dev/nvidia0"
_QUESTION = "VPN не подключается из дома"
_LOOK = f"""
import os, socket
may = os.access('{_DEVICE}', os.R_OK | os.W_OK)
named = {{one[4][0] for one in socket.getaddrinfo('gpu_worker', 9100)}}
print(may, *named)
"""
_COUNT = """
import urllib.request
text = urllib.request.urlopen('http://127.0.0.1:9100/metrics').read().decode()
print(*(line for line in text.splitlines() if line.startswith('ai_requests_total{')), sep=', ')
"""
_FOLDER = Path("/var/run/cdi")


@contextmanager
def card(folder: Path = _FOLDER) -> Iterator[None]:
    """Have podman know a device `nvidia.com/gpu=0`, as long as the block lasts."""
    node = {"path": _DEVICE, "hostPath": "/dev/null"}
    device = {"name": "0", "containerEdits": {"deviceNodes": [node]}}
    spec = {"cdiVersion": "0.5.0", "kind": "nvidia.com/gpu", "devices": [device]}
    folder.mkdir(parents=True, exist_ok=True)
    file = folder / "otvet-proof.json"
    file.write_text(json.dumps(spec), encoding="ascii")
    try:
        yield
    finally:
        file.unlink()


def take_over(stack: Stack, target: Target) -> Iterator[str]:
    """Change to the profile as docs/compose.md says, yielding a sentence for what was seen.

    Raises:
        ProofFailedError: another worker runs, or this one has no device or does nothing.
    """
    with card():
        stack.changed("gpu", *_WORKERS, CPU_WORKERS="0")
        left, (worker,) = (stack.running(name) for name in _WORKERS)
        if left:
            raise ProofFailedError(f"CPU_WORKERS=0, and there are {left}")
        stack.await_health("gpu_worker_cuda", worker)
    may, *named = stack.within(worker, "python", "-c", _LOOK).split()
    # podman's DNS may have those before for a while.
    if may != "True" or stack.address(worker) not in named:
        raise ProofFailedError(f"{worker} may use the device: {may}; gpu_worker is {named}")
    yield f"profile `gpu`, CPU_WORKERS=0: one worker, by the name gpu_worker, with {_DEVICE}"
    asyncio.run(ask(target, _QUESTION))
    counted = stack.within(worker, "python", "-c", _COUNT)
    if "ai_requests_total" not in counted:
        raise ProofFailedError("nothing was asked of gpu_worker_cuda")
    yield f"it has the questions: {counted.strip()}"
