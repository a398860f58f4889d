/* cor-levers.c: what each lever is now, and what it does to the two trucks.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-solver-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* How far one may think of moving what has no range of its own. */
#define FIFTH 0.2
#define TENTH 0.1

/* How far a price or a distance is searched, times its value now. */
#define SEARCH_LOW 0.02
#define SEARCH_HIGH 6.0

/* The relief that counts the kWh of a year; small, so that no limit cuts it. */
#define PROBE 0.01

static const CorLeverInfo infos[COR_N_LEVERS] = {
#define COR_LEVER(ENUM, id, unit, label, present, apply) { id, unit, label },
#include "cor-lever-table.def"
#undef COR_LEVER
};

const CorLeverInfo *
cor_lever_info (CorLeverId lever)
{
  g_return_val_if_fail (lever < COR_N_LEVERS, NULL);
  return &infos[lever];
}

gboolean
cor_lever_from_id (const char *id, CorLeverId *out)
{
  for (guint i = 0; i < COR_N_LEVERS; i++)
    if (g_strcmp0 (infos[i].id, id) == 0)
      {
        *out = i;
        return TRUE;
      }
  return FALSE;
}

static void
range_around (CorLeverRange *range, double now)
{
  range->now = now;
  range->lowest = now * SEARCH_LOW;
  range->highest = now * SEARCH_HIGH;
  range->reach_low = now * (1 - FIFTH);
  range->reach_high = now * (1 + FIFTH);
}

/* The low and high of a parameter are how far one may think of moving it. */
static void
range_of_parameter (const CorSolverSide *side, CorParamId id, int year, CorLeverRange *range)
{
  CorParamValue value;

  range_around (range, cor_tco_grid_get (side->base, id, year));
  if (cor_param_table_get (side->alternative->table, id, year, &value) && value.low < value.high)
    {
      range->reach_low = value.low;
      range->reach_high = value.high;
    }
}

static double
purchase_price (CorSolver *solver, int year)
{
  double sum = 0;

  if (!cor_solver_evaluate (solver, &solver->electric, year))
    return NAN;
  for (guint y = 0; y <= solver->tco.n_years; y++)
    sum += solver->tco.part[COR_TCO_TRUCK][y] + solver->tco.part[COR_TCO_BATTERY][y];
  return sum;
}

static void
grant_present (CorSolver *solver, int year, CorLeverRange *range)
{
  double price = purchase_price (solver, year);

  cor_lever_policy_range (solver, COR_LEVER_GRANT, price, price * TENTH, range);
}

static void
grant_apply (CorSolver *solver, int year, double value)
{
  cor_lever_policy_apply (solver, COR_LEVER_GRANT, value);
}

static void
relief_present (CorSolver *solver, int year, CorLeverRange *range)
{
  cor_lever_policy_range (solver, COR_LEVER_TOLL_RELIEF, 1, 1, range);
}

static void
relief_apply (CorSolver *solver, int year, double value)
{
  cor_lever_policy_apply (solver, COR_LEVER_TOLL_RELIEF, value);
}

static void
carbon_present (CorSolver *solver, int year, CorLeverRange *range)
{
  CorParamValue value;
  gboolean known
    = cor_param_table_get (solver->diesel.alternative->table, COR_PARAM_CARBON_PRICE, year, &value);

  cor_lever_policy_range (solver, COR_LEVER_CARBON_PRICE, cor_param_info (COR_PARAM_CARBON_PRICE)->highest / 10,
                          known ? value.high : 0, range);
}

static void
carbon_apply (CorSolver *solver, int year, double value)
{
  cor_lever_policy_apply (solver, COR_LEVER_CARBON_PRICE, value);
}

static void
charge_present (CorSolver *solver, int year, CorLeverRange *range)
{
  double toll = cor_tco_grid_get (solver->diesel.base, COR_PARAM_TOLL, year);

  if (isnan (toll))
    return;
  cor_lever_policy_range (solver, COR_LEVER_ROAD_CHARGE, toll * SEARCH_HIGH, toll * FIFTH, range);
}

static void
charge_apply (CorSolver *solver, int year, double value)
{
  cor_lever_policy_apply (solver, COR_LEVER_ROAD_CHARGE, value);
}

/* What is left of a price when VAT is reclaimed; prices are told as they are paid, with it. */
static double
net_of_vat (const CorSolver *solver, int year)
{
  double vat = cor_tco_grid_get (solver->electric.base, COR_PARAM_VAT, year);
  double recovered = cor_tco_grid_get (solver->electric.base, COR_PARAM_VAT_RECOVERED, year);

  return vat > 0 && recovered > 0 ? 1 - recovered * vat / (1 + vat) : 1;
}

