#!/usr/bin/env python3
"""The scenarios that come with the program: sound, named twice, sourced, honest about what they are.

Usage: test-scenarios.py SOURCE-ROOT BUILD-ROOT. Speaks TAP.

SPDX-License-Identifier: GPL-3.0-or-later
"""
import csv
import io
import json
import subprocess
import sys

SOURCE, BUILD = sys.argv[1], sys.argv[2]
NAMES = ["eastern-port", "icct-2021", "shenzhen-hongkong", "shenzhen-pilot"]
LISTS = ["sites", "stations", "routes", "trucks", "duties", "policies", "variants"]
PILOT = ["1", "2", "3", "4", "5", "6a", "6b", "7", "8", "9", "10"]
STUDY = ["purchase_subsidy", "toll_relief", "energy", "ghg_road_charge", "carbon_tax", "package"]


def load(name):
    """The scenario as JSON has it."""
    with open(f"{SOURCE}/data/scenarios/{name}.corridor", encoding="utf-8") as file:
        return json.load(file)


def cli(*words):
    """What corridor-cli writes."""
    done = subprocess.run([f"{BUILD}/app/corridor-cli", *words], capture_output=True, text=True, check=False)
    assert done.returncode == 0, f"{' '.join(words)}: {done.stdout}{done.stderr}"
    assert not done.stderr, done.stderr
    return done.stdout


def items():
    """Every item of every scenario, with where it stands."""
    for name in NAMES:
        scenario = load(name)
        yield f"{name}/scenario", scenario["scenario"]
        for kind in LISTS:
            for item in scenario.get(kind, []):
                yield f"{name}/{kind}/{item['id']}", item


def sound():
    """The command line finds no fault in them."""
    for name in NAMES:
        assert cli("check", f"{SOURCE}/data/scenarios/{name}.corridor") == ""


def named():
    """Everything has an English and a Chinese name."""
    for where, item in items():
        assert item.get("name") and item.get("name_zh"), where
        assert item["name"].isascii() or "–" in item["name"], f"{where}: {item['name']}"


def sourced():
    """Everything says where it is from, every figure with its place in the source."""
    for where, item in items():
        assert item.get("source"), f"{where} has no source"
        for entry in item.get("parameters", []):
            here = f"{where}: {entry['id']}"
            assert entry.get("source") and entry.get("unit") and entry.get("status"), here
            assert entry.get("place"), here
            assert entry["status"] != "assumed" or entry["source"].startswith("Own"), here


def honest():
    """What stands for something not surveyed says that it is illustrative."""
    for where, item in items():
        kind = where.split("/")[1]
        if kind == "stations" or (kind == "routes" and "origin" in item):
            assert item.get("illustrative") and item.get("note") and item.get("note_zh"), where


def pilot():
    """The pilot's lines have the pilot's ids, and show both figures where it contradicts itself."""
    duties = {duty["id"]: duty for duty in load("shenzhen-pilot")["duties"]}
    assert list(duties) == PILOT
    assert "101" in duties["3"]["note"] and "136" in duties["3"]["note"]
    assert "480" in duties["7"]["note"] and "48.0" in duties["7"]["note"]


def study():
    """The study has nine duties, model years 2020 to 2030 and its policies, none on."""
    scenario = load("icct-2021")
    head = scenario["scenario"]
    assert (head["first_model_year"], head["last_model_year"]) == (2020, 2030)
    assert {(d["truck"].rsplit("-", 1)[0], d["region"]) for d in scenario["duties"]} == {
        (t, c) for t in ("tractor_trailer", "dump_truck", "straight_truck") for c in ("Beijing", "Shanghai", "Shenzhen")}
    assert [p["id"] for p in scenario["policies"]] == STUDY
    assert not any(p.get("on") for p in scenario["policies"])


def study_ranges():
    """The study's shorter ranges are variants: table 31's batteries, km in proportion, parity as the text has it."""
    path = f"{SOURCE}/data/scenarios/icct-2021.corridor"
    batteries = {"low": {"tractor_trailer": [485, 340], "dump_truck": [216, 162], "straight_truck": [221, 163]},
                 "mid": {"tractor_trailer": [660, 445], "dump_truck": [288, 216], "straight_truck": [295, 225]}}
    with open(f"{SOURCE}/data/parameters/icct-2021-estimated.json", encoding="utf-8") as file:
        base_km = {p["truck_type"]: p["value"] for p in json.load(file)["parameters"] if p["id"] == "annual_km"}
    variants = {v["id"][:3]: v for v in load("icct-2021")["variants"]}
    for case, scale in (("low", 0.6), ("mid", 0.8)):
        for truck, kwh in batteries[case].items():
            entries = variants[case]["changes"][f"trucks/{truck}-bet/parameters"]
            assert [e["value"] for e in entries if e["id"] == "battery_kwh"] == kwh
            for powertrain in ("diesel", "bet", "fcet"):
                entries = variants[case]["changes"][f"trucks/{truck}-{powertrain}/parameters"]
                km = [e["value"] for e in entries if e["id"] == "annual_km"]
                assert len(km) == 1 and abs(km[0] - scale * base_km[truck]) < 1, (case, truck, km)
    parity = {}
    for option in ("--no-policy", "--variant=low-km-and-range"):
        rows = csv.DictReader(io.StringIO(cli("parity", path, option)))
        parity[option] = {(r["truck"], r["region"]): r["parity_year"] for r in rows if r["powertrain"] == "bet"}
    here = ("tractor_trailer", "Beijing")
    assert parity["--variant=low-km-and-range"][here] < parity["--no-policy"][here]


def eastern_port():
    """The eastern port has duties that stop under way, one that cannot be done, and long ways off."""
    rows = list(csv.DictReader(io.StringIO(cli("evaluate", f"{SOURCE}/data/scenarios/eastern-port.corridor"))))
    done = [row for row in rows if row["feasible"] == "true"]
    assert any(float(row["stops_per_trip"] or 0) > 0 and float(row["annual_detour_km"]) > 0 for row in done)
    assert any(row["feasible"] == "false" and "short" in row["reason"] for row in rows)
    assert any(row["feasible"] == "false" and "long" in row["reason"] for row in rows)
    assert {row["powertrain"] for row in rows} == {"diesel", "bet", "bet-swap"}
    stations = load("eastern-port")["stations"]
    assert {s["status"] for s in stations} == {"existing", "candidate"}
    assert any(s.get("max_length_m", 99) <= 17 for s in stations)


def main():
    """Runs every check."""
    checks = [sound, named, sourced, honest, pilot, study, study_ranges, eastern_port]
    print(f"1..{len(checks)}")
    for number, check in enumerate(checks, 1):
        try:
            check()
            print(f"ok {number} - {check.__doc__}")
        except (AssertionError, KeyError, OSError) as error:
            print(f"not ok {number} - {check.__doc__}")
            print("# " + repr(error).replace("\n", "\n# "))


if __name__ == "__main__":
    main()
