/* cor-trace-group.c: cost parts in the groups that charts show, and charge along the day, traced.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-trace-sum.h"

#include <glib/gi18n-lib.h>

/* The sum over the parts of a group. */
static double
group_yuan (const double *parts, CorTcoGroup group)
{
  double yuan = 0;

  for (guint i = 0; i < COR_N_TCO_PARTS; i++)
    if (cor_tco_part_info (i)->group == group)
      yuan += parts[i];
  return yuan;
}

CorTcoPart
cor_trace_group_part (CorTcoGroup group)
{
  for (guint i = 0; i < COR_N_TCO_PARTS; i++)
    if (cor_tco_part_info (i)->group == group)
      return i;
  return 0;
}

void
cor_trace_truck_group (CorTracer *t)
{
  CorTcoGroup group = cor_tco_part_info (t->key.part)->group;
  g_autofree char *what = g_strdup_printf (_ ("%s, cost of ownership"), cor_tco_group_name (group));

  if (isnan (t->outcome->tco_yuan) || cor_trace_group_part (group) != t->key.part)
    return;
  cor_tracer_head (t, cor_tracer_title (t, what), "Σ C<sub>i</sub>", group_yuan (t->outcome->part_yuan, group), "yuan");
  for (guint i = 0; i < COR_N_TCO_PARTS; i++)
    {
      CorTraceKey key = { .quantity = COR_TRACE_TRUCK_PART, .duty = t->key.duty, .truck = t->key.truck, .part = i, .model_year = t->key.model_year };

      if (cor_tco_part_info (i)->group != group || (t->outcome->part_yuan[i] == 0 && i != t->key.part))
        continue;
      cor_tracer_add_term (t, 1, t->outcome->part_yuan[i]);
      cor_tracer_add_child (t, "", _ (cor_tco_part_info (i)->label), t->outcome->part_yuan[i], "yuan", key);
    }
}

/* The parts of a group in one year. */
void
cor_trace_cash_group (CorTracer *t)
{
  CorTcoGroup group = cor_tco_part_info (t->key.part)->group;
  guint slot = t->key.index;
  g_autofree char *year = slot == 0 ? g_strdup (_ ("at purchase")) : g_strdup_printf (_ ("year %u"), slot);
  g_autofree char *what = g_strdup_printf ("%s, %s", cor_tco_group_name (group), year);
  double sum = 0;

  if (cor_trace_group_part (group) != t->key.part)
    return;
  cor_tracer_head (t, cor_tracer_title (t, what), "Σ C<sub>i,y</sub>", 0, "yuan");
  for (guint i = 0; i < COR_N_TCO_PARTS; i++)
    {
      CorTraceKey key = { .quantity = COR_TRACE_CASH, .duty = t->key.duty, .truck = t->key.truck, .part = i, .index = slot, .model_year = t->key.model_year };
      double yuan = t->tco->part[i][slot];

      if (cor_tco_part_info (i)->group != group || (yuan == 0 && i != t->key.part))
        continue;
      sum += yuan;
      cor_tracer_add_term (t, 1, yuan);
      cor_tracer_add_child (t, "", _ (cor_tco_part_info (i)->label), yuan, "yuan", key);
    }
  t->out->value = sum;
}

/* The term of each duty, of its truck that counts in the totals or of its diesel truck; FALSE where the card is of
 * some of them only. */
static gboolean
add_duties (CorTracer *t, CorTcoGroup group, gboolean diesel)
{
  g_autoptr (CorTraceSum) terms = cor_trace_sum_new ();

  for (guint i = 0; i < t->results->n_duties; i++)
    {
      const CorDutyResult *duty = &t->results->duties[i];
      int truck = cor_results_challenger (t->results, duty, t->year);
      double yuan;

      if (truck < 0 || duty->diesel == NULL || !duty->diesel->outcomes[t->year].feasible)
        continue;
      yuan = group_yuan ((diesel ? duty->diesel : duty->alternatives[truck])->outcomes[t->year].part_yuan, group);
      cor_trace_sum_add (terms, duty->duty->trucks, yuan, "c<sub>i</sub>", g_strdup (cor_tracer_duty_label (t, duty)), "yuan",
                         (CorTraceKey){ .quantity = COR_TRACE_TRUCK_GROUP, .duty = i, .truck = diesel ? -1 : truck, .part = t->key.part,
                                        .model_year = t->key.model_year });
    }
  return cor_tracer_add_sum (t, terms, "yuan");
}

