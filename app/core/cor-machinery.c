/* cor-machinery.c: electric yard machines.
 *
 * kWh a day = rated kW x load share x hours (Nankai University and CATARC 2023). A battery weighs
 * kWh / (Wh per kg); a charge takes kWh / kW of the charger.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-machinery.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

/* The study's bands: within an 8 h shift; 8 to 12 h; longer. */
#define SHIFT_H 8.0
#define NIGHT_H 12.0

const CorEnumValue cor_machine_band_values[] = {
  { COR_MACHINE_WITHIN_SHIFT, "within-shift", N_ ("within an 8 h shift") },
  { COR_MACHINE_OVERNIGHT, "overnight", N_ ("8 to 12 h") },
  { COR_MACHINE_LONGER, "longer", N_ ("longer than 12 h") },
  { 0, NULL, NULL },
};

const CorEnumValue cor_machine_advice_values[] = {
  { COR_MACHINE_LITHIUM_NOW, "lithium-now", N_ ("Lithium battery now") },
  { COR_MACHINE_LEAD_ACID_TOO, "lead-acid-too", N_ ("Lithium now; in a warehouse lead-acid will do") },
  { COR_MACHINE_PILOT, "pilot", N_ ("Try a few, with a purchase grant") },
  { COR_MACHINE_NOT_YET, "not-yet", N_ ("Not yet") },
  { 0, NULL, NULL },
};

static int
compare_power (const void *a, const void *b)
{
  const CorMachineCharge *ca = a, *cb = b;

  return ca->kw < cb->kw ? -1 : ca->kw > cb->kw;
}

CorMachineBand
cor_machine_band (double hours)
{
  return hours <= SHIFT_H ? COR_MACHINE_WITHIN_SHIFT : hours <= NIGHT_H ? COR_MACHINE_OVERNIGHT : COR_MACHINE_LONGER;
}

/* The chargers of the data: entries of the price, told apart by their type, with their power. */
static void
fill_charges (CorParamLayer *defaults, CorMachine *out)
{
  guint n;
  const CorParameter *entries = cor_param_layer_entries (defaults, &n);

  for (guint i = 0; i < n; i++)
    {
      CorParamContext context = { .truck_type = entries[i].truck_type, .powertrain = -1 };
      g_autoptr (CorParamTable) table = NULL;
      CorMachineCharge *charge;

      if (entries[i].id != COR_PARAM_CHARGER_PRICE || entries[i].truck_type == NULL)
        continue;
      table = cor_param_table_new (&defaults, 1, &context);
      out->charges = g_renew (CorMachineCharge, out->charges, out->n_charges + 1);
      charge = &out->charges[out->n_charges++];
      charge->kw = cor_param_table_value (table, COR_PARAM_CHARGER_POWER, entries[i].year);
      charge->yuan = entries[i].value;
      charge->hours = out->energy_kwh / charge->kw;
      charge->band = cor_machine_band (charge->hours);
    }
  if (out->n_charges > 0)
    qsort (out->charges, out->n_charges, sizeof (CorMachineCharge), compare_power);
}

static CorMachineAdvice
advise (const char *kind, double kw, const double *row)
{
  if (kw < row[COR_PARAM_MACHINE_NOW_KW])
    return strcmp (kind, "forklift") == 0 ? COR_MACHINE_LEAD_ACID_TOO : COR_MACHINE_LITHIUM_NOW;
  return kw <= row[COR_PARAM_MACHINE_PILOT_KW] ? COR_MACHINE_PILOT : COR_MACHINE_NOT_YET;
}

static gboolean
check_rows (const double *row, GError **error)
{
  static const CorParamId needed[] = { COR_PARAM_LITHIUM_DENSITY,  COR_PARAM_LEAD_ACID_DENSITY, COR_PARAM_LITHIUM_PRICE,
                                       COR_PARAM_LEAD_ACID_PRICE,  COR_PARAM_YARD_TARIFF,       COR_PARAM_YARD_SERVICE_FEE,
                                       COR_PARAM_YARD_DIESEL,      COR_PARAM_SHAFT_ENERGY,      COR_PARAM_MACHINE_NOW_KW,
                                       COR_PARAM_MACHINE_PILOT_KW, COR_PARAM_YUAN_PER_USD };

  for (guint i = 0; i < G_N_ELEMENTS (needed); i++)
    if (isnan (row[needed[i]]))
      {
        g_set_error (error, COR_ERROR, COR_ERROR_MISSING, _ ("%s has no value; give one in the parameters"),
                     cor_param_info (needed[i])->id);
        return FALSE;
      }
  return TRUE;
}

