/* cor-trace-moved.c: what the stops of a plan cost more in a later year than in that of purchase, traced.
 *
 * The same sums as in cor-evaluate-years.c, at the same stops and hours.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-trace-plan.h"

#include <glib/gi18n-lib.h>

/* A stop of which the card says what it costs more; @numbers: of all stops so far. */
typedef struct
{
  CorTracer *t;
  const CorPlanStop *stop;
  guint index;
  int now, then;
  double kwh; /* bought */
  GString *numbers;
} Stop;

/* Adds "kwh · (after − before)" with both as inputs, where the parameter moves. */
static void
add_parameter (const Stop *s, CorParamId id, gboolean common)
{
  g_autoptr (CorParamTable) table = common ? cor_evaluate_common_table (s->t->results) : cor_param_table_ref (s->t->truck->table);
  CorParamValue before, after;
  g_autofree char *amount = cor_tracer_number (s->kwh), *first = NULL, *last = NULL;

  if (!cor_param_table_get (table, id, s->now, &before) || !cor_param_table_get (table, id, s->then, &after) || before.value == after.value)
    return;
  first = cor_tracer_number (before.value);
  last = cor_tracer_number (after.value);
  g_string_append_printf (s->numbers, "%s%s · (%s − %s)", s->numbers->len > 0 ? " + " : "", amount, last, first);
  cor_tracer_add_entry (s->t, "p", _ (cor_param_info (id)->label), before.value, id, before.from);
  cor_tracer_add_entry (s->t, "p<sub>y</sub>", _ (cor_param_info (id)->label), after.value, id, after.from);
}

/* Adds "yuan · (level of the year ÷ level now − 1)" with the levels as inputs. */
static void
add_level (const Stop *s, const CorTariffSheet *sheet, const char *yuan)
{
  double before = cor_tariff_level (sheet, s->now), after = cor_tariff_level (sheet, s->then);
  g_autofree char *first = cor_tracer_number (before), *last = cor_tracer_number (after);

  if (before == after || !(before > 0))
    return;
  g_string_append_printf (s->numbers, "%s%s · (%s ÷ %s − 1)", s->numbers->len > 0 ? " + " : "", yuan, last, first);
  cor_tracer_add_scenario (s->t, "l", _ ("Price level of the tariff in the year of purchase"), before, "1", &sheet->item);
  cor_tracer_add_scenario (s->t, "l<sub>y</sub>", _ ("Price level of the tariff in that year"), after, "1", &sheet->item);
}

/* What of the price at a station is power, as the stop pays it: by its tariff, else as given. */
static void
add_power (const Stop *s, const CorStation *station, const CorTariffSheet *sheet)
{
  double row[COR_N_PARAMS], fee;
  g_autoptr (CorParamTable) table = cor_evaluate_common_table (s->t->results);
  g_autofree char *kwh = cor_tracer_number (s->kwh), *yuan = cor_tracer_number (s->stop->yuan), *rate = NULL, *text = NULL;
  gboolean swap = s->stop->kind == COR_STOP_SWAP;

  cor_param_table_fill (table, s->now, row);
  fee = isnan (station->service_fee_yuan_per_kwh) ? cor_or (row[swap ? COR_PARAM_SWAP_FEE : COR_PARAM_SERVICE_FEE], 0) : station->service_fee_yuan_per_kwh;
  rate = cor_tracer_number (fee);
  text = g_strdup_printf ("(%s − %s · %s)", yuan, kwh, rate);
  if (sheet != NULL)
    add_level (s, sheet, text);
  else if (isnan (station->energy_price_yuan_per_kwh))
    add_parameter (s, COR_PARAM_STATION_PRICE, TRUE);
}

static void
add_stop (const Stop *s)
{
  const CorScenario *scenario = s->t->results->scenario;
  gboolean swap = s->stop->kind == COR_STOP_SWAP;
  const char *id = cor_stop_tariff (scenario, s->t->duty->duty, s->t->duty->route, s->stop);
  const CorTariffSheet *sheet = (const CorTariffSheet *) cor_scenario_find (scenario, COR_ITEM_TARIFF, id);
  g_autofree char *yuan = cor_tracer_number (s->stop->yuan);
  const CorStation *station;
  guint n;

  if (s->stop->station < 0)
    {
      if (sheet != NULL)
        add_level (s, sheet, yuan);
      else
        add_parameter (s, COR_PARAM_DEPOT_PRICE, FALSE);
      return;
    }
  station = (const CorStation *) cor_scenario_items (scenario, COR_ITEM_STATION, &n)[s->stop->station];
  if (swap)
    sheet = (const CorTariffSheet *) cor_scenario_find (scenario, COR_ITEM_TARIFF, station->tariff);
  add_power (s, station, sheet);
  if (isnan (station->service_fee_yuan_per_kwh))
    add_parameter (s, swap ? COR_PARAM_SWAP_FEE : COR_PARAM_SERVICE_FEE, TRUE);
}

static void
moved (CorTracer *t, CorTraceWay way, const double *path)
{
  const CorPlan *plan = cor_trace_plan_of (t);
  double eta = cor_or (cor_param_table_value (t->truck->table, COR_PARAM_CHARGING_EFFICIENCY, cor_tracer_model_year (t)), 1), bought = 0;
  g_autoptr (GString) numbers = g_string_new (NULL);
  g_autofree char *all = NULL, *text = NULL;

  if (path == NULL || plan == NULL || path[t->key.index] == 0)
    return;
  cor_tracer_head (t, cor_tracer_title (t, _ ("More than in the year of purchase")),
                   _ ("Σ kWh · (p<sub>y</sub> − p) ÷ Σ kWh, at a tariff Σ yuan · (l<sub>y</sub> ÷ l − 1) ÷ Σ kWh, fees by themselves"), path[t->key.index], "yuan/kWh");
  for (guint i = 0; i < plan->n_stops; i++)
    {
      const CorPlanStop *stop = &plan->stops[i];
      Stop s = { t, stop, i, cor_tracer_model_year (t), cor_tracer_calendar_year (t, t->key.index), stop->kwh / (way == COR_TRACE_WAY_SWAP ? 1 : eta), numbers };

      if (!cor_trace_stop_is (t, stop, way))
        continue;
      bought += s.kwh;
      cor_tracer_add_own (t, "kWh", _ ("Taken at a stop"), stop->kwh, "kWh", COR_TRACE_STOP_KWH, i);
      cor_tracer_add_own (t, "", _ ("Paid at a stop"), stop->yuan, "yuan", COR_TRACE_STOP_YUAN, i);
      add_stop (&s);
    }
  if (way != COR_TRACE_WAY_SWAP)
    cor_tracer_add_parameter (t, "η", COR_PARAM_CHARGING_EFFICIENCY, cor_tracer_model_year (t));
  all = cor_tracer_number (bought);
  text = g_strdup_printf ("(%s) ÷ %s", numbers->str, all);
  cor_tracer_set_numbers (t, text);
}

void
cor_trace_depot_moved (CorTracer *t)
{
  moved (t, COR_TRACE_WAY_PRICED, t->in->use.path != NULL ? t->in->use.path->depot : NULL);
}

void
cor_trace_plug_moved (CorTracer *t)
{
  moved (t, COR_TRACE_WAY_PLUG, t->in->use.path != NULL ? t->in->use.path->station : NULL);
}

void
cor_trace_swap_moved (CorTracer *t)
{
  moved (t, COR_TRACE_WAY_SWAP, t->in->use.path != NULL ? t->in->use.path->swap : NULL);
}
