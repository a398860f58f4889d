/* cor-item-text.c: how things are named, drawn and summed up, the same in list, map and inspector.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-item-text.h"

#include "cor-city-names.h"
#include "cor-format.h"
#include "cor-number-entry.h"
#include "cor-policy.h"
#include "cor-units.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

const char *
cor_kind_plural (int kind)
{
  static const char *names[COR_N_ITEM_KINDS + 1] = {
    [COR_ITEM_HEAD] = N_ ("Scenario"),    [COR_ITEM_SITE] = N_ ("Sites"),
    [COR_ITEM_STATION] = N_ ("Stations"), [COR_ITEM_ROUTE] = N_ ("Routes"),
    [COR_ITEM_TRUCK] = N_ ("Trucks"),     [COR_ITEM_DUTY] = N_ ("Duties"),
    [COR_ITEM_POLICY] = N_ ("Policies"),  [COR_ITEM_VARIANT] = N_ ("Variants"),
    [COR_ITEM_MACHINE] = N_ ("Machines"), [COR_ITEM_TARIFF] = N_ ("Tariffs"),
    [COR_N_ITEM_KINDS] = N_ ("Prices"),
  };

  return _ (names[kind]);
}

/* The form for @n of them, to be filled with @n. */
static const char *
selected_format (CorItemKind kind, guint n)
{
  switch ((int)kind)
    {
    case COR_ITEM_SITE:
      return ngettext ("%u site selected", "%u sites selected", n);
    case COR_ITEM_STATION:
      return ngettext ("%u station selected", "%u stations selected", n);
    case COR_ITEM_ROUTE:
      return ngettext ("%u route selected", "%u routes selected", n);
    case COR_ITEM_TRUCK:
      return ngettext ("%u truck selected", "%u trucks selected", n);
    case COR_ITEM_DUTY:
      return ngettext ("%u duty selected", "%u duties selected", n);
    case COR_ITEM_POLICY:
      return ngettext ("%u policy selected", "%u policies selected", n);
    case COR_ITEM_TARIFF:
      return ngettext ("%u tariff selected", "%u tariffs selected", n);
    case COR_ITEM_VARIANT:
      return ngettext ("%u variant selected", "%u variants selected", n);
    case COR_ITEM_MACHINE:
      return ngettext ("%u machine selected", "%u machines selected", n);
    default:
      return ngettext ("%u price selected", "%u prices selected", n);
    }
}

char *
cor_kind_selected (CorItemKind kind, guint n)
{
  return g_strdup_printf (selected_format (kind, n), n);
}

static const char *
station_icon (CorStationKind kind)
{
  static const char *icons[] = {
    [COR_STATION_CHARGING] = "corridor-charging-symbolic",
    [COR_STATION_SWAP] = "corridor-swap-symbolic",
    [COR_STATION_BOTH] = "corridor-both-symbolic",
    [COR_STATION_HYDROGEN] = "corridor-hydrogen-symbolic",
  };

  return icons[kind];
}

const char *
cor_item_icon (const CorItem *item)
{
  switch (item->kind)
    {
    case COR_ITEM_SITE:
      if (((const CorSite *)item)->site_kind == COR_SITE_PORT)
        return "corridor-port-symbolic";
      if (((const CorSite *)item)->site_kind == COR_SITE_OTHER)
        return "corridor-site-symbolic";
      if (((const CorSite *)item)->site_kind == COR_SITE_QUARRY)
        return "corridor-quarry-symbolic";
      return "corridor-yard-symbolic";
    case COR_ITEM_STATION:
      return station_icon (((const CorStation *)item)->station_kind);
    case COR_ITEM_ROUTE:
      return "corridor-route-symbolic";
    case COR_ITEM_TRUCK:
      return "corridor-truck-symbolic";
    case COR_ITEM_DUTY:
      return "corridor-duty-symbolic";
    case COR_ITEM_POLICY:
      return "corridor-policy-symbolic";
    case COR_ITEM_TARIFF:
      return "corridor-price-symbolic";
    case COR_ITEM_VARIANT:
      return "corridor-variant-symbolic";
    default:
      return "corridor-fit-symbolic";
    }
}

CorRole
cor_item_role (const CorItem *item)
{
  if (item->kind == COR_ITEM_STATION)
    {
      CorStationKind kind = ((const CorStation *)item)->station_kind;

      return kind == COR_STATION_CHARGING   ? COR_ROLE_ELECTRIC
             : kind == COR_STATION_HYDROGEN ? COR_ROLE_BETTER
                                            : COR_ROLE_SWAP;
    }
  if (item->kind == COR_ITEM_TRUCK)
    switch (((const CorTruck *)item)->powertrain)
      {
      case COR_POWERTRAIN_DIESEL:
        return COR_ROLE_DIESEL;
      case COR_POWERTRAIN_BET_SWAP:
        return COR_ROLE_SWAP;
      case COR_POWERTRAIN_FCET:
        return COR_ROLE_BETTER;
      default:
        return COR_ROLE_ELECTRIC;
      }
  return COR_ROLE_TEXT;
}

static void
append (GString *text, const char *part)
{
  if (part == NULL || *part == '\0')
    return;
  if (text->len > 0)
    g_string_append (text, " · ");
  g_string_append (text, part);
}

static const char *
name_of (const CorScenario *scenario, CorItemKind kind, const char *id, gboolean zh)
{
  const CorItem *item = cor_scenario_find (scenario, kind, id);

  return item != NULL ? cor_item_label (item, zh) : id;
}

