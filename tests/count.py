#!/usr/bin/env python3
"""Counts the cases in meson test logs: prints "N passed, N failed", fails where any failed.

Usage: count.py LOG... A log that ends in .tap is TAP itself.

Each line of a test that speaks TAP is a case. A test that does not counts as one, and so does a
program that failed without a failed case (a crash, a timeout). A skipped case has shown nothing:
it counts as failed.

SPDX-License-Identifier: GPL-3.0-or-later
"""
import json
import re
import sys

CASE = re.compile(r"^(not )?ok\b(.*)$", re.MULTILINE)


def count(test):
    """Passed and failed cases of one test, and the names of the failed."""
    good = test["result"] == "OK"
    passed, failed = 0, []
    for bad, rest in CASE.findall(test.get("stdout") or ""):
        if bad or re.search(r"#\s*skip", rest, re.IGNORECASE):
            failed.append(f"{test['name']}:{rest}")
        else:
            passed += 1
    if not failed and not good:
        failed.append(f"{test['name']}: {test['result']}")
    if not failed and passed == 0:
        passed = 1
    return passed, failed


def read(path):
    """The tests of a log; without any that is a failure."""
    try:
        with open(path, encoding="utf-8", errors="replace") as log:
            if path.endswith(".tap"):
                tests = [{"name": path, "result": "OK", "stdout": log.read()}]
            else:
                tests = [json.loads(line) for line in log if line.strip()]
    except OSError as error:
        print(f"no tests ran: {error}", file=sys.stderr)
        tests = []
    return tests or [{"name": path, "result": "no tests ran"}]


def main():
    """Reads the logs named on the command line."""
    tests = [test for path in sys.argv[1:] for test in read(path)]
    counts = [count(test) for test in tests]
    failed = [name for _, names in counts for name in names]
    for name in failed:
        print(f"failed: {name}")
    print(f"{sum(passed for passed, _ in counts)} passed, {len(failed)} failed")
    return 1 if failed or not tests else 0


if __name__ == "__main__":
    sys.exit(main())
