"""Where a browser's request comes from."""

from collections.abc import Mapping

from shared.domain.origins import OriginError, parse_origin


def effective_origin(headers: Mapping[str, str], public_url: str) -> str | None:
    """Return the request's origin, or nothing when it cannot be known.

    Browsers leave ``Origin`` out of same-origin GET requests, but mark those with
    ``Sec-Fetch-Site: same-origin``, which a page cannot forge; then the origin is ours. ``Host``
    says under which of our names the page was opened.
    """
    origin = headers.get("origin")
    if origin is not None:
        return origin
    if headers.get("sec-fetch-site") != "same-origin":
        return None
    scheme = public_url.partition("://")[0]
    own = f"{scheme}://{headers.get('host', '')}"
    try:
        return str(parse_origin(own))
    except OriginError:
        return None
