#!/usr/bin/env python3
"""Translations: every string is listed, translated, and fits its original.

Usage: test-po.py SOURCE-ROOT BUILD-ROOT. Speaks TAP.

SPDX-License-Identifier: GPL-3.0-or-later
"""
import os
import re
import subprocess
import sys
import tempfile
import xml.etree.ElementTree
import zipfile

SOURCE, BUILD = sys.argv[1], sys.argv[2]
SHEET = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
# Two words behind each other that are no names.
ENGLISH = re.compile(r"\b[a-z]{2,},? [a-z]{2,}")
LANGUAGES = ["zh_CN"]


def run(*command):
    """Runs a tool of gettext; gives what it wrote to both outputs."""
    done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=SOURCE)
    assert done.returncode == 0, f"{' '.join(command)}: {done.stdout}{done.stderr}"
    return done.stdout + done.stderr


def read(path):
    """The lines of a file in po/."""
    with open(f"{SOURCE}/po/{path}", encoding="utf-8") as file:
        return file.read().split("\n")


def every_source_is_listed():
    """Every file with a string to translate is in POTFILES, and no other."""
    there, listed = set(run("po/list.sh").split()), set(filter(None, read("POTFILES")))
    assert there == listed, f"missing: {sorted(there - listed)}; too many: {sorted(listed - there)}"
    assert read("LINGUAS") == LANGUAGES + [""]


def data_is_listed():
    """What the bundled data say in words is listed as they stand now."""
    assert run("po/data-text.py") == "\n".join(read("data-text.def")), "run: po/data-text.py > po/data-text.def"


def sources(folder):
    """The template of all strings as the sources hold them now."""
    keywords = ["_", "N_", "C_:1c,2", "NC_:1c,2", "g_dngettext:2,3", "ngettext:1,2"]
    pot = f"{folder}/corridor.pot"
    said = run("xgettext", "--from-code=UTF-8", *[f"--keyword={word}" for word in keywords],
               "--files-from=po/POTFILES", f"--output={pot}")
    assert "not a valid C format string" not in said, said
    return pot


def every_string_is_translated():
    """Every string of the sources has a translation that is not fuzzy."""
    with tempfile.TemporaryDirectory() as folder:
        pot = sources(folder)
        for language in LANGUAGES:
            merged = f"{folder}/{language}.po"
            run("msgmerge", "--quiet", "--no-fuzzy-matching", f"po/{language}.po", pot, f"--output-file={merged}")
            left = run("msgattrib", "--untranslated", "--no-obsolete", "--no-wrap", merged)
            left = re.findall(r'^msgid "(.+)"$', left, re.MULTILINE)
            assert not left, f"{language} lacks {len(left)}: " + "; ".join(left[:20])
            assert "#, fuzzy" not in run("msgattrib", "--only-fuzzy", "--no-obsolete", f"po/{language}.po")


def translations_fit():
    """Formats, line ends and accelerators agree with the original."""
    for language in LANGUAGES:
        run("msgfmt", "--check", "--check-accelerators=_", "--output-file=/dev/null", f"po/{language}.po")


def cells(path):
    """The sheet, place and text of each cell of a spreadsheet below the names for programs."""
    with zipfile.ZipFile(path) as book:
        texts = ["".join(part.text or "" for part in text.iter(f"{SHEET}t"))
                 for text in xml.etree.ElementTree.fromstring(book.read("xl/sharedStrings.xml"))]
        for name in book.namelist():
            if name.startswith("xl/worksheets/sheet"):
                for cell in xml.etree.ElementTree.fromstring(book.read(name)).iter(f"{SHEET}c"):
                    if cell.get("t") == "s" and re.search("[0-9]+", cell.get("r")).group() != "1":
                        yield name, cell.get("r"), texts[int(cell.find(f"{SHEET}v").text)]


def spreadsheets_speak_chinese():
    """A spreadsheet in Chinese has no English but names and ids."""
    environment = dict(os.environ, LANGUAGE="zh_CN", LC_ALL="C.UTF-8")
    for scenario in ["eastern-port", "icct-2021", "shenzhen-pilot"]:
        with tempfile.TemporaryDirectory() as folder:
            path = f"{folder}/book.xlsx"
            subprocess.run([f"{BUILD}/app/corridor-cli", "export", f"{SOURCE}/data/scenarios/{scenario}.corridor",
                            f"--output={path}"], check=True, env=environment)
            found = [f"{sheet} {place}: {text}" for sheet, place, text in cells(path)
                     if ENGLISH.search(text) and not re.search("[\u4e00-\u9fff]", text)]
            # The English names of what has a Chinese one too stand in a column of their own.
            with open(f"{SOURCE}/data/scenarios/{scenario}.corridor", encoding="utf-8") as file:
                named = set(re.findall(r'"name": "([^"]+)"', file.read()))
            found = [line for line in found if line.split(": ", 1)[1] not in named]
            assert not found, f"{scenario}: {len(found)}: " + "; ".join(found[:20])


def main():
    """Runs every check."""
    checks = [every_source_is_listed, data_is_listed, every_string_is_translated, translations_fit, spreadsheets_speak_chinese]
    print(f"1..{len(checks)}")
    for number, check in enumerate(checks, 1):
        try:
            check()
            print(f"ok {number} - {check.__doc__}")
        except (AssertionError, OSError) as error:
            print(f"not ok {number} - {check.__doc__}")
            print("# " + str(error).replace("\n", "\n# "))


if __name__ == "__main__":
    main()
