"""Codes of an authenticator app (RFC 6238), and the recovery codes beside them.

Recovery codes are 80 random bits, so that a plain hash of one is enough.
"""

import hashlib
import hmac
import secrets
from datetime import datetime

import pyotp
import segno

PERIOD = 30
RECOVERY_CODES = 10
_ISSUER = "Otvet"
# Clocks of phones differ: the code before and the one after are good, too.
_DRIFT = (0, -1, 1)
# Without letters and digits that are taken for one another.
_ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789"
_GROUPS, _GROUP = 4, 4


def new_secret() -> str:
    """Return 160 random bits in base32, as authenticator apps take them."""
    return pyotp.random_base32()


def provisioning_uri(secret: str, email: str) -> str:
    """Return the ``otpauth://`` address that an app reads from the QR code."""
    return pyotp.TOTP(secret).provisioning_uri(name=email, issuer_name=_ISSUER)


def matching_step(secret: str, code: str, now: datetime) -> int | None:
    """Return the number of the 30 seconds whose code this is, if it is near now."""
    totp = pyotp.TOTP(secret)
    step = int(now.timestamp()) // PERIOD
    found = None
    for drift in _DRIFT:  # all of them, always: how long it takes tells nothing
        if hmac.compare_digest(totp.generate_otp(step + drift), code):
            found = step + drift
    return found


def qr_path(text: str) -> tuple[int, str]:
    """Return the side of a QR code in modules and the SVG path of its dark ones."""
    rows = segno.make(text, error="m", micro=False).matrix
    runs = []
    for y, row in enumerate(rows):
        x = 0
        while x < len(row):
            width = next((n for n, dark in enumerate(row[x:]) if not dark), len(row) - x)
            if width:
                runs.append(f"M{x} {y}h{width}v1h-{width}z")
            x += width or 1
    return len(rows), "".join(runs)


def new_recovery_codes() -> list[str]:
    """Return ten codes, each good for one sign-in without the app."""
    return ["-".join(_word() for _ in range(_GROUPS)) for _ in range(RECOVERY_CODES)]


def recovery_hash(code: str) -> bytes:
    """Return what is kept of a recovery code, however it was typed."""
    return hashlib.sha256("".join(filter(str.isalnum, code.lower())).encode()).digest()


def _word() -> str:
    return "".join(secrets.choice(_ALPHABET) for _ in range(_GROUP))
