"""Modules of ``localstack/standin``, which LocalStack's own Python imports and ours does not."""

from importlib import import_module
from types import ModuleType

import pytest

from tests.serverless.function import ROOT

FOLDER = ROOT / "localstack" / "standin"


def standin(name: str) -> ModuleType:
    """Import one, as LocalStack does: they lie beside each other on its path."""
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(FOLDER)
        return import_module(name)
