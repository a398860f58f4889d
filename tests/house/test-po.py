#!/usr/bin/env python3
"""Translations: every string is listed, translated, and fits its original.

Usage: test-po.py SOURCE-ROOT. Speaks TAP.

SPDX-License-Identifier: GPL-3.0-or-later
"""
import re
import subprocess
import sys
import tempfile

SOURCE = sys.argv[1]
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


def main():
    """Runs every check."""
    checks = [every_source_is_listed, data_is_listed, every_string_is_translated, translations_fit]
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
