/* cor-missing.c: what is reckoned with where a field is left empty, in words.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-missing.h"

#include "cor-edit.h"
#include "cor-format.h"
#include "cor-item-text.h"
#include "cor-units.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* Numbers that come from the scenario's figures where they are not given. */
static const struct
{
  CorItemKind kind;
  const char *key;
  CorParamId parameter;
} from_figures[] = {
  { COR_ITEM_STATION, "power_kw", COR_PARAM_STATION_POWER },
  { COR_ITEM_STATION, "plugs", COR_PARAM_STATION_PLUGS },
  { COR_ITEM_STATION, "batteries", COR_PARAM_STATION_BATTERIES },
  { COR_ITEM_STATION, "bays", COR_PARAM_STATION_BAYS },
  { COR_ITEM_STATION, "swap_min", COR_PARAM_SWAP_TIME },
  { COR_ITEM_STATION, "energy_price_yuan_per_kwh", COR_PARAM_STATION_PRICE },
  { COR_ITEM_STATION, "hydrogen_price_yuan_per_kg", COR_PARAM_HYDROGEN_PRICE },
};

/* Texts whose absence is a word of its own. */
static const struct
{
  CorItemKind kind;
  const char *key, *word;
} texts[] = {
  { COR_ITEM_STATION, "swap_type", N_ ("any") },
  { COR_ITEM_TRUCK, "swap_type", N_ ("swaps where any fits") },
};

/* Numbers whose absence is a word of its own. */
static const struct
{
  CorItemKind kind;
  const char *key, *word;
} words[] = {
  { COR_ITEM_HEAD, "temperature_c", N_ ("mild, 20 °C") },
  { COR_ITEM_STATION, "max_length_m", N_ ("any") },
  { COR_ITEM_STATION, "max_height_m", N_ ("any") },
  { COR_ITEM_STATION, "cost_yuan", N_ ("by its size") },
  { COR_ITEM_SITE, "plug_kw", N_ ("no plug") },
  { COR_ITEM_SITE, "plugs", N_ ("no plug") },
  { COR_ITEM_ROUTE, "distance_km", N_ ("by road") },
  { COR_ITEM_ROUTE, "tolled_share", N_ ("by road") },
  { COR_ITEM_TRUCK, "length_m", N_ ("fits anywhere") },
  { COR_ITEM_TRUCK, "height_m", N_ ("fits anywhere") },
  { COR_ITEM_DUTY, "recorded_km", N_ ("as planned") },
  { COR_ITEM_DUTY, "recorded_kwh", N_ ("as planned") },
  { COR_ITEM_DUTY, "recorded_tkm", N_ ("as planned") },
  { COR_ITEM_POLICY, "first_year", N_ ("from the start") },
  { COR_ITEM_POLICY, "last_year", N_ ("without end") },
  { COR_ITEM_POLICY, "cap_yuan", N_ ("no limit") },
  { COR_ITEM_POLICY, "min_range_km", N_ ("any") },
  { COR_ITEM_POLICY, "min_wh_per_kg", N_ ("any") },
  { COR_ITEM_MACHINE, "load_share", N_ ("of its kind") },
  { COR_ITEM_MACHINE, "power_kw", N_ ("of its kind") },
  { COR_ITEM_MACHINE, "hours_per_day", N_ ("of its kind") },
  { COR_ITEM_MACHINE, "charger_kw", N_ ("of its kind") },
};

/* Numbers with a preset that is nobody's figure: what is reckoned with is an assumption, and is said to be one. */
static const struct
{
  CorItemKind kind;
  const char *key;
} presets[] = {
  { COR_ITEM_ROUTE, "payload_out_t" },     { COR_ITEM_ROUTE, "payload_back_t" },   { COR_ITEM_ROUTE, "loading_min" },
  { COR_ITEM_ROUTE, "unloading_min" },     { COR_ITEM_ROUTE, "first_departure_h" }, { COR_ITEM_MACHINE, "days_per_year" },
};

gboolean
cor_missing_is_assumed_preset (CorItemKind kind, const CorField *field)
{
  g_return_val_if_fail (field != NULL, FALSE);

  for (guint i = 0; i < G_N_ELEMENTS (presets); i++)
    if (presets[i].kind == kind && g_str_equal (presets[i].key, field->key))
      return TRUE;
  return FALSE;
}

/* Numbers that a new route begins with. */
static gboolean
begins_with (CorItemKind kind, const CorField *field)
{
  return kind == COR_ITEM_ROUTE && (g_str_equal (field->key, "trips_per_day") || g_str_equal (field->key, "days_per_year"));
}

gboolean
cor_missing_may_be_assumed (CorItemKind kind, const CorField *field)
{
  g_return_val_if_fail (field != NULL, FALSE);

  return cor_missing_is_assumed_preset (kind, field) || begins_with (kind, field);
}

/* Nothing of the day counts where no trips are given, nor a load on a way back that is not driven. */
static gboolean
counts (const CorItem *item, const CorField *field)
{
  const CorRoute *route = (const CorRoute *) item;

  if (item->kind != COR_ITEM_ROUTE || g_str_equal (field->key, "payload_out_t"))
    return TRUE;
  return g_str_equal (field->key, "payload_back_t") ? route->round_trip : !isnan (route->trips_per_day);
}

