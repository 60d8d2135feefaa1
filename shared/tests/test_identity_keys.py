"""A site's own key is good for its own algorithm, and for nothing else that a token may say."""

import base64
import hashlib
import hmac
import json
import time
import warnings
from collections.abc import Callable
from typing import Any

import jwt
import pytest
from cryptography.hazmat.primitives.asymmetric import dsa, ec, ed25519, rsa
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
    PublicFormat,
)
from jwt.algorithms import ECAlgorithm, RSAAlgorithm

from shared.auth.identity import AUDIENCE, IdentitySecrets, new_salt
from shared.auth.identity_keys import read_key
from shared.domain.identity import IdentityKey
from shared.kernel.clock import utc_now
from shared.kernel.errors import Forbidden, InvalidInput
from shared.kernel.ids import uuid7

SITE = uuid7()
SECRETS = IdentitySecrets("a key of the installation, long enough")
SALT = new_salt(utc_now())
RSA = rsa.generate_private_key(65_537, 2_048)
OTHER_RSA = rsa.generate_private_key(65_537, 2_048)
EC = ec.generate_private_key(ec.SECP256R1())
P384 = ec.generate_private_key(ec.SECP384R1())


def pem(private: Any) -> str:  # noqa: ANN401
    public: bytes = private.public_key().public_bytes(
        Encoding.PEM, PublicFormat.SubjectPublicKeyInfo
    )
    return public.decode()


def private_pem(private: Any, form: PrivateFormat = PrivateFormat.PKCS8) -> str:  # noqa: ANN401
    written: bytes = private.private_bytes(Encoding.PEM, form, NoEncryption())
    return written.decode()


def jwk(private: Any, **more: Any) -> str:  # noqa: ANN401
    kind = RSAAlgorithm if isinstance(private, rsa.RSAPrivateKey) else ECAlgorithm
    return json.dumps(kind.to_jwk(private.public_key(), as_dict=True) | more)


def kept(text: str, kid: str | None = None) -> IdentityKey:
    return read_key(text, kid, utc_now())


RSA_KEY, EC_KEY = kept(pem(RSA), "r-1"), kept(pem(EC), "e-1")
KEYS = (RSA_KEY, EC_KEY)


def claims(**changes: Any) -> dict[str, Any]:  # noqa: ANN401
    return {"sub": "42", "aud": AUDIENCE, "exp": int(time.time()) + 300} | changes


def signed(private: Any, algorithm: str, kid: str | None = None, **changes: Any) -> str:  # noqa: ANN401
    headers = {"kid": kid} if kid is not None else None
    return jwt.encode(claims(**changes), private, algorithm=algorithm, headers=headers)


def by_hand(header: object, sign: Callable[[bytes], bytes]) -> str:
    """Make a token that no library would make."""

    def part(value: bytes) -> bytes:
        return base64.urlsafe_b64encode(value).rstrip(b"=")

    said = part(json.dumps(header).encode()) + b"." + part(json.dumps(claims()).encode())
    return (said + b"." + part(sign(said))).decode()


def hmac_with(secret: bytes) -> Callable[[bytes], bytes]:
    return lambda said: hmac.digest(secret, said, hashlib.sha256)


def read(token: str, *keys: IdentityKey, salts: tuple[Any, ...] = (SALT,)) -> Any:  # noqa: ANN401
    return SECRETS.read(token, SITE, salts, utc_now(), keys or KEYS)


@pytest.mark.parametrize("kid", ["own", None])
@pytest.mark.parametrize("written", [pem, jwk])
def test_what_either_key_has_signed_is_believed(
    kid: str | None, written: Callable[[Any], str]
) -> None:
    for private, algorithm in ((RSA, "RS256"), (EC, "ES256")):
        key = kept(written(private), kid)
        assert key.algorithm == algorithm
        for named in (None, key.kid):
            token = signed(private, algorithm, named, name="Анна")
            assert read(token, key, salts=()).name == "Анна"


def test_the_secret_goes_on_beside_the_keys() -> None:
    secret = SECRETS.secret(SITE, SALT)
    for kid in (None, "r-1", "anything"):
        assert read(signed(secret, "HS256", kid)).external_id == "42"


def test_during_a_rotation_both_keys_are_good_and_after_it_one() -> None:
    newer = kept(pem(OTHER_RSA), "r-2")
    for private, kid in ((RSA, "r-1"), (OTHER_RSA, "r-2"), (RSA, None), (OTHER_RSA, None)):
        assert read(signed(private, "RS256", kid), RSA_KEY, newer).external_id == "42"
    for kid in ("r-1", None):
        with pytest.raises(Forbidden):
            read(signed(RSA, "RS256", kid), newer)


