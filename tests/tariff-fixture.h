/* tariff-fixture.h: scenarios whose depots or stations pay by a tariff of seasons and hours.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "cor-scenario.h"

#include <math.h>

G_BEGIN_DECLS

/** fixture_season: one price at all hours but 11-12 and 15-17 h, and the night from 0 to 8 h at half of it. */
static inline CorTariffSeason
fixture_season (guint16 months, double flat, double sharp)
{
  CorTariffSeason season;

  cor_tariff_season_init (&season);
  season.months = months;
  season.yuan_per_kwh[COR_TARIFF_FLAT] = flat;
  season.yuan_per_kwh[COR_TARIFF_VALLEY] = flat / 2;
  season.yuan_per_kwh[COR_TARIFF_SHARP] = sharp;
  cor_tariff_add_stretch (&season, COR_TARIFF_VALLEY, 0, 8);
  cor_tariff_add_stretch (&season, COR_TARIFF_SHARP, 11, 12);
  cor_tariff_add_stretch (&season, COR_TARIFF_SHARP, 15, 17);
  return season;
}

/** fixture_flat: one price all year. */
static inline CorTariffSeason
fixture_flat (double yuan_per_kwh)
{
  CorTariffSeason season;

  cor_tariff_season_init (&season);
  season.yuan_per_kwh[COR_TARIFF_FLAT] = yuan_per_kwh;
  return season;
}

/** fixture_with_tariff: (transfer full): with a tariff "power" of @n seasons, at @n_levels price levels by year. */
static inline CorScenario *
fixture_with_tariff (CorScenario *scenario, const CorTariffSeason *seasons, guint n, const CorPolicyPoint *levels, guint n_levels)
{
  CorTariffSheet *sheet = (CorTariffSheet *) cor_item_new (COR_ITEM_TARIFF, "power");

  sheet->seasons = cor_seasons_new ();
  g_array_append_vals (sheet->seasons, seasons, n);
  if (n_levels > 0)
    {
      sheet->price_level = cor_schedule_new ();
      g_array_append_vals (sheet->price_level, levels, n_levels);
    }
  return cor_scenario_with_item (scenario, &sheet->item);
}

/** fixture_name_depots: (transfer full): depots and sites on the tariff "power". */
static inline CorScenario *
fixture_name_depots (CorScenario *scenario)
{
  CorItem *head = cor_item_copy (&cor_scenario_head (scenario)->item);

  ((CorHead *) head)->tariff = g_strdup ("power");
  return cor_scenario_with_head (scenario, head);
}

/** fixture_name_stations: (transfer full): stations that have no price of their own on the tariff "power". */
static inline CorScenario *
fixture_name_stations (CorScenario *scenario)
{
  GPtrArray *stations = g_ptr_array_new_with_free_func ((GDestroyNotify) cor_item_unref);
  guint n;
  const CorItem *const *items = cor_scenario_items (scenario, COR_ITEM_STATION, &n);

  for (guint i = 0; i < n; i++)
    {
      CorStation *station = (CorStation *) cor_item_copy (items[i]);

      if (isnan (station->energy_price_yuan_per_kwh))
        station->tariff = g_strdup ("power");
      g_ptr_array_add (stations, station);
    }
  return cor_scenario_with_items (scenario, COR_ITEM_STATION, stations);
}

G_END_DECLS
