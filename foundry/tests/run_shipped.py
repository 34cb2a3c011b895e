"""Tests every kernel of the shipped libraries against numpy.

Usage: python3 foundry/tests/run_shipped.py

Needs pip, and a WebGPU adapter: a GPU, Mesa's software Vulkan, or the one inside Chromium.
Makes `foundry/.venv-test` on first use. Prints `N passed, N failed` last; exits 1 on a failure,
2 where the machine lacks something.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
from glob import glob
from pathlib import Path

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT))

from foundry.environment import environment  # noqa: E402

CHROMIUM_FOLDERS = (
    "/usr/lib/chromium", "/usr/lib/chromium-browser", "/opt/google/chrome",
    "~/.cache/ms-playwright/chromium-*/chrome-linux*",
    "~/.cache/ms-playwright/chromium_headless_shell-*/chrome-*linux*",
)  # fmt: skip


def driver_environment() -> dict[str, str]:
    """This environment, with Chromium's software Vulkan driver among the ones to be found."""
    variables = {"XDG_RUNTIME_DIR": "/tmp", **os.environ}
    for pattern in CHROMIUM_FOLDERS:
        for folder in glob(os.path.expanduser(pattern)):
            driver = Path(folder) / "vk_swiftshader_icd.json"
            if driver.exists():
                variables.setdefault("VK_ADD_DRIVER_FILES", str(driver))
                # The Vulkan loader too, where the system has none.
                path = variables.get("LD_LIBRARY_PATH")
                variables["LD_LIBRARY_PATH"] = f"{path}:{folder}" if path else folder
                return variables
    return variables


def has_adapter(python: Path, variables: dict[str, str]) -> bool:
    probe = "from foundry.tests.device import adapters; raise SystemExit(not adapters())"
    done = subprocess.run([python, "-c", probe], cwd=ROOT, env=variables, capture_output=True)
    return done.returncode == 0


def run_tests(python: Path, *arguments: str) -> int:
    """Runs pytest with a line per file, then the closing line; the exit status to end with."""
    variables = driver_environment()
    if not has_adapter(python, variables):
        print(
            "No WebGPU adapter for the kernel tests: install Chromium, or Mesa's software driver "
            "(Debian, Ubuntu: apt-get install mesa-vulkan-drivers)."
        )
        print("0 passed, 1 failed")
        return 2
    command = [str(python), "-m", "pytest", "-q", "-p", "no:cacheprovider", *arguments]
    process = subprocess.Popen(
        command, cwd=ROOT, env=variables, text=True, stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
    )  # fmt: skip
    summary = ""
    for line in process.stdout:
        if "XDG_RUNTIME_DIR" not in line:  # said by wgpu on every call, to no effect
            print(line, end="", flush=True)
            summary = line if re.search(r"\d+ (passed|failed|error)", line) else summary
    status = process.wait()
    counts = {word: int(count) for count, word in re.findall(r"(\d+) (\w+?)s?\b", summary)}
    failed = counts.get("failed", 0) + counts.get("error", 0)
    failed = failed or int(status != 0)
    print(f"{counts.get('passed', 0)} passed, {failed} failed")
    return int(failed > 0)


if __name__ == "__main__":
    tests = environment(".venv-test", "requirements-test.txt")
    sys.exit(run_tests(tests, "foundry/tests", "--ignore=foundry/tests/full"))