FORGED: dict[str, Callable[[], str]] = {
    "none": lambda: by_hand({"alg": "none"}, lambda _: b""),
    "None": lambda: by_hand({"alg": "None", "kid": "r-1"}, lambda _: b""),
    "no algorithm": lambda: by_hand({"typ": "JWT"}, hmac_with(pem(RSA).encode())),
    "an algorithm that is a list": lambda: by_hand({"alg": ["RS256"]}, lambda _: b"x"),
    "an algorithm that is null": lambda: by_hand({"alg": None}, lambda _: b"x"),
    # The classical confusion: what everybody may know is taken for the secret.
    "the public key as a secret": lambda: by_hand(
        {"alg": "HS256", "kid": "r-1"}, hmac_with(pem(RSA).encode())
    ),
    "the kept public key as a secret": lambda: by_hand(
        {"alg": "HS256"}, hmac_with(RSA_KEY.pem.encode())
    ),
    "the public key in DER as a secret": lambda: by_hand(
        {"alg": "HS256", "kid": "r-1"},
        hmac_with(RSA.public_key().public_bytes(Encoding.DER, PublicFormat.SubjectPublicKeyInfo)),
    ),
    "the thumbprint as a secret": lambda: by_hand({"alg": "HS256"}, hmac_with(RSA_KEY.id.encode())),
    "an empty secret": lambda: by_hand({"alg": "HS256"}, hmac_with(b"")),
    "the secret, called RS256": lambda: by_hand(
        {"alg": "RS256"}, hmac_with(SECRETS.secret(SITE, SALT).encode())
    ),
    "another key": lambda: signed(OTHER_RSA, "RS256"),
    "another key under a name that is there": lambda: signed(OTHER_RSA, "RS256", "r-1"),
    "a name that is not there": lambda: signed(RSA, "RS256", "r-9"),
    "the name of the key for another algorithm": lambda: signed(RSA, "RS256", "e-1"),
    "an empty name": lambda: signed(RSA, "RS256", ""),
    "a name that is a path": lambda: signed(OTHER_RSA, "RS256", "../../dev/null"),
    "a name that is a number": lambda: by_hand({"alg": "RS256", "kid": 1}, lambda _: b"x"),
    "a longer hash": lambda: signed(RSA, "RS512"),
    "another padding": lambda: signed(RSA, "PS256"),
    "another curve": lambda: signed(P384, "ES384"),
    "the key for RSA, called ES256": lambda: by_hand({"alg": "ES256"}, lambda _: b"\x01" * 64),
    "an empty signature": lambda: by_hand({"alg": "ES256"}, lambda _: b"\x00" * 64),
    "a key that it brings along": lambda: jwt.encode(
        claims(), OTHER_RSA, algorithm="RS256", headers={"jwk": json.loads(jwk(OTHER_RSA))}
    ),
    "a place where the key may be fetched": lambda: jwt.encode(
        claims(), OTHER_RSA, algorithm="RS256", headers={"jku": "https://evil.test/jwks.json"}
    ),
    "a critical header": lambda: jwt.encode(
        claims(), RSA, algorithm="RS256", headers={"crit": ["exp"]}
    ),
    "the payload changed": lambda: ".".join(
        one.split(".")[number]
        for number, one in enumerate(
            (signed(RSA, "RS256"), signed(RSA, "RS256", sub="1"), signed(RSA, "RS256"))
        )
    ),
    "another audience": lambda: signed(RSA, "RS256", aud="shop"),
    "for longer than a day": lambda: signed(EC, "ES256", exp=int(time.time()) + 25 * 3600),
    "without a person": lambda: signed(EC, "ES256", sub=""),
}


@pytest.mark.parametrize("name", FORGED)
def test_a_forged_token_is_refused(name: str) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", jwt.InsecureKeyLengthWarning)
        token = FORGED[name]()
    for salts in ((SALT,), ()):
        with pytest.raises(Forbidden) as caught:
            read(token, salts=salts)
        assert caught.value.code == "identity_invalid"
        assert caught.value.detail


def test_an_expired_token_is_called_so_and_a_site_without_keys_believes_none() -> None:
    with pytest.raises(Forbidden) as caught:
        read(signed(EC, "ES256", exp=int(time.time()) - 120))
    assert caught.value.code == "identity_expired"
    with pytest.raises(Forbidden):
        SECRETS.read(signed(RSA, "RS256"), SITE, (SALT,), utc_now())


def test_a_key_is_called_by_what_is_given_then_by_its_jwk_then_by_its_thumbprint() -> None:
    named = kept(jwk(RSA, kid="from-the-jwk", use="sig", alg="RS256"))
    assert named.kid == "from-the-jwk"
    assert kept(jwk(RSA, kid="from-the-jwk"), "given").kid == "given"
    assert kept(pem(RSA)).kid == kept(jwk(RSA)).kid == named.id
    assert len(named.id) == 43
    assert (named.bits, kept(pem(EC)).bits) == (2_048, 256)


