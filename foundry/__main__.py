"""`python3 -m foundry build | check | test`, from the root of the repository."""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
from pathlib import Path

from .environment import FOUNDRY, environment

LIBRARIES = FOUNDRY.parent / "public" / "libraries"
WORK = FOUNDRY / ".work"


def main() -> None:
    parser = argparse.ArgumentParser(prog="python3 -m foundry", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    build = commands.add_parser("build", help="build the libraries and their manifest")
    build.add_argument("id", nargs="*", help="only these libraries")
    build.add_argument("--output", type=Path, default=LIBRARIES)
    build.add_argument("--optimize", default="-O3", help="-O1 links in seconds, for trying out")
    commands.add_parser("check", help="build again and compare with the shipped digests")
    commands.add_parser("test", help="every test, whole models too: some 20 minutes")
    arguments = parser.parse_args()

    if arguments.command == "test":
        sys.exit(subprocess.call([sys.executable, FOUNDRY / "tests" / "run_all.py"]))
    python = environment(".venv", "requirements.txt")
    if Path(sys.prefix).resolve() != (FOUNDRY / ".venv").resolve():
        os.execv(python, [str(python), "-m", "foundry", *sys.argv[1:]])
    WORK.mkdir(exist_ok=True)
    if arguments.command == "build":
        from .build import build_libraries

        build_libraries(arguments.output, WORK, arguments.id, arguments.optimize)
    else:
        from .check import check_libraries

        sys.exit(0 if check_libraries(LIBRARIES, WORK) else 1)


if __name__ == "__main__":
    main()
