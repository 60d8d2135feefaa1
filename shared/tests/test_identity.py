"""An identity is what the site's server signed, within the day, in so many words; nothing else."""

import base64
import json
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from typing import Any

import jwt
import pytest

from shared.auth.identity import AUDIENCE, IdentitySecrets, new_salt
from shared.domain.identity import IdentitySalt
from shared.kernel.clock import utc_now
from shared.kernel.errors import Forbidden
from shared.kernel.ids import uuid7

SITE = uuid7()
SECRETS = IdentitySecrets("a key of the installation, long enough")
SALT = new_salt(utc_now())
SECRET = SECRETS.secret(SITE, SALT)


def claims(**changes: Any) -> dict[str, Any]:  # noqa: ANN401
    good = {"sub": "42", "aud": AUDIENCE, "exp": int(time.time()) + 600}
    return {key: value for key, value in (good | changes).items() if value is not ...}


def signed(key: str = SECRET, headers: dict[str, Any] | None = None, **changes: Any) -> str:  # noqa: ANN401
    return jwt.encode(claims(**changes), key, algorithm="HS256", headers=headers)


def raw(header: object, payload: object, signature: bytes = b"x") -> str:
    parts = [json.dumps(part).encode() for part in (header, payload)]
    return ".".join(
        base64.urlsafe_b64encode(part).rstrip(b"=").decode() for part in (*parts, signature)
    )


def unsigned() -> str:
    return jwt.encode(claims(), None, algorithm="none")  # type: ignore[arg-type]  # on purpose


def read(token: str, *salts: IdentitySalt) -> Any:  # noqa: ANN401
    return SECRETS.read(token, SITE, salts or (SALT,), utc_now())


def code(token: str, *salts: IdentitySalt) -> str:
    with pytest.raises(Forbidden) as caught:
        read(token, *salts)
    assert caught.value.detail or caught.value.code == "identity_expired"
    return caught.value.code


def test_a_good_token_says_who_it_is() -> None:
    attributes = {"plan": "pro", "seats": 5, "share": 0.5, "vip": True, "gone": None}
    token = signed(sub="u-1", name=" Анна  Ива\u0000нова ", email="a@b.ru", attributes=attributes)
    identity = read(token)
    assert (identity.external_id, identity.name, identity.email) == (
        "u-1",
        "Анна Иванова",
        "a@b.ru",
    )
    assert identity.attributes == {"plan": "pro", "seats": 5, "share": 0.5, "vip": True}


