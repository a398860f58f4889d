#!/usr/bin/env python3
"""two-levers.py: writes the help page two-levers.md in both languages: the parity year of a tractor-trailer in Beijing
and of a dump truck in Shenzhen over distance and electricity price, as corridor-cli heatmap gives it. Run after a
change of figures: data/help/two-levers.py; with --check BUILD it only tells whether the pages are what the program
gives.

SPDX-License-Identifier: GPL-3.0-or-later
"""
import csv
import io
import pathlib
import subprocess
import sys

TOP = pathlib.Path(__file__).resolve().parents[2]
CLI = pathlib.Path(sys.argv[2] if len(sys.argv) > 2 else TOP / "build") / "app/corridor-cli"
SCENARIO = TOP / "data/scenarios/icct-2021.corridor"
STEPS = 7
DUTIES = {
    "tractor_trailer-beijing": ("tractor-trailer, Beijing", "牵引车，北京"),
    "dump_truck-shenzhen": ("dump truck, Shenzhen", "自卸车，深圳"),
}


def ask(command, duty, *options):
    text = subprocess.run([CLI, command, SCENARIO, f"--duty={duty}", "--no-policy", *options], check=True, capture_output=True,
                          text=True).stdout
    return list(csv.DictReader(io.StringIO(text)))


class Duty:
    """Where a duty stands, and its parity years by price and distance."""

    def __init__(self, duty):
        now = {row["lever"]: float(row["now"]) for row in ask("breakeven", duty) if row["now"]}
        self.km, self.price = now["annual_km"], now["electricity_price"]
        self.years = {}
        for row in ask("heatmap", duty, f"--steps={STEPS}"):
            self.years.setdefault(float(row["electricity_price"]), {})[float(row["annual_km"])] = row["parity_year"]
        self.prices = sorted(self.years)
        self.kms = sorted(self.years[self.prices[0]])
        self.here = (min(self.prices, key=lambda p: abs(p - self.price)), min(self.kms, key=lambda k: abs(k - self.km)))
        self.parity = self.years[self.here[0]][self.here[1]]

    def along_km(self, price):
        """Parity at the shortest and at the longest distance."""
        row = self.years[price]
        return row[self.kms[0]], row[self.kms[-1]]

    def along_price(self):
        """Parity at the dearest and at the cheapest electricity, at the distance it drives."""
        return self.years[self.prices[-1]][self.here[1]], self.years[self.prices[0]][self.here[1]]


def year(text, zh):
    late = text.startswith(">")
    return (f"after {text[1:]}", f" {text[1:]} 年以后")[zh] if late else (text, f" {text} 年")[zh]


def when(text):
    return year(text, 0) if text.startswith(">") else f"in {text}"


def table(duty, zh):
    head = [("yuan/kWh \\ km a year", "元/千瓦时 \\ 年里程")[zh]] + [f"{km:,.0f}" for km in duty.kms]
    out = ["| " + " | ".join(head) + " |", "|" + "---|" * len(head)]
    for price in reversed(duty.prices):
        cells = [f"**{duty.years[price][km]}**" if (price, km) == duty.here else duty.years[price][km] for km in duty.kms]
        out.append("| " + " | ".join([f"{price:g}", *cells]) + " |")
    return out + [""]


