/* test-network-job.c: building a road network in the background: what it says of how far it is.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-network-job.h"
#include "cor-network-store.h"

#include <glib/gstdio.h>

#define SIDE 120

/* Samples along an edge of a tile of heights. */
#define SAMPLES 1201

/* Streets a kilometre apart. */
static char *
write_extract (const char *folder)
{
  char *path = g_build_filename (folder, "job-town.osm", NULL);
  g_autoptr (GString) xml = g_string_new ("<?xml version='1.0'?><osm version='0.6'>\n");

  for (guint y = 0; y < SIDE; y++)
    for (guint x = 0; x < SIDE; x++)
      g_string_append_printf (xml, "<node id='%u' lat='%.3f' lon='%.3f'/>\n", y * SIDE + x + 1, 22.3 + 0.01 * y, 113.4 + 0.01 * x);
  for (guint i = 0; i < 2 * SIDE; i++)
    {
      g_string_append_printf (xml, "<way id='%u'>", i + 1);
      for (guint k = 0; k < SIDE; k++)
        g_string_append_printf (xml, "<nd ref='%u'/>", i % 2 ? k * SIDE + i / 2 + 1 : i / 2 * SIDE + k + 1);
      g_string_append (xml, "<tag k='highway' v='primary'/></way>\n");
    }
  g_string_append (xml, "</osm>\n");
  g_assert_true (g_file_set_contents (path, xml->str, -1, NULL));
  return path;
}

/* Of a part of the world without roads of the extract. */
static char *
write_tile_elsewhere (const char *folder)
{
  g_autofree char *zeros = g_malloc0 (2 * SAMPLES * SAMPLES);
  char *path = g_build_filename (folder, "N10E010.hgt", NULL);

  g_assert_true (g_file_set_contents (path, zeros, 2 * SAMPLES * SAMPLES, NULL));
  return path;
}

typedef struct
{
  gboolean done, built;
  double share; /* how much was done in the end */
  GError *error;
} Outcome;

static void
on_done (GObject *object, GAsyncResult *result, gpointer data)
{
  Outcome *outcome = data;

  outcome->built = cor_network_job_finish (result, &outcome->error);
  outcome->share = cor_network_job_get_share (cor_network_job_of (result));
  outcome->done = TRUE;
}

/* Builds, and asks all the while how much is done: it begins at nothing and never falls. */
static void
build (const char *extract)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autofree char *stored = NULL;
  Outcome outcome = { 0 };
  double last = 0;
  guint changes = 0;
  CorNetworkJob *job = cor_network_job_start (extract, cancellable, on_done, &outcome);

  stored = cor_network_store_path (cor_network_job_get_name (job));
  while (!outcome.done)
    {
      double share = cor_network_job_get_share (job);

      g_assert_cmpfloat (share, >=, last);
      g_assert_cmpfloat (share, <=, 1);
      changes += share > last;
      last = share;
      g_main_context_iteration (NULL, FALSE);
    }
  g_assert_no_error (outcome.error);
  g_assert_true (outcome.built);
  g_assert_cmpuint (changes, >=, 3);
  g_assert_cmpfloat (last, >, 0.5);
  g_remove (stored);
}

static void
test_never_falls (void)
{
  g_autofree char *folder = g_dir_make_tmp ("network-job-XXXXXX", NULL), *extract = write_extract (folder);
  g_autofree char *tile = NULL;

  build (extract);
  /* There are tiles, but none for these roads: all is read once more without them. */
  tile = write_tile_elsewhere (folder);
  build (extract);
  g_remove (tile);
  g_remove (extract);
  g_rmdir (folder);
}

/* Given up before it begins, nothing is built, nothing is left of it, and it is not read a second time: neither where
 * there are tiles of heights nor where there are none. */
static void
give_up (const char *extract)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autofree char *stored = NULL;
  Outcome outcome = { 0 };
  CorNetworkJob *job;

  g_cancellable_cancel (cancellable);
  job = cor_network_job_start (extract, cancellable, on_done, &outcome);
  stored = cor_network_store_path (cor_network_job_get_name (job));
  while (!outcome.done)
    g_main_context_iteration (NULL, TRUE);
  g_assert_error (outcome.error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_false (outcome.built);
  g_assert_cmpfloat (outcome.share, <, 0.1);
  g_assert_false (g_file_test (stored, G_FILE_TEST_EXISTS));
  g_clear_error (&outcome.error);
}

static void
test_cancelled (void)
{
  g_autofree char *folder = g_dir_make_tmp ("network-job-XXXXXX", NULL), *extract = write_extract (folder);
  g_autofree char *tile = NULL;

  give_up (extract);
  tile = write_tile_elsewhere (folder);
  give_up (extract);
  g_remove (tile);
  g_remove (extract);
  g_rmdir (folder);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/network-job/never-falls", test_never_falls);
  g_test_add_func ("/network-job/cancelled", test_cancelled);
  return g_test_run ();
}
