/* test-build-memory.c: a province is built in little memory, and leaves nothing behind when it is stopped.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-grid-fixture.h"
#include "cor-osm-fixture.h"

#include "../no-room.h"

#include "cor-osm-graph.h"
#include "cor-spool.h"

#include <glib/gstdio.h>
#include <string.h>

#define SIDE 40u

/* What a grid has. */
#define JUNCTIONS (SIDE * SIDE)
#define PIECES    (2 * SIDE * (SIDE - 1))
#define NODES     (JUNCTIONS + 3 * PIECES)

/* Ids in any order, some of them more than once, against a table of them. */
static void
test_ids (void)
{
  g_autoptr (GRand) rng = g_rand_new_with_seed (3);
  g_autoptr (GHashTable) times = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  CorOsmIds *ids = cor_osm_ids_new ();
  GHashTableIter iter;
  gpointer key, value;
  g_autofree guint8 *marks = NULL;
  gint64 last = G_MININT64;
  guint junctions = 0;

  for (guint i = 0; i < 40000; i++)
    {
      gint64 id = i == 0 ? G_MININT64 : i == 1 ? G_MAXINT64 : g_rand_int_range (rng, -15000, 15000) * (i % 3 == 0 ? 1000000007LL : 1);

      g_assert_true (cor_osm_ids_add (ids, id));
      key = g_memdup2 (&id, sizeof id);
      value = g_hash_table_lookup (times, key);
      g_hash_table_insert (times, key, GUINT_TO_POINTER (GPOINTER_TO_UINT (value) + 1));
    }
  g_assert_true (cor_osm_ids_finish (ids));
  g_assert_cmpuint (cor_osm_ids_count (ids), ==, g_hash_table_size (times));
  marks = g_new0 (guint8, cor_osm_ids_count (ids));
  cor_osm_ids_mark (ids, marks, 4);
  g_hash_table_iter_init (&iter, times);
  while (g_hash_table_iter_next (&iter, &key, &value))
    {
      guint32 at = cor_osm_ids_find (ids, *(gint64 *) key);

      g_assert_cmpuint (at, <, cor_osm_ids_count (ids));
      g_assert_cmpuint (marks[at], ==, GPOINTER_TO_UINT (value) > 1 ? 4 : 0);
      junctions += marks[at] != 0;
    }
  g_assert_cmpuint (cor_osm_ids_junctions (ids), ==, junctions);
  g_assert_cmpuint (cor_osm_ids_find (ids, G_MININT64), ==, 0);
  g_assert_cmpuint (cor_osm_ids_find (ids, G_MAXINT64), ==, cor_osm_ids_count (ids) - 1);
  for (gint64 id = -20000; id < 20000; id++)
    {
      guint32 at = cor_osm_ids_find (ids, id);

      g_assert_true ((at == G_MAXUINT32) == !g_hash_table_contains (times, &id));
      g_assert_true (at == G_MAXUINT32 || last == G_MININT64 || at > cor_osm_ids_find (ids, last));
      last = at == G_MAXUINT32 ? last : id;
    }
  cor_osm_ids_free (ids);
}

/* Of the density of a city and more than fit into one run: few bytes each, not the eight of an id or the forty of a
 * table. Four nodes in a row and then a gap of a thousand: three differences of one byte and one of two, and half a
 * byte for where to begin. */
static void
test_ids_are_small (void)
{
  CorOsmIds *ids = cor_osm_ids_new ();
  guint n = 3000000;

  for (guint i = 0; i < n; i++)
    g_assert_true (cor_osm_ids_add (ids, 9000000000LL + (gint64) (n - i) / 4 * 1000 + (n - i) % 4));
  g_assert_true (cor_osm_ids_finish (ids));
  g_assert_cmpuint (cor_osm_ids_count (ids), ==, n);
  g_assert_cmpuint (cor_osm_ids_find (ids, 9000000000LL + 1000), ==, 3);
  g_assert_cmpfloat ((double) cor_osm_ids_bytes (ids) / n, <=, 1.25 + 0.5 + 0.01);
  cor_osm_ids_free (ids);
}

