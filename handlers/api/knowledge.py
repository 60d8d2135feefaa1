"""``/api/v1/knowledge``: documents of a site's knowledge base."""

from typing import Annotated

from fastapi import APIRouter, Query

from handlers.api.context import AdminDep, OperatorDep, ServicesDep
from handlers.services.caller import OperatorCaller
from handlers.services.directory import SiteDirectory
from shared.contracts.http import DocumentInfo, DocumentList, DocumentPut
from shared.domain.site import Site
from shared.kernel.errors import ErrorCode, InvalidInput, NotFound
from shared.storage.documents import list_documents, put_document
from shared.storage.pool import using

router = APIRouter(prefix="/knowledge", tags=["knowledge"])


@router.get("/documents", summary="Documents of a site and how far their indexing has come")
async def documents(
    operator: OperatorDep,
    services: ServicesDep,
    site_key: Annotated[str, Query(max_length=64)],
) -> DocumentList:
    """Return all documents of one of the operator's sites."""
    site = await _own_site(services.directory, operator, site_key)
    async with using(services.database) as connection:
        return DocumentList(items=tuple(await list_documents(connection, site.id)))


@router.put("/documents", summary="Store a document and have it indexed")
async def put(body: DocumentPut, operator: AdminDep, services: ServicesDep) -> DocumentInfo:
    """Store the whole document; visitors find a changed one within seconds."""
    site = await _own_site(services.directory, operator, body.site_key)
    if body.agent not in {agent.slug for agent in site.agents}:
        raise InvalidInput(ErrorCode.INVALID_PAYLOAD, detail="agent: unknown")
    if "\x00" in body.text:
        raise InvalidInput(ErrorCode.INVALID_PAYLOAD, detail="text: NUL")
    async with using(services.database) as connection:
        return await put_document(connection, site.id, body.agent, body.name, body.text)


async def _own_site(directory: SiteDirectory, operator: OperatorCaller, site_key: str) -> Site:
    site = await directory.by_key(site_key)
    if site.id not in operator.sites:
        # The same words as for a key that nobody has: it is none of their business.
        raise NotFound(ErrorCode.SITE_UNKNOWN)
    return site
