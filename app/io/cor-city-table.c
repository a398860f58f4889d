/* cor-city-table.c: a table of cities by month.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-city-table.h"

#include "cor-feature.h"
#include "cor-file.h"
#include "cor-json.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

/* Shares of the distance driven empty and loaded (truck-carbon report, method). */
#define EMPTY_SHARE 0.40
#define LOADED_SHARE 0.60

/* Cities times months at most: ten thousand cities over eighty years. */
#define TOTALS_MAX 10000000u

/* The columns, by any of their names. */
enum
{
  CITY,
  MONTH,
  STANDARD,
  KM,
  LITRES,
  PER_100KM,
  PER_100KM_EMPTY,
  PER_100KM_LOADED,
  N_COLUMNS
};

static const char *const column_names[N_COLUMNS] = {
  [CITY] = "city|城市|地市",
  [MONTH] = "month|月份|年月|date",
  [STANDARD] = "standard|emission_standard|排放标准",
  [KM] = "km|distance_km|里程|里程_km|行驶里程",
  [LITRES] = "litres|liters|fuel_l|油耗|油耗_l|燃油消耗量",
  [PER_100KM] = "l_per_100km|百公里油耗",
  [PER_100KM_EMPTY] = "l_per_100km_empty|空载百公里油耗",
  [PER_100KM_LOADED] = "l_per_100km_loaded|满载百公里油耗",
};

static const char *
cell (const CorFeature *feature, int column)
{
  g_auto (GStrv) names = g_strsplit (column_names[column], "|", -1);

  for (guint i = 0; i < feature->properties->len; i++)
    {
      const CorProperty *property = &g_array_index (feature->properties, CorProperty, i);
      g_autofree char *key = g_utf8_strdown (property->key, -1);

      if (g_strv_contains ((const char *const *) names, g_strstrip (key)))
        return property->text;
    }
  return NULL;
}

/* A number of a cell, 0 or more; NaN for an empty cell; FALSE for something else. */
static gboolean
number (const CorFeature *feature, int column, double *out)
{
  const char *text = cell (feature, column);
  char *end = NULL;

  *out = NAN;
  if (text == NULL || *text == '\0')
    return TRUE;
  *out = g_ascii_strtod (text, &end);
  return end != text && *end == '\0' && isfinite (*out) && *out >= 0;
}

static gboolean
parse_month (const char *text, int *out)
{
  int year = 0, month = 0, used = 0;

  if (text == NULL)
    return FALSE;
  if (strspn (text, "0123456789") == 6 && text[6] == '\0')
    sscanf (text, "%4d%2d%n", &year, &month, &used);
  else
    sscanf (text, "%4d%*[-/.年 ]%2d%n", &year, &month, &used);
  if (year < 1990 || year > 2100 || month < 1 || month > 12 || used == 0)
    return FALSE;
  *out = year * 12 + month - 1;
  return TRUE;
}

/* "China V", "china-v", "V", "5", "国五", "国Ⅴ"; empty is not said. */
static gboolean
parse_standard (const char *text, int *out)
{
  static const char *const forms[][6] = {
    { "iii", "3", "三", "Ⅲ", "ⅲ", NULL },
    { "iv", "4", "四", "Ⅳ", "ⅳ", NULL },
    { "v", "5", "五", "Ⅴ", "ⅴ", NULL },
    { "vi", "6", "六", "Ⅵ", "ⅵ", NULL },
  };
  g_autofree char *low = NULL;
  const char *at;

  *out = -1;
  if (text == NULL || *text == '\0')
    return TRUE;
  low = g_utf8_strdown (text, -1);
  at = g_str_has_prefix (low, "china") ? low + strlen ("china") : g_str_has_prefix (low, "国") ? low + strlen ("国") : low;
  at += strspn (at, " -_");
  for (guint i = 0; i < G_N_ELEMENTS (forms); i++)
    for (guint k = 0; forms[i][k] != NULL; k++)
      if (strcmp (at, forms[i][k]) == 0)
        {
          *out = (int) i;
          return TRUE;
        }
  return FALSE;
}

/* km x L/100 km where litres are not given. */
static gboolean
parse_litres (const CorFeature *feature, CorCityMonth *row)
{
  double mean, empty, loaded;

  if (!number (feature, KM, &row->km) || !number (feature, LITRES, &row->litres) || !number (feature, PER_100KM, &mean)
      || !number (feature, PER_100KM_EMPTY, &empty) || !number (feature, PER_100KM_LOADED, &loaded))
    return FALSE;
  if (isnan (mean))
    mean = EMPTY_SHARE * empty + LOADED_SHARE * loaded;
  if (isnan (row->litres))
    row->litres = row->km * mean / 100;
  return !isnan (row->litres);
}

static guint
city_index (CorCityTable *table, GHashTable *names, const char *name)
{
  gpointer found = g_hash_table_lookup (names, name);
  char *own;

  if (found != NULL)
    return GPOINTER_TO_UINT (found) - 1;
  own = g_strdup (name);
  g_ptr_array_add (table->cities, own);
  g_hash_table_insert (names, own, GUINT_TO_POINTER (table->cities->len));
  return table->cities->len - 1;
}

/* FALSE where the same city, month and standard were noted before. */
static gboolean
note_key (GHashTable *seen, const CorCityMonth *row)
{
  gint64 *key = g_new (gint64, 1);

  *key = ((gint64) row->city * 30000 + row->month) * 8 + row->standard + 1;
  return g_hash_table_add (seen, key);
}

