/* cor-feature-text.c: what a file is, and its text in UTF-8 whatever it was written in.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-feature.h"

#include <glib/gi18n-lib.h>
#include <string.h>

const char *const cor_feature_encodings[] = { "UTF-8", "GB18030", "Big5", "UTF-16", NULL };

/* What g_utf8_get_char_validated() says of the beginning of a character. */
#define PART_OF_A_CHARACTER ((gunichar) -2)

/* Which line of the file a byte is on. */
static guint
line_at (const char *data, gsize at)
{
  guint line = 1;

  for (gsize i = 0; i < at; i++)
    line += data[i] == '\n';
  return line;
}

/* Whether a text is UTF-8 up to @end: all of it, or all but a character that was cut. */
static gboolean
is_utf8 (const char *data, gsize size, const char **end)
{
  if (g_utf8_validate (data, (gssize) size, end))
    return TRUE;
  return *end > data && g_utf8_get_char_validated (*end, (gssize) (size - (gsize) (*end - data))) == PART_OF_A_CHARACTER;
}

static char *
from_utf8 (const char *data, gsize size, gsize *length, GError **error)
{
  const char *end = data;

  if (!is_utf8 (data, size, &end))
    {
      g_set_error (error, COR_ERROR, COR_ERROR_PARSE,
                   _ ("line %u: is not written in UTF-8; choose another encoding"), line_at (data, (gsize) (end - data)));
      return NULL;
    }
  *length = (gsize) (end - data);
  return g_strndup (data, *length);
}

/* A character that is cut at the end of the file is no fault: g_convert() leaves it. */
static char *
from_encoding (const char *data, gsize size, const char *encoding, gsize *length, GError **error)
{
  gsize read = 0;
  char *text = g_convert (data, (gssize) size, "UTF-8", encoding, &read, length, NULL);

  if (text == NULL)
    g_set_error (error, COR_ERROR, COR_ERROR_PARSE, _ ("line %u: is not written in %s; choose another encoding"),
                 line_at (data, read), encoding);
  return text;
}

/* The encoding that fits: the mark at the beginning, UTF-8 where it is that, else GB18030. */
static const char *
find_encoding (const char *data, gsize size)
{
  const guchar *bytes = (const guchar *) data;
  const char *end = data;

  if (size >= 2 && ((bytes[0] == 0xff && bytes[1] == 0xfe) || (bytes[0] == 0xfe && bytes[1] == 0xff)))
    return cor_feature_encodings[3];
  if (is_utf8 (data, size, &end))
    return cor_feature_encodings[0];
  return cor_feature_encodings[1];
}

/* Whether it is a workbook of a spreadsheet program, new or old. */
static gboolean
is_workbook (const char *data, gsize size)
{
  return size >= 4 && (memcmp (data, "PK\x03\x04", 4) == 0 || memcmp (data, "\xd0\xcf\x11\xe0", 4) == 0);
}

/* @encoding is one of cor_feature_encodings, or NULL to find it. */
static char *
decode (GBytes *bytes, const char **encoding, gsize *length, GError **error)
{
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);
  gboolean said = *encoding != NULL;
  char *text;

  data = data ? data : "";
  if (is_workbook (data, size))
    {
      g_set_error (error, COR_ERROR, COR_ERROR_PARSE, _ ("is a spreadsheet or an archive; save it as CSV and import that"));
      return NULL;
    }
  if (size >= 3 && memcmp (data, "\xef\xbb\xbf", 3) == 0)
    {
      data += 3;
      size -= 3;
    }
  *encoding = said ? *encoding : find_encoding (data, size);
  text = strcmp (*encoding, cor_feature_encodings[0]) == 0 ? from_utf8 (data, size, length, said ? error : NULL)
                                                           : from_encoding (data, size, *encoding, length, said ? error : NULL);
  if (text != NULL && strlen (text) == *length)
    return text;
  if (text != NULL || !said)
    {
      if (error != NULL)
        g_clear_error (error);
      g_set_error (error, COR_ERROR, COR_ERROR_PARSE,
                   _ ("is no text in UTF-8, UTF-16 or GB18030; save it as text, a spreadsheet as CSV"));
    }
  g_free (text);
  return NULL;
}

/* Whether a text begins as JSON: the first line of a table may begin with a square bracket too. */
static gboolean
begins_json (const char *begin, gsize size)
{
  gsize at = 1;

  if (size == 0 || *begin != '[')
    return size > 0 && *begin == '{';
  while (at < size && begin[at] != '\0' && strchr (" \t\r\n", begin[at]) != NULL)
    at++;
  return at == size || begin[at] == '\0' || strchr ("{[]\"-0123456789", begin[at]) != NULL;
}

