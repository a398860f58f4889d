/* cor-help-text.c: the paragraphs of a help page.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-help-text.h"

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

void
cor_help_fill (GtkBox *box, const char *page)
{
  g_auto (GStrv) lines = g_strsplit (page, "\n", -1);
  GtkWidget *child;

  g_return_if_fail (GTK_IS_BOX (box));

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (box))) != NULL)
    gtk_box_remove (box, child);
  for (guint i = 0; lines[i] != NULL; i++)
    if (*g_strchomp (lines[i]) != '\0')
      gtk_box_append (box, line_new (lines[i]));
}
