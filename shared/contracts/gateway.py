"""What handlers tell the gateway: who may call from where."""

from uuid import UUID

from shared.contracts.wire import Contract


class GatewaySite(Contract):
    """A site by its key; one that is disabled, or gone, is not found."""

    site_id: UUID
    origins: list[str]
    """As ``https://shop.example.com``, or ``https://*.example.com`` for all below it."""


class GatewayOrigins(Contract):
    """Every origin that some site, or the console, lives on."""

    origins: list[str]
    """Of all sites, in the form of ``GatewaySite``."""
    console: list[str]
    """Of the console; the installation's own public address first."""