/* Its route, unless it is called after that, and its truck; then how many of them. */
static void
append_duty (GString *text, const CorScenario *scenario, const CorDuty *duty, gboolean zh)
{
  const char *route = name_of (scenario, COR_ITEM_ROUTE, duty->route, zh);
  gboolean repeats = g_strcmp0 (route, cor_item_label (&duty->item, zh)) == 0;
  gulong trucks = isnan (duty->trucks) ? 1 : (gulong)duty->trucks;
  g_autofree char *count
      = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%lu truck", "%lu trucks", trucks), trucks);

  append (text, repeats ? NULL : route);
  append (text, name_of (scenario, COR_ITEM_TRUCK, duty->truck, zh));
  append (text, repeats ? count : NULL);
}

char *
cor_item_subtitle (const CorScenario *scenario, const CorItem *item, gboolean zh)
{
  GString *text = g_string_new (NULL);

  if (item->kind == COR_ITEM_STATION)
    {
      const CorStation *station = (const CorStation *)item;

      append (text, cor_enum_name (cor_station_kind_values, station->station_kind));
      append (text, cor_enum_name (cor_station_status_values, station->status));
      append (text, cor_city_name (station->city, zh));
    }
  else if (item->kind == COR_ITEM_SITE)
    {
      append (text, cor_enum_name (cor_site_kind_values, ((const CorSite *)item)->site_kind));
      append (text, cor_city_name (((const CorSite *)item)->city, zh));
    }
  else if (item->kind == COR_ITEM_TRUCK)
    append (text, cor_enum_name (cor_powertrain_values, ((const CorTruck *)item)->powertrain));
  else if (item->kind == COR_ITEM_DUTY)
    append_duty (text, scenario, (const CorDuty *)item, zh);
  else if (item->kind == COR_ITEM_POLICY)
    {
      CorPolicyKind kind;

      if (cor_policy_kind_from_id (((const CorPolicy *)item)->policy_kind, &kind))
        append (text, _ (cor_policy_kind_info (kind)->label));
      else if (((const CorPolicy *) item)->members != NULL)
        append (text, _ ("Package of instruments"));
    }
  else
    append (text, cor_item_kind_name (item->kind));
  if (item->illustrative)
    append (text, _ ("illustrative"));
  return g_string_free (text, FALSE);
}

/* The least and the most of @points added to @low and @high. */
static void
spread (const GArray *points, double *low, double *high)
{
  for (guint i = 0; points != NULL && i < points->len; i++)
    {
      *low = fmin (*low, g_array_index (points, CorPolicyPoint, i).y);
      *high = fmax (*high, g_array_index (points, CorPolicyPoint, i).y);
    }
}

char *
cor_policy_amount_text (const CorPolicy *policy, double otherwise)
{
  CorPolicyKind kind;
  const char *unit;
  gboolean by_year = policy->schedule != NULL && policy->schedule->len > 0;
  double low = by_year ? NAN : policy->amount, high = low;
  g_autofree char *least = NULL, *most = NULL;

  if (!cor_policy_kind_from_id (policy->policy_kind, &kind))
    return NULL;
  unit = cor_policy_kind_info (kind)->unit;
  spread (policy->schedule, &low, &high);
  spread (policy->tiers, &low, &high);
  if (isnan (low) && *unit != '\0')
    low = high = otherwise;
  if (isnan (low))
    return NULL;
  if (g_str_equal (unit, "1"))
    {
      least = cor_format_percent (low, -1, NULL);
      most = cor_format_percent (high, -1, NULL);
      return low < high ? g_strdup_printf ("%s–%s", least, most) : g_steal_pointer (&least);
    }
  least = cor_format_significant (low, 6);
  most = cor_format_significant (high, 6);
  return g_strdup_printf ("%s%s%s%s%s", least, low < high ? "–" : "", low < high ? most : "", *unit != '\0' ? COR_NBSP : "",
                          cor_unit_text (unit));
}

double
cor_policy_otherwise (CorSession *session, const CorPolicy *policy)
{
  CorScenario *scenario = cor_document_get_scenario (cor_session_get_document (session));
  const CorItem *const *trucks;
  const CorPolicyKindInfo *info;
  CorParamValue value;
  CorPolicyKind kind;
  guint n;

  if (!cor_policy_kind_from_id (policy->policy_kind, &kind))
    return NAN;
  info = cor_policy_kind_info (kind);
  if (info->otherwise == COR_POLICY_WHOLE)
    return 1;
  trucks = cor_scenario_items (scenario, COR_ITEM_TRUCK, &n);
  for (guint i = 0; info->otherwise != COR_POLICY_NOTHING && i < n; i++)
    if ((info->powertrains & COR_POLICY_BIT (((const CorTruck *)trucks[i])->powertrain)) != 0
        && cor_session_get_parameter (session, COR_ITEM_TRUCK, trucks[i]->id, info->otherwise, &value, NULL))
      return value.value;
  return NAN;
}

gboolean
cor_price_is (const CorParamInfo *info)
{
  return g_str_has_prefix (info->unit, "yuan/");
}

int
cor_price_least_digits (double value)
{
  return value < 20 ? 2 : 1;
}

char *
cor_price_text (const CorParamInfo *info, double value)
{
  g_autofree char *number = cor_format_number (value, cor_number_digits (value, cor_price_least_digits (value)));
  const char *per = strchr (cor_unit_text (info->unit), '/');

  return per != NULL ? g_strdup_printf ("%s" COR_NBSP "%s", number, per)
                     : g_steal_pointer (&number);
}
