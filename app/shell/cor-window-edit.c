/* cor-window-edit.c: the actions that change the document.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-window-private.h"

#include "cor-edit.h"
#include "cor-policy.h"
#include "cor-tariff-library.h"

#include <glib/gi18n-lib.h>

static CorDocument *
document_of (CorWindow *self)
{
  return cor_session_get_document (self->session);
}

static CorScenario *
scenario_of (CorWindow *self)
{
  return cor_document_get_scenario (document_of (self));
}

/* Makes the edit, then selects what it made. */
static void
apply_and_select (CorWindow *self,
                  CorScenario *next,
                  const char *label,
                  CorItemKind kind,
                  const char *id)
{
  cor_document_apply (document_of (self), next, label, NULL);
  cor_selection_set (cor_session_get_selection (self->session), kind, id);
}

static void
undo_activated (GSimpleAction *action, GVariant *parameter, gpointer self)
{
  cor_document_undo (document_of (self));
}

static void
redo_activated (GSimpleAction *action, GVariant *parameter, gpointer self)
{
  cor_document_redo (document_of (self));
}

static gboolean
is_item (CorItemKind kind)
{
  return kind > COR_ITEM_HEAD && kind < COR_N_ITEM_KINDS;
}

static void
delete_toast (CorWindow *self, const char *name, guint more)
{
  g_autofree char *text = NULL;

  if (more == 0)
    text = g_strdup_printf (_ ("“%s” deleted"), name);
  else
    text = g_strdup_printf (ngettext ("“%s” deleted, and %u thing that needs it",
                                      "“%s” deleted, and %u things that need it", more),
                            name, more);
  cor_window_toast (self, text, TRUE);
}

/* What is deleted: a thing's name, and of several how many go with the first. */
static char *
name_of_several (const CorItem *first, const char *const *ids)
{
  const char *label = cor_item_label (first, cor_window_is_chinese ());
  guint n = g_strv_length ((char **)ids);

  return n > 1 ? g_strdup_printf ("%s +%u", label, n - 1) : g_strdup (label);
}

static void
delete_activated (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  CorWindow *self = data;
  CorSelection *selection = cor_session_get_selection (self->session);
  CorItemKind kind = cor_selection_get_kind (selection);
  const char *const *ids = cor_selection_get_ids (selection);
  const CorItem *first = is_item (kind) ? cor_edit_item (scenario_of (self), kind, ids[0]) : NULL;
  g_autofree char *name = NULL;
  g_autofree char *label = NULL;
  guint more = 0;

  if (first == NULL)
    return;
  name = name_of_several (first, ids);
  label = g_strdup_printf (_ ("Delete “%s”"), name);
  if (cor_document_apply (document_of (self), cor_edit_remove_all (scenario_of (self), kind, ids, &more), label, NULL))
    delete_toast (self, name, more);
}

static void
duplicate_activated (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  CorWindow *self = data;
  CorSelection *selection = cor_session_get_selection (self->session);
  CorItemKind kind = cor_selection_get_kind (selection);
  const char *const *ids = cor_selection_get_ids (selection);
  g_autoptr (GPtrArray) copies = g_ptr_array_new_with_free_func (g_free);

  if (!is_item (kind))
    return;
  cor_document_apply (document_of (self), cor_edit_duplicate_all (scenario_of (self), kind, ids, copies), _ ("Duplicate"), NULL);
  g_ptr_array_add (copies, NULL);
  if (copies->len > 1)
    cor_selection_set_all (selection, kind, (const char *const *)copies->pdata);
}

static void
add_truck_activated (GSimpleAction *action, GVariant *parameter, gpointer self)
{
  g_autofree char *id = NULL;
  CorScenario *next = cor_edit_add_truck (scenario_of (self), COR_POWERTRAIN_BET, &id);

  apply_and_select (self, next, _ ("Add a truck"), COR_ITEM_TRUCK, id);
}

/* The electric truck that new routes are worked by, to look at and change; a new one where there is none. */
static void
choose_truck_activated (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  CorWindow *self = data;
  const CorItem *const *trucks;
  guint n;

  trucks = cor_scenario_items (scenario_of (self), COR_ITEM_TRUCK, &n);
  for (guint i = 0; i < n; i++)
    if (((const CorTruck *)trucks[i])->powertrain != COR_POWERTRAIN_DIESEL)
      {
        cor_selection_set (cor_session_get_selection (self->session), COR_ITEM_TRUCK, trucks[i]->id);
        cor_window_toast (self, _ ("Change this truck on the right, or choose another in the list"), FALSE);
        return;
      }
  add_truck_activated (action, parameter, data);
}

/* The route that is selected, or that of the duty that is; NULL for neither. */
static const char *
selected_route (CorWindow *self)
{
  CorSelection *selection = cor_session_get_selection (self->session);
  const CorItem *item
      = cor_scenario_find (scenario_of (self), cor_selection_get_kind (selection), cor_selection_get_id (selection));

  if (item == NULL || (item->kind != COR_ITEM_ROUTE && item->kind != COR_ITEM_DUTY))
    return NULL;
  return item->kind == COR_ITEM_ROUTE ? item->id : ((const CorDuty *)item)->route;
}

