/* cor-attribution.c: emissions by city.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-attribution.h"

#include <math.h>

void
cor_attribute (double total, const double *km, guint n, double *out)
{
  double all = 0;

  for (guint i = 0; i < n; i++)
    all += km[i];
  for (guint i = 0; i < n; i++)
    out[i] = all > 0 ? total * km[i] / all : 0;
}

static void
cut_route (const CorCities *cities, const CorGeometry *geometry, double *metres, guint n)
{
  g_autofree double *way = g_new0 (double, n);

  for (guint i = 0; i < n; i++)
    metres[i] = 0;
  if (geometry->out == NULL)
    {
      metres[n - 1] = 1;
      return;
    }
  cor_cities_cut (cities, geometry->out, metres);
  if (geometry->back == NULL)
    return;
  cor_cities_cut (cities, geometry->back, way);
  for (guint i = 0; i < n; i++)
    metres[i] += way[i];
}

static guint
registered_in (const CorResults *results, const CorCities *cities, const CorDuty *duty)
{
  const char *region = duty->region ? duty->region : cor_scenario_head (results->scenario)->region;

  for (guint i = 0; i < cor_cities_count (cities); i++)
    if (g_strcmp0 (cor_cities_name (cities, i, FALSE), region) == 0)
      return i;
  return cor_cities_count (cities);
}

static void
add_duty (CorAttribution *out, const CorResults *results, const CorCities *cities, const CorDutyResult *duty)
{
  int index = duty->counted[results->year];
  const CorOutcome *truck, *diesel;
  guint n = out->n_rows, home = registered_in (results, cities, duty->duty);
  g_autofree double *metres = g_new0 (double, n), *part = g_new0 (double, n);
  double trucks = duty->duty->trucks;

  if (index < 0 || duty->diesel == NULL || !duty->diesel->outcomes[results->year].feasible)
    return;
  truck = &duty->alternatives[index]->outcomes[results->year];
  diesel = &duty->diesel->outcomes[results->year];
  cut_route (cities, duty->geometry, metres, n);
  cor_attribute (trucks * cor_outcome_driven_km (truck), metres, n, part);
  for (guint i = 0; i < n; i++)
    out->rows[i].operating_km += part[i];
  cor_attribute (trucks * truck->wtw_kg / 1000, metres, n, part);
  for (guint i = 0; i < n; i++)
    out->rows[i].operating_t += part[i];
  cor_attribute (trucks * diesel->wtw_kg / 1000, metres, n, part);
  for (guint i = 0; i < n; i++)
    {
      out->rows[i].diesel_operating_t += part[i];
      out->rows[i].diesel_direct_t += diesel->wtw_kg > 0 ? part[i] * diesel->direct_kg / diesel->wtw_kg : 0;
    }
  out->rows[home].registration_t += trucks * truck->wtw_kg / 1000;
  out->rows[home].diesel_registration_t += trucks * diesel->wtw_kg / 1000;
}

/* What the city's heavy trucks emit, where the truck-carbon report says. */
static void
add_city_totals (CorCityRow *row, CorParamLayer *defaults, const char *city)
{
  CorParamContext context = { .powertrain = -1, .region = city };
  g_autoptr (CorParamTable) table = cor_param_table_new (&defaults, 1, &context);
  CorParamValue value;

  row->city_operating_kt = row->city_registration_kt = NAN;
  if (cor_param_table_get (table, COR_PARAM_CITY_OPERATING, 2100, &value))
    {
      row->city_operating_kt = value.value;
      row->city_year = value.from->year;
    }
  if (cor_param_table_get (table, COR_PARAM_CITY_REGISTRATION, 2100, &value))
    row->city_registration_kt = value.value;
}

CorAttribution *
cor_attribution_new (const CorResults *results, const CorCities *cities)
{
  CorAttribution *out = g_new0 (CorAttribution, 1);

  out->n_rows = cor_cities_count (cities) + 1;
  out->rows = g_new0 (CorCityRow, out->n_rows);
  for (guint i = 0; i < out->n_rows; i++)
    add_city_totals (&out->rows[i], results->defaults, i + 1 < out->n_rows ? cor_cities_name (cities, i, FALSE) : NULL);
  for (guint i = 0; i < results->n_duties; i++)
    add_duty (out, results, cities, &results->duties[i]);
  return out;
}

void
cor_attribution_free (CorAttribution *attribution)
{
  g_free (attribution->rows);
  g_free (attribution);
}
