/* cor-import-measured.c: what vehicles took and how fast they were between two places, for a duty.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-import-trips.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* Sum over the trips that recorded it, and the km of those. */
static double
recorded (const ImportPair *pair, gsize offset, double *km)
{
  double sum = 0;

  *km = 0;
  for (guint i = 0; i < pair->trips->len; i++)
    {
      const CorTrip *trip = g_ptr_array_index (pair->trips, i);
      double value = *(const double *) (gconstpointer) ((const char *) trip + offset);

      if (!(value > 0))
        continue;
      sum += value;
      *km += trip->km;
    }
  return sum;
}

static double
mean_speed_kmh (const ImportPair *pair)
{
  double km = 0, hours = 0;

  for (guint i = 0; i < pair->trips->len; i++)
    {
      const CorTrip *trip = g_ptr_array_index (pair->trips, i);

      if (!(trip->end_s > trip->begin_s))
        continue;
      km += trip->km;
      hours += (trip->end_s - trip->begin_s) / 3600;
    }
  return hours > 0 ? km / hours : NAN;
}

char *
cor_import_pair_note (const ImportPair *pair)
{
  double kwh_km, litre_km, kmh = mean_speed_kmh (pair);
  double kwh = recorded (pair, G_STRUCT_OFFSET (CorTrip, kwh), &kwh_km);
  double litres = recorded (pair, G_STRUCT_OFFSET (CorTrip, litres), &litre_km);
  GString *note = g_string_new (NULL);

  g_string_append_printf (note, _ ("Trace: %u trips of %u vehicles, %.1f km"), pair->trips->len,
                          g_hash_table_size (pair->vehicles), pair->km);
  if (kmh > 0)
    g_string_append_printf (note, _ (", %.0f km/h on the way"), kmh);
  if (kwh > 0)
    g_string_append_printf (note, _ (", %.1f kWh, %.3f kWh/km"), kwh, kwh / kwh_km);
  if (litres > 0)
    g_string_append_printf (note, _ (", %.1f L, %.1f L/100 km"), litres, litres / litre_km * 100);
  return g_string_free (note, FALSE);
}

const char *
cor_import_first_truck (const CorScenario *scenario, gboolean diesel)
{
  guint n;
  const CorItem *const *trucks = cor_scenario_items (scenario, COR_ITEM_TRUCK, &n);

  for (guint i = 0; i < n; i++)
    if ((((const CorTruck *) trucks[i])->powertrain == COR_POWERTRAIN_DIESEL) == diesel)
      return trucks[i]->id;
  return NULL;
}

static void
add_measured (GArray *entries, CorParamId id, double value, const char *source)
{
  CorParameter entry = { .id = id, .powertrain = -1, .value = value, .low = value, .high = value,
                         .status = COR_STATUS_MEASURED, .source = g_strdup (source) };

  if (cor_parameter_check (&entry, NULL))
    g_array_append_val (entries, entry);
  else
    cor_parameter_clear (&entry);
}

static CorParamLayer *
measured (const ImportWork *work, CorDuty *duty, const ImportPair *pair)
{
  double km, amount;
  const char *source = work->options->source ? work->options->source : _ ("Vehicle trace");
  GArray *entries = g_array_new (FALSE, FALSE, sizeof (CorParameter));

  g_array_set_clear_func (entries, (GDestroyNotify) cor_parameter_clear);
  amount = recorded (pair, G_STRUCT_OFFSET (CorTrip, kwh), &km);
  if (amount > 0)
    {
      add_measured (entries, COR_PARAM_ENERGY_USE, amount / km, source);
      duty->recorded_km = round (km * 1000) / 1000;
      duty->recorded_kwh = round (amount * 1000) / 1000;
    }
  amount = recorded (pair, G_STRUCT_OFFSET (CorTrip, litres), &km);
  if (amount > 0)
    add_measured (entries, COR_PARAM_DIESEL_USE, amount / km * 100, source);
  if (mean_speed_kmh (pair) > 0)
    add_measured (entries, COR_PARAM_MEAN_SPEED, mean_speed_kmh (pair), source);
  return cor_param_layer_new (entries, NULL);
}

/* The work of the vehicles on the route, with what they took as measured. */
void
cor_import_pair_duty (ImportWork *work, const ImportPair *pair, const CorRoute *route)
{
  const char *truck = cor_import_first_truck (work->scenario, FALSE);
  g_autoptr (CorParamLayer) layer = NULL;
  g_autofree char *id = NULL;
  CorDuty *duty;
  guint n;

  if (truck == NULL || g_hash_table_size (pair->vehicle_days) == 0)
    return;
  id = cor_import_claim_id (work, COR_ITEM_DUTY, route->item.id);
  duty = (CorDuty *) cor_item_new (COR_ITEM_DUTY, id);
  duty->item.name = g_strdup (route->item.name);
  duty->item.name_zh = g_strdup (route->item.name_zh);
  duty->item.note = g_strdup (route->item.note);
  duty->route = g_strdup (route->item.id);
  duty->truck = g_strdup (truck);
  duty->diesel = g_strdup (cor_import_first_truck (work->scenario, TRUE));
  duty->trucks = g_hash_table_size (pair->vehicles);
  layer = measured (work, duty, pair);
  cor_param_layer_entries (layer, &n);
  if (n > 0)
    cor_item_set_boxed (&duty->item, cor_item_field (COR_ITEM_DUTY, "parameters"), layer);
  g_ptr_array_add (work->import->items, duty);
}
