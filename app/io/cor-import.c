/* cor-import.c: sites, stations and routes from files of other programs.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-import-private.h"

#include "cor-csv.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

/* The box of mainland China and what is round it, degrees: for telling swapped coordinates. */
#define CHINA_WEST 73.0
#define CHINA_EAST 136.0
#define CHINA_SOUTH 3.0
#define CHINA_NORTH 54.0

/* Places from another system are kept to the centimetre. */
#define PER_DEGREE 1e7

static void
note_free (CorImportNote *note)
{
  g_free (note->id);
  g_free (note->text);
  g_free (note);
}

void
cor_import_note (CorImport *import, guint line, gboolean taken, const char *id, const char *text)
{
  CorImportNote *note = g_new0 (CorImportNote, 1);

  note->line = line;
  note->taken = taken;
  note->id = g_strdup (id);
  note->text = g_strdup (text ? text : "");
  g_ptr_array_add (import->notes, note);
  if (line > 0)
    *(taken ? &import->n_taken : &import->n_left_out) += 1;
}

/* What our own exports say beside the fields; FALSE where it is none of that. */
static gboolean
take_own (ImportRow *row, const char *key, const CorProperty *property)
{
  const char *json = property->json ? property->json : property->text;

  if (g_strcmp0 (key, COR_IMPORT_KIND) == 0)
    {
      row->own_kind = property->text;
      return TRUE;
    }
  if (g_strcmp0 (key, COR_IMPORT_EXTRA) != 0)
    return FALSE;
  if (cor_json_is_object (json))
    {
      g_free (row->item->extra);
      row->item->extra = g_strdup (json);
    }
  return TRUE;
}

/* What one property says, kept in what is known of the feature so far. */
static void
take_property (ImportWork *work, ImportRow *row, const CorProperty *property)
{
  const char *key = cor_import_key (row->item->kind, property->key);
  const CorField *field = key ? cor_item_field (row->item->kind, key) : NULL;
  g_autofree char *left_out = NULL;
  g_auto (GStrv) parts = NULL;

  if (g_strcmp0 (key, COR_IMPORT_RESULTS) == 0 || take_own (row, key, property))
    return;
  if (g_strcmp0 (key, COR_IMPORT_PLACE) == 0)
    {
      parts = g_strsplit_set (property->text, ",，; ", -1);
      if (g_strv_length (parts) != 2 || !cor_import_number (parts[0], &row->place.lon)
          || !cor_import_number (parts[1], &row->place.lat))
        row->place.lon = row->place.lat = NAN;
      return;
    }
  if (g_strcmp0 (key, "lon") == 0 || g_strcmp0 (key, "lat") == 0)
    {
      double *degrees = strcmp (key, "lon") == 0 ? &row->place.lon : &row->place.lat;

      if (row->feature->points->len == 0 && !cor_import_number (property->text, degrees))
        *degrees = NAN;
      return;
    }
  if (field == NULL)
    {
      if (key == NULL || !cor_import_route_end (row, key, property->text))
        g_hash_table_add (work->unknown, g_strdup (property->key));
      return;
    }
  left_out = cor_import_set (row->item, field, property);
  if (left_out != NULL)
    g_string_append_printf (row->said, "%s%s", row->said->len ? "; " : "", left_out);
}

static gboolean
is_swapped (CorLonLat place)
{
  return place.lat > CHINA_WEST && place.lat < CHINA_EAST && place.lon > CHINA_SOUTH && place.lon < CHINA_NORTH;
}

static gboolean
is_on_earth (CorLonLat place)
{
  return fabs (place.lon) <= 180 && fabs (place.lat) <= 85;
}

/* Kind, name and place to about a metre: what two entries of the same thing share. */
static char *
place_key (const CorItem *item)
{
  return g_strdup_printf ("%d %.5f %.5f %s", (int) item->kind,
                          cor_item_number (item, cor_item_field (item->kind, "lon")),
                          cor_item_number (item, cor_item_field (item->kind, "lat")), item->name ? item->name : "");
}

char *
cor_import_claim_id (ImportWork *work, CorItemKind kind, const char *stem)
{
  g_autofree char *plain = g_strdelimit (g_strdup (stem), "/", '-');
  g_autofree char *counter = g_strdup_printf ("%d/%s", (int) kind, plain);
  guint number = GPOINTER_TO_UINT (g_hash_table_lookup (work->numbers, counter));
  char *id = NULL;

  for (;; number++)
    {
      g_autofree char *claimed = NULL;

      id = number == 0 ? g_strdup (plain) : g_strdup_printf ("%s-%u", plain, number + 1);
      claimed = g_strdup_printf ("%d/%s", (int) kind, id);
      if (cor_scenario_find (work->scenario, kind, id) == NULL && !g_hash_table_contains (work->ids, claimed))
        {
          g_hash_table_add (work->ids, g_steal_pointer (&claimed));
          break;
        }
      g_free (id);
    }
  g_hash_table_insert (work->numbers, g_steal_pointer (&counter), GUINT_TO_POINTER (number + 1));
  return id;
}

