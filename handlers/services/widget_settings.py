"""What a widget is told of its site, in the visitor's language."""

from datetime import datetime

from shared.config import Settings
from shared.config_rules import VisitorTransport
from shared.contracts.http import (
    AgentInfo,
    PollTransport,
    SocketTransport,
    Transport,
    WebSocketTransport,
    WidgetSettings,
)
from shared.contracts.look import OpenPeriod, OperatorHours, WidgetLook
from shared.contracts.wire import TEXT_LIMIT
from shared.domain.hours import WorkingHours, upcoming, zone_name
from shared.domain.look import Look
from shared.domain.site import Site, in_language
from shared.domain.words import Locale


def widget_settings(
    site: Site, locale: Locale, now: datetime, transport: Transport
) -> WidgetSettings:
    """Return the settings of a session."""
    return WidgetSettings(
        site_name=site.name,
        locale=locale,
        greeting=in_language(site.greeting, locale),
        agents=tuple(
            AgentInfo(slug=agent.slug, name=in_language(agent.name, locale))
            for agent in site.agents
        ),
        # One example of each agent: the visitor sees the whole range at a glance.
        examples=tuple(
            examples[0] for agent in site.agents if (examples := agent.examples.get(locale, ()))
        ),
        text_limit=site.limits.text_limit or TEXT_LIMIT,
        look=widget_look(site.look),
        # Only in their language: the widget has better words of its own than those of another.
        title=site.look.title.get(locale, ""),
        placeholder=site.look.placeholder.get(locale, ""),
        hours=_hours(site.hours, locale, now),
        uploads=site.limits.uploads,
        transport=transport,
    )


def transport_of(settings: Settings) -> Transport:
    """Return by which way widgets speak with this installation."""
    if settings.websocket_url is not None:
        return WebSocketTransport(url=settings.websocket_url)
    is_polled = settings.visitor_transport is VisitorTransport.POLL
    return PollTransport() if is_polled else SocketTransport()


def widget_look(look: Look) -> WidgetLook:
    """Return what the launcher needs."""
    return WidgetLook(
        accent=look.accent,
        theme=look.theme,
        side=look.side,
        icon=look.icon,
        label={str(locale): text for locale, text in look.label.items()},
        logo=look.logo,
    )


def _hours(hours: WorkingHours | None, locale: Locale, now: datetime) -> OperatorHours | None:
    if hours is None:
        return None
    return OperatorHours(
        zone=hours.zone,
        zone_name=zone_name(hours.zone, locale, now),
        periods=tuple(
            OpenPeriod(start=period.start, end=period.end) for period in upcoming(hours, now)
        ),
    )
