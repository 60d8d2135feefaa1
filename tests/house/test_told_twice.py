"""What must stand in two places, for neither may import the other, says the same in both."""

import ast

import pytest

from ops.docker import make_secrets
from ops.embedded.layout import ROOT
from shared import config_rules
from workers.cli.check_settings import NEEDED


@pytest.mark.parametrize("process", list(NEEDED))
def test_check_asks_for_what_a_process_refuses_to_start_without(process: str) -> None:
    tree = ast.parse((ROOT / process / "main.py").read_text(encoding="utf-8"))
    (required,) = (
        ast.literal_eval(node.value)
        for node in tree.body
        if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "REQUIRED"
    )
    assert NEEDED[process] == required


def test_a_secret_that_is_made_or_given_is_one_that_settings_take() -> None:
    assert set(config_rules._DEFAULT_SECRETS) <= set(make_secrets._EXAMPLES)
    for name in (*make_secrets._KEYS, *make_secrets._BEFORE):
        assert make_secrets._LENGTH[name] >= config_rules._SECRET_MIN
