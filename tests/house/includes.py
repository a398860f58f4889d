#!/usr/bin/env python3
"""Draws which folder of app/ includes which, from the code itself, into data/help/architecture.svg.

Usage: includes.py SOURCE-ROOT [--check]. With --check nothing is written, and a picture that is not
what the code says is an error.

SPDX-License-Identifier: GPL-3.0-or-later
"""
import collections
import os
import re
import sys

ROWS = [["shell", "cli"], ["panels", "map", "charts", "report"], ["model"], ["analysis"], ["routing", "io"], ["core"]]
WIDE, HIGH, BETWEEN, ABOVE, EDGE = 132, 44, 36, 60, 24


def counts(source):
    """How many includes lead from one folder to another, and how many files each has."""
    home, found, files = {}, collections.Counter(), collections.Counter()
    folders = [name for row in ROWS for name in row]
    for folder in folders:
        for name in os.listdir(f"{source}/app/{folder}"):
            if name.endswith((".c", ".h")):
                files[folder] += 1
                home[name] = folder
    for folder in folders:
        for name in sorted(os.listdir(f"{source}/app/{folder}")):
            if name.endswith((".c", ".h")):
                with open(f"{source}/app/{folder}/{name}", encoding="utf-8") as file:
                    for header in re.findall(r'^#include "([^"/]+)"', file.read(), re.MULTILINE):
                        if home.get(header, folder) != folder:
                            found[folder, home[header]] += 1
    return found, files


def draw(source):
    """The picture: a box for each folder, a line for each pair; what is included lies below."""
    found, files = counts(source)
    width = 4 * WIDE + 3 * BETWEEN + 2 * EDGE
    height = len(ROWS) * HIGH + (len(ROWS) - 1) * ABOVE + 2 * EDGE
    place, row_of = {}, {}
    for y, row in enumerate(ROWS):
        left = (width - len(row) * WIDE - (len(row) - 1) * BETWEEN) / 2
        for x, name in enumerate(row):
            place[name] = (left + x * (WIDE + BETWEEN), EDGE + y * (HIGH + ABOVE))
            row_of[name] = y
    lines = [f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" height="{height}" '
             'font-family="sans-serif">', f'<rect width="{width}" height="{height}" fill="#fafafa"/>']
    for (above, below), n in sorted(found.items()):
        x1, y1 = place[above][0] + WIDE / 2, place[above][1] + HIGH
        x2, y2 = place[below][0] + WIDE / 2, place[below][1]
        bend = (y2 - y1) / 2 if row_of[below] > row_of[above] else ABOVE
        thick = 1 + min(n, 60) / 20
        colour = "#1a5fb4" if row_of[below] > row_of[above] else "#a51d2d"
        lines.append(f'<path d="M{x1:g} {y1:g}C{x1:g} {y1 + bend:g} {x2:g} {y2 - bend:g} {x2:g} {y2:g}" fill="none" '
                     f'stroke="{colour}" stroke-opacity="0.45" stroke-width="{thick:.1f}"><title>{above} includes {below}: '
                     f'{"often" if n > 30 else "some" if n > 5 else "few"}</title></path>')
    for name, (x, y) in place.items():
        lines.append(f'<rect x="{x:g}" y="{y:g}" width="{WIDE}" height="{HIGH}" rx="9" fill="white" stroke="#77767b"/>')
        lines.append(f'<text x="{x + WIDE / 2:g}" y="{y + HIGH / 2 + 5:g}" text-anchor="middle" font-weight="bold">{name}</text>')
    return "\n".join(lines + ["</svg>", ""])


def shape(picture):
    """What must agree: which folder includes which, not how often."""
    return set(re.findall(r"<title>(\w+) includes (\w+)", picture))


def main():
    """Writes the picture, or compares it."""
    source = sys.argv[1]
    path = f"{source}/data/help/architecture.svg"
    picture = draw(source)
    if "--check" not in sys.argv:
        with open(path, "w", encoding="utf-8") as file:
            file.write(picture)
        return 0
    with open(path, encoding="utf-8") as file:
        old, new = shape(file.read()), shape(picture)
    print("1..1")
    print(f"{'ok' if old == new else 'not ok'} 1 - The picture of the folders is what the code says")
    for pair in sorted(old ^ new):
        print(f"# {pair[0]} includes {pair[1]}: {'no longer' if pair in old else 'is new'}; run tests/house/includes.py .")
    return 0


if __name__ == "__main__":
    sys.exit(main())
