#!/usr/bin/env python3
"""Counts the cases in a meson test log: prints "N passed, N failed", fails where any failed.

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


def main():
    """Reads the log named on the command line."""
    try:
        with open(sys.argv[1], encoding="utf-8") as log:
            tests = [json.loads(line) for line in log if line.strip()]
    except OSError as error:
        print(f"no tests ran: {error}", file=sys.stderr)
        tests = []
    counts = [count(test) for test in tests]
    failed = [name for _, names in counts for name in names]
    for name in failed:
        print(f"failed: {name}")
    print(f"{sum(passed for passed, _ in counts)} passed, {len(failed)} failed")
    return 1 if failed or not tests else 0


if __name__ == "__main__":
    sys.exit(main())
