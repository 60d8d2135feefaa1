"""``make containers``: build the images, bring compose.yaml up, and show that it works.

Needs root, runc, debootstrap, iptables and Node, and podman, netavark and aardvark-dns: Debian's
packages. With ``--engine docker`` Docker and its own Compose are taken in place of podman, those of
the machine or of Debian 13. No registry of images is asked; what stands in for images is in
``ops/docker/standins``.
"""

import argparse
import json
import re
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from itertools import chain
from pathlib import Path

from ops.docker.proof.commands import come_back, type_them
from ops.docker.proof.daemon import lent
from ops.docker.proof.discovery import found
from ops.docker.proof.egress import knocks, shut
from ops.docker.proof.engines import Docker, Engine, Podman
from ops.docker.proof.given import take_files
from ops.docker.proof.gpu import take_over
from ops.docker.proof.images import OURS, build_ours, build_standins, checked_bytecode, size
from ops.docker.proof.journey import QUESTIONS, walk
from ops.docker.proof.shell import ProofFailedError
from ops.docker.proof.stack import Stack
from ops.embedded.layout import ROOT
from ops.embedded.ports import free_port
from tests.journeys.product import Credentials
from tests.load.client import Target

_SCALE = {"handlers": 2, "gpu_worker": 2}
_SERVED = {
    "handlers": (8080, ("otvet_http_seconds_count", "otvet_accept_seconds_count")),
    "gpu_worker": (9100, ("ai_requests_total",)),
}
_SCRAPED = 40.0
Say = Callable[[str], None]


def main() -> int:
    """Run it all; return the exit status."""
    parser = argparse.ArgumentParser(description="Bring compose.yaml up on stand-in images.")
    parser.add_argument("--engine", choices=("podman", "docker"), default="podman")
    parser.add_argument("--built", action="store_true", help="take the images that are there")
    parser.add_argument("--keep", action="store_true", help="leave everything running at the end")
    options = parser.parse_args()
    logs = ROOT / "test-results" / "containers"
    logs.mkdir(parents=True, exist_ok=True)
    began = time.monotonic()

    def say(text: str) -> None:
        print(f"{time.monotonic() - began:6.1f} s  {text}", flush=True)

    try:
        with ExitStack() as last:
            if options.engine == "docker":
                docker = last.enter_context(lent(logs))
                say(docker.versions())
                _show(docker, logs, say=say, built=options.built, keep=options.keep)
            else:
                _show(Podman(), logs, say=say, built=options.built, keep=options.keep)
    except ProofFailedError as error:
        say(f"FAILED: {error}")
        return 1
    say("all of it was shown")
    return 0


def _show(engine: Engine, logs: Path, *, say: Say, built: bool, keep: bool) -> None:
    if not built:
        build_standins(engine, logs)
        say("stand-ins for the images of others are built")
        build_ours(engine, logs)
    for image in OURS:
        name = f"localhost/otvet-{image}"
        own, base = size(engine, name), size(engine, engine.python)
        say(f"otvet-{image}: {own / 1e6:.0f} MB, {(own - base) / 1e6:.0f} above its base")
        if found := checked_bytecode(engine, name):
            raise ProofFailedError(f"{found} files of bytecode in otvet-{image} are checked")
    for sentence in take_files(engine):
        say(sentence)
    _bring_up(engine, logs, say=say, keep=keep)


def _bring_up(engine: Engine, logs: Path, *, say: Say, keep: bool) -> None:
    port = free_port()
    stack = Stack(engine, "otvet-proof", port, _SCALE)
    say(f"left out, for Debian has none: {', '.join(stack.left_out)}")
    with ExitStack() as last:
        if not keep:
            last.callback(stack.down)
        last.callback(stack.keep_logs, logs)
        for level, seconds in stack.up():
            say(f"up and well in {seconds:.0f} s: {', '.join(level)}")
        with shut(stack) as machine:
            demo = json.loads(re.findall(r"\{.*?\}", _demo(stack), re.DOTALL)[-1])
            operator = Credentials("", demo["operator_email"], demo["operator_password"])
            # What comes after it shows that the restored installation works.
            for sentence in chain(type_them(stack), come_back(stack)):
                say(sentence)
            for sentence in walk(demo["base_url"], operator):
                say(sentence)
            site = Target(demo["base_url"], demo["site_key"], demo["origin"])
            changes = take_over(stack, site) if engine.has_card else iter(())
            whom = found(stack, engine) if isinstance(engine, Docker) else iter(())
            for sentence in chain(_shares(stack), _targets(stack), changes, whom):
                say(sentence)
            _stays_inside(stack, machine.tried, say)


def _demo(stack: Stack) -> str:
    (container,) = stack.containers("demo")
    return stack.output(container)


def _shares(stack: Stack) -> Iterator[str]:
    """Whether every one of several had a share of the work."""
    for service, (port, metrics) in _SERVED.items():
        addresses = [stack.address(container) for container in stack.containers(service)]
        texts = [_get(f"http://{address}:{port}/metrics") for address in addresses]
        for metric in metrics:
            counts = [sum(_values(text, metric)) for text in texts]
            if not all(counts):
                raise ProofFailedError(f"{metric} by {service}: {counts}, one did nothing")
            yield f"{metric} by {service}: {', '.join(f'{count:.0f}' for count in counts)}"


def _targets(stack: Stack) -> Iterator[str]:
    """What Prometheus finds by the names of prometheus.yml, which must be all but the absent."""
    (container,) = stack.containers("prometheus")
    url = f"http://{stack.address(container)}:9090/api/v1/query?query=up"
    alone = ("results", "persistence", "tasks", "beat", "rabbitmq", "kong")
    exporters = [name for name in stack.services if name.endswith("_exporter")]
    wanted = sum(_SCALE.values()) + len(alone) + len(exporters)
    until = time.monotonic() + _SCRAPED
    while True:
        found = json.loads(_get(url))["data"]["result"]
        up = sorted(one["metric"]["job"] for one in found if one["value"][1] == "1")
        if len(up) == wanted:
            yield f"Prometheus scrapes {len(up)} targets, all up: {', '.join(up)}"
            return
        if time.monotonic() > until:
            raise ProofFailedError(f"Prometheus finds {up}, and {wanted} were expected")
        time.sleep(1.0)


def _stays_inside(stack: Stack, tried: Callable[[], int], say: Say) -> None:
    packets = tried()
    if packets:
        raise ProofFailedError(f"{packets} packets were on their way out of this machine")
    say(f"0 packets left, or tried to, while {len(QUESTIONS)} visitors were answered")
    (inner,), (outer,) = stack.containers("beat"), stack.containers("tasks")
    if knocks(stack, inner) or tried():
        raise ProofFailedError("a service of the inner network has a way out")
    say("called upon to call somebody outside, beat has no way there")
    if knocks(stack, outer) or not tried():
        raise ProofFailedError("a packet of the outer network was not counted")
    say(f"and tasks, which has one, was stopped and counted: {tried()} packets")


def _get(url: str) -> str:
    with urllib.request.urlopen(url, timeout=10) as answer:  # noqa: S310 (our own addresses)
        text: str = answer.read().decode()
    return text


def _values(text: str, metric: str) -> list[float]:
    return [
        float(value)
        for value in re.findall(rf"^{metric}(?:\{{[^}}]*\}})? (\S+)$", text, re.MULTILINE)
    ]


if __name__ == "__main__":
    sys.exit(main())
