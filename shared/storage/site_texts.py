"""A site between its row and its contract, and what the audit log tells of it."""

import base64
import hashlib
from pathlib import Path
from typing import Any

from shared.contracts.sites import (
    Greeting,
    HoursInterval,
    IdentityKeyInfo,
    SecretInfo,
    SiteDetail,
    SiteHoliday,
    SiteHours,
    SiteInfo,
    SiteLimitsBody,
    SiteLook,
    clock,
    minutes,
)
from shared.domain.hours import Holiday, Interval, WorkingHours
from shared.domain.look import ACCENT
from shared.domain.words import Locale
from shared.storage.audit import Value
from shared.storage.site_rows import hours_value, read_hours, read_keys, read_salts
from shared.storage.site_settings import SiteRow


def line(row: SiteRow) -> SiteInfo:
    """Return a site as a line of the list."""
    return SiteInfo(
        id=row.id,
        site_key=row.site_key,
        name=row.name,
        locale=Locale(row.locale),
        enabled=row.disabled_at is None,
        origins=tuple(row.origins),
        seen_at=row.seen_at,
        seen_origin=row.seen_origin,
    )


def detail(
    row: SiteRow, defaults: SiteLimitsBody, integrity: str | None, public_url: str
) -> SiteDetail:
    """Return all of a site."""
    return SiteDetail(
        **line(row).model_dump(),
        previous_key=row.previous_key,
        previous_key_until=row.previous_key_until,
        wildcards=row.wildcards,
        greeting=Greeting(**row.greeting),
        look=site_look(row),
        hours=site_hours(row),
        limits=limits(row),
        defaults=defaults,
        identity_required=row.identity_required,
        identity_secrets=tuple(
            SecretInfo(id=salt.id, made_at=salt.made_at, until=salt.until)
            for salt in read_salts(row.identity_salts)
        ),
        identity_keys=tuple(
            IdentityKeyInfo(
                id=key.id,
                kid=key.kid,
                algorithm=key.algorithm,
                bits=key.bits,
                made_at=key.made_at,
            )
            for key in read_keys(row.identity_keys)
        ),
        integrity=integrity,
        public_url=public_url,
    )


def site_look(row: SiteRow) -> SiteLook:
    """Return the look of a row; one that nobody has chosen is that of the widget."""
    return SiteLook.model_validate({"accent": ACCENT} | row.look, extra="ignore")


def limits(row: SiteRow) -> SiteLimitsBody:
    """Return the limits of a row."""
    return SiteLimitsBody(
        messages_per_minute=row.messages_per_minute,
        answers_per_minute=row.answers_per_minute,
        sockets_per_visitor=row.sockets_per_visitor,
        text_limit=row.text_limit,
        uploads=row.uploads,
    )


def kept_hours(hours: SiteHours | None) -> dict[str, Any] | None:
    """Return what is kept of hours."""
    if hours is None:
        return None
    return hours_value(
        WorkingHours(
            zone=hours.zone,
            week=tuple(_domain(day) for day in hours.week),
            holidays=tuple(
                Holiday(one.day, one.name, _domain(one.intervals)) for one in hours.holidays
            ),
        )
    )


def audited(row: SiteRow) -> dict[str, Value]:
    """Return what the audit log may tell of a site: no secret, and no salt of one."""
    body = limits(row).model_dump(mode="json")
    look = site_look(row).model_dump(mode="json")
    flat = {f"look.{name}": _flat(value) for name, value in look.items()}
    return {
        "name": row.name,
        "locale": row.locale,
        "enabled": row.disabled_at is None,
        "origins": row.origins,
        "wildcards": row.wildcards,
        "greeting": _flat(row.greeting),
        "hours": _said(read_hours(row.hours)),
        "identity_required": row.identity_required,
        "site_key": row.site_key,
        **body,
        **flat,
    }


def integrity_of(script: Path) -> str | None:
    """Return the hash of a script as a page pins it; None where it is not built."""
    try:
        digest = hashlib.sha384(script.read_bytes()).digest()
    except OSError:
        return None
    return f"sha384-{base64.b64encode(digest).decode()}"


def site_hours(row: SiteRow) -> SiteHours | None:
    """Return the working hours of a row."""
    hours = read_hours(row.hours)
    if hours is None:
        return None
    return SiteHours(
        zone=hours.zone,
        week=tuple(_intervals(day) for day in hours.week),
        holidays=tuple(
            SiteHoliday(day=one.day, name=one.name, intervals=_intervals(one.intervals))
            for one in hours.holidays
        ),
    )


def _intervals(intervals: tuple[Interval, ...]) -> tuple[HoursInterval, ...]:
    return tuple(HoursInterval(start=clock(one.start), end=clock(one.end)) for one in intervals)


def _domain(intervals: tuple[HoursInterval, ...]) -> tuple[Interval, ...]:
    return tuple(Interval(minutes(one.start), minutes(one.end)) for one in intervals)


def _said(hours: WorkingHours | None) -> list[str] | None:
    """Write hours down as a person would read them."""
    if hours is None:
        return None
    week = [_day(day) for day in hours.week]
    off = [f"{one.day.isoformat()} {_day(one.intervals)}" for one in hours.holidays]
    return [hours.zone, *week, *off]


def _day(intervals: tuple[Interval, ...]) -> str:
    return ", ".join(f"{clock(one.start)}–{clock(one.end)}" for one in intervals) or "—"


def _flat(value: object) -> Value:
    if isinstance(value, dict):
        return [f"{key}: {text}" for key, text in value.items() if text]
    return value if isinstance(value, str | int | bool) else str(value)
