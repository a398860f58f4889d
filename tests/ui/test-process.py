#!/usr/bin/env python3
"""The program as a process: one instance, actions over the bus, signals, what is kept for the next start.

Usage: test-process.py PROGRAM SCENARIO, on a screen and a session bus. Speaks TAP.

SPDX-License-Identifier: GPL-3.0-or-later
"""
import glob
import os
import shutil
import signal
import subprocess
import sys
import time

PROGRAM, SCENARIO = sys.argv[1], sys.argv[2]
APP = "io.github.corridor_planner.Corridor"
PATH = "/io/github/corridor_planner/Corridor"
# Under a sanitizer everything takes ten times as long, the two seconds of the recovery too.
SLOW = 10 if os.environ.get("CORRIDOR_SANITIZED") else 1
STATES = f"{os.environ['XDG_STATE_HOME']}/corridor/recovery/*.unsaved"


def wait(what, seconds=20.0 * SLOW):
    """Waits until something holds; gives it."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        value = what()
        if value:
            return value
        time.sleep(0.05)
    raise AssertionError(f"waited {seconds} s for {what.__doc__ or what}")


def bus(*words):
    """Calls a method of the running program; what it says, or None where nobody answers."""
    done = subprocess.run(["gdbus", "call", "--session", "--dest", APP, *words], capture_output=True, text=True, check=False)
    return done.stdout if done.returncode == 0 else None


def windows():
    """The windows that it has on the bus."""
    said = subprocess.run(["gdbus", "introspect", "--session", "--dest", APP, "--object-path", f"{PATH}/window"],
                          capture_output=True, text=True, check=False).stdout
    return [line.split()[1] for line in said.splitlines() if line.strip().startswith("node ") and line.split()[1].isdigit()]


def start(*files):
    """Starts it, and waits for its first window."""
    process = subprocess.Popen([PROGRAM, *files], stderr=subprocess.PIPE, text=True)
    wait(lambda: windows() or process.poll() is not None)
    assert process.poll() is None, process.stderr.read()
    return process


def edit():
    """An edit over the bus, as a desktop's search or a script may do it."""
    window = windows()[0]
    wait(lambda: bus("--object-path", f"{PATH}/window/{window}", "--method", "org.gtk.Actions.Activate",
                     "toggle-policy", "[<'toll_relief'>]", "{}") is not None)


def end(process, number):
    """Sends a signal; gives what it wrote to standard error."""
    process.send_signal(number)
    said = process.communicate(timeout=20 * SLOW)[1]
    return [line for line in said.splitlines() if "dconf" not in line and line.strip()]


def forget():
    """Empties the state folder."""
    shutil.rmtree(os.environ["XDG_STATE_HOME"], ignore_errors=True)


def one_instance():
    """A second start hands its file to the first and ends; each file has its window."""
    first = start(SCENARIO)
    second = subprocess.run([PROGRAM, SCENARIO], timeout=20 * SLOW, check=False)
    assert second.returncode == 0
    wait(lambda: len(windows()) == 2)
    assert end(first, signal.SIGTERM) == []
    forget()


def nothing_unsaved():
    """Told to end with everything saved it leaves nothing, and says nothing."""
    process = start(SCENARIO)
    assert end(process, signal.SIGTERM) == []
    assert process.returncode == 0, process.returncode
    assert glob.glob(STATES) == []


def signals():
    """SIGTERM, SIGINT and SIGHUP keep what is not saved, at once."""
    for number in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP):
        process = start(SCENARIO)
        edit()
        time.sleep(0.3 * SLOW)
        assert end(process, number) == []
        assert process.returncode == 0, process.returncode
        assert len(glob.glob(STATES)) == 1, number
        forget()


def killed():
    """SIGKILL two seconds after an edit: it is there, and the next start takes it over."""
    process = start(SCENARIO)
    edit()
    time.sleep(2.0 * SLOW)
    process.kill()
    process.wait()
    found = glob.glob(STATES)
    assert len(found) == 1
    with open(found[0], encoding="utf-8") as file:
        assert file.readline() == "corridor-unsaved 2\n"
        assert file.readline().endswith("eastern-port.corridor\n")
    process = start()
    time.sleep(1.0 * SLOW)
    assert end(process, signal.SIGTERM) == []
    assert len(glob.glob(STATES)) == 1, "what was not answered is gone"
    forget()


def service():
    """The bus can start it, as a desktop does, and open a file in it."""
    process = subprocess.Popen([PROGRAM, "--gapplication-service"])
    wait(lambda: bus("--object-path", PATH, "--method", "org.freedesktop.Application.Open",
                     f"['file://{SCENARIO}']", "{}") is not None)
    wait(windows)
    end_status = process.poll()
    assert end_status is None
    process.send_signal(signal.SIGTERM)
    process.wait(timeout=20 * SLOW)
    forget()


def main():
    """Runs every check."""
    checks = [one_instance, nothing_unsaved, signals, killed, service]
    print(f"1..{len(checks)}")
    for number, check in enumerate(checks, 1):
        try:
            check()
            print(f"ok {number} - {check.__doc__}", flush=True)
        except (AssertionError, OSError, subprocess.TimeoutExpired) as error:
            print(f"not ok {number} - {check.__doc__}")
            print("# " + str(error).replace("\n", "\n# "), flush=True)
            subprocess.run(["gapplication", "action", APP, "quit"], capture_output=True, check=False)


if __name__ == "__main__":
    main()
