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

/* What stations go by where the truck's parameters are @row: what moved there moves here in proportion. */
static void
fill_station_row (const CorGap *gap, const CorAlternative *truck, guint year, const double *row, double *out)
{
  const double *common = gap->station_rows + year * COR_N_PARAMS;
  double base[COR_N_PARAMS];

  cor_param_table_fill (truck->table, gap->results->first_year + (int) year, base);
  for (guint i = 0; i < COR_N_PARAMS; i++)
    out[i] = row[i] != base[i] && base[i] != 0 && !isnan (base[i]) ? common[i] * row[i] / base[i] : common[i];
}

/* The operation of a truck in the model year of that index with the parameters @row; FALSE where it cannot do its day. What
 * it avoids against diesel and how its prices move on stay as they are; of a year that it cannot do at the base neither is
 * known: prices stay then, and nothing is avoided. */
static gboolean
use_with (CorGap *gap, guint index, guint year, const double *row, CorUse *use)
{
  const CorAlternative *truck = gap->sides[index].alternative;
  double station_row[COR_N_PARAMS];

  fill_station_row (gap, truck, year, row, station_row);
  if (!cor_evaluate_duty_use (gap->results, gap->duty, truck->truck, year, row, station_row, use))
    return FALSE;
  use->path = truck->uses[year].path;
  use->avoided_tco2e = truck->uses[year].avoided_tco2e;
  return TRUE;
}

/* A parameter of @row in that model year, moved: as @value in the year shown, in others in proportion. */
static void
move_row (const CorGap *gap, const CorFactorRange *factor, double value, guint year, double *row)
{
  row[factor->id] = year == gap->results->year ? value : row[factor->id] * value / factor->base;
}

static gboolean
is_of (const CorFactorRange *factor, guint index)
{
  return index == 0 ? factor->electric : factor->diesel;
}

gboolean
cor_gap_side_use (CorGap *gap, guint index, const CorFactorRange *factor, double value, guint year, CorUse *use)
{
  const CorAlternative *truck = gap->sides[index].alternative;
  double row[COR_N_PARAMS];

  *use = truck->uses[year];
  if (!is_of (factor, index))
    return truck->outcomes[year].feasible;
  cor_param_table_fill (truck->table, gap->results->first_year + (int) year, row);
  move_row (gap, factor, value, year, row);
  return use_with (gap, index, year, row, use);
}

gboolean
cor_gap_side_move (CorGap *gap, guint index, const CorFactorRange *factor, double value, CorUse *use)
{
  CorGapSide *side = &gap->sides[index];

  if (!cor_gap_side_use (gap, index, factor, value, gap->results->year, use))
    return FALSE;
  if (is_of (factor, index))
    cor_tco_grid_scale (side->grid, factor->id, value / factor->base);
  return TRUE;
}

