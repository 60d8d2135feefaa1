"""Bodies of ``/api/v1/auth`` beyond the password, and of ``/api/v1/account``: one's own sign-in."""

from datetime import datetime
from typing import Annotated
from uuid import UUID

from pydantic import AfterValidator, Field, SecretStr

from shared.contracts.http import AccessGrant
from shared.contracts.wire import Contract
from shared.domain.words import Locale, Role
from shared.kernel.text import clean

GivenPassword = Annotated[SecretStr, Field(min_length=1, max_length=1_024)]
NewPassword = Annotated[SecretStr, Field(max_length=1_024)]
"""12 to 128 characters; why another one is refused, its code says."""
Code = Annotated[SecretStr, Field(min_length=6, max_length=40)]
"""Six digits of the app, or a recovery code."""
SignInTicket = Annotated[SecretStr, Field(max_length=4_096)]
LinkToken = Annotated[SecretStr, Field(min_length=20, max_length=128)]


def _one_line(text: str) -> str:
    """Visitors read it in messages of the system: one line, without what cannot be seen."""
    line = " ".join(clean(text).split())
    if not line:
        raise ValueError("empty")
    return line


PersonName = Annotated[str, Field(min_length=1, max_length=100), AfterValidator(_one_line)]


class TwoFactorChallenge(Contract):
    """The password was right; ``ticket`` is good for the second step alone, for ten minutes.

    With ``setup_required`` an administrator wants it of everybody and this operator has none yet.
    """

    ticket: str
    setup_required: bool
    expires_in: int


class TwoFactorAnswer(Contract):
    """``POST /auth/two-factor`` and ``…/confirm``: the ticket with a code."""

    ticket: SignInTicket
    code: Code


class TicketOnly(Contract):
    """``POST /auth/two-factor/setup``: begin to set it up, before the first sign-in."""

    ticket: SignInTicket


class TwoFactorSetup(Contract):
    """What an authenticator app needs: a QR code to draw, or the secret to type.

    ``qr_path`` is the ``d`` of an SVG path in a square of ``qr_size`` modules.
    """

    secret: str
    uri: str
    qr_size: int
    qr_path: str


class RecoveryCodes(Contract):
    """Ten codes, shown this once; each signs in once in place of the app."""

    codes: tuple[str, ...]


class FirstGrant(Contract):
    """The sign-in that followed the setup, and the recovery codes of it."""

    grant: AccessGrant
    codes: tuple[str, ...]


class LinkLook(Contract):
    """``POST /auth/invitation`` and ``/auth/password-link``: what is behind a link.

    Links travel in bodies, never in addresses, so that no log has them.
    """

    token: LinkToken


class InvitationView(Contract):
    """What the invited see. With ``has_account`` they accept with their present password."""

    email: str
    role: Role
    locale: Locale
    sites: tuple[str, ...]
    invited_by: str
    has_account: bool
    expires_at: datetime


class InvitationAccept(Contract):
    """``POST /auth/invitation/accept``."""

    token: LinkToken
    name: PersonName
    password: NewPassword
    locale: Locale


class PasswordLinkView(Contract):
    """Whose password a link sets."""

    email: str
    name: str
    expires_at: datetime


class PasswordLinkUse(Contract):
    """``POST /auth/password-link/use``."""

    token: LinkToken
    password: NewPassword


class TwoFactorState(Contract):
    """How an operator's second factor stands, and which sites they may not enter without it."""

    enabled_at: datetime | None
    required: bool
    held_sites: tuple[str, ...] = ()
    recovery_codes_left: int


class AccountInfo(Contract):
    """``GET /account``: what one sees of oneself."""

    id: UUID
    email: str
    name: str
    role: Role
    locale: Locale
    sites: tuple[str, ...]
    password_at: datetime | None
    two_factor: TwoFactorState


class AccountPatch(Contract):
    """``PATCH /account``; what is left out stays."""

    name: PersonName | None = None
    locale: Locale | None = None


class PasswordChange(Contract):
    """``POST /account/password``; all other sign-ins end."""

    old: GivenPassword
    new: NewPassword


class PasswordOnly(Contract):
    """What changes the second factor asks for the password once more."""

    password: GivenPassword


class CodeOnly(Contract):
    """``POST /account/two-factor/confirm``."""

    code: Code


class TwoFactorOff(Contract):
    """``POST /account/two-factor/off``."""

    password: GivenPassword
    code: Code


class SessionInfo(Contract):
    """A sign-in. ``browser`` and ``system`` are empty where they cannot be told.

    ``used_at`` is renewed with the access token, so it is minutes old at most.
    """

    id: UUID
    browser: str
    system: str
    address: str
    created_at: datetime
    used_at: datetime
    expires_at: datetime
    current: bool


class SessionList(Contract):
    """Sign-ins that have neither ended nor been revoked, last used first; 100 at most."""

    items: tuple[SessionInfo, ...]
