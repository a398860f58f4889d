/* cor-inspector-about.c: what a thing is called and where it comes from, in the inspector.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-inspector-cards.h"

#include "cor-field-row.h"
#include "cor-format.h"
#include "cor-speak.h"

#include <glib/gi18n-lib.h>

/* What the row is called that edits the name. */
#define NAME_ROW "inspector-name"

gboolean
cor_inspector_is_about (const char *key)
{
  static const char *const keys[] = { "name", "name_zh", "note", "note_zh", "source", "city", NULL };

  return g_strv_contains (keys, key);
}

/* What a thing is called in the reader's language. */
static const char *
name_key (void)
{
  return cor_format_is_chinese (NULL) ? "name_zh" : "name";
}

gboolean
cor_inspector_is_place (const CorItem *item)
{
  return item->kind == COR_ITEM_SITE || item->kind == COR_ITEM_STATION;
}

/* The row of such a field; that of the name can be found again. */
static GtkWidget *
about_row_new (CorSession *session, const CorItem *item, const CorField *field)
{
  GtkWidget *row = cor_field_row_new (session, item->kind, item->id, field);

  if (row != NULL && g_str_equal (field->key, name_key ()))
    gtk_widget_set_name (row, NAME_ROW);
  return row;
}

GtkWidget *
cor_inspector_name_row_new (CorSession *session, const CorItem *item)
{
  return about_row_new (session, item, cor_item_field (item->kind, name_key ()));
}

void
cor_inspector_add_about (GtkListBox *card, CorSession *session, const CorItem *item)
{
  const char *title = cor_inspector_is_place (item) ? _ ("Other name, note and source") : _ ("Name, note and source");
  GtkWidget *expander = adw_expander_row_new ();
  const CorField *fields;
  guint n;

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (expander), title);
  cor_speak (expander, title);
  gtk_widget_add_css_class (expander, "cor-row");
  fields = cor_item_fields (item->kind, &n);
  for (guint i = 0; i < n; i++)
    {
      gboolean above = cor_inspector_is_place (item) && g_str_equal (fields[i].key, name_key ());
      GtkWidget *row = cor_inspector_is_about (fields[i].key) && !above ? about_row_new (session, item, &fields[i]) : NULL;

      if (row != NULL)
        adw_expander_row_add_row (ADW_EXPANDER_ROW (expander), row);
    }
  gtk_list_box_append (card, expander);
}

static GtkWidget *
find_name_row (GtkWidget *root)
{
  if (g_strcmp0 (gtk_widget_get_name (root), NAME_ROW) == 0)
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_name_row (child);

      if (found != NULL)
        return found;
    }
  return NULL;
}

gboolean
cor_inspector_focus_name (GtkWidget *box)
{
  GtkWidget *row = find_name_row (box);
  GtkWidget *entry, *fold;

  if (row == NULL)
    return FALSE;
  fold = gtk_widget_get_ancestor (row, ADW_TYPE_EXPANDER_ROW);
  if (fold != NULL)
    adw_expander_row_set_expanded (ADW_EXPANDER_ROW (fold), TRUE);
  entry = adw_action_row_get_activatable_widget (ADW_ACTION_ROW (row));
  gtk_widget_grab_focus (entry);
  gtk_editable_select_region (GTK_EDITABLE (entry), 0, -1);
  return TRUE;
}