BAD: dict[str, Callable[[], str]] = {
    "empty": lambda: "",
    "no token": lambda: "abc",
    "two parts": lambda: "a.b",
    "four parts": lambda: signed() + ".x",
    "not ascii": lambda: signed() + "é",
    "too long": lambda: signed(name="x" * 5_000),
    "unsigned": unsigned,
    "the algorithm is none": lambda: raw({"alg": "none", "typ": "JWT"}, claims(), b""),
    "another algorithm": lambda: jwt.encode(claims(), SECRET * 2, algorithm="HS512"),
    "an algorithm with a public key": lambda: raw({"alg": "RS256"}, claims()),
    "another secret": lambda: signed("another secret of the right length ok"),
    "another site's secret": lambda: signed(SECRETS.secret(uuid7(), SALT)),
    "the payload changed": lambda: ".".join(
        (signed().split(".")[0], raw({}, claims(sub="1")).split(".")[1], signed().split(".")[2])
    ),
    "the signature is cut": lambda: signed()[:-4],
    "a payload that is a list": lambda: jwt.api_jws.encode(b"[1]", SECRET, algorithm="HS256"),
    "a payload that is no JSON": lambda: jwt.api_jws.encode(b"{", SECRET, algorithm="HS256"),
    "without aud": lambda: signed(aud=...),
    "another aud": lambda: signed(aud="shop"),
    "several auds": lambda: signed(aud=[AUDIENCE, "shop"]),
    "without exp": lambda: signed(exp=...),
    "exp is no number": lambda: signed(exp="tomorrow"),
    "exp is a list": lambda: signed(exp=[int(time.time()) + 60]),
    "exp is beyond numbers": lambda: jwt.api_jws.encode(
        f'{{"sub":"42","aud":"{AUDIENCE}","exp":1e999}}'.encode(), SECRET, algorithm="HS256"
    ),
    "exp too far away": lambda: signed(exp=int(time.time()) + 25 * 3600),
    "exp too far away from now, not from iat": lambda: signed(
        iat=int(time.time()) - 48 * 3600, exp=int(time.time()) + 25 * 3600
    ),
    "not yet": lambda: signed(nbf=int(time.time()) + 600),
    "issued in the future": lambda: signed(iat=int(time.time()) + 600),
    "iat is no number": lambda: signed(iat="now"),
    "without sub": lambda: signed(sub=...),
    "sub is a number": lambda: jwt.encode(
        {"sub": 42, "aud": AUDIENCE, "exp": int(time.time()) + 60}, SECRET, algorithm="HS256"
    ),
    "sub is empty": lambda: signed(sub=""),
    "sub is too long": lambda: signed(sub="x" * 201),
    "sub has blanks around it": lambda: signed(sub=" 42"),
    "sub has a control character": lambda: signed(sub="4\x002"),
    "name is an object": lambda: signed(name={"first": "A"}),
    "name is too long": lambda: signed(name="x" * 101),
    "email is none": lambda: signed(email="nobody"),
    "email with two addresses": lambda: signed(email="a@b.ru,c@d.ru"),
    "attributes are a list": lambda: signed(attributes=["pro"]),
    "too many attributes": lambda: signed(attributes={f"k{n}": n for n in range(21)}),
    "an attribute is an object": lambda: signed(attributes={"plan": {"name": "pro"}}),
    "an attribute is too long": lambda: signed(attributes={"plan": "x" * 201}),
    "an attribute's name is foreign": lambda: signed(attributes={"<b>": "x"}),
    "an attribute is not a number": lambda: signed(attributes={"n": float("nan")}),
    "an attribute is beyond numbers": lambda: signed(attributes={"n": 1e300}),
    "a critical header": lambda: signed(headers={"crit": ["exp"]}),
}


@pytest.mark.parametrize("name", BAD)
def test_a_bad_token_is_refused(name: str) -> None:
    assert code(BAD[name]()) == "identity_invalid"


def test_there_are_enough_bad_tokens() -> None:
    assert len(BAD) >= 25


def test_an_expired_token_is_called_so() -> None:
    assert code(signed(exp=int(time.time()) - 120)) == "identity_expired"


def test_a_clock_that_is_half_a_minute_off_does_no_harm() -> None:
    assert read(signed(exp=int(time.time()) - 30)).external_id == "42"
    assert read(signed(exp=int(time.time()) + 24 * 3600 + 30)).external_id == "42"
    assert read(signed(nbf=int(time.time()) + 30, iat=int(time.time()) + 30)).external_id == "42"


def test_clocks_may_be_a_minute_apart_and_no_more() -> None:
    assert code(signed(exp=int(time.time()) - 62)) == "identity_expired"
    for name, late in (("nbf", 75), ("iat", 75), ("exp", 24 * 3600 + 75)):
        changes: dict[str, Any] = {name: int(time.time()) + late}
        assert code(signed(**changes)) == "identity_invalid", name


def test_during_a_rotation_two_secrets_are_good_and_after_it_one() -> None:
    newer = new_salt(utc_now())
    ending = replace(SALT, until=utc_now() + timedelta(hours=1))
    ended = replace(SALT, until=utc_now() - timedelta(seconds=1))
    for salts in ((newer, ending), (ending, newer)):
        assert read(signed(), *salts).external_id == "42"
        assert read(signed(SECRETS.secret(SITE, newer)), *salts).external_id == "42"
    assert code(signed(), newer, ended) == "identity_invalid"


def test_a_site_without_a_secret_knows_nobody() -> None:
    with pytest.raises(Forbidden):
        SECRETS.read(signed(), SITE, (), utc_now())


def test_a_salt_alone_makes_no_secret() -> None:
    assert IdentitySecrets("another key of an installation, long").secret(SITE, SALT) != SECRET
    assert SALT.salt not in SECRET
