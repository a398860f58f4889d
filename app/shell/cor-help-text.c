/* cor-help-text.c: the paragraphs of a help page.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-help-text.h"

/* No column of a table asks for more characters than these. */
#define CELL_CHARS 30

/* Replaces what @pattern finds by @replacement. */
static char *
replaced (char *text, const char *pattern, const char *replacement)
{
  g_autofree char *old = text;
  g_autoptr (GRegex) regex = g_regex_new (pattern, 0, 0, NULL);

  return g_regex_replace (regex, old, -1, 0, replacement, 0, NULL);
}

char *
cor_help_markup (const char *line)
{
  char *text = g_markup_escape_text (line, -1);

  text = replaced (text, "\\[([^]]+)\\]\\(([a-z-]+)\\.md\\)", "<a href=\"\\2\">\\1</a>");
  text = replaced (text, "`([^`]+)`", "<tt>\\1</tt>");
  text = replaced (text, "\\*\\*(.+?)\\*\\*", "<b>\\1</b>");
  return replaced (text, "\\*(.+?)\\*", "<i>\\1</i>");
}

char *
cor_help_title (const char *page)
{
  g_auto (GStrv) lines = g_strsplit (page, "\n", 2);
  const char *first = lines[0] != NULL ? lines[0] : "";

  return g_strdup (g_str_has_prefix (first, "# ") ? first + 2 : first);
}

static gboolean
link_activated (GtkLabel *label, const char *topic, gpointer data)
{
  return gtk_widget_activate_action (GTK_WIDGET (label), "app.help", "s", topic);
}

static GtkWidget *
label_new (const char *line, const char *style)
{
  g_autofree char *markup = cor_help_markup (line);
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_markup (GTK_LABEL (label), markup);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_hexpand (label, TRUE);
  if (style != NULL)
    gtk_widget_add_css_class (label, style);
  g_signal_connect (label, "activate-link", G_CALLBACK (link_activated), NULL);
  return label;
}

static GtkWidget *
item_new (const char *line)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *bullet = gtk_label_new ("•");

  gtk_widget_set_valign (bullet, GTK_ALIGN_START);
  gtk_widget_add_css_class (bullet, "dim-label");
  gtk_box_append (GTK_BOX (box), bullet);
  gtk_box_append (GTK_BOX (box), label_new (line, NULL));
  return box;
}

static GtkWidget *
line_new (const char *line)
{
  GtkWidget *label;

  if (g_str_has_prefix (line, "# "))
    return label_new (line + 2, "title-1");
  if (g_str_has_prefix (line, "## "))
    {
      label = label_new (line + 3, "title-4");
      gtk_widget_set_margin_top (label, 12);
      return label;
    }
  return g_str_has_prefix (line, "- ") ? item_new (line + 2) : label_new (line, NULL);
}

/* Whether what stands in a cell is a figure, and goes to the right. */
static gboolean
is_figure (const char *cell)
{
  static const char *const signs[] = { "+", "-", "−", "–", "±" };

  while (*cell == '*')
    cell++;
  for (guint i = 0; i < G_N_ELEMENTS (signs); i++)
    if (g_str_has_prefix (cell, signs[i]))
      return TRUE;
  return g_ascii_isdigit (*cell);
}

/* One row of a table; the first in bold, on the side of the figures in @under. */
static void
add_cells (GtkGrid *grid, const char *line, const char *under, int row)
{
  g_auto (GStrv) cells = g_strsplit (line, "|", -1);
  g_auto (GStrv) below = g_strsplit (under, "|", -1);
  guint n = MIN (g_strv_length (cells), g_strv_length (below));

  for (guint i = 1; i + 1 < n; i++)
    {
      GtkWidget *label = label_new (g_strstrip (cells[i]), row == 0 ? "heading" : NULL);

      gtk_label_set_xalign (GTK_LABEL (label), is_figure (g_strstrip (below[i])) ? 1 : 0);
      gtk_label_set_max_width_chars (GTK_LABEL (label), CELL_CHARS);
      gtk_widget_set_hexpand (label, FALSE);
      gtk_widget_set_valign (label, row == 0 ? GTK_ALIGN_END : GTK_ALIGN_START);
      gtk_grid_attach (grid, label, (int) i - 1, row, 1, 1);
    }
}

/* The table that begins at @lines; @n_lines of it. Long cells wrap, short ones stay whole. */
static GtkWidget *
table_new (char **lines, guint *n_lines)
{
  GtkWidget *grid = gtk_grid_new ();
  guint n = 0;

  gtk_grid_set_column_spacing (GTK_GRID (grid), 14);
  gtk_grid_set_row_spacing (GTK_GRID (grid), 6);
  for (; lines[n] != NULL && lines[n][0] == '|'; n++)
    if (n != 1)
      add_cells (GTK_GRID (grid), lines[n], n == 0 && g_strv_length (lines) > 2 ? lines[2] : lines[n], (int) (n > 1 ? n - 1 : n));
  *n_lines = n;
  return grid;
}

void
cor_help_fill (GtkBox *box, const char *page)
{
  g_auto (GStrv) lines = g_strsplit (page, "\n", -1);
  GtkWidget *child;

  g_return_if_fail (GTK_IS_BOX (box));

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (box))) != NULL)
    gtk_box_remove (box, child);
  for (guint i = 0, n = 1; lines[i] != NULL; i += n, n = 1)
    if (lines[i][0] == '|')
      gtk_box_append (box, table_new (lines + i, &n));
    else if (*g_strchomp (lines[i]) != '\0')
      gtk_box_append (box, line_new (lines[i]));
}
