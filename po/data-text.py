#!/usr/bin/env python3
"""What the bundled data say in words: sources, where in them a figure stands or how it came about, and notes.

Usage: po/data-text.py > po/data-text.def. cor_data_text() shows the translation.

SPDX-License-Identifier: GPL-3.0-or-later
"""
import glob
import json
import os

ROOT = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..")
FILES = ["data/parameters/*.json", "data/factors/*.json", "data/policies/*.corridor", "data/scenarios/*.corridor"]
# A command of the repository, no words.
COMMAND = "calibrate-icct"


def words(data, found):
    """Adds what the data below say in words."""
    if isinstance(data, list):
        for entry in data:
            words(entry, found)
    if not isinstance(data, dict):
        return
    found.update(data[key] for key in ("source", "place") if isinstance(data.get(key), str) and data[key] != COMMAND)
    # What has its Chinese beside it needs no other.
    found.update([data["note"]] if isinstance(data.get("note"), str) and "note_zh" not in data else [])
    for entry in data.values():
        words(entry, found)


def main():
    """Writes the list."""
    found = set()
    for pattern in FILES:
        for path in sorted(glob.glob(os.path.join(ROOT, pattern))):
            with open(path, encoding="utf-8") as file:
                words(json.load(file), found)
    print("/* data-text.def: sources, remarks and notes of the bundled data, to be translated; made by data-text.py.\n *\n"
          " * SPDX-License-Identifier: GPL-3.0-or-later\n */")
    for text in sorted(found):
        # A per cent sign before a letter is no format.
        print(("/* xgettext:no-c-format */ " if "%" in text else "") + f"N_ ({json.dumps(text, ensure_ascii=False)})")


if __name__ == "__main__":
    main()