/* Whether a new route's number is still the one it began with, and nobody has said where it is from. */
static gboolean
is_of_new_route (const CorRoute *route, const CorField *field)
{
  if (route->item.source != NULL && !cor_edit_payload_is_assumed (route))
    return FALSE;
  return (g_str_equal (field->key, "trips_per_day") && route->trips_per_day == COR_EDIT_NEW_TRIPS)
         || (g_str_equal (field->key, "days_per_year") && route->days_per_year == COR_EDIT_NEW_DAYS);
}

const char *
cor_missing_assumed (const CorItem *item, const CorField *field)
{
  g_return_val_if_fail (item != NULL && field != NULL, NULL);

  if (cor_missing_is_assumed_preset (item->kind, field) && cor_item_number (item, field) == field->preset)
    return counts (item, field) ? _ ("Counts where nothing else is given") : NULL;
  if (item->kind != COR_ITEM_ROUTE)
    return NULL;
  if (is_of_new_route ((const CorRoute *) item, field))
    return _ ("As a new route begins, and no source is given: type your own, or give a source below");
  if (g_str_equal (field->key, "payload_out_t") && cor_edit_payload_is_assumed ((const CorRoute *) item))
    return cor_edit_assumed_payload ();
  return NULL;
}

static CorParamId
parameter_for (const CorItem *item, const CorField *field)
{
  if (item->kind == COR_ITEM_STATION && g_str_equal (field->key, "service_fee_yuan_per_kwh"))
    return ((const CorStation *) item)->station_kind == COR_STATION_SWAP ? COR_PARAM_SWAP_FEE : COR_PARAM_SERVICE_FEE;
  for (guint i = 0; i < G_N_ELEMENTS (from_figures); i++)
    if (from_figures[i].kind == item->kind && g_str_equal (from_figures[i].key, field->key))
      return from_figures[i].parameter;
  return COR_N_PARAMS;
}

static char *
figure_text (const char *of, double value)
{
  double factor;
  const char *unit = cor_units_shown (cor_unit_text (of), INFINITY, &factor);
  g_autofree char *number = cor_format_significant (value * factor, 3);

  return *unit != '\0' ? g_strconcat (number, COR_NBSP, unit, NULL) : g_steal_pointer (&number);
}

char *
cor_missing_number (CorSession *session, const CorItem *item, const CorField *field)
{
  CorParamId parameter;
  CorParamValue value;

  g_return_val_if_fail (COR_IS_SESSION (session), NULL);
  g_return_val_if_fail (item != NULL && field != NULL, NULL);

  parameter = parameter_for (item, field);
  if (parameter != COR_N_PARAMS && cor_session_get_parameter (session, COR_ITEM_HEAD, NULL, parameter, &value, NULL)
      && !isnan (value.value))
    return figure_text (cor_param_info (parameter)->unit, value.value);
  if (cor_missing_is_assumed_preset (item->kind, field))
    return figure_text (field->unit != NULL ? field->unit : "", field->preset);
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (words[i].kind == item->kind && g_str_equal (words[i].key, field->key))
      return g_strdup (_ (words[i].word));
  return NULL;
}

/* What counts for a truck whose city is not given: its region, else the scenario's. */
static char *
region_otherwise (CorSession *session, const CorDuty *duty)
{
  CorScenario *scenario = cor_document_get_scenario (cor_session_get_document (session));
  const char *region = duty->region != NULL ? duty->region : cor_scenario_head (scenario)->region;

  return region != NULL ? g_strdup (cor_param_layer_region_name (cor_session_get_defaults (session), region, cor_format_is_chinese (NULL)))
                        : NULL;
}

char *
cor_missing_text (CorSession *session, const CorItem *item, const CorField *field)
{
  g_return_val_if_fail (COR_IS_SESSION (session), NULL);
  g_return_val_if_fail (item != NULL && field != NULL, NULL);

  if (item->kind == COR_ITEM_DUTY && g_str_equal (field->key, "plate_city"))
    return region_otherwise (session, (const CorDuty *) item);
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    if (texts[i].kind == item->kind && g_str_equal (texts[i].key, field->key))
      return g_strdup (_ (texts[i].word));
  return NULL;
}

static char *
default_factor (CorSession *session, CorFactorKind kind)
{
  const CorFactorSet *set = cor_session_get_factors (session);
  const CorFactor *factor = set != NULL ? cor_factor_set_find (set, kind, NULL) : NULL;

  if (factor == NULL)
    return g_strdup (_ ("not given"));
  /* Translators: the name of what is used where nothing is chosen. */
  return g_strdup_printf (_ ("%s (default)"),
                          cor_format_is_chinese (NULL) && factor->name_zh ? factor->name_zh : factor->name);
}

char *
cor_missing_choice (CorSession *session, CorItemKind kind, const CorField *field)
{
  g_return_val_if_fail (COR_IS_SESSION (session), NULL);
  g_return_val_if_fail (field != NULL, NULL);

  if (g_str_equal (field->key, "grid_factor"))
    return default_factor (session, COR_FACTOR_GRID);
  if (g_str_equal (field->key, "diesel_factor"))
    return default_factor (session, COR_FACTOR_DIESEL);
  if (g_str_equal (field->key, "hydrogen_factor"))
    return default_factor (session, COR_FACTOR_HYDROGEN);
  if (kind == COR_ITEM_DUTY && g_str_equal (field->key, "region"))
    return g_strdup (_ ("the scenario's"));
  if (kind == COR_ITEM_DUTY && g_str_equal (field->key, "depot"))
    return g_strdup (_ ("the route's origin"));
  if (field->refers == COR_ITEM_TARIFF)
    return g_strdup (_ ("none, one price"));
  return g_strdup (_ ("not given"));
}
