/* cor-preferences-map.c: the choice of the base map in the preferences.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-preferences-map.h"

#include "cor-dialogs.h"
#include "cor-map-ground.h"
#include "cor-settings.h"
#include "cor-tile-url.h"

#include <glib/gi18n-lib.h>

/* The rows that belong together; freed with the group. */
typedef struct
{
  GtkWidget *group;
  AdwComboRow *kind;
  AdwActionRow *file;
  GtkWidget *url;
  GtkWidget *attribution;
  GtkFileChooserNative *chooser;
  gboolean following; /* the rows are being set to the settings */
} Rows;

static void
rows_free (gpointer data, GClosure *closure)
{
  Rows *rows = data;

  g_clear_object (&rows->chooser);
  g_free (rows);
}

static void
follow (Rows *rows)
{
  CorMapGround *ground = cor_map_ground_get_default ();
  g_autofree char *path = g_settings_get_string (cor_settings_get (), "base-file");
  g_autofree char *url = g_settings_get_string (cor_settings_get (), "online-url");
  CorMapGroundKind chosen = cor_map_ground_get_chosen (ground);
  const char *problem = cor_map_ground_get_problem (ground);
  g_autofree char *said = g_markup_escape_text (problem != NULL ? problem : "", -1);
  g_autofree char *name = g_markup_escape_text (path, -1);

  rows->following = TRUE;
  adw_combo_row_set_selected (rows->kind, chosen);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (rows->kind), said);
  adw_action_row_set_subtitle (rows->file,
                               *path != '\0' ? name : _ ("MBTiles, pictures or vectors"));
  gtk_widget_set_visible (GTK_WIDGET (rows->file), chosen == COR_MAP_GROUND_FILE);
  gtk_widget_set_visible (rows->url, chosen == COR_MAP_GROUND_ONLINE);
  gtk_widget_set_visible (rows->attribution, chosen == COR_MAP_GROUND_ONLINE);
  if (*url == '\0' || cor_tile_url_check (url, NULL))
    gtk_widget_remove_css_class (rows->url, "error");
  else
    gtk_widget_add_css_class (rows->url, "error");
  rows->following = FALSE;
}

static void
kind_selected (Rows *rows)
{
  if (!rows->following)
    cor_map_ground_choose (cor_map_ground_get_default (),
                           (CorMapGroundKind)adw_combo_row_get_selected (rows->kind));
}

static void
file_tried (GObject *ground, GAsyncResult *result, gpointer data)
{
  g_autoptr (GtkWindow) window = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *name = cor_map_ground_try_file_finish (COR_MAP_GROUND (ground), result, &error);

  if (name == NULL && gtk_widget_get_visible (GTK_WIDGET (window)))
    cor_dialog_error (window, _ ("The base map stays as it is"), error);
}

static void
file_chosen (GtkNativeDialog *dialog, int response, gpointer data)
{
  g_autoptr (GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
  GtkWindow *window = gtk_native_dialog_get_transient_for (dialog);

  if (response == GTK_RESPONSE_ACCEPT && file != NULL && window != NULL)
    cor_map_ground_try_file (cor_map_ground_get_default (), file, file_tried, g_object_ref (window));
}

static void
choose_file (Rows *rows)
{
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();
  GtkRoot *root = gtk_widget_get_root (rows->group);

  g_clear_object (&rows->chooser);
  rows->chooser = gtk_file_chooser_native_new (_ ("Choose a Map File"), GTK_WINDOW (root),
                                               GTK_FILE_CHOOSER_ACTION_OPEN, NULL, NULL);
  gtk_file_filter_set_name (filter, _ ("Map files (MBTiles)"));
  gtk_file_filter_add_suffix (filter, "mbtiles");
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (rows->chooser), filter);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (rows->chooser), TRUE);
  g_signal_connect (rows->chooser, "response", G_CALLBACK (file_chosen), NULL);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (rows->chooser));
}

/* An entry that is taken over when it is left or Enter is pressed. */
static GtkWidget *
entry_row (const char *title, const char *key)
{
  GtkWidget *row = adw_entry_row_new ();
  g_autofree char *text = g_settings_get_string (cor_settings_get (), key);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_entry_row_set_show_apply_button (ADW_ENTRY_ROW (row), TRUE);
  gtk_editable_set_text (GTK_EDITABLE (row), text);
  g_object_set_data (G_OBJECT (row), "key", (gpointer)key);
  return row;
}

static void
entry_applied (GtkEditable *row)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (row)));

  g_settings_set_string (cor_settings_get (), g_object_get_data (G_OBJECT (row), "key"), text);
}

static GtkWidget *
kind_row (void)
{
  GtkWidget *row = adw_combo_row_new ();
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  const char *texts[COR_MAP_N_GROUNDS]
      = { _ ("Bundled"), _ ("Own map file"), _ ("Online tiles"), _ ("None") };

  for (guint i = 0; i < COR_MAP_N_GROUNDS; i++)
    gtk_string_list_append (names, texts[i]);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ ("Base map"));
  adw_combo_row_set_model (ADW_COMBO_ROW (row), G_LIST_MODEL (names));
  return row;
}

GtkWidget *
cor_preferences_map_group (void)
{
  Rows *rows = g_new0 (Rows, 1);
  GtkWidget *button = gtk_button_new_with_label (_ ("Choose…"));
  GClosure *closure;

  rows->group = adw_preferences_group_new ();
  rows->kind = ADW_COMBO_ROW (kind_row ());
  rows->file = ADW_ACTION_ROW (adw_action_row_new ());
  rows->url = entry_row (_ ("Address with {z}, {x} and {y}"), "online-url");
  rows->attribution = entry_row (_ ("Whom to name for them"), "online-attribution");
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (rows->group), _ ("Map"));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (rows->file), _ ("Map file"));
  adw_action_row_set_subtitle_lines (rows->file, 1);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  adw_action_row_add_suffix (rows->file, button);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (rows->group), GTK_WIDGET (rows->kind));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (rows->group), GTK_WIDGET (rows->file));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (rows->group), rows->url);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (rows->group), rows->attribution);
  follow (rows);
  g_signal_connect_swapped (rows->kind, "notify::selected", G_CALLBACK (kind_selected), rows);
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (choose_file), rows);
  g_signal_connect (rows->url, "apply", G_CALLBACK (entry_applied), NULL);
  g_signal_connect (rows->attribution, "apply", G_CALLBACK (entry_applied), NULL);
  closure = g_cclosure_new_swap (G_CALLBACK (follow), rows, rows_free);
  g_object_watch_closure (G_OBJECT (rows->group), closure);
  g_signal_connect_closure (cor_map_ground_get_default (), "changed", closure, FALSE);
  return rows->group;
}
