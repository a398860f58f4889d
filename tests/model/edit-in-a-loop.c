/* edit-in-a-loop.c: a program that edits, is never asked to save, and is killed by its test.
 *
 * Usage: edit-in-a-loop FOLDER COUNTER. Makes an edit every 20 ms; the station has as many plugs as
 * edits were made. COUNTER is a file of two 64-bit numbers that the test can map: how many edits, and
 * when the last one was made (monotonic, µs).
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-edit.h"
#include "cor-recovery.h"

#include <fcntl.h>
#include <sys/mman.h>

#define EVERY_MS 20

typedef struct
{
  CorDocument *document;
  volatile gint64 *shared;
} Loop;

static gboolean
edit (gpointer data)
{
  Loop *loop = data;
  gint64 n = loop->shared[0] + 1;

  cor_document_apply (loop->document,
                      cor_edit_number (cor_document_get_scenario (loop->document), COR_ITEM_STATION,
                                       "station", "plugs", (double) n, NULL),
                      "Plugs", NULL);
  loop->shared[1] = g_get_monotonic_time ();
  loop->shared[0] = n;
  return G_SOURCE_CONTINUE;
}

int
main (int argc, char **argv)
{
  g_autoptr (CorScenario) empty = cor_scenario_new (NULL);
  g_autoptr (CorScenario) scenario = NULL;
  g_autoptr (GMainLoop) main_loop = g_main_loop_new (NULL, FALSE);
  g_autofree char *id = NULL;
  CorRecovery *recovery;
  Loop loop;
  int fd;

  g_assert_cmpint (argc, ==, 3);
  fd = open (argv[2], O_RDWR | O_CLOEXEC);
  loop.shared = mmap (NULL, 2 * sizeof (gint64), PROT_READ | PROT_WRITE, MAP_SHARED, fd, 0);
  g_assert_true (loop.shared != MAP_FAILED);
  loop.document = cor_document_new ();
  scenario = cor_edit_add_place (empty, COR_ITEM_STATION, COR_STATION_SWAP, (CorLonLat){ 113.7, 22.8 },
                                 NULL, NULL, &id);
  g_assert_cmpstr (id, ==, "station");
  cor_document_reset (loop.document, scenario, NULL);
  recovery = cor_recovery_new (loop.document, argv[1]);
  g_assert_nonnull (recovery);
  g_timeout_add (EVERY_MS, edit, &loop);
  g_main_loop_run (main_loop);
  return 0;
}