/* What the first letters say; XML by its root. */
static CorFeatureFormat
find_format (const char *begin, gsize size)
{
  if (begins_json (begin, size))
    return COR_FEATURES_GEOJSON;
  if (*begin != '<' || !(g_ascii_isalpha (begin[1]) || begin[1] == '?' || begin[1] == '!'))
    return COR_FEATURES_TABLE;
  return strstr (begin, "<kml") != NULL ? COR_FEATURES_KML : COR_FEATURES_GPX;
}

/* So much of a file is shown where it is not what its name says, which has so many bytes at most. */
#define SHOWN_CHARACTERS 12
#define SHOWN_BYTES 64u

/* What a file begins with, in one line. */
static char *
first_letters (const char *begin, gsize size)
{
  glong n = MIN (g_utf8_strlen (begin, (gssize) MIN (size, SHOWN_BYTES)), SHOWN_CHARACTERS);
  char *shown = g_utf8_substring (begin, 0, n);

  shown[strcspn (shown, "\r\n")] = '\0';
  return shown;
}

/* Whether the content is what the name says; a table may have any name but these. */
static gboolean
check_name (const CorFeatureText *text, const char *name, GError **error)
{
  const char *begin = text->text + strspn (text->text, " \t\r\n");
  static const struct
  {
    const char *ending, *called, *first;
  } formats[] = { { ".geojson", "GeoJSON", "{" }, { ".json", "GeoJSON", "{" }, { ".gpx", "GPX", "<" }, { ".kml", "KML", "<" } };
  g_autofree char *lower = g_ascii_strdown (name ? name : "", -1);

  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    if (g_str_has_suffix (lower, formats[i].ending) && *begin != *formats[i].first && !(*formats[i].first == '{' && *begin == '['))
      {
        const char *line = begin;
        g_autofree char *shown = first_letters (begin, text->length - (gsize) (begin - text->text));

        while (line > text->text && line[-1] != '\n')
          line--;
        g_set_error (error, COR_ERROR, COR_ERROR_PARSE,
                     _ ("is not %s, as its name says: line %u, character %u is “%s”, not “%s”; export it as %s again, or "
                        "rename it to .csv if it is a table"),
                     formats[i].called, line_at (text->text, (gsize) (begin - text->text)), (guint) (begin - line) + 1, shown,
                     formats[i].first, formats[i].called);
        return FALSE;
      }
  return TRUE;
}

/* GeoJSON in UTF-8 is read where it lies: nobody needs it twice in memory. */
static gboolean
take_json (CorFeatureText *text, GBytes *bytes)
{
  gsize size, mark, at;
  const char *data = g_bytes_get_data (bytes, &size);

  if (size == 0 || (text->form.encoding != NULL && strcmp (text->form.encoding, cor_feature_encodings[0]) != 0))
    return FALSE;
  mark = size >= 3 && memcmp (data, "\xef\xbb\xbf", 3) == 0 ? 3 : 0;
  for (at = mark; at < size && strchr (" \t\r\n", data[at]) != NULL && data[at] != '\0';)
    at++;
  if (!begins_json (data + at, size - at) || !g_utf8_validate (data, (gssize) size, NULL))
    return FALSE;
  text->bytes = g_bytes_ref (bytes);
  text->text = data + mark;
  text->length = size - mark;
  text->form = (CorTableForm){ cor_feature_encodings[0], cor_feature_delimiters[0], TRUE };
  text->format = COR_FEATURES_GEOJSON;
  return TRUE;
}

CorFeatureText *
cor_feature_text_new (GBytes *bytes, const char *name, const CorTableForm *form, GError **error)
{
  g_autoptr (CorFeatureText) text = g_new0 (CorFeatureText, 1);
  const char *begin;

  text->form = form ? *form : (CorTableForm) COR_TABLE_FORM_FIND;
  if (take_json (text, bytes))
    return check_name (text, name, error) ? g_steal_pointer (&text) : NULL;
  text->text = text->own = decode (bytes, &text->form.encoding, &text->length, error);
  if (text->text == NULL)
    return NULL;
  begin = text->text + strspn (text->text, " \t\r\n");
  if (*begin == '\0')
    {
      g_set_error (error, COR_ERROR, COR_ERROR_PARSE, _ ("is empty; save the list again and import that"));
      return NULL;
    }
  text->format = find_format (begin, text->length - (gsize) (begin - text->text));
  if (!check_name (text, name, error))
    return NULL;
  if (text->form.delimiter == '\0')
    text->form.delimiter = cor_table_find_delimiter (begin);
  if (text->form.header < 0)
    text->form.header = cor_table_find_header (begin, text->form.delimiter);
  return g_steal_pointer (&text);
}

void
cor_feature_text_free (CorFeatureText *text)
{
  if (text == NULL)
    return;
  g_clear_pointer (&text->bytes, g_bytes_unref);
  g_free (text->own);
  g_free (text);
}
