/* cor-inspector-several.c: several things of one kind: what can be done with all, and each to choose.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-inspector-cards.h"

#include "cor-badge.h"
#include "cor-format.h"
#include "cor-item-text.h"

#include <glib/gi18n-lib.h>

/* More rows than that nobody reads; the list has them all. */
#define MOST_ROWS 30

static GtkWidget *
button_new (const char *label, const char *action)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_widget_set_hexpand (button, TRUE);
  return button;
}

static void
add_buttons (GtkBox *box, CorItemKind kind)
{
  GtkWidget *buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *remove = button_new (_ ("_Delete"), "win.delete");
  gboolean on_map = kind == COR_ITEM_SITE || kind == COR_ITEM_STATION || kind == COR_ITEM_ROUTE;

  gtk_widget_add_css_class (remove, "destructive-action");
  if (on_map)
    gtk_box_append (GTK_BOX (buttons), button_new (_ ("_Zoom to"), "map.zoom-to-selected"));
  gtk_box_append (GTK_BOX (buttons), button_new (_ ("D_uplicate"), "win.duplicate"));
  gtk_box_append (GTK_BOX (buttons), remove);
  gtk_box_append (box, buttons);
}

static void
row_chosen (GtkListBoxRow *row, CorSession *session)
{
  CorSelection *selection = cor_session_get_selection (session);

  cor_selection_set (selection, cor_selection_get_kind (selection), gtk_widget_get_name (GTK_WIDGET (row)));
}

static GtkWidget *
item_row (CorSession *session, const CorScenario *scenario, const CorItem *item)
{
  gboolean zh = cor_format_is_chinese (NULL);
  g_autofree char *subtitle = cor_item_subtitle (scenario, item, zh);
  GtkWidget *row = adw_action_row_new (), *badge = g_object_new (COR_TYPE_BADGE, NULL);

  cor_badge_set (COR_BADGE (badge), cor_item_icon (item), cor_item_role (item));
  gtk_widget_add_css_class (row, "cor-row");
  gtk_widget_set_name (row, item->id);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), cor_item_label (item, zh));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), badge);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_signal_connect_object (row, "activated", G_CALLBACK (row_chosen), session, 0);
  return row;
}

void
cor_inspector_build_several (GtkBox *box, CorSession *session)
{
  CorSelection *selection = cor_session_get_selection (session);
  CorScenario *scenario = cor_document_get_scenario (cor_session_get_document (session));
  CorItemKind kind = cor_selection_get_kind (selection);
  const char *const *ids = cor_selection_get_ids (selection);
  guint n = cor_selection_get_n (selection);
  g_autofree char *more = n > MOST_ROWS ? g_strdup_printf (_ ("the first %u"), MOST_ROWS) : NULL;
  GtkListBox *card;

  add_buttons (box, kind);
  cor_inspector_build_common (box, session, kind, ids);
  card = cor_inspector_add_card (box, _ ("Selected"), more);
  for (guint i = 0; i < MIN (n, MOST_ROWS); i++)
    {
      const CorItem *item = cor_scenario_find (scenario, kind, ids[i]);

      if (item != NULL)
        gtk_list_box_append (card, item_row (session, scenario, item));
    }
}
