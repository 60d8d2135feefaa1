"""When operators are there: rules that know weekdays, holidays and changes of the clock.

All times of a day are wall-clock times of the site's zone. A day whose clock is moved is shorter
or longer, and 9:00 is 9:00 on it all the same: every interval is turned into instants by the zone,
on its own date. A time that the clock skips begins when the skipped hour is over; one that comes
twice is the first of the two.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from zoneinfo import ZoneInfo, available_timezones

from shared.domain.words import Locale

_MOSCOW = {Locale.RU: "МСК", Locale.EN: "MSK"}
HORIZON = timedelta(days=30)
"""How far ahead an opening is looked for."""
_MOST = 40
_DAY = 24 * 60


@dataclass(frozen=True, slots=True)
class Interval:
    """A part of a day, in minutes after midnight; ``end`` may be 1,440."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Holiday:
    """A date with hours of its own; without any, nobody is there."""

    day: date
    name: str = ""
    intervals: tuple[Interval, ...] = ()


@dataclass(frozen=True, slots=True)
class WorkingHours:
    """A week, Monday first, in the wall-clock time of ``zone``."""

    zone: str
    week: tuple[tuple[Interval, ...], ...]
    holidays: tuple[Holiday, ...] = ()


@dataclass(frozen=True, slots=True)
class Period:
    """From ``start`` until just before ``end``, both in UTC."""

    start: datetime
    end: datetime


def is_zone(name: str) -> bool:
    """Whether the IANA database knows the time zone."""
    return name in _zones()


def is_staffed(hours: WorkingHours | None, at: datetime) -> bool:
    """Whether somebody is there at an instant; without hours somebody always is."""
    if hours is None:
        return True
    return any(period.start <= at < period.end for period in _periods(hours, at, timedelta(days=1)))


def upcoming(hours: WorkingHours, after: datetime) -> tuple[Period, ...]:
    """Return when somebody is there, from ``after`` to the horizon; the present period included.

    Neighbours that touch, as 9–24 and 0–9 of the next day, are one period.
    """
    found: list[Period] = []
    for period in _periods(hours, after, HORIZON):
        if period.end <= after:
            continue
        if found and found[-1].end >= period.start:
            found[-1] = Period(found[-1].start, max(found[-1].end, period.end))
        elif len(found) == _MOST:
            break
        else:
            found.append(period)
    return tuple(found)


def back_at(hours: WorkingHours | None, at: datetime) -> datetime | None:
    """Return when somebody is there again; None while somebody is, or when nobody knows."""
    if hours is None or is_staffed(hours, at):
        return None
    return next((period.start for period in upcoming(hours, at) if period.start > at), None)


def zone_name(zone: str, locale: Locale, at: datetime) -> str:
    """Return what people call the zone's time: ``МСК``, or ``UTC+5``."""
    if zone == "Europe/Moscow":
        return _MOSCOW[locale]
    offset = at.astimezone(ZoneInfo(zone)).utcoffset() or timedelta()
    minutes = round(offset.total_seconds() / 60)
    hours, rest = divmod(abs(minutes), 60)
    sign = "−" if minutes < 0 else "+"
    return "UTC" if not minutes else f"UTC{sign}{hours}" + (f":{rest:02}" if rest else "")


@cache
def _zones() -> frozenset[str]:
    # Folders of files are walked for it, and they do not change while we run.
    return frozenset(available_timezones())


def _periods(hours: WorkingHours, after: datetime, horizon: timedelta) -> Iterator[Period]:
    zone = ZoneInfo(hours.zone)
    holidays = {holiday.day: holiday.intervals for holiday in hours.holidays}
    day = after.astimezone(zone).date() - timedelta(days=1)
    last = (after + horizon).astimezone(zone).date()
    while day <= last:
        for interval in holidays.get(day, hours.week[day.weekday()]):
            start, end = (_instant(day, minute, zone) for minute in (interval.start, interval.end))
            if start < end:
                yield Period(start, end)
        day += timedelta(days=1)


def _instant(day: date, minute: int, zone: ZoneInfo) -> datetime:
    if minute == _DAY:
        day, minute = day + timedelta(days=1), 0
    local = datetime.combine(day, time(minute // 60, minute % 60), zone)
    instant = local.astimezone(UTC)
    if instant.astimezone(zone).replace(tzinfo=None) == local.replace(tzinfo=None):
        return instant
    # The clock skips this time. Read by the offset from before the jump it lies as far after it
    # as it lay behind its beginning: step back to the jump itself.
    after = local.replace(fold=1).astimezone(UTC)
    low, high = min(instant, after), max(instant, after)
    before = low.astimezone(zone).utcoffset()
    while high - low > timedelta(minutes=1):
        middle = low + (high - low) / 2
        low, high = (
            (middle, high) if middle.astimezone(zone).utcoffset() == before else (low, middle)
        )
    return high.replace(second=0, microsecond=0)
