"""Every check of the house: `python -m tests.check`, with `--fix` to mend what can be mended.

A step that fails does not stop the next. pytest comes last, after the summary of the others, so
that its closing line is the last thing printed.
"""

import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent

# import-linter has no `-m` of its own.
LINT_IMPORTS = "from importlinter.cli import lint_imports_command; lint_imports_command()"

# What this Python is asked to run, one step a line.
CHECKS: Mapping[str, Sequence[str]] = {
    "format": ("-m", "ruff", "format", "--check", "."),
    "lint": ("-m", "ruff", "check", "."),
    "types": ("-m", "mypy", "--strict", "game", "scoring", "tests"),
    "imports": ("-c", LINT_IMPORTS, "--no-logo"),
    "cases": ("-m", "game.cli", "check", "scenarios"),
}
MENDS: Mapping[str, Sequence[str]] = {
    "format": ("-m", "ruff", "format", "."),
    "lint": ("-m", "ruff", "check", "--fix", "."),
}
TESTS = ("-m", "pytest", "-q", "-n", "auto", "--dist", "loadfile")


def main(arguments: Sequence[str]) -> int:
    """Run every step; 0 if all passed, 1 if any failed, 2 for arguments it does not know."""
    if set(arguments) - {"--fix"}:
        print("usage: python -m tests.check [--fix]", file=sys.stderr)
        return 2
    steps = {**CHECKS, **MENDS} if arguments else CHECKS
    passed = {name: has_passed(name, command) for name, command in steps.items()}
    show_summary(passed)
    show_heading("tests")
    tests_passed = is_success(TESTS)
    return 0 if tests_passed and all(passed.values()) else 1


def has_passed(name: str, command: Sequence[str]) -> bool:
    """Run one step under its heading, then say how long it took."""
    show_heading(name)
    start = time.monotonic()
    passed = is_success(command)
    print(f"{'passed' if passed else 'FAILED'} in {time.monotonic() - start:.1f} s")
    return passed


def is_success(command: Sequence[str]) -> bool:
    """Run this Python with these arguments; what it prints goes straight through."""
    return subprocess.run((sys.executable, *command), cwd=ROOT, check=False).returncode == 0


def show_heading(name: str) -> None:
    """Flushed, because what runs below it writes to the same stream."""
    print(f"\n== {name}", flush=True)


def show_summary(passed: Mapping[str, bool]) -> None:
    """One line for all steps but the tests, which end with their own."""
    failed = [name for name, good in passed.items() if not good]
    print(
        f"\nBefore the tests: {len(passed) - len(failed)} steps passed, {len(failed)} failed",
        end="",
    )
    print(f" ({', '.join(failed)})" if failed else "")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
