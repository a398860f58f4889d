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
add_line (CorChart *chart, const char *id, const char *name, CorSeriesStyle style, double start,
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
  static const CorRole roles[] = { COR_ROLE_TRUCK,  COR_ROLE_ENERGY, COR_ROLE_TOLLS,
                                   COR_ROLE_UPKEEP, COR_ROLE_INSURANCE, COR_ROLE_TIME,
                                   COR_ROLE_POLICY };
  const char *labels[]
      = { say ("Truck less resale", "购车净成本"), say ("Energy", "能源"), say ("Tolls", "通行费"),
          say ("Upkeep", "维保"), say ("Insurance", "保险"), say ("Time", "时间"),
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
  CorChart *chart = cor_chart_new (COR_CHART_PARTS,
                                   say ("Five-year cost parts, 2027", "五年成本构成，2027"),
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
  CorChart *chart = cor_chart_new (COR_CHART_PARTS,
                                   say ("Cost parts with policies", "含政策的成本构成"),
                                   say ("{money} a truck", "{money}／车"));
  add_parts (chart, "diesel", say ("diesel", "柴油"), COR_ROLE_DIESEL, diesel);
  add_parts (chart, "bet", say ("charging", "充电"), COR_ROLE_ACCENT, charge);
  add_parts (chart, "swap", say ("swap", "换电"), COR_ROLE_SWAP, swap);
  return chart;
}

static void
add_stop (CorChart *chart, double km, double from, double to, CorRole role, const char *name,
          const char *id)
{
  CorChartMark *mark = cor_chart_add_mark (chart, COR_MARK_STOP, km, from, role, name);
  mark->y2 = to;
  mark->id = g_strdup (id);
}

static CorChart *
sample_charge (void)
{
  static const double line[][2] = { { 0, .95 },   { 62, .60 },  { 68, .57 },  { 68, .95 },
                                    { 74, .92 },  { 135, .58 }, { 196, .35 }, { 200, .33 },
                                    { 200, .95 }, { 204, .93 }, { 268, .68 } };
  CorChart *chart = cor_chart_new (
      COR_CHART_CHARGE, say ("Charge along Yantian – Zhongshan", "盐田—中山沿途 SoC"),
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
  static const double line[][2] = { { 0, .90 },   { 60, .55 },  { 60, .80 }, { 120, .45 },
                                    { 172, .15 }, { 195, .02 }, { 210, -.06 } };
  CorChart *chart = cor_chart_new (
      COR_CHART_CHARGE, say ("Charge along Yantian – Jiangmen", "盐田—江门沿途 SoC"),
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
  CorChart *chart = cor_chart_new (COR_CHART_STAGES, say ("Well to wheel by stage", "WTW 分阶段排放"),
                                   say ("t CO₂e a year", "吨 CO₂e／年"));
  CorChartSeries *diesel = cor_chart_add_series (chart, "diesel", say ("Diesel fleet", "柴油车队"),
                                                 COR_ROLE_DIESEL, COR_STYLE_THIN);
  cor_chart_series_add_part (diesel, say ("fuel supply", "上游 WTT"), COR_ROLE_DIESEL_SUPPLY, 265);
  cor_chart_series_add_part (diesel, say ("tank to wheel", "行驶 TTW"), COR_ROLE_DIESEL, 1504);
  CorChartSeries *electric = cor_chart_add_series (
      chart, "bet", say ("Electric fleet", "电动车队"), COR_ROLE_ELECTRIC, COR_STYLE_THIN);
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

const char *const sample_names[]
    = { "gap", "gap-never", "parts", "parts-policy", "charge", "charge-fails",
        "stages", "stages-more", NULL };

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
  };
  in_chinese = chinese;
  for (guint i = 0; i < G_N_ELEMENTS (makers); i++)
    if (g_str_equal (makers[i].name, name))
      return makers[i].make ();
  g_assert_not_reached ();
}
