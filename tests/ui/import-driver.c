/* import-driver.c: works the import window, for the tests of it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "import-driver.h"

CorImportWindow *
import_window (void)
{
  return ui_window (COR_TYPE_IMPORT_WINDOW);
}

CorImportWindow *
import_wait (void)
{
  CorImportWindow *window;

  ui_until (import_window () != NULL && !cor_import_window_get_busy (import_window ()));
  window = import_window ();
  g_assert_nonnull (window);
  g_assert_false (cor_import_window_get_busy (window));
  return window;
}

GtkWidget *
import_named (CorImportWindow *window, const char *name)
{
  GtkWidget *widget = ui_find (GTK_WIDGET (window), GTK_TYPE_WIDGET, ui_has_name, name);

  g_assert_nonnull (widget);
  return widget;
}

void
import_choose (CorImportWindow *window, const char *row, guint selected)
{
  adw_combo_row_set_selected (ADW_COMBO_ROW (import_named (window, row)), selected);
  import_wait ();
}

void
import_press_add (CorImportWindow *window)
{
  gtk_widget_activate_action (GTK_WIDGET (window), "import.add", NULL);
  ui_until (import_window () == NULL);
  g_assert_null (import_window ());
}

guint
import_count (UiFixture *f, CorItemKind kind)
{
  guint n;

  cor_scenario_items (ui_scenario (f), kind, &n);
  return n;
}

void
import_start (UiFixture *f, GFile *file)
{
  g_autofree char *uri = g_file_get_uri (file);

  ui_activate (f, "import-uri", uri);
}

CorImportWindow *
import_start_text (UiFixture *f, const char *text)
{
  CorImportWindow *window
    = COR_IMPORT_WINDOW (cor_import_window_new (GTK_WINDOW (f->window), f->session, cor_application_get_map_base (f->app)));

  gtk_window_present (GTK_WINDOW (window));
  cor_import_window_show_text (window, text);
  return import_wait ();
}

guint
import_chosen (CorImportWindow *window, const char *row)
{
  return adw_combo_row_get_selected (ADW_COMBO_ROW (import_named (window, row)));
}
