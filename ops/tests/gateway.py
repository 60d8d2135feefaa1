"""Debian's nginx with the gateway's plugin in it, in front of a platform that tests bring."""

import json
import os
import shutil
import socket
import subprocess
import time
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any

import yaml

from ops.embedded.errors import EmbeddedError
from ops.embedded.ports import free_port

ROOT = Path(__file__).parents[2]
KONG = ROOT / "ops" / "kong"
PLUGIN = KONG / "plugins" / "widget-domain-check"
STANDIN = KONG / "standin"
NAME = "widget-domain-check"
NGINX = Path("/usr/sbin/nginx")
# As schema.lua has them; Kong fills them in.
DEFAULTS = {
    "ttl": 60,
    "max_stale": 300,
    "retry": 10,
    "lookups_per_second": 10,
    "connect_timeout": 500,
    "read_timeout": 1000,
}


def routes() -> dict[str, dict[str, Any]]:
    """Every route of kong.yml by its name."""
    read = yaml.safe_load((KONG / "kong.yml").read_text(encoding="utf-8"))
    return {route["name"]: route for service in read["services"] for route in service["routes"]}


class Gateway:
    """One nginx with the routes of kong.yml; ``checked=False`` leaves the plugin out."""

    def __init__(
        self,
        folder: Path,
        platform: str,
        secret: str,
        settings: Mapping[str, object] | None = None,
        *,
        workers: int = 2,
        checked: bool = True,
    ) -> None:
        """Start it before ``platform`` (host:port).

        Raises:
            EmbeddedError: nginx or its Lua module is not installed.
        """
        if not NGINX.exists() or not Path("/usr/lib/nginx/modules/ngx_http_lua_module.so").exists():
            raise EmbeddedError(
                "nginx with its Lua module is not installed: ops/tests/requirements.sh"
            )
        self.port = free_port()
        self.url = f"http://127.0.0.1:{self.port}"
        self._folder = folder
        folder.mkdir(parents=True, exist_ok=True)
        changed = {
            "platform_url": f"http://{platform}",
            "secret": secret,
        } | dict(settings or {})
        configs = {name: _config(route) | changed for name, route in routes().items()}
        kept = configs if checked else dict.fromkeys(configs, False)
        (folder / "routes.json").write_text(json.dumps(kept), encoding="utf-8")
        values = {
            "USER": "user root;" if os.getuid() == 0 else "",
            "WORKERS": str(workers),
            "FOLDER": str(folder),
            "PLUGIN": str(PLUGIN),
            "STANDIN": str(STANDIN),
            "PLATFORM": platform,
            "PORT": str(self.port),
            "SERVERS": "",
            "LOCATIONS": "\n".join(map(_locations, routes().values())),
        }
        text = (STANDIN / "nginx.conf").read_text(encoding="utf-8")
        for name, value in values.items():
            text = text.replace(f"@{name}@", value)
        (folder / "nginx.conf").write_text(text, encoding="utf-8")
        self._process = subprocess.Popen(
            [NGINX, "-p", folder, "-c", folder / "nginx.conf", "-e", folder / "error.log"],
            stderr=subprocess.DEVNULL,
        )
        self._await_listening()

    def _await_listening(self) -> None:
        until = time.monotonic() + 20
        while time.monotonic() < until and self._process.poll() is None:
            with suppress(OSError), socket.create_connection(("127.0.0.1", self.port), 1):
                return
            time.sleep(0.02)
        self.close()
        raise AssertionError(f"nginx did not start:\n{self.logged()[-3000:]}")

    def logged(self) -> str:
        """Return what nginx and the plugin have written so far."""
        return (self._folder / "error.log").read_text(encoding="utf-8", errors="replace")

    def processor_seconds(self) -> float:
        """Return how long nginx's workers have used a processor so far."""
        children = Path(f"/proc/{self._process.pid}/task/{self._process.pid}/children").read_text()
        stats = (Path(f"/proc/{pid}/stat").read_text() for pid in children.split())
        ticks = sum(sum(map(int, stat.rpartition(")")[2].split()[11:13])) for stat in stats)
        return ticks / os.sysconf("SC_CLK_TCK")

    def close(self) -> None:
        """Stop it."""
        self._process.terminate()
        try:
            self._process.wait(10)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        shutil.rmtree(self._folder / "body", ignore_errors=True)


def _config(route: Mapping[str, Any]) -> dict[str, Any]:
    (found,) = [plugin for plugin in route["plugins"] if plugin["name"] == NAME]
    config: dict[str, Any] = found["config"]
    return DEFAULTS | config


def _locations(route: Mapping[str, Any]) -> str:
    """A location for each path: as in Kong, expressions go before prefixes, the longest first."""
    return "\n".join(
        f"location {'~ ^' + path[1:] if path.startswith('~') else path} "
        f"{{ set $route {route['name']}; include {STANDIN}/location.conf; }}"
        for path in route["paths"]
    )
