#!/usr/bin/env python3
"""What is installed beside the programs: valid, complete, and known to the desktop.

Usage: test-files.py SOURCE-ROOT BUILD-ROOT. Speaks TAP.

SPDX-License-Identifier: GPL-3.0-or-later
"""
import json
import os
import re
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ElementTree

APP = "io.github.corridor_planner.Corridor"
SOURCE, BUILD = sys.argv[1], sys.argv[2]


def run(*command):
    """Runs a tool; what it says is the failure."""
    done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=SOURCE)
    assert done.returncode == 0, f"{' '.join(command)}: {done.stdout}{done.stderr}"
    return done.stdout


def desktop_file():
    """The desktop file is valid and translated."""
    path = f"{BUILD}/data/{APP}.desktop"
    run("desktop-file-validate", path)
    with open(path, encoding="utf-8") as file:
        assert "Comment[zh_CN]=" in file.read(), "not translated"


def metainfo():
    """The description for software centres is valid and names both programs."""
    path = f"{BUILD}/data/{APP}.metainfo.xml"
    run("appstreamcli", "validate", "--no-net", path)
    tree = ElementTree.parse(path)
    assert [e.text for e in tree.iter("binary")] == ["corridor", "corridor-cli"]


def settings_schema():
    """The settings schema compiles without a warning."""
    run("glib-compile-schemas", "--strict", "--dry-run", f"{SOURCE}/data")


def mime_type():
    """A scenario file is known by its ending."""
    with tempfile.TemporaryDirectory() as folder:
        os.makedirs(f"{folder}/packages")
        with open(f"{SOURCE}/data/{APP}.xml", "rb") as file:
            text = file.read()
        with open(f"{folder}/packages/{APP}.xml", "wb") as file:
            file.write(text)
        run("update-mime-database", folder)
        with open(f"{folder}/globs", encoding="utf-8") as file:
            assert "application/x-corridor-scenario:*.corridor" in file.read()


def icons():
    """Icons are square drawings; the symbolic ones are 16 px wide."""
    folders = [f"{SOURCE}/data/icons", f"{SOURCE}/resources/icons/scalable/actions"]
    for folder in folders:
        for name in sorted(os.listdir(folder)):
            root = ElementTree.parse(f"{folder}/{name}").getroot()
            width = root.get("width") or root.get("viewBox").split()[2]
            assert not name.endswith("-symbolic.svg") or width == "16", f"{name}: {width}"
            _, _, wide, high = root.get("viewBox", f"0 0 {width} {width}").split()
            assert wide == high, f"{name} is not square"


def shell_scripts():
    """The scripts are sound shell, and executable."""
    for name in ("app/run", "tests/run", ".ci/run", "po/list.sh"):
        run("bash", "-n", f"{SOURCE}/{name}")
        assert os.access(f"{SOURCE}/{name}", os.X_OK), f"{name} is not executable"


def manual_pages():
    """Each program has its page, and each command and option of the command line is in it."""
    with open(f"{SOURCE}/data/man/corridor-cli.1", encoding="utf-8") as file:
        page = file.read().replace("\\-", "-")
    overview = run(f"{BUILD}/app/corridor-cli", "--help")
    commands = re.findall(r"^  ([a-z]+)  ", overview, re.MULTILINE)
    assert len(commands) > 4, overview
    for command in commands:
        assert re.search(rf"^\.(B|BI) \"?{command}\b", page, re.MULTILINE), f"{command} is missing"
        for option in re.findall(r"--([a-z-]+)", run(f"{BUILD}/app/corridor-cli", command, "--help")):
            assert f"--{option}" in page, f"--{option} of {command} is missing"
    assert os.path.exists(f"{SOURCE}/data/man/corridor.1")


def data_is_installed():
    """Every file or folder that the programs ask for is installed."""
    with open(f"{BUILD}/meson-info/intro-installed.json", encoding="utf-8") as file:
        installed = " ".join(json.load(file)) + " "
    asked = set()
    for folder, _, names in os.walk(f"{SOURCE}/app"):
        for name in names:
            if name.endswith(".c"):
                with open(f"{folder}/{name}", encoding="utf-8") as file:
                    asked |= set(re.findall(r'cor_data_file \("([^)]*)", NULL\)', file.read()))
    assert len(asked) > 4, asked
    for words in asked:
        path = "/data/" + words.replace('", "', "/")
        folder = os.path.dirname(path)
        assert path + " " in installed or folder + " " in installed, f"{path} is not installed"


