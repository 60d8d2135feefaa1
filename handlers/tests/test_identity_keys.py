"""An administrator sets the keys of a site's server; what they sign is believed until removed."""

import time
from typing import Any

import httpx
import jwt
import pytest
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
    PublicFormat,
)
from psycopg import Connection

from handlers.tests.conftest import Place
from handlers.tests.door import Door
from handlers.tests.test_http import refused
from handlers.tests.test_sites import ask, audit, change, own
from handlers.tests.test_visitor_identity import opened, session

pytestmark = pytest.mark.services

__all__ = ["own"]
RSA = rsa.generate_private_key(65_537, 2_048)
EC = ec.generate_private_key(ec.SECP256R1())


def pem(private: Any) -> str:  # noqa: ANN401
    public: bytes = private.public_key().public_bytes(
        Encoding.PEM, PublicFormat.SubjectPublicKeyInfo
    )
    return public.decode()


def add(door: Door, place: Place, private: Any, **body: Any) -> httpx.Response:  # noqa: ANN401
    return ask(door, "POST", f"/{place.id}/identity-keys", place.admin, key=pem(private), **body)


def remove(door: Door, place: Place, key_id: str) -> httpx.Response:
    return ask(door, "DELETE", f"/{place.id}/identity-keys/{key_id}", place.admin)


def signed(private: Any, algorithm: str = "RS256", **headers: Any) -> str:  # noqa: ANN401
    claims = {"sub": "k-1", "aud": "otvet", "exp": int(time.time()) + 300, "name": "Анна"}
    return jwt.encode(claims, private, algorithm=algorithm, headers=headers)


def test_a_key_is_set_shown_used_and_removed(
    door: Door, second_door: Door, own: Place, shop: Place, connection: Connection[Any]
) -> None:
    refused(session(door, own, identity=signed(RSA)), 403, "identity_invalid")
    made = add(door, own, RSA, kid="2026-11")
    assert made.status_code == httpx.codes.CREATED, made.text
    (key,) = made.json()["identity_keys"]
    assert (key["kid"], key["algorithm"], key["bits"]) == ("2026-11", "RS256", 2_048)
    add(door, own, EC)
    time.sleep(0.2)
    for at in (door, second_door):
        first = opened(at, own, identity=signed(RSA, kid="2026-11"))
        assert opened(at, own, identity=signed(RSA))["visitor_id"] == first["visitor_id"]
        assert opened(at, own, identity=signed(EC, "ES256"))["visitor_id"] == first["visitor_id"]
        refused(session(at, own, identity=signed(RSA, kid="other")), 403, "identity_invalid")
        # Another site has not set it.
        refused(session(at, shop, identity=signed(RSA)), 403, "identity_invalid")
    left = remove(door, own, key["id"])
    assert [one["algorithm"] for one in left.json()["identity_keys"]] == ["ES256"]
    time.sleep(0.2)
    for at in (door, second_door):
        refused(session(at, own, identity=signed(RSA)), 403, "identity_invalid")
        assert opened(at, own, identity=signed(EC, "ES256"))
    refused(remove(door, own, key["id"]), 404, "not_found")
    told = [one for one in audit(connection, own.id) if "identity-key" in one[0]]
    named = f"2026-11 (RS256, {key['id']})"
    assert told[0] == (
        "site.identity-key-added", {"identity_keys": []}, {"identity_keys": [named]},
    )  # fmt: skip
    assert [one[0] for one in told[1:]] == ["site.identity-key-added", "site.identity-key-removed"]
    assert named in told[2][1]["identity_keys"]
    assert named not in told[2][2]["identity_keys"]
    assert "BEGIN PUBLIC KEY" not in str(told)


def test_what_is_no_public_key_is_refused_and_nothing_is_kept(door: Door, own: Place) -> None:
    path = f"/{own.id}/identity-keys"
    private = RSA.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()).decode()
    other = ec.generate_private_key(ec.SECP384R1())
    for key, code in (
        ("my key", "identity_key_unreadable"),
        (private, "identity_key_private"),
        (pem(other), "identity_key_unusable"),
        ("x" * 8_193, "invalid_payload"),
    ):
        reply = ask(door, "POST", path, own.admin, key=key)
        refused(reply, 400, code)
        assert key[40:80] not in reply.text or len(key) < 80
    assert private[100:160] not in door.logged()
    assert ask(door, "GET", f"/{own.id}", own.admin).json()["identity_keys"] == []


def test_two_keys_of_one_name_and_more_than_five_are_refused(door: Door, own: Place) -> None:
    assert add(door, own, RSA, kid="a").status_code == httpx.codes.CREATED
    refused(add(door, own, RSA, kid="b"), 409, "name_taken")
    refused(add(door, own, EC, kid="a"), 409, "name_taken")
    for number in range(4):
        more = ec.generate_private_key(ec.SECP256R1())
        assert add(door, own, more, kid=f"n-{number}").status_code == httpx.codes.CREATED
    refused(add(door, own, EC, kid="c"), 409, "too_many")


def test_a_key_is_enough_to_require_identities_and_the_last_one_stays_as_long(
    door: Door, own: Place
) -> None:
    reply = ask(door, "PATCH", f"/{own.id}", own.admin, identity_required=True)
    refused(reply, 400, "identity_required")
    (key,) = add(door, own, EC).json()["identity_keys"]
    change(door, own, identity_required=True)
    refused(session(door, own), 403, "identity_required")
    assert opened(door, own, identity=signed(EC, "ES256"))
    refused(remove(door, own, key["id"]), 400, "identity_required")
    # With a secret beside it, it may go.
    assert ask(door, "POST", f"/{own.id}/identity-secret", own.admin).status_code == httpx.codes.OK
    assert remove(door, own, key["id"]).status_code == httpx.codes.OK


def test_operators_set_no_keys(door: Door, own: Place, shop: Place) -> None:
    path = f"/{shop.id}/identity-keys"
    refused(ask(door, "POST", path, shop.operator, key=pem(EC)), 403, "forbidden")
    refused(ask(door, "DELETE", f"{path}/x", shop.operator), 403, "forbidden")
