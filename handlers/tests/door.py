"""A real handlers process, and clients that talk to it as browsers and as vandals do."""

import resource
import secrets
import subprocess
import sys
import time
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import httpx

from ops.embedded.ports import free_port
from shared.config import process_environment
from shared.tests.rows import PASSWORD
from tests.plain_http import no_authorities

ROOT = Path(__file__).parents[2]
SHOP = "https://shop.example.com"
COOKIE = "__Host-otvet-refresh"
SECRET = "f3Zq8-handlers-test-K1mT9xW2vB7nR4c"
ERROR_KEYS = {"code", "message", "retryable", "request_id"}


class Door:
    """One process on a port of its own."""

    def __init__(self, log: Path, settings: Mapping[str, str], begun: str = "/readyz") -> None:
        """Start it; ``begun`` is the address that answers 200 once it is as far as is wanted."""
        self.port = free_port()
        self.url = f"http://127.0.0.1:{self.port}"
        self.console = settings.get("PUBLIC_URL", self.url)
        self.log = log
        self._tokens: dict[str, str] = {}
        environment = {
            key: value for key, value in process_environment().items() if not key.endswith("_URL")
        }
        with log.open("ab") as output:
            self._process = subprocess.Popen(
                [sys.executable, "-m", "handlers.main"],
                cwd=ROOT,
                env=environment
                | {
                    "SECRET_KEY": SECRET,
                    "PORT": str(self.port),
                    "PUBLIC_URL": self.url,
                    "LOG_LEVEL": "DEBUG",
                    "TRUST_FORWARDED": "true",
                    "SESSIONS_PER_MINUTE": "100000",
                    "API_REQUESTS_PER_MINUTE": "30",
                    "SOCKETS_PER_ADDRESS": "500",
                    "MESSAGES_PER_MINUTE": "100000",
                    "CONFIRM_TIMEOUT": "PT2S",
                    "CONNECT_TIMEOUT": "PT1S",
                    "DRAIN_TIMEOUT": "PT1S",
                }
                | dict(settings),
                stdout=output,
                stderr=subprocess.STDOUT,
            )
        self._await(begun)

    def _await(self, begun: str) -> None:
        until = time.monotonic() + 60
        while time.monotonic() < until and self._process.poll() is None:
            with suppress(httpx.HTTPError):
                if (
                    httpx.get(f"{self.url}{begun}", timeout=5, verify=no_authorities()).status_code
                    == 200
                ):
                    return
            time.sleep(0.1)
        self.close()
        raise AssertionError(f"handlers did not start:\n{self.log.read_text()[-3000:]}")

    def close(self) -> None:
        """Stop it."""
        self._process.terminate()
        try:
            self._process.wait(15)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()

    def kill(self) -> None:
        """End it without a word."""
        self._process.kill()
        self._process.wait()

    def request(
        self,
        method: str,
        path: str,
        *,
        origin: str | None = SHOP,
        token: str | None = None,
        headers: Mapping[str, str] | None = None,
        **more: Any,  # noqa: ANN401
    ) -> httpx.Response:
        """Send one request; each comes from an address of its own."""
        sent = {"X-Forwarded-For": f"10.{secrets.randbelow(250)}.{secrets.randbelow(250)}.1"}
        if origin is not None:
            sent["Origin"] = origin
        if token is not None:
            sent["Authorization"] = f"Bearer {token}"
        sent |= dict(headers or {})
        return httpx.request(
            method, self.url + path, headers=sent, timeout=20, verify=no_authorities(), **more
        )

    def open_session(self, site_key: str, origin: str = SHOP, **more: Any) -> dict[str, Any]:  # noqa: ANN401
        """Begin or continue a visitor's session."""
        reply = self.request(
            "POST", "/api/v1/visitor/sessions", origin=origin, json={"site_key": site_key}, **more
        )
        assert reply.status_code == 200, reply.text
        body: dict[str, Any] = reply.json()
        return body

    def sign_in(self, email: str, password: str = PASSWORD) -> "SignedIn":
        """Sign an operator in."""
        reply = self.request(
            "POST",
            "/api/v1/auth/login",
            origin=self.console,
            json={"email": email, "password": password},
        )
        assert reply.status_code == 200, reply.text
        return SignedIn(reply.json()["access_token"], reply.cookies[COOKIE], reply)

    def token(self, email: str) -> str:
        """Return an operator's access token; signs in once, for sign-ins are counted."""
        if email not in self._tokens:
            self._tokens[email] = self.sign_in(email).token
        return self._tokens[email]

    def call(self, method: str, path: str, email: str, **more: Any) -> httpx.Response:  # noqa: ANN401
        """Ask for something as the operator ``email``, from a page of the console."""
        return self.request(method, path, origin=self.console, token=self.token(email), **more)

    def forget_token(self, email: str) -> None:
        """Sign in anew the next time."""
        self._tokens.pop(email, None)

    def refresh(self, cookie: str) -> httpx.Response:
        """Trade a refresh cookie."""
        return self.request(
            "POST",
            "/api/v1/auth/refresh",
            origin=self.console,
            headers={"Cookie": f"{COOKIE}={cookie}"},
        )

    def logged(self) -> str:
        """Return everything the process has written so far."""
        return self.log.read_text(encoding="utf-8")

    def memory(self) -> int:
        """Return how many bytes the process has in memory."""
        pages = (Path("/proc") / str(self._process.pid) / "statm").read_text().split()[1]
        return int(pages) * resource.getpagesize()

    @property
    def pid(self) -> int:
        """The process's id."""
        return self._process.pid

    def holds(self, client_port: int) -> bool:
        """Whether the process still has the connection that a client made from a port."""
        ends = f":{self.port:04X}", f":{client_port:04X}"
        lines = [line.split() for line in Path("/proc/net/tcp").read_text().splitlines()]
        return any(
            line[1].endswith(ends[0]) and line[2].endswith(ends[1]) and line[3] == "01"
            for line in lines
        )


@dataclass(frozen=True, slots=True)
class SignedIn:
    """What a sign-in returned."""

    token: str
    cookie: str
    reply: httpx.Response
