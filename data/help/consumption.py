#!/usr/bin/env python3
"""consumption.py: writes the help page consumption.md in both languages: what the program works out for
each km beside what studies and the pilot found. Run after a change of figures: data/help/consumption.py;
with --check BUILD it only tells whether the pages are what the program gives.

SPDX-License-Identifier: GPL-3.0-or-later
"""
import csv
import io
import json
import pathlib
import subprocess
import sys
import tempfile

TOP = pathlib.Path(__file__).resolve().parents[2]
CLI = pathlib.Path(sys.argv[2] if len(sys.argv) > 2 else TOP / "build") / "app/corridor-cli"

# Roads of the study's cycles, as in data/parameters/energy.json, and of VECTO's as far as level roads go.
CYCLES = {
    "tractor_trailer": "motorway:52,primary:39,local:9",
    "dump_truck": "primary:38,local:62",
    "straight_truck": "motorway:35,primary:43,local:22",
    "long haul": "motorway:100",
    "regional": "motorway:50,primary:40,local:10",
    "urban": "primary:20,local:80",
    "port": "motorway:35,primary:35,local:30",
}
KIND = {"tractor_trailer": ("tractor-trailer", "牵引车"), "dump_truck": ("dump truck", "自卸车"),
        "straight_truck": ("straight truck", "载货车")}
UNIT = {"kwh_per_km": "kWh/km", "l_per_100km": "L/100 km", "kgh2_per_100km": "kg/100 km"}

# ICCT 2021: battery or tank times usable share over range (tables 5 and 6), diesel from the text;
# truck, powertrain, year, kWh of battery, unit, figure, and whether the road load was fitted to it.
STUDY = [
    ("tractor_trailer", "bet", 2020, 845, "kwh_per_km", 1.352, True),
    ("tractor_trailer", "bet", 2030, 550, "kwh_per_km", 0.880, True),
    ("dump_truck", "bet", 2020, 365, "kwh_per_km", 0.973, True),
    ("dump_truck", "bet", 2030, 275, "kwh_per_km", 0.733, True),
    ("straight_truck", "bet", 2020, 375, "kwh_per_km", 0.750, True),
    ("straight_truck", "bet", 2030, 270, "kwh_per_km", 0.540, True),
    ("tractor_trailer", "diesel", 2020, 0, "l_per_100km", 27.1, True),
    ("tractor_trailer", "diesel", 2030, 0, "l_per_100km", 18.5, False),
    ("tractor_trailer", "fcet", 2020, 70, "kgh2_per_100km", 8.5, False),
    ("tractor_trailer", "fcet", 2030, 70, "kgh2_per_100km", 5.0, False),
    ("dump_truck", "fcet", 2020, 50, "kgh2_per_100km", 6.0, False),
    ("dump_truck", "fcet", 2030, 50, "kgh2_per_100km", 3.83, False),
    ("straight_truck", "fcet", 2020, 40, "kgh2_per_100km", 4.5, False),
    ("straight_truck", "fcet", 2030, 40, "kgh2_per_100km", 2.875, False),
]
# Work of the wheels of a 40 t diesel tractor, empty and with 25.5 t: VECTO 3.3.7, as published with
# carculator_truck.
VECTO = [("long haul", "长途", 0.76, 1.40), ("regional", "区域", 0.81, 1.67), ("urban", "城市", 0.90, 2.11)]
# Lines of energy over payload of trucks that were driven: base, for each tonne, unit.
SLOPES = [("bet", 350, "kwh_per_km", 0.819, 0.0161, "battery semi", "纯电半挂"),
          ("diesel", 0, "l_per_100km", 13.6, 0.465, "diesel day cab", "柴油短途牵引车")]


def ask(*options):
    text = subprocess.run([CLI, "consumption", *options], check=True, capture_output=True, text=True).stdout
    return next(csv.DictReader(io.StringIO(text)))


def road_load(truck, powertrain, year, battery, cycle, *more, practice=False):
    options = [f"--truck-type={truck}", f"--powertrain={powertrain}", f"--year={year}", f"--roads={CYCLES[cycle]}", *more]
    if battery:
        options.append(f"--battery={battery}")
    if not practice:
        options.append("--convention=icct-2021")
    return ask(*options)


def miss(ours, theirs):
    percent = 100 * (ours / theirs - 1)
    text = f"{percent:+.1f} %" if abs(percent) < 9.95 else f"{percent:+.0f} %"
    return "0.0 %" if text in ("+0.0 %", "-0.0 %") else text.replace("-", "−")


