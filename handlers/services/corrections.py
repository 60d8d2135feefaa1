"""Corrections: what should have been answered, kept beside what was."""

from collections.abc import Sequence
from uuid import UUID

from handlers.services.access import AccessService
from handlers.services.asked import asked_before
from handlers.services.caller import OperatorCaller
from handlers.services.directory import SiteDirectory
from handlers.services.drafts import shown_words
from handlers.services.provenance import ProvenanceService
from shared.contracts.corrections import (
    CorrectionInfo,
    CorrectionPage,
    CorrectionPassage,
    CorrectionPut,
    RightPassage,
)
from shared.contracts.provenance import AnswerProvenance
from shared.contracts.trials import TrialSaid
from shared.domain.corrections import CorrectionState, PassageWords, Said
from shared.domain.words import Role, Sender
from shared.kernel.errors import ErrorCode, InvalidInput, NotFound
from shared.observability.logs import get_logger
from shared.storage.corrections import (
    CorrectedMessage,
    CorrectionFilter,
    CorrectionRow,
    NewCorrection,
    corrected_message,
    list_corrections,
    put_correction,
    set_state,
)
from shared.storage.pool import AsyncDatabase, using
from shared.storage.provenance import known_passages


class CorrectionService:
    """Keeps, lists and discards corrections."""

    def __init__(
        self,
        database: AsyncDatabase,
        access: AccessService,
        directory: SiteDirectory,
        provenance: ProvenanceService,
    ) -> None:
        """Compose the service."""
        self._database = database
        self._access = access
        self._directory = directory
        self._provenance = provenance

    async def of_message(
        self, operator: OperatorCaller, conversation_id: UUID, message_id: UUID
    ) -> CorrectionInfo | None:
        """Return the correction of a message, if there is one.

        Raises:
            NotFound: no such conversation for this operator.
        """
        site_id = await self._access.site_of(operator, conversation_id)
        which = CorrectionFilter(message_id=message_id)
        async with using(self._database) as connection:
            rows = await list_corrections(connection, [site_id], which, limit=1)
        found = next((row for row in rows if row.conversation_id == conversation_id), None)
        return correction_info(found) if found else None

    async def put(
        self,
        operator: OperatorCaller,
        conversation_id: UUID,
        message_id: UUID,
        body: CorrectionPut,
    ) -> CorrectionInfo:
        """Keep what should have been answered, in place of an earlier correction of the message.

        Raises:
            NotFound: no such conversation or message, or it is nobody's answer.
            Conflict: a supervisor has discarded the earlier one, and this is none.
            InvalidInput: an agent or a passage that the site does not have.
        """
        site_id = await self._access.site_of(operator, conversation_id)
        async with using(self._database) as connection:
            subject = await corrected_message(connection, conversation_id, message_id)
        if subject is None:
            raise NotFound(ErrorCode.NOT_FOUND)
        asked = await asked_before(self._database, conversation_id, message_id)
        why = await self._why(site_id, conversation_id, subject.answer_id)
        agent = subject.agent or next(iter(why.agents if why else ()), None)
        await self._check_agent(site_id, body.right_agent)
        new = NewCorrection(
            site_id=site_id,
            conversation_id=conversation_id,
            message_id=message_id,
            kind=body.kind,
            asked=[message.text for message in asked.turn],
            question=why.question or "" if why else "",
            history=[Said(one.sender, one.text, one.agent) for one in asked.history],
            agent=agent,
            right_agent=body.right_agent,
            answer=_wrong(subject),
            right_answer=body.right_answer.strip(),
            passages=await self._words(site_id, body.right_agent or agent, body.passages),
            shown=shown_words(why) if why else (),
            comment=body.comment.strip(),
            by=operator.operator_id,
            by_name=operator.name,
        )
        async with using(self._database) as connection:
            row = await put_correction(
                connection, new, may_revive=operator.role is not Role.OPERATOR
            )
        get_logger().info(
            "correction.kept", message_id=str(message_id), kind=body.kind, correction_id=str(row.id)
        )
        return correction_info(row)

    async def page(
        self, operator: OperatorCaller, which: CorrectionFilter, limit: int
    ) -> CorrectionPage:
        """Return a page of the corrections of the operator's sites, newest first."""
        async with using(self._database) as connection:
            rows = await list_corrections(connection, operator.sites, which, limit=limit + 1)
        page = rows[:limit]
        following = None
        if len(rows) > limit:
            at = page[-1].created_at.isoformat().replace("+00:00", "Z")
            following = f"{at}~{page[-1].id}"
        return CorrectionPage(items=tuple(map(correction_info, page)), next=following)

    async def set_state(
        self, operator: OperatorCaller, correction_id: UUID, state: CorrectionState
    ) -> CorrectionInfo:
        """Take a correction out of use, or back into it.

        Raises:
            NotFound: there is none, or it is of another's site.
        """
        async with using(self._database) as connection:
            row = await set_state(connection, operator.sites, correction_id, state, operator.name)
        if row is None:
            raise NotFound(ErrorCode.NOT_FOUND)
        get_logger().info("correction.state", correction_id=str(correction_id), state=state)
        return correction_info(row)

    async def _why(
        self, site_id: UUID, conversation_id: UUID, answer_id: UUID | None
    ) -> AnswerProvenance | None:
        if answer_id is None:
            return None
        try:
            return await self._provenance.explain(site_id, conversation_id, answer_id)
        except NotFound:
            return None  # of a version that is not read here: the words are enough

    async def _check_agent(self, site_id: UUID, agent: str | None) -> None:
        site = await self._directory.by_id(site_id)
        if agent is not None and agent not in {known.slug for known in site.agents}:
            raise InvalidInput(ErrorCode.INVALID_PAYLOAD, detail="right_agent: unknown")

    async def _words(
        self, site_id: UUID, agent: str | None, passages: Sequence[RightPassage]
    ) -> list[PassageWords]:
        ids = [one.passage_id for one in passages if one.passage_id]
        async with using(self._database) as connection:
            known = await known_passages(connection, site_id, ids)
        if set(ids) - set(known):
            raise InvalidInput(ErrorCode.INVALID_PAYLOAD, detail="passages: unknown")
        found = []
        for one in passages:
            if one.passage_id is None:
                found.append(PassageWords(agent or "", one.title.strip(), one.text.strip()))
            else:
                here = known[one.passage_id]
                found.append(PassageWords(here.agent, here.title, here.text, here.url, here.id))
        return found


def correction_info(row: CorrectionRow) -> CorrectionInfo:
    """Return a correction as it is listed."""
    return CorrectionInfo(
        id=row.id,
        site_id=row.site_id,
        site_name=row.site_name,
        conversation_id=row.conversation_id,
        message_id=row.message_id,
        kind=row.kind,
        state=row.state,
        asked=tuple(row.asked),
        question=row.question,
        history=tuple(TrialSaid.model_validate(said) for said in row.history),
        agent=row.agent,
        right_agent=row.right_agent,
        answer=row.answer,
        right_answer=row.right_answer,
        passages=tuple(
            CorrectionPassage(
                passage_id=one["id"],
                agent=one["agent"],
                title=one["title"],
                text=one["text"],
                url=one["url"],
            )
            for one in row.passages
        ),
        comment=row.comment,
        created_by_name=row.created_by_name,
        created_at=row.created_at,
        updated_by_name=row.updated_by_name,
        updated_at=row.updated_at,
    )


def _wrong(subject: CorrectedMessage) -> str:
    """What the agent said; a hand-off says nothing that could be wrong."""
    return (subject.answer or "") if subject.answer_sender == Sender.AGENT else ""
