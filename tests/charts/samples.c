/* samples.c: one invented chart of every kind, for tests, benchmark and demo.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "samples.h"

#include <math.h>

static gboolean in_chinese;

static const char *
say (const char *english, const char *chinese)
{
  return in_chinese ? chinese : english;
}

static void
add_line (CorChart *chart,
          const char *id,
          const char *name,
          CorSeriesStyle style,
          double start,
          double end)
{
  CorChartSeries *series = cor_chart_add_series (chart, id, name, COR_ROLE_ACCENT, style);
  for (int year = 2024; year <= 2034; year++)
    {
      double t = (year - 2024) / 10.0;
      cor_chart_series_add (series, year, start + (end - start) * (1.35 * t - 0.35 * t * t));
    }
}

static CorChart *
sample_gap (void)
{
  CorChart *chart = cor_chart_new (COR_CHART_GAP,
                                   say ("TCO gap to diesel by model year", "与柴油车的 TCO 差额"),
                                   say ("{money} a truck", "{money}／车，按车型年"));
  add_line (chart, "v1", say ("no new station", "不建新站"), COR_STYLE_BASELINE, 192e3, -25e3);
  add_line (chart, "v2", say ("two swap stations", "两座换电站"), COR_STYLE_THIN, 150e3, -63e3);
  add_line (chart, "v3", say ("+ policies", "＋政策"), COR_STYLE_STRONG, 61e3, -152e3);
  return chart;
}

static CorChart *
sample_gap_never (void)
{
  CorChart *chart = cor_chart_new (COR_CHART_GAP, say ("TCO gap, dump truck", "自卸车 TCO 差额"),
                                   say ("{money} a truck", "{money}／车"));
  add_line (chart, "v1", say ("baseline", "基准方案"), COR_STYLE_BASELINE, 392e3, 225e3);
  add_line (chart, "v3", say ("this scenario", "当前方案"), COR_STYLE_STRONG, 361e3, 152e3);
  return chart;
}

static void
add_parts (CorChart *chart, const char *id, const char *name, CorRole role, const double *amounts)
{
  static const CorRole roles[]
      = { COR_ROLE_TRUCK,     COR_ROLE_ENERGY, COR_ROLE_TOLLS, COR_ROLE_UPKEEP,
          COR_ROLE_INSURANCE, COR_ROLE_TIME,   COR_ROLE_POLICY };
  const char *labels[] = { say ("Truck less resale", "购车净成本"),
                           say ("Energy", "能源"),
                           say ("Tolls", "通行费"),
                           say ("Upkeep", "维保"),
                           say ("Insurance", "保险"),
                           say ("Time", "时间"),
                           say ("Policies", "政策") };
  CorChartSeries *series = cor_chart_add_series (chart, id, name, role, COR_STYLE_THIN);
  for (guint i = 0; i < G_N_ELEMENTS (roles); i++)
    cor_chart_series_add_part (series, labels[i], roles[i], amounts[i]);
}

static CorChart *
sample_parts (void)
{
  static const double diesel[] = { 388e3, 471e3, 109e3, 109e3, 91e3, 0, 0 };
  static const double electric[] = { 539e3, 329e3, 65e3, 79e3, 110e3, 23e3, 0 };
  CorChart *chart
      = cor_chart_new (COR_CHART_PARTS, say ("Five-year cost parts, 2027", "五年成本构成，2027"),
                       say ("{money} a truck", "{money}／车"));
  add_parts (chart, "diesel", say ("diesel", "柴油"), COR_ROLE_DIESEL, diesel);
  add_parts (chart, "bet", say ("electric", "电动"), COR_ROLE_ACCENT, electric);
  return chart;
}

static CorChart *
sample_parts_policy (void)
{
  static const double diesel[] = { 388e3, 471e3, 109e3, 109e3, 91e3, 0, 36e3 };
  static const double charge[] = { 539e3, 329e3, 109e3, 79e3, 110e3, 53e3, -120e3 };
  static const double swap[] = { 439e3, 429e3, 109e3, 79e3, 90e3, 13e3, -80e3 };
  CorChart *chart
      = cor_chart_new (COR_CHART_PARTS, say ("Cost parts with policies", "含政策的成本构成"),
                       say ("{money} a truck", "{money}／车"));
  add_parts (chart, "diesel", say ("diesel", "柴油"), COR_ROLE_DIESEL, diesel);
  add_parts (chart, "bet", say ("charging", "充电"), COR_ROLE_ACCENT, charge);
  add_parts (chart, "swap", say ("swap", "换电"), COR_ROLE_SWAP, swap);
  return chart;
}

static void
add_stop (CorChart *chart,
          double km,
          double from,
          double to,
          CorRole role,
          const char *name,
          const char *id)
{
  CorChartMark *mark = cor_chart_add_mark (chart, COR_MARK_STOP, km, from, role, name);
  mark->y2 = to;
  mark->id = g_strdup (id);
}

static CorChart *
sample_charge (void)
{
  static const double line[][2]
      = { { 0, .95 },   { 62, .60 },  { 68, .57 },  { 68, .95 },  { 74, .92 }, { 135, .58 },
          { 196, .35 }, { 200, .33 }, { 200, .95 }, { 204, .93 }, { 268, .68 } };
  CorChart *chart = cor_chart_new (COR_CHART_CHARGE,
                                   say ("Charge along Yantian – Zhongshan", "盐田—中山沿途 SoC"),
                                   say ("2 swaps", "换电 2 次"));
  CorChartSeries *series
      = cor_chart_add_series (chart, "duty-4", NULL, COR_ROLE_ELECTRIC, COR_STYLE_STRONG);
  for (guint i = 0; i < G_N_ELEMENTS (line); i++)
    cor_chart_series_add (series, line[i][0], line[i][1]);
  cor_chart_add_mark (chart, COR_MARK_PLACE, 0, 0, COR_ROLE_TEXT, say ("Yantian", "盐田"));
  cor_chart_add_mark (chart, COR_MARK_PLACE, 135, 0, COR_ROLE_TEXT, say ("Zhongshan", "中山"));
  cor_chart_add_mark (chart, COR_MARK_PLACE, 268, 0, COR_ROLE_TEXT, say ("Yantian", "盐田"));
  cor_chart_add_mark (chart, COR_MARK_LIMIT, NAN, .15, COR_ROLE_IMPOSSIBLE,
                      say ("reserve 15 %", "下限 15%"));
  cor_chart_add_mark (chart, COR_MARK_DETOUR, 62, 0, COR_ROLE_SWAP, "+11.6 km")->x2 = 74;
  cor_chart_add_mark (chart, COR_MARK_DETOUR, 196, 0, COR_ROLE_SWAP, "+8.4 km")->x2 = 204;
  add_stop (chart, 68, .57, .95, COR_ROLE_SWAP, say ("Humen swap", "虎门换电站"), "st-1");
  add_stop (chart, 200, .33, .95, COR_ROLE_SWAP, say ("Humen swap", "虎门换电站"), "st-1");
  return chart;
}

static CorChart *
sample_charge_fails (void)
{
  static const double line[][2] = { { 0, .90 },   { 60, .55 },  { 60, .80 },  { 120, .45 },
                                    { 172, .15 }, { 195, .02 }, { 210, -.06 } };
  CorChart *chart = cor_chart_new (COR_CHART_CHARGE,
                                   say ("Charge along Yantian – Jiangmen", "盐田—江门沿途 SoC"),
                                   say ("1 stop", "充电 1 次"));
  CorChartSeries *series
      = cor_chart_add_series (chart, "duty-5", NULL, COR_ROLE_ELECTRIC, COR_STYLE_STRONG);
  for (guint i = 0; i < G_N_ELEMENTS (line); i++)
    cor_chart_series_add (series, line[i][0], line[i][1]);
  cor_chart_add_mark (chart, COR_MARK_PLACE, 0, 0, COR_ROLE_TEXT, say ("Yantian", "盐田"));
  cor_chart_add_mark (chart, COR_MARK_PLACE, 210, 0, COR_ROLE_TEXT, say ("Jiangmen", "江门"));
  cor_chart_add_mark (chart, COR_MARK_LIMIT, NAN, .15, COR_ROLE_IMPOSSIBLE,
                      say ("reserve 15 %", "下限 15%"));
  CorChartMark *fail = cor_chart_add_mark (chart, COR_MARK_FAILURE, 172, NAN, COR_ROLE_IMPOSSIBLE,
                                           say ("38 km short", "缺 38 km"));
  fail->x2 = 210;
  add_stop (chart, 60, .55, .80, COR_ROLE_ELECTRIC, say ("Houjie charging", "厚街充电站"), "st-2");
  return chart;
}

static CorChart *
new_stages (double grid, double detours)
{
  CorChart *chart
      = cor_chart_new (COR_CHART_STAGES, say ("Well to wheel by stage", "WTW 分阶段排放"),
                       say ("t CO₂e a year", "吨 CO₂e／年"));
  CorChartSeries *diesel = cor_chart_add_series (chart, "diesel", say ("Diesel fleet", "柴油车队"),
                                                 COR_ROLE_DIESEL, COR_STYLE_THIN);
  cor_chart_series_add_part (diesel, say ("fuel supply", "上游 WTT"), COR_ROLE_DIESEL_SUPPLY, 265);
  cor_chart_series_add_part (diesel, say ("tank to wheel", "行驶 TTW"), COR_ROLE_DIESEL, 1504);
  CorChartSeries *electric = cor_chart_add_series (chart, "bet", say ("Electric fleet", "电动车队"),
                                                   COR_ROLE_ELECTRIC, COR_STYLE_THIN);
  cor_chart_series_add_part (electric, say ("grid", "电网上游"), COR_ROLE_ELECTRIC, grid);
  cor_chart_series_add_part (electric, say ("detours", "绕行"), COR_ROLE_SWAP, detours);
  return chart;
}

static CorChart *
sample_stages (void)
{
  return new_stages (1254, 55);
}

static CorChart *
sample_stages_more (void)
{
  return new_stages (1767, 77);
}

static CorChart *
sample_waterfall (void)
{
  static const double steps[] = { 66e3, -43e3, -20e3, -11e3, -14e3, -23e3 };
  const char *labels[] = { say ("Base gap", "基准差额"),          say ("Toll relief", "通行费减免"),
                           say ("Purchase subsidy", "购置补贴"),  say ("Energy relief", "电价优惠"),
                           say ("Payload allowance", "载重补偿"), say ("Package gap", "组合差额") };
  const char *notes[] = { say ("two stations", "两座站"), "40 %", "70", "0.06", "2 t", NULL };
  CorChart *chart = cor_chart_new (COR_CHART_WATERFALL,
                                   say ("From base to package, 2027", "从基准到组合，2027"),
                                   say ("{money} a truck, 5-year TCO", "{money}／车，五年 TCO"));
  CorChartSeries *series
      = cor_chart_add_series (chart, "package", NULL, COR_ROLE_ACCENT, COR_STYLE_THIN);
  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      gboolean total = i == 0 || i + 1 == G_N_ELEMENTS (steps);
      CorChartPoint *point = cor_chart_series_add_part (
          series, labels[i], i == 0 ? COR_ROLE_DIESEL : COR_ROLE_ACCENT, steps[i]);
      point->total = total;
      point->note = g_strdup (notes[i]);
      point->id = g_strdup_printf ("policy-%u", i);
    }
  return chart;
}

static CorChart *
sample_cumulative (void)
{
  static const double diesel[] = { 420e3, 570e3, 722e3, 871e3, 1022e3, 1168e3 };
  static const double electric[] = { 610e3, 720e3, 828e3, 935e3, 1041e3, 1145e3 };
  CorChart *chart
      = cor_chart_new (COR_CHART_CUMULATIVE, say ("Cumulative cost", "累计成本"),
                       say ("{money} a truck, by year of ownership", "{money}／车，按持有年"));
  CorChartSeries *a = cor_chart_add_series (chart, "diesel", say ("diesel", "柴油"),
                                            COR_ROLE_DIESEL, COR_STYLE_THIN);
  CorChartSeries *b = cor_chart_add_series (chart, "bet", say ("electric", "电动"), COR_ROLE_ACCENT,
                                            COR_STYLE_STRONG);
  for (guint i = 0; i < G_N_ELEMENTS (diesel); i++)
    {
      cor_chart_series_add (a, i, diesel[i]);
      cor_chart_series_add (b, i, electric[i]);
    }
  return chart;
}

static CorChart *
sample_heat (void)
{
  CorChart *chart = cor_chart_new (
      COR_CHART_HEAT, say ("Parity year, Yantian – Guangzhou", "平价年份，盐田—广州"), NULL);
  chart->x.name = g_strdup (say ("thousand km a year", "年行驶里程，千公里"));
  chart->y.name = g_strdup (say ("all-in electricity price, yuan/kWh", "综合电价，元/kWh"));
  for (guint r = 0; r < 8; r++)
    {
      CorChartSeries *series
          = cor_chart_add_series (chart, NULL, NULL, COR_ROLE_ACCENT, COR_STYLE_THIN);
      series->value = 0.7 + r * 0.1;
      for (guint c = 0; c < 8; c++)
        {
          double year = floor (2029 + r * 1.45 - c * 1.5);
          cor_chart_series_add (series, 30 + c * 10, year > 2034 ? NAN : MAX (2024, year));
        }
    }
  cor_chart_add_mark (
      chart, COR_MARK_OWN, 64, 0.95, COR_ROLE_TEXT,
      say ("this scenario: 64 thousand km, 0.95 yuan/kWh", "当前方案：6.4 万公里，0.95 元/kWh"));
  return chart;
}

static void
add_swing (CorChartSeries *series, const char *label, const char *note, double low, double high)
{
  CorChartPoint *point = cor_chart_series_add_part (series, label, COR_ROLE_ACCENT, -23e3);
  point->note = g_strdup (note);
  point->low = low;
  point->high = high;
  point->id = g_strdup (note);
}

static CorChart *
sample_tornado (void)
{
  CorChart *chart = cor_chart_new (COR_CHART_TORNADO, say ("What could change it", "敏感性"),
                                   say ("TCO gap, {money} a truck", "TCO 差额，{money}／车"));
  CorChartSeries *series
      = cor_chart_add_series (chart, NULL, NULL, COR_ROLE_ACCENT, COR_STYLE_THIN);
  add_swing (series, say ("Interest", "利率"), "3 – 6 %", -29e3, -15e3);
  add_swing (series, say ("Diesel price", "柴油价格"), "5.9 – 8.0 yuan/L", 69e3, -118e3);
  add_swing (series, say ("Electricity price", "电价"), "0.70 – 1.05 yuan/kWh", -92e3, 44e3);
  add_swing (series, say ("Annual km", "年里程"), "45 – 80 thousand", 51e3, -80e3);
  add_swing (series, say ("Battery price", "电池价格"), "600 – 900 yuan/kWh", -60e3, 12e3);
  add_swing (series, say ("Residual value", "残值"), "15 – 30 %", 2e3, -46e3);
  return chart;
}

static CorChart *
sample_fan (void)
{
  CorChart *chart
      = cor_chart_new (COR_CHART_SPREAD, say ("TCO gap, 10,000 draws", "TCO 差额，1 万次抽样"),
                       say ("{money} a truck", "{money}／车"));
  CorChartSeries *series
      = cor_chart_add_series (chart, "v3", NULL, COR_ROLE_ACCENT, COR_STYLE_STRONG);
  for (int year = 2024; year <= 2034; year++)
    {
      double t = (year - 2024) / 10.0, y = 61e3 - 213e3 * (1.35 * t - 0.35 * t * t);
      CorChartPoint *point = cor_chart_series_add (series, year, y);
      double width = 20e3 + 45e3 * t;
      point->low = y - 0.67 * width;
      point->high = y + 0.75 * width;
      point->far_low = y - 1.65 * width;
      point->far_high = y + 1.9 * width;
    }
  chart->note
      = in_chinese ? g_strdup ("100 次抽样中有 78 次电动不更贵。") : g_strdup ("Electric is no dearer in 78 of 100 draws.");
  return chart;
}

static CorChart *
sample_boxes (void)
{
  const char *labels[]
      = { say ("Yantian – Dongguan", "盐田—东莞"), say ("Yantian – Guangzhou", "盐田—广州"),
          say ("Yantian – Nansha", "盐田—南沙"), say ("Yantian – Zhongshan", "盐田—中山") };
  CorChart *chart
      = cor_chart_new (COR_CHART_SPREAD, say ("TCO gap by route, 2027", "各线路 TCO 差额"),
                       say ("{money} a truck", "{money}／车"));
  CorChartSeries *series
      = cor_chart_add_series (chart, NULL, NULL, COR_ROLE_ACCENT, COR_STYLE_THIN);
  for (guint i = 0; i < G_N_ELEMENTS (labels); i++)
    {
      double y = -70e3 + i * 31e3;
      CorChartPoint *point = cor_chart_series_add_part (series, labels[i], COR_ROLE_ELECTRIC, y);
      point->low = y - 14e3 - i * 2e3;
      point->high = y + 17e3 + i * 3e3;
      point->far_low = y - 37e3 - i * 5e3;
      point->far_high = y + 48e3 + i * 6e3;
    }
  return chart;
}

static CorChart *
sample_day (void)
{
  static const double visits[] = { .3,  .2,  .2,  .2,  .3,  .5,  .8,  1.0, 1.2, 1.4, 1.8, 1.5,
                                   1.1, 1.1, 1.3, 1.5, 1.5, 1.3, 1.1, .9,  .8,  .6,  .5,  .4 };
  CorChart *chart = cor_chart_new (COR_CHART_DAY, say ("Arrivals by hour", "分时到站"), NULL);
  CorChartSeries *series
      = cor_chart_add_series (chart, "st-1", NULL, COR_ROLE_SWAP, COR_STYLE_THIN);
  for (guint i = 0; i < G_N_ELEMENTS (visits); i++)
    cor_chart_series_add (series, i, visits[i]);
  return chart;
}

static CorChart *
sample_power (void)
{
  CorChart *chart
      = cor_chart_new (COR_CHART_DAY, say ("Power over the day", "日负荷"), say ("kW", "kW"));
  CorChartSeries *series
      = cor_chart_add_series (chart, "st-1", NULL, COR_ROLE_ELECTRIC, COR_STYLE_THIN);
  chart->y.quantity = COR_QUANTITY_POWER;
  for (guint i = 0; i < 24; i++)
    cor_chart_series_add (series, i, 210 + 400 * exp (-(i - 10.0) * (i - 10.0) / 14));
  cor_chart_add_mark (chart, COR_MARK_LIMIT, NAN, 640, COR_ROLE_IMPOSSIBLE,
                      say ("grid connection 640 kW", "接网容量 640 kW"));
  return chart;
}

static CorChart *
sample_months (void)
{
  CorChart *chart = cor_chart_new (COR_CHART_MONTHS,
                                   say ("Electric share of new tractors", "电动牵引车占比"), NULL);
  chart->y.quantity = COR_QUANTITY_SHARE;
  CorChartSeries *series = cor_chart_add_series (chart, "share", say ("Shenzhen", "深圳"),
                                                 COR_ROLE_ACCENT, COR_STYLE_STRONG);
  for (int m = 0; m < 48; m++)
    {
      double y = 0.03 + 0.006 * m + 0.02 * sin (m * 0.52);
      CorChartPoint *point = cor_chart_series_add (series, 2023 * 12 + m, y);
      if (m >= 30)
        {
          double width = 0.012 * sqrt (m - 29.0);
          point->low = y - width;
          point->high = y + width;
          point->far_low = y - 2.2 * width;
          point->far_high = y + 2.2 * width;
        }
    }
  return chart;
}

static CorChart *
sample_cash (void)
{
  static const double rows[4][6] = { { 190e3, 132e3, 132e3, 132e3, 0, 0 },
                                     { 0, 71e3, 70e3, 69e3, 67e3, 66e3 },
                                     { 0, 39e3, 39e3, 38e3, 38e3, 37e3 },
                                     { 0, 0, 0, 0, 0, -96e3 } };
  static const CorRole roles[]
      = { COR_ROLE_TRUCK, COR_ROLE_ENERGY, COR_ROLE_UPKEEP, COR_ROLE_POLICY };
  const char *names[] = { say ("truck and loan", "购车与贷款"), say ("energy", "能源"),
                          say ("tolls, upkeep", "通行与维保"), say ("resale", "残值") };
  CorChart *chart = cor_chart_new (COR_CHART_CASH, say ("Cash flow by year", "年度现金流"),
                                   say ("{money} a truck", "{money}／车"));
  for (guint r = 0; r < 4; r++)
    {
      CorChartSeries *series
          = cor_chart_add_series (chart, NULL, names[r], roles[r], COR_STYLE_THIN);
      for (guint i = 0; i < 6; i++)
        cor_chart_series_add (series, 2027 + i, rows[r][i]);
    }
  CorChartSeries *sum
      = cor_chart_add_series (chart, NULL, say ("sum", "合计"), COR_ROLE_TEXT, COR_STYLE_LINE);
  for (guint i = 0; i < 6; i++)
    cor_chart_series_add (sum, 2027 + i, rows[0][i] + rows[1][i] + rows[2][i] + rows[3][i]);
  return chart;
}

const char *const sample_names[]
    = { "gap",    "gap-never",   "parts",     "parts-policy", "charge", "charge-fails",
        "stages", "stages-more", "waterfall", "cumulative",   "heat",   "tornado",
        "fan",    "boxes",       "day",       "power",        "months", "cash",
        NULL };

CorChart *
sample_chart (const char *name, gboolean chinese)
{
  static const struct
  {
    const char *name;
    CorChart *(*make) (void);
  } makers[] = {
    { "gap", sample_gap },
    { "gap-never", sample_gap_never },
    { "parts", sample_parts },
    { "parts-policy", sample_parts_policy },
    { "charge", sample_charge },
    { "charge-fails", sample_charge_fails },
    { "stages", sample_stages },
    { "stages-more", sample_stages_more },
    { "waterfall", sample_waterfall },
    { "cumulative", sample_cumulative },
    { "heat", sample_heat },
    { "tornado", sample_tornado },
    { "fan", sample_fan },
    { "boxes", sample_boxes },
    { "day", sample_day },
    { "power", sample_power },
    { "months", sample_months },
    { "cash", sample_cash },
  };
  in_chinese = chinese;
  for (guint i = 0; i < G_N_ELEMENTS (makers); i++)
    if (g_str_equal (makers[i].name, name))
      return makers[i].make ();
  g_assert_not_reached ();
}