/* Mean yuan for a kWh in the first year, demand charge and fees in it. */
static double
electricity_price (CorSolver *solver, int year)
{
  CorSolverSide *side = &solver->electric;
  double yuan, kwh;

  cor_solver_add_term (side, COR_POLICY_ENERGY_PRICE_RELIEF, PROBE);
  if (!cor_solver_evaluate (solver, side, year))
    yuan = kwh = NAN;
  else
    {
      yuan = solver->tco.part[COR_TCO_DEPOT_ENERGY][1] + solver->tco.part[COR_TCO_STATION_ENERGY][1]
             + solver->tco.part[COR_TCO_DEMAND][1];
      kwh = -solver->tco.term[side->n_terms - 1][1] / PROBE;
    }
  side->n_terms--;
  return kwh > 0 ? yuan / kwh / net_of_vat (solver, year) : NAN;
}

static void
electricity_present (CorSolver *solver, int year, CorLeverRange *range)
{
  range_around (range, electricity_price (solver, year));
  range->lowest = 0;
}

static void
electricity_apply (CorSolver *solver, int year, double value)
{
  double now = electricity_price (solver, year);

  cor_solver_add_term (&solver->electric, COR_POLICY_ENERGY_PRICE_RELIEF, (now - value) * net_of_vat (solver, year));
}

static void
fee_present (CorSolver *solver, int year, CorLeverRange *range)
{
  range_of_parameter (&solver->electric, COR_PARAM_SERVICE_FEE, year, range);
  range->lowest = 0;
  if (!(solver->electric.use.station_kwh > 0))
    range->now = NAN;
}

static void
fee_apply (CorSolver *solver, int year, double value)
{
  double now = cor_tco_grid_get (solver->electric.base, COR_PARAM_SERVICE_FEE, year);

  cor_tco_grid_set (solver->electric.grid, COR_PARAM_SERVICE_FEE, value);
  solver->electric.use.station_yuan_per_kwh += value - now;
}

static void
diesel_present (CorSolver *solver, int year, CorLeverRange *range)
{
  range_of_parameter (&solver->diesel, COR_PARAM_DIESEL_PRICE, year, range);
}

static void
diesel_apply (CorSolver *solver, int year, double value)
{
  double now = cor_tco_grid_get (solver->diesel.base, COR_PARAM_DIESEL_PRICE, year);

  cor_tco_grid_scale (solver->diesel.grid, COR_PARAM_DIESEL_PRICE, value / now);
}

/* The parameter that the battery's price is read from, and the retail yuan of one of its yuan. */
static CorParamId
battery_parameter (const CorSolver *solver, int year, double *retail)
{
  const CorTcoGrid *grid = solver->electric.base;
  double indirect = cor_tco_grid_get (grid, COR_PARAM_STORAGE_INDIRECT, year);

  *retail = 1;
  if (!isnan (cor_tco_grid_get (grid, COR_PARAM_BATTERY_PRICE, year)))
    return COR_PARAM_BATTERY_PRICE;
  *retail += isnan (indirect) ? 0 : indirect;
  return COR_PARAM_BATTERY_COST;
}

static void
battery_present (CorSolver *solver, int year, CorLeverRange *range)
{
  double retail;
  CorParamId id = battery_parameter (solver, year, &retail);

  range_of_parameter (&solver->electric, id, year, range);
  range->now *= retail;
  range->lowest = 0;
  range->highest *= retail;
  range->reach_low *= retail;
  range->reach_high *= retail;
}

static void
battery_apply (CorSolver *solver, int year, double value)
{
  double retail;
  CorParamId id = battery_parameter (solver, year, &retail);
  double now = cor_tco_grid_get (solver->electric.base, id, year) * retail;

  cor_tco_grid_scale (solver->electric.grid, id, value / now);
}

static double
distance (const CorSolverSide *side, int year)
{
  double km = side->use.transport_km;

  return isnan (km) ? cor_tco_grid_get (side->base, COR_PARAM_ANNUAL_KM, year) : km;
}

static void
km_present (CorSolver *solver, int year, CorLeverRange *range)
{
  range_around (range, distance (&solver->electric, year));
  range->highest = MIN (range->highest, cor_param_info (COR_PARAM_ANNUAL_KM)->highest);
}

/* All that comes with the distance grows with it. */
static void
scale_use (CorSolverSide *side, int year, double factor)
{
  CorUse *use = &side->use;
  double *const figures[] = { &use->transport_km, &use->detour_km, &use->depot_kwh, &use->station_kwh,
                              &use->swap_kwh, &use->energy_hours, &use->wait_hours, &use->detour_hours,
                              &use->avoided_tco2e };

  if (isnan (use->transport_km))
    use->transport_km = distance (side, year);
  for (guint i = 0; i < G_N_ELEMENTS (figures); i++)
    *figures[i] *= factor;
}

static void
km_apply (CorSolver *solver, int year, double value)
{
  double factor = value / distance (&solver->electric, year);

  scale_use (&solver->electric, year, factor);
  scale_use (&solver->diesel, year, factor);
}

const CorLeverFuncs cor_lever_funcs[COR_N_LEVERS] = {
#define COR_LEVER(ENUM, id, unit, label, present, apply) { present, apply },
#include "cor-lever-table.def"
#undef COR_LEVER
};
