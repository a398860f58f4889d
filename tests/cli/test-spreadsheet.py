#!/usr/bin/env python3
"""The spreadsheet read back: its formulas are worked out anew and agree with what they carry, with the
other sheets and with the results of the command line.

Usage: test-spreadsheet.py CORRIDOR-CLI. Speaks TAP.

SPDX-License-Identifier: GPL-3.0-or-later
"""
import csv
import io
import json
import os
import re
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as tree
import zipfile

CLI = sys.argv[1]
MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
OFFICE = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
SCENARIOS = ["eastern-port", "icct-2021", "shenzhen-hongkong", "shenzhen-pilot"]
FIRST = 3  # the first row below the two heads


def cli(*words):
    """What corridor-cli writes."""
    done = subprocess.run([CLI, *words], capture_output=True, text=True, check=False)
    assert done.returncode == 0, f"{' '.join(words)}: {done.stderr}"
    assert not done.stderr, done.stderr
    return done.stdout


def number_of(letters):
    """A column by its letters, A is 1."""
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number


def split(cell):
    """Row and column of "$C$7"."""
    letters, row = re.fullmatch(r"([A-Z]+)(\d+)", cell.replace("$", "")).groups()
    return int(row), number_of(letters)


def near(a, b):
    """To the last digits: sums in another order differ there."""
    return abs(a - b) <= 1e-9 * max(abs(a), abs(b), 1)


class Sheet:
    """Cells by row and column: values, and the formulas behind them."""

    def __init__(self, book, name, text, strings, dashed):
        self.book, self.name, self.values, self.formulas, self.marked = book, name, {}, {}, set()
        root = tree.fromstring(text)
        self.root = root
        for cell in root.iter(MAIN + "c"):
            at = split(cell.get("r"))
            value, formula = cell.find(MAIN + "v"), cell.find(MAIN + "f")
            if value is not None and value.text is not None:
                self.values[at] = strings[int(value.text)] if cell.get("t") == "s" else float(value.text)
            if formula is not None:
                self.formulas[at] = formula.text
            if int(cell.get("s", 0)) in dashed:
                self.marked.add(at)
        self.columns = {v: c for (r, c), v in self.values.items() if r == 1}

    def rows(self):
        """The rows below the heads, up to the first empty one, as dictionaries by name of column."""
        row = FIRST
        while any((row, c) in self.values for c in self.columns.values()):
            yield {name: self.values.get((row, c)) for name, c in self.columns.items()}
            row += 1

    def cells(self, area):
        """The values of an area, "A1:C3" or "A:A"; 0 where it is empty."""
        start, end = area.replace("$", "").split(":")
        if start.isalpha():
            column = number_of(start)
            last = max(r for r, _ in self.values)
            return [self.values.get((r, column)) for r in range(1, last + 1)]
        (r1, c1), (r2, c2) = split(start), split(end)
        return [self.values.get((r, c)) for r in range(r1, r2 + 1) for c in range(c1, c2 + 1)]

    def area(self, text):
        """Values of an area that may be of another sheet."""
        match = re.fullmatch(r"(?:'([^']+)'!)?(.+)", text)
        return (self.book[match[1]] if match[1] else self).cells(match[2])

    def value(self, text):
        """A cell's or a written value."""
        if text.startswith('"'):
            return text[1:-1]
        return self.values.get(split(text))

    def work_out(self, formula):
        """What a formula gives: of those that the program writes."""
        match = re.fullmatch(r"(SUM|SUMIFS|SUMPRODUCT)\((.*)\)", formula)
        if not match:
            plain = re.sub(r"[A-Z]+\d+", lambda m: repr(self.values.get(split(m[0]), 0.0)), formula)
            assert re.fullmatch(r"[-+*/().\de]+", plain), formula
            return eval(plain)  # figures and signs alone, as was just seen
        words = match[2].split(",")
        if match[1] == "SUM":
            return sum(v or 0 for v in self.area(words[0]))
        if match[1] == "SUMPRODUCT":
            return sum((a or 0) * (b or 0) for a, b in zip(self.area(words[0]), self.area(words[1])))
        total = self.area(words[0])
        for area, wanted in zip(words[1::2], words[2::2]):
            total = [t if k == self.value(wanted) else 0 for t, k in zip(total, self.area(area))]
        return sum(t for t in total if isinstance(t, float))


def read(path):
    """All sheets of a file by name, in their order."""
    with zipfile.ZipFile(path) as archive:
        assert archive.testzip() is None
        strings = ["".join(t.text or "" for t in item.iter(MAIN + "t"))
                   for item in tree.fromstring(archive.read("xl/sharedStrings.xml"))]
        links = {link.get("Id"): link.get("Target") for link in tree.fromstring(archive.read("xl/_rels/workbook.xml.rels"))}
        styles, book = tree.fromstring(archive.read("xl/styles.xml")), {}
        lines = [border.find(MAIN + "bottom").get("style") == "dashed" for border in styles.find(MAIN + "borders")]
        dashed = {i for i, xf in enumerate(styles.find(MAIN + "cellXfs")) if lines[int(xf.get("borderId"))]}
        for sheet in tree.fromstring(archive.read("xl/workbook.xml")).iter(MAIN + "sheet"):
            name = sheet.get("name")
            book[name] = Sheet(book, name, archive.read("xl/" + links[sheet.get(OFFICE)]), strings, dashed)
        return book


