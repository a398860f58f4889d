/* cor-network-text.c: reads a network written by people, in the form of data/network/README.md.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-graph.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#define MAGIC           "corridor-network 1"
#define FNV_OFFSET      14695981039346656037ULL /* FNV-1a, 64 bit: G. Fowler, L. C. Noll, K.-P. Vo */
#define FNV_PRIME       1099511628211ULL
#define LONGEST_CHAIN   60000

typedef struct
{
  const char *path;
  guint line;
  CorGraph graph;
  GHashTable *node_ids; /* id → index + 1 */
  char *name, *title_en, *title_zh, *attribution;
  gboolean indicative;

  /* The road that is being read. */
  CorEdge edge;
  gboolean in_road;
  gboolean oneway;
  guint32 start; /* node the chain started from, COR_NONE before the first */
  GArray *chain; /* CorFixed */
} Reader;

static gboolean fail (const Reader *reader, GError **error, const char *format, ...)
    G_GNUC_PRINTF (3, 4);

static gboolean
fail (const Reader *reader, GError **error, const char *format, ...)
{
  g_autofree char *what = NULL;
  va_list args;

  va_start (args, format);
  what = g_strdup_vprintf (format, args);
  va_end (args);
  g_set_error (error, COR_ROUTING_ERROR, COR_ROUTING_ERROR_FORMAT, _("%s: line %u: %s"),
               reader->path, reader->line, what);
  return FALSE;
}

static gboolean
read_place (const char *word, CorFixed *at)
{
  char *end;
  CorLonLat place;

  place.lon = g_ascii_strtod (word, &end);
  if (end == word || *end != ',')
    return FALSE;
  word = end + 1;
  place.lat = g_ascii_strtod (word, &end);
  if (end == word || *end != '\0' || !(fabs (place.lon) <= 180.0) || !(fabs (place.lat) <= 90.0))
    return FALSE;
  *at = cor_fixed_from_lonlat (place);
  return TRUE;
}

/* node ID LON,LAT [what it is] */
static gboolean
read_node (Reader *reader, const char *rest, GError **error)
{
  g_auto (GStrv) words = g_strsplit (rest, " ", 3);
  CorFixed at;

  if (g_strv_length (words) < 2 || !g_ascii_isalpha (words[0][0]) || !read_place (words[1], &at))
    return fail (reader, error, _("a junction needs an id and LON,LAT"));
  if (g_hash_table_contains (reader->node_ids, words[0]))
    return fail (reader, error, _("junction %s is there twice"), words[0]);
  g_hash_table_insert (reader->node_ids, g_strdup (words[0]),
                       GUINT_TO_POINTER (cor_graph_add_node (&reader->graph, at) + 1));
  return TRUE;
}

static void
begin_chain (Reader *reader)
{
  reader->start = COR_NONE;
  g_array_set_size (reader->chain, 0);
}

static gboolean
end_chain (Reader *reader, GError **error)
{
  if (reader->chain->len > 1)
    return fail (reader, error, _("the road before this line does not end at a junction"));
  begin_chain (reader);
  return TRUE;
}

