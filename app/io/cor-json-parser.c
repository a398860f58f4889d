/* cor-json-parser.c: from JSON text to the tree of cor-json.h.
 *
 * The grammar is RFC 8259, "The JavaScript Object Notation (JSON) Data Interchange Format", 2017.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-json-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Objects of more members than this find a key that is there twice through a table. */
#define MANY_MEMBERS 16

static CorJson *parse_value (CorJsonParser *p, CorJson *parent, const char *key);

/* Whether the members have a key twice; names it. */
static gboolean
check_keys (CorJsonParser *p, const CorJson *object)
{
  g_autoptr (GHashTable) seen = object->n > MANY_MEMBERS ? g_hash_table_new (g_str_hash, g_str_equal) : NULL;

  for (const CorJson *a = object->first; a != NULL; a = a->next)
    {
      gboolean twice = seen != NULL && !g_hash_table_add (seen, (gpointer) a->key);

      for (const CorJson *b = object->first; seen == NULL && b != a && !twice; b = b->next)
        twice = strcmp (a->key, b->key) == 0;
      if (twice)
        return cor_json_set_error (a, COR_ERROR_DUPLICATE, p->error,
                                   _ ("the key “%s” is there twice; remove one"), a->key);
    }
  return TRUE;
}

/* One member of an object: key, colon, value. */
static CorJson *
parse_member (CorJsonParser *p, CorJson *object)
{
  const char *key;

  if (p->at >= p->end || *p->at != '"')
    {
      cor_json_fail_expected (p, _ ("a key in quotes"));
      return NULL;
    }
  if ((key = cor_json_read_string (p)) == NULL)
    return NULL;
  cor_json_skip_space (p);
  if (p->at >= p->end || *p->at != ':')
    {
      cor_json_fail_expected (p, _ ("a colon"));
      return NULL;
    }
  p->at++;
  cor_json_skip_space (p);
  return parse_value (p, object, key);
}

/* Whether @node is the list whose elements are handed on one after another. */
static gboolean
is_each_list (const CorJsonParser *p, const CorJson *node)
{
  return p->each != NULL && node->type == COR_JSON_ARRAY && p->depth == 2 && node->key != NULL
         && strcmp (node->key, p->each_key) == 0;
}

/* The next element, in a document of its own that is empty again behind it. */
static gboolean
parse_element (CorJsonParser *p, CorJson *list)
{
  CorJsonDoc *outer = p->doc;
  CorJson *element;

  p->doc = p->element;
  p->n_values = 0;
  if ((element = parse_value (p, list, NULL)) != NULL)
    {
      list->n++;
      p->more = p->each (element, (gsize) (p->at - p->begin), p->each_data, p->error);
    }
  cor_json_doc_clear (p->element);
  p->doc = outer;
  return element != NULL && p->more;
}

/* The elements of the list, each forgotten when the next is read. */
static gboolean
parse_each (CorJsonParser *p, CorJson *list)
{
  p->at++;
  cor_json_skip_space (p);
  if (p->at < p->end && *p->at == ']')
    {
      p->at++;
      return TRUE;
    }
  while (parse_element (p, list))
    {
      cor_json_skip_space (p);
      if (p->at < p->end && *p->at == ']')
        {
          p->at++;
          return TRUE;
        }
      if (p->at >= p->end || *p->at != ',')
        {
          cor_json_fail_expected (p, _ ("a comma or “]”"));
          return FALSE;
        }
      p->at++;
      cor_json_skip_space (p);
    }
  return FALSE;
}

/* What stands between the brackets or braces of @node. */
static gboolean
parse_children (CorJsonParser *p, CorJson *node)
{
  gboolean is_object = *p->at == '{';
  char close = is_object ? '}' : ']';
  CorJson *last = NULL;

  node->type = is_object ? COR_JSON_OBJECT : COR_JSON_ARRAY;
  if (is_each_list (p, node))
    return parse_each (p, node);
  p->at++;
  cor_json_skip_space (p);
  if (p->at < p->end && *p->at == close)
    {
      p->at++;
      return TRUE;
    }
  while (TRUE)
    {
      CorJson *child = is_object ? parse_member (p, node) : parse_value (p, node, NULL);

      if (child == NULL)
        return FALSE;
      node->n++;
      *(last ? &last->next : &node->first) = child;
      last = child;
      cor_json_skip_space (p);
      if (p->at < p->end && *p->at == close)
        break;
      if (p->at >= p->end || *p->at != ',')
        {
          cor_json_fail_expected (p, is_object ? _ ("a comma or “}”") : _ ("a comma or “]”"));
          return FALSE;
        }
      p->at++;
      cor_json_skip_space (p);
    }
  p->at++;
  return !is_object || check_keys (p, node);
}

