/* cor-attribution.c: emissions by city.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-attribution.h"

#include <glib/gi18n-lib.h>
#include <math.h>

static void
amount_add (CorCityAmount *to, const CorCityAmount *from, double share)
{
  to->km += share * from->km;
  to->wtw_t += share * from->wtw_t;
  to->direct_t += share * from->direct_t;
  to->diesel_wtw_t += share * from->diesel_wtw_t;
  to->diesel_direct_t += share * from->diesel_direct_t;
}

/* What the city's heavy trucks emit, where the truck-carbon report says. */
static void
add_city_totals (CorCityRow *row, CorParamLayer *defaults)
{
  CorParamContext context = { .powertrain = -1, .region = row->name };
  g_autoptr (CorParamTable) table = cor_param_table_new (&defaults, 1, &context);
  CorParamValue value;

  if (cor_param_table_get (table, COR_PARAM_CITY_OPERATING, 2100, &value))
    {
      row->city_operating_kt = value.value;
      row->city_year = value.from->year;
    }
  if (cor_param_table_get (table, COR_PARAM_CITY_REGISTRATION, 2100, &value))
    row->city_registration_kt = value.value;
}

/* The row of that kind and name, added where there is none yet. */
static guint
row_index (CorAttribution *out, CorCityKind kind, const char *name, const char *name_zh, CorParamLayer *defaults)
{
  CorCityRow row = { .kind = kind, .city_operating_kt = NAN, .city_registration_kt = NAN };

  for (guint i = 0; i < out->n_rows; i++)
    if (out->rows[i].kind == kind && (kind != COR_CITY_PLATE || g_strcmp0 (out->rows[i].name, name) == 0))
      return i;
  row.name = g_strdup (name);
  row.name_zh = g_strdup (name_zh);
  out->rows = g_renew (CorCityRow, out->rows, out->n_rows + 1);
  out->rows[out->n_rows] = row;
  if (kind == COR_CITY_PLATE)
    add_city_totals (&out->rows[out->n_rows], defaults);
  return out->n_rows++;
}

static void
add_areas (CorAttribution *out, const CorCities *cities, CorParamLayer *defaults)
{
  out->n_rows = cor_cities_count (cities);
  out->rows = g_new0 (CorCityRow, MAX (out->n_rows, 1));
  for (guint i = 0; i < out->n_rows; i++)
    {
      out->rows[i] = (CorCityRow) { .kind = COR_CITY_AREA,
                                    .area = i,
                                    .name = g_strdup (cor_cities_name (cities, i, FALSE)),
                                    .name_zh = g_strdup (cor_cities_name (cities, i, TRUE)),
                                    .city_operating_kt = NAN,
                                    .city_registration_kt = NAN };
      add_city_totals (&out->rows[i], defaults);
    }
}

/* Gives that share of a duty's trucks to the city of a row. */
static void
give (CorAttribution *out, guint row, guint duty, gboolean registered, const CorCityAmount *amount, double share)
{
  CorCityPart part = { row, duty, registered, share };

  amount_add (registered ? &out->rows[row].registration : &out->rows[row].operating, amount, share);
  if (share > 0)
    g_array_append_val (out->parts, part);
}

/* By where driven: the metres out and back in each area, what is left outside. */
static void
add_operating (CorAttribution *out, const CorCities *cities, const CorDutyResult *duty, guint index, const CorCityAmount *amount)
{
  const CorGeometry *geometry = duty->geometry;
  guint n = cor_cities_count (cities);
  g_autofree double *metres = g_new0 (double, n + 1), *back = g_new0 (double, n + 1);
  double all = 0;

  if (geometry->out == NULL)
    {
      guint unmapped = row_index (out, COR_CITY_UNMAPPED, _ ("routes without a line on the map"),
                                  _ ("routes without a line on the map"), NULL);

      give (out, unmapped, index, FALSE, amount, 1);
      return;
    }
  cor_cities_cut (cities, geometry->out, metres);
  if (geometry->back != NULL)
    cor_cities_cut (cities, geometry->back, back);
  for (guint i = 0; i <= n; i++)
    all += metres[i] + back[i];
  for (guint i = 0; i < n; i++)
    give (out, i, index, FALSE, amount, (metres[i] + back[i]) / all);
  if (metres[n] + back[n] > 0)
    {
      guint outside = row_index (out, COR_CITY_OUTSIDE, _ ("outside all areas"), _ ("outside all areas"), NULL);

      give (out, outside, index, FALSE, amount, (metres[n] + back[n]) / all);
    }
}