static gboolean
set_flag (Reader *reader, const char *word, gboolean on)
{
  static const struct
  {
    const char *word;
    guint8 flag;
  } flags[] = {
    { "toll", COR_EDGE_TOLL },
    { "bridge", COR_EDGE_BRIDGE },
    { "tunnel", COR_EDGE_TUNNEL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (flags); i++)
    if (g_str_equal (word, flags[i].word))
      {
        reader->edge.flags = on ? reader->edge.flags | flags[i].flag
                                : reader->edge.flags & ~flags[i].flag;
        return TRUE;
      }
  if (!g_str_equal (word, "oneway"))
    return FALSE;
  reader->oneway = on;
  return TRUE;
}

static gboolean
set_class (Reader *reader, const char *word)
{
  CorRoadClass road_class;

  if (!cor_road_class_from_nick (word, &road_class))
    return FALSE;
  reader->edge.road_class = road_class;
  return TRUE;
}

/* road CLASS [toll] [oneway] | NUMBER | CHINESE | ENGLISH */
static gboolean
read_road (Reader *reader, const char *rest, GError **error)
{
  g_auto (GStrv) fields = g_strsplit (rest, "|", 4);
  g_auto (GStrv) words = NULL;
  g_autoptr (GString) name = g_string_new (NULL);

  if (!end_chain (reader, error))
    return FALSE;
  reader->edge = (CorEdge){ 0 };
  reader->oneway = FALSE;
  reader->in_road = TRUE;
  words = g_strsplit (g_strstrip (fields[0]), " ", -1);
  if (words[0] == NULL || !set_class (reader, words[0]))
    return fail (reader, error, _("%s is no class of road"), words[0] != NULL ? words[0] : "");
  for (guint i = 1; words[i] != NULL; i++)
    if (!set_flag (reader, words[i], TRUE))
      return fail (reader, error, _("%s is not known of roads"), words[i]);
  for (guint i = 1; fields[0] != NULL && fields[i] != NULL; i++)
    {
      const char *part = g_strstrip (fields[i]);

      if (*part != '\0')
        g_string_append_printf (name, "%s%s", name->len > 0 ? " " : "", part);
    }
  reader->edge.name = cor_graph_add_name (&reader->graph, name->str);
  return TRUE;
}

static void
reach_junction (Reader *reader, guint32 node)
{
  CorFixed at = g_array_index (reader->graph.nodes, CorFixed, node);
  guint32 edge;

  g_array_append_val (reader->chain, at);
  if (reader->start != COR_NONE)
    {
      reader->edge.head[0] = node;
      reader->edge.head[1] = reader->oneway ? COR_NONE : reader->start;
      edge = cor_graph_add_edge (&reader->graph, reader->edge,
                                 (const CorFixed *) (gpointer) reader->chain->data,
                                 reader->chain->len);
      cor_graph_add_arc (&reader->graph, reader->start, edge, 0);
      if (!reader->oneway)
        cor_graph_add_arc (&reader->graph, node, edge, 1);
    }
  begin_chain (reader);
  reader->start = node;
  g_array_append_val (reader->chain, at);
}

static gboolean
read_step (Reader *reader, const char *word, GError **error)
{
  gpointer node;
  CorFixed at;

  if (g_str_equal (word, "/"))
    return end_chain (reader, error);
  if (*word == '+' || *word == '-')
    return set_flag (reader, word + 1, *word == '+')
           || fail (reader, error, _("%s is not known of roads"), word + 1);
  if (*word == '=')
    return set_class (reader, word + 1)
           || fail (reader, error, _("%s is no class of road"), word + 1);
  if (g_ascii_isalpha (*word))
    {
      node = g_hash_table_lookup (reader->node_ids, word);
      if (node == NULL)
        return fail (reader, error, _("there is no junction %s"), word);
      reach_junction (reader, GPOINTER_TO_UINT (node) - 1);
      return TRUE;
    }
  if (!read_place (word, &at))
    return fail (reader, error, _("%s is no LON,LAT"), word);
  if (reader->start == COR_NONE)
    return fail (reader, error, _("a road must begin at a junction"));
  if (reader->chain->len >= LONGEST_CHAIN)
    return fail (reader, error, _("too many points between two junctions"));
  g_array_append_val (reader->chain, at);
  return TRUE;
}

static gboolean
read_head (Reader *reader, const char *line)
{
  const struct
  {
    const char *word;
    char **text;
  } texts[] = {
    { "name ", &reader->name },
    { "title-en ", &reader->title_en },
    { "title-zh ", &reader->title_zh },
    { "attribution ", &reader->attribution },
  };

  if (g_str_equal (line, "indicative"))
    return reader->indicative = TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    if (g_str_has_prefix (line, texts[i].word))
      {
        g_free (*texts[i].text);
        *texts[i].text = g_strdup (line + strlen (texts[i].word));
        return TRUE;
      }
  return FALSE;
}

/* Junctions may stand after the roads that use them: they are read first. */
static gboolean
read_line (Reader *reader, char *line, gboolean junctions, GError **error)
{
  g_auto (GStrv) words = NULL;

  if (*line == '\0' || *line == '#')
    return TRUE;
  if (g_str_has_prefix (line, "node "))
    return !junctions || read_node (reader, line + strlen ("node "), error);
  if (junctions)
    return TRUE;
  if (g_str_has_prefix (line, "road "))
    return read_road (reader, line + strlen ("road "), error);
  if (*line != ' ')
    return read_head (reader, line) || fail (reader, error, _("%s is not understood"), line);
  if (!reader->in_road)
    return fail (reader, error, _("points without a road"));
  words = g_strsplit (g_strstrip (line), " ", -1);
  for (guint i = 0; words[i] != NULL; i++)
    if (*words[i] != '\0' && !read_step (reader, words[i], error))
      return FALSE;
  return TRUE;
}

static gboolean
read_lines (Reader *reader, const char *text, GError **error)
{
  for (guint pass = 0; pass < 2; pass++)
    {
      g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

      for (guint i = 1; lines[0] != NULL && lines[i] != NULL; i++)
        {
          reader->line = i + 1;
          if (!read_line (reader, g_strchomp (lines[i]), pass == 0, error))
            return FALSE;
        }
    }
  if (!end_chain (reader, error))
    return FALSE;
  if (reader->name == NULL || reader->title_en == NULL || reader->title_zh == NULL
      || reader->attribution == NULL)
    return fail (reader, error, _("name, title-en, title-zh or attribution is missing"));
  if (reader->graph.edges->len == 0)
    return fail (reader, error, _("there is no road"));
  return TRUE;
}

static guint64
text_key (const char *text)
{
  guint64 key = FNV_OFFSET;

  for (; *text != '\0'; text++)
    key = (key ^ (guchar) *text) * FNV_PRIME;
  return MAX (key, 1);
}

gboolean
cor_network_text_check (gconstpointer data, gsize size)
{
  return size >= strlen (MAGIC "\n") && memcmp (data, MAGIC "\n", strlen (MAGIC "\n")) == 0;
}

CorNetwork *
cor_network_parse_text (const char *path, const char *text, GError **error)
{
  Reader reader = { .path = path, .line = 1, .start = COR_NONE };
  CorNetwork *net = NULL;

  cor_graph_init (&reader.graph);
  reader.node_ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  reader.chain = g_array_new (FALSE, FALSE, sizeof (CorFixed));
  if (read_lines (&reader, text, error))
    {
      cor_graph_sort_arcs (&reader.graph);
      net = cor_graph_finish (&reader.graph);
      net->name = g_steal_pointer (&reader.name);
      net->title_en = g_steal_pointer (&reader.title_en);
      net->title_zh = g_steal_pointer (&reader.title_zh);
      net->attribution = g_steal_pointer (&reader.attribution);
      net->indicative = reader.indicative;
      net->key = text_key (text);
    }
  cor_graph_clear (&reader.graph);
  g_hash_table_unref (reader.node_ids);
  g_array_unref (reader.chain);
  g_free (reader.name);
  g_free (reader.title_en);
  g_free (reader.title_zh);
  g_free (reader.attribution);
  return net;
}
