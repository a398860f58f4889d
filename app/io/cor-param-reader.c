/* cor-param-reader.c: parameters from data/parameters/ into a layer.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-param-reader.h"

#include "cor-correlation-reader.h"
#include "cor-data-dir.h"
#include "cor-file.h"
#include "cor-param-entry.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* One file of the folder, while all of them are open. */
typedef struct
{
  char *name;
  CorJsonDoc *doc;
} File;

typedef struct
{
  GArray *entries;
  GArray *regions;
  GArray *correlations;
  GHashTable *seen;
} Reading;

static void
file_clear (File *file)
{
  g_free (file->name);
  cor_json_doc_free (file->doc);
}

static gboolean
read_region (const CorJson *node, GArray *regions, GError **error)
{
  static const char *const known[] = { "id", "name", "name_zh", "parent", NULL };
  CorRegion region = { NULL };
  CorRegion *kept;

  if (!cor_json_expect (node, COR_JSON_OBJECT, error) || !cor_param_entry_check_keys (node, known, error))
    return FALSE;
  g_array_append_val (regions, region);
  kept = &g_array_index (regions, CorRegion, regions->len - 1);
  if (!cor_json_text (node, "id", TRUE, &kept->id, error)
      || !cor_json_text (node, "name", TRUE, &kept->name, error)
      || !cor_json_text (node, "name_zh", TRUE, &kept->name_zh, error)
      || !cor_json_text (node, "parent", FALSE, &kept->parent, error))
    return FALSE;
  for (guint i = 0; i + 1 < regions->len; i++)
    {
      const CorRegion *other = &g_array_index (regions, CorRegion, i);

      if (strcmp (other->id, kept->id) == 0)
        return cor_json_set_error (node, COR_ERROR_DUPLICATE, error, _ ("the region “%s” is there twice"), kept->id);
      if (kept->parent == NULL && other->parent == NULL)
        return cor_json_set_error (node, COR_ERROR_DUPLICATE, error,
                                   _ ("“%s” has no parent; only “%s” may have none"), kept->id, other->id);
    }
  return TRUE;
}

static const CorRegion *
find_region (const GArray *regions, const char *id)
{
  for (guint i = 0; i < regions->len; i++)
    if (g_strcmp0 (g_array_index (regions, CorRegion, i).id, id) == 0)
      return &g_array_index (regions, CorRegion, i);
  return NULL;
}

/* Each parent has to be there, and each way upwards has to end at the root. */
static gboolean
check_regions (const GArray *regions, GError **error)
{
  for (guint i = 0; i < regions->len; i++)
    {
      const CorRegion *region = &g_array_index (regions, CorRegion, i);
      const CorRegion *up = region;

      for (guint steps = 0; up->parent != NULL; steps++)
        {
          const CorRegion *parent = find_region (regions, up->parent);

          if (parent == NULL || steps > regions->len)
            {
              g_set_error (error, COR_ERROR, COR_ERROR_REFERENCE,
                           parent ? _ ("the region “%s” is inside itself by way of “%s”")
                                  : _ ("the region “%s” has the parent “%s”, which is no region"),
                           parent ? region->id : up->id, up->parent);
              return FALSE;
            }
          up = parent;
        }
    }
  return TRUE;
}

/* Whether no other entry holds for exactly the same. */
static gboolean
check_unique (const CorJson *node, const CorParameter *entry, GHashTable *seen, GError **error)
{
  char *key = g_strdup_printf ("%d\n%s\n%d\n%s\n%s\n%d", (int) entry->id,
                               entry->truck_type ? entry->truck_type : "", entry->powertrain,
                               entry->region ? entry->region : "",
                               entry->convention ? entry->convention : "", entry->year);

  if (g_hash_table_add (seen, key))
    return TRUE;
  return cor_json_set_error (node, COR_ERROR_DUPLICATE, error,
                             _ ("another entry of “%s” holds for the same truck, region, convention and year"),
                             cor_param_info (entry->id)->id);
}

/* The region has to be one; the root stands for everywhere. */
static gboolean
resolve_region (const CorJson *node, const GArray *regions, CorParameter *entry, GError **error)
{
  const CorRegion *region = find_region (regions, entry->region);

  if (region == NULL)
    return cor_json_set_error (cor_json_member (node, "region"), COR_ERROR_REFERENCE, error,
                               _ ("“%s” is no region; add it to the regions or correct it"), entry->region);
  if (region->parent == NULL)
    g_clear_pointer (&entry->region, g_free);
  return TRUE;
}

static gboolean
read_entry (const CorJson *node, Reading *reading, GError **error)
{
  CorParameter blank = { .powertrain = -1 };
  CorParameter *entry;

  g_array_append_val (reading->entries, blank);
  entry = &g_array_index (reading->entries, CorParameter, reading->entries->len - 1);
  return cor_param_entry_read (node, TRUE, entry, error)
         && resolve_region (node, reading->regions, entry, error)
         && check_unique (node, entry, reading->seen, error);
}

