"""Every test of the foundry. Usage: python3 -m foundry test

Beyond what `run_shipped.py` needs: TVM, and the weights, which pip fetches (93 MB).
"""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from foundry.environment import environment  # noqa: E402
from foundry.tests.run_shipped import run_tests  # noqa: E402

REQUIREMENTS = ("requirements.txt", "requirements-test.txt", "requirements-full.txt")

if __name__ == "__main__":
    sys.exit(run_tests(environment(".venv-full", *REQUIREMENTS), "foundry/tests"))