def english(duties):
    tractor, dump = duties
    far, near = tractor.along_km(tractor.here[0]), tractor.along_km(tractor.prices[0])
    dear, cheap = tractor.along_price()
    return [
        "# Why the truck that drives more pays off later",
        "A tractor-trailer in Beijing and a dump truck in Shenzhen, from the scenario `icct-2021.corridor` without policies, made by "
        "`data/help/two-levers.py` with `corridor-cli heatmap`.",
        "",
        "Fuel is the largest cost of a diesel truck, so one expects the truck that drives most to be the first for which electricity "
        f"pays. In the study of 2021 it is the other way round: the tractor-trailer drives {tractor.km:,.0f} km in its first year and pays "
        f"{tractor.price:.2f} yuan/kWh, the dump truck {dump.km:,.0f} km and {dump.price:.2f} yuan/kWh; with round values near these, parity comes "
        f"{when(tractor.parity)} for the first and {when(dump.parity)} for the second.",
        "",
        "Each cell is the first model year in which the electric truck costs no more than the diesel truck over five years; bold is the "
        "cell nearest to where the duty stands.",
        "",
        f"## The {DUTIES['tractor_trailer-beijing'][0]}", *table(tractor, 0),
        f"## The {DUTIES['dump_truck-shenzhen'][0]}", *table(dump, 0),
        "## What one sees",
        f"- **The price of a kilowatt-hour decides, not the distance.** At {tractor.here[0]:g} yuan/kWh the tractor's parity goes from "
        f"{year(far[0], 0)} at {tractor.kms[0]:,.0f} km to {year(far[1], 0)} at {tractor.kms[-1]:,.0f} km: each further kilometre saves little. At the "
        f"distance it drives, cheaper electricity moves it from {year(dear, 0)} to {year(cheap, 0)}.",
        f"- **Distance works where electricity is cheap.** At {tractor.prices[0]:g} yuan/kWh it goes from {year(near[0], 0)} to {year(near[1], 0)} over the "
        "same distances.",
        "- **So ask for the price first.** Who pays a public station's price gains more from a contract, a depot of its own or a cheaper hour than "
        "from more kilometres.",
        "",
        "## Where to find it",
        "In the window: **How Sure It Is**, **Two Levers**; a click on a cell says what was moved, from what, and how the year follows. On the "
        "command line: `corridor-cli heatmap`, with `--across` and `--up` for other levers.",
    ]


def chinese(duties):
    tractor, dump = duties
    far, near = tractor.along_km(tractor.here[0]), tractor.along_km(tractor.prices[0])
    dear, cheap = tractor.along_price()
    return [
        "# 为什么跑得更多的车反而更晚平价",
        "北京的牵引车和深圳的自卸车，取自方案 `icct-2021.corridor`，不计政策，由 `data/help/two-levers.py` 调用 `corridor-cli heatmap` 生成。",
        "",
        "燃料是柴油车最大的成本，照理里程最长的车应当最先划算。2021 年的研究恰好相反："
        f"牵引车首年行驶 {tractor.km:,.0f} km，电价 {tractor.price:.2f} 元/千瓦时；自卸车 {dump.km:,.0f} km，{dump.price:.2f} 元/千瓦时。"
        f"取与之最接近的整数值，前者的平价年份为{year(tractor.parity, 1)}，后者为{year(dump.parity, 1)}。",
        "",
        "每格是电动车五年总拥有成本不高于柴油车的首个车型年份；粗体为该任务现状所在的格子。",
        "",
        f"## {DUTIES['tractor_trailer-beijing'][1]}", *table(tractor, 1),
        f"## {DUTIES['dump_truck-shenzhen'][1]}", *table(dump, 1),
        "## 从中可以看到",
        f"- **起决定作用的是电价，而不是里程。**电价 {tractor.here[0]:g} 元/千瓦时，牵引车的平价年份在 {tractor.kms[0]:,.0f} km 时为{year(far[0], 1)}，"
        f"在 {tractor.kms[-1]:,.0f} km 时为{year(far[1], 1)}：多跑一公里省得很少。里程不变，电价从高到低，平价年份由{year(dear, 1)}变为{year(cheap, 1)}。",
        f"- **电价低，里程才起作用。**电价 {tractor.prices[0]:g} 元/千瓦时，同样的里程范围内由{year(near[0], 1)}变为{year(near[1], 1)}。",
        "- **因此先谈电价。**按公共充电站价格付费的车队，签订协议电价、自建场站充电或改在低谷时段充电，比多跑里程更有用。",
        "",
        "## 在哪里查看",
        "窗口：**不确定性分析**，**两个变量**；点击任一格子，可看到改动了什么、原值是多少、年份如何得出。命令行：`corridor-cli heatmap`，用 `--across` 和 "
        "`--up` 选择其他变量。",
    ]


def main():
    duties = [Duty(duty) for duty in DUTIES]
    stale = False
    for folder, write in (("en", english), ("zh_CN", chinese)):
        path, text = TOP / "data/help" / folder / "two-levers.md", "\n".join(write(duties)) + "\n"
        if "--check" in sys.argv:
            stale |= not path.exists() or path.read_text() != text
        else:
            path.write_text(text)
    if stale:
        sys.exit("the pages two-levers.md are not what the program gives; run data/help/two-levers.py")


if __name__ == "__main__":
    main()
