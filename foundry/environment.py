"""The foundry's own Python environment, made on first use from pinned packages."""

from __future__ import annotations

import os
import subprocess
import sys
import venv
from pathlib import Path

FOUNDRY = Path(__file__).parent


def environment(name: str, *requirements: str) -> Path:
    """The interpreter of the virtual environment `foundry/<name>`, installed where it is missing
    or its requirement files have changed. Raises SystemExit with one sentence where pip fails.
    """
    folder = FOUNDRY / name
    python = folder / ("Scripts" if os.name == "nt" else "bin") / "python"
    stamp = folder / "requirements.txt"
    wanted = "".join((FOUNDRY / file).read_text() for file in requirements)
    if stamp.exists() and stamp.read_text() == wanted:
        return python
    print(f"Installing the foundry's Python packages into foundry/{name} …", flush=True)
    arguments = [argument for file in requirements for argument in ("-r", str(FOUNDRY / file))]
    try:
        venv.create(folder, clear=True, with_pip=True)
        pip = [str(python), "-m", "pip", "--disable-pip-version-check", "install", "-q"]
        subprocess.run([*pip, *arguments], check=True)
    except subprocess.CalledProcessError:
        files = ", ".join(f"foundry/{file}" for file in requirements)
        sys.exit(
            f"pip could not install {files}: check the network, and on Debian or Ubuntu that "
            "python3-venv is installed, then run this again."
        )
    stamp.write_text(wanted)
    return python
