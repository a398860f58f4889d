/* cor-window-variants.c: which variant is shown, and what can be done with variants.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-window-private.h"

#include "cor-compare-window.h"
#include "cor-dialogs.h"
#include "cor-edit.h"
#include "cor-file-view.h"
#include "cor-speak.h"
#include "cor-variants.h"

#include <glib/gi18n-lib.h>

/* From another variant shown until that is kept. */
#define KEEP_AFTER_MS 300

static CorDocument *
document_of (CorWindow *self)
{
  return cor_session_get_document (self->session);
}

static const CorItem *
active (CorWindow *self)
{
  return cor_scenario_find (cor_document_get_base (document_of (self)), COR_ITEM_VARIANT,
                            cor_document_get_variant (document_of (self)));
}

static gboolean
keep_view (gpointer data)
{
  CorWindow *self = data;

  self->view_source = 0;
  cor_file_view_keep (self->session, NULL);
  return G_SOURCE_REMOVE;
}

static void
variant_shown (CorWindow *self)
{
  if (self->view_source == 0)
    self->view_source = g_timeout_add (KEEP_AFTER_MS, keep_view, self);
}

void
cor_window_watch_variant (CorWindow *self)
{
  g_signal_connect_object (document_of (self), "notify::variant", G_CALLBACK (variant_shown), self, G_CONNECT_SWAPPED);
}

static void
variant_chosen (GSimpleAction *action, GVariant *value, gpointer data)
{
  CorWindow *self = data;
  const char *id = g_variant_get_string (value, NULL);

  cor_document_set_variant (document_of (self), *id != '\0' ? id : NULL);
}

/* What a question about a name is for. */
typedef struct
{
  CorWindow *window;
  GtkEditable *entry;
  GtkCheckButton *copy; /* whether the new variant begins as the active one; NULL: none is */
  char *renamed;        /* the variant to rename; NULL for a new one */
} Question;

static void
question_free (gpointer data)
{
  Question *question = data;

  g_free (question->renamed);
  g_free (question);
}

static void
rename_variant (CorWindow *self, const char *id, const char *name)
{
  gboolean zh = cor_window_is_chinese ();
  const CorItem *item = cor_scenario_find (cor_document_get_base (document_of (self)), COR_ITEM_VARIANT, id);
  const char *key = zh && item != NULL && item->name_zh != NULL ? "name_zh" : "name";
  CorScenario *next = cor_edit_string (cor_document_get_scenario (document_of (self)), COR_ITEM_VARIANT, id, key,
                                       name, NULL);

  if (next != NULL)
    cor_document_apply (document_of (self), next, _ ("Rename the variant"), NULL);
}

static void
add_variant (CorWindow *self, const char *name, gboolean copy)
{
  CorScenario *scenario = cor_document_get_scenario (document_of (self));
  const CorItem *from = copy ? active (self) : NULL;
  g_autofree char *id = NULL;
  CorScenario *next = cor_edit_add_variant (scenario, name, &id);

  if (from != NULL && ((const CorVariant *)from)->changes != NULL)
    {
      CorScenario *filled = cor_edit_boxed (next, COR_ITEM_VARIANT, id, "changes",
                                            ((const CorVariant *)from)->changes, NULL);

      cor_scenario_unref (next);
      next = filled;
    }
  cor_document_apply (document_of (self), next, _ ("New variant"), NULL);
  cor_document_set_variant (document_of (self), id);
  cor_window_toast (self, _ ("What you change now is a change of this variant"), FALSE);
}

static void
name_answered (GtkWindow *parent, const char *response, gpointer data)
{
  Question *question = data;
  g_autofree char *name = g_strstrip (g_strdup (gtk_editable_get_text (question->entry)));

  if (g_str_equal (response, "accept") && *name != '\0')
    {
      if (question->renamed != NULL)
        rename_variant (question->window, question->renamed, name);
      else
        add_variant (question->window, name,
                     question->copy != NULL && gtk_check_button_get_active (question->copy));
    }
}

static void
entry_changed (GtkEditable *entry, gpointer dialog)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (entry)));

  adw_message_dialog_set_response_enabled (dialog, "accept", *text != '\0');
}