/* The gap with one factor at @value; NaN where a truck cannot do its day then. */
static double
gap_with (CorGap *gap, const CorFactorRange *factor, double value)
{
  double totals[2] = { NAN, NAN };

  for (guint i = 0; i < 2; i++)
    {
      CorGapSide *side = &gap->sides[i];
      CorUse use;

      if (cor_gap_side_move (gap, i, factor, value, &use))
        totals[i] = side_total (gap, side, cor_gap_shown_year (gap), &use);
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
  factor.gap_low = gap_with (gap, &factor, factor.low);
  factor.gap_high = gap_with (gap, &factor, factor.high);
  if (factor.gap_low == gap->base && factor.gap_high == gap->base)
    return;
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

gboolean
cor_gap_is_possible (const CorDutyResult *duty, const CorAlternative *truck, GError **error)
{
  const char *name = cor_item_label (&duty->duty->item, g_str_has_prefix (g_get_language_names ()[0], "zh"));

  if (duty->diesel == NULL || duty->diesel->tco == NULL)
    {
      g_set_error (error, COR_ERROR, COR_ERROR_MISSING, _ ("The duty “%s” has no diesel truck to compare with; name one"), name);
      return FALSE;
    }
  if (truck->tco == NULL)
    {
      g_set_error (error, COR_ERROR, COR_ERROR_NO_SOLUTION, _ ("The duty “%s” cannot be done: %s"), name,
                   truck->problem ? truck->problem : "");
      return FALSE;
    }
  return TRUE;
}

CorGap *
cor_gap_new (const CorResults *results,
             const CorDutyResult *duty,
             const CorAlternative *truck,
             GError **error)
{
  CorGap *gap;

  if (!cor_gap_is_possible (duty, truck, error))
    return NULL;
  gap = g_new0 (CorGap, 1);
  gap->results = results;
  gap->duty = duty;
  gap->inputs = cor_tco_inputs_new ();
  gap->station_rows = cor_evaluate_station_rows (results);
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
  copy->station_rows = g_memdup2 (gap->station_rows, MAX (gap->results->n_years, 1) * COR_N_PARAMS * sizeof *gap->station_rows);
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
  g_free (gap->station_rows);
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

/* What a truck costs in the model year of that index, its day planned with @values and its grid scaled by them; NaN where it
 * cannot do it. */
static double
total_of_year (CorGap *gap, guint index, guint year, const double *values)
{
  CorGapSide *side = &gap->sides[index];
  int model_year = gap->results->first_year + (int) year;
  double row[COR_N_PARAMS];
  CorUse use;

  cor_param_table_fill (side->alternative->table, model_year, row);
  for (guint i = 0; i < gap->factors->len; i++)
    {
      const CorFactorRange *factor = &g_array_index (gap->factors, CorFactorRange, i);

      if (is_of (factor, index))
        move_row (gap, factor, values[i], year, row);
    }
  return use_with (gap, index, year, row, &use) ? side_total (gap, side, model_year, &use) : NAN;
}

/* The first year without a gap, 0 for none; with @by_year (nullable) the gaps of all years. @shown: of the model year shown. */
static int
find_parity (CorGap *gap, const double *values, double shown, double *by_year)
{
  const CorResults *results = gap->results;
  int parity = 0;

  for (guint i = 0; i < results->n_years && (parity == 0 || by_year != NULL); i++)
    {
      double found = i == results->year ? shown : total_of_year (gap, 0, i, values) - total_of_year (gap, 1, i, values);

      if (found <= 0 && parity == 0)
        parity = results->first_year + (int) i;
      if (by_year != NULL)
        by_year[i] = found;
    }
  return parity;
}

/* Both grids with the factors at @values. */
static void
scale_grids (CorGap *gap, const double *values)
{
  gap->sides[0].n_scales = gap->sides[1].n_scales = 0;
  for (guint i = 0; i < gap->factors->len; i++)
    {
      const CorFactorRange *factor = &g_array_index (gap->factors, CorFactorRange, i);

      gap->touched[i] |= values[i] != factor->base;
      for (guint s = 0; s < 2 && gap->touched[i]; s++)
        {
          CorGapSide *side = &gap->sides[s];

          if (!is_of (factor, s))
            continue;
          side->scales[side->n_scales] = side->of_factor[i];
          side->scales[side->n_scales++].factor = values[i] / factor->base;
        }
    }
  for (guint s = 0; s < 2; s++)
    cor_tco_grid_scale_from (gap->sides[s].grid, gap->sides[s].base, gap->sides[s].scales, gap->sides[s].n_scales);
}

double
cor_gap_evaluate_years (CorGap *gap, const double *values, int *parity_year, double *by_year)
{
  double shown;

  scale_grids (gap, values);
  shown = total_of_year (gap, 0, gap->results->year, values) - total_of_year (gap, 1, gap->results->year, values);
  if (parity_year != NULL)
    *parity_year = find_parity (gap, values, shown, by_year);
  return shown;
}
