"""``/internal/v1``: what the gateway asks, about keys and origins; there only with its secret."""

from typing import Annotated

from fastapi import APIRouter, Depends, Path, Request

from handlers.api.context import ServicesDep
from handlers.gateway import INTERNAL, trouble_of
from shared.auth.gateway import Purpose, signatures_of
from shared.contracts.gateway import GatewayOrigins, GatewaySite
from shared.contracts.http import SiteKey
from shared.domain.origins import AllowedOrigins, parse_origin
from shared.kernel.errors import ErrorCode, Forbidden, NotFound


def gateway(request: Request, found: ServicesDep) -> None:
    """Let only the gateway pass.

    Raises:
        NotFound: this installation has none.
        Forbidden: the request is not signed as the gateway's own.
    """
    signatures = signatures_of(found.settings)
    if signatures is None:
        raise NotFound
    if trouble_of(request.scope, signatures, Purpose.LOOKUP) is not None:
        raise Forbidden(ErrorCode.GATEWAY_REQUIRED)


router = APIRouter(prefix=f"{INTERNAL}v1", include_in_schema=False, dependencies=[Depends(gateway)])


@router.get("/sites/{site_key}")
async def site_of_key(site_key: Annotated[SiteKey, Path()], services: ServicesDep) -> GatewaySite:
    """Return the site of a key, with where its widget may run."""
    site = await services.directory.by_key(site_key)
    allowed = AllowedOrigins(site.origins, site.wildcards)
    return GatewaySite(site_id=site.id, origins=allowed.texts())


@router.get("/origins")
async def origins(services: ServicesDep) -> GatewayOrigins:
    """Return where anybody at all may call from."""
    own = str(parse_origin(services.settings.public_url))
    others = sorted({str(one) for one in services.settings.own_origins} - {own})
    return GatewayOrigins(origins=services.directory.origins().texts(), console=[own, *others])
