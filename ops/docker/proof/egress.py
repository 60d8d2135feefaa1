"""Whether anything of the composed form leaves this machine, or tries to."""

from collections.abc import Iterator
from contextlib import contextmanager

from ops.docker.proof.shell import ProofFailedError, run
from ops.docker.proof.stack import Stack

_ABROAD = "198.51.100.7"
"""An address for documentation, which is nobody's."""
_KNOCK = """
import socket
try:
    socket.create_connection(('{host}', {port}), 2)
except OSError:
    print('shut')
else:
    print('open')
"""


@contextmanager
def shut(stack: Stack) -> Iterator["Shut"]:
    """Drop, and count, what the outer network sends beyond this machine's containers."""
    networks = (stack.subnet("edge"), stack.subnet("inside"))
    rules = [
        rule
        for own in networks
        for rule in (("-s", own, "-d", own, "-j", "ACCEPT"), ("-s", own, "-j", "DROP"))
    ]
    # The first in the chain is the last that is put there.
    for rule in reversed(rules):
        run("iptables", "-I", "FORWARD", *rule)
    try:
        yield Shut(networks)
    finally:
        for rule in rules:
            run("iptables", "-D", "FORWARD", *rule, check=False)


class Shut:
    """A machine whose containers reach nobody outside."""

    def __init__(self, networks: tuple[str, ...]) -> None:
        self._networks = networks

    def tried(self) -> int:
        """Return how many packets were on their way out, of all containers."""
        packets = 0
        for line in run("iptables", "-L", "FORWARD", "-v", "-n", "-x").splitlines():
            words = line.split()
            if len(words) > 8 and words[2] == "DROP" and words[7] in self._networks:
                packets += int(words[0])
        return packets


def knocks(stack: Stack, container: str, host: str = _ABROAD, port: int = 80) -> bool:
    """Have a container call somebody outside; whether it got there.

    Raises:
        ProofFailedError: it did not call: one that is dead has no way out either.
    """
    script = _KNOCK.format(host=host, port=port)
    told = stack.within(container, "python", "-c", script).strip()
    if told not in {"open", "shut"}:
        raise ProofFailedError(f"{container} was to call somebody outside, and says {told!r}")
    return told == "open"
