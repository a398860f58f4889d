/* cor-help-window.c: the help: a list of pages and the page.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-help-window.h"

#include "cor-data-dir.h"
#include "cor-format.h"
#include "cor-help-text.h"

#include <glib/gi18n-lib.h>

struct _CorHelpWindow
{
  AdwWindow parent_instance;

  AdwLeaflet *leaflet;
  GtkListBox *topics;
  GtkScrolledWindow *scroll;
  GtkBox *page;
  AdwWindowTitle *title;
  GtkWidget *back;
};

G_DEFINE_FINAL_TYPE (CorHelpWindow, cor_help_window, ADW_TYPE_WINDOW)

/* The pages in their order, as in data/help. */
static const char *const topics[] = { "start", "parity-year", "detour-share",   "emissions", "public-cost", "plan",
                                      "consumption", "stations", "swap-or-charge", "two-levers", "uncertainty", "workshop", "own-data", "sources" };

const char *
cor_help_topic (guint index)
{
  return index < G_N_ELEMENTS (topics) ? topics[index] : NULL;
}

char *
cor_help_page (const char *topic)
{
  g_autofree char *file = g_strdup_printf ("%s.md", topic);
  g_autofree char *own
    = cor_data_file ("help", cor_format_is_chinese (NULL) ? "zh_CN" : "en", file, NULL);
  g_autofree char *english = cor_data_file ("help", "en", file, NULL);
  char *text = NULL;

  if (!g_file_get_contents (own, &text, NULL, NULL) && !g_file_get_contents (english, &text, NULL, NULL))
    text = g_strdup_printf (_ ("The help page “%s” is missing. Install the program again."), topic);
  return text;
}

static void
topic_selected (GtkListBox *list, GtkListBoxRow *row, CorHelpWindow *self)
{
  g_autofree char *text = NULL;
  g_autofree char *title = NULL;

  if (row == NULL)
    return;
  text = cor_help_page (cor_help_topic (gtk_list_box_row_get_index (row)));
  title = cor_help_title (text);
  cor_help_fill (self->page, text);
  adw_window_title_set_title (self->title, title);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroll), 0);
}

static void
topic_activated (GtkListBox *list, GtkListBoxRow *row, CorHelpWindow *self)
{
  adw_leaflet_navigate (self->leaflet, ADW_NAVIGATION_DIRECTION_FORWARD);
}

static void
go_back (GtkWidget *widget, const char *action, GVariant *parameter)
{
  adw_leaflet_navigate (COR_HELP_WINDOW (widget)->leaflet, ADW_NAVIGATION_DIRECTION_BACK);
}

static void
open_topic (CorHelpWindow *self, const char *topic)
{
  guint index = 0;

  for (guint i = 0; topic != NULL && i < G_N_ELEMENTS (topics); i++)
    if (g_str_equal (topics[i], topic))
      index = i;
  gtk_list_box_select_row (self->topics, gtk_list_box_get_row_at_index (self->topics, (int) index));
  adw_leaflet_navigate (self->leaflet, ADW_NAVIGATION_DIRECTION_FORWARD);
}

static GtkWidget *
topic_row (const char *topic)
{
  g_autofree char *text = cor_help_page (topic);
  g_autofree char *title = cor_help_title (text);
  GtkWidget *label = gtk_label_new (title);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  return label;
}

static void
cor_help_window_class_init (CorHelpWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/corridor_planner/Corridor/cor-help-window.ui");
  gtk_widget_class_bind_template_child (widget_class, CorHelpWindow, leaflet);
  gtk_widget_class_bind_template_child (widget_class, CorHelpWindow, topics);
  gtk_widget_class_bind_template_child (widget_class, CorHelpWindow, scroll);
  gtk_widget_class_bind_template_child (widget_class, CorHelpWindow, page);
  gtk_widget_class_bind_template_child (widget_class, CorHelpWindow, title);
  gtk_widget_class_bind_template_child (widget_class, CorHelpWindow, back);
  gtk_widget_class_bind_template_callback (widget_class, topic_selected);
  gtk_widget_class_bind_template_callback (widget_class, topic_activated);
  gtk_widget_class_install_action (widget_class, "help.back", NULL, go_back);
}

static void
cor_help_window_init (CorHelpWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_object_bind_property (self->leaflet, "folded", self->back, "visible", G_BINDING_SYNC_CREATE);
  for (guint i = 0; i < G_N_ELEMENTS (topics); i++)
    gtk_list_box_append (self->topics, topic_row (topics[i]));
}

void
cor_help_show (GtkApplication *app, const char *topic)
{
  CorHelpWindow *self = NULL;

  for (GList *l = gtk_application_get_windows (app); l != NULL; l = l->next)
    if (COR_IS_HELP_WINDOW (l->data))
      self = l->data;
  if (self == NULL)
    self = g_object_new (COR_TYPE_HELP_WINDOW, "application", app, NULL);
  gtk_window_present (GTK_WINDOW (self));
  open_topic (self, topic);
}
