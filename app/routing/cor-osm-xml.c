/* cor-osm-xml.c: reads OpenStreetMap's XML form, packed with bzip2 or not.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-osm.h"

#include <bzlib.h>
#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#define CHUNK (64 * 1024)

/* More between one element and the next is no map; it would all be kept in memory. */
#define LONGEST_PIECE (16 * 1024 * 1024)

typedef struct
{
  CorOsmInput *input;
  GStringChunk *texts; /* of the element being read */
  GArray *tags;
  GArray *nodes;
  GArray *members;
  gint64 id;
  CorFixed at;
  guint depth;
  gsize quiet; /* bytes since an element began or ended */
} Xml;

static const char *
attribute (const char **names, const char **values, const char *name)
{
  for (guint i = 0; names[i] != NULL; i++)
    if (strcmp (names[i], name) == 0)
      return values[i];
  return NULL;
}

static gboolean
get_integer (const char **names, const char **values, const char *name, gint64 *out, GError **error)
{
  const char *text = attribute (names, values, name);

  if (text != NULL && g_ascii_string_to_signed (text, 10, G_MININT64, G_MAXINT64, out, NULL))
    return TRUE;
  g_set_error (error, G_MARKUP_ERROR, G_MARKUP_ERROR_INVALID_CONTENT, _("%s is missing or no number"),
               name);
  return FALSE;
}

/* A number and nothing behind it: a decimal comma would cut it short. NaN where it is none. */
static double
whole_number (const char *text)
{
  char *end = NULL;
  double number = text != NULL ? g_ascii_strtod (text, &end) : NAN;

  return text != NULL && end != text && *end == '\0' ? number : NAN;
}

static gboolean
get_place (Xml *xml, const char **names, const char **values, GError **error)
{
  const char *lon = attribute (names, values, "lon"), *lat = attribute (names, values, "lat");
  CorLonLat place = { whole_number (lon), whole_number (lat) };

  if (fabs (place.lon) <= 180.0 && fabs (place.lat) <= 90.0)
    {
      xml->at = cor_fixed_from_lonlat (place);
      return TRUE;
    }
  if (fabs (place.lon) <= 90.0 && fabs (place.lat) <= 180.0)
    g_set_error (error, G_MARKUP_ERROR, G_MARKUP_ERROR_INVALID_CONTENT,
                 _ ("a node at latitude %s: are latitude and longitude swapped?"), lat);
  else
    g_set_error (error, G_MARKUP_ERROR, G_MARKUP_ERROR_INVALID_CONTENT,
                 _ ("node %s has no place on the earth: lat “%s”, lon “%s”"), attribute (names, values, "id"),
                 lat ? lat : "", lon ? lon : "");
  return FALSE;
}

static void
begin_element (Xml *xml)
{
  g_string_chunk_clear (xml->texts);
  g_array_set_size (xml->tags, 0);
  g_array_set_size (xml->nodes, 0);
  g_array_set_size (xml->members, 0);
}

static void
add_tag (Xml *xml, const char **names, const char **values)
{
  const char *key = attribute (names, values, "k");
  const char *value = attribute (names, values, "v");
  CorOsmTag tag;

  if (key == NULL || value == NULL)
    return;
  tag.key = g_string_chunk_insert (xml->texts, key);
  tag.value = g_string_chunk_insert (xml->texts, value);
  g_array_append_val (xml->tags, tag);
}

static gboolean
add_member (Xml *xml, const char **names, const char **values, GError **error)
{
  const char *type = attribute (names, values, "type");
  const char *role = attribute (names, values, "role");
  CorOsmMember member = { COR_OSM_RELATION, 0, NULL };

  if (!get_integer (names, values, "ref", &member.id, error))
    return FALSE;
  if (g_strcmp0 (type, "node") == 0)
    member.kind = COR_OSM_NODE;
  else if (g_strcmp0 (type, "way") == 0)
    member.kind = COR_OSM_WAY;
  member.role = g_string_chunk_insert (xml->texts, role != NULL ? role : "");
  g_array_append_val (xml->members, member);
  return TRUE;
}

static gboolean
start (Xml *xml, const char *name, const char **names, const char **values, GError **error)
{
  gint64 ref;

  if (xml->depth == 1 && strcmp (name, "osm") != 0)
    {
      g_set_error (error, G_MARKUP_ERROR, G_MARKUP_ERROR_UNKNOWN_ELEMENT,
                   _("%s instead of osm: this is XML of another kind; choose an OpenStreetMap extract (.osm, .osm.bz2 or .osm.pbf)"), name);
      return FALSE;
    }
  if (xml->depth == 2)
    begin_element (xml);
  if (strcmp (name, "node") == 0)
    return get_integer (names, values, "id", &xml->id, error)
           && get_place (xml, names, values, error);
  if (strcmp (name, "way") == 0 || strcmp (name, "relation") == 0)
    return get_integer (names, values, "id", &xml->id, error);
  if (strcmp (name, "tag") == 0)
    add_tag (xml, names, values);
  else if (strcmp (name, "nd") == 0)
    {
      if (!get_integer (names, values, "ref", &ref, error))
        return FALSE;
      g_array_append_val (xml->nodes, ref);
    }
  else if (strcmp (name, "member") == 0)
    return add_member (xml, names, values, error);
  return TRUE;
}

static void
on_start (GMarkupParseContext *context, const char *name, const char **names, const char **values,
          gpointer data, GError **error)
{
  Xml *xml = data;

  xml->quiet = 0;
  xml->depth++;
  start (xml, name, names, values, error);
}

