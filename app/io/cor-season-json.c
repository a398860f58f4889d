/* cor-season-json.c: a season of a tariff as JSON, both ways.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-season-json.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* The same ranges as of the parameters that stand in for a tariff. */
#define MOST_YUAN_PER_KWH 20
#define MOST_YUAN_PER_KW 500

static const char *const hours_keys[COR_TARIFF_PERIODS] = {
  [COR_TARIFF_SHARP] = "sharp_h",
  [COR_TARIFF_PEAK] = "peak_h",
  [COR_TARIFF_VALLEY] = "valley_h",
};

static const char *const price_keys[COR_TARIFF_PERIODS] = {
  [COR_TARIFF_SHARP] = "sharp_yuan_per_kwh",
  [COR_TARIFF_PEAK] = "peak_yuan_per_kwh",
  [COR_TARIFF_FLAT] = "flat_yuan_per_kwh",
  [COR_TARIFF_VALLEY] = "valley_yuan_per_kwh",
};

/* As tariff sheets have them: the dearest first. */
static const CorTariffPeriod order[COR_TARIFF_PERIODS]
  = { COR_TARIFF_SHARP, COR_TARIFF_PEAK, COR_TARIFF_FLAT, COR_TARIFF_VALLEY };

static gboolean
read_months (const CorJson *node, CorTariffSeason *season, GError **error)
{
  season->months = 0;
  if (!cor_json_expect (node, COR_JSON_ARRAY, error))
    return FALSE;
  for (const CorJson *month = node->first; month != NULL; month = month->next)
    {
      int number;

      if (!cor_json_integer (month, 1, COR_TARIFF_MONTHS, &number, error))
        return FALSE;
      season->months |= cor_tariff_months (number, number);
    }
  if (season->months == 0)
    return cor_json_set_error (node, COR_ERROR_RANGE, error, _ ("a season has at least one month"));
  return TRUE;
}

static gboolean
read_hours (const CorJson *node, CorTariffPeriod period, CorTariffSeason *season, GError **error)
{
  if (!cor_json_expect (node, COR_JSON_ARRAY, error))
    return FALSE;
  for (const CorJson *stretch = node->first; stretch != NULL; stretch = stretch->next)
    {
      if (!cor_json_expect (stretch, COR_JSON_ARRAY, error))
        return FALSE;
      if (stretch->n != 2 || stretch->first->type != COR_JSON_NUMBER || stretch->first->next->type != COR_JSON_NUMBER)
        return cor_json_set_error (stretch, COR_ERROR_PARSE, error, _ ("a stretch of hours is [from, to]"));
      if (!cor_tariff_add_stretch (season, period, stretch->first->number, stretch->first->next->number))
        return cor_json_set_error (stretch, COR_ERROR_RANGE, error,
                                   _ ("%g to %g are no half hours of a day, or belong to another period already"),
                                   stretch->first->number, stretch->first->next->number);
    }
  return TRUE;
}

static gboolean
read_price (const CorJson *node, double highest, double *price, GError **error)
{
  if (node->type == COR_JSON_NULL)
    return TRUE;
  if (!cor_json_expect (node, COR_JSON_NUMBER, error))
    return FALSE;
  if (!(node->number >= 0 && node->number <= highest))
    return cor_json_set_error (node, COR_ERROR_RANGE, error, _ ("%g is out of range; it must lie between %g and %g"),
                               node->number, 0.0, highest);
  *price = node->number;
  return TRUE;
}

static gboolean
read_member (const CorJson *node, CorTariffSeason *season, GError **error)
{
  if (g_str_equal (node->key, "months"))
    return read_months (node, season, error);
  if (g_str_equal (node->key, "demand_yuan_per_kw_month"))
    return read_price (node, MOST_YUAN_PER_KW, &season->demand_yuan_per_kw_month, error);
  for (guint i = 0; i < COR_TARIFF_PERIODS; i++)
    {
      if (g_strcmp0 (node->key, hours_keys[i]) == 0)
        return read_hours (node, i, season, error);
      if (g_strcmp0 (node->key, price_keys[i]) == 0)
        return read_price (node, MOST_YUAN_PER_KWH, &season->yuan_per_kwh[i], error);
    }
  return cor_json_set_error (node, COR_ERROR_PARSE, error, _ ("“%s” is no part of a season"), node->key);
}

gboolean
cor_season_read (const CorJson *node, GArray *seasons, GError **error)
{
  CorTariffSeason season;

  if (!cor_json_expect (node, COR_JSON_OBJECT, error)
      || cor_json_require (node, "months", COR_JSON_ARRAY, error) == NULL)
    return FALSE;
  cor_tariff_season_init (&season);
  for (const CorJson *member = node->first; member != NULL; member = member->next)
    if (!read_member (member, &season, error))
      return FALSE;
  g_array_append_val (seasons, season);
  return TRUE;
}

static void
write_hours (CorJsonWriter *writer, const CorTariffSeason *season, CorTariffPeriod period)
{
  double stretches[COR_TARIFF_STRETCHES][2];
  guint n = hours_keys[period] != NULL ? cor_tariff_stretches (season, period, stretches) : 0;

  if (n == 0)
    return;
  cor_json_writer_key (writer, hours_keys[period]);
  cor_json_writer_begin (writer, '[');
  for (guint i = 0; i < n; i++)
    {
      cor_json_writer_begin (writer, '[');
      cor_json_writer_number (writer, stretches[i][0]);
      cor_json_writer_number (writer, stretches[i][1]);
      cor_json_writer_end (writer, ']');
    }
  cor_json_writer_end (writer, ']');
}

void
cor_season_write (CorJsonWriter *writer, const CorTariffSeason *season)
{
  cor_json_writer_begin (writer, '{');
  cor_json_writer_key (writer, "months");
  cor_json_writer_begin (writer, '[');
  for (guint i = 0; i < COR_TARIFF_MONTHS; i++)
    if (season->months & (1 << i))
      cor_json_writer_number (writer, i + 1);
  cor_json_writer_end (writer, ']');
  for (guint i = 0; i < COR_TARIFF_PERIODS; i++)
    write_hours (writer, season, order[i]);
  for (guint i = 0; i < COR_TARIFF_PERIODS; i++)
    if (!isnan (season->yuan_per_kwh[order[i]]))
      {
        cor_json_writer_key (writer, price_keys[order[i]]);
        cor_json_writer_number (writer, season->yuan_per_kwh[order[i]]);
      }
  if (!isnan (season->demand_yuan_per_kw_month))
    {
      cor_json_writer_key (writer, "demand_yuan_per_kw_month");
      cor_json_writer_number (writer, season->demand_yuan_per_kw_month);
    }
  cor_json_writer_end (writer, '}');
}
