"""A company's belongings: something of everything that a site may have, each text marked."""

from typing import Any
from uuid import UUID

from psycopg import Connection, sql
from psycopg.types.json import Jsonb

from shared.domain.webhooks import WebhookEventType
from shared.kernel.ids import uuid7
from shared.storage.demo import upsert_agent, upsert_site
from shared.tests.samples import provenance
from tests.isolation.marks import Marks
from tests.isolation.people import Company


def found_company(connection: Connection[Any], name: str, marks: Marks) -> Company:
    """Make a company with its site, and agents that nobody else has."""
    origin = f"https://{marks.word('site')}.example"
    site_id = upsert_site(
        connection,
        site_key=marks.word("key"),
        name=marks.word("site"),
        locale="ru",
        origins=[origin],
        greeting=Jsonb({"ru": marks.word("hello"), "en": marks.word("hello")}),
    )
    company = Company(name, marks, site_id, origin)
    for position in range(3):
        _agent(connection, company, position)
    return company


def open_again(connection: Connection[Any], company: Company) -> None:
    """Undo what would keep everybody of a company out of it: such settings are good steps."""
    connection.execute(
        "UPDATE sites SET disabled_at = NULL, origins = %s, identity_required = false,"
        " two_factor_required = false, uploads = true, messages_per_minute = NULL,"
        " sockets_per_visitor = NULL, answers_per_minute = NULL WHERE id = %s",
        ([company.origin], company.site_id),
    )
    for position in range(3):
        _agent(connection, company, position)


def _agent(connection: Connection[Any], company: Company, position: int) -> None:
    texts = {"ru": company.marks.word("agent"), "en": company.marks.word("agent")}
    slug = company.marks.word("slug")
    agent = {"slug": slug, "name": texts, "subject": texts, "examples": {"ru": [texts["ru"]]}}
    upsert_agent(connection, company.site_id, position, agent)


