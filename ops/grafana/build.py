"""``python -m ops.grafana.build``: write ``dashboards/*.json``, which Grafana is given."""

import json
import sys
from pathlib import Path

from ops.grafana.board import Board
from ops.grafana.boards import agents, answers, gpu, logs, platform, sockets

FOLDER = Path(__file__).parent / "dashboards"
BOARDS: tuple[Board, ...] = (
    answers.BOARD,
    agents.BOARD,
    platform.BOARD,
    sockets.BOARD,
    gpu.BOARD,
    logs.BOARD,
)


def render(board: Board) -> str:
    """Return the file of a board."""
    return json.dumps(board.json(), ensure_ascii=False, indent=1) + "\n"


def main() -> int:
    """Write all of them."""
    for board in BOARDS:
        (FOLDER / f"{board.name}.json").write_text(render(board), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
