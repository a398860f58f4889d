/* cor-compare-lines.c: the figures that variants are compared by.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-compare-private.h"

#include "cor-chart-results-private.h"
#include "cor-parity-text.h"

#include <glib/gi18n-lib.h>
#include <math.h>

static const CorTotals *
totals_of (const CorResults *results)
{
  return &results->totals[results->year];
}

static gboolean
has_fleet (const CorResults *results)
{
  return results != NULL && results->n_years > 0 && totals_of (results)->trucks > 0;
}

static double
parity (const CorResults *results)
{
  return has_fleet (results) ? results->parity_year : NAN;
}

static double
detour (const CorResults *results)
{
  return results->detour_share;
}

/* Minutes on the way to, at and back from energy, a trip of a truck; mean over all trucks. */
static double
energy_minutes (const CorResults *results)
{
  double sum = 0, trucks = 0;

  for (guint i = 0; i < results->n_duties; i++)
    {
      const CorDutyResult *duty = &results->duties[i];
      int counted = duty->counted != NULL ? duty->counted[results->year] : -1;
      const CorOutcome *outcome;

      if (counted < 0)
        continue;
      outcome = &duty->alternatives[counted]->outcomes[results->year];
      if (!outcome->feasible || isnan (outcome->energy_h_per_trip))
        continue;
      sum += duty->duty->trucks * outcome->energy_h_per_trip * 60;
      trucks += duty->duty->trucks;
    }
  return trucks > 0 ? sum / trucks : NAN;
}

static double
gap (const CorResults *results)
{
  return has_fleet (results) ? cor_totals_gap_per_truck (totals_of (results)) : NAN;
}

static double
emissions (const CorResults *results)
{
  return has_fleet (results) ? -results->saved_t : NAN;
}

static double
public_money (const CorResults *results)
{
  return has_fleet (results) ? results->public_yuan_per_year : NAN;
}

static double
public_per_t (const CorResults *results)
{
  return has_fleet (results) && fabs (results->public_yuan_per_year) >= 0.5 ? results->public_yuan_per_t : NAN;
}

/* What the planned stations cost to build, as given or by their size. */
static double
building (const CorResults *results)
{
  const CorItem *const *stations;
  double sum = 0;
  guint n;

  stations = cor_scenario_items (results->scenario, COR_ITEM_STATION, &n);
  for (guint i = 0; i < n && results->stations != NULL; i++)
    {
      const CorStation *station = (const CorStation *)stations[i];

      if (station->status == COR_STATION_PLANNED)
        sum += results->stations[i].capital_yuan;
    }
  return sum;
}

static const char *
no_plan (const CorResults *results)
{
  return _ ("no plan");
}

static const char *
no_fleet (const CorResults *results)
{
  return _ ("nothing to compare");
}

static const char *
no_price (const CorResults *results)
{
  if (!has_fleet (results))
    return no_fleet (results);
  return fabs (results->public_yuan_per_year) < 0.5 ? _ ("no public money") : _ ("nothing avoided");
}

static const char *
no_cost (const CorResults *results)
{
  return _ ("none");
}

static const CorCompareLine lines[] = {
  { N_ ("TCO parity year"), N_ ("all duties together"), parity, no_fleet, COR_COMPARE_YEAR, COR_TRACE_PARITY, "parity_year", "year" },
  { N_ ("Detour share"), N_ ("of all driven km"), detour, no_plan, COR_COMPARE_SHARE, COR_TRACE_DETOUR, "detour_share", "1" },
  { N_ ("Time for energy"), N_ ("minutes a trip"), energy_minutes, no_plan, COR_COMPARE_MINUTES, COR_TRACE_ENERGY_MINUTES, "energy_time", "min" },
  { N_ ("TCO gap to diesel"), N_ ("{money} a truck"), gap, no_fleet, COR_COMPARE_MONEY, COR_TRACE_GAP_TRUCK, "tco_gap_per_truck", "yuan" },
  { N_ ("Emissions, well to wheel"), N_ ("t CO₂e a year against diesel"), emissions, no_fleet, COR_COMPARE_TONNES, COR_TRACE_EMISSIONS, "wtw_change",
    "t/year" },
  { N_ ("Public cost"), N_ ("{money} a year"), public_money, no_fleet, COR_COMPARE_MONEY, COR_TRACE_PUBLIC_YEAR, "public_cost", "yuan/year" },
  { N_ ("Public cost per tonne"), N_ ("yuan per t CO₂e"), public_per_t, no_price, COR_COMPARE_NUMBER, COR_TRACE_PUBLIC, "public_cost_per_t", "yuan/t" },
  { N_ ("Stations to build"), "{money}", building, no_cost, COR_COMPARE_MONEY, COR_TRACE_STATIONS_CAPITAL, "stations_to_build", "yuan" },
};

const CorCompareLine *
cor_compare_lines (guint *n)
{
  *n = G_N_ELEMENTS (lines);
  return lines;
}

double
cor_compare_duty_parity (const CorResults *results, const char *id, CorParitySpells *spells)
{
  const CorDutyResult *duty = results != NULL ? cor_results_duty (results, id) : NULL;
  CorParity parity = { .state = COR_PARITY_UNKNOWN };

  if (duty != NULL)
    parity = cor_duty_parity (results, duty);
  *spells = parity.spells;
  return parity.state == COR_PARITY_REACHED || parity.state == COR_PARITY_NOT_REACHED ? parity.year : NAN;
}

const char *
cor_compare_duty_absent (const CorResults *results, const char *id)
{
  const CorDutyResult *duty = cor_results_duty (results, id);
  const CorAlternative *shown = duty != NULL ? cor_duty_truck (results, duty) : NULL;

  if (duty == NULL)
    return _ ("not in it");
  return shown != NULL && !shown->outcomes[results->year].feasible ? _ ("not possible") : _ ("no diesel beside it");
}

GPtrArray *
cor_compare_duties (const CorResults *const *results, guint n)
{
  GPtrArray *duties = g_ptr_array_new ();

  for (guint i = 0; i < n; i++)
    for (guint d = 0; results[i] != NULL && d < results[i]->n_duties; d++)
      {
        const CorDuty *duty = results[i]->duties[d].duty;
        gboolean known = FALSE;

        for (guint k = 0; k < duties->len; k++)
          known |= g_str_equal (((const CorDuty *)duties->pdata[k])->item.id, duty->item.id);
        if (!known)
          g_ptr_array_add (duties, (gpointer)duty);
      }
  return duties;
}
