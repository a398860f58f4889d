/* cor-city-table.h: a table of cities by month: what heavy trucks drove and burnt there.
 *
 * Columns in any order: city, month (2023-01, 2023/1, 202301, 2023年1月), and perhaps standard (China III
 * to VI), km, and litres; for litres also l_per_100km, or l_per_100km_empty and l_per_100km_loaded, of
 * which 40 % and 60 % count (Report on the carbon emissions of China's truck freight 2018-2023, method).
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "cor-enums.h"
#include "cor-error.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/** CorCityMonth: a row; @month in months since year 0 (year x 12 + month - 1); @standard -1 for not said. */
typedef struct
{
  guint city;
  int month;
  int standard;
  double km;
  double litres;
} CorCityMonth;

/**
 * CorCityTable:
 * @cities: names in the order they come; @rows: array of #CorCityMonth
 * @first, @last: months there are, with @n_months between them, both counted
 * @totals: litres by city and month, for cor_city_table_total()
 * @left_out: sentences on rows that could not be used
 */
typedef struct
{
  GPtrArray *cities;
  GArray *rows;
  int first, last;
  guint n_months;
  double *totals;
  GPtrArray *left_out;
} CorCityTable;

/** cor_city_table_load: (transfer full): or %NULL with an error that names the file and what is wrong. */
CorCityTable *cor_city_table_load (const char *path, GError **error);

/** cor_city_table_from_bytes: the same of a file's content. */
CorCityTable *cor_city_table_from_bytes (GBytes *bytes, GError **error);
void cor_city_table_free (CorCityTable *table);

/**
 * cor_city_table_litres: (transfer full): litres by month, @table->n_months of them; NaN for a month
 * without a row.
 * @city: index, or -1 for all; @standard: a #CorEmissionStandard, or -1 for all
 */
double *cor_city_table_litres (const CorCityTable *table, int city, int standard);

/** cor_city_table_total: litres of a city in a month over all standards; NaN without a row. */
double cor_city_table_total (const CorCityTable *table, guint city, int month);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CorCityTable, cor_city_table_free)

G_END_DECLS
