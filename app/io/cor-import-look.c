/* cor-import-look.c: what a file seems to hold.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-import-look.h"

#include "cor-import-private.h"
#include "cor-track.h"

#include <string.h>

/* A column whose cells all lie here holds longitudes, or latitudes, of China and round it. */
#define LON_FROM 73.0
#define LON_TO 136.0
#define LAT_FROM 3.0
#define LAT_TO 54.0

typedef struct
{
  CorImportLook *look;
  GHashTable *index; /* of a column, plus 1 */
  guint n_lines, n_points, n_timed, n_stations;
} Looking;

static guint
column_index (Looking *looking, const char *name)
{
  guint found = GPOINTER_TO_UINT (g_hash_table_lookup (looking->index, name));

  if (found > 0)
    return found - 1;
  g_ptr_array_add (looking->look->columns, g_strdup (name));
  g_hash_table_insert (looking->index, g_strdup (name), GUINT_TO_POINTER (looking->look->columns->len));
  return looking->look->columns->len - 1;
}

static void
show_row (Looking *looking, const CorFeature *feature)
{
  g_autoptr (GPtrArray) cells = g_ptr_array_new ();

  for (guint i = 0; i < feature->properties->len; i++)
    {
      const CorProperty *said = &g_array_index (feature->properties, CorProperty, i);
      guint column = column_index (looking, said->key);

      if (column >= cells->len)
        g_ptr_array_set_size (cells, (int) column + 1);
      g_free (cells->pdata[column]);
      cells->pdata[column] = g_strdup (said->text);
    }
  for (guint i = 0; i < cells->len; i++)
    if (cells->pdata[i] == NULL)
      cells->pdata[i] = g_strdup ("");
  g_ptr_array_add (cells, NULL);
  g_ptr_array_add (looking->look->rows, g_ptr_array_steal (cells, NULL));
}

static gboolean
see (const CorFeature *feature, gpointer data)
{
  Looking *looking = data;

  looking->look->n_rows++;
  looking->n_lines += feature->is_line;
  looking->n_points += !feature->is_line;
  looking->n_timed += feature->times != NULL;
  if (looking->look->rows->len < COR_IMPORT_LOOK_ROWS)
    show_row (looking, feature);
  for (guint i = 0; i < feature->properties->len && looking->look->format != COR_FEATURES_TABLE; i++)
    column_index (looking, g_array_index (feature->properties, CorProperty, i).key);
  return TRUE;
}

/* Rows are as long as the columns that came with later ones. */
static void
pad_rows (CorImportLook *look)
{
  for (guint i = 0; i < look->rows->len; i++)
    {
      char **row = look->rows->pdata[i];
      guint n = g_strv_length (row);

      row = g_renew (char *, row, look->columns->len + 1);
      for (; n < look->columns->len; n++)
        row[n] = g_strdup ("");
      row[n] = NULL;
      look->rows->pdata[i] = row;
    }
}

static guint
count_keys (const CorImportLook *look, CorItemKind kind, const char *const *keys)
{
  guint n = 0;

  for (guint i = 0; i < look->columns->len; i++)
    {
      const char *key = cor_import_key (kind, g_ptr_array_index (look->columns, i));

      n += key != NULL && g_strv_contains (keys, key);
    }
  return n;
}

static gboolean
has_trace_key (const CorImportLook *look, const char *wanted)
{
  for (guint i = 0; i < look->columns->len; i++)
    if (g_strcmp0 (cor_track_key (g_ptr_array_index (look->columns, i)), wanted) == 0)
      return TRUE;
  return FALSE;
}

/* Whether names in the file or of the file tell of stations. */
static gboolean
speaks_of_stations (const CorImportLook *look, const char *name)
{
  static const char *const words[] = { "充电", "换电", "加氢", "charg", "swap", "station", "桩", NULL };
  g_autofree char *lower = g_utf8_strdown (name ? name : "", -1);
  guint n = 0, rows = 0;

  for (guint w = 0; words[w] != NULL; w++)
    {
      if (strstr (lower, words[w]) != NULL)
        return TRUE;
      for (guint i = 0; i < look->columns->len; i++)
        if (strstr (g_ptr_array_index (look->columns, i), words[w]) != NULL)
          return TRUE;
    }
  for (guint i = 0; i < look->rows->len; i++)
    {
      char **row = g_ptr_array_index (look->rows, i);
      g_autofree char *all = g_strjoinv (" ", row);
      gboolean found = FALSE;

      for (guint w = 0; words[w] != NULL; w++)
        found |= strstr (all, words[w]) != NULL;
      n += found;
      rows++;
    }
  return rows > 0 && n * 2 > rows;
}

