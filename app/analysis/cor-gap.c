/* cor-gap.c: the cost gap to diesel as a function of the uncertain figures.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-gap-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

static void
factor_clear (CorFactorRange *factor)
{
  g_free (factor->name);
}

static void
side_init (CorGap *gap, CorGapSide *side, const CorAlternative *alternative)
{
  const CorResults *results = gap->results;
  int last = results->first_year + (int) results->n_years - 1;
  const char *region = gap->duty->duty->region;

  if (region == NULL)
    region = cor_scenario_head (results->scenario)->region;
  side->alternative = alternative;
  side->use = alternative->uses[results->year];
  side->base = cor_tco_grid_new (alternative->table, results->first_year, last + (int) alternative->tco->n_years);
  side->grid = cor_tco_grid_copy (side->base);
  side->n_terms = cor_evaluate_terms (results->scenario, gap->results->defaults, alternative->truck->truck_type, region,
                                      side->terms, NULL);
}

static double
side_total (CorGap *gap, CorGapSide *side, int model_year, const CorUse *use)
{
  if (!cor_tco_prepare (gap->inputs, side->grid, model_year, use, side->alternative->truck->battery_deal, side->terms,
                        side->n_terms, NULL))
    return NAN;
  cor_tco_evaluate (gap->inputs, &gap->tco);
  return gap->tco.total;
}

int
cor_gap_shown_year (const CorGap *gap)
{
  return gap->results->first_year + (int) gap->results->year;
}

gboolean
cor_gap_side_move (CorGap *gap, guint index, const CorFactorRange *factor, double value, CorUse *use)
{
  CorGapSide *side = &gap->sides[index];
  double row[COR_N_PARAMS];

  *use = side->use;
  if (!(index == 0 ? factor->electric : factor->diesel))
    return TRUE;
  cor_param_table_fill (side->alternative->table, cor_gap_shown_year (gap), row);
  row[factor->id] = value;
  if (!cor_evaluate_duty_use (gap->results, gap->duty, side->alternative->truck, row, use))
    return FALSE;
  use->path = side->use.path;
  cor_tco_grid_scale (side->grid, factor->id, value / factor->base);
  return TRUE;
}

/* Both trucks with one factor at @value: their operation into @uses, and the gap; a truck that cannot do its day with
 * it works as at the base and @gap remembers that it may fail. */
static double
gap_with (CorGap *gap, const CorFactorRange *factor, double value, CorUse *uses)
{
  double totals[2] = { NAN, NAN };

  /* Where one of them cannot do the duty the other is as it was. */
  for (guint i = 0; i < 2; i++)
    uses[i] = gap->sides[i].use;
  for (guint i = 0; i < 2; i++)
    {
      CorGapSide *side = &gap->sides[i];

      if (cor_gap_side_move (gap, i, factor, value, &uses[i]))
        totals[i] = side_total (gap, side, cor_gap_shown_year (gap), &uses[i]);
      else
        {
          side->may_fail = TRUE;
          uses[i] = side->use;
        }
      cor_tco_grid_assign (side->grid, side->base);
    }
  return totals[0] - totals[1];
}

static void
add_factor (CorGap *gap, CorParamId id, const CorParamValue *value, gboolean electric, gboolean diesel)
{
  CorFactorRange factor = { .id = id, .electric = electric, .diesel = diesel };
  CorPowertrain powertrain = gap->sides[electric ? 0 : 1].alternative->powertrain;

  factor.low = value->low;
  factor.base = value->value;
  factor.high = value->high;
  factor.from = value->from;
  factor.range_from = value->range_from;
  factor.gap_low = gap_with (gap, &factor, factor.low, factor.use_low);
  factor.gap_high = gap_with (gap, &factor, factor.high, factor.use_high);
  if (factor.gap_low == gap->base && factor.gap_high == gap->base)
    return;
  for (guint i = 0; i < 2; i++)
    {
      factor.moves[i] = cor_gap_use_less (&factor.use_low[i], &gap->sides[i].use);
      factor.moves[i] |= cor_gap_use_less (&factor.use_high[i], &gap->sides[i].use);
    }
  factor.name = electric && diesel ? g_strdup (cor_param_info (id)->id)
                                   : g_strdup_printf ("%s.%s", cor_enum_nick (cor_powertrain_values, powertrain),
                                                      cor_param_info (id)->id);
  g_array_append_val (gap->factors, factor);
}

static gboolean
uncertain (const CorParamTable *table, CorParamId id, int year, CorParamValue *out)
{
  return cor_param_table_get (table, id, year, out) && out->low < out->high && out->value != 0;
}

