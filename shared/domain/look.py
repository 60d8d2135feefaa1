"""How a site's widget looks and what it says before anybody has asked anything."""

from dataclasses import dataclass, field
from enum import StrEnum

from shared.domain.words import Locale

ACCENT = "#4f46e5"
"""The accent of a widget whose site has not chosen one."""


class Theme(StrEnum):
    """Light or dark; ``auto`` is what the visitor's system prefers."""

    AUTO = "auto"
    LIGHT = "light"
    DARK = "dark"


class Side(StrEnum):
    """The corner of the page that the launcher stands in."""

    LEFT = "left"
    RIGHT = "right"


class LauncherIcon(StrEnum):
    """What is drawn on the launcher."""

    BUBBLE = "bubble"
    QUESTION = "question"
    PERSON = "person"
    SPARK = "spark"


@dataclass(frozen=True, slots=True)
class Look:
    """Texts are by language; one that is missing is the widget's own."""

    accent: str = ACCENT
    theme: Theme = Theme.AUTO
    side: Side = Side.RIGHT
    icon: LauncherIcon = LauncherIcon.BUBBLE
    label: dict[Locale, str] = field(default_factory=dict)
    """Words beside the launcher's picture."""
    title: dict[Locale, str] = field(default_factory=dict)
    placeholder: dict[Locale, str] = field(default_factory=dict)
    logo: bool = True
    """Whether the mark stands in the panel's header and on its first screen."""