/* Puts a place into WGS 84 and into the item; says why not. */
static char *
place_item (const ImportWork *work, ImportRow *row)
{
  CorLonLat place = row->place;

  if (row->feature->is_line)
    return g_strdup (_ ("a line, not a place"));
  if (isnan (place.lon) || isnan (place.lat))
    return g_strdup (_ ("no coordinates"));
  if (work->swap)
    place = (CorLonLat){ place.lat, place.lon };
  if (!is_on_earth (place))
    return g_strdup_printf (_ ("%g, %g is no place; longitude comes first, in degrees"), place.lon, place.lat);
  if (work->crs != COR_CRS_WGS84)
    {
      place = cor_crs_convert (place, work->crs, COR_CRS_WGS84);
      place.lon = round (place.lon * PER_DEGREE) / PER_DEGREE;
      place.lat = round (place.lat * PER_DEGREE) / PER_DEGREE;
    }
  cor_item_set_number (row->item, cor_item_field (row->item->kind, "lon"), place.lon, NULL);
  cor_item_set_number (row->item, cor_item_field (row->item->kind, "lat"), place.lat, NULL);
  return NULL;
}

/* Gives the item an id of its own and takes it. */
static void
keep (ImportWork *work, ImportRow *row)
{
  const char *stem = row->item->id ? row->item->id : cor_import_stem (row->item->kind);
  g_autofree char *id = cor_import_claim_id (work, row->item->kind, stem);

  if (row->item->id != NULL && strcmp (row->item->id, id) != 0)
    g_string_append_printf (row->said, _ ("%sthe id “%s” is there already; it is “%s” now"), row->said->len ? "; " : "",
                            row->item->id, id);
  cor_item_set_string (row->item, cor_item_field (row->item->kind, "id"), id);
  g_ptr_array_add (work->import->items, cor_item_ref (row->item));
  cor_import_note (work->import, row->feature->line, TRUE, id, row->said->str);
}

/* Sets the item's place; says why not, also where the same thing is there already. */
static char *
take_place (ImportWork *work, ImportRow *row)
{
  char *problem = place_item (work, row);
  g_autofree char *key = problem ? NULL : place_key (row->item);

  if (problem != NULL)
    return problem;
  if (!g_hash_table_add (work->places, g_steal_pointer (&key)))
    return g_strdup (_ ("one of the same name is at the same place already"));
  return NULL;
}

static void
take_properties (ImportWork *work, ImportRow *row)
{
  for (guint i = 0; i < row->feature->properties->len; i++)
    take_property (work, row, &g_array_index (row->feature->properties, CorProperty, i));
}

static void
take_feature (ImportWork *work, ImportRow *row)
{
  g_autofree char *problem = g_strdup (row->feature->problem);

  take_properties (work, row);
  if (problem == NULL && row->own_kind != NULL && strcmp (row->own_kind, cor_item_kind_nick (work->kind)) != 0)
    problem = g_strdup_printf (_ ("it is one of “%s”; import it as such"), row->own_kind);
  if (problem == NULL)
    problem = work->kind == COR_ITEM_ROUTE ? cor_import_route (work, row) : take_place (work, row);
  if (problem != NULL)
    cor_import_note (work->import, row->feature->line, FALSE, NULL, problem);
  else
    keep (work, row);
}

static void
row_init (ImportRow *row, const CorFeature *feature, CorItemKind kind)
{
  *row = (ImportRow){ .feature = feature, .place = { NAN, NAN }, .origin = { NAN, NAN }, .destination = { NAN, NAN } };
  row->item = cor_item_new (kind, NULL);
  row->said = g_string_new (NULL);
  if (feature->points->len > 0)
    row->place = g_array_index (feature->points, CorLonLat, 0);
}

static void
row_clear (ImportRow *row)
{
  cor_item_unref (row->item);
  g_string_free (row->said, TRUE);
}

/* Whether every place of the file makes sense only with longitude and latitude the other way round. */
static gboolean
find_swapped (ImportWork *work, const GPtrArray *features)
{
  guint n = 0;

  for (guint i = 0; i < features->len; i++)
    {
      ImportRow row;
      gboolean swapped, known;

      row_init (&row, g_ptr_array_index (features, i), work->kind);
      take_properties (work, &row);
      known = !isnan (row.place.lon) && !isnan (row.place.lat);
      swapped = is_swapped (row.place);
      row_clear (&row);
      if (known && !swapped)
        return FALSE;
      n += known;
    }
  return n > 0;
}

