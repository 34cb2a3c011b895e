"""Rebuilding the libraries and comparing their digests with the shipped ones."""

from __future__ import annotations

import json
import tempfile
from pathlib import Path

from .build import build_libraries


def check_libraries(shipped: Path, work: Path) -> bool:
    """Prints one line per library; true where every rebuilt one equals the shipped bytes.

    Builds everything, the runtime too, in a folder of its own below `work`.
    """
    with tempfile.TemporaryDirectory(dir=work) as folder:
        output = Path(folder) / "libraries"
        build_libraries(output, Path(folder))
        rebuilt = _digests(output)
    expected = _digests(shipped)
    for identifier in expected.keys() | rebuilt.keys():
        same = expected.get(identifier) == rebuilt.get(identifier)
        print(f"{identifier}: {'equal' if same else 'DIFFERS'}")
    return expected == rebuilt


def _digests(folder: Path) -> dict[str, str]:
    manifest = json.loads((folder / "manifest.json").read_text())
    return {library["id"]: library["sha256"] for library in manifest["libraries"]}
