/* cor-months-trace.c: the cards of what trucks emit by month, on record and foretold.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-months-trace.h"

#include "cor-trace-private.h"

#include <glib/gi18n-lib.h>

#define KG_PER_T "1000"

typedef struct
{
  const CorMonthOf *of;
  double litres;
  const CorForecast *forecast;
  guint at, n_months;
} Asked;

static void
head (CorTracer *t, const Asked *asked, const char *formula, double value)
{
  cor_tracer_head (t, g_strdup_printf ("%s · %s · %s", _ ("Heavy diesel trucks, tank to wheel"), asked->of->city, asked->of->month), formula, value,
                   _ ("t CO₂ a month"));
}

static void
write_month (CorTracer *t, gconstpointer data)
{
  const Asked *asked = data;
  double factor = t->results->diesel->direct;

  head (t, asked, "L · k ÷ " KG_PER_T, asked->litres * factor / 1000);
  cor_tracer_numbers (t, "# · # ÷ " KG_PER_T, asked->litres, factor);
  cor_tracer_add_given (t, "L", _ ("Diesel burnt in the month"), asked->litres, "L", asked->of->year, asked->of->city, asked->of->table, asked->of->month);
  cor_tracer_add_factor (t, "k", t->results->diesel, factor, "kg/L");
}

static void
write_forecast (CorTracer *t, gconstpointer data)
{
  const Asked *asked = data;
  const CorForecast *forecast = asked->forecast;
  const char *method = cor_enum_name (cor_forecast_method_values, (int) forecast->method);
  double off = forecast->error[forecast->method];

  head (t, asked, method, forecast->value[asked->at]);
  cor_tracer_numbers (t, "#", forecast->value[asked->at]);
  cor_tracer_add_given (t, "n", _ ("Months on record that it rests on"), asked->n_months, "", asked->of->year, asked->of->city, asked->of->table,
                        _ ("Each times the factor below"));
  cor_tracer_add_factor (t, "k", t->results->diesel, t->results->diesel->direct, "kg/L");
  cor_tracer_add_found (t, "", _ ("Low end of the band"), forecast->low[asked->at], _ ("t CO₂ a month"), COR_TRACE_BY_SEARCH, _ ("80 of 100 lie in it if errors go on as they were and are normal"));
  cor_tracer_add_found (t, "", _ ("High end of the band"), forecast->high[asked->at], _ ("t CO₂ a month"), COR_TRACE_BY_SEARCH, _ ("80 of 100 lie in it if errors go on as they were and are normal"));
  if (!isnan (off))
    cor_tracer_add_found (t, "", _ ("How far it was off on months held back"), off, "1", COR_TRACE_BY_SEARCH, _ ("Mean absolute error as a share of their mean"));
}

CorTrace *
cor_month_trace (const CorResults *results, const CorMonthOf *of, double litres, gboolean zh)
{
  const Asked asked = { of, litres, NULL, 0, 0 };

  return isnan (litres) ? NULL : cor_tracer_run (results, zh, write_month, &asked);
}

CorTrace *
cor_forecast_trace (const CorResults *results, const CorMonthOf *of, const CorForecast *forecast, guint at, guint n_months, gboolean zh)
{
  const Asked asked = { of, NAN, forecast, at, n_months };

  g_return_val_if_fail (at < forecast->n, NULL);

  return cor_tracer_run (results, zh, write_forecast, &asked);
}