def figure(value, unit):
    return f"{value:.1f}" if unit == "l_per_100km" else f"{value:.2f}" if unit == "kgh2_per_100km" else f"{value:.3f}"


def table(head, rows):
    return ["| " + " | ".join(head) + " |", "|" + "---|" * len(head), *("| " + " | ".join(row) + " |" for row in rows), ""]


def study(zh):
    names = {"bet": ("electric", "纯电"), "diesel": ("diesel", "柴油"), "fcet": ("fuel cell", "燃料电池")}
    rows = []
    for truck, powertrain, year, battery, unit, theirs, fitted in STUDY:
        ours = float(road_load(truck, powertrain, year, battery, truck, "--payload-share=75", "--temperature=15")[unit])
        rows.append([f"{KIND[truck][zh]}{'，' if zh else ', '}{names[powertrain][zh]}", str(year), UNIT[unit], figure(ours, unit),
                     figure(theirs, unit), miss(ours, theirs), (("fitted", "拟合")[zh] if fitted else ("not fitted", "未拟合")[zh])])
    head = (["Truck", "Year", "Unit", "Ours", "Study", "Miss", "Road load"], ["车型", "年份", "单位", "本程序", "研究", "偏差", "行驶阻力模型"])
    return table(head[zh], rows)


def vecto(zh):
    rows = []
    for name, name_zh, *theirs in VECTO:
        ours = [float(road_load("tractor_trailer", "diesel", 2020, 0, name, f"--payload={t}", "--temperature=15")["wheel_kwh_per_km"])
                for t in (0, 25.5)]
        for what, mine, other in zip((("empty", "空载"), ("25.5 t", "25.5 t")), ours, theirs):
            rows.append([(name, name_zh)[zh], what[zh], f"{mine:.2f}", f"{other:.2f}", miss(mine, other)])
    return table((["Cycle", "Load", "Ours, kWh/km", "VECTO", "Miss"], ["工况", "载重", "本程序，kWh/km", "VECTO", "偏差"])[zh], rows)


def slopes(zh):
    rows = []
    for powertrain, battery, unit, base, per_t, name, name_zh in SLOPES:
        for load in (0, 10, 20):
            ours = float(road_load("tractor_trailer", powertrain, 2020, battery, "regional", f"--payload={load}", "--temperature=15")[unit])
            rows.append([(name, name_zh)[zh], f"{load} t", figure(ours, unit), figure(base + per_t * load, unit),
                         miss(ours, base + per_t * load), UNIT[unit]])
    return table((["Truck", "Load", "Ours", "Published", "Miss", "Unit"], ["车型", "载重", "本程序", "文献", "偏差", "单位"])[zh], rows)


def weather(zh):
    rows = []
    mild = float(road_load("tractor_trailer", "bet", 2020, 350, "tractor_trailer", "--payload=10", "--temperature=20")["kwh_per_km"])
    for degrees in (-7, 35):
        ours = road_load("tractor_trailer", "bet", 2020, 350, "tractor_trailer", "--payload=10", f"--temperature={degrees}")
        rows.append([f"{degrees} °C".replace("-", "−"), f"{100 * (1 - 1 / float(ours['thermal_factor'])):.1f} %", "5–9 %",
                     f"{100 * (1 - mild / float(ours['kwh_per_km'])):.1f} %"])
    return table((["Outside", "Range lost to cabin and battery, ours", "Study", "With denser or thinner air, ours"],
                  ["气温", "车厢和电池温控的续航损失，本程序", "研究", "计入空气密度，本程序"])[zh], rows)


def calculated():
    """The pilot's scenario, its measured consumption left out, as the program evaluates it."""
    scenario = json.loads((TOP / "data/scenarios/shenzhen-pilot.corridor").read_text())
    for duty in scenario["duties"]:
        duty["parameters"] = [p for p in duty["parameters"] if p["id"] != "energy_use_kwh_per_km"]
    with tempfile.NamedTemporaryFile("w", suffix=".corridor") as file:
        json.dump(scenario, file)
        file.flush()
        text = subprocess.run([CLI, "evaluate", file.name], check=True, capture_output=True, text=True).stdout
    drawn = {row["duty"]: float(row["kwh_per_km"]) for row in csv.DictReader(io.StringIO(text)) if row["powertrain"] != "diesel"}
    return scenario, drawn


