#!/usr/bin/env python3
"""swap-or-charge.py: writes the help page swap-or-charge.md in both languages: every electric truck on every
duty of the eastern port corridor, as corridor-cli evaluates them. Run after a change of figures:
data/help/swap-or-charge.py; with --check BUILD it only tells whether the pages are what the program gives.

SPDX-License-Identifier: GPL-3.0-or-later
"""
import csv
import io
import json
import pathlib
import re
import subprocess
import sys
import tempfile

TOP = pathlib.Path(__file__).resolve().parents[2]
CLI = pathlib.Path(sys.argv[2] if len(sys.argv) > 2 else TOP / "build") / "app/corridor-cli"
TRUCKS = {
    "bet-4x2-141": ("charge, 141 kWh", "充电，141 kWh"),
    "bet-6x4-282": ("charge, 282 kWh", "充电，282 kWh"),
    "bet-6x4-350": ("charge, 350 kWh", "充电，350 kWh"),
    "swap-6x4-282": ("swap, 282 kWh", "换电，282 kWh"),
}
HEAD = ("""# Swap or charge: 141, 282 and 350 kWh
Every electric truck on every duty of the eastern port corridor, model year {year}, no policy, made by `data/help/swap-or-charge.py` with `corridor-cli evaluate`. Stations, trips and payloads of that scenario are illustrative, so the pattern counts more than the single figure.

Each row is one truck type on one duty. **Gap** is the cost of ownership above the diesel truck over five years, in thousand yuan; below zero the electric truck is cheaper. **Detour** is the share of all km driven only to reach energy. **Time** is what the driver loses to energy on one round trip.

The 141 kWh truck is a 4x2 of 16 m; the others are 6x4 of 17.1 m, which stations with a limit of 17.0 m keep out.
""", """# 换电还是充电：141、282 和 350 kWh
东部港口走廊的每项任务分别用每种电动卡车完成，{year} 年车型，不计政策，由 `data/help/swap-or-charge.py` 调用 `corridor-cli evaluate` 生成。该方案的站点、趟次和载重为示意，因此规律比单个数字更重要。

每行是一项任务配一种车。**成本差**是五年总拥有成本高出柴油车的部分，单位千元；负值表示电动车更便宜。**绕行**是只为补能行驶的里程比例。**时间**是司机每个往返因补能损失的时间。

141 kWh 为 16 米的 4x2 牵引车，其余为 17.1 米的 6x4，限长 17.0 米的站点不能进入。
""")
REASONS = [
    (r"(\d+) km short between (.+) and (.+) at (\S+) t and (\S+) °C", r"\2到\3之间差 \1 公里（载重 \4 t，\5 °C）"),
    (r"Less than 1 km short between (.+) and (.+) at (\S+) t and (\S+) °C", r"\1到\2之间差不到 1 公里（载重 \3 t，\4 °C）"),
    (r"Too long for (.+): (\S+) m, at most (\S+) m can enter", r"\1限长 \3 m，车长 \2 m，不能进入"),
    (r"The day takes (\S+) h, at most (\S+) h are allowed", r"一天需要 \1 小时，最多允许 \2 小时"),
    (r"The night gives (\S+) kWh, the day needs (\S+) kWh from the depot", r"夜间可充 \1 kWh，白天需要从场站取 \2 kWh"),
    (r"A battery of (\S+) kWh would do\.", r"\1 kWh 的电池即可。"),
    (r"A station of at least (\S+) kW within (\S+) km of the spot would do\.", r"在该处 \2 公里内建一座至少 \1 kW 的站即可。"),
    (r"(\d+) trips? a day can be done\.", r"每天可完成 \1 趟。"),
]


def evaluate():
    scenario = json.loads((TOP / "data/scenarios/eastern-port.corridor").read_text())
    for duty in scenario["duties"]:
        duty["alternatives"] = [t for t in TRUCKS if t != duty["truck"]]
    with tempfile.NamedTemporaryFile("w", suffix=".corridor") as file:
        json.dump(scenario, file)
        file.flush()
        text = subprocess.run([CLI, "evaluate", file.name], check=True, capture_output=True, text=True).stdout
    return scenario, list(csv.DictReader(io.StringIO(text)))


def in_chinese(text, scenario):
    """A reason with the names of the scenario's places and the sentence in Chinese."""
    for pattern, words in REASONS:
        text = re.sub(pattern, words, text)
    for kind in ("sites", "stations"):
        for item in sorted(scenario[kind], key=lambda item: -len(item["name"])):
            text = text.replace(item["name"], item.get("name_zh", item["name"]))
    return text


def cells(row, cheapest):
    if row is None or row["feasible"] != "true":
        return ["–", "–", "–"]
    gap = f"{float(row['tco_gap_yuan']) / 1000:+.0f}".replace("-", "−")
    return [f"**{gap}**" if cheapest else gap, f"{100 * float(row['detour_share']):.1f} %", f"{60 * float(row['energy_hours_per_trip']):.0f} min"]


