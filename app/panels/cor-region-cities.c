/* cor-region-cities.c: emissions by the city driven in and by the city registered in.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-region-private.h"

#include "cor-area-cards.h"
#include "cor-card.h"
#include "cor-chart-cards.h"
#include "cor-format.h"

#include <glib/gi18n-lib.h>
#include <math.h>

static const char *
row_name (const CorCityRow *row)
{
  return cor_format_is_chinese (NULL) ? row->name_zh : row->name;
}

static gboolean
has_any (const CorCityRow *row)
{
  return row->operating.km > 0 || row->registration.km > 0;
}

void
cor_region_init_cities (CorRegionWindow *self)
{
  static const struct
  {
    const char *title, *key;
  } columns[] = {
    { N_ ("driven in, t"), "operating_diesel_tco2e_per_year" },
    { N_ ("registered in, t"), "registration_diesel_tco2e_per_year" },
    { N_ ("as planned, t"), "operating_tco2e_per_year" },
    { N_ ("saved, t"), "operating_saved_tco2e_per_year" },
    { N_ ("share of the city's trucks"), "corridor_share_of_city" },
    { N_ ("saved of these"), "saved_share_of_city" },
    { N_ ("city's trucks, kt CO₂"), "city_trucks_operating_ktco2_per_year" },
    { N_ ("km a year"), "operating_km_per_year" },
  };

  self->city_map = COR_AREA_MAP (cor_area_map_new ());
  adw_bin_set_child (self->city_map_bin, GTK_WIDGET (self->city_map));
  self->city_table = COR_DATA_TABLE (cor_data_table_new (_ ("Emissions by city")));
  cor_data_table_add_column (self->city_table, _ ("City"), "city", FALSE);
  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    cor_data_table_add_column (self->city_table, _ (columns[i].title), columns[i].key, TRUE);
  adw_bin_set_child (self->cities_bin, GTK_WIDGET (self->city_table));
}

static void
add_bar (CorChart *chart, CorChartSeries *series, const CorResults *results, const CorAttribution *by_city, guint row, CorCityFigure figure)
{
  gboolean zh = cor_format_is_chinese (NULL);
  double value = cor_attribution_figure (by_city, row, figure);

  cor_chart_point_explain_by (chart, cor_chart_series_add_part (series, row_name (&by_city->rows[row]), series->role, value), results,
                              cor_attribution_trace (results, by_city, row, figure, zh));
}

static CorChart *
bars (const CorResults *results, const CorAttribution *by_city)
{
  CorChart *chart = cor_chart_new (COR_CHART_BARS, _ ("The corridor's diesel trucks, by city"), _ ("t CO₂e a year, well to wheel"));
  CorChartSeries *driven = cor_chart_add_series (chart, "driven", _ ("by where driven"), COR_ROLE_DIESEL, COR_STYLE_THIN);
  CorChartSeries *registered
    = cor_chart_add_series (chart, "registered", _ ("by where registered"), COR_ROLE_DIESEL_SUPPLY, COR_STYLE_THIN);
  CorChartSeries *planned = cor_chart_add_series (chart, "planned", _ ("as planned, where driven"), COR_ROLE_ELECTRIC, COR_STYLE_THIN);

  chart->empty = g_strdup (_ ("No duty can be compared with diesel"));
  for (guint i = 0; i < by_city->n_rows; i++)
    {
      if (!has_any (&by_city->rows[i]))
        continue;
      add_bar (chart, driven, results, by_city, i, COR_CITY_DRIVEN);
      add_bar (chart, registered, results, by_city, i, COR_CITY_REGISTERED);
      add_bar (chart, planned, results, by_city, i, COR_CITY_PLANNED);
    }
  return chart;
}

static char *
figure_text (CorCityFigure figure, double value)
{
  if (isnan (value))
    return NULL;
  if (figure == COR_CITY_SHARE || figure == COR_CITY_SAVED_SHARE)
    return cor_format_percent (value, value < 0.01 ? 3 : -1, NULL);
  return cor_format_number (value, figure == COR_CITY_TRUCKS || figure == COR_CITY_KM ? 0 : 1);
}

static void
fill_table (CorRegionWindow *self, const CorResults *results, const CorAttribution *by_city)
{
  for (guint i = 0; i < by_city->n_rows; i++)
    {
      const CorCityRow *row = &by_city->rows[i];
      g_autofree char *id = g_strdup_printf ("%u", i);

      if (!has_any (row))
        continue;
      cor_data_table_row (self->city_table, id);
      cor_data_table_text (self->city_table, row->city_year > 0 ? g_strdup_printf (_ ("%s (on record for %d)"), row_name (row), row->city_year)
                                                                : g_strdup (row_name (row)));
      for (CorCityFigure figure = 0; figure < COR_N_CITY_FIGURES; figure++)
        {
          double value = cor_attribution_figure (by_city, i, figure);

          cor_data_table_number (self->city_table, value, figure_text (figure, value));
          cor_data_table_explain_by (self->city_table, results, cor_attribution_trace (results, by_city, i, figure, cor_format_is_chinese (NULL)));
        }
    }
  cor_data_table_show (self->city_table);
}

static void
fill_map (CorRegionWindow *self, const CorResults *results, const CorAttribution *by_city)
{
  guint n = cor_cities_count (self->cities);
  g_autofree double *values = g_new (double, MAX (n, 1));
  GPtrArray *lines = g_ptr_array_new_with_free_func ((GDestroyNotify) cor_path_unref);
  GPtrArray *traces = cor_card_list_new ();
  double most = 0;

  for (guint i = 0; i < n; i++)
    {
      values[i] = by_city->rows[i].operating.diesel_wtw_t;
      most = fmax (most, values[i]);
      g_ptr_array_add (traces, cor_attribution_trace (results, by_city, i, COR_CITY_DRIVEN, cor_format_is_chinese (NULL)));
    }
  for (guint i = 0; i < results->n_duties; i++)
    if (results->duties[i].geometry->out != NULL)
      g_ptr_array_add (lines, cor_path_ref (results->duties[i].geometry->out));
  cor_area_map_set_areas (self->city_map, self->cities);
  cor_area_map_set_values (self->city_map, values, most, _ ("t"));
  cor_area_map_set_lines (self->city_map, lines);
  cor_area_cards_set (self->city_map, results, traces);
}

void
cor_region_fill_cities (CorRegionWindow *self, const CorResults *results)
{
  g_autoptr (CorAttribution) by_city = NULL;
  const CorMark figures[] = {
    { .results = (CorResults *) results, .key = { .quantity = COR_TRACE_ROW_WTW, .by = COR_EMISSION_BY_SCENARIO, .index = 1 } },
    { .results = (CorResults *) results, .key = { .quantity = COR_TRACE_EMISSIONS } },
  };
  g_autofree char *total = NULL, *saved = NULL, *note = NULL;

  if (self->cities == NULL)
    return;
  by_city = cor_attribution_new (results, self->cities);
  total = cor_card_link (cor_format_number (by_city->total.diesel_wtw_t, 1), 0);
  saved = cor_card_link (cor_format_number (by_city->total.diesel_wtw_t - by_city->total.wtw_t, 1), 1);
  note = g_strdup_printf (_ ("Both ways of counting add up to %s t CO₂e a year; the plan saves %s t. Shares of the city's heavy trucks are "
                             "tank to wheel (truck freight report 2018–2023). The areas are the program's own reading, right to some "
                             "kilometres, and no administrative boundaries."),
                          total, saved);
  cor_card_set_sentence (self->city_note, note, figures, G_N_ELEMENTS (figures));
  cor_chart_view_set_chart (self->city_chart, bars (results, by_city));
  fill_table (self, results, by_city);
  fill_map (self, results, by_city);
}
