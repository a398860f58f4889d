/* cor-report-finding.c: what the results say, in sentences.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-report-parts.h"

#include "cor-format.h"
#include "cor-units.h"

#include <glib/gi18n-lib.h>
#include <math.h>

static const char *
scenario_name (const CorFacts *facts)
{
  return cor_scenario_title (facts->results->scenario, facts->zh);
}

/* When parity is reached; it may be before the first model year, where it is reached in that. */
static char *
reached_in (const CorFacts *facts, int year)
{
  if (year == facts->results->first_year)
    /* Translators: a model year in which, or before which, parity is reached; inside a sentence. */
    return g_strdup_printf (C_ ("parity reached", "by %d"), year);
  /* Translators: the first model year with parity; inside a sentence. */
  return g_strdup_printf (C_ ("parity reached", "in %d"), year);
}

/* With policies on: what parity would be without them is known, without the new stations it is not. */
static char *
policies_finding (const CorFacts *facts, const char *policies)
{
  const char *name = scenario_name (facts);
  int year = facts->results->parity_year;
  g_autofree char *reached = reached_in (facts, year), *bare = reached_in (facts, facts->bare_parity);
  g_autofree char *all = cor_facts_measures (facts, COR_MEASURES_ALL);
  g_autofree char *stations = cor_facts_measures (facts, COR_MEASURES_STATIONS);

  if (facts->bare_parity == year && *stations != '\0')
    /* Translators: stations, when, policies: "with 1 new station, cost parity in 2026, with or without toll relief". */
    return g_strdup_printf (_ ("%s: with %s, cost parity %s, with or without %s"), name, stations, reached, policies);
  if (facts->bare_parity == year)
    return g_strdup_printf (_ ("%s: cost parity %s, with or without %s"), name, reached, policies);
  if (facts->bare_parity == 0 || facts->bare_parity > year)
    return g_strdup_printf (_ ("%s: with %s, cost parity %s"), name, all, reached);
  return g_strdup_printf (_ ("%s: cost parity %s, but %s without %s"), name, reached, bare, policies);
}

static char *
parity_finding (const CorFacts *facts)
{
  const CorResults *results = facts->results;
  const char *name = scenario_name (facts), *kind = cor_facts_powertrain (facts);
  g_autofree char *all = cor_facts_measures (facts, COR_MEASURES_ALL);
  g_autofree char *policies = cor_facts_measures (facts, COR_MEASURES_POLICIES);
  g_autofree char *reached = reached_in (facts, results->parity_year);

  if (results->parity_year == 0 && *all != '\0')
    return g_strdup_printf (_ ("%s: no cost parity by %d, even with %s"), name, facts->last_year, all);
  if (results->parity_year == 0)
    /* Translators: the second is "electric", "fuel-cell" or "zero-emission". */
    return g_strdup_printf (_ ("%s: %s trucks do not reach cost parity by %d"), name, kind, facts->last_year);
  if (*policies != '\0')
    return policies_finding (facts, policies);
  if (*all != '\0')
    return g_strdup_printf (_ ("%s: with %s, cost parity %s"), name, all, reached);
  return g_strdup_printf (_ ("%s: %s trucks reach cost parity %s without further measures"), name, kind, reached);
}

char *
cor_report_finding (const CorFacts *facts)
{
  const char *name = scenario_name (facts);

  if (facts->results->n_duties == 0)
    return g_strdup_printf (_ ("%s: nothing to compare yet"), name);
  if (facts->results->feasible == 0)
    return g_strdup_printf (_ ("%s: as planned, no duty can be driven without diesel"), name);
  if (facts->results->comparable == 0)
    return g_strdup_printf (_ ("%s: no diesel truck to compare with"), name);
  if (facts->results->parity.lost > 0)
    {
      g_autofree char *found = parity_finding (facts);

      return g_strdup_printf (_ ("%s, lost again in %d"), found, facts->results->parity.lost);
    }
  return parity_finding (facts);
}

