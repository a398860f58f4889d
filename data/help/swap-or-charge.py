#!/usr/bin/env python3
"""swap-or-charge.py: writes swap-or-charge.md: every electric truck on every duty of the eastern port
corridor, as corridor-cli evaluates them. Run after a change of figures: data/help/swap-or-charge.py

SPDX-License-Identifier: GPL-3.0-or-later
"""
import csv
import io
import json
import pathlib
import subprocess
import tempfile

TOP = pathlib.Path(__file__).resolve().parents[2]
CLI = TOP / "build/app/corridor-cli"
TRUCKS = {
    "bet-4x2-141": "charge, 141 kWh",
    "bet-6x4-282": "charge, 282 kWh",
    "bet-6x4-350": "charge, 350 kWh",
    "swap-6x4-282": "swap, 282 kWh",
}
HEAD = """# Swap or charge: 141, 282 and 350 kWh on the eastern port corridor

Made by `data/help/swap-or-charge.py` with `corridor-cli evaluate`; every truck is put on every duty of
`eastern-port.corridor`, model year {year}, no policy. Stations, trips and payloads of that scenario are
illustrative, so the pattern counts more than the single figure.

*Gap* is the cost of ownership above the diesel truck over five years; below zero the electric truck is
cheaper. *Detour* is the share of all km driven only to reach energy. *h* is driver time for energy on
one round trip. A dash means that the duty cannot be done; the reason stands below.
"""


def evaluate():
    scenario = json.loads((TOP / "data/scenarios/eastern-port.corridor").read_text())
    for duty in scenario["duties"]:
        duty["alternatives"] = [t for t in TRUCKS if t != duty["truck"]]
    with tempfile.NamedTemporaryFile("w", suffix=".corridor") as file:
        json.dump(scenario, file)
        file.flush()
        text = subprocess.run([CLI, "evaluate", file.name], check=True, capture_output=True, text=True).stdout
    names = {duty["id"]: duty.get("name", duty["id"]) for duty in scenario["duties"]}
    return scenario["scenario"]["model_year"], names, list(csv.DictReader(io.StringIO(text)))


def cell(row):
    if row is None or row["feasible"] != "true":
        return "–"
    gap = float(row["tco_gap_yuan"]) / 1000
    return f"{gap:+.0f} k · {100 * float(row['detour_share']):.1f} % · {float(row['energy_hours_per_trip']):.1f} h"


def saved(by, names):
    """Most hours of a round trip that swapping saves against charging the same battery."""
    pairs = [(by.get((duty, "bet-6x4-282")), by.get((duty, "swap-6x4-282"))) for duty in names]
    return max((float(a["energy_hours_per_trip"]) - float(b["energy_hours_per_trip"])
                for a, b in pairs if a and b and a["feasible"] == b["feasible"] == "true"), default=0)


def main():
    year, names, rows = evaluate()
    by = {(row["duty"], row["truck"]): row for row in rows}
    out = [HEAD.format(year=year), "| duty, km a year | " + " | ".join(TRUCKS.values()) + " |", "|---" * (len(TRUCKS) + 1) + "|"]
    done = {truck: 0 for truck in TRUCKS}
    best = {truck: 0 for truck in TRUCKS}
    for duty, name in names.items():
        cells = [by.get((duty, truck)) for truck in TRUCKS]
        possible = [(float(row["tco_gap_yuan"]), truck) for truck, row in zip(TRUCKS, cells) if row and row["feasible"] == "true"]
        km = next((float(row["annual_driven_km"]) for row in cells if row and row["feasible"] == "true"), None)
        for _, truck in possible:
            done[truck] += 1
        if possible:
            best[min(possible)[1]] += 1
        out.append(f"| {name}{f', {km:,.0f}' if km else ''} | " + " | ".join(cell(row) for row in cells) + " |")
    out += ["", "Gap in yuan · detour · h.", "", "| | " + " | ".join(TRUCKS.values()) + " |", "|---" * (len(TRUCKS) + 1) + "|",
            "| duties it can do | " + " | ".join(f"{done[t]} of {len(names)}" for t in TRUCKS) + " |",
            "| duties on which it is cheapest | " + " | ".join(str(best[t]) for t in TRUCKS) + " |", "", "## What cannot be done, and why", ""]
    for (duty, truck), row in by.items():
        if truck in TRUCKS and row["feasible"] != "true":
            out.append(f"- {names[duty]}, {TRUCKS[truck]}: {row['reason']}.")
    out += ["", "## What it means", "",
            "- A small battery is the cheapest to buy and does the short lines; on longer ones it stops more often, and driver",
            "  time and the dearer energy under way eat what it saves.",
            "- A larger battery does more duties without a stop. It pays where its range replaces stops on many km a year, and",
            "  costs where the line is short.",
            f"- Swapping saves up to {saved(by, names):.1f} h of a round trip where a swap station lies near the line, against the same",
            "  battery charged. Without one near, the truck charges like the other; the few thousand yuan that then remain between the two are the battery, leased instead of bought.",
            "- Which wins depends on where the stations are: move one in the window and watch.", ""]
    (TOP / "data/help/swap-or-charge.md").write_text("\n".join(out))


if __name__ == "__main__":
    main()