def layers():
    """The folders with no screen do not include GTK, and nothing points upwards."""
    below = {
        "core": [], "routing": ["core"], "io": ["core", "routing"], "analysis": ["core", "io", "routing"],
    }
    header_of = {}
    for folder in os.listdir(f"{SOURCE}/app"):
        if os.path.isdir(f"{SOURCE}/app/{folder}"):
            for name in os.listdir(f"{SOURCE}/app/{folder}"):
                if name.endswith(".h"):
                    header_of[name] = folder
    for folder, allowed in below.items():
        for name in sorted(os.listdir(f"{SOURCE}/app/{folder}")):
            if not name.endswith((".c", ".h")):
                continue
            with open(f"{SOURCE}/app/{folder}/{name}", encoding="utf-8") as file:
                text = file.read()
            assert not re.search(r"#include <(gtk|adwaita|shumate|gdk)", text), f"{name} includes GTK"
            for header in re.findall(r'#include "([^"]+)"', text):
                home = header_of.get(os.path.basename(header), folder)
                assert home == folder or home in allowed, f"{folder}/{name} includes {home}/{header}"


def no_keepers():
    """No program of ours runs code before main() or asks GLib for types of files: tests/leaks.supp lets pass what these keep."""
    for top in ("app", "tests"):
        for folder, _, files in os.walk(f"{SOURCE}/{top}"):
            for name in files:
                if name.endswith((".c", ".h")):
                    with open(f"{folder}/{name}", encoding="utf-8") as file:
                        text = file.read()
                    found = re.search(r"__attribute__ *\(\(.*\b(constructor|init_priority)\b|\bG_DEFINE_CONSTRUCTOR\b|\.init_array", text)
                    assert not found, f"{folder}/{name} has a constructor"
                    assert "g_content_type_" not in text, f"{folder}/{name} asks for a type of file"


def one_scene():
    """What lies on the map is put together in one place, for screen, thumbnail, preview and paper."""
    users = set()
    for folder, _, files in os.walk(f"{SOURCE}/app"):
        for name in files:
            if name.endswith(".c"):
                with open(f"{folder}/{name}", encoding="utf-8") as file:
                    text = file.read()
                place = f"{os.path.basename(folder)}/{name}"
                if re.search(r"cor_map_scene_add_(route|station|site|detour) \(", text) and name != "cor-map-scene.c":
                    assert place.startswith("map/cor-map-content"), f"{place} puts things on the map by itself"
                if "cor_map_content_build (" in text:
                    users.add(place)
    for user in ["shell/cor-map-pane-scene.c", "shell/cor-map-thumb.c", "shell/cor-import-preview.c", "report/cor-report-map.c"]:
        assert user in users, f"{user} does not take the common scene"


def sandbox():
    """The manifest of the sandbox asks for what is reasoned and no more; each source is what it says."""
    with open(f"{SOURCE}/data/{APP}.json", encoding="utf-8") as file:
        manifest = json.load(file)
    assert (manifest["id"], manifest["command"]) == (APP, "corridor")
    asked = manifest["finish-args"]
    assert asked == ["--share=ipc", "--socket=wayland", "--socket=fallback-x11", "--device=dri"], asked
    assert list(manifest["x-permissions"]) == asked, "a permission without its reason"
    for refused in ("--share=network", "--filesystem"):
        assert not any(a.startswith(refused) for a in asked) and manifest["x-not-asked-for"][refused]
    *libraries, program = manifest["modules"]
    assert program["sources"] == [{"type": "dir", "path": ".."}], program["name"]
    for module in libraries:
        for source in module["sources"]:
            assert source["url"].startswith("https://"), source["url"]
            assert re.fullmatch(r"[0-9a-f]{64}", source["sha256"]), source["url"]


def needed():
    """What the build asks for, outside the tests, by the names of pkg-config and of libraries."""
    names = set()
    scripts = [f"{SOURCE}/meson.build"]
    for top in ("app", "data", "po", "resources"):
        scripts += [f"{folder}/meson.build" for folder, _, files in os.walk(f"{SOURCE}/{top}") if "meson.build" in files]
    for script in scripts:
        with open(script, encoding="utf-8") as file:
            names |= set(re.findall(r"(?:dependency|find_library)\('([^']+)'", file.read()))
    assert len(names) > 15, names
    return names


