"""What operators look for they find, in the forms they type, on their own sites, either way."""

from collections.abc import AsyncIterator, Callable
from typing import Any
from uuid import UUID

import pytest
from psycopg import AsyncConnection, Connection

from shared.contracts.inbox import InboxFilter
from shared.domain.search import parse_query
from shared.kernel.ids import uuid7
from shared.storage import search as ways
from shared.storage.inbox import Place, asked
from shared.storage.search import FoundPage, search, search_hits, search_id, text_query
from shared.tests.rows import new_site

pytestmark = pytest.mark.services

_CALLER = UUID(int=0)
Say = Callable[..., UUID]


@pytest.fixture
def site_id(connection: Connection[Any]) -> UUID:
    return new_site(connection)


@pytest.fixture
def say(connection: Connection[Any], site_id: UUID) -> Say:
    """Make a conversation in which these things are said by a visitor."""

    def make(*texts: str, name: str = "Гость", site: UUID | None = None, **more: Any) -> UUID:  # noqa: ANN401
        visitor_id, conversation_id = uuid7(), uuid7()
        here = site or site_id
        connection.execute(
            "INSERT INTO visitors (id, site_id, name) VALUES (%s, %s, %s)", (visitor_id, here, name)
        )
        connection.execute(
            "INSERT INTO conversations (id, site_id, visitor_id, last_seq, status)"
            " VALUES (%s, %s, %s, %s, %s)",
            (conversation_id, here, visitor_id, len(texts), more.get("status", "agent")),
        )
        for seq, text in enumerate(texts, 1):
            connection.execute(
                "INSERT INTO messages (id, conversation_id, seq, sender, text, at)"
                " VALUES (%s, %s, %s, %s, %s, now())",
                (uuid7(), conversation_id, seq, more.get("sender", "visitor"), text),
            )
        return conversation_id

    return make


@pytest.fixture
async def database(database_url: str) -> AsyncIterator[AsyncConnection[Any]]:
    async with await AsyncConnection.connect(database_url, autocommit=True) as connection:
        yield connection


