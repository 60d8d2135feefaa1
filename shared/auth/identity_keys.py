"""Public keys of a site's server: read with care when they are set, and used for one algorithm.

The algorithm follows from the key and is kept with it; a token's header never chooses it. What is
kept here is an object of its kind and no text, so a public key can never serve as a secret.
"""

import base64
import hashlib
import json
from collections.abc import Iterable
from datetime import datetime
from typing import Any

from cryptography.exceptions import UnsupportedAlgorithm
from cryptography.hazmat.primitives.asymmetric.ec import SECP256R1, EllipticCurvePublicKey
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPublicKey
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    PublicFormat,
    load_pem_public_key,
)
from jwt.algorithms import ECAlgorithm, RSAAlgorithm
from jwt.exceptions import InvalidKeyError

from shared.domain.identity import IdentityKey, SignatureAlgorithm
from shared.kernel.errors import ErrorCode, InvalidInput

PublicKey = RSAPublicKey | EllipticCurvePublicKey

KEY_TEXT_LIMIT = 8_192
KID_LIMIT = 200
_RSA_BITS = range(2_048, 8_192 + 1)
_RSA_EXPONENT = 65_537
"""At least; smaller ones have made forgeries possible where libraries were careless."""
_PRIVATE = frozenset({"d", "p", "q", "dp", "dq", "qi", "oth", "k"})
_UNREADABLE = (ValueError, TypeError, KeyError, InvalidKeyError, RecursionError)


def read_key(text: str, kid: str | None, now: datetime) -> IdentityKey:
    """Return a public key that was set as PEM or as JWK, checked.

    ``kid`` is what tokens call it; not given, it is that of the JWK, else the key's thumbprint.

    Raises:
        InvalidInput: it is no such key, is a private one, or one that is not taken.
    """
    text = text.strip()
    if len(text) > KEY_TEXT_LIMIT:
        raise _unreadable("longer than any key")
    named: object = None
    try:
        if text.startswith("{"):
            jwk = json.loads(text)
            key, named = _from_jwk(jwk), jwk.get("kid")
        else:
            key = _from_pem(text)
    except UnsupportedAlgorithm as error:
        raise _unusable(str(error)[:100]) from error
    except _UNREADABLE as error:
        raise _unreadable(str(error)[:100] or type(error).__name__) from error
    algorithm = _algorithm(key)
    mark = _thumbprint(key)
    return IdentityKey(
        id=mark,
        kid=_checked_kid(kid if kid is not None else named if named is not None else mark),
        algorithm=algorithm,
        bits=key.key_size,
        pem=key.public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo).decode(),
        made_at=now,
    )


def usable(
    keys: Iterable[IdentityKey], algorithm: SignatureAlgorithm, kid: str | None
) -> list[PublicKey]:
    """Return the keys that a token of this algorithm may be signed with; without a kid, all."""
    return [
        _loaded(key)
        for key in keys
        if key.algorithm is algorithm and (kid is None or key.kid == kid)
    ]


def _loaded(key: IdentityKey) -> PublicKey:
    loaded = load_pem_public_key(key.pem.encode())
    if not isinstance(loaded, RSAPublicKey | EllipticCurvePublicKey):
        raise TypeError(f"key {key.id} is neither RSA nor EC")
    return loaded


def _from_pem(text: str) -> PublicKey:
    if "PRIVATE KEY" in text:
        raise InvalidInput(ErrorCode.IDENTITY_KEY_PRIVATE)
    if text.count("-----BEGIN ") != 1:
        raise ValueError("not one key in PEM")
    return _of_kind(load_pem_public_key(text.encode()))


def _from_jwk(jwk: dict[str, Any]) -> PublicKey:
    if _PRIVATE & jwk.keys():
        raise InvalidInput(ErrorCode.IDENTITY_KEY_PRIVATE)
    kind = jwk["kty"]
    if kind not in ("RSA", "EC") or jwk.get("use", "sig") != "sig":
        raise _unusable("kty or use")
    if jwk.get("crv", "P-256") != "P-256":
        raise _unusable("crv")
    key = _of_kind(RSAAlgorithm.from_jwk(jwk) if kind == "RSA" else ECAlgorithm.from_jwk(jwk))
    if jwk.get("alg", _algorithm(key)) != _algorithm(key):
        raise _unusable("alg")
    return key


def _of_kind(key: object) -> PublicKey:
    if not isinstance(key, RSAPublicKey | EllipticCurvePublicKey):
        raise _unusable(type(key).__name__)
    return key


def _algorithm(key: PublicKey) -> SignatureAlgorithm:
    if isinstance(key, RSAPublicKey):
        if key.key_size not in _RSA_BITS or key.public_numbers().e < _RSA_EXPONENT:
            raise _unusable(f"RSA of {key.key_size} bits, e = {key.public_numbers().e}")
        return SignatureAlgorithm.RS256
    if not isinstance(key.curve, SECP256R1):
        raise _unusable(key.curve.name)
    return SignatureAlgorithm.ES256


def _thumbprint(key: PublicKey) -> str:
    """Return the SHA-256 thumbprint of RFC 7638."""
    if isinstance(key, RSAPublicKey):
        jwk = RSAAlgorithm.to_jwk(key, as_dict=True)
    else:
        jwk = ECAlgorithm.to_jwk(key, as_dict=True)
    members = {name: jwk[name] for name in ("crv", "e", "kty", "n", "x", "y") if name in jwk}
    written = json.dumps(members, sort_keys=True, separators=(",", ":")).encode()
    return base64.urlsafe_b64encode(hashlib.sha256(written).digest()).rstrip(b"=").decode()


def _checked_kid(kid: object) -> str:
    if not isinstance(kid, str) or not 0 < len(kid) <= KID_LIMIT:
        raise _unreadable("kid is no text of a fitting length")
    if not kid.isprintable() or kid != kid.strip():
        raise _unreadable("kid has blanks around it or control characters")
    return kid


def _unreadable(why: str) -> InvalidInput:
    return InvalidInput(ErrorCode.IDENTITY_KEY_UNREADABLE, detail=why)


def _unusable(why: str) -> InvalidInput:
    return InvalidInput(ErrorCode.IDENTITY_KEY_UNUSABLE, detail=why)
