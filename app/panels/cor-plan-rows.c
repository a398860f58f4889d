/* cor-plan-rows.c: a charging plan as figures and rows of a table.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-plan-rows.h"

#include "cor-card.h"
#include "cor-format.h"
#include "cor-units.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <stdlib.h>

/* A time of more minutes is told in hours. */
#define MOST_MINUTES 120

/* Below this it is rounding. */
#define LEAST_STAY_MIN 0.5

/* Below this a detour reads 0.0 km. */
#define LEAST_DETOUR_M 50

/* A day's energy below this, yuan, is told to a tenth, so that the stops are seen to add up to it. */
#define SMALL_YUAN 10000

static const CorPlan *
plan_of (const CorDutyResult *duty)
{
  const CorAlternative *shown = cor_duty_result_shown (duty);

  return shown != NULL && shown->plan != NULL && shown->plan->feasible ? shown->plan : NULL;
}

static const CorItem *
station_of (const CorResults *results, const CorPlanStop *stop)
{
  const CorItem *const *stations;
  guint n;

  stations = cor_scenario_items (results->scenario, COR_ITEM_STATION, &n);
  return stop->station >= 0 && (guint) stop->station < n ? stations[stop->station] : NULL;
}

char *
cor_plan_stop_name (const CorResults *results, const CorPlanStop *stop)
{
  const CorItem *station = station_of (results, stop);

  if (station != NULL)
    return g_strdup (cor_item_label (station, cor_format_is_chinese (NULL)));
  return g_strdup (stop->kind == COR_STOP_DEPOT ? _ ("at the depot") : _ ("at the bay"));
}

char *
cor_plan_clock (double hour)
{
  int minutes = (int) lround (hour * 60) % (24 * 60);

  return g_strdup_printf ("%02d:%02d", minutes / 60, minutes % 60);
}

/* From when to when power flows; of a night, in which it may pause between, with the mean power while it does. */
static char *
power_text (const CorPlanStop *stop)
{
  g_autofree char *from = cor_plan_clock (stop->power_h), *to = cor_plan_clock (stop->until_h), *kw = NULL;

  if (!(stop->charge_min > 0))
    return g_strdup ("–");
  if (stop->kind != COR_STOP_DEPOT)
    return g_strdup_printf ("%s–%s", from, to);
  kw = cor_format_number (stop->kwh / (stop->charge_min / 60), 0);
  /* Translators: hours of a night in which power flows, and the mean power: "23:00–06:00, 16 kW". */
  return g_strdup_printf (_ ("%s–%s, %s kW"), from, to, kw);
}

/* Whether a stop is there for the reserve though parking and plugging in take longer than its power. */
static gboolean
is_short (const CorPlanStop *stop)
{
  return stop->kind == COR_STOP_PLUG && stop->needed && stop->charge_min < stop->minutes - stop->stay_min - stop->charge_min;
}

static const char *
kind_text (const CorPlanStop *stop)
{
  switch (stop->kind)
    {
    case COR_STOP_SWAP:
      return stop->rests ? _ ("swap, counts as rest") : _ ("swap");
    case COR_STOP_SITE:
      return _ ("while loading");
    case COR_STOP_DEPOT:
      return _ ("overnight");
    case COR_STOP_PLUG:
    default:
      if (stop->unhitched)
        return stop->rests ? _ ("plug, trailer left outside, counts as rest") : _ ("plug, trailer left outside");
      return stop->rests ? _ ("plug, counts as rest") : _ ("plug");
    }
}

static char *
how_text (const CorPlan *plan, const CorPlanStop *stop)
{
  g_autofree char *reserve = cor_format_percent (plan->floor_soc, 0, NULL);

  /* Translators: how a truck takes energy, then the share of the battery that it keeps. */
  return is_short (stop) ? g_strdup_printf (_ ("%s; needed to keep the reserve of %s"), kind_text (stop), reserve)
                         : g_strdup (kind_text (stop));
}

void
cor_plan_rows_columns (CorDataTable *table)
{
  /* Translators: a currency. */
  g_autofree char *paid = g_strdup_printf (_ ("Paid, %s"), cor_units_money (_ ("yuan")));

  cor_data_table_add_column (table, _ ("Stop"), "stop", FALSE);
  cor_data_table_add_column (table, _ ("How"), "kind", FALSE);
  cor_data_table_add_column (table, _ ("km"), "km", TRUE);
  cor_data_table_add_column (table, _ ("Arrives"), "arrives_h", TRUE);
  cor_data_table_add_column (table, _ ("Charge in"), "soc_in", TRUE);
  cor_data_table_add_column (table, _ ("Out"), "soc_out", TRUE);
  cor_data_table_add_column (table, _ ("kWh into the battery"), "kwh", TRUE);
  cor_data_table_add_column (table, _ ("Time"), "minutes", TRUE);
  cor_data_table_add_column (table, _ ("Power flows"), "power_h", TRUE);
  cor_data_table_add_column (table, _ ("Stays on, min"), "stay_min", TRUE);
  cor_data_table_add_column (table, _ ("Wait, min"), "wait_min", TRUE);
  cor_data_table_add_column (table, _ ("Detour km"), "detour_km", TRUE);
  cor_data_table_add_column (table, paid, "yuan", TRUE);
}

