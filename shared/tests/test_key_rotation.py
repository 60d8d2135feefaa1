"""While a key is changed, what was made with the one before goes on; nothing is made with it."""

from datetime import UTC, datetime, timedelta

import jwt
import pytest

from shared.auth.gateway import GatewaySignatures, Purpose
from shared.auth.identity import IdentitySecrets, new_salt
from shared.auth.sealing import SealBroken, Sealer
from shared.auth.tokens import Ticket, Tokens, VisitorClaims
from shared.config import SettingsError, load_settings
from shared.domain.words import Role
from shared.kernel.errors import Forbidden, NotAuthenticated
from shared.kernel.ids import uuid7

OLD, NEW = "the key before: " + "k7Qz" * 8, "the key of now: " + "w3Rt" * 8
NOW = datetime.now(UTC)
TTL = (timedelta(days=30), timedelta(minutes=15))
VISITOR = VisitorClaims(uuid7(), uuid7(), uuid7())


def test_tokens_of_the_key_before_are_read_and_new_ones_are_of_the_new() -> None:
    old, both, new = Tokens(OLD, *TTL), Tokens(NEW, *TTL, OLD), Tokens(NEW, *TTL)
    operator_id, session_id = uuid7(), uuid7()
    assert both.visitor(old.for_visitor(VISITOR, NOW)) == VISITOR
    access = old.for_operator(operator_id, session_id, Role.ADMIN, NOW)
    assert both.operator(access).session_id == session_id
    ticket = old.for_ticket(Ticket.CODE, operator_id, "hash", NOW)
    assert both.ticket(Ticket.CODE, ticket)[0] == operator_id
    assert new.visitor(both.for_visitor(VISITOR, NOW)) == VISITOR
    # Handlers that still sign with the old key read what the first ones of the new have signed.
    assert Tokens(OLD, *TTL, NEW).visitor(new.for_visitor(VISITOR, NOW)) == VISITOR
    with pytest.raises(NotAuthenticated):
        old.visitor(both.for_visitor(VISITOR, NOW))
    with pytest.raises(NotAuthenticated):
        new.visitor(old.for_visitor(VISITOR, NOW))


def test_the_key_before_opens_nothing_that_has_expired_or_is_of_another_kind() -> None:
    old, both = Tokens(OLD, *TTL), Tokens(NEW, *TTL, OLD)
    with pytest.raises(NotAuthenticated):
        both.visitor(old.for_visitor(VISITOR, NOW - timedelta(days=31)))
    with pytest.raises(NotAuthenticated):
        both.operator(old.for_visitor(VISITOR, NOW))
    with pytest.raises(NotAuthenticated):
        both.visitor(Tokens("a third key: " + "p9Lm" * 8, *TTL).for_visitor(VISITOR, NOW))


def test_a_seal_of_the_key_before_is_opened_and_made_anew_once() -> None:
    sealed = Sealer(OLD, "x").seal("anna", "SECRET")
    both, new = Sealer(NEW, "x", OLD), Sealer(NEW, "x")
    assert both.open("anna", sealed) == "SECRET"
    renewed = both.renewed("anna", sealed)
    assert new.open("anna", renewed) == "SECRET"
    assert both.renewed("anna", renewed) == renewed
    for broken in (lambda: new.open("anna", sealed), lambda: both.renewed("boris", sealed)):
        with pytest.raises(SealBroken):
            broken()


def test_a_site_s_server_signs_on_with_the_secret_that_it_has() -> None:
    site_id, salt = uuid7(), new_salt(NOW)
    claims = {"aud": "otvet", "sub": "7", "exp": int(NOW.timestamp()) + 60}
    token = jwt.encode(claims, IdentitySecrets(OLD).secret(site_id, salt), algorithm="HS256")
    both = IdentitySecrets(NEW, OLD)
    assert both.read(token, site_id, [salt], NOW).external_id == "7"
    assert both.secret(site_id, salt) == IdentitySecrets(NEW).secret(site_id, salt)
    with pytest.raises(Forbidden):
        IdentitySecrets(NEW).read(token, site_id, [salt], NOW)


def test_the_gateway_s_secret_before_passes_until_it_is_taken_away() -> None:
    old, both, new = GatewaySignatures(OLD), GatewaySignatures(NEW, OLD), GatewaySignatures(NEW)
    headers = old.headers(Purpose.REQUEST, "GET", "/widget.js")
    asked = (Purpose.REQUEST, "GET", "/widget.js")
    assert both.trouble(*asked, headers) is None
    assert new.trouble(*asked, headers) == "forged"
    assert new.trouble(*asked, both.headers(*asked)) is None


@pytest.mark.parametrize("name", ["SECRET_KEY", "GATEWAY_SECRET"])
def test_a_secret_before_none_or_like_the_new_one_or_weak_is_refused(
    monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.setenv(f"{name}_PREVIOUS", OLD)
    with pytest.raises(SettingsError, match=f"{name}_PREVIOUS"):
        load_settings()
    monkeypatch.setenv(name, OLD)
    with pytest.raises(SettingsError, match=f"{name}_PREVIOUS"):
        load_settings()
    monkeypatch.setenv(name, NEW)
    load_settings()
    monkeypatch.setenv(f"{name}_PREVIOUS", "short")
    with pytest.raises(SettingsError, match=f"{name}_PREVIOUS") as refusal:
        load_settings()
    assert OLD not in str(refusal.value)
