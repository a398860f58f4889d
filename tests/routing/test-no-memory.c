/* test-no-memory.c: where memory is short a network is given up before it is gone, and nothing is left half done.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-grid-fixture.h"
#include "cor-osm-fixture.h"

#include "../no-room.h"
#include "../sanitized.h"

#include "cor-osm-graph.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/resource.h>
#include <unistd.h>

#define SIDE 40u
#define MB   (1024 * 1024)

/* So many ids are sorted into a run at a time, and so much is left for what is small (app/routing/cor-osm-ids.c). */
#define RUN   (1u << 20)
#define SPARE (64 * MB)

static gsize
address_space (void)
{
  g_autofree char *text = NULL;

  g_assert_true (g_file_get_contents ("/proc/self/statm", &text, NULL, NULL));
  return (gsize) g_ascii_strtoull (text, NULL, 10) * (gsize) sysconf (_SC_PAGESIZE);
}

/* No more than so many bytes beside those in hand; returns what was allowed before. */
static struct rlimit
leave (gsize bytes)
{
  struct rlimit old, little;

  g_assert_cmpint (getrlimit (RLIMIT_AS, &old), ==, 0);
  little = (struct rlimit){ address_space () + bytes, old.rlim_max };
  g_assert_cmpint (setrlimit (RLIMIT_AS, &little), ==, 0);
  return old;
}

/* A sanitizer keeps what is freed and gives it back at its own time, so that what is left cannot be told to some
 * megabytes: there all of it is done with room enough. */
static gboolean
can_be_told (void)
{
  return !is_sanitized ();
}

static void
allow (struct rlimit old)
{
  g_assert_cmpint (setrlimit (RLIMIT_AS, &old), ==, 0);
}

/* Where memory is short, that is said before it is gone. */
static void
test_no_memory (void)
{
  g_autofree char *xml = fixture_grid (SIDE);
  g_autofree char *in = fixture_file (".osm", xml, strlen (xml));
  g_autofree char *folder = g_dir_make_tmp ("corridor-XXXXXX", NULL);
  g_autofree char *out = g_build_filename (folder, "new.network", NULL);
  g_autoptr (GError) error = NULL;
  struct rlimit old;

  old = leave (32 * MB);
  g_assert_false (cor_network_build (in, out, NULL, NULL, NULL, NULL, NULL, &error));
  allow (old);
  g_assert_error (error, COR_ROUTING_ERROR, COR_ROUTING_ERROR_NO_MEMORY);
  g_assert_nonnull (strstr (error->message, in));
  g_assert_nonnull (strstr (error->message, "smaller area"));
  g_assert_cmpint (g_rmdir (folder), ==, 0);
  g_remove (in);
}

