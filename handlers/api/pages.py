"""The files that browsers load: the widget, the demo page, the console."""

from pathlib import Path

from fastapi import APIRouter
from fastapi.responses import FileResponse, JSONResponse, RedirectResponse, Response

from handlers.api.context import ServicesDep
from shared.kernel.errors import NotFound
from shared.storage.pool import using
from shared.storage.sites import first_site_key

router = APIRouter(include_in_schema=False)

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


@router.get("/")
async def root() -> RedirectResponse:
    """Lead to the console."""
    return RedirectResponse("/admin/")


@router.get("/widget.js")
async def widget(services: ServicesDep) -> FileResponse:
    """Return the one script that a site includes."""
    return _file(services.settings.widget_dir, "widget.js", _SHORT)


@router.get("/widget/{path:path}")
async def widget_part(path: str, services: ServicesDep) -> FileResponse:
    """Return what the script loads later."""
    response = _file(services.settings.widget_dir, path, _SHORT)
    if path.endswith(".html"):  # the console's preview: it asks the network nothing
        response.headers["Content-Security-Policy"] = _PREVIEW_CSP
    return response


@router.get("/demo")
async def demo_without_slash() -> RedirectResponse:
    """Lead to the page under its right name."""
    return RedirectResponse("/demo/")


@router.get("/demo/config.json")
async def demo_config(services: ServicesDep) -> JSONResponse:
    """Tell the demo page the key of the first site, which is the demo one."""
    async with using(services.database) as connection:
        site_key = await first_site_key(connection)
    if site_key is None:
        raise NotFound
    return JSONResponse({"site_key": site_key}, headers={"Cache-Control": _NEVER})


@router.get("/demo/{path:path}")
async def demo(path: str, services: ServicesDep) -> FileResponse:
    """Return the page that shows the widget on a site."""
    response = _file(services.settings.widget_dir / "demo", path or "index.html", _NEVER)
    response.headers["Content-Security-Policy"] = _DEMO_CSP
    return response


@router.get("/admin")
async def console_without_slash() -> RedirectResponse:
    """Lead to the console under its right name."""
    return RedirectResponse("/admin/")


@router.get("/admin/{path:path}")
async def console(path: str, services: ServicesDep) -> Response:
    """Return a file of the console; any other path is one of its own routes."""
    folder = services.settings.admin_dir
    is_asset = path.startswith("assets/") or Path(path).suffix in {".js", ".css", ".svg", ".ico"}
    name, caching = (path, _HASHED) if is_asset else ("index.html", _NEVER)
    response = _file(folder, name, caching)
    response.headers["Content-Security-Policy"] = _CONSOLE_CSP
    response.headers["Referrer-Policy"] = "no-referrer"
    return response


def _file(folder: Path, name: str, caching: str) -> FileResponse:
    root = folder.resolve()
    try:
        path = (root / name).resolve()
        is_ours = path.is_relative_to(root) and path.is_file()
    except (ValueError, OSError) as error:  # a NUL in the name, or a name too long
        raise NotFound from error
    if not is_ours:
        raise NotFound
    return FileResponse(
        path,
        headers={
            "Cache-Control": caching,
            "X-Content-Type-Options": "nosniff",
            # The widget is loaded by pages of other origins, that is its purpose.
            "Cross-Origin-Resource-Policy": "cross-origin",
            "Access-Control-Allow-Origin": "*",
        },
    )
