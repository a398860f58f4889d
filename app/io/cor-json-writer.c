/* cor-json-writer.c: JSON text in the one form that our files have.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-json-writer.h"

#include <math.h>
#include <string.h>

struct _CorJsonWriter
{
  GString *text;
  guint depth;
  gboolean has_members[COR_JSON_MAX_DEPTH + 1];
  gboolean after_key;
  gboolean on_one_line;
};

CorJsonWriter *
cor_json_writer_new (void)
{
  CorJsonWriter *writer = g_new0 (CorJsonWriter, 1);

  writer->text = g_string_new (NULL);
  return writer;
}

CorJsonWriter *
cor_json_writer_new_line (void)
{
  CorJsonWriter *writer = cor_json_writer_new ();

  writer->on_one_line = TRUE;
  return writer;
}

void
cor_json_writer_set_line (CorJsonWriter *writer, gboolean on_one_line)
{
  writer->on_one_line = on_one_line;
}

GBytes *
cor_json_writer_finish (CorJsonWriter *writer)
{
  GBytes *bytes;

  g_return_val_if_fail (writer->depth == 0, NULL);

  if (!writer->on_one_line)
    g_string_append_c (writer->text, '\n');
  bytes = g_string_free_to_bytes (g_steal_pointer (&writer->text));
  g_free (writer);
  return bytes;
}

void
cor_json_writer_free (CorJsonWriter *writer)
{
  if (writer == NULL)
    return;
  g_string_free (writer->text, TRUE);
  g_free (writer);
}

static void
new_line (CorJsonWriter *writer)
{
  if (writer->on_one_line)
    return;
  g_string_append_c (writer->text, '\n');
  for (guint i = 0; i < writer->depth; i++)
    g_string_append (writer->text, "  ");
}

/* What stands before a key, an element or the outermost value. */
static void
separate (CorJsonWriter *writer)
{
  if (writer->after_key)
    {
      writer->after_key = FALSE;
      return;
    }
  if (writer->depth == 0)
    return;
  if (writer->has_members[writer->depth])
    g_string_append (writer->text, writer->on_one_line ? ", " : ",");
  writer->has_members[writer->depth] = TRUE;
  new_line (writer);
}

static void
append_quoted (GString *text, const char *string)
{
  /* A file that is not UTF-8 could not be read again. */
  g_autofree char *valid = g_utf8_validate (string, -1, NULL) ? NULL : g_utf8_make_valid (string, -1);

  g_string_append_c (text, '"');
  for (const char *c = valid != NULL ? valid : string; *c != '\0'; c++)
    {
      static const char special[] = "\"\\\b\f\n\r\t";
      static const char names[] = "\"\\bfnrt";
      const char *which = strchr (special, *c);

      if (which != NULL)
        {
          g_string_append_c (text, '\\');
          g_string_append_c (text, names[which - special]);
        }
      else if ((guchar) *c < 0x20)
        g_string_append_printf (text, "\\u%04x", (guint) (guchar) *c);
      else
        g_string_append_c (text, *c);
    }
  g_string_append_c (text, '"');
}

void
cor_json_writer_key (CorJsonWriter *writer, const char *key)
{
  separate (writer);
  append_quoted (writer->text, key);
  g_string_append (writer->text, ": ");
  writer->after_key = TRUE;
}

void
cor_json_writer_begin (CorJsonWriter *writer, char bracket)
{
  g_return_if_fail (writer->depth < COR_JSON_MAX_DEPTH);

  separate (writer);
  g_string_append_c (writer->text, bracket);
  writer->depth++;
  writer->has_members[writer->depth] = FALSE;
}

void
cor_json_writer_end (CorJsonWriter *writer, char bracket)
{
  gboolean any = writer->has_members[writer->depth];

  g_return_if_fail (writer->depth > 0);

  writer->depth--;
  if (any)
    new_line (writer);
  g_string_append_c (writer->text, bracket);
}

void
cor_json_writer_string (CorJsonWriter *writer, const char *text)
{
  separate (writer);
  if (text == NULL)
    g_string_append (writer->text, "null");
  else
    append_quoted (writer->text, text);
}

char *
cor_json_format_number (double number)
{
  char text[G_ASCII_DTOSTR_BUF_SIZE];

  if (number == 0)
    return g_strdup ("0");
  for (int digits = 15; digits <= 17; digits++)
    {
      char format[8];

      g_snprintf (format, sizeof format, "%%.%dg", digits);
      g_ascii_formatd (text, sizeof text, format, number);
      if (g_ascii_strtod (text, NULL) == number)
        break;
    }
  return g_strdup (text);
}

void
cor_json_writer_number (CorJsonWriter *writer, double number)
{
  g_autofree char *text = NULL;

  separate (writer);
  if (isfinite (number))
    text = cor_json_format_number (number);
  g_string_append (writer->text, text ? text : "null");
}

void
cor_json_writer_boolean (CorJsonWriter *writer, gboolean value)
{
  separate (writer);
  g_string_append (writer->text, value ? "true" : "false");
}

void
cor_json_writer_node (CorJsonWriter *writer, const CorJson *node)
{
  gboolean is_object = node->type == COR_JSON_OBJECT;

  if (!is_object && node->type != COR_JSON_ARRAY)
    {
      separate (writer);
      g_string_append_len (writer->text, node->text, node->text_length);
      return;
    }
  cor_json_writer_begin (writer, is_object ? '{' : '[');
  for (const CorJson *child = node->first; child != NULL; child = child->next)
    {
      if (is_object)
        cor_json_writer_key (writer, child->key);
      cor_json_writer_node (writer, child);
    }
  cor_json_writer_end (writer, is_object ? '}' : ']');
}

void
cor_json_writer_members (CorJsonWriter *writer, const char *object)
{
  g_autoptr (GBytes) bytes = g_bytes_new (object, strlen (object));
  g_autoptr (CorJsonDoc) doc = cor_json_parse (bytes, NULL);

  g_return_if_fail (doc != NULL);
  for (const CorJson *node = cor_json_doc_root (doc)->first; node != NULL; node = node->next)
    {
      cor_json_writer_key (writer, node->key);
      cor_json_writer_node (writer, node);
    }
}

void
cor_json_writer_value (CorJsonWriter *writer, const char *json)
{
  g_autoptr (GBytes) bytes = g_bytes_new (json, strlen (json));
  g_autoptr (CorJsonDoc) doc = cor_json_parse (bytes, NULL);

  g_return_if_fail (doc != NULL);
  cor_json_writer_node (writer, cor_json_doc_root (doc));
}

char *
cor_json_to_text (const CorJson *node)
{
  CorJsonWriter *writer = cor_json_writer_new_line ();
  g_autoptr (GBytes) bytes = NULL;

  cor_json_writer_node (writer, node);
  bytes = cor_json_writer_finish (writer);
  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}