/* Adds a row; else what is wrong with it. */
static const char *
read_row (CorCityTable *table, GHashTable *names, GHashTable *seen, const CorFeature *feature)
{
  const char *city = cell (feature, CITY);
  CorCityMonth row;

  if (city == NULL || *city == '\0')
    return _ ("no city");
  if (!parse_month (cell (feature, MONTH), &row.month))
    return _ ("no month such as 2023-01");
  if (!parse_standard (cell (feature, STANDARD), &row.standard))
    return _ ("the standard is none of China III, IV, V, VI");
  if (!parse_litres (feature, &row))
    return _ ("neither litres nor km with L/100 km");
  row.city = city_index (table, names, city);
  if (!note_key (seen, &row))
    return _ ("the same city, month and standard stand above");
  g_array_append_val (table->rows, row);
  return NULL;
}

/* A table under way: which cities and rows it has by now. */
typedef struct
{
  CorCityTable *table;
  GHashTable *names, *seen;
} Taking;

static gboolean
take (const CorFeature *feature, gpointer data)
{
  Taking *taking = data;
  const char *problem = read_row (taking->table, taking->names, taking->seen, feature);

  if (problem != NULL)
    /* Translators: line of a file, what is wrong with it. */
    g_ptr_array_add (taking->table->left_out, g_strdup_printf (_ ("line %u: %s"), feature->line, problem));
  return TRUE;
}

static CorCityTable *
table_new (void)
{
  CorCityTable *table = g_new0 (CorCityTable, 1);

  table->cities = g_ptr_array_new_with_free_func (g_free);
  table->rows = g_array_new (FALSE, FALSE, sizeof (CorCityMonth));
  table->left_out = g_ptr_array_new_with_free_func (g_free);
  return table;
}

static void
find_span (CorCityTable *table)
{
  table->first = G_MAXINT;
  table->last = G_MININT;
  for (guint i = 0; i < table->rows->len; i++)
    {
      int month = g_array_index (table->rows, CorCityMonth, i).month;

      table->first = MIN (table->first, month);
      table->last = MAX (table->last, month);
    }
  table->n_months = (guint) (table->last - table->first + 1);
}

static void
add_to (double *sum, double litres)
{
  *sum = isnan (*sum) ? litres : *sum + litres;
}

/* Litres by city and month over all standards. */
static gboolean
add_totals (CorCityTable *table, GError **error)
{
  gsize n = (gsize) table->cities->len * table->n_months;

  if (n > TOTALS_MAX)
    {
      g_set_error (error, COR_ERROR, COR_ERROR_TOO_LARGE,
                   _ ("%u cities over %u months are more than the program reads; split the table"), table->cities->len,
                   table->n_months);
      return FALSE;
    }
  table->totals = g_new (double, n);
  for (gsize i = 0; i < n; i++)
    table->totals[i] = NAN;
  for (guint i = 0; i < table->rows->len; i++)
    {
      const CorCityMonth *row = &g_array_index (table->rows, CorCityMonth, i);

      add_to (&table->totals[(gsize) row->city * table->n_months + (guint) (row->month - table->first)], row->litres);
    }
  return TRUE;
}

CorCityTable *
cor_city_table_from_bytes (GBytes *bytes, GError **error)
{
  CorFeatureRead how = { .form = COR_TABLE_FORM_FIND };
  CorFeatureText *text = cor_feature_text_new (bytes, NULL, &how.form, error);
  g_autoptr (CorCityTable) table = table_new ();
  Taking taking = { table, g_hash_table_new (g_str_hash, g_str_equal),
                    g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL) };
  gboolean read = text != NULL && cor_features_each (text, &how, take, &taking, error);

  g_hash_table_unref (taking.names);
  g_hash_table_unref (taking.seen);
  g_clear_pointer (&text, cor_feature_text_free);
  if (!read)
    return NULL;
  if (table->rows->len == 0)
    {
      g_set_error (error, COR_ERROR, COR_ERROR_MISSING,
                   _ ("no row of cities and months; it needs the columns city, month, and litres or km with l_per_100km (%s)"),
                   table->left_out->len > 0 ? (const char *) g_ptr_array_index (table->left_out, 0) : _ ("no row at all"));
      return NULL;
    }
  find_span (table);
  return add_totals (table, error) ? g_steal_pointer (&table) : NULL;
}

CorCityTable *
cor_city_table_load (const char *path, GError **error)
{
  g_autoptr (GBytes) bytes = cor_file_read (path, COR_JSON_MAX_BYTES, error);
  CorCityTable *table = bytes ? cor_city_table_from_bytes (bytes, error) : NULL;

  if (table == NULL)
    g_prefix_error (error, "%s: ", path);
  return table;
}

void
cor_city_table_free (CorCityTable *table)
{
  g_ptr_array_unref (table->cities);
  g_array_unref (table->rows);
  g_ptr_array_unref (table->left_out);
  g_free (table->totals);
  g_free (table);
}

double *
cor_city_table_litres (const CorCityTable *table, int city, int standard)
{
  double *months = g_new (double, table->n_months);

  for (guint i = 0; i < table->n_months; i++)
    months[i] = NAN;
  for (guint i = 0; i < table->rows->len; i++)
    {
      const CorCityMonth *row = &g_array_index (table->rows, CorCityMonth, i);

      if ((city < 0 || row->city == (guint) city) && (standard < 0 || row->standard == standard))
        add_to (&months[row->month - table->first], row->litres);
    }
  return months;
}

double
cor_city_table_total (const CorCityTable *table, guint city, int month)
{
  if (city >= table->cities->len || month < table->first || month > table->last)
    return NAN;
  return table->totals[(gsize) city * table->n_months + (guint) (month - table->first)];
}