BOOKS = {}


def book_of(scenario, *options):
    """The spreadsheet of a bundled scenario, written once."""
    key = (scenario, *options)
    if key not in BOOKS:
        with tempfile.TemporaryDirectory() as folder:
            path = os.path.join(folder, "a.xlsx")
            cli("export", scenario + ".corridor", f"--output={path}", *options)
            BOOKS[key] = read(path)
    return BOOKS[key]


def sheets():
    """All that a controller asks for, in this order."""
    names = list(book_of("eastern-port"))
    assert names[:8] == ["Contents", "Results", "Cost parts", "Cash flows", "Emissions", "Emission factors",
                         "Variants", "Parameters"], names
    assert {"Duties", "Trucks", "Routes", "Stations", "Sites", "Policies"} <= set(names), names


def formulas():
    """Every formula gives what stands beside it."""
    for scenario in SCENARIOS:
        n = 0
        for sheet in book_of(scenario).values():
            for at, formula in sheet.formulas.items():
                n += 1
                found = sheet.work_out(formula)
                assert near(found, sheet.values[at]), f"{scenario} {sheet.name} {at} {formula}: {found}, {sheet.values[at]}"
        assert n > 50, scenario


def names_of(scenario):
    """What the sheets call things in place of the table's ids, by column; None where the data of the program know it."""
    with open(os.path.join(os.environ["CORRIDOR_DATADIR"], "scenarios", scenario + ".corridor"), encoding="utf-8") as file:
        held = json.load(file)
    return {"route": {item["id"]: item["name"] for item in held.get("routes", []) if "name" in item},
            "truck": None, "region": None, "powertrain": None, "feasible": {"true": "yes", "false": "no"}}


def results():
    """The sheet of results is the table of the command line."""
    for scenario in SCENARIOS:
        table = list(csv.DictReader(io.StringIO(cli("evaluate", scenario + ".corridor"))))
        rows = list(book_of(scenario)["Results"].rows())
        named = names_of(scenario)
        assert len(rows) == len(table) > 0, scenario
        for row, line in zip(rows, table):
            for name, text in line.items():
                if name in named:
                    assert row[name] if named[name] is None else row[name] == named[name].get(text, text), (scenario, name, text, row[name])
                elif row[name] is None:
                    assert text == "", (scenario, name, text)
                elif isinstance(row[name], float):
                    assert near(row[name], float(text)), (scenario, name, text, row[name])
                else:
                    assert row[name] == text, (scenario, name, text, row[name])


def parts():
    """Cost parts are those of the command line; they add up to the cost, and the cash flows to the same."""
    for scenario in SCENARIOS:
        table = json.loads(cli("evaluate", scenario + ".corridor", "--format=json"))["rows"]
        rows = list(book_of(scenario)["Cost parts"].rows())
        assert len(rows) == len(table), scenario
        for row, line in zip(rows, table):
            known = line.get("cost_parts_yuan", {})
            for part, yuan in known.items():
                assert near(row[part + "_yuan"], yuan), (scenario, row["duty"], part)
            if row["tco_yuan"] is not None:
                assert near(row["tco_yuan"], line["tco_yuan"])
                assert near(row["tco_yuan"], row["cash_flow_tco_yuan"]), (scenario, row["duty"], row["truck"])


def emissions():
    """Rows are those of the command line; well to tank and tank to wheel make well to wheel; sums hold."""
    for scenario in SCENARIOS:
        sheet = book_of(scenario)["Emissions"]
        table = list(csv.DictReader(io.StringIO(cli("emissions", scenario + ".corridor"))))
        rows = list(sheet.rows())
        assert len(rows) == len(table), scenario
        for row, line in zip(rows, table):
            assert near(row["wtt_kgco2e_per_year"] + row["ttw_kgco2e_per_year"], float(line["wtw_kgco2e_per_year"]))
            for name in ("trucks", "driven_km_per_year", "wtw_kgco2e_per_year", "nox_kg_per_year", "wtw_gco2e_per_km"):
                assert (line[name] == "" and row[name] is None) or near(row[name], float(line[name])), (scenario, name)
        whole = list(csv.DictReader(io.StringIO(cli("emissions", scenario + ".corridor", "--by=scenario"))))
        for i, line in enumerate(whole):
            at = (FIRST + len(rows) + 1 + i, sheet.columns["wtw_kgco2e_per_year"])
            assert near(sheet.values[at], float(line["wtw_kgco2e_per_year"])), scenario


