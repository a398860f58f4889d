/* cor-tco-prepare.c: from parameters and use to inputs that hold no gaps and nothing absurd.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-tco-private.h"

#include <glib/gi18n-lib.h>

#define YEAR_FIRST 1990
#define YEAR_LAST 2100

/* What sums of times may fall short of 0 by. */
#define ROUNDING 1e-6

/* One figure of a use: where it stands, what it may be, the parameter that stands in for it. */
typedef struct
{
  const char *id;
  gsize offset;
  double lowest;
  double highest;
  int parameter;
} UseField;

#define USE(field, lo, hi, parameter)                                                              \
  {                                                                                                \
    #field, G_STRUCT_OFFSET (CorUse, field), lo, hi, parameter                                     \
  }

static const UseField use_fields[] = {
  USE (transport_km, 1, 1e6, COR_PARAM_ANNUAL_KM),
  USE (detour_km, 0, 1e6, -1),
  USE (toll_share, 0, 1, COR_PARAM_TOLLED),
  USE (detour_toll_share, 0, 1, -1),
  USE (kwh_per_km, 0, 20, COR_PARAM_ENERGY_USE),
  USE (l_per_100km, 0, 500, COR_PARAM_DIESEL_USE),
  USE (kgh2_per_100km, 0, 100, COR_PARAM_HYDROGEN_USE),
  USE (depot_kwh, 0, 1e7, -1),
  USE (station_kwh, 0, 1e7, -1),
  USE (swap_kwh, 0, 1e7, -1),
  USE (depot_yuan_per_kwh, 0, 20, -1),
  USE (depot_tariff_yuan_per_kwh, 0, 20, -1),
  USE (station_yuan_per_kwh, 0, 20, -1),
  USE (swap_yuan_per_kwh, 0, 20, -1),
  USE (energy_hours, 0, 8784, -1),
  USE (wait_hours, 0, 8784, -1),
  USE (detour_hours, 0, 8784, -1),
  USE (depot_peak_kw, 0, 5000, -1),
  USE (demand_yuan_per_kw, 0, 6000, -1),
  USE (leg_kwh, 0, 5000, -1),
  USE (payload_t, 0, 200, -1),
  USE (payload_lost_t, 0, 200, -1),
  USE (avoided_tco2e, -1e5, 1e5, -1),
};

#undef USE

static inline double *
use_field (CorUse *use, const UseField *field)
{
  return (double *) (void *) ((char *) use + field->offset);
}

void
cor_use_init (CorUse *use, CorPowertrain powertrain)
{
  use->powertrain = powertrain;
  use->path = NULL;
  for (guint i = 0; i < G_N_ELEMENTS (use_fields); i++)
    *use_field (use, &use_fields[i]) = NAN;
}

CorTcoInputs *
cor_tco_inputs_new (void)
{
  return g_new0 (CorTcoInputs, 1);
}

gboolean
cor_tco_missing (GError **error, CorParamId id)
{
  g_set_error (error, COR_ERROR, COR_ERROR_MISSING,
               _ ("%s is not known here; give it a value in the scenario"),
               cor_param_info (id)->id);
  return FALSE;
}

static gboolean
out_of_range (GError **error, const char *id, double value, const char *unit, double lo, double hi)
{
  cor_set_out_of_range (error, id, unit, value, lo, hi);
  return FALSE;
}

/* Every parameter of the model year lies in the range of its table row, or is not given. */
static gboolean
check_parameters (const double *row, GError **error)
{
  const CorParamInfo *infos = cor_param_info (0);

  for (guint i = 0; row[COR_TCO_GRID_FAULTS] > 0 && i < COR_N_PARAMS; i++)
    {
      const CorParamInfo *info = &infos[i];

      if (row[i] < info->lowest || row[i] > info->highest)
        return out_of_range (error, info->id, row[i], info->unit, info->lowest, info->highest);
    }
  return TRUE;
}

/* Takes the use over, each figure checked, parameters of the model year in place of NaN. */
static gboolean
take_use (CorTcoInputs *in, const CorUse *use, GError **error)
{
  in->use = *use;
  for (guint i = 0; i < G_N_ELEMENTS (use_fields); i++)
    {
      const UseField *field = &use_fields[i];
      double *value = use_field (&in->use, field);

      if (isnan (*value) && field->parameter >= 0)
        *value = in->at[0][field->parameter];
      if (*value < field->lowest && *value > field->lowest - ROUNDING)
        *value = field->lowest;
      if (*value < field->lowest || *value > field->highest)
        return out_of_range (error, field->id, *value, "", field->lowest, field->highest);
    }
  in->use.detour_km = cor_or (in->use.detour_km, 0);
  in->use.toll_share = cor_or (in->use.toll_share, 0);
  in->use.detour_toll_share = cor_or (in->use.detour_toll_share, 0);
  in->use.energy_hours = cor_or (in->use.energy_hours, 0);
  in->use.wait_hours = cor_or (in->use.wait_hours, 0);
  in->use.detour_hours = cor_or (in->use.detour_hours, 0);
  in->use.payload_t = cor_or (in->use.payload_t, 0);
  in->use.payload_lost_t = cor_or (in->use.payload_lost_t, 0);
  in->use.avoided_tco2e = cor_or (in->use.avoided_tco2e, 0);
  if (isnan (in->use.transport_km))
    return cor_tco_missing (error, COR_PARAM_ANNUAL_KM);
  return TRUE;
}

