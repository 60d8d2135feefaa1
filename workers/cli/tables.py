"""Lists for people: columns as wide as what is in them."""

from collections.abc import Sequence


def table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> list[str]:
    """Return lines with a heading; nothing but a dash where there are no rows."""
    if not rows:
        return ["–"]
    every = [[column.upper() for column in head], *rows]
    widths = [max(len(row[place]) for row in every) for place in range(len(head))]
    return ["  ".join(map(str.ljust, row, widths)).rstrip() for row in every]