def variants():
    """A column each, by the same figures as when the variant is evaluated alone."""
    sheet = book_of("eastern-port")["Variants"]
    heads = [v for (r, c), v in sorted(sheet.values.items()) if r == 1]
    lines = {row["figure"]: row for row in sheet.rows()}
    assert heads[:3] == ["figure", "unit", "Without changes"], heads
    path = os.path.join(os.environ["CORRIDOR_DATADIR"], "scenarios", "eastern-port.corridor")
    with open(path, encoding="utf-8") as file:
        items = json.load(file)["variants"]
    assert heads[3:3 + len(items)] == [item["name"] for item in items], heads
    for item in items:
        rows = list(csv.DictReader(io.StringIO(cli("emissions", "eastern-port.corridor", "--by=scenario",
                                                   f"--variant={item['id']}"))))
        wtw = {row["fleet"]: float(row["wtw_kgco2e_per_year"]) / 1000 for row in rows}
        assert near(lines["Emissions, well to wheel"][item["name"]], wtw["scenario"]), item["id"]
        assert near(lines["Emissions avoided"][item["name"]], wtw["diesel"] - wtw["scenario"]), item["id"]
        changes = sum(v == item["name"] for (r, c), v in sheet.values.items() if c == 1)
        assert changes == len(item["changes"]), item["id"]


def sources():
    """Each parameter has unit, status and source beside it, and each factor too."""
    for scenario in SCENARIOS:
        book = book_of(scenario)
        rows = list(book["Parameters"].rows())
        assert len(rows) > 300, len(rows)
        for row in rows:
            assert row["id"] and row["value"] is not None and row["unit"] and row["status"], row
            assert row["source"], row
            assert row["low"] <= row["value"] <= row["high"], row
        for row in book["Emission factors"].rows():
            assert row["unit"] and row["source"] and row["value"] > 0, row


def heads():
    """Heads stay in sight; columns are as wide as needed; money has thousands; units stand in the heads."""
    book = book_of("eastern-port")
    for sheet in list(book.values())[1:]:
        pane = sheet.root.find(f"{MAIN}sheetViews/{MAIN}sheetView/{MAIN}pane")
        assert pane is not None and pane.get("ySplit") == "2" and pane.get("state") == "frozen", sheet.name
        assert sheet.root.find(MAIN + "cols") is not None and sheet.root.find(MAIN + "autoFilter") is not None, sheet.name
        for name, column in sheet.columns.items():
            head = sheet.values[(2, column)]
            for ending, unit in (("_yuan", "yuan"), ("_km", "km"), ("_km_per_year", "km"), ("_kw", "kW"), ("_t", "t"),
                                 ("co2e_per_year", "CO₂e"), ("_per_tkm", "tkm")):
                if name.endswith(ending) and sheet.name != "Variants":
                    assert unit in head, (sheet.name, name, head)
        for column in sheet.root.iter(MAIN + "col"):
            assert 8 < float(column.get("width")) < 46, sheet.name


def marks():
    """What is assumed has dashes below, and the head of its column says what they mean."""
    seen = 0
    for scenario in SCENARIOS:
        for sheet in book_of(scenario).values():
            rows = {row for row, _ in sheet.marked}
            seen += len(rows)
            for column in {column for _, column in sheet.marked}:
                assert "┄" in sheet.values[(2, column)], (scenario, sheet.name, column)
            if "status" in sheet.columns:
                for row in range(FIRST, FIRST + len(list(sheet.rows()))):
                    assumed = sheet.values[(row, sheet.columns["status"])].lower() == "assumed"
                    assert (row in rows) == assumed, (scenario, sheet.name, row)
    assert seen > 100, seen


def same():
    """The same input gives the same bytes."""
    with tempfile.TemporaryDirectory() as folder:
        paths = [os.path.join(folder, name) for name in ("a.xlsx", "b.xlsx")]
        contents = []
        for path in paths:
            cli("export", "shenzhen-pilot.corridor", f"--output={path}")
            with open(path, "rb") as file:
                contents.append(file.read())
        assert contents[0] == contents[1]


def names():
    """In Chinese the things have their Chinese names."""
    text = json.dumps([list(s.values.values()) for s in book_of("eastern-port", "--language=zh").values()], ensure_ascii=False)
    assert "东部港口" in text or "盐田" in text, text[:400]


TESTS = [sheets, formulas, results, parts, emissions, variants, sources, heads, marks, same, names]
print(f"1..{len(TESTS)}")
for i, test in enumerate(TESTS, 1):
    try:
        test()
        print(f"ok {i} {test.__doc__.splitlines()[0]}")
    except (AssertionError, KeyError, TypeError, ValueError) as error:
        print(f"not ok {i} {test.__doc__.splitlines()[0]}")
        print(f"# {type(error).__name__}: {error}")
