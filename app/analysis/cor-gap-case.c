/* cor-gap-case.c: the two trucks with an uncertain figure at an end of its range, for the cards of a tornado.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-case.h"
#include "cor-data-text.h"
#include "cor-gap-private.h"

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

/* All model years of one truck: the operation of the others moves as that of the year shown. */
static void
set_side (const CorGap *gap, CorResults *out, guint index, const CorUse *moved)
{
  const CorGapSide *side = &gap->sides[index];
  int truck = -1;
  double ratios[COR_USE_COUNT];

  for (guint i = 0; index == 0 && i < gap->duty->n_alternatives; i++)
    if (gap->duty->alternatives[i] == side->alternative)
      truck = (int) i;
  cor_gap_use_ratios (&side->use, moved, ratios);
  for (guint year = 0; year < gap->results->n_years; year++)
    {
      CorUse use = *moved;

      if (!side->alternative->outcomes[year].feasible)
        continue;
      if (year != gap->results->year)
        cor_gap_use_of_year (&side->alternative->uses[year], ratios, &use);
      cor_case_set_truck (out, (guint) (gap->duty - gap->results->duties), truck, year, side->grid, &use, side->terms, side->n_terms);
    }
}

CorResults *
cor_gap_case (CorGap *gap, guint factor, gboolean high)
{
  const CorFactorRange *of = &g_array_index (gap->factors, CorFactorRange, factor);
  CorResults *out = cor_case_new (gap->results);
  gboolean feasible = TRUE;

  cor_case_add_move (out, move_of (gap, of, high));
  for (guint i = 0; i < 2 && feasible; i++)
    {
      CorUse use;

      cor_tco_grid_assign (gap->sides[i].grid, gap->sides[i].base);
      feasible = cor_gap_side_move (gap, i, of, high ? of->high : of->low, &use);
      if (feasible && (i == 0 ? of->electric : of->diesel))
        set_side (gap, out, i, &use);
      cor_tco_grid_assign (gap->sides[i].grid, gap->sides[i].base);
    }
  cor_case_finish (out);
  if (!feasible)
    g_clear_pointer (&out, cor_results_unref);
  return out;
}