static gboolean
parse_any (CorJsonParser *p, CorJson *node)
{
  if (p->at < p->end && (*p->at == '{' || *p->at == '['))
    {
      gboolean sound;

      if (p->depth >= COR_JSON_MAX_DEPTH)
        {
          cor_json_fail (p, COR_ERROR_TOO_LARGE, _ ("more than %u levels of brackets inside one another"), COR_JSON_MAX_DEPTH);
          return FALSE;
        }
      p->depth++;
      sound = parse_children (p, node);
      p->depth--;
      return sound;
    }
  if (p->at < p->end && *p->at == '"')
    {
      node->type = COR_JSON_STRING;
      return (node->string = cor_json_read_string (p)) != NULL;
    }
  if (p->at < p->end && (*p->at == '-' || g_ascii_isdigit (*p->at)))
    {
      node->type = COR_JSON_NUMBER;
      return cor_json_read_number (p, node);
    }
  return cor_json_read_word (p, node);
}

static CorJson *
parse_value (CorJsonParser *p, CorJson *parent, const char *key)
{
  CorJson *node;

  if (++p->n_values > COR_JSON_MAX_VALUES)
    {
      cor_json_fail (p, COR_ERROR_TOO_LARGE, _ ("more than %u values; the program does not read files of that size"),
            COR_JSON_MAX_VALUES);
      return NULL;
    }
  node = cor_json_doc_alloc (p->doc);
  node->parent = parent;
  node->key = key;
  node->index = parent != NULL ? parent->n : 0;
  node->line = p->line;
  node->text = p->at;
  if (!parse_any (p, node))
    return NULL;
  node->text_length = p->at - node->text;
  return node;
}

/* The text has to be UTF-8 without NUL and not too long. */
static gboolean
check_text (CorJsonParser *p, gsize max_bytes)
{
  const char *wrong;

  if ((gsize) (p->end - p->at) > max_bytes)
    {
      cor_json_fail (p, COR_ERROR_TOO_LARGE, _ ("the file is larger than %u MiB; the program does not read files of that size"),
                     (guint) (max_bytes / 1024 / 1024));
      return FALSE;
    }
  if (!g_utf8_validate (p->at, p->end - p->at, &wrong))
    {
      for (const char *c = p->at; c < wrong; c++)
        p->line += *c == '\n';
      cor_json_fail (p, COR_ERROR_PARSE, _ ("the file is not text in UTF-8; save it as that, or choose another file"));
      return FALSE;
    }
  if (p->end - p->at >= 3 && memcmp (p->at, "\xef\xbb\xbf", 3) == 0)
    p->at += 3;
  return TRUE;
}

/* The outermost value, with nothing behind it. */
static gboolean
parse_text (CorJsonParser *p, gsize max_bytes)
{
  CorJson *root;

  if (!check_text (p, max_bytes))
    return FALSE;
  cor_json_skip_space (p);
  if (p->at >= p->end)
    {
      cor_json_fail (p, COR_ERROR_PARSE, _ ("the file is empty; take a copy of it from elsewhere"));
      return FALSE;
    }
  if ((root = parse_value (p, NULL, NULL)) == NULL)
    return FALSE;
  cor_json_doc_set_root (p->doc, root);
  cor_json_skip_space (p);
  if (p->at < p->end)
    cor_json_fail_expected (p, _ ("the end of the file"));
  return p->at >= p->end;
}

CorJsonDoc *
cor_json_parse (GBytes *bytes, GError **error)
{
  return cor_json_parse_part (bytes, 0, error);
}

CorJsonDoc *
cor_json_parse_part (GBytes *bytes, guint depth, GError **error)
{
  g_autoptr (CorJsonDoc) doc = cor_json_doc_new (bytes);
  g_autoptr (GString) scratch = g_string_new (NULL);
  CorJsonParser p = { .doc = doc, .line = 1, .depth = depth, .scratch = scratch, .error = error, .more = TRUE };
  gsize length;

  p.at = g_bytes_get_data (bytes, &length);
  p.at = p.at ? p.at : "";
  p.end = p.at + length;
  return parse_text (&p, COR_JSON_MAX_BYTES) ? g_steal_pointer (&doc) : NULL;
}

gboolean
cor_json_each (GBytes *bytes, const char *key, CorJsonEach func, gpointer data, CorJsonDoc **rest, GError **error)
{
  g_autoptr (CorJsonDoc) doc = cor_json_doc_new (bytes);
  g_autoptr (CorJsonDoc) element = cor_json_doc_new (bytes);
  g_autoptr (GString) scratch = g_string_new (NULL);
  g_autoptr (GError) failed = NULL;
  CorJsonParser p = { .doc = doc, .line = 1, .scratch = scratch, .error = &failed, .more = TRUE,
                      .element = element, .each_key = key, .each = func, .each_data = data };
  gsize length;
  gboolean sound;

  *rest = NULL;
  p.begin = p.at = g_bytes_get_data (bytes, &length);
  p.end = p.at + length;
  sound = parse_text (&p, COR_JSON_EACH_MAX_BYTES);
  if (sound)
    *rest = g_steal_pointer (&doc);
  if (failed == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&failed));
  return FALSE;
}
