"""The sources of TVM's WebAssembly runtime, gathered from registry packages."""

from __future__ import annotations

import hashlib
import json
import shutil
import subprocess
import sys
import tarfile
from pathlib import Path

import tvm
import tvm_ffi

PINS = Path(__file__).parent / "sources.json"
DOWNLOADS = Path(__file__).parent / ".work" / "sdist"
# Profiling marks are compiled out: the header has to exist, not to do anything.
NVTX_HEADER = """\
#pragma once
#include <string>
namespace tvm { namespace support {
struct NVTXScopedRange {
  explicit NVTXScopedRange(const char*) {}
  explicit NVTXScopedRange(const std::string&) {}
};
#define TVM_NVTX_FUNC_SCOPE()
}}
"""


def gather_runtime_sources(work: Path) -> Path:
    """A folder laid out like TVM's repository, as far as the runtime needs it.

    The apache-tvm wheel carries the runtime's sources but for a few headers under `support`;
    those come from the sdist of tilelang, which vendors a TVM close to it.
    """
    root = work / "tvm"
    shutil.rmtree(root, ignore_errors=True)
    package = Path(tvm.__file__).parent
    shutil.copytree(package / "include" / "tvm", root / "include" / "tvm")
    shutil.copytree(package / "src" / "runtime", root / "src" / "runtime")
    shutil.copytree(package / "web" / "emcc", root / "web" / "emcc")
    ffi = Path(tvm_ffi.__file__).parent
    shutil.copytree(ffi / "include", root / "3rdparty" / "tvm-ffi" / "include")
    shutil.copytree(
        ffi / "3rdparty" / "dlpack" / "include",
        root / "3rdparty" / "tvm-ffi" / "3rdparty" / "dlpack" / "include",
    )
    shutil.copytree(ffi / "src", root / "3rdparty" / "tvm-ffi" / "src")
    _extract_missing_headers(_download("tilelang"), root)
    nvtx = root / "include" / "tvm" / "support" / "cuda" / "nvtx.h"
    nvtx.parent.mkdir(parents=True, exist_ok=True)
    nvtx.write_text(NVTX_HEADER)
    return root


def _download(name: str) -> Path:
    """The pinned sdist; raises SystemExit where its digest is another."""
    pin = json.loads(PINS.read_text())[name]
    file = DOWNLOADS / pin["file"]
    if not file.exists():
        requirement = f"{name}=={pin['version']}"
        pip = [sys.executable, "-m", "pip", "--disable-pip-version-check", "download", "-q"]
        options = ["--no-deps", "--no-binary", name, "-d", str(file.parent)]
        subprocess.run([*pip, *options, requirement], check=True)
    digest = hashlib.sha256(file.read_bytes()).hexdigest()
    if digest != pin["sha256"]:
        sys.exit(f"{file.name} is not the pinned one: its SHA-256 is {digest}.")
    return file


def _extract_missing_headers(sdist: Path, root: Path) -> None:
    prefix = f"{sdist.name.removesuffix('.tar.gz')}/3rdparty/tvm/"
    folders = ("include/tvm/support/", "src/support/", "3rdparty/compiler-rt/")
    with tarfile.open(sdist) as archive:
        for member in archive:
            path = member.name.removeprefix(prefix)
            wanted = member.name.startswith(prefix) and path.startswith(folders)
            target = root / path
            if wanted and member.isfile() and path.endswith(".h") and not target.exists():
                target.parent.mkdir(parents=True, exist_ok=True)
                target.write_bytes(archive.extractfile(member).read())
