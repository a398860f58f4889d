#!/usr/bin/env python3
"""compare-routino.py: shortest ways against Routino's on the same OpenStreetMap extract.

Run by hand, with Routino installed (package routino):
    tests/routing/compare-routino.py EXTRACT.osm.pbf [--build=build] [--pairs=200] [--seed=1]
Prints a line for each pair that differs by more than 5 %, and a summary.

SPDX-License-Identifier: GPL-3.0-or-later
"""
import argparse
import math
import pathlib
import statistics
import subprocess
import tempfile

EARTH_M = 6371000.8
ROADS = ["motorway", "trunk", "primary", "secondary", "tertiary", "unclassified", "residential", "service", "ferry"]
CLOSED = ["track", "cycleway", "path", "steps"]
LOOK_AT = 0.05


def router_options():
    """Every road a truck may use alike; none preferred; the same truck as compare-ways.c."""
    options = [f"--highway-{road}=100" for road in ROADS] + [f"--highway-{road}=0" for road in CLOSED]
    options += [f"--speed-{road}=36" for road in ROADS]
    options += [f"--property-{what}=50" for what in
                ("paved", "multilane", "bridge", "tunnel", "footroute", "bicycleroute")]
    return options + ["--oneway=1", "--turns=1", "--weight=10", "--height=3", "--width=2.5", "--length=6"]


def apart_m(a, b):
    """Metres between two places on the sphere that the program uses too."""
    (lon1, lat1), (lon2, lat2) = a, b
    x, y = math.radians(lat1), math.radians(lat2)
    h = math.sin((y - x) / 2) ** 2 + math.cos(x) * math.cos(y) * math.sin(math.radians(lon2 - lon1) / 2) ** 2
    return 2 * EARTH_M * math.asin(math.sqrt(h))


def routino_m(folder, pair):
    """Length of Routino's way along its own points, metres; None where it has none."""
    lon1, lat1, lon2, lat2 = pair
    command = ["routino-router", f"--dir={folder}", "--prefix=extract", "--profiles=/usr/share/routino/profiles.xml",
               "--translations=/usr/share/routino/translations.xml", "--transport=hgv", "--shortest",
               "--output-text-all", "--output-stdout", f"--lon1={lon1}", f"--lat1={lat1}", f"--lon2={lon2}",
               f"--lat2={lat2}"] + router_options()
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    points = [tuple(float(x) for x in line.split("\t")[1::-1]) for line in done.stdout.splitlines()
              if line and not line.startswith("#")]
    return sum(apart_m(a, b) for a, b in zip(points, points[1:])) if len(points) > 1 else None


def main():
    """Builds both networks, asks both for each pair, prints what differs."""
    parser = argparse.ArgumentParser()
    parser.add_argument("extract")
    parser.add_argument("--build", default="build")
    parser.add_argument("--pairs", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    build = pathlib.Path(asked.build)
    with tempfile.TemporaryDirectory() as folder:
        network = f"{folder}/network"
        subprocess.run([build / "app/corridor-cli", "network", "build", asked.extract, f"--output={network}"],
                       check=True, capture_output=True)
        subprocess.run(["planetsplitter", f"--dir={folder}", "--prefix=extract",
                        "--tagging=/usr/share/routino/tagging.xml", asked.extract], check=True, capture_output=True)
        ways = subprocess.run([build / "tests/routing/compare-ways", network, str(asked.pairs), str(asked.seed)],
                              check=True, capture_output=True, text=True).stdout.splitlines()
        differences, none = [], 0
        for line in ways:
            *pair, ours = line.split(",")
            theirs = routino_m(folder, pair)
            if theirs is None:
                none += 1
                continue
            difference = (float(ours) - theirs) / theirs
            differences.append(abs(difference))
            if abs(difference) > LOOK_AT:
                print(f"{','.join(pair)}: {float(ours):.0f} m, Routino {theirs:.0f} m, {difference:+.1%}")
    differences.sort()
    print(f"{len(differences)} pairs, {none} without a way by Routino: median {statistics.median(differences):.4%}, "
          f"90 % below {differences[int(len(differences) * 0.9)]:.3%}, largest {differences[-1]:.2%}, "
          f"{sum(d > LOOK_AT for d in differences)} above {LOOK_AT:.0%}")


if __name__ == "__main__":
    main()
