"""``python -m ops.embedded``: the command behind ``make run``."""

import argparse
import os
import signal
import sys
from pathlib import Path

from ops.embedded.child import die_with_parent
from ops.embedded.launcher import Launcher
from ops.embedded.layout import ROOT, default_data
from ops.embedded.progress import Console
from shared.config import SettingsError


def main() -> int:
    """Parse the command line, run, and return the exit status."""
    parser = argparse.ArgumentParser(prog="make run", description="Otvet on this machine.")
    parser.add_argument("--data", type=Path, default=default_data(), help="where its data lies")
    parser.add_argument(
        "--die-with-parent", action="store_true", help="stop when the starting process dies"
    )
    arguments = parser.parse_args()
    if arguments.die_with_parent:
        die_with_parent(signal.SIGTERM)
    data = arguments.data.resolve()
    os.chdir(ROOT)
    try:
        return Launcher(data, Console()).run()
    except SettingsError as error:
        print(f"Otvet cannot start with these settings. {error}", file=sys.stderr)
        return 2


if __name__ == "__main__":
    sys.exit(main())