/* The ends of the routes, the most common origin first: "Yantian Port to A, B and C". */
static char *
places (const CorFacts *facts)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) ends = NULL;
  g_autofree char *joined = NULL;
  const char *origin = NULL;
  guint more = 0, n = 0;

  for (guint i = 0; i < facts->results->n_duties; i++)
    {
      const CorRoute *route = facts->results->duties[i].route;

      if (route == NULL || *cor_facts_place (facts, route->origin) == '\0'
          || *cor_facts_place (facts, route->destination) == '\0')
        continue;
      if (origin == NULL)
        origin = route->origin;
      if (g_strcmp0 (origin, route->origin) != 0 || n >= 6)
        more++;
      else
        {
          g_strv_builder_add (builder, cor_facts_place (facts, route->destination));
          n++;
        }
    }
  if (n == 0)
    return g_strdup ("");
  if (more > 0)
    {
      g_autofree char *rest = g_strdup_printf (ngettext ("%u more route", "%u more routes", more), more);

      g_strv_builder_add (builder, rest);
    }
  ends = g_strv_builder_end (builder);
  joined = cor_facts_join (ends);
  return g_strdup_printf (_ ("%s to %s."), cor_facts_place (facts, origin), joined);
}

/* What cannot be done, with the first reason. */
static void
add_infeasible (const CorFacts *facts, GString *text)
{
  const CorResults *results = facts->results;
  guint n = results->n_duties - results->feasible;

  if (n == 0)
    return;
  g_string_append_c (text, ' ');
  g_string_append_printf (text,
                          ngettext ("%u of %u duty cannot be driven as planned.", "%u of %u duties cannot be driven as planned.",
                                    results->n_duties),
                          n, results->n_duties);
  for (guint i = 0; i < results->n_duties; i++)
    {
      const CorAlternative *shown = cor_duty_result_shown (&results->duties[i]);

      if (cor_facts_challenger (results, &results->duties[i]) != NULL || shown == NULL || shown->problem == NULL)
        continue;
      g_string_append_c (text, ' ');
      /* Translators: a duty, and why it cannot be driven. */
      g_string_append_printf (text, _ ("%s: %s."), cor_facts_duty_name (facts, &results->duties[i]), shown->problem);
      return;
    }
}

char *
cor_report_finding_lead (const CorFacts *facts)
{
  const CorResults *results = facts->results;
  g_autofree char *where = places (facts);
  g_autofree char *trucks = cor_format_number (facts->trucks, 0);
  GString *text = g_string_new (where);

  if (results->n_duties == 0)
    {
      g_string_append (text, _ ("The scenario has no duty: no truck works a route. Draw a route, choose a truck, and "
                                "place a station; then this page says what it takes."));
      return g_string_free (text, FALSE);
    }
  if (text->len > 0)
    g_string_append_c (text, ' ');
  if (isfinite (facts->longest_km) && facts->longest_km - facts->shortest_km >= 0.5)
    g_string_append_printf (text,
                            ngettext ("%s truck on %u duties, %.0f to %.0f km one way.",
                                      "%s trucks on %u duties, %.0f to %.0f km one way.", (gulong) facts->trucks),
                            trucks, results->n_duties, facts->shortest_km, facts->longest_km);
  else if (isfinite (facts->longest_km))
    g_string_append_printf (text,
                            ngettext ("%s truck, %.0f km one way.", "%s trucks, %.0f km one way.", (gulong) facts->trucks),
                            trucks, facts->longest_km);
  add_infeasible (facts, text);
  return g_string_free (text, FALSE);
}

static char *
per_truck (const CorFacts *facts, double yuan)
{
  return cor_format_money (fabs (yuan) / facts->counted_trucks, NULL);
}

static char *
year_text (const CorFacts *facts, int year)
{
  return cor_format_year (year, 0, facts->last_year);
}

static void
add_paragraph (GString *text, const char *lead, char *sentence)
{
  g_autofree char *owned = sentence;
  g_autofree char *escaped = g_markup_escape_text (owned, -1);

  if (text->len > 0)
    g_string_append (text, "\n");
  if (lead != NULL)
    g_string_append_printf (text, "<b>%s</b> ", lead);
  g_string_append (text, escaped);
}

static void
add_gap (const CorFacts *facts, GString *text)
{
  g_autofree char *gap = per_truck (facts, facts->gap);
  g_autofree char *bare = per_truck (facts, facts->bare_gap);
  g_autofree char *year = year_text (facts, facts->bare_parity);
  const char *format = facts->gap > 0
                         ? _ ("On the mean of all duties a truck of model year %d costs %s more than diesel over its ownership (discounted).")
                         : _ ("On the mean of all duties a truck of model year %d costs %s less than diesel over its ownership (discounted).");

  add_paragraph (text, NULL, g_strdup_printf (format, facts->model_year, gap));
  if (facts->policies->len == 0 || fabs (facts->bare_gap - facts->gap) < 0.5 * facts->counted_trucks)
    return;
  format = facts->bare_gap > 0 ? _ ("Without the policies that are on it would be %s more, with parity: %s.")
                               : _ ("Without the policies that are on it would be %s less, with parity: %s.");
  add_paragraph (text, NULL, g_strdup_printf (format, bare, year));
}

