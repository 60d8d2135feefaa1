"""The operators' commands about private notes."""

from pydantic import BaseModel

from handlers.services.access import AccessService
from handlers.services.caller import OperatorCaller
from handlers.services.commands import Context, Rule
from handlers.services.notes import NoteService
from shared.contracts.notes import NoteAck, NoteAdd, NoteDelete, NoteEdit
from shared.realtime.events import Command


def note_rules(access: AccessService, notes: NoteService) -> dict[str, Rule]:
    """Return the part of the operators' table that is about notes."""

    async def add(context: Context[OperatorCaller], command: NoteAdd) -> BaseModel:
        site_id = await access.site_of(context.caller, command.conversation_id)
        return NoteAck(note=await notes.add(context.caller, site_id, command))

    async def edit(context: Context[OperatorCaller], command: NoteEdit) -> BaseModel:
        site_id = await access.site_of(context.caller, command.conversation_id)
        return NoteAck(note=await notes.edit(context.caller, site_id, command))

    async def delete(context: Context[OperatorCaller], command: NoteDelete) -> None:
        await access.site_of(context.caller, command.conversation_id)
        await notes.delete(context.caller, command)

    return {
        Command.NOTE_ADD: Rule(NoteAdd, add),
        Command.NOTE_EDIT: Rule(NoteEdit, edit),
        Command.NOTE_DELETE: Rule(NoteDelete, delete),
    }
