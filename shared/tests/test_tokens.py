"""A token opens what it was issued for; whatever else is shown is not authenticated."""

import base64
import json
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any, cast

import jwt
import pytest

from shared.auth.tokens import Tokens, VisitorClaims, new_refresh_token, refresh_hash
from shared.domain.words import Role
from shared.kernel.errors import ErrorCode, NotAuthenticated
from shared.kernel.ids import uuid7

TOKENS = Tokens("k" * 20 + "unit-test-only" * 2, timedelta(days=30), timedelta(minutes=15))
OTHERS = Tokens("another installation's key, long", timedelta(days=30), timedelta(minutes=15))
NOW = datetime.now(UTC)
VISITOR = VisitorClaims(uuid7(), uuid7(), uuid7())
OPERATOR_ID, SESSION_ID = uuid7(), uuid7()


def claims(audience: str, **changes: Any) -> dict[str, Any]:  # noqa: ANN401
    """Return what a good token says, changed; a change to None leaves the claim out."""
    good: dict[str, Any] = {
        "iss": "otvet",
        "aud": audience,
        "typ": audience,
        "iat": int(NOW.timestamp()),
        "exp": int(NOW.timestamp()) + 600,
        "jti": "x",
    }
    if audience == "visitor":
        good |= {"sub": str(uuid7()), "site": str(uuid7()), "conv": str(uuid7())}
    else:
        good |= {"sub": str(uuid7()), "sid": str(uuid7()), "role": "operator"}
    return {key: value for key, value in (good | changes).items() if value is not None}


def signed(audience: str, header: dict[str, Any] | None = None, **changes: Any) -> str:  # noqa: ANN401
    """Sign claims with the right key of the audience: an insider's forgery."""
    return jwt.api_jws.encode(
        json.dumps(claims(audience, **changes)).encode(),
        TOKENS._keys[audience],
        algorithm="HS256",
        headers=header,
    )


def part(value: object) -> str:
    """Encode one part of a token by hand."""
    raw = value if isinstance(value, bytes) else json.dumps(value).encode()
    return base64.urlsafe_b64encode(raw).rstrip(b"=").decode()


def unsigned(audience: str, algorithm: str) -> str:
    """Claim an algorithm and leave the signature out."""
    return f"{part({'alg': algorithm, 'typ': 'JWT'})}.{part(claims(audience))}."


def tampered(audience: str) -> str:
    """Change a claim under the old signature."""
    head, _, signature = signed(audience).split(".")
    return f"{head}.{part(claims(audience, role='admin'))}.{signature}"


def with_key(audience: str, key: bytes, algorithm: str = "HS256") -> str:
    """Sign with a key of the attacker's choice."""
    return jwt.api_jws.encode(
        json.dumps(claims(audience)).encode(), key or b"\x00", algorithm=algorithm
    )


Bad = Callable[[str], object]
OTHER = {"visitor": "operator", "operator": "visitor"}
BAD: dict[str, Bad] = {
    "empty": lambda _: "",
    "blank": lambda _: " ",
    "not a token": lambda _: "not-a-token",
    "two parts": lambda a: signed(a).rpartition(".")[0],
    "four parts": lambda a: signed(a) + ".x",
    "no base64": lambda _: "!!!.???.***",
    "unicode": lambda _: "ключ.ключ.ключ",
    "lone surrogate": lambda _: "\ud800.e30.e30",
    "nul": lambda a: signed(a) + "\x00",
    "line break": lambda a: signed(a) + "\n.",
    "alg none": lambda a: unsigned(a, "none"),
    "alg None": lambda a: unsigned(a, "None"),
    "alg NONE": lambda a: unsigned(a, "NONE"),
    "alg empty": lambda a: unsigned(a, ""),
    "signature cut off": lambda a: signed(a).rpartition(".")[0] + ".",
    "tampered": tampered,
    "alg HS384": lambda a: with_key(a, TOKENS._keys[a] * 2, "HS384"),
    "alg HS512": lambda a: with_key(a, TOKENS._keys[a] * 2, "HS512"),
    "alg RS256": lambda a: f"{part({'alg': 'RS256'})}.{part(claims(a))}.{part(b'x' * 256)}",
    "alg ES256": lambda a: f"{part({'alg': 'ES256'})}.{part(claims(a))}.{part(b'x' * 64)}",
    "alg of a wrong type": lambda a: f"{part({'alg': ['HS256']})}.{part(claims(a))}.{part(b'x')}",
    "empty key": lambda a: with_key(a, b""),
    "the raw secret as key": lambda a: with_key(a, b"k" * 20 + b"unit-test-only" * 2),
    "another installation's": lambda _: OTHERS.for_visitor(VISITOR, NOW),
    "other audience's token": lambda a: signed(OTHER[a]),
    "other audience's key": lambda a: with_key(a, TOKENS._keys[OTHER[a]]),
    "own key, other audience": lambda a: signed(a, aud=OTHER[a]),
    "own key, other type": lambda a: signed(a, typ=OTHER[a]),
    "type of a wrong type": lambda a: signed(a, typ=[a]),
    "wrong issuer": lambda a: signed(a, iss="evil"),
    "issuer of a wrong type": lambda a: signed(a, iss={"otvet": 1}),
    "expired": lambda a: signed(a, exp=int(NOW.timestamp()) - 1),
    "expired long ago": lambda a: signed(a, exp=0),
    "expiry no number": lambda a: signed(a, exp="tomorrow"),
    "expiry infinite": lambda a: signed(a, exp=float("inf")),
    "expiry a list": lambda a: signed(a, exp=[1]),
    "issued in the future": lambda a: signed(a, iat=int(NOW.timestamp()) + 3600),
    "not yet valid": lambda a: signed(a, nbf=int(NOW.timestamp()) + 3600),
    "kid is a path": lambda a: jwt.encode(
        claims(a), b"\x00", algorithm="HS256", headers={"kid": "../../../../dev/null"}
    ),
    "kid of a wrong type": lambda _: f"{part({'alg': 'HS256', 'kid': 5})}.e30.{part(b'x')}",
    "jwk in the header": lambda a: (
        f"{part({'alg': 'HS256', 'jwk': {'kty': 'oct', 'k': 'AA'}})}.{part(claims(a))}.{part(b'x')}"
    ),
    "unknown crit": lambda a: signed(a, {"crit": ["x"], "x": 1}),
    "huge": lambda a: signed(a, pad="x" * 100_000),
    "huge header": lambda _: part(b"[" * 3_000) + ".e30.e30",
    "deep header": lambda _: part(b'{"a":' * 700) + ".e30.e30",
    "header no object": lambda a: f"{part([1])}.{part(claims(a))}.{part(b'x')}",
    "claims no object": lambda a: jwt.api_jws.encode(b"[]", TOKENS._keys[a]),
    "claims no JSON": lambda a: jwt.api_jws.encode(b"{", TOKENS._keys[a]),
    "claims no text": lambda a: jwt.api_jws.encode(b"\xff\xfe", TOKENS._keys[a]),
    "claims nested deep": lambda a: jwt.api_jws.encode(b"[" * 2_000, TOKENS._keys[a]),
    "subject no id": lambda a: signed(a, sub="1 OR 1=1"),
    "subject a number": lambda a: signed(a, sub=5),
    "subject a list": lambda a: signed(a, sub=[str(uuid7())]),
    "None": lambda _: None,
    "a number": lambda _: 5,
    "bytes": lambda a: signed(a).encode(),
    "a dict": lambda a: {"token": signed(a)},
    **{
        f"no {name}": lambda a, name=name: signed(a, **{name: None})  # type: ignore[misc]
        for name in ("iss", "aud", "sub", "exp", "iat", "typ")
    },
}
ONLY_VISITOR: dict[str, dict[str, Any]] = {
    "no site": {"site": None},
    "site no id": {"site": "x"},
    "site a number": {"site": 5},
    "conversation a list": {"conv": []},
    "no conversation": {"conv": None},
}
ONLY_OPERATOR: dict[str, dict[str, Any]] = {
    "no session": {"sid": None},
    "session no id": {"sid": "x"},
    "no role": {"role": None},
    "unknown role": {"role": "root"},
    "role a list": {"role": ["admin"]},
    "expiry beyond all calendars": {"exp": 10**18},
}


