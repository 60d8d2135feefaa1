"""Bodies of ``/api/v1/sites``: what administrators decide of their sites."""

from datetime import date, datetime
from itertools import pairwise
from typing import Annotated, Self
from uuid import UUID
from zoneinfo import ZoneInfo

from pydantic import AfterValidator, Field, model_validator

from shared.contracts.look import Line
from shared.contracts.wire import TEXT_LIMIT, Contract
from shared.domain.hours import is_zone
from shared.domain.identity import SignatureAlgorithm
from shared.domain.look import LauncherIcon, Side, Theme
from shared.domain.words import Locale

SiteName = Annotated[Line, Field(min_length=1, max_length=80)]
OriginText = Annotated[str, Field(min_length=1, max_length=300)]
_Clock = Annotated[
    str, Field(pattern=r"^([01][0-9]|2[0-3]):[0-5][0-9]$|^24:00$", examples=["09:00"])
]


class ShortTexts(Contract):
    """A short text in each language; an empty one is the widget's own."""

    ru: Annotated[Line, Field(max_length=80)] = ""
    en: Annotated[Line, Field(max_length=80)] = ""


class Greeting(Contract):
    """What the first screen says; the first sentence is its heading."""

    ru: Annotated[str, Field(max_length=500)] = ""
    en: Annotated[str, Field(max_length=500)] = ""


class SiteLook(Contract):
    """How the widget looks. What is written on ``accent`` is chosen by the widget, by contrast."""

    accent: Annotated[str, Field(pattern=r"^#[0-9a-f]{6}$", examples=["#4f46e5"])]
    theme: Theme = Theme.AUTO
    side: Side = Side.RIGHT
    icon: LauncherIcon = LauncherIcon.BUBBLE
    label: ShortTexts = ShortTexts()
    title: ShortTexts = ShortTexts()
    placeholder: ShortTexts = ShortTexts()
    logo: bool = True


class HoursInterval(Contract):
    """A part of a day on the wall clock; ``end`` may be ``24:00``."""

    start: _Clock
    end: _Clock

    @model_validator(mode="after")
    def _forwards(self) -> Self:
        if minutes(self.start) >= minutes(self.end):
            raise ValueError("ends before it begins")
        return self


def _apart(intervals: tuple[HoursInterval, ...]) -> tuple[HoursInterval, ...]:
    ordered = tuple(sorted(intervals, key=lambda interval: minutes(interval.start)))
    for one, following in pairwise(ordered):
        if minutes(one.end) > minutes(following.start):
            raise ValueError("intervals overlap")
    return ordered


def _known_zone(name: str) -> str:
    if not is_zone(name):
        raise ValueError("no such time zone")
    ZoneInfo(name)
    return name


DayIntervals = Annotated[tuple[HoursInterval, ...], Field(max_length=6), AfterValidator(_apart)]


class SiteHoliday(Contract):
    """A date with its own hours; without any, nobody is there."""

    day: date
    name: Annotated[Line, Field(max_length=80)] = ""
    intervals: DayIntervals = ()


class SiteHours(Contract):
    """Working hours of the operators: a week, Monday first, and days that differ."""

    zone: Annotated[
        str, Field(max_length=64, examples=["Europe/Moscow"]), AfterValidator(_known_zone)
    ]
    week: Annotated[tuple[DayIntervals, ...], Field(min_length=7, max_length=7)]
    holidays: Annotated[tuple[SiteHoliday, ...], Field(max_length=100)] = ()

    @model_validator(mode="after")
    def _sensible(self) -> Self:
        if len({holiday.day for holiday in self.holidays}) < len(self.holidays):
            raise ValueError("a day stands twice among the holidays")
        return self


class SiteLimitsBody(Contract):
    """What the site allows its visitors; null: what the installation allows."""

    messages_per_minute: Annotated[int, Field(ge=1, le=600)] | None = None
    answers_per_minute: Annotated[int, Field(ge=1, le=10_000)] | None = None
    sockets_per_visitor: Annotated[int, Field(ge=1, le=50)] | None = None
    text_limit: Annotated[int, Field(ge=500, le=TEXT_LIMIT)] | None = None
    uploads: bool = True