/* By the plate: the city that the duty names, else its region. */
static void
add_registration (CorAttribution *out, const CorResults *results, const CorDuty *duty, guint index, const CorCityAmount *amount)
{
  const char *city = duty->plate_city ? duty->plate_city
                     : duty->region   ? duty->region
                                      : cor_scenario_head (results->scenario)->region;
  guint row;

  for (row = 0; row < out->n_rows; row++)
    if (out->rows[row].kind == COR_CITY_AREA && city != NULL
        && (g_strcmp0 (out->rows[row].name, city) == 0 || g_strcmp0 (out->rows[row].name_zh, city) == 0))
      break;
  if (row == out->n_rows && city != NULL)
    row = row_index (out, COR_CITY_PLATE, city, city, results->defaults);
  else if (row == out->n_rows)
    row = row_index (out, COR_CITY_NO_PLATE, _ ("registration not given"), _ ("registration not given"), NULL);
  give (out, row, index, TRUE, amount, 1);
}

static void
add_duty (CorAttribution *out, const CorResults *results, const CorCities *cities, guint index)
{
  const CorDutyResult *duty = &results->duties[index];
  const CorAlternative *counted = cor_duty_result_compared (results, duty, results->year);
  const CorOutcome *truck, *diesel;
  double n = duty->duty->trucks;
  CorCityAmount amount;

  if (counted == NULL)
    return;
  truck = &counted->outcomes[results->year];
  diesel = &duty->diesel->outcomes[results->year];
  amount = (CorCityAmount) { .km = n * cor_outcome_driven_km (truck),
                             .wtw_t = n * truck->wtw_kg / 1000,
                             .direct_t = n * truck->direct_kg / 1000,
                             .diesel_wtw_t = n * diesel->wtw_kg / 1000,
                             .diesel_direct_t = n * diesel->direct_kg / 1000 };
  amount_add (&out->total, &amount, 1);
  add_operating (out, cities, duty, index, &amount);
  add_registration (out, results, duty->duty, index, &amount);
}

CorAttribution *
cor_attribution_new (const CorResults *results, const CorCities *cities)
{
  CorAttribution *out = g_new0 (CorAttribution, 1);

  out->parts = g_array_new (FALSE, FALSE, sizeof (CorCityPart));
  add_areas (out, cities, results->defaults);
  for (guint i = 0; i < results->n_duties; i++)
    add_duty (out, results, cities, i);
  return out;
}

void
cor_attribution_free (CorAttribution *attribution)
{
  for (guint i = 0; i < attribution->n_rows; i++)
    {
      g_free (attribution->rows[i].name);
      g_free (attribution->rows[i].name_zh);
    }
  g_array_unref (attribution->parts);
  g_free (attribution->rows);
  g_free (attribution);
}

double
cor_city_row_share (const CorCityRow *row)
{
  return row->operating.diesel_direct_t / (row->city_operating_kt * 1000);
}

double
cor_city_row_saved_share (const CorCityRow *row)
{
  return (row->operating.diesel_direct_t - row->operating.direct_t) / (row->city_operating_kt * 1000);
}

double
cor_attribution_figure (const CorAttribution *attribution, guint row, CorCityFigure figure)
{
  const CorCityRow *of;

  g_return_val_if_fail (row < attribution->n_rows, NAN);

  of = &attribution->rows[row];
  switch (figure)
    {
    case COR_CITY_DRIVEN:
      return of->operating.diesel_wtw_t;
    case COR_CITY_REGISTERED:
      return of->registration.diesel_wtw_t;
    case COR_CITY_PLANNED:
      return of->operating.wtw_t;
    case COR_CITY_SAVED:
      return of->operating.diesel_wtw_t - of->operating.wtw_t;
    case COR_CITY_SHARE:
      return cor_city_row_share (of);
    case COR_CITY_SAVED_SHARE:
      return cor_city_row_saved_share (of);
    case COR_CITY_TRUCKS:
      return of->city_operating_kt;
    case COR_CITY_KM:
      return of->operating.km;
    default:
      g_return_val_if_reached (NAN);
    }
}
