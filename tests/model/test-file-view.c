/* test-file-view.c: a file is seen again as it was last: its variant, and the baseline that was pinned.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-edit.h"
#include "cor-file-view.h"
#include "cor-variants.h"

#include <glib/gstdio.h>
#include <utime.h>

typedef struct
{
  char *folder, *views;
  GFile *file;
  CorSession *session;
} Fixture;

/* What a scenario comes to here is its temperature. */
static gpointer
evaluate (gpointer data, CorScenario *scenario, GCancellable *cancellable)
{
  double *result = g_rc_box_new (double);

  *result = cor_scenario_head (scenario)->temperature_c;
  return result;
}

static CorDocument *
document_of (Fixture *f)
{
  return cor_session_get_document (f->session);
}

static void
settle (Fixture *f)
{
  while (cor_session_get_computing (f->session))
    g_main_context_iteration (NULL, TRUE);
}

static void
set_temperature (Fixture *f, double celsius)
{
  CorScenario *next = cor_edit_number (cor_document_get_scenario (document_of (f)), COR_ITEM_HEAD, NULL,
                                       "temperature_c", celsius, NULL);

  g_assert_true (cor_document_apply (document_of (f), next, "", NULL));
  settle (f);
}

static void
save (Fixture *f)
{
  g_assert_true (cor_document_save (document_of (f), f->file, COR_SAVE_NONE, NULL));
}

static double
shown (Fixture *f)
{
  return *(const double *)cor_session_get_results (f->session);
}

static double
baseline (Fixture *f)
{
  return *(const double *)cor_session_get_baseline (f->session);
}

static CorSession *
session_new (void)
{
  CorSessionEngine class = { evaluate, g_rc_box_acquire, g_rc_box_release, NULL, NULL, NULL, NULL, NULL };

  return cor_session_new (&class);
}

/* The program ends and starts again on that file. */
static void
again (Fixture *f)
{
  g_autoptr (GError) error = NULL;

  cor_file_view_keep (f->session, f->views);
  g_object_unref (f->session);
  f->session = session_new ();
  g_assert_true (cor_file_view_load (f->session, f->file, f->views, &error));
  g_assert_no_error (error);
  settle (f);
}

static guint
count_files (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  guint n = 0;

  while (dir != NULL && g_dir_read_name (dir) != NULL)
    n++;
  return n;
}

static void
empty_folder (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_unlink (path);
    }
  g_rmdir (folder);
}

/* A file at 20 °C with a variant at 30 °C, open and on the base. */
static void
set_up (Fixture *f, gconstpointer data)
{
  g_autofree char *path = NULL, *id = NULL;

  f->folder = g_dir_make_tmp ("corridor-view-XXXXXX", NULL);
  f->views = g_build_filename (f->folder, "views", NULL);
  path = g_build_filename (f->folder, "one.corridor", NULL);
  f->file = g_file_new_for_path (path);
  f->session = session_new ();
  set_temperature (f, 20);
  cor_document_apply (document_of (f), cor_edit_add_variant (cor_document_get_base (document_of (f)), "Warm", &id), "",
                      NULL);
  g_assert_cmpstr (id, ==, "variant");
  cor_document_set_variant (document_of (f), "variant");
  set_temperature (f, 30);
  cor_document_set_variant (document_of (f), NULL);
  settle (f);
  save (f);
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  g_object_unref (f->session);
  g_object_unref (f->file);
  empty_folder (f->views);
  empty_folder (f->folder);
  g_free (f->views);
  g_free (f->folder);
}

static void
test_variant (Fixture *f, gconstpointer data)
{
  cor_document_set_variant (document_of (f), "variant");
  again (f);
  g_assert_cmpstr (cor_document_get_variant (document_of (f)), ==, "variant");
  g_assert_cmpfloat (shown (f), ==, 30);
  g_assert_cmpfloat (baseline (f), ==, 20);
  g_assert_false (cor_document_get_modified (document_of (f)));
  g_assert_false (cor_document_can_undo (document_of (f)));
  /* And the base, once that was shown last; then there is nothing to remember. */
  cor_document_set_variant (document_of (f), NULL);
  again (f);
  g_assert_null (cor_document_get_variant (document_of (f)));
  g_assert_cmpuint (count_files (f->views), ==, 0);
}

