"""Whether anything of the composed form leaves this machine, or tries to."""

from collections.abc import Iterator
from contextlib import contextmanager

from ops.docker.proof.shell import run, succeeds
from ops.docker.proof.stack import Stack

_ABROAD = "198.51.100.7"
"""An address for documentation, which is nobody's."""
_KNOCK = f"import socket; socket.create_connection(('{_ABROAD}', 80), 2)"


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


def knocks(container: str) -> bool:
    """Have a container call somebody outside; whether it got there."""
    return succeeds("podman", "exec", container, "python", "-c", _KNOCK)