static void
find_factors (CorGap *gap)
{
  int year = cor_gap_shown_year (gap);

  for (guint id = 0; id < COR_N_PARAMS; id++)
    {
      CorParamValue electric, diesel;
      gboolean in_electric = uncertain (gap->sides[0].alternative->table, id, year, &electric);
      gboolean in_diesel = uncertain (gap->sides[1].alternative->table, id, year, &diesel);

      if (in_electric && in_diesel && electric.from == diesel.from)
        add_factor (gap, id, &electric, TRUE, TRUE);
      else
        {
          if (in_electric)
            add_factor (gap, id, &electric, TRUE, FALSE);
          if (in_diesel)
            add_factor (gap, id, &diesel, FALSE, TRUE);
        }
    }
}

static double
swing (const CorFactorRange *factor)
{
  if (isnan (factor->gap_low) || isnan (factor->gap_high))
    return INFINITY;
  return fabs (factor->gap_high - factor->gap_low);
}

static int
compare_swing (gconstpointer a, gconstpointer b)
{
  double x = swing (a), y = swing (b);

  if (x != y)
    return x > y ? -1 : 1;
  return strcmp (((const CorFactorRange *) a)->name, ((const CorFactorRange *) b)->name);
}

/* What each factor scales of a side. */
static void
find_scales (const CorGap *gap, CorGapSide *side)
{
  side->of_factor = g_new (CorParamScale, MAX (gap->factors->len, 1));
  for (guint i = 0; i < gap->factors->len; i++)
    side->of_factor[i] = cor_tco_grid_scale_of (side->base, g_array_index (gap->factors, CorFactorRange, i).id);
}

CorGap *
cor_gap_new (const CorResults *results,
             const CorDutyResult *duty,
             const CorAlternative *truck,
             GError **error)
{
  CorGap *gap;

  if (duty->diesel == NULL || duty->diesel->tco == NULL)
    {
      g_set_error (error, COR_ERROR, COR_ERROR_MISSING,
                   _ ("The duty “%s” has no diesel truck to compare with; name one"), duty->duty->item.id);
      return NULL;
    }
  if (truck->tco == NULL)
    {
      g_set_error (error, COR_ERROR, COR_ERROR_NO_SOLUTION, _ ("The duty “%s” cannot be done: %s"), duty->duty->item.id,
                   truck->problem ? truck->problem : "");
      return NULL;
    }
  gap = g_new0 (CorGap, 1);
  gap->results = results;
  gap->duty = duty;
  gap->inputs = cor_tco_inputs_new ();
  gap->factors = g_array_new (FALSE, TRUE, sizeof (CorFactorRange));
  g_array_set_clear_func (gap->factors, (GDestroyNotify) factor_clear);
  side_init (gap, &gap->sides[0], truck);
  side_init (gap, &gap->sides[1], duty->diesel);
  gap->base = side_total (gap, &gap->sides[0], cor_gap_shown_year (gap), &gap->sides[0].use)
              - side_total (gap, &gap->sides[1], cor_gap_shown_year (gap), &gap->sides[1].use);
  find_factors (gap);
  g_array_sort (gap->factors, compare_swing);
  for (guint i = 0; i < 2; i++)
    find_scales (gap, &gap->sides[i]);
  gap->touched = g_new0 (gboolean, MAX (gap->factors->len, 1));
  return gap;
}

CorGap *
cor_gap_copy (const CorGap *gap)
{
  CorGap *copy = g_memdup2 (gap, sizeof *gap);

  for (guint i = 0; i < 2; i++)
    {
      copy->sides[i].base = cor_tco_grid_copy (gap->sides[i].base);
      copy->sides[i].grid = cor_tco_grid_copy (gap->sides[i].grid);
      copy->sides[i].of_factor
        = g_memdup2 (gap->sides[i].of_factor, MAX (gap->factors->len, 1) * sizeof (CorParamScale));
    }
  copy->factors = g_array_ref (gap->factors);
  copy->touched = g_memdup2 (gap->touched, MAX (gap->factors->len, 1) * sizeof *gap->touched);
  copy->inputs = cor_tco_inputs_new ();
  return copy;
}

void
cor_gap_free (CorGap *gap)
{
  for (guint i = 0; i < 2; i++)
    {
      cor_tco_grid_free (gap->sides[i].base);
      cor_tco_grid_free (gap->sides[i].grid);
      g_free (gap->sides[i].of_factor);
    }
  g_array_unref (gap->factors);
  g_free (gap->touched);
  g_free (gap->inputs);
  g_free (gap);
}

const CorResults *
cor_gap_results (const CorGap *gap)
{
  return gap->results;
}

