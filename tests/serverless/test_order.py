"""Files of this folder may be run in any order: none leaves to the next what it has begun."""

import re
import subprocess
import sys

from shared.config import process_environment
from tests.serverless.function import ROOT

_FILES = ("tests/serverless/test_widget.py", "tests/serverless/test_http.py")


def test_a_browser_is_gone_before_tests_that_need_an_event_loop_of_their_own() -> None:
    """Playwright's synchronous API keeps one running in the thread that started it."""
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "--setup-plan", *_FILES],
        cwd=ROOT,
        env=process_environment(),
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    assert done.returncode == 0, done.stdout[-3000:]
    steps = [line.strip() for line in done.stdout.splitlines()]
    (begins,) = [at for at, step in enumerate(steps) if re.fullmatch(r"SETUP +\w browser", step)]
    (ends,) = [at for at, step in enumerate(steps) if re.fullmatch(r"TEARDOWN \w browser", step)]
    others = [at for at, step in enumerate(steps) if step.startswith(_FILES[1])]
    assert begins < ends < min(others)