class InstallationLimits(SiteLimitsBody):
    """What stands where a site has no limit; who runs the installation may go beyond a site's."""

    messages_per_minute: Annotated[int, Field(ge=1)] | None = None
    answers_per_minute: Annotated[int, Field(ge=1)] | None = None
    sockets_per_visitor: Annotated[int, Field(ge=1)] | None = None


class SiteCreate(Contract):
    """``POST /sites``. With ``agents_from`` the agents of that site are there too."""

    name: SiteName
    locale: Locale = Locale.RU
    origins: Annotated[tuple[OriginText, ...], Field(max_length=100)] = ()
    agents_from: UUID | None = None


class SitePatch(Contract):
    """``PATCH /sites/{site_id}``: what is not named stays; ``hours: null`` is around the clock.

    ``origins`` are the whole list. One with ``*.`` passes only while ``wildcards`` is true, here
    or kept.
    """

    name: SiteName | None = None
    locale: Locale | None = None
    enabled: bool | None = None
    origins: Annotated[tuple[OriginText, ...], Field(max_length=100)] | None = None
    wildcards: bool | None = None
    greeting: Greeting | None = None
    look: SiteLook | None = None
    hours: SiteHours | None = None
    limits: SiteLimitsBody | None = None
    identity_required: bool | None = None


class SiteDelete(Contract):
    """``POST /sites/{site_id}/deletion``: the site's name, so that nobody deletes another."""

    name: Annotated[str, Field(min_length=1, max_length=200, examples=["Магазин"])]


class RotateRequest(Contract):
    """A new key or secret; the old one is valid for ``grace_hours`` more, then dead."""

    grace_hours: Annotated[int, Field(ge=0, le=24 * 90)] = 24 * 7


class SiteInfo(Contract):
    """A site in the list."""

    id: UUID
    site_key: str
    name: str
    locale: Locale
    enabled: bool
    origins: tuple[str, ...]
    seen_at: datetime | None
    seen_origin: str | None


class SiteList(Contract):
    """The administrator's sites, the oldest first."""

    items: tuple[SiteInfo, ...]


class SecretInfo(Contract):
    """An identity secret as it may be shown: never the secret itself. ``until`` null: present."""

    id: str
    made_at: datetime
    until: datetime | None


class IdentityKeyAdd(Contract):
    """``POST /sites/{site_id}/identity-keys``: a public key, PEM or JWK.

    ``kid`` is what tokens call it; null: that of the JWK, else the key's thumbprint (RFC 7638).
    """

    key: Annotated[str, Field(min_length=1, max_length=8_192)]
    kid: Annotated[str, Field(min_length=1, max_length=200, examples=["2026-11"])] | None = None


class IdentityKeyInfo(Contract):
    """A public key of the site's server; ``id`` is its thumbprint (RFC 7638)."""

    id: str
    kid: str
    algorithm: SignatureAlgorithm
    bits: int
    made_at: datetime


class SiteDetail(SiteInfo):
    """All that can be decided of a site, and what is seen of it.

    ``integrity`` is that of the present ``widget.js``, null where it is not built.
    ``defaults`` are the installation's limits, which stand where the site has none.
    """

    previous_key: str | None
    previous_key_until: datetime | None
    wildcards: bool
    greeting: Greeting
    look: SiteLook
    hours: SiteHours | None
    limits: SiteLimitsBody
    defaults: InstallationLimits
    identity_required: bool
    identity_secrets: tuple[SecretInfo, ...]
    identity_keys: tuple[IdentityKeyInfo, ...]
    integrity: str | None
    public_url: str


class IdentitySecret(Contract):
    """The answer to a rotation: the only time that ``secret`` is told."""

    secret: str
    site: SiteDetail


def minutes(clock: str) -> int:
    """Return minutes after midnight of ``HH:MM``."""
    hours, _, rest = clock.partition(":")
    return int(hours) * 60 + int(rest)


def clock(after_midnight: int) -> str:
    """Return ``HH:MM``."""
    return f"{after_midnight // 60:02}:{after_midnight % 60:02}"