static void
add_duty_activated (GSimpleAction *action, GVariant *parameter, gpointer self)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *id = NULL;
  CorScenario *next = cor_edit_add_duty (scenario_of (self), selected_route (self), &id, &error);

  if (next == NULL)
    cor_window_toast (self, error->message, FALSE);
  else
    apply_and_select (self, next, _ ("Add a duty"), COR_ITEM_DUTY, id);
}

static void
add_policy_activated (GSimpleAction *action, GVariant *parameter, gpointer self)
{
  const char *policy_kind = g_variant_get_string (parameter, NULL);
  g_autofree char *id = NULL;
  CorScenario *next;
  CorPolicyKind kind;

  if (!cor_policy_kind_from_id (policy_kind, &kind))
    return;
  next = cor_edit_add_policy (scenario_of (self), policy_kind,
                              cor_policy_kind_info (kind)->label, &id);
  apply_and_select (self, next, _ ("Add a policy"), COR_ITEM_POLICY, id);
}

/* A tariff of the library: "id". */
static void
add_tariff_activated (GSimpleAction *action, GVariant *parameter, gpointer self)
{
  g_autofree char *id = NULL;
  CorScenario *next = cor_tariff_library_take (scenario_of (self), g_variant_get_string (parameter, NULL), &id);

  if (next != NULL)
    apply_and_select (self, next, _ ("Add a tariff"), COR_ITEM_TARIFF, id);
}

/* A policy is switched: "id". */
static void
toggle_policy_activated (GSimpleAction *action, GVariant *parameter, gpointer self)
{
  const char *id = g_variant_get_string (parameter, NULL);
  const CorItem *item = cor_scenario_find (scenario_of (self), COR_ITEM_POLICY, id);
  g_autofree char *label = NULL;
  CorScenario *next;

  if (item == NULL)
    return;
  label = g_strdup_printf (_ ("Switch “%s”"), cor_item_label (item, cor_window_is_chinese ()));
  next = cor_edit_number (scenario_of (self), COR_ITEM_POLICY, id, "on",
                          !((const CorPolicy *)item)->on, NULL);
  cor_document_apply (document_of (self), next, label, NULL);
}

/* Another electricity factor: "id". */
static void
grid_factor_activated (GSimpleAction *action, GVariant *parameter, gpointer self)
{
  CorScenario *next = cor_edit_string (scenario_of (self), COR_ITEM_HEAD, NULL, "grid_factor",
                                       g_variant_get_string (parameter, NULL), NULL);

  cor_document_apply (document_of (self), next, _ ("Grid emission factor"), NULL);
}

void
cor_window_add_edit_actions (CorWindow *self)
{
  const GActionEntry entries[] = {
    { "undo", undo_activated, NULL, NULL, NULL, { 0 } },
    { "redo", redo_activated, NULL, NULL, NULL, { 0 } },
    { "delete", delete_activated, NULL, NULL, NULL, { 0 } },
    { "duplicate", duplicate_activated, NULL, NULL, NULL, { 0 } },
    { "add-truck", add_truck_activated, NULL, NULL, NULL, { 0 } },
    { "choose-truck", choose_truck_activated, NULL, NULL, NULL, { 0 } },
    { "add-duty", add_duty_activated, NULL, NULL, NULL, { 0 } },
    { "add-policy", add_policy_activated, "s", NULL, NULL, { 0 } },
    { "add-tariff", add_tariff_activated, "s", NULL, NULL, { 0 } },
    { "grid-factor", grid_factor_activated, "s", NULL, NULL, { 0 } },
    { "toggle-policy", toggle_policy_activated, "s", NULL, NULL, { 0 } },
  };

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
}

/* What the button says when the pointer rests on it: "Undo “Diesel price”". */
static void
set_step_tooltip (GtkWidget *button, const char *plain, const char *format, const char *label)
{
  g_autofree char *text = label != NULL ? g_strdup_printf (format, label) : g_strdup (plain);

  /* Setting it asks the screen where the pointer is, also where nothing changes. */
  if (g_strcmp0 (text, gtk_widget_get_tooltip_text (button)) != 0)
    gtk_widget_set_tooltip_text (button, text);
}

void
cor_window_update_edit_actions (CorWindow *self)
{
  CorDocument *document = document_of (self);
  gboolean open = !cor_window_is_empty (self);
  gboolean item = open
                  && is_item (cor_selection_get_kind (cor_session_get_selection (self->session)))
                  && cor_selection_get_id (cor_session_get_selection (self->session)) != NULL;

  cor_window_enable (self, "undo", open && cor_document_can_undo (document));
  cor_window_enable (self, "redo", open && cor_document_can_redo (document));
  cor_window_enable (self, "delete", item);
  cor_window_enable (self, "duplicate", item);
  cor_window_enable (self, "add-truck", open);
  cor_window_enable (self, "choose-truck", open);
  cor_window_enable (self, "add-duty", open);
  cor_window_enable (self, "add-policy", open);
  cor_window_enable (self, "add-tariff", open);
  set_step_tooltip (self->undo_button, _ ("Undo"), _ ("Undo: %s"),
                    cor_document_get_undo_label (document));
  set_step_tooltip (self->redo_button, _ ("Redo"), _ ("Redo: %s"),
                    cor_document_get_redo_label (document));
}