/* Nor is it taken for the ids of roads while these are read: more than fit into one run, and the first is put in order. */
static void
test_no_memory_for_ids (void)
{
  g_autofree char *folder = g_dir_make_tmp ("corridor-XXXXXX", NULL);
  g_autofree char *out = g_build_filename (folder, "new.network", NULL);
  g_autoptr (GError) error = NULL;
  CorNetworkBuildReport report = { 0 };
  CorOsmRoads roads;
  CorOsmWay way = { .n = 50000 };
  g_autofree gint64 *nodes = g_new (gint64, way.n);
  struct rlimit old;
  gboolean ok = TRUE;

  for (guint i = 0; i < way.n; i++)
    nodes[i] = i;
  g_assert_true (cor_osm_roads_init (&roads, "in", out, &report, &error));
  old = leave (60 * MB);
  for (; way.id < 40 && ok; way.id++)
    ok = cor_osm_roads_add_way (&roads, &way, nodes, &error);
  allow (old);
  g_assert_false (ok);
  g_assert_error (error, COR_ROUTING_ERROR, COR_ROUTING_ERROR_NO_MEMORY);
  cor_osm_roads_clear (&roads);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

static gint64
far_apart (guint i)
{
  return ((gint64) i - 2 * (gint64) RUN) * (G_GINT64_CONSTANT (1) << 41);
}

/* Ids far apart take seven bytes, so that two runs of two million each need 28 MB to be merged; a million is sorted in
 * 20. In between it is refused; what was there is still there, and goes on once there is room. */
static void
test_ids_are_not_merged (void)
{
  CorOsmIds *ids = cor_osm_ids_new ();
  guint n = 4 * RUN + 1;

  for (guint i = 0; i < n - 1; i++)
    g_assert_true (cor_osm_ids_add (ids, far_apart (i)));
  if (can_be_told ())
    {
      struct rlimit old = leave (SPARE + 25 * MB);

      g_assert_false (cor_osm_ids_add (ids, far_apart (n - 1)));
      allow (old);
    }
  g_assert_true (cor_osm_ids_add (ids, far_apart (n - 1)));
  g_assert_true (cor_osm_ids_finish (ids));
  g_assert_cmpuint (cor_osm_ids_count (ids), ==, n);
  g_assert_cmpuint (cor_osm_ids_junctions (ids), ==, 0);
  for (guint i = 0; i < n; i += 997)
    g_assert_cmpuint (cor_osm_ids_find (ids, far_apart (i)), ==, i);
  cor_osm_ids_free (ids);
}

/* Nor where all have been read and are to be put into one: a run of four million in 28 MB, and one of nine ids. */
static void
test_ids_are_not_finished (void)
{
  CorOsmIds *ids = cor_osm_ids_new ();
  guint n = 4 * RUN + 9;
  struct rlimit old = { RLIM_INFINITY, RLIM_INFINITY };

  for (guint i = 0; i < n; i++)
    g_assert_true (cor_osm_ids_add (ids, far_apart (i)));
  if (can_be_told ())
    old = leave (SPARE + 15 * MB);
  g_assert_true (cor_osm_ids_finish (ids) != can_be_told ());
  if (can_be_told ())
    allow (old);
  cor_osm_ids_free (ids);
}

static void
index_without_room (CorOsmRoads *roads)
{
  g_autoptr (GError) error = NULL;
  struct rlimit old;

  /* Not enough to put the ids in order; then for that, but not for what comes of them. */
  old = leave (SPARE + 10 * MB);
  g_assert_false (cor_osm_roads_index (roads, &error));
  allow (old);
  g_assert_error (error, COR_ROUTING_ERROR, COR_ROUTING_ERROR_NO_MEMORY);
  g_assert_cmpuint (roads->n_nodes, ==, 0);
  /* How much it would take is not known yet. */
  g_assert_nonnull (strstr (error->message, "0.1 GB"));
  g_clear_error (&error);
  old = leave (SPARE + 30 * MB);
  g_assert_false (cor_osm_roads_index (roads, &error));
  allow (old);
  g_assert_error (error, COR_ROUTING_ERROR, COR_ROUTING_ERROR_NO_MEMORY);
  g_assert_cmpuint (cor_osm_roads_most_bytes (roads), >, 5000000u * 9);
  g_assert_cmpuint (roads->n_nodes, ==, 5000000);
  g_assert_null (roads->spots);
  g_assert_null (roads->marks);
}

/* The ids are in order, but the places of their nodes, or the network, would not fit: said with what is missing. Five
 * million nodes one after the other take a byte each, and 9 for place and marks; as points of the network 8, in an
 * array that may be half empty. */
static void
test_index (void)
{
  g_autofree char *folder = g_dir_make_tmp ("corridor-XXXXXX", NULL);
  g_autofree char *out = g_build_filename (folder, "new.network", NULL);
  g_autoptr (GError) error = NULL;
  CorNetworkBuildReport report = { 0 };
  CorOsmRoads roads;
  CorOsmWay way = { .n = 50000 };
  g_autofree gint64 *nodes = g_new (gint64, way.n);

  g_assert_true (cor_osm_roads_init (&roads, "in", out, &report, &error));
  for (; way.id < 100; way.id++)
    {
      for (guint i = 0; i < way.n; i++)
        nodes[i] = way.id * way.n + i;
      g_assert_true (cor_osm_roads_add_way (&roads, &way, nodes, &error));
    }
  if (!can_be_told ())
    g_assert_true (cor_osm_roads_index (&roads, &error));
  else
    index_without_room (&roads);
  cor_osm_roads_clear (&roads);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

/* The first thing that went wrong is told, and not the cut-off file that comes behind it. The limit stands for a full
 * disk, which is met once what is put aside fills a block. */
static void
test_first_trouble (void)
{
  g_autoptr (GString) xml = g_string_new ("<osm version='0.6'><way id='1'>");
  g_autofree char *folder = g_dir_make_tmp ("corridor-XXXXXX", NULL);
  g_autofree char *out = g_build_filename (folder, "new.network", NULL);
  g_autofree char *in = NULL;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < 40000; i++)
    g_string_append_printf (xml, "<nd ref='%u'/>", i + 1);
  g_string_append (xml, "<tag k='highway' v='primary'/></way></cut>");
  in = fixture_file (".osm", xml->str, xml->len);
  limit_files (200);
  g_assert_false (cor_network_build (in, out, NULL, NULL, NULL, NULL, NULL, &error));
  limit_files (RLIM_INFINITY);
  g_assert_error (error, COR_ROUTING_ERROR, COR_ROUTING_ERROR_NO_SPACE);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
  g_remove (in);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/routing/no-memory/build", test_no_memory);
  g_test_add_func ("/routing/no-memory/ids", test_no_memory_for_ids);
  g_test_add_func ("/routing/no-memory/ids-are-not-merged", test_ids_are_not_merged);
  g_test_add_func ("/routing/no-memory/ids-are-not-finished", test_ids_are_not_finished);
  g_test_add_func ("/routing/no-memory/index", test_index);
  g_test_add_func ("/routing/no-memory/first-trouble", test_first_trouble);
  return g_test_run ();
}