/* What a part costs more than for diesel, a truck; diesel and electricity are one, energy. */
static double
part_gap (const CorTotals *totals, CorTcoPart part, const char **name)
{
  CorTcoGroup group = cor_tco_part_info (part)->group;
  double gap = 0;

  *name = _ (cor_tco_part_info (part)->label);
  if (group != COR_TCO_GROUP_ENERGY)
    return (totals->part_yuan[part] - totals->diesel_part_yuan[part]) / totals->trucks;
  *name = cor_tco_group_name (group);
  for (guint i = 0; i < COR_N_TCO_PARTS; i++)
    if (cor_tco_part_info (i)->group == group)
      gap += totals->part_yuan[i] - totals->diesel_part_yuan[i];
  return gap / totals->trucks;
}

/* The part that speaks most against the truck; with @before the one that does so most more than then. */
static double
worst_part (const CorTotals *totals, const CorTotals *before, const char **name)
{
  double most = 0;

  for (guint i = 0; i < COR_N_TCO_PARTS; i++)
    {
      const char *own;
      double gap = part_gap (totals, i, &own) - (before != NULL ? part_gap (before, i, &own) : 0);

      if (gap > most)
        {
          most = gap;
          *name = own;
        }
    }
  return most;
}

/* Why parity is lost again: what changed most from the year before, and what would keep it. */
static void
add_lost (const CorFacts *facts, GString *text)
{
  const CorResults *results = facts->results;
  int at = results->parity.lost - results->first_year;
  const CorTotals *now, *before;
  const char *name = NULL;
  g_autofree char *money = NULL, *rise = NULL;
  double most, keep;

  if (at <= 0 || at >= (int) results->n_years || !(results->totals[at].trucks > 0) || !(results->totals[at - 1].trucks > 0))
    return;
  now = &results->totals[at];
  before = now - 1;
  most = worst_part (now, before, &name);
  keep = (now->tco_yuan - now->diesel_tco_yuan) / now->diesel_part_yuan[COR_TCO_FUEL];
  if (name == NULL || !(keep > 0))
    return;
  money = cor_format_money (most, NULL);
  rise = cor_format_percent (keep, keep < 0.1 ? 1 : 0, NULL);
  /* Translators: year, cost part, money a truck, the year before, year, share. */
  add_paragraph (text, _ ("Why it is lost."),
                 g_strdup_printf (_ ("In %d “%s” comes to %s a truck more, against diesel, than in %d. Diesel dearer by %s would keep parity in %d."),
                                  now->model_year, name, money, before->model_year, rise, now->model_year));
}

/* Why the truck is dearer: the part that speaks most against it. */
static void
add_why (const CorFacts *facts, GString *text)
{
  const CorTotals *totals = &facts->results->totals[facts->results->year];
  const char *name = NULL;
  g_autofree char *money = NULL;
  double most;

  if (facts->gap <= 0 || !(totals->trucks > 0))
    return;
  most = worst_part (totals, NULL, &name);
  if (name == NULL)
    return;
  money = cor_format_money (most, NULL);
  /* Translators: a cost part and money. */
  add_paragraph (text, _ ("Why."), g_strdup_printf (_ ("What speaks most against it is “%s”: %s a truck more than for diesel."), name, money));
}

/* What alone would close the rest: exact, as toll and fuel are linear in their prices. */
static void
add_levers (const CorFacts *facts, GString *text)
{
  double relief = cor_facts_relief_share (facts), rise = cor_facts_fuel_rise (facts);
  g_autofree char *relief_text = cor_format_percent (relief, 0, NULL);
  g_autofree char *rise_text = cor_format_percent (rise, rise < 0.1 ? 1 : 0, NULL);

  if (!isnan (relief) && rise < 1)
    add_paragraph (text, NULL,
                   g_strdup_printf (_ ("Toll relief of %s through all years of ownership would close the gap in %d; so "
                                       "would diesel dearer by %s."),
                                    relief_text, facts->model_year, rise_text));
  else if (rise < 1)
    add_paragraph (text, NULL,
                   g_strdup_printf (_ ("Diesel dearer by %s would close the gap in %d."), rise_text, facts->model_year));
}