class Belongings:
    """Makes things for a company; run again, it has more of them."""

    def __init__(self, connection: Connection[Any], company: Company, people: list[str]) -> None:
        """Make for ``company``, in the names of ``people``: ids of operators."""
        self._connection = connection
        self._company = company
        self._people = people
        self._word = company.marks.word
        self._slug: str = connection.execute(
            "SELECT slug FROM agents WHERE site_id = %s ORDER BY random()", (company.site_id,)
        ).fetchone()[0]  # type: ignore[index]  # a site has agents

    def make(self) -> None:
        """Make one of everything, and two conversations."""
        labels = [self._site("labels", name=self._word("label"), colour="red") for _ in range(2)]
        team = self._site("teams", name=self._word("team"), automatic=True)
        for person in self._people:
            self._add("team_members", team_id=team, operator_id=person)
        self._knowledge()
        self._settings()
        for label in labels:
            self._conversation(label, team)

    def _add(self, table: str, **values: Any) -> UUID:  # noqa: ANN401
        """Insert a row; returns its id."""
        if table not in ("team_members", "conversation_labels", "note_mentions", "ratings"):
            values = {"id": uuid7()} | values
        query = sql.SQL("INSERT INTO {} ({}) VALUES ({}) ON CONFLICT DO NOTHING").format(
            sql.Identifier(table),
            sql.SQL(", ").join(map(sql.Identifier, values)),
            sql.SQL(", ").join(sql.Placeholder() * len(values)),
        )
        self._connection.execute(query, list(values.values()))
        found: UUID = values.get("id")  # type: ignore[assignment]
        return found

    def _site(self, table: str, **values: Any) -> UUID:  # noqa: ANN401
        return self._add(table, site_id=self._company.site_id, **values)

    def _knowledge(self) -> None:
        for state, how in (("ready", "upload"), ("ready", "edit"), ("deleted", "upload")):
            document = self._site(
                "documents",
                agent=self._slug,
                name=f"{self._word('doc')}.md",
                title=self._word("title"),
                text=f"# {self._word('text')}",
                content_hash=self._word("hash"),
                version=2,
                text_version=2,
                state=state,
                how=how,
                author=self._word("author"),
                author_id=self._people[0],
                deleted_by=self._word("by") if state == "deleted" else "",
            )
            if state == "deleted":
                self._connection.execute(
                    "UPDATE documents SET deleted_at = now() WHERE id = %s", (document,)
                )
            self._connection.execute(
                "INSERT INTO document_versions VALUES"
                " (%s, 1, %s, %s, 'text', 'ru', 'upload', %s, %s, now())",
                (document, *[self._word("old") for _ in range(2)], self._people[0], "x"),
            )
            self._add(
                "passages",
                document_id=document,
                version=2,
                ordinal=1,
                title=self._word("title"),
                text=self._word("passage"),
                phrasings=[self._word("phrase")],
            )
        self._site(
            "web_sources",
            agent=self._slug,
            url=f"https://{self._word('www')}.example/",
            page_limit=10,
            notes=Jsonb([]),
        )

    def _settings(self) -> None:
        word, texts = self._word, Jsonb({"ru": self._word("reply"), "en": self._word("reply")})
        self._site("replies", shortcut=word("short"), title=word("title"), texts=texts)
        for person in self._people:
            self._add(
                "replies",
                operator_id=person,
                shortcut=word("short"),
                title=word("title"),
                texts=texts,
            )
        view = {"owner_id": self._people[0], "filters": Jsonb({"q": word("q")})}
        self._site("inbox_views", name=word("view"), **view)
        self._add("inbox_views", name=word("view"), **view)
        self._site(
            "webhooks",
            url=f"https://{word('hook')}.example/{word('path')}",
            events=[*WebhookEventType],
            secret=f"whsec_{word('secret').ljust(32, 'a')}",  # as good as any base64
        )

    def _conversation(self, label: UUID, team: UUID) -> None:
        word = self._word
        visitor = self._site(
            "visitors",
            name=word("visitor"),
            external_id=word("ext"),
            email=f"{word('mail')}@visitor.example",
            attributes=Jsonb({word("key"): word("value")}),
        )
        conversation = self._site(
            "conversations",
            visitor_id=visitor,
            page=Jsonb({"url": f"{self._company.origin}/{word('page')}", "title": word("page")}),
            contact=Jsonb({"email": f"{word('mail')}@contact.example", "phone": None}),
            status="waiting",
            team_id=team,
            agent=self._slug,
            last_seq=3,
            visitor_seq=3,
            answered_seq=2,
            spoken_seq=3,
            epoch=3,
            score=4,
            score_comment=word("score"),
        )
        self._connection.execute(
            "UPDATE conversations SET waiting_since = now(), last_at = now(), visitor_at = now(),"
            " last_sender = 'visitor', last_text = %s WHERE id = %s",
            (word("last"), conversation),
        )
        self._add("conversation_labels", conversation_id=conversation, label_id=label)
        self._talk(conversation)
        self._site(
            "visitor_requests",
            visitor_id=visitor,
            kind="export",
            requested_by=word("asker"),
        )

    def _talk(self, conversation: UUID) -> None:
        word, company = self._word, self._company
        asked = self._message(conversation, 1, "visitor", client_message_id=word("client"))
        answer = self._message(
            conversation,
            2,
            "agent",
            agent=self._slug,
            outcome="quoted",
            in_reply_to=asked,
            citations=Jsonb([{"n": 1, "title": word("title"), "url": None, "quote": word("q")}]),
            provenance=Jsonb(
                provenance()
                .model_copy(update={"question": word("asked"), "route": {self._slug: 0.9}})
                .model_dump(mode="json")
            ),
        )
        self._add("ratings", message_id=answer, rating="down", comment=word("why"), at="now")
        self._message(conversation, 3, "visitor", client_message_id=word("client"))
        for sender, person in (("visitor", None), ("operator", self._people[0])):
            self._add(
                "attachments",
                conversation_id=conversation,
                sender=sender,
                operator_id=person,
                message_id=asked,
                name=f"{word('file')}.txt",
                type="text/plain",
                size=20,
                content=word("bytes").encode(),
            )
        note = self._add(
            "notes",
            conversation_id=conversation,
            after_seq=3,
            operator_id=self._people[0],
            operator_name=word("author"),
            client_message_id=word("client"),
            text=word("note"),
            at="now",
        )
        for person in self._people:
            self._add("note_mentions", note_id=note, operator_id=person, at="now")
        said = {"asked": [word("asked")], "question": word("asked"), "agent": self._slug}
        self._site(
            "corrections",
            conversation_id=conversation,
            message_id=answer,
            kind="answer",
            right_answer=word("right"),
            comment=word("comment"),
            created_by=self._people[0],
            created_by_name=word("by"),
            updated_by_name=word("by"),
            **said,
        )
        trial = {"trial_id": uuid7(), "conversation_id": conversation, "draft": word("draft")}
        values = trial | said | {"site_id": company.site_id, "decision": "refused"}
        self._connection.execute(
            "INSERT INTO draft_verdicts (trial_id, conversation_id, draft, asked, question, agent,"
            " site_id, decision) VALUES (%(trial_id)s, %(conversation_id)s, %(draft)s, %(asked)s,"
            " %(question)s, %(agent)s, %(site_id)s, %(decision)s)",
            values,
        )

    def _message(self, conversation: UUID, seq: int, sender: str, **more: Any) -> UUID:  # noqa: ANN401
        text = self._word("text")
        self._company.words.append(text)
        return self._add(
            "messages",
            conversation_id=conversation,
            seq=seq,
            sender=sender,
            text=text,
            at="now",
            **more,
        )
