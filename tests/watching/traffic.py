"""Visitors and an operator who keep a product busy while it is looked at."""

import asyncio
from collections.abc import Iterator
from contextlib import AsyncExitStack, contextmanager
from threading import Event, Thread

import aiohttp
import socketio

from tests.load.client import Target, Visitor

_ROUND_SECONDS = 4.0
_ANSWERED = "VPN не подключается из дома"
_UNKNOWN = "Сколько лететь до Луны на воздушном шаре?"


@contextmanager
def busy(target: Target, operator_token: str) -> Iterator[None]:
    """Let people come and ask, again and again, until the block ends; their failures are raised."""
    done, failures = Event(), list[BaseException]()

    def run() -> None:
        try:
            asyncio.run(_people(target, operator_token, done))
        except BaseException as error:  # noqa: BLE001 (told to whoever waits)
            failures.append(error)

    thread = Thread(target=run, name="traffic")
    thread.start()
    try:
        yield
    finally:
        done.set()
        thread.join(30)
    if failures:
        raise failures[0]


async def ask(target: Target, text: str) -> tuple[str, str]:
    """Ask once as a visitor who waits for the answer; returns conversation and message id."""
    async with aiohttp.ClientSession() as http:
        visitor = Visitor(target, http)
        await visitor.open()
        sent = await visitor.send(text)
        for _ in range(300):
            if any(one["sender"] != "visitor" for one in visitor.messages.values()):
                break
            await asyncio.sleep(0.1)
        await visitor.close()
        return visitor.conversation_id, sent.message_id


async def _people(target: Target, operator_token: str, done: Event) -> None:
    async with AsyncExitStack() as stack:
        http = await stack.enter_async_context(aiohttp.ClientSession())
        operator = socketio.AsyncClient(http_session=http)
        await operator.connect(
            target.base_url,
            headers={"Origin": target.base_url},
            auth={"token": operator_token},
            namespaces=["/operator"],
            transports=["websocket"],
        )
        stack.push_async_callback(operator.disconnect)
        while not done.is_set():
            await asyncio.gather(
                _visit(target, http, "привет", _ANSWERED),
                _visit(target, http, _UNKNOWN),
                _visit(target, http, command="handoff.request"),
            )
            await asyncio.to_thread(done.wait, _ROUND_SECONDS)


async def _visit(
    target: Target, http: aiohttp.ClientSession, *texts: str, command: str = ""
) -> None:
    visitor = Visitor(target, http)
    await visitor.open()
    for text in texts:
        await visitor.send(text)
        await asyncio.sleep(1.0)
    if command:
        await visitor.command(command, {})
    await visitor.close()