@pytest.fixture(params=["read from the index", "looked through"])
def way(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """Every search in both ways; which one is taken is a matter of size alone."""
    if request.param == "looked through":
        monkeypatch.setattr(ways, "_FEW", -1)
        monkeypatch.setattr(ways, "_SOME", -1)
    return str(request.param)


async def found(
    database: AsyncConnection[Any],
    text: str,
    site_id: UUID,
    before: Place | None = None,
    page: int = 25,
    **filters: Any,  # noqa: ANN401
) -> FoundPage:
    wanted = asked(
        InboxFilter(**filters), sites=[site_id], caller=_CALLER, before=before, limit=page + 1
    )
    query = await text_query(database, parse_query(text))
    return await search(database, query, wanted, page)


@pytest.mark.parametrize(
    ("said", "typed"),
    [
        ("Не открывается папка", "открываются"),
        ("Не открывается папка", "откр"),
        ("Всё ещё не работает", "все еще"),
        ("Все еще не работает", "ВСЁ ЕЩЁ"),
        ("забыла пароль от почты", "пароли почта"),
        ("Пишите на Ivanov_I@corp.example", "ivanov_i@corp.example"),
        ("Пишите на ivanov@corp.example", "corp.exam"),
        ("Заявка INC-00123", "inc-001"),
        ("Звоните +7 (912) 345-67-89", "89123456789"),
        ("Звоните 89123456789", "345-67-89"),
        ("адрес 192.168.1.17", "192.168.1.17"),
        ("The studies are late", "study"),
        ("Принтер HP не печатает", '"не печатает" hp'),
        ("скидка <b>50%</b> на wi-fi", "wi-fi 50"),
    ],
)
async def test_a_message_is_found_by_what_is_typed(
    database: AsyncConnection[Any], say: Say, site_id: UUID, way: str, said: str, typed: str
) -> None:
    say("Совсем о другом")
    wanted = say("Здравствуйте", said, "Спасибо")
    page = await found(database, typed, site_id)
    assert [(one.id, one.seq) for one in page.items] == [(wanted, 2)]
    assert page.next is None
    query = await text_query(database, parse_query(typed))
    (hit,) = await search_hits(database, page.items, query)
    assert hit.conversation_id == wanted
    assert any(part.hit for part in hit.excerpt)


@pytest.mark.parametrize(
    ("said", "typed"),
    [
        ("печатает, но не то", '"не печатает"'),
        ("corp и ivanov и ru", "ivanov@corp.ru"),
        ("пароль", "пароль почта"),
        ("нездоровится", "не"),
        ("Звоните 89123456789", "89123456780"),
    ],
)
async def test_a_message_that_does_not_have_it_all_as_typed_is_not_found(
    database: AsyncConnection[Any], say: Say, site_id: UUID, way: str, said: str, typed: str
) -> None:
    say(said)
    assert (await found(database, typed, site_id)).items == ()


async def test_a_visitor_is_found_by_name_and_by_a_new_one(
    database: AsyncConnection[Any], connection: Connection[Any], say: Say, site_id: UUID, way: str
) -> None:
    wanted = say("Здравствуйте", name="Пётр Ёлкин")
    assert [one.id for one in (await found(database, "елкин петр", site_id)).items] == [wanted]
    connection.execute(
        "UPDATE visitors SET name = 'Анна' WHERE id ="
        " (SELECT visitor_id FROM conversations WHERE id = %s)",
        (wanted,),
    )
    assert (await found(database, "елкин", site_id)).items == ()
    page = await found(database, "анна", site_id)
    assert [(one.id, one.seq) for one in page.items] == [(wanted, None)]


async def test_another_site_s_messages_and_the_system_s_sentences_are_not_found(
    database: AsyncConnection[Any], connection: Connection[Any], say: Say, site_id: UUID, way: str
) -> None:
    say("тайное слово", site=new_site(connection))
    say("тайное слово", sender="system")
    assert (await found(database, "тайное", site_id)).items == ()


async def test_filters_hold_for_a_search_too(
    database: AsyncConnection[Any], say: Say, site_id: UUID, way: str
) -> None:
    closed = say("принтер", status="closed")
    say("принтер", status="waiting")
    page = await found(database, "принтер", site_id, status=("closed",))
    assert [one.id for one in page.items] == [closed]


async def test_pages_of_a_search_hold_each_conversation_once(
    database: AsyncConnection[Any], say: Say, site_id: UUID, way: str
) -> None:
    made = {say("принтер", "и ещё раз принтер") for _ in range(7)}
    seen: list[UUID] = []
    before = None
    while True:
        page = await found(database, "принтер", site_id, before, 3)
        seen += [one.id for one in page.items]
        assert all(one.seq == 2 for one in page.items)
        before = page.next
        if before is None:
            break
    assert len(seen) == len(set(seen)) == 7
    assert set(seen) == made


async def test_a_page_that_looked_through_its_share_says_from_where_to_go_on(
    database: AsyncConnection[Any], say: Say, site_id: UUID, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, value in (("_FEW", -1), ("_SOME", -1), ("_LOOKED_THROUGH", 2)):
        monkeypatch.setattr(ways, name, value)
    oldest = say("редкое слово")
    for _ in range(5):
        say("ничего")
    pages = [await found(database, "редкое", site_id)]
    while (place := pages[-1].next) is not None:
        pages.append(await found(database, "редкое", site_id, place))
    assert [[one.id for one in page.items] for page in pages if page.items] == [[oldest]]
    assert len(pages) >= 3


async def test_an_id_finds_its_conversation(
    database: AsyncConnection[Any], connection: Connection[Any], say: Say, site_id: UUID
) -> None:
    wanted = say("Здравствуйте")
    row = connection.execute(
        "SELECT c.visitor_id, m.id FROM conversations c JOIN messages m ON m.conversation_id = c.id"
        " WHERE c.id = %s",
        (wanted,),
    ).fetchone()
    assert row
    for one, sites in ((wanted, [site_id]), (row[0], [site_id]), (row[1], [site_id])):
        asking = asked(InboxFilter(), sites=sites, caller=_CALLER, before=None, limit=3)
        page = await search_id(database, one, asking, 2)
        assert [item.id for item in page.items] == [wanted]
    elsewhere = asked(InboxFilter(), sites=[uuid7()], caller=_CALLER, before=None, limit=3)
    assert (await search_id(database, wanted, elsewhere, 2)).items == ()