static gboolean
check_header (const CorJson *root, GError **error)
{
  static const char *const known[] = { "format", "version", "about", "regions", "parameters", "correlations", NULL };
  const CorJson *format = cor_json_require (root, "format", COR_JSON_STRING, error);
  const CorJson *version = format ? cor_json_require (root, "version", COR_JSON_NUMBER, error) : NULL;

  if (version == NULL)
    return FALSE;
  if (strcmp (format->string, COR_PARAM_FORMAT) != 0)
    return cor_json_set_error (format, COR_ERROR_PARSE, error, _ ("“%s” is not “%s”"), format->string,
                               COR_PARAM_FORMAT);
  if (version->number != COR_PARAM_VERSION)
    return cor_json_set_error (version, COR_ERROR_VERSION, error, _ ("version %g; the program knows version %d"),
                               version->number, COR_PARAM_VERSION);
  return cor_param_entry_check_keys (root, known, error);
}

static gboolean
read_element (const char *key, const CorJson *node, Reading *reading, GError **error)
{
  if (strcmp (key, "regions") == 0)
    return read_region (node, reading->regions, error);
  if (strcmp (key, "correlations") == 0)
    return cor_correlation_read (node, reading->correlations, error);
  return read_entry (node, reading, error);
}

/* Reads the list @key of every file. */
static gboolean
read_lists (const GArray *files, const char *key, Reading *reading, GError **error)
{
  for (guint i = 0; i < files->len; i++)
    {
      const File *file = &g_array_index (files, File, i);
      const CorJson *list = cor_json_member (cor_json_doc_root (file->doc), key);
      gboolean sound = list == NULL || cor_json_expect (list, COR_JSON_ARRAY, error);

      for (const CorJson *node = list && sound ? list->first : NULL; node != NULL && sound; node = node->next)
        sound = read_element (key, node, reading, error);
      sound = sound && (list == NULL || cor_correlation_check_list (reading->correlations, error));
      if (!sound)
        {
          g_prefix_error (error, "%s: ", file->name);
          return FALSE;
        }
    }
  return TRUE;
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (((const File *) a)->name, ((const File *) b)->name);
}

static gboolean
open_file (const char *folder, const char *name, GArray *files, GError **error)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr (GBytes) bytes = cor_file_read (path, COR_JSON_MAX_BYTES, error);
  g_autoptr (CorJsonDoc) doc = bytes ? cor_json_parse (bytes, error) : NULL;
  File file;

  if (doc == NULL || !check_header (cor_json_doc_root (doc), error))
    {
      g_prefix_error (error, "%s: ", path);
      return FALSE;
    }
  file.name = g_steal_pointer (&path);
  file.doc = g_steal_pointer (&doc);
  g_array_append_val (files, file);
  return TRUE;
}

/* Opens every *.json of the folder, sorted by name. */
static GArray *
open_folder (const char *folder, GError **error)
{
  g_autoptr (GArray) files = g_array_new (FALSE, FALSE, sizeof (File));
  g_autoptr (GDir) dir = g_dir_open (folder, 0, error);
  const char *name;

  g_array_set_clear_func (files, (GDestroyNotify) file_clear);
  if (dir == NULL)
    return NULL;
  while ((name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_suffix (name, ".json") && !open_file (folder, name, files, error))
      return NULL;
  g_array_sort (files, compare_names);
  return g_steal_pointer (&files);
}

CorParamLayer *
cor_param_reader_load_folder (const char *folder, GError **error)
{
  g_autoptr (GArray) files = open_folder (folder, error);
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (CorParamLayer) layer = NULL;
  Reading reading = { .seen = seen };

  if (files == NULL)
    return NULL;
  reading.entries = g_array_new (FALSE, TRUE, sizeof (CorParameter));
  reading.regions = g_array_new (FALSE, TRUE, sizeof (CorRegion));
  reading.correlations = g_array_new (FALSE, TRUE, sizeof (CorCorrelation));
  layer = cor_param_layer_new (reading.entries, reading.regions);
  cor_param_layer_set_correlations (layer, reading.correlations);
  if (!read_lists (files, "regions", &reading, error))
    return NULL;
  if (!check_regions (reading.regions, error))
    {
      g_prefix_error (error, "%s: ", folder);
      return NULL;
    }
  if (!read_lists (files, "parameters", &reading, error) || !read_lists (files, "correlations", &reading, error))
    return NULL;
  return g_steal_pointer (&layer);
}

CorParamLayer *
cor_param_reader_load_default (GError **error)
{
  g_autofree char *folder = cor_data_file ("parameters", NULL);

  return cor_param_reader_load_folder (folder, error);
}
