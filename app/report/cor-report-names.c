/* cor-report-names.c: names and amounts as the report writes them.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-format.h"
#include "cor-report-facts.h"
#include "cor-units.h"

#include <glib/gi18n-lib.h>
#include <math.h>

double
cor_facts_duty_km (const CorDutyResult *duty)
{
  if (duty->route != NULL && !isnan (duty->route->distance_km))
    return duty->route->distance_km;
  if (duty->geometry != NULL && duty->geometry->out != NULL)
    return duty->geometry->out->length_m / 1000;
  return NAN;
}

char *
cor_facts_off_road (const CorFacts *facts, const CorDutyResult *duty)
{
  const CorPath *path = duty->geometry != NULL ? duty->geometry->out : NULL;
  double off_m = path != NULL ? cor_path_off_road (path) : 0;
  g_autofree char *km = NULL;

  if (off_m <= 0 || (duty->route != NULL && !isnan (duty->route->distance_km)))
    return NULL;
  if (path->network == NULL)
    return g_strdup_printf (_ ("%s: the line is drawn by hand, off the road network; tolls are not known."), cor_facts_duty_name (facts, duty));
  km = cor_format_quantity (COR_QUANTITY_KM, off_m / 1000, NULL);
  /* Translators: a duty, kilometres of its way out. */
  return g_strdup_printf (_ ("%s: %s of the way out is a straight line off the road network (dotted on the map)."),
                          cor_facts_duty_name (facts, duty), km);
}

const char *
cor_facts_duty_name (const CorFacts *facts, const CorDutyResult *duty)
{
  const CorItem *item = &duty->duty->item;

  if (item->name == NULL && duty->route != NULL)
    item = &duty->route->item;
  return cor_item_label (item, facts->zh);
}

const char *
cor_facts_place (const CorFacts *facts, const char *site)
{
  const CorItem *item = cor_scenario_find (facts->results->scenario, COR_ITEM_SITE, site);

  return item != NULL ? cor_item_label (item, facts->zh) : "";
}

const char *
cor_facts_region (const CorFacts *facts, const char *region)
{
  return region == NULL ? _ ("everywhere") : cor_param_layer_region_name (facts->results->defaults, region, facts->zh);
}

const char *
cor_facts_powertrain (const CorFacts *facts)
{
  gboolean electric = FALSE, hydrogen = FALSE;

  for (guint i = 0; i < facts->results->n_duties; i++)
    {
      const CorAlternative *truck = cor_facts_challenger (facts->results, &facts->results->duties[i]);

      electric |= truck != NULL && truck->powertrain != COR_POWERTRAIN_FCET;
      hydrogen |= truck != NULL && truck->powertrain == COR_POWERTRAIN_FCET;
    }
  if (electric && hydrogen)
    return C_ ("kind of trucks", "zero-emission");
  return hydrogen ? C_ ("kind of trucks", "fuel-cell") : C_ ("kind of trucks", "electric");
}

char *
cor_facts_join (char **words)
{
  guint n = g_strv_length (words);
  g_autofree char *head = NULL;
  char *last;
  char *joined;

  if (n < 2)
    return g_strdup (n > 0 ? words[0] : "");
  last = words[n - 1];
  words[n - 1] = NULL;
  /* Translators: between the names of a list. */
  head = g_strjoinv (_ (", "), words);
  words[n - 1] = last;
  /* Translators: the last two names of a list. */
  joined = g_strdup_printf (_ ("%s and %s"), head, last);
  return joined;
}

/* A name inside a sentence begins small, unless it is an abbreviation. */
static char *
inside_sentence (const char *name)
{
  char *text = g_strdup (name);

  if (g_ascii_isupper (text[0]) && g_ascii_islower (text[1]))
    text[0] = g_ascii_tolower (text[0]);
  return text;
}

/* Whether a truck that stands against diesel stops there. */
static gboolean
is_used (const CorFacts *facts, guint station)
{
  for (guint i = 0; i < facts->results->n_duties; i++)
    {
      const CorAlternative *truck = cor_facts_challenger (facts->results, &facts->results->duties[i]);

      for (guint k = 0; truck != NULL && truck->plan != NULL && k < truck->plan->n_stops; k++)
        if (truck->plan->stops[k].station == (int) station)
          return TRUE;
    }
  return FALSE;
}

static guint
planned_stations (const CorFacts *facts)
{
  guint n, planned = 0;
  const CorItem *const *items = cor_scenario_items (facts->results->scenario, COR_ITEM_STATION, &n);

  for (guint i = 0; i < n; i++)
    planned += ((const CorStation *) items[i])->status == COR_STATION_PLANNED && is_used (facts, i);
  return planned;
}

/* Policies that do anything: two by name, more as a package. */
static void
add_policies (const CorFacts *facts, GStrvBuilder *builder)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < facts->policies->len; i++)
    {
      const CorPolicyFact *fact = &g_array_index (facts->policies, CorPolicyFact, i);

      if (fabs (fact->gap_yuan) >= 0.5)
        g_ptr_array_add (names, inside_sentence (cor_item_label (&fact->policy->item, facts->zh)));
    }
  if (names->len > 2)
    {
      g_autofree char *text = g_strdup_printf (ngettext ("a package of %u policy", "a package of %u policies", names->len), names->len);

      g_strv_builder_add (builder, text);
      return;
    }
  for (guint i = 0; i < names->len; i++)
    g_strv_builder_add (builder, g_ptr_array_index (names, i));
}

static void
add_stations (const CorFacts *facts, GStrvBuilder *builder)
{
  guint planned = planned_stations (facts);
  g_autofree char *text = g_strdup_printf (ngettext ("%u new station", "%u new stations", planned), planned);

  if (planned > 0)
    g_strv_builder_add (builder, text);
}

char *
cor_facts_measures (const CorFacts *facts, CorMeasures which)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) names = NULL;

  if (which != COR_MEASURES_POLICIES)
    add_stations (facts, builder);
  if (which != COR_MEASURES_STATIONS)
    add_policies (facts, builder);
  names = g_strv_builder_end (builder);
  return cor_facts_join (names);
}

/* Along the schedule where there is one, as the calculation reads it. */
static double
amount_in (const CorPolicy *policy, int year)
{
  const GArray *points = policy->schedule;
  const CorPolicyPoint *a, *b;
  guint i = 0;

  if (points == NULL || points->len == 0)
    return policy->amount;
  while (i + 2 < points->len && g_array_index (points, CorPolicyPoint, i + 1).x <= year)
    i++;
  a = &g_array_index (points, CorPolicyPoint, i);
  if (points->len == 1)
    return a->y;
  b = &g_array_index (points, CorPolicyPoint, i + 1);
  return a->y + (b->y - a->y) * (year - a->x) / (b->x - a->x);
}

char *
cor_facts_policy_amount (const CorFacts *facts, const CorPolicy *policy)
{
  CorPolicyKind kind;
  double amount = amount_in (policy, facts->model_year);
  const char *unit;
  g_autofree char *number = NULL;

  if (!cor_policy_kind_from_id (policy->policy_kind, &kind) || isnan (amount))
    return g_strdup (_ ("as in the parameters"));
  unit = cor_policy_kind_info (kind)->unit;
  if (g_str_equal (unit, "1"))
    return cor_format_percent (amount, -1, NULL);
  if (g_str_equal (unit, "yuan"))
    return cor_format_money (amount, NULL);
  number = cor_format_significant (amount, 3);
  return g_strconcat (number, COR_NBSP, cor_unit_text (unit), NULL);
}