/* The mean over all trucks: those of the duties that count in the totals, or their diesel trucks. */
void
cor_trace_fleet_group (CorTracer *t)
{
  const CorTotals *totals = &t->results->totals[t->year];
  CorTcoGroup group = cor_tco_part_info (t->key.part)->group;
  gboolean diesel = t->key.truck < 0;
  g_autofree char *trucks = cor_tracer_number (totals->trucks);

  if (!(totals->trucks > 0) || cor_trace_group_part (group) != t->key.part)
    return;
  cor_tracer_head (t,
                   g_strdup_printf (diesel ? _ ("%s, diesel trucks, mean of a truck") : _ ("%s, zero-emission trucks, mean of a truck"),
                                    cor_tco_group_name (group)),
                   "Σ n<sub>i</sub> c<sub>i</sub> ÷ n", group_yuan (diesel ? totals->diesel_part_yuan : totals->part_yuan, group) / totals->trucks,
                   "yuan");
  if (!add_duties (t, group, diesel))
    return;
  cor_tracer_divide (t, trucks);
  cor_tracer_add_child (t, "n", _ ("Trucks"), totals->trucks, "", (CorTraceKey){ .quantity = COR_TRACE_TRUCKS, .model_year = t->key.model_year });
}

/* The sum over the cost parts above the payload that fall at the end of the year, or as it runs. */
static void
truck_cost (CorTracer *t, const char *title, gboolean at_end)
{
  guint y = t->key.index;

  cor_tracer_head (t, cor_tracer_title (t, title), "Σ C<sub>i,y</sub>", cor_tco_truck_cost (t->tco, at_end, y), "yuan");
  for (guint i = 0; i < COR_TCO_PAYLOAD; i++)
    {
      CorTraceKey key = { .quantity = COR_TRACE_CASH, .duty = t->key.duty, .truck = t->key.truck, .part = i, .index = y, .model_year = t->key.model_year };

      if (cor_tco_part_info (i)->at_end != at_end || t->tco->part[i][y] == 0)
        continue;
      cor_tracer_add_term (t, 1, t->tco->part[i][y]);
      cor_tracer_add_child (t, "", _ (cor_tco_part_info (i)->label), t->tco->part[i][y], "yuan", key);
    }
  if (t->out->inputs->len > 0)
    return;
  cor_tracer_numbers (t, "#", 0.0);
  cor_tracer_add_found (t, "", _ ("Cost parts of the year"), 0, "yuan", COR_TRACE_BY_NONE, _ ("None falls into this year"));
}

void
cor_trace_running_cost (CorTracer *t)
{
  truck_cost (t, _ ("Running costs of the year"), FALSE);
}

void
cor_trace_capital_cost (CorTracer *t)
{
  truck_cost (t, _ ("Truck, battery, interest and resale"), TRUE);
}

/* The last stop that was left before a point of the day, or -1. */
static int
stop_before (const CorPlan *plan, const CorSocPoint *point)
{
  int last = -1;

  for (guint i = 0; i < plan->n_stops; i++)
    if (plan->stops[i].kind != COR_STOP_DEPOT && plan->stops[i].day_m <= point->day_m && (point->soc <= plan->stops[i].soc_out))
      last = (int) i;
  return last;
}

void
cor_trace_soc (CorTracer *t)
{
  const CorPlan *plan = t->year == t->results->year ? t->truck->plan : NULL;
  const CorSocPoint *point;
  double battery, from;
  int last;

  if (plan == NULL || !plan->feasible || t->key.place >= plan->n_points)
    return;
  point = &plan->points[t->key.place];
  last = stop_before (plan, point);
  from = last >= 0 ? plan->stops[last].soc_out : plan->points[0].soc;
  cor_tracer_head (t, cor_tracer_title (t, _ ("Charge along the route")), "s<sub>0</sub> − E ÷ B", point->soc, "1");
  if (last >= 0)
    cor_tracer_add_own (t, "s<sub>0</sub>", _ ("Charge when leaving the last stop"), from, "1", COR_TRACE_STOP_SOC_OUT, (guint) last);
  else
    cor_tracer_add_found (t, "s<sub>0</sub>", _ ("Charge in the morning"), from, "1", COR_TRACE_BY_SEARCH, cor_trace_plan_source (t));
  battery = cor_tracer_add_parameter (t, "B", COR_PARAM_BATTERY, cor_tracer_model_year (t));
  cor_tracer_numbers (t, "# − # ÷ #", from, (from - point->soc) * battery, battery);
  cor_tracer_add_found (t, "E", _ ("Energy of the way since, less what was taken"), (from - point->soc) * battery, "kWh", COR_TRACE_BY_ROADS,
                        _ ("Energy use along the line, by payload, slope and speed"));
  cor_tracer_add_found (t, "", _ ("Km of the day"), point->day_m / 1000, "km", COR_TRACE_BY_ROADS, _ ("Length of the line on the road network, or as given"));
}