def saved(by, duties):
    """Most minutes of a round trip that swapping saves against charging the same battery, and on how many duties."""
    pairs = [(by.get((duty, "bet-6x4-282")), by.get((duty, "swap-6x4-282"))) for duty in duties]
    gains = [60 * (float(a["energy_hours_per_trip"]) - float(b["energy_hours_per_trip"]))
             for a, b in pairs if a and b and a["feasible"] == b["feasible"] == "true"]
    return max(gains, default=0), sum(gain > 1 for gain in gains), len(gains)


def table(head, rows):
    return ["| " + " | ".join(head) + " |", "|" + "---|" * len(head), *("| " + " | ".join(row) + " |" for row in rows), ""]


def page(zh, scenario, rows):
    by = {(row["duty"], row["truck"]): row for row in rows}
    duties = {duty["id"]: duty.get("name_zh" if zh else "name", duty["id"]) for duty in scenario["duties"]}
    done = dict.fromkeys(TRUCKS, 0)
    best = dict.fromkeys(TRUCKS, 0)
    body = []
    for duty, name in duties.items():
        found = {t: by.get((duty, t)) for t in TRUCKS}
        able = {t: float(row["tco_gap_yuan"]) for t, row in found.items() if row and row["feasible"] == "true"}
        cheapest = min(able, key=able.get) if able else None
        for t in able:
            done[t] += 1
        if cheapest:
            best[cheapest] += 1
        for i, (t, words) in enumerate(TRUCKS.items()):
            body.append([name if i == 0 else "", words[zh], *cells(found[t], t == cheapest)])
    out = [HEAD[zh].format(year=scenario["scenario"]["model_year"])]
    out += table((["Duty", "Truck", "Gap, k yuan", "Detour", "Time"], ["任务", "车型", "成本差，千元", "绕行", "时间"])[zh], body)
    out += [("Bold: the cheapest truck of the duty. A dash: the duty cannot be done; the reason stands below.",
             "粗体：该任务最便宜的车型。横线：无法完成，原因见下。")[zh], ""]
    out += table((["Truck", "Duties it can do", "Cheapest on"], ["车型", "可完成的任务", "最便宜的任务"])[zh],
                 [[words[zh], (f"{done[t]} of {len(duties)}", f"{done[t]} / {len(duties)}")[zh], str(best[t])] for t, words in TRUCKS.items()])
    out += [("## What cannot be done, why, and what would help", "## 无法完成的任务、原因和办法")[zh]]
    for (duty, t), row in by.items():
        if t in TRUCKS and row["feasible"] != "true":
            text = (f"{duties[duty]}, {TRUCKS[t][0]}: {row['reason']}. {row['remedy']}",
                    f"{duties[duty]}，{TRUCKS[t][1]}：{in_chinese(row['reason'], scenario)}。{in_chinese(row['remedy'], scenario)}")[zh]
            out.append(f"- {text.strip()}")
    minutes, faster, both = saved(by, duties)
    if zh:
        out += ["", "## 说明",
                f"- **141 kWh** 购置最便宜，可完成 {done['bet-4x2-141']} 项任务，在 {best['bet-4x2-141']} 项上最便宜。线路越长，停靠越多，司机时间和途中较贵的电会吃掉节省。",
                f"- **350 kWh** 停靠少，线路长时合算；在 {best['bet-6x4-350']} 项上最便宜。线路短时多出的电池得不到利用。",
                f"- **换电**：在 {both} 项两者都能完成的任务中，有 {faster} 项比同样电池的充电车省时，最多每往返省 {minutes:.0f} 分钟；其余任务线路旁没有合算的换电站，它与充电车停靠相同，成本只差在电池是租还是买。",
                "- 结论取决于站点位置：在窗口中拖动一个站点即可看到变化；**选址**可比较候选换电站和充电站。"]
    else:
        out += ["", "## What it means",
                f"- **141 kWh** is the cheapest to buy; it does {done['bet-4x2-141']} duties and is the cheapest on {best['bet-4x2-141']}. The longer the line, the more it stops, and driver time and the dearer energy under way eat what it saves.",
                f"- **350 kWh** stops less and pays on long lines; it is the cheapest on {best['bet-6x4-350']}. On short ones the battery that is not needed costs.",
                f"- **Swapping** saves time against charging the same battery on {faster} of {both} duties that both can do, at most {minutes:.0f} minutes of a round trip. On the others no swap station lies well: the truck stops as the charging one does, and the battery leased instead of bought is the whole difference.",
                "- Which wins depends on where the stations are: drag one in the window and watch; **Where to Build** weighs candidate swap and charging stations."]
    return "\n".join(out) + "\n"


def main():
    scenario, rows = evaluate()
    stale = False
    for folder, zh in (("en", False), ("zh_CN", True)):
        path, text = TOP / "data/help" / folder / "swap-or-charge.md", page(zh, scenario, rows)
        if "--check" in sys.argv:
            stale |= not path.exists() or path.read_text() != text
        else:
            path.write_text(text)
    if stale:
        sys.exit("the pages swap-or-charge.md are not what the program gives; run data/help/swap-or-charge.py")


if __name__ == "__main__":
    main()
