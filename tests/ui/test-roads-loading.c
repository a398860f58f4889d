/* test-roads-loading.c: a road network that takes long to read, in the real window.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "roads-driver.h"

#include "cor-network-store.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* A network that is read for as long as nobody writes into it. */
static char *
make_slow_network (const char *name)
{
  char *path = cor_network_store_path (name);
  g_autofree char *folder = g_path_get_dirname (path);

  g_mkdir_with_parents (folder, 0755);
  g_assert_cmpint (mkfifo (path, 0600), ==, 0);
  return path;
}

/* Ends the reading; there is nothing in it. */
static void
end_slow_network (const char *path)
{
  int fd = g_open (path, O_WRONLY | O_NONBLOCK, 0);

  g_assert_cmpint (fd, >=, 0);
  g_assert_cmpint (close (fd), ==, 0);
}

static gboolean
has_action (GtkWidget *button, gconstpointer action)
{
  return g_strcmp0 (gtk_actionable_get_action_name (GTK_ACTIONABLE (button)), action) == 0;
}

/* The bar that says that roads are loaded, and after a while how to end that. */
static void
wait_loading (UiFixture *f, const char *name)
{
  GtkWidget *bar = ui_find (GTK_WIDGET (f->window), GTK_TYPE_REVEALER, ui_has_name, "roads-bar");
  GtkWidget *label, *spinner, *cancel;

  ui_until (roads_bar_shown (f));
  g_assert_true (roads_bar_shown (f));
  label = ui_find (bar, GTK_TYPE_LABEL, NULL, NULL);
  spinner = ui_find (bar, GTK_TYPE_SPINNER, NULL, NULL);
  cancel = ui_find (bar, GTK_TYPE_BUTTON, has_action, "win.keep-roads");
  g_assert_nonnull (strstr (gtk_label_get_text (GTK_LABEL (label)), name));
  g_assert_true (gtk_widget_get_visible (spinner) && gtk_spinner_get_spinning (GTK_SPINNER (spinner)));
  ui_until (gtk_widget_get_visible (cancel));
  g_assert_true (gtk_widget_get_visible (cancel));
}

/* While roads are read the window says so, and the choice can be taken back, as a step. */
static void
test_loading (UiFixture *f, gconstpointer data)
{
  g_autoptr (CorScenario) before = cor_scenario_ref (ui_scenario (f));
  g_autofree char *path = make_slow_network ("slow");

  roads_ask_for (f, "slow");
  g_assert_false (roads_bar_shown (f));
  wait_loading (f, "slow");
  ui_activate (f, "keep-roads", NULL);
  g_assert_false (roads_bar_shown (f));
  g_assert_null (cor_scenario_head (ui_scenario (f))->network);
  end_slow_network (path);
  ui_settle (f);
  ui_wait (100);
  g_assert_false (roads_bar_shown (f));
  ui_activate (f, "undo", NULL);
  g_assert_cmpstr (cor_scenario_head (ui_scenario (f))->network, ==, "slow");
  ui_activate (f, "undo", NULL);
  g_assert_true (ui_scenario (f) == before);
  ui_settle (f);
  g_remove (path);
}

/* What was being loaded turns out to be no network: the bar goes over to saying that. */
static void
test_loaded_wrong (UiFixture *f, gconstpointer data)
{
  g_autofree char *path = make_slow_network ("wrong");
  GtkWidget *bar = ui_find (GTK_WIDGET (f->window), GTK_TYPE_REVEALER, ui_has_name, "roads-bar");
  GtkWidget *spinner = ui_find (bar, GTK_TYPE_SPINNER, NULL, NULL);

  roads_ask_for (f, "wrong");
  wait_loading (f, "wrong");
  end_slow_network (path);
  ui_until (!gtk_widget_get_visible (spinner));
  g_assert_true (roads_bar_shown (f));
  g_assert_false (gtk_widget_get_visible (ui_find (bar, GTK_TYPE_BUTTON, has_action, "win.keep-roads")));
  g_assert_true (gtk_widget_get_visible (ui_find (bar, GTK_TYPE_BUTTON, has_action, "win.road-network")));
  ui_activate (f, "undo", NULL);
  ui_settle (f);
  g_assert_false (roads_bar_shown (f));
  g_remove (path);
}

int
main (int argc, char **argv)
{
  g_autofree char *folder = g_dir_make_tmp ("corridor-XXXXXX", NULL);

  g_setenv ("XDG_DATA_HOME", folder, TRUE);
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/roads-loading/taken-back", UiFixture, NULL, ui_open, test_loading, ui_close);
  g_test_add ("/roads-loading/wrong", UiFixture, NULL, ui_open, test_loaded_wrong, ui_close);
  return g_test_run ();
}