/* It is of one file alone. */
static void
test_other_file (Fixture *f, gconstpointer data)
{
  g_autofree char *path = g_build_filename (f->folder, "two.corridor", NULL);
  g_autoptr (GFile) other = g_file_new_for_path (path);

  g_assert_true (g_file_copy (f->file, other, G_FILE_COPY_NONE, NULL, NULL, NULL, NULL));
  cor_document_set_variant (document_of (f), "variant");
  cor_file_view_keep (f->session, f->views);
  g_assert_true (cor_file_view_load (f->session, other, f->views, NULL));
  g_assert_null (cor_document_get_variant (document_of (f)));
  g_assert_true (cor_file_view_load (f->session, f->file, f->views, NULL));
  g_assert_cmpstr (cor_document_get_variant (document_of (f)), ==, "variant");
}

/* What was edited since the base was pinned is still seen against what was pinned. */
static void
test_pinned (Fixture *f, gconstpointer data)
{
  cor_session_pin (f->session);
  set_temperature (f, 25);
  save (f);
  again (f);
  g_assert_cmpfloat (shown (f), ==, 25);
  g_assert_cmpfloat (baseline (f), ==, 20);
  /* Again and again, and with further edits. */
  set_temperature (f, 26);
  g_assert_cmpfloat (baseline (f), ==, 20);
  save (f);
  again (f);
  g_assert_cmpfloat (shown (f), ==, 26);
  g_assert_cmpfloat (baseline (f), ==, 20);
  /* Until another state is pinned. */
  cor_session_pin (f->session);
  again (f);
  g_assert_cmpfloat (baseline (f), ==, 26);
  g_assert_cmpuint (count_files (f->views), ==, 0);
}

/* The same for a variant that was pinned, and edited since. */
static void
test_pinned_variant (Fixture *f, gconstpointer data)
{
  cor_document_set_variant (document_of (f), "variant");
  settle (f);
  cor_session_pin (f->session);
  set_temperature (f, 35);
  save (f);
  again (f);
  g_assert_cmpstr (cor_document_get_variant (document_of (f)), ==, "variant");
  g_assert_cmpfloat (shown (f), ==, 35);
  g_assert_cmpfloat (baseline (f), ==, 30);
  /* It is the warm one's: the base, pinned, has a baseline of its own. */
  cor_document_set_variant (document_of (f), NULL);
  settle (f);
  cor_session_pin (f->session);
  save (f);
  again (f);
  g_assert_cmpfloat (baseline (f), ==, 20);
}

/* Edited before the baseline was worked out: the edit does not become the baseline. */
static void
test_edited_at_once (Fixture *f, gconstpointer data)
{
  cor_session_pin (f->session);
  set_temperature (f, 25);
  save (f);
  cor_file_view_keep (f->session, f->views);
  g_assert_true (cor_file_view_load (f->session, f->file, f->views, NULL));
  set_temperature (f, 27);
  g_assert_cmpfloat (shown (f), ==, 27);
  g_assert_cmpfloat (baseline (f), ==, 20);
  /* And kept though it was never worked out. */
  save (f);
  cor_file_view_keep (f->session, f->views);
  g_assert_true (cor_file_view_load (f->session, f->file, f->views, NULL));
  again (f);
  g_assert_cmpfloat (baseline (f), ==, 20);
}

/* What was pinned among changes that were not saved went with them. */
static void
test_discarded (Fixture *f, gconstpointer data)
{
  cor_session_pin (f->session);
  set_temperature (f, 25);
  save (f);
  cor_file_view_keep (f->session, f->views);
  set_temperature (f, 40);
  cor_session_pin (f->session);
  set_temperature (f, 45);
  again (f);
  g_assert_cmpfloat (shown (f), ==, 25);
  g_assert_cmpfloat (baseline (f), ==, 20);
}

