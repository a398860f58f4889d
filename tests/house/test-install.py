#!/usr/bin/env python3
"""Installing and taking away again: everything in its place, and nothing left behind.

Usage: test-install.py SOURCE-ROOT BUILD-ROOT. Speaks TAP.

SPDX-License-Identifier: GPL-3.0-or-later
"""
import os
import subprocess
import sys
import tempfile

BUILD = sys.argv[2]
APP = "io.github.corridor_planner.Corridor"
WANTED = [
    "bin/corridor", "bin/corridor-cli",
    f"share/applications/{APP}.desktop", f"share/dbus-1/services/{APP}.service",
    f"share/metainfo/{APP}.metainfo.xml", f"share/mime/packages/{APP}.xml",
    f"share/glib-2.0/schemas/{APP}.gschema.xml",
    f"share/icons/hicolor/scalable/apps/{APP}.svg", f"share/icons/hicolor/symbolic/apps/{APP}-symbolic.svg",
    "share/man/man1/corridor.1", "share/man/man1/corridor-cli.1",
    "share/locale/zh_CN/LC_MESSAGES/corridor.mo",
    "share/corridor/scenarios/eastern-port.corridor", "share/corridor/basemap/base.mbtiles",
]


def run(*command, **more):
    """Runs a command; what it says is the failure."""
    done = subprocess.run(command, capture_output=True, text=True, check=False, **more)
    assert done.returncode == 0, f"{' '.join(command)}: {done.stdout}{done.stderr}"
    return done.stdout


def files(folder):
    """All files below a folder, by their path there."""
    return sorted(os.path.relpath(os.path.join(place, name), folder)
                  for place, _, names in os.walk(folder) for name in names)


def installed(folder):
    """Everything is in its place, and the programs there run."""
    run("meson", "install", "-C", BUILD, "--no-rebuild", "--quiet", "--destdir", folder)
    there = files(folder)
    for name in WANTED:
        assert any(path.endswith(name) for path in there), f"{name} is not installed"
    assert not [path for path in there if path.endswith((".a", ".h"))], "what only builds need is installed"
    program = next(path for path in there if path.endswith("bin/corridor-cli"))
    data = next(path for path in there if path.endswith("corridor/scenarios/eastern-port.corridor"))
    scenario = os.path.join(folder, data)
    environment = dict(os.environ, CORRIDOR_DATADIR=os.path.dirname(os.path.dirname(scenario)))
    assert run(os.path.join(folder, program), "parity", scenario, env=environment).startswith("truck,")


def translated(folder):
    """A desktop finds the service that its file promises."""
    for name in files(folder):
        if name.endswith(".service"):
            with open(os.path.join(folder, name), encoding="utf-8") as file:
                assert "bin/corridor --gapplication-service" in file.read()
        if name.endswith(".desktop"):
            with open(os.path.join(folder, name), encoding="utf-8") as file:
                assert "DBusActivatable=true" in file.read()


def removed(folder):
    """Taken away again, no file stays."""
    run("ninja", "-C", BUILD, "uninstall")
    assert files(folder) == [], files(folder)[:5]


def main():
    """Runs every check."""
    checks = [installed, translated, removed]
    print(f"1..{len(checks)}")
    with tempfile.TemporaryDirectory() as folder:
        for number, check in enumerate(checks, 1):
            try:
                check(folder)
                print(f"ok {number} - {check.__doc__}")
            except (AssertionError, OSError, StopIteration) as error:
                print(f"not ok {number} - {check.__doc__}")
                print("# " + str(error).replace("\n", "\n# "))


if __name__ == "__main__":
    main()
