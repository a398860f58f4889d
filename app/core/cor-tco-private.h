/* cor-tco-private.h: what the parts of the cost of ownership see of each other.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "cor-tco.h"

#include <math.h>

G_BEGIN_DECLS

/*
 * A row of the grid is the parameters of a year and, behind them, how many lie outside their range:
 * counted where values are written, so that preparing need not look at all of them each time.
 */
#define COR_TCO_GRID_FAULTS COR_N_PARAMS
#define COR_TCO_GRID_ROW (COR_N_PARAMS + 1)

struct _CorTcoGrid
{
  int first_year;
  guint n_years;
  double values[];
};

/*
 * @use: as given, with what the grid knows in place of NaN.
 * @at: the parameters of the calendar year of each slot; [0] and [1] are the model year.
 * @prices: the same for energy prices, which a convention may hold as in the year of purchase.
 * @km: transport km by slot, 0 at purchase; @fade: the same over the first year's.
 * @paid: share of a price that is paid in each slot, the loan's principal included; sums to 1.
 * @interest: share of a price that is paid as interest.
 * @net: what is left of a price when VAT is reclaimed, share.
 * @vehicle: yuan without battery, trailer included; @drive: of it the powertrain without battery
 * and stack, where the price is built up; @stack: of it the fuel cell stack at retail,
 * @stack_direct: the same at direct cost. @battery: yuan at retail, @battery_base: what its
 * residual share is of. @value_left: share of the vehicle's price at the end.
 * @night, @fast: yuan/kWh without demand charge; @demand_night, @demand_fast: demand charge.
 */
struct _CorTcoInputs
{
  int model_year;
  guint n_years;
  CorBatteryDeal deal;
  CorUse use;
  const double *at[COR_TCO_SLOTS];
  const double *prices[COR_TCO_SLOTS];
  double km[COR_TCO_SLOTS];
  double fade[COR_TCO_SLOTS];
  double discount[2][COR_TCO_SLOTS];
  double growth, exponent, grown; /* the last power taken; 0 to the 0 before any, which nobody asks for */
  double paid[COR_TCO_SLOTS];
  double interest[COR_TCO_SLOTS];
  double net;
  double vehicle;
  double drive;
  double stack;
  double stack_direct;
  double battery;
  double battery_base;
  double value_left;
  double night[COR_TCO_SLOTS];
  double fast[COR_TCO_SLOTS];
  double swap[COR_TCO_SLOTS];
  double demand_night[COR_TCO_SLOTS];
  double demand_fast[COR_TCO_SLOTS];
  gboolean replaced[COR_TCO_SLOTS];
  guint first_replaced;
  guint n_replaced;
  double health;
  const CorPolicyTerm *terms;
  guint n_terms;
};

/* A part's function: writes slots 0 to n_years of @row; @before has the rows above it. */
#define COR_TCO_PART(ENUM, id, group, timing, function, label)                                     \
  void function (const CorTcoInputs *in, CorTco *before, double *row);
#include "cor-tco-part-table.def"
#undef COR_TCO_PART

/* The parameters of calendar @year, the nearest where it lies outside. */
static inline const double *
cor_tco_grid_row (const CorTcoGrid *grid, int year)
{
  int index = CLAMP (year - grid->first_year, 0, (int) grid->n_years - 1);

  return grid->values + (gsize) index * COR_TCO_GRID_ROW;
}

/* @value, or @otherwise where it is not known. */
static inline double
cor_or (double value, double otherwise)
{
  return isnan (value) ? otherwise : value;
}

/* kWh paid for in a year of full distance; kg or litres likewise. */
static inline double
cor_tco_kwh (const CorTcoInputs *in)
{
  return in->use.depot_kwh + in->use.station_kwh + in->use.swap_kwh;
}

/* Tolled km in a year of full distance. */
static inline double
cor_tco_tolled_km (const CorTcoInputs *in)
{
  return in->use.transport_km * in->use.toll_share + in->use.detour_km * in->use.detour_toll_share;
}

static inline gboolean
cor_tco_electric (const CorTcoInputs *in)
{
  return (COR_POLICY_BIT (in->use.powertrain) & COR_POLICY_ELECTRIC) != 0;
}

/* Prices of the truck as built up from its parts, and of its electricity from the tariff. */
gboolean cor_tco_build_price (CorTcoInputs *in, GError **error);
gboolean cor_tco_build_electricity (CorTcoInputs *in, GError **error);

/* Mean tariff around the clock and at night, over the year, by the parameters of a year. */
void cor_tco_mean_tariffs (const double *p, double *day, double *night);

/* What share of the vehicle's price is left at the end. */
void cor_tco_build_residual (CorTcoInputs *in);

/* How the battery ages, and when it is replaced. */
void cor_tco_build_battery (CorTcoInputs *in);

/* Nominal cost up to the end of @year without what a sale would bring. */
double cor_tco_kept (const CorTco *tco, guint year);

/* Share of its first value that a battery of the health at the end has. */
double cor_tco_battery_left (const CorTcoInputs *in);

/* What a truck costs in a slot by the parts above the payload: those that fall at the end of each year, like
 * purchase by loan, interest and resale, or the others. */
double cor_tco_truck_cost (const CorTco *before, gboolean at_end, guint slot);

/* Sets the error that a parameter is needed; always FALSE. */
gboolean cor_tco_missing (GError **error, CorParamId id);

G_END_DECLS
