"""What a patch makes of a site."""

from dataclasses import replace
from datetime import datetime
from typing import Any

from shared.auth.origin_rules import OriginRules
from shared.contracts.sites import SitePatch
from shared.kernel.errors import ErrorCode, InvalidInput
from shared.storage.site_settings import SiteRow
from shared.storage.site_texts import kept_hours

_PLAIN = ("name", "locale", "wildcards", "identity_required")


def patched_row(row: SiteRow, patch: SitePatch, origins: OriginRules, now: datetime) -> SiteRow:
    """Return the row with what the patch names.

    Raises:
        InvalidInput: an origin cannot be used, or identity is required without a secret or key.
    """
    values = {name: value for name in _PLAIN if (value := getattr(patch, name)) is not None}
    values |= _parts(patch)
    if patch.enabled is not None:
        values["disabled_at"] = None if patch.enabled else row.disabled_at or now
    if patch.origins is not None or patch.wildcards is not None:
        # Without the consent no wildcard may stay that came in with it.
        values["origins"] = origins.checked(
            row.origins if patch.origins is None else patch.origins,
            wildcards=values.get("wildcards", row.wildcards),
        )
    if values.get("identity_required") and not (row.identity_salts or row.identity_keys):
        raise InvalidInput(ErrorCode.IDENTITY_REQUIRED, detail="there is no secret and no key yet")
    return replace(row, **values)


def _parts(patch: SitePatch) -> dict[str, Any]:
    values: dict[str, Any] = {}
    if patch.greeting is not None:
        texts = patch.greeting.model_dump()
        values["greeting"] = {key: text for key, text in texts.items() if text}
    if patch.look is not None:
        values["look"] = patch.look.model_dump(mode="json")
    if "hours" in patch.model_fields_set:
        values["hours"] = kept_hours(patch.hours)
    if patch.limits is not None:
        values |= patch.limits.model_dump()
    return values
