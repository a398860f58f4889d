/* ui-driver.c: opens the real window and waits for it, for the tests of the interface.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui-driver.h"

#include "../sanitized.h"

#include "cor-data-dir.h"
#include "cor-settings.h"

#include <shumate/shumate.h>
#include <stdlib.h>

/* What is waited for has so many hundredths of a second on a busy machine: it comes, or it never will. */
#define PATIENCE 6000

static gboolean
time_is_up (gpointer done)
{
  *(gboolean *)done = TRUE;
  return G_SOURCE_REMOVE;
}

void
ui_wait (guint ms)
{
  gboolean done = FALSE;

  g_timeout_add (ms, time_is_up, &done);
  while (!done)
    g_main_context_iteration (NULL, TRUE);
}

guint
ui_patience (void)
{
  return is_sanitized () ? 12000 : 1000;
}

void
ui_settle (UiFixture *f)
{
  for (guint i = 0; cor_session_get_computing (f->session) && i < PATIENCE; i++)
    ui_wait (10);
  g_assert_false (cor_session_get_computing (f->session));
}

void
ui_make_narrow (UiFixture *f, int width)
{
  for (int at = 1200; at > width; at -= 60)
    {
      gtk_window_set_default_size (GTK_WINDOW (f->window), at, 720);
      ui_wait (60);
    }
  for (int i = 0; i < 30 && gtk_widget_get_width (GTK_WIDGET (f->window)) > width; i++)
    {
      gtk_window_set_default_size (GTK_WINDOW (f->window), width - i % 2, 720);
      ui_wait (100);
    }
}

GFile *
ui_sample (const char *name)
{
  g_autofree char *path = cor_data_file ("scenarios", name, NULL);

  return g_file_new_for_path (path);
}

CorScenario *
ui_scenario (UiFixture *f)
{
  return cor_document_get_scenario (cor_session_get_document (f->session));
}

void
ui_activate (UiFixture *f, const char *action, const char *target)
{
  g_action_group_activate_action (G_ACTION_GROUP (f->window), action,
                                  target != NULL ? g_variant_new_string (target) : NULL);
}

GtkWidget *
ui_find (GtkWidget *root,
         GType type,
         gboolean (*is) (GtkWidget *, gconstpointer),
         gconstpointer data)
{
  if (g_type_is_a (G_OBJECT_TYPE (root), type) && (is == NULL || is (root, data)))
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = ui_find (child, type, is, data);

      if (found != NULL)
        return found;
    }
  return NULL;
}

gboolean
ui_has_name (GtkWidget *widget, gconstpointer name)
{
  return g_strcmp0 (gtk_widget_get_name (widget), name) == 0;
}

char *
ui_headline (UiFixture *f, CorHeadlineKind kind)
{
  GtkWidget *summary = ui_find (GTK_WIDGET (f->window), COR_TYPE_SUMMARY, NULL, NULL);

  return g_strdup (cor_headline_get_value (cor_summary_get_headline (COR_SUMMARY (summary), kind)));
}

gpointer
ui_window (GType type)
{
  g_autoptr (GList) all = gtk_window_list_toplevels ();

  for (GList *l = all; l != NULL; l = l->next)
    if (g_type_is_a (G_OBJECT_TYPE (l->data), type) && gtk_widget_get_visible (l->data))
      return l->data;
  return NULL;
}

void
ui_close_others (UiFixture *f)
{
  g_autoptr (GList) all = gtk_window_list_toplevels ();

  for (GList *l = all; l != NULL; l = l->next)
    if (l->data != f->window && gtk_widget_get_visible (l->data))
      gtk_window_close (l->data);
  ui_wait (30);
}

GFile *
ui_write (const char *name, const char *content, gssize length)
{
  g_autofree char *path = g_build_filename (g_get_tmp_dir (), name, NULL);

  g_assert_true (g_file_set_contents (path, content, length, NULL));
  return g_file_new_for_path (path);
}

void
ui_remove (GFile *file)
{
  g_assert_true (g_file_delete (file, NULL, NULL));
}

GtkWindow *
ui_dialog (UiFixture *f)
{
  g_autoptr (GList) all = gtk_window_list_toplevels ();

  for (GList *l = all; l != NULL; l = l->next)
    if (ADW_IS_MESSAGE_DIALOG (l->data) && gtk_widget_get_visible (l->data)
        && gtk_window_get_transient_for (l->data) == GTK_WINDOW (f->window))
      return l->data;
  return NULL;
}

/* The map shows the whole scenario once it has its size, which takes a while on a busy machine. */
static void
wait_for_map (UiFixture *f)
{
  GtkWidget *map = ui_find (GTK_WIDGET (f->window), SHUMATE_TYPE_MAP, NULL, NULL);
  ShumateViewport *viewport = shumate_map_get_viewport (SHUMATE_MAP (map));

  for (guint i = 0; shumate_viewport_get_zoom_level (viewport) < 6 && i < PATIENCE; i++)
    ui_wait (10);
}

/* So long an idle thread may take to end, and one of GTK's that loads an icon, microseconds. */
#define THREADS_END_US 500000

/* Threads of libraries come to their end before the leak sanitizer looks: what one that is ending held belongs to
 * nobody at that moment. */
static void
end_threads (void)
{
  g_thread_pool_stop_unused_threads ();
  g_usleep (THREADS_END_US);
}

void
ui_open (UiFixture *f, gconstpointer data)
{
  static CorApplication *app;
  g_autoptr (GFile) file = ui_sample ("eastern-port.corridor");
  g_autoptr (GError) error = NULL;

  if (app == NULL)
    {
      if (is_sanitized ())
        atexit (end_threads);
      cor_application_setup_language ();
      app = cor_application_new (G_APPLICATION_NON_UNIQUE);
      g_assert_true (g_application_register (G_APPLICATION (app), NULL, &error));
    }
  g_settings_set_boolean (cor_settings_get (), "tour-done", TRUE);
  f->app = app;
  f->window = cor_window_new (app);
  f->session = cor_window_get_session (f->window);
  gtk_window_present (GTK_WINDOW (f->window));
  ui_wait (100);
  g_assert_true (cor_window_load (f->window, file));
  ui_settle (f);
  ui_wait (100);
  wait_for_map (f);
}

void
ui_close (UiFixture *f, gconstpointer data)
{
  gpointer window = f->window;

  g_object_add_weak_pointer (G_OBJECT (f->window), &window);
  gtk_window_destroy (GTK_WINDOW (f->window));
  for (guint i = 0; window != NULL && i < PATIENCE; i++)
    ui_wait (10);
  g_assert_null (window);
}
