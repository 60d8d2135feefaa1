"""Working hours are wall-clock times: weekdays, holidays and clocks that are moved."""

from datetime import UTC, date, datetime, timedelta
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from shared.domain.hours import (
    Holiday,
    Interval,
    WorkingHours,
    back_at,
    is_staffed,
    is_zone,
    upcoming,
    zone_name,
)
from shared.domain.sentences import back_sentence
from shared.domain.words import Locale

NINE_TO_SIX = (Interval(9 * 60, 18 * 60),)
OFFICE = (NINE_TO_SIX,) * 5 + ((), ())
ALWAYS = ((Interval(0, 1440),),) * 7
ZONES = ["Europe/Moscow", "Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "UTC",
         "Asia/Kolkata", "America/Sao_Paulo", "Pacific/Apia"]  # fmt: skip


def utc(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


def office(zone: str = "Europe/Moscow", *holidays: Holiday) -> WorkingHours:
    return WorkingHours(zone, OFFICE, holidays)


@pytest.mark.parametrize(
    ("at", "staffed"),
    [
        ("2026-11-26 05:59:59", False),
        ("2026-11-26 06:00", True),
        ("2026-11-26 14:59:59", True),
        ("2026-11-26 15:00", False),
        ("2026-11-28 10:00", False),  # Saturday
    ],
)
def test_somebody_is_there_from_the_first_instant_to_just_before_the_last(
    at: str, *, staffed: bool
) -> None:
    assert is_staffed(office(), utc(at)) is staffed


def test_without_hours_somebody_is_always_there() -> None:
    assert is_staffed(None, utc("2026-01-01 03:00"))
    assert back_at(None, utc("2026-01-01 03:00")) is None


def test_after_friday_comes_monday_and_a_holiday_is_passed_over() -> None:
    friday = utc("2026-11-27 16:00")
    assert back_at(office(), friday) == utc("2026-11-30 06:00")
    monday_off = office("Europe/Moscow", Holiday(date(2026, 11, 30), "Выходной"))
    assert back_at(monday_off, friday) == utc("2026-12-01 06:00")


def test_a_holiday_may_have_hours_of_its_own_also_on_a_day_off() -> None:
    short = Holiday(date(2026, 11, 28), "", (Interval(10 * 60, 12 * 60),))
    hours = office("Europe/Moscow", short)
    assert is_staffed(hours, utc("2026-11-28 08:00"))
    assert not is_staffed(hours, utc("2026-11-28 09:00"))


def test_nine_is_nine_before_and_after_the_clock_is_moved() -> None:
    """Berlin: forward on 29 March 2026, back on 25 October 2026."""
    berlin = office("Europe/Berlin")
    assert back_at(berlin, utc("2026-03-27 20:00")) == utc("2026-03-30 07:00")
    assert back_at(berlin, utc("2026-03-26 20:00")) == utc("2026-03-27 08:00")
    assert back_at(berlin, utc("2026-10-23 20:00")) == utc("2026-10-26 08:00")
    assert back_at(berlin, utc("2026-10-22 20:00")) == utc("2026-10-23 07:00")


def test_a_night_shift_lasts_as_long_as_the_night_does() -> None:
    nights = WorkingHours("Europe/Berlin", ((Interval(0, 6 * 60),),) * 7)

    def length(day: str) -> timedelta:
        period = next(p for p in upcoming(nights, utc(f"{day} 12:00")))
        return period.end - period.start

    assert length("2026-03-27") == timedelta(hours=6)
    assert length("2026-03-28") == timedelta(hours=5)
    assert length("2026-10-24") == timedelta(hours=7)


def test_a_time_that_the_clock_skips_begins_when_the_skipped_hour_is_over() -> None:
    hours = WorkingHours("Europe/Berlin", ((Interval(150, 240),),) * 7)  # 2:30 to 4:00
    periods = upcoming(hours, utc("2026-03-28 12:00"))
    assert periods[0].start == utc("2026-03-29 01:00")  # 3:00 by the moved clock
    assert periods[0].end == utc("2026-03-29 02:00")


def test_an_interval_inside_the_skipped_hour_is_none_and_breaks_nothing() -> None:
    hours = WorkingHours("Europe/Berlin", ((Interval(125, 175),),) * 7)  # 2:05 to 2:55
    days = {p.start.date() for p in upcoming(hours, utc("2026-03-28 12:00"))}
    assert date(2026, 3, 29) not in days
    assert date(2026, 3, 30) in days


def test_a_time_that_comes_twice_is_the_first_of_the_two() -> None:
    hours = WorkingHours("Europe/Berlin", ((Interval(150, 240),),) * 7)
    period = upcoming(hours, utc("2026-10-24 12:00"))[0]
    assert period.start == utc("2026-10-25 00:30")
    assert period.end - period.start == timedelta(hours=2, minutes=30)


def test_a_day_that_a_country_left_out_is_passed_over() -> None:
    """Samoa had no 30 December 2011."""
    hours = WorkingHours("Pacific/Apia", (NINE_TO_SIX,) * 7)
    starts = [p.start for p in upcoming(hours, utc("2011-12-29 12:00"))[:3]]
    assert all(is_staffed(hours, start) for start in starts)
    assert starts == sorted(set(starts))


def test_round_the_clock_is_one_period() -> None:
    hours = WorkingHours("Europe/Berlin", ALWAYS)
    assert len(upcoming(hours, utc("2026-03-28 12:00"))) == 1
    assert back_at(hours, utc("2026-03-29 01:30")) is None


def test_nobody_ever_is_said_by_nothing() -> None:
    assert back_at(WorkingHours("UTC", ((),) * 7), utc("2026-03-28 12:00")) is None


_INTERVALS = st.lists(
    st.tuples(st.integers(0, 1439), st.integers(1, 1440)).filter(lambda pair: pair[0] < pair[1]),
    max_size=3,
).map(lambda pairs: tuple(Interval(*pair) for pair in sorted(pairs)))


@settings(max_examples=150, deadline=None)
@given(
    st.sampled_from(ZONES),
    st.lists(_INTERVALS, min_size=7, max_size=7).map(tuple),
    st.datetimes(datetime(2005, 1, 1), datetime(2035, 1, 1), timezones=st.just(UTC)),  # noqa: DTZ001
)
def test_what_is_told_of_the_coming_days_agrees_with_what_is_true_then(
    zone: str, week: tuple[tuple[Interval, ...], ...], now: datetime
) -> None:
    hours = WorkingHours(zone, week)
    periods = upcoming(hours, now)
    for one, following in pairwise(periods):
        assert one.end < following.start
        assert not is_staffed(hours, one.end)
    for period in periods:
        assert period.start < period.end
        assert period.end > now
        assert is_staffed(hours, max(period.start, now))
    start = back_at(hours, now)
    if start is not None:
        assert not is_staffed(hours, now)
        assert is_staffed(hours, start)
        assert not is_staffed(hours, start - timedelta(seconds=1))


@pytest.mark.parametrize(
    ("start", "now", "ru", "en"),
    [
        ("2026-11-26 06:00", "2026-11-26 01:00", "сегодня с 9:00 (МСК)", "today from 9:00 (MSK)"),
        ("2026-11-27 06:00", "2026-11-26 18:00", "завтра с 9:00 (МСК)", "tomorrow from 9:00 (MSK)"),
        # It is tomorrow already in Moscow.
        ("2026-11-27 06:00", "2026-11-26 21:30", "сегодня с 9:00 (МСК)", "today from 9:00 (MSK)"),
        ("2026-11-30 06:30", "2026-11-27 18:00", "в понедельник с 9:30", "on Monday from 9:30"),
        ("2027-01-11 06:00", "2026-12-31 18:00", "11 января с 9:00", "on January 11 from 9:00"),
    ],
)
def test_people_are_told_when_somebody_is_back(start: str, now: str, ru: str, en: str) -> None:
    said = {
        locale: back_sentence(utc(start), utc(now), "Europe/Moscow", locale) for locale in Locale
    }
    assert f"Операторы ответят {ru}" in said[Locale.RU]
    assert f"Operators will answer {en}" in said[Locale.EN]


@pytest.mark.parametrize(
    ("zone", "name"),
    [
        ("Europe/Moscow", "МСК"), ("Asia/Yekaterinburg", "UTC+5"), ("UTC", "UTC"),
        ("Asia/Kolkata", "UTC+5:30"), ("America/New_York", "UTC−5"),
    ],
)  # fmt: skip
def test_a_zone_is_called_as_people_call_it(zone: str, name: str) -> None:
    assert zone_name(zone, Locale.RU, utc("2026-11-26 12:00")) == name


@pytest.mark.parametrize("name", ["", "Moscow", "../etc/passwd", "Europe/Moscow\n", "МСК", "/UTC"])
def test_what_is_no_zone_is_refused(name: str) -> None:
    assert not is_zone(name)
