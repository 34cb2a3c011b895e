"""Emscripten, from Debian's package."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

VERSION = "3.1.6"
"""Debian 12's. Another version links as well, but to other bytes."""


def require_emscripten() -> None:
    """Installs the package where apt-get may; raises SystemExit with the fix where not."""
    if shutil.which("emcc") is None and shutil.which("apt-get") and os.geteuid() == 0:
        subprocess.run(["apt-get", "update", "-qq"], check=False)
        command = ["apt-get", "install", "-y", "-qq", "--no-install-recommends", "emscripten"]
        subprocess.run(command, check=False)
    if shutil.which("emcc") is None:
        sys.exit(
            f"emcc is missing: install emscripten {VERSION} "
            "(Debian 12: apt-get install emscripten)."
        )
    text = subprocess.run(["emcc", "--version"], capture_output=True, text=True).stdout
    found = re.search(r"\d+\.\d+\.\d+", text)
    if found is None or found[0] != VERSION:
        print(f"emscripten {VERSION} made the shipped libraries; this one's bytes will differ.")


def emcc(*arguments: str | Path, cwd: Path) -> None:
    """Runs emcc in `cwd`; prints its messages and raises CalledProcessError where it fails."""
    command = ["emcc", *map(str, arguments)]
    done = subprocess.run(command, cwd=cwd, capture_output=True, text=True)
    if done.returncode:
        print(done.stdout, done.stderr, sep="\n", file=sys.stderr)
        done.check_returncode()