void
cor_plan_rows_show_columns (CorDataTable *table, const CorDutyResult *duty, gboolean narrow)
{
  static const char *const wide[] = { "kind", "km", "soc_in", "soc_out", "kwh", "power_h" };
  const CorPlan *plan = duty != NULL ? plan_of (duty) : NULL;
  gboolean stays = FALSE, waits = FALSE, detours = FALSE;

  for (guint i = 0; plan != NULL && i < plan->n_stops; i++)
    {
      const CorPlanStop *stop = &plan->stops[i];

      stays |= stop->stay_min > LEAST_STAY_MIN;
      waits |= stop->wait_min > 0;
      detours |= stop->station >= 0 && stop->detour_m >= LEAST_DETOUR_M;
    }
  for (guint i = 0; i < G_N_ELEMENTS (wide); i++)
    cor_data_table_set_shown (table, wide[i], !narrow);
  cor_data_table_set_shown (table, "stay_min", stays && !narrow);
  cor_data_table_set_shown (table, "wait_min", waits && !narrow);
  cor_data_table_set_shown (table, "detour_km", detours && !narrow);
}

static char *
hours_text (double hours)
{
  int minutes = (int) lround (hours * 60);

  return g_strdup_printf (_ ("%d h %02d min"), minutes / 60, minutes % 60);
}

/* Hours where minutes would be many. */
static char *
duration_text (double minutes)
{
  return minutes > MOST_MINUTES ? hours_text (minutes / 60) : cor_format_quantity (COR_QUANTITY_MINUTES, minutes, NULL);
}

static void
add_number (CorDataTable *table, double value, int decimals)
{
  cor_data_table_number (table, value, isnan (value) ? NULL : cor_format_number (value, decimals));
}

/* The same, with nothing shown for a zero. */
static void
add_some (CorDataTable *table, double value, int decimals)
{
  cor_data_table_number (table, value, value > 0 ? cor_format_number (value, decimals) : g_strdup ("–"));
}

/* The last cell added is a figure of the stop. */
static void
explain (CorDataTable *table, const CorResults *results, CorTraceKey key, CorTraceQuantity quantity)
{
  key.quantity = quantity;
  cor_data_table_explain (table, results, key);
}

static void
add_stop (CorDataTable *table, const CorResults *results, const CorPlan *plan, CorTraceKey key)
{
  const CorPlanStop *stop = &plan->stops[key.index];
  g_autofree char *id = g_strdup_printf ("%u", key.index);

  cor_data_table_row (table, id);
  cor_data_table_text (table, cor_plan_stop_name (results, stop));
  cor_data_table_text (table, how_text (plan, stop));
  add_number (table, stop->day_m / 1000, 1);
  explain (table, results, key, COR_TRACE_STOP_KM);
  cor_data_table_number (table, stop->arrive_h, cor_plan_clock (stop->arrive_h));
  explain (table, results, key, COR_TRACE_STOP_ARRIVE);
  cor_data_table_number (table, stop->soc_in, cor_format_percent (stop->soc_in, 0, NULL));
  explain (table, results, key, COR_TRACE_STOP_SOC_IN);
  cor_data_table_number (table, stop->soc_out, cor_format_percent (stop->soc_out, 0, NULL));
  explain (table, results, key, COR_TRACE_STOP_SOC_OUT);
  add_number (table, stop->kwh, 0);
  explain (table, results, key, COR_TRACE_STOP_KWH);
  cor_data_table_number (table, stop->minutes, duration_text (stop->minutes));
  explain (table, results, key, COR_TRACE_STOP_MINUTES);
  cor_data_table_number (table, stop->charge_min > 0 ? stop->power_h : NAN, power_text (stop));
  explain (table, results, key, COR_TRACE_STOP_MINUTES);
  add_some (table, stop->stay_min > LEAST_STAY_MIN ? stop->stay_min : 0, 0);
  explain (table, results, key, COR_TRACE_STOP_MINUTES);
  add_some (table, stop->wait_min, 1);
  explain (table, results, key, COR_TRACE_STOP_WAIT);
  add_some (table, stop->station >= 0 ? stop->detour_m / 1000 : 0, 1);
  explain (table, results, key, COR_TRACE_STOP_DETOUR);
  add_number (table, stop->yuan, 2);
  explain (table, results, key, COR_TRACE_STOP_YUAN);
}

/* The truck that is shown for the duty. */
static CorTraceKey
key_of (const CorResults *results, const CorDutyResult *duty)
{
  CorTraceKey key = { .duty = (guint) (duty - results->duties), .truck = -1 };

  for (guint i = 0; i < duty->n_alternatives; i++)
    if (duty->alternatives[i] == cor_duty_result_shown (duty))
      key.truck = (int) i;
  return key;
}

