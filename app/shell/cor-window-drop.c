/* cor-window-drop.c: files of any kind that are dropped, pasted or named on the command line.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-window-private.h"

#include "cor-dialogs.h"
#include "cor-file-kind.h"
#include "cor-file-name.h"
#include "cor-map-ground.h"
#include "cor-network-window.h"

#include <glib/gi18n-lib.h>

/* More names than these are not listed in a message. */
#define NAMES_MAX 6

/* Files by what is done with them; the lists hold references. */
typedef struct
{
  GSList *of_kind[COR_FILE_KIND_UNKNOWN + 1];
  guint n;
} Sorted;

static void
sorted_clear (Sorted *sorted)
{
  for (guint i = 0; i < G_N_ELEMENTS (sorted->of_kind); i++)
    g_slist_free_full (sorted->of_kind[i], g_object_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Sorted, sorted_clear)

static Sorted
sort (GSList *files)
{
  Sorted sorted = { { NULL }, 0 };

  for (GSList *l = files; l != NULL; l = l->next, sorted.n++)
    {
      CorFileKind kind = cor_file_kind_of (l->data);

      sorted.of_kind[kind] = g_slist_append (sorted.of_kind[kind], g_object_ref (l->data));
    }
  return sorted;
}

/* Why files of a kind are of no use; NULL where they are. Of scenarios, maps and extracts one is. */
static const char *
why_left (const Sorted *sorted, CorFileKind kind, gboolean first)
{
  switch (kind)
    {
    case COR_FILE_KIND_SCENARIO:
      return first ? NULL : _ ("a window shows one scenario; open it in a new window");
    case COR_FILE_KIND_DATA:
      return sorted->of_kind[COR_FILE_KIND_SCENARIO] == NULL ? NULL : _ ("data for a scenario: drop it again once the scenario is open");
    case COR_FILE_KIND_MAP:
      return first ? NULL : _ ("one base map is shown at a time");
    case COR_FILE_KIND_ROADS:
      return first && sorted->n == 1 ? NULL : _ ("an extract of roads: drop it alone to build a road network of it");
    case COR_FILE_KIND_FOLDER:
      return _ ("a folder: drop the files in it");
    default:
      return _ ("none of what can be opened: scenarios, tables (CSV), GeoJSON, GPX, KML, map files (MBTiles) and OpenStreetMap extracts");
    }
}

/* (transfer full) (nullable): what is not taken, a line each, and why. */
static char *
tell_left (const Sorted *sorted)
{
  g_autoptr (GString) text = g_string_new (NULL);
  guint told = 0;

  for (guint kind = 0; kind < G_N_ELEMENTS (sorted->of_kind); kind++)
    for (GSList *l = sorted->of_kind[kind]; l != NULL; l = l->next)
      {
        const char *why = g_file_is_native (l->data) && !g_file_query_exists (l->data, NULL)
                            ? _ ("there is no such file")
                            : why_left (sorted, (CorFileKind) kind, l == sorted->of_kind[kind]);
        g_autofree char *name = cor_file_name (l->data);

        if (why != NULL && told++ < NAMES_MAX)
          g_string_append_printf (text, "%s%s: %s", text->len > 0 ? "\n" : "", name, why);
      }
  if (told > NAMES_MAX)
    {
      g_string_append_c (text, '\n');
      g_string_append_printf (text, ngettext ("and %u more", "and %u more", told - NAMES_MAX), told - NAMES_MAX);
    }
  return told > 0 ? g_string_free (g_steal_pointer (&text), FALSE) : NULL;
}

/* How many of the files are not taken. */
static guint
count_left (const Sorted *sorted)
{
  guint n = 0;

  for (guint kind = 0; kind < G_N_ELEMENTS (sorted->of_kind); kind++)
    for (GSList *l = sorted->of_kind[kind]; l != NULL; l = l->next)
      n += why_left (sorted, (CorFileKind) kind, l == sorted->of_kind[kind]) != NULL;
  return n;
}

/* What would be done with several files, and what not; they are not all data. */
static char *
describe_several (const Sorted *sorted)
{
  guint n = sorted->n - count_left (sorted);
  g_autofree char *taken = n > 0 ? g_strdup_printf (ngettext ("Open %u file", "Open %u files", n), n) : NULL;
  g_autofree char *left = n < sorted->n ? tell_left (sorted) : NULL;

  if (left == NULL)
    return g_steal_pointer (&taken);
  return taken != NULL ? g_strdup_printf ("%s\n%s", taken, left) : g_steal_pointer (&left);
}

static void
map_tried (GObject *ground, GAsyncResult *result, gpointer data)
{
  g_autoptr (CorWindow) self = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *name = cor_map_ground_try_file_finish (COR_MAP_GROUND (ground), result, &error);
  g_autofree char *text = name ? g_strdup_printf (_ ("“%s” is the base map now; Layers has the others"), name) : NULL;

  if (gtk_window_get_application (GTK_WINDOW (self)) == NULL) /* closed meanwhile */
    return;
  if (text != NULL)
    cor_window_toast (self, text, FALSE);
  else
    cor_dialog_error (GTK_WINDOW (self), _ ("The base map stays as it is"), error);
}

static void
build_roads (CorWindow *self, GFile *extract)
{
  GtkWidget *window;

  if (cor_window_is_empty (self))
    g_action_group_activate_action (G_ACTION_GROUP (self), "new", NULL);
  window = cor_window_show_roads (self);
  cor_network_window_build (COR_NETWORK_WINDOW (window), extract);
}

/* Does with @files what can be done; @open is how a scenario is opened. */
static void
take (CorWindow *self, GSList *files, void (*open) (CorWindow *, GFile *))
{
  g_auto (Sorted) sorted = sort (files);
  g_autofree char *left = tell_left (&sorted);
  GSList *const *of_kind = sorted.of_kind;

  if (of_kind[COR_FILE_KIND_MAP] != NULL)
    cor_map_ground_try_file (cor_map_ground_get_default (), of_kind[COR_FILE_KIND_MAP]->data, map_tried, g_object_ref (self));
  if (of_kind[COR_FILE_KIND_ROADS] != NULL && sorted.n == 1)
    build_roads (self, of_kind[COR_FILE_KIND_ROADS]->data);
  if (of_kind[COR_FILE_KIND_SCENARIO] != NULL)
    open (self, of_kind[COR_FILE_KIND_SCENARIO]->data);
  else if (of_kind[COR_FILE_KIND_DATA] != NULL)
    cor_window_import_all (self, of_kind[COR_FILE_KIND_DATA]);
  if (left != NULL)
    {
      g_autoptr (GError) error = g_error_new_literal (G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED, left);

      cor_dialog_error (GTK_WINDOW (self), sorted.n == 1 ? _ ("The file was not opened") : _ ("Not all files were opened"), error);
    }
}

static void
load (CorWindow *self, GFile *file)
{
  cor_window_load (self, file);
}

void
cor_window_open_any (CorWindow *self, GFile *file)
{
  GSList one = { file, NULL };

  g_return_if_fail (COR_IS_WINDOW (self));

  /* What opens stands above its parent. */
  gtk_window_present (GTK_WINDOW (self));
  take (self, &one, load);
}

void
cor_window_open_files (CorWindow *self, GSList *files)
{
  g_return_if_fail (COR_IS_WINDOW (self));

  take (self, files, cor_window_open_asking);
}

/* What would be done with the files that are held over the window. */
static char *
describe (GSList *files)
{
  g_auto (Sorted) sorted = sort (files);
  g_autofree char *name = cor_file_name (files->data);
  guint n_data = g_slist_length (sorted.of_kind[COR_FILE_KIND_DATA]);

  if (sorted.n > 1 && n_data == sorted.n)
    return g_strdup_printf (ngettext ("Import %u file", "Import %u files, one after the other", n_data), n_data);
  if (sorted.n > 1)
    return describe_several (&sorted);
  if (sorted.of_kind[COR_FILE_KIND_SCENARIO] != NULL)
    return g_strdup_printf (_ ("Open the scenario “%s”"), name);
  if (n_data > 0)
    return g_strdup_printf (_ ("Look at “%s” and import it"), name);
  if (sorted.of_kind[COR_FILE_KIND_MAP] != NULL)
    return g_strdup_printf (_ ("Use “%s” as base map"), name);
  if (sorted.of_kind[COR_FILE_KIND_ROADS] != NULL)
    return g_strdup_printf (_ ("Build a road network from “%s”"), name);
  return g_strdup_printf (_ ("“%s” cannot be opened"), name);
}

/* What is held over the window is known a moment after it came. */
static void
show_hint (GtkDropTarget *target, GParamSpec *pspec, CorWindow *self)
{
  const GValue *value = gtk_drop_target_get_value (target);
  GSList *files = value != NULL ? g_value_get_boxed (value) : NULL;
  g_autofree char *text = files ? describe (files) : g_strdup (_ ("Drop to open or import"));

  gtk_label_set_label (self->drop_label, text);
}

static GdkDragAction
entered (GtkDropTarget *target, double x, double y, CorWindow *self)
{
  show_hint (target, NULL, self);
  gtk_widget_set_visible (self->drop_hint, TRUE);
  return GDK_ACTION_COPY;
}

static void
left (CorWindow *self)
{
  gtk_widget_set_visible (self->drop_hint, FALSE);
}

static gboolean
dropped (CorWindow *self, const GValue *value)
{
  GSList *files = g_value_get_boxed (value);

  gtk_widget_set_visible (self->drop_hint, FALSE);
  if (files == NULL)
    return FALSE;
  gtk_window_present (GTK_WINDOW (self));
  cor_window_open_files (self, files);
  return TRUE;
}

/* Nothing is taken while a question stands above the window. */
static gboolean
accept (CorWindow *self, GdkDrop *drop)
{
  g_autoptr (GList) all = gtk_window_list_toplevels ();

  for (GList *l = all; l != NULL; l = l->next)
    if (gtk_window_get_transient_for (l->data) == GTK_WINDOW (self) && gtk_window_get_modal (l->data) && gtk_widget_get_visible (l->data))
      return FALSE;
  return gdk_content_formats_contain_gtype (gdk_drop_get_formats (drop), GDK_TYPE_FILE_LIST);
}

/* A frame above everything, with words. */
static void
add_hint (CorWindow *self)
{
  GtkWidget *overlay = gtk_overlay_new ();
  GtkWidget *content = g_object_ref (adw_toast_overlay_get_child (self->toasts));

  adw_toast_overlay_set_child (self->toasts, overlay);
  gtk_overlay_set_child (GTK_OVERLAY (overlay), content);
  g_object_unref (content);
  self->drop_label = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_wrap (self->drop_label, TRUE);
  gtk_label_set_justify (self->drop_label, GTK_JUSTIFY_CENTER);
  gtk_widget_set_halign (GTK_WIDGET (self->drop_label), GTK_ALIGN_CENTER);
  gtk_widget_set_valign (GTK_WIDGET (self->drop_label), GTK_ALIGN_CENTER);
  gtk_widget_set_hexpand (GTK_WIDGET (self->drop_label), TRUE);
  self->drop_hint = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  gtk_widget_set_name (self->drop_hint, "drop-hint");
  gtk_widget_add_css_class (self->drop_hint, "cor-drop-hint");
  gtk_widget_set_can_target (self->drop_hint, FALSE);
  gtk_widget_set_visible (self->drop_hint, FALSE);
  gtk_box_append (GTK_BOX (self->drop_hint), GTK_WIDGET (self->drop_label));
  gtk_overlay_add_overlay (GTK_OVERLAY (overlay), self->drop_hint);
}

void
cor_window_add_drop_target (CorWindow *self)
{
  GtkDropTarget *target = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);

  add_hint (self);
  gtk_drop_target_set_preload (target, TRUE);
  g_signal_connect_swapped (target, "accept", G_CALLBACK (accept), self);
  g_signal_connect (target, "enter", G_CALLBACK (entered), self);
  g_signal_connect_swapped (target, "leave", G_CALLBACK (left), self);
  g_signal_connect (target, "notify::value", G_CALLBACK (show_hint), self);
  g_signal_connect_swapped (target, "drop", G_CALLBACK (dropped), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}
