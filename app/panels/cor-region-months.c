/* cor-region-months.c: a city-month table as a chart with a forecast, and on the map by month.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-region-private.h"

#include "cor-area-cards.h"
#include "cor-card.h"
#include "cor-chart-cards.h"
#include "cor-forecast.h"
#include "cor-format.h"
#include "cor-months-trace.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#define AHEAD 12
#define KG_PER_T 1000.0

static const CorResults *
results_of (CorRegionWindow *self)
{
  return cor_session_get_results (self->session);
}

/* The index chosen, with -1 for the first entry, which stands for all. */
static int
chosen (GtkDropDown *menu)
{
  guint selected = gtk_drop_down_get_selected (menu);

  return selected == GTK_INVALID_LIST_POSITION ? -1 : (int) selected - 1;
}

static void
say_forecast (CorRegionWindow *self, const CorForecast *forecast, const GError *error)
{
  g_autofree char *off = NULL, *other = NULL, *text = NULL;

  if (forecast == NULL)
    {
      text = g_strdup_printf (_ ("No forecast: %s."), error->message);
      gtk_label_set_text (self->forecast_note, text);
      return;
    }
  off = cor_format_percent (forecast->error[forecast->method], 1, NULL);
  other = isnan (forecast->error[!forecast->method]) ? g_strdup (COR_EN_DASH) : cor_format_percent (forecast->error[!forecast->method], 1, NULL);
  /* Translators: months, method, its error, the other method, its error, months in the band, months. */
  text = g_strdup_printf (_ ("Forecast of %u months by %s. Tried on the last %u months, held back: %s off on average (%s: %s); %u of %u lay "
                             "in the band, which is to hold 80 of 100."),
                          forecast->n, cor_enum_name (cor_forecast_method_values, forecast->method), forecast->held_back, off,
                          cor_enum_name (cor_forecast_method_values, !forecast->method), other, forecast->inside,
                          forecast->held_back);
  gtk_label_set_text (self->forecast_note, text);
}

/* What a month of the table or behind it is of. */
static CorMonthOf
month_of (CorRegionWindow *self, const char *city, int month, const char *name)
{
  const char *path = self->months_path, *slash = path != NULL ? strrchr (path, '/') : NULL;

  return (CorMonthOf){ .city = city,
                       .month = name,
                       .table = slash != NULL ? slash + 1 : path != NULL ? path : _ ("The table of cities by month"),
                       .year = month / 12 };
}

static void
explain_month (CorRegionWindow *self, CorChart *chart, CorChartPoint *point, int month, double litres, const CorForecast *forecast, guint at)
{
  const CorResults *results = results_of (self);
  gboolean zh = cor_format_is_chinese (NULL);
  int city = chosen (self->city), standard = chosen (self->standard);
  const char *where = city < 0 ? _ ("All cities") : g_ptr_array_index (self->months->cities, city);
  g_autofree char *name = cor_format_month (month, NULL);
  g_autofree char *both = standard < 0 ? g_strdup (where) : g_strdup_printf ("%s · %s", where, cor_enum_name (cor_emission_standard_values, standard));
  CorMonthOf of = month_of (self, both, month, name);

  if (results != NULL)
    cor_chart_point_explain_by (chart, point, results,
                                forecast != NULL ? cor_forecast_trace (results, &of, forecast, at, self->months->n_months, zh)
                                                 : cor_month_trace (results, &of, litres, zh));
}

static void
fill_chart (CorRegionWindow *self, double kg_per_l)
{
  CorChart *chart = cor_chart_new (COR_CHART_MONTHS, _ ("Heavy diesel trucks by month"), _ ("t CO₂, tank to wheel"));
  CorChartSeries *series = cor_chart_add_series (chart, "months", NULL, COR_ROLE_DIESEL, COR_STYLE_STRONG);
  g_autofree double *months = cor_city_table_litres (self->months, chosen (self->city), chosen (self->standard));
  g_autoptr (GError) error = NULL;
  g_autoptr (CorForecast) forecast = NULL;

  chart->y.quantity = COR_QUANTITY_TONNES;
  for (guint i = 0; i < self->months->n_months; i++)
    {
      double litres = months[i];
      CorChartPoint *point;

      months[i] *= kg_per_l / KG_PER_T;
      point = cor_chart_series_add (series, self->months->first + (int) i, months[i]);
      point->low = point->high = NAN;
      explain_month (self, chart, point, self->months->first + (int) i, litres, NULL, 0);
    }
  forecast = cor_forecast_new (months, self->months->n_months, AHEAD, &error);
  for (guint i = 0; forecast != NULL && i < forecast->n; i++)
    {
      CorChartPoint *point = cor_chart_series_add (series, self->months->last + 1 + (int) i, forecast->value[i]);

      point->low = forecast->low[i];
      point->high = forecast->high[i];
      explain_month (self, chart, point, self->months->last + 1 + (int) i, NAN, forecast, i);
    }
  cor_chart_view_set_chart (self->month_chart, chart);
  say_forecast (self, forecast, error);
}

