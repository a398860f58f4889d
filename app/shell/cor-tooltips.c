/* cor-tooltips.c: short tooltips on one line.
 *
 * GTK makes the label of a tooltip as wide as so many Latin letters as its text has letters, at most 50. Chinese ones
 * are twice as wide, so that even two of them stood one below the other. GTK makes that label once for a display, and
 * gives no access to it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-tooltips.h"

/* Half widths that a line may have. */
#define MOST 60

int
cor_tooltips_width (const char *text)
{
  int width = 0, line = 0;

  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar letter = g_utf8_get_char (at);

      line = letter == '\n' ? 0 : line + (g_unichar_iswide (letter) ? 2 : 1);
      width = MAX (width, line);
    }
  return MIN (width, MOST);
}

static void
width_set (GtkLabel *label)
{
  int width = cor_tooltips_width (gtk_label_get_text (label));

  if (width > gtk_label_get_max_width_chars (label))
    gtk_label_set_max_width_chars (label, width);
}

/* The first label below @widget, in depth. */
static GtkLabel *
label_in (GtkWidget *widget)
{
  GtkLabel *label = GTK_IS_LABEL (widget) ? GTK_LABEL (widget) : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); label == NULL && child != NULL; child = gtk_widget_get_next_sibling (child))
    label = label_in (child);
  return label;
}

/* A tooltip hangs on the window that it belongs to, beside what is in it; its style is that of a tooltip. */
static gboolean
widen (gpointer data)
{
  for (GtkWidget *child = gtk_widget_get_first_child (data); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkLabel *label = g_strcmp0 (gtk_widget_get_css_name (child), "tooltip") == 0 ? label_in (child) : NULL;

      if (label == NULL || g_signal_handler_find (label, G_SIGNAL_MATCH_FUNC, 0, 0, NULL, width_set, NULL) != 0)
        continue;
      g_signal_connect (label, "notify::max-width-chars", G_CALLBACK (width_set), NULL);
      width_set (label);
    }
  return G_SOURCE_REMOVE;
}

/* Before a tooltip is filled; it hangs on its window when that is done. */
static gboolean
queried (GSignalInvocationHint *hint, guint n, const GValue *values, gpointer data)
{
  GtkNative *native = gtk_widget_get_native (g_value_get_object (&values[0]));

  if (native != NULL)
    g_idle_add_full (G_PRIORITY_HIGH, widen, g_object_ref (native), g_object_unref);
  return TRUE;
}

void
cor_tooltips_keep_whole (void)
{
  GTypeClass *klass = g_type_class_ref (GTK_TYPE_WIDGET);

  g_signal_add_emission_hook (g_signal_lookup ("query-tooltip", GTK_TYPE_WIDGET), 0, queried, NULL, NULL);
  g_type_class_unref (klass);
}