static void
guess_kind (CorImportLook *look, const Looking *looking, const char *name)
{
  static const char *const of_station[] = { "power_kw", "plugs", "batteries", "bays", "swap_min", COR_IMPORT_TOTAL_KW,
                                            "service_fee_yuan_per_kwh", "energy_price_yuan_per_kwh", NULL };
  static const char *const of_route[] = { "origin", "destination", COR_IMPORT_ORIGIN_LON, COR_IMPORT_DESTINATION_LON,
                                          "trips_per_day", NULL };

  look->own = g_hash_table_contains (looking->index, COR_IMPORT_KIND);
  if (look->own || (looking->n_lines > 0 && looking->n_points > 0))
    look->kind = COR_IMPORT_EACH;
  else if (looking->n_lines > 0 && looking->n_timed == looking->n_lines)
    look->trace = TRUE;
  else if (looking->n_lines > 0 || count_keys (look, COR_ITEM_ROUTE, of_route) >= 2)
    look->kind = COR_ITEM_ROUTE;
  else if (has_trace_key (look, COR_TRACK_TIME) && (has_trace_key (look, COR_TRACK_VEHICLE) || has_trace_key (look, COR_TRACK_KM)))
    look->trace = TRUE;
  else if (count_keys (look, COR_ITEM_STATION, of_station) > 0 || speaks_of_stations (look, name))
    look->kind = COR_ITEM_STATION;
  else
    look->kind = COR_ITEM_SITE;
  if (look->trace)
    look->kind = COR_ITEM_ROUTE;
}

static char *
fingerprint_of (const CorImportLook *look)
{
  g_autoptr (GChecksum) sum = g_checksum_new (G_CHECKSUM_SHA256);
  g_autofree char *format = g_strdup_printf ("%d %d", (int) look->format, look->form.header);

  g_checksum_update (sum, (const guchar *) format, -1);
  for (guint i = 0; i < look->columns->len; i++)
    {
      g_checksum_update (sum, (const guchar *) "\n", 1);
      g_checksum_update (sum, g_ptr_array_index (look->columns, i), -1);
    }
  return g_strndup (g_checksum_get_string (sum), 16);
}

static gboolean
holds_text (const CorImportLook *look, guint column)
{
  for (guint i = 0; i < look->rows->len; i++)
    {
      const char *cell = ((char **) g_ptr_array_index (look->rows, i))[column];
      double number;

      if (*cell != '\0' && cor_import_number (cell, &number))
        return FALSE;
    }
  return look->rows->len > 0;
}

CorImportLook *
cor_import_look (GBytes *bytes, const CorTableForm *form, const char *name, GCancellable *cancellable, GError **error)
{
  g_autoptr (CorFeatureText) text = cor_feature_text_new (bytes, name, form, error);
  g_autoptr (CorImportLook) look = NULL;
  g_autoptr (GHashTable) index = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  const CorFeatureRead how = { .cancellable = cancellable };
  Looking looking = { .index = index };

  if (text == NULL)
    return NULL;
  looking.look = look = g_new0 (CorImportLook, 1);
  look->columns = g_ptr_array_new_with_free_func (g_free);
  look->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  look->format = text->format;
  look->form = text->form;
  if (text->format == COR_FEATURES_TABLE)
    {
      g_autoptr (GPtrArray) columns = cor_feature_columns (text);

      for (guint i = 0; i < columns->len; i++)
        column_index (&looking, g_ptr_array_index (columns, i));
    }
  if (!cor_features_each (text, &how, see, &looking, error))
    return NULL;
  pad_rows (look);
  while (look->text_column < look->columns->len && !holds_text (look, look->text_column))
    look->text_column++;
  guess_kind (look, &looking, name);
  look->fingerprint = fingerprint_of (look);
  return g_steal_pointer (&look);
}

void
cor_import_look_free (CorImportLook *look)
{
  if (look == NULL)
    return;
  g_ptr_array_unref (look->columns);
  g_ptr_array_unref (look->rows);
  g_free (look->fingerprint);
  g_free (look);
}

/* Whether all cells of a column that hold something are degrees in a range. */
static gboolean
holds_degrees (const CorImportLook *look, guint column, double from, double to)
{
  guint n = 0;

  for (guint i = 0; i < look->rows->len; i++)
    {
      const char *cell = ((char **) g_ptr_array_index (look->rows, i))[column];
      double number;

      if (*cell == '\0')
        continue;
      if (!cor_import_degrees (cell, &number) || number < from || number > to || strchr (cell, '.') == NULL)
        return FALSE;
      n++;
    }
  return n > 0;
}

static const char *
guess_by_cells (const CorImportLook *look, guint column)
{
  if (holds_degrees (look, column, LON_FROM, LON_TO))
    return "lon";
  if (holds_degrees (look, column, LAT_FROM, LAT_TO))
    return "lat";
  return column == look->text_column ? "name" : NULL;
}

const char *
cor_import_guess (const CorImportLook *look, guint column, CorItemKind kind, gboolean trace)
{
  const char *name = g_ptr_array_index (look->columns, column);

  if (look->format == COR_FEATURES_TABLE && !look->form.header)
    return guess_by_cells (look, column);
  return trace ? cor_track_key (name) : cor_import_key (kind == COR_IMPORT_EACH ? COR_ITEM_STATION : kind, name);
}