def verify(audience: str, token: object) -> object:
    """Verify as the audience does, whatever the type of what was shown."""
    if audience == "visitor":
        return TOKENS.visitor(cast("str", token))
    return TOKENS.operator(cast("str", token))


@pytest.mark.parametrize("audience", ["visitor", "operator"])
@pytest.mark.parametrize("name", BAD)
@pytest.mark.filterwarnings("ignore::jwt.warnings.InsecureKeyLengthWarning")
def test_a_bad_token_is_not_authenticated_and_raises_nothing_else(name: str, audience: str) -> None:
    token = BAD[name](audience)
    with pytest.raises(NotAuthenticated):
        verify(audience, token)


@pytest.mark.parametrize("name", ONLY_VISITOR)
def test_a_visitor_s_token_without_its_claims_is_not_authenticated(name: str) -> None:
    with pytest.raises(NotAuthenticated):
        TOKENS.visitor(signed("visitor", **ONLY_VISITOR[name]))


@pytest.mark.parametrize("name", ONLY_OPERATOR)
def test_an_operator_s_token_without_its_claims_is_not_authenticated(name: str) -> None:
    with pytest.raises(NotAuthenticated):
        TOKENS.operator(signed("operator", **ONLY_OPERATOR[name]))


def test_each_kind_of_refusal_has_its_code() -> None:
    expired = signed("visitor", exp=int(NOW.timestamp()) - 1)
    for token, code in (
        ("", ErrorCode.TOKEN_MISSING),
        (expired, ErrorCode.TOKEN_EXPIRED),
        ("x", ErrorCode.TOKEN_INVALID),
    ):
        with pytest.raises(NotAuthenticated) as refusal:
            TOKENS.visitor(token)
        assert refusal.value.code == code


def test_a_good_token_of_each_kind_is_read_back_as_issued() -> None:
    assert TOKENS.visitor(TOKENS.for_visitor(VISITOR, NOW)) == VISITOR
    known = replace(VISITOR, is_known=True)
    assert TOKENS.visitor(TOKENS.for_visitor(known, NOW)) == known
    found = TOKENS.operator(TOKENS.for_operator(OPERATOR_ID, SESSION_ID, Role.ADMIN, NOW))
    assert (found.operator_id, found.session_id, found.role) == (
        OPERATOR_ID,
        SESSION_ID,
        Role.ADMIN,
    )
    assert found.expires_at == NOW.replace(microsecond=0) + timedelta(minutes=15)


def test_a_forgery_with_the_right_key_passes_so_the_bad_ones_fail_for_their_own_reason() -> None:
    assert verify("visitor", signed("visitor"))
    assert verify("operator", signed("operator"))


def test_refresh_tokens_have_256_random_bits_and_are_kept_as_hashes() -> None:
    tokens = {new_refresh_token() for _ in range(100)}
    assert len(tokens) == 100
    assert all(len(base64.urlsafe_b64decode(token + "=")) == 32 for token in tokens)
    assert len(refresh_hash("x")) == 32
    assert refresh_hash("x") != refresh_hash("y")
