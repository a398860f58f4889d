/* cor-import.c: sites, stations and routes from files of other programs.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-import-private.h"

#include "cor-csv.h"
#include "cor-scenario-reader.h"
#include "cor-track.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

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
cor_import_note (ImportWork *work, guint line, gboolean taken, const char *id, const char *text)
{
  CorImport *import = work->import;
  CorImportNote *note;

  if (line > 0)
    *(taken ? &import->n_taken : &import->n_left_out) += 1;
  if (!taken && line > 0 && import->n_left_out > COR_IMPORT_NOTES_MAX)
    {
      work->n_unnoted++;
      return;
    }
  note = g_new0 (CorImportNote, 1);
  note->line = line;
  note->taken = taken;
  note->id = g_strdup (id);
  note->text = g_strdup (text ? text : "");
  g_ptr_array_add (import->notes, note);
}

void
cor_import_say (CorImport *import, const char *text)
{
  CorImportNote *note = g_new0 (CorImportNote, 1);

  note->taken = TRUE;
  note->text = g_strdup (text);
  g_ptr_array_add (import->notes, note);
}

const char *
cor_import_column_key (ImportWork *work, guint slot, const char *name)
{
  GHashTable *known = work->keys[slot];
  const char *said;
  gpointer key;

  if (g_hash_table_lookup_extended (known, name, NULL, &key))
    return key;
  said = work->options->columns ? g_hash_table_lookup (work->options->columns, name) : NULL;
  if (said != NULL)
    key = (gpointer) g_intern_string (said);
  else
    key = (gpointer) (slot == COR_N_ITEM_KINDS ? cor_track_key (name) : cor_import_key ((CorItemKind) slot, name));
  g_hash_table_insert (known, g_strdup (name), key);
  return key;
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
  g_free (row->item->extra);
  row->item->extra = cor_item_extra_from_text (row->item->kind, json);
  return TRUE;
}

/* What one property says, kept in what is known of the feature so far. */
static void
take_property (ImportWork *work, ImportRow *row, const CorProperty *property)
{
  const char *key = cor_import_column_key (work, row->item->kind, property->key);
  const CorField *field = key ? cor_item_field (row->item->kind, key) : NULL;
  g_autofree char *left_out = NULL;

  if (g_strcmp0 (key, "") == 0 || g_strcmp0 (key, COR_IMPORT_RESULTS) == 0 || take_own (row, key, property))
    return;
  if (g_strcmp0 (key, COR_IMPORT_PLACE) == 0)
    {
      if (row->feature->points->len == 0)
        row->place = cor_import_place (property->text);
      return;
    }
  if (g_strcmp0 (key, "lon") == 0 || g_strcmp0 (key, "lat") == 0)
    {
      double *degrees = strcmp (key, "lon") == 0 ? &row->place.lon : &row->place.lat;

      if (row->feature->points->len == 0 && !cor_import_degrees (property->text, degrees))
        *degrees = NAN;
      return;
    }
  if (g_strcmp0 (key, COR_IMPORT_TOTAL_KW) == 0)
    {
      if (!cor_import_number (property->text, &row->total_kw))
        row->total_kw = NAN;
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

static gboolean
is_outside (const double *box, CorLonLat place)
{
  return box != NULL && (place.lon < box[0] || place.lat < box[1] || place.lon > box[2] || place.lat > box[3]);
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
  if (place.lon == 0 && place.lat == 0)
    return g_strdup (_ ("the coordinates are 0, 0: not filled in"));
  if (work->crs != COR_CRS_WGS84)
    {
      place = cor_crs_convert (place, work->crs, COR_CRS_WGS84);
      place.lon = round (place.lon * PER_DEGREE) / PER_DEGREE;
      place.lat = round (place.lat * PER_DEGREE) / PER_DEGREE;
    }
  if (is_outside (work->options->box, place))
    return g_strdup (_ ("outside the area chosen"));
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
  work->import->own |= row->own_kind != NULL;
  g_ptr_array_add (work->import->items, cor_item_ref (row->item));
  cor_import_note (work, row->feature->line, TRUE, id, row->said->str);
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

/* The power of one plug, where the list has that of all and how many. */
static void
share_power (ImportRow *row)
{
  CorStation *station = (CorStation *) row->item;

  if (row->item->kind != COR_ITEM_STATION || !(row->total_kw > 0) || !isnan (station->power_kw))
    return;
  if (station->plugs >= 1)
    cor_item_set_number (row->item, cor_item_field (COR_ITEM_STATION, "power_kw"),
                         round (row->total_kw / station->plugs * 10) / 10, NULL);
  else
    g_string_append_printf (row->said, _ ("%sthe power of all plugs is left out: how many there are is not said"),
                            row->said->len ? "; " : "");
}

static void
take_feature (ImportWork *work, ImportRow *row)
{
  g_autofree char *problem = g_strdup (row->feature->problem);

  if (problem == NULL && work->import->items->len >= COR_IMPORT_ITEMS_MAX)
    problem = g_strdup_printf (_ ("more than %u; choose an area, or split the file"), COR_IMPORT_ITEMS_MAX);
  else
    take_properties (work, row);
  share_power (row);
  if (problem == NULL && row->own_kind != NULL && strcmp (row->own_kind, cor_item_kind_nick (work->kind)) != 0)
    problem = g_strdup_printf (_ ("it is one of “%s”; import it as such"), row->own_kind);
  if (problem == NULL)
    problem = work->kind == COR_ITEM_ROUTE ? cor_import_route (work, row) : take_place (work, row);
  if (problem != NULL)
    cor_import_note (work, row->feature->line, FALSE, NULL, problem);
  else
    keep (work, row);
}

static void
row_init (ImportRow *row, const CorFeature *feature, CorItemKind kind)
{
  *row = (ImportRow){ .feature = feature, .place = { NAN, NAN }, .origin = { NAN, NAN }, .destination = { NAN, NAN }, .total_kw = NAN };
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

/* The kind that a feature is of, where each says it itself. */
static CorItemKind
kind_of (const CorFeature *feature)
{
  static const CorItemKind kinds[] = { COR_ITEM_SITE, COR_ITEM_STATION, COR_ITEM_ROUTE };

  for (guint i = 0; i < feature->properties->len; i++)
    {
      const CorProperty *property = &g_array_index (feature->properties, CorProperty, i);

      for (guint k = 0; k < G_N_ELEMENTS (kinds) && strcmp (property->key, COR_IMPORT_KIND) == 0; k++)
        if (strcmp (property->text, cor_item_kind_nick (kinds[k])) == 0)
          return kinds[k];
    }
  return feature->is_line ? COR_ITEM_ROUTE : COR_ITEM_SITE;
}

static void
choose_kind (ImportWork *work, const CorFeature *feature)
{
  if (work->options->kind == COR_IMPORT_EACH)
    work->kind = kind_of (feature);
}

/* Whether every place of the file makes sense only with longitude and latitude the other way round. */
static gboolean
see_place (const CorFeature *feature, gpointer data)
{
  ImportWork *work = data;
  ImportRow row;

  choose_kind (work, feature);
  row_init (&row, feature, work->kind);
  take_properties (work, &row);
  if (!isnan (row.place.lon) && !isnan (row.place.lat))
    {
      work->n_known++;
      work->n_swapped += cor_import_is_swapped (row.place);
    }
  row_clear (&row);
  return work->n_known == work->n_swapped;
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
  cor_import_note (work, 0, FALSE, NULL, text);
}

/* The lines that have no note of their own. */
static void
note_rest (ImportWork *work)
{
  g_autofree char *text = NULL;

  if (work->n_unnoted == 0)
    return;
  text = g_strdup_printf (_ ("%u more lines are left out; only the first %u are listed"), work->n_unnoted, COR_IMPORT_NOTES_MAX);
  cor_import_note (work, 0, FALSE, NULL, text);
}

/* The places that the scenario has. */
static void
note_places (ImportWork *work)
{
  static const CorItemKind kinds[] = { COR_ITEM_SITE, COR_ITEM_STATION };

  for (guint k = 0; k < G_N_ELEMENTS (kinds); k++)
    {
      guint n;
      const CorItem *const *items = cor_scenario_items (work->scenario, kinds[k], &n);

      for (guint i = 0; i < n; i++)
        g_hash_table_add (work->places, place_key (items[i]));
    }
}

static gboolean
take_next (const CorFeature *feature, gpointer data)
{
  ImportWork *work = data;
  ImportRow row;

  choose_kind (work, feature);
  row_init (&row, feature, work->kind);
  take_feature (work, &row);
  row_clear (&row);
  return TRUE;
}

static gboolean
take_features (ImportWork *work, const CorFeatureText *text, GError **error)
{
  const CorFeatureRead quiet = { .cancellable = work->options->read.cancellable };

  if (work->kind != COR_ITEM_ROUTE && !cor_features_each (text, &quiet, see_place, work, error))
    return FALSE;
  g_hash_table_remove_all (work->unknown);
  work->swap = work->n_known > 0 && work->n_known == work->n_swapped;
  if (work->swap)
    cor_import_note (work, 0, TRUE, NULL,
                     _ ("longitude and latitude are the other way round in this file; they were swapped"));
  note_places (work);
  return cor_features_each (text, &work->options->read, take_next, work, error);
}

CorImport *
cor_import_read_with (GBytes *bytes, const CorImportOptions *options, const CorScenario *scenario, GError **error)
{
  g_autoptr (GHashTable) ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) numbers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) places = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) unknown = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (CorFeatureText) text = cor_feature_text_new (bytes, &options->read.form, error);
  g_autoptr (CorImport) import = NULL;
  ImportWork work = { .scenario = scenario, .options = options, .kind = options->kind, .crs = options->crs,
                      .ids = ids, .numbers = numbers, .places = places, .unknown = unknown };
  gboolean sound;

  if (text == NULL)
    return NULL;
  work.import = import = g_new0 (CorImport, 1);
  import->items = g_ptr_array_new_with_free_func ((GDestroyNotify) cor_item_unref);
  import->notes = g_ptr_array_new_with_free_func ((GDestroyNotify) note_free);
  for (guint i = 0; i < G_N_ELEMENTS (work.keys); i++)
    work.keys[i] = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  sound = (options->trace ? cor_import_traces : take_features) (&work, text, error);
  for (guint i = 0; i < G_N_ELEMENTS (work.keys); i++)
    g_hash_table_unref (work.keys[i]);
  if (!sound)
    return NULL;
  note_unknown (&work);
  note_rest (&work);
  return g_steal_pointer (&import);
}

CorImport *
cor_import_read (GBytes *bytes, CorItemKind kind, CorCrs crs, const CorScenario *scenario, GError **error)
{
  const CorImportOptions options = COR_IMPORT_OPTIONS_INIT (kind, crs);

  return cor_import_read_with (bytes, &options, scenario, error);
}

CorImport *
cor_import_read_trace (GBytes *bytes, CorCrs crs, const CorScenario *scenario, GError **error)
{
  CorImportOptions options = COR_IMPORT_OPTIONS_INIT (COR_ITEM_ROUTE, crs);

  options.trace = TRUE;
  return cor_import_read_with (bytes, &options, scenario, error);
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
