/* cor-scenario-reader.c: a scenario from the text of its file.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-scenario-reader.h"

#include "cor-fault.h"
#include "cor-item-json.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

static gboolean
known_field (const char *key, gconstpointer kind)
{
  return cor_item_field (GPOINTER_TO_INT (kind), key) != NULL;
}

static gboolean
known_at_top (const char *key, gconstpointer nothing)
{
  for (int kind = 0; kind < COR_N_ITEM_KINDS; kind++)
    if (strcmp (key, cor_item_kind_nick (kind)) == 0)
      return TRUE;
  return strcmp (key, "format") == 0 || strcmp (key, "version") == 0;
}

/* An id stands in the paths of variants, between slashes. */
static gboolean
check_id (const CorJson *node, GError **error)
{
  if (node->type == COR_JSON_STRING && strchr (node->string, '/') != NULL)
    return cor_json_set_error (node, COR_ERROR_PARSE, error, _ ("“%s” has a “/”, which an id may not have"), node->string);
  return TRUE;
}

/* Sets the fields that are there and notes those that are wrong or missing. */
static void
read_fields (CorItem *item, const CorJson *node, GPtrArray *faults)
{
  guint n;
  const CorField *fields = cor_item_fields (item->kind, &n);

  for (guint i = 0; i < n; i++)
    {
      const CorJson *member = cor_json_member (node, fields[i].key);
      gboolean none = member == NULL || member->type == COR_JSON_NULL;
      GError *error = NULL;
      gboolean sound = TRUE;

      if (fields[i].required ? !none : member != NULL)
        sound = (i > 0 || check_id (member, &error)) && cor_item_set_json (item, &fields[i], member, &error);
      else if (fields[i].required)
        sound = cor_json_set_error (node, COR_ERROR_MISSING, &error, _ ("“%s” is missing"), fields[i].key);
      if (!sound)
        cor_faults_take (faults, error);
    }
}

CorItem *
cor_item_from_json (CorItemKind kind, const CorJson *node, GPtrArray *faults)
{
  g_autoptr (CorItem) item = NULL;
  GError *error = NULL;
  guint before = faults->len;

  if (!cor_json_expect (node, COR_JSON_OBJECT, &error))
    {
      cor_faults_take (faults, error);
      return NULL;
    }
  item = cor_item_new (kind, NULL);
  read_fields (item, node, faults);
  item->extra = cor_json_unknown (node, known_field, GINT_TO_POINTER (kind));
  return faults->len == before ? g_steal_pointer (&item) : NULL;
}

char *
cor_item_extra_from_text (CorItemKind kind, const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (CorJsonDoc) doc = cor_json_parse_part (bytes, COR_ITEM_VALUE_DEPTH, NULL);

  if (doc == NULL || cor_json_doc_root (doc)->type != COR_JSON_OBJECT)
    return NULL;
  return cor_json_unknown (cor_json_doc_root (doc), known_field, GINT_TO_POINTER (kind));
}

/* The items of one list, each id once. */
static GPtrArray *
read_list (CorItemKind kind, const CorJson *list, GPtrArray *faults)
{
  GPtrArray *items = g_ptr_array_new_with_free_func ((GDestroyNotify) cor_item_unref);
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  GError *error = NULL;

  if (!cor_json_expect (list, COR_JSON_ARRAY, &error))
    {
      cor_faults_take (faults, error);
      return items;
    }
  for (const CorJson *node = list->first; node != NULL && faults->len < COR_FAULTS_MAX; node = node->next)
    {
      CorItem *item = cor_item_from_json (kind, node, faults);

      if (item == NULL)
        continue;
      g_ptr_array_add (items, item);
      if (!g_hash_table_add (seen, item->id))
        {
          cor_json_set_error (cor_json_member (node, "id"), COR_ERROR_DUPLICATE, &error,
                              _ ("the id “%s” is there twice; each has to be the only one"), item->id);
          cor_faults_take (faults, g_steal_pointer (&error));
        }
    }
  return items;
}

/* Whether it is a scenario that this version can read. */
static gboolean
check_header (const CorJson *root, GError **error)
{
  const CorJson *format, *node;

  if (root->type == COR_JSON_OBJECT && cor_json_member (root, "format") == NULL)
    return cor_json_set_error (root, COR_ERROR_MISSING, error,
                               _ ("“%s” is missing, so this is no scenario; data of other programs is imported, not opened"), "format");
  format = cor_json_require (root, "format", COR_JSON_STRING, error);
  node = format ? cor_json_require (root, "version", COR_JSON_NUMBER, error) : NULL;
  if (node == NULL)
    return FALSE;
  if (strcmp (format->string, COR_SCENARIO_FORMAT) != 0)
    return cor_json_set_error (format, COR_ERROR_PARSE, error, _ ("“%s” is no scenario; “%s” is"), format->string,
                               COR_SCENARIO_FORMAT);
  if (node->number > COR_SCENARIO_VERSION)
    return cor_json_set_error (node, COR_ERROR_VERSION, error,
                               _ ("written by a newer program, as version %g; this one reads up to version %d. "
                                  "Update the program to open it"),
                               node->number, COR_SCENARIO_VERSION);
  if (node->number != COR_SCENARIO_VERSION)
    return cor_json_set_error (node, COR_ERROR_VERSION, error, _ ("%g is no version; the first is 1"), node->number);
  return TRUE;
}

static CorScenario *
read_head (const CorJson *root, GPtrArray *faults)
{
  GError *error = NULL;
  const CorJson *node;
  CorItem *head;

  if (!check_header (root, &error)
      || (node = cor_json_require (root, cor_item_kind_nick (COR_ITEM_HEAD), COR_JSON_OBJECT, &error)) == NULL)
    {
      cor_faults_take (faults, error);
      return NULL;
    }
  head = cor_item_from_json (COR_ITEM_HEAD, node, faults);
  return head ? cor_scenario_new (head) : cor_scenario_new (NULL);
}

static void
replace (CorScenario **scenario, CorScenario *by)
{
  cor_scenario_unref (*scenario);
  *scenario = by;
}

CorScenario *
cor_scenario_from_json (const CorJson *root, GPtrArray *faults)
{
  g_autoptr (CorScenario) scenario = NULL;
  g_autofree char *extra = NULL;
  guint before = faults->len;

  if ((scenario = read_head (root, faults)) == NULL)
    return NULL;
  for (int kind = COR_ITEM_HEAD + 1; kind < COR_N_ITEM_KINDS; kind++)
    {
      const CorJson *list = cor_json_member (root, cor_item_kind_nick (kind));

      if (list != NULL)
        replace (&scenario, cor_scenario_with_items (scenario, kind, read_list (kind, list, faults)));
    }
  extra = cor_json_unknown (root, known_at_top, NULL);
  if (extra != NULL)
    replace (&scenario, cor_scenario_with_extra (scenario, extra));
  return faults->len == before ? g_steal_pointer (&scenario) : NULL;
}

CorScenario *
cor_scenario_from_bytes (GBytes *bytes, GError **error)
{
  g_autoptr (CorJsonDoc) doc = cor_json_parse (bytes, error);
  g_autoptr (GPtrArray) faults = cor_faults_new ();
  CorScenario *scenario;

  if (doc == NULL)
    return NULL;
  scenario = cor_scenario_from_json (cor_json_doc_root (doc), faults);
  if (scenario == NULL)
    cor_faults_to_error (faults, error);
  return scenario;
}
