#!/usr/bin/env python3
"""What the bundled data say in words of this project: sources that are its own, and the remarks beside estimates.

Usage: po/data-text.py > po/data-text.def. Titles of studies and laws, and where in them a figure stands, keep their
language and are left out. cor_data_text() shows the translation.

SPDX-License-Identifier: GPL-3.0-or-later
"""
import glob
import json
import os
import re

ROOT = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..")
FILES = ["data/parameters/*.json", "data/factors/*.json", "data/policies/*.corridor", "data/scenarios/*.corridor"]
OWN = re.compile(r"Own |Worked out |Publicly known ")
ESTIMATED = ["assumed", "derived"]
# Where in a study: "table 5 and text", "ICCT 2021, table 9: 0.43 in 2020"; or hours alone.
LOCATOR = re.compile(r"ICCT 2021[,:] |tables? \d|articles? \d|calibrate-icct$|[\d–-]+( and [\d-]+)? h$")


def words(data, status, found):
    """Adds what the data below say in words."""
    if isinstance(data, list):
        for entry in data:
            words(entry, status, found)
    if not isinstance(data, dict):
        return
    status = data.get("status", status)
    source, place = data.get("source"), data.get("place")
    if isinstance(source, str) and OWN.match(source):
        found.add(source)
    if isinstance(place, str) and status in ESTIMATED and not LOCATOR.match(place):
        found.add(place)
    for entry in data.values():
        words(entry, status, found)


def main():
    """Writes the list."""
    found = set()
    for pattern in FILES:
        for path in sorted(glob.glob(os.path.join(ROOT, pattern))):
            with open(path, encoding="utf-8") as file:
                words(json.load(file), None, found)
    print("/* data-text.def: sources and remarks of the bundled data, to be translated; made by data-text.py.\n *\n"
          " * SPDX-License-Identifier: GPL-3.0-or-later\n */")
    for text in sorted(found):
        # A per cent sign before a letter is no format.
        print(("/* xgettext:no-c-format */ " if "%" in text else "") + f"N_ ({json.dumps(text, ensure_ascii=False)})")


if __name__ == "__main__":
    main()
