"""What the system itself says to people, in their language. Both languages, always."""

from datetime import datetime
from zoneinfo import ZoneInfo

from shared.domain.hours import WorkingHours, back_at, zone_name
from shared.domain.words import Locale, Outcome

_SYSTEM: dict[Outcome, dict[Locale, str]] = {
    Outcome.HANDED_OFF: {
        Locale.RU: "Зову специалиста. Он увидит весь разговор и ответит здесь.",
        Locale.EN: "Calling a specialist, who will see the whole conversation and answer here.",
    },
    Outcome.STOPPED: {
        Locale.RU: "Ответ остановлен.",
        Locale.EN: "The answer was stopped.",
    },
    Outcome.OPERATOR_JOINED: {
        Locale.RU: "К разговору подключился специалист: {name}.",
        Locale.EN: "{name} has joined the conversation.",
    },
    Outcome.RETURNED: {
        Locale.RU: "Дальше снова отвечает ИИ-помощник. Специалиста можно позвать в любой момент.",
        Locale.EN: "The AI assistant answers again. You can call a specialist at any time.",
    },
    Outcome.CLOSED: {
        Locale.RU: "Разговор завершён. Напишите, если понадобится что-то ещё.",
        Locale.EN: "The conversation is closed. Write again if you need anything else.",
    },
    Outcome.REOPENED: {
        Locale.RU: "Разговор продолжается. На связи специалист: {name}.",
        Locale.EN: "The conversation goes on. {name} is here.",
    },
    Outcome.RELEASED: {
        Locale.RU: "Вы снова в очереди. Ответит первый освободившийся специалист.",
        Locale.EN: "You are back in the queue. The first free specialist will answer.",
    },
}

_BACK = {
    Locale.RU: "Операторы ответят {day} с {clock} ({zone}).",
    Locale.EN: "Operators will answer {day} from {clock} ({zone}).",
}
_NEAR = {Locale.RU: ("сегодня", "завтра"), Locale.EN: ("today", "tomorrow")}
_WEEKDAYS = {
    Locale.RU: ("в понедельник", "во вторник", "в среду", "в четверг", "в пятницу", "в субботу",
                "в воскресенье"),
    Locale.EN: ("on Monday", "on Tuesday", "on Wednesday", "on Thursday", "on Friday",
                "on Saturday", "on Sunday"),
}  # fmt: skip
_MONTHS = {
    Locale.RU: ("января", "февраля", "марта", "апреля", "мая", "июня", "июля", "августа",
                "сентября", "октября", "ноября", "декабря"),
    Locale.EN: ("January", "February", "March", "April", "May", "June", "July", "August",
                "September", "October", "November", "December"),
}  # fmt: skip


def back_sentence(start: datetime, now: datetime, zone: str, locale: Locale) -> str:
    """Say when operators answer again, in the time of their zone."""
    local, today = (instant.astimezone(ZoneInfo(zone)) for instant in (start, now))
    days = (local.date() - today.date()).days
    if days < 2:
        day = _NEAR[locale][days]
    elif days < 7:
        day = _WEEKDAYS[locale][local.weekday()]
    else:
        month = _MONTHS[locale][local.month - 1]
        day = f"{local.day} {month}" if locale is Locale.RU else f"on {month} {local.day}"
    clock = f"{local.hour}:{local.minute:02}"
    return _BACK[locale].format(day=day, clock=clock, zone=zone_name(zone, locale, start))


def back_note(hours: WorkingHours | None, now: datetime, locale: Locale) -> str:
    """Say when people are back; nothing while they are there, or where nobody knows."""
    start = back_at(hours, now)
    if hours is None or start is None:
        return ""
    return back_sentence(start, now, hours.zone, locale)


def system_sentence(outcome: Outcome, locale: Locale, name: str | None = None) -> str:
    """Return the text of a system message."""
    return _SYSTEM[outcome][locale].format(name=name or "")
