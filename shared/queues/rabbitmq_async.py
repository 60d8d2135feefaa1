"""Confirmed publishing to RabbitMQ from an asyncio process, many at once on one connection.

pika's ``AsyncioConnection`` is callback-driven; a future a message turns its confirms into
something a handler can await. Measured against aio-pika and blocking clients in threads, this
takes the least CPU a message (docs/adr/0003).
"""

import asyncio
import time
from collections.abc import Callable
from datetime import timedelta
from typing import Any

from pika.adapters.asyncio_connection import AsyncioConnection
from pika.channel import Channel
from pika.spec import Basic

from shared.queues.delivery import BrokerUnavailable
from shared.queues.names import EXCHANGE, Route
from shared.queues.rabbitmq import FAILURES, PERSISTENT, declare_topology, parameters

_CLOSE_SECONDS = 1.0


class AsyncRabbitMQPublisher:
    """Publishes with confirmation; connects when first used and again after a failure."""

    def __init__(self, url: str, connect_timeout: timedelta, confirm_timeout: timedelta) -> None:
        """Remember where to connect; nothing is opened yet."""
        self._parameters = parameters(url, connect_timeout)
        self._connect_seconds = connect_timeout.total_seconds() * 2
        self._confirm_seconds = confirm_timeout.total_seconds()
        self._attempt: asyncio.Task[str | None] | None = None
        self._connection: AsyncioConnection | None = None
        self._channel: Channel | None = None
        self._waiting: dict[int, asyncio.Future[None]] = {}
        self._tag = 0

    async def publish(self, route: Route, body: bytes) -> None:
        """Return when the broker has the message on disk in every queue of ``route``.

        Connecting, if that is needed, and the confirm together take ``confirm_timeout`` at most.

        Raises:
            BrokerUnavailable: it may or may not have it; publish again.
        """
        tag, was_open = 0, self._is_open()
        try:
            async with asyncio.timeout(self._confirm_seconds):
                channel = await self._open()
                self._tag += 1
                tag = self._tag
                confirmed = self._waiting[tag] = asyncio.get_running_loop().create_future()
                channel.basic_publish(EXCHANGE, route, body, PERSISTENT, mandatory=True)
                await confirmed
        except TimeoutError as error:
            # A broker that does not confirm may be half dead: begin anew with the next message.
            # A connection made just now had too little time; the next message will judge it.
            if was_open:
                self._fail("no confirm in time")
            raise BrokerUnavailable("no confirm in time") from error
        except FAILURES as error:
            raise BrokerUnavailable(repr(error)) from error
        finally:
            self._waiting.pop(tag, None)

    async def ping(self) -> None:
        """Make sure of a working connection.

        Raises:
            BrokerUnavailable: there is none.
        """
        await self._open()

    async def renew(self) -> None:
        """Connect anew with the next message."""
        self._fail("renewing")

    async def close(self) -> None:
        """Close the connection; publishes that wait for a confirm fail."""
        connection = self._connection
        if self._attempt is not None:
            self._attempt.cancel()
        self._fail("closing")
        # The broker has to say goodbye too, or the socket is left behind with the event loop.
        until = time.monotonic() + _CLOSE_SECONDS
        while (  # noqa: ASYNC110 (pika has no event to wait for)
            connection and not connection.is_closed and time.monotonic() < until
        ):
            await asyncio.sleep(0.01)

    def _is_open(self) -> bool:
        return self._channel is not None and self._channel.is_open

    async def _open(self) -> Channel:
        if not self._is_open():
            # One attempt for all who wait. Were each to try anew after the one before it, a broker
            # that accepts connections and never answers would keep the twelfth for a minute.
            if self._attempt is None or self._attempt.done():
                self._attempt = asyncio.create_task(self._try_to_connect())
            attempt = self._attempt
            await asyncio.wait({attempt})  # which leaves it alone when one who waits gives up
            reason = "closing" if attempt.cancelled() else attempt.result()
            if reason is not None:
                raise BrokerUnavailable(reason)
        if self._channel is None:
            raise BrokerUnavailable("the connection was lost again")
        return self._channel

    async def _try_to_connect(self) -> str | None:
        """Return why it failed; raised, it would go unheard when nobody waits any more."""
        self._fail("reconnecting")
        try:
            self._channel = await asyncio.wait_for(self._connect(), self._connect_seconds)
        except (*FAILURES, BrokerUnavailable) as error:
            self._fail("no connection")
            return f"no connection: {error!r}"
        return None

    async def _connect(self) -> Channel:
        # A message for queues that nobody has declared yet would come back as unroutable.
        await asyncio.to_thread(declare_topology, self._parameters)
        loop = asyncio.get_running_loop()
        opened: asyncio.Future[Channel] = loop.create_future()

        def failed(origin: Any, error: Any) -> None:  # noqa: ANN401 (pika is untyped)
            if not opened.done():
                opened.set_exception(BrokerUnavailable(repr(error)))
            # The last words of an old connection must not end the new one.
            if getattr(origin, "connection", origin) is self._connection:
                self._fail(repr(error))

        def channel_open(channel: Channel) -> None:
            channel.add_on_close_callback(failed)
            channel.add_on_return_callback(self._on_return)
            channel.confirm_delivery(self._on_confirm, callback=lambda _frame: ready(channel))

        def ready(channel: Channel) -> None:
            if not opened.done():
                opened.set_result(channel)

        self._connection = AsyncioConnection(
            self._parameters,
            on_open_callback=lambda made: self._connected(made, channel_open),
            on_open_error_callback=failed,
            on_close_callback=failed,
            custom_ioloop=loop,
        )
        return await opened

    def _connected(self, connection: Any, then: Callable[[Channel], None]) -> None:  # noqa: ANN401
        is_wanted = connection is self._connection
        if is_wanted:
            connection.channel(on_open_callback=then)
        else:  # too late: the attempt was given up
            connection.close()

    def _on_return(self, *_: Any) -> None:  # noqa: ANN401
        # A queue was deleted under us: a confirm would say that a message is safe which went
        # nowhere. The next message declares the topology anew.
        self._fail("a message was returned as unroutable")

    def _on_confirm(self, frame: Any) -> None:  # noqa: ANN401
        method = frame.method
        tags = [method.delivery_tag]
        if method.multiple:
            tags = [tag for tag in self._waiting if tag <= method.delivery_tag]
        for tag in tags:
            future = self._waiting.pop(tag, None)
            if future is None or future.done():
                continue
            if isinstance(method, Basic.Ack):
                future.set_result(None)
            else:
                future.set_exception(BrokerUnavailable("the broker refused the message"))

    def _fail(self, reason: str) -> None:
        connection, self._connection, self._channel = self._connection, None, None
        waiting, self._waiting, self._tag = self._waiting, {}, 0
        for future in waiting.values():
            if not future.done():
                future.set_exception(BrokerUnavailable(reason))
        if connection is not None and connection.is_open:
            connection.close()
