"""What a row of ``sites`` says, in the words of the domain, and back."""

from collections.abc import Iterable
from dataclasses import asdict
from datetime import date, datetime
from typing import Any

from shared.domain.hours import Holiday, Interval, WorkingHours
from shared.domain.identity import IdentityKey, IdentitySalt, SignatureAlgorithm
from shared.domain.look import LauncherIcon, Look, Side, Theme
from shared.domain.origins import Origin, OriginError, parse_origin, parse_wildcard
from shared.domain.site import SiteLimits
from shared.domain.words import Locale
from shared.observability.logs import get_logger


def by_locale(texts: dict[str, str]) -> dict[Locale, str]:
    """Return texts by the languages they are in."""
    return {Locale(key): text for key, text in texts.items() if text}


def read_origins(texts: Iterable[str]) -> tuple[frozenset[Origin], frozenset[Origin]]:
    """Return the exact origins, and those whose subdomains are meant.

    What is no origin is left out: one row typed by hand must not shut every site out.
    """
    exact, parents = set(), set()
    for text in texts:
        try:
            if parent := parse_wildcard(text):
                parents.add(parent)
            else:
                exact.add(parse_origin(text))
        except OriginError as error:
            get_logger().warning("origin.unreadable", origin=text, why=str(error))
    return frozenset(exact), frozenset(parents)


def read_look(kept: dict[str, Any]) -> Look:
    """Return the look; what is not kept is as the widget comes."""
    standard = Look()
    return Look(
        accent=kept.get("accent", standard.accent),
        theme=Theme(kept.get("theme", standard.theme)),
        side=Side(kept.get("side", standard.side)),
        icon=LauncherIcon(kept.get("icon", standard.icon)),
        label=by_locale(kept.get("label", {})),
        title=by_locale(kept.get("title", {})),
        placeholder=by_locale(kept.get("placeholder", {})),
        logo=kept.get("logo", standard.logo),
    )


def read_hours(kept: dict[str, Any] | None) -> WorkingHours | None:
    """Return the working hours; none are kept of a site that has none."""
    if kept is None:
        return None
    return WorkingHours(
        zone=kept["zone"],
        week=tuple(_intervals(day) for day in kept["week"]),
        holidays=tuple(
            Holiday(date.fromisoformat(one["day"]), one["name"], _intervals(one["intervals"]))
            for one in kept["holidays"]
        ),
    )


def hours_value(hours: WorkingHours | None) -> dict[str, Any] | None:
    """Return what is kept of working hours."""
    if hours is None:
        return None
    return {
        "zone": hours.zone,
        "week": [_pairs(day) for day in hours.week],
        "holidays": [
            {"day": one.day.isoformat(), "name": one.name, "intervals": _pairs(one.intervals)}
            for one in hours.holidays
        ],
    }


def read_salts(kept: list[dict[str, Any]]) -> tuple[IdentitySalt, ...]:
    """Return the salts of a site's identity secrets."""
    return tuple(
        IdentitySalt(
            id=one["id"],
            salt=one["salt"],
            made_at=datetime.fromisoformat(one["made_at"]),
            until=datetime.fromisoformat(one["until"]) if one["until"] else None,
        )
        for one in kept
    )


def salts_value(salts: Iterable[IdentitySalt]) -> list[dict[str, Any]]:
    """Return what is kept of salts."""
    return [
        {
            "id": one.id,
            "salt": one.salt,
            "made_at": one.made_at.isoformat(),
            "until": one.until.isoformat() if one.until else None,
        }
        for one in salts
    ]


def read_keys(kept: list[dict[str, Any]]) -> tuple[IdentityKey, ...]:
    """Return the public keys by which a site vouches for its visitors."""
    return tuple(
        IdentityKey(
            id=one["id"],
            kid=one["kid"],
            algorithm=SignatureAlgorithm(one["algorithm"]),
            bits=one["bits"],
            pem=one["pem"],
            made_at=datetime.fromisoformat(one["made_at"]),
        )
        for one in kept
    )


def keys_value(keys: Iterable[IdentityKey]) -> list[dict[str, Any]]:
    """Return what is kept of public keys."""
    return [asdict(one) | {"made_at": one.made_at.isoformat()} for one in keys]


def read_limits(row: dict[str, Any]) -> SiteLimits:
    """Return the limits that stand in a row."""
    return SiteLimits(
        messages_per_minute=row["messages_per_minute"],
        answers_per_minute=row["answers_per_minute"],
        sockets_per_visitor=row["sockets_per_visitor"],
        text_limit=row["text_limit"],
        uploads=row["uploads"],
    )


def _intervals(pairs: list[list[int]]) -> tuple[Interval, ...]:
    return tuple(Interval(start, end) for start, end in pairs)


def _pairs(intervals: Iterable[Interval]) -> list[list[int]]:
    return [[interval.start, interval.end] for interval in intervals]
