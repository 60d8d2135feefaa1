"""``shared/kernel`` uses the standard library alone, which import-linter cannot say in general."""

import ast
import sys
from pathlib import Path

import pytest

from ops.embedded.layout import ROOT

_MODULES = sorted((ROOT / "shared" / "kernel").glob("*.py"))


@pytest.mark.parametrize("path", _MODULES, ids=lambda path: path.stem)
def test_the_kernel_imports_the_standard_library_alone(path: Path) -> None:
    foreign = {
        name
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        for name in _imported(node)
        if name.split(".")[0] not in sys.stdlib_module_names
        and not name.startswith("shared.kernel")
    }
    assert not foreign


def _imported(node: ast.AST) -> list[str]:
    if isinstance(node, ast.Import):
        return [alias.name for alias in node.names]
    return [node.module or ""] if isinstance(node, ast.ImportFrom) else []
