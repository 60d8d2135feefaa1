"""What an administrator types, by the commands of docs/compose.md and docs/operations.md."""

import re
from collections.abc import Iterator

from ops.docker.proof.shell import ProofFailedError
from ops.docker.proof.stack import Stack

_KILLED = ("beat", "handlers")
"""Two of those that are to come back by themselves: one that is alone, one of several."""


_WRITERS = ("kong", "handlers", "beat", "tasks", "results", "persistence", "gpu_worker")
"""Whom docs/compose.md stops before a restore, in its order."""


def type_them(stack: Stack) -> Iterator[str]:
    """Do it all, yielding a sentence for each thing that was seen.

    Raises:
        ProofFailedError: a command ended with an error, or said something else.
    """
    (tasks,) = stack.containers("tasks")
    found = [line for line in _otvet(stack, "check", "--for", "workers") if "FAILED" in line]
    if found:
        raise ProofFailedError(f"otvet check: {found}")
    yield "`otvet check --for workers` finds nothing wrong"
    site = ("--name", "Shop", "--origin", "https://shop.example.com", "--agents", "default")
    (key,) = re.findall(r"site_key=([\w-]+)", "\n".join(_otvet(stack, "site", "create", *site)))
    _otvet(stack, "export", "--site", key, "--out", "/scratch/shop.zip")
    _otvet(stack, "import", "/scratch/shop.zip", "--site", key)
    stack.within(tasks, "rm", "/scratch/shop.zip")
    yield "`otvet site create`, `export` and `import` do what they do on any machine"
    handler = stack.containers("handlers")[0]
    sealed = stack.within(handler, "python", "-m", "handlers.reseal").strip()
    if "sealed anew: 0" not in sealed:
        raise ProofFailedError(f"handlers.reseal: {sealed}")
    yield "`python -m handlers.reseal` has nothing to seal anew"
    yield from _backs_up(stack)


def come_back(stack: Stack) -> Iterator[str]:
    """Kill some, and see that they are started again."""
    for service in _KILLED:
        container = stack.containers(service)[-1]
        stack.kill(container)
        stack.await_health(service, container)
    yield f"killed from outside, {' and '.join(_KILLED)} are well again by themselves"


def _backs_up(stack: Stack) -> Iterator[str]:
    made = stack.once("backup", "create", "--to", "/backups")
    (folder,) = re.findall(r"^(/backups/otvet-\S+)", made, re.MULTILINE)
    checked = stack.once("backup", "check", folder)
    rows = re.search(r"(\d+) rows in (\d+) tables", checked)
    if rows is None or not int(rows[1]):
        raise ProofFailedError(f"backup check: {checked}")
    yield f"the service `backup` makes a backup of {rows[0]}, and finds it whole"
    try:
        stack.once("backup", "restore", folder, "--force")
    except ProofFailedError as error:
        if "stop handlers and workers" not in str(error):
            raise
    else:
        raise ProofFailedError("a backup was restored under processes that run")
    writers = [(name, one) for name in _WRITERS for one in stack.containers(name)]
    for _, container in writers:
        stack.stop(container)
    stack.once("backup", "restore", folder, "--force")
    for service, container in reversed(writers):
        stack.start(container)
        stack.await_health(service, container)
    _otvet(stack, "reindex", "--all", "--wait", "240")
    if not any("Shop" in line for line in _otvet(stack, "site", "list")):
        raise ProofFailedError("a site is missing after the backup was restored")
    yield "which it does not restore while others write, and restores when they are stopped"


def _otvet(stack: Stack, *command: str) -> list[str]:
    (tasks,) = stack.containers("tasks")
    return stack.within(tasks, "otvet", *command).splitlines()