/* A variant that the file has no more, and what no view is, leave the file as it is. */
static void
test_not_there (Fixture *f, gconstpointer data)
{
  g_autofree char *path = NULL;
  g_autoptr (GDir) dir = NULL;
  const char *wrong[] = { "", "corridor-view 1\n", "corridor-view 1\nfile:///x\nvariant\n\n\n", "corridor-view 1\n%s\nvariant\n\n\n{",
                          "corridor-view 2\n%s\nvariant\n\n\n", "corridor-view 1\n%s\nvariant\n\nmore\n" };
  g_autofree char *uri = g_file_get_uri (f->file);

  cor_document_set_variant (document_of (f), "variant");
  cor_file_view_keep (f->session, f->views);
  dir = g_dir_open (f->views, 0, NULL);
  path = g_build_filename (f->views, g_dir_read_name (dir), NULL);
  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_auto (GStrv) parts = g_strsplit (wrong[i], "%s", -1);
      g_autofree char *text = g_strjoinv (uri, parts);

      g_assert_true (g_file_set_contents (path, text, -1, NULL));
      g_assert_true (cor_file_view_load (f->session, f->file, f->views, NULL));
      g_assert_null (cor_document_get_variant (document_of (f)));
    }
  cor_document_set_variant (document_of (f), "variant");
  cor_file_view_keep (f->session, f->views);
  cor_document_apply (document_of (f), cor_edit_remove (cor_document_get_base (document_of (f)), COR_ITEM_VARIANT, "variant", NULL),
                      "", NULL);
  save (f);
  g_assert_true (cor_file_view_load (f->session, f->file, f->views, NULL));
  g_assert_null (cor_document_get_variant (document_of (f)));
  g_assert_cmpfloat (cor_scenario_head (cor_document_get_scenario (document_of (f)))->temperature_c, ==, 20);
}

/* Where nothing can be kept the work goes on; of a document without a file nothing is. */
static void
test_nowhere (Fixture *f, gconstpointer data)
{
  g_autoptr (CorSession) fresh = session_new ();

  cor_file_view_keep (fresh, f->views);
  g_assert_cmpuint (count_files (f->views), ==, 0);
  g_assert_true (g_file_set_contents (f->views, "", 0, NULL));
  cor_document_set_variant (document_of (f), "variant");
  again (f);
  g_assert_null (cor_document_get_variant (document_of (f)));
  g_unlink (f->views);
}

/* Of the oldest files it is forgotten. */
static void
test_many (Fixture *f, gconstpointer data)
{
  g_autofree char *old = g_build_filename (f->views, "old.view", NULL);
  g_autofree char *other = g_build_filename (f->views, "README", NULL);

  g_assert_cmpint (g_mkdir (f->views, 0700), ==, 0);
  for (guint i = 0; i < COR_FILE_VIEWS_MOST; i++)
    {
      g_autofree char *name = i == 0 ? g_strdup (old) : g_strdup_printf ("%s/%u.view", f->views, i);

      g_assert_true (g_file_set_contents (name, "", 0, NULL));
    }
  g_assert_true (g_file_set_contents (other, "", 0, NULL));
  {
    struct utimbuf times = { 1000, 1000 };

    g_assert_cmpint (g_utime (old, &times), ==, 0);
  }
  cor_document_set_variant (document_of (f), "variant");
  again (f);
  g_assert_cmpuint (count_files (f->views), ==, COR_FILE_VIEWS_MOST + 1);
  g_assert_false (g_file_test (old, G_FILE_TEST_EXISTS));
  g_assert_true (g_file_test (other, G_FILE_TEST_EXISTS));
  g_assert_cmpstr (cor_document_get_variant (document_of (f)), ==, "variant");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)
  ADD ("/file-view/variant", test_variant);
  ADD ("/file-view/other-file", test_other_file);
  ADD ("/file-view/pinned", test_pinned);
  ADD ("/file-view/pinned-variant", test_pinned_variant);
  ADD ("/file-view/edited-at-once", test_edited_at_once);
  ADD ("/file-view/discarded", test_discarded);
  ADD ("/file-view/not-there", test_not_there);
  ADD ("/file-view/nowhere", test_nowhere);
  ADD ("/file-view/many", test_many);
#undef ADD
  return g_test_run ();
}
