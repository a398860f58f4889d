/* test-document.c: edits, undo and what is told about them, counted.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-document.h"
#include "cor-edit.h"
#include "cor-selection.h"
#include "cor-variants.h"

#include <glib/gstdio.h>

typedef struct
{
  CorDocument *document;
  guint changed, modified, can_undo, can_redo;
} Fixture;

static void
count (guint *counter)
{
  (*counter)++;
}

static void
set_up (Fixture *f, gconstpointer data)
{
  g_autoptr (CorScenario) empty = cor_scenario_new (NULL);
  g_autoptr (CorScenario) scenario = NULL;
  g_autofree char *id = NULL;

  f->document = cor_document_new ();
  scenario = cor_edit_add_place (empty, COR_ITEM_STATION, COR_STATION_SWAP,
                                 (CorLonLat){ 113.7, 22.8 }, NULL, NULL, &id);
  cor_document_reset (f->document, scenario, NULL);
  g_signal_connect_swapped (f->document, "changed", G_CALLBACK (count), &f->changed);
  g_signal_connect_swapped (f->document, "notify::modified", G_CALLBACK (count), &f->modified);
  g_signal_connect_swapped (f->document, "notify::can-undo", G_CALLBACK (count), &f->can_undo);
  g_signal_connect_swapped (f->document, "notify::can-redo", G_CALLBACK (count), &f->can_redo);
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  g_assert_finalize_object (f->document);
}

static gboolean
set_plugs (Fixture *f, double plugs, const char *merge_key)
{
  CorScenario *now = cor_document_get_scenario (f->document);

  return cor_document_apply (
      f->document, cor_edit_number (now, COR_ITEM_STATION, "station", "plugs", plugs, NULL),
      "Plugs", merge_key);
}

static double
plugs (Fixture *f)
{
  CorScenario *now = cor_document_get_scenario (f->document);

  return ((const CorStation *)cor_scenario_find (now, COR_ITEM_STATION, "station"))->plugs;
}

static void
test_apply (Fixture *f, gconstpointer data)
{
  g_autoptr (CorScenario) first = cor_scenario_ref (cor_document_get_scenario (f->document));

  g_assert_true (set_plugs (f, 4, NULL));
  g_assert_false (set_plugs (f, 4, NULL));
  g_assert_cmpuint (f->changed, ==, 1);
  g_assert_cmpuint (f->modified, ==, 1);
  g_assert_cmpuint (f->can_undo, ==, 1);
  g_assert_true (set_plugs (f, 6, NULL));
  g_assert_cmpuint (f->changed, ==, 2);
  g_assert_cmpuint (f->modified, ==, 1);
  g_assert_cmpuint (f->can_undo, ==, 1);
  g_assert_cmpstr (cor_document_get_undo_label (f->document), ==, "Plugs");

  cor_document_undo (f->document);
  g_assert_cmpfloat (plugs (f), ==, 4);
  cor_document_undo (f->document);
  g_assert_true (cor_document_get_scenario (f->document) == first);
  g_assert_false (cor_document_get_modified (f->document));
  g_assert_false (cor_document_can_undo (f->document));
  cor_document_undo (f->document);
  g_assert_cmpuint (f->changed, ==, 4);

  cor_document_redo (f->document);
  cor_document_redo (f->document);
  g_assert_cmpfloat (plugs (f), ==, 6);
  g_assert_false (cor_document_can_redo (f->document));
  g_assert_true (cor_document_get_modified (f->document));
}

static void
test_edit_after_undo (Fixture *f, gconstpointer data)
{
  set_plugs (f, 4, NULL);
  cor_document_undo (f->document);
  set_plugs (f, 8, NULL);
  g_assert_false (cor_document_can_redo (f->document));
  cor_document_redo (f->document);
  g_assert_cmpfloat (plugs (f), ==, 8);
}

static void
test_merge (Fixture *f, gconstpointer data)
{
  set_plugs (f, 2, NULL);
  for (int i = 3; i <= 20; i++)
    set_plugs (f, i, "drag");
  cor_document_undo (f->document);
  g_assert_cmpfloat (plugs (f), ==, 2);
  cor_document_redo (f->document);
  g_assert_cmpfloat (plugs (f), ==, 20);

  set_plugs (f, 21, "drag");
  cor_document_commit (f->document);
  set_plugs (f, 22, "drag");
  cor_document_undo (f->document);
  g_assert_cmpfloat (plugs (f), ==, 21);
}

static void
test_merge_back (Fixture *f, gconstpointer data)
{
  set_plugs (f, 2, NULL);
  set_plugs (f, 3, "drag");
  set_plugs (f, 2, "drag");
  g_assert_cmpuint (f->changed, ==, 3);
  set_plugs (f, 5, "drag");
  cor_document_undo (f->document);
  g_assert_cmpfloat (plugs (f), ==, 2);
  cor_document_undo (f->document);
  g_assert_false (cor_document_can_undo (f->document));
}

static void
test_cancel (Fixture *f, gconstpointer data)
{
  set_plugs (f, 2, NULL);
  set_plugs (f, 3, "drag");
  set_plugs (f, 4, "drag");
  cor_document_cancel (f->document, "another");
  g_assert_cmpfloat (plugs (f), ==, 4);
  cor_document_cancel (f->document, "drag");
  g_assert_cmpfloat (plugs (f), ==, 2);
  g_assert_false (cor_document_can_redo (f->document));
  cor_document_cancel (f->document, "drag");
  g_assert_cmpfloat (plugs (f), ==, 2);
}

static void
test_saved (Fixture *f, gconstpointer data)
{
  g_autofree char *folder = g_dir_make_tmp ("corridor-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "a.corridor", NULL);
  g_autofree char *broken = g_build_filename (folder, "b.corridor", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFile) bad = g_file_new_for_path (broken);
  g_autoptr (CorDocument) other = cor_document_new ();
  g_autoptr (GError) error = NULL;

  set_plugs (f, 2, NULL);
  g_assert_true (cor_document_save (f->document, file, COR_SAVE_NONE, &error));
  g_assert_no_error (error);
  g_assert_false (cor_document_get_modified (f->document));
  g_assert_true (g_file_equal (cor_document_get_file (f->document), file));
  cor_document_undo (f->document);
  g_assert_true (cor_document_get_modified (f->document));
  cor_document_redo (f->document);
  g_assert_false (cor_document_get_modified (f->document));

  g_assert_true (cor_document_load (other, file, &error));
  g_assert_true (cor_scenario_equal (cor_document_get_scenario (other),
                                     cor_document_get_scenario (f->document)));
  g_file_set_contents (broken, "{ \"format\": 1", -1, NULL);
  g_assert_false (cor_document_load (other, bad, &error));
  g_assert_nonnull (error);
  g_assert_true (g_file_equal (cor_document_get_file (other), file));
  g_assert_true (cor_scenario_equal (cor_document_get_scenario (other),
                                     cor_document_get_scenario (f->document)));
  g_file_delete (file, NULL, NULL);
  g_file_delete (bad, NULL, NULL);
  g_rmdir (folder);
}

static void
test_selection (void)
{
  g_autoptr (CorSelection) selection = cor_selection_new ();
  g_autoptr (CorScenario) empty = cor_scenario_new (NULL);
  guint changed = 0;

  g_signal_connect_swapped (selection, "changed", G_CALLBACK (count), &changed);
  cor_selection_set (selection, COR_ITEM_SITE, "a");
  cor_selection_set (selection, COR_ITEM_SITE, "a");
  g_assert_cmpuint (changed, ==, 1);
  cor_selection_toggle (selection, COR_ITEM_SITE, "b");
  g_assert_true (cor_selection_contains (selection, COR_ITEM_SITE, "b"));
  g_assert_false (cor_selection_contains (selection, COR_ITEM_STATION, "b"));
  cor_selection_toggle (selection, COR_ITEM_SITE, "a");
  g_assert_cmpstr (cor_selection_get_id (selection), ==, "b");
  g_assert_cmpuint (changed, ==, 3);
  cor_selection_keep (selection, empty);
  g_assert_cmpuint (changed, ==, 4);
  g_assert_cmpint (cor_selection_get_kind (selection), ==, COR_ITEM_HEAD);
  cor_selection_keep (selection, empty);
  g_assert_cmpuint (changed, ==, 4);
}

/* What was undone, saved, or made while another variant was shown is no part of the gesture that goes on. */
static void
test_merge_ends (Fixture *f, gconstpointer data)
{
  g_autofree char *folder = g_dir_make_tmp ("corridor-XXXXXX", NULL), *id = NULL;
  g_autofree char *path = g_build_filename (folder, "merge.corridor", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);

  set_plugs (f, 2, NULL);
  set_plugs (f, 3, "drag");
  cor_document_undo (f->document);
  set_plugs (f, 5, "drag");
  cor_document_undo (f->document);
  g_assert_cmpfloat (plugs (f), ==, 2);

  set_plugs (f, 6, "drag");
  g_assert_true (cor_document_save (f->document, file, COR_SAVE_NONE, NULL));
  set_plugs (f, 7, "drag");
  cor_document_undo (f->document);
  g_assert_cmpfloat (plugs (f), ==, 6);
  g_assert_false (cor_document_get_modified (f->document));

  cor_document_apply (f->document, cor_edit_add_variant (cor_document_get_base (f->document), "One", &id), "", NULL);
  set_plugs (f, 8, "drag");
  cor_document_set_variant (f->document, id);
  set_plugs (f, 9, "drag");
  cor_document_undo (f->document);
  g_assert_cmpfloat (plugs (f), ==, 8);
  cor_document_undo (f->document);
  g_assert_cmpfloat (plugs (f), ==, 6);
  g_unlink (path);
  g_rmdir (folder);
}

