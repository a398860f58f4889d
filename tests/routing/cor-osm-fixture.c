/* cor-osm-fixture.c: small OpenStreetMap extracts, written for the tests.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-osm-fixture.h"

#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

static void
add_tags (GString *xml, const char *tags)
{
  g_auto (GStrv) pairs = g_strsplit (tags != NULL ? tags : "", ";", -1);

  for (guint i = 0; pairs[i] != NULL; i++)
    {
      g_auto (GStrv) pair = g_strsplit (pairs[i], "=", 2);

      if (g_strv_length (pair) == 2)
        {
          g_autofree char *value = g_markup_escape_text (pair[1], -1);

          g_string_append_printf (xml, "<tag k=\"%s\" v=\"%s\"/>", pair[0], value);
        }
    }
}

static void
add_node (GString *xml, int id, const char *lon, const char *lat, const char *tags)
{
  g_string_append_printf (xml, "<node id=\"%d\" lon=\"%s\" lat=\"%s\">", id, lon, lat);
  add_tags (xml, tags);
  g_string_append (xml, "</node>\n");
}

static void
add_way (GString *xml, int id, const char *nodes, const char *tags)
{
  g_auto (GStrv) refs = g_strsplit (nodes, " ", -1);

  g_string_append_printf (xml, "<way id=\"%d\">", id);
  for (guint i = 0; refs[i] != NULL; i++)
    g_string_append_printf (xml, "<nd ref=\"%s\"/>", refs[i]);
  add_tags (xml, tags);
  g_string_append (xml, "</way>\n");
}

char *
fixture_osm (const char *way_tags, const char *node_tags, const char *more)
{
  GString *xml = g_string_new ("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<osm version=\"0.6\">\n");

  add_node (xml, 100, "0", "0", NULL);
  add_node (xml, 101, "0.01", "0", node_tags);
  add_node (xml, 102, "0.02", "0", NULL);
  add_node (xml, 110, "0", "0.01", NULL);
  add_node (xml, 111, "0.01", "0.01", NULL);
  add_node (xml, 112, "0.02", "0.01", NULL);
  add_node (xml, 200, "-0.01", "0", NULL);
  add_node (xml, 201, "0.03", "0", NULL);
  add_way (xml, 1, "100 101 102", way_tags);
  add_way (xml, 2, "100 110 111 112 102", "highway=primary");
  add_way (xml, 8, "102 201", "highway=primary");
  add_way (xml, 9, "200 100", "highway=primary;ref=G107;name=广深公路");
  g_string_append (xml, more != NULL ? more : "");
  g_string_append (xml, "</osm>\n");
  return g_string_free (xml, FALSE);
}

char *
fixture_file (const char *ending, gconstpointer data, gsize size)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *template = g_strconcat ("corridor-XXXXXX", ending, NULL);
  char *path = NULL;
  int fd = g_file_open_tmp (template, &path, &error);

  g_assert_no_error (error);
  close (fd);
  g_assert_true (g_file_set_contents_full (path, data, size, G_FILE_SET_CONTENTS_NONE, 0600, NULL));
  return path;
}

CorNetwork *
fixture_build (const char *ending, gconstpointer data, gsize size, CorNetworkBuildReport *report,
               GError **error)
{
  return fixture_build_heights (ending, data, size, NULL, report, error);
}

CorNetwork *
fixture_build_heights (const char *ending, gconstpointer data, gsize size, const char *heights,
                       CorNetworkBuildReport *report, GError **error)
{
  g_autofree char *in = fixture_file (ending, data, size);
  g_autofree char *out = g_strconcat (in, ".network", NULL);
  CorNetwork *net = NULL;

  if (cor_network_build (in, out, heights, NULL, NULL, NULL, report, error))
    {
      net = cor_network_load (out, &fixture_speeds, error);
      g_remove (out);
    }
  else
    g_assert_false (g_file_test (out, G_FILE_TEST_EXISTS));
  g_remove (in);
  return net;
}
