"""What crosses a process or a socket changes on purpose only.

Each contract's JSON schema is kept in ``snapshots/``. A change is a new version, or one that
every reader of the old form still understands; then the snapshots are written anew::

    .venv/bin/python -m shared.tests.test_contracts
"""

import sys
from pathlib import Path

import orjson
import pytest
from pydantic import BaseModel, ValidationError

from shared.contracts import (
    analytics,
    audit,
    http,
    inbox,
    operator,
    policy,
    provenance,
    queues,
    visitor,
    wire,
)
from shared.contracts.wire import Contract
from shared.tests.samples import accepted_message, ai_result, feedback, passage_batch

FOLDER = Path(__file__).parent / "snapshots"
HOW = "if the change is meant: .venv/bin/python -m shared.tests.test_contracts"
MODULES = (analytics, audit, wire, policy, queues, visitor, operator, http, inbox, provenance)


def contracts() -> dict[str, type[BaseModel]]:
    """Every contract, by ``module.Name``."""
    return {
        f"{module.__name__.rpartition('.')[2]}.{name}": value
        for module in MODULES
        for name, value in sorted(vars(module).items())
        if isinstance(value, type)
        and issubclass(value, Contract)
        and value is not Contract
        and value.__module__ == module.__name__
    }


def rendered(contract: type[BaseModel]) -> bytes:
    """Return a contract's schema as it is kept."""
    schema = contract.model_json_schema(mode="validation")
    return orjson.dumps(schema, option=orjson.OPT_INDENT_2 | orjson.OPT_SORT_KEYS) + b"\n"


@pytest.mark.parametrize("name", contracts())
def test_a_contract_is_as_its_snapshot_says(name: str) -> None:
    path = FOLDER / f"{name}.json"
    assert path.exists(), f"{name} has no snapshot; {HOW}"
    assert path.read_bytes() == rendered(contracts()[name]), f"{name} has changed; {HOW}"


def test_no_snapshot_is_left_of_a_contract_that_is_gone() -> None:
    kept = {path.stem for path in FOLDER.glob("*.json")}
    assert kept == set(contracts()), HOW


@pytest.mark.parametrize("name", contracts())
def test_a_contract_is_frozen_and_refuses_what_it_does_not_name(name: str) -> None:
    config = contracts()[name].model_config
    assert config.get("frozen") is True
    assert config.get("extra") == "forbid"


@pytest.mark.parametrize(
    "payload", [accepted_message(), ai_result(), feedback(), passage_batch()], ids=type
)
def test_a_newer_version_is_refused_and_waits_in_the_dead_letters(payload: Contract) -> None:
    newer = payload.model_dump(mode="json") | {"version": 2}
    with pytest.raises(ValidationError):
        type(payload).model_validate(newer)


@pytest.mark.parametrize(
    "cursor",
    ["", ":", "x", "abc", "abc:", ":1", "ABC:1", "abc:-1", "abc:1.5", "g:1", "a" * 33 + ":1",
     "a:" + "1" * 19, "a:1\n", " a:1", "a:1:1", "a:٣", "a:1'"],
)  # fmt: skip
def test_a_cursor_that_we_did_not_write_is_refused(cursor: str) -> None:
    with pytest.raises(ValidationError):
        visitor.VisitorAuth(token="x", cursor=cursor)


@pytest.mark.parametrize(
    "client_id",
    ["", "short", "x" * 65, "has space", "кириллица", "new\nline8", "a:b:c:d:e", "x" * 9 + "\n"],
)  # fmt: skip
def test_a_client_message_id_outside_its_alphabet_is_refused(client_id: str) -> None:
    with pytest.raises(ValidationError):
        visitor.MessageSend(client_message_id=client_id, text="x")


@pytest.mark.parametrize("seq", [-1, 2**63, 10**30, 1.5, "x", None, []])
def test_a_read_mark_that_no_table_can_hold_is_refused(seq: object) -> None:
    with pytest.raises(ValidationError):
        visitor.ConversationRead.model_validate({"seq": seq})


def renew() -> None:
    """Write the snapshots anew."""
    FOLDER.mkdir(exist_ok=True)
    for path in FOLDER.glob("*.json"):
        path.unlink()
    for name, contract in contracts().items():
        (FOLDER / f"{name}.json").write_bytes(rendered(contract))
    sys.stdout.write(f"{len(contracts())} snapshots written\n")


if __name__ == "__main__":
    renew()