gboolean
cor_machine_evaluate (CorParamLayer *const *layers,
                      guint n_layers,
                      const char *kind,
                      double kw,
                      double load_share,
                      double hours,
                      CorMachine *out,
                      GError **error)
{
  CorParamLayer *defaults = layers[0];
  CorParamContext context = { .truck_type = kind, .powertrain = -1 };
  g_autoptr (CorParamTable) table = cor_param_table_new (layers, n_layers, &context);
  double row[COR_N_PARAMS];

  memset (out, 0, sizeof *out);
  cor_param_table_fill (table, 0, row);
  if (isnan (row[COR_PARAM_MACHINE_LOAD]))
    {
      g_auto (GStrv) kinds = cor_machine_kinds (defaults);
      g_autofree char *list = g_strjoinv (", ", kinds);

      g_set_error (error, COR_ERROR, COR_ERROR_REFERENCE, _ ("“%s” is no kind of machine; choose one of: %s"), kind, list);
      return FALSE;
    }
  if (!(kw > 0 && kw <= 5000) || !(hours > 0 && hours <= 24))
    {
      g_set_error (error, COR_ERROR, COR_ERROR_RANGE,
                   _ ("%g kW for %g h a day; power must lie above 0 and up to 5000 kW, hours above 0 and up to 24"), kw, hours);
      return FALSE;
    }
  if (!check_rows (row, error))
    return FALSE;
  if (!isnan (load_share) && !(load_share > 0 && load_share <= 1))
    {
      g_set_error (error, COR_ERROR, COR_ERROR_RANGE, _ ("load share %g; it must lie above 0 and up to 1"), load_share);
      return FALSE;
    }
  out->load_share = isnan (load_share) ? row[COR_PARAM_MACHINE_LOAD] : load_share;
  out->energy_kwh = kw * out->load_share * hours;
  out->lithium_kg = out->energy_kwh * 1000 / row[COR_PARAM_LITHIUM_DENSITY];
  out->lead_acid_kg = out->energy_kwh * 1000 / row[COR_PARAM_LEAD_ACID_DENSITY];
  out->lithium_yuan = out->lithium_kg * row[COR_PARAM_LITHIUM_PRICE] * row[COR_PARAM_YUAN_PER_USD];
  out->lead_acid_yuan = out->lead_acid_kg * row[COR_PARAM_LEAD_ACID_PRICE] * row[COR_PARAM_YUAN_PER_USD];
  out->electricity_yuan_per_kwh = row[COR_PARAM_YARD_TARIFF];
  out->station_yuan_per_kwh = row[COR_PARAM_YARD_TARIFF] + row[COR_PARAM_YARD_SERVICE_FEE];
  out->diesel_yuan_per_kwh = row[COR_PARAM_YARD_DIESEL] / row[COR_PARAM_SHAFT_ENERGY];
  out->off_market_diesel_yuan_per_kwh = row[COR_PARAM_OFF_MARKET_DIESEL];
  out->day_electricity_yuan = out->energy_kwh * out->station_yuan_per_kwh;
  out->day_diesel_yuan = out->energy_kwh * out->diesel_yuan_per_kwh;
  out->diesel_l = out->energy_kwh / row[COR_PARAM_SHAFT_ENERGY];
  out->advice = advise (kind, kw, row);
  fill_charges (defaults, out);
  return TRUE;
}

char **
cor_machine_kinds (const CorParamLayer *defaults)
{
  g_autoptr (GStrvBuilder) kinds = g_strv_builder_new ();
  guint n;
  const CorParameter *entries = cor_param_layer_entries (defaults, &n);

  for (guint i = 0; i < n; i++)
    if (entries[i].id == COR_PARAM_MACHINE_LOAD && entries[i].truck_type != NULL)
      g_strv_builder_add (kinds, entries[i].truck_type);
  return g_strv_builder_end (kinds);
}

static const CorEnumValue kind_names[] = {
  { 0, "forklift", N_ ("Forklifts") },
  { 0, "loader", N_ ("Loaders") },
  { 0, "excavator", N_ ("Excavators") },
  { 0, "reach_stacker", N_ ("Reach stackers") },
  { 0, "yard_tractor", N_ ("Yard tractors") },
  { 0, NULL, NULL },
};

const char *
cor_machine_kind_name (const char *kind)
{
  for (const CorEnumValue *value = kind_names; value->nick != NULL; value++)
    if (g_strcmp0 (value->nick, kind) == 0)
      return _ (value->name);
  return kind;
}

void
cor_machine_clear (CorMachine *machine)
{
  g_clear_pointer (&machine->charges, g_free);
  machine->n_charges = 0;
}