void
cor_plan_rows_fill (CorDataTable *table, const CorResults *results, const CorDutyResult *duty)
{
  const CorPlan *plan = duty != NULL ? plan_of (duty) : NULL;
  CorTraceKey key = { .truck = -1 };

  if (duty != NULL)
    key = key_of (results, duty);
  for (key.index = 0; plan != NULL && key.index < plan->n_stops; key.index++)
    add_stop (table, results, plan, key);
  cor_data_table_show (table);
}

const char *
cor_plan_rows_station (const CorResults *results, const CorDutyResult *duty, const char *row)
{
  const CorPlan *plan = plan_of (duty);
  guint index = (guint) strtoul (row, NULL, 10);
  const CorItem *station = plan != NULL && index < plan->n_stops ? station_of (results, &plan->stops[index]) : NULL;

  return station != NULL ? station->id : NULL;
}

/* A figure under its name, which opens its card. Takes @value over. */
static void
add_figure (GtkFlowBox *box, const char *name, char *value, const CorResults *results, CorTraceKey key, CorTraceQuantity quantity)
{
  GtkWidget *cell = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *caption = gtk_label_new (name), *label = gtk_label_new (value);

  gtk_label_set_xalign (GTK_LABEL (caption), 0);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_halign (label, GTK_ALIGN_START);
  gtk_label_set_ellipsize (GTK_LABEL (caption), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (caption, "cor-caption");
  gtk_widget_add_css_class (label, "cor-title");
  gtk_box_append (GTK_BOX (cell), caption);
  gtk_box_append (GTK_BOX (cell), label);
  gtk_widget_set_hexpand (cell, TRUE);
  gtk_flow_box_insert (box, cell, -1);
  /* The figure takes the focus, not the room it stands in. */
  gtk_widget_set_focusable (gtk_widget_get_parent (cell), FALSE);
  key.quantity = quantity;
  cor_card_attach (label, results, &key);
  g_free (value);
}

/* What the stops' money adds up to. */
static char *
paid_text (double yuan)
{
  g_autofree char *number = yuan < SMALL_YUAN ? cor_format_number (yuan, 1) : NULL;

  return number != NULL ? g_strconcat (number, COR_NBSP, cor_units_money (_ ("yuan")), NULL) : cor_format_money (yuan, NULL);
}

/* Below half a minute it is rounding. */
static double
rest_min (const CorPlan *plan)
{
  double rest = cor_trace_day_rest_min (plan);

  return rest > 0.5 ? rest : 0;
}

void
cor_plan_rows_figures (GtkFlowBox *box, const CorResults *results, const CorDutyResult *duty)
{
  const CorPlan *plan = duty != NULL ? plan_of (duty) : NULL;
  GtkWidget *child;
  CorTraceKey key;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (box))) != NULL)
    gtk_flow_box_remove (box, child);
  gtk_widget_set_visible (GTK_WIDGET (box), plan != NULL);
  if (plan == NULL)
    return;
  key = key_of (results, duty);
  add_figure (box, _ ("Driven"), cor_format_quantity (COR_QUANTITY_KM, plan->drive_m / 1000, NULL), results, key, COR_TRACE_DAY_KM);
  add_figure (box, _ ("Detour for energy"), cor_format_quantity (COR_QUANTITY_KM, plan->detour_m / 1000, NULL), results, key, COR_TRACE_DAY_DETOUR);
  add_figure (box, _ ("Detour share"), cor_format_percent (plan->detour_m / plan->drive_m, 1, NULL), results, key, COR_TRACE_DAY_SHARE);
  add_figure (box, _ ("Working day"), hours_text (plan->day_s / 3600), results, key, COR_TRACE_DAY_HOURS);
  add_figure (box, _ ("Time lost to energy"), cor_format_quantity (COR_QUANTITY_MINUTES, plan->energy_s / 60, NULL), results, key, COR_TRACE_DAY_LOST);
  add_figure (box, _ ("Counts as rest"), cor_format_quantity (COR_QUANTITY_MINUTES, rest_min (plan), NULL), results, key, COR_TRACE_DAY_REST);
  add_figure (box, _ ("Energy use"), cor_units_electricity_use (cor_duty_result_shown (duty)->outcomes[results->year].kwh_per_km), results, key,
              COR_TRACE_TRUCK_ENERGY);
  add_figure (box, _ ("Bought, at the meter"), cor_format_quantity (COR_QUANTITY_ENERGY, plan->station_kwh + plan->site_kwh + plan->depot_kwh, NULL), results, key,
              COR_TRACE_DAY_BOUGHT);
  add_figure (box, _ ("Energy cost"), paid_text (plan->station_yuan + plan->site_yuan + plan->depot_yuan), results, key,
              COR_TRACE_DAY_YUAN);
}