/* A file changed by another program: told, and written over once that is wanted; a new document knows nothing of it. */
static void
test_on_disk (Fixture *f, gconstpointer data)
{
  g_autofree char *folder = g_dir_make_tmp ("corridor-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "disk.corridor", NULL), *backup = g_strconcat (path, "~", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (CorScenario) empty = cor_scenario_new (NULL);
  g_autofree char *elsewhere = g_build_filename (folder, "other.corridor", NULL);
  g_autoptr (GFile) other = g_file_new_for_path (elsewhere);
  g_autoptr (GError) error = NULL;

  g_assert_true (cor_document_save (f->document, file, COR_SAVE_NONE, NULL));
  g_assert_cmpint (cor_document_look (f->document), ==, COR_DISK_SAME);
  g_assert_true (g_file_set_contents (path, "{}", -1, NULL));
  g_assert_cmpint (cor_document_look (f->document), ==, COR_DISK_CHANGED);
  g_assert_false (cor_document_save (f->document, file, COR_SAVE_NONE, &error));
  g_assert_error (error, COR_ERROR, COR_ERROR_CHANGED);
  g_clear_error (&error);
  g_assert_false (cor_document_get_modified (f->document));
  cor_document_keep_mine (f->document);
  g_assert_true (cor_document_get_modified (f->document));
  g_assert_cmpint (cor_document_look (f->document), ==, COR_DISK_SAME);
  g_assert_true (cor_document_save (f->document, file, COR_SAVE_NONE, NULL));
  g_assert_false (cor_document_get_modified (f->document));
  g_unlink (path);
  g_assert_cmpint (cor_document_look (f->document), ==, COR_DISK_GONE);
  /* Under another name nothing is in the way, whatever became of the first. */
  g_assert_true (g_file_set_contents (path, "{}", -1, NULL));
  g_assert_true (cor_document_save (f->document, other, COR_SAVE_NONE, &error));
  g_assert_no_error (error);
  cor_document_reset (f->document, empty, NULL);
  g_unlink (path);
  g_unlink (elsewhere);
  g_assert_cmpint (cor_document_look (f->document), ==, COR_DISK_SAME);
  g_unlink (backup);
  g_rmdir (folder);
}

/* The same of a file that was opened and never saved here. */
static void
test_opened_on_disk (Fixture *f, gconstpointer data)
{
  g_autofree char *folder = g_dir_make_tmp ("corridor-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "opened.corridor", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;

  g_assert_true (cor_document_save (f->document, file, COR_SAVE_NONE, NULL));
  g_assert_true (cor_document_load (f->document, file, NULL));
  g_assert_cmpint (cor_document_look (f->document), ==, COR_DISK_SAME);
  g_assert_true (g_file_set_contents (path, "{}", -1, NULL));
  g_assert_cmpint (cor_document_look (f->document), ==, COR_DISK_CHANGED);
  g_assert_false (cor_document_save (f->document, file, COR_SAVE_NONE, &error));
  g_assert_error (error, COR_ERROR, COR_ERROR_CHANGED);
  g_unlink (path);
  g_assert_cmpint (cor_document_look (f->document), ==, COR_DISK_GONE);
  /* Something that cannot be read in its place is no file that is gone. */
  g_assert_cmpint (g_mkdir (path, 0700), ==, 0);
  g_assert_cmpint (cor_document_look (f->document), ==, COR_DISK_CHANGED);
  g_rmdir (path);
  g_rmdir (folder);
}

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/document/apply", test_apply);
  ADD ("/document/edit-after-undo", test_edit_after_undo);
  ADD ("/document/merge", test_merge);
  ADD ("/document/merge-back", test_merge_back);
  ADD ("/document/merge-ends", test_merge_ends);
  ADD ("/document/opened-on-disk", test_opened_on_disk);
  ADD ("/document/cancel", test_cancel);
  ADD ("/document/on-disk", test_on_disk);
  ADD ("/document/saved", test_saved);
  g_test_add_func ("/document/selection", test_selection);
  return g_test_run ();
}