/* The table's city that an area stands for, or -1. */
static int
city_of_area (CorRegionWindow *self, guint area)
{
  for (guint i = 0; i < self->months->cities->len; i++)
    {
      const char *name = g_ptr_array_index (self->months->cities, i);

      if (g_strcmp0 (name, cor_cities_name (self->cities, area, FALSE)) == 0
          || g_strcmp0 (name, cor_cities_name (self->cities, area, TRUE)) == 0)
        return (int) i;
    }
  return -1;
}

static CorTrace *
area_trace (CorRegionWindow *self, const CorResults *results, guint city, int month, const char *name)
{
  CorMonthOf of = month_of (self, g_ptr_array_index (self->months->cities, city), month, name);

  return cor_month_trace (results, &of, cor_city_table_total (self->months, city, month), cor_format_is_chinese (NULL));
}

static void
fill_map (CorRegionWindow *self, double kg_per_l)
{
  int month = self->months->first + (int) lround (gtk_range_get_value (GTK_RANGE (self->month)));
  guint n = cor_cities_count (self->cities), matched = 0;
  g_autofree double *values = g_new (double, MAX (n, 1));
  g_autofree char *name = cor_format_month (month, NULL), *text = NULL;
  const CorResults *results = results_of (self);
  GPtrArray *traces = cor_card_list_new ();
  double most = 0;

  for (guint i = 0; i < n; i++)
    {
      int city = city_of_area (self, i);

      values[i] = city < 0 ? NAN : cor_city_table_total (self->months, (guint) city, month) * kg_per_l / KG_PER_T;
      matched += city >= 0;
      g_ptr_array_add (traces, city >= 0 && results != NULL ? area_trace (self, results, (guint) city, month, name) : NULL);
      for (int m = self->months->first; city >= 0 && m <= self->months->last; m++)
        most = fmax (most, cor_city_table_total (self->months, (guint) city, m) * kg_per_l / KG_PER_T);
    }
  cor_area_map_set_values (self->month_map, values, most, _ ("t"));
  if (results != NULL)
    cor_area_cards_set (self->month_map, results, traces);
  else
    g_ptr_array_unref (traces);
  /* Translators: a month, how many cities of the table are on the map, how many there are, rows left out. */
  text = g_strdup_printf (_ ("%s · %u of %u cities of the table have an area · %u rows left out"), name, matched,
                          self->months->cities->len, self->months->left_out->len);
  gtk_label_set_text (self->month_label, text);
}

/* Combustion alone, as in the study that the method is from. */
static double
kg_per_l (CorRegionWindow *self)
{
  const CorResults *results = results_of (self);

  return results != NULL ? results->diesel->direct : NAN;
}

static void
chart_chosen (CorRegionWindow *self)
{
  if (!self->filling && self->months != NULL)
    fill_chart (self, kg_per_l (self));
}

static void
month_moved (CorRegionWindow *self)
{
  if (!self->filling && self->months != NULL && self->cities != NULL)
    fill_map (self, kg_per_l (self));
}

void
cor_region_init_months (CorRegionWindow *self)
{
  g_autoptr (GtkStringList) standards = gtk_string_list_new (NULL);

  gtk_string_list_append (standards, _ ("All standards"));
  for (const CorEnumValue *value = cor_emission_standard_values; value->nick != NULL; value++)
    gtk_string_list_append (standards, _ (value->name));
  gtk_drop_down_set_model (self->standard, G_LIST_MODEL (standards));
  self->month_map = COR_AREA_MAP (cor_area_map_new ());
  adw_bin_set_child (self->month_map_bin, GTK_WIDGET (self->month_map));
  g_signal_connect_swapped (self->city, "notify::selected", G_CALLBACK (chart_chosen), self);
  g_signal_connect_swapped (self->standard, "notify::selected", G_CALLBACK (chart_chosen), self);
  g_signal_connect_swapped (self->month, "value-changed", G_CALLBACK (month_moved), self);
}

void
cor_region_list_cities (CorRegionWindow *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  gtk_string_list_append (names, _ ("All cities"));
  for (guint i = 0; self->months != NULL && i < self->months->cities->len; i++)
    gtk_string_list_append (names, g_ptr_array_index (self->months->cities, i));
  self->filling = TRUE;
  gtk_drop_down_set_model (self->city, G_LIST_MODEL (names));
  if (self->months != NULL)
    {
      gtk_range_set_range (GTK_RANGE (self->month), 0, MAX (1, self->months->n_months - 1));
      gtk_range_set_value (GTK_RANGE (self->month), self->months->n_months - 1);
    }
  self->filling = FALSE;
}

void
cor_region_fill_months (CorRegionWindow *self, const CorResults *results)
{
  gtk_stack_set_visible_child_name (self->months_stack, self->months != NULL ? "table" : "empty");
  if (self->months == NULL)
    return;
  fill_chart (self, results->diesel->direct);
  if (self->cities == NULL)
    return;
  cor_area_map_set_areas (self->month_map, self->cities);
  fill_map (self, results->diesel->direct);
}
