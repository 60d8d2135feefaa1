"""How a widget looks, when operators are there and who writes: what passes to and from widgets."""

from datetime import datetime
from typing import Annotated, Self
from uuid import UUID

from pydantic import AfterValidator, Field, StringConstraints, model_validator

from shared.contracts.wire import TEXT_LIMIT, ClientMessageId, Contract
from shared.domain.look import LauncherIcon, Side, Theme
from shared.kernel.text import clean


def _one_line(text: str) -> str:
    """Keep what a person typed on one line, without controls."""
    return " ".join(clean(text).split())


def _web_address(url: str) -> str:
    scheme, _, rest = url.partition("://")
    authority = rest.partition("/")[0]
    if scheme not in ("http", "https") or not authority or "@" in authority:
        raise ValueError("not a web address without a name and password")
    return url


Line = Annotated[str, AfterValidator(_one_line)]
_Url = Annotated[str, Field(max_length=2_000), AfterValidator(_web_address), AfterValidator(clean)]


class WidgetLook(Contract):
    """``GET /visitor/look``: what the launcher needs before anybody has opened it.

    Nothing here is of one visitor, so it may be cached. It comes with ``widget.js?site_key=…``; a
    page that pins its script by a hash may ask for it. ``label`` is by language, for the widget
    knows its own.
    """

    accent: str
    theme: Theme
    side: Side
    icon: LauncherIcon
    label: dict[str, str]
    logo: bool


class OpenPeriod(Contract):
    """Operators are there from ``start`` until just before ``end``."""

    start: datetime
    end: datetime


class OperatorHours(Contract):
    """When operators are there in the next 30 days, 40 periods at most.

    Outside them the widget says when they are back, in the time of ``zone``, which people call
    ``zone_name``, and offers a form. Null in the settings: there are no hours, somebody is there.
    """

    zone: str
    zone_name: str
    periods: tuple[OpenPeriod, ...]


class PageInfo(Contract):
    """Where the visitor writes from. The widget leaves the query out of ``url`` by default."""

    url: _Url | None = None
    title: Annotated[Line, Field(max_length=300)] | None = None
    referrer: _Url | None = None
    browser: Annotated[Line, Field(max_length=300)] | None = None
    locale: (
        Annotated[str, Field(max_length=35, pattern=r"^[A-Za-z0-9-]+$", examples=["ru-RU"])] | None
    ) = None


class ContactLeave(Contract):
    """``POST /visitor/contact``: how to reach the visitor when nobody is there, and what about.

    One of ``email`` and ``phone`` is needed. The message goes into the conversation as the
    visitor's own, under ``client_message_id``: a repeated request leaves one message.
    """

    client_message_id: ClientMessageId
    email: (
        Annotated[
            str,
            StringConstraints(
                strip_whitespace=True,
                max_length=254,
                pattern=r"^[^@\s,;<>()\[\]\\\"]{1,64}@[^@\s.,;<>()\[\]\\\"]+(\.[^@\s.,;<>()\[\]\\\"]+)+$",
            ),
            Field(examples=["anna@example.com"]),
        ]
        | None
    ) = None
    phone: (
        Annotated[
            str,
            StringConstraints(
                strip_whitespace=True, min_length=5, max_length=32, pattern=r"^\+?[0-9][0-9 ()-]*$"
            ),
            Field(examples=["+7 900 123-45-67"]),
        ]
        | None
    ) = None
    text: Annotated[str, Field(min_length=1, max_length=TEXT_LIMIT)]

    @model_validator(mode="after")
    def _reachable(self) -> Self:
        if self.email is None and self.phone is None:
            raise ValueError("neither an e-mail nor a telephone")
        return self


class ContactLeft(Contract):
    """The contact is kept, and the message is with the broker."""

    message_id: UUID
    seq: int