double
cor_gap_base (const CorGap *gap)
{
  return gap->base;
}

const CorFactorRange *
cor_gap_factors (const CorGap *gap, guint *n)
{
  *n = gap->factors->len;
  return (const CorFactorRange *) (void *) gap->factors->data;
}

const CorCorrelation *
cor_gap_correlations (const CorGap *gap, guint *n)
{
  return cor_param_layer_correlations (gap->results->defaults, n);
}

int
cor_gap_first_year (const CorGap *gap, guint *n_years)
{
  *n_years = gap->results->n_years;
  return gap->results->first_year;
}

/* The first year without a gap, 0 for none; with @by_year (nullable) the gaps of all years. */
static int
find_parity (CorGap *gap, const CorUse *moved, double *by_year)
{
  const CorResults *results = gap->results;
  double ratios[2][COR_USE_COUNT];
  int parity = 0;

  for (guint s = 0; s < 2; s++)
    cor_gap_use_ratios (&gap->sides[s].use, &moved[s], ratios[s]);
  for (guint i = 0; i < results->n_years; i++)
    {
      double totals[2];

      for (guint s = 0; s < 2; s++)
        {
          CorGapSide *side = &gap->sides[s];
          CorUse use;

          if (!side->alternative->outcomes[i].feasible)
            {
              totals[s] = NAN;
              continue;
            }
          cor_gap_use_of_year (&side->alternative->uses[i], ratios[s], &use);
          totals[s] = side_total (gap, side, results->first_year + (int) i, &use);
        }
      if (totals[0] <= totals[1] && parity == 0)
        parity = results->first_year + (int) i;
      if (by_year != NULL)
        by_year[i] = totals[0] - totals[1];
      else if (parity != 0)
        break;
    }
  return parity;
}

/* The operation of a truck near the edge of what it can do, with its day planned anew; FALSE where it cannot be done. */
static gboolean
plan_side (CorGap *gap, guint index, const double *values, CorUse *use)
{
  const CorGapSide *side = &gap->sides[index];
  double row[COR_N_PARAMS];

  cor_param_table_fill (side->alternative->table, cor_gap_shown_year (gap), row);
  for (guint i = 0; i < gap->factors->len; i++)
    {
      const CorFactorRange *factor = &g_array_index (gap->factors, CorFactorRange, i);

      if (index == 0 ? factor->electric : factor->diesel)
        row[factor->id] = values[i];
    }
  if (!cor_evaluate_duty_use (gap->results, gap->duty, side->alternative->truck, row, use))
    return FALSE;
  use->path = side->use.path;
  return TRUE;
}

/* What a day that cannot be done leaves: no parity, and a gap in no year. */
static void
set_undone (const CorGap *gap, int *parity_year, double *by_year)
{
  if (parity_year != NULL)
    *parity_year = 0;
  for (guint i = 0; by_year != NULL && i < gap->results->n_years; i++)
    by_year[i] = NAN;
}

double
cor_gap_evaluate_years (CorGap *gap, const double *values, int *parity_year, double *by_year)
{
  CorUse uses[2] = { gap->sides[0].use, gap->sides[1].use };
  double totals[2];

  gap->sides[0].n_scales = gap->sides[1].n_scales = 0;
  for (guint i = 0; i < gap->factors->len; i++)
    {
      const CorFactorRange *factor = &g_array_index (gap->factors, CorFactorRange, i);

      gap->touched[i] |= values[i] != factor->base;
      for (guint s = 0; s < 2; s++)
        {
          CorGapSide *side = &gap->sides[s];

          if ((s == 0 ? factor->electric : factor->diesel) && gap->touched[i])
            {
              side->scales[side->n_scales] = side->of_factor[i];
              side->scales[side->n_scales++].factor = values[i] / factor->base;
            }
          if (!side->may_fail && factor->moves[s] && values[i] != factor->base)
            cor_gap_use_move (&uses[s], factor, s, values[i]);
        }
    }
  for (guint s = 0; s < 2; s++)
    {
      CorGapSide *side = &gap->sides[s];

      if (side->may_fail && !plan_side (gap, s, values, &uses[s]))
        {
          set_undone (gap, parity_year, by_year);
          return NAN;
        }
      cor_tco_grid_scale_from (side->grid, side->base, side->scales, side->n_scales);
      cor_gap_use_bound (&uses[s]);
      totals[s] = side_total (gap, &gap->sides[s], cor_gap_shown_year (gap), &uses[s]);
    }
  if (parity_year != NULL)
    *parity_year = find_parity (gap, uses, by_year);
  return totals[0] - totals[1];
}
