/* cor-field-row.c: one field of an item as a row to edit, made from the field table.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-field-row-private.h"

#include "cor-apply.h"
#include "cor-edit.h"
#include "cor-missing.h"
#include "cor-number-entry.h"
#include "cor-speak.h"
#include "cor-tariff-library.h"

#include <glib/gi18n-lib.h>
#include <math.h>

G_DEFINE_FINAL_TYPE (CorFieldRow, cor_field_row, ADW_TYPE_ACTION_ROW)

CorScenario *
cor_field_row_scenario (CorFieldRow *self)
{
  return cor_document_get_scenario (cor_session_get_document (self->session));
}

const char *
cor_field_row_id (CorFieldRow *self)
{
  return self->ids[0];
}

static char *
merge_key (CorFieldRow *self)
{
  g_autofree char *ids = g_strjoinv ("/", self->ids);

  return g_strdup_printf ("%d/%s/%s", self->kind, ids, self->field->key);
}

/* One edit of one thing: a number, or a text where @text is not NULL. */
static CorScenario *
edit_one (CorFieldRow *self, CorScenario *scenario, const char *id, gboolean text, const char *string, double number,
          GError **error)
{
  if (text)
    return cor_edit_string (scenario, self->kind, id, self->field->key, string, error);
  return cor_edit_number (scenario, self->kind, id, self->field->key, number, error);
}

/* The same for all that is edited; all or nothing. */
static CorScenario *
edit_all (CorFieldRow *self, CorScenario *scenario, gboolean text, const char *string, double number, GError **error)
{
  CorScenario *next = edit_one (self, scenario, cor_field_row_id (self), text, string, number, error);

  for (guint i = 1; next != NULL && cor_field_row_id (self) != NULL && self->ids[i] != NULL; i++)
    {
      g_autoptr (CorScenario) before = next;

      next = edit_one (self, before, self->ids[i], text, string, number, error);
    }
  return next;
}

void
cor_field_row_apply_number (CorFieldRow *self, double value)
{
  g_autofree char *key = merge_key (self);
  GError *error = NULL;
  CorScenario *next = edit_all (self, cor_field_row_scenario (self), FALSE, NULL, value, &error);

  cor_apply (self->session, GTK_WIDGET (self), next, error, _ (self->field->label), key);
}

void
cor_field_row_apply_string (CorFieldRow *self, const char *value)
{
  g_autofree char *key = merge_key (self);
  GError *error = NULL;
  CorScenario *next = edit_all (self, cor_field_row_scenario (self), TRUE, value, NAN, &error);

  cor_apply (self->session, GTK_WIDGET (self), next, error, _ (self->field->label), key);
}

void
cor_field_row_apply_library (CorFieldRow *self, const char *id)
{
  g_autofree char *taken = NULL;
  g_autoptr (CorScenario) with = cor_tariff_library_take (cor_field_row_scenario (self), id, &taken);
  GError *error = NULL;
  CorScenario *next = with ? edit_all (self, with, TRUE, taken, NAN, &error) : NULL;

  cor_apply (self->session, GTK_WIDGET (self), next, error, _ (self->field->label), NULL);
}

const CorItem *
cor_field_row_item (CorFieldRow *self)
{
  return cor_edit_item (cor_field_row_scenario (self), self->kind, cor_field_row_id (self));
}

const char *
cor_field_row_text (CorFieldRow *self)
{
  const CorItem *item = cor_field_row_item (self);

  if (item == NULL)
    return NULL;
  if (self->field->type == COR_FIELD_ENUM)
    return cor_enum_nick (self->field->values, (int)cor_item_number (item, self->field));
  return cor_item_string (item, self->field);
}

static void
cor_field_row_finalize (GObject *object)
{
  CorFieldRow *self = COR_FIELD_ROW (object);

  g_clear_object (&self->session);
  g_clear_pointer (&self->choices, g_array_unref);
  g_strfreev (self->ids);
  G_OBJECT_CLASS (cor_field_row_parent_class)->finalize (object);
}

static void
cor_field_row_class_init (CorFieldRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = cor_field_row_finalize;
}

static void
cor_field_row_init (CorFieldRow *self)
{
  gtk_widget_add_css_class (GTK_WIDGET (self), "cor-row");
}

/* How much of a number with a chip beside it is shown, so that the title keeps its line. */
#define CHARS_BESIDE_CHIP 7

/* Numbers that may be the program's own have room to say so. */
static void
add_chip (CorFieldRow *self)
{
  GtkEditable *spin;

  if (!cor_missing_may_be_assumed (self->kind, self->field))
    return;
  self->chip = gtk_label_new (cor_enum_name (cor_param_status_values, COR_STATUS_ASSUMED));
  gtk_widget_set_valign (self->chip, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (self->chip, "cor-status");
  gtk_widget_add_css_class (self->chip, "assumed");
  adw_action_row_add_suffix (ADW_ACTION_ROW (self), self->chip);
  spin = GTK_EDITABLE (cor_number_entry_get_spin (COR_NUMBER_ENTRY (self->editor)));
  gtk_editable_set_width_chars (spin, CHARS_BESIDE_CHIP);
  gtk_editable_set_max_width_chars (spin, CHARS_BESIDE_CHIP);
}

/* What a choice is about whose title does not say it, on hover: below the title it would take the choice's room. NULL for others. */
static const char *
explanation (const CorFieldRow *self)
{
  if (self->kind == COR_ITEM_HEAD && g_str_equal (self->field->key, "convention"))
    /* Translators: on "Accounting". */
    return _ ("which costs count, and whose figures");
  if (self->kind == COR_ITEM_HEAD && g_str_equal (self->field->key, "adoption"))
    /* Translators: on "Truck counted". */
    return _ ("whose cost and emissions go into the sums");
  return NULL;
}

GtkWidget *
cor_field_row_new (CorSession *session, CorItemKind kind, const char *id, const CorField *field)
{
  const char *const ids[] = { id, NULL };

  return cor_field_row_new_for_all (session, kind, ids, field);
}

GtkWidget *
cor_field_row_new_for_all (CorSession *session, CorItemKind kind, const char *const *ids, const CorField *field)
{
  g_autoptr (CorFieldRow) self = NULL;
  GtkWidget *focus;

  if (field->label == NULL)
    return NULL;
  self = g_object_ref_sink (g_object_new (COR_TYPE_FIELD_ROW, NULL));
  self->session = g_object_ref (session);
  self->kind = kind;
  self->ids = g_strdupv ((char **)ids);
  self->field = field;
  self->editor = cor_field_row_make_editor (self);
  if (self->editor == NULL)
    return NULL;
  focus = COR_IS_NUMBER_ENTRY (self->editor)
              ? cor_number_entry_get_spin (COR_NUMBER_ENTRY (self->editor))
              : self->editor;
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), _ (field->label));
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), explanation (self));
  if (GTK_IS_DROP_DOWN (focus))
    cor_speak (focus, _ (field->label));
  add_chip (self);
  adw_action_row_add_suffix (ADW_ACTION_ROW (self), self->editor);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (self), focus);
  cor_field_row_refresh (self);
  g_object_ref (self);
  g_object_force_floating (G_OBJECT (self));
  return GTK_WIDGET (self);
}
