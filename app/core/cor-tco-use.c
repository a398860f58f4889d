/* cor-tco-use.c: tolls, upkeep, taxes and insurance, the driver's time, payload lost.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-energy.h"
#include "cor-tco-private.h"

void
cor_tco_toll (const CorTcoInputs *in, CorTco *before, double *row)
{
  double km = cor_tco_tolled_km (in);

  row[0] = 0;
  for (guint y = 1; y <= in->n_years; y++)
    row[y] = km > 0 ? km * in->fade[y] * in->at[y][COR_PARAM_TOLL] : 0;
}

void
cor_tco_maintenance (const CorTcoInputs *in, CorTco *before, double *row)
{
  double km = in->use.transport_km + in->use.detour_km;

  row[0] = 0;
  for (guint y = 1; y <= in->n_years; y++)
    {
      const double *p = in->at[y];

      row[y] = (cor_or (p[COR_PARAM_MAINTENANCE], 0) * km * in->fade[y]
                + cor_or (p[COR_PARAM_MAINTENANCE_FIXED], 0))
               * in->net;
    }
}

/*
 * By the tonne of kerb mass (ICCT 2021, table 11), that of this truck with its battery or tank; the
 * rate of each calendar year.
 */
void
cor_tco_use_tax (const CorTcoInputs *in, CorTco *before, double *row)
{
  double diesel = cor_or (in->at[0][COR_PARAM_KERB_MASS], 0);
  double tonnes = cor_or (cor_energy_kerb_kg (in->at[0], in->use.powertrain), diesel) / 1000;

  row[0] = 0;
  for (guint y = 1; y <= in->n_years; y++)
    row[y] = cor_or (in->at[y][COR_PARAM_USE_TAX], 0) * tonnes;
}

void
cor_tco_insurance (const CorTcoInputs *in, CorTco *before, double *row)
{
  double price = in->vehicle + in->battery;

  row[0] = 0;
  for (guint y = 1; y <= in->n_years; y++)
    row[y] = cor_or (in->at[y][COR_PARAM_FIXED_COST], 0)
             + cor_or (in->at[y][COR_PARAM_INSURANCE], 0) * price;
}

void
cor_tco_driver_time (const CorTcoInputs *in, CorTco *before, double *row)
{
  double hours = in->use.energy_hours + in->use.wait_hours + in->use.detour_hours;

  row[0] = 0;
  for (guint y = 1; y <= in->n_years; y++)
    {
      const double *p = in->at[y];

      row[y] = hours > 0 ? hours * in->fade[y] * p[COR_PARAM_DRIVER_COST]
                             * cor_or (p[COR_PARAM_DRIVER_TIME], 1)
                         : 0;
    }
}

/* Trucks added so that the same tonnes move, for each truck: payload lost over payload carried. */
static double
extra_trucks (const CorTcoInputs *in)
{
  return in->use.payload_t > 0 && in->use.payload_lost_t > 0 ? in->use.payload_lost_t / in->use.payload_t : 0;
}

double
cor_tco_truck_cost (const CorTco *before, gboolean at_end, guint slot)
{
  double sum = 0;

  for (guint part = 0; part < COR_TCO_PAYLOAD; part++)
    if (cor_tco_part_info (part)->at_end == at_end)
      sum += before->part[part][slot];
  return sum;
}

/*
 * Payload that the battery's mass takes away, in two prices of which the convention counts one,
 * none or a mix: revenue lost, tonnes times km times freight rate; or trucks added so that the
 * same tonnes move, at all that a truck costs: here what falls into the years as they run, taxes among it,
 * in cor_tco_payload_capital() what is bought and sold.
 */
void
cor_tco_payload (const CorTcoInputs *in, CorTco *before, double *row)
{
  const double *p = in->at[0];
  double lost = in->use.payload_lost_t;
  double extra = extra_trucks (in);
  double tkm = lost * in->use.transport_km * cor_or (p[COR_PARAM_FREIGHT_RATE], 0);
  double as_revenue = cor_or (p[COR_PARAM_PAYLOAD_REVENUE], 0);
  double as_trucks = cor_or (p[COR_PARAM_PAYLOAD_TRUCKS], 0);

  before->payload_revenue = before->payload_trucks = 0;
  for (guint y = 0; y <= in->n_years; y++)
    row[y] = 0;
  if (!(lost > 0))
    return;
  for (guint y = 0; y <= in->n_years; y++)
    {
      double revenue = tkm * in->fade[y];
      double trucks = extra * cor_tco_truck_cost (before, FALSE, y);

      row[y] = as_revenue * revenue + as_trucks * trucks;
      before->payload_revenue += revenue * in->discount[0][y];
      before->payload_trucks += trucks * in->discount[0][y];
    }
}

/* The extra trucks are bought, financed and sold as the trucks are: each yuan discounted with theirs. */
void
cor_tco_payload_capital (const CorTcoInputs *in, CorTco *before, double *row)
{
  double extra = extra_trucks (in);
  double as_trucks = cor_or (in->at[0][COR_PARAM_PAYLOAD_TRUCKS], 0);

  for (guint y = 0; y <= in->n_years; y++)
    row[y] = 0;
  for (guint y = 0; extra > 0 && y <= in->n_years; y++)
    {
      double trucks = extra * cor_tco_truck_cost (before, TRUE, y);

      row[y] = as_trucks * trucks;
      before->payload_trucks += trucks * in->discount[1][y];
    }
}