def reasons(found, zh):
    """Why lines miss, as far as known: found holds id, recorded km, load and miss of each."""
    groups = {
        ("no payload is published: ours is for an empty truck", "未公布载重：本程序按空车计算"):
            [i for i, _, load, _ in found if load is None],
        ("few km recorded, so that single trips, manoeuvring and waiting weigh much", "记录里程少，个别趟次、调车和等待影响大"):
            [(f"{i} ({km:,.0f} km)", f"{i}（{km:,.0f} km）")[zh] for i, km, _, _ in found if km < 1500],
        ("not known: neither roads nor speeds, waiting or cabin cooling are published", "原因不明：未公布道路、车速、等待和空调用电"):
            [i for i, km, load, off in found if load is not None and km >= 1500 and abs(off) > 0.1],
        ("within a tenth", "偏差在一成以内"):
            [i for i, km, load, off in found if load is not None and km >= 1500 and abs(off) <= 0.1],
    }
    return [(f"- **{', '.join(ids)}**: {why[0]}.", f"- **{'、'.join(ids)}**：{why[1]}。")[zh] for why, ids in groups.items() if ids] + [""]


def pilot(zh):
    scenario, drawn = calculated()
    routes = {route["id"]: route for route in scenario["routes"]}
    trucks = {truck["id"]: truck for truck in scenario["trucks"]}
    rows, found, sums = [], [], {"measured": 0.0, "mix": 0.0, "drawn": 0.0}
    for duty in scenario["duties"]:
        km, kwh = duty["recorded_km"], duty["recorded_kwh"]
        load = routes[duty["route"]].get("payload_out_t")
        battery = next(p["value"] for p in trucks[duty["truck"]]["parameters"] if p["id"] == "battery_kwh")
        mix = float(road_load("tractor_trailer", "bet", 2020, battery, "port", f"--payload={load or 0}", "--temperature=25",
                              practice=True)["kwh_per_km"])
        measured, line = kwh / km, drawn[duty["id"]]
        rows.append([duty["id"], f"{measured:.2f}", f"{load:.1f} t" if load is not None else "–", f"{mix:.2f}", miss(mix, measured),
                     f"{line:.2f}", miss(line, measured)])
        found.append((duty["id"], km, load, mix / measured - 1))
        if load is not None:
            for key, value in (("measured", measured), ("mix", mix), ("drawn", line)):
                sums[key] += value * km
    rows.append([("all km¹", "合计¹")[zh], "", "", "", miss(sums["mix"], sums["measured"]), "", miss(sums["drawn"], sums["measured"])])
    head = (["Line", "Measured, kWh/km", "Load", "One mix", "Miss", "As drawn", "Miss"],
            ["线路", "实测 kWh/km", "载重", "统一道路", "偏差", "图上线路", "偏差"])
    low, high = (f"{100 * limit:+.0f} %".replace("-", "−") for limit in (min(f[3] for f in found), max(f[3] for f in found)))
    note = ("¹ Lines with a payload, by recorded km.", "¹ 有载重的线路，按记录里程加权。")[zh]
    return [*table(head[zh], rows), note, "", *reasons(found, zh)], low, high


ENGLISH = """# What a kilometre takes
*Calculated* consumption comes from road load: rolling, air, slopes, braking, auxiliaries, heat and cold, over the roads of the route. *Given* consumption is a figure you or a source measured; it goes over the calculated one. The inspector, the charging plan, the report and the exported data say at each duty which of the two was used.

Here is how far the calculated one can be trusted. Each figure beside its reference, misses included. Made by `data/help/consumption.py` from `corridor-cli consumption` and `corridor-cli evaluate`.

## Beside the study of 2021
Three quarters of the payload, 15 °C, simulated cycles. The study's consumption is battery or tank times usable share over range (tables 5 and 6); diesel from its text, 2030 under the assumption that diesel stays at 6.5 yuan/L.
"""
CHINESE = """# 每公里能耗
“计算”能耗由行驶阻力得出：沿线道路的滚动、空气、坡度、制动、附件以及冷热影响。“给定”能耗是您或文献实测的数字，优先于计算值。每项任务用的是哪一种，检查器、充电计划、报告和导出数据都会写明。

本页说明计算值的可信程度：每个数字旁边都是参考值，偏差一并列出。由 `data/help/consumption.py` 调用 `corridor-cli consumption` 和 `corridor-cli evaluate` 生成。

## 与 2021 年研究对比
载重为最大载重的四分之三，15 °C，模拟工况。研究的能耗 = 电池或储氢量 × 可用比例 ÷ 续航（表 5、表 6）；柴油取自正文，2030 年假定柴油价保持 6.5 元/升。
"""