/* The columns that nothing was made of, in the order of their names. */
static void
note_unknown (ImportWork *work)
{
  g_autoptr (GList) keys = g_list_sort (g_hash_table_get_keys (work->unknown), (GCompareFunc) strcmp);
  g_autoptr (GString) list = g_string_new (NULL);
  g_autofree char *text = NULL;

  for (GList *l = keys; l != NULL; l = l->next)
    g_string_append_printf (list, "%s%s", list->len ? ", " : "", (const char *) l->data);
  if (list->len == 0)
    return;
  text = g_strdup_printf (_ ("not used, because the program knows nothing of that name: %s"), list->str);
  cor_import_note (work->import, 0, FALSE, NULL, text);
}

/* The places that the scenario has. */
static void
note_places (ImportWork *work)
{
  guint n;
  const CorItem *const *items = cor_scenario_items (work->scenario, work->kind, &n);

  for (guint i = 0; i < n && work->kind != COR_ITEM_ROUTE; i++)
    g_hash_table_add (work->places, place_key (items[i]));
}

static void
take_features (ImportWork *work, const GPtrArray *features)
{
  work->swap = work->kind != COR_ITEM_ROUTE && find_swapped (work, features);
  if (work->swap)
    cor_import_note (work->import, 0, TRUE, NULL,
                     _ ("longitude and latitude are the other way round in this file; they were swapped"));
  note_places (work);
  for (guint i = 0; i < features->len; i++)
    {
      ImportRow row;

      row_init (&row, g_ptr_array_index (features, i), work->kind);
      take_feature (work, &row);
      row_clear (&row);
    }
  note_unknown (work);
}

/* Everything in @features, for the scenario. */
static CorImport *
import_features (const GPtrArray *features, CorItemKind kind, CorCrs crs, const CorScenario *scenario)
{
  g_autoptr (GHashTable) ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) numbers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) places = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) unknown = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  ImportWork work = { NULL, scenario, kind, crs, FALSE, ids, numbers, places, unknown };

  work.import = g_new0 (CorImport, 1);
  work.import->items = g_ptr_array_new_with_free_func ((GDestroyNotify) cor_item_unref);
  work.import->notes = g_ptr_array_new_with_free_func ((GDestroyNotify) note_free);
  take_features (&work, features);
  return work.import;
}

CorImport *
cor_import_read (GBytes *bytes, CorItemKind kind, CorCrs crs, const CorScenario *scenario, GError **error)
{
  g_autoptr (GPtrArray) features = cor_features_from_bytes (bytes, error);

  return features ? import_features (features, kind, crs, scenario) : NULL;
}

CorImport *
cor_import_read_trace (GBytes *bytes, CorCrs crs, const CorScenario *scenario, GError **error)
{
  g_autoptr (GPtrArray) features = cor_features_from_bytes (bytes, error);
  g_autoptr (GPtrArray) lines = features ? cor_features_join_traces (features) : NULL;

  return lines ? import_features (lines, COR_ITEM_ROUTE, crs, scenario) : NULL;
}

CorScenario *
cor_import_add (const CorImport *import, const CorScenario *scenario)
{
  CorScenario *now = cor_scenario_ref ((CorScenario *) scenario);

  for (int kind = COR_ITEM_HEAD + 1; kind < COR_N_ITEM_KINDS; kind++)
    {
      guint n, before;
      const CorItem *const *items = cor_scenario_items (now, kind, &n);
      GPtrArray *all = g_ptr_array_new_with_free_func ((GDestroyNotify) cor_item_unref);
      CorScenario *next;

      for (guint i = 0; i < n; i++)
        g_ptr_array_add (all, cor_item_ref (items[i]));
      before = all->len;
      for (guint i = 0; i < import->items->len; i++)
        if (((CorItem *) g_ptr_array_index (import->items, i))->kind == (CorItemKind) kind)
          g_ptr_array_add (all, cor_item_ref (g_ptr_array_index (import->items, i)));
      if (all->len == before)
        {
          g_ptr_array_unref (all);
          continue;
        }
      next = cor_scenario_with_items (now, kind, all);
      cor_scenario_unref (now);
      now = next;
    }
  return now;
}

GString *
cor_import_csv (const CorImport *import)
{
  GString *csv = g_string_new (NULL);

  cor_csv_row (csv, "line", "result", "id", "note", NULL);
  for (guint i = 0; i < import->notes->len; i++)
    {
      const CorImportNote *note = g_ptr_array_index (import->notes, i);

      cor_csv_integer (csv, (int) note->line);
      cor_csv_text (csv, note->line == 0 ? "file" : note->taken ? "taken" : "left out");
      cor_csv_text (csv, note->id);
      cor_csv_text (csv, note->text);
      cor_csv_end_row (csv);
    }
  return csv;
}

void
cor_import_free (CorImport *import)
{
  if (import == NULL)
    return;
  g_ptr_array_unref (import->items);
  g_ptr_array_unref (import->notes);
  g_free (import);
}