def test_the_thumbprint_is_that_of_the_standard() -> None:
    # The example of RFC 7638, section 3.1.
    modulus = (
        "0vx7agoebGcQSuuPiLJXZptN9nndrQmbXEps2aiAFbWhM78LhWx4cbbfAAtVT86zwu1RK7aPFFxuhDR1L6tSoc_BJ"
        "ECPebWKRXjBZCiFV4n3oknjhMstn64tZ_2W-5JsGY4Hc5n9yBXArwl93lqt7_RN5w6Cf0h4QyQ5v-65YGjQR0_FDW"
        "2QvzqY368QQMicAtaSqzs8KJZgnYb9c7d0zgdAZHzu6qMQvRL5hajrn1n91CbOpbISD08qNLyrdkt-bFTWhAI4vMQF"
        "h6WeZu0fM4lFd2NcRwr3XPksINHaQ-G_xBniIqbw0Ls1jF44-csFCur-kEgU8awapJzKnqDKgw"
    )
    key = kept(json.dumps({"kty": "RSA", "n": modulus, "e": "AQAB", "kid": "2011-04-29"}))
    assert key.id == "NzbLsXh8uDCcd-6MNwXF4W_7noWXFZAfHkxZsRGC9Xs"


def _small(bits: int) -> Callable[[], str]:
    return lambda: pem(rsa.generate_private_key(65_537, bits))


REFUSED: dict[str, tuple[str, Callable[[], str]]] = {
    "nothing": ("unreadable", lambda: " \n"),
    "words": ("unreadable", lambda: "my key"),
    "a secret": ("unreadable", lambda: "otvet_" + "a" * 43),
    "half a PEM": ("unreadable", lambda: pem(RSA)[:100]),
    "two PEMs": ("unreadable", lambda: pem(RSA) + pem(EC)),
    "too long": ("unreadable", lambda: pem(RSA) + "\n" * 9_000 + "x"),
    "a JWK that is cut": ("unreadable", lambda: jwk(RSA)[:-9]),
    "a JWK without kty": ("unreadable", lambda: '{"n": "AQAB", "e": "AQAB"}'),
    "a JWK whose number is none": ("unreadable", lambda: '{"kty": "RSA", "n": 5, "e": "AQAB"}'),
    "a set of JWKs": ("unreadable", lambda: json.dumps({"keys": [json.loads(jwk(RSA))]})),
    "a point that is not on the curve": (
        "unreadable",
        lambda: jwk(EC, x=base64.urlsafe_b64encode(b"\1" * 32).decode().rstrip("=")),
    ),
    "a JWK whose name is a number": ("unreadable", lambda: jwk(RSA, kid=7)),
    "a JWK with an empty name": ("unreadable", lambda: jwk(RSA, kid="")),
    "a JWK whose name has a line break": ("unreadable", lambda: jwk(RSA, kid="a\nb")),
    "a private PEM": ("private", lambda: private_pem(RSA)),
    "a private PEM of old": ("private", lambda: private_pem(EC, PrivateFormat.TraditionalOpenSSL)),
    "a private JWK": ("private", lambda: json.dumps(RSAAlgorithm.to_jwk(RSA, as_dict=True))),
    "a private JWK of a curve": (
        "private",
        lambda: json.dumps(ECAlgorithm.to_jwk(EC, as_dict=True)),
    ),
    "a symmetric JWK": ("private", lambda: '{"kty": "oct", "k": "c2VjcmV0"}'),
    "RSA of 1024 bits": ("unusable", _small(1_024)),
    "RSA of 2047 bits": ("unusable", _small(2_047)),
    "RSA with e = 3": ("unusable", lambda: pem(rsa.generate_private_key(3, 2_048))),
    "P-384": ("unusable", lambda: pem(P384)),
    "P-384 as JWK": ("unusable", lambda: jwk(P384)),
    "secp256k1": ("unusable", lambda: pem(ec.generate_private_key(ec.SECP256K1()))),
    "Ed25519": ("unusable", lambda: pem(ed25519.Ed25519PrivateKey.generate())),
    "DSA": ("unusable", lambda: pem(dsa.generate_private_key(2_048))),
    "a JWK of another kind": ("unusable", lambda: '{"kty": "OKP", "crv": "Ed25519", "x": "AA"}'),
    "a JWK for encryption": ("unusable", lambda: jwk(RSA, use="enc")),
    "a JWK for another algorithm": ("unusable", lambda: jwk(RSA, alg="PS256")),
    "a JWK that says HS256": ("unusable", lambda: jwk(RSA, alg="HS256")),
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_is_no_key_to_verify_with_is_refused_and_said_why(name: str) -> None:
    why, make = REFUSED[name]
    with pytest.raises(InvalidInput) as caught:
        kept(make())
    assert caught.value.code == f"identity_key_{why}"


@pytest.mark.parametrize("kid", ["", " a", "a\nb", "x" * 201])
def test_a_name_that_no_token_should_carry_is_refused(kid: str) -> None:
    with pytest.raises(InvalidInput) as caught:
        kept(pem(EC), kid)
    assert caught.value.code == "identity_key_unreadable"