/* While places are read, a node of a road takes its place, a byte of marks and its id; nodes of no road take nothing. */
static void
test_bytes_of_a_node (void)
{
  g_autofree char *folder = g_dir_make_tmp ("corridor-XXXXXX", NULL);
  g_autofree char *out = g_build_filename (folder, "new.network", NULL);
  g_autoptr (GError) error = NULL;
  CorNetworkBuildReport report = { 0 };
  CorOsmRoads roads;
  guint length = (SIDE - 1) * 4 + 1;
  g_autofree gint64 *nodes = g_new (gint64, length);

  g_assert_true (cor_osm_roads_init (&roads, "in", out, &report, &error));
  for (guint street = 0; street < 2 * SIDE; street++)
    {
      CorOsmWay way = { .id = street, .n = length };

      for (guint k = 0; k < length; k++)
        nodes[k] = fixture_grid_id (SIDE, street / SIDE, street % SIDE, k);
      g_assert_true (cor_osm_roads_add_way (&roads, &way, nodes, &error));
    }
  g_assert_true (cor_osm_roads_index (&roads, &error));
  g_assert_cmpuint (roads.n_nodes, ==, NODES);
  g_assert_cmpuint (cor_osm_ids_junctions (roads.ids), ==, JUNCTIONS);
  g_assert_cmpuint (sizeof (CorOsmSpot), ==, 8);
  g_assert_cmpfloat ((double) cor_osm_ids_bytes (roads.ids) / NODES, <=, 2.0);
  /* Later: the arcs of the network twice while they are sorted, and pieces and junctions, in arrays that may be
   * half empty. */
  g_assert_cmpuint (cor_osm_roads_most_bytes (&roads), <=, 2 * (PIECES * (28 + 4 * 12) + JUNCTIONS * (8 + 4)));
  cor_osm_roads_clear (&roads);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

static void
test_spool (void)
{
  g_autofree char *folder = g_dir_make_tmp ("corridor-XXXXXX", NULL);
  g_autofree char *beside = g_build_filename (folder, "new.network", NULL);
  g_autoptr (GError) error = NULL;
  CorSpool *spool = cor_spool_new (beside, &error);
  guint n = 200000, got;

  g_assert_no_error (error);
  g_assert_cmpint (g_rmdir (folder), ==, 0); /* nothing is in it */
  for (guint i = 0; i < n; i++)
    cor_spool_put (spool, &i, sizeof i);
  g_assert_true (cor_spool_peek (spool, 12345 * sizeof got, &got, sizeof got));
  g_assert_cmpuint (got, ==, 12345);
  g_assert_true (cor_spool_rewind (spool, &error));
  for (guint i = 0; i < n; i++)
    {
      g_assert_true (cor_spool_get (spool, &got, sizeof got));
      g_assert_cmpuint (got, ==, i);
      /* A look elsewhere moves nothing and writes nothing. */
      if (i % 50000 == 7)
        g_assert_true (cor_spool_peek (spool, (n - 1) * sizeof got, &got, sizeof got) && got == n - 1);
    }
  g_assert_false (cor_spool_get (spool, &got, sizeof got));
  g_assert_true (cor_spool_check (spool, &error));
  cor_spool_free (spool);
}

typedef struct
{
  GCancellable *cancellable;
  double at;
  const char *folder;
  guint n_files, n_told;
} Stop;

static guint
count_files (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  guint n = 0;

  while (g_dir_read_name (dir) != NULL)
    n++;
  return n;
}

static void
stop_there (CorNetworkBuildStep step, double share, gpointer data)
{
  Stop *stop = data;

  stop->n_told++;
  /* Before the file itself is written, nothing with a name is there. */
  if (step != COR_NETWORK_BUILD_WRITE)
    stop->n_files = MAX (stop->n_files, count_files (stop->folder));
  if (share >= stop->at)
    g_cancellable_cancel (stop->cancellable);
}

/* Stopped at any time: the file of before is untouched, and nothing lies beside it. */
static void
test_stop (void)
{
  static const double shares[] = { 0.0, 0.1, 0.3, 0.4, 0.6, 0.76, 0.85, 0.93, 0.951, 0.98 };
  g_autofree char *xml = fixture_grid (SIDE);
  g_autofree char *in = fixture_file (".osm", xml, strlen (xml));
  g_autofree char *folder = g_dir_make_tmp ("corridor-XXXXXX", NULL);
  g_autofree char *out = g_build_filename (folder, "old.network", NULL);

  g_assert_true (g_file_set_contents (out, "of before", -1, NULL));
  for (guint i = 0; i < G_N_ELEMENTS (shares); i++)
    {
      g_autoptr (GCancellable) cancellable = g_cancellable_new ();
      g_autoptr (GError) error = NULL;
      g_autofree char *text = NULL;
      Stop stop = { cancellable, shares[i], folder, 0, 0 };

      g_assert_false (cor_network_build (in, out, NULL, stop_there, &stop, cancellable, NULL, &error));
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
      g_assert_cmpuint (stop.n_files, ==, 1);
      g_assert_cmpuint (count_files (folder), ==, 1);
      g_assert_true (g_file_get_contents (out, &text, NULL, NULL));
      g_assert_cmpstr (text, ==, "of before");
    }
  g_remove (out);
  g_remove (in);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

/* The grid whole: every piece, every point once in each, and in the file what each takes and no more. */
static void
test_grid (void)
{
  g_autofree char *xml = fixture_grid (SIDE);
  g_autofree char *in = fixture_file (".osm", xml, strlen (xml));
  g_autofree char *out = g_strconcat (in, ".network", NULL);
  g_autoptr (GError) error = NULL;
  CorNetworkBuildReport report;
  GStatBuf status;

  g_assert_true (cor_network_build (in, out, NULL, NULL, NULL, NULL, &report, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (report.nodes, ==, JUNCTIONS);
  g_assert_cmpuint (report.edges, ==, PIECES);
  g_assert_cmpuint (report.points, ==, 5 * PIECES);
  g_assert_cmpint (g_stat (out, &status), ==, 0);
  g_assert_cmpint (status.st_size, <=, 8 * JUNCTIONS + (28 + 2 * 12) * PIECES + 8 * report.points + 1000);
  g_remove (in);
  g_remove (out);
}

static void
on_progress (CorNetworkBuildStep step, double share, gpointer data)
{
  double *last = data;

  g_assert_cmpfloat (share, >=, *last);
  *last = share;
}

static void
test_progress_and_same_bytes (void)
{
  g_autofree char *xml = fixture_grid (4);
  g_autofree char *in = fixture_file (".osm", xml, strlen (xml));
  g_autofree char *one = g_strconcat (in, ".1", NULL);
  g_autofree char *two = g_strconcat (in, ".2", NULL);
  g_autofree char *a = NULL;
  g_autofree char *b = NULL;
  g_autoptr (GError) error = NULL;
  double last = 0.0;
  gsize n, m;

  g_assert_true (cor_network_build (in, one, NULL, on_progress, &last, NULL, NULL, &error));
  g_assert_cmpfloat (last, ==, 1.0);
  g_assert_true (cor_network_build (in, two, NULL, NULL, NULL, NULL, NULL, &error));
  g_assert_true (g_file_get_contents (one, &a, &n, NULL));
  g_assert_true (g_file_get_contents (two, &b, &m, NULL));
  g_assert_cmpmem (a, n, b, m);
  g_remove (in);
  g_remove (one);
  g_remove (two);
}

/* No room for a new file: said so, and no part of it is left. The limit stands for a full disk. */
static void
test_no_room (void)
{
  g_autofree char *xml = fixture_grid (4);
  g_autofree char *in = fixture_file (".osm", xml, strlen (xml));
  g_autofree char *folder = g_dir_make_tmp ("corridor-XXXXXX", NULL);
  g_autofree char *out = g_build_filename (folder, "new.network", NULL);
  g_autoptr (GError) error = NULL;

  limit_files (200);
  g_assert_false (cor_network_build (in, out, NULL, NULL, NULL, NULL, NULL, &error));
  limit_files (RLIM_INFINITY);
  g_assert_error (error, COR_ROUTING_ERROR, COR_ROUTING_ERROR_NO_SPACE);
  g_assert_nonnull (strstr (error->message, out));
  g_assert_cmpint (g_rmdir (folder), ==, 0);
  g_remove (in);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/routing/memory/ids", test_ids);
  g_test_add_func ("/routing/memory/ids-are-small", test_ids_are_small);
  g_test_add_func ("/routing/memory/bytes-of-a-node", test_bytes_of_a_node);
  g_test_add_func ("/routing/memory/spool", test_spool);
  g_test_add_func ("/routing/memory/grid", test_grid);
  g_test_add_func ("/routing/memory/stop", test_stop);
  g_test_add_func ("/routing/memory/progress-and-same-bytes", test_progress_and_same_bytes);
  g_test_add_func ("/routing/memory/no-room", test_no_room);
  return g_test_run ();
}