static void
on_end (GMarkupParseContext *context, const char *name, gpointer data, GError **error)
{
  Xml *xml = data;
  const CorOsmHandler *handler = xml->input->handler;
  const CorOsmTag *tags = (const CorOsmTag *) (gpointer) xml->tags->data;

  xml->quiet = 0;
  xml->depth--;
  if (xml->depth != 1)
    return;
  if (strcmp (name, "node") == 0 && handler->node != NULL)
    handler->node (handler->data, xml->id, xml->at, tags, xml->tags->len);
  else if (strcmp (name, "way") == 0 && handler->way != NULL)
    handler->way (handler->data, xml->id, (const gint64 *) (gpointer) xml->nodes->data,
                  xml->nodes->len, tags, xml->tags->len);
  else if (strcmp (name, "relation") == 0 && handler->relation != NULL)
    handler->relation (handler->data, (const CorOsmMember *) (gpointer) xml->members->data,
                       xml->members->len, tags, xml->tags->len);
}

static gboolean
feed (Xml *xml, GMarkupParseContext *context, const char *text, gsize size, GError **error)
{
  if (!g_markup_parse_context_parse (context, text, (gssize) size, error))
    return FALSE;
  xml->quiet += size;
  if (xml->quiet > LONGEST_PIECE)
    return cor_osm_fail (xml->input, _ ("an element does not end: the file is damaged; download it again"), error);
  return TRUE;
}

static gboolean
read_plain (Xml *xml, GMarkupParseContext *context, GError **error)
{
  g_autofree char *chunk = g_malloc (CHUNK);
  gssize got;

  while ((got = cor_osm_input_read (xml->input, chunk, CHUNK, error)) > 0)
    if (!feed (xml, context, chunk, (gsize) got, error))
      return FALSE;
  return got == 0;
}

/* Unpacks what is in the stream's input; a file may hold several packed pieces in a row. */
static gboolean
unpack (Xml *xml, bz_stream *stream, char *out, GMarkupParseContext *context,
        gboolean *ended, GError **error)
{
  stream->avail_out = CHUNK;
  while (stream->avail_in > 0 || stream->avail_out == 0)
    {
      int status;

      if (*ended && stream->avail_in == 0)
        break;
      if (*ended)
        {
          BZ2_bzDecompressEnd (stream);
          if (BZ2_bzDecompressInit (stream, 0, 0) != BZ_OK)
            return cor_osm_fail (xml->input, _("not enough memory"), error);
          *ended = FALSE;
        }
      stream->next_out = out;
      stream->avail_out = CHUNK;
      status = BZ2_bzDecompress (stream);
      if (status != BZ_OK && status != BZ_STREAM_END)
        return cor_osm_fail (xml->input, _("the file is damaged; download it again"), error);
      *ended = status == BZ_STREAM_END;
      if (!feed (xml, context, out, CHUNK - stream->avail_out, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
read_bz2 (Xml *xml, GMarkupParseContext *context, GError **error)
{
  g_autofree char *in = g_malloc (CHUNK);
  g_autofree char *out = g_malloc (CHUNK);
  bz_stream stream = { 0 };
  gboolean ended = TRUE;
  gboolean ok = TRUE;
  gssize got = 0;

  if (BZ2_bzDecompressInit (&stream, 0, 0) != BZ_OK)
    return cor_osm_fail (xml->input, _("not enough memory"), error);
  while (ok && (got = cor_osm_input_read (xml->input, in, CHUNK, error)) > 0)
    {
      stream.next_in = in;
      stream.avail_in = got;
      ok = unpack (xml, &stream, out, context, &ended, error);
    }
  BZ2_bzDecompressEnd (&stream);
  if (ok && got == 0 && !ended)
    return cor_osm_fail (xml->input, _("the file is cut off; download it again"), error);
  return ok && got == 0;
}

/* What the reader of XML says, for who has not written it. */
static char *
in_words (const GError *trouble, gboolean at_end)
{
  if (at_end)
    return g_strdup (_("the file is cut off; download it again"));
  if (trouble->code == G_MARKUP_ERROR_BAD_UTF8)
    return g_strdup (_("the file is not written in UTF-8, as OpenStreetMap files are, or it is damaged; download it again"));
  if (trouble->code == G_MARKUP_ERROR_PARSE || trouble->code == G_MARKUP_ERROR_EMPTY)
    return g_strdup_printf (_("the file is damaged; download it again (%s)"), trouble->message);
  return g_strdup (trouble->message);
}

gboolean
cor_osm_read_xml (CorOsmInput *input, gboolean bz2, GError **error)
{
  static const GMarkupParser parser = { .start_element = on_start, .end_element = on_end };
  Xml xml = { .input = input };
  g_autoptr (GMarkupParseContext) context = NULL;
  GError *trouble = NULL;
  gboolean at_end = FALSE;

  xml.texts = g_string_chunk_new (4096);
  xml.tags = g_array_new (FALSE, FALSE, sizeof (CorOsmTag));
  xml.nodes = g_array_new (FALSE, FALSE, sizeof (gint64));
  xml.members = g_array_new (FALSE, FALSE, sizeof (CorOsmMember));
  context = g_markup_parse_context_new (&parser, 0, &xml, NULL);
  if (bz2 ? read_bz2 (&xml, context, &trouble) : read_plain (&xml, context, &trouble))
    at_end = !g_markup_parse_context_end_parse (context, &trouble);
  g_string_chunk_free (xml.texts);
  g_array_unref (xml.tags);
  g_array_unref (xml.nodes);
  g_array_unref (xml.members);
  if (trouble == NULL)
    return TRUE;
  if (trouble->domain == G_MARKUP_ERROR)
    {
      g_autofree char *what = in_words (trouble, at_end);

      cor_osm_fail (input, what, error);
      g_error_free (trouble);
    }
  else
    g_propagate_error (error, trouble);
  return FALSE;
}
