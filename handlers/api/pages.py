"""The files that browsers load: the widget, the demo page, the console."""

import gzip
import hashlib
import json
import re
from contextlib import suppress
from functools import lru_cache, partial
from pathlib import Path
from typing import Annotated

from fastapi import APIRouter, Header, Query, Request
from fastapi.responses import FileResponse, JSONResponse, RedirectResponse, Response
from starlette.datastructures import Headers
from starlette.staticfiles import StaticFiles

from handlers.api.context import AddressDep, ServicesDep, count_look
from shared.contracts.http import SiteKey
from shared.contracts.look import WidgetLook
from shared.kernel.errors import NotFound, RateLimited, Unavailable
from shared.storage.pool import using
from shared.storage.sites import first_site_key

router = APIRouter(include_in_schema=False)
_page = partial(router.api_route, methods=["GET", "HEAD"])

_CONSOLE_CSP = (
    "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; "
    "connect-src 'self'; object-src 'none'; base-uri 'none'; frame-ancestors 'none'; "
    "form-action 'self'"
)
_DEMO_CSP = (
    "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; "
    "connect-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'; "
    "require-trusted-types-for 'script'"
)
_PREVIEW_CSP = (
    "default-src 'none'; script-src 'self'; style-src 'self'; base-uri 'none'; "
    "form-action 'none'; frame-ancestors 'self'"
)
_HASHED = "public, max-age=31536000, immutable"
_SHORT = "public, max-age=300"
_NEVER = "no-cache"
_TEXTS = frozenset({".js", ".css", ".html", ".svg", ".json", ".webmanifest"})
_WEIGHT = re.compile(r"q\s*=\s*(0(?:\.\d{0,3})?|1(?:\.0{0,3})?)")
# Only to compare the conditions of a request: it serves nothing.
_conditions = StaticFiles()


@_page("/")
async def root() -> RedirectResponse:
    """Lead to the console."""
    return RedirectResponse("/admin/")


@_page("/widget.js")
async def widget(
    services: ServicesDep,
    request: Request,
    address: AddressDep,
    site_key: Annotated[SiteKey | None, Query()] = None,
    referer: Annotated[str, Header()] = "",
) -> Response:
    """Return the one script that a site includes, with the site's look if it says which site."""
    before = ""
    if site_key is not None:
        look = None
        with suppress(RateLimited, Unavailable):  # without its look it is the widget all the same
            await count_look(services, address)
            look = await services.site_pages.look_for_script(site_key, referer)
        before = _said(site_key, look)
    return _file(request, services.settings.widget_dir, "widget.js", _SHORT, before)


@_page("/widget/{path:path}")
async def widget_part(path: str, services: ServicesDep, request: Request) -> Response:
    """Return what the script loads later."""
    response = _file(request, services.settings.widget_dir, path, _SHORT)
    if path.endswith(".html"):  # the console's preview: it asks the network nothing
        response.headers["Content-Security-Policy"] = _PREVIEW_CSP
    return response


@_page("/demo")
async def demo_without_slash() -> RedirectResponse:
    """Lead to the page under its right name."""
    return RedirectResponse("/demo/")


@_page("/demo/config.json")
async def demo_config(services: ServicesDep) -> JSONResponse:
    """Tell the demo page the key of the first site, which is the demo one."""
    async with using(services.database) as connection:
        site_key = await first_site_key(connection)
    if site_key is None:
        raise NotFound
    return JSONResponse({"site_key": site_key}, headers={"Cache-Control": _NEVER})


@_page("/demo/{path:path}")
async def demo(path: str, services: ServicesDep, request: Request) -> Response:
    """Return the page that shows the widget on a site."""
    folder = services.settings.widget_dir / "demo"
    response = _file(request, folder, path or "index.html", _NEVER)
    response.headers["Content-Security-Policy"] = _DEMO_CSP
    return response


@_page("/admin")
async def console_without_slash() -> RedirectResponse:
    """Lead to the console under its right name."""
    return RedirectResponse("/admin/")