def sandbox_libraries():
    """The sandbox brings along each library that its runtime has not, and none that nothing asks for."""
    with open(f"{SOURCE}/data/{APP}.json", encoding="utf-8") as file:
        manifest = json.load(file)
    assert manifest["runtime"] == "org.gnome.Platform" and manifest["sdk"] == "org.gnome.Sdk"
    of_runtime = {"glib-2.0", "gobject-2.0", "gio-2.0", "gio-unix-2.0", "m", "sqlite3", "zlib", "bz2",
                  "cairo", "pangocairo", "gtk4", "libadwaita-1", "gdk-pixbuf-2.0"}
    brought = {"shumate-1.0": "libshumate", "gsl": "gsl", "xlsxwriter": "libxlsxwriter", "geos_c": "geos",
               "glpk": "glpk", "libprotobuf-c": "protobuf-c"}
    # Makes the program that protobuf-c's compiler is part of, and is not there when the program runs.
    tools = {"protobuf"}
    names = [module["name"] for module in manifest["modules"]]
    asked = needed()
    for name in asked - of_runtime:
        assert brought.get(name) in names, f"{name} is neither in the runtime nor brought along"
    for module in manifest["modules"][:-1]:
        assert module["name"] in tools | {brought.get(name) for name in asked}, f"nothing asks for {module['name']}"
        assert module["name"] not in tools or module["cleanup"] == ["*"], f"{module['name']} stays"
    assert names.index("protobuf") < names.index("protobuf-c") and names[-1] == "corridor"


def sandbox_options():
    """The options that the sandbox is built with are options of the build, with values they can have."""
    with open(f"{SOURCE}/data/{APP}.json", encoding="utf-8") as file:
        chosen = json.load(file)["modules"][-1]["config-opts"]
    known = {o["name"]: o for o in json.loads(run("meson", "introspect", "--buildoptions", BUILD))}
    for option in chosen:
        name, value = re.fullmatch(r"-D(\w+)=(\w+)", option).groups()
        assert name in known, f"{option}: there is no such option"
        assert value in known[name].get("choices", ["true", "false"]), f"{option}: no such value"
    assert "-Dtests=false" in chosen, "the sandbox builds tests that it never runs"


def large_text():
    """Text grows with the desktop's setting: none but the workshop's is fixed in pixels."""
    with open(f"{SOURCE}/resources/style.css", encoding="utf-8") as file:
        for line in file:
            assert ".room-" in line or not re.search(r"font-size: [\d.]+px", line), line


def normal(accelerator):
    """A key with its modifiers in one order."""
    parts = re.findall(r"<(\w+)>", accelerator)
    return (frozenset(p.lower() for p in parts), re.sub(r"<\w+>", "", accelerator).lower())


def keys():
    """Every key of the program stands in the window that lists them, and no action has two rows."""
    with open(f"{SOURCE}/app/shell/cor-keys.c", encoding="utf-8") as file:
        table = re.findall(r'\{ "((?:app|win)\.[^"]+)", \{ ("[^}]+) \} \}', file.read())
    assert len(table) > 40, len(table)
    actions = [action for action, _ in table]
    assert len(set(actions)) == len(actions), "an action twice"
    used = [normal(key) for _, words in table for key in re.findall(r'"([^"]+)"', words)]
    assert len(set(used)) == len(used), "a key for two actions"
    root = ElementTree.parse(f"{SOURCE}/ui/shortcuts.ui").getroot()
    listed = set()
    for entry in root.iter("property"):
        if entry.get("name") == "accelerator":
            listed |= {normal(key) for key in entry.text.split()}
    for action, words in table:
        for key in re.findall(r'"([^"]+)"', words):
            assert normal(key) in listed, f"{key} ({action}) is not in shortcuts.ui"


def main():
    """Runs every check."""
    checks = [desktop_file, metainfo, settings_schema, mime_type, icons, shell_scripts, manual_pages,
              data_is_installed, layers, no_keepers, one_scene, sandbox, sandbox_libraries, sandbox_options,
              keys, large_text]
    print(f"1..{len(checks)}")
    for number, check in enumerate(checks, 1):
        try:
            check()
            print(f"ok {number} - {check.__doc__}")
        except (AssertionError, OSError, ElementTree.ParseError) as error:
            print(f"not ok {number} - {check.__doc__}")
            print("# " + str(error).replace("\n", "\n# "))


if __name__ == "__main__":
    main()
