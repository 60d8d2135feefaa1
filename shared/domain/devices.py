"""What a browser says of itself, as people would say it: «Chrome, Windows»."""

import re
from dataclasses import dataclass

MOST = 300
"""Characters of a user agent that are kept."""

# The order matters: nearly all of them claim to be Safari, and many to be Chrome.
_BROWSERS = (
    (r"YaBrowser/(\d+)", "Yandex"),
    (r"(?:Edg|EdgA|EdgiOS)/(\d+)", "Edge"),
    (r"(?:OPR|Opera)/(\d+)", "Opera"),
    (r"(?:Firefox|FxiOS)/(\d+)", "Firefox"),
    (r"(?:Chrome|Chromium|CriOS|HeadlessChrome)/(\d+)", "Chrome"),
    (r"Version/(\d+)[\d.]* (?:Mobile/\S+ )?Safari/", "Safari"),
)
_SYSTEMS = (
    (r"iPhone|iPad", "iOS"),
    (r"Android", "Android"),
    (r"Windows", "Windows"),
    (r"Macintosh|Mac OS X", "macOS"),
    (r"CrOS", "ChromeOS"),
    (r"Linux", "Linux"),
)


@dataclass(frozen=True, slots=True)
class Device:
    """Where a request comes from."""

    user_agent: str = ""
    address: str = ""


NOWHERE = Device()
"""A device that nothing is known of."""


def browser_of(user_agent: str) -> str:
    """Return the browser and its version; empty when it is none of the known ones."""
    for pattern, name in _BROWSERS:
        if found := re.search(pattern, user_agent):
            return f"{name} {found[1]}"
    return ""


def system_of(user_agent: str) -> str:
    """Return the operating system; empty when it is none of the known ones."""
    return next((name for pattern, name in _SYSTEMS if re.search(pattern, user_agent)), "")