static void
add_public (const CorFacts *facts, GString *text)
{
  const CorResults *results = facts->results;
  g_autofree char *money = cor_format_money (results->public_yuan_per_year, NULL);
  g_autofree char *cost = cor_format_number (results->public_yuan_per_t, 0);

  if (!(results->public_yuan_per_year >= 0.5) || isnan (results->public_yuan_per_t))
    return;
  add_paragraph (text, NULL,
                 g_strdup_printf (cor_units_money (_ ("The public purse carries %s a year, %s yuan for each tonne of CO₂e avoided.")), money, cost));
}

static char *
not_reached (const CorFacts *facts)
{
  guint n = 0;

  for (guint i = 0; i < facts->results->n_duties; i++)
    {
      const CorAlternative *truck = cor_facts_challenger (facts->results, &facts->results->duties[i]);

      n += truck != NULL && facts->results->duties[i].diesel != NULL && truck->parity_year == 0;
    }
  return g_strdup_printf (ngettext ("%u of %u duty compared does not reach parity by %d.",
                                    "%u of %u duties compared do not reach parity by %d.", facts->results->comparable),
                          n, facts->results->comparable, facts->last_year);
}

/* The duty whose parity comes last. */
static void
add_last (const CorFacts *facts, const char *lead, GString *text)
{
  const CorDutyResult *last = NULL;
  int latest = 0;
  g_autofree char *year = NULL;

  for (guint i = 0; i < facts->results->n_duties; i++)
    {
      const CorAlternative *truck = cor_facts_challenger (facts->results, &facts->results->duties[i]);
      int own = truck == NULL ? 0 : truck->parity_year > 0 ? truck->parity_year : facts->last_year + 1;

      if (facts->results->duties[i].diesel != NULL && own > latest)
        {
          latest = own;
          last = &facts->results->duties[i];
        }
    }
  if (last == NULL || facts->results->comparable < 2 || latest == facts->results->parity_year)
    return;
  if (latest > facts->last_year)
    {
      add_paragraph (text, lead, not_reached (facts));
      return;
    }
  year = year_text (facts, latest);
  add_paragraph (text, lead,
                 g_strdup_printf (_ ("Not all duties are alike: %s reaches parity last (%s)."),
                                  cor_facts_duty_name (facts, last), year));
}

/* The grid factor that tells the least good story. */
static void
add_factor (const CorFacts *facts, GString *text)
{
  guint n;
  const CorFactor *all = cor_factor_set_all (facts->results->factors, &n), *worst = NULL;
  g_autofree char *saved = NULL, *now = NULL, *label = NULL;
  double least = NAN;

  for (guint i = 0; i < n; i++)
    {
      double t = all[i].kind == COR_FACTOR_GRID ? cor_facts_saved_with (facts, &all[i]) : NAN;

      if (!isnan (t) && !(t >= least))
        {
          least = t;
          worst = &all[i];
        }
    }
  if (worst == NULL || facts->results->saved_t <= 0 || least > facts->results->saved_t - 0.5)
    return;
  saved = cor_format_quantity (COR_QUANTITY_TONNES, fabs (least), NULL);
  now = cor_format_quantity (COR_QUANTITY_TONNES, facts->results->saved_t, NULL);
  label = cor_factor_label (worst, facts->model_year, facts->zh);
  add_paragraph (text, NULL,
                 g_strdup_printf (least >= 0 ? _ ("With the factor “%s” it would avoid %s CO₂e a year instead of %s.")
                                             : _ ("With the factor “%s” it would emit %s CO₂e a year more than diesel instead of avoiding %s."),
                                  label, saved, now));
}

char *
cor_report_finding_takes (const CorFacts *facts)
{
  GString *text = g_string_new (NULL);

  if (facts->results->comparable == 0)
    {
      const CorAlternative *shown = facts->hardest ? cor_duty_result_shown (facts->hardest) : NULL;

      if (shown != NULL && shown->problem != NULL)
        add_paragraph (text, NULL, g_strdup (shown->problem));
      if (shown != NULL && shown->remedy != NULL)
        add_paragraph (text, _ ("What would help."), g_strdup (shown->remedy));
      return g_string_free (text, FALSE);
    }
  add_gap (facts, text);
  if (facts->results->parity.lost > 0)
    add_lost (facts, text);
  else
    add_why (facts, text);
  add_levers (facts, text);
  add_public (facts, text);
  add_last (facts, _ ("What could change it."), text);
  add_factor (facts, text);
  return g_string_free (text, FALSE);
}
