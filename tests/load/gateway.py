"""What the gateway's plugin adds to a request whose answer it has, and what a flood makes it ask.

``python -m tests.load.gateway [--seconds 10] [--rounds 5] [--rate 1000] [--json OUT]``

The same nginx twice, with the plugin and without it, before the same platform, which answers at
once. Rounds alternate, so that what else the machine does falls on both. Requests start at their
appointed times, whatever became of those before, and are timed from then. Before and after it, the
plugin alone is flooded with keys that nobody has.
"""

import argparse
import asyncio
import json
import multiprocessing
import secrets
import statistics
import tempfile
import time
from contextlib import closing, suppress
from multiprocessing.connection import Connection
from pathlib import Path

from ops.tests.gateway import Gateway

_CONNECTIONS = 20
_SECRET = "g4Tq9-gateway-load-P2nR7yZ1wB5mK8v"
_ORIGIN = "https://shop.example.com"
_KNOWN = {"origins": [_ORIGIN], "site_id": "0193", "console": [_ORIGIN]}
_HEAD = f"Host: x\r\nOrigin: {_ORIGIN}\r\n\r\n"
_LOOK = "GET /api/v1/visitor/look?site_key="
_FLOOD_PIPE = 50


class _Platform(asyncio.Protocol):
    """Answers everything at once, and counts the gateway's questions."""

    asked = 0
    site: bytes = b""
    nobody: bytes = b""

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self._transport = transport

    def data_received(self, data: bytes) -> None:
        for request in data.split(b"\r\n\r\n")[:-1]:
            path = request.split(b" ", 2)[1]
            is_question = path.startswith(b"/internal/")
            _Platform.asked += is_question
            is_known = not is_question or path.endswith((b"/shop-0001", b"/origins"))
            self._transport.write(self.site if is_known else self.nobody)  # type: ignore[attr-defined]


def _answer(status: str, body: object) -> bytes:
    content = json.dumps(body).encode()
    return f"HTTP/1.1 {status}\r\nContent-Length: {len(content)}\r\n\r\n".encode() + content


def _serve(pipe: Connection) -> None:
    """Be the platform, in a process of its own; says its port, then its count when asked."""
    _Platform.site = _answer("200 OK", _KNOWN)
    _Platform.nobody = _answer("404 Not Found", {"code": "site_unknown"})

    async def run() -> None:
        loop = asyncio.get_running_loop()
        server = await loop.create_server(_Platform, "127.0.0.1", 0)
        pipe.send(server.sockets[0].getsockname()[1])
        while await asyncio.to_thread(pipe.recv):
            pipe.send(_Platform.asked)

    asyncio.run(run())


async def _timed(port: int, rate: int, seconds: float) -> list[float]:
    """Return milliseconds of every request, from when it was due."""
    began = time.perf_counter() + 0.1

    async def one(number: int) -> list[float]:
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
        taken, due = [], began + number / rate
        while due < began + seconds:
            await asyncio.sleep(due - time.perf_counter())
            writer.write(f"{_LOOK}shop-0001 HTTP/1.1\r\n{_HEAD}".encode())
            head = await reader.readuntil(b"\r\n\r\n")
            assert head.startswith(b"HTTP/1.1 200"), head
            await reader.readexactly(int(head.lower().split(b"content-length: ")[1].split()[0]))
            taken.append((time.perf_counter() - due) * 1000)
            due += _CONNECTIONS / rate
        writer.close()
        return taken

    found = await asyncio.gather(*(one(number) for number in range(_CONNECTIONS)))
    return [value for some in found for value in some]


async def _flood(port: int, rate: int, seconds: float) -> tuple[float, int]:
    """Ask for ``rate`` new keys a second, whatever comes back.

    Returns how many a second they were, and how many of all were answered within two seconds.
    """
    began, sent, answered, waiting = time.perf_counter(), 0, 0, []

    async def burst() -> None:
        nonlocal answered
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
        for _ in range(_FLOOD_PIPE):
            key = secrets.token_hex(8)
            writer.write(f"{_LOOK}{key} HTTP/1.1\r\n{_HEAD}".encode())
        # A few of them are in the line and wait; theirs would wait with them.
        with suppress(TimeoutError):
            async with asyncio.timeout(2):
                while got := await reader.read(65536):
                    answered += got.count(b"HTTP/1.1 ")
        writer.close()

    while time.perf_counter() < began + seconds:
        waiting.append(asyncio.create_task(burst()))
        sent += _FLOOD_PIPE
        await asyncio.sleep(began + sent / rate - time.perf_counter())
    reached = sent / (time.perf_counter() - began)
    await asyncio.gather(*waiting)
    return reached, answered


def _quantiles(values: list[float]) -> tuple[float, float]:
    cuts = statistics.quantiles(values, n=100)
    return cuts[49], cuts[98]


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seconds", type=float, default=10)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--rate", type=int, default=1_000)
    parser.add_argument("--json", type=Path)
    chosen = parser.parse_args()
    ours, theirs = multiprocessing.Pipe()
    multiprocessing.get_context("spawn").Process(target=_serve, args=(theirs,), daemon=True).start()
    platform = f"127.0.0.1:{ours.recv()}"
    rows: dict[str, list[tuple[float, float]]] = {"without": [], "with": []}
    work: dict[str, list[float]] = {"without": [], "with": []}
    with (
        tempfile.TemporaryDirectory() as folder,
        closing(Gateway(Path(folder) / "on", platform, _SECRET)) as checked,
        closing(Gateway(Path(folder) / "off", platform, _SECRET, checked=False)) as plain,
    ):
        for number in range(chosen.rounds + 1):  # the first warms up
            for name, gateway in (("without", plain), ("with", checked)):
                spent = gateway.processor_seconds()
                taken = asyncio.run(_timed(gateway.port, chosen.rate, chosen.seconds))
                spent = gateway.processor_seconds() - spent
                if number:
                    rows[name].append(_quantiles(taken))
                    work[name].append(spent / len(taken) * 1e6)
        ours.send(True)
        before = ours.recv()
        began = time.perf_counter()
        reached, answered = asyncio.run(_flood(checked.port, 5_000, chosen.seconds))
        lasted = time.perf_counter() - began
        ours.send(True)
        asked = ours.recv() - before
        ours.send(False)
    for name, found in rows.items():
        halves, tails = zip(*found, strict=True)
        each = ", ".join(f"{tail:.2f}" for tail in tails)
        median, tail = statistics.median(halves), statistics.median(tails)
        print(
            f"{name:8} p50 {median:.2f} ms, p99 {tail:.2f} ms (rounds: {each}), "
            f"{statistics.median(work[name]):.0f} us of processor"
        )
    print(
        f"flood    {reached:,.0f} new keys a second, {answered:,} of them answered: "
        f"{asked} look-ups in {lasted:.1f} s, {asked / lasted:.1f} a second"
    )
    if chosen.json:
        chosen.json.write_text(
            json.dumps({"ms": rows, "us": work, "lookups": asked, "seconds": lasted})
        )


if __name__ == "__main__":
    main()