/*
 * What of the first year's distance is left at an age: straight lines through 1 when new, the two
 * given shares at a third and two thirds of the life, 0 at its end. The life is the one over which
 * the truck runs its lifetime distance. (Meszler et al. 2019, as used by ICCT 2021: about 90 %
 * after 5, 50 % after 10, none after 15 years; the age adjusted to 1,000,000 km.)
 */
static double
survival (double thirds, double first, double second)
{
  if (thirds <= 1)
    return 1 - (1 - first) * thirds;
  if (thirds <= 2)
    return first - (first - second) * (thirds - 1);
  return MAX (0, second * (3 - thirds));
}

static void
set_distances (CorTcoInputs *in)
{
  const double *p = in->at[0];
  double first = p[COR_PARAM_SURVIVAL_THIRD];
  double second = p[COR_PARAM_SURVIVAL_TWO_THIRDS];
  gboolean fades = !isnan (first) && !isnan (second) && !isnan (p[COR_PARAM_LIFETIME_KM]);
  double third = 1;

  if (fades)
    third = p[COR_PARAM_LIFETIME_KM] / in->use.transport_km / (0.5 + first + second);
  for (guint y = 1; y <= in->n_years; y++)
    {
      in->fade[y] = fades ? survival ((y - 0.5) / third, first, second) : 1;
      in->km[y] = in->use.transport_km * in->fade[y];
    }
  in->fade[0] = in->km[0] = 0;
}

/* The same growth is asked for from model year to model year. */
static double
power (CorTcoInputs *in, double growth, double exponent)
{
  if (growth != in->growth || exponent != in->exponent)
    {
      in->growth = growth;
      in->exponent = exponent;
      in->grown = pow (growth, exponent);
    }
  return in->grown;
}

/* Factors of each slot: for running costs at the share of the year, and for its end. */
static void
set_discount (CorTcoInputs *in)
{
  double growth = 1 + in->at[0][COR_PARAM_DISCOUNT];
  double timing = cor_or (in->at[0][COR_PARAM_DISCOUNT_TIMING], 1);
  double early = timing >= 1 ? 1 : timing <= 0 ? growth : power (in, growth, 1 - timing);
  double factor = 1;

  in->discount[0][0] = in->discount[1][0] = 1;
  for (guint y = 1; y <= in->n_years; y++)
    {
      factor /= growth;
      in->discount[0][y] = factor * early;
      in->discount[1][y] = factor;
    }
}

/* A loan repaid in equal yearly instalments; what is left of it at the sale is repaid then. */
static void
set_loan (CorTcoInputs *in)
{
  const double *p = in->at[0];
  double share = cor_or (p[COR_PARAM_LOAN_SHARE], 0);
  double rate = cor_or (p[COR_PARAM_LOAN_RATE], 0);
  guint years = (guint) cor_or (p[COR_PARAM_LOAN_YEARS], 0);
  double balance, instalment, growth = 1;

  if (years == 0)
    share = 0;
  for (guint y = 0; y < years; y++)
    growth *= 1 + rate;
  balance = share;
  instalment = years == 0 ? 0 : rate > 0 ? share * rate * growth / (growth - 1) : share / years;
  in->paid[0] = 1 - share;
  in->interest[0] = 0;
  for (guint y = 1; y <= in->n_years; y++)
    {
      in->interest[y] = balance * rate;
      in->paid[y] = y >= MIN (years, in->n_years) ? balance : instalment - in->interest[y];
      balance -= in->paid[y];
    }
}

gboolean
cor_tco_prepare (CorTcoInputs *in,
                 const CorTcoGrid *grid,
                 int model_year,
                 const CorUse *use,
                 CorBatteryDeal deal,
                 const CorPolicyTerm *terms,
                 guint n_terms,
                 GError **error)
{
  const double *p;

  g_return_val_if_fail (in != NULL && grid != NULL && use != NULL, FALSE);
  g_return_val_if_fail (n_terms <= COR_POLICY_TERMS_MAX, FALSE);

  if (model_year < YEAR_FIRST || model_year > YEAR_LAST)
    return out_of_range (error, "model_year", model_year, "", YEAR_FIRST, YEAR_LAST);
  p = cor_tco_grid_row (grid, model_year);
  if (!check_parameters (p, error))
    return FALSE;
  if (isnan (p[COR_PARAM_OWNERSHIP]))
    return cor_tco_missing (error, COR_PARAM_OWNERSHIP);
  if (isnan (p[COR_PARAM_DISCOUNT]))
    return cor_tco_missing (error, COR_PARAM_DISCOUNT);

  in->model_year = model_year;
  in->n_years = (guint) p[COR_PARAM_OWNERSHIP];
  in->deal = deal;
  in->terms = terms;
  in->n_terms = n_terms;
  in->at[0] = p;
  in->prices[0] = p;
  for (guint y = 1; y <= in->n_years; y++)
    {
      in->at[y] = cor_tco_grid_row (grid, model_year + y - 1);
      in->prices[y] = p[COR_PARAM_PRICES_FROZEN] >= 0.5 ? p : in->at[y];
    }
  in->net = 1;
  if (p[COR_PARAM_VAT_RECOVERED] > 0 && p[COR_PARAM_VAT] > 0)
    in->net -= p[COR_PARAM_VAT_RECOVERED] * p[COR_PARAM_VAT] / (1 + p[COR_PARAM_VAT]);

  if (!take_use (in, use, error))
    return FALSE;
  set_distances (in);
  set_discount (in);
  set_loan (in);
  if (!cor_tco_build_price (in, error) || !cor_tco_build_electricity (in, error))
    return FALSE;
  cor_tco_build_residual (in);
  cor_tco_build_battery (in);
  return TRUE;
}
