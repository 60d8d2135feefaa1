"""Files of messages, for the widget and for the console."""

from typing import Annotated, Any
from urllib.parse import quote
from uuid import UUID

from fastapi import APIRouter, Query, Request, Response

from handlers.api.context import (
    AddressDep,
    FetchingVisitor,
    OperatorDep,
    Services,
    ServicesDep,
    VisitorDep,
)
from handlers.bodies import Patience, read_file
from shared.contracts.wire import Attachment
from shared.domain.files import ATTACHMENT_LIMIT, FileType
from shared.domain.words import Sender
from shared.kernel.errors import TooLarge
from shared.storage.attachments import AttachmentFile, Uploader

router = APIRouter(tags=["attachments"])

Name = Annotated[str, Query(min_length=1, max_length=255, examples=["screenshot.png"])]
_BODY = {
    "requestBody": {
        "required": True,
        "content": {"application/octet-stream": {"schema": {"type": "string", "format": "binary"}}},
    }
}
file_responses: dict[int | str, dict[str, Any]] = {
    200: {
        "description": "The file",
        "content": {"application/octet-stream": {"schema": {"type": "string", "format": "binary"}}},
    }
}
_VISITOR = Uploader(Sender.VISITOR)


@router.post(
    "/visitor/attachments", summary="Upload a file for the next message", openapi_extra=_BODY
)
async def upload_by_visitor(
    request: Request,
    visitor: VisitorDep,
    services: ServicesDep,
    address: AddressDep,
    name: Name,
) -> Attachment:
    """Keep a picture or a document, the body as it is, up to 10 MB; its content tells its kind."""
    await services.attachments.may_visitor_upload(visitor, address, _declared(request))
    content = await _content(request, services)
    return await services.attachments.add(visitor.conversation_id, _VISITOR, name, content)


@router.get(
    "/visitor/attachments/{attachment_id}",
    summary="A file of the visitor's conversation",
    response_class=Response,
    responses=file_responses,
)
async def for_visitor(
    attachment_id: UUID, visitor: FetchingVisitor, services: ServicesDep
) -> Response:
    """Return a file that was sent, or one's own."""
    return await file_for_visitor(services, visitor.conversation_id, attachment_id)


@router.post(
    "/conversations/{conversation_id}/attachments",
    summary="Upload a file for the next message",
    openapi_extra=_BODY,
)
async def upload_by_operator(
    conversation_id: UUID,
    request: Request,
    operator: OperatorDep,
    services: ServicesDep,
    name: Name,
) -> Attachment:
    """Keep a picture or a document, the body as it is, up to 10 MB; its content tells its kind."""
    await services.access.site_of(operator, conversation_id)
    uploader = Uploader(Sender.OPERATOR, operator.operator_id)
    await services.attachments.may_operator_upload(operator)
    content = await _content(request, services)
    return await services.attachments.add(conversation_id, uploader, name, content)


@router.get(
    "/conversations/{conversation_id}/attachments/{attachment_id}",
    summary="A file of a conversation",
    response_class=Response,
    responses=file_responses,
)
async def for_operator(
    conversation_id: UUID, attachment_id: UUID, operator: OperatorDep, services: ServicesDep
) -> Response:
    """Return a file that was sent, or one's own."""
    await services.access.site_of(operator, conversation_id)
    reader = Uploader(Sender.OPERATOR, operator.operator_id)
    return _response(await services.attachments.file(conversation_id, reader, attachment_id))


async def file_for_visitor(
    services: Services, conversation_id: UUID, attachment_id: UUID
) -> Response:
    """Return a file of a conversation that is the visitor's."""
    return _response(await services.attachments.file(conversation_id, _VISITOR, attachment_id))


def _declared(request: Request) -> int:
    """Return how many bytes will come at most."""
    declared = request.headers.get("content-length", str(ATTACHMENT_LIMIT))
    if not declared.isdigit() or int(declared) > ATTACHMENT_LIMIT:
        raise TooLarge
    return int(declared)


async def _content(request: Request, services: Services) -> bytes:
    _declared(request)
    return await read_file(request.receive, ATTACHMENT_LIMIT, Patience.of(services.settings))


def _response(file: AttachmentFile) -> Response:
    """Give a file back so that a browser can do nothing with it but draw or save it."""
    kind = FileType(file.type)
    how = "inline" if kind.is_picture else "attachment"
    media_type = "text/plain; charset=utf-8" if kind is FileType.TEXT else file.type
    return Response(
        file.content,
        media_type=media_type,
        headers={
            "Content-Disposition": f"{how}; filename*=UTF-8''{quote(file.name, safe='')}",
            "Content-Security-Policy": "default-src 'none'; sandbox",
            "X-Content-Type-Options": "nosniff",
            "Cache-Control": "private, max-age=3600",
        },
    )