@_page("/admin/{path:path}")
async def console(path: str, services: ServicesDep, request: Request) -> Response:
    """Return a file of the console; any other path is one of its own routes."""
    folder = services.settings.admin_dir
    is_asset = path.startswith("assets/") or Path(path).suffix in {".js", ".css", ".svg", ".ico"}
    name, caching = (path, _HASHED) if is_asset else ("index.html", _NEVER)
    response = _file(request, folder, name, caching)
    response.headers["Content-Security-Policy"] = _CONSOLE_CSP
    response.headers["Referrer-Policy"] = "no-referrer"
    return response


def _file(request: Request, folder: Path, name: str, caching: str, before: str = "") -> Response:
    root = folder.resolve()
    try:
        path = (root / name).resolve()
        is_ours = path.is_relative_to(root) and path.is_file()
    except (ValueError, OSError) as error:  # a NUL in the name, or a name too long
        raise NotFound from error
    if not is_ours:
        raise NotFound
    headers = {
        "Cache-Control": caching,
        "Vary": "Accept-Encoding",
        "X-Content-Type-Options": "nosniff",
        # The widget is loaded by pages of other origins, that is its purpose.
        "Cross-Origin-Resource-Policy": "cross-origin",
        "Access-Control-Allow-Origin": "*",
    }
    plain = FileResponse(path, headers=headers, stat_result=path.stat())
    is_packed = path.suffix in _TEXTS and _takes_gzip(request.headers)
    is_whole = is_packed or before != ""
    response = _whole(request, plain, before, packed=is_packed) if is_whole else plain
    if _conditions.is_not_modified(response.headers, request.headers):
        kept = {n: v for n, v in response.headers.items() if not n.startswith("content-")}
        return Response(status_code=304, headers=kept)
    return response


def _takes_gzip(headers: Headers) -> bool:
    """Whether a browser unpacks gzip, as all do; a weight of nothing means "not this one"."""
    weights: dict[str, float] = {}
    for one in ",".join(headers.getlist("accept-encoding")).lower().split(","):
        coding, _, weight = (part.strip() for part in one.partition(";"))
        found = _WEIGHT.fullmatch(weight)
        # What cannot be read is no wish for it: everybody can read a file as it is.
        weights[coding] = float(found[1]) if found else float(not weight)
    gzipped = weights.get("gzip", weights.get("x-gzip", weights.get("*", 0)))
    return gzipped > 0 and gzipped >= weights.get("identity", 0)


def _whole(request: Request, plain: FileResponse, before: str, *, packed: bool) -> Response:
    """Return all of a file, packed or with something before it: of this nobody asks for a range.

    It is another representation than the file as it is, so it has an ETag of its own.
    """
    path = Path(plain.path)
    content = _content(path, path.stat().st_mtime_ns, before, packed=packed)
    tag = plain.headers["etag"][:-1]
    headers = dict(plain.headers) | {"content-length": str(len(content))}
    del headers["accept-ranges"]
    if before:
        tag += f"-{hashlib.sha256(before.encode()).hexdigest()[:16]}"
        del headers["last-modified"]  # what stands before it may be newer
    if packed:
        tag += "-gzip"
        headers["content-encoding"] = "gzip"
    headers["etag"] = f'{tag}"'
    return Response(b"" if request.method == "HEAD" else content, headers=headers)


@lru_cache(maxsize=512)
def _content(path: Path, _modified: int, before: str, *, packed: bool) -> bytes:
    """Pack a file once for as long as it is the same: the widget's bytes are counted so."""
    content = before.encode() + path.read_bytes()
    return gzip.compress(content, mtime=0) if packed else content


def _said(site_key: str, look: WidgetLook | None) -> str:
    """Say it to the script that follows, which takes it away before the page could see it."""
    site = {"site_key": site_key} | ({"look": look.model_dump(mode="json")} if look else {})
    # ASCII, for a page may say of its scripts that they are written in something else.
    return f"globalThis[Symbol.for('otvet.site')]={json.dumps(site, separators=(',', ':'))};"
