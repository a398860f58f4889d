/* cor-inspector-variant.c: the changes of a variant, one by one.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-inspector-cards.h"

#include "cor-change-text.h"
#include "cor-format.h"
#include "cor-variants.h"

#include <glib/gi18n-lib.h>

/* A change that a button takes out. */
typedef struct
{
  CorSession *session;
  char *variant;
  char *path;
} Change;

static void
change_free (gpointer data, GClosure *closure)
{
  Change *change = data;

  g_free (change->variant);
  g_free (change->path);
  g_free (change);
}

static void
take_out (GtkButton *button, Change *change)
{
  CorDocument *document = cor_session_get_document (change->session);
  CorScenario *next
      = cor_edit_drop_change (cor_document_get_scenario (document), change->variant, change->path);

  if (next != NULL)
    cor_document_apply (document, next, _ ("Take a change out"), NULL);
}

static void
add_change (GtkListBox *card, CorSession *session, const CorItem *variant, const CorChange *change, CorScenario *state)
{
  CorScenario *base = cor_document_get_base (cor_session_get_document (session));
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *button = gtk_button_new_from_icon_name ("user-trash-symbolic");
  Change *data = g_new0 (Change, 1);
  CorChangeText words;
  g_autofree char *values = NULL;
  g_autofree char *title = NULL;

  cor_change_text (base, state, change, cor_format_is_chinese (NULL), &words);
  if (*words.before != '\0' || *words.after != '\0')
    values = g_markup_printf_escaped ("%s → %s", *words.before != '\0' ? words.before : "–",
                                      *words.after != '\0' ? words.after : "–");
  title = g_markup_escape_text (words.what, -1);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), values != NULL ? values : "");
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 2);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 2);
  gtk_widget_add_css_class (row, "cor-row");
  *data = (Change){ session, g_strdup (variant->id), g_strdup (change->path) };
  g_signal_connect_data (button, "clicked", G_CALLBACK (take_out), data, change_free, 0);
  gtk_widget_set_tooltip_text (button, _ ("Take this change out"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Take this change out"), -1);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "cor-small-button");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  gtk_list_box_append (card, row);
  cor_change_text_clear (&words);
}

static void
add_button (GtkBox *box, const char *label, const char *action, const char *target)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  if (target != NULL)
    gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", target);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_widget_set_hexpand (button, TRUE);
  gtk_box_append (box, button);
}

void
cor_inspector_build_variant (GtkBox *box, CorSession *session, const CorItem *item)
{
  CorDocument *document = cor_session_get_document (session);
  const GArray *changes = ((const CorVariant *)item)->changes;
  guint n = changes != NULL ? changes->len : 0;
  gboolean shown = g_strcmp0 (cor_document_get_variant (document), item->id) == 0;
  g_autoptr (CorScenario) state = cor_variants_state (cor_document_get_base (document), item->id, NULL);
  g_autofree char *count = g_strdup_printf (ngettext ("%u change", "%u changes", n), n);
  GtkWidget *buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkListBox *card;

  gtk_widget_add_css_class (buttons, "cor-remedies");
  add_button (GTK_BOX (buttons), shown ? _ ("Leave the Variant") : _ ("Show This Variant"), "win.variant",
              shown ? "" : item->id);
  add_button (GTK_BOX (buttons), _ ("Compare"), "win.compare", NULL);
  gtk_box_append (box, buttons);
  card = cor_inspector_add_card (box, _ ("Changes"), count);
  for (guint i = 0; i < n; i++)
    add_change (card, session, item, &g_array_index (changes, CorChange, i), state);
  if (n == 0)
    {
      GtkWidget *row = adw_action_row_new ();

      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ ("No change yet"));
      adw_action_row_set_subtitle (ADW_ACTION_ROW (row), _ ("Show the variant, then edit: what you change belongs to it."));
      gtk_list_box_append (card, row);
    }
}