def page(zh):
    lines, low, high = pilot(zh)
    out = [(ENGLISH, CHINESE)[zh], *study(zh)]
    if zh:
        out += ["- **拟合**：效率和风阻按这些数字标定，吻合不构成证明。",
                "- **燃料电池**未参与拟合：电堆效率取自文献，本程序用氢偏低。比较氢能时请留出这一余量。",
                "- **2030 年柴油**：研究的数字是由每公里费用反推的，本程序偏低。", "",
                "## 与 VECTO 对比", "40 t 柴油牵引车车轮做功，VECTO 3.3.7（随 carculator_truck 公布）。其工况含坡道和更多停车，而这里道路按平路计算，所以本程序偏低，载重越大、越近城市，偏差越大。有高程数据时坡度会计入。", "",
                *vecto(zh), "## 载重的影响", "文献中实际行驶卡车的能耗随载重的直线；不同车辆、不同道路，因此只看斜率。", "", *slopes(zh),
                "## 冷与热", "纯电动牵引车，−7 与 35 °C，对比 20 °C。研究给出的是车厢和电池加热、制冷的损失；冷空气更密、热空气更稀的影响另计。", "", *weather(zh),
                "## 与试点实测对比", "深圳、东莞、惠州试点各线路，由记录电量除以记录里程。本程序采用各线路平均载重、25 °C，并乘以实际运行系数 1.34：该系数即由这些线路得出，因此总体吻合不构成证明，各线路的偏差才是。图上线路为示意，所以另列按统一道路构成（高速 35 %、主干 35 %、地方道路 30 %）的结果。", "",
                *lines, "## 结论",
                f"- 单条线路可能偏差 {low} 到 {high}（统一道路构成），多条线路合计则接近。",
                "- 有实测值就填入：在任务或车辆的参数中填写 kWh/km，它会取代计算值。",
                "- 记录里程很短的线路本身就不确定：几次往返不代表全年。"]
    else:
        out += ["- **Fitted**: efficiencies and drag were set by these figures, so that their agreement proves nothing.",
                "- **Fuel cells** were not fitted: the stack's efficiency is from the literature, and ours take too little hydrogen. Leave that margin where hydrogen is compared.",
                "- **Diesel in 2030**: the study's figure follows from its cost for each km; ours is too low.", "",
                "## Beside VECTO", "Work of the wheels of a 40 t diesel tractor, VECTO 3.3.7 as published with carculator_truck. Its cycles have hills and more stops; roads here are level, so that ours come out lower, the more the heavier and the more urban. Where the road network has heights, slopes count.", "",
                *vecto(zh), "## What load does", "Straight lines through trucks that were driven; other trucks on other roads, so that the slope counts more than the level.", "", *slopes(zh),
                "## Cold and heat", "A battery tractor at −7 and 35 °C against 20 °C. The study tells what heating and cooling of cabin and battery take; that cold air is denser and warm air thinner comes on top.", "", *weather(zh),
                "## Beside the pilot", "Each line of the trial in Shenzhen, Dongguan and Huizhou: recorded kWh over recorded km. Ours at the line's mean load, 25 °C, times the practice factor of 1.34. That factor comes from these very lines, so that the agreement of all km proves nothing; the misses of the single lines do. The lines on the map are illustrative; so one mix of roads for all (35 % expressway, 35 % main, 30 % local) stands beside them.", "",
                *lines, "## What it means",
                f"- A single line may be off by {low} to {high} on the one mix; many lines together are close.",
                "- Where you have a measured figure, use it: kWh/km under the duty's or the truck's parameters goes over the calculated one.",
                "- A line with few recorded km is uncertain in itself: some round trips are not a year."]
    return "\n".join(out) + "\n"


def main():
    stale = []
    for folder, zh in (("en", False), ("zh_CN", True)):
        path = TOP / "data/help" / folder / "consumption.md"
        text = page(zh)
        if sys.argv[1:2] == ["--check"]:
            stale += [] if path.exists() and path.read_text() == text else [str(path)]
        else:
            path.write_text(text)
    if stale:
        sys.exit(f"{', '.join(stale)}: not what the program gives; run data/help/consumption.py")


if __name__ == "__main__":
    main()