static void
ask_for_name (CorWindow *self, const char *heading, const char *body, const char *accept, const char *name, const char *renamed)
{
  const char *responses[] = { "cancel", _ ("_Cancel"), "accept", accept, NULL };
  const CorItem *from = renamed == NULL ? active (self) : NULL;
  Question *question = g_new0 (Question, 1);
  GtkWidget *entry = gtk_entry_new (), *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *dialog = cor_dialog_ask (GTK_WINDOW (self), heading, body, responses, name_answered, question);

  /* Freed with the dialog, which may close without an answer. */
  g_object_set_data_full (G_OBJECT (dialog), "question", question, question_free);
  question->window = self;
  question->entry = GTK_EDITABLE (entry);
  question->renamed = g_strdup (renamed);
  gtk_widget_set_name (entry, "variant-name");
  gtk_entry_set_activates_default (GTK_ENTRY (entry), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Name"), -1);
  g_signal_connect_object (entry, "changed", G_CALLBACK (entry_changed), dialog, 0);
  gtk_editable_set_text (GTK_EDITABLE (entry), name);
  gtk_box_append (GTK_BOX (box), entry);
  if (from != NULL)
    {
      g_autofree char *label = g_strdup_printf (_ ("Begin with the changes of “%s”"),
                                                cor_item_label (from, cor_window_is_chinese ()));

      question->copy = GTK_CHECK_BUTTON (gtk_check_button_new_with_label (label));
      gtk_check_button_set_active (question->copy, TRUE);
      gtk_box_append (GTK_BOX (box), GTK_WIDGET (question->copy));
    }
  adw_message_dialog_set_extra_child (ADW_MESSAGE_DIALOG (dialog), box);
  gtk_widget_grab_focus (entry);
}

static void
new_activated (GSimpleAction *action, GVariant *parameter, gpointer self)
{
  ask_for_name (self, _ ("New Variant"),
                _ ("A variant is this scenario with changes. What you edit while it is shown belongs to it alone."),
                _ ("_Create"), _ ("Variant"), NULL);
}

static void
rename_activated (GSimpleAction *action, GVariant *parameter, gpointer self)
{
  const CorItem *item = active (self);

  if (item != NULL)
    ask_for_name (self, _ ("Rename Variant"), NULL, _ ("_Rename"),
                  cor_item_label (item, cor_window_is_chinese ()), item->id);
}

static void
duplicate_activated (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  CorWindow *self = data;
  const char *id = cor_document_get_variant (document_of (self));
  g_autofree char *copy = NULL;
  CorScenario *next;

  if (id == NULL)
    return;
  next = cor_edit_duplicate (cor_document_get_scenario (document_of (self)), COR_ITEM_VARIANT, id, &copy);
  cor_document_apply (document_of (self), next, _ ("Duplicate the variant"), NULL);
  cor_document_set_variant (document_of (self), copy);
}

static void
delete_activated (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  CorWindow *self = data;
  const CorItem *item = active (self);
  g_autofree char *text = NULL;
  CorScenario *next;

  if (item == NULL)
    return;
  text = g_strdup_printf (_ ("“%s” deleted"), cor_item_label (item, cor_window_is_chinese ()));
  next = cor_edit_remove (cor_document_get_scenario (document_of (self)), COR_ITEM_VARIANT, item->id, NULL);
  cor_document_apply (document_of (self), next, _ ("Delete the variant"), NULL);
  cor_window_toast (self, text, TRUE);
}

static void
compare_activated (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  CorWindow *self = data;

  gtk_window_present (GTK_WINDOW (cor_compare_window_new (GTK_WINDOW (self), self->comparison, self->base)));
}

void
cor_window_add_variant_actions (CorWindow *self)
{
  const GActionEntry entries[] = {
    { "variant", NULL, "s", "''", variant_chosen, { 0 } },
    { "new-variant", new_activated, NULL, NULL, NULL, { 0 } },
    { "rename-variant", rename_activated, NULL, NULL, NULL, { 0 } },
    { "duplicate-variant", duplicate_activated, NULL, NULL, NULL, { 0 } },
    { "delete-variant", delete_activated, NULL, NULL, NULL, { 0 } },
    { "compare", compare_activated, NULL, NULL, NULL, { 0 } },
  };

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
}

static void
append_choice (GMenu *menu, const char *label, const char *id)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target (item, "win.variant", "s", id);
  g_menu_append_item (menu, item);
}

static GMenuModel *
menu_new (CorScenario *base)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) choices = g_menu_new ();
  g_autoptr (GMenu) work = g_menu_new ();
  g_autoptr (GMenu) compare = g_menu_new ();
  const CorItem *const *variants;
  guint n;

  append_choice (choices, _ ("Without changes"), "");
  variants = cor_scenario_items (base, COR_ITEM_VARIANT, &n);
  for (guint i = 0; i < n; i++)
    append_choice (choices, cor_item_label (variants[i], cor_window_is_chinese ()), variants[i]->id);
  g_menu_append (work, _ ("_New Variant…"), "win.new-variant");
  g_menu_append (work, _ ("_Rename…"), "win.rename-variant");
  g_menu_append (work, _ ("_Duplicate"), "win.duplicate-variant");
  g_menu_append (work, _ ("De_lete"), "win.delete-variant");
  g_menu_append (compare, _ ("_Pin as Baseline"), "win.pin-baseline");
  g_menu_append (compare, _ ("_Compare Variants"), "win.compare");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (choices));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (work));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (compare));
  return G_MENU_MODEL (menu);
}

void
cor_window_update_variants (CorWindow *self)
{
  CorScenario *base = cor_document_get_base (document_of (self));
  const CorItem *item = active (self);
  const char *id = item != NULL ? item->id : "";
  const char *name = item != NULL ? cor_item_label (item, cor_window_is_chinese ()) : _ ("Without changes");
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self), "variant");
  gboolean open = !cor_window_is_empty (self);
  /* Translators: the name of the variant shown, or "Without changes". */
  g_autofree char *told = g_strdup_printf (_ ("Variant: %s"), name);

  g_simple_action_set_state (G_SIMPLE_ACTION (action), g_variant_new_string (id));
  gtk_widget_set_sensitive (GTK_WIDGET (self->variant_button), open);
  cor_window_enable (self, "new-variant", open);
  cor_window_enable (self, "compare", open);
  cor_window_enable (self, "rename-variant", open && item != NULL);
  cor_window_enable (self, "duplicate-variant", open && item != NULL);
  cor_window_enable (self, "delete-variant", open && item != NULL);
  gtk_label_set_label (self->variant_label, name);
  if (g_strcmp0 (gtk_widget_get_tooltip_text (GTK_WIDGET (self->variant_button)), told) != 0)
    {
      gtk_widget_set_tooltip_text (GTK_WIDGET (self->variant_button), told);
      cor_speak (GTK_WIDGET (self->variant_button), told);
    }
  if (self->variants_shown == cor_scenario_list (base, COR_ITEM_VARIANT))
    return;
  self->variants_shown = cor_scenario_list (base, COR_ITEM_VARIANT);
  {
    g_autoptr (GMenuModel) menu = menu_new (base);

    gtk_menu_button_set_menu_model (self->variant_button, menu);
  }
}
