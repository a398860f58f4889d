/* cor-gap-case.c: the two trucks with an uncertain figure at an end of its range, for the cards of a tornado.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-case.h"
#include "cor-data-text.h"
#include "cor-evaluate.h"
#include "cor-gap-private.h"
#include "cor-trace-private.h"

#include <glib/gi18n-lib.h>

static CorMove
move_of (const CorGap *gap, const CorFactorRange *factor, gboolean high)
{
  const CorParameter *from = factor->range_from;
  const char *label = _ (cor_param_info (factor->id)->label);

  return (CorMove){ .label = g_strdup_printf (high ? _ ("%s: high of its range") : _ ("%s: low of its range"), label),
                    .from = factor->base,
                    .to = high ? factor->high : factor->low,
                    .unit = g_strdup (cor_param_info (factor->id)->unit),
                    .year = from->source_year ? from->source_year : from->year ? from->year : cor_gap_shown_year (gap),
                    .region = g_strdup (from->region),
                    .status = from->status,
                    .source = g_strdup (from->source ? cor_data_text (from->source) : _ ("Own entry in this scenario")),
                    .place = g_strdup (from->place ? cor_data_text (from->place) : "") };
}

/* The figure as it is when moved, ahead of all others that the duty's trucks have. */
static void
entry_of (const CorGap *gap, const CorFactorRange *factor, gboolean high, CorParameter *out)
{
  const CorParameter *from = factor->from;
  g_autofree char *before = cor_tracer_number (factor->base);

  cor_parameter_copy (from, out);
  g_clear_pointer (&out->truck_type, g_free);
  g_clear_pointer (&out->region, g_free);
  g_clear_pointer (&out->convention, g_free);
  g_free (out->source);
  out->source = g_strdup_printf (_ ("moved from %s, of: %s"), before, from->source ? cor_data_text (from->source) : _ ("Own entry in this scenario"));
  out->source_year = from->source_year ? from->source_year : from->year;
  out->year = 0;
  out->value = out->low = out->high = high ? factor->high : factor->low;
  out->powertrain = factor->electric && factor->diesel ? -1 : (int) gap->sides[factor->electric ? 0 : 1].alternative->powertrain;
}

/* The scenario with the figure moved for the duty alone. */
static CorScenario *
scenario_with (const CorGap *gap, const CorParameter *entry)
{
  CorDuty *duty = (CorDuty *) cor_item_copy (&gap->duty->duty->item);
  GArray *entries = g_array_new (FALSE, TRUE, sizeof (CorParameter));
  guint n = 0;
  const CorParameter *own = duty->parameters != NULL ? cor_param_layer_entries (duty->parameters, &n) : NULL;

  g_array_set_clear_func (entries, (GDestroyNotify) cor_parameter_clear);
  for (guint i = 0; i <= n; i++)
    {
      CorParameter copy;

      if (i < n && own[i].id == entry->id)
        continue;
      cor_parameter_copy (i < n ? &own[i] : entry, &copy);
      g_array_append_val (entries, copy);
    }
  g_clear_pointer (&duty->parameters, cor_param_layer_unref);
  duty->parameters = cor_param_layer_new (entries, NULL);
  return cor_scenario_with_item (gap->results->scenario, &duty->item);
}

/* The day planned with the figure moved, the queues as they are; what it does not concern is taken over. */
static CorResults *
worked_out (const CorGap *gap, const CorFactorRange *factor, gboolean high)
{
  const CorResults *results = gap->results;
  g_autoptr (CorGeometry) nowhere = cor_geometry_new (NULL, NULL, NULL, NULL, NULL);
  g_autoptr (CorScenario) scenario = NULL;
  g_autofree CorGeometry **geometries = NULL;
  CorParameter entry;
  guint n_routes;
  const CorItem *const *routes = cor_scenario_items (results->scenario, COR_ITEM_ROUTE, &n_routes);

  geometries = g_new (CorGeometry *, MAX (n_routes, 1));
  for (guint i = 0; i < n_routes; i++)
    {
      geometries[i] = nowhere;
      for (guint k = 0; k < results->n_duties; k++)
        if (results->duties[k].route != NULL && &results->duties[k].route->item == routes[i])
          geometries[i] = results->duties[k].geometry;
    }
  entry_of (gap, factor, high, &entry);
  scenario = scenario_with (gap, &entry);
  cor_parameter_clear (&entry);
  return cor_evaluate (&(CorEvaluation){ .scenario = scenario,
                                         .defaults = results->defaults,
                                         .factors = results->factors,
                                         .geometries = geometries,
                                         .previous = results,
                                         .waits = results->waits });
}

/* All model years of one truck in which it can do its day. */
static void
set_side (CorGap *gap, CorResults *out, guint index, const CorFactorRange *factor, double value)
{
  const CorGapSide *side = &gap->sides[index];
  int truck = -1;

  for (guint i = 0; index == 0 && i < gap->duty->n_alternatives; i++)
    if (gap->duty->alternatives[i] == side->alternative)
      truck = (int) i;
  for (guint year = 0; year < gap->results->n_years; year++)
    {
      CorUse use;

      if (side->alternative->outcomes[year].feasible && cor_gap_side_use (gap, index, factor, value, year, &use))
        cor_case_set_truck (out, (guint) (gap->duty - gap->results->duties), truck, year, side->grid, &use, side->terms, side->n_terms);
    }
}

CorResults *
cor_gap_case (CorGap *gap, guint factor, gboolean high)
{
  const CorFactorRange *of = &g_array_index (gap->factors, CorFactorRange, factor);
  CorResults *out = cor_case_new (gap->results);
  CorMove move = move_of (gap, of, high);
  gboolean feasible = TRUE;

  move.worked = worked_out (gap, of, high);
  cor_case_add_move (out, move);
  for (guint i = 0; i < 2 && feasible; i++)
    {
      CorUse use;

      cor_tco_grid_assign (gap->sides[i].grid, gap->sides[i].base);
      feasible = cor_gap_side_move (gap, i, of, high ? of->high : of->low, &use);
      if (feasible && (i == 0 ? of->electric : of->diesel))
        set_side (gap, out, i, of, high ? of->high : of->low);
      cor_tco_grid_assign (gap->sides[i].grid, gap->sides[i].base);
    }
  cor_case_finish (out);
  if (!feasible)
    g_clear_pointer (&out, cor_results_unref);
  return out;
}
