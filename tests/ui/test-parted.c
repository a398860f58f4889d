/* test-parted.c: what a window asks goes with it: the choice of a file, a question, what is pasted or tried.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui-driver.h"

#include "cor-import-window.h"
#include "cor-window-private.h"

/* A second window on a file, as the first goes on. */
static CorWindow *
open_other (UiFixture *f)
{
  g_autoptr (GFile) sample = ui_sample ("shenzhen-pilot.corridor");
  CorWindow *window = cor_window_new (f->app);

  gtk_window_present (GTK_WINDOW (window));
  g_assert_true (cor_window_load (window, sample));
  ui_wait (300);
  return window;
}

/* Closes it; it is gone, and every window of that type with it. */
static void
close_and_wait (CorWindow *window, GType type)
{
  gpointer watched = window;

  g_object_add_weak_pointer (G_OBJECT (window), &watched);
  gtk_window_close (GTK_WINDOW (window));
  ui_until (watched == NULL && ui_window (type) == NULL);
  g_assert_null (ui_window (type));
  g_assert_null (watched);
}

/* A file that is still chosen for a window that was closed would be opened, or imported, where nobody sees it. */
static void
test_choosers (UiFixture *f, gconstpointer data)
{
  static const char *const actions[] = { "open", "import", "export-summary", "save-as" };

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    {
      CorWindow *window = open_other (f);

      g_action_group_activate_action (G_ACTION_GROUP (window), actions[i], NULL);
      ui_until (ui_window (GTK_TYPE_FILE_CHOOSER) != NULL);
      g_assert_nonnull (ui_window (GTK_TYPE_FILE_CHOOSER));
      /* GTK's own shows an error of its own where it is closed at once. */
      ui_wait (300);
      close_and_wait (window, GTK_TYPE_FILE_CHOOSER);
    }
}

static void
test_question (UiFixture *f, gconstpointer data)
{
  CorWindow *window = open_other (f);

  g_action_group_activate_action (G_ACTION_GROUP (window), "new-variant", NULL);
  ui_until (ui_window (ADW_TYPE_MESSAGE_DIALOG) != NULL);
  g_assert_nonnull (ui_window (ADW_TYPE_MESSAGE_DIALOG));
  close_and_wait (window, ADW_TYPE_MESSAGE_DIALOG);
}

/* What was on its way to a window comes to nothing: no window of it opens. */
static void
test_on_the_way (UiFixture *f, gconstpointer data)
{
  g_autoptr (GFile) broken = ui_write ("corridor-broken.mbtiles", "SQLite format 3", 16);

  for (guint i = 0; i < 2; i++)
    {
      CorWindow *window = open_other (f);
      GSList one = { broken, NULL };

      gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (window)), "name,lon,lat\nA,114.1,22.6\n");
      if (i == 0)
        g_action_group_activate_action (G_ACTION_GROUP (window), "import-paste", NULL);
      else
        cor_window_open_files (window, &one);
      close_and_wait (window, COR_TYPE_IMPORT_WINDOW);
      ui_wait (300);
      g_assert_null (ui_window (COR_TYPE_IMPORT_WINDOW));
      g_assert_null (ui_window (ADW_TYPE_MESSAGE_DIALOG));
    }
  ui_remove (broken);
}

#define ADD(path, func) g_test_add (path, UiFixture, NULL, ui_open, func, ui_close)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/parted/choosers", test_choosers);
  ADD ("/parted/question", test_question);
  ADD ("/parted/on-the-way", test_on_the_way);
  return g_test_run ();
}
