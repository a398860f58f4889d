/* energy-fixture.h: what tests of energy start from.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "cor-energy.h"
#include "cor-param-reader.h"

#include <math.h>

#define NEAR(a, b, tolerance) g_assert_cmpfloat (fabs ((a) - (b)), <=, (tolerance))

static CorParamLayer *defaults;

static inline CorParamTable *
table_for (const char *truck_type, CorPowertrain powertrain)
{
  CorParamContext context = { truck_type, powertrain, "Shenzhen", NULL };

  return cor_param_table_new (&defaults, 1, &context);
}

/* A truck by road load alone. */
static inline CorVehicleEnergy
truck (const char *truck_type, CorPowertrain powertrain, int year, double battery_kwh)
{
  g_autoptr (CorParamTable) table = table_for (truck_type, powertrain);
  CorVehicleEnergy vehicle;
  double row[COR_N_PARAMS];

  cor_param_table_fill (table, year, row);
  row[COR_PARAM_BATTERY] = battery_kwh;
  row[COR_PARAM_ENERGY_USE] = row[COR_PARAM_DIESEL_USE] = row[COR_PARAM_HYDROGEN_USE] = NAN;
  g_assert_null (cor_vehicle_energy_fill (row, powertrain, &vehicle));
  return vehicle;
}

static inline CorPath *
two_roads (void)
{
  CorPathSegment segments[] = { { 6000.0, 20.0, 0.0, COR_ROAD_MOTORWAY, TRUE },
                                { 4000.0, 8.0, 0.02, COR_ROAD_LOCAL, FALSE } };
  CorLonLat shape[] = { { 114.0, 22.5 }, { 114.1, 22.5 } };
  double at_m[] = { 0.0, 10000.0 };
  GArray *a = g_array_new (FALSE, FALSE, sizeof (CorPathSegment));
  GArray *b = g_array_new (FALSE, FALSE, sizeof (CorLonLat));
  GArray *c = g_array_new (FALSE, FALSE, sizeof (double));
  GArray *d = g_array_new (FALSE, FALSE, sizeof (double));

  g_array_append_vals (a, segments, 2);
  g_array_append_vals (b, shape, 2);
  g_array_append_vals (c, at_m, 2);
  g_array_append_vals (d, at_m, 2);
  return cor_path_new (a, b, c, d);
}
