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
  cor_import_row_init (&row, feature, work->kind);
  cor_import_row_read (work, &row);
  if (!isnan (row.place.lon) && !isnan (row.place.lat))
    {
      work->n_known++;
      work->n_swapped += cor_import_is_swapped (row.place);
    }
  cor_import_row_clear (&row);
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
    g_string_append_printf (list, "%s%s", list->len ? _ (", ") : "", (const char *) l->data);
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
        g_hash_table_add (work->places, cor_import_place_key (items[i]));
    }
}

static gboolean
take_next (const CorFeature *feature, gpointer data)
{
  ImportWork *work = data;
  ImportRow row;

  choose_kind (work, feature);
  cor_import_row_init (&row, feature, work->kind);
  cor_import_row_take (work, &row);
  cor_import_row_clear (&row);
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
  g_autoptr (CorFeatureText) text = cor_feature_text_new (bytes, options->source, &options->read.form, error);
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
