/* cor-json.c: the tree of a JSON text, and what readers ask of it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-json-private.h"

#include "cor-json-writer.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define NODES_A_BLOCK 512

struct _CorJsonDoc
{
  GBytes *bytes;
  GPtrArray *blocks;
  guint used;
  GStringChunk *strings;
  CorJson *root;
};

CorJsonDoc *
cor_json_doc_new (GBytes *bytes)
{
  CorJsonDoc *doc = g_new0 (CorJsonDoc, 1);

  doc->bytes = g_bytes_ref (bytes);
  doc->blocks = g_ptr_array_new_with_free_func (g_free);
  doc->used = NODES_A_BLOCK;
  doc->strings = g_string_chunk_new (16 * 1024);
  return doc;
}

CorJson *
cor_json_doc_alloc (CorJsonDoc *doc)
{
  CorJson *block;

  if (doc->used == NODES_A_BLOCK)
    {
      g_ptr_array_add (doc->blocks, g_new0 (CorJson, NODES_A_BLOCK));
      doc->used = 0;
    }
  block = g_ptr_array_index (doc->blocks, doc->blocks->len - 1);
  return &block[doc->used++];
}

void
cor_json_doc_clear (CorJsonDoc *doc)
{
  if (doc->blocks->len > 1)
    g_ptr_array_set_size (doc->blocks, 1);
  if (doc->blocks->len == 1)
    {
      memset (g_ptr_array_index (doc->blocks, 0), 0, NODES_A_BLOCK * sizeof (CorJson));
      doc->used = 0;
    }
  g_string_chunk_clear (doc->strings);
}

const char *
cor_json_doc_store (CorJsonDoc *doc, const char *text, gsize length)
{
  return g_string_chunk_insert_len (doc->strings, text, length);
}

void
cor_json_doc_set_root (CorJsonDoc *doc, CorJson *root)
{
  doc->root = root;
}

const CorJson *
cor_json_doc_root (const CorJsonDoc *doc)
{
  return doc->root;
}

void
cor_json_doc_free (CorJsonDoc *doc)
{
  if (doc == NULL)
    return;
  g_bytes_unref (doc->bytes);
  g_ptr_array_unref (doc->blocks);
  g_string_chunk_free (doc->strings);
  g_free (doc);
}

const CorJson *
cor_json_member (const CorJson *object, const char *key)
{
  if (object->type != COR_JSON_OBJECT)
    return NULL;
  for (const CorJson *node = object->first; node != NULL; node = node->next)
    if (strcmp (node->key, key) == 0)
      return node;
  return NULL;
}

const char *
cor_json_type_name (CorJsonType type)
{
  switch (type)
    {
    case COR_JSON_NULL:
      return _ ("null");
    case COR_JSON_BOOLEAN:
      return _ ("true or false");
    case COR_JSON_NUMBER:
      return _ ("a number");
    case COR_JSON_STRING:
      return _ ("a text in quotes");
    case COR_JSON_ARRAY:
      return _ ("a list in [ ]");
    case COR_JSON_OBJECT:
    default:
      return _ ("an object in { }");
    }
}

char *
cor_json_path (const CorJson *node)
{
  GString *path = g_string_new (NULL);

  for (; node->parent != NULL; node = node->parent)
    {
      g_autofree char *step = NULL;

      if (node->key != NULL)
        step = g_strdup_printf ("%s%s", node->parent->parent ? "." : "", node->key);
      else
        step = g_strdup_printf ("[%u]", node->index);
      g_string_prepend (path, step);
    }
  return g_string_free (path, FALSE);
}

gboolean
cor_json_set_error (const CorJson *node, CorError code, GError **error, const char *format, ...)
{
  g_autofree char *what = NULL;
  g_autofree char *path = cor_json_path (node);
  va_list args;

  va_start (args, format);
  what = g_strdup_vprintf (format, args);
  va_end (args);
  if (*path == '\0')
    g_set_error (error, COR_ERROR, code, _ ("line %u: %s"), node->line, what);
  else
    g_set_error (error, COR_ERROR, code, _ ("line %u, %s: %s"), node->line, path, what);
  return FALSE;
}

gboolean
cor_json_expect (const CorJson *node, CorJsonType type, GError **error)
{
  if (node->type == type)
    return TRUE;
  return cor_json_set_error (node, COR_ERROR_PARSE, error, _ ("this is %s; it has to be %s"),
                             cor_json_type_name (node->type), cor_json_type_name (type));
}

const CorJson *
cor_json_require (const CorJson *object, const char *key, CorJsonType type, GError **error)
{
  const CorJson *node;

  if (!cor_json_expect (object, COR_JSON_OBJECT, error))
    return NULL;
  if ((node = cor_json_member (object, key)) == NULL)
    {
      cor_json_set_error (object, COR_ERROR_MISSING, error, _ ("“%s” is missing"), key);
      return NULL;
    }
  return cor_json_expect (node, type, error) ? node : NULL;
}

gboolean
cor_json_integer (const CorJson *node, int lowest, int highest, int *out, GError **error)
{
  if (!cor_json_expect (node, COR_JSON_NUMBER, error))
    return FALSE;
  if (!(node->number >= lowest && node->number <= highest) || node->number != (int) node->number)
    return cor_json_set_error (node, COR_ERROR_RANGE, error, _ ("%g is not a whole number between %d and %d"),
                               node->number, lowest, highest);
  *out = (int) node->number;
  return TRUE;
}

gboolean
cor_json_nick (const CorJson *node, const CorEnumValue *values, int *out, GError **error)
{
  g_autoptr (GString) list = NULL;

  if (!cor_json_expect (node, COR_JSON_STRING, error))
    return FALSE;
  if (cor_enum_from_nick (values, node->string, out))
    return TRUE;
  list = g_string_new (NULL);
  for (const CorEnumValue *v = values; v->nick != NULL; v++)
    g_string_append_printf (list, "%s%s", list->len ? ", " : "", v->nick);
  return cor_json_set_error (node, COR_ERROR_PARSE, error, _ ("“%s” is none of: %s"), node->string, list->str);
}

gboolean
cor_json_text (const CorJson *object, const char *key, gboolean required, char **out, GError **error)
{
  const CorJson *node;
  g_autofree char *stripped = NULL;

  if (!required && cor_json_member (object, key) == NULL)
    return TRUE;
  if ((node = cor_json_require (object, key, COR_JSON_STRING, error)) == NULL)
    return FALSE;
  stripped = g_strstrip (g_strdup (node->string));
  if (*stripped == '\0')
    return cor_json_set_error (node, COR_ERROR_MISSING, error, _ ("is empty; it has to say something"));
  *out = g_steal_pointer (&stripped);
  return TRUE;
}

gboolean
cor_json_known_in (const char *key, gconstpointer keys)
{
  return g_strv_contains (keys, key);
}

char *
cor_json_unknown (const CorJson *object, CorJsonKnown known, gconstpointer data)
{
  g_autoptr (CorJsonWriter) writer = NULL;
  g_autoptr (GBytes) bytes = NULL;

  for (const CorJson *node = object->first; node != NULL; node = node->next)
    {
      if (known (node->key, data))
        continue;
      if (writer == NULL)
        {
          writer = cor_json_writer_new_line ();
          cor_json_writer_begin (writer, '{');
        }
      cor_json_writer_key (writer, node->key);
      cor_json_writer_node (writer, node);
    }
  if (writer == NULL)
    return NULL;
  cor_json_writer_end (writer, '}');
  bytes = cor_json_writer_finish (g_steal_pointer (&writer));
  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}
