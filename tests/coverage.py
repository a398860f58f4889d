#!/usr/bin/env python3
"""Prints which share of the lines and branches of each folder in app/ the tests ran.

Usage: coverage.py BUILD-DIRECTORY, after a build with -Db_coverage=true and its tests.

SPDX-License-Identifier: GPL-3.0-or-later
"""
import collections
import json
import subprocess
import sys


def main():
    """Asks gcovr, and adds up by folder."""
    command = ["gcovr", "--root", ".", "--object-directory", sys.argv[1], "--filter", "app/",
               "--gcov-ignore-parse-errors", "--json-summary", "-"]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    sums = collections.defaultdict(lambda: [0, 0, 0, 0])
    for file in json.loads(done.stdout)["files"]:
        for name in ("/".join(file["filename"].split("/")[:2]), "all"):
            for i, key in enumerate(("line_covered", "line_total", "branch_covered", "branch_total")):
                sums[name][i] += file[key]
    print("folder,lines,lines_percent,branches_percent")
    for name, (lines, of, branches, of_branches) in sorted(sums.items()):
        print(f"{name},{of},{100 * lines / max(of, 1):.1f},{100 * branches / max(of_branches, 1):.1f}")


if __name__ == "__main__":
    main()
