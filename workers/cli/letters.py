"""``otvet dead-letters``: what could not be processed, looked at, sent again, or dropped."""

import json
import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Sequence
from typing import Any

from shared.domain.audit import AuditAction
from shared.queues.dead_letters import Fate
from shared.storage.audit import record
from workers.cli.context import Context
from workers.cli.errors import Refused, Status, WrongUse
from workers.cli.letter_places import PLACES, Found, opened
from workers.cli.tables import table

_ACTIONS = {
    Fate.REPLAY: AuditAction.DEAD_LETTERS_REPLAYED,
    Fate.DROP: AuditAction.DEAD_LETTERS_DROPPED,
}
_DONE = {Fate.REPLAY: "sent again", Fate.DROP: "dropped"}
_MOST = 100


def add(commands: Any) -> None:  # noqa: ANN401 (argparse keeps the class to itself)
    """Declare the commands."""
    parser: ArgumentParser = commands.add_parser(
        "dead-letters", help="see, send again or drop what could not be processed"
    )
    ways = parser.add_subparsers(metavar="WHAT", required=True)
    listing = ways.add_parser("list", help="what is there, without anybody's words")
    listing.add_argument("queue", nargs="?", choices=PLACES, help="all, if not named")
    listing.add_argument("--limit", type=int, default=_MOST, help=f"of each queue; {_MOST}")
    listing.add_argument("--json", action="store_true", help="for programs")
    listing.set_defaults(run=show_all)
    showing = ways.add_parser("show", help="one letter whole, with what visitors wrote")
    showing.add_argument("queue", choices=PLACES)
    showing.add_argument("id")
    showing.set_defaults(run=show)
    for fate, told in ((Fate.REPLAY, "send letters to their queue again"), (Fate.DROP, "forget")):
        way = ways.add_parser(fate, help=told)
        way.add_argument("queue", choices=PLACES)
        which = way.add_mutually_exclusive_group(required=True)
        which.add_argument("--id", action="append", metavar="ID", help="may be repeated")
        which.add_argument("--all", action="store_true", help="all that are there now")
        if fate is Fate.DROP:
            way.add_argument("--yes", action="store_true", help="do not ask")
        way.set_defaults(run=settle, fate=fate)


def show_all(context: Context, options: Namespace) -> Status:
    """List letters, the oldest first."""
    if options.limit < 1:
        raise WrongUse("--limit: 1 at least")
    rows: list[dict[str, str]] = []
    for name in [options.queue] if options.queue else PLACES:
        with opened(context, name) as place:
            rows += [_row(name, one) for one in place.look(options.limit)]
    if options.json:
        context.say(json.dumps(rows, ensure_ascii=False, indent=2))
    else:
        head = ("queue", "id", "at", "reason", "about")
        context.say("\n".join(table(head, [[row[name] for name in head] for row in rows])))
    return Status.DONE


def show(context: Context, options: Namespace) -> Status:
    """Show one letter.

    Raises:
        Refused: there is none with this id.
    """
    with opened(context, options.queue) as place:
        (letter, *_) = _chosen(place.look(), [options.id], options.queue)
        body = place.body(letter.id)
    if body is None:
        raise Refused(f"{letter.id} has left {options.queue} this moment")
    for name, value in _row(options.queue, letter).items():
        context.say(f"{name:8} {value}")
    context.say()
    try:
        whole = json.dumps(json.loads(body), ensure_ascii=False, indent=2)
    except ValueError:
        whole = body.decode(errors="backslashreplace")
    context.say(whole)
    return Status.DONE


async def settle(context: Context, options: Namespace) -> Status:
    """Send letters again, or drop them.

    The audit log gets its entry first: nothing is changed without one.

    Raises:
        Refused: there is no such letter, or somebody has thought better of it.
    """
    fate: Fate = options.fate
    with opened(context, options.queue) as place:
        there = place.look()
        letters = there if options.all else _chosen(there, options.id, options.queue)
        if not letters:
            context.say(f"nothing in {options.queue}")
            return Status.DONE
        if fate is Fate.DROP and not options.yes:
            _confirm(f"Forget {len(letters)} letters of {options.queue} for good? ")
        sites = {one.site_id for one in letters} - {None}
        entry = context.entry(
            _ACTIONS[fate],
            [one for one in sites if one is not None],
            options.queue,
            name=options.queue,
            after={"count": len(letters)},
        )
        async with context.database() as connection:
            await record(connection, entry)
        done = place.settle({one.id for one in letters}, fate)
    context.say(f"{done} of {options.queue} {_DONE[fate]}")
    if done < len(letters):
        context.warn(f"{len(letters) - done} were gone by then")
    return Status.DONE


def _chosen(there: Sequence[Found], ids: Sequence[str], queue: str) -> list[Found]:
    known = {one.id for one in there}
    if unknown := [one for one in ids if one not in known]:
        raise Refused(f"{queue} has no {', '.join(unknown)}; see 'otvet dead-letters list {queue}'")
    return [one for one in there if one.id in ids]


def _confirm(question: str) -> None:
    if not sys.stdin.isatty():
        raise WrongUse("there is no terminal to ask: say --yes")
    sys.stdout.write(f"{question}[y/N] ")
    sys.stdout.flush()
    if sys.stdin.readline().strip().lower() not in ("y", "yes"):
        raise Refused("nothing was dropped")


def _row(queue: str, letter: Found) -> dict[str, str]:
    return {
        "queue": queue,
        "id": letter.id,
        "at": "–" if letter.at is None else letter.at.strftime("%Y-%m-%d %H:%M:%S"),
        "reason": " ".join(letter.reason.split())[:80] or "–",
        "about": letter.about,
    }
